//! The course's own model, as it lies in `model/`.

use model::{Model, course_model_dir};

const END_OF_TEXT: &str = "<|endoftext|>";

fn load() -> Model {
    Model::load(&course_model_dir()).unwrap_or_else(|error| panic!("{error}"))
}

/// The sizes that lessons and checks name.
#[test]
fn sizes() {
    let config = load().config;
    assert_eq!((config.n_layer, config.n_embd, config.n_head), (4, 128, 4));
    assert_eq!((config.n_positions, config.vocab_size), (256, 1024));
    assert_eq!((config.inner(), config.head_dim()), (512, 32));
    assert_eq!(config.layer_norm_epsilon, 1e-5);
    assert_eq!(config.activation_function, "gelu_new");
}

/// Vd + Cd + L(12d² + 13d) + 2d = 131,072 + 32,768 + 4 · 198,272 + 256.
#[test]
fn parameters() {
    assert_eq!(load().weights.parameters(), 957_184);
}

/// A run that diverged leaves NaN, and one that never trained leaves the biases at zero.
#[test]
fn the_numbers_are_trained() {
    let weights = load().weights;
    assert!(weights.wte.iter().chain(&weights.wpe).all(|number| number.is_finite()));
    for block in &weights.blocks {
        for layer in [&block.attn.c_attn, &block.attn.c_proj, &block.mlp.c_fc, &block.mlp.c_proj] {
            assert!(layer.weight.iter().chain(&layer.bias).all(|number| number.is_finite()));
            assert!(layer.bias.iter().any(|&number| number != 0.0));
        }
    }
}

/// The numbering of section 1.3: byte b is id b, merge i makes id 256 + i, then the one
/// special token.
#[test]
fn the_tokenizer_is_that_of_1_3() {
    let tokenizer = load().tokenizer;
    assert_eq!((tokenizer.bytes_of.len(), tokenizer.merges.len()), (1024, 767));
    assert_eq!(tokenizer.special, [(END_OF_TEXT.to_owned(), 1023)]);
    let course = tokenizer.renumbered().unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(course.merges, tokenizer.merges);
    assert_eq!(course.ids, (0..1023).collect::<Vec<_>>());
}
