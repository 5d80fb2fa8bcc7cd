//! The planted mistakes of this section, compiled once and not on every save.
//!
//! Four are not here: they are about `train_words`, whose `Words` are the section's own. The
//! check has them.

#![allow(dead_code, clippy::all)]

pub mod bytes_as_characters;
pub mod counted_once;
pub mod every_other_pair;
pub mod first_seen;
pub mod from_the_right;
pub mod largest_pair;
pub mod last_learned_first;
pub mod last_seen;
pub mod leftmost_first;
pub mod longest_match;
pub mod lossy_text;
pub mod most_frequent_first;
pub mod no_pair_left;
pub mod one_level_deep;
pub mod one_merge_a_pass;
pub mod one_pass_in_reverse;
pub mod order_ignored;
pub mod overlapping;
pub mod right_half_stays;
pub mod runs_counted_once;
pub mod stops_at_singles;
pub mod tail_dropped;
pub mod text_for_ids;
pub mod ties_by_hash_order;
pub mod trains_anew;
pub mod unknown_skipped;
