//! 2.3 Sampling and decoding
//!
//! The lesson is in README.md; `cargo xtask hint 2.3` helps.

pub mod settings;
pub use settings::Settings;

/// Greedy decoding: the id of the largest logit, the first of equals. There is at least one logit.
///
/// ```
/// # use sampling::greedy;
/// assert_eq!(greedy(&[0.5, 3.0, -1.0, 3.0]), 1);
/// ```
pub fn greedy(logits: &[f32]) -> u32 {
    let mut best = 0;
    for (id, logit) in logits.iter().enumerate() {
        if *logit > logits[best] {
            best = id;
        }
    }
    best as u32
}

/// Divides the logits `[V]` by the temperature, which is above 0: `[V]`.
///
/// It is done before softmax: below 1 large logits stand out more, above 1 less.
///
/// ```
/// # use sampling::with_temperature;
/// assert_eq!(with_temperature(&[2.0, 1.0, -3.0], 0.5), [4.0, 2.0, -6.0]);
/// ```
pub fn with_temperature(logits: &[f32], temperature: f32) -> Vec<f32> {
    logits.iter().map(|logit| logit / temperature).collect() // [V]
}

/// Keeps the `k` most probable tokens of `[V]` and renormalizes: `[V]`, the others are 0.
///
/// Among equals the lower id is kept, so that exactly `k` are. What is kept is divided by its
/// sum, so that it adds up to 1 again. `k` is at least 1; with V or more all are kept.
///
/// ```
/// # use sampling::top_k;
/// assert_eq!(top_k(&[0.25, 0.375, 0.25, 0.125], 2), [0.4, 0.6, 0.0, 0.0]);
/// ```
pub fn top_k(probabilities: &[f32], k: usize) -> Vec<f32> {
    let order = by_probability(probabilities);
    keep(probabilities, &order[..k.min(order.len())])
}

/// Nucleus sampling: keeps the fewest tokens of `[V]` that together reach `p`, and renormalizes:
/// `[V]`, the others are 0.
///
/// Takes tokens in order of probability, the lower id first among equals, until their sum is
/// `p` or more: the token that gets there is kept too. `p` is above 0. With 1 or more all are
/// kept, whatever rounding does to the sum. Renormalized as in [`top_k`].
///
/// ```
/// # use sampling::top_p;
/// assert_eq!(top_p(&[0.125, 0.5, 0.25, 0.125], 0.75), [0.0, 2.0 / 3.0, 1.0 / 3.0, 0.0]);
/// ```
pub fn top_p(probabilities: &[f32], p: f32) -> Vec<f32> {
    let order = by_probability(probabilities);
    let mut sum = 0.0;
    let mut kept = 0;
    while kept < order.len() && (sum < p || p >= 1.0) {
        sum += probabilities[order[kept]];
        kept += 1;
    }
    keep(probabilities, &order[..kept])
}

/// Draws a token from probabilities `[V]` with a random number `u`, at least 0 and below 1.
///
/// Lay the probabilities end to end from id 0 on: id i covers what is from the sum of those
/// before it up to, not including, the sum with its own. The result is the id that covers `u`. A
/// token of probability 0 covers nothing and is never drawn. When rounding leaves the whole sum at or
/// below `u`, it is the last id whose probability is above 0.
///
/// ```
/// # use sampling::sample;
/// let p = [0.25, 0.0, 0.5, 0.25, 0.0];
/// let drawn: Vec<u32> = [0.0, 0.2, 0.25, 0.7, 0.75, 0.99].map(|u| sample(&p, u)).to_vec();
/// assert_eq!(drawn, [0, 0, 2, 2, 3, 3]);
/// ```
pub fn sample(probabilities: &[f32], u: f32) -> u32 {
    let mut sum = 0.0;
    let mut last = 0;
    for (id, &probability) in (0..).zip(probabilities) {
        sum += probability;
        if probability > 0.0 {
            last = id;
            if u < sum {
                break;
            }
        }
    }
    last
}

/// The distribution that the next token is drawn from: logits `[V]` to probabilities `[V]`.
///
/// In this order: [`with_temperature`], softmax, [`top_k`] (when it is set), [`top_p`]. A
/// temperature of 0 is the limit: everything on the [`greedy`] id, and the rest does not matter.
/// At least one logit is above −∞.
///
/// ```
/// # use sampling::{Settings, distribution};
/// let settings = Settings { temperature: 2.0, top_k: None, top_p: 0.6 };
/// let p = distribution(&[2.0, 1.0, 0.1], &settings); // .502 .304 .194: two reach .6
/// assert!((p[0] - 0.622459).abs() < 1e-5 && (p[1] - 0.377541).abs() < 1e-5);
/// assert_eq!(p[2], 0.0);
/// ```
pub fn distribution(logits: &[f32], settings: &Settings) -> Vec<f32> {
    if settings.temperature == 0.0 {
        return keep(&vec![1.0; logits.len()], &[greedy(logits) as usize]); // [V]
    }
    let mut probabilities = softmax(&with_temperature(logits, settings.temperature)); // [V]
    if let Some(k) = settings.top_k {
        probabilities = top_k(&probabilities, k); // [V]
    }
    top_p(&probabilities, settings.top_p) // [V]
}

/// Chooses the next token from logits `[V]`: draws with `u` from [`distribution`].
///
/// ```
/// # use sampling::{Settings, choose};
/// let settings = Settings { temperature: 1.0, top_k: Some(2), top_p: 1.0 };
/// assert_eq!(choose(&[0.1, 2.0, 1.0], &settings, 0.7), 1); // of .731 and .269
/// assert_eq!(choose(&[0.1, 2.0, 1.0], &settings, 0.8), 2);
/// ```
pub fn choose(logits: &[f32], settings: &Settings, u: f32) -> u32 {
    sample(&distribution(logits, settings), u)
}

/// Section 2.1's softmax `[V]`.
fn softmax(logits: &[f32]) -> Vec<f32> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let exps: Vec<f32> = logits.iter().map(|logit| (logit - max).exp()).collect(); // [V]
    let sum: f32 = exps.iter().sum();
    exps.iter().map(|exp| exp / sum).collect() // [V]
}

/// All ids, the most probable first. The sort is stable, so equal ones keep their order.
fn by_probability(probabilities: &[f32]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..probabilities.len()).collect();
    order.sort_by(|&a, &b| probabilities[b].total_cmp(&probabilities[a]));
    order
}

/// The probabilities `[V]` of `kept`, renormalized, and 0 for all others.
fn keep(probabilities: &[f32], kept: &[usize]) -> Vec<f32> {
    let sum: f32 = kept.iter().map(|&id| probabilities[id]).sum();
    let mut filtered = vec![0.0; probabilities.len()]; // [V]
    for &id in kept {
        filtered[id] = probabilities[id] / sum;
    }
    filtered
}
