//! Halves paired
//!
//! This is what you get when number i is paired with number i + d/2, as GPT-NeoX and Hugging
//! Face's Llama do. The paper, and we, pair neighbours: x[2i] with x[2i + 1].

pub fn rotate(x: &[f32], position: usize) -> Vec<f32> {
    let half = x.len() / 2;
    let mut out = vec![0.0; 2 * half];
    for i in 0..half {
        let angle = position as f64 / 10_000f64.powf(i as f64 / half as f64);
        let (sin, cos) = angle.sin_cos();
        let (a, b) = (x[i] as f64, x[i + half] as f64);
        out[i] = (a * cos - b * sin) as f32;
        out[i + half] = (a * sin + b * cos) as f32;
    }
    out
}
