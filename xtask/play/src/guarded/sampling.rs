//! 2.3 Sampling and decoding.

use sampling::Settings;

use super::{Site, Trouble, Wrong, call, expect};

static WITH_TEMPERATURE: Site = Site { section: "2.3", function: "with_temperature" };
static TOP_K: Site = Site { section: "2.3", function: "top_k" };
static TOP_P: Site = Site { section: "2.3", function: "top_p" };
static DISTRIBUTION: Site = Site { section: "2.3", function: "distribution" };
static CHOOSE: Site = Site { section: "2.3", function: "choose" };

/// Logits `[V]` divided by the temperature.
pub fn with_temperature(logits: &[f32], temperature: f32) -> Result<Vec<f32>, Trouble> {
    call(
        &WITH_TEMPERATURE,
        || format!("{} logits and temperature {temperature}", logits.len()),
        || sampling::with_temperature(logits, temperature),
        |scaled| expect::numbers(scaled, logits.len()),
    )
}

/// Only the k likeliest of these probabilities `[V]`.
pub fn top_k(probabilities: &[f32], k: usize) -> Result<Vec<f32>, Trouble> {
    call(
        &TOP_K,
        || format!("{} probabilities and k = {k}", probabilities.len()),
        || sampling::top_k(probabilities, k),
        |kept| expect::probabilities(kept, probabilities.len()),
    )
}

/// Only the smallest set of these probabilities `[V]` that reaches p.
pub fn top_p(probabilities: &[f32], p: f32) -> Result<Vec<f32>, Trouble> {
    call(
        &TOP_P,
        || format!("{} probabilities and p = {p}", probabilities.len()),
        || sampling::top_p(probabilities, p),
        |kept| expect::probabilities(kept, probabilities.len()),
    )
}

/// The whole way from logits `[V]` to the distribution that a token is drawn from, which has to
/// be what the steps gave one by one.
pub fn distribution(
    logits: &[f32],
    settings: &Settings,
    steps: &[f32],
) -> Result<Vec<f32>, Trouble> {
    call(
        &DISTRIBUTION,
        || format!("{} logits, {}", logits.len(), words(settings)),
        || sampling::distribution(logits, settings),
        |result| {
            expect::probabilities(result, logits.len())?;
            let differ = |(a, b): (&f32, &f32)| (a - b).abs() > 1e-3;
            let Some(id) = result.iter().zip(steps).position(differ) else { return Ok(()) };
            let asked = format!("{} for id {id}, as the steps give it one by one", steps[id]);
            Err(Wrong::new(asked, result[id].to_string()))
        },
    )
}

/// The token that u, from 0 up to but not 1, draws.
pub fn choose(logits: &[f32], settings: &Settings, u: f32) -> Result<u32, Trouble> {
    call(
        &CHOOSE,
        || format!("{} logits, {} and u = {u}", logits.len(), words(settings)),
        || sampling::choose(logits, settings, u),
        |&id| {
            let asked = || format!("an id below {}", logits.len());
            Wrong::unless((id as usize) < logits.len(), asked(), || id.to_string())
        },
    )
}

fn words(settings: &Settings) -> String {
    let Settings { temperature, top_k, top_p } = settings;
    format!("temperature {temperature}, top_k {top_k:?}, top_p {top_p}")
}
