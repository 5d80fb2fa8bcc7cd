//! 1.8 Position matters
//!
//! Three ways to tell a model where a token stands: a table of waves, a table that is learned,
//! and turning vectors. The lesson is in README.md; `cargo xtask hint 1.8` helps.

use ndarray::Array2;

/// The table of sinusoidal positions: a row of `d` numbers for each position from 0 on,
/// `[rows, d]`.
///
/// The columns come in pairs. Pair i is the columns 2i and 2i + 1: the sine and the cosine, in
/// this order, of one angle, which at position p is p / 10000^(2i/d) radians. `d` is even and
/// at least 2. With 0 rows the table is empty, and its shape is `[0, d]`.
///
/// ```
/// # use position::sinusoidal;
/// let table = sinusoidal(2, 4);
/// let rounded = table.mapv(|x| (x * 10_000.0).round() / 10_000.0);
/// assert_eq!(rounded, ndarray::array![[0.0, 1.0, 0.0, 1.0], [0.8415, 0.5403, 0.01, 1.0]]);
/// assert_eq!(sinusoidal(0, 6).dim(), (0, 6));
/// ```
pub fn sinusoidal(rows: usize, d: usize) -> Array2<f32> {
    todo!("make the sinusoidal table of {rows} positions and {d} columns")
}

/// Adds to each row of `x` `[T, d]` the row of `table` `[rows, d]` for its position: `[T, d]`.
///
/// Row t of `x` stands at position `start` + t, and position p has row p of the table. Any table
/// will do, computed or learned; it has as many columns as `x`. A position is missing in the
/// table from `rows` on; `start` may lie beyond that already. An `x` without rows has no
/// positions: the result has no rows either, whatever `start` is.
///
/// # Errors
///
/// The first of the positions `start`, `start` + 1, … of `x` that the table does not have.
///
/// ```
/// # use position::add_positions;
/// # use ndarray::array;
/// let table = array![[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]];
/// let x = array![[1.0, 2.0], [3.0, 4.0]];
/// assert_eq!(add_positions(&x, &table, 1), Ok(array![[1.3, 2.4], [3.5, 4.6]]));
/// assert_eq!(add_positions(&x, &table, 2), Err(3));
/// ```
pub fn add_positions(
    x: &Array2<f32>,
    table: &Array2<f32>,
    start: usize,
) -> Result<Array2<f32>, usize> {
    todo!("add to each row of {x} its row of {table}, from position {start} on")
}

/// The rotary encoding of one vector `[d]`: each pair of numbers turned by the position's angle.
///
/// Pair i is `x[2i]` and `x[2i + 1]`, next to each other, and its angle a is the one of
/// [`sinusoidal`]: position / 10000^(2i/d) radians. The pair (x, y) becomes
/// (x cos a − y sin a, x sin a + y cos a), counterclockwise. `d`, the length of `x`, is even;
/// it may be 0, and then so is the result's.
///
/// ```
/// # use position::rotate;
/// let turned = rotate(&[1.0, 2.0, 3.0, 4.0], 1);
/// let rounded: Vec<f32> = turned.iter().map(|x| (x * 10_000.0).round() / 10_000.0).collect();
/// assert_eq!(rounded, [-1.1426, 1.9221, 2.9599, 4.0298]);
/// assert_eq!(rotate(&[1.0, 2.0, 3.0, 4.0], 0), [1.0, 2.0, 3.0, 4.0]);
/// ```
pub fn rotate(x: &[f32], position: usize) -> Vec<f32> {
    todo!("turn each pair of {x:?} by its angle at position {position}")
}

/// The score of a query `q` `[d]` at position `m` with a key `k` `[d]` at position `n`: the dot
/// product of the two, after [`rotate`] has turned each by its own position.
///
/// It is not divided by anything. `q` and `k` have the same even length. Either of the
/// positions may be the larger one.
///
/// ```
/// # use position::rotary_score;
/// let score = rotary_score(&[1.0, 0.0], 5, &[1.0, 0.0], 3);
/// assert!((score - 2_f32.cos()).abs() < 1e-5); // two positions apart
/// assert_eq!(rotary_score(&[1.0, 2.0], 0, &[3.0, 4.0], 0), 11.0);
/// ```
pub fn rotary_score(q: &[f32], m: usize, k: &[f32], n: usize) -> f32 {
    todo!("turn {q:?} by {m} and {k:?} by {n}, then take their dot product")
}

/// Stretch: one training step of a learned position table `[rows, d]`, `[rows, d]` again.
///
/// `gradient` `[T, d]` is what training sends back for a text whose first token stood at position
/// `start`: row t says in which direction the loss grows at position `start` + t. The table's row
/// p becomes row p − `rate` · (the gradient's row for p). A row whose position the text did not
/// reach stays as it is. A gradient without rows changes nothing, whatever `start` is.
///
/// # Errors
///
/// As in [`add_positions`]: the first position of the text that the table does not have.
///
/// ```
/// # use position::learn_positions;
/// # use ndarray::array;
/// let table = array![[0.5, 0.5], [0.5, 0.0], [0.5, 0.5]];
/// let gradient = array![[2.0, -1.0]];
/// let learned = array![[0.5, 0.5], [0.0, 0.25], [0.5, 0.5]];
/// assert_eq!(learn_positions(&table, &gradient, 1, 0.25), Ok(learned));
/// assert_eq!(learn_positions(&table, &gradient, 3, 0.25), Err(3));
/// ```
pub fn learn_positions(
    table: &Array2<f32>,
    gradient: &Array2<f32>,
    start: usize,
    rate: f32,
) -> Result<Array2<f32>, usize> {
    todo!("move the rows of {table} from {start} on by -{rate} times {gradient}")
}
