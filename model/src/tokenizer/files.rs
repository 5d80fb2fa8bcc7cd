//! The two ways in which a tokenizer lies in a folder, read into one set of tables.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::Tokenizer;
use super::alphabet::Alphabet;
use crate::{Error, json};

/// GPT-2's one special token. `vocab.json` lists it among the others, without a mark.
const END_OF_TEXT: &str = "<|endoftext|>";

/// `tokenizer.json`, as far as the tables need it.
#[derive(Deserialize)]
struct TokenizerJson {
    #[serde(default)]
    added_tokens: Vec<Added>,
    pre_tokenizer: Option<Step>,
    decoder: Option<Step>,
    model: Bpe,
}

/// A step of the pipeline: one, or a `Sequence` of several.
#[derive(Deserialize)]
struct Step {
    r#type: String,
    #[serde(default, alias = "decoders")]
    pretokenizers: Vec<Step>,
}

#[derive(Deserialize)]
struct Bpe {
    r#type: Option<String>,
    vocab: serde_json::Value,
    #[serde(default)]
    merges: Vec<Merge>,
}

#[derive(Deserialize)]
struct Added {
    id: u32,
    content: String,
    #[serde(default)]
    special: bool,
}

/// A merge in the file: `"a b"`, or since tokenizers 0.20 also `["a", "b"]`.
#[derive(Deserialize)]
#[serde(untagged)]
enum Merge {
    Line(String),
    Pair(String, String),
}

/// Reads whichever form `folder` has.
pub fn load(folder: &Path) -> Result<Tokenizer, Error> {
    let file = folder.join("tokenizer.json");
    if file.exists() {
        return load_json(file);
    }
    let (vocab, merges) = (folder.join("vocab.json"), folder.join("merges.txt"));
    if vocab.exists() && merges.exists() {
        return load_pair(vocab, merges);
    }
    let remedy = "It holds the tokens (vocab.json and merges.txt would do as well). Put the file of the same model into this folder.";
    Err(Error::Missing { file, remedy: remedy.to_owned() })
}

fn load_json(file: PathBuf) -> Result<Tokenizer, Error> {
    let read: TokenizerJson = json::read(&file)?;
    let wrong = |why: String| Error::Tokenizer { file: file.clone(), why };
    if let Some(kind) = read.model.r#type.filter(|kind| kind != "BPE") {
        return Err(wrong(format!("the tokenizer's model is `{kind}`")));
    }
    if ![&read.pre_tokenizer, &read.decoder].into_iter().flatten().any(is_byte_level) {
        return Err(wrong("neither its pre_tokenizer nor its decoder is `ByteLevel`".to_owned()));
    }
    let vocab: BTreeMap<String, u32> =
        serde_json::from_value(read.model.vocab).map_err(|why| wrong(format!("`vocab`: {why}")))?;
    build([&file, &file], vocab, read.model.merges, read.added_tokens)
}

fn is_byte_level(step: &Step) -> bool {
    step.r#type == "ByteLevel" || step.pretokenizers.iter().any(is_byte_level)
}

fn load_pair(vocab_file: PathBuf, merges_file: PathBuf) -> Result<Tokenizer, Error> {
    let vocab: BTreeMap<String, u32> = json::read(&vocab_file)?;
    let text = fs::read_to_string(&merges_file).map_err(Error::read(&merges_file))?;
    // Only the first line can be a comment: `# #` further down is a merge like any other.
    let comment = text.lines().take_while(|line| line.starts_with("#version")).take(1).count();
    let lines = text.lines().skip(comment).filter(|line| !line.is_empty());
    let merges = lines.map(|line| Merge::Line(line.to_owned())).collect();
    let special = vocab.get(END_OF_TEXT).map(|&id| Added {
        id,
        content: END_OF_TEXT.to_owned(),
        special: true,
    });
    build([&vocab_file, &merges_file], vocab, merges, special.into_iter().collect())
}

/// Turns what the files say into tables, and checks that they hang together.
fn build(
    [vocab_file, merges_file]: [&Path; 2],
    vocab: BTreeMap<String, u32>,
    merges: Vec<Merge>,
    added: Vec<Added>,
) -> Result<Tokenizer, Error> {
    let bytes_of = bytes_of(&vocab, &added)
        .map_err(|why| Error::Tokenizer { file: vocab_file.to_owned(), why })?;
    let wrong = |why: String| Error::Tokenizer { file: merges_file.to_owned(), why };
    let id_of = |token: &str| vocab.get(token).copied();
    let mut pairs = Vec::with_capacity(merges.len());
    for (rank, merge) in merges.iter().enumerate() {
        let pair = match merge {
            Merge::Line(line) => line.split_once(' '),
            Merge::Pair(left, right) => Some((left.as_str(), right.as_str())),
        };
        let Some((left, right)) = pair else {
            return Err(wrong(format!("merge {rank} is not two tokens with a space between")));
        };
        let ids = id_of(left).zip(id_of(right));
        match ids.filter(|_| id_of(&format!("{left}{right}")).is_some()) {
            Some(ids) => pairs.push(ids),
            None => {
                return Err(wrong(format!(
                    "merge {rank} joins `{left}` and `{right}`, and one of the two or what they make is no token"
                )));
            }
        }
    }
    let mut special: Vec<(String, u32)> = added
        .into_iter()
        .filter(|token| token.special)
        .map(|token| (token.content, token.id))
        .collect();
    special.sort_by_key(|(_, id)| *id);
    Ok(Tokenizer { bytes_of, merges: pairs, special })
}

/// Token id → bytes, or why there is no such table.
fn bytes_of(vocab: &BTreeMap<String, u32>, added: &[Added]) -> Result<Vec<Vec<u8>>, String> {
    let mut by_id: BTreeMap<u32, (&str, Vec<u8>)> = BTreeMap::new();
    // An added token is text as it stands; the vocabulary often lists it once more.
    for token in added {
        let bytes = token.content.as_bytes().to_vec();
        if let Some((other, _)) = by_id.insert(token.id, (&token.content, bytes)) {
            return Err(twice(token.id, other, &token.content));
        }
    }
    let alphabet = Alphabet::new();
    for (written, &id) in vocab {
        match by_id.get(&id) {
            Some((same, _)) if same == written => continue,
            Some((other, _)) => return Err(twice(id, other, written)),
            None => {}
        }
        let bytes = alphabet.decode(written).map_err(|c| {
            format!(
                "token {id}, `{written}`, has {c:?}, which stands for no byte in GPT-2's alphabet"
            )
        })?;
        by_id.insert(id, (written, bytes));
    }
    let count = by_id.len();
    match by_id.keys().zip(0..).find(|(id, expected)| *id != expected) {
        Some((_, missing)) => Err(format!("it has {count} tokens, but none with id {missing}")),
        None => Ok(by_id.into_values().map(|(_, bytes)| bytes).collect()),
    }
}

fn twice(id: u32, one: &str, other: &str) -> String {
    format!("id {id} is given twice, to `{one}` and to `{other}`")
}
