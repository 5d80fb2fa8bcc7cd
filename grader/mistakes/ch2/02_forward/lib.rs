//! The planted mistakes of this section, compiled once and not on every save.

#![allow(dead_code, unused_imports, unused_variables, clippy::all)]

use model::{Linear, Norm};
use ndarray::Array2;

pub mod a_projection_for_each_head;
pub mod added_to_the_stream;
pub mod always_four_d;
pub mod bias_forgotten;
pub mod bias_in_the_first_row;
pub mod biases_not_counted;
pub mod blocks_backwards;
pub mod change_ignored;
pub mod change_subtracted;
pub mod divided_by_the_length;
pub mod each_from_the_embeddings;
pub mod embeddings_scaled;
pub mod epsilon_as_a_floor;
pub mod epsilon_built_in;
pub mod epsilon_fixed;
pub mod epsilon_forgotten;
pub mod epsilon_outside;
pub mod error_counts_from_one;
pub mod error_is_the_id;
pub mod error_is_the_length;
pub mod error_is_zero;
pub mod final_norm_skipped;
pub mod final_norm_twice;
pub mod first_block_again;
pub mod head_counted_twice;
pub mod head_not_transposed;
pub mod head_width_for_heads;
pub mod ids_checked_first;
pub mod last_block_skipped;
pub mod last_norm_not_counted;
pub mod last_row_only;
pub mod length_checked_first;
pub mod mean_kept;
pub mod mean_of_the_matrix;
pub mod means_as_a_row;
pub mod n_minus_one;
pub mod no_blocks_at_all;
pub mod no_root;
pub mod norm_after_the_embeddings;
pub mod norm_of_columns;
pub mod normed_before_the_block;
pub mod norms_half_counted;
pub mod one_block_only;
pub mod one_norm_a_block;
pub mod one_past_the_end;
pub mod panics_without_a_row;
pub mod position_let_through;
pub mod position_of_the_id;
pub mod positions_forgotten;
pub mod positions_from_one;
pub mod positions_not_counted;
pub mod post_norm;
pub mod probabilities;
pub mod queries_only;
pub mod residual_halved;
pub mod residual_multiplied;
pub mod scale_and_shift_forgotten;
pub mod scale_and_shift_swapped;
pub mod scale_forgotten;
pub mod shift_first;
pub mod shift_forgotten;
pub mod stops_at_the_context;
pub mod stream_overwritten;
pub mod unknown_id_wrapped;
pub mod variance_around_zero;
pub mod variance_in_one_pass;
pub mod weight_first;
pub mod weight_reshaped;
pub mod weight_transposed;

// The given block, on parts that are right: a mistake in `forward` is in `forward` alone.
#[path = "../../../stubs/ch2/02_forward/src/blocks.rs"]
mod blocks;
use blocks::block;

fn layer_norm(x: &Array2<f32>, norm: &Norm, epsilon: f32) -> Array2<f32> {
    let d = x.ncols() as f32;
    let mut y = x.clone();
    for mut row in y.rows_mut() {
        let mean = row.sum() / d;
        row -= mean;
        let variance = row.dot(&row) / d;
        row /= (variance + epsilon).sqrt();
    }
    y * &norm.weight + &norm.bias
}

fn linear(x: &Array2<f32>, linear: &Linear) -> Array2<f32> {
    x.dot(&linear.weight) + &linear.bias
}

fn residual(x: &Array2<f32>, change: &Array2<f32>) -> Array2<f32> {
    x + change
}
