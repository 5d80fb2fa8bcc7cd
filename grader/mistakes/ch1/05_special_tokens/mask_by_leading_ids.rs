//! The mask counts the padding ids at the front
//!
//! You take every `pad_id` at the front of a row for padding. A text may begin with that id
//! itself: GPT-2's begin with 50256, which also pads. How many ids were filled in follows from
//! the lengths, never from the ids.

pub fn pad(batch: &[Vec<u32>], pad_id: u32) -> (Vec<Vec<u32>>, Vec<Vec<bool>>) {
    let longest = batch.iter().map(Vec::len).max().unwrap_or(0);
    let (mut rows, mut mask) = (Vec::new(), Vec::new());
    for ids in batch {
        let missing = longest - ids.len();
        let row: Vec<u32> = [vec![pad_id; missing], ids.clone()].concat();
        let leading = row.iter().take_while(|&&id| id == pad_id).count();
        let marks = [vec![false; leading], vec![true; longest - leading]].concat();
        rows.push(row);
        mask.push(marks);
    }
    (rows, mask)
}
