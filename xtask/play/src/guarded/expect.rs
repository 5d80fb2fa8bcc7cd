//! What must hold of whatever a section gives back, told in the words of an error.

use ndarray::{Array, Dimension};

/// What came back is not what was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// What was asked for.
    pub expected: String,
    /// What came back.
    pub got: String,
}

impl Wrong {
    /// In words.
    pub fn new(expected: impl Into<String>, got: impl Into<String>) -> Wrong {
        Wrong { expected: expected.into(), got: got.into() }
    }

    /// Unless it holds.
    pub fn unless(
        holds: bool,
        expected: impl Into<String>,
        got: impl FnOnce() -> String,
    ) -> Result<(), Wrong> {
        if holds { Ok(()) } else { Err(Wrong::new(expected, got())) }
    }
}

/// `[5, 128]`
pub fn shape<D: Dimension>(array: &Array<f32, D>) -> String {
    format!("{:?}", array.shape())
}

/// An array of this shape, with finite numbers only.
pub fn array<D: Dimension>(array: &Array<f32, D>, expected: &[usize]) -> Result<(), Wrong> {
    let asked = || format!("shape {expected:?}, every number finite");
    Wrong::unless(array.shape() == expected, asked(), || format!("shape {}", shape(array)))?;
    match array.iter().position(|number| !number.is_finite()) {
        None => Ok(()),
        Some(at) => Err(Wrong::new(asked(), not_finite(at, array.iter().nth(at)))),
    }
}

/// So many finite numbers.
pub fn numbers(numbers: &[f32], len: usize) -> Result<(), Wrong> {
    let asked = || format!("{len} numbers, all finite");
    Wrong::unless(numbers.len() == len, asked(), || format!("{} numbers", numbers.len()))?;
    match numbers.iter().position(|number| !number.is_finite()) {
        None => Ok(()),
        Some(at) => Err(Wrong::new(asked(), not_finite(at, numbers.get(at)))),
    }
}

/// So many probabilities that sum to 1.
pub fn probabilities(given: &[f32], len: usize) -> Result<(), Wrong> {
    numbers(given, len)?;
    let sum: f32 = given.iter().sum();
    let asked = || format!("{len} probabilities that sum to 1");
    let negative = given.iter().position(|p| *p < 0.0);
    if let Some(at) = negative {
        return Err(Wrong::new(asked(), format!("{} at index {at}", given[at])));
    }
    Wrong::unless((sum - 1.0).abs() < 1e-3, asked(), || format!("a sum of {sum}"))
}

fn not_finite(at: usize, number: Option<&f32>) -> String {
    format!("{} as the number at {at}, counted row by row", number.copied().unwrap_or(f32::NAN))
}
