//! How the next token is chosen. Not yours to edit.

/// The settings of the whole way from logits to a token, under the names that the field uses.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Logits are divided by it: below 1 sharper, above 1 flatter. 0 means greedy; never negative.
    pub temperature: f32,
    /// Keep only the k most probable tokens, at least 1. `None` keeps all.
    pub top_k: Option<usize>,
    /// Keep only the fewest tokens that together reach this, above 0. 1 or more keeps all.
    pub top_p: f32,
}

plain::plain_struct!(Settings { temperature, top_k, top_p });
