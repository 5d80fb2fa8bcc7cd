//! A special token that is not allowed becomes ordinary text
//!
//! You encode the name of a special token that is not allowed as if it were any text. That is a
//! policy too, and a safe one, but not the one asked for here: the caller has to learn of it.
//! Return `Err` with its name.

pub fn encode(text: &str, specials: &[(&str, u32)], allowed: &[&str]) -> Result<Vec<u32>, String> {
    let names: Vec<&str> = specials.iter().map(|&(name, _)| name).collect();
    let mut ids = Vec::new();
    for piece in crate::split_special(text, &names) {
        match specials.iter().find(|(name, _)| *name == piece) {
            None => ids.extend(crate::ordinary(&piece)),
            Some((name, id)) if allowed.contains(name) => ids.push(*id),
            Some(_) => ids.extend(crate::ordinary(&piece)),
        }
    }
    Ok(ids)
}
