//! 2.6 Speeding up generation with the KV cache
//!
//! The lesson is in README.md; `cargo xtask hint 2.6` helps.

use ndarray::{Array2, Axis, s};

pub mod cache;
pub use cache::{Cache, LayerCache};

/// Appends the keys and values of T new tokens, both `[T, d]`, to a layer's cache: `[n, d]`
/// becomes `[n + T, d]`. What was there stays as it was.
///
/// ```
/// # use kv_cache::{Cache, append};
/// # use ndarray::array;
/// let mut cache = Cache::new(1, 2);
/// append(&mut cache.layers[0], &array![[1.0, 2.0]], &array![[5.0, 6.0]]);
/// append(&mut cache.layers[0], &array![[3.0, 4.0]], &array![[7.0, 8.0]]);
/// assert_eq!(cache.layers[0].k, array![[1.0, 2.0], [3.0, 4.0]]);
/// assert_eq!(cache.layers[0].v, array![[5.0, 6.0], [7.0, 8.0]]);
/// ```
pub fn append(cache: &mut LayerCache, k: &Array2<f32>, v: &Array2<f32>) {
    // ndarray grows the array in place, as a `Vec` grows: the old rows are copied only when
    // their memory is full, and then it doubles. So a new token costs its own rows, not all.
    cache.k.append(Axis(0), k.view()).expect("new keys are as wide as the cached ones"); // [n + T, d]
    cache.v.append(Axis(0), v.view()).expect("new values are as wide as the cached ones"); // [n + T, d]
}

/// Forgets the last `n` tokens in every layer; with fewer than `n` cached, all of them.
///
/// ```
/// # use kv_cache::{Cache, append, rewind};
/// # use ndarray::array;
/// let mut cache = Cache::new(1, 2);
/// let k = array![[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]];
/// append(&mut cache.layers[0], &k, &(&k * 10.0));
/// rewind(&mut cache, 2);
/// assert_eq!(cache.layers[0].k, array![[1.0, 2.0]]);
/// assert_eq!(cache.layers[0].v, array![[10.0, 20.0]]);
/// ```
pub fn rewind(cache: &mut Cache, n: usize) {
    for layer in &mut cache.layers {
        let kept = layer.k.nrows().saturating_sub(n);
        layer.k = layer.k.slice(s![..kept, ..]).to_owned(); // [kept, d]
        layer.v = layer.v.slice(s![..kept, ..]).to_owned(); // [kept, d]
    }
}
