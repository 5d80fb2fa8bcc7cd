//! 1.6 From token IDs to vectors
//!
//! The lesson is in README.md; `cargo xtask hint 1.6` helps.

use ndarray::{Array2, Axis};

/// Looks up token ids in an embedding table `[V, d]`: `[T, d]`, row t is the table's row
/// `ids[t]`.
///
/// An id of V or more has no row: the first such id is the error. No ids give `[0, d]`.
///
/// ```
/// # use embedding::embed;
/// # use ndarray::array;
/// let table = array![[0.5, 1.0], [2.0, -1.0], [3.0, 0.0]];
/// assert_eq!(embed(&table, &[2, 0, 2]), Ok(array![[3.0, 0.0], [0.5, 1.0], [3.0, 0.0]]));
/// assert_eq!(embed(&table, &[1, 3, 4]), Err(3));
/// ```
pub fn embed(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    let rows = rows(table, ids)?;
    Ok(table.select(Axis(0), &rows)) // [T, d]
}

/// The same as [`embed`], computed as a product: one-hot rows `[T, V]` times the table `[V, d]`.
///
/// Row t of the one-hot matrix is 1 at `ids[t]` and 0 elsewhere. The result equals that of
/// [`embed`] exactly, errors too, since a sum of one number and zeros is that number.
///
/// ```
/// # use embedding::embed_one_hot;
/// # use ndarray::array;
/// let table = array![[0.5, 1.0], [2.0, -1.0], [3.0, 0.0]];
/// assert_eq!(embed_one_hot(&table, &[2, 0]), Ok(array![[3.0, 0.0], [0.5, 1.0]]));
/// assert_eq!(embed_one_hot(&table, &[3]), Err(3));
/// ```
pub fn embed_one_hot(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    let mut one_hot = Array2::zeros((ids.len(), table.nrows())); // [T, V]
    for (t, row) in rows(table, ids)?.into_iter().enumerate() {
        one_hot[[t, row]] = 1.0;
    }
    Ok(one_hot.dot(table)) // [T, V] · [V, d] = [T, d]
}

/// Scores vectors `x` `[T, d]` against every row of the table `[V, d]`: `[T, V]`.
///
/// Entry (t, i) is the dot product of `x`'s row t and the table's row i. It is the way back from
/// vectors to ids, and a model with a tied head gets its logits so.
///
/// ```
/// # use embedding::scores;
/// # use ndarray::array;
/// let table = array![[0.5, 1.0], [2.0, -1.0], [3.0, 0.0]];
/// assert_eq!(scores(&table, &array![[2.0, 1.0]]), array![[2.0, 3.0, 6.0]]);
/// ```
pub fn scores(table: &Array2<f32>, x: &Array2<f32>) -> Array2<f32> {
    if x.nrows() == 1 {
        // As decoding has it at each step: no need to rearrange the table for a single row.
        return table.dot(&x.row(0)).insert_axis(Axis(0)); // [V, d] · [d] = [V], as [1, V]
    }
    x.dot(&table.t()) // [T, d] · [d, V] = [T, V]
}

/// One training step that pulls the rows of two ids together: the table after it, `[V, d]`.
///
/// Row `a` becomes a + rate · (b − a) and row `b` becomes b + rate · (a − b), both from the rows
/// as they were before the step. All other rows stay. It is one step of gradient descent on
/// ½‖a − b‖². Both ids are below V; when they are the same, nothing changes.
///
/// ```
/// # use embedding::pull_together;
/// # use ndarray::array;
/// let table = array![[0.0, 4.0], [9.0, 9.0], [8.0, 0.0]];
/// assert_eq!(pull_together(&table, 0, 2, 0.25), array![[2.0, 3.0], [9.0, 9.0], [6.0, 1.0]]);
/// ```
pub fn pull_together(table: &Array2<f32>, a: u32, b: u32, rate: f32) -> Array2<f32> {
    let (a, b) = (a as usize, b as usize);
    let way = &table.row(b) - &table.row(a); // [d], from a to b
    let mut table = table.clone(); // [V, d]
    table.row_mut(a).scaled_add(rate, &way);
    table.row_mut(b).scaled_add(-rate, &way);
    table
}

/// The ids as indices of rows; the error is the first id that has none.
fn rows(table: &Array2<f32>, ids: &[u32]) -> Result<Vec<usize>, u32> {
    let row = |&id: &u32| if (id as usize) < table.nrows() { Ok(id as usize) } else { Err(id) };
    ids.iter().map(row).collect()
}
