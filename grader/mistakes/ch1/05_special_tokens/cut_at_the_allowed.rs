//! The text is cut at the allowed special tokens only
//!
//! You cut at the names in `allowed` and take everything else for text, so a special token that
//! is not allowed goes unnoticed inside a piece. Cut at all names in `specials`, then ask of each
//! special token whether it is allowed.

pub fn encode(text: &str, specials: &[(&str, u32)], allowed: &[&str]) -> Result<Vec<u32>, String> {
    let mut ids = Vec::new();
    for piece in crate::split_special(text, allowed) {
        match specials.iter().find(|(name, _)| *name == piece) {
            Some((_, id)) => ids.push(*id),
            None => ids.extend(crate::ordinary(&piece)),
        }
    }
    Ok(ids)
}
