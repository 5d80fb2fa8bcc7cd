//! The mask does not follow the ids
//!
//! The ids are padded on the left, but the mask has its `false` on the right. Column by column,
//! the mask belongs to the id that stands there.

pub fn pad(batch: &[Vec<u32>], pad_id: u32) -> (Vec<Vec<u32>>, Vec<Vec<bool>>) {
    let longest = batch.iter().map(Vec::len).max().unwrap_or(0);
    let (mut rows, mut mask) = (Vec::new(), Vec::new());
    for ids in batch {
        let missing = longest - ids.len();
        let row = [vec![pad_id; missing], ids.clone()].concat();
        let marks = [vec![true; ids.len()], vec![false; missing]].concat();
        rows.push(row);
        mask.push(marks);
    }
    (rows, mask)
}
