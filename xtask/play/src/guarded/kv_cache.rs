//! 2.6 Speeding up generation with the KV cache.

use kv_cache::LayerCache;
use ndarray::Array2;

use super::{Site, Trouble, Wrong, call, shape};

static APPEND: Site = Site { section: "2.6", function: "append" };

/// The keys and values of T more tokens, both `[T, d]`, put at the end of a layer's cache.
pub fn append(cache: &mut LayerCache, k: &Array2<f32>, v: &Array2<f32>) -> Result<(), Trouble> {
    let (before, width) = cache.k.dim();
    call(
        &APPEND,
        || format!("a cache of {before} rows, and k and v of shapes {} and {}", shape(k), shape(v)),
        || {
            kv_cache::append(cache, k, v);
            (cache.k.shape().to_vec(), cache.v.shape().to_vec())
        },
        |(keys, values)| {
            let rows = [before + k.nrows(), width];
            let holds = keys[..] == rows && values[..] == rows;
            let asked = format!("k and v of shape {rows:?} in the cache");
            Wrong::unless(holds, asked, || format!("k of shape {keys:?} and v of shape {values:?}"))
        },
    )
    .map(|_| ())
}
