//! An entry for each character
//!
//! This is what you get when the characters of the text are encoded one by one. That is spelling the
//! word out for the model, which nobody does: encode the text as a whole.

pub fn hidden_letters(text: &str, letter: char, encoder: &encoder::Encoder) -> Vec<(u32, usize)> {
    let mut all = Vec::new();
    for c in text.chars() {
        for id in encoder.encode(&c.to_string()) {
            let count = encoder.token(id).iter().filter(|&&byte| byte == letter as u8).count();
            all.push((id, count));
        }
    }
    all
}
