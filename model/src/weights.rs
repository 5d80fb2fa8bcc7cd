//! The trained numbers, as plain arrays in the layout in which GPT-2 stores them.

use std::path::Path;

use ndarray::{Array1, Array2};

use crate::checkpoint::{Files, Side, Tensors};
use crate::{Config, Error};

/// All weights of a GPT-2. The fields have the names of the tensors, so that `h.0.attn.c_proj`
/// is `blocks[0].attn.c_proj`.
///
/// Letters: V = `vocab_size`, C = `n_positions`, d = `n_embd`, L = `n_layer`, and 4d stands
/// for [`Config::inner`]. There is no LM head: it is `wte` once more (a tied head).
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// The token embeddings, `[V, d]`: row i is the vector of token id i.
    pub wte: Array2<f32>,
    /// The position embeddings, `[C, d]`: row t is added at position t.
    pub wpe: Array2<f32>,
    /// The blocks, first to last: L of them.
    pub blocks: Vec<BlockWeights>,
    /// The norm after the last block.
    pub ln_f: Norm,
}

/// One transformer block: norm, attention, norm, feed-forward.
#[derive(Clone, Debug, PartialEq)]
pub struct BlockWeights {
    /// The norm before attention.
    pub ln_1: Norm,
    /// Attention.
    pub attn: AttnWeights,
    /// The norm before the feed-forward network.
    pub ln_2: Norm,
    /// The feed-forward network.
    pub mlp: MlpWeights,
}

/// The two projections of an attention layer.
#[derive(Clone, Debug, PartialEq)]
pub struct AttnWeights {
    /// `[d, 3d]`: one product gives queries, keys and values, side by side in that order.
    pub c_attn: Linear,
    /// `[d, d]`: mixes what the heads found, back into the stream.
    pub c_proj: Linear,
}

/// The two projections of a feed-forward network.
#[derive(Clone, Debug, PartialEq)]
pub struct MlpWeights {
    /// `[d, 4d]`: up, before GELU.
    pub c_fc: Linear,
    /// `[4d, d]`: down, after it.
    pub c_proj: Linear,
}

/// A linear layer, y = x·W + b.
///
/// GPT-2 stores its weights as `[in, out]` (its code called the layer `Conv1D`), so that x·W
/// needs no transpose. PyTorch's own `Linear` stores them the other way.
#[derive(Clone, Debug, PartialEq)]
pub struct Linear {
    /// W, `[in, out]`.
    pub weight: Array2<f32>,
    /// b, `[out]`.
    pub bias: Array1<f32>,
}

/// The scale and shift of a layer norm.
#[derive(Clone, Debug, PartialEq)]
pub struct Norm {
    /// The scale γ, `[d]`.
    pub weight: Array1<f32>,
    /// The shift β, `[d]`.
    pub bias: Array1<f32>,
}

impl Weights {
    /// Reads the weights of `folder`, a model with the sizes `config`: `model.safetensors`, or
    /// the shards that `model.safetensors.index.json` lists. Numbers of 16 bits become `f32`.
    ///
    /// Ignored: the masks that old checkpoints store (`attn.bias`, `attn.masked_bias`), heads
    /// for other tasks, and an `lm_head.weight` that equals `wte`.
    ///
    /// # Errors
    ///
    /// When a file is missing, cut short or of another format; when a tensor is missing, has
    /// another shape or holds other than floats of 16 or 32 bits; when a block has tensors
    /// that GPT-2 has not, or there are more blocks than `config` says; when the head is not
    /// tied.
    pub fn load(folder: &Path, config: &Config) -> Result<Weights, Error> {
        let files = Files::read(folder)?;
        let tensors = files.tensors()?;
        let d = ("n_embd", config.n_embd);
        let vocab = ("vocab_size", config.vocab_size);
        let wte = tensors.matrix("wte.weight", [vocab, d])?; // [V, d]
        let wpe = tensors.matrix("wpe.weight", [("n_positions", config.n_positions), d])?; // [C, d]
        let blocks: Result<_, _> =
            (0..config.n_layer).map(|i| block(&tensors, i, config)).collect();
        let blocks = blocks?;
        let ln_f = norm(&tensors, "ln_f", d)?;
        check_nothing_left(&tensors, config.n_layer)?;
        if let Some((file, head)) = tensors.head([vocab, d])? {
            // Both run rows first. By bits, because a NaN equals nothing, not even its copy.
            let differs = |(a, b): (&f32, &f32)| a.to_bits() != b.to_bits();
            if let Some(at) = wte.iter().zip(&head).position(differs) {
                return Err(Error::UntiedHead { file, row: at / config.n_embd });
            }
        }
        Ok(Weights { wte, wpe, blocks, ln_f })
    }

    /// How many numbers the model has; the tied head is not counted a second time.
    pub fn parameters(&self) -> usize {
        let linear = |layer: &Linear| layer.weight.len() + layer.bias.len();
        let norm = |layer: &Norm| layer.weight.len() + layer.bias.len();
        let block = |block: &BlockWeights| {
            let attn = linear(&block.attn.c_attn) + linear(&block.attn.c_proj);
            let mlp = linear(&block.mlp.c_fc) + linear(&block.mlp.c_proj);
            norm(&block.ln_1) + attn + norm(&block.ln_2) + mlp
        };
        let blocks: usize = self.blocks.iter().map(block).sum();
        self.wte.len() + self.wpe.len() + blocks + norm(&self.ln_f)
    }
}

fn block(tensors: &Tensors<'_>, index: usize, config: &Config) -> Result<BlockWeights, Error> {
    let d = ("n_embd", config.n_embd);
    let qkv = ("3*n_embd", 3 * config.n_embd);
    let inner = (if config.n_inner.is_some() { "n_inner" } else { "4*n_embd" }, config.inner());
    let name = |part: &str| format!("h.{index}.{part}");
    Ok(BlockWeights {
        ln_1: norm(tensors, &name("ln_1"), d)?,
        attn: AttnWeights {
            c_attn: linear(tensors, &name("attn.c_attn"), [d, qkv])?, // [d, 3d]
            c_proj: linear(tensors, &name("attn.c_proj"), [d, d])?,   // [d, d]
        },
        ln_2: norm(tensors, &name("ln_2"), d)?,
        mlp: MlpWeights {
            c_fc: linear(tensors, &name("mlp.c_fc"), [d, inner])?, // [d, 4d]
            c_proj: linear(tensors, &name("mlp.c_proj"), [inner, d])?, // [4d, d]
        },
    })
}

fn linear(tensors: &Tensors<'_>, name: &str, [input, output]: [Side; 2]) -> Result<Linear, Error> {
    Ok(Linear {
        weight: tensors.matrix(&format!("{name}.weight"), [input, output])?, // [in, out]
        bias: tensors.vector(&format!("{name}.bias"), output)?,              // [out]
    })
}

fn norm(tensors: &Tensors<'_>, name: &str, d: Side) -> Result<Norm, Error> {
    Ok(Norm {
        weight: tensors.vector(&format!("{name}.weight"), d)?, // [d]
        bias: tensors.vector(&format!("{name}.bias"), d)?,     // [d]
    })
}

/// The tensors that a block of a checkpoint may have: the twelve that [`block`] reads, and the
/// masks that old checkpoints store (a causal mask needs no storing).
const PARTS: [&str; 14] = [
    "ln_1.weight",
    "ln_1.bias",
    "attn.c_attn.weight",
    "attn.c_attn.bias",
    "attn.c_proj.weight",
    "attn.c_proj.bias",
    "ln_2.weight",
    "ln_2.bias",
    "mlp.c_fc.weight",
    "mlp.c_fc.bias",
    "mlp.c_proj.weight",
    "mlp.c_proj.bias",
    "attn.bias",
    "attn.masked_bias",
];

/// A model cut to fewer blocks than it has, or without a part that its blocks have, would
/// load and write nonsense.
fn check_nothing_left(tensors: &Tensors<'_>, n_layer: usize) -> Result<(), Error> {
    for (name, full, file) in tensors.names() {
        let Some(rest) = name.strip_prefix("h.") else { continue };
        let known = rest.split_once('.').is_some_and(|(index, part)| {
            let index = index.parse::<usize>();
            index.is_ok_and(|index| index < n_layer) && PARTS.contains(&part)
        });
        if !known {
            let (file, name) = (file.to_owned(), full.to_owned());
            return Err(Error::UnexpectedTensor { file, name, n_layer });
        }
    }
    Ok(())
}
