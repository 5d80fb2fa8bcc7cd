//! 2.5 Parallel processing and context size.

use super::{Site, Trouble, Wrong, call};

static FIT: Site = Site { section: "2.5", function: "fit" };

/// The last ids, as many as there is room for.
pub fn fit(ids: &[u32], room: usize) -> Result<Vec<u32>, Trouble> {
    let count = ids.len().min(room);
    call(
        &FIT,
        || format!("{} ids and room for {room}", ids.len()),
        || context::fit(ids, room),
        |kept| {
            let asked = || format!("the last {count} of them");
            let holds = kept[..] == ids[ids.len() - count..];
            Wrong::unless(holds, asked(), || format!("{} ids: {kept:?}", kept.len()))
        },
    )
}
