//! 1.7 Measuring similarity
//!
//! The lesson is in README.md; `cargo xtask hint 1.7` helps.

use ndarray::Array2;

/// The dot product of two vectors of the same length: the sum of aᵢ·bᵢ.
///
/// ```
/// # use similarity::dot;
/// assert_eq!(dot(&[1.0, 2.0, 3.0], &[4.0, 0.0, -1.0]), 1.0); // 4 + 0 − 3
/// ```
pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// The length of a vector: the square root of the sum of its squares.
///
/// ```
/// # use similarity::norm;
/// assert_eq!(norm(&[3.0, -4.0]), 5.0);
/// ```
pub fn norm(a: &[f32]) -> f32 {
    dot(a, a).sqrt()
}

/// The cosine of the angle between two vectors of the same length: a·b / (‖a‖ ‖b‖).
///
/// From −1 (opposite) over 0 (at a right angle) to 1 (the same direction), and never outside:
/// what rounding adds is cut off. A vector of length 0 has no direction: then `None`.
///
/// ```
/// # use similarity::cosine;
/// let angle = cosine(&[1.0, 0.0], &[1.0, 1.0]).unwrap();
/// assert!((angle - 0.70710678).abs() < 1e-6);
/// assert_eq!(cosine(&[1.0, 2.0], &[0.0, 0.0]), None);
/// ```
pub fn cosine(a: &[f32], b: &[f32]) -> Option<f32> {
    let lengths = norm(a) * norm(b);
    (lengths > 0.0).then(|| (dot(a, b) / lengths).clamp(-1.0, 1.0))
}

/// The `k` nearest neighbours of a token in the table `[V, d]`: ids with their cosines, the
/// highest cosine first, equal ones by the lower id.
///
/// The token itself is no neighbour of its own. Rows of length 0 have no cosine and are left
/// out, so there may be fewer than `k`; when the token's own row has length 0, there is none.
/// `id` is below V.
///
/// ```
/// # use ndarray::array;
/// # use similarity::nearest;
/// let table = array![[1.0, 0.0], [-2.0, 0.0], [0.0, 0.0], [0.0, 5.0], [3.0, 0.0]];
/// assert_eq!(nearest(&table, 0, 2), [(4, 1.0), (3, 0.0)]);
/// assert_eq!(nearest(&table, 0, 9), [(4, 1.0), (3, 0.0), (1, -1.0)]);
/// ```
pub fn nearest(table: &Array2<f32>, id: u32, k: usize) -> Vec<(u32, f32)> {
    let query = table.row(id as usize).to_vec(); // [d]
    ranked(table, &query, &[id], k)
}

/// The answer to "`b` is to `a` as `c` is to what?": the `k` tokens whose rows are nearest to
/// a − b + c, as [`nearest`] gives them.
///
/// Here a, b and c are rows of the table `[V, d]`. The three ids themselves are no answers,
/// though one of them is often the nearest. All three are below V.
///
/// ```
/// # use ndarray::array;
/// # use similarity::analogy;
/// // king − man + woman: the columns are royal, male, female.
/// let table = array![[1., 1., 0.], [0., 1., 0.], [0., 0., 1.], [1., 0., 1.], [1., 0., 0.]];
/// assert_eq!(analogy(&table, 0, 1, 2, 1)[0].0, 3); // queen
/// ```
pub fn analogy(table: &Array2<f32>, a: u32, b: u32, c: u32, k: usize) -> Vec<(u32, f32)> {
    let row = |id: u32| table.row(id as usize);
    let query = (&row(a) - &row(b) + row(c)).to_vec(); // [d]
    ranked(table, &query, &[a, b, c], k)
}

/// The `k` rows nearest to `query`, without those of `excluded`.
fn ranked(table: &Array2<f32>, query: &[f32], excluded: &[u32], k: usize) -> Vec<(u32, f32)> {
    let table = table.as_standard_layout(); // [V, d], each row in one piece
    let scored = |(id, row): (u32, &[f32])| Some((id, cosine(query, row)?));
    let rows = table.rows().into_iter().map(|row| row.to_slice().expect("rows are in one piece"));
    let mut scores: Vec<_> =
        (0..).zip(rows).filter(|(id, _)| !excluded.contains(id)).filter_map(scored).collect();
    // The sort is stable, so equal cosines keep the order of ids. Adding 0 turns −0 into 0.
    scores.sort_by(|(_, a), (_, b)| (b + 0.0).total_cmp(&(a + 0.0)));
    scores.truncate(k);
    scores
}
