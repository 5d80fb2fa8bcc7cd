//! What loads, and that it is what was written, number by number.

use std::collections::BTreeMap;

use half::{bf16, f16};
use model::{Linear, Norm, Weights};
use safetensors::Dtype;
use serde_json::json;

use crate::folder::{D, Folder, Tensor, V, serialize};

/// The loaded arrays by the names of their tensors, so that no field can be another's.
fn by_name(weights: &Weights) -> BTreeMap<String, (Vec<usize>, Vec<f32>)> {
    let mut all = BTreeMap::new();
    let mut add = |name: String, shape: &[usize], numbers: Vec<f32>| {
        all.insert(name, (shape.to_vec(), numbers));
    };
    let numbers = |array: &[f32]| array.to_vec();
    for (name, table) in [("wte.weight", &weights.wte), ("wpe.weight", &weights.wpe)] {
        add(name.to_owned(), table.shape(), table.iter().copied().collect());
    }
    let mut linear = |name: String, layer: &Linear| {
        let weight = layer.weight.iter().copied().collect();
        add(format!("{name}.weight"), layer.weight.shape(), weight);
        add(format!("{name}.bias"), layer.bias.shape(), numbers(layer.bias.as_slice().unwrap()));
    };
    for (i, block) in weights.blocks.iter().enumerate() {
        linear(format!("h.{i}.attn.c_attn"), &block.attn.c_attn);
        linear(format!("h.{i}.attn.c_proj"), &block.attn.c_proj);
        linear(format!("h.{i}.mlp.c_fc"), &block.mlp.c_fc);
        linear(format!("h.{i}.mlp.c_proj"), &block.mlp.c_proj);
    }
    let mut norm = |name: String, layer: &Norm| {
        add(format!("{name}.weight"), layer.weight.shape(), layer.weight.to_vec());
        add(format!("{name}.bias"), layer.bias.shape(), layer.bias.to_vec());
    };
    for (i, block) in weights.blocks.iter().enumerate() {
        norm(format!("h.{i}.ln_1"), &block.ln_1);
        norm(format!("h.{i}.ln_2"), &block.ln_2);
    }
    norm("ln_f".to_owned(), &weights.ln_f);
    all
}

/// Holds every array against the tensor of its name, each number passed through `stored`.
fn assert_loaded(
    weights: &Weights,
    tensors: &BTreeMap<String, Tensor>,
    stored: impl Fn(f32) -> f32,
) {
    let loaded = by_name(weights);
    let expected = tensors.iter().map(|(name, tensor)| {
        let numbers = tensor.numbers.iter().map(|&number| stored(number)).collect();
        let name = name.strip_prefix("transformer.").unwrap_or(name);
        (name.to_owned(), (tensor.shape.clone(), numbers))
    });
    assert_eq!(loaded, expected.collect());
}

/// Both namings give the same model: the published gpt2 has no prefix, saved heads have one.
#[test]
fn every_number_is_the_one_written() {
    for prefix in ["", "transformer."] {
        let folder = Folder::new(prefix);
        folder.write();
        assert_loaded(&folder.load().weights, &folder.tensors, |number| number);
    }
}

/// What a number becomes when it is stored.
type Stored = fn(f32) -> f32;

/// 16-bit numbers arrive as the nearest 16-bit number to the one meant, and no further away.
#[test]
fn sixteen_bits_become_thirty_two() {
    let cases: [(Dtype, Stored, f32); 2] = [
        (Dtype::F16, |number| f16::from_f32(number).to_f32(), 2f32.powi(-11)),
        (Dtype::BF16, |number| bf16::from_f32(number).to_f32(), 2f32.powi(-8)),
    ];
    for (dtype, stored, relative) in cases {
        let mut folder = Folder::new("transformer.");
        folder.tensors.values_mut().for_each(|tensor| tensor.dtype = dtype);
        folder.write();
        let loaded = folder.load().weights;
        assert_loaded(&loaded, &folder.tensors, stored);
        let meant = &folder.tensors["transformer.wte.weight"].numbers;
        for (loaded, meant) in loaded.wte.iter().zip(meant) {
            // 1e-7 for the f16 so small that they have fewer digits.
            assert!((loaded - meant).abs() <= relative * meant.abs() + 1e-7, "{loaded} {meant}");
        }
    }
}

/// Known bit patterns, so that the library that writes the test's files does not vouch for itself.
#[test]
fn known_bits() {
    let patterns = [
        (
            Dtype::F16,
            [0x3C00u16, 0xC000, 0x3555, 0x0001],
            [1.0, -2.0, 0.333_251_95, 5.960_464_5e-8],
        ),
        (
            Dtype::F16,
            [0x7BFF, 0x8000, 0x7C00, 0xFC00],
            [65504.0, -0.0, f32::INFINITY, f32::NEG_INFINITY],
        ),
        (Dtype::BF16, [0x3F80, 0xC000, 0x4049, 0x0001], [1.0, -2.0, 3.140_625, 9.183_55e-41]),
    ];
    for (dtype, bits, numbers) in patterns {
        let mut folder = Folder::new("");
        let bias = folder.tensors.get_mut("ln_f.bias").unwrap();
        bias.dtype = dtype;
        folder.write();
        // ln_f.bias has 8 numbers; the pattern is written over its first four.
        let mut file = serialize(&folder.tensors);
        let at = start_of(&file, "ln_f.bias");
        for (i, pattern) in bits.iter().enumerate() {
            file[at + 2 * i..at + 2 * i + 2].copy_from_slice(&pattern.to_le_bytes());
        }
        folder.put("model.safetensors", file);
        let loaded = folder.load().weights.ln_f.bias;
        let bits = |numbers: &[f32]| numbers.iter().map(|n| n.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&loaded.to_vec()[..4]), bits(&numbers));
    }
}

/// Where the bytes of a tensor start in a safetensors file.
fn start_of(file: &[u8], name: &str) -> usize {
    let header = u64::from_le_bytes(file[..8].try_into().unwrap()) as usize;
    let parsed: serde_json::Value = serde_json::from_slice(&file[8..8 + header]).unwrap();
    8 + header + parsed[name]["data_offsets"][0].as_u64().unwrap() as usize
}

#[test]
fn config_is_typed() {
    let folder = Folder::new("");
    folder.write();
    let config = folder.load().config;
    let sizes =
        [config.n_layer, config.n_head, config.n_embd, config.n_positions, config.vocab_size];
    assert_eq!(sizes, [2, 2, D, 6, V]);
    assert_eq!(
        (config.layer_norm_epsilon, config.activation_function.as_str()),
        (1e-5, "gelu_new")
    );
    assert_eq!((config.n_inner, config.inner(), config.head_dim()), (None, 4 * D, D / 2));
}

/// The formula of section 2.2, Vd + Cd + L(12d² + 13d) + 2d: the tied head counts once.
#[test]
fn parameters_are_counted_once() {
    let mut folder = Folder::new("");
    folder.tensors.insert("lm_head.weight".to_owned(), folder.tensors["wte.weight"].clone());
    folder.write();
    let expected = V * D + 6 * D + 2 * (12 * D * D + 13 * D) + 2 * D;
    assert_eq!(folder.load().weights.parameters(), expected);
}

/// What a checkpoint may carry besides: masks of old versions, the tied head, another head.
#[test]
fn extra_tensors_are_ignored() {
    for prefix in ["", "transformer."] {
        let mut folder = Folder::new(prefix);
        folder.write();
        let plain = folder.load();
        let mask = Tensor { shape: vec![1, 1, 6, 6], numbers: vec![1.0; 36], dtype: Dtype::F32 };
        let low = Tensor { shape: vec![], numbers: vec![-1e4], dtype: Dtype::F32 };
        let score = Tensor { shape: vec![1], numbers: vec![1.0], dtype: Dtype::I64 };
        folder.tensors.insert(format!("{prefix}h.1.attn.bias"), mask);
        folder.tensors.insert(format!("{prefix}h.1.attn.masked_bias"), low);
        folder.tensors.insert("score.weight".to_owned(), score);
        let head = folder.tensors[&format!("{prefix}wte.weight")].clone();
        folder.tensors.insert("lm_head.weight".to_owned(), head);
        folder.write();
        assert_eq!(folder.load(), plain);
    }
}

/// A feed-forward network of another width, and a vocabulary with padded rows.
#[test]
fn other_widths() {
    let mut folder = Folder::new("");
    folder.config["n_inner"] = json!(5);
    folder.config["activation_function"] = json!("gelu_pytorch_tanh");
    for layer in 0..2 {
        for (part, shape) in [
            ("mlp.c_fc.weight", vec![D, 5]),
            ("mlp.c_fc.bias", vec![5]),
            ("mlp.c_proj.weight", vec![5, D]),
        ] {
            let tensor = folder.tensors.get_mut(&format!("h.{layer}.{part}")).unwrap();
            tensor.numbers.truncate(shape.iter().product());
            tensor.shape = shape;
        }
    }
    folder.config["vocab_size"] = json!(V + 4);
    let wte = folder.tensors.get_mut("wte.weight").unwrap();
    wte.shape[0] += 4;
    wte.numbers.extend([0.0; 4 * D]);
    folder.write();
    let model = folder.load();
    assert_loaded(&model.weights, &folder.tensors, |number| number);
    assert_eq!((model.config.inner(), model.tokenizer.bytes_of.len()), (5, V));
}

/// Two shards and their index give the model that one file gives.
#[test]
fn shards() {
    let folder = Folder::new("transformer.");
    folder.write();
    let whole = folder.load();
    folder.remove("model.safetensors");
    let names = ["model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"];
    let mut shards = [BTreeMap::new(), BTreeMap::new()];
    let mut weight_map = serde_json::Map::new();
    for (i, (name, tensor)) in folder.tensors.iter().enumerate() {
        shards[i % 2].insert(name.clone(), tensor.clone());
        weight_map.insert(name.clone(), json!(names[i % 2]));
    }
    // A stale copy in the other shard, which the index does not list, must not win.
    let stale = Tensor { numbers: vec![9.0; D], ..folder.tensors["transformer.ln_f.bias"].clone() };
    let other = 1 - names.iter().position(|n| weight_map["transformer.ln_f.bias"] == *n).unwrap();
    shards[other].insert("transformer.ln_f.bias".to_owned(), stale);
    for (name, shard) in names.iter().zip(&shards) {
        folder.put(name, serialize(shard));
    }
    let index = json!({"metadata": {"total_size": 1}, "weight_map": weight_map});
    folder.put("model.safetensors.index.json", index.to_string());
    assert_eq!(folder.load(), whole);

    folder.remove(names[1]);
    insta::assert_snapshot!(folder.error(), @"
        <folder>/model-00002-of-00002.safetensors is missing.
        <folder>/model.safetensors.index.json lists it as a part of the weights. Fetch that part too.
        ");
}
