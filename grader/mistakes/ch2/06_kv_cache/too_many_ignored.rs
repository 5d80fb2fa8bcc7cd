//! Too many to forget: nothing is
//!
//! This is what you get when nothing happens if more tokens are to be forgotten than there are.
//! Then all of them go, and the cache is empty.

pub fn rewind(cache: &mut crate::Cache, n: usize) {
    for layer in &mut cache.layers {
        let rows = layer.k.nrows();
        let kept = if n > rows { rows } else { rows - n };
        layer.k = layer.k.slice(ndarray::s![..kept, ..]).to_owned();
        layer.v = layer.v.slice(ndarray::s![..kept, ..]).to_owned();
    }
}
