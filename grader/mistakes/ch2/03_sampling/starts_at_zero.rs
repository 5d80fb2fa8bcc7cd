//! The search begins at 0
//!
//! This is what you get when the largest logit so far begins as 0. All logits may be negative, and
//! then none of them is larger than that. Begin with the first logit, or with −∞.

pub fn greedy(logits: &[f32]) -> u32 {
    let (mut best, mut largest) = (0, 0.0);
    for (id, &logit) in logits.iter().enumerate() {
        if logit > largest {
            (best, largest) = (id, logit);
        }
    }
    best as u32
}
