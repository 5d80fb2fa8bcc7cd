//! Always two bytes a number
//!
//! This is what you get when a number always takes 2 bytes. In 32 bits it takes 4, in an 8-bit
//! cache 1: multiply by `bytes`.

pub fn cache_bytes(sizes: &crate::Sizes, tokens: usize, bytes: usize) -> usize {
    let _ = bytes;
    2 * sizes.layers * sizes.kv_heads * (sizes.d / sizes.heads) * tokens * 2
}
