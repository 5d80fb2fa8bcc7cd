//! The tables of a tokenizer, from both kinds of files, and what is said of broken ones.

use insta::assert_snapshot;
use model::Tokenizer;
use serde_json::{Value, json};

use crate::folder::Folder;

/// The character that stands for a byte, straight from OpenAI's `bytes_to_unicode`: printable
/// ones first, then the others from U+0100 on.
fn written(byte: u8) -> String {
    let printable = |b: &u8| (33..=126).contains(b) || (161..=172).contains(b) || *b >= 174;
    let others = (0..byte).filter(|b| !printable(b)).count() as u32;
    let code = if printable(&byte) { byte as u32 } else { 256 + others };
    char::from_u32(code).unwrap().to_string()
}

/// A `tokenizer.json` as the course's: byte = id, three merges, `<|endoftext|>` last, 260 in all.
pub fn course_like() -> Value {
    let mut vocab: serde_json::Map<String, Value> =
        (0..=255).map(|byte| (written(byte), json!(byte))).collect();
    for (token, id) in [("Ġt", 256), ("he", 257), ("Ġthe", 258), ("<|endoftext|>", 259)] {
        vocab.insert(token.to_owned(), json!(id));
    }
    json!({
        "version": "1.0",
        "added_tokens": [{"id": 259, "content": "<|endoftext|>", "special": true}],
        "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false, "use_regex": true},
        "decoder": {"type": "ByteLevel"},
        "model": {"type": "BPE", "vocab": vocab, "merges": [["Ġ", "t"], ["h", "e"], ["Ġt", "he"]]}
    })
}

fn load(tokenizer: Value) -> Tokenizer {
    let mut folder = Folder::new("");
    folder.tokenizer = tokenizer;
    folder.write();
    folder.load().tokenizer
}

/// The message for a tokenizer.json that was changed by `change`.
fn broken(change: impl FnOnce(&mut Value)) -> String {
    let mut folder = Folder::new("");
    change(&mut folder.tokenizer);
    folder.write_error()
}

#[test]
fn tables() {
    let tokenizer = load(course_like());
    let mut bytes_of: Vec<Vec<u8>> = (0..=255).map(|byte| vec![byte]).collect();
    bytes_of.extend([b" t".to_vec(), b"he".to_vec(), b" the".to_vec(), b"<|endoftext|>".to_vec()]);
    assert_eq!(tokenizer.bytes_of, bytes_of);
    assert_eq!(tokenizer.merges, [(32, 116), (104, 101), (256, 257)]);
    assert_eq!(tokenizer.special, [("<|endoftext|>".to_owned(), 259)]);
    assert_eq!(tokenizer.special_id("<|endoftext|>"), Some(259));
    assert_eq!(tokenizer.special_id("<pad>"), None);
}

/// Older files write a merge as one string, and have the step inside a `Sequence`.
#[test]
fn older_forms() {
    let mut older = course_like();
    older["model"]["merges"] = json!(["Ġ t", "h e", "Ġt he"]);
    older["model"].as_object_mut().unwrap().remove("type");
    older["pre_tokenizer"] = json!({"type": "Sequence", "pretokenizers": [{"type": "ByteLevel"}]});
    older["decoder"] = Value::Null;
    // The vocabulary need not list an added token again.
    older["model"]["vocab"].as_object_mut().unwrap().remove("<|endoftext|>");
    assert_eq!(load(older), load(course_like()));
}

#[test]
fn vocab_and_merges_files() {
    let mut folder = Folder::new("");
    // `# #` is a merge; only the first line is a comment.
    let tokenizer = &mut folder.tokenizer["model"];
    tokenizer["vocab"]["Ġthe"] = json!(260);
    tokenizer["vocab"]["##"] = json!(258);
    folder.config["vocab_size"] = json!(261);
    let wte = folder.tensors.get_mut("wte.weight").unwrap();
    wte.shape[0] += 1;
    wte.numbers.extend([0.0; 8]);
    folder.write();
    folder.remove("tokenizer.json");
    folder.put("vocab.json", folder.tokenizer["model"]["vocab"].to_string());
    for start in ["#version: 0.2\n", ""] {
        folder.put("merges.txt", format!("{start}Ġ t\r\nh e\n# #\nĠt he\n"));
        let tokenizer = folder.load().tokenizer;
        assert_eq!(tokenizer.merges, [(32, 116), (104, 101), (35, 35), (256, 257)]);
        assert_eq!(tokenizer.special, [("<|endoftext|>".to_owned(), 259)]);
        assert_eq!(tokenizer.bytes_of[258], b"##");
    }
    folder.put("merges.txt", "Ġt\n");
    assert_snapshot!(folder.error(), @"
        <folder>/merges.txt: merge 0 is not two tokens with a space between.
        Expected a byte-level BPE, as GPT-2 has. Take the tokenizer that came with these weights.
        ");
    folder.put("vocab.json", r#"{"a": 0, "b": 2}"#);
    assert_snapshot!(folder.error(), @"
        <folder>/vocab.json: it has 2 tokens, but none with id 1.
        Expected a byte-level BPE, as GPT-2 has. Take the tokenizer that came with these weights.
        ");
}

/// GPT-2 orders its bytes by their characters (`!` is 0); the numbering of 1.3 does not.
#[test]
fn renumbered() {
    let course = load(course_like()).renumbered().unwrap();
    assert_eq!(course.merges, [(32, 116), (104, 101), (256, 257)]);
    assert_eq!(course.ids, (0..259).collect::<Vec<_>>());

    // The same tokens, ids counted down from the last.
    let mut reversed = course_like();
    for id in reversed["model"]["vocab"].as_object_mut().unwrap().values_mut() {
        *id = json!(259 - id.as_u64().unwrap());
    }
    reversed["added_tokens"][0]["id"] = json!(0);
    let tokenizer = load(reversed);
    assert_eq!(tokenizer.merges, [(227, 143), (155, 158), (3, 2)]);
    let reversed = tokenizer.renumbered().unwrap();
    assert_eq!(reversed.merges, course.merges);
    assert_eq!(reversed.ids, (1..260).rev().collect::<Vec<_>>());
}

#[test]
fn cannot_be_renumbered() {
    let message = |change: &dyn Fn(&mut Tokenizer)| {
        let mut tokenizer = load(course_like());
        change(&mut tokenizer);
        tokenizer.renumbered().unwrap_err().to_string()
    };
    assert_snapshot!(message(&|t| t.merges.swap(0, 2)), @"
        these merges cannot be numbered as in section 1.3: merge 0, of tokens 256 and 257, comes before the merge that makes one of them.
        Use the tokenizer's own ids: `bytes_of` and `merges`.
        ");
    assert_snapshot!(message(&|t| t.merges.push((32, 116))), @"
        these merges cannot be numbered as in section 1.3: merge 3, of tokens 32 and 116, makes a token that is there already.
        Use the tokenizer's own ids: `bytes_of` and `merges`.
        ");
    assert_snapshot!(message(&|t| t.bytes_of[7] = b"seven".to_vec()), @"
        these merges cannot be numbered as in section 1.3: byte 7 has no token.
        Use the tokenizer's own ids: `bytes_of` and `merges`.
        ");
}

#[test]
fn not_byte_level_bpe() {
    assert_snapshot!(broken(|t| t["model"]["type"] = json!("Unigram")), @"
        <folder>/tokenizer.json: the tokenizer's model is `Unigram`.
        Expected a byte-level BPE, as GPT-2 has. Take the tokenizer that came with these weights.
        ");
    assert_snapshot!(broken(|t| {
        t["pre_tokenizer"] = json!({"type": "Metaspace"});
        t["decoder"] = json!({"type": "Sequence", "decoders": [{"type": "ByteFallback"}]});
    }), @"
        <folder>/tokenizer.json: neither its pre_tokenizer nor its decoder is `ByteLevel`.
        Expected a byte-level BPE, as GPT-2 has. Take the tokenizer that came with these weights.
        ");
    assert_snapshot!(broken(|t| {
        t["model"]["vocab"].as_object_mut().unwrap().remove("Ġthe");
        t["model"]["vocab"]["日"] = json!(258);
    }), @"
        <folder>/tokenizer.json: token 258, `日`, has '日', which stands for no byte in GPT-2's alphabet.
        Expected a byte-level BPE, as GPT-2 has. Take the tokenizer that came with these weights.
        ");
}

#[test]
fn ids_and_merges_that_do_not_fit() {
    assert_snapshot!(broken(|t| t["model"]["vocab"]["he"] = json!(300)), @"
        <folder>/tokenizer.json: it has 260 tokens, but none with id 257.
        Expected a byte-level BPE, as GPT-2 has. Take the tokenizer that came with these weights.
        ");
    assert_snapshot!(broken(|t| t["model"]["vocab"]["he"] = json!(258)), @"
        <folder>/tokenizer.json: id 258 is given twice, to `he` and to `Ġthe`.
        Expected a byte-level BPE, as GPT-2 has. Take the tokenizer that came with these weights.
        ");
    assert_snapshot!(broken(|t| t["added_tokens"][0]["id"] = json!(258)), @"
        <folder>/tokenizer.json: id 258 is given twice, to `<|endoftext|>` and to `Ġthe`.
        Expected a byte-level BPE, as GPT-2 has. Take the tokenizer that came with these weights.
        ");
    assert_snapshot!(broken(|t| t["model"]["merges"][1] = json!(["h", "q"])), @"
        <folder>/tokenizer.json: merge 1 joins `h` and `q`, and one of the two or what they make is no token.
        Expected a byte-level BPE, as GPT-2 has. Take the tokenizer that came with these weights.
        ");
    assert_snapshot!(broken(|t| t["model"]["merges"][1] = json!("h")), @"
        <folder>/tokenizer.json: merge 1 is not two tokens with a space between.
        Expected a byte-level BPE, as GPT-2 has. Take the tokenizer that came with these weights.
        ");
    assert_snapshot!(broken(|t| t["model"]["vocab"]["he"] = json!(-1)), @"
        <folder>/tokenizer.json: `vocab`: invalid value: integer `-1`, expected u32.
        Expected a byte-level BPE, as GPT-2 has. Take the tokenizer that came with these weights.
        ");
    assert_snapshot!(broken(|t| *t = json!({})), @"
        <folder>/tokenizer.json is not the JSON it should be: missing field `model` at line 1 column 2.
        Mend it there, or fetch it again.
        ");
}
