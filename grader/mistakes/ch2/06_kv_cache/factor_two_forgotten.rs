//! Keys or values, not both
//!
//! This is what you get when a token has one row in each layer. It has two: a key and a value. The
//! result is half of what it should be.

pub fn cache_bytes(sizes: &crate::Sizes, tokens: usize, bytes: usize) -> usize {
    sizes.layers * sizes.kv_heads * (sizes.d / sizes.heads) * tokens * bytes
}
