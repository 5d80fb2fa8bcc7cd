//! Tests, on the course's own model and on what transformers makes of it (`model/fixtures`).

mod cache;
mod guards;
mod oracle;
mod tokenization;
mod views;

use model::{Model, course_model_dir};

/// The course's model.
fn course() -> Model {
    Model::load(&course_model_dir()).expect("the course's model loads")
}
