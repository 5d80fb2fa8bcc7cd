//! A whole prompt in one pass: 2.5's `prefill` and candle, on the same weights.

use std::path::Path;

use anyhow::{Result, ensure};
use context::{no_past, prefill};
use model::Model;
use trainer::export;
use trainer::gpt::Gpt;
use trainer::params::Params;
use trainer::settings::COURSE;

use crate::timing::{in_turn, ms, times};

const LENGTHS: [usize; 3] = [32, 128, 256];

/// Prints the time of a pass over so many tokens, all logits included.
pub fn measure(model: &Model, folder: &Path, runs: u32) -> Result<()> {
    let params = Params::new(COURSE, &export::read(folder, COURSE)?)?;
    let gpt = Gpt::new(COURSE, &params);
    println!("Prefill of a prompt, all logits: 2.5's `prefill` and candle with the same weights\n");
    println!("{:>8}{:>14}{:>16}{:>12}", "tokens", "2.5", "candle", "");
    for length in LENGTHS {
        let ids: Vec<u32> = (0..length as u32).map(|i| 256 + i * 37 % 700).collect();
        let ours = || prefill(model, &no_past(model), &ids).map(|(logits, _)| logits);
        let theirs = || gpt.logits(&[&ids]);
        let (a, b) = (ours().map_err(|e| anyhow::anyhow!("too long: {e:?}"))?, theirs()?);
        let b = b.flatten_all()?.to_vec1::<f32>()?;
        let apart = a.iter().zip(&b).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
        ensure!(a.len() == b.len() && apart < 1e-3, "the logits are {apart} apart");
        let (a, b) = in_turn(runs, ours, theirs);
        let ratio = format!("{:.1}x", times(a, b));
        println!("{length:>8}{:>14}{:>16}{ratio:>12}", ms(a), ms(b));
    }
    println!();
    Ok(())
}
