//! 1.3 Byte pair encoding.

use super::{Site, Trouble, Wrong, call};

static ENCODE: Site = Site { section: "1.3", function: "encode" };
static DECODE: Site = Site { section: "1.3", function: "decode" };

/// The ids of a piece of text, in the numbering of 1.3. `vocabulary` is the bytes of each id.
pub fn encode(
    piece: &str,
    merges: &[(u32, u32)],
    vocabulary: &[&[u8]],
) -> Result<Vec<u32>, Trouble> {
    let given = || format!("{piece:?} and {} merges", merges.len());
    call(
        &ENCODE,
        given,
        || bpe::encode(piece.as_bytes(), merges),
        |ids| {
            let asked = || format!("ids below {} that stand for {piece:?}", vocabulary.len());
            let bytes: Option<Vec<&[u8]>> =
                ids.iter().map(|&id| vocabulary.get(id as usize).copied()).collect();
            let same = bytes.is_some_and(|bytes| bytes.concat() == piece.as_bytes());
            Wrong::unless(same, asked(), || format!("{ids:?}"))
        },
    )
}

/// The bytes of one id, in the numbering of 1.3. `expected` is what the vocabulary says.
pub fn decode(id: u32, merges: &[(u32, u32)], expected: &[u8]) -> Result<Vec<u8>, Trouble> {
    call(
        &DECODE,
        || format!("[{id}] and {} merges", merges.len()),
        || bpe::decode(&[id], merges),
        |bytes| {
            let asked = || format!("Ok({expected:?})");
            Wrong::unless(bytes.as_deref() == Ok(expected), asked(), || format!("{bytes:?}"))
        },
    )
    .map(Result::unwrap_or_default)
}
