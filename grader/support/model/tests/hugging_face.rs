//! The forward pass of the oracle, held against Hugging Face's.

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
