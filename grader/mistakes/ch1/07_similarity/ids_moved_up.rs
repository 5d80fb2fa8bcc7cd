//! Ids counted after leaving out
//!
//! This is what you get when rows are numbered after some were left out: from there on every id is
//! too low. Number the rows first, with `enumerate` or `(0..).zip(...)`, and leave out afterwards.

use ndarray::Array2;

pub fn nearest(table: &Array2<f32>, id: u32, k: usize) -> Vec<(u32, f32)> {
    ranked(table, &table.row(id as usize).to_vec(), &[id], k)
}

pub fn analogy(table: &Array2<f32>, a: u32, b: u32, c: u32, k: usize) -> Vec<(u32, f32)> {
    let row = |id: u32| table.row(id as usize);
    let query = (&row(a) - &row(b) + &row(c)).to_vec();
    ranked(table, &query, &[a, b, c], k)
}

fn ranked(table: &Array2<f32>, query: &[f32], excluded: &[u32], k: usize) -> Vec<(u32, f32)> {
    let kept = (0..).zip(table.rows()).filter(|(id, _)| !excluded.contains(id));
    let mut found: Vec<(u32, f32)> = Vec::new();
    for (id, (_, row)) in (0..).zip(kept) {
        found.extend(right(query, &row.to_vec()).map(|score| (id, score)));
    }
    found.sort_by(|x, y| y.1.total_cmp(&x.1));
    found.truncate(k);
    found
}

fn right(a: &[f32], b: &[f32]) -> Option<f32> {
    let lengths = length(a) * length(b);
    (lengths > 0.0).then(|| (product(a, b) / lengths).clamp(-1.0, 1.0) as f32)
}

fn product(a: &[f32], b: &[f32]) -> f64 {
    a.iter().zip(b).map(|(a, b)| *a as f64 * *b as f64).sum::<f64>() + 0.0
}

fn length(a: &[f32]) -> f64 {
    product(a, a).sqrt()
}
