//! 1.10 Chapter quiz
//!
//! Your answers. `cargo xtask quiz 1` asks the six questions and writes them down here.

/// What you answered to a question, word for word.
pub fn answer(question: &str) -> &'static str {
    match question {
        _ => todo!("answer {question} with `cargo xtask quiz 1`"),
    }
}
