//! What the trained model can do, measured on tales that it never saw.

pub mod loss;
pub mod names;
pub mod neighbours;
pub mod report;
pub mod stories;
