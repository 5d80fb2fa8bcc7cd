//! `play attention`: one head as a heat map.

use anyhow::{Context, Result, bail};
use model::{Config, Model};
use ndarray::{Array2, Array3, ArrayView1, Axis};

use crate::args::Attention;
use crate::engine::{self, NoPast, Observer};
use crate::guarded::{Trouble, block};
use crate::terminal::{Paint, aside, columns, out};
use crate::text::Text;
use crate::{heat, picture, prompt};

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
    out(&heat::map(weights, &labels, paint, columns()));
    out(&format!("\n{}\n", heat::legend(paint)));
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
