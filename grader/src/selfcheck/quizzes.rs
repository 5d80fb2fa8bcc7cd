//! Of a quiz, in place of proofs 3 to 5: its questions are whole, its solution is what the
//! answers give, and every wrong choice is refused with its own explanation.

use harness::CheckStatus;
use quiz::{Quiz, written};

use super::Checker;
use super::lessons::length;
use crate::course::Section;
use crate::error::Error;
use crate::lesson;
use crate::quiz::questions;
use crate::repo::Place;

/// How many questions a quiz has.
const QUESTIONS: usize = 6;
/// How many wrong choices a question has at least.
const DISTRACTORS: usize = 3;

pub(super) fn check(checker: &mut Checker<'_>, section: &Section) -> Result<(), Error> {
    let quiz = questions(checker.repo, section)?;
    let shown = checker.repo.shown(&checker.repo.questions(section));
    let against = incomplete(checker, section, &quiz);
    checker.claim(
        section,
        "six questions, each of a lesson of the chapter, with enough to choose from",
        against,
        format!("mend {shown}"),
    );

    let page = checker.read(&checker.repo.lesson(section))?;
    let read: usize = lesson::words(&page) + quiz.questions.iter().map(words).sum::<usize>();
    let against = length(checker, section, read);
    checker.claim(
        section,
        "the quiz is as long as its minutes promise",
        against,
        format!("tighten or extend the questions in {shown}"),
    );
    let title = format!("{} {}", section.id, section.title);
    let wrong = lesson::headings(&page).first() != Some(&(1, title.clone()));
    checker.claim(
        section,
        "the page has its title",
        if wrong { vec![format!("it does not begin with `# {title}`")] } else { Vec::new() },
        format!("mend {}", checker.repo.shown(&checker.repo.lesson(section))),
    );
    solution_is_the_answers(checker, section, &quiz)?;
    every_wrong_choice_is_explained(checker, section, &quiz)
}

fn incomplete(checker: &Checker<'_>, section: &Section, quiz: &Quiz) -> Vec<String> {
    let mut against = Vec::new();
    if quiz.questions.len() != QUESTIONS {
        against.push(format!("{} questions, expected {QUESTIONS}", quiz.questions.len()));
    }
    for question in &quiz.questions {
        let id = &question.id;
        if question.distractors().count() < DISTRACTORS {
            against.push(format!("`{id}` has fewer than {DISTRACTORS} distractors"));
        }
        let lesson = checker.course.sections.iter().find(|s| s.id == question.lesson);
        if lesson.is_none_or(|lesson| lesson.chapter() != section.chapter()) {
            against.push(format!(
                "`{id}` is of lesson {}, which the chapter has not",
                question.lesson
            ));
        }
        let mut reasons: Vec<&str> = question.distractors().map(|choice| choice.why).collect();
        reasons.sort_unstable();
        reasons.dedup();
        if reasons.len() < question.distractors().count() {
            against.push(format!("two wrong choices of `{id}` have the same explanation"));
        }
    }
    if section.learned.is_empty() {
        against.push("course.toml does not say what was `learned`".to_owned());
    }
    against
}

/// What is read of a question by somebody who knows the answer.
fn words(question: &quiz::Question) -> usize {
    let choices =
        question.choices(0).iter().map(|choice| lesson::words(choice.text)).sum::<usize>();
    lesson::words(question.prompt()) + choices + lesson::words(&question.context)
}

fn solution_is_the_answers(
    checker: &mut Checker<'_>,
    section: &Section,
    quiz: &Quiz,
) -> Result<(), Error> {
    let stub = checker.read(&checker.repo.stub(section).join("src/lib.rs"))?;
    let file = checker.repo.section(Place::Solution, section).join("src/lib.rs");
    let right: Vec<Option<&str>> = quiz.questions.iter().map(|q| Some(q.answer().text)).collect();
    let wanted = written(&stub, quiz, &right);
    if checker.options.bless
        && let Some(wanted) = &wanted
    {
        std::fs::write(&file, wanted).map_err(Error::file("writing", &file))?;
    }
    let same = wanted == Some(checker.read(&file)?);
    checker.claim(
        section,
        "the solution is the stub with the right answers",
        if same { Vec::new() } else { vec![format!("{} is not", checker.repo.shown(&file))] },
        "write it anew with `--bless`".to_owned(),
    );
    Ok(())
}

/// One program for the first wrong choice of every question, one for the second, and so on.
fn every_wrong_choice_is_explained(
    checker: &mut Checker<'_>,
    section: &Section,
    quiz: &Quiz,
) -> Result<(), Error> {
    let stub = checker.repo.stub(section);
    let text = checker.read(&stub.join("src/lib.rs"))?;
    let most = quiz.questions.iter().map(|q| q.distractors().count()).max().unwrap_or(0);
    let mut against = Vec::new();
    for n in 0..most {
        let wrong =
            |q: &'_ quiz::Question| q.distractors().nth(n).map(|choice| choice.text.to_owned());
        let texts: Vec<Option<String>> = quiz.questions.iter().map(wrong).collect();
        let answers: Vec<Option<&str>> = texts.iter().map(Option::as_deref).collect();
        let program = written(&text, quiz, &answers);
        let graded = checker.grade_text(section, &stub, program.as_deref())?;
        for question in &quiz.questions {
            let Some(choice) = question.distractors().nth(n) else { continue };
            let verdict = graded.report.checks.iter().find(|c| c.function == question.id);
            let explained = verdict.is_some_and(|check| {
                check.status == CheckStatus::Failed && check.message.contains(choice.why)
            });
            if !explained {
                against.push(format!(
                    "`{}` answered with {:?}: {verdict:?}",
                    question.id, choice.text
                ));
            }
        }
    }
    checker.claim(
        section,
        "every wrong choice is refused, and its own explanation is given",
        against,
        "see grader/quiz/src/rubric.rs".to_owned(),
    );
    Ok(())
}
