//! Section 2.1's softmax, so that you need not write it again. Not yours to edit.

/// Turns logits `[V]` into probabilities `[V]`. At least one logit is above −∞; one of −∞ gets 0.
///
/// ```
/// # use sampling::softmax;
/// assert_eq!(softmax(&[3.0, 3.0, f32::NEG_INFINITY]), [0.5, 0.5, 0.0]);
/// ```
pub fn softmax(logits: &[f32]) -> Vec<f32> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let exps: Vec<f32> = logits.iter().map(|logit| (logit - max).exp()).collect(); // [V]
    let sum: f32 = exps.iter().sum();
    exps.iter().map(|exp| exp / sum).collect() // [V]
}
