//! The operations' gradients, against candle's own for the same sums written out.

use candle_core::{D, DType, Device, Tensor, Var};
use trainer::ops::{self, Attention};

/// Numbers that look random and are the same everywhere.
fn numbers(shape: &[usize], seed: u32) -> Var {
    let mut state = seed.wrapping_mul(2_654_435_761).wrapping_add(1);
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state as f32 / u32::MAX as f32 * 2.0 - 1.0
    };
    let values: Vec<f32> = (0..shape.iter().product()).map(|_| next()).collect();
    Var::from_tensor(&Tensor::from_vec(values, shape, &Device::Cpu).unwrap()).unwrap()
}

/// Holds `ours` and `theirs` together: what they compute, and the gradients of each of `vars` when
/// the outputs are weighed by some fixed numbers.
fn compare(vars: &[Var], ours: Tensor, theirs: Tensor) {
    // Relative to the largest number: f32 keeps seven digits, and sums lose a little.
    let close = |what: &str, a: &Tensor, b: &Tensor| {
        assert_eq!(a.dims(), b.dims(), "{what}");
        let largest = |x: &Tensor| -> f32 {
            x.abs().unwrap().flatten_all().unwrap().max(0).unwrap().to_scalar().unwrap()
        };
        let most = largest(&(a - b).unwrap()) / largest(b);
        assert!(most < 2e-6, "{what} differs by {most} of its largest number");
    };
    close("the output", &ours, &theirs);
    let weights = numbers(ours.dims(), 99);
    let gradients = |output: &Tensor| {
        let sum = (output * weights.as_tensor()).unwrap().sum_all().unwrap();
        sum.backward().unwrap()
    };
    let (ours, theirs) = (gradients(&ours), gradients(&theirs));
    for (i, var) in vars.iter().enumerate() {
        close(&format!("gradient {i}"), ours.get(var).unwrap(), theirs.get(var).unwrap());
    }
}

#[test]
fn linear() {
    let [x, w, b] = [numbers(&[7, 12], 1), numbers(&[12, 9], 2), numbers(&[9], 3)];
    let ours = ops::linear(&x, &w, &b).unwrap();
    let theirs = x.matmul(&w).unwrap().broadcast_add(&b).unwrap();
    compare(&[x, w, b], ours, theirs);
}

#[test]
fn project() {
    let [x, table] = [numbers(&[7, 12], 1), numbers(&[21, 12], 2)];
    let ours = ops::project(&x, &table).unwrap();
    let theirs = x.matmul(&table.t().unwrap()).unwrap();
    compare(&[x, table], ours, theirs);
}

#[test]
fn gelu() {
    let x = numbers(&[9, 17], 4);
    let wide = (x.as_tensor() * 5.0).unwrap();
    compare(std::slice::from_ref(&x), ops::gelu(&wide).unwrap(), wide.gelu().unwrap());
}

/// Candle's own fused layer norm has no gradient; the slow way written out has.
#[test]
fn layer_norm() {
    let [x, w, b] = [numbers(&[5, 16], 5), numbers(&[16], 6), numbers(&[16], 7)];
    let ours = ops::layer_norm(&x, &w, &b).unwrap();
    let mean = x.mean_keepdim(1).unwrap();
    let centred = x.broadcast_sub(&mean).unwrap();
    let variance = centred.sqr().unwrap().mean_keepdim(1).unwrap();
    let normal = centred.broadcast_div(&(variance + 1e-5).unwrap().sqrt().unwrap()).unwrap();
    let theirs = normal.broadcast_mul(&w).unwrap().broadcast_add(&b).unwrap();
    compare(&[x, w, b], ours, theirs);
}

/// Softmax over the last axis, of operations that have gradients.
fn softmax(x: &Tensor) -> Tensor {
    let top = x.max_keepdim(D::Minus1).unwrap();
    let e = x.broadcast_sub(&top.detach()).unwrap().exp().unwrap();
    e.broadcast_div(&e.sum_keepdim(D::Minus1).unwrap()).unwrap()
}

#[test]
fn cross_entropy() {
    let logits = numbers(&[6, 11], 8);
    let targets = vec![3, 0, 10, 5, 5, 1];
    let ours = ops::cross_entropy(&logits, targets.clone()).unwrap();
    let targets = Tensor::from_vec(targets, (6, 1), &Device::Cpu).unwrap();
    let p = softmax(&logits).gather(&targets, 1).unwrap();
    let theirs = p.log().unwrap().mean_all().unwrap().neg().unwrap();
    compare(&[logits], ours, theirs);
}

/// Two windows of 5 tokens, 3 heads of 4.
#[test]
fn attention() {
    let (b, t, h, dk) = (2, 5, 3, 4);
    let d = h * dk;
    let qkv = numbers(&[b * t, 3 * d], 9);
    let ours = ops::attention(&qkv, Attention { batch: b, heads: h }).unwrap();
    let part = |i: usize| {
        let part = qkv.narrow(1, i * d, d).unwrap().reshape((b, t, h, dk)).unwrap();
        part.transpose(1, 2).unwrap().contiguous().unwrap() // [B, H, T, dk]
    };
    let later: Vec<f32> =
        (0..t * t).map(|i| if i % t > i / t { f32::NEG_INFINITY } else { 0.0 }).collect();
    let mask = Tensor::from_vec(later, (1, 1, t, t), &Device::Cpu).unwrap();
    let k = part(1).transpose(2, 3).unwrap().contiguous().unwrap();
    let scores = (part(0).matmul(&k).unwrap() / (dk as f64).sqrt()).unwrap();
    let p = softmax(&scores.broadcast_add(&mask).unwrap()); // [B, H, T, T]
    let mixed = p.matmul(&part(2)).unwrap().transpose(1, 2).unwrap();
    let theirs = mixed.contiguous().unwrap().reshape((b * t, d)).unwrap();

    let first = ops::probabilities(&qkv.narrow(0, 0, t).unwrap(), h).unwrap();
    let differences = (first - p.get(0).unwrap()).unwrap().abs().unwrap();
    let most: f32 = differences.flatten_all().unwrap().max(0).unwrap().to_scalar().unwrap();
    assert!(most < 1e-6, "the attention differs by {most}");
    compare(&[qkv], ours, theirs);
}

/// A tensor in another order or type is an error, never silently read wrongly.
#[test]
fn only_contiguous_f32() {
    let x = numbers(&[4, 4], 1);
    let bias = numbers(&[4], 2);
    assert!(ops::layer_norm(&x.t().unwrap(), &bias, &bias).is_err());
    assert!(ops::gelu(&x.to_dtype(DType::F64).unwrap()).is_err());
}
