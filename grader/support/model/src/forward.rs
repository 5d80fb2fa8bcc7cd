//! GPT-2's forward pass in `f64`, one number after the other: for inputs that Hugging Face's code
//! was not asked about. Its own tests hold it against what it was asked about.

use model::{BlockWeights, Linear, Model, Norm};
use ndarray::Array2;

type Rows = Vec<Vec<f64>>;

/// The residual stream `[T, d]` of a text: after the embeddings, after each block, and after the
/// final norm, L + 2 in all. `ids` are below V and fit into the context.
pub fn streams(model: &Model, ids: &[u32]) -> Vec<Array2<f32>> {
    computed(model, ids).iter().map(|x| array(x, model.config.n_embd)).collect()
}

/// The keys and the values of each layer, both `[T, d]`.
pub fn keys_values(model: &Model, ids: &[u32]) -> Vec<(Array2<f32>, Array2<f32>)> {
    let (d, epsilon) = (model.config.n_embd, f64::from(model.config.layer_norm_epsilon));
    let of_layer = |(weights, x): (&BlockWeights, Rows)| {
        let qkv: Rows = projected(&x, weights, epsilon);
        let part = |i: usize| qkv.iter().map(|row| row[i * d..][..d].to_vec()).collect();
        (array(&part(1), d), array(&part(2), d))
    };
    model.weights.blocks.iter().zip(computed(model, ids)).map(of_layer).collect()
}

/// The logits `[T, V]` of a text.
pub fn all_logits(model: &Model, ids: &[u32]) -> Array2<f32> {
    let last = computed(model, ids).pop().unwrap_or_default();
    let rows: Rows = last.iter().map(|x| head(model, x)).collect();
    array(&rows, model.config.vocab_size)
}

/// The logits `[V]` after the last id; there is at least one id.
pub fn logits_after(model: &Model, ids: &[u32]) -> Vec<f32> {
    let last = computed(model, ids).pop().and_then(|mut x| x.pop()).expect("there is an id");
    head(model, &last).into_iter().map(|x| x as f32).collect()
}

/// The `n` ids that greedy decoding writes after `ids`.
pub fn greedy_from(model: &Model, ids: &[u32], n: usize) -> Vec<u32> {
    let mut all = ids.to_vec();
    for _ in 0..n {
        let logits = logits_after(model, &all);
        let best = (0..logits.len()).rev().max_by(|&a, &b| logits[a].total_cmp(&logits[b]));
        all.push(best.expect("there are logits") as u32);
    }
    all.split_off(ids.len())
}

/// One block on a stream `[T, d]`.
pub fn block_on(
    x: &Array2<f32>,
    weights: &BlockWeights,
    heads: usize,
    epsilon: f32,
) -> Array2<f32> {
    let rows = x.outer_iter().map(|row| row.iter().map(|&x| f64::from(x)).collect()).collect();
    array(&block(&rows, weights, heads, f64::from(epsilon)), x.ncols())
}

fn array(rows: &Rows, columns: usize) -> Array2<f32> {
    let cells = rows.iter().flatten().map(|&x| x as f32).collect();
    Array2::from_shape_vec((rows.len(), columns), cells).expect("rows of one length")
}

fn head(model: &Model, x: &[f64]) -> Vec<f64> {
    let row =
        |row: ndarray::ArrayView1<f32>| row.iter().zip(x).map(|(w, x)| f64::from(*w) * x).sum();
    model.weights.wte.rows().into_iter().map(row).collect()
}

fn computed(model: &Model, ids: &[u32]) -> Vec<Rows> {
    let (weights, config) = (&model.weights, &model.config);
    let embedded = |(t, &id): (usize, &u32)| {
        let (token, position) = (weights.wte.row(id as usize), weights.wpe.row(t));
        token.iter().zip(position).map(|(a, b)| f64::from(*a) + f64::from(*b)).collect()
    };
    let epsilon = f64::from(config.layer_norm_epsilon);
    let mut streams: Vec<Rows> = vec![ids.iter().enumerate().map(embedded).collect()];
    for weights in &weights.blocks {
        let x = block(&streams[streams.len() - 1], weights, config.n_head, epsilon);
        streams.push(x);
    }
    let last = streams[streams.len() - 1].iter().map(|x| norm(x, &weights.ln_f, epsilon)).collect();
    streams.push(last);
    streams
}

fn block(x: &Rows, weights: &BlockWeights, heads: usize, epsilon: f64) -> Rows {
    let qkv = projected(x, weights, epsilon);
    let mut out = Vec::new();
    for (t, x) in x.iter().enumerate() {
        let change = linear(&attend(&qkv, t, x.len(), heads), &weights.attn.c_proj);
        let x: Vec<f64> = x.iter().zip(change).map(|(a, b)| a + b).collect();
        let inner = linear(&norm(&x, &weights.ln_2, epsilon), &weights.mlp.c_fc);
        let inner: Vec<f64> = inner.into_iter().map(gelu).collect();
        let change = linear(&inner, &weights.mlp.c_proj);
        out.push(x.iter().zip(change).map(|(a, b)| a + b).collect());
    }
    out
}

/// Queries, keys and values of each row, side by side.
fn projected(x: &Rows, weights: &BlockWeights, epsilon: f64) -> Rows {
    x.iter().map(|x| linear(&norm(x, &weights.ln_1, epsilon), &weights.attn.c_attn)).collect()
}

/// What token t takes from itself and the tokens before, all heads side by side.
fn attend(qkv: &Rows, t: usize, d: usize, heads: usize) -> Vec<f64> {
    let dk = d / heads;
    let mut mixed = vec![0.0; d];
    for head in 0..heads {
        let part = |row: usize, which: usize| &qkv[row][which * d + head * dk..][..dk];
        let dot = |s: usize| part(t, 0).iter().zip(part(s, 1)).map(|(q, k)| q * k).sum::<f64>();
        let scores: Vec<f64> = (0..=t).map(|s| dot(s) / (dk as f64).sqrt()).collect();
        let most = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let sum: f64 = scores.iter().map(|score| (score - most).exp()).sum();
        for (s, score) in scores.iter().enumerate() {
            let weight = (score - most).exp() / sum;
            for (i, v) in part(s, 2).iter().enumerate() {
                mixed[head * dk + i] += weight * v;
            }
        }
    }
    mixed
}

fn norm(x: &[f64], norm: &Norm, epsilon: f64) -> Vec<f64> {
    let d = x.len() as f64;
    let mean = x.iter().sum::<f64>() / d;
    let variance = x.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / d;
    let scaled = x.iter().map(|x| (x - mean) / (variance + epsilon).sqrt());
    let parameters = norm.weight.iter().zip(&norm.bias);
    scaled.zip(parameters).map(|(x, (w, b))| x * f64::from(*w) + f64::from(*b)).collect()
}

fn linear(x: &[f64], layer: &Linear) -> Vec<f64> {
    let mut y: Vec<f64> = layer.bias.iter().map(|&b| f64::from(b)).collect();
    for (x, row) in x.iter().zip(layer.weight.rows()) {
        for (y, w) in y.iter_mut().zip(row) {
            *y += x * f64::from(*w);
        }
    }
    y
}

fn gelu(x: f64) -> f64 {
    let inner = (2.0 / std::f64::consts::PI).sqrt() * (x + 0.044715 * x.powi(3));
    0.5 * x * (1.0 + inner.tanh())
}
