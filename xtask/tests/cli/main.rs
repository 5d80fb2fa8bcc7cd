//! The real binary, driven on a small course of its own in a temporary folder. What it prints
//! is held whole, as a learner sees it.

mod bad_input;
mod fixture;
mod hostile_code;
mod instructor;
mod learner;
mod play;
mod quizzes;
mod saves;
mod selfcheck;
mod watching;
