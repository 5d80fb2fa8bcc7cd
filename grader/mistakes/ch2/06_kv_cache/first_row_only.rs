//! Only the first of the new rows
//!
//! This is what you get when only row 0 of the new keys and values is appended. While a model
//! writes there is one new row, but a prompt brings many at once. Append all T rows.

pub fn append(cache: &mut crate::LayerCache, k: &ndarray::Array2<f32>, v: &ndarray::Array2<f32>) {
    if k.nrows() > 0 {
        cache.k.push_row(k.row(0)).unwrap();
        cache.v.push_row(v.row(0)).unwrap();
    }
}
