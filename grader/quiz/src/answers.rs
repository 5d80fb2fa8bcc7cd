//! The answers in a learner's `src/lib.rs`: each is an arm of a `match`, so that the file is Rust
//! like every other section's, and a submission carries them.

use crate::Quiz;

/// The beginning of the last arm, which is there in every state of the file.
const REST: &str = "        _ => ";

/// The file that holds these answers: the stub, with an arm for each question that has one, in the
/// order of the questions. `answers` has an entry for each question. `None` when the stub has no
/// `match` to put them in.
pub fn written(stub: &str, quiz: &Quiz, answers: &[Option<&str>]) -> Option<String> {
    let at = stub.find(REST)?;
    let arms: String = quiz
        .questions
        .iter()
        .zip(answers)
        .filter_map(|(question, answer)| Some(arm(&question.id, (*answer)?)))
        .collect();
    Some(format!("{}{arms}{}", &stub[..at], &stub[at..]))
}

/// What a file answers to each question: the text of a choice, or nothing where none of the
/// choices stands there.
pub fn chosen<'q>(source: &str, quiz: &'q Quiz) -> Vec<Option<&'q str>> {
    let source = in_one_line(source);
    let answer = |question: &'q crate::Question| {
        let stands = |text: &str| source.contains(&in_one_line(&arm(&question.id, text)));
        question.in_order().map(|choice| choice.text).find(|text| stands(text))
    };
    quiz.questions.iter().map(answer).collect()
}

/// An arm as rustfmt leaves it.
fn arm(id: &str, answer: &str) -> String {
    let line = format!("        {id:?} => {answer:?},\n");
    if line.chars().count() <= 101 {
        return line;
    }
    format!("        {id:?} => {{\n            {answer:?}\n        }}\n")
}

/// White space is the learner's; it tells nothing. Nor do the braces and the comma around an arm.
fn in_one_line(source: &str) -> String {
    let words: Vec<&str> = source.split_whitespace().collect();
    words.join(" ").replace("=> { \"", "=> \"").replace("\" }", "\"").replace("\",", "\"")
}
