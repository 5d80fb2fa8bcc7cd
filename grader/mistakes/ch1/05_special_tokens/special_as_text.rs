//! No special token is recognised
//!
//! You hand the whole text to `ordinary`, which knows no special tokens, so an allowed one is
//! spelled in many ids. Cut the text with `split_special` first; an allowed name becomes its
//! one id.

pub fn encode(text: &str, specials: &[(&str, u32)], allowed: &[&str]) -> Result<Vec<u32>, String> {
    let denied = |name: &str| specials.iter().any(|s| s.0 == name) && !allowed.contains(&name);
    let names: Vec<&str> = specials.iter().map(|&(name, _)| name).collect();
    match crate::split_special(text, &names).into_iter().find(|piece| denied(piece)) {
        Some(piece) => Err(piece),
        None => Ok(crate::ordinary(text)),
    }
}
