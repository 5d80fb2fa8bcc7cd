//! Draws this section's picture: for each token that the course's model writes, how many rows of
//! keys and values a layer computed for it, with a cache and without, as `given::project` counts
//! them: `cargo run -p kv_cache --example picture`, in solutions/.

use std::fmt::Write;

use kv_cache::{Cache, given, step};
use model::Model;

/// The prompt, in the model's ids.
const PROMPT: [u32; 8] = [1023, 580, 579, 257, 418, 356, 283, 257];
const WRITTEN: usize = 16;
/// Where the bars begin, how high a row is and how wide a token, in pixels.
const LEFT: usize = 56;
const BASE: usize = 260;
const ROW: usize = 8;
const TOKEN: usize = 34;
const WITHOUT: &str = "#c45814";
const WITH: &str = "#1d5fb3";
const OUT: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../../exercises/ch2/06_kv_cache/rows_computed.svg");

/// A token that was written, and the rows that one layer computed for it.
struct Written {
    text: String,
    with: usize,
    without: usize,
}

fn main() {
    let model = Model::load(&model::course_model_dir()).expect("the course has a model");
    let written = write(&model);
    for token in &written {
        println!("{:>10} {:>3} {:>3}", token.text, token.with, token.without);
    }
    std::fs::write(OUT, draw(&written)).expect("the exercise's folder is there");
}

/// Writes greedily, each token twice: with the cache kept, and with an empty one.
fn write(model: &Model) -> Vec<Written> {
    let empty = || Cache::new(model.config.n_layer, model.config.n_embd);
    let mut ids = PROMPT.to_vec();
    let mut cache = empty();
    let mut written = Vec::new();
    for _ in 0..WRITTEN {
        let (best, with) = next(&ids, &mut cache, model);
        let (same, without) = next(&ids, &mut empty(), model);
        assert_eq!(best, same);
        let text = String::from_utf8_lossy(&model.tokenizer.bytes_of[best as usize]).into_owned();
        written.push(Written { text, with, without });
        ids.push(best);
    }
    written
}

/// The token that comes next, and how many rows a layer computed.
fn next(ids: &[u32], cache: &mut Cache, model: &Model) -> (u32, usize) {
    let logits = step(ids, cache, model);
    let best = (0..logits.len()).max_by(|&a, &b| logits[a].total_cmp(&logits[b]));
    (best.expect("there are logits") as u32, given::rows_projected()[0])
}

fn draw(written: &[Written]) -> String {
    let mut svg = String::new();
    let mut put = |line: String| writeln!(svg, "{line}").expect("a string takes it");
    put("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"340\" \
         viewBox=\"0 0 640 340\" role=\"img\" font-family=\"system-ui, sans-serif\" \
         font-size=\"12\" fill=\"#333\">"
        .to_owned());
    put("<title>Rows of keys and values computed for each token, with and without a cache</title>"
        .to_owned());
    put("<rect x=\".5\" y=\".5\" width=\"639\" height=\"339\" rx=\"8\" fill=\"#fff\" \
         stroke=\"#ccc\"/>"
        .to_owned());
    put(format!(
        "<text x=\"{LEFT}\" y=\"28\" font-size=\"14\" font-weight=\"600\">\
         Rows of keys and values that one layer computes for each token</text>"
    ));
    let total = |rows: fn(&Written) -> usize| written.iter().map(rows).sum::<usize>();
    let keys = [
        (WITHOUT, "without a cache", total(|w| w.without)),
        (WITH, "with a cache", total(|w| w.with)),
    ];
    for (i, (colour, what, total)) in keys.into_iter().enumerate() {
        let y = 50 + 18 * i;
        put(format!(
            "<rect x=\"{LEFT}\" y=\"{}\" width=\"10\" height=\"10\" fill=\"{colour}\"/>",
            y - 9
        ));
        put(format!("<text x=\"{}\" y=\"{y}\">{what}: {total} in all</text>", LEFT + 16));
    }
    for rows in [0, 8, 16, 23] {
        let y = BASE - rows * ROW;
        put(format!("<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{rows}</text>", LEFT - 8, y + 4));
        let right = LEFT + written.len() * TOKEN;
        put(format!("<path d=\"M{LEFT} {y}H{right}\" stroke=\"#e4e4e4\"/>"));
    }
    for (i, token) in written.iter().enumerate() {
        let x = LEFT + i * TOKEN;
        for (at, rows, colour) in [(4, token.without, WITHOUT), (17, token.with, WITH)] {
            let (x, y, height) = (x + at, BASE - rows * ROW, rows * ROW);
            put(format!(
                "<rect x=\"{x}\" y=\"{y}\" width=\"12\" height=\"{height}\" fill=\"{colour}\"/>"
            ));
        }
        let (x, y) = (x + 18, BASE + 14);
        put(format!(
            "<text x=\"{x}\" y=\"{y}\" text-anchor=\"end\" transform=\"rotate(-45 {x} {y})\" \
             font-family=\"ui-monospace, monospace\">{}</text>",
            shown(&token.text)
        ));
    }
    put(format!(
        "<text x=\"{LEFT}\" y=\"328\">the {WRITTEN} tokens, written after a prompt of {}</text>",
        PROMPT.len()
    ));
    svg + "</svg>\n"
}

/// A token's text as a label: a space and a newline that can be seen.
fn shown(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace(' ', "·").replace('\n', "↵")
}
