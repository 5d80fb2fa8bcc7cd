//! `config.json`: the sizes of a GPT-2, under the names that Hugging Face's `GPT2Config` uses.

use std::path::Path;

use crate::Error;
use crate::json::Fields;

/// The sizes of a GPT-2-shaped model.
///
/// The names are the fields of `config.json`, which are those of OpenAI's release of GPT-2.
/// The letters are the course's: a shape comment such as `[T, d]` uses them.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// How many blocks are stacked, L.
    pub n_layer: usize,
    /// How many attention heads a block has. Divides `n_embd`.
    pub n_head: usize,
    /// The width of the residual stream, d.
    pub n_embd: usize,
    /// The longest context in tokens, C: the rows of the position table.
    pub n_positions: usize,
    /// How many rows the embedding table has, V.
    pub vocab_size: usize,
    /// The ε that a layer norm adds to the variance, inside the root.
    pub layer_norm_epsilon: f32,
    /// The width inside the feed-forward network when it is not 4·d. See [`Config::inner`].
    pub n_inner: Option<usize>,
    /// `gelu_new` or `gelu_pytorch_tanh`: two names of the same function, GELU in its tanh
    /// form.
    pub activation_function: String,
}

impl Config {
    /// Reads `config.json` of `folder`. Fields it has no use for are ignored.
    ///
    /// # Errors
    ///
    /// When folder or file is missing, when a size is no positive whole number, and when the
    /// model is one that GPT-2's formulas do not compute: another `model_type`, another
    /// activation, heads that do not divide `n_embd`, an untied head, another scale of the
    /// attention scores, cross-attention.
    pub fn load(folder: &Path) -> Result<Config, Error> {
        let fields = Fields::read(&config_file(folder)?)?;
        if fields.get("model_type").and_then(|value| value.as_str()) != Some("gpt2") {
            let remedy = "Take a GPT-2: other models have other layers and other tensor names.";
            return Err(fields.wrong("model_type", "\"gpt2\"", remedy));
        }
        let config = Config {
            n_layer: fields.size("n_layer")?,
            n_head: fields.size("n_head")?,
            n_embd: fields.size("n_embd")?,
            n_positions: fields.size("n_positions")?,
            vocab_size: fields.size("vocab_size")?,
            layer_norm_epsilon: fields.positive("layer_norm_epsilon", 1e-5)?,
            n_inner: fields.optional_size("n_inner")?,
            activation_function: fields.one_of(
                "activation_function",
                &["gelu_new", "gelu_pytorch_tanh"],
                "The course computes GELU in its tanh form, as GPT-2 does; with another the numbers come out wrong.",
            )?,
        };
        if !config.n_embd.is_multiple_of(config.n_head) {
            let expected = format!("a divisor of `n_embd`, which is {}", config.n_embd);
            let remedy = "Every head gets an equal part of the width: mend one of the two.";
            return Err(fields.wrong("n_head", expected, remedy));
        }
        check_switches(&fields)?;
        Ok(config)
    }

    /// The width inside the feed-forward network: `n_inner`, or 4·d when that is not given.
    pub fn inner(&self) -> usize {
        self.n_inner.unwrap_or(4 * self.n_embd)
    }

    /// The width of one attention head: `n_embd / n_head`.
    pub fn head_dim(&self) -> usize {
        self.n_embd / self.n_head
    }
}

/// Switches of `GPT2Config` that change what the model computes. A checkpoint with one of them
/// set otherwise would load and then write nonsense.
fn check_switches(fields: &Fields) -> Result<(), Error> {
    let head = "Take a model with a tied head: the course uses the embedding table as its LM head.";
    let other = "Take a model with GPT-2's own attention: this one computes something else.";
    fields.switch("tie_word_embeddings", true, head)?;
    fields.switch("scale_attn_weights", true, other)?;
    fields.switch("scale_attn_by_inverse_layer_idx", false, other)?;
    fields.switch("add_cross_attention", false, other)
}

/// The path of `config.json`, when folder and file are there.
fn config_file(folder: &Path) -> Result<std::path::PathBuf, Error> {
    if !folder.exists() {
        return Err(Error::NoFolder(folder.to_owned()));
    }
    if !folder.is_dir() {
        return Err(Error::NotAFolder(folder.to_owned()));
    }
    let file = folder.join("config.json");
    if file.exists() {
        return Ok(file);
    }
    // The cache of Hugging Face's tools keeps the files two folders further down.
    let remedy = if folder.join("snapshots").is_dir() {
        "This is a folder of the Hugging Face cache: give the folder inside its `snapshots`."
    } else {
        "Is this the folder of a model? It should hold config.json, model.safetensors and tokenizer.json."
    };
    Err(Error::Missing { file, remedy: remedy.to_owned() })
}
