//! AdamW (Loshchilov and Hutter, 2017) on plain slices, with moments that can be saved: a
//! training that goes on must find them as it left them.

use crate::settings::{ADAM_EPSILON, BETAS, CLIP, WEIGHT_DECAY};

/// Running means of one tensor's gradients and of their squares, each as long as the tensor.
#[derive(Clone, Debug, PartialEq)]
pub struct Moments {
    /// Mean of the gradients, m.
    pub first: Vec<f32>,
    /// Mean of the squared gradients, v.
    pub second: Vec<f32>,
}

impl Moments {
    /// The moments before the first step: zeros.
    pub fn zero(len: usize) -> Moments {
        Moments { first: vec![0.0; len], second: vec![0.0; len] }
    }
}

/// What the step is done with, the same for all tensors.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// Which step this is, counted from 1.
    pub number: usize,
    /// The learning rate.
    pub rate: f32,
    /// What each gradient is multiplied by: see [`clip`].
    pub scale: f32,
}

/// Changes one tensor's weights and moments by one step.
///
/// `decay` says whether weight decay applies: matrices yes, biases and norms no. All four
/// slices are equally long.
pub fn update(
    weights: &mut [f32],
    gradient: &[f32],
    moments: &mut Moments,
    decay: bool,
    step: Step,
) {
    let (b1, b2) = BETAS;
    // Both means start at zero; early on these corrections make up for it.
    let correct1 = 1.0 - b1.powi(step.number as i32);
    let correct2 = 1.0 - b2.powi(step.number as i32);
    let keep = 1.0 - if decay { step.rate * WEIGHT_DECAY } else { 0.0 };
    let moments = moments.first.iter_mut().zip(&mut moments.second);
    for ((weight, &gradient), (first, second)) in weights.iter_mut().zip(gradient).zip(moments) {
        let g = gradient * step.scale;
        *first = b1 * *first + (1.0 - b1) * g;
        *second = b2 * *second + (1.0 - b2) * g * g;
        let root = (*second / correct2).sqrt() + ADAM_EPSILON;
        *weight = *weight * keep - step.rate * (*first / correct1) / root;
    }
}

/// What to multiply all gradients by, so that together they are no longer than [`CLIP`].
///
/// ```
/// # use trainer::adamw::clip;
/// assert_eq!(clip(&[vec![3.0], vec![4.0]]), 0.2); // length 5
/// assert_eq!(clip(&[vec![0.3], vec![0.4]]), 1.0);
/// ```
pub fn clip(gradients: &[Vec<f32>]) -> f32 {
    let squares = gradients.iter().flatten().map(|&g| f64::from(g) * f64::from(g));
    (CLIP / squares.sum::<f64>().sqrt()).min(1.0) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two steps worked out by hand: with equal gradients both corrected means equal them, so
    /// that each step is the learning rate long, after the decay.
    #[test]
    fn steps_as_long_as_the_rate() {
        let mut moments = Moments::zero(1);
        let mut weights = [1.0];
        for number in 1..=2 {
            update(
                &mut weights,
                &[0.5],
                &mut moments,
                true,
                Step { number, rate: 0.1, scale: 1.0 },
            );
        }
        let by_hand = (1.0 * 0.99 - 0.1) * 0.99 - 0.1;
        assert!((weights[0] - by_hand).abs() < 1e-6, "{} is not {by_hand}", weights[0]);
        assert!((moments.second[0] - 0.25 * (1.0 - 0.95 * 0.95)).abs() < 1e-6);
    }

    #[test]
    fn no_decay_without_a_matrix() {
        let mut weights = [1.0];
        let step = Step { number: 1, rate: 0.1, scale: 1.0 };
        update(&mut weights, &[0.0], &mut Moments::zero(1), false, step);
        assert_eq!(weights, [1.0]);
        update(&mut weights, &[0.0], &mut Moments::zero(1), true, step);
        assert_eq!(weights, [0.99]);
    }
}
