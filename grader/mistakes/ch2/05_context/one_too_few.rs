//! One id too few
//!
//! This is what you get when a text that is too long is cut to one less than there is room for.
//! `room` ids fit: keep exactly so many.

pub fn fit(ids: &[u32], room: usize) -> Vec<u32> {
    if ids.len() <= room {
        ids.to_vec()
    } else {
        ids[ids.len() - room.saturating_sub(1)..].to_vec()
    }
}
