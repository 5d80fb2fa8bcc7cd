//! Takes an id below 256 for a byte
//!
//! In 1.3 the id of a byte was its value; in these vocabularies id 0 is `!` and byte 0 is some
//! other id. Every id goes through the vocabulary, the small ones too.

pub fn misread(ids: &[u32], ranks: &std::collections::HashMap<Vec<u8>, u32>) -> (String, Vec<u32>) {
    let token = |id: u32| ranks.iter().find(|&(_, &rank)| rank == id).map(|(token, _)| token);
    let (mut bytes, mut unknown) = (Vec::new(), Vec::new());
    for &id in ids {
        match (u8::try_from(id), token(id)) {
            (Ok(byte), _) => bytes.push(byte),
            (_, Some(token)) => bytes.extend(token),
            (_, None) => unknown.push(id),
        }
    }
    (String::from_utf8_lossy(&bytes).into_owned(), unknown)
}
