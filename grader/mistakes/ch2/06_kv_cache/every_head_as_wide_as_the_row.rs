//! Each head as wide as the row
//!
//! This is what you get when every head counts with all d numbers. The d numbers of a row are split
//! among the query heads, so a head is d / `heads` wide.

pub fn cache_bytes(sizes: &crate::Sizes, tokens: usize, bytes: usize) -> usize {
    2 * sizes.layers * sizes.kv_heads * sizes.d * tokens * bytes
}
