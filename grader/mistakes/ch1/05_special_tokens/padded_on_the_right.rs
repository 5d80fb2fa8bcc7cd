//! Pads on the right
//!
//! You put the padding behind the ids. The model writes its next token behind the last column,
//! and there a shorter sequence now has padding. Pad on the left, so that every sequence ends
//! in the last column.

pub fn pad(batch: &[Vec<u32>], pad_id: u32) -> (Vec<Vec<u32>>, Vec<Vec<bool>>) {
    let longest = batch.iter().map(Vec::len).max().unwrap_or(0);
    let (mut rows, mut mask) = (Vec::new(), Vec::new());
    for ids in batch {
        let missing = longest - ids.len();
        let row = [ids.clone(), vec![pad_id; missing]].concat();
        let marks = [vec![true; ids.len()], vec![false; missing]].concat();
        rows.push(row);
        mask.push(marks);
    }
    (rows, mask)
}
