//! 1.8 Position matters
//!
//! The lesson is in README.md; `cargo xtask hint 1.8` helps.

use ndarray::{Array2, s};

/// The sinusoidal position table `[rows, d]` of "Attention Is All You Need".
///
/// Row t is position t, and positions start at 0. Columns go in pairs: column 2i holds
/// sin(t / 10000^(2i/d)) and column 2i + 1 the cosine of the same angle. When d is odd, the last
/// column is a sine without its cosine. Compute in `f64` and round at the end: in `f32` the
/// angles of late positions are off.
///
/// ```
/// # use position::sinusoidal;
/// let table = sinusoidal(2, 4);
/// assert_eq!(table.row(0).to_vec(), [0.0, 1.0, 0.0, 1.0]);
/// let expected = [0.84147098, 0.54030231, 0.00999983, 0.99995]; // sin 1, cos 1, sin .01, cos .01
/// assert!(table.row(1).iter().zip(expected).all(|(a, b): (&f32, f32)| (a - b).abs() < 1e-6));
/// ```
pub fn sinusoidal(rows: usize, d: usize) -> Array2<f32> {
    Array2::from_shape_fn((rows, d), |(t, column)| {
        let angle = angle(t, column / 2, d);
        (if column % 2 == 0 { angle.sin() } else { angle.cos() }) as f32
    }) // [rows, d]
}

/// Adds positions to token embeddings `x` `[T, d]`: row t gets row start + t of the position
/// table `[C, d]`. `start` is the position of the first row: 0 at the start of a text.
///
/// The table may be computed ([`sinusoidal`]) or learned, as GPT-2's: adding is the same. When
/// the table is too short, the error is the first position that it does not have. Without rows
/// there is nothing to add and no error.
///
/// ```
/// # use ndarray::array;
/// # use position::add_positions;
/// let table = array![[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]];
/// let x = array![[1.0, 1.0], [2.0, 2.0]];
/// assert_eq!(add_positions(&x, &table, 1), Ok(array![[1.3, 1.4], [2.5, 2.6]]));
/// assert_eq!(add_positions(&x, &table, 2), Err(3));
/// ```
pub fn add_positions(
    x: &Array2<f32>,
    table: &Array2<f32>,
    start: usize,
) -> Result<Array2<f32>, usize> {
    let end = start + x.nrows();
    if x.nrows() > 0 && end > table.nrows() {
        return Err(start.max(table.nrows()));
    }
    let first = start.min(table.nrows());
    Ok(x + &table.slice(s![first..first + x.nrows(), ..])) // [T, d]
}

/// Rotary encoding (RoPE): turns a vector `[d]` by its position.
///
/// The numbers go in neighbouring pairs, (x₀, x₁), (x₂, x₃) and so on, as in the RoFormer paper.
/// Pair i is a point in the plane and is turned counterclockwise by the angle
/// a = position / 10000^(2i/d), in radians:
/// (x, y) becomes (x·cos a − y·sin a, x·sin a + y·cos a). Compute the angle in `f64`.
/// When d is odd, the last number has no partner and stays.
///
/// ```
/// # use position::rotate;
/// let turned = rotate(&[1.0, 0.0, 0.0, 2.0], 1); // by 1 and by 0.01
/// let expected = [0.54030231, 0.84147098, -0.01999967, 1.9999];
/// assert!(turned.iter().zip(expected).all(|(a, b): (&f32, f32)| (a - b).abs() < 1e-6));
/// assert_eq!(rotate(&[3.0, 4.0], 0), [3.0, 4.0]);
/// ```
pub fn rotate(x: &[f32], position: usize) -> Vec<f32> {
    let mut turned = x.to_vec(); // [d]
    for (i, pair) in turned.chunks_exact_mut(2).enumerate() {
        let (sin, cos) = angle(position, i, x.len()).sin_cos();
        let (sin, cos) = (sin as f32, cos as f32);
        let [x, y] = [pair[0], pair[1]];
        pair[0] = x * cos - y * sin;
        pair[1] = x * sin + y * cos;
    }
    turned
}

/// The attention score of a query `q` `[d]` at position `m` and a key `k` `[d]` at position `n`,
/// both turned by [`rotate`]: their dot product, not scaled.
///
/// It depends on the distance m − n alone, which is what rotary encoding is for.
///
/// ```
/// # use position::rotary_score;
/// let near = rotary_score(&[1.0, 0.0], 5, &[1.0, 0.0], 4);
/// let same = rotary_score(&[1.0, 0.0], 105, &[1.0, 0.0], 104);
/// assert!((near - 0.54030231).abs() < 1e-6 && (same - near).abs() < 1e-6); // cos 1
/// ```
pub fn rotary_score(q: &[f32], m: usize, k: &[f32], n: usize) -> f32 {
    let (q, k) = (rotate(q, m), rotate(k, n)); // [d]
    q.iter().zip(&k).map(|(q, k)| q * k).sum()
}

/// The angle of pair `i` of `d` numbers at a position, in radians.
fn angle(position: usize, i: usize, d: usize) -> f64 {
    position as f64 / 10000_f64.powf((2 * i) as f64 / d as f64)
}
