//! Takes the longest token that fits
//!
//! This is what you get when the text is cut greedily, each time the longest token that matches.
//! BPE never looks at whole tokens: it applies its merges in the order in which they were learned.

pub fn encode(bytes: &[u8], merges: &[(u32, u32)]) -> Vec<u32> {
    let mut tokens: Vec<Vec<u8>> = (0..=255).map(|byte| vec![byte]).collect();
    for &(left, right) in merges {
        tokens.push([tokens[left as usize].clone(), tokens[right as usize].clone()].concat());
    }
    let mut ids = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let fits = |id: &usize| rest.starts_with(&tokens[*id]);
        let longest = (0..tokens.len()).filter(fits).max_by_key(|&id| tokens[id].len());
        let id = longest.unwrap_or(usize::from(rest[0]));
        ids.push(id as u32);
        rest = &rest[tokens[id].len()..];
    }
    ids
}
