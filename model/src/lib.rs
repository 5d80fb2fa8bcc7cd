//! Loads a GPT-2-shaped model as plain data: the course's own, in the folder `model/` of this
//! repository, and any real GPT-2 folder as Hugging Face's tools write it.
//!
//! A folder holds three things, and a [`Model`] has one field for each:
//!
//! * `config.json`, the sizes → [`Config`]
//! * `model.safetensors`, the numbers → [`Weights`], `ndarray` arrays of `f32`
//! * `tokenizer.json` (or `vocab.json` with `merges.txt`), the tokens → [`Tokenizer`], tables
//!
//! Nothing here computes: no forward pass, no encoding of text. That is what the course
//! teaches. What this crate promises is that a model which loaded has exactly the shapes that
//! its configuration says, and that every [`Error`] says what was found, what was expected and
//! what to do.
//!
//! ```no_run
//! let model = model::Model::load(&model::course_model_dir())?;
//! let token = model.weights.wte.row(42); // [n_embd]
//! # Ok::<(), model::Error>(())
//! ```

mod checkpoint;
mod config;
mod error;
mod json;
#[cfg(feature = "plain")]
mod plain_data;
mod tokenizer;
mod weights;

use std::path::{Path, PathBuf};

pub use config::Config;
pub use error::Error;
pub use tokenizer::{Renumbered, Tokenizer};
pub use weights::{AttnWeights, BlockWeights, Linear, MlpWeights, Norm, Weights};

/// A model as it lies in its folder: sizes, numbers, tokens.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// The sizes, from `config.json`.
    pub config: Config,
    /// The trained numbers, from `model.safetensors`.
    pub weights: Weights,
    /// The tables of the tokenizer. It has at most `config.vocab_size` tokens; a real model
    /// may have more rows than tokens, since tables are often padded to a round size.
    pub tokenizer: Tokenizer,
}

impl Model {
    /// Loads the model that lies in `folder`.
    ///
    /// # Errors
    ///
    /// Every [`Error`] of this crate: the folder, one of its files, or one tensor is missing
    /// or is not what GPT-2's layout asks for.
    pub fn load(folder: &Path) -> Result<Model, Error> {
        let config = Config::load(folder)?;
        // The tokenizer first: it is small, and the weights of a real model are not.
        let tokenizer = Tokenizer::load(folder)?;
        if tokenizer.bytes_of.len() > config.vocab_size {
            return Err(Error::TooManyTokens {
                folder: folder.to_owned(),
                tokens: tokenizer.bytes_of.len(),
                vocab_size: config.vocab_size,
            });
        }
        let weights = Weights::load(folder, &config)?;
        Ok(Model { config, weights, tokenizer })
    }
}

/// The folder `model/` of this repository, which holds the course's own model.
///
/// The path is the one the crate was compiled at, so that a check finds the model from
/// whatever folder it runs in.
pub fn course_model_dir() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
