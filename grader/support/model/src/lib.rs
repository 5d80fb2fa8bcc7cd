//! The course's model, what Hugging Face's code computed with it (`model/fixtures`), and a
//! forward pass in `f64` for what is not among that: the checks of the sections that run on the
//! model hold a learner's code against these.
//!
//! Nothing here knows a section's crate. The model is read once in a check's process, when it is
//! first asked for.

mod fixtures;
mod forward;
pub mod inputs;
mod small_model;

use std::sync::OnceLock;

use model::Model;

pub use fixtures::{Prompt, attention, greedy, logits, prompts, stream};
pub use forward::{all_logits, block_on, greedy_from, keys_values, logits_after, streams};
pub use small_model::small;

/// The course's model, of `model/`.
///
/// # Panics
///
/// When it cannot be loaded, with what to do about it: the folder is part of the course.
pub fn course() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| {
        Model::load(&model::course_model_dir())
            .unwrap_or_else(|error| panic!("the course's model cannot be loaded: {error}"))
    })
}

/// The id of the token that is exactly this text, such as `" fox"`.
///
/// # Panics
///
/// When the model has no such token.
pub fn token(text: &str) -> u32 {
    let tokens = &course().tokenizer.bytes_of;
    let id = tokens.iter().position(|token| token == text.as_bytes());
    id.unwrap_or_else(|| panic!("the model has no token {text:?}")) as u32
}

/// The text of a token; bytes that are no text by themselves become U+FFFD.
///
/// # Panics
///
/// When the model has no token with this id.
pub fn text(id: u32) -> String {
    String::from_utf8_lossy(&course().tokenizer.bytes_of[id as usize]).into_owned()
}
