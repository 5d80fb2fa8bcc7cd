//! 2.3 Sampling and decoding
//!
//! From the logits of all tokens to the one token that is written. The lesson is in README.md;
//! `cargo xtask hint 2.3` helps. [`Settings`] and [`softmax()`] are given, in files of their own.

pub mod settings;
pub mod softmax;

pub use settings::Settings;
pub use softmax::softmax;

/// Greedy decoding: the id of the largest of the logits `[V]`, the lowest id among equals.
///
/// There is at least one logit. All may be negative, and any may be −∞.
///
/// ```
/// # use sampling::greedy;
/// assert_eq!(greedy(&[0.5, 3.0, -1.0, 3.0]), 1);
/// ```
pub fn greedy(logits: &[f32]) -> u32 {
    todo!("find the id of the largest of {logits:?}")
}

/// Divides the logits `[V]` by the temperature, which is at least 0.01 here: `[V]`, logits again.
///
/// ```
/// # use sampling::with_temperature;
/// assert_eq!(with_temperature(&[2.0, 1.0, -3.0], 0.5), [4.0, 2.0, -6.0]);
/// ```
pub fn with_temperature(logits: &[f32], temperature: f32) -> Vec<f32> {
    todo!("divide each of {logits:?} by {temperature}")
}

/// Keeps the `k` most probable tokens of probabilities `[V]` and renormalizes: `[V]`.
///
/// Every token stays at its place, and those that are not kept get 0. Among equals the lower id
/// is kept, so that exactly `k` are. What is kept is divided by its sum: it adds up to 1 again.
/// `k` is at least 1; with `k` of V or more all are kept.
///
/// ```
/// # use sampling::top_k;
/// assert_eq!(top_k(&[0.25, 0.375, 0.25, 0.125], 2), [0.4, 0.6, 0.0, 0.0]);
/// ```
pub fn top_k(probabilities: &[f32], k: usize) -> Vec<f32> {
    todo!("keep the {k} most probable of {probabilities:?}")
}

/// Keeps the fewest tokens of probabilities `[V]` that together reach `p`, and renormalizes:
/// `[V]`. This is nucleus sampling.
///
/// Takes tokens from the most probable on, the lower id first among equals, until their sum is
/// `p` or more: the token that gets it there is kept too. The others get 0, and what is kept is
/// divided by its sum, as in [`top_k`]. `p` is above 0. With `p` of 1 or more all are kept, even
/// if rounding makes the sum reach 1 before the last.
///
/// ```
/// # use sampling::top_p;
/// assert_eq!(top_p(&[0.125, 0.5, 0.25, 0.125], 0.75), [0.0, 2.0 / 3.0, 1.0 / 3.0, 0.0]);
/// ```
pub fn top_p(probabilities: &[f32], p: f32) -> Vec<f32> {
    todo!("keep the fewest of {probabilities:?} that reach {p}")
}

/// Draws a token from probabilities `[V]` with a random number `u`, at least 0 and below 1.
///
/// Lay the probabilities end to end, in the order of ids. Token i covers what lies from the sum
/// of those before it, included, to the sum with its own, not included. The token that covers `u`
/// is drawn. One of probability 0 covers nothing and is never drawn. If the sum of all is at or
/// below `u`, since rounding left it short of 1, the last token of a probability above 0 is
/// drawn; there always is one.
///
/// ```
/// # use sampling::sample;
/// let p = [0.25, 0.0, 0.5, 0.25, 0.0];
/// let drawn = [0.0, 0.2, 0.25, 0.7, 0.75, 0.99].map(|u| sample(&p, u));
/// assert_eq!(drawn, [0, 0, 2, 2, 3, 3]);
/// ```
pub fn sample(probabilities: &[f32], u: f32) -> u32 {
    todo!("find the token of {probabilities:?} that covers {u}")
}

/// The distribution that the next token is drawn from: logits `[V]` to probabilities `[V]`.
///
/// In this order: [`with_temperature`], [`softmax()`], [`top_k`] if it is set, [`top_p`]. A
/// temperature of 0 is the limit: 1 for the [`greedy`] token and 0 for all others, whatever the
/// other settings are. Any other is at least 0.01. At least one logit is above −∞.
///
/// ```
/// # use sampling::{Settings, distribution};
/// let settings = Settings { temperature: 2.0, top_k: None, top_p: 0.6 };
/// let p = distribution(&[2.0, 1.0, 0.1], &settings); // .502 .304 .194: two of them reach .6
/// assert!((p[0] - 0.622459).abs() < 1e-5 && (p[1] - 0.377541).abs() < 1e-5);
/// assert_eq!(p[2], 0.0);
/// ```
pub fn distribution(logits: &[f32], settings: &Settings) -> Vec<f32> {
    todo!("temperature, softmax, top-k and top-p for {logits:?}: {settings:?}")
}

/// Chooses the next token from logits `[V]`: with `u`, as in [`sample`], from [`distribution`].
///
/// ```
/// # use sampling::{Settings, choose};
/// let settings = Settings { temperature: 1.0, top_k: Some(2), top_p: 1.0 };
/// assert_eq!(choose(&[0.1, 2.0, 1.0], &settings, 0.7), 1); // of .731 and .269
/// assert_eq!(choose(&[0.1, 2.0, 1.0], &settings, 0.8), 2);
/// ```
pub fn choose(logits: &[f32], settings: &Settings, u: f32) -> u32 {
    todo!("draw with {u} from the distribution of {logits:?}: {settings:?}")
}
