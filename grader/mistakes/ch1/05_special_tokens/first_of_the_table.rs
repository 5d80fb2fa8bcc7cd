//! The error names the wrong special token
//!
//! When several special tokens in the text are not allowed, you name the one that comes first
//! in `specials`. The error is the first one in the text: check the pieces in their order.

pub fn encode(text: &str, specials: &[(&str, u32)], allowed: &[&str]) -> Result<Vec<u32>, String> {
    let names: Vec<&str> = specials.iter().map(|&(name, _)| name).collect();
    let pieces = crate::split_special(text, &names);
    for (name, _) in specials {
        if !allowed.contains(name) && pieces.iter().any(|piece| piece == name) {
            return Err((*name).to_owned());
        }
    }
    let mut ids = Vec::new();
    for piece in pieces {
        match specials.iter().find(|(name, _)| *name == piece) {
            Some((_, id)) => ids.push(*id),
            None => ids.extend(crate::ordinary(&piece)),
        }
    }
    Ok(ids)
}
