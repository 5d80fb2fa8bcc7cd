//! The forward pass of the oracle, held against Hugging Face's.

use model_oracle::inputs::{matrix, some_block, some_stream};
use model_oracle::{
    all_logits, course, greedy, greedy_from, keys_values, logits, logits_after, prompts, small,
    stream,
};

fn apart<'a>(a: impl IntoIterator<Item = &'a f32>, b: impl IntoIterator<Item = &'a f32>) -> f32 {
    a.into_iter().zip(b).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max)
}

#[test]
fn the_stream_after_every_step() {
    let ours = model_oracle::streams(course(), &prompts()[0].ids);
    assert_eq!(ours.len(), course().config.n_layer + 2);
    for (step, x) in ours.iter().enumerate() {
        let theirs = stream(step);
        assert_eq!(x.dim(), theirs.dim());
        assert!(apart(x, &theirs) < 5e-5, "step {step}: {}", apart(x, &theirs));
    }
}

#[test]
fn keys_and_values_of_every_layer() {
    let (model, ids) = (course(), &prompts()[0].ids);
    let d = model.config.n_embd;
    let layers = keys_values(model, ids);
    assert_eq!(layers.len(), model.config.n_layer);
    for (l, (keys, values)) in layers.iter().enumerate() {
        let block = &model.weights.blocks[l];
        let mut x = stream(l);
        for mut row in x.rows_mut() {
            row -= row.mean().unwrap();
            row /= (row.dot(&row) / d as f32 + 1e-5).sqrt();
        }
        let x = x * &block.ln_1.weight + &block.ln_1.bias;
        let qkv = x.dot(&block.attn.c_attn.weight) + &block.attn.c_attn.bias;
        assert!(apart(keys, qkv.slice(ndarray::s![.., d..2 * d])) < 5e-4, "keys of layer {l}");
        assert!(apart(values, qkv.slice(ndarray::s![.., 2 * d..])) < 5e-4, "values of layer {l}");
    }
}

#[test]
fn the_small_model_fits_together() {
    assert_eq!(all_logits(&small(), &[10, 0, 3]).dim(), (3, 11));
}

#[test]
fn the_logits_after_every_prompt() {
    for (i, prompt) in prompts().iter().enumerate() {
        let ours = logits_after(course(), &prompt.ids);
        assert_eq!(ours.len(), course().config.vocab_size);
        assert!(apart(&ours, &logits(i)) < 5e-5, "prompt {i}");
    }
    let prompt = &prompts()[0].ids;
    let all = all_logits(course(), prompt);
    assert_eq!(all.dim(), (prompt.len(), course().config.vocab_size));
    assert!(apart(all.row(prompt.len() - 1), &logits(0)) < 5e-5);
}

#[test]
fn the_greedy_text() {
    let theirs = greedy();
    let (prompt, written) = theirs.split_at(theirs.len() - 200);
    assert_eq!(greedy_from(course(), prompt, 12), written[..12]);
}

#[test]
fn a_token_by_its_text() {
    let id = model_oracle::token(" fox");
    assert_eq!(model_oracle::text(id), " fox");
}

/// As it was computed elsewhere, with numpy.
#[test]
fn a_small_block() {
    let ours = model_oracle::block_on(&some_stream(), &some_block(), 3, 0.25);
    #[rustfmt::skip]
    let theirs = matrix(6, &[
        0.156_441_55, 1.311_951_5, -2.334_317_5, 3.897_456_5, 0.863_143_7, -1.238_363,
        1.131_860_8, 1.872_695_4, 0.796_663_5, -1.703_106_6, 3.492_817_5, 1.629_227_7,
        1.740_993_4, -2.185_302, 1.473_666_7, 3.098_345_2, -3.489_247, 2.200_132_4,
        -1.635_405_8, 0.213_467_8, 3.544_103, 0.509_49, 0.982_584_6, -0.308_091_5,
    ]);
    assert!(apart(&ours, &theirs) < 1e-5);
}
