//! Draws this section's picture with `embed` and `train_step`, from rows of the course's model:
//! `cargo run -p embedding --example picture`, in solutions/.

use std::fmt::Write;

use embedding::{embed, scores, train_step};
use model_oracle as model;
use ndarray::Array2;

/// The first is trained with the second; the others only look on.
const WORDS: [(&str, &str); 6] = [
    (" kite", ""),
    (" fox", "#c45814"),
    (" wolf", "#a8772f"),
    (" deer", "#c99a4a"),
    (" bell", "#1d5fb3"),
    (" shell", "#6f9fd8"),
];
const STEPS: usize = 12;
const RATE: f32 = 0.25;
/// Where step 0 and the cosine 1 are, and the size of one step and of one tenth, in pixels.
const LEFT: f32 = 64.0;
const TOP: f32 = 62.0;
const STEP: f32 = 38.0;
const TENTH: f32 = 25.0;
const LOWEST: f32 = -0.3;
const OUT: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../../exercises/ch1/06_embeddings/kite_and_fox.svg");

fn main() {
    let ids = WORDS.map(|(word, _)| model::token(word));
    let mut table = embed(&model::course().weights.wte, &ids).expect("all are in the model");
    let mut cosines = Vec::new(); // [STEPS + 1][words]
    for step in 0..=STEPS {
        let row: Vec<f32> = (0..WORDS.len()).map(|word| cosine(&table, word)).collect();
        let score = scores(&table, &table)[[0, 1]];
        let (kite, fox) = (table.row(0), table.row(1));
        let distance = (&kite - &fox).mapv(|x| x * x).sum().sqrt();
        println!("step {step:>2}  score {score:.3}  distance {distance:.3}  {:.3?}", &row[1..]);
        cosines.push(row);
        table = train_step(&table, 0, 1, true, RATE);
    }
    std::fs::write(OUT, draw(&cosines)).expect("the exercise's folder is there");
}

/// Of the first row with another one.
fn cosine(table: &Array2<f32>, word: usize) -> f32 {
    let (a, b) = (table.row(0), table.row(word));
    a.dot(&b) / (a.dot(&a) * b.dot(&b)).sqrt()
}

fn x(step: usize) -> f32 {
    LEFT + STEP * step as f32
}

fn y(cosine: f32) -> f32 {
    TOP + TENTH * 10.0 * (1.0 - cosine)
}

fn draw(cosines: &[Vec<f32>]) -> String {
    let (right, bottom) = (x(STEPS), y(LOWEST));
    let mut svg = String::new();
    let mut put = |line: String| writeln!(svg, "{line}").expect("a string takes it");
    put("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"450\" \
         viewBox=\"0 0 640 450\" role=\"img\" font-family=\"system-ui, sans-serif\" \
         font-size=\"12\" fill=\"#333\">"
        .to_owned());
    put("<title>The cosine of kite with five other words over twelve steps</title>".to_owned());
    put("<rect x=\".5\" y=\".5\" width=\"639\" height=\"449\" rx=\"8\" fill=\"#fff\" \
         stroke=\"#ccc\"/>"
        .to_owned());
    put(format!(
        "<text x=\"{LEFT}\" y=\"28\" font-size=\"14\" font-weight=\"600\">\
         Twelve steps that pull kite and fox together</text>"
    ));
    put(format!("<text x=\"20\" y=\"{}\">cosine with kite</text>", TOP - 14.0));
    for tenths in [-2, 0, 2, 4, 6, 8, 10] {
        let (y, grey) = (y(tenths as f32 / 10.0), if tenths == 0 { "#888" } else { "#e4e4e4" });
        put(format!("<path d=\"M{LEFT} {y:.1}H{right}\" stroke=\"{grey}\"/>"));
        let label = format!("{:.1}", tenths as f32 / 10.0).replace('-', "−");
        put(format!(
            "<text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{label}</text>",
            LEFT - 8.0,
            y + 4.0
        ));
    }
    for step in (0..=STEPS).step_by(2) {
        let y = bottom + 20.0;
        put(format!("<text x=\"{}\" y=\"{y}\" text-anchor=\"middle\">{step}</text>", x(step)));
    }
    put(format!("<text x=\"{}\" y=\"{}\">step</text>", right + 16.0, bottom + 20.0));
    for (word, (name, colour)) in WORDS.iter().enumerate().skip(1) {
        let points: Vec<String> = (0..=STEPS)
            .map(|step| format!("{:.1} {:.1}", x(step), y(cosines[step][word])))
            .collect();
        let width = if word == 1 { 3 } else { 2 };
        put(format!(
            "<path d=\"M{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\"/>",
            points.join("L")
        ));
        let trained = if word == 1 { ", trained" } else { "" };
        put(format!(
            "<text x=\"{}\" y=\"{:.1}\" fill=\"{colour}\">{}{trained}</text>",
            right + 8.0,
            y(cosines[STEPS][word]) + 4.0,
            name.trim(),
        ));
    }
    svg + "</svg>\n"
}
