//! Draws this section's picture, an attention map of the course's model, from what
//! `attention_weights` gives: `cargo run -p block --example picture`, in solutions/.

use std::fmt::Write;

use block::{attention_weights, causal_mask, layer_norm, linear, split_heads};
use ndarray::{Array2, Axis, s};

/// The fourth block's first head: it looks for the hero's name.
const BLOCK: usize = 3;
const HEAD: usize = 0;
/// A cell's side, and where the first one is, in pixels.
const CELL: usize = 15;
const LEFT: usize = 104;
const TOP: usize = 126;
/// The rows that write the name.
const ROWS: [usize; 2] = [27, 28];
/// The rows and columns that the lesson shows as text.
const EXCERPT: ([usize; 4], [usize; 4]) = ([26, 27, 28, 29], [0, 13, 14, 15]);
/// Shades from white to full.
const SHADES: i32 = 20;
const OUT: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../../exercises/ch2/04_block/attention_map.svg");

fn main() {
    let weights = attention_map();
    let texts: Vec<String> =
        model_oracle::prompts()[0].ids.iter().map(|&id| model_oracle::text(id)).collect();
    for row in ROWS {
        let (key, weight) = strongest(&weights, row);
        println!("{:?} looks at {:?}: {weight:.3}", texts[row], texts[key]);
    }
    print_excerpt(&weights, &texts);
    std::fs::write(OUT, draw(&weights, &texts)).expect("the exercise's folder is there");
}

/// The weights `[T, T]` of one head, on the stream that Hugging Face's code computed.
fn attention_map() -> Array2<f32> {
    let model = model_oracle::course();
    let (weights, config) = (&model.weights.blocks[BLOCK], &model.config);
    let x = model_oracle::stream(BLOCK); // [T, d]
    let normed = layer_norm(&x, &weights.ln_1, config.layer_norm_epsilon);
    let qkv = linear(&normed, &weights.attn.c_attn); // [T, 3d]
    let d = config.n_embd;
    let head = |i: usize| {
        let part = qkv.slice(s![.., i * d..(i + 1) * d]).to_owned(); // [T, d]
        split_heads(&part, config.n_head).index_axis(Axis(0), HEAD).to_owned() // [T, dk]
    };
    attention_weights(&head(0), &head(1), &causal_mask(x.nrows(), x.nrows()))
}

fn strongest(weights: &Array2<f32>, row: usize) -> (usize, f32) {
    let row = weights.row(row);
    row.iter()
        .copied()
        .enumerate()
        .fold((0, 0.0), |best, now| if now.1 > best.1 { now } else { best })
}

/// The cells that the lesson shows as text, for readers in a terminal.
fn print_excerpt(weights: &Array2<f32>, texts: &[String]) {
    println!("{:14}{}", "", EXCERPT.1.map(|key| format!("{:>15}", texts[key].trim())).concat());
    for row in EXCERPT.0 {
        let cells = EXCERPT.1.map(|key| format!("{:15.2}", weights[[row, key]])).concat();
        println!("{row:2} {:11}{cells}", texts[row].trim());
    }
}

fn draw(weights: &Array2<f32>, texts: &[String]) -> String {
    let n = texts.len();
    let (right, bottom) = (LEFT + n * CELL, TOP + n * CELL);
    let (width, height) = (right + 24, bottom + 52);
    let mut svg = String::new();
    let mut put = |line: String| writeln!(svg, "{line}").expect("a string takes it");
    put(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"system-ui, sans-serif\" \
         font-size=\"11\" fill=\"#333\">"
    ));
    put("<title>How much each token attends to each token before it</title>".to_owned());
    put(format!(
        "<rect x=\".5\" y=\".5\" width=\"{}\" height=\"{}\" rx=\"8\" fill=\"#fff\" \
         stroke=\"#ccc\"/>",
        width - 1,
        height - 1
    ));
    put("<text x=\"16\" y=\"26\" font-size=\"14\" font-weight=\"600\">\
         Attention in the fourth block of model/, first head</text>"
        .to_owned());
    put(format!("<path fill=\"#f0f0f0\" d=\"{}\"/>", hidden(n)));
    for shade in 1..=SHADES {
        put(format!("<path fill=\"{}\" d=\"{}\"/>", colour(shade), cells(weights, shade)));
    }
    for (i, text) in texts.iter().enumerate() {
        let (text, middle) = (label(text), i * CELL + CELL / 2);
        let bold = if ROWS.contains(&i) { " font-weight=\"700\"" } else { "" };
        put(format!(
            "<text x=\"{}\" y=\"{}\" text-anchor=\"end\"{bold}>{text}</text>",
            LEFT - 6,
            TOP + middle + 4
        ));
        let (x, y) = (LEFT + middle + 4, TOP - 6);
        put(format!("<text transform=\"translate({x} {y}) rotate(-90)\">{text}</text>"));
    }
    for row in ROWS {
        let (key, weight) = strongest(weights, row);
        let (x, y) = (LEFT + key * CELL, TOP + row * CELL);
        put(format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{CELL}\" height=\"{CELL}\" fill=\"none\" \
             stroke=\"#333\" stroke-width=\"1.5\"/>"
        ));
        put(format!("<text x=\"{}\" y=\"{}\">{weight:.2}</text>", x + CELL + 5, y + 12));
    }
    let middle = (LEFT + 21 * CELL, TOP + 8 * CELL);
    put(format!(
        "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\" font-size=\"13\" fill=\"#777\">\
         hidden: these come later</text>",
        middle.0, middle.1
    ));
    put(format!(
        "<text x=\"16\" y=\"{}\" fill=\"#777\">row: who looks (query)</text>",
        bottom + 20
    ));
    put(format!("<text x=\"16\" y=\"{}\" fill=\"#777\">column: at whom (key)</text>", bottom + 36));
    // The key, from 0 to 1.
    let from = right - 30 - 8 * SHADES as usize;
    for shade in 0..=SHADES {
        let (x, y, fill) = (from + 8 * shade as usize, bottom + 14, colour(shade));
        put(format!("<rect x=\"{x}\" y=\"{y}\" width=\"8\" height=\"12\" fill=\"{fill}\"/>"));
    }
    let y = bottom + 24;
    put(format!("<text x=\"{}\" y=\"{y}\" text-anchor=\"end\">weight 0</text>", from - 6));
    put(format!("<text x=\"{}\" y=\"{y}\">1</text>", right - 14));
    svg + "</svg>\n"
}

/// A token as a reader would write it: without its space, and a new line as an arrow.
fn label(token: &str) -> String {
    match token {
        "\n" => "↵".to_owned(),
        _ => token.trim().replace('<', "&lt;").replace('>', "&gt;"),
    }
}

/// What lies above the diagonal.
fn hidden(n: usize) -> String {
    let mut path = String::new();
    for row in 0..n - 1 {
        let (x, y, w) = (LEFT + (row + 1) * CELL, TOP + row * CELL, (n - row - 1) * CELL);
        write!(path, "M{x} {y}h{w}v{CELL}h-{w}z").expect("a string takes it");
    }
    path
}

/// The outlines of all cells of one shade.
fn cells(weights: &Array2<f32>, shade: i32) -> String {
    let mut path = String::new();
    for ((row, column), weight) in weights.indexed_iter() {
        if (weight * SHADES as f32).round() as i32 == shade {
            let (x, y) = (LEFT + column * CELL, TOP + row * CELL);
            write!(path, "M{x} {y}h{CELL}v{CELL}h-{CELL}z").expect("a string takes it");
        }
    }
    path
}

/// White for 0, blue for 1.
fn colour(shade: i32) -> String {
    let part = |full: i32| 255 + (full - 255) * shade / SHADES;
    format!("#{:02x}{:02x}{:02x}", part(29), part(95), part(179))
}
