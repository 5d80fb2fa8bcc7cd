//! `play write`: the model goes on where a text ends.

use std::time::{Duration, Instant};

use anyhow::Result;
use model::Model;
use sampling::Settings;

use crate::args::Write;
use crate::cached::Cached;
use crate::engine::{self, NoPast, Observer};
use crate::guarded::{Trouble, sampling::choose, tokenizer};
use crate::prompt;
use crate::terminal::{Paint, aside, count, grouped, out};
use crate::text::Text;

/// Why it stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The model wrote `<|endoftext|>`.
    Ended,
    /// It wrote as much as was asked for.
    Enough,
    /// The context is full.
    Full,
}

/// Writes on.
pub fn write(model: &Model, args: &Write) -> Result<()> {
    let text = args.text.join(" ");
    let tokenizer = Text::of(&model.tokenizer)?;
    // A prompt that does not fit leaves half of the context to write in.
    let context = model.config.n_positions;
    let ids = prompt::ids(model, &tokenizer, &text, context.div_ceil(2))?;
    let seed = args.seed.unwrap_or_else(any_seed);
    let mut writer = Writer::begin(model, &ids, args, seed)?;
    out(&Paint::of_stdout().bold(&seen(&text)));
    let mut waiting = Vec::new();
    let stop = writer.run(args.max_tokens, tokenizer.begin(), &mut |id| {
        out(&seen(&whole_now(&tokenizer, &mut waiting, id)?));
        Ok(())
    });
    // Also when it went wrong half way, the text so far gets its end.
    if stop.is_err() {
        out("\n");
    }
    let stop = stop?;
    out(&format!("{}\n", seen(&tokenizer::decode_end(&mut waiting)?)));
    aside(&writer.closing(ids.len(), stop, seed, !args.no_cache));
    Ok(())
}

/// The text that is whole with this token; bytes of a character that is only begun go on waiting.
pub fn whole_now(tokenizer: &Text<'_>, waiting: &mut Vec<u8>, id: u32) -> Result<String> {
    Ok(match tokenizer.decode(id)? {
        Some(bytes) => tokenizer::decode_next(waiting, &bytes)?,
        None => tokenizer.shown(id),
    })
}

/// Another one each time, and short enough to be typed again. Under the runner it is the runner's,
/// so that a run that crashed can be repeated.
fn any_seed() -> u64 {
    let given = std::env::var("LLMLINGS_PLAY_SEED").ok().and_then(|seed| seed.parse().ok());
    given.unwrap_or_else(|| fastrand::u64(0..1_000_000))
}

/// A model at writing.
pub struct Writer<'m> {
    model: &'m Model,
    settings: Settings,
    random: fastrand::Rng,
    /// All ids so far, the prompt's included.
    ids: Vec<u32>,
    /// `None`: everything is computed anew for each token.
    cache: Option<Cached>,
    /// What comes next, `[V]`.
    logits: Vec<f32>,
    /// Tokens written.
    pub written: usize,
    /// How long the prompt took, and all steps after it.
    took: (Duration, Duration),
    /// How many steps there were after the prompt.
    steps: usize,
    /// The work, counted.
    counter: Counter,
}

/// Counts the rows of keys and values that are computed in the first layer; every other layer has
/// as many.
#[derive(Default)]
struct Counter {
    rows: usize,
}

impl Observer for Counter {
    fn projected(&mut self, layer: usize, rows: usize) {
        self.rows += if layer == 0 { rows } else { 0 };
    }
}

impl<'m> Writer<'m> {
    /// Takes in the prompt, all of it in one pass.
    pub fn begin(model: &'m Model, ids: &[u32], args: &Write, seed: u64) -> Result<Writer<'m>> {
        let settings =
            Settings { temperature: args.temperature, top_k: args.top_k, top_p: args.top_p };
        let mut writer = Writer {
            model,
            settings,
            random: fastrand::Rng::with_seed(seed),
            ids: Vec::new(),
            cache: (!args.no_cache).then(|| Cached::new(&model.config)),
            logits: Vec::new(),
            written: 0,
            took: (Duration::ZERO, Duration::ZERO),
            steps: 0,
            counter: Counter::default(),
        };
        let start = Instant::now();
        writer.read(ids)?;
        writer.took.0 = start.elapsed();
        Ok(writer)
    }

    /// Takes in more ids: only those with a cache, all so far without.
    fn read(&mut self, new: &[u32]) -> Result<(), Trouble> {
        self.ids.extend(new);
        let stream = match &mut self.cache {
            Some(cache) => engine::forward(self.model, new, cache, &mut self.counter)?,
            None => {
                let none = &mut NoPast::default();
                engine::forward(self.model, &self.ids, none, &mut self.counter)?
            }
        };
        self.logits = engine::last_logits(self.model, &stream)?;
        Ok(())
    }

    /// Writes up to `max` tokens, each given to `each`. The id `end` ends it and is not given.
    pub fn run(
        &mut self,
        max: usize,
        end: Option<u32>,
        each: &mut dyn FnMut(u32) -> Result<()>,
    ) -> Result<Stop> {
        loop {
            let id = choose(&self.logits, &self.settings, self.random.f32())?;
            if Some(id) == end {
                return Ok(Stop::Ended);
            }
            each(id)?;
            self.written += 1;
            if self.written == max {
                return Ok(Stop::Enough);
            }
            if self.ids.len() == self.model.config.n_positions {
                return Ok(Stop::Full);
            }
            let start = Instant::now();
            self.read(&[id])?;
            self.took.1 += start.elapsed();
            self.steps += 1;
        }
    }

    /// How many rows of keys and values were computed in a layer.
    pub fn rows(&self) -> usize {
        self.counter.rows
    }

    /// Tokens a second, after the prompt.
    pub fn speed(&self) -> f64 {
        self.steps as f64 / self.took.1.as_secs_f64()
    }

    /// How fast it went, why it stopped, and how to write the same again.
    fn closing(&self, prompt: usize, stop: Stop, seed: u64, cached: bool) -> String {
        let speed = match self.steps {
            0 => String::new(),
            _ => format!(", {} tokens/s", grouped(self.speed().round() as usize)),
        };
        let how = if cached { "with the KV cache" } else { "without a KV cache" };
        let why = match stop {
            Stop::Ended => "the model ended it".to_owned(),
            Stop::Enough => "--max-tokens ended it".to_owned(),
            Stop::Full => {
                format!("the context of {} is full", count(self.model.config.n_positions, "token"))
            }
        };
        format!(
            "{}{speed} {how} · prompt {} in {:.0} ms\n{why} · the same again: --seed {seed}",
            count(self.written, "token"),
            count(prompt, "token"),
            (self.took.0.as_secs_f64() * 1000.0).max(1.0)
        )
    }
}

/// A control character must not reach a terminal; a pipe gets the text as it is.
pub fn seen(text: &str) -> String {
    use std::io::IsTerminal;
    let control = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    match std::io::stdout().is_terminal() {
        true => text.replace(control, "\u{FFFD}"),
        false => text.to_owned(),
    }
}
