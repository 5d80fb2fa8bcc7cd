//! The library behind the runner. It knows the course ([`course`]), builds a section and runs
//! its checks ([`grade`]), remembers what was solved ([`progress`]), keeps what a learner
//! wrote ([`backup`]), and proves that the course holds together ([`selfcheck`]).
//!
//! It prints nothing: what happens is told through callbacks and typed results, and the one
//! place that prints is the binary above.

pub mod backup;
pub mod build;
pub mod course;
pub mod doctor;
pub mod error;
pub mod fingerprint;
pub mod generated;
pub mod grade;
pub mod lesson;
pub mod overlay;
pub mod play;
pub mod progress;
pub mod quiz;
pub mod repo;
pub mod selfcheck;
pub mod source;

pub use course::{Course, Function, Kind, Section};
pub use error::Error;
pub use repo::{Place, Repo};
