//! A token does not look at itself
//!
//! This is what you get when each token looks only at those before it: 0 + 1 + … + (T − 1). It
//! looks at itself too, so the first token has one score, and T tokens have T(T + 1)/2.

pub fn attention_scores(tokens: u64) -> u64 {
    tokens * tokens.saturating_sub(1) / 2
}
