//! The oldest are forgotten
//!
//! This is what you get when the first `n` rows go and the later ones stay. Rewinding goes back
//! from the end: the last `n` tokens are forgotten, those before stay where they are.

pub fn rewind(cache: &mut crate::Cache, n: usize) {
    for layer in &mut cache.layers {
        let rows = layer.k.nrows();
        let kept = rows;
        layer.k = layer.k.slice(ndarray::s![n.min(kept).., ..]).to_owned();
        layer.v = layer.v.slice(ndarray::s![n.min(kept).., ..]).to_owned();
    }
}
