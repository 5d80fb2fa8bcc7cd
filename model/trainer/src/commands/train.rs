//! `train`: the training, with its saves and its stop.

use std::process::exit;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, Result, bail};
use clap::Args;

use super::Places;
use super::data::{Data, load};
use super::progress::Progress;
use crate::checkpoint::Checkpoint;
use crate::settings::{COURSE, Recipe, STEPS, TRAIN_TALES};
use crate::training::{Training, loss};
use crate::windows::Windows;

/// Steps between two saves.
const SAVE: usize = 250;
/// Steps between two measurements of the held-out loss.
const MEASURE: usize = 500;
/// Held-out windows measured in the course of a training. `evaluate` takes all.
const HELD_OUT_WINDOWS: usize = 64;

/// What a training is asked for. Without options: the course's model.
#[derive(Args)]
pub struct Options {
    /// Steps of the optimizer, of 2,048 tokens each
    #[arg(long, default_value_t = STEPS)]
    steps: usize,
    /// The highest learning rate
    #[arg(long, default_value_t = Recipe::course(0).rate)]
    rate: f64,
    /// Tales to train on; fewer are for trying things out
    #[arg(long, default_value_t = TRAIN_TALES)]
    tales: u64,
    /// Begins anew: an earlier training is written over at the first save
    #[arg(long)]
    fresh: bool,
}

impl Options {
    /// Tales to train on.
    pub fn tales(&self) -> u64 {
        self.tales
    }

    fn recipe(&self) -> Result<Recipe> {
        let recipe = Recipe { rate: self.rate, ..Recipe::course(self.steps) };
        if self.steps == 0 {
            bail!("--steps 0 trains nothing: give at least 1");
        }
        Ok(recipe)
    }
}

static STOP: AtomicBool = AtomicBool::new(false);

/// Trains, or goes on. Whether the training is finished; otherwise Ctrl-C has stopped it.
pub fn run(places: &Places, options: &Options) -> Result<bool> {
    let recipe = options.recipe()?;
    let path = places.checkpoint();
    let Data { training, held_out, tokens } = load(places, options.tales)?;
    let count: usize = training.iter().map(Vec::len).sum();
    let mut windows = Windows::new(&training, recipe.shape.context, recipe.seed)?;
    windows.window(0);
    println!(
        "train: {} tales of {} tokens on average, {} windows an epoch: {} steps are {:.1} epochs",
        training.len(),
        count / training.len().max(1),
        windows.in_epoch(),
        recipe.steps,
        (recipe.steps * recipe.batch) as f64 / windows.in_epoch() as f64
    );
    let mut training = if path.exists() && !options.fresh {
        let saved = Checkpoint::load(&path, COURSE)?;
        let resumed = Training::resume(recipe.clone(), windows, tokens, saved)?;
        println!("train: going on after step {} of {}", resumed.step(), path.display());
        resumed
    } else {
        println!("train: from the beginning, {} parameters", recipe.shape.parameters());
        Training::start(recipe.clone(), windows, tokens)?
    };
    if training.is_finished() {
        println!("train: that training is finished; `--fresh` begins another");
        return Ok(true);
    }
    listen()?;
    let held_out = held_out_windows(&held_out, &recipe)?;
    let per_step = recipe.batch * recipe.shape.context;
    let progress = Progress::new(recipe.steps, training.step(), per_step)?;
    while !training.is_finished() {
        let report = training.advance()?;
        let done = training.step();
        let stop = STOP.load(Ordering::Relaxed);
        progress.step(done, &report);
        if !report.loss.is_finite() {
            bail!("the loss at step {done} is {}: try a lower --rate", report.loss);
        }
        if done % MEASURE == 0 || training.is_finished() {
            let loss = loss_of(&training, &held_out)?;
            progress.line(done, &report, Some(loss));
        } else if stop || done == 1 || done % 100 == 0 && done < MEASURE {
            progress.line(done, &report, None);
        }
        if stop || done % SAVE == 0 || training.is_finished() {
            training.checkpoint()?.save(&path, recipe.shape)?;
        }
        if stop && !training.is_finished() {
            progress.end();
            println!("train: stopped and saved after step {done}; the same command goes on");
            return Ok(false);
        }
    }
    progress.end();
    println!("train: finished, saved to {}", path.display());
    Ok(true)
}

/// Ctrl-C asks to stop after the step; a second one stops at once.
fn listen() -> Result<()> {
    ctrlc::set_handler(|| {
        if STOP.swap(true, Ordering::Relaxed) {
            exit(130);
        }
        eprintln!("\nstopping after this step; once more stops at once, without saving");
    })
    .context("Ctrl-C could not be listened for")
}

fn held_out_windows(tales: &[Vec<u32>], recipe: &Recipe) -> Result<Vec<Vec<u32>>> {
    let mut windows = Windows::new(tales, recipe.shape.context, 0)?;
    Ok((0..HELD_OUT_WINDOWS).map(|i| windows.window(i).to_vec()).collect())
}

fn loss_of(training: &Training, windows: &[Vec<u32>]) -> Result<f64> {
    let mut sum = 0.0;
    for part in windows.chunks(8) {
        let loss = loss(training.gpt(), part)?.to_scalar::<f32>()?;
        sum += f64::from(loss) * part.len() as f64;
    }
    Ok(sum / windows.len() as f64)
}
