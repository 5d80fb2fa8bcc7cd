//! Small matrices, masks and a small block, for checks of attention: inputs that a reader can do by
//! hand, and others made of random numbers.

use model::{AttnWeights, BlockWeights, Linear, MlpWeights, Norm};
use ndarray::{Array, Array1, Array2, Array3, s};

/// Row after row of so many columns.
pub fn matrix(columns: usize, cells: &[f32]) -> Array2<f32> {
    Array2::from_shape_vec((cells.len() / columns, columns), cells.to_vec())
        .expect("whole rows of cells")
}

/// Rows of a mask, `x` where a key may be looked at.
pub fn mask(rows: &[&str]) -> Array2<bool> {
    Array2::from_shape_fn((rows.len(), rows[0].len()), |(t, s)| rows[t].as_bytes()[s] == b'x')
}

/// The causal mask, row by row: S − T + 1 keys for the first query, then one more for each.
pub fn causal(queries: usize, keys: usize) -> Array2<bool> {
    let mut mask = Array2::from_elem((queries, keys), false);
    for (t, mut row) in mask.outer_iter_mut().enumerate() {
        row.slice_mut(s![..keys - queries + 1 + t]).fill(true);
    }
    mask
}

/// Small numbers between −2 and 2, made of the ids.
pub fn numbers<D: ndarray::Dimension>(
    ids: &[u32],
    shape: impl ndarray::ShapeBuilder<Dim = D>,
) -> Array<f32, D> {
    let mut i = 0;
    Array::from_shape_simple_fn(shape, || {
        i += 1;
        let id = ids.get(i % ids.len().max(1)).copied().unwrap_or(4);
        ((id as usize + 5 * i) % 9) as f32 / 2.0 - 2.0
    })
}

/// The lesson's three tokens.
pub fn lesson() -> [Array2<f32>; 3] {
    let q = matrix(2, &[1.0, 1.0, 1.0, 0.0, 2.0, 0.0]);
    let k = matrix(2, &[2.0, 0.0, 0.0, 2.0, 1.0, 0.0]);
    let v = matrix(2, &[10.0, 0.0, 0.0, 10.0, 2.0, 2.0]);
    [q, k, v]
}

/// Two queries, three keys and values: T = 2, S = 3, dk = 4, dv = 5.
pub fn two_of_three() -> [Array2<f32>; 3] {
    let q = matrix(4, &[1.0, 0.0, 2.0, -1.0, 0.0, 3.0, -1.0, 1.0]);
    let k = matrix(4, &[2.0, 1.0, 0.0, 1.0, 0.0, 1.0, 1.0, -1.0, 1.0, -1.0, 2.0, 0.0]);
    #[rustfmt::skip]
    let v = matrix(5, &[
        1.0, 0.0, 2.0, -1.0, 4.0,
        0.0, 3.0, -2.0, 1.0, 0.0,
        -1.0, 2.0, 0.0, 5.0, 1.0,
    ]);
    [q, k, v]
}

/// Three queries for the keys of [`two_of_three`].
pub fn three_queries() -> Array2<f32> {
    matrix(4, &[1.0, 0.0, 2.0, -1.0, 0.0, 3.0, -1.0, 1.0, 2.0, 1.0, 0.0, 1.0])
}

/// The numbers 0, 1, 2, … in this shape.
pub fn counted<D: ndarray::Dimension>(shape: impl ndarray::ShapeBuilder<Dim = D>) -> Array<f32, D> {
    let mut next = -1.0;
    Array::from_shape_simple_fn(shape, || {
        next += 1.0;
        next
    })
}

/// Matrices `[a, b, c]` of these cells, the last axis running fastest.
pub fn stack(shape: (usize, usize, usize), cells: &[f32]) -> Array3<f32> {
    Array3::from_shape_vec(shape, cells.to_vec()).expect("as many cells")
}

/// A linear layer: its weight row after row, of so many columns.
pub fn layer(columns: usize, weight: &[f32], bias: &[f32]) -> Linear {
    Linear { weight: matrix(columns, weight), bias: Array1::from(bias.to_vec()) }
}

/// Weights that are easy to make again elsewhere, where the pinned numbers come from.
fn some_layer(input: usize, output: usize, seed: usize) -> Linear {
    let weight = |(i, j)| ((i * 7 + j * 5 + seed) % 11) as f32 / 8.0 - 0.625;
    let bias = |j| ((j * 3 + seed) % 7) as f32 / 4.0 - 0.75;
    Linear {
        weight: Array2::from_shape_fn((input, output), weight),
        bias: Array1::from_shape_fn(output, bias),
    }
}

fn some_norm(d: usize, seed: usize) -> Norm {
    let number = |step: usize| move |j| ((j * step + seed) % 5) as f32 / 8.0 - 0.25;
    Norm {
        weight: Array1::from_shape_fn(d, number(2)) + 1.0,
        bias: Array1::from_shape_fn(d, number(3)),
    }
}

/// A block with d = 6 that is 10 wide inside.
pub fn some_block() -> BlockWeights {
    BlockWeights {
        ln_1: some_norm(6, 1),
        attn: AttnWeights { c_attn: some_layer(6, 18, 1), c_proj: some_layer(6, 6, 2) },
        ln_2: some_norm(6, 2),
        mlp: MlpWeights { c_fc: some_layer(6, 10, 3), c_proj: some_layer(10, 6, 4) },
    }
}

/// Four tokens, d = 6.
#[rustfmt::skip]
pub fn some_stream() -> Array2<f32> {
    matrix(6, &[
        1.0, 0.0, -1.0, 2.0, 0.5, -2.0,
        0.0, 3.0, 1.0, -1.0, 2.0, 1.0,
        2.0, -1.0, 0.0, 1.0, -3.0, 1.0,
        -2.0, 1.0, 4.0, 0.0, 1.0, -1.0,
    ])
}
