//! A training that was stopped, in one file: everything that the next step depends on.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use safetensors::tensor::{Dtype, SafeTensors, TensorView};

use crate::adamw::Moments;
use crate::files;
use crate::params::{Slot, Values, slots};
use crate::settings::Shape;

/// What a checkpoint holds. The order of the tales needs no place: it follows from the recipe's
/// seed and the step.
#[derive(Clone, Debug, PartialEq)]
pub struct Checkpoint {
    /// Steps done.
    pub step: usize,
    /// Seconds of training so far, over all its parts.
    pub seconds: f64,
    /// The smoothed loss, for the progress bar.
    pub smooth: f64,
    /// [`crate::settings::Recipe::line`] of the recipe.
    pub recipe: String,
    /// SHA-256 of the token ids trained on: the tales and the tokenizer.
    pub tokens: String,
    /// The weights.
    pub weights: Values,
    /// AdamW's moments, in the order of [`slots`].
    pub moments: Vec<Moments>,
}

impl Checkpoint {
    /// Writes the checkpoint: whole, or not at all.
    pub fn save(&self, path: &Path, shape: Shape) -> Result<()> {
        let mut tensors = Vec::new();
        for (slot, moments) in slots(shape).iter().zip(&self.moments) {
            let Slot { name, shape } = slot;
            let weights = self.weights.get(name).with_context(|| format!("no tensor {name}"))?;
            let parts = [("", weights), ("first.", &moments.first), ("second.", &moments.second)];
            for (kind, values) in parts {
                tensors.push((format!("{kind}{name}"), shape.clone(), bytes(values)));
            }
        }
        let metadata = HashMap::from([
            ("step".into(), self.step.to_string()),
            ("seconds".into(), self.seconds.to_string()),
            ("smooth".into(), self.smooth.to_string()),
            ("recipe".into(), self.recipe.clone()),
            ("tokens".into(), self.tokens.clone()),
        ]);
        files::write(path, &serialize(&tensors, metadata)?)
    }

    /// Reads a checkpoint of a model of that shape. An error says what is wrong with the file.
    pub fn load(path: &Path, shape: Shape) -> Result<Checkpoint> {
        let content = files::read(path, "train")?;
        Checkpoint::parse(&content, shape).with_context(|| {
            format!(
                "{} is no checkpoint of this trainer: move it away, or train with --fresh",
                path.display()
            )
        })
    }

    fn parse(content: &[u8], shape: Shape) -> Result<Checkpoint> {
        let (_, header) = SafeTensors::read_metadata(content)?;
        let metadata = header.metadata().as_ref().context("it has no metadata")?;
        let entry = |key: &str| metadata.get(key).cloned().ok_or_else(|| anyhow!("no {key}"));
        let file = SafeTensors::deserialize(content)?;
        let mut weights = Values::new();
        let mut moments = Vec::new();
        for slot in slots(shape) {
            let read = |kind: &str| floats(&file, &format!("{kind}{}", slot.name), &slot.shape);
            moments.push(Moments { first: read("first.")?, second: read("second.")? });
            weights.insert(slot.name.clone(), read("")?);
        }
        Ok(Checkpoint {
            step: entry("step")?.parse()?,
            seconds: entry("seconds")?.parse()?,
            smooth: entry("smooth")?.parse()?,
            recipe: entry("recipe")?,
            tokens: entry("tokens")?,
            weights,
            moments,
        })
    }
}

/// Tensors by name, with their shapes and the bytes of their numbers, as a safetensors file.
pub fn serialize(
    tensors: &[(String, Vec<usize>, Vec<u8>)],
    metadata: HashMap<String, String>,
) -> Result<Vec<u8>> {
    let views = tensors.iter().map(|(name, shape, bytes)| {
        Ok((name.as_str(), TensorView::new(Dtype::F32, shape.clone(), bytes)?))
    });
    let views = views.collect::<Result<Vec<_>>>()?;
    Ok(safetensors::serialize(views, Some(metadata))?)
}

/// Numbers as safetensors stores them: little-endian.
pub fn bytes(values: &[f32]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_le_bytes()).collect()
}

/// The numbers of one f32 tensor of a safetensors file; an error when it is missing or has
/// another type or shape.
pub fn floats(file: &SafeTensors, name: &str, shape: &[usize]) -> Result<Vec<f32>> {
    let tensor = file.tensor(name).with_context(|| format!("tensor {name} is missing"))?;
    ensure!(
        tensor.dtype() == Dtype::F32 && tensor.shape() == shape,
        "tensor {name} is {:?} {:?}, expected F32 {shape:?}",
        tensor.dtype(),
        tensor.shape()
    );
    let (fours, _) = tensor.data().as_chunks::<4>();
    Ok(fours.iter().map(|&four| f32::from_le_bytes(four)).collect())
}
