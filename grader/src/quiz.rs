//! A quiz as one sits it: its questions, and the answers in the learner's file.

use quiz::{Quiz, chosen, written};

use crate::backup::{self, Backup};
use crate::course::{Course, Kind, Section};
use crate::error::Error;
use crate::repo::Repo;

pub use quiz::{Choice, Question};

/// The questions of a section, with what its file answers so far.
pub struct Paper<'a> {
    repo: &'a Repo,
    section: &'a Section,
    stub: String,
    quiz: Quiz,
    answers: Vec<Option<String>>,
}

/// The quiz that somebody calls `1` (its chapter), `1.10`, or by its crate or folder.
pub fn find<'c>(course: &'c Course, name: &str) -> Result<&'c Section, Error> {
    let of_chapter = |section: &&Section| section.chapter().to_string() == name.trim();
    if let Some(section) = quizzes(course).find(of_chapter) {
        return course.find(&section.id);
    }
    let section = course.find(name)?;
    if section.kind != Kind::Quiz {
        let ids: Vec<String> = quizzes(course)
            .map(|s| format!("`{}` ({}, chapter {})", s.chapter(), s.id, s.chapter()))
            .collect();
        return Err(Error::NoQuiz {
            id: section.id.clone(),
            title: section.title.clone(),
            quizzes: ids.join(" and "),
        });
    }
    Ok(section)
}

fn quizzes(course: &Course) -> impl Iterator<Item = &Section> {
    course.sections.iter().filter(|section| section.kind == Kind::Quiz)
}

/// Reads the questions of a section.
pub fn questions(repo: &Repo, section: &Section) -> Result<Quiz, Error> {
    let path = repo.questions(section);
    let text = std::fs::read_to_string(&path).map_err(|_| missing(repo, &path))?;
    Quiz::parse(&text).map_err(|why| Error::BrokenCourse { path, why: why.to_string() })
}

fn missing(repo: &Repo, path: &std::path::Path) -> Error {
    let path = repo.shown(path);
    Error::Missing { remedy: format!("git checkout -- {path}"), path }
}

impl<'a> Paper<'a> {
    /// Reads questions and answers.
    pub fn load(repo: &'a Repo, section: &'a Section) -> Result<Paper<'a>, Error> {
        let quiz = questions(repo, section)?;
        let stub = repo.stub(section).join("src/lib.rs");
        let stub = std::fs::read_to_string(&stub).map_err(|_| missing(repo, &stub))?;
        let mut paper = Paper { repo, section, stub, quiz, answers: Vec::new() };
        let answers = chosen(&paper.file()?, &paper.quiz);
        paper.answers = answers.into_iter().map(|answer| answer.map(str::to_owned)).collect();
        Ok(paper)
    }

    /// The questions, in order.
    pub fn questions(&self) -> &[Question] {
        &self.quiz.questions
    }

    /// The choice that stands in the file for question `i`, if one does.
    pub fn chosen(&self, i: usize) -> Option<Choice<'_>> {
        self.quiz.questions[i].choice(self.answers[i].as_deref()?)
    }

    /// Whether question `i` has its right answer.
    pub fn is_right(&self, i: usize) -> bool {
        self.chosen(i).is_some_and(|choice| choice.right)
    }

    /// How many questions have their right answer.
    pub fn right(&self) -> usize {
        (0..self.answers.len()).filter(|&i| self.is_right(i)).count()
    }

    /// Writes down a choice for question `i`. One that was right stays: to try again is free. A
    /// file that was edited by hand is kept first, and that backup is returned.
    pub fn answer(&mut self, i: usize, text: &str) -> Result<Option<Backup>, Error> {
        if self.is_right(i) {
            return Ok(None);
        }
        let ours = self.written();
        let by_hand = ours.as_deref() != Some(self.file()?.replace("\r\n", "\n").as_str());
        let backup = if by_hand { backup::keep(self.repo, self.section, "quiz")? } else { None };
        self.answers[i] = Some(text.to_owned());
        let file = self.repo.learner_file(self.section);
        let content = self.written().ok_or_else(|| Error::BrokenCourse {
            path: self.repo.stub(self.section).join("src/lib.rs"),
            why: "it has no `match` with the arm `_ =>` to put answers before".to_owned(),
        })?;
        std::fs::write(&file, content).map_err(Error::file("writing", &file))?;
        Ok(backup)
    }

    /// The learner's file, as these answers make it.
    fn written(&self) -> Option<String> {
        let answers: Vec<Option<&str>> = self.answers.iter().map(Option::as_deref).collect();
        written(&self.stub, &self.quiz, &answers)
    }

    fn file(&self) -> Result<String, Error> {
        let file = self.repo.learner_file(self.section);
        std::fs::read_to_string(&file).map_err(|_| Error::Missing {
            path: self.repo.shown(&file),
            remedy: format!("cargo xtask reset {}", self.section.id),
        })
    }
}
