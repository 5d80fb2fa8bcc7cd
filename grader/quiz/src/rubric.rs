//! A section's checks, made of its questions.

use std::sync::Arc;

use harness::{Check, Trial, check_with};

use crate::{Question, Quiz};

/// What a learner's file is asked: the id of a question, for the text of a choice.
pub type Answer = fn(&str) -> &'static str;

/// A check of one point for each question of the file `text`, held against what `answer` says.
///
/// # Panics
///
/// When `text` is no quiz: that is a fault of the course, which its selfcheck finds.
pub fn rubric(text: &str, answer: Answer) -> Vec<Check> {
    let quiz = Quiz::parse(text).unwrap_or_else(|error| panic!("the questions: {error}"));
    quiz.questions.into_iter().map(|question| of(question, answer)).collect()
}

fn of(question: Question, answer: Answer) -> Check {
    let (title, id) = (question.title.clone(), question.id.clone());
    let body = move |t: &mut Trial| judge(t, &question, answer(&question.id));
    check_with(&title, 1, Arc::new(body)).of(&id)
}

fn judge(t: &mut Trial, question: &Question, given: &str) {
    match question.choice(given) {
        Some(choice) if choice.right => {}
        Some(choice) => t.holds(false, format!("You chose: {}\n{}", choice.text, choice.why)),
        None => t.holds(
            false,
            format!(
                "{given:?} is none of the choices. `cargo xtask quiz` asks, and writes it down."
            ),
        ),
    }
}
