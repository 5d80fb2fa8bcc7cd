//! Our tokenizer against the public library's reading of the file that we write.

use std::sync::LazyLock;

use trainer::settings::END_OF_TEXT;
use trainer::tales;
use trainer::tokenizer::{Tokenizer, hugging_face, split};

static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| tales::training(2_000));
static OURS: LazyLock<Tokenizer> =
    LazyLock::new(|| Tokenizer::learn(&split::words(&TEXTS)).unwrap());

fn theirs() -> tokenizers::Tokenizer {
    hugging_face::to_json(&OURS).parse().unwrap()
}

#[test]
fn the_same_ids() {
    let theirs = theirs();
    let strange =
        ["", " ", "  two  spaces ", "caf\u{e9} 안녕 😉", "\n\n a\tb", "it's we'll I'd", "1234567"];
    let held_out = tales::held_out();
    let texts = held_out.iter().take(300).map(|tale| tale.text.as_str()).chain(strange);
    for text in texts {
        let ids = theirs.encode(text, true).unwrap().get_ids().to_vec();
        assert_eq!(OURS.encode(text), ids, "{text:?}");
        assert_eq!(theirs.decode(&ids, false).unwrap(), text);
        assert_eq!(OURS.decode(&ids).unwrap(), text);
    }
}

/// The special text is one id for the library, and never one for us when it comes from a text.
#[test]
fn end_of_text_is_the_last_id() {
    let prompt = format!("{END_OF_TEXT}Once");
    let ids = theirs().encode(prompt.as_str(), true).unwrap().get_ids().to_vec();
    assert_eq!(ids, OURS.prompt("Once"));
    assert_eq!(ids[0], 1023);
    assert_eq!(theirs().get_vocab_size(true), 1024);
    assert!(!OURS.encode(END_OF_TEXT).contains(&1023));
}

/// Byte b is id b and merge i is id 256 + i, as section 1.3 has it.
#[test]
fn ids_as_in_section_1_3() {
    let theirs = theirs();
    for (byte, letter) in hugging_face::letters().into_iter().enumerate() {
        assert_eq!(theirs.token_to_id(&letter.to_string()), Some(byte as u32));
    }
    let read = hugging_face::from_json(hugging_face::to_json(&OURS).as_bytes()).unwrap();
    assert_eq!(read.merges(), OURS.merges());
}
