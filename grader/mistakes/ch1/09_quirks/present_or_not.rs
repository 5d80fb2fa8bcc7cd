//! A letter counts once in a token
//!
//! This is what you get when you ask whether the token holds the letter. `berry` holds two: count
//! all of them.

pub fn hidden_letters(text: &str, letter: char, encoder: &encoder::Encoder) -> Vec<(u32, usize)> {
    let count = |id| usize::from(encoder.token(id).contains(&(letter as u8)));
    encoder.encode(text).into_iter().map(|id| (id, count(id))).collect()
}
