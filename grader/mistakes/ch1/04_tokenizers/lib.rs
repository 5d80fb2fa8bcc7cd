//! The planted mistakes of this section, compiled once and not on every save.
//!
//! Five are not here: they are about `encode`, whose `Pattern` is the section's own. The check has
//! them.

#![allow(dead_code, clippy::all)]

pub mod all_at_once;
pub mod all_or_nothing;
pub mod bad_lines_skipped;
pub mod base64_kept;
pub mod byte_value_ids;
pub mod chosen_once;
pub mod each_token_by_itself;
pub mod empty_lines_uncounted;
pub mod end_keeps_waiting;
pub mod end_says_nothing;
pub mod first_error_only;
pub mod highest_rank_first;
pub mod id_as_index;
pub mod invalid_dropped;
pub mod leftmost_first;
pub mod length_from_lead_byte;
pub mod line_number_as_rank;
pub mod lines_from_zero;
pub mod lines_trimmed;
pub mod longest_match;
pub mod once_in_rank_order;
pub mod one_mark_a_byte;
pub mod only_pairs_of_bytes;
pub mod ranks_as_a_list;
pub mod replaced_in_the_middle;
pub mod rightmost_of_equals;
pub mod stops_at_unknown;
pub mod tail_dropped;
pub mod unknown_marked;
pub mod unknown_once;
pub mod waiting_comes_last;
pub mod waits_for_the_impossible;
pub mod whole_piece_first;

/// As the section has it.
fn decode_base64(text: &str) -> Option<Vec<u8>> {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.decode(text).ok()
}
