//! The list of allowed tokens is not looked at
//!
//! Every special token in the text gets its control id, whether it is in `allowed` or not. Then
//! whoever writes the text steers the model. Look the name up in `allowed` first.

pub fn encode(text: &str, specials: &[(&str, u32)], allowed: &[&str]) -> Result<Vec<u32>, String> {
    let names: Vec<&str> = specials.iter().map(|&(name, _)| name).collect();
    let mut ids = Vec::new();
    for piece in crate::split_special(text, &names) {
        match specials.iter().find(|(name, _)| *name == piece) {
            None => ids.extend(crate::ordinary(&piece)),
            Some((name, id)) if !name.is_empty() || allowed.contains(name) => ids.push(*id),
            Some(_) => return Err(piece),
        }
    }
    Ok(ids)
}
