//! Capitals are ignored
//!
//! This is what you get when both texts are lowercased before they are compared. `Cat` and `cat` are
//! different ids, so the model is given different input.

pub fn parts_at(a: &str, b: &str, encoder: &encoder::Encoder) -> Option<usize> {
    let (a, b) = (encoder.encode(&a.to_lowercase()), encoder.encode(&b.to_lowercase()));
    (0..a.len().max(b.len())).find(|&i| a.get(i) != b.get(i))
}
