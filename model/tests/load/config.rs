//! What `config.json` may not say, and what is said then.

use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::folder::Folder;

/// The message when one field of the configuration is `value`.
fn with(field: &str, value: Value) -> String {
    let mut folder = Folder::new("");
    folder.config[field] = value;
    folder.write_error()
}

/// The message when one field is not there.
fn without(field: &str) -> String {
    let mut folder = Folder::new("");
    folder.config.as_object_mut().unwrap().remove(field);
    folder.write_error()
}

#[test]
fn another_model() {
    assert_snapshot!(with("model_type", json!("llama")), @r#"
        <folder>/config.json: `model_type` is "llama"; expected "gpt2".
        Take a GPT-2: other models have other layers and other tensor names.
        "#);
    assert_snapshot!(without("model_type"), @r#"
        <folder>/config.json: `model_type` is absent; expected "gpt2".
        Take a GPT-2: other models have other layers and other tensor names.
        "#);
}

#[test]
fn sizes_that_are_none() {
    assert_snapshot!(without("n_layer"), @"
        <folder>/config.json: `n_layer` is absent; expected a whole number from 1 to 16777216.
        Is this the config.json of a GPT-2?
        ");
    assert_snapshot!(with("n_embd", json!("8")), @r#"
        <folder>/config.json: `n_embd` is "8"; expected a whole number from 1 to 16777216.
        Is this the config.json of a GPT-2?
        "#);
    assert_snapshot!(with("n_inner", json!(0)), @"
        <folder>/config.json: `n_inner` is 0; expected a whole number from 1 to 16777216.
        Is this the config.json of a GPT-2?
        ");
    // Larger than any model: no product of sizes may overflow.
    assert_snapshot!(with("vocab_size", json!(u64::MAX)), @"
        <folder>/config.json: `vocab_size` is 18446744073709551615; expected a whole number from 1 to 16777216.
        Is this the config.json of a GPT-2?
        ");
}

#[test]
fn heads_that_do_not_divide() {
    assert_snapshot!(with("n_head", json!(3)), @"
        <folder>/config.json: `n_head` is 3; expected a divisor of `n_embd`, which is 8.
        Every head gets an equal part of the width: mend one of the two.
        ");
}

#[test]
fn another_activation() {
    assert_snapshot!(with("activation_function", json!("relu")), @r#"
        <folder>/config.json: `activation_function` is "relu"; expected "gelu_new" or "gelu_pytorch_tanh".
        The course computes GELU in its tanh form, as GPT-2 does; with another the numbers come out wrong.
        "#);
}

#[test]
fn epsilon() {
    assert_snapshot!(with("layer_norm_epsilon", json!(0)), @"
        <folder>/config.json: `layer_norm_epsilon` is 0; expected a number above 0.
        GPT-2 has 1e-5 here: is the file damaged?
        ");
}

/// Switches that change the formulas: such a model would load and write nonsense.
#[test]
fn switches() {
    assert_snapshot!(with("tie_word_embeddings", json!(false)), @"
        <folder>/config.json: `tie_word_embeddings` is false; expected true.
        Take a model with a tied head: the course uses the embedding table as its LM head.
        ");
    assert_snapshot!(with("scale_attn_weights", json!(false)), @"
        <folder>/config.json: `scale_attn_weights` is false; expected true.
        Take a model with GPT-2's own attention: this one computes something else.
        ");
    assert_snapshot!(with("scale_attn_by_inverse_layer_idx", json!(true)), @"
        <folder>/config.json: `scale_attn_by_inverse_layer_idx` is true; expected false.
        Take a model with GPT-2's own attention: this one computes something else.
        ");
    assert_snapshot!(with("add_cross_attention", json!(true)), @"
        <folder>/config.json: `add_cross_attention` is true; expected false.
        Take a model with GPT-2's own attention: this one computes something else.
        ");
}

/// The fields that `GPT2Config` has defaults for may be absent; switches may be spelled out.
#[test]
fn defaults() {
    let mut folder = Folder::new("");
    folder.write();
    let plain = folder.load();
    let fields = folder.config.as_object_mut().unwrap();
    for field in ["activation_function", "layer_norm_epsilon", "n_inner"] {
        fields.remove(field);
    }
    fields.insert("tie_word_embeddings".to_owned(), json!(true));
    fields.insert("scale_attn_by_inverse_layer_idx".to_owned(), json!(false));
    folder.write();
    assert_eq!(folder.load(), plain);
}
