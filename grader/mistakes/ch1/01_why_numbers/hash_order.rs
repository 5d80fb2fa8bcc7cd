//! In the order of a HashSet
//!
//! This is what you get from the order of a HashSet or HashMap, which is another one in every
//! run. Ids that change from run to run are of no use to a model that learned the old ones:
//! sort the characters.

use std::collections::HashSet;

pub fn build_vocab(text: &str) -> Vec<char> {
    let distinct: HashSet<char> = text.chars().collect();
    distinct.into_iter().collect()
}
