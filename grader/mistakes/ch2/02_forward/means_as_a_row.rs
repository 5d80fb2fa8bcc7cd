//! One mean a row, laid across the columns
//!
//! `mean_axis(Axis(1))` gives one number a row, in the shape [T]. ndarray lays a vector along the
//! columns, so number j meets column j of every row: [T] does not fit [T, d], or fits by luck.
//! Make it [T, 1] with `insert_axis(Axis(1))`, or go through the rows one by one.

use model::{Config, Linear, Norm, Weights};
use ndarray::{Array2, Axis};

pub fn layer_norm(x: &Array2<f32>, norm: &Norm, epsilon: f32) -> Array2<f32> {
    let mean = x.mean_axis(Axis(1)).unwrap();
    let y = x - &mean;
    let variance = (&y * &y).mean_axis(Axis(1)).unwrap();
    y / (variance + epsilon).sqrt() * &norm.weight + &norm.bias
}
