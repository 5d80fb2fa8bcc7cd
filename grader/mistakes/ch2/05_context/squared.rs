//! A square instead of the triangle
//!
//! This is what you get when every token looks at every token: T · T. The mask hides what comes
//! later, and what is left is the triangle 1 + 2 + … + T = T(T + 1)/2.

pub fn attention_scores(tokens: u64) -> u64 {
    tokens * tokens
}
