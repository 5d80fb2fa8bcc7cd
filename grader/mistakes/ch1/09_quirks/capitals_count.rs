//! Capitals count as the small letter
//!
//! This is what you get when `R` is counted as an `r`. To the tokenizer the two are different bytes
//! in different tokens, and here a letter is counted as it is written.

pub fn hidden_letters(text: &str, letter: char, encoder: &encoder::Encoder) -> Vec<(u32, usize)> {
    let count = |id| {
        let bytes = encoder.token(id);
        bytes.iter().filter(|byte| byte.eq_ignore_ascii_case(&(letter as u8))).count()
    };
    encoder.encode(text).into_iter().map(|id| (id, count(id))).collect()
}
