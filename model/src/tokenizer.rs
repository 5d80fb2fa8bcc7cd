//! The tables of a byte-level BPE tokenizer: what its tokens are, and which merges made them.

mod alphabet;
mod files;
mod numbering;

use std::path::Path;

pub use numbering::Renumbered;

use crate::Error;

/// The tables of a byte-level BPE, as GPT-2 has it: every token is a run of bytes.
///
/// It does not encode text: splitting text and applying merges is what sections 1.3 to 1.5
/// teach. Nor does it say how text is split before merging; GPT-2 and the course's model use
/// GPT-2's published pattern.
#[derive(Clone, Debug, PartialEq)]
pub struct Tokenizer {
    /// Token id → its bytes. Ids have no gaps. A special token has the bytes of its name.
    pub bytes_of: Vec<Vec<u8>>,
    /// Rank → the two token ids that it merges, in the order in which merges apply.
    pub merges: Vec<(u32, u32)>,
    /// The special tokens: name and id, by id. No text becomes one of them by merging.
    pub special: Vec<(String, u32)>,
}

impl Tokenizer {
    /// Reads the tokenizer of `folder`: `tokenizer.json` as Hugging Face's `tokenizers` writes
    /// it, or else the older pair `vocab.json` and `merges.txt`, where the one special token
    /// is GPT-2's `<|endoftext|>`.
    ///
    /// In those files a byte is written as a printable character (a space is `Ġ`), after
    /// `bytes_to_unicode` in OpenAI's GPT-2 code; here it is a byte again.
    ///
    /// # Errors
    ///
    /// When the files are missing or no JSON, when the model is no byte-level BPE, when an id
    /// is given twice or left out, and when a merge joins or makes something that is no token.
    pub fn load(folder: &Path) -> Result<Tokenizer, Error> {
        files::load(folder)
    }

    /// The id of the special token `name`, such as `<|endoftext|>`.
    pub fn special_id(&self, name: &str) -> Option<u32> {
        self.special.iter().find(|(special, _)| special == name).map(|(_, id)| *id)
    }

    /// The merges in the numbering of section 1.3 (byte value = id, merge i = id 256 + i), and
    /// what each of those ids is called in this tokenizer.
    ///
    /// The course's own tokenizer has that numbering already. GPT-2's has the same tokens in
    /// another order of the bytes (`!` is 0): with this, an encoder that was written for the
    /// course encodes for GPT-2 too, and its ids are looked up in [`Renumbered::ids`].
    ///
    /// ```no_run
    /// # fn encode(bytes: &[u8], merges: &[(u32, u32)]) -> Vec<u32> { unimplemented!() }
    /// # let tokenizer = model::Tokenizer::load(std::path::Path::new("gpt2"))?;
    /// let course = tokenizer.renumbered()?;
    /// let ids = encode(b" cat", &course.merges);
    /// let gpt2_ids: Vec<u32> = ids.iter().map(|&id| course.ids[id as usize]).collect();
    /// # Ok::<(), model::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When a byte has no token of its own, when two merges make the same token, and when a
    /// merge joins a token that no earlier merge made.
    pub fn renumbered(&self) -> Result<Renumbered, Error> {
        numbering::renumbered(self)
    }
}
