//! A past that is kept: section 2.6's cache.

use kv_cache::Cache;
use model::Config;
use ndarray::Array2;

use crate::engine::Past;
use crate::guarded::{Trouble, kv_cache::append};

/// The keys and values of all tokens so far.
pub struct Cached(Cache);

impl Cached {
    /// Of no tokens yet.
    pub fn new(config: &Config) -> Cached {
        Cached(Cache::new(config.n_layer, config.n_embd))
    }
}

impl Past for Cached {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn add(
        &mut self,
        layer: usize,
        k: Array2<f32>,
        v: Array2<f32>,
    ) -> Result<(&Array2<f32>, &Array2<f32>), Trouble> {
        let layer = &mut self.0.layers[layer];
        append(layer, &k, &v)?;
        Ok((&layer.k, &layer.v))
    }
}
