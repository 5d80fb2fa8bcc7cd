//! A small part of GPT-2's vocabulary, and two ids beyond it. Not yours to edit.
//!
//! The ids are GPT-2's own, and a text made of the words below is cut as GPT-2 cuts it. Other
//! words are spelled in shorter tokens than GPT-2 would take, at worst in bytes.

/// The id of `<|endoftext|>`, the only special token GPT-2 has. A text begins with it.
pub const BEGIN: u32 = 50256;
/// The id of `<|im_start|>`, which begins a message: the first id that is free after GPT-2's.
pub const IM_START: u32 = 50257;
/// The id of `<|im_end|>`, which ends a message.
pub const IM_END: u32 = 50258;

/// The special tokens, each name with its id.
pub const SPECIALS: [(&str, u32); 3] =
    [("<|endoftext|>", BEGIN), ("<|im_start|>", IM_START), ("<|im_end|>", IM_END)];

/// The tokens of more than one byte.
#[rustfmt::skip]
const WORDS: [(&str, u32); 43] = [
    ("hello", 31373), ("Hello", 15496), ("Hi", 17250), (" world", 995), ("Say", 25515),
    ("Me", 5308), (" me", 502), ("ow", 322), ("system", 10057), (" system", 1080), ("user", 7220),
    ("ass", 562), ("istant", 10167), ("tool", 25981), ("im", 320), ("start", 9688), ("end", 437),
    ("of", 1659), ("text", 5239), (" <", 1279), ("><", 6927), ("What", 2061), ("Why", 5195),
    (" is", 318), (" the", 262), (" sky", 6766), (" blue", 4171), (" a", 257), (" token", 11241),
    (" does", 857), (" mean", 1612), ("You", 1639), (" are", 389), ("cat", 9246), (" cat", 3797),
    (" dog", 3290), (" am", 716), ("Be", 3856), (" kind", 1611), (" brief", 4506), (" now", 783),
    (" and", 290), (" hello", 23748),
];

/// Encodes a text in which nothing is special: whatever stands there, no control id comes out.
///
/// From the left, each time the longest token that fits, as in 1.2. The ids are all below
/// [`BEGIN`]. The text of a special token is cut like any other.
///
/// ```
/// assert_eq!(special::ordinary("hello "), [31373, 220]);
/// assert_eq!(special::ordinary("<|endoftext|>"), [27, 91, 437, 1659, 5239, 91, 29]);
/// ```
pub fn ordinary(text: &str) -> Vec<u32> {
    let mut ids = Vec::new();
    let mut rest = text.as_bytes();
    while let Some(&first) = rest.first() {
        let fitting = WORDS.iter().filter(|(word, _)| rest.starts_with(word.as_bytes()));
        let longest = fitting.max_by_key(|(word, _)| word.len());
        let (id, length) = longest.map_or((byte_id(first), 1), |&(word, id)| (id, word.len()));
        ids.push(id);
        rest = &rest[length..];
    }
    ids
}

/// The id of a single byte. GPT-2 numbers the printable ones first: `!` is 0, a space 220.
fn byte_id(byte: u8) -> u32 {
    let byte = u32::from(byte);
    match byte {
        0x00..=0x20 => byte + 188,
        0x21..=0x7E => byte - 0x21,
        0x7F..=0xA0 => byte - 0x7F + 221,
        0xA1..=0xAC => byte - 0xA1 + 94,
        0xAD => 255,
        0xAE.. => byte - 0xAE + 106,
    }
}
