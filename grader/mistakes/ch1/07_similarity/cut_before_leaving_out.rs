//! Too few, though there are more
//!
//! Your list is too short. That is what you get when it is cut to k first, and what does not belong
//! in it is thrown out afterwards. Leave out first, cut last, and to k itself, not to k - 1.

use ndarray::Array2;

pub fn nearest(table: &Array2<f32>, id: u32, k: usize) -> Vec<(u32, f32)> {
    let found = ranked(table, &table.row(id as usize).to_vec(), &[], k);
    found.into_iter().filter(|(other, _)| *other != id).collect()
}

pub fn analogy(table: &Array2<f32>, a: u32, b: u32, c: u32, k: usize) -> Vec<(u32, f32)> {
    let row = |id: u32| table.row(id as usize);
    let query = (&row(a) - &row(b) + &row(c)).to_vec();
    let found = ranked(table, &query, &[], k);
    found.into_iter().filter(|(other, _)| ![a, b, c].contains(other)).collect()
}

fn ranked(table: &Array2<f32>, query: &[f32], excluded: &[u32], k: usize) -> Vec<(u32, f32)> {
    let mut found: Vec<(u32, f32)> = Vec::new();
    for (id, row) in (0..).zip(table.rows()) {
        if !excluded.contains(&id) {
            found.extend(right(query, &row.to_vec()).map(|score| (id, score)));
        }
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
