//! Keys for values
//!
//! This is what you get when the keys are mixed instead of the values. Keys are there to be
//! compared with; what a token takes along is made of `cache.v`.

pub fn attend(
    q: &ndarray::Array2<f32>,
    cache: &crate::LayerCache,
    heads: usize,
) -> ndarray::Array2<f32> {
    let first = cache.k.nrows() - q.nrows();
    let q = crate::given::split_heads(q, heads);
    let k = crate::given::split_heads(&cache.k, heads);
    let mixed: Vec<_> =
        (0..heads).map(|h| crate::given::attention(q[h], k[h], k[h], first)).collect();
    crate::given::merge_heads(&mixed)
}
