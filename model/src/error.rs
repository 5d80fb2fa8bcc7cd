//! What can be wrong with a model's folder: what was found, what was expected, what to do.

use std::path::{Path, PathBuf};

/// Why a model did not load. Each message stands alone: it names the file, and ends with what
/// to do.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)]
pub enum Error {
    #[error(
        "{0} does not exist.\nGive the folder that holds the model: config.json, model.safetensors, tokenizer.json."
    )]
    NoFolder(PathBuf),

    #[error(
        "{0} is a file; expected the folder that holds config.json, model.safetensors and tokenizer.json.\nTry again with the folder that the file lies in."
    )]
    NotAFolder(PathBuf),

    #[error("{file} is missing.\n{remedy}")]
    Missing { file: PathBuf, remedy: String },

    #[error("{file} cannot be read: {source}\nCheck that it is a file, and that you may read it.")]
    Read { file: PathBuf, source: std::io::Error },

    #[error("{file} is not the JSON it should be: {why}.\nMend it there, or fetch it again.")]
    Json { file: PathBuf, why: String },

    #[error("{file}: `{field}` is {found}; expected {expected}.\n{remedy}")]
    Field {
        file: PathBuf,
        field: &'static str,
        found: String,
        expected: String,
        remedy: &'static str,
    },

    #[error(
        "{folder} has its weights only as pytorch_model.bin, a Python pickle, which can run code when it is opened; expected model.safetensors.\nConvert it in that folder, with Python: from transformers import GPT2LMHeadModel; GPT2LMHeadModel.from_pretrained(\".\").save_pretrained(\".\")"
    )]
    OnlyPickle { folder: PathBuf },

    #[error(
        "{file} is a Git LFS pointer: a few lines of text that stand for the real file.\nFetch the real one with `git lfs pull` in that folder."
    )]
    LfsPointer { file: PathBuf },

    #[error(
        "{file} is cut short: it has {found} bytes; expected at least {expected} by its own header.\n{}",
        again(file)
    )]
    CutShort { file: PathBuf, found: u64, expected: u64 },

    #[error("{file} is not a safetensors file: {why}.\n{}", again(file))]
    NotSafetensors { file: PathBuf, why: String },

    #[error("{file} has no tensor `{name}`; expected one of shape {expected}.\n{}", other_model())]
    MissingTensor { file: PathBuf, name: String, expected: String },

    #[error(
        "{file}: tensor `{name}` has shape {found:?}; expected {expected}.\n{}",
        if *transposed { TRANSPOSED } else { other_model() }
    )]
    Shape { file: PathBuf, name: String, found: Vec<usize>, expected: String, transposed: bool },

    #[error(
        "{file}: tensor `{name}` holds {found} numbers; expected F32, F16 or BF16.\nSave the model in one of these: a quantized model, or one of integers, does not load here."
    )]
    Dtype { file: PathBuf, name: String, found: String },

    #[error(
        "{file}: tensor `{name}` belongs to no part of a GPT-2 with `n_layer` = {n_layer}.\n{}",
        other_model()
    )]
    UnexpectedTensor { file: PathBuf, name: String, n_layer: usize },

    #[error(
        "{file}: `lm_head.weight` differs from the embedding table `wte.weight`, first in row {row}; expected the two to be one table, as in GPT-2 (a tied head).\nTake a model with a tied head: this one cannot be computed without the second table."
    )]
    UntiedHead { file: PathBuf, row: usize },

    #[error(
        "{file}: {why}.\nExpected a byte-level BPE, as GPT-2 has. Take the tokenizer that came with these weights."
    )]
    Tokenizer { file: PathBuf, why: String },

    #[error(
        "{folder}: the tokenizer has {tokens} tokens, but config.json says `vocab_size` is {vocab_size}; expected a row for every token.\nTake tokenizer and config.json from the same model."
    )]
    TooManyTokens { folder: PathBuf, tokens: usize, vocab_size: usize },

    #[error(
        "these merges cannot be numbered as in section 1.3: {0}.\nUse the tokenizer's own ids: `bytes_of` and `merges`."
    )]
    Renumber(String),
}

impl Error {
    /// For `map_err`: an I/O error with the file it happened at.
    pub(crate) fn read(file: &Path) -> impl FnOnce(std::io::Error) -> Error {
        move |source| Error::Read { file: file.to_owned(), source }
    }
}

/// How to come by a whole copy of `file`: the course's own lies in git.
fn again(file: &Path) -> &'static str {
    if file.parent() == Some(&crate::course_model_dir()) {
        "Put it back with `git checkout -- model`."
    } else {
        "Fetch it again: a download that stopped leaves a piece of the file."
    }
}

/// What a conversion from PyTorch's own layout gets wrong.
const TRANSPOSED: &str = "It lies transposed: GPT-2 stores weights as [in, out], PyTorch's `Linear` as [out, in]. Save the model with GPT2LMHeadModel, or transpose it.";

/// What a wrong set of tensors nearly always means.
fn other_model() -> &'static str {
    "Do config.json and the weights come from the same model, and is it a GPT-2?"
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The course's own files need no download.
    #[test]
    fn the_course_s_own_files_lie_in_git() {
        let own = crate::course_model_dir().join("model.safetensors");
        let message = |file| Error::CutShort { file, found: 7, expected: 9 }.to_string();
        assert!(message(own).ends_with("\nPut it back with `git checkout -- model`."));
        assert!(message("gpt2/model.safetensors".into()).contains("\nFetch it again"));
    }
}
