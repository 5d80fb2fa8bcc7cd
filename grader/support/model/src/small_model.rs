//! A model that is quick to run and in which everything counts.

use model::{
    AttnWeights, BlockWeights, Config, Linear, MlpWeights, Model, Norm, Tokenizer, Weights,
};
use ndarray::{Array1, Array2};

/// Three layers, two heads of 4, a feed-forward network 12 wide, 11 tokens, 40 positions and an ε of
/// 0.01, with weights that come from nowhere, the same every time. It has no tokenizer.
pub fn small() -> Model {
    let config = Config {
        n_layer: 3,
        n_head: 2,
        n_embd: 8,
        n_positions: 40,
        vocab_size: 11,
        layer_norm_epsilon: 0.01,
        n_inner: Some(12),
        activation_function: "gelu_new".to_owned(),
    };
    let (d, inner) = (config.n_embd, config.inner());
    let mut numbers = Numbers(7);
    let block = |_| BlockWeights {
        ln_1: numbers.norm(d),
        attn: AttnWeights { c_attn: numbers.linear(d, 3 * d), c_proj: numbers.linear(d, d) },
        ln_2: numbers.norm(d),
        mlp: MlpWeights { c_fc: numbers.linear(d, inner), c_proj: numbers.linear(inner, d) },
    };
    let blocks = (0..config.n_layer).map(block).collect();
    let weights = Weights {
        blocks,
        wte: numbers.table(config.vocab_size, d, 1.0),
        wpe: numbers.table(config.n_positions, d, 1.0),
        ln_f: numbers.norm(d),
    };
    let tokenizer = Tokenizer { bytes_of: vec![], merges: vec![], special: vec![] };
    Model { config, weights, tokenizer }
}

/// Numbers between -1 and 1 that look like chance.
struct Numbers(u32);

impl Numbers {
    fn next(&mut self) -> f32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as f32 / (1 << 23) as f32 - 1.0
    }

    fn table(&mut self, rows: usize, columns: usize, scale: f32) -> Array2<f32> {
        Array2::from_shape_simple_fn((rows, columns), || scale * self.next())
    }

    fn linear(&mut self, from: usize, to: usize) -> Linear {
        let bias = Array1::from_shape_simple_fn(to, || 0.5 * self.next());
        Linear { weight: self.table(from, to, 0.8), bias }
    }

    fn norm(&mut self, d: usize) -> Norm {
        Norm {
            weight: Array1::from_shape_simple_fn(d, || 1.0 + 0.5 * self.next()),
            bias: Array1::from_shape_simple_fn(d, || 0.5 * self.next()),
        }
    }
}
