//! Loads small folders of random numbers, good ones and broken ones, and holds what comes out
//! against what was written: every number, and every error to the letter.

mod config;
mod files;
mod folder;
mod tensors;
mod tokenizer;
mod values;
