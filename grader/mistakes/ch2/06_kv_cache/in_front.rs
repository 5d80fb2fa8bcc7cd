//! New rows in front
//!
//! This is what you get when the new rows are put in front of the old ones. Row i of the cache is
//! the token at position i, and a new token comes last: append at the end, along axis 0.

pub fn append(cache: &mut crate::LayerCache, k: &ndarray::Array2<f32>, v: &ndarray::Array2<f32>) {
    let axis = ndarray::Axis(0);
    cache.k = ndarray::concatenate(axis, &[k.view(), cache.k.view()]).unwrap();
    cache.v = ndarray::concatenate(axis, &[v.view(), cache.v.view()]).unwrap();
}
