//! A tokenizer as a given type, for sections that measure one instead of building it.
//!
//! A crate of its own, and not a file of the section: the planted mistakes take an [`Encoder`]
//! too, and they are compiled apart from any section. It brings no vocabulary along. Whoever
//! makes an encoder says which tokens it has: a handful for an example ([`Encoder::toy`]), or
//! those of a published vocabulary that the texts at hand can ask for ([`Encoder::new`]).

mod pattern;

use std::collections::{BTreeMap, HashMap};

pub use pattern::Pattern;

/// A tokenizer: turns text into ids, and says what bytes an id stands for.
///
/// ```
/// use encoder::Encoder;
/// // The 256 bytes have the ids 0 to 255; then 256 is "ca", and 257 is "cat".
/// let toy = Encoder::toy(&["ca", "cat"]);
/// assert_eq!(toy.encode("cats"), [257, 115]);
/// assert_eq!(toy.token(257), b"cat");
/// ```
#[derive(Clone, Debug)]
pub struct Encoder {
    name: &'static str,
    pattern: Pattern,
    ranks: HashMap<Vec<u8>, u32>,
    tokens: BTreeMap<u32, Vec<u8>>,
}

impl Encoder {
    /// An encoder of this name, with this pattern and these tokens, each with its id. The id is
    /// its rank as well: where several merges are possible, the one to the lowest id is made.
    ///
    /// The single bytes should be among the tokens; a byte that is not is left out of the text.
    pub fn new(name: &'static str, pattern: Pattern, ranks: HashMap<Vec<u8>, u32>) -> Encoder {
        let tokens = ranks.iter().map(|(token, &id)| (id, token.clone())).collect();
        Encoder { name, pattern, ranks, tokens }
    }

    /// A small encoder, made by hand. The single bytes have the ids 0 to 255, as in section 1.3;
    /// after them `tokens[i]` has the id 256 + i.
    ///
    /// Text is cut into pieces as GPT-2 does it, and pairs within a piece are merged, the
    /// earliest token of the list first. So a token is reached through its parts: with `"cat"`
    /// goes `"ca"` or `"at"`, unless `cat` is a whole piece.
    pub fn toy(tokens: &[&str]) -> Encoder {
        let mut ranks: HashMap<Vec<u8>, u32> = (0..=255).map(|b| (vec![b], b.into())).collect();
        for (id, token) in (256..).zip(tokens) {
            ranks.entry(token.as_bytes().to_vec()).or_insert(id);
        }
        Encoder::new("Encoder::toy", Pattern::Gpt2, ranks)
    }

    /// The ids of a text. An empty text has none.
    pub fn encode(&self, text: &str) -> Vec<u32> {
        self.pattern.pieces(text).into_iter().flat_map(|piece| self.merge(piece)).collect()
    }

    /// The bytes of one token. They need not be whole characters.
    ///
    /// # Panics
    ///
    /// When the id is none of this encoder's.
    pub fn token(&self, id: u32) -> &[u8] {
        self.tokens.get(&id).unwrap_or_else(|| panic!("{id} is no id of this encoder"))
    }

    /// All ids of the vocabulary, in ascending order.
    pub fn ids(&self) -> Vec<u32> {
        self.tokens.keys().copied().collect()
    }

    /// Byte pair encoding of one piece: again and again the two neighbours that make the token
    /// of the lowest id, the leftmost first.
    fn merge(&self, piece: &str) -> Vec<u32> {
        if let Some(&id) = self.ranks.get(piece.as_bytes()) {
            return vec![id];
        }
        // Where each part begins, and the end of the piece.
        let mut cuts: Vec<usize> = (0..=piece.len()).collect();
        let id = |from: usize, to: usize| self.ranks.get(&piece.as_bytes()[from..to]).copied();
        loop {
            let merges = cuts.windows(3).enumerate();
            let merges = merges.filter_map(|(i, cut)| Some((id(cut[0], cut[2])?, i)));
            let Some((_, i)) = merges.min() else { break };
            cuts.remove(i + 1);
        }
        cuts.windows(2).filter_map(|cut| id(cut[0], cut[1])).collect()
    }
}

/// In feedback, a real encoder is its name, and a toy its list of tokens.
impl plain::Plain for Encoder {
    fn value(&self) -> plain::Value {
        let text = |id| plain::Value::Text(String::from_utf8_lossy(self.token(id)).into_owned());
        let tokens: Vec<_> = self.ids().into_iter().filter(|&id| id > 255).map(text).collect();
        let fields = match self.name {
            "Encoder::toy" => vec![("tokens", plain::Value::List(tokens))],
            _ => Vec::new(),
        };
        plain::Value::Struct(self.name, fields)
    }
}
