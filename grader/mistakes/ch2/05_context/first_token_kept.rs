//! The first id kept as well
//!
//! This is what you get when the first id stays in front of the last ones. Some services do that to
//! keep an instruction; here only the last `room` ids are kept, nothing else.

pub fn fit(ids: &[u32], room: usize) -> Vec<u32> {
    if ids.len() <= room || room == 0 {
        return ids[..ids.len().min(room)].to_vec();
    }
    let mut kept = vec![ids[0]];
    kept.extend_from_slice(&ids[ids.len() - room + 1..]);
    kept
}
