//! 2.1 Inputs and outputs of a trained LLM
//!
//! From the scores that a model gives to probabilities, candidates and one number for how well it
//! predicts. The lesson is in README.md; `cargo xtask hint 2.1` helps.

use ndarray::Array2;

/// The last row of logits `[T, V]`: `[V]`, the scores of the token that comes after the text.
///
/// Row t is about the token after position t, so only the last is about one that is not there
/// yet. The logits stay as they are: nothing is made of them here. `None` when there are no rows.
///
/// ```
/// # use ndarray::{Array2, array};
/// # use output::last_row;
/// assert_eq!(last_row(&array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), Some(vec![4.0, 5.0, 6.0]));
/// assert_eq!(last_row(&Array2::zeros((0, 3))), None);
/// ```
pub fn last_row(logits: &Array2<f32>) -> Option<Vec<f32>> {
    todo!("take the last row of {logits}")
}

/// Turns logits `[V]` into probabilities `[V]`: exp(xᵢ) divided by the sum of all exp(xⱼ).
///
/// They add up to 1 and keep the order of the logits. A logit is a finite number, or −∞ for what
/// is ruled out: that gets exactly 0. Logits as large as 10000 or as small as −10000 are no
/// trouble: subtract the largest from all of them first.
///
/// `None` when nothing is left to choose from: no logits at all, or all of them −∞.
///
/// ```
/// # use output::softmax;
/// let p = softmax(&[2.0, 1.0, 0.1]).unwrap();
/// let rounded: Vec<f32> = p.iter().map(|p| (p * 10_000.0).round() / 10_000.0).collect();
/// assert_eq!(rounded, [0.659, 0.2424, 0.0986]);
/// assert_eq!(softmax(&[1000.0, f32::NEG_INFINITY]), Some(vec![1.0, 0.0]));
/// assert_eq!(softmax(&[]), None);
/// ```
pub fn softmax(logits: &[f32]) -> Option<Vec<f32>> {
    todo!("turn the logits {logits:?} into probabilities")
}

/// The `k` most probable tokens, ids with their probabilities: the most probable first, equal
/// ones by the lower id. All of them when there are fewer than `k`.
///
/// Entry i of `probabilities` `[V]` belongs to id i. A probability of 0 is one like any other.
///
/// ```
/// # use output::top;
/// assert_eq!(top(&[0.2, 0.5, 0.1, 0.2], 3), [(1, 0.5), (0, 0.2), (3, 0.2)]);
/// assert_eq!(top(&[0.0, 1.0], 9), [(1, 1.0), (0, 0.0)]);
/// ```
pub fn top(probabilities: &[f32], k: usize) -> Vec<(u32, f32)> {
    todo!("find the {k} most probable of {probabilities:?}")
}

/// The natural logarithms of the probabilities of [`softmax`], `[V]`, computed from the logits:
/// (xᵢ − max) − ln(sum of all exp(xⱼ − max)), where max is the largest logit.
///
/// Not from the probabilities: e^−200 is 0 in `f32`, but its logarithm is an ordinary −200. And
/// in this order: max + ln(sum) loses digits when max is large. For logits from −10000 to 10000
/// each is within 1e-5, or within 1e-5 of its size where that is above 1. A logit of −∞ stays −∞.
/// `None` as in [`softmax`].
///
/// ```
/// # use output::log_softmax;
/// let half = 0.5_f32.ln();
/// assert_eq!(log_softmax(&[7.0, 7.0]), Some(vec![half, half]));
/// assert_eq!(log_softmax(&[0.0, -200.0]), Some(vec![0.0, -200.0]));
/// ```
pub fn log_softmax(logits: &[f32]) -> Option<Vec<f32>> {
    todo!("take the logarithms of the softmax of {logits:?}")
}

/// The perplexity of a text: its ids `[T]`, with the logits `[T, V]` that a model gives for them.
///
/// Row t of the logits predicts `ids[t + 1]`: nothing predicts the first id, and the last row
/// predicts none of them. So there are T − 1 predictions, and the perplexity is
/// exp(−mean of ln p(the id that came)), for a long text too. It is infinite when an id that came
/// was ruled out.
///
/// `None` when there is nothing to measure: fewer than two ids, not as many rows as ids, one of
/// the ids after the first is V or more, or one of the first T − 1 rows has no [`softmax`]. The
/// first id and the last row may be anything.
///
/// ```
/// # use ndarray::array;
/// # use output::perplexity;
/// let ln3 = 3_f32.ln();
/// // Row 0 gives id 1 a probability of 3/4, row 1 gives id 0 a half: (3/4 · 1/2)^(−1/2).
/// let logits = array![[0.0, ln3], [5.0, 5.0], [9.0, 0.0]];
/// let measured = perplexity(&logits, &[0, 1, 0]).unwrap();
/// assert!((measured - 1.6329932).abs() < 1e-5);
/// assert_eq!(perplexity(&logits, &[0, 1]), None);
/// ```
pub fn perplexity(logits: &Array2<f32>, ids: &[u32]) -> Option<f32> {
    todo!("measure how well {logits} predict {ids:?}")
}
