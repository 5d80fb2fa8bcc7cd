//! Tokenizers: 1.3's training and encoding beside the `tokenizers` crate, 1.4's encoding beside
//! tiktoken-rs, on tales of the course's corpus.

use std::collections::BTreeMap;

use anyhow::{Result, anyhow, ensure};
use bpe::{Words, train_words};
use tiktoken_oracle::Vocabulary;
use tokenizer::Pattern;
use tokenizers::models::bpe::{BPE, BpeTrainer};
use tokenizers::{Model as _, Trainer as _};
use trainer::tales;
use trainer::tokenizer::{Tokenizer, hugging_face, split};

use crate::timing::{in_turn, ms, times};

/// Tales to learn from, and the merges to learn.
const TALES: u64 = 1000;
const MERGES: usize = 500;
/// Tales to encode.
const ENCODED: usize = 100;

/// Prints times, and megabytes a second.
pub fn measure(runs: u32) -> Result<()> {
    let texts = tales::training(TALES);
    let words = split::words(&texts);
    println!("Tokenizers, on tales of the corpus\n");
    println!("{:<44}{:>14}{:>16}{:>8}", "", "ours", "theirs", "");
    training(&words, runs)?;
    let text = texts[..ENCODED].concat();
    encoding(&words, &text, runs)?;
    real_vocabulary(&text, runs)
}

fn row(what: &str, ours: std::time::Duration, theirs: std::time::Duration) {
    let ratio = format!("{:.1}x", times(ours, theirs));
    println!("{what:<44}{:>14}{:>16}{ratio:>8}", ms(ours), ms(theirs));
}

fn training(words: &BTreeMap<String, usize>, runs: u32) -> Result<()> {
    let list: Vec<(&[u8], usize)> =
        words.iter().map(|(word, &count)| (word.as_bytes(), count)).collect();
    let letters = hugging_face::letters();
    let spelled = |word: &str| word.bytes().map(|byte| letters[usize::from(byte)]).collect();
    let mut trainer = BpeTrainer::builder()
        .show_progress(false)
        .initial_alphabet(letters.into_iter().collect())
        .vocab_size(256 + MERGES)
        .build();
    let repeated = words.iter().flat_map(|(word, &count)| std::iter::repeat_n(word, count));
    trainer.feed(repeated, |word| Ok(vec![spelled(word)])).map_err(|e| anyhow!(e))?;
    let ours = || train_words(&mut Words::new(&list), MERGES);
    let theirs = || {
        let mut model = BPE::default();
        trainer.train(&mut model).map(|_| model.get_vocab_size())
    };
    ensure!(ours().len() == MERGES, "ours learns {MERGES} merges");
    ensure!(theirs().map_err(|e| anyhow!(e))? == 256 + MERGES, "theirs learns as many");
    let (a, b) = in_turn(runs, ours, theirs);
    row(&format!("train {MERGES} merges, {} words (tokenizers)", words.len()), a, b);
    Ok(())
}

/// A text through 1.4's pattern and 1.3's `encode`, piece by piece.
fn encoding(words: &BTreeMap<String, usize>, text: &str, runs: u32) -> Result<()> {
    let learned = Tokenizer::learn(words)?;
    let theirs: tokenizers::Tokenizer =
        hugging_face::to_json(&learned).parse().map_err(|e| anyhow!("{e}"))?;
    let ours = || -> Vec<u32> {
        let pieces = Pattern::Gpt2.pieces(text).into_iter();
        pieces.flat_map(|piece| bpe::encode(piece.as_bytes(), learned.merges())).collect()
    };
    let theirs = || theirs.encode_fast(text, false).map(|encoding| encoding.get_ids().to_vec());
    ensure!(ours() == theirs().map_err(|e| anyhow!(e))?, "both give the same ids");
    let (a, b) = in_turn(runs, ours, theirs);
    row(&format!("encode {} KB with 1.3 (tokenizers)", text.len() / 1000), a, b);
    Ok(())
}

fn real_vocabulary(text: &str, runs: u32) -> Result<()> {
    let ranks = tiktoken_oracle::ranks(Vocabulary::Cl100k);
    let library = tiktoken_rs::cl100k_base()?;
    let ours = || tokenizer::encode(text, Pattern::Cl100k, &ranks);
    let theirs = || library.encode_ordinary(text);
    ensure!(ours() == theirs(), "both give the same ids");
    let (a, b) = in_turn(runs, ours, theirs);
    row(&format!("encode {} KB with 1.4, cl100k (tiktoken-rs)", text.len() / 1000), a, b);
    println!();
    Ok(())
}
