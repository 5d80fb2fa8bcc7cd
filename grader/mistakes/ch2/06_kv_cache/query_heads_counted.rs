//! Query heads are counted
//!
//! This is what you get when the rows of the cache are taken to be d wide. Under grouped queries
//! several query heads share the keys and values of one head, and only those are stored: count
//! `kv_heads` heads, each d / `heads` wide.

pub fn cache_bytes(sizes: &crate::Sizes, tokens: usize, bytes: usize) -> usize {
    2 * sizes.layers * sizes.d * tokens * bytes
}
