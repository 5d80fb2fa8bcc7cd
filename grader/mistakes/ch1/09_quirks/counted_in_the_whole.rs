//! Every token gets the count of the whole text
//!
//! This is what you get when the letter is counted in the text, and that number put beside each id.
//! Count in the bytes of the one token: `encoder.token(id)`.

pub fn hidden_letters(text: &str, letter: char, encoder: &encoder::Encoder) -> Vec<(u32, usize)> {
    let count = text.matches(letter).count();
    encoder.encode(text).into_iter().map(|id| (id, count)).collect()
}
