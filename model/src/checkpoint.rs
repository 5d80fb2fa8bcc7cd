//! The tensors of a folder by name: one `model.safetensors`, or shards with an index.
//!
//! The format is Hugging Face's safetensors: eight bytes with the length of a JSON header, the
//! header (name → dtype, shape, where its bytes are), then the bytes, little-endian, rows first.

mod header;
mod numbers;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use ndarray::{Array1, Array2};
use safetensors::SafeTensors;
use safetensors::tensor::TensorView;
use serde::Deserialize;

use crate::{Error, json};

/// One side of an expected shape: the size, and the name it has in `config.json`.
pub type Side = (&'static str, usize);

/// The files with the weights, read whole.
///
/// Read, not memory-mapped: every number is copied into an array of its own anyway, mapping
/// needs `unsafe`, and a mapped file that another program cuts short ends the process. The
/// price is memory while loading: file and arrays at once, 8 MB for the course's model and
/// about 1 GB for GPT-2 small.
pub struct Files {
    /// The file to name in an error: the only one, or the index of the shards.
    named: PathBuf,
    contents: Vec<(PathBuf, Vec<u8>)>,
    /// Tensor name → file name; `None` when there is one file only.
    index: Option<BTreeMap<String, String>>,
}

#[derive(Deserialize)]
struct Index {
    weight_map: BTreeMap<String, String>,
}

impl Files {
    /// Reads what `folder` has: `model.safetensors`, else the shards of
    /// `model.safetensors.index.json`.
    pub fn read(folder: &Path) -> Result<Files, Error> {
        let single = folder.join("model.safetensors");
        let sharded = folder.join("model.safetensors.index.json");
        if single.exists() {
            let contents = fs::read(&single).map_err(Error::read(&single))?;
            return Ok(Files {
                named: single.clone(),
                contents: vec![(single, contents)],
                index: None,
            });
        }
        if sharded.exists() {
            let index: Index = json::read(&sharded)?;
            return Files::read_shards(folder, sharded, index.weight_map);
        }
        if folder.join("pytorch_model.bin").exists() {
            return Err(Error::OnlyPickle { folder: folder.to_owned() });
        }
        let remedy = "The weights belong there. Put the file of that name of the same model into this folder.";
        Err(Error::Missing { file: single, remedy: remedy.to_owned() })
    }

    fn read_shards(
        folder: &Path,
        named: PathBuf,
        index: BTreeMap<String, String>,
    ) -> Result<Files, Error> {
        let names: BTreeSet<&String> = index.values().collect();
        let mut contents = Vec::new();
        for name in names {
            // A plain file name: an index must not lead out of its folder.
            if Path::new(name).file_name() != Some(name.as_ref()) {
                let why = format!("`{name}` in `weight_map` is not the name of a file beside it");
                return Err(Error::Json { file: named, why });
            }
            let file = folder.join(name);
            if !file.exists() {
                let remedy = format!(
                    "{} lists it as a part of the weights. Fetch that part too.",
                    named.display()
                );
                return Err(Error::Missing { file, remedy });
            }
            let bytes = fs::read(&file).map_err(Error::read(&file))?;
            contents.push((file, bytes));
        }
        Ok(Files { named, contents, index: Some(index) })
    }

    /// The headers of all files, checked, and their tensors by name.
    pub fn tensors(&self) -> Result<Tensors<'_>, Error> {
        let mut by_name = BTreeMap::new();
        for (file, bytes) in &self.contents {
            let parsed = SafeTensors::deserialize(bytes)
                .map_err(|error| header::explain(file, bytes, error))?;
            for (name, view) in parsed.tensors() {
                // Of shards, a tensor counts only from the one that the index gives for it.
                let counts = self.index.as_ref().is_none_or(|index| {
                    index.get(&name).is_some_and(|shard| file.ends_with(shard))
                });
                if counts {
                    by_name.insert(name, (file.as_path(), view));
                }
            }
        }
        // `GPT2LMHeadModel` saves `transformer.wte.weight`; the published gpt2 was saved from
        // the bare `GPT2Model` and has `wte.weight`.
        let prefixed = by_name.keys().any(|name| name.starts_with(PREFIX));
        let prefix = if prefixed { PREFIX } else { "" };
        Ok(Tensors { named: &self.named, prefix, by_name })
    }
}

const PREFIX: &str = "transformer.";

/// All tensors of a checkpoint, as views into its files.
pub struct Tensors<'a> {
    named: &'a Path,
    prefix: &'static str,
    by_name: BTreeMap<String, (&'a Path, TensorView<'a>)>,
}

impl Tensors<'_> {
    /// The tensor `name` (without prefix) as a vector, its shape checked.
    pub fn vector(&self, name: &str, side: Side) -> Result<Array1<f32>, Error> {
        self.numbers(&self.full(name), &[side]).map(Array1::from_vec)
    }

    /// The tensor `name` (without prefix) as a matrix `[rows, columns]`, its shape checked.
    pub fn matrix(&self, name: &str, sides: [Side; 2]) -> Result<Array2<f32>, Error> {
        let numbers = self.numbers(&self.full(name), &sides)?;
        let shape = sides.map(|(_, size)| size);
        Ok(Array2::from_shape_vec(shape, numbers).expect("the shape was checked"))
    }

    /// The LM head, when the checkpoint stores one: never prefixed, as it is no part of the
    /// transformer. With the file it lies in.
    pub fn head(&self, sides: [Side; 2]) -> Result<Option<(PathBuf, Vec<f32>)>, Error> {
        let Some((file, _)) = self.by_name.get("lm_head.weight") else { return Ok(None) };
        Ok(Some((file.to_path_buf(), self.numbers("lm_head.weight", &sides)?)))
    }

    /// Every tensor as its name without prefix, its full name, and its file.
    pub fn names(&self) -> impl Iterator<Item = (&str, &str, &Path)> {
        self.by_name.iter().filter_map(|(full, (file, _))| {
            full.strip_prefix(self.prefix).map(|name| (name, full.as_str(), *file))
        })
    }

    fn full(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// The numbers of one tensor, rows first, when it has the expected shape.
    fn numbers(&self, name: &str, sides: &[Side]) -> Result<Vec<f32>, Error> {
        let Some((file, view)) = self.by_name.get(name) else {
            return Err(Error::MissingTensor {
                file: self.named.to_owned(),
                name: name.to_owned(),
                expected: shape_words(sides),
            });
        };
        let expected = sides.iter().map(|(_, size)| size);
        if !view.shape().iter().eq(expected.clone()) {
            return Err(Error::Shape {
                file: file.to_path_buf(),
                name: name.to_owned(),
                found: view.shape().to_vec(),
                transposed: view.shape().iter().rev().eq(expected),
                expected: shape_words(sides),
            });
        }
        numbers::to_f32(view).ok_or_else(|| Error::Dtype {
            file: file.to_path_buf(),
            name: name.to_owned(),
            found: view.dtype().to_string(),
        })
    }
}

/// `[n_embd, 3*n_embd] = [128, 384]`
fn shape_words(sides: &[Side]) -> String {
    let names: Vec<_> = sides.iter().map(|(name, _)| *name).collect();
    let sizes: Vec<_> = sides.iter().map(|(_, size)| *size).collect();
    format!("[{}] = {sizes:?}", names.join(", "))
}
