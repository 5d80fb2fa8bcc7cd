//! Keeps n instead of forgetting n
//!
//! This is what you get when the first `n` tokens stay. `n` says how many go: of the `len` tokens
//! the first `len` − `n` stay.

pub fn rewind(cache: &mut crate::Cache, n: usize) {
    for layer in &mut cache.layers {
        let rows = layer.k.nrows();
        let kept = n.min(rows);
        layer.k = layer.k.slice(ndarray::s![..kept, ..]).to_owned();
        layer.v = layer.v.slice(ndarray::s![..kept, ..]).to_owned();
    }
}
