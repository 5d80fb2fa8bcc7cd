//! `tokenizer.json`, as Hugging Face's `tokenizers` and `transformers` read it.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::Tokenizer;
use crate::settings::{COURSE, END_OF_TEXT};

/// GPT-2's letter for each byte (`bytes_to_unicode` in its `encoder.py`): a file of text needs a
/// visible letter for every byte. Visible Latin-1 letters stand for themselves; the 68 others get
/// the letters from U+0100 on, in their order: a space is Ġ.
///
/// ```
/// # use trainer::tokenizer::hugging_face::letters;
/// let letters = letters();
/// assert_eq!([letters[b'a' as usize], letters[b' ' as usize], letters[b'\n' as usize]], ['a', 'Ġ', 'Ċ']);
/// assert_eq!(letters[0xAD], '\u{143}'); // the last of the 68
/// ```
pub fn letters() -> [char; 256] {
    let mut next = 0x100u32;
    std::array::from_fn(|byte| {
        let byte = byte as u8;
        if matches!(byte, b'!'..=b'~' | 0xA1..=0xAC | 0xAE..=0xFF) {
            return char::from(byte);
        }
        next += 1;
        char::from_u32(next - 1).expect("U+0100 to U+0143 are letters")
    })
}

/// The tokenizer as the text of `tokenizer.json`.
pub fn to_json(tokenizer: &Tokenizer) -> String {
    let letters = letters();
    let mut tokens: Vec<String> = tokenizer
        .vocabulary()
        .iter()
        .map(|bytes| bytes.iter().map(|&byte| letters[usize::from(byte)]).collect())
        .collect();
    tokens.pop(); // <|endoftext|> stands among the added tokens
    let end = tokenizer.end_of_text();
    let merges: Vec<[&str; 2]> = tokenizer
        .merges()
        .iter()
        .map(|&(left, right)| [tokens[left as usize].as_str(), tokens[right as usize].as_str()])
        .collect();
    // serde_json sorts an object's keys; ids read better in their order, so the text of the
    // vocabulary is put together here.
    let line = |(id, token): (usize, &String)| format!("      {}: {id}", json!(token));
    let mut vocabulary: Vec<String> = tokens.iter().enumerate().map(line).collect();
    vocabulary.push(format!("      {}: {end}", json!(END_OF_TEXT)));
    let merges: Vec<String> = merges.iter().map(|pair| format!("      {}", json!(pair))).collect();
    let pre_tokenizer = json!({"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true, "use_regex": true});
    let added = json!([{
        "id": end, "content": END_OF_TEXT, "single_word": false, "lstrip": false, "rstrip": false,
        "normalized": false, "special": true,
    }]);
    format!(
        r#"{{
  "version": "1.0",
  "truncation": null,
  "padding": null,
  "added_tokens": {added},
  "normalizer": null,
  "pre_tokenizer": {pre_tokenizer},
  "post_processor": null,
  "decoder": {pre_tokenizer},
  "model": {{
    "type": "BPE",
    "dropout": null,
    "unk_token": null,
    "continuing_subword_prefix": "",
    "end_of_word_suffix": "",
    "fuse_unk": false,
    "byte_fallback": false,
    "ignore_merges": false,
    "vocab": {{
{}
    }},
    "merges": [
{}
    ]
  }}
}}
"#,
        vocabulary.join(",\n"),
        merges.join(",\n")
    )
}

/// Reads a `tokenizer.json` that [`to_json`] wrote; an error says what is missing.
pub fn from_json(content: &[u8]) -> Result<Tokenizer> {
    let json: Value = serde_json::from_slice(content).context("tokenizer.json is not JSON")?;
    let vocabulary = json["model"]["vocab"].as_object().context("no model.vocab")?;
    let merges = json["model"]["merges"].as_array().context("no model.merges")?;
    let id = |part: &Value| -> Result<u32> {
        let token = part.as_str().context("a merge is no pair of texts")?;
        let id = vocabulary.get(token).and_then(Value::as_u64);
        Ok(id.with_context(|| format!("{token:?} of a merge is not in the vocabulary"))? as u32)
    };
    let merges: Vec<(u32, u32)> =
        merges.iter().map(|pair| Ok((id(&pair[0])?, id(&pair[1])?))).collect::<Result<_>>()?;
    let tokenizer = Tokenizer::new(merges);
    ensure!(
        to_json(&tokenizer).as_bytes() == content,
        "tokenizer.json is not as this trainer writes it: learn it anew"
    );
    Ok(tokenizer)
}

/// `tokenizer_config.json`: which class `transformers` gives it.
pub fn config() -> String {
    let config = json!({
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": COURSE.context,
        "bos_token": END_OF_TEXT,
        "eos_token": END_OF_TEXT,
        "unk_token": END_OF_TEXT,
        "add_prefix_space": false,
        "clean_up_tokenization_spaces": false,
    });
    format!("{config:#}\n")
}
