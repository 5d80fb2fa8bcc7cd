//! 1.6 From token IDs to vectors.

use ndarray::Array2;

use super::{Site, Trouble, Wrong, call, expect, shape};

static EMBED: Site = Site { section: "1.6", function: "embed" };
static SCORES: Site = Site { section: "1.6", function: "scores" };

/// The rows of these ids: table `[V, d]` → `[T, d]`.
pub fn embed(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, Trouble> {
    let result = call(
        &EMBED,
        || format!("a table of shape {} and {} ids", shape(table), ids.len()),
        || embedding::embed(table, ids),
        |rows| match rows {
            Ok(rows) => expect::array(rows, &[ids.len(), table.ncols()]),
            Err(id) => Err(Wrong::new(
                format!("shape {:?}", [ids.len(), table.ncols()]),
                format!("Err({id}); every id is below {}", table.nrows()),
            )),
        },
    )?;
    Ok(result.unwrap_or_default())
}

/// The logits: x `[T, d]` against every row of the table `[V, d]` → `[T, V]`.
pub fn scores(table: &Array2<f32>, x: &Array2<f32>) -> Result<Array2<f32>, Trouble> {
    call(
        &SCORES,
        || format!("a table of shape {} and x of shape {}", shape(table), shape(x)),
        || embedding::scores(table, x),
        |logits| expect::array(logits, &[x.nrows(), table.nrows()]),
    )
}
