//! A small quiz: read, shuffled, answered.

use quiz::{Quiz, chosen, written};

const TEXT: &str = r#"
[[questions]]
id = "sum"
type = "MultipleChoice"
title = "a sum"
lesson = "1.1"
prompt.prompt = "What is `1 + 1`?"
prompt.distractors = ["1", "11", "\"two\""]
prompt.explanations = ["That is one of the two.", "Joined, not added.", "A word."]
answer.answer = "2"
context = "One more than one."

[[questions]]
id = "long"
type = "MultipleChoice"
title = "a long one"
lesson = "1.1"
prompt.prompt = "Which?"
prompt.distractors = ["the first of two choices that are both so long that rustfmt breaks the line of it", "b"]
prompt.explanations = ["No.", "No."]
answer.answer = "the second of two choices that are both so long that rustfmt breaks the line of it"
context = "So it is."
"#;

const STUB: &str = "pub fn answer(question: &str) -> &'static str {\n    match question {\n        _ => todo!(\"answer {question}\"),\n    }\n}\n";

fn quiz() -> Quiz {
    Quiz::parse(TEXT).expect("it is a quiz")
}

#[test]
fn mdbook_quiz_reads_the_same_file() {
    let theirs: mdbook_quiz_schema::Quiz = toml::from_str(TEXT).expect("its format");
    assert_eq!(theirs.questions.len(), quiz().questions.len());
}

#[test]
fn what_is_written_down_is_found_again() {
    let quiz = quiz();
    let answers = [Some("\"two\""), Some(quiz.questions[1].answer().text)];
    for answers in [[None, None], [answers[0], None], [None, answers[1]], answers] {
        let file = written(STUB, &quiz, &answers).expect("the stub has a match");
        assert_eq!(chosen(&file, &quiz), answers, "{file}");
        assert!(file.ends_with("        _ => todo!(\"answer {question}\"),\n    }\n}\n"), "{file}");
        assert!(file.lines().all(|line| line.chars().count() <= 100), "{file}");
    }
    let by_hand = "match question { \"sum\"\n=>\n  \"2\", _ => todo!() }";
    assert_eq!(chosen(by_hand, &quiz), [Some("2"), None]);
    assert_eq!(written("fn main() {}", &quiz, &[None, None]), None);
}

#[test]
fn the_answer_stands_everywhere_and_a_seed_decides() {
    let quiz = quiz();
    let question = &quiz.questions[0];
    let mut places = [0; 4];
    for seed in 0..400 {
        let choices = question.choices(seed);
        assert_eq!(choices, question.choices(seed));
        assert_eq!(choices.len(), 4);
        let place = choices.iter().position(|choice| choice.right).expect("the answer is there");
        places[place] += 1;
    }
    assert!(places.iter().all(|&times| times > 60), "{places:?}");
}

#[test]
fn every_choice_has_its_own_explanation() {
    let quiz = quiz();
    let question = quiz.question("sum").expect("it is there");
    assert_eq!(
        question.choice("11").map(|c| (c.right, c.why)),
        Some((false, "Joined, not added."))
    );
    assert_eq!(question.choice("2").map(|c| (c.right, c.why)), Some((true, "One more than one.")));
    assert_eq!(question.choice("3"), None);
}

#[test]
fn a_broken_question_says_which_and_why() {
    let said =
        |from: &str, to: &str| Quiz::parse(&TEXT.replace(from, to)).expect_err(from).to_string();
    assert!(said("id = \"long\"", "id = \"sum\"").contains("`sum`: another question"));
    assert!(said("[\"That is one of the two.\", ", "[").contains("3 distractors, but 2"));
    assert!(said("\"11\"", "\"2\"").contains("\"2\" is there twice"));
    assert!(said("\"One more than one.\"", "\" \"").contains("nothing explains"));
    assert!(said("\"MultipleChoice\"", "\"ShortAnswer\"").contains("expected \"MultipleChoice\""));
    assert!(said("title = \"a sum\"", "").contains("title"));
}

/// The quizzes of the course themselves, as the web book will read them.
#[test]
fn mdbook_quiz_reads_the_quizzes_of_the_course() {
    let checks = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../checks");
    for file in ["ch1/10_quiz.toml", "ch2/07_quiz.toml"] {
        let text = std::fs::read_to_string(checks.join(file)).expect(file);
        let ours = Quiz::parse(&text).expect(file);
        let theirs: mdbook_quiz_schema::Quiz = toml::from_str(&text).expect(file);
        assert_eq!(theirs.questions.len(), ours.questions.len());
        for (theirs, ours) in theirs.questions.iter().zip(&ours.questions) {
            let mdbook_quiz_schema::Question::MultipleChoice(theirs) = theirs else {
                panic!("{} is of another kind", ours.id)
            };
            assert_eq!(theirs.0.id.as_deref(), Some(ours.id.as_str()));
            assert_eq!(theirs.0.prompt.distractors.len(), ours.distractors().count());
        }
    }
}
