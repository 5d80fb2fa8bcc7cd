//! Draws this section's picture: what the model would say next if it stopped after each layer.
//! `cargo run -p forward --example picture`, in solutions/.

use std::fmt::Write;

use model::{Config, Model, Weights};

/// How many tokens of the first prompt, its last ones.
const TOKENS: usize = 6;
/// A cell, and where the first one is, in pixels.
const CELL: (usize, usize) = (84, 40);
const LEFT: usize = 112;
const TOP: usize = 74;
const WIDTH: usize = 640;
const OUT: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../../exercises/ch2/02_forward/lens.svg");

fn main() {
    let Model { config, weights, .. } = model_oracle::course();
    let ids = &model_oracle::prompts()[0].ids;
    let layers: Vec<Vec<(u32, f32)>> =
        (0..=config.n_layer).map(|layers| guesses(weights, config, layers, ids)).collect();
    std::fs::write(OUT, draw(ids, &layers)).expect("the exercise's folder is there");
}

/// The likeliest token after each of the last tokens, and its probability, in the model that is
/// cut after so many blocks.
fn guesses(weights: &Weights, config: &Config, layers: usize, ids: &[u32]) -> Vec<(u32, f32)> {
    let mut cut = weights.clone();
    cut.blocks.truncate(layers);
    let logits = forward::forward(&cut, config, ids).expect("the prompt fits"); // [T, V]
    let best = |t: usize| {
        let row = logits.row(t);
        let id = (0..row.len()).rev().max_by(|&a, &b| row[a].total_cmp(&row[b])).unwrap_or(0);
        let sum: f32 = row.iter().map(|logit| (logit - row[id]).exp()).sum();
        (id as u32, 1.0 / sum)
    };
    (ids.len() - TOKENS..ids.len()).map(best).collect()
}

fn draw(ids: &[u32], layers: &[Vec<(u32, f32)>]) -> String {
    let height = TOP + layers.len() * CELL.1 + 42;
    let mut svg = String::new();
    let mut put = |line: String| writeln!(svg, "{line}").expect("a string takes it");
    put(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" \
         viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" font-family=\"system-ui, sans-serif\" \
         font-size=\"12\" fill=\"#333\">"
    ));
    put("<title>What the model would say next if it stopped after each layer</title>".to_owned());
    put(format!(
        "<rect x=\".5\" y=\".5\" width=\"{}\" height=\"{}\" rx=\"8\" fill=\"#fff\" \
         stroke=\"#ccc\"/>",
        WIDTH - 1,
        height - 1
    ));
    put("<text x=\"16\" y=\"28\" font-size=\"14\" font-weight=\"600\">What the model would say \
         next if it stopped there</text>"
        .to_owned());
    for (column, &id) in ids[ids.len() - TOKENS..].iter().enumerate() {
        put(text(column, TOP - 14, "font-weight=\"600\"", &shown(id)));
    }
    put(format!(
        "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">it has read</text>",
        LEFT - 10,
        TOP - 14
    ));
    for (layer, guesses) in layers.iter().enumerate() {
        let y = TOP + layer * CELL.1;
        let name = match layer {
            0 => "embeddings".to_owned(),
            n => format!("after block {n}"),
        };
        let (x, middle) = (LEFT - 10, y + CELL.1 / 2 + 4);
        put(format!("<text x=\"{x}\" y=\"{middle}\" text-anchor=\"end\">{name}</text>"));
        for (column, &(id, probability)) in guesses.iter().enumerate() {
            let (x, w, h) = (LEFT + column * CELL.0, CELL.0 - 2, CELL.1 - 2);
            let fill = colour(probability);
            put(format!(
                "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" fill=\"{fill}\"/>"
            ));
            put(text(column, y + 17, "", &shown(id)));
            let percent = format!("{:.0} %", 100.0 * probability);
            put(text(column, y + 32, "font-size=\"10\" fill=\"#555\"", &percent));
        }
    }
    put(format!(
        "<text x=\"{LEFT}\" y=\"{}\" fill=\"#555\">The likeliest token and its probability; ␣ is a \
         space.</text>",
        height - 16
    ));
    svg + "</svg>\n"
}

/// A line of text in the middle of a column.
fn text(column: usize, y: usize, style: &str, text: &str) -> String {
    let x = LEFT + column * CELL.0 + CELL.0 / 2 - 1;
    let space = if style.is_empty() { "" } else { " " };
    format!("<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\"{space}{style}>{text}</text>")
}

/// A token so that its space can be seen.
fn shown(id: u32) -> String {
    let text = model_oracle::text(id).replace(' ', "␣").replace('\n', "\\n");
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// White for 0, orange for 1.
fn colour(probability: f32) -> String {
    let part = |full: f32| (255.0 + (full - 255.0) * probability).round() as u8;
    format!("#{:02x}{:02x}{:02x}", part(244.0), part(170.0), part(106.0))
}
