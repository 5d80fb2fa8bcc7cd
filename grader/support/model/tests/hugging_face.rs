//! The forward pass of the oracle, held against Hugging Face's.

use model_oracle::small::{matrix, some_block, some_stream};
use model_oracle::{
    all_logits, course, greedy, greedy_from, logits, logits_after, prompts, stream,
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
