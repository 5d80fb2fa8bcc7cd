//! The planted mistakes of this section, compiled once and not on every save.

#![allow(dead_code, clippy::all)]

pub mod across_the_pieces;
pub mod any_white_space_attached;
pub mod ascii_letters;
pub mod bytes_counted_as_characters;
pub mod capitals_ignored;
pub mod digits_as_letters;
pub mod digits_before_letters;
pub mod distinct_words;
pub mod divides_by_zero;
pub mod everything_counts;
pub mod first_in_list;
pub mod from_the_right;
pub mod last_piece_lost;
pub mod longest_anywhere;
pub mod nothing_by_nothing;
pub mod one_byte_for_a_character;
pub mod punctuation_glued;
pub mod shortest_first;
pub mod space_alone;
pub mod space_kept;
pub mod space_on_the_word_before;
pub mod space_only_on_letters;
pub mod spaces_thrown_away;
pub mod tail_trimmed;
pub mod unknown_dropped;
pub mod unknown_swallows_the_rest;
pub mod upside_down;
pub mod white_space_counts;
pub mod whole_numbers;
pub mod whole_run_attached;
