//! Only the keys are rewound
//!
//! This is what you get when the keys lose their last rows and the values keep them. From then on a
//! key finds the value of another token. Cut both.

pub fn rewind(cache: &mut crate::Cache, n: usize) {
    for layer in &mut cache.layers {
        let rows = layer.k.nrows();
        let kept = rows.saturating_sub(n);
        layer.k = layer.k.slice(ndarray::s![..kept, ..]).to_owned();
    }
}
