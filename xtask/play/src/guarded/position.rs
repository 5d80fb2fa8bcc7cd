//! 1.8 Position matters.

use ndarray::Array2;

use super::{Site, Trouble, Wrong, call, expect, shape};

static ADD_POSITIONS: Site = Site { section: "1.8", function: "add_positions" };

/// x `[T, d]` plus the rows of the table `[C, d]` from `start` on → `[T, d]`.
pub fn add_positions(
    x: &Array2<f32>,
    table: &Array2<f32>,
    start: usize,
) -> Result<Array2<f32>, Trouble> {
    let result = call(
        &ADD_POSITIONS,
        || format!("x of shape {}, a table of shape {}, start {start}", shape(x), shape(table)),
        || position::add_positions(x, table, start),
        |sum| match sum {
            Ok(sum) => expect::array(sum, &[x.nrows(), x.ncols()]),
            Err(at) => Err(Wrong::new(
                format!("shape {}", shape(x)),
                format!("Err({at}); the table has positions 0 to {}", table.nrows() - 1),
            )),
        },
    )?;
    Ok(result.unwrap_or_default())
}
