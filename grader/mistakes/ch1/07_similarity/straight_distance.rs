//! The distance instead of the angle
//!
//! This is what you get when neighbours are chosen and shown by the straight distance between the
//! ends of the vectors. A row that points the same way but is longer is then far away. Compare
//! directions: the cosine, highest first.

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
    let mut found: Vec<(u32, f32)> = Vec::new();
    for (id, row) in (0..).zip(table.rows()) {
        if !excluded.contains(&id) {
            found.extend(distance(query, &row.to_vec()).map(|score| (id, score)));
        }
    }
    found.sort_by(|x, y| x.1.total_cmp(&y.1));
    found.truncate(k);
    found
}

fn distance(a: &[f32], b: &[f32]) -> Option<f32> {
    let way: Vec<f32> = a.iter().zip(b).map(|(a, b)| a - b).collect();
    (length(a) * length(b) > 0.0).then(|| length(&way) as f32)
}

fn product(a: &[f32], b: &[f32]) -> f64 {
    a.iter().zip(b).map(|(a, b)| *a as f64 * *b as f64).sum::<f64>() + 0.0
}

fn length(a: &[f32]) -> f64 {
    product(a, a).sqrt()
}
