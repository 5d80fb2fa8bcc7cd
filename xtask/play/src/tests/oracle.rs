//! The forward pass that is put together here, against transformers'.

use ndarray::Array2;
use safetensors::SafeTensors;
use serde_json::Value;

use super::course;
use crate::attention::Heads;
use crate::engine::{NoPast, Nobody, Observer, forward, last_logits};
use crate::text::Text;

const TOLERANCE: f32 = 1e-4;

/// What transformers said: prompts and ids as JSON, numbers as tensors.
pub struct Oracle {
    pub said: Value,
    tensors: Vec<u8>,
}

impl Oracle {
    pub fn load() -> Oracle {
        let folder = model::course_model_dir().join("fixtures");
        let read = |name: &str| std::fs::read(folder.join(name)).expect(name);
        let said = serde_json::from_slice(&read("forward.json")).expect("it is JSON");
        Oracle { said, tensors: read("forward.safetensors") }
    }

    /// Each prompt with its ids.
    pub fn prompts(&self) -> Vec<(&str, Vec<u32>)> {
        let prompts = self.said["prompts"].as_array().expect("there are prompts");
        let text = |prompt: &'_ Value| prompt["text"].as_str().expect("a text").len();
        assert!(prompts.iter().all(|prompt| text(prompt) > 0));
        prompts.iter().map(|p| (p["text"].as_str().unwrap_or(""), ids(&p["ids"]))).collect()
    }

    /// A tensor's numbers, row by row.
    fn numbers(&self, name: &str) -> Vec<f32> {
        let tensors = SafeTensors::deserialize(&self.tensors).expect("it is safetensors");
        let tensor = tensors.tensor(name).expect(name);
        assert_eq!(tensor.dtype(), safetensors::Dtype::F32);
        let of = |bytes: &[u8]| f32::from_le_bytes(bytes.try_into().expect("four bytes"));
        tensor.data().chunks(4).map(of).collect()
    }

    /// Holds numbers against a tensor.
    fn agrees(&self, name: &str, ours: impl IntoIterator<Item = f32>) {
        let theirs = self.numbers(name);
        let ours: Vec<f32> = ours.into_iter().collect();
        assert_eq!(ours.len(), theirs.len(), "{name}");
        for (at, (a, b)) in ours.iter().zip(&theirs).enumerate() {
            assert!((a - b).abs() < TOLERANCE, "{name}, number {at}: {a}, transformers has {b}");
        }
    }
}

pub fn ids(list: &Value) -> Vec<u32> {
    list.as_array().expect("ids").iter().map(|id| id.as_u64().expect("an id") as u32).collect()
}

#[test]
fn the_ids_of_every_prompt() {
    let model = course();
    let text = Text::of(&model.tokenizer).expect("it can be renumbered");
    let oracle = Oracle::load();
    let begin = text.begin().expect("the course's model has one");
    for (prompt, ids) in oracle.prompts() {
        assert_eq!([vec![begin], text.ids(prompt).expect("they encode")].concat(), ids);
    }
}

#[test]
fn the_logits_after_every_prompt() {
    let model = course();
    let oracle = Oracle::load();
    for (i, (_, ids)) in oracle.prompts().iter().enumerate() {
        let stream = forward(&model, ids, &mut NoPast::default(), &mut Nobody).expect("no trouble");
        let logits = last_logits(&model, &stream).expect("no trouble");
        oracle.agrees(&format!("logits.{i}"), logits);
    }
}

/// Layer by layer: where two mistakes cancel out in the logits, one shows here.
#[test]
fn the_stream_after_every_layer() {
    struct Streams<'o>(&'o Oracle, usize);
    impl Observer for Streams<'_> {
        fn stream(&mut self, step: usize, x: &Array2<f32>) {
            self.0.agrees(&format!("stream.{step}"), x.iter().copied());
            self.1 += 1;
        }
    }
    let model = course();
    let oracle = Oracle::load();
    let mut streams = Streams(&oracle, 0);
    let ids = &oracle.prompts()[0].1;
    forward(&model, ids, &mut NoPast::default(), &mut streams).expect("no trouble");
    assert_eq!(streams.1, model.config.n_layer + 2);
}

#[test]
fn the_attention_of_the_first_layer() {
    let model = course();
    let oracle = Oracle::load();
    let mut heads = Heads::default();
    let ids = &oracle.prompts()[0].1;
    forward(&model, ids, &mut NoPast::default(), &mut heads).expect("no trouble");
    oracle.agrees("attention.0", heads.0[0].iter().flat_map(|head| head.iter().copied()));
}
