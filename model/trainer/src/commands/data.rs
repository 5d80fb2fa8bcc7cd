//! What several commands begin with: the tokenizer, the tales, their ids.

use anyhow::Result;
use corpus::Tale;

use super::Places;
use crate::checkpoint::Checkpoint;
use crate::settings::COURSE;
use crate::tokenizer::{Tokenizer, hugging_face, split};
use crate::{files, tales};

/// The tokenizer that was learned.
pub fn tokenizer(places: &Places) -> Result<Tokenizer> {
    hugging_face::from_json(&files::read(&places.tokenizer(), "tokenizer")?)
}

/// The last checkpoint of the course's model. Says when its training is not finished.
pub fn checkpoint(places: &Places) -> Result<Checkpoint> {
    Checkpoint::load(&places.checkpoint(), COURSE)
}

/// Everything that a training reads.
pub struct Data {
    /// The ids of each tale, `<|endoftext|>` first.
    pub training: Vec<Vec<u32>>,
    /// The same of the held-out tales.
    pub held_out: Vec<Vec<u32>>,
    /// SHA-256 of the ids trained on.
    pub tokens: String,
}

/// Makes the tales, checks that none is both trained on and held out, and encodes them.
pub fn load(places: &Places, count: u64) -> Result<Data> {
    let mut tokenizer = tokenizer(places)?;
    let texts = tales::training(count);
    let held_out = tales::held_out();
    tales::check_apart(&texts, &held_out)?;
    tokenizer.know(split::words(&texts).into_keys().collect::<Vec<_>>());
    let training = tokenizer.prompts(&texts);
    let text = |tale: Tale| tale.text;
    let held_out = tokenizer.prompts(&held_out.into_iter().map(text).collect::<Vec<_>>());
    let ids: Vec<u8> = training.iter().flatten().flat_map(|id| id.to_le_bytes()).collect();
    Ok(Data { training, held_out, tokens: files::sha256(&ids) })
}
