//! Draws this section's picture from what `flops` gives:
//! `cargo run -p context --example picture`, in solutions/.

use std::fmt::Write;

use context::flops;
use model::Config;

/// Up to how many tokens, and up to how many operations, in units of 10^12.
const TOKENS: u64 = 12_288;
const WORK: f64 = 6.0;
const STEP: u64 = 256;
/// Where the plot begins, and how large it is, in pixels.
const LEFT: f64 = 64.0;
const TOP: f64 = 52.0;
const SIZE: (f64, f64) = (425.0, 290.0);
const OUT: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../../exercises/ch2/05_context/work.svg");

fn main() {
    let cross = (1..TOKENS).find(|&t| quadratic(t) > linear(t)).expect("they cross");
    println!("beyond {cross} tokens attention is the larger part");
    for t in [256, 1024, 4096, 8192, 131_072] {
        let share = quadratic(t) as f64 / flops(&gpt2_small(), t) as f64;
        println!("{t:>6} tokens: {:>15} operations, attention {share:.3}", flops(&gpt2_small(), t));
    }
    std::fs::write(OUT, draw(cross)).expect("the exercise's folder is there");
}

fn gpt2_small() -> Config {
    Config {
        n_layer: 12,
        n_head: 12,
        n_embd: 768,
        n_positions: 1024,
        vocab_size: 50257,
        layer_norm_epsilon: 1e-5,
        n_inner: None,
        activation_function: "gelu_new".to_owned(),
    }
}

/// The work is a·T + b·T². Twice the text takes 2a·T + 4b·T², so what that is more than twice the
/// work is 2b·T².
fn quadratic(t: u64) -> u64 {
    (flops(&gpt2_small(), 2 * t) - 2 * flops(&gpt2_small(), t)) / 2
}

fn linear(t: u64) -> u64 {
    flops(&gpt2_small(), t) - quadratic(t)
}

fn x(t: u64) -> f64 {
    LEFT + SIZE.0 * t as f64 / TOKENS as f64
}

fn y(work: u64) -> f64 {
    TOP + SIZE.1 * (1.0 - work as f64 / 1e12 / WORK)
}

fn draw(cross: u64) -> String {
    let (right, bottom) = (LEFT + SIZE.0, TOP + SIZE.1);
    let mut svg = String::new();
    let mut put = |line: String| writeln!(svg, "{line}").expect("a string takes it");
    put("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"380\" \
         viewBox=\"0 0 640 380\" role=\"img\" font-family=\"system-ui, sans-serif\" \
         font-size=\"12\" fill=\"#333\">"
        .to_owned());
    put("<title>The work of one pass of GPT-2 small against the tokens</title>".to_owned());
    put("<rect x=\".5\" y=\".5\" width=\"639\" height=\"379\" rx=\"8\" fill=\"#fff\" \
         stroke=\"#ccc\"/>"
        .to_owned());
    put(format!(
        "<text x=\"{LEFT}\" y=\"28\" font-size=\"14\" font-weight=\"600\">\
         The work of one pass with the sizes of GPT-2 small</text>"
    ));
    for trillions in 0..=WORK as u64 {
        let y = y(trillions * 1_000_000_000_000);
        put(format!("<path d=\"M{LEFT} {y:.1}H{right}\" stroke=\"#e5e5e5\"/>"));
        put(format!(
            "<text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{trillions}</text>",
            LEFT - 8.0,
            y + 4.0
        ));
    }
    put(format!("<text x=\"{}\" y=\"{}\">10¹² operations</text>", LEFT - 40.0, TOP - 8.0));
    for t in (0..=TOKENS).step_by(2048) {
        put(format!(
            "<text x=\"{:.1}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
            x(t),
            bottom + 18.0,
            thousands(t)
        ));
    }
    put(format!("<text x=\"{}\" y=\"{}\">tokens</text>", right + 28.0, bottom + 18.0));
    for (t, note) in [(1024, "GPT-2's context: 1,024".to_owned()), (cross, thousands(cross))] {
        let (x, top) = (x(t), TOP + 40.0);
        put(format!(
            "<path d=\"M{x:.1} {bottom}V{top}\" stroke=\"#999\" stroke-dasharray=\"3 3\"/>"
        ));
        put(format!(
            "<text x=\"{:.1}\" y=\"{}\" text-anchor=\"middle\">{note}</text>",
            x.max(140.0),
            top - 6.0
        ));
    }
    for (work, colour, name) in [
        (linear as fn(u64) -> u64, "#1d5fb3", "grows with T:"),
        (quadratic as fn(u64) -> u64, "#c45814", "grows with T²:"),
    ] {
        put(format!(
            "<path d=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>",
            curve(work)
        ));
        let (at, second) = (
            y(work(TOKENS)),
            if colour == "#1d5fb3" { "products with weights" } else { "scores and mix" },
        );
        put(format!("<text x=\"{}\" y=\"{at:.1}\" fill=\"{colour}\">{name}</text>", right + 6.0));
        put(format!(
            "<text x=\"{}\" y=\"{:.1}\" fill=\"{colour}\">{second}</text>",
            right + 6.0,
            at + 15.0
        ));
    }
    put(format!(
        "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"4\" fill=\"#333\"/>",
        x(cross),
        y(linear(cross))
    ));
    svg + "</svg>\n"
}

fn curve(work: fn(u64) -> u64) -> String {
    let mut path = String::new();
    for t in (0..=TOKENS).step_by(STEP as usize) {
        let command = if t == 0 { 'M' } else { 'L' };
        write!(path, "{command}{:.1} {:.1}", x(t), y(work(t))).expect("a string takes it");
    }
    path
}

fn thousands(n: u64) -> String {
    if n < 1000 { n.to_string() } else { format!("{},{:03}", n / 1000, n % 1000) }
}
