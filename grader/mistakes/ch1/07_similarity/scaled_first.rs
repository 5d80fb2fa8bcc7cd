//! Scaled to length 1 first
//!
//! This is what you get when the three rows are made equally long before they are added. Some
//! libraries do so, but here they are taken as they are: a - b + c, and only the cosine takes
//! lengths out.

use ndarray::Array2;

pub fn analogy(table: &Array2<f32>, a: u32, b: u32, c: u32, k: usize) -> Vec<(u32, f32)> {
    let unit = |id: u32| {
        let row = table.row(id as usize).to_owned();
        let length = length(&row.to_vec());
        if length > 0.0 { row / length as f32 } else { row }
    };
    let query = (unit(a) - unit(b) + unit(c)).to_vec();
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
