//! Plain data: what may cross the line between a check and the function under check.
//!
//! Every function that a learner writes takes and returns numbers, text, vectors, tuples,
//! `Option`, `Result`, and structs that the course declares. Here each of them becomes a
//! [`Value`], so that the harness can compare any two outputs, show them, and find the first
//! place where they part. A crate of its own, without dependencies, because a section that
//! declares a struct for the learner has to say how that struct becomes plain.

mod array;
mod convert;
mod difference;
#[cfg(feature = "ndarray")]
mod ndarrays;
mod show;
mod value;

pub use array::{Array, Cells, grids};
pub use convert::Plain;
pub use difference::{Difference, first_difference};
pub use show::{short, show};
pub use value::{TOLERANCE, Value};
