//! Trains the course's model from nothing. README.md says how; this is the map.
//!
//! | module | what is in it |
//! |---|---|
//! | [`settings`] | every number that decides what the model becomes |
//! | [`tales`] | the tales trained on and the held-out ones, from the crate `corpus` |
//! | [`tokenizer`] | merges learned by section 1.3's solution, encoding, `tokenizer.json` |
//! | [`windows`] | tales as token windows, in an order that follows from the seed |
//! | [`ops`] | layer norm, attention, GELU and loss with their gradients, for candle |
//! | [`params`], [`gpt`] | GPT-2's tensors by name; the forward pass |
//! | [`adamw`], [`schedule`] | the optimizer, the learning rate |
//! | [`training`], [`checkpoint`] | one step; a training saved and gone on with, bit for bit |
//! | [`decode`] | greedy and sampled text |
//! | [`evaluate`] | what the trained model can do, measured |
//! | [`export`] | the folder that Hugging Face's tools load |
//! | [`compare`] | our logits against those that Hugging Face's code computes |
//! | [`commands`] | what `cargo run --release -- …` does |
//!
//! What is absent: no module but [`commands`] prints; nothing here knows where the
//! repository lies, except [`commands::Places`].

pub mod adamw;
pub mod checkpoint;
pub mod commands;
pub mod compare;
pub mod decode;
pub mod evaluate;
pub mod export;
pub mod files;
pub mod gpt;
pub mod ops;
pub mod params;
pub mod schedule;
pub mod settings;
pub mod tales;
pub mod tokenizer;
pub mod training;
pub mod windows;
