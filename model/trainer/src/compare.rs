//! Our forward pass against Hugging Face's: `fixtures/`, which `oracle/fixtures.py` writes.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use candle_core::Tensor;
use safetensors::SafeTensors;
use serde_json::Value;

use crate::checkpoint::floats;
use crate::gpt::Gpt;
use crate::params::Params;
use crate::settings::COURSE;
use crate::tokenizer::hugging_face;
use crate::{export, files};

/// The largest differences found, each over all numbers of its kind.
#[derive(Clone, Copy, Debug, Default)]
pub struct Differences {
    /// Prompts compared: their ids are equal.
    pub prompts: usize,
    /// Logits after each prompt.
    pub logits: f32,
    /// The first prompt's residual stream, layer by layer.
    pub stream: f32,
    /// The first prompt's attention in the first block.
    pub attention: f32,
}

impl Differences {
    /// The largest of them.
    pub fn largest(&self) -> f32 {
        self.logits.max(self.stream).max(self.attention)
    }
}

/// Compares the model in a folder with the fixtures in its folder `fixtures`.
///
/// An error when a file is missing, the fixtures were made with other weights, a tensor has
/// another shape, or token ids differ.
pub fn measure(folder: &Path) -> Result<Differences> {
    let tokenizer =
        hugging_face::from_json(&files::read(&folder.join("tokenizer.json"), "export")?)?;
    let params = Params::new(COURSE, &export::read(folder, COURSE)?)?;
    let gpt = Gpt::new(COURSE, &params);
    let fixtures = folder.join("fixtures");
    let made = "expected what `oracle/fixtures.py` writes";
    let text = std::fs::read(fixtures.join("forward.json")).context(made)?;
    let json: Value = serde_json::from_slice(&text)?;
    let checksum = files::sha256(&files::read(&folder.join("model.safetensors"), "export")?);
    ensure!(
        json["model"] == checksum.as_str(),
        "the fixtures were made with other weights, SHA-256 {}, than model.safetensors now has, \
         {checksum}: run oracle/fixtures.py again",
        json["model"]
    );
    let content = std::fs::read(fixtures.join("forward.safetensors")).context(made)?;
    let file = SafeTensors::deserialize(&content)?;

    let prompts = json["prompts"].as_array().context("forward.json has no prompts")?;
    let mut found = Differences { prompts: prompts.len(), ..Differences::default() };
    for (i, prompt) in prompts.iter().enumerate() {
        let text = prompt["text"].as_str().context("a prompt has no text")?;
        let ids: Vec<u32> = serde_json::from_value(prompt["ids"].clone())?;
        let ours = tokenizer.prompt(text);
        ensure!(ids == ours, "{text:?}: our ids are {ours:?}, Hugging Face's {ids:?}");
        let trace = gpt.trace(&ids)?;
        let last = trace.logits.get(ids.len() - 1)?;
        found.logits = found.logits.max(difference(&file, &format!("logits.{i}"), &last)?);
        if i == 0 {
            for (layer, stream) in trace.stream.iter().enumerate() {
                let name = format!("stream.{layer}");
                found.stream = found.stream.max(difference(&file, &name, stream)?);
            }
            found.attention = difference(&file, "attention.0", &trace.attention)?;
        }
    }
    Ok(found)
}

/// The largest difference between one of our tensors and the file's.
fn difference(file: &SafeTensors, name: &str, ours: &Tensor) -> Result<f32> {
    let theirs = floats(file, name, ours.dims())?;
    let ours: Vec<f32> = ours.flatten_all()?.to_vec1()?;
    let differences = ours.iter().zip(&theirs).map(|(a, b)| (a - b).abs());
    // f32::max passes over NaN, which must count as the largest difference.
    Ok(differences.fold(0.0, |most, d| if d.is_nan() { f32::INFINITY } else { most.max(d) }))
}
