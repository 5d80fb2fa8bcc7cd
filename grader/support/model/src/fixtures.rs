//! What Hugging Face's code computed with the course's model. Made by
//! `model/trainer/oracle/fixtures.py`.

use std::sync::OnceLock;

use ndarray::{Array2, Array3};
use safetensors::SafeTensors;
use serde_json::Value;

/// A prompt and its ids, `<|endoftext|>` first.
#[derive(Clone, Debug, PartialEq)]
pub struct Prompt {
    /// The text, without what begins it.
    pub text: String,
    /// Its ids, `[T]`.
    pub ids: Vec<u32>,
}

/// The prompts that were computed. Everything but [`logits`] is about the first.
pub fn prompts() -> Vec<Prompt> {
    let prompts = said()["prompts"].as_array().expect("forward.json has prompts");
    let text = |prompt: &Value| prompt["text"].as_str().expect("a prompt has a text").to_owned();
    prompts.iter().map(|p| Prompt { text: text(p), ids: ids(&p["ids"]) }).collect()
}

/// The logits `[V]` after the last token of prompt `i`.
pub fn logits(i: usize) -> Vec<f32> {
    tensor(&format!("logits.{i}")).1
}

/// The residual stream `[T, d]` of the first prompt: after the embeddings (0), after each of
/// the L blocks (1 to L), and after the final norm (L + 1).
pub fn stream(step: usize) -> Array2<f32> {
    let (shape, numbers) = tensor(&format!("stream.{step}"));
    Array2::from_shape_vec((shape[0], shape[1]), numbers).expect("a stream is [T, d]")
}

/// The attention weights `[H, T, T]` of the first prompt in the first block.
pub fn attention() -> Array3<f32> {
    let (shape, numbers) = tensor("attention.0");
    Array3::from_shape_vec((shape[0], shape[1], shape[2]), numbers).expect("it is [H, T, T]")
}

/// What greedy decoding writes after `<|endoftext|>Once upon a time`: all ids, those of the
/// prompt included.
pub fn greedy() -> Vec<u32> {
    ids(&said()["greedy"]["ids"])
}

fn ids(list: &Value) -> Vec<u32> {
    let list = list.as_array().expect("ids are a list");
    list.iter().map(|id| id.as_u64().expect("an id is a number") as u32).collect()
}

fn said() -> &'static Value {
    static SAID: OnceLock<Value> = OnceLock::new();
    SAID.get_or_init(|| serde_json::from_slice(&read("forward.json")).expect("it is JSON"))
}

/// A tensor's shape and its numbers, the last axis running fastest.
fn tensor(name: &str) -> (Vec<usize>, Vec<f32>) {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    let bytes = BYTES.get_or_init(|| read("forward.safetensors"));
    let tensors = SafeTensors::deserialize(bytes).expect("it is safetensors");
    let tensor = tensors.tensor(name).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(tensor.dtype(), safetensors::Dtype::F32, "{name}");
    let (numbers, rest) = tensor.data().as_chunks::<4>();
    assert!(rest.is_empty(), "{name}");
    (tensor.shape().to_vec(), numbers.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect())
}

fn read(name: &str) -> Vec<u8> {
    let file = model::course_model_dir().join("fixtures").join(name);
    std::fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}
