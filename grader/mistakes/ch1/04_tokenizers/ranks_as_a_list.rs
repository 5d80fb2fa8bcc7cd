//! A list as long as the vocabulary
//!
//! You made a list with a place for each token and put every token at its rank. Ranks may begin
//! anywhere and leave numbers out: a vocabulary of one token may have rank 7. A map from rank to
//! token does not care.

pub fn misread(ids: &[u32], ranks: &std::collections::HashMap<Vec<u8>, u32>) -> (String, Vec<u32>) {
    let mut tokens: Vec<Option<&[u8]>> = vec![None; ranks.len()];
    for (token, &rank) in ranks {
        tokens[rank as usize] = Some(token);
    }
    let (mut bytes, mut unknown) = (Vec::new(), Vec::new());
    for &id in ids {
        match tokens.get(id as usize).copied().flatten() {
            Some(token) => bytes.extend(token),
            None => unknown.push(id),
        }
    }
    (String::from_utf8_lossy(&bytes).into_owned(), unknown)
}
