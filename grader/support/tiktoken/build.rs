//! Lays the vocabularies that tiktoken-rs embeds out as tables that need no loading: of each, all
//! tokens one after another, where each ends, and the ranks in the order of the tokens' bytes.

use std::path::Path;
use tiktoken_rs::CoreBPE;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    lay_out("r50k", 50_256, tiktoken_rs::r50k_base().expect("embedded"));
    lay_out("cl100k", 100_256, tiktoken_rs::cl100k_base().expect("embedded"));
    lay_out("o200k", 199_998, tiktoken_rs::o200k_base().expect("embedded"));
}

fn lay_out(name: &str, size: u32, tokenizer: CoreBPE) {
    let tokens: Vec<Vec<u8>> =
        (0..size).map(|rank| tokenizer.decode_bytes(&[rank]).expect("ranks are dense")).collect();
    let mut order: Vec<u32> = (0..size).collect();
    order.sort_unstable_by_key(|&rank| &tokens[rank as usize]);
    let ends = tokens.iter().scan(0, |end, token| {
        *end += token.len() as u32;
        Some(*end)
    });
    write(name, "tokens", tokens.concat());
    write(name, "ends", ends.flat_map(u32::to_le_bytes).collect());
    write(name, "order", order.into_iter().flat_map(u32::to_le_bytes).collect());
}

fn write(name: &str, part: &str, bytes: Vec<u8>) {
    let folder = std::env::var_os("OUT_DIR").expect("cargo sets it");
    let file = Path::new(&folder).join(format!("{name}.{part}"));
    std::fs::write(file, bytes).expect("cargo's folder can be written");
}
