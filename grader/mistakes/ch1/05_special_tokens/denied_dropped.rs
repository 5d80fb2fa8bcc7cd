//! A special token that is not allowed is left out
//!
//! You leave out a special token that is not allowed, and nobody learns that the text was
//! changed. Return `Err` with its name.

pub fn encode(text: &str, specials: &[(&str, u32)], allowed: &[&str]) -> Result<Vec<u32>, String> {
    let names: Vec<&str> = specials.iter().map(|&(name, _)| name).collect();
    let mut ids = Vec::new();
    for piece in crate::split_special(text, &names) {
        match specials.iter().find(|(name, _)| *name == piece) {
            None => ids.extend(crate::ordinary(&piece)),
            Some((name, id)) if allowed.contains(name) => ids.push(*id),
            Some(_) => {}
        }
    }
    Ok(ids)
}
