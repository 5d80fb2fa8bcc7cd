//! A block that looks ahead
//!
//! This is what you get when attention in the block has no causal mask. Each token would read the
//! ones that come after it; when the model writes, they are not there.

use model::{BlockWeights, Linear};
use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn block(x: &Array2<f32>, weights: &BlockWeights, heads: usize, epsilon: f32) -> Array2<f32> {
    let BlockWeights { ln_1, attn, ln_2, mlp } = weights;
    let qkv = crate::linear(&crate::layer_norm(x, ln_1, epsilon), &attn.c_attn);
    let x = x + &crate::linear(&causal_attention(&qkv, heads), &attn.c_proj);
    let change = crate::feed_forward(&crate::layer_norm(&x, ln_2, epsilon), &mlp.c_fc, &mlp.c_proj);
    x + change
}

fn causal_attention(qkv: &Array2<f32>, heads: usize) -> Array2<f32> {
    let (t, d) = (qkv.nrows(), qkv.ncols() / 3);
    let mask = Array2::from_elem((t, t), true);
    let part =
        |i: usize| crate::split_heads(&qkv.slice(s![.., i * d..(i + 1) * d]).to_owned(), heads);
    let (q, k, v) = (part(0), part(1), part(2));
    let mut mixed = Array3::zeros(v.dim());
    for h in 0..heads {
        let head = |x: &Array3<f32>| x.index_axis(Axis(0), h).to_owned();
        mixed.index_axis_mut(Axis(0), h).assign(&crate::attention(
            &head(&q),
            &head(&k),
            &head(&v),
            &mask,
        ));
    }
    crate::merge_heads(&mixed)
}
