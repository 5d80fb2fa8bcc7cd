//! One position too early
//!
//! This is what you get when the first query is said to stand at n − T − 1, the position of the
//! last token before it. Then no token sees itself. The first query is the row n − T of the cache.

pub fn attend(
    q: &ndarray::Array2<f32>,
    cache: &crate::LayerCache,
    heads: usize,
) -> ndarray::Array2<f32> {
    let first = (cache.k.nrows() - q.nrows()).saturating_sub(1);
    let q = crate::given::split_heads(q, heads);
    let k = crate::given::split_heads(&cache.k, heads);
    let v = crate::given::split_heads(&cache.v, heads);
    let mixed: Vec<_> =
        (0..heads).map(|h| crate::given::attention(q[h], k[h], v[h], first)).collect();
    crate::given::merge_heads(&mixed)
}
