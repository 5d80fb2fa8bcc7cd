//! Draws this section's picture from what `sinusoidal` gives:
//! `cargo run -p position --example picture`, in solutions/.

use std::fmt::Write;

use ndarray::Array2;

const ROWS: usize = 64;
const D: usize = 32;
/// A cell, and where the first one is, in pixels.
const CELL: (usize, usize) = (15, 5);
const LEFT: usize = 64;
const TOP: usize = 62;
/// The pairs whose speed is written below the picture.
const PAIRS: [usize; 5] = [0, 2, 4, 8, 15];
/// Shades on each side of white.
const SHADES: i32 = 10;
const OUT: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../../exercises/ch1/08_position/sinusoidal_table.svg");

fn main() {
    let table = position::sinusoidal(ROWS, D);
    for pair in PAIRS {
        println!("pair {pair:>2}: once around in {} positions", positions_a_turn(pair));
    }
    std::fs::write(OUT, draw(&table)).expect("the exercise's folder is there");
}

fn draw(table: &Array2<f32>) -> String {
    let (right, bottom) = (LEFT + D * CELL.0, TOP + ROWS * CELL.1);
    let mut svg = String::new();
    let mut put = |line: String| writeln!(svg, "{line}").expect("a string takes it");
    put("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"450\" \
         viewBox=\"0 0 640 450\" role=\"img\" font-family=\"system-ui, sans-serif\" \
         font-size=\"12\" fill=\"#333\">"
        .to_owned());
    put(format!("<title>The sinusoidal table of {ROWS} positions in {D} columns</title>"));
    put("<rect x=\".5\" y=\".5\" width=\"639\" height=\"449\" rx=\"8\" fill=\"#fff\" \
         stroke=\"#ccc\"/>"
        .to_owned());
    put(format!(
        "<text x=\"{LEFT}\" y=\"28\" font-size=\"14\" font-weight=\"600\">\
         The sinusoidal table, {ROWS} positions in {D} columns</text>"
    ));
    for shade in -SHADES..=SHADES {
        put(format!("<path fill=\"{}\" d=\"{}\"/>", colour(shade), cells(table, shade)));
    }
    for column in [0, 2, 4, 8, 16, D - 1] {
        let x = LEFT + column * CELL.0 + CELL.0 / 2;
        put(format!("<text x=\"{x}\" y=\"{}\" text-anchor=\"middle\">{column}</text>", TOP - 6));
    }
    put(format!("<text x=\"{}\" y=\"{}\">column</text>", right + 8, TOP - 6));
    for position in [0, 16, 32, 48, 63] {
        let y = TOP + position * CELL.1 + CELL.1 / 2 + 4;
        put(format!("<text x=\"{}\" y=\"{y}\" text-anchor=\"end\">{position}</text>", LEFT - 8));
    }
    put(format!("<text x=\"{}\" y=\"{}\" text-anchor=\"end\">position</text>", LEFT - 8, TOP - 6));
    for pair in PAIRS {
        let (x, y) = (LEFT + (2 * pair + 1) * CELL.0, bottom + 16);
        put(format!(
            "<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\">{}</text>",
            positions_a_turn(pair)
        ));
    }
    put(format!("<text x=\"{}\" y=\"{}\">positions</text>", right + 8, bottom + 16));
    put(format!("<text x=\"{}\" y=\"{}\">a turn</text>", right + 8, bottom + 30));
    // The key, from −1 to 1.
    for shade in -SHADES..=SHADES {
        let x = LEFT as i32 + 30 + 8 * (shade + SHADES);
        let (y, fill) = (bottom + 36, colour(shade));
        put(format!("<rect x=\"{x}\" y=\"{y}\" width=\"8\" height=\"12\" fill=\"{fill}\"/>"));
    }
    let y = bottom + 46;
    put(format!("<text x=\"{}\" y=\"{y}\" text-anchor=\"end\">−1</text>", LEFT + 24));
    put(format!("<text x=\"{}\" y=\"{y}\">1</text>", LEFT + 36 + 8 * (2 * SHADES as usize + 1)));
    svg + "</svg>\n"
}

/// In how many positions the hand of a pair goes around once.
fn positions_a_turn(pair: usize) -> String {
    let turn = std::f64::consts::TAU * 10_000f64.powf((2 * pair) as f64 / D as f64);
    match turn {
        ..100.0 => format!("{turn:.1}"),
        ..1000.0 => format!("{turn:.0}"),
        _ => format!("{},{:03.0}", turn as u32 / 1000, turn % 1000.0),
    }
}

/// The outlines of all cells of one shade.
fn cells(table: &Array2<f32>, shade: i32) -> String {
    let (w, h) = CELL;
    let mut path = String::new();
    for ((row, column), value) in table.indexed_iter() {
        if (value * SHADES as f32).round() as i32 == shade {
            let (x, y) = (LEFT + column * w, TOP + row * h);
            write!(path, "M{x} {y}h{w}v{h}h-{w}z").expect("a string takes it");
        }
    }
    path
}

/// Blue for −1, white for 0, orange for 1.
fn colour(shade: i32) -> String {
    let end = if shade < 0 { [29, 95, 179] } else { [196, 88, 20] };
    let part = |full: i32| 255 + (full - 255) * shade.abs() / SHADES;
    format!("#{:02x}{:02x}{:02x}", part(end[0]), part(end[1]), part(end[2]))
}
