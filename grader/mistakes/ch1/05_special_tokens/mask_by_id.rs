//! The mask is read off the ids
//!
//! You call everything padding that equals `pad_id`. A sequence may hold that id itself: GPT-2
//! is padded with 50256, which is also the id its texts begin with. Where padding is follows
//! from the lengths, never from the ids.

pub fn pad(batch: &[Vec<u32>], pad_id: u32) -> (Vec<Vec<u32>>, Vec<Vec<bool>>) {
    let longest = batch.iter().map(Vec::len).max().unwrap_or(0);
    let (mut rows, mut mask) = (Vec::new(), Vec::new());
    for ids in batch {
        let missing = longest - ids.len();
        let row: Vec<u32> = [vec![pad_id; missing], ids.clone()].concat();
        let marks = row.iter().map(|&id| id != pad_id).collect();
        rows.push(row);
        mask.push(marks);
    }
    (rows, mask)
}
