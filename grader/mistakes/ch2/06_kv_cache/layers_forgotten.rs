//! One layer only
//!
//! This is what you get for one layer. Every layer has keys and values of its own, so multiply by
//! the number of layers.

pub fn cache_bytes(sizes: &crate::Sizes, tokens: usize, bytes: usize) -> usize {
    2 * sizes.kv_heads * (sizes.d / sizes.heads) * tokens * bytes
}
