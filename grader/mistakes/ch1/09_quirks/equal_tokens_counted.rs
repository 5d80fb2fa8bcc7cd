//! All equal tokens are counted
//!
//! This is what you get when every place with equal ids counts, also those after the first
//! difference. The two texts part where the ids differ for the first time, even if they agree again
//! later: stop there, as `position` and `take_while` do.

pub fn parts_at(a: &str, b: &str, encoder: &encoder::Encoder) -> Option<usize> {
    let (a, b) = (encoder.encode(a), encoder.encode(b));
    if a == b {
        return None;
    }
    Some(a.iter().zip(&b).filter(|(a, b)| a == b).count())
}
