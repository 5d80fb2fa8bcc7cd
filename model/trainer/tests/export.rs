//! The folder that `export` writes: names, shapes and layouts as Hugging Face's.

use trainer::params::{first_values, slots};
use trainer::settings::COURSE;
use trainer::tokenizer::{Tokenizer, split};
use trainer::{export, tales};

#[test]
fn the_folder() {
    let tokenizer = Tokenizer::learn(&split::words(&tales::training(300))).unwrap();
    let values = first_values(COURSE, 1);
    let folder = tempfile::tempdir().unwrap();
    let written = export::write(folder.path(), COURSE, &values, &tokenizer).unwrap();
    assert!(written.iter().map(|(_, bytes)| bytes).sum::<usize>() < export::LIMIT);
    assert_eq!(export::read(folder.path(), COURSE).unwrap(), values);

    let content = std::fs::read(folder.path().join("model.safetensors")).unwrap();
    let file = safetensors::SafeTensors::deserialize(&content).unwrap();
    assert_eq!(file.len(), slots(COURSE).len(), "no head: it is the token table");
    for (name, shape) in [
        ("transformer.wte.weight", vec![1024, 128]),
        ("transformer.h.0.attn.c_attn.weight", vec![128, 384]),
        ("transformer.h.3.mlp.c_proj.weight", vec![512, 128]),
        ("transformer.ln_f.bias", vec![128]),
    ] {
        assert_eq!(file.tensor(name).unwrap().shape(), shape, "{name}");
    }
    assert!(file.tensor("lm_head.weight").is_err());
    let again = export::weights(COURSE, &values).unwrap();
    assert!(again == content, "the same weights give the same bytes");

    let config = std::fs::read(folder.path().join("config.json")).unwrap();
    let config: serde_json::Value = serde_json::from_slice(&config).unwrap();
    assert_eq!(config["layer_norm_epsilon"], 1e-5);
    assert_eq!(config["eos_token_id"], 1023);
    assert_eq!(config["activation_function"], "gelu_new");
}
