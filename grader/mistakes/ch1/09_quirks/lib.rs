//! The planted mistakes of this section, compiled once and not on every save.

#![allow(dead_code, clippy::all)]

pub mod answer_for_free;
pub mod ascii_capitals;
pub mod bytes_as_tokens;
pub mod bytes_compared;
pub mod bytes_left_out;
pub mod capitals_count;
pub mod case_ignored;
pub mod characters_as_tokens;
pub mod characters_compared;
pub mod characters_compared_in_place;
pub mod counted_from_one;
pub mod counted_in_the_whole;
pub mod digit_by_digit;
pub mod digits_before;
pub mod divides_by_zero;
pub mod documents_joined;
pub mod ends_trimmed;
pub mod four_characters_a_token;
pub mod full_window_refused;
pub mod letters_are_enough;
pub mod lowercased;
pub mod one_entry_a_character;
pub mod one_request;
pub mod own_digits_counted;
pub mod present_or_not;
pub mod prices_swapped;
pub mod rest_lowered;
pub mod seen_for_unseen;
pub mod shorter_is_the_same;
pub mod silently_normalized;
pub mod space_before_every_spelling;
pub mod spaces_trimmed;
pub mod threes_from_the_left;
pub mod threes_from_the_right;
pub mod tokens_after;
pub mod tokens_without_it_left_out;
pub mod upside_down;
pub mod whole_numbers;
pub mod window_for_the_prompt;
pub mod words_as_tokens;
pub mod zeros_lost;
