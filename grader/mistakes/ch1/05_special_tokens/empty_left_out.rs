//! Empty sequences are left out
//!
//! You give no row for a sequence without ids. Row by row, the result belongs to the batch, and
//! with one missing all that follow belong to the wrong text. An empty sequence is a row of
//! padding.

pub fn pad(batch: &[Vec<u32>], pad_id: u32) -> (Vec<Vec<u32>>, Vec<Vec<bool>>) {
    let longest = batch.iter().map(Vec::len).max().unwrap_or(0);
    let (mut rows, mut mask) = (Vec::new(), Vec::new());
    for ids in batch.iter().filter(|ids| !ids.is_empty()) {
        let missing = longest - ids.len();
        let row = [vec![pad_id; missing], ids.clone()].concat();
        let marks = [vec![false; missing], vec![true; ids.len()]].concat();
        rows.push(row);
        mask.push(marks);
    }
    (rows, mask)
}
