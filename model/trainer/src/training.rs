//! One training: its state, its step, and how it is saved and gone on with.

use std::time::Instant;

use anyhow::{Result, ensure};
use candle_core::{Tensor, Var};
use rayon::prelude::*;

use crate::adamw::{Moments, Step, clip, update};
use crate::checkpoint::Checkpoint;
use crate::gpt::Gpt;
use crate::ops::cross_entropy;
use crate::params::{Params, first_values};
use crate::schedule::rate;
use crate::settings::Recipe;
use crate::windows::Windows;

/// A batch is computed in this many parts, each on its own thread. A constant, not the number of
/// cores: gradients are added part by part, and another order would round differently.
const PARTS: usize = 4;

/// A training somewhere between its first and its last step.
pub struct Training<'a> {
    recipe: Recipe,
    windows: Windows<'a>,
    tokens: String,
    params: Params,
    gpt: Gpt,
    moments: Vec<Moments>,
    step: usize,
    seconds: f64,
    smooth: f64,
}

/// What one step did.
#[derive(Clone, Copy, Debug)]
pub struct Report {
    /// The loss of the batch before the step, in nats a token.
    pub loss: f64,
    /// The same as a running mean over some 50 steps.
    pub smooth: f64,
    /// The learning rate of the step.
    pub rate: f64,
}

impl<'a> Training<'a> {
    /// A training before its first step. `tokens` is the SHA-256 of the ids trained on.
    pub fn start(recipe: Recipe, windows: Windows<'a>, tokens: String) -> Result<Training<'a>> {
        let params = Params::new(recipe.shape, &first_values(recipe.shape, recipe.seed))?;
        let moments = params.slots.iter().map(|slot| Moments::zero(slot.len())).collect();
        let gpt = Gpt::new(recipe.shape, &params);
        let (step, seconds, smooth) = (0, 0.0, 0.0);
        Ok(Training { recipe, windows, tokens, params, gpt, moments, step, seconds, smooth })
    }

    /// Goes on where a checkpoint stopped. An error when it was begun with another recipe,
    /// corpus or tokenizer: the result would be neither the one nor the other.
    pub fn resume(
        recipe: Recipe,
        windows: Windows<'a>,
        tokens: String,
        saved: Checkpoint,
    ) -> Result<Training<'a>> {
        let line = recipe.line();
        ensure!(
            saved.recipe == line,
            "the training that was begun has another recipe.\n  begun with: {}\n  asked for:  \
             {line}\nGo on with the same options, or begin anew with --fresh.",
            saved.recipe
        );
        ensure!(
            saved.tokens == tokens,
            "the corpus or the tokenizer has changed since the training was begun: begin anew \
             with --fresh"
        );
        let params = Params::new(recipe.shape, &saved.weights)?;
        let gpt = Gpt::new(recipe.shape, &params);
        let Checkpoint { step, seconds, smooth, moments, .. } = saved;
        Ok(Training { recipe, windows, tokens, params, gpt, moments, step, seconds, smooth })
    }

    /// Everything that the next step depends on.
    pub fn checkpoint(&self) -> Result<Checkpoint> {
        Ok(Checkpoint {
            step: self.step,
            seconds: self.seconds,
            smooth: self.smooth,
            recipe: self.recipe.line(),
            tokens: self.tokens.clone(),
            weights: self.params.values()?,
            moments: self.moments.clone(),
        })
    }

    /// Steps done.
    pub fn step(&self) -> usize {
        self.step
    }

    /// Whether the last step of the recipe is done.
    pub fn is_finished(&self) -> bool {
        self.step >= self.recipe.steps
    }

    /// The model as it is now. It changes with every step.
    pub fn gpt(&self) -> &Gpt {
        &self.gpt
    }

    /// Does one step.
    pub fn advance(&mut self) -> Result<Report> {
        let begun = Instant::now();
        let batch: Vec<Vec<u32>> = (0..self.recipe.batch)
            .map(|i| self.windows.window(self.step * self.recipe.batch + i).to_vec())
            .collect();
        let (loss, gradients) = self.gradients(&batch)?;
        let rate = rate(&self.recipe, self.step);
        let number = self.step + 1;
        let step = Step { number, rate: rate as f32, scale: clip(&gradients) };
        let tensors = self.params.slots.iter().zip(&self.params.vars);
        for (((slot, var), gradient), moments) in tensors.zip(&gradients).zip(&mut self.moments) {
            let mut weights: Vec<f32> = var.flatten_all()?.to_vec1()?;
            update(&mut weights, gradient, moments, slot.decays(), step);
            var.set(&Tensor::from_vec(weights, slot.shape.as_slice(), var.device())?)?;
        }
        // A running mean; the first steps count fully, so that it does not start at 0.
        let keep = 1.0 - 1.0 / (number as f64).min(50.0);
        self.smooth = keep * self.smooth + (1.0 - keep) * loss;
        self.step = number;
        self.seconds += begun.elapsed().as_secs_f64();
        Ok(Report { loss, smooth: self.smooth, rate })
    }

    /// The mean loss of a batch and its gradients, one for each parameter.
    fn gradients(&self, batch: &[Vec<u32>]) -> Result<(f64, Vec<Vec<f32>>)> {
        let part = batch.len().div_ceil(PARTS);
        let parts = batch.par_chunks(part).map(|windows| {
            let share = windows.len() as f64 / batch.len() as f64;
            let loss = loss(&self.gpt, windows)?;
            let store = (&loss * share)?.backward()?;
            let gradient = |var: &Var| -> Result<Vec<f32>> {
                Ok(match store.get(var) {
                    Some(gradient) => gradient.flatten_all()?.to_vec1()?,
                    None => anyhow::bail!("a parameter of shape {:?} has no gradient", var.shape()),
                })
            };
            let gradients = self.params.vars.iter().map(gradient).collect::<Result<Vec<_>>>()?;
            Ok((f64::from(loss.to_scalar::<f32>()?) * share, gradients))
        });
        let mut parts = parts.collect::<Result<Vec<_>>>()?.into_iter();
        let Some((mut loss, mut sum)) = parts.next() else { anyhow::bail!("the batch is empty") };
        for (more, gradients) in parts {
            loss += more;
            for (sum, gradient) in sum.iter_mut().zip(gradients) {
                sum.iter_mut().zip(gradient).for_each(|(sum, g)| *sum += g);
            }
        }
        Ok((loss, sum))
    }
}

/// The mean loss of windows of equal length: each token but the first is predicted from those
/// before it. A scalar, in nats a token.
pub fn loss(gpt: &Gpt, windows: &[Vec<u32>]) -> Result<Tensor> {
    let inputs: Vec<&[u32]> = windows.iter().map(|ids| &ids[..ids.len() - 1]).collect();
    let targets = windows.iter().flat_map(|ids| &ids[1..]).copied().collect();
    Ok(cross_entropy(&gpt.logits(&inputs)?, targets)?)
}
