//! 1.7 Measuring similarity.

use std::collections::BTreeSet;

use ndarray::Array2;

use super::{Site, Trouble, Wrong, call, shape};

static NEAREST: Site = Site { section: "1.7", function: "nearest" };

/// The k rows of the table `[V, d]` nearest to the row `id`, each with its cosine.
pub fn nearest(table: &Array2<f32>, id: u32, k: usize) -> Result<Vec<(u32, f32)>, Trouble> {
    let count = k.min(table.nrows().saturating_sub(1));
    call(
        &NEAREST,
        || format!("a table of shape {}, id {id} and k = {k}", shape(table)),
        || similarity::nearest(table, id, k),
        |found| {
            let asked = || format!("{count} different ids other than {id}, with cosines");
            let ids: BTreeSet<u32> = found.iter().map(|(id, _)| *id).collect();
            let known = ids.iter().all(|&other| (other as usize) < table.nrows() && other != id);
            let cosines = found.iter().all(|(_, cosine)| cosine.abs() < 1.001);
            let holds = found.len() == count && ids.len() == count && known && cosines;
            Wrong::unless(holds, asked(), || format!("{found:?}"))
        },
    )
}
