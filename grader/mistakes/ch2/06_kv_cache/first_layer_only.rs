//! Only the first layer is rewound
//!
//! This is what you get when the rows are taken from the first layer only. `len` looks right then,
//! but the other layers still remember what was to be forgotten. Rewind every layer.

pub fn rewind(cache: &mut crate::Cache, n: usize) {
    for layer in cache.layers.iter_mut().take(1) {
        let rows = layer.k.nrows();
        let kept = rows.saturating_sub(n);
        layer.k = layer.k.slice(ndarray::s![..kept, ..]).to_owned();
        layer.v = layer.v.slice(ndarray::s![..kept, ..]).to_owned();
    }
}
