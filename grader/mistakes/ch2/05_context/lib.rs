//! The planted mistakes of this section, compiled once and not on every save.

#![allow(dead_code, unused, clippy::all)]

/// What the section gives, as it is shipped: a mistake is wrong in its own lines only.
#[path = "../../../stubs/ch2/05_context/src/parts.rs"]
mod parts;

pub mod attention_left_out;
pub mod back_left_out;
pub mod blocks_not_chained;
pub mod chunk_measured_alone;
pub mod context_not_filled;
pub mod cut_once;
pub mod cut_with_fit;
pub mod error_says_the_chunk;
pub mod error_turned_around;
pub mod first_kept;
pub mod first_row;
pub mod first_token_kept;
pub mod full_context_refused;
pub mod halved_too_early;
pub mod head_at_last_position;
pub mod head_in_every_layer;
pub mod head_left_out;
pub mod inner_always_4d;
pub mod last_of_equals;
pub mod last_row_only;
pub mod layers_forgotten;
pub mod length_not_checked;
pub mod mask_for_every_token;
pub mod mask_on_its_side;
pub mod mask_starts_over;
pub mod mix_left_out;
pub mod multiply_add_as_one;
pub mod never_cut;
pub mod not_halved;
pub mod old_past_returned;
pub mod one_query;
pub mod one_too_few;
pub mod only_new_token_read;
pub mod panics_when_short;
pub mod past_forgotten;
pub mod past_not_seen;
pub mod past_of_first_layer;
pub mod positions_reset;
pub mod prompt_returned;
pub mod queries_only;
pub mod reversed;
pub mod same_prompt_again;
pub mod scores_per_head;
pub mod silently_cut;
pub mod square_mask;
pub mod squared;
pub mod stops_at_the_end;
pub mod strict_mask;
pub mod through_f64;
pub mod token_by_token;
pub mod triangle_for_scores;
pub mod triangle_once;
pub mod unmasked;
pub mod without_itself;
