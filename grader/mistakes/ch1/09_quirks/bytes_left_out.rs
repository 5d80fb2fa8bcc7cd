//! The single bytes are left out
//!
//! This is what you get when only the merged tokens are looked at. The single bytes are tokens with
//! rows of their own, and some of them no text ever uses.

pub fn never_seen(documents: &[&str], encoder: &encoder::Encoder) -> Vec<u32> {
    let seen: Vec<u32> = documents.iter().flat_map(|text| encoder.encode(text)).collect();
    encoder.ids().into_iter().filter(|id| *id > 255 && !seen.contains(id)).collect()
}
