//! The step the wrong way
//!
//! This is what you get for b - a + c, the step from a to b. The point is a - b + c: a is to b as
//! the answer is to c, so the step goes from b to a.

use ndarray::Array2;

pub fn analogy(table: &Array2<f32>, a: u32, b: u32, c: u32, k: usize) -> Vec<(u32, f32)> {
    let row = |id: u32| table.row(id as usize);
    let query = (&row(b) - &row(a) + &row(c)).to_vec();
    ranked(table, &query, &[a, b, c], k)
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
