//! Draws this section's picture, from the course's model:
//! `cargo run -p similarity --example picture`, in solutions/.

use std::fmt::Write;

use model_oracle::{course, token};

/// Four kinds of words, four of each.
const KINDS: [(&str, [&str; 4]); 4] = [
    ("animals", ["fox", "deer", "wolf", "owl"]),
    ("colours", ["red", "blue", "yellow", "pink"]),
    ("family", ["mother", "father", "sister", "brother"]),
    ("numbers", ["six", "seven", "eight", "nine"]),
];
/// A cell, and where the first one is, in pixels.
const CELL: usize = 26;
const LEFT: usize = 156;
const TOP: usize = 104;
/// Between two kinds.
const GAP: usize = 5;
const SIZE: (usize, usize) = (640, 558);
const OUT: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../../exercises/ch1/07_similarity/cosines.svg");

fn main() {
    std::fs::write(OUT, draw()).expect("the exercise's folder is there");
}

fn draw() -> String {
    let words: Vec<&str> = KINDS.iter().flat_map(|(_, words)| words).copied().collect();
    let table = &course().weights.wte;
    let row = |word: &str| table.row(token(&format!(" {word}")) as usize).to_vec();
    let mut svg = String::new();
    let mut put = |line: String| writeln!(svg, "{line}").expect("a string takes it");
    let (width, height) = SIZE;
    put(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"system-ui, sans-serif\" \
         font-size=\"12\" fill=\"#333\">"
    ));
    put("<title>Cosines between sixteen words of four kinds</title>".to_owned());
    put(format!(
        "<rect x=\".5\" y=\".5\" width=\"{}\" height=\"{}\" rx=\"8\" fill=\"#fff\" \
         stroke=\"#ccc\"/>",
        width - 1,
        height - 1
    ));
    put(format!(
        "<text x=\"{}\" y=\"28\" font-size=\"14\" font-weight=\"600\">\
         Cosines in the embedding table of model/, in hundredths</text>",
        LEFT - 130
    ));
    for (i, (kind, _)) in KINDS.iter().enumerate() {
        let y = TOP + place(4 * i) + 2 * CELL + 4;
        put(format!("<text x=\"26\" y=\"{y}\" fill=\"#888\">{kind}</text>"));
    }
    for (i, word) in words.iter().enumerate() {
        let middle = place(i) + CELL / 2 + 4;
        put(format!(
            "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{word}</text>",
            LEFT - 8,
            TOP + middle
        ));
        let (x, y) = (LEFT + middle, TOP - 8);
        put(format!("<text x=\"{x}\" y=\"{y}\" transform=\"rotate(-60 {x} {y})\">{word}</text>"));
        put("<g font-size=\"10\" text-anchor=\"middle\">".to_owned());
        for (j, other) in words.iter().enumerate() {
            let cosine = similarity::cosine(&row(word), &row(other)).expect("no row is zero");
            put(cell(LEFT + place(j), TOP + place(i), cosine));
        }
        put("</g>".to_owned());
    }
    svg + "</svg>\n"
}

/// How far from the first cell the one of word `i` is.
fn place(i: usize) -> usize {
    i * CELL + i / 4 * GAP
}

fn cell(x: usize, y: usize, cosine: f32) -> String {
    let hundredths = (100.0 * cosine).round() as i32;
    let shown = hundredths.to_string().replace('-', "−");
    let ink = if cosine > 0.6 { " fill=\"#fff\"" } else { "" };
    format!(
        "<rect x=\"{x}\" y=\"{y}\" width=\"{CELL}\" height=\"{CELL}\" fill=\"{}\"/>\
         <text x=\"{}\" y=\"{}\"{ink}>{shown}</text>",
        colour(cosine),
        x + CELL / 2,
        y + CELL / 2 + 4
    )
}

/// Blue for −1, white for 0, orange for 1.
fn colour(cosine: f32) -> String {
    let end = if cosine < 0.0 { [29.0, 95.0, 179.0] } else { [196.0, 88.0, 20.0] };
    let [r, g, b] = end.map(|full| (255.0 + (full - 255.0) * cosine.abs()).round() as u8);
    format!("#{r:02x}{g:02x}{b:02x}")
}
