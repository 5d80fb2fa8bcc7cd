//! Stories by the model.

use anyhow::Result;
use rayon::prelude::*;

use crate::decode::{Choice, generate};
use crate::gpt::Gpt;
use crate::tokenizer::Tokenizer;

/// The beginning that half of the sampled stories and the greedy one are given.
pub const BEGINNING: &str = "Once upon a time";
/// The temperature of the sampled stories.
pub const TEMPERATURE: f64 = 0.8;

/// A story and how it came to be.
#[derive(Clone, Debug)]
pub struct Story {
    /// The seed, or none when it is greedy.
    pub seed: Option<u64>,
    /// The whole text, the beginning included.
    pub text: String,
    /// Whether the model ended it; otherwise the context was full.
    pub ended: bool,
}

/// Ten sampled stories, seeds 1 to 10: five with the beginning given, five without; then the
/// greedy one.
pub fn tell(gpt: &Gpt, tokenizer: &Tokenizer) -> Result<Vec<Story>> {
    let sampled = (1..=10).map(|seed| (Some(seed), if seed <= 5 { BEGINNING } else { "" }));
    let all: Vec<(Option<u64>, &str)> = sampled.chain([(None, BEGINNING)]).collect();
    let one = |&(seed, beginning): &(Option<u64>, &str)| -> Result<Story> {
        let choice = match seed {
            Some(seed) => Choice::Sample { temperature: TEMPERATURE, seed },
            None => Choice::Greedy,
        };
        let prompt = tokenizer.prompt(beginning);
        let ids = generate(gpt, &prompt, tokenizer.end_of_text(), choice)?;
        let ended = prompt.len() + ids.len() < gpt.shape().context;
        Ok(Story { seed, ended, text: beginning.to_owned() + &tokenizer.decode(&ids)? })
    };
    all.par_iter().map(one).collect()
}
