//! Positions for the checks of 1.8, computed in f64: what the learner's code is held against.

/// The angle of a column, or of a number in a vector, at a position.
fn angle(position: usize, column: usize, d: usize) -> f64 {
    let even = column - column % 2;
    position as f64 * 10_000f64.powf(-(even as f64) / d as f64)
}

/// The sinusoidal table, row after row.
pub fn sinusoidal(rows: usize, d: usize) -> Vec<f32> {
    let cells = (0..rows).flat_map(|p| (0..d).map(move |c| (p, c)));
    cells
        .map(|(p, c)| {
            // A cosine is a sine a quarter turn ahead.
            let ahead = (c % 2) as f64 * std::f64::consts::FRAC_PI_2;
            (angle(p, c, d) + ahead).sin() as f32
        })
        .collect()
}

/// The rotary encoding: each number, as the real or imaginary part of its pair.
pub fn rotate(x: &[f32], position: usize) -> Vec<f32> {
    (0..x.len())
        .map(|c| {
            let angle = angle(position, c, x.len());
            let other = f64::from(x[c ^ 1]) * if c % 2 == 0 { -1.0 } else { 1.0 };
            (f64::from(x[c]) * angle.cos() + other * angle.sin()) as f32
        })
        .collect()
}
