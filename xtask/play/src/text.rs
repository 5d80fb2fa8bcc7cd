//! Text to ids and back, by the sections 1.3 and 1.4, in the model's own numbering.

use std::collections::HashMap;

use anyhow::Result;
use model::{Renumbered, Tokenizer};

use crate::guarded;

/// The token between two texts of the training.
const END_OF_TEXT: &str = "<|endoftext|>";

/// A tokenizer, with the code of the sections for it.
pub struct Text<'m> {
    tokenizer: &'m Tokenizer,
    /// The merges in the numbering of 1.3, and what its ids are in the model's.
    course: Renumbered,
    /// The bytes of each id of 1.3.
    vocabulary: Vec<&'m [u8]>,
    /// The model's id → the one of 1.3.
    own: HashMap<u32, u32>,
}

/// A piece of a text, and its tokens.
#[derive(Debug, PartialEq, Eq)]
pub struct Piece<'t> {
    /// The piece.
    pub text: &'t str,
    /// Its ids, in the model's numbering.
    pub ids: Vec<u32>,
}

impl<'m> Text<'m> {
    /// Of this tokenizer.
    pub fn of(tokenizer: &'m Tokenizer) -> Result<Text<'m>> {
        let course = tokenizer.renumbered()?;
        let bytes_of = &tokenizer.bytes_of;
        let vocabulary = course.ids.iter().map(|&id| bytes_of[id as usize].as_slice()).collect();
        let own = course.ids.iter().copied().zip(0..).collect();
        Ok(Text { tokenizer, vocabulary, own, course })
    }

    /// Cuts a text into pieces (1.4) and encodes each (1.3). What a special token is called is
    /// text like any other here.
    pub fn pieces<'t>(&self, text: &'t str) -> Result<Vec<Piece<'t>>> {
        let mut known: HashMap<&str, Vec<u32>> = HashMap::new();
        let mut result = Vec::new();
        for piece in guarded::tokenizer::pieces(text)? {
            let ids = match known.get(piece) {
                Some(ids) => ids.clone(),
                None => {
                    let ids = self.encode(piece)?;
                    known.insert(piece, ids.clone());
                    ids
                }
            };
            result.push(Piece { text: piece, ids });
        }
        Ok(result)
    }

    /// All ids of a text.
    pub fn ids(&self, text: &str) -> Result<Vec<u32>> {
        Ok(self.pieces(text)?.into_iter().flat_map(|piece| piece.ids).collect())
    }

    fn encode(&self, piece: &str) -> Result<Vec<u32>> {
        let own = guarded::bpe::encode(piece, &self.course.merges, &self.vocabulary)?;
        Ok(own.iter().map(|&id| self.course.ids[id as usize]).collect())
    }

    /// The bytes of one id (1.3); none for an id that no text has.
    pub fn decode(&self, id: u32) -> Result<Option<Vec<u8>>> {
        let Some(&own) = self.own.get(&id) else { return Ok(None) };
        let expected = self.vocabulary[own as usize];
        Ok(Some(guarded::bpe::decode(own, &self.course.merges, expected)?))
    }

    /// The id that begins every text, when the model knows one.
    pub fn begin(&self) -> Option<u32> {
        self.tokenizer.special_id(END_OF_TEXT)
    }

    /// What an id looks like: `" cat"`, `<|endoftext|>`.
    pub fn shown(&self, id: u32) -> String {
        match self.tokenizer.special.iter().find(|(_, special)| *special == id) {
            Some((name, _)) => name.clone(),
            None => self.bytes(id).map_or_else(|| "(no token)".to_owned(), crate::quoted::quoted),
        }
    }

    /// The bytes of an id, by the model's own table: for a label. A table may have more rows
    /// than the tokenizer has tokens.
    pub fn bytes(&self, id: u32) -> Option<&'m [u8]> {
        self.tokenizer.bytes_of.get(id as usize).map(Vec::as_slice)
    }
}
