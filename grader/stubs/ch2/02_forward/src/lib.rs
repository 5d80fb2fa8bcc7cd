//! 2.2 Components of the forward pass
//!
//! From token ids to logits: the parts of which a model is made, and one trip through all of
//! it. The lesson is in README.md; `cargo xtask hint 2.2` helps.

use model::{Config, Linear, Norm, Weights};
use ndarray::Array2;

mod blocks;
pub use blocks::block;

/// Layer norm: brings each row of `x` `[T, d]` to mean 0 and variance 1, then scales and shifts.
///
/// For each row by itself: y = (x − mean) / √(variance + ε) · γ + β. The variance is the mean of
/// the squared distances from the mean (divided by d, not by d − 1), and ε is inside the root.
/// γ and β are `norm.weight` and `norm.bias`, both `[d]`.
///
/// Equal numbers have the variance 0, so a row of them comes out as β. A number added to a whole
/// row, even 1000, changes nothing beyond rounding.
///
/// ```
/// # use forward::layer_norm;
/// # use model::Norm;
/// # use ndarray::array;
/// let norm = Norm { weight: array![1.0, 1.0, 10.0], bias: array![0.0, 0.0, 5.0] };
/// // The mean is 4, the distances −3, 0, 3, the variance (9 + 0 + 9) / 3 = 6; with ε, 16.
/// assert_eq!(layer_norm(&array![[1.0, 4.0, 7.0]], &norm, 10.0), array![[-0.75, 0.0, 12.5]]);
/// ```
pub fn layer_norm(x: &Array2<f32>, norm: &Norm, epsilon: f32) -> Array2<f32> {
    todo!("bring each row of {x} to mean 0 and variance 1 with {epsilon}, then {norm:?}")
}

/// A linear layer: x·W + b, where `x` is `[T, in]`, W `[in, out]` and b `[out]`: `[T, out]`.
///
/// W and b are `linear.weight` and `linear.bias`. GPT-2 stores W as `[in, out]`, so nothing is
/// transposed. b is added to every row.
///
/// ```
/// # use forward::linear;
/// # use model::Linear;
/// # use ndarray::array;
/// let layer = Linear { weight: array![[1.0, 0.0, 2.0], [0.0, 3.0, 1.0]], bias: array![0.5, 0.0, 0.0] };
/// assert_eq!(linear(&array![[1.0, 2.0]], &layer), array![[1.5, 6.0, 4.0]]);
/// ```
pub fn linear(x: &Array2<f32>, linear: &Linear) -> Array2<f32> {
    todo!("multiply {x} by the weight of {linear:?} and add its bias")
}

/// A residual connection: `x` and what a part of the model has to say about it, added. Both
/// `[T, d]`, and so is the sum.
///
/// ```
/// # use forward::residual;
/// # use ndarray::array;
/// let (x, change) = (array![[1.0, 2.0, 3.0]], array![[0.0, -2.0, 0.5]]);
/// assert_eq!(residual(&x, &change), array![[1.0, 0.0, 3.5]]);
/// ```
pub fn residual(x: &Array2<f32>, change: &Array2<f32>) -> Array2<f32> {
    todo!("add {change} to {x}")
}

/// The forward pass: token ids, T of them, to logits `[T, V]`. Row t scores each token of the
/// vocabulary as the one that comes after `ids[t]`.
///
/// 1. Embed: row t of the stream `[T, d]` is row `ids[t]` of `weights.wte` `[V, d]` plus row t of
///    `weights.wpe` `[C, d]`.
/// 2. Send the stream through the blocks, first to last, with [`block`], which is given and does
///    its own norms and sums.
/// 3. The final norm, `weights.ln_f`, once.
/// 4. The LM head: the dot product of each row with every row of `weights.wte` (a tied head).
///
/// `config.n_head` and `config.layer_norm_epsilon` are what [`block`] and [`layer_norm`] ask for.
/// All sizes in `config` are those of `weights`. There may be no blocks at all. No ids give no
/// rows, `[0, V]`.
///
/// # Errors
///
/// The first position t for which the model lacks a row: because `ids[t]` is V or more, or
/// because t is C or more.
///
/// ```
/// # use forward::forward;
/// # use model::{Config, Norm, Weights};
/// # use ndarray::array;
/// # let config = Config {
/// #     n_layer: 0,
/// #     n_head: 1,
/// #     n_embd: 2,
/// #     n_positions: 1,
/// #     vocab_size: 3,
/// #     layer_norm_epsilon: 0.0,
/// #     n_inner: None,
/// #     activation_function: "gelu_new".to_owned(),
/// # };
/// let weights = Weights {
///     wte: array![[1.0, 0.0], [0.0, 2.0], [3.0, 1.0]],
///     wpe: array![[1.0, -1.0]],
///     blocks: vec![],
///     ln_f: Norm { weight: array![1.0, 1.0], bias: array![0.0, 0.0] },
/// };
/// // (3, 1) + (1, −1) = (4, 0), which the norm makes (1, −1); ε is 0 here.
/// assert_eq!(forward(&weights, &config, &[2]), Ok(array![[1.0, -2.0, 2.0]]));
/// assert_eq!(forward(&weights, &config, &[3]), Err(0)); // there is no row 3 in wte
/// assert_eq!(forward(&weights, &config, &[2, 0]), Err(1)); // there is no row 1 in wpe
/// ```
pub fn forward(weights: &Weights, config: &Config, ids: &[u32]) -> Result<Array2<f32>, usize> {
    todo!("send {ids:?} through {} blocks of {} heads", weights.blocks.len(), config.n_head)
}

/// How many numbers a GPT-2 of these sizes has.
///
/// The token table `[V, d]` and the position table `[C, d]`; L blocks; a last norm. A block has
/// two norms, attention's two linear layers (d to 3d, d to d) and the feed-forward network's two
/// (d to `config.inner()`, and back). A norm has 2d numbers, a linear layer in·out + out. The
/// LM head is the token table once more (tied): it is not counted again.
///
/// ```
/// # use forward::parameters;
/// # use model::Config;
/// let gpt2_small = Config {
///     n_layer: 12,
///     n_head: 12,
///     n_embd: 768,
///     n_positions: 1024,
///     vocab_size: 50257,
///     layer_norm_epsilon: 1e-5,
///     n_inner: None,
///     activation_function: "gelu_new".to_owned(),
/// };
/// assert_eq!(parameters(&gpt2_small), 124_439_808);
/// ```
pub fn parameters(config: &Config) -> usize {
    todo!("count the numbers of {config:?}")
}
