//! Twice the triangle
//!
//! This is what you get when T(T + 1) is not halved. Two triangles make a rectangle of T by T + 1;
//! the scores are one of them.

pub fn attention_scores(tokens: u64) -> u64 {
    tokens * (tokens + 1)
}
