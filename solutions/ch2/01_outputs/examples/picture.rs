//! Draws this section's picture, what the course's model expects after one prompt, from its
//! logits: `cargo run -p output --example picture`, in solutions/.

use std::fmt::Write;

/// The prompt that ends in `"Please bring seven`.
const PROMPT: usize = 16;
const ROWS: usize = 10;
/// Where the columns are, in pixels: the token's right end, the logit's, the bars' left.
const TOKEN: usize = 120;
const LOGIT: usize = 180;
const BARS: usize = 196;
/// The length of a bar of 25 %, and the height of a row.
const QUARTER: f32 = 330.0;
const ROW: usize = 22;
const TOP: usize = 96;
const OUT: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../../exercises/ch2/01_outputs/next_token.svg");

fn main() {
    let logits = model_oracle::logits(PROMPT); // [V]
    std::fs::write(OUT, draw(&logits)).expect("the exercise's folder is there");
}

fn draw(logits: &[f32]) -> String {
    let p = output::softmax(logits).expect("the model's logits are finite"); // [V]
    let prompt = &model_oracle::prompts()[PROMPT].text;
    let last_line = prompt.lines().last().unwrap_or_default();
    let bottom = TOP + ROW * (ROWS + 1);
    let height = bottom + 12;
    let mut svg = String::new();
    let mut put = |line: String| writeln!(svg, "{line}").expect("a string takes it");
    put(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"{height}\" \
         viewBox=\"0 0 640 {height}\" role=\"img\" font-family=\"system-ui, sans-serif\" \
         font-size=\"12\" fill=\"#333\">"
    ));
    put("<title>The most probable next tokens after one prompt</title>".to_owned());
    put(format!(
        "<rect x=\".5\" y=\".5\" width=\"639\" height=\"{}\" rx=\"8\" fill=\"#fff\" \
         stroke=\"#ccc\"/>",
        height - 1
    ));
    put(format!(
        "<text x=\"24\" y=\"28\" font-size=\"14\" font-weight=\"600\">What comes next, of {} \
         tokens?</text>",
        thousands(p.len())
    ));
    put(format!("<text x=\"24\" y=\"50\" fill=\"#666\">… {last_line} …</text>"));
    put(right(TOKEN, TOP - 10, "token"));
    put(right(LOGIT, TOP - 10, "logit"));
    put(format!("<text x=\"{BARS}\" y=\"{}\">probability</text>", TOP - 10));
    let top = output::top(&p, ROWS);
    for (row, &(id, p)) in top.iter().enumerate() {
        let y = TOP + ROW * row;
        put(right(TOKEN, y + 15, &model_oracle::text(id)));
        put(right(LOGIT, y + 15, &format!("{:.2}", logits[id as usize])));
        put(bar(y, p, "#1d5fb3"));
    }
    let rest = 1.0 - top.iter().map(|(_, p)| p).sum::<f32>();
    let y = TOP + ROW * ROWS;
    put(right(LOGIT, y + 15, &format!("the other {}", thousands(p.len() - ROWS))));
    put(bar(y, rest, "#999"));
    svg + "</svg>\n"
}

/// A number from 1,000 to 999,999.
fn thousands(n: usize) -> String {
    format!("{},{:03}", n / 1000, n % 1000)
}

/// Text that ends here.
fn right(x: usize, y: usize, text: &str) -> String {
    format!("<text x=\"{x}\" y=\"{y}\" text-anchor=\"end\">{text}</text>")
}

/// A bar with its share behind it.
fn bar(y: usize, p: f32, colour: &str) -> String {
    let width = (p / 0.25 * QUARTER).max(1.0);
    let (x, decimals) = (BARS as f32 + width + 8.0, if p < 0.1 { 2 } else { 1 });
    format!(
        "<rect x=\"{BARS}\" y=\"{}\" width=\"{width:.1}\" height=\"16\" rx=\"2\" \
         fill=\"{colour}\"/><text x=\"{x:.1}\" y=\"{}\">{:.decimals$} %</text>",
        y + 3,
        y + 15,
        100.0 * p
    )
}
