//! 2.6 Speeding up generation with the KV cache
//!
//! Keys and values are computed once for each token and kept. `cache.rs` says where, `given.rs`
//! has what earlier sections taught. The lesson is in README.md; `cargo xtask hint 2.6` helps.

use model::Model;
use ndarray::{Array2, Axis, s};

pub mod cache;
pub mod given;

pub use cache::{Cache, LayerCache, Sizes};
use given::{
    attention, embed, feed_forward, layer_norm, linear, logits, merge_heads, project, split_heads,
};

/// Appends the keys and values of T new tokens, both `[T, d]`, to a layer's cache: `[n, d]`
/// becomes `[n + T, d]`.
///
/// The new rows come after the old ones, in their order; the old ones stay as they are. T may be
/// 0, and then nothing changes.
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

/// Attention of the T newest tokens over all that is cached, in every head: their queries `q`
/// `[T, d]` to `[T, d]`.
///
/// The cache holds n tokens, and the T newest are among them already: they are its last T rows,
/// so query t stands at position n − T + t and sees the rows 0 to n − T + t. Queries, keys and
/// values are each split into `heads` heads, which divides d; the heads are merged at the end.
/// T is at least 1 and at most n.
///
/// ```
/// # use kv_cache::{LayerCache, attend};
/// # use ndarray::array;
/// let k = array![[0.0], [2_f32.ln()], [0.0]];
/// let cache = LayerCache { k, v: array![[3.0], [9.0], [13.0]] };
/// // The weights are 1/4, 2/4 and 1/4.
/// let newest = attend(&array![[1.0]], &cache, 1);
/// assert!((newest[[0, 0]] - 8.5_f32).abs() < 1e-5);
/// // Two at once: the first of them sees the first two rows only, with weights 1/3 and 2/3.
/// let both = attend(&array![[1.0], [1.0]], &cache, 1);
/// assert!((both[[0, 0]] - 7.0_f32).abs() < 1e-5 && (both[[1, 0]] - 8.5_f32).abs() < 1e-5);
/// ```
pub fn attend(q: &Array2<f32>, cache: &LayerCache, heads: usize) -> Array2<f32> {
    let first = cache.k.nrows() - q.nrows(); // the position of the first query
    let q = split_heads(q, heads); // H times [T, dk]
    let (k, v) = (split_heads(&cache.k, heads), split_heads(&cache.v, heads)); // H times [n, dk]
    let mixed: Vec<_> = (0..heads).map(|h| attention(q[h], k[h], v[h], first)).collect();
    merge_heads(&mixed) // [T, d]
}

/// One step of a model with a cache: the logits `[V]` after the last of `ids`.
///
/// `ids` is the whole text so far. The cache holds the first `cache.len()` of its tokens; the
/// rest are new: one or more, the whole text when the cache is empty. Only the new ones go
/// through the model, at their own positions, and afterwards the cache holds them all. `ids`
/// fits into the context.
///
/// Each layer does the following with the rows x of the new tokens, `[T, d]`:
///
/// 1. `ln_1`, then [`given::project`]; keys and values are appended to the layer's own cache; the
///    queries [`attend`]; `attn.c_proj`; add to x.
/// 2. `ln_2`; [`given::feed_forward`]; add to x.
///
/// ε and the number of heads are in `model.config`. Keys and values come from
/// [`given::project`] and from nowhere else: it counts.
///
/// ```
/// # use kv_cache::{Cache, given, step};
/// # use model::Model;
/// let model = Model::load(&model::course_model_dir())?;
/// let mut cache = Cache::new(model.config.n_layer, model.config.n_embd);
/// let largest = |logits: Vec<f32>| (0..1024).max_by(|&a, &b| logits[a].total_cmp(&logits[b]));
/// // `<|endoftext|>Once upon`: three ids, and all are new. What follows is " a".
/// assert_eq!(largest(step(&[1023, 580, 579], &mut cache, &model)), Some(257));
/// // Now one id is new, and what follows is " time".
/// assert_eq!(largest(step(&[1023, 580, 579, 257], &mut cache, &model)), Some(418));
/// assert_eq!(cache.len(), 4);
/// assert_eq!(given::rows_projected(), [4, 4, 4, 4]); // 3 + 1 in each of the four layers
/// # Ok::<(), model::Error>(())
/// ```
pub fn step(ids: &[u32], cache: &mut Cache, model: &Model) -> Vec<f32> {
    let (weights, config) = (&model.weights, &model.config);
    let epsilon = config.layer_norm_epsilon;
    let mut x = embed(&ids[cache.len()..], cache.len(), weights); // [T, d]
    for (l, block) in weights.blocks.iter().enumerate() {
        let (q, k, v) = project(&layer_norm(&x, &block.ln_1, epsilon), l, weights); // three times [T, d]
        append(&mut cache.layers[l], &k, &v);
        let mixed = attend(&q, &cache.layers[l], config.n_head); // [T, d]
        x += &linear(&mixed, &block.attn.c_proj); // [T, d]
        let normed = layer_norm(&x, &block.ln_2, epsilon); // [T, d]
        x += &feed_forward(&normed, &block.mlp); // [T, d]
    }
    logits(&x, weights, epsilon) // [V]
}

/// Forgets the last `n` tokens in every layer; with fewer than `n` cached, all of them. What stays
/// may be copied: rewinding is rare.
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
/// rewind(&mut cache, 9);
/// assert!(cache.is_empty());
/// ```
pub fn rewind(cache: &mut Cache, n: usize) {
    for layer in &mut cache.layers {
        let kept = layer.k.nrows().saturating_sub(n);
        layer.k = layer.k.slice(s![..kept, ..]).to_owned(); // [kept, d]
        layer.v = layer.v.slice(s![..kept, ..]).to_owned(); // [kept, d]
    }
}

/// How many bytes the cache of one text of `tokens` tokens takes, when each number takes `bytes`.
///
/// A token has a key and a value in every layer. Each consists of `kv_heads` heads, and all
/// heads, of queries, keys and values, are d / `heads` numbers wide.
///
/// ```
/// # use kv_cache::{Sizes, cache_bytes};
/// let llama_2_7b = Sizes { layers: 32, d: 4096, heads: 32, kv_heads: 32 };
/// assert_eq!(cache_bytes(&llama_2_7b, 1, 2), 524_288); // 16 bits a number
/// ```
pub fn cache_bytes(sizes: &Sizes, tokens: usize, bytes: usize) -> usize {
    let head = sizes.d / sizes.heads;
    2 * sizes.layers * sizes.kv_heads * head * tokens * bytes
}
