//! Too many to forget: a panic
//!
//! Your code panics when more tokens are to be forgotten than there are: the subtraction goes below
//! 0. Then all of them go, and the cache is empty. `saturating_sub` stops at 0.

pub fn rewind(cache: &mut crate::Cache, n: usize) {
    for layer in &mut cache.layers {
        let rows = layer.k.nrows();
        let kept = rows - n;
        layer.k = layer.k.slice(ndarray::s![..kept, ..]).to_owned();
        layer.v = layer.v.slice(ndarray::s![..kept, ..]).to_owned();
    }
}
