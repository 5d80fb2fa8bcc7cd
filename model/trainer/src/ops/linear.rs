//! x·W + b, and the head: x·Eᵀ.

use candle_core::{CpuStorage, CustomOp2, CustomOp3, Layout, Result, Shape, Tensor};

use super::floats::{Floats, slice};
use super::product::{Matrix, multiply};

/// y = x·W + b, with W as GPT-2 stores it (Conv1D).
///
/// x [N, i], weight [i, o], bias [o] → y [N, o].
pub fn linear(x: &Tensor, weight: &Tensor, bias: &Tensor) -> Result<Tensor> {
    x.apply_op3(weight, bias, Linear)
}

/// Scores of each row of x against each row of a table: x·Eᵀ.
///
/// x [N, d], table [V, d] → [N, V].
pub fn project(x: &Tensor, table: &Tensor) -> Result<Tensor> {
    x.apply_op2(table, Project)
}

struct Linear;

impl CustomOp3 for Linear {
    fn name(&self) -> &'static str {
        "linear"
    }

    fn cpu_fwd(
        &self,
        s1: &CpuStorage,
        l1: &Layout,
        s2: &CpuStorage,
        l2: &Layout,
        s3: &CpuStorage,
        l3: &Layout,
    ) -> Result<(CpuStorage, Shape)> {
        let ((n, i), (_, o)) = (l1.shape().dims2()?, l2.shape().dims2()?);
        let (x, weight) = (Matrix::new(slice(s1, l1)?, [n, i], i), slice(s2, l2)?);
        let mut y = slice(s3, l3)?.repeat(n); // [N, o], the bias in each row
        multiply(&mut y, o, true, x, Matrix::new(weight, [i, o], o), 1.0);
        Ok((CpuStorage::F32(y), (n, o).into()))
    }

    fn bwd(
        &self,
        x: &Tensor,
        weight: &Tensor,
        bias: &Tensor,
        _: &Tensor,
        gradient: &Tensor,
    ) -> Result<(Option<Tensor>, Option<Tensor>, Option<Tensor>)> {
        let ((n, i), (_, o)) = (x.dims2()?, weight.dims2()?);
        let (gx, gw, gb) = {
            let (x, weight, g) = (Floats::of(x)?, Floats::of(weight)?, Floats::of(gradient)?);
            let matrix = Matrix::new(&g, [n, o], o);
            let (mut gx, mut gw) = (vec![0.0; n * i], vec![0.0; i * o]);
            multiply(&mut gx, i, false, matrix, Matrix::new(&weight, [i, o], o).t(), 1.0);
            multiply(&mut gw, o, false, Matrix::new(&x, [n, i], i).t(), matrix, 1.0);
            let mut gb = vec![0.0; o];
            for row in g.chunks_exact(o) {
                for (sum, g) in gb.iter_mut().zip(row) {
                    *sum += g;
                }
            }
            (gx, gw, gb)
        };
        let tensor = |values, like: &Tensor| Tensor::from_vec(values, like.shape(), like.device());
        Ok((Some(tensor(gx, x)?), Some(tensor(gw, weight)?), Some(tensor(gb, bias)?)))
    }
}

struct Project;

impl CustomOp2 for Project {
    fn name(&self) -> &'static str {
        "project"
    }

    fn cpu_fwd(
        &self,
        s1: &CpuStorage,
        l1: &Layout,
        s2: &CpuStorage,
        l2: &Layout,
    ) -> Result<(CpuStorage, Shape)> {
        let ((n, d), (v, _)) = (l1.shape().dims2()?, l2.shape().dims2()?);
        let (x, table) = (Matrix::new(slice(s1, l1)?, [n, d], d), slice(s2, l2)?);
        let mut y = vec![0.0; n * v];
        multiply(&mut y, v, false, x, Matrix::new(table, [v, d], d).t(), 1.0);
        Ok((CpuStorage::F32(y), (n, v).into()))
    }

    fn bwd(
        &self,
        x: &Tensor,
        table: &Tensor,
        _: &Tensor,
        gradient: &Tensor,
    ) -> Result<(Option<Tensor>, Option<Tensor>)> {
        let ((n, d), (v, _)) = (x.dims2()?, table.dims2()?);
        let (gx, gt) = {
            let (x, table, g) = (Floats::of(x)?, Floats::of(table)?, Floats::of(gradient)?);
            let matrix = Matrix::new(&g, [n, v], v);
            let (mut gx, mut gt) = (vec![0.0; n * d], vec![0.0; v * d]);
            multiply(&mut gx, d, false, matrix, Matrix::new(&table, [v, d], d), 1.0);
            multiply(&mut gt, d, false, matrix.t(), Matrix::new(&x, [n, d], d), 1.0);
            (gx, gt)
        };
        let tensor = |values, like: &Tensor| Tensor::from_vec(values, like.shape(), like.device());
        Ok((Some(tensor(gx, x)?), Some(tensor(gt, table)?)))
    }
}
