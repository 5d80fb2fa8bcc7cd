//! `play story`: one story, written with the KV cache and then without, and what each cost.

use std::io::IsTerminal;
use std::time::Duration;

use anyhow::Result;
use model::Model;

use crate::args::{Story, Write};
use crate::guarded::tokenizer;
use crate::prompt;
use crate::terminal::{Paint, aside, grouped, out};
use crate::text::Text;
use crate::write::{Writer, seen, whole_now};

/// How long a token stands on a terminal before the next one comes: the model writes faster than
/// anybody reads.
const PACE: Duration = Duration::from_millis(18);

/// What writing a story came to.
struct Told {
    ids: Vec<u32>,
    rows: usize,
    speed: f64,
}

/// Writes the story twice and puts both beside each other.
pub fn story(model: &Model, args: &Story) -> Result<()> {
    let text = match args.text.is_empty() {
        true => "Once upon a time".to_owned(),
        false => args.text.join(" "),
    };
    let tokenizer = Text::of(&model.tokenizer)?;
    let ids = prompt::ids(model, &tokenizer, &text, model.config.n_positions.div_ceil(2))?;
    out(&Paint::of_stdout().bold(&seen(&text)));
    let pace = if std::io::stdout().is_terminal() { PACE } else { Duration::ZERO };
    let mut waiting = Vec::new();
    let cached = told(model, &ids, args, false, &tokenizer, &mut |id| {
        out(&seen(&whole_now(&tokenizer, &mut waiting, id)?));
        std::thread::sleep(pace);
        Ok(())
    });
    // Also when it went wrong half way, the text so far gets its end.
    out("\n");
    let cached = cached?;
    out(&seen(&tokenizer::decode_end(&mut waiting)?));
    aside("\nthe same once more without the cache …");
    let plain = told(model, &ids, args, true, &tokenizer, &mut |_| Ok(()))?;
    out(&beside(&cached, &plain));
    Ok(())
}

fn told(
    model: &Model,
    prompt: &[u32],
    args: &Story,
    no_cache: bool,
    tokenizer: &Text<'_>,
    each: &mut dyn FnMut(u32) -> Result<()>,
) -> Result<Told> {
    let how = Write {
        text: Vec::new(),
        temperature: args.temperature,
        top_k: None,
        top_p: 1.0,
        seed: Some(args.seed),
        max_tokens: args.max_tokens,
        no_cache,
    };
    let mut writer = Writer::begin(model, prompt, &how, args.seed)?;
    let mut ids = Vec::new();
    writer.run(args.max_tokens, tokenizer.begin(), &mut |id| {
        ids.push(id);
        each(id)
    })?;
    Ok(Told { ids, rows: writer.rows(), speed: writer.speed() })
}

fn beside(cached: &Told, plain: &Told) -> String {
    let paint = Paint::of_stdout();
    let row =
        |what: &str, a: &str, b: &str, note: &str| format!("{what:<38}{a:>12}{b:>12}   {note}\n");
    let mut table = paint.dim(&row("", "with cache", "without", ""));
    let count = |told: &Told| grouped(told.ids.len());
    table += &row("tokens written", &count(cached), &count(plain), "");
    let work = plain.rows as f64 / cached.rows.max(1) as f64;
    table += &row(
        "rows of keys and values in a layer",
        &grouped(cached.rows),
        &grouped(plain.rows),
        &format!("{work:.0} times the work"),
    );
    let rate = |told: &Told| grouped(told.speed.round() as usize);
    let faster = cached.speed / plain.speed;
    table += &row(
        "tokens a second",
        &rate(cached),
        &rate(plain),
        &if faster.is_finite() { format!("{faster:.1} times as fast") } else { String::new() },
    );
    let apart = cached.ids.iter().zip(&plain.ids).position(|(a, b)| a != b);
    table += &match apart {
        None if cached.ids.len() == plain.ids.len() => {
            "Both wrote the same, token for token.\n".to_owned()
        }
        None => "One of the two stopped earlier: the cache should change nothing but the work.\n"
            .to_owned(),
        Some(at) => format!(
            "They part at token {at}: the cache should change nothing but the work.\n\
             `cargo xtask run 2.6` checks it again.\n"
        ),
    };
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(ids: &[u32], rows: usize, speed: f64) -> Told {
        Told { ids: ids.to_vec(), rows, speed }
    }

    #[test]
    fn both_stand_beside_each_other() {
        let table = beside(&of(&[1, 2, 3], 7, 2000.0), &of(&[1, 2, 3], 18, 400.0));
        assert_eq!(
            table.lines().map(str::trim_end).collect::<Vec<_>>(),
            [
                "                                        with cache     without",
                "tokens written                                   3           3",
                "rows of keys and values in a layer               7          18   3 times the work",
                "tokens a second                              2,000         400   5.0 times as fast",
                "Both wrote the same, token for token.",
            ],
        );
    }

    #[test]
    fn a_cache_that_changes_the_text_is_told() {
        let table = beside(&of(&[1, 2, 3], 7, 2000.0), &of(&[1, 9, 3], 18, 400.0));
        assert!(table.contains("They part at token 1"), "{table}");
        let table = beside(&of(&[1, 2], 7, 2000.0), &of(&[1, 2, 3], 18, 400.0));
        assert!(table.contains("stopped earlier"), "{table}");
    }
}
