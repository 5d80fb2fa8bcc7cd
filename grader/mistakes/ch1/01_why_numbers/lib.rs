//! The planted mistakes of this section, compiled once and not on every save.

#![allow(dead_code, clippy::all)]

pub mod above_255_dropped;
pub mod all_zeros;
pub mod byte_positions;
pub mod bytes_as_chars;
pub mod char_as_byte;
pub mod code_point_ids;
pub mod dedup_before_sort;
pub mod hash_order;
pub mod ids_from_one;
pub mod one_past_the_end;
pub mod order_of_appearance;
pub mod panics_on_unknown;
pub mod skips_whitespace;
pub mod unknown_dropped;
pub mod unknown_replaced;
