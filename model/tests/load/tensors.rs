//! Tensors that are missing, misshapen, of another type, or too many.

use insta::assert_snapshot;
use safetensors::Dtype;
use serde_json::json;

use crate::folder::{D, Folder, Tensor};

#[test]
fn missing() {
    let mut folder = Folder::new("transformer.");
    folder.tensors.remove("transformer.h.1.mlp.c_proj.weight");
    assert_snapshot!(folder.write_error(), @"
        <folder>/model.safetensors has no tensor `transformer.h.1.mlp.c_proj.weight`; expected one of shape [4*n_embd, n_embd] = [32, 8].
        Do config.json and the weights come from the same model, and is it a GPT-2?
        ");
    let mut folder = Folder::new("");
    folder.tensors.clear();
    assert_snapshot!(folder.write_error(), @"
        <folder>/model.safetensors has no tensor `wte.weight`; expected one of shape [vocab_size, n_embd] = [260, 8].
        Do config.json and the weights come from the same model, and is it a GPT-2?
        ");
}

/// No single tensor may be dropped unnoticed.
#[test]
fn each_missing_one_is_named() {
    let whole = Folder::new("transformer.");
    for name in whole.tensors.keys() {
        let mut folder = Folder::new("transformer.");
        folder.tensors.remove(name);
        let message = folder.write_error();
        assert!(message.contains(&format!("no tensor `{name}`")), "{name}: {message}");
    }
}

/// PyTorch's own layout, [out, in], is the mistake that a conversion makes.
#[test]
fn transposed() {
    let mut folder = Folder::new("");
    folder.tensors.get_mut("h.0.attn.c_attn.weight").unwrap().shape = vec![3 * D, D];
    assert_snapshot!(folder.write_error(), @"
        <folder>/model.safetensors: tensor `h.0.attn.c_attn.weight` has shape [24, 8]; expected [n_embd, 3*n_embd] = [8, 24].
        It lies transposed: GPT-2 stores weights as [in, out], PyTorch's `Linear` as [out, in]. Save the model with GPT2LMHeadModel, or transpose it.
        ");
}

/// The same count of numbers, but not a vector.
#[test]
fn another_number_of_axes() {
    let mut folder = Folder::new("");
    folder.tensors.get_mut("ln_f.bias").unwrap().shape = vec![1, D];
    assert_snapshot!(folder.write_error(), @"
        <folder>/model.safetensors: tensor `ln_f.bias` has shape [1, 8]; expected [n_embd] = [8].
        Do config.json and the weights come from the same model, and is it a GPT-2?
        ");
}

#[test]
fn a_configuration_of_another_model() {
    let mut folder = Folder::new("");
    folder.config["vocab_size"] = json!(300);
    assert_snapshot!(folder.write_error(), @"
        <folder>/model.safetensors: tensor `wte.weight` has shape [260, 8]; expected [vocab_size, n_embd] = [300, 8].
        Do config.json and the weights come from the same model, and is it a GPT-2?
        ");
    folder.config["vocab_size"] = json!(259);
    assert_snapshot!(folder.write_error(), @"
        <folder>: the tokenizer has 260 tokens, but config.json says `vocab_size` is 259; expected a row for every token.
        Take tokenizer and config.json from the same model.
        ");
    let mut folder = Folder::new("");
    folder.config["n_inner"] = json!(16);
    assert_snapshot!(folder.write_error(), @"
        <folder>/model.safetensors: tensor `h.0.mlp.c_fc.weight` has shape [8, 32]; expected [n_embd, n_inner] = [8, 16].
        Do config.json and the weights come from the same model, and is it a GPT-2?
        ");
}

#[test]
fn integers() {
    let mut folder = Folder::new("");
    folder.tensors.get_mut("h.0.ln_2.bias").unwrap().dtype = Dtype::I64;
    assert_snapshot!(folder.write_error(), @"
        <folder>/model.safetensors: tensor `h.0.ln_2.bias` holds I64 numbers; expected F32, F16 or BF16.
        Save the model in one of these: a quantized model, or one of integers, does not load here.
        ");
}

/// A configuration with fewer blocks than the file has cuts the model.
#[test]
fn a_layer_too_many() {
    let mut folder = Folder::new("transformer.");
    folder.config["n_layer"] = json!(1);
    assert_snapshot!(folder.write_error(), @"
        <folder>/model.safetensors: tensor `transformer.h.1.attn.c_attn.bias` belongs to no part of a GPT-2 with `n_layer` = 1.
        Do config.json and the weights come from the same model, and is it a GPT-2?
        ");
    let mut folder = Folder::new("");
    let tensor = folder.tensors["h.0.ln_1.weight"].clone();
    folder.tensors.insert("h.0.ln_cross_attn.weight".to_owned(), tensor);
    assert_snapshot!(folder.write_error(), @"
        <folder>/model.safetensors: tensor `h.0.ln_cross_attn.weight` belongs to no part of a GPT-2 with `n_layer` = 2.
        Do config.json and the weights come from the same model, and is it a GPT-2?
        ");
}

#[test]
fn an_untied_head() {
    let mut folder = Folder::new("transformer.");
    let mut head: Tensor = folder.tensors["transformer.wte.weight"].clone();
    head.numbers[3 * D + 1] += 1e-6;
    folder.tensors.insert("lm_head.weight".to_owned(), head);
    assert_snapshot!(folder.write_error(), @"
        <folder>/model.safetensors: `lm_head.weight` differs from the embedding table `wte.weight`, first in row 3; expected the two to be one table, as in GPT-2 (a tied head).
        Take a model with a tied head: this one cannot be computed without the second table.
        ");
    folder.tensors.get_mut("lm_head.weight").unwrap().shape = vec![D, 260];
    assert_snapshot!(folder.write_error(), @"
        <folder>/model.safetensors: tensor `lm_head.weight` has shape [8, 260]; expected [vocab_size, n_embd] = [260, 8].
        It lies transposed: GPT-2 stores weights as [in, out], PyTorch's `Linear` as [out, in]. Save the model with GPT2LMHeadModel, or transpose it.
        ");
}
