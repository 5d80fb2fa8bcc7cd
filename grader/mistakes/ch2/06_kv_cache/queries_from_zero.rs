//! The queries stand at position 0
//!
//! This is what you get when the queries are said to stand from position 0 on. Then the newest
//! token sees only the first row of the cache, as if the text began with it. The queries belong to
//! the last T of the n rows, so the first of them is at position n − T.

pub fn attend(
    q: &ndarray::Array2<f32>,
    cache: &crate::LayerCache,
    heads: usize,
) -> ndarray::Array2<f32> {
    let first = 0;
    let q = crate::given::split_heads(q, heads);
    let k = crate::given::split_heads(&cache.k, heads);
    let v = crate::given::split_heads(&cache.v, heads);
    let mixed: Vec<_> =
        (0..heads).map(|h| crate::given::attention(q[h], k[h], v[h], first)).collect();
    crate::given::merge_heads(&mixed)
}
