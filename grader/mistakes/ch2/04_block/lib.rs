//! The planted mistakes of this section, compiled once and not on every save.
//!
//! What a mistaken function calls besides is here, done right and named as in the section's own
//! crate, so that a mistake reads the same in both.

#![allow(dead_code, unused_imports, unused_variables, clippy::all)]

use model::{BlockWeights, Linear};
use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

#[path = "../../../stubs/ch2/04_block/src/parts.rs"]
mod parts;
use parts::{layer_norm, linear};

pub mod all_visible;
pub mod attention_residual_forgotten;
pub mod blind_row_even;
pub mod blind_row_nan;
pub mod cube_outside_the_root;
pub mod difference_below_zero;
pub mod divided_after_softmax;
pub mod divided_by_dk;
pub mod epsilon_ignored;
pub mod erf_gelu;
pub mod finite_hidden_score;
pub mod first_residual_of_the_norm;
pub mod gelu_forgotten;
pub mod gelu_last;
pub mod gelu_twice;
pub mod half_forgotten;
pub mod head_taken_for_row;
pub mod heads_added;
pub mod heads_interleaved;
pub mod heads_taken_for_width;
pub mod hidden_score_zero;
pub mod keys_before_queries;
pub mod keys_mixed;
pub mod keys_not_transposed;
pub mod largest_of_hidden_too;
pub mod largest_starts_at_zero;
pub mod looks_ahead;
pub mod lost_zero;
pub mod mask_after_softmax;
pub mod mask_ignored;
pub mod mask_inverted;
pub mod mask_not_passed_on;
pub mod merge_interleaved;
pub mod merge_without_transpose;
pub mod merged_below_one_another;
pub mod mlp_residual_forgotten;
pub mod no_maximum_subtracted;
pub mod norm_afterwards;
pub mod norms_skipped;
pub mod one_head;
pub mod one_maximum_for_all;
pub mod one_norm_for_both;
pub mod one_softmax_for_all;
pub mod output_layer_forgotten;
pub mod own_mask;
pub mod query_and_key_swapped;
pub mod relu;
pub mod relu_inside;
pub mod residual_inside;
pub mod residual_of_the_norm;
pub mod residuals_forgotten;
pub mod root_forgotten;
pub mod root_of_the_keys;
pub mod root_of_the_rows;
pub mod rows_before_heads;
pub mod scale_missing;
pub mod scaled_by_the_whole_width;
pub mod second_residual_of_the_norm;
pub mod second_sum_from_the_start;
pub mod side_by_side;
pub mod sigmoid_gelu;
pub mod silu;
pub mod softmax_over_columns;
pub mod split_without_transpose;
pub mod square_for_cube;
pub mod strict_mask;
pub mod sum_not_divided;
pub mod tanh_overflows;
pub mod thirds_in_each_head;
pub mod times_root_dk;
pub mod top_left_mask;
pub mod true_taken_for_hidden;
pub mod values_first;
pub mod values_from_the_keys;
pub mod weights_transposed;
pub mod without_a_mask;

fn causal_mask(queries: usize, keys: usize) -> Array2<bool> {
    Array2::from_shape_fn((queries, keys), |(t, key)| key + queries <= keys + t)
}

fn attention_weights(q: &Array2<f32>, k: &Array2<f32>, mask: &Array2<bool>) -> Array2<f32> {
    let mut w = q.dot(&k.t()) / (q.ncols() as f32).sqrt();
    w.zip_mut_with(mask, |score, &look| {
        if !look {
            *score = f32::NEG_INFINITY
        }
    });
    for mut row in w.rows_mut() {
        let max = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        if max == f32::NEG_INFINITY {
            row.fill(0.0);
            continue;
        }
        row.mapv_inplace(|score| (score - max).exp());
        let sum = row.sum();
        row /= sum;
    }
    w
}

fn attention(
    q: &Array2<f32>,
    k: &Array2<f32>,
    v: &Array2<f32>,
    mask: &Array2<bool>,
) -> Array2<f32> {
    attention_weights(q, k, mask).dot(v)
}

fn split_heads(x: &Array2<f32>, heads: usize) -> Array3<f32> {
    let (t, d) = x.dim();
    let dk = d / heads;
    Array3::from_shape_fn((heads, t, dk), |(h, t, i)| x[[t, h * dk + i]])
}

fn merge_heads(x: &Array3<f32>) -> Array2<f32> {
    let (heads, t, dk) = x.dim();
    Array2::from_shape_fn((t, heads * dk), |(t, c)| x[[c / dk, t, c % dk]])
}

fn gelu(x: f32) -> f32 {
    0.5 * x * (1.0 + ((2.0 / std::f32::consts::PI).sqrt() * (x + 0.044715 * x * x * x)).tanh())
}

fn feed_forward(x: &Array2<f32>, up: &Linear, down: &Linear) -> Array2<f32> {
    linear(&linear(x, up).mapv(gelu), down)
}

fn causal_attention(qkv: &Array2<f32>, heads: usize) -> Array2<f32> {
    let (t, d) = (qkv.nrows(), qkv.ncols() / 3);
    let mask = crate::causal_mask(t, t);
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
