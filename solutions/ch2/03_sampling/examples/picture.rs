//! Draws this section's picture from what the course's model says and `distribution` makes of it:
//! `cargo run -p sampling --example picture`, in solutions/.

use std::fmt::Write;

use sampling::{Settings, distribution, top_k, top_p};

/// The prompt of the fixtures that ends in "Please bring seven".
const PROMPT: usize = 16;
const TEMPERATURES: [f32; 3] = [0.5, 1.0, 2.0];
const K: usize = 4;
const P: f32 = 0.9;
/// Tokens that have a bar of their own.
const BARS: usize = 8;

const SIZE: (usize, usize) = (640, 352);
/// A panel: where the first one's bars begin, its width, and a row's height, in pixels.
const LEFT: usize = 92;
const PANEL: usize = 186;
const ROW: usize = 22;
const TOP: usize = 78;
/// Pixels of a probability of 1.
const ONE: f32 = 250.0;
const BOTH: &str = "#1d5fb3";
const ONLY_P: &str = "#8fb4e0";
const REST: &str = "#c45814";
const DROPPED: &str = "#d9d9d9";
const OUT: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../../exercises/ch2/03_sampling/seven.svg");

fn main() {
    let logits = model_oracle::logits(PROMPT);
    let mut ids: Vec<usize> = (0..logits.len()).collect();
    ids.sort_by(|&a, &b| logits[b].total_cmp(&logits[a]));
    std::fs::write(OUT, draw(&logits, &ids)).expect("the exercise's folder is there");
}

/// Three panels, a temperature each; a row for each of the likeliest ids, and one for the rest.
fn draw(logits: &[f32], ids: &[usize]) -> String {
    let (width, height) = SIZE;
    let mut svg = String::new();
    let mut put = |line: String| writeln!(svg, "{line}").expect("a string takes it");
    put(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"system-ui, sans-serif\" \
         font-size=\"12\" fill=\"#333\">"
    ));
    put("<title>What may follow Please bring seven, at three temperatures</title>".to_owned());
    put(format!(
        "<rect x=\".5\" y=\".5\" width=\"{}\" height=\"{}\" rx=\"8\" fill=\"#fff\" \
         stroke=\"#ccc\"/>",
        width - 1,
        height - 1
    ));
    put("<text x=\"16\" y=\"28\" font-size=\"14\" font-weight=\"600\">… his grandmother said: \
         “Please bring seven</text>"
        .to_owned());
    for (row, &id) in ids[..BARS].iter().enumerate() {
        put(label(row, model_oracle::text(id as u32).trim()));
    }
    put(label(BARS, &format!("{} others", with_comma(ids.len() - BARS))));
    for (panel, temperature) in TEMPERATURES.into_iter().enumerate() {
        let left = LEFT + panel * PANEL;
        let all = distribution(logits, &Settings { temperature, top_k: None, top_p: 1.0 });
        let (by_k, by_p) = (top_k(&all, K), top_p(&all, P));
        println!("temperature {temperature}: top-p {P} keeps {}", kept(&by_p));
        put(format!(
            "<text x=\"{left}\" y=\"{}\" font-weight=\"600\">T = {temperature}</text>",
            TOP - 20
        ));
        for (row, &id) in ids[..BARS].iter().enumerate() {
            let colour = match (by_k[id] > 0.0, by_p[id] > 0.0) {
                (true, true) => BOTH,
                (false, true) => ONLY_P,
                _ => DROPPED,
            };
            put(bar(left, row, all[id], colour));
        }
        let rest: f32 = ids[BARS..].iter().map(|&id| all[id]).sum();
        let rest_kept = ids[BARS..].iter().any(|&id| by_p[id] > 0.0);
        put(bar(left, BARS, rest, if rest_kept { REST } else { DROPPED }));
        put(format!(
            "<text x=\"{left}\" y=\"{}\">top-k {K} keeps {}</text>\
             <text x=\"{left}\" y=\"{}\">top-p {P} keeps {}</text>",
            TOP + (BARS + 1) * ROW + 18,
            kept(&by_k),
            TOP + (BARS + 1) * ROW + 34,
            kept(&by_p)
        ));
    }
    let y = TOP + (BARS + 1) * ROW + 62;
    let key = [(BOTH, "kept by both"), (ONLY_P, "by top-p"), (REST, "others, some kept by top-p")];
    let places = [LEFT, LEFT + 110, LEFT + 196, LEFT + 392];
    for ((colour, says), x) in key.into_iter().chain([(DROPPED, "dropped")]).zip(places) {
        put(format!(
            "<rect x=\"{x}\" y=\"{}\" width=\"12\" height=\"12\" fill=\"{colour}\"/>\
             <text x=\"{}\" y=\"{y}\">{says}</text>",
            y - 10,
            x + 18
        ));
    }
    svg + "</svg>\n"
}

fn kept(probabilities: &[f32]) -> usize {
    probabilities.iter().filter(|&&probability| probability > 0.0).count()
}

/// Of a number from 1,000 to 999,999.
fn with_comma(number: usize) -> String {
    format!("{},{:03}", number / 1000, number % 1000)
}

fn label(row: usize, text: &str) -> String {
    let y = TOP + row * ROW + 12;
    format!("<text x=\"{}\" y=\"{y}\" text-anchor=\"end\">{text}</text>", LEFT - 8)
}

/// A bar with its probability beside it.
fn bar(left: usize, row: usize, probability: f32, colour: &str) -> String {
    let (y, length) = (TOP + row * ROW, (probability * ONE).max(0.5));
    format!(
        "<rect x=\"{left}\" y=\"{y}\" width=\"{length:.1}\" height=\"16\" fill=\"{colour}\"/>\
         <text x=\"{:.1}\" y=\"{}\" fill=\"#666\">{probability:.3}</text>",
        left as f32 + length + 5.0,
        y + 12
    )
}
