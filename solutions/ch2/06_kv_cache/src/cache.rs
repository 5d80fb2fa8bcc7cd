//! What the cache holds. Not yours to edit.

use ndarray::Array2;

/// The keys and values of one layer for the n tokens so far.
#[derive(Clone, Debug, PartialEq)]
pub struct LayerCache {
    /// The keys, `[n, d]`: one row a token, all heads side by side.
    pub k: Array2<f32>,
    /// The values, `[n, d]`.
    pub v: Array2<f32>,
}

/// The cache of one text: a [`LayerCache`] for each layer, all with the same n.
#[derive(Clone, Debug, PartialEq)]
pub struct Cache {
    /// First layer to last.
    pub layers: Vec<LayerCache>,
}

impl Cache {
    /// An empty cache for `layers` layers of width `d`.
    ///
    /// ```
    /// let cache = kv_cache::Cache::new(4, 128);
    /// assert_eq!(cache.layers.len(), 4);
    /// assert_eq!(cache.layers[3].k.dim(), (0, 128));
    /// assert_eq!(cache.len(), 0);
    /// ```
    pub fn new(layers: usize, d: usize) -> Cache {
        let layer = LayerCache { k: Array2::zeros((0, d)), v: Array2::zeros((0, d)) };
        Cache { layers: vec![layer; layers] }
    }

    /// How many tokens it holds, n: the position of the next one. 0 without layers.
    pub fn len(&self) -> usize {
        self.layers.first().map_or(0, |layer| layer.k.nrows())
    }

    /// Whether it holds no token.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The sizes of a model on which the size of its cache depends. Behind each is its name in the
/// `config.json` of a Llama.
#[derive(Clone, Debug, PartialEq)]
pub struct Sizes {
    /// L, `num_hidden_layers`.
    pub layers: usize,
    /// d, the width of the stream, `hidden_size`.
    pub d: usize,
    /// Into how many heads the queries are split, `num_attention_heads`. It divides d.
    pub heads: usize,
    /// How many heads have keys and values of their own, `num_key_value_heads`. It divides
    /// `heads`; both are the same when queries are not grouped.
    pub kv_heads: usize,
}

plain::plain_struct!(LayerCache { k, v });
plain::plain_struct!(Cache { layers });
plain::plain_struct!(Sizes { layers, d, heads, kv_heads });
