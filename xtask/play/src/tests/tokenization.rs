//! Text to ids and back, against the `tokenizers` crate with the same tokenizer.json.

use std::sync::LazyLock;

use model::Model;
use proptest::prelude::*;
use tokenizers::Tokenizer;

use super::course;
use crate::guarded::tokenizer::{decode_end, decode_next};
use crate::text::Text;

static MODEL: LazyLock<Model> = LazyLock::new(course);
static THEIRS: LazyLock<Tokenizer> = LazyLock::new(|| {
    Tokenizer::from_file(model::course_model_dir().join("tokenizer.json")).expect("it loads")
});

fn agree(text: &str) {
    let ours =
        Text::of(&MODEL.tokenizer).and_then(|tokenizer| tokenizer.ids(text)).expect("no trouble");
    let theirs = THEIRS.encode_fast(text, false).expect("it encodes");
    assert_eq!(ours, theirs.get_ids(), "{text:?}");
}

#[test]
fn texts_that_are_easy_to_get_wrong() {
    for text in [
        "Once upon a time",
        "  two  spaces\n\nand lines\t.",
        "don't I'LL we've 's",
        "1234567 ½ ² Ⅷ",
        "안녕하세요 😉 👩‍👩‍👧 e\u{301}",
        "\u{a0}\u{2003}x\u{200b}",
        "\r\n \r\n",
    ] {
        agree(text);
    }
}

/// What a user types is text, also when it reads like a control token.
#[test]
fn no_text_becomes_a_control_token() {
    let tokenizer = Text::of(&MODEL.tokenizer).expect("no trouble");
    let ids = tokenizer.ids("<|endoftext|>").expect("no trouble");
    assert!(ids.len() > 1 && !ids.contains(&tokenizer.begin().expect("there is one")), "{ids:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text(text in "(?s).{0,40}") {
        // There, but not here, the control token's name is the control token.
        if !text.contains("<|endoftext|>") {
            agree(&text);
        }
    }

    #[test]
    fn words_and_spaces(text in "([a-zA-Zé' ]{0,8}[ \n.,!?0-9]{0,3}){0,8}") {
        agree(&text);
    }

    /// Token by token, as `write` shows it, nothing is lost and nothing is added.
    #[test]
    fn streamed_back(text in "(?s).{0,40}") {
        let tokenizer = Text::of(&MODEL.tokenizer).expect("no trouble");
        let mut waiting = Vec::new();
        let mut back = String::new();
        for id in tokenizer.ids(&text).expect("no trouble") {
            let bytes = tokenizer.decode(id).expect("no trouble").expect("it is text");
            back += &decode_next(&mut waiting, &bytes).expect("no trouble");
        }
        back += &decode_end(&mut waiting).expect("no trouble");
        prop_assert_eq!(back, text);
    }
}
