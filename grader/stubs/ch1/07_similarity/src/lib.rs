//! 1.7 Measuring similarity
//!
//! From the dot product to the nearest neighbours of a token, and to arithmetic with meanings.
//! The lesson is in README.md; `cargo xtask hint 1.7` helps.

use ndarray::Array2;

/// The dot product of two vectors `[d]`: the sum of aᵢ·bᵢ.
///
/// Both have the same number of entries. If they have none, the sum is 0.
///
/// ```
/// # use similarity::dot;
/// assert_eq!(dot(&[1.0, 2.0, 3.0], &[4.0, 0.0, -1.0]), 1.0); // 4 + 0 − 3
/// ```
pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    todo!("multiply {a:?} and {b:?} entry by entry, and add up")
}

/// The length ‖a‖ of a vector `[d]`: the square root of the sum of its squares.
///
/// It is never negative. Without entries it is 0.
///
/// ```
/// # use similarity::norm;
/// assert_eq!(norm(&[3.0, -4.0]), 5.0);
/// ```
pub fn norm(a: &[f32]) -> f32 {
    todo!("take the root of the sum of the squares of {a:?}")
}

/// The cosine of the angle between two vectors `[d]`: a·b / (‖a‖ ‖b‖).
///
/// It goes from −1 (opposite) over 0 (at a right angle) to 1 (the same direction) and is never
/// outside: what rounding adds beyond −1 or 1 is cut off. Both vectors have the same number of
/// entries. A vector of length 0 has no direction, and then the answer is `None`; one that is only
/// short has a direction like any other. Lengths of 0 and from 1e-8 to 1e8 are asked for: the
/// squares of those far beyond leave the range of f32.
///
/// ```
/// # use similarity::cosine;
/// let cosine_of_45_degrees = cosine(&[1.0, 0.0], &[1.0, 1.0]).unwrap();
/// assert!((cosine_of_45_degrees - 0.70710678).abs() < 1e-6);
/// assert_eq!(cosine(&[1.0, 2.0], &[0.0, 0.0]), None);
/// ```
pub fn cosine(a: &[f32], b: &[f32]) -> Option<f32> {
    todo!("divide the dot product of {a:?} and {b:?} by both lengths")
}

/// The `k` nearest neighbours of a token in the table `[V, d]`: (id, cosine), the highest cosine
/// first, equal cosines by the lower id.
///
/// The token itself is not among its neighbours; another row that is just like its own is. Rows
/// of length 0 have no cosine and are left out. Where fewer than `k` are left, there are fewer;
/// if the token's own row has length 0, there are none. `id` is below V. Cosines are equal if they
/// are as f32 numbers: so are those of two rows that are the same, and so are 0.0 and −0.0.
///
/// ```
/// # use ndarray::array;
/// # use similarity::nearest;
/// let table = array![[1.0, 0.0], [-2.0, 0.0], [0.0, 0.0], [0.0, 5.0], [3.0, 0.0]];
/// assert_eq!(nearest(&table, 0, 2), [(4, 1.0), (3, 0.0)]);
/// assert_eq!(nearest(&table, 0, 9), [(4, 1.0), (3, 0.0), (1, -1.0)]);
/// ```
pub fn nearest(table: &Array2<f32>, id: u32, k: usize) -> Vec<(u32, f32)> {
    todo!("find the {k} rows of {table} nearest to row {id}")
}

/// The answer to "what is to `c` as `a` is to `b`?": the `k` tokens whose rows have the highest
/// cosine with a − b + c, in the form and order of [`nearest`].
///
/// Here a, b and c are rows of the table `[V, d]`, taken as they are. The three tokens themselves
/// are no answers, though one of them is often the nearest. Rows of length 0 are left out, and if
/// a − b + c has length 0, there is no answer. All three ids are below V; two may be the same.
///
/// ```
/// # use ndarray::array;
/// # use similarity::analogy;
/// // The columns say: royal, male, female. What is to woman (2) as king (0) is to man (1)?
/// let table = array![[1.0, 1.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [2.0, 0.0, 2.0]];
/// let queen = analogy(&table, 0, 1, 2, 1)[0];
/// assert_eq!(queen.0, 3);
/// assert!((queen.1 - 1.0).abs() < 1e-6);
/// ```
pub fn analogy(table: &Array2<f32>, a: u32, b: u32, c: u32, k: usize) -> Vec<(u32, f32)> {
    todo!("find the {k} rows of {table} nearest to row {a} - row {b} + row {c}")
}
