//! The model's folder, as `GPT2LMHeadModel.save_pretrained` writes it.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::checkpoint::{bytes, serialize};
use crate::files;
use crate::params::{Values, slots};
use crate::settings::{NORM_EPSILON, Shape};
use crate::tokenizer::{Tokenizer, hugging_face};

/// The most that the folder's files may take together.
pub const LIMIT: usize = 5_000_000;

/// `model.safetensors`: f32, without the head, which is the token table. The same weights always
/// give the same bytes.
pub fn weights(shape: Shape, values: &Values) -> Result<Vec<u8>> {
    let tensor = |slot: crate::params::Slot| -> Result<_> {
        let values = values.get(&slot.name).with_context(|| format!("no tensor {}", slot.name))?;
        Ok((slot.name, slot.shape, bytes(values)))
    };
    let tensors = slots(shape).into_iter().map(tensor).collect::<Result<Vec<_>>>()?;
    serialize(&tensors, HashMap::from([("format".into(), "pt".into())]))
}

/// `config.json`.
pub fn config(shape: Shape, end_of_text: u32) -> String {
    let Shape { layers, width, heads, context, vocabulary } = shape;
    let config = json!({
        "model_type": "gpt2",
        "architectures": ["GPT2LMHeadModel"],
        "n_layer": layers,
        "n_head": heads,
        "n_embd": width,
        "n_positions": context,
        "n_ctx": context,
        "vocab_size": vocabulary,
        "activation_function": "gelu_new",
        // The shortest digits that are this f32: 1e-5, and not 9.999999747378752e-6.
        "layer_norm_epsilon": NORM_EPSILON.to_string().parse::<f64>().unwrap_or_default(),
        "tie_word_embeddings": true,
        "bos_token_id": end_of_text,
        "eos_token_id": end_of_text,
        "attn_pdrop": 0.0,
        "embd_pdrop": 0.0,
        "resid_pdrop": 0.0,
    });
    format!("{config:#}\n")
}

/// `generation_config.json`: where a text begins and ends.
pub fn generation(end_of_text: u32) -> String {
    let config = json!({"bos_token_id": end_of_text, "eos_token_id": end_of_text, "pad_token_id": end_of_text});
    format!("{config:#}\n")
}

/// Writes the folder; gives its files with their bytes. An error when it gets too big.
pub fn write(
    folder: &Path,
    shape: Shape,
    values: &Values,
    tokenizer: &Tokenizer,
) -> Result<Vec<(&'static str, usize)>> {
    let end = tokenizer.end_of_text();
    let all = [
        ("config.json", config(shape, end).into_bytes()),
        ("generation_config.json", generation(end).into_bytes()),
        ("model.safetensors", weights(shape, values)?),
        ("tokenizer.json", hugging_face::to_json(tokenizer).into_bytes()),
        ("tokenizer_config.json", hugging_face::config().into_bytes()),
    ];
    let sum: usize = all.iter().map(|(_, content)| content.len()).sum();
    ensure!(sum <= LIMIT, "the model takes {sum} bytes, expected at most {LIMIT}");
    for (name, content) in &all {
        files::write(&folder.join(name), content)?;
    }
    Ok(all.iter().map(|(name, content)| (*name, content.len())).collect())
}

/// Reads the weights of such a folder.
pub fn read(folder: &Path, shape: Shape) -> Result<Values> {
    let path = folder.join("model.safetensors");
    let content = files::read(&path, "export")?;
    let read = || -> Result<Values> {
        let file = safetensors::SafeTensors::deserialize(&content)?;
        let one = |slot: crate::params::Slot| {
            let values = crate::checkpoint::floats(&file, &slot.name, &slot.shape)?;
            Ok((slot.name, values))
        };
        slots(shape).into_iter().map(one).collect()
    };
    read().with_context(|| format!("{} is not as `export` writes it", path.display()))
}
