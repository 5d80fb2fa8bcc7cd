//! The quiz of a chapter. Its questions live once, in a TOML file of the format that mdbook-quiz
//! reads, so that the terminal and the web book ask the same.
//!
//! Three keys are ours, and mdbook-quiz passes over them: a question's `title`, the `lesson` that
//! teaches it, and `prompt.explanations`, one for each distractor, because a wrong choice is to be
//! explained, not only counted.
//!
//! [`Question::choices`] shuffles, [`answers`] keeps what was chosen in the section's
//! `src/lib.rs`, [`rubric`] makes the section's checks of the questions.

mod answers;
mod rubric;

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use serde::Deserialize;

pub use answers::{chosen, written};
pub use rubric::rubric;

/// The questions of one chapter.
#[derive(Clone, Debug, Deserialize)]
pub struct Quiz {
    /// In the order in which they are asked.
    pub questions: Vec<Question>,
}

/// One question with several choices, of which one is right.
#[derive(Clone, Debug, Deserialize)]
pub struct Question {
    /// The stable name under which its answer is kept.
    pub id: String,
    /// mdbook-quiz's kind of question; `MultipleChoice` is the only one here.
    #[serde(rename = "type")]
    kind: String,
    /// What it is about, in a few words.
    pub title: String,
    /// The id of the section that teaches it, such as `1.3`.
    pub lesson: String,
    prompt: Prompt,
    answer: Answer,
    /// Why the answer is right; Markdown.
    pub context: String,
}

#[derive(Clone, Debug, Deserialize)]
struct Prompt {
    prompt: String,
    distractors: Vec<String>,
    #[serde(default)]
    explanations: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
struct Answer {
    answer: String,
}

/// One of the texts to choose from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice<'q> {
    /// What it says; Markdown. It is what a learner's file keeps.
    pub text: &'q str,
    /// Whether it is the answer.
    pub right: bool,
    /// Why it is right, or what one was thinking who took it.
    pub why: &'q str,
}

/// Why a file is no quiz.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It is not TOML, or a key is missing.
    #[error("{0}")]
    Toml(#[from] toml::de::Error),
    /// A question is not as it should be.
    #[error("question `{id}`: {why}")]
    Question {
        /// Which.
        id: String,
        /// What is wrong with it.
        why: String,
    },
}

impl Quiz {
    /// Reads a quiz.
    ///
    /// # Errors
    ///
    /// When it is not TOML of this format, when two questions have one id, or a question has two
    /// equal choices, too few of them, or a choice without its explanation.
    pub fn parse(text: &str) -> Result<Quiz, Error> {
        let quiz: Quiz = toml::from_str(text)?;
        let mut ids = BTreeSet::new();
        for question in &quiz.questions {
            let wrong =
                |why: &str| Error::Question { id: question.id.clone(), why: why.to_owned() };
            if !ids.insert(question.id.as_str()) {
                return Err(wrong("another question has the same id"));
            }
            question.check().map_err(|why| wrong(&why))?;
        }
        Ok(quiz)
    }

    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }
}

impl Question {
    fn check(&self) -> Result<(), String> {
        if self.kind != "MultipleChoice" {
            return Err(format!("its type is {:?}, expected \"MultipleChoice\"", self.kind));
        }
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if self.id.is_empty() || !self.id.chars().all(plain) {
            return Err("an id is made of small letters, digits and hyphens".to_owned());
        }
        let (wrong, why) = (self.prompt.distractors.len(), self.prompt.explanations.len());
        if wrong < 2 {
            return Err(format!("it has {wrong} distractors, expected two or more"));
        }
        if wrong != why {
            return Err(format!("{wrong} distractors, but {why} in prompt.explanations"));
        }
        let mut texts = BTreeSet::new();
        for choice in self.in_order() {
            if !texts.insert(choice.text) {
                return Err(format!("the choice {:?} is there twice", choice.text));
            }
            if choice.text.trim() != choice.text || choice.text.is_empty() {
                return Err(format!(
                    "the choice {:?} is empty or has white space around",
                    choice.text
                ));
            }
            if choice.why.trim().is_empty() {
                return Err(format!("nothing explains the choice {:?}", choice.text));
            }
        }
        Ok(())
    }

    /// What is asked; Markdown.
    pub fn prompt(&self) -> &str {
        self.prompt.prompt.trim()
    }

    /// The right choice.
    pub fn answer(&self) -> Choice<'_> {
        Choice { text: &self.answer.answer, right: true, why: self.context.trim() }
    }

    /// The wrong choices, as the file has them.
    pub fn distractors(&self) -> impl Iterator<Item = Choice<'_>> {
        let pairs = self.prompt.distractors.iter().zip(&self.prompt.explanations);
        pairs.map(|(text, why)| Choice { text, right: false, why: why.trim() })
    }

    /// The answer first, then the others.
    fn in_order(&self) -> impl Iterator<Item = Choice<'_>> {
        std::iter::once(self.answer()).chain(self.distractors())
    }

    /// All choices, shuffled: the same seed gives the same order.
    pub fn choices(&self, seed: u64) -> Vec<Choice<'_>> {
        let mut choices: Vec<Choice<'_>> = self.in_order().collect();
        // In the order of a hash of each, so that where the answer stands tells nothing.
        choices.sort_by_cached_key(|choice| {
            let mut hash = DefaultHasher::new();
            (seed, &self.id, choice.text).hash(&mut hash);
            hash.finish()
        });
        choices
    }

    /// The choice that says this, if one does.
    pub fn choice(&self, text: &str) -> Option<Choice<'_>> {
        self.in_order().find(|choice| choice.text == text)
    }
}
