//! Draws this section's picture from what `train_words` learns:
//! `cargo run -p bpe --example picture`, in solutions/.

use std::fmt::Write;
use support::english;

const MERGES: usize = 1000;
const OUT: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../../exercises/ch1/03_bpe/tokens_by_merges.svg");

fn main() {
    let text = english::text(300_000);
    let list = english::words(&text);
    let learned = bpe::train_words(&mut bpe::Words::new(&list), MERGES);

    // What one more merge saves, from the tokens with 0 merges to those with all.
    let tokens: Vec<usize> =
        (0..=MERGES).step_by(10).map(|n| tokens(&list, &learned[..n])).collect();
    let bytes = text.len();
    println!("{bytes} bytes, {} different words", list.len());
    for n in [0, 10, 100, 300, 500, 1000] {
        let (tokens, per) = (tokens[n / 10], bytes as f64 / tokens[n / 10] as f64);
        println!("{n:>5} merges {tokens:>7} tokens {per:.2} bytes a token");
    }
    for n in [0, 1, 2, 5, 9, 49, 99, 299, 999] {
        let token = bpe::decode(&[256 + n as u32], &learned).unwrap_or_default();
        println!("merge {n}: {:?}", String::from_utf8_lossy(&token));
    }
    std::fs::write(OUT, draw(bytes, &tokens)).expect("the exercise's folder is there");
}

fn tokens(words: &[(&[u8], usize)], merges: &[bpe::Pair]) -> usize {
    words.iter().map(|(word, count)| bpe::encode(word, merges).len() * count).sum()
}

fn draw(bytes: usize, tokens: &[usize]) -> String {
    let thousands: Vec<f64> = tokens.iter().map(|&n| n as f64 / 1000.0).collect();
    let per_token: Vec<f64> = tokens.iter().map(|&n| bytes as f64 / n as f64).collect();
    let title = "Tokens of one text and bytes per token, by the number of merges";
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"300\" viewBox=\"0 0 640 300\" role=\"img\" \
         font-family=\"system-ui, sans-serif\" font-size=\"12\" fill=\"#333\">\n\
         <title>{title}</title>\n\
         <rect x=\".5\" y=\".5\" width=\"639\" height=\"299\" rx=\"8\" fill=\"#fff\" stroke=\"#ccc\"/>\n"
    );
    panel(&mut svg, 56.0, "Tokens in the text (thousands)", &thousands, 300.0, 100.0, "#b3471d");
    panel(&mut svg, 376.0, "Bytes per token", &per_token, 4.0, 1.0, "#1d5fb3");
    svg + "</svg>\n"
}

/// One curve with its axes: `values` over 0 to [`MERGES`] merges.
fn panel(
    svg: &mut String,
    left: f64,
    title: &str,
    values: &[f64],
    top: f64,
    step: f64,
    colour: &str,
) {
    let (width, height, bottom) = (230.0, 180.0, 240.0);
    let x = |merges: f64| left + width * merges / MERGES as f64;
    let y = |value: f64| bottom - height * value / top;
    let mut put = |line: String| writeln!(svg, "{line}").expect("a string takes it");
    put(format!("<text x=\"{left}\" y=\"34\" font-size=\"14\" font-weight=\"600\">{title}</text>"));
    for i in 0..=(top / step) as usize {
        let (value, at) = (i as f64 * step, y(i as f64 * step));
        let right = left + width;
        put(format!("<path d=\"M{left} {at:.1}H{right}\" stroke=\"#ddd\"/>"));
        put(format!(
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{value}</text>",
            left - 8.0,
            at + 4.0
        ));
    }
    for merges in [0, 250, 500, 750, 1000] {
        let at = x(f64::from(merges));
        put(format!("<text x=\"{at:.1}\" y=\"258\" text-anchor=\"middle\">{merges}</text>"));
    }
    let middle = left + width / 2.0;
    put(format!("<text x=\"{middle}\" y=\"282\" text-anchor=\"middle\">merges learned</text>"));
    let points: Vec<String> = values
        .iter()
        .enumerate()
        .map(|(i, &value)| format!("{:.1},{:.1}", x(10.0 * i as f64), y(value)))
        .collect();
    put(format!(
        "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2.5\"/>",
        points.join(" ")
    ));
    // Labels on the side away from the curve, with a white rim where a grid line passes.
    let last = values.len() - 1;
    let falls = values[last] < values[0];
    let labels = [(0, 8.0, 18.0), (10, 9.0, if falls { -3.0 } else { 15.0 }), (last, -14.0, 19.0)];
    for (i, right, down) in labels {
        let (cx, cy) = (x(10.0 * i as f64), y(values[i]));
        let decimals = if falls { 0 } else { 2 };
        put(format!("<circle cx=\"{cx:.1}\" cy=\"{cy:.1}\" r=\"3.5\" fill=\"{colour}\"/>"));
        put(format!(
            "<text x=\"{:.1}\" y=\"{:.1}\" fill=\"{colour}\" font-weight=\"600\" stroke=\"#fff\" \
             stroke-width=\"3\" paint-order=\"stroke\">{:.decimals$}</text>",
            cx + right,
            cy + down,
            values[i]
        ));
    }
}
