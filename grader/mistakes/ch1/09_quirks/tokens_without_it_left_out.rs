//! Tokens without the letter are left out
//!
//! This is what you get when only the tokens that hold the letter are listed. The list is what the
//! model is given, so every id is in it, with 0 where there is nothing to find.

pub fn hidden_letters(text: &str, letter: char, encoder: &encoder::Encoder) -> Vec<(u32, usize)> {
    let count = |id| encoder.token(id).iter().filter(|&&byte| byte == letter as u8).count();
    let all = encoder.encode(text).into_iter().map(|id| (id, count(id)));
    all.filter(|(_, count)| *count > 0).collect()
}
