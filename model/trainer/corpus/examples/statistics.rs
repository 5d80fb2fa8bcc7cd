//! Counts words: `cargo run --release --example statistics -- 5000` (how many tales).

use std::collections::{BTreeMap, HashMap};

fn main() {
    let many = std::env::args().nth(1).and_then(|word| word.parse().ok()).unwrap_or(5_000);
    let mut counts: HashMap<String, usize> = HashMap::new();
    let mut lengths = Vec::new();
    let mut probes = 0;
    for number in 0..many {
        let tale = corpus::tale(1, number);
        lengths.push(tale.text.split_whitespace().count());
        probes += tale.probes.len();
        for word in tale.text.split(|c: char| !c.is_ascii_alphabetic()).filter(|w| !w.is_empty()) {
            *counts.entry(word.to_owned()).or_default() += 1;
        }
    }
    lengths.sort_unstable();
    let all: usize = counts.values().sum();
    let small: BTreeMap<&String, usize> = counts
        .iter()
        .filter(|(word, _)| word.starts_with(|c: char| c.is_ascii_lowercase()))
        .map(|(word, many)| (word, *many))
        .collect();
    println!("{many} tales, {all} words, {} distinct (names and capitals apart)", small.len());
    println!(
        "words a tale: {} to {}, half below {}; probes a tale: {:.2}",
        lengths[0],
        lengths[lengths.len() - 1],
        lengths[lengths.len() / 2],
        probes as f64 / many as f64
    );
    for (kind, words) in corpus::kinds() {
        print!("{kind}:");
        for word in *words {
            print!(" {word} {}", all / counts.get(*word).copied().unwrap_or(0).max(1));
        }
        println!(" (one in so many words)");
    }
    let rare: Vec<String> = small
        .iter()
        .filter(|(_, many)| **many * 20_000 < all)
        .map(|(word, many)| format!("{word} {many}"))
        .collect();
    println!("rare ({}): {}", rare.len(), rare.join(", "));
}
