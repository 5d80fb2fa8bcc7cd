//! The documents are joined before encoding
//!
//! This is what you get when the documents are put together into one text. Where one ends and the
//! next begins, tokens arise that stand in neither: encode each by itself.

pub fn never_seen(documents: &[&str], encoder: &encoder::Encoder) -> Vec<u32> {
    let seen = encoder.encode(&documents.concat());
    encoder.ids().into_iter().filter(|id| !seen.contains(id)).collect()
}
