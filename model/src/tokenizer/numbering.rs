//! The numbering of section 1.3: byte b is id b, merge i makes id 256 + i.

use std::collections::HashMap;

use super::Tokenizer;
use crate::Error;

/// The same merges in the numbering of section 1.3. See [`Tokenizer::renumbered`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renumbered {
    /// The pairs that merge, in order: pair i makes id 256 + i.
    pub merges: Vec<(u32, u32)>,
    /// Id in the numbering of 1.3 → id in the tokenizer; 256 + `merges.len()` of them.
    pub ids: Vec<u32>,
}

pub fn renumbered(tokenizer: &Tokenizer) -> Result<Renumbered, Error> {
    let id_of: HashMap<&[u8], u32> = tokenizer
        .bytes_of
        .iter()
        .zip(0..)
        // A special token is no run of bytes, even if its name reads like one.
        .filter(|(_, id)| tokenizer.special.iter().all(|(_, special)| special != id))
        .map(|(bytes, id)| (bytes.as_slice(), id))
        .collect();
    let mut ids = Vec::with_capacity(256 + tokenizer.merges.len());
    let mut renumber = HashMap::new();
    let mut add = |id: u32, renumber: &mut HashMap<u32, u32>| {
        let new = ids.len() as u32;
        ids.push(id);
        renumber.insert(id, new).is_none()
    };
    for byte in 0..=u8::MAX {
        let id = id_of.get([byte].as_slice());
        let id = id.ok_or_else(|| Error::Renumber(format!("byte {byte} has no token")))?;
        add(*id, &mut renumber);
    }
    let mut merges = Vec::with_capacity(tokenizer.merges.len());
    for (rank, &(left, right)) in tokenizer.merges.iter().enumerate() {
        let (Some(&a), Some(&b)) = (renumber.get(&left), renumber.get(&right)) else {
            return Err(Error::Renumber(format!(
                "merge {rank}, of tokens {left} and {right}, comes before the merge that makes one of them"
            )));
        };
        let made: Vec<u8> = [left, right]
            .iter()
            .flat_map(|&id| &tokenizer.bytes_of[id as usize])
            .copied()
            .collect();
        // Loading checked that what a merge makes is a token.
        let made = id_of.get(made.as_slice()).copied();
        if !made.is_some_and(|made| add(made, &mut renumber)) {
            return Err(Error::Renumber(format!(
                "merge {rank}, of tokens {left} and {right}, makes a token that is there already"
            )));
        }
        merges.push((a, b));
    }
    Ok(Renumbered { merges, ids })
}
