//! The planted mistakes of this section, compiled once and not on every save.

#![allow(dead_code, unused_imports, clippy::all)]

// What a section's `lib.rs` has at hand, so that a mistake reads the same here and there.
use support::special::{
    BEGIN, IM_END, IM_START, SPECIALS, encode, ordinary, render_chat, split_special,
};

pub mod begin_in_every_message;
pub mod begin_missing;
pub mod begin_rendered;
pub mod begin_twice;
pub mod content_trimmed;
pub mod cut_at_the_allowed;
pub mod cut_to_the_shortest;
pub mod denied_as_text;
pub mod denied_dropped;
pub mod empty_left_out;
pub mod empty_pieces_kept;
pub mod end_newline_lost;
pub mod everything_allowed;
pub mod first_in_list;
pub mod first_of_the_table;
pub mod generation_prompt_always;
pub mod generation_prompt_closed;
pub mod generation_prompt_missing;
pub mod generation_prompt_without_newline;
pub mod longest_anywhere;
pub mod mask_by_id;
pub mod mask_by_leading_ids;
pub mod mask_not_padded;
pub mod mask_on_the_other_side;
pub mod mask_upside_down;
pub mod names_filtered_out;
pub mod one_of_each;
pub mod padded_on_the_right;
pub mod padded_with_zeros;
pub mod refused_text_lost;
pub mod rendered_then_encoded;
pub mod rendering_made_safe;
pub mod rest_searched;
pub mod role_newline_lost;
pub mod role_trimmed;
pub mod role_trusted;
pub mod searched_before_cutting;
pub mod shortest_first;
pub mod spaces_trimmed;
pub mod special_as_text;
pub mod specials_lost;
pub mod tail_lost;
pub mod template_as_text;
pub mod words_deleted;
