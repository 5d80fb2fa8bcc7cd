//! Cut at the allowed names, then searched for the others
//!
//! You cut at the names in `allowed` and look in the rest for one that is not. A cut at a short
//! allowed name goes right through a longer one that begins there and is not allowed: both halves
//! look harmless. Cut at all names in `specials` first, then decide for each piece.

pub fn encode(text: &str, specials: &[(&str, u32)], allowed: &[&str]) -> Result<Vec<u32>, String> {
    let names: Vec<&str> =
        specials.iter().map(|&(name, _)| name).filter(|name| allowed.contains(name)).collect();
    let mut ids = Vec::new();
    for piece in crate::split_special(text, &names) {
        if let Some((_, id)) = specials.iter().find(|s| s.0 == piece && allowed.contains(&s.0)) {
            ids.push(*id);
            continue;
        }
        let found = specials.iter().filter_map(|&(name, _)| Some((piece.find(name)?, name)));
        if let Some((_, name)) = found.min_by_key(|f| (f.0, std::cmp::Reverse(f.1.len()))) {
            return Err(name.to_owned());
        }
        ids.extend(crate::ordinary(&piece));
    }
    Ok(ids)
}
