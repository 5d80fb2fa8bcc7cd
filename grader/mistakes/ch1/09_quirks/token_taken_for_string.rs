//! A token is taken for a `String`
//!
//! This is what you get when the bytes of a token are taken for text, which panics as soon as a
//! token holds a part of a character. An é may well be two tokens of a byte each. Count in the
//! bytes: an ASCII letter is one of them.

pub fn hidden_letters(text: &str, letter: char, encoder: &encoder::Encoder) -> Vec<(u32, usize)> {
    let text_of = |id| String::from_utf8(encoder.token(id).to_vec()).unwrap();
    let count = |id| text_of(id).matches(letter).count();
    encoder.encode(text).into_iter().map(|id| (id, count(id))).collect()
}
