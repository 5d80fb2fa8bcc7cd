//! 1.4 Tokenizers in practice.

use tokenizer::Pattern;

use super::{Site, Trouble, Wrong, call};

static PIECES: Site = Site { section: "1.4", function: "pieces" };
static DECODE_NEXT: Site = Site { section: "1.4", function: "decode_next" };
static DECODE_END: Site = Site { section: "1.4", function: "decode_end" };

/// A text, cut by GPT-2's pattern. No merge goes across a cut.
pub fn pieces(text: &str) -> Result<Vec<&str>, Trouble> {
    call(
        &PIECES,
        || format!("{text:?}"),
        || Pattern::Gpt2.pieces(text),
        |pieces| {
            let whole = pieces.concat() == text && !pieces.contains(&"");
            Wrong::unless(whole, "pieces that together are the text", || format!("{pieces:?}"))
        },
    )
}

/// The text that is whole now, after these bytes; the rest goes on waiting.
pub fn decode_next(waiting: &mut Vec<u8>, bytes: &[u8]) -> Result<String, Trouble> {
    let before = waiting.clone();
    call(
        &DECODE_NEXT,
        || format!("{before:?} waiting, and then {bytes:?}"),
        || tokenizer::decode_next(waiting, bytes),
        |_| Ok(()),
    )
}

/// What is left of the text when no more bytes come.
pub fn decode_end(waiting: &mut Vec<u8>) -> Result<String, Trouble> {
    let before = waiting.clone();
    call(
        &DECODE_END,
        || format!("{before:?} waiting"),
        || tokenizer::decode_end(waiting),
        |_| Ok(()),
    )
}
