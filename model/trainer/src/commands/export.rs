//! `export`: writes the model's folder.

use anyhow::Result;

use super::{Places, data};
use crate::settings::COURSE;

/// Writes the last checkpoint as a folder that Hugging Face's tools load.
pub fn run(places: &Places) -> Result<()> {
    let (tokenizer, saved) = (data::tokenizer(places)?, data::checkpoint(places)?);
    let folder = places.model();
    let written = crate::export::write(&folder, COURSE, &saved.weights, &tokenizer)?;
    println!("export: step {}, written to {}", saved.step, folder.display());
    for (name, bytes) in written {
        println!("  {name}: {bytes} bytes");
    }
    Ok(())
}
