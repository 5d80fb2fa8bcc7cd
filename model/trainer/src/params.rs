//! GPT-2's tensors by the names that Hugging Face gives them, and their first values.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use candle_core::{Device, Tensor, Var};
use rand::{Rng, SeedableRng, rngs::ChaCha8Rng};
use rand_distr::{Distribution, Normal};

use crate::settings::Shape;

/// One tensor's place in the model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Its name, as `GPT2LMHeadModel.save_pretrained` writes it.
    pub name: String,
    /// Its shape; a projection's is `[in, out]`, which GPT-2 calls Conv1D.
    pub shape: Vec<usize>,
}

impl Slot {
    /// Whether weight decay applies: to matrices, the two tables included.
    pub fn decays(&self) -> bool {
        self.shape.len() > 1
    }

    /// How many numbers it holds.
    pub fn len(&self) -> usize {
        self.shape.iter().product()
    }

    /// Whether it holds no number at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// First values, as GPT-2's: normal with deviation 0.02, less for the projections that write
    /// to the residual stream (2L of them add up there); biases 0, a norm's weight 1.
    fn first(&self, layers: usize, rng: &mut impl Rng) -> Vec<f32> {
        if self.name.ends_with(".bias") {
            return vec![0.0; self.len()];
        }
        if !self.decays() {
            return vec![1.0; self.len()];
        }
        let residual = self.name.ends_with("c_proj.weight");
        let deviation = if residual { 0.02 / (2.0 * layers as f32).sqrt() } else { 0.02 };
        let normal = Normal::new(0.0f32, deviation).expect("a deviation above 0");
        normal.sample_iter(rng).take(self.len()).collect()
    }
}

/// All tensors of a model of that shape, in the order in which the forward pass meets them.
pub fn slots(shape: Shape) -> Vec<Slot> {
    let Shape { layers, width: d, context, vocabulary, .. } = shape;
    let mut slots = Vec::new();
    let mut slot = |name: String, shape: &[usize]| slots.push(Slot { name, shape: shape.to_vec() });
    slot("transformer.wte.weight".into(), &[vocabulary, d]);
    slot("transformer.wpe.weight".into(), &[context, d]);
    let mut pair = |name: String, shape: &[usize]| {
        slot(format!("{name}.weight"), shape);
        slot(format!("{name}.bias"), &shape[shape.len() - 1..]);
    };
    for i in 0..layers {
        let block = format!("transformer.h.{i}");
        pair(format!("{block}.ln_1"), &[d]);
        pair(format!("{block}.attn.c_attn"), &[d, 3 * d]);
        pair(format!("{block}.attn.c_proj"), &[d, d]);
        pair(format!("{block}.ln_2"), &[d]);
        pair(format!("{block}.mlp.c_fc"), &[d, 4 * d]);
        pair(format!("{block}.mlp.c_proj"), &[4 * d, d]);
    }
    pair("transformer.ln_f".into(), &[d]);
    slots
}

/// The numbers of all tensors, each under its slot's name.
pub type Values = BTreeMap<String, Vec<f32>>;

/// The first values of a model, from a seed.
pub fn first_values(shape: Shape, seed: u64) -> Values {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let first = |slot: Slot| {
        let values = slot.first(shape.layers, &mut rng);
        (slot.name, values)
    };
    slots(shape).into_iter().map(first).collect()
}

/// A model's tensors that are trained, in the order of [`slots`].
pub struct Params {
    /// What each tensor is.
    pub slots: Vec<Slot>,
    /// The tensors.
    pub vars: Vec<Var>,
}

impl Params {
    /// Tensors with these values. An error when one is missing or has another length.
    pub fn new(shape: Shape, values: &Values) -> Result<Params> {
        let slots = slots(shape);
        let var = |slot: &Slot| -> Result<Var> {
            let Slot { name, shape } = slot;
            let values = values.get(name).with_context(|| format!("tensor {name} is missing"))?;
            ensure!(
                values.len() == slot.len(),
                "tensor {name} holds {} numbers, expected {}: {shape:?}",
                values.len(),
                slot.len()
            );
            let tensor = Tensor::from_slice(values, shape.as_slice(), &Device::Cpu)?;
            Ok(Var::from_tensor(&tensor)?)
        };
        let vars = slots.iter().map(var).collect::<Result<_>>()?;
        Ok(Params { slots, vars })
    }

    /// The numbers as they are now.
    pub fn values(&self) -> Result<Values> {
        let pairs = self.slots.iter().zip(&self.vars);
        pairs.map(|(slot, var)| Ok((slot.name.clone(), var.flatten_all()?.to_vec1()?))).collect()
    }

    /// The tensors by name, for the forward pass: they share these tensors' numbers.
    pub fn tensors(&self) -> BTreeMap<&str, Tensor> {
        let pairs = self.slots.iter().zip(&self.vars);
        pairs.map(|(slot, var)| (slot.name.as_str(), var.as_tensor().clone())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::COURSE;

    #[test]
    fn as_many_numbers_as_the_formula_says() {
        assert_eq!(COURSE.parameters(), 957_184);
        assert_eq!(slots(COURSE).iter().map(Slot::len).sum::<usize>(), 957_184);
    }

    /// The deviations that GPT-2 starts with, over matrices of 16 thousand numbers and more.
    #[test]
    fn first_values_as_gpt2() {
        let values = first_values(COURSE, 1);
        let deviation = |name: &str| {
            let values = &values[name];
            (values.iter().map(|x| f64::from(x * x)).sum::<f64>() / values.len() as f64).sqrt()
        };
        for (name, expected) in [
            ("transformer.wte.weight", 0.02),
            ("transformer.h.3.mlp.c_fc.weight", 0.02),
            ("transformer.h.0.attn.c_proj.weight", 0.02 / 8f64.sqrt()),
            ("transformer.h.2.mlp.c_proj.weight", 0.02 / 8f64.sqrt()),
            ("transformer.h.1.ln_2.weight", 1.0),
            ("transformer.h.1.ln_2.bias", 0.0),
        ] {
            let found = deviation(name);
            assert!((found - expected).abs() <= 0.02 * expected, "{name}: {found}, not {expected}");
        }
    }
}
