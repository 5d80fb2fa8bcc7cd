//! Names are searched for before the text is cut
//!
//! You ask whether the text contains a name that is not allowed. It may contain it as a part of
//! a longer special token that is allowed. Cut the text first; only a whole piece is a special
//! token.

pub fn encode(text: &str, specials: &[(&str, u32)], allowed: &[&str]) -> Result<Vec<u32>, String> {
    let denied = |(name, _): &&(&str, u32)| !allowed.contains(name) && text.contains(*name);
    if let Some((name, _)) = specials.iter().filter(denied).min_by_key(|s| text.find(s.0)) {
        return Err((*name).to_owned());
    }
    let names: Vec<&str> = specials.iter().map(|&(name, _)| name).collect();
    let mut ids = Vec::new();
    for piece in crate::split_special(text, &names) {
        match specials.iter().find(|(name, _)| *name == piece) {
            None => ids.extend(crate::ordinary(&piece)),
            Some((name, id)) if allowed.contains(name) => ids.push(*id),
            Some(_) => return Err(piece),
        }
    }
    Ok(ids)
}
