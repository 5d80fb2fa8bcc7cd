//! `play next`: the distribution over the next token.

use anyhow::Result;
use model::Model;
use sampling::Settings;

use crate::args::Next;
use crate::engine::{self, NoPast, Nobody};
use crate::guarded::{output, sampling as choosing};
use crate::terminal::{Paint, aside, bar, cell, columns, count, out, percent, width};
use crate::text::Text;
use crate::{prompt, quoted::quoted};

/// Shows what the model expects next.
pub fn next(model: &Model, args: &Next) -> Result<()> {
    let text = args.text.join(" ");
    let tokenizer = Text::of(&model.tokenizer)?;
    let ids = prompt::ids(model, &tokenizer, &text, model.config.n_positions)?;
    let stream = engine::forward(model, &ids, &mut NoPast::default(), &mut Nobody)?; // [T, d]
    let logits = engine::last_logits(model, &stream)?; // [V]
    let own = output::softmax(&logits)?; // [V]
    let steps = steps(&logits, &own, args)?;
    let last = steps.last().map_or(&own, |step| &step.after);
    let settings = Settings { temperature: args.temperature, top_k: args.top_k, top_p: args.top_p };
    let result = choosing::distribution(&logits, &settings, last)?; // [V]
    let paint = Paint::of_stdout();
    out(&format!("after {}\n\n", paint.bold(&quoted(text.as_bytes()))));
    for step in &steps {
        out(&format!("{}\n", step.says));
    }
    if !steps.is_empty() {
        out("\n");
    }
    let was = (!steps.is_empty()).then_some(own.as_slice());
    out(&bars(&tokenizer, &result, was, args.count, paint)?);
    let begun =
        if tokenizer.begin().is_some() { ", <|endoftext|> before the text included" } else { "" };
    aside(&format!("{} went in{begun}", count(ids.len(), "token")));
    Ok(())
}

/// One thing that was done to the distribution.
struct Step {
    says: String,
    after: Vec<f32>,
}

/// Temperature, top-k, top-p: those that were asked for, in the order of 2.3.
fn steps(logits: &[f32], own: &[f32], args: &Next) -> Result<Vec<Step>> {
    let mut steps: Vec<Step> = Vec::new();
    let highest = |p: &[f32]| p.iter().copied().fold(0.0, f32::max);
    if args.temperature == 0.0 {
        let best = highest(own);
        let first = own.iter().position(|&p| p == best);
        let after = (0..own.len()).map(|id| f32::from(u8::from(Some(id) == first))).collect();
        steps.push(Step { says: "temperature 0    only the likeliest is left".to_owned(), after });
    } else if args.temperature != 1.0 {
        let scaled = choosing::with_temperature(logits, args.temperature)?; // [V]
        let after = output::softmax(&scaled)?; // [V]
        let (before, now) = (percent(highest(own)), percent(highest(&after)));
        let says = format!(
            "{:<16} the likeliest has {} instead of {}",
            format!("temperature {}", args.temperature),
            now.trim(),
            before.trim()
        );
        steps.push(Step { says, after });
    }
    if let Some(k) = args.top_k {
        let before = steps.last().map_or(own, |step| &step.after);
        let after = choosing::top_k(before, k)?; // [V]
        steps.push(Step { says: removed(&format!("top-k {k}"), before, &after), after });
    }
    if args.top_p < 1.0 {
        let before = steps.last().map_or(own, |step| &step.after);
        let after = choosing::top_p(before, args.top_p)?; // [V]
        steps.push(Step { says: removed(&format!("top-p {}", args.top_p), before, &after), after });
    }
    Ok(steps)
}

/// What a filter took away.
fn removed(filter: &str, before: &[f32], after: &[f32]) -> String {
    let gone = || before.iter().zip(after).filter(|(b, a)| **b > 0.0 && **a == 0.0);
    let share: f32 = gone().map(|(b, _)| b).sum();
    let number = gone().count();
    match number {
        0 => format!("{filter:<16} removes nothing"),
        _ => format!(
            "{filter:<16} removes {}, which had {}",
            count(number, "token"),
            percent(share).trim()
        ),
    }
}

/// The likeliest tokens as bars, and what is left for the others.
fn bars(
    tokenizer: &Text<'_>,
    probabilities: &[f32],
    was: Option<&[f32]>,
    rows: usize,
    paint: Paint,
) -> Result<String> {
    let mut top = output::top(probabilities, rows)?;
    top.retain(|(_, p)| *p > 0.0);
    let pieces: Vec<String> = top.iter().map(|&(id, _)| tokenizer.shown(id)).collect();
    let piece_width = pieces.iter().map(|piece| width(piece)).max().unwrap_or(0).clamp(12, 24);
    let bar_width = columns().saturating_sub(4 + piece_width + 2 + 8 + 2 + 14).clamp(8, 60);
    let highest = top.first().map_or(1.0, |(_, p)| *p);
    let mut shown = String::new();
    for (rank, (&(id, p), piece)) in top.iter().zip(&pieces).enumerate() {
        let drawn = bar(p / highest, bar_width);
        let line = match was {
            None => paint.cyan(&drawn),
            Some(was) => {
                let before = percent(was[id as usize]);
                let before = paint.dim(&format!("was {}", before.trim()));
                format!("{}  {before}", paint.cyan(&cell(&drawn, bar_width)))
            }
        };
        let piece = cell(piece, piece_width);
        shown.push_str(&format!("{:>2}  {piece}{}  {line}\n", rank + 1, percent(p)));
    }
    let others = probabilities.iter().filter(|p| **p > 0.0).count() - top.len();
    if others > 0 {
        // The likeliest may already sum to 1 as far as f32 can tell.
        let share = (1.0 - top.iter().map(|(_, p)| p).sum::<f32>()).max(f32::MIN_POSITIVE);
        let name = cell(&count(others, "other"), piece_width);
        shown.push_str(&paint.dim(&format!("    {name}{}", percent(share))));
        shown.push('\n');
    }
    Ok(shown)
}
