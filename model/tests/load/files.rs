//! Folders and files that are missing, cut short, or something else.

use std::path::Path;

use insta::assert_snapshot;
use model::Model;
use serde_json::json;

use crate::folder::{Folder, serialize};

fn written() -> Folder {
    let folder = Folder::new("");
    folder.write();
    folder
}

#[test]
fn no_folder() {
    let folder = written();
    let message = |path: &Path| folder.without_path(&Model::load(path).unwrap_err().to_string());
    assert_snapshot!(message(&folder.path().join("gpt2")), @"
        <folder>/gpt2 does not exist.
        Give the folder that holds the model: config.json, model.safetensors, tokenizer.json.
        ");
    assert_snapshot!(message(&folder.path().join("model.safetensors")), @"
        <folder>/model.safetensors is a file; expected the folder that holds config.json, model.safetensors and tokenizer.json.
        Try again with the folder that the file lies in.
        ");
}

#[test]
fn missing_files() {
    let folder = written();
    for name in ["config.json", "tokenizer.json", "model.safetensors"] {
        folder.remove(name);
    }
    assert_snapshot!(folder.error(), @"
        <folder>/config.json is missing.
        Is this the folder of a model? It should hold config.json, model.safetensors and tokenizer.json.
        ");
    folder.put("config.json", folder.config.to_string());
    assert_snapshot!(folder.error(), @"
        <folder>/tokenizer.json is missing.
        It holds the tokens (vocab.json and merges.txt would do as well). Put the file of the same model into this folder.
        ");
    folder.put("tokenizer.json", folder.tokenizer.to_string());
    assert_snapshot!(folder.error(), @"
        <folder>/model.safetensors is missing.
        The weights belong there. Put the file of that name of the same model into this folder.
        ");
    folder.put("pytorch_model.bin", "PK");
    assert_snapshot!(folder.error(), @r#"
        <folder> has its weights only as pytorch_model.bin, a Python pickle, which can run code when it is opened; expected model.safetensors.
        Convert it in that folder, with Python: from transformers import GPT2LMHeadModel; GPT2LMHeadModel.from_pretrained(".").save_pretrained(".")
        "#);
}

/// `~/.cache/huggingface/hub/models--gpt2`, which is where a learner looks first.
#[test]
fn a_cache_folder() {
    let folder = Folder::new("");
    std::fs::create_dir(folder.path().join("snapshots")).unwrap();
    assert_snapshot!(folder.error(), @"
        <folder>/config.json is missing.
        This is a folder of the Hugging Face cache: give the folder inside its `snapshots`.
        ");
}

#[test]
fn broken_json() {
    let folder = written();
    folder.put("config.json", "{\"n_layer\": 2,");
    assert_snapshot!(folder.error(), @"
        <folder>/config.json is not the JSON it should be: EOF while parsing a value at line 1 column 14.
        Mend it there, or fetch it again.
        ");
    folder.put("config.json", "[2]");
    assert_snapshot!(folder.error(), @"
        <folder>/config.json is not the JSON it should be: invalid type: sequence, expected a map at line 1 column 0.
        Mend it there, or fetch it again.
        ");
}

/// Cut anywhere, in the numbers or in the header, the message says so and by how much.
#[test]
fn cut_short() {
    let folder = written();
    let whole = serialize(&folder.tensors);
    folder.put("model.safetensors", &whole[..whole.len() - 1]);
    assert_snapshot!(folder.error(), @"
        <folder>/model.safetensors is cut short: it has 17679 bytes; expected at least 17680 by its own header.
        Fetch it again: a download that stopped leaves a piece of the file.
        ");
    folder.put("model.safetensors", &whole[..100]);
    assert_snapshot!(folder.error(), @"
        <folder>/model.safetensors is cut short: it has 100 bytes; expected at least 2128 by its own header.
        Fetch it again: a download that stopped leaves a piece of the file.
        ");
    // Every length around the start, then one in 61: each costs a write and a read.
    for length in (0..100).chain((100..whole.len()).step_by(61)) {
        folder.put("model.safetensors", &whole[..length]);
        let message = folder.error();
        let said = if length < 9 { "not a safetensors file" } else { "is cut short" };
        assert!(message.contains(said), "cut to {length} bytes: {message}");
    }
}

#[test]
fn not_safetensors() {
    let folder = written();
    folder.put("model.safetensors", "");
    assert_snapshot!(folder.error(), @"
        <folder>/model.safetensors is not a safetensors file: it has only 0 bytes.
        Fetch it again: a download that stopped leaves a piece of the file.
        ");
    folder.put("model.safetensors", "<!DOCTYPE html><html>Sign in</html>");
    assert_snapshot!(folder.error(), @"
        <folder>/model.safetensors is not a safetensors file: it does not start as one; it may be another format under this name, or a web page saved by mistake.
        Fetch it again: a download that stopped leaves a piece of the file.
        ");
    folder.put("model.safetensors", "version https://git-lfs.github.com/spec/v1\nsize 5");
    assert_snapshot!(folder.error(), @"
        <folder>/model.safetensors is a Git LFS pointer: a few lines of text that stand for the real file.
        Fetch the real one with `git lfs pull` in that folder.
        ");
    // What looks like a header, and is none.
    folder.put("model.safetensors", b"\x03\0\0\0\0\0\0\0{x}");
    assert_snapshot!(folder.error(), @"
        <folder>/model.safetensors is not a safetensors file: invalid JSON in header: key must be a string at line 1 column 2.
        Fetch it again: a download that stopped leaves a piece of the file.
        ");
    let mut longer = serialize(&folder.tensors);
    longer.push(0);
    folder.put("model.safetensors", longer);
    assert_snapshot!(folder.error(), @"
        <folder>/model.safetensors is not a safetensors file: it has 17681 bytes, and its own header says 17680.
        Fetch it again: a download that stopped leaves a piece of the file.
        ");
}

/// An index must not lead out of its folder.
#[test]
fn an_index_that_leads_elsewhere() {
    let folder = written();
    folder.remove("model.safetensors");
    let index = json!({"weight_map": {"wte.weight": "../other.safetensors"}});
    folder.put("model.safetensors.index.json", index.to_string());
    assert_snapshot!(folder.error(), @"
        <folder>/model.safetensors.index.json is not the JSON it should be: `../other.safetensors` in `weight_map` is not the name of a file beside it.
        Mend it there, or fetch it again.
        ");
}
