//! The forward pass of a GPT-2: pre-LayerNorm, GELU, learned positions, tied head.

use anyhow::{Result, ensure};
use candle_core::{Device, Tensor};

use crate::ops::{Attention, attention, gelu, layer_norm, linear, probabilities, project};
use crate::params::Params;
use crate::settings::Shape;

/// A weight and the bias beside it: of a norm, or of a projection.
struct Pair {
    weight: Tensor,
    bias: Tensor,
}

impl Pair {
    fn norm(&self, x: &Tensor) -> Result<Tensor> {
        Ok(layer_norm(x, &self.weight, &self.bias)?)
    }

    fn linear(&self, x: &Tensor) -> Result<Tensor> {
        Ok(linear(x, &self.weight, &self.bias)?)
    }
}

struct Block {
    ln_1: Pair,
    c_attn: Pair,
    attn_proj: Pair,
    ln_2: Pair,
    c_fc: Pair,
    mlp_proj: Pair,
}

/// A model that can be run. It shares its tensors with the [`Params`] it was made from.
pub struct Gpt {
    shape: Shape,
    wte: Tensor, // [V, d]
    wpe: Tensor, // [C, d]
    blocks: Vec<Block>,
    ln_f: Pair,
}

/// What a forward pass leaves behind on its way, for comparing with another implementation.
pub struct Trace {
    /// The residual stream [T, d] after the embedding, after each block, and after the last norm.
    pub stream: Vec<Tensor>,
    /// The first block's attention [H, T, T].
    pub attention: Tensor,
    /// The logits [T, V].
    pub logits: Tensor,
}

impl Gpt {
    /// The model with these tensors.
    pub fn new(shape: Shape, params: &Params) -> Gpt {
        let mut tensors = params.tensors();
        let mut take = |name: &str| {
            tensors.remove(name).unwrap_or_else(|| unreachable!("{name} is one of the slots"))
        };
        let wte = take("transformer.wte.weight");
        let wpe = take("transformer.wpe.weight");
        let mut pair = |name: String| Pair {
            weight: take(&format!("transformer.{name}.weight")),
            bias: take(&format!("transformer.{name}.bias")),
        };
        let blocks = (0..shape.layers).map(|i| Block {
            ln_1: pair(format!("h.{i}.ln_1")),
            c_attn: pair(format!("h.{i}.attn.c_attn")),
            attn_proj: pair(format!("h.{i}.attn.c_proj")),
            ln_2: pair(format!("h.{i}.ln_2")),
            c_fc: pair(format!("h.{i}.mlp.c_fc")),
            mlp_proj: pair(format!("h.{i}.mlp.c_proj")),
        });
        let blocks = blocks.collect();
        let ln_f = pair("ln_f".into());
        Gpt { shape, wte, wpe, blocks, ln_f }
    }

    /// The model's shape.
    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// Logits of what follows each token, for B windows of T tokens each.
    ///
    /// B·T ids → [B·T, V]. An error when a window is empty or longer than the context, or an id
    /// is not in the vocabulary.
    pub fn logits(&self, windows: &[&[u32]]) -> Result<Tensor> {
        let layout = Attention { batch: windows.len(), heads: self.shape.heads };
        let mut x = self.embed(windows)?; // [B·T, d]
        for block in &self.blocks {
            x = block.forward(&x, layout)?;
        }
        Ok(project(&self.ln_f.norm(&x)?, &self.wte)?) // [B·T, V]
    }

    /// As [`Gpt::logits`] for one window, with what it computes on the way.
    pub fn trace(&self, ids: &[u32]) -> Result<Trace> {
        let heads = self.shape.heads;
        let mut stream = vec![self.embed(&[ids])?]; // [T, d]
        let first = &self.blocks[0];
        let qkv = first.c_attn.linear(&first.ln_1.norm(&stream[0])?)?; // [T, 3d]
        let attention = probabilities(&qkv, heads)?;
        for block in &self.blocks {
            let x = &stream[stream.len() - 1];
            stream.push(block.forward(x, Attention { batch: 1, heads })?);
        }
        stream.push(self.ln_f.norm(&stream[stream.len() - 1])?);
        let logits = project(&stream[stream.len() - 1], &self.wte)?; // [T, V]
        Ok(Trace { stream, attention, logits })
    }

    /// Each token's vector plus its position's: → [B·T, d].
    fn embed(&self, windows: &[&[u32]]) -> Result<Tensor> {
        let Shape { width, context, vocabulary, .. } = self.shape;
        let length = windows.first().map_or(0, |ids| ids.len());
        for ids in windows {
            let same = ids.len() == length && (1..=context).contains(&length);
            ensure!(same, "expected windows of equal length, 1 to {context} tokens: {}", ids.len());
            let unknown = ids.iter().find(|&&id| id as usize >= vocabulary);
            ensure!(unknown.is_none(), "id {unknown:?} is not below {vocabulary}");
        }
        let (batch, ids) = (windows.len(), windows.concat());
        let ids = Tensor::from_vec(ids, batch * length, &Device::Cpu)?;
        let tokens = self.wte.index_select(&ids, 0)?; // [B·T, d]
        let positions = self.wpe.narrow(0, 0, length)?; // [T, d]
        let x = tokens.reshape((batch, length, width))?.broadcast_add(&positions)?; // [B, T, d]
        Ok(x.reshape((batch * length, width))?)
    }
}

impl Block {
    /// [B·T, d] → [B·T, d].
    fn forward(&self, x: &Tensor, layout: Attention) -> Result<Tensor> {
        let qkv = self.c_attn.linear(&self.ln_1.norm(x)?)?; // [B·T, 3d]
        let x = (x + self.attn_proj.linear(&attention(&qkv, layout)?)?)?;
        let hidden = gelu(&self.c_fc.linear(&self.ln_2.norm(&x)?)?)?; // [B·T, 4d]
        Ok((&x + self.mlp_proj.linear(&hidden)?)?)
    }
}
