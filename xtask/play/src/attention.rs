//! `play attention`: one head as a heat map.

use anyhow::{Context, Result, bail};
use model::{Config, Model};
use ndarray::{Array2, Array3, ArrayView1, Axis};

use crate::args::Attention;
use crate::engine::{self, NoPast, Observer};
use crate::guarded::{Trouble, block};
use crate::terminal::{Paint, aside, cell, columns, out, width};
use crate::text::Text;
use crate::{picture, prompt};

/// From which weight on a cell looks how: a character for plain text, a colour of the 256.
const SHADES: [(f32, char, u8); 9] = [
    (0.0, '·', 234),
    (0.02, '░', 17),
    (0.05, '░', 18),
    (0.1, '▒', 20),
    (0.2, '▒', 26),
    (0.35, '▓', 38),
    (0.5, '▓', 44),
    (0.7, '█', 122),
    (0.85, '█', 159),
];

/// Shows one head of one layer.
pub fn attention(model: &Model, args: &Attention) -> Result<()> {
    there_is("layer", args.layer, model.config.n_layer)?;
    there_is("head", args.head, model.config.n_head)?;
    let tokenizer = Text::of(&model.tokenizer)?;
    let ids = prompt::ids(model, &tokenizer, &args.text.join(" "), model.config.n_positions)?;
    let mut heads = Heads::default();
    engine::forward(model, &ids, &mut NoPast::default(), &mut heads)?;
    let ranked = heads.ranked();
    let wanted = |head: &&Ranked| {
        args.layer.is_none_or(|layer| layer == head.layer)
            && args.head.is_none_or(|number| number == head.head)
    };
    let chosen = ranked.iter().find(wanted).context("a model has at least one head")?;
    let weights = &heads.0[chosen.layer][chosen.head]; // [T, T]
    let labels: Vec<String> = ids.iter().map(|&id| tokenizer.shown(id)).collect();
    let title = format!("layer {}, head {}", chosen.layer, chosen.head);
    let paint = Paint::of_stdout();
    out(&format!("{}\n\n", paint.bold(&title)));
    out(&map(weights, &labels, paint, columns()));
    out(&format!("\n{}\n", legend(paint)));
    out(&strongest(weights, &labels));
    if let Some(file) = &args.svg {
        let drawn = picture::svg(&title, weights, &labels);
        std::fs::write(file, drawn).with_context(|| {
            format!(
                "cannot write the picture to {}: give a file in a folder that is there",
                file.display()
            )
        })?;
        aside(&format!("the whole map is drawn in {}", file.display()));
    }
    others(&model.config, &ranked);
    Ok(())
}

fn there_is(what: &str, given: Option<usize>, count: usize) -> Result<()> {
    match given {
        Some(number) if number >= count => bail!(
            "there is no {what} {number}: this model has {count}, 0 to {}.\nTry --{what} {}",
            count - 1,
            count - 1
        ),
        _ => Ok(()),
    }
}

/// All weights: layer by layer, head by head `[T, T]`.
#[derive(Default)]
pub struct Heads(pub Vec<Vec<Array2<f32>>>);

impl Observer for Heads {
    fn heads(
        &mut self,
        _: usize,
        q: &Array3<f32>,
        k: &Array3<f32>,
        mask: &Array2<bool>,
    ) -> Result<(), Trouble> {
        let of = |x: &Array3<f32>, head| x.index_axis(Axis(0), head).to_owned();
        let heads = 0..q.len_of(Axis(0));
        let weights = heads.map(|h| block::attention_weights(&of(q, h), &of(k, h), mask));
        self.0.push(weights.collect::<Result<_, _>>()?);
        Ok(())
    }
}

/// A head, and how much it looks back.
struct Ranked {
    layer: usize,
    head: usize,
    back: f32,
}

impl Heads {
    /// All heads, the one that looks back most first.
    fn ranked(&self) -> Vec<Ranked> {
        let mut ranked: Vec<Ranked> = self
            .0
            .iter()
            .enumerate()
            .flat_map(|(layer, heads)| {
                heads.iter().enumerate().map(move |(head, w)| (layer, head, w))
            })
            .map(|(layer, head, weights)| Ranked { layer, head, back: looks_back(weights) })
            .collect();
        ranked.sort_by(|a, b| b.back.total_cmp(&a.back));
        ranked
    }
}

/// The strongest look of each token at another that is neither the very first (where heads look
/// that have nothing to say) nor the one just before; the mean over the tokens that have one.
fn looks_back(weights: &Array2<f32>) -> f32 {
    let looks: Vec<f32> = weights
        .rows()
        .into_iter()
        .enumerate()
        .skip(3)
        .map(|(t, row)| row.iter().take(t - 1).skip(1).copied().fold(0.0, f32::max))
        .collect();
    if looks.is_empty() { 0.0 } else { looks.iter().sum::<f32>() / looks.len() as f32 }
}

/// Rows are the tokens that look, columns the tokens looked at. What does not fit is cut at the
/// old end.
pub fn map(weights: &Array2<f32>, labels: &[String], paint: Paint, columns: usize) -> String {
    let label_width = labels.iter().map(|label| width(label)).max().unwrap_or(0).min(16);
    let digits = labels.len().saturating_sub(1).to_string().len();
    let room = columns.saturating_sub(digits + 1 + label_width + 2);
    let cell_width = if labels.len() * 2 <= room { 2 } else { 1 };
    let from = labels.len().saturating_sub(room / cell_width);
    let mut shown = String::new();
    if from > 0 {
        shown.push_str(&format!(
            "the last {} tokens of {}; the whole map: --svg FILE\n",
            labels.len() - from,
            labels.len()
        ));
    }
    shown.push_str(&numbers(from, labels.len(), digits + 1 + label_width + 2, cell_width, paint));
    for (t, row) in weights.rows().into_iter().enumerate().skip(from) {
        let cells: String = (from..=t).map(|s| shade(row[s]).drawn(cell_width, paint)).collect();
        shown.push_str(&format!("{t:>digits$} {}  {cells}\n", cell(&labels[t], label_width)));
    }
    shown
}

/// The columns' numbers, their digits below one another; the rows name the tokens.
fn numbers(from: usize, to: usize, indent: usize, cell_width: usize, paint: Paint) -> String {
    let places = (to.max(1) - 1).to_string().len();
    let mut shown = String::new();
    for place in (0..places).rev() {
        let power = 10_usize.pow(place as u32);
        let line: String = (from..to)
            .map(|s| {
                // A higher digit only where it changes, so that the eye finds the tens.
                let show = place == 0 || (s >= power && (s == from || s % power == 0));
                let digit = (s / power % 10).to_string();
                format!("{:<cell_width$}", if show { digit.as_str() } else { "" })
            })
            .collect();
        shown.push_str(&paint.dim(format!("{}{line}", " ".repeat(indent)).trim_end()));
        shown.push('\n');
    }
    shown
}

/// How a weight looks.
struct Shade(char, u8);

fn shade(weight: f32) -> Shade {
    let (_, character, colour) =
        SHADES.iter().rfind(|(from, ..)| weight >= *from).unwrap_or(&SHADES[0]);
    Shade(*character, *colour)
}

impl Shade {
    fn drawn(&self, width: usize, paint: Paint) -> String {
        match paint.is_on() {
            true => paint.with(&format!("48;5;{}", self.1), &" ".repeat(width)),
            false => self.0.to_string().repeat(width),
        }
    }
}

fn legend(paint: Paint) -> String {
    let mut shown = "weight from ".to_owned();
    let mut before = None;
    for (from, character, colour) in SHADES {
        // Without colour two steps share a character.
        if paint.is_on() || before != Some(character) {
            let drawn = Shade(character, colour).drawn(2, paint);
            shown.push_str(&format!(" {drawn} {from}"));
        }
        before = Some(character);
    }
    shown
}

/// Where the last token looks, in numbers.
fn strongest(weights: &Array2<f32>, labels: &[String]) -> String {
    let (Some(last), Some(label)) = (weights.rows().into_iter().next_back(), labels.last()) else {
        return String::new();
    };
    let looks: Vec<String> =
        largest(last, 5).into_iter().map(|s| format!("{s} {} {:.2}", labels[s], last[s])).collect();
    format!("the last token, {label}, looks at  {}\n", looks.join(" · "))
}

fn largest(row: ArrayView1<'_, f32>, count: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..row.len()).collect();
    order.sort_by(|&a, &b| row[b].total_cmp(&row[a]).then(a.cmp(&b)));
    order.truncate(count);
    order
}

/// Which heads there are besides.
fn others(config: &Config, ranked: &[Ranked]) {
    let list: Vec<String> = ranked
        .iter()
        .take(4)
        .map(|head| format!("  --layer {} --head {}  {:.2}", head.layer, head.head, head.back))
        .collect();
    aside(&format!(
        "{} layers with {} heads each, counted from 0. These look back most here:\n{}",
        config.n_layer,
        config.n_head,
        list.join("\n")
    ));
}
