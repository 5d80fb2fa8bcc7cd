//! Writes a GPT-2 folder of random numbers: 2 layers, d = 8, 2 heads, C = 6, V = 260.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use half::{bf16, f16};
use model::Model;
use safetensors::Dtype;
use safetensors::tensor::TensorView;
use serde_json::{Value, json};
use tempfile::TempDir;

pub const D: usize = 8;
pub const V: usize = 260;

/// A tensor as it will be written.
#[derive(Clone)]
pub struct Tensor {
    pub shape: Vec<usize>,
    pub numbers: Vec<f32>,
    pub dtype: Dtype,
}

/// A model's folder, to be changed before [`Folder::write`].
pub struct Folder {
    dir: TempDir,
    pub config: Value,
    pub tokenizer: Value,
    pub tensors: BTreeMap<String, Tensor>,
}

impl Folder {
    /// A folder that loads, in `f32`, the tensors named with `prefix`.
    pub fn new(prefix: &str) -> Folder {
        let mut folder = Folder {
            dir: tempfile::tempdir().expect("a temporary folder"),
            config: json!({
                "model_type": "gpt2", "architectures": ["GPT2LMHeadModel"], "n_layer": 2,
                "n_head": 2, "n_embd": D, "n_positions": 6, "n_ctx": 6, "vocab_size": V,
                "activation_function": "gelu_new", "layer_norm_epsilon": 1e-5, "n_inner": null,
                "resid_pdrop": 0.1
            }),
            tokenizer: crate::tokenizer::course_like(),
            tensors: BTreeMap::new(),
        };
        let mut rng = fastrand::Rng::with_seed(7);
        let mut add = |name: &str, shape: &[usize]| {
            let numbers = (0..shape.iter().product()).map(|_| rng.f32() - 0.5).collect();
            let tensor = Tensor { shape: shape.to_vec(), numbers, dtype: Dtype::F32 };
            folder.tensors.insert(format!("{prefix}{name}"), tensor);
        };
        add("wte.weight", &[V, D]);
        add("wpe.weight", &[6, D]);
        for layer in 0..2 {
            for (part, shape) in [
                ("ln_1.weight", vec![D]),
                ("ln_1.bias", vec![D]),
                ("attn.c_attn.weight", vec![D, 3 * D]),
                ("attn.c_attn.bias", vec![3 * D]),
                ("attn.c_proj.weight", vec![D, D]),
                ("attn.c_proj.bias", vec![D]),
                ("ln_2.weight", vec![D]),
                ("ln_2.bias", vec![D]),
                ("mlp.c_fc.weight", vec![D, 4 * D]),
                ("mlp.c_fc.bias", vec![4 * D]),
                ("mlp.c_proj.weight", vec![4 * D, D]),
                ("mlp.c_proj.bias", vec![D]),
            ] {
                add(&format!("h.{layer}.{part}"), &shape);
            }
        }
        add("ln_f.weight", &[D]);
        add("ln_f.bias", &[D]);
        folder
    }

    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    /// Writes all three files.
    pub fn write(&self) {
        self.put("config.json", self.config.to_string());
        self.put("tokenizer.json", self.tokenizer.to_string());
        self.put("model.safetensors", serialize(&self.tensors));
    }

    /// Writes one file, which may be a broken one.
    pub fn put(&self, name: &str, contents: impl AsRef<[u8]>) {
        fs::write(self.path().join(name), contents).expect("the folder can be written");
    }

    pub fn remove(&self, name: &str) {
        fs::remove_file(self.path().join(name)).expect("the file is there");
    }

    pub fn load(&self) -> Model {
        Model::load(self.path()).unwrap_or_else(|error| panic!("{error}"))
    }

    /// The message with which the folder, as it lies there, does not load.
    pub fn error(&self) -> String {
        let error = Model::load(self.path()).expect_err("it loaded").to_string();
        self.without_path(&error)
    }

    /// Writes all three files, and gives the message.
    pub fn write_error(&self) -> String {
        self.write();
        self.error()
    }

    /// The path of the temporary folder is another each time.
    pub fn without_path(&self, message: &str) -> String {
        message.replace(&self.path().display().to_string(), "<folder>")
    }
}

/// The bytes of a safetensors file.
pub fn serialize(tensors: &BTreeMap<String, Tensor>) -> Vec<u8> {
    let bytes: Vec<Vec<u8>> = tensors.values().map(to_bytes).collect();
    let views = tensors.iter().zip(&bytes).map(|((name, tensor), bytes)| {
        let view = TensorView::new(tensor.dtype, tensor.shape.clone(), bytes);
        (name, view.expect("as many bytes as the shape asks for"))
    });
    safetensors::serialize(views, None).expect("small names")
}

fn to_bytes(tensor: &Tensor) -> Vec<u8> {
    let one = |number: &f32| match tensor.dtype {
        Dtype::F32 => number.to_le_bytes().to_vec(),
        Dtype::F16 => f16::from_f32(*number).to_le_bytes().to_vec(),
        Dtype::BF16 => bf16::from_f32(*number).to_le_bytes().to_vec(),
        Dtype::I64 => (*number as i64).to_le_bytes().to_vec(),
        other => panic!("the tests write no {other}"),
    };
    tensor.numbers.iter().flat_map(one).collect()
}
