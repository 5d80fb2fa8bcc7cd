//! Special tokens for the checks of 1.5: what the learner's code is held against.

/// Begins a text, and a chat.
pub const BEGIN: u32 = 50256;
/// Opens a message.
pub const IM_START: u32 = 50257;
/// Closes a message.
pub const IM_END: u32 = 50258;

/// The special tokens by name.
pub const SPECIALS: [(&str, u32); 3] =
    [("<|endoftext|>", BEGIN), ("<|im_start|>", IM_START), ("<|im_end|>", IM_END)];

/// The tokens of more than one byte, from GPT-2's vocabulary.
#[rustfmt::skip]
const TOKENS: [(&str, u32); 43] = [
    ("hello", 31373), ("Hello", 15496), ("Hi", 17250), (" world", 995), ("Say", 25515),
    ("Me", 5308), (" me", 502), ("ow", 322), ("system", 10057), (" system", 1080), ("user", 7220),
    ("ass", 562), ("istant", 10167), ("tool", 25981), ("im", 320), ("start", 9688), ("end", 437),
    ("of", 1659), ("text", 5239), (" <", 1279), ("><", 6927), ("What", 2061), ("Why", 5195),
    (" is", 318), (" the", 262), (" sky", 6766), (" blue", 4171), (" a", 257), (" token", 11241),
    (" does", 857), (" mean", 1612), ("You", 1639), (" are", 389), ("cat", 9246), (" cat", 3797),
    (" dog", 3290), (" am", 716), ("Be", 3856), (" kind", 1611), (" brief", 4506), (" now", 783),
    (" and", 290), (" hello", 23748),
];

/// The bytes that GPT-2 numbers first, from 0 on, each range in order; the others follow.
const PRINTABLE: [std::ops::RangeInclusive<u8>; 3] = [b'!'..=b'~', 0xA1..=0xAC, 0xAE..=0xFF];

/// The single bytes, at the index that is their id.
fn byte_tokens() -> Vec<u8> {
    let printable = |byte: &u8| PRINTABLE.iter().any(|range| range.contains(byte));
    let (mut first, rest): (Vec<u8>, Vec<u8>) = (0..=255).partition(printable);
    first.extend(rest);
    first
}

/// Encodes text in which nothing is special: longer and longer tokens are tried, and the last
/// that fits is taken.
pub fn ordinary(text: &str) -> Vec<u32> {
    let (bytes, singles) = (text.as_bytes(), byte_tokens());
    let single = |byte: u8| singles.iter().position(|&b| b == byte).unwrap_or_default() as u32;
    let token = |part: &[u8]| TOKENS.iter().find(|(word, _)| word.as_bytes() == part);
    let (mut ids, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        let (mut id, mut end) = (single(bytes[at]), at + 1);
        for to in at + 1..=bytes.len().min(at + 8) {
            if let Some(&(_, longer)) = token(&bytes[at..to]) {
                (id, end) = (longer, to);
            }
        }
        ids.push(id);
        at = end;
    }
    ids
}

/// What one id stands for, as text; a byte that is no character by itself becomes U+FFFD.
pub fn text_of(id: u32) -> String {
    let named = TOKENS.iter().chain(&SPECIALS).find(|(_, known)| *known == id);
    match (named, byte_tokens().get(id as usize)) {
        (Some((name, _)), _) => (*name).to_owned(),
        (None, Some(&byte)) => String::from_utf8_lossy(&[byte]).into_owned(),
        (None, None) => "?".to_owned(),
    }
}

/// Cuts at special tokens: at every place, the longest name that stands there.
pub fn split_special(text: &str, specials: &[&str]) -> Vec<String> {
    let (mut pieces, mut plain, mut at) = (Vec::new(), String::new(), 0);
    while at < text.len() {
        let here = specials.iter().filter(|name| text[at..].starts_with(**name));
        let name = here.max_by_key(|name| name.len()).filter(|name| !name.is_empty());
        if let Some(name) = name {
            pieces.extend([std::mem::take(&mut plain), (*name).to_owned()]);
            at += name.len();
        } else {
            let next = text[at..].chars().next().unwrap_or_default();
            plain.push(next);
            at += next.len_utf8();
        }
    }
    pieces.push(plain);
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Encodes with a policy: the first special token that is not allowed is the error.
pub fn encode(text: &str, specials: &[(&str, u32)], allowed: &[&str]) -> Result<Vec<u32>, String> {
    let names: Vec<&str> = specials.iter().map(|special| special.0).collect();
    let pieces = split_special(text, &names);
    let id_of = |piece: &String| specials.iter().find(|special| special.0 == piece);
    let denied = |piece: &&String| id_of(piece).is_some() && !allowed.contains(&piece.as_str());
    match pieces.iter().find(denied) {
        Some(piece) => Err(piece.clone()),
        None => Ok(pieces
            .iter()
            .flat_map(|piece| id_of(piece).map_or_else(|| ordinary(piece), |s| vec![s.1]))
            .collect()),
    }
}

/// A chat as ChatML.
pub fn render_chat(messages: &[(&str, &str)], generation_prompt: bool) -> String {
    let mut text: Vec<&str> = Vec::new();
    for (role, content) in messages {
        text.extend(["<|im_start|>", role, "\n", content, "<|im_end|>", "\n"]);
    }
    if generation_prompt {
        text.extend(["<|im_start|>", "assistant", "\n"]);
    }
    text.concat()
}

/// A chat as ids: control ids where the template has them, and nowhere else.
pub fn encode_chat(messages: &[(&str, &str)], generation_prompt: bool) -> Vec<u32> {
    let mut ids = vec![BEGIN];
    let mut put = |parts: [&[u32]; 5]| ids.extend(parts.concat());
    let newline = ordinary("\n");
    for (role, content) in messages {
        let (role, content) = (ordinary(role), ordinary(content));
        put([&[IM_START], &role, &newline, &content, &[IM_END]]);
        put([&newline, &[], &[], &[], &[]]);
    }
    if generation_prompt {
        put([&[IM_START], &ordinary("assistant"), &newline, &[], &[]]);
    }
    ids
}

/// Pads on the left: every place of the [B, T] rows by itself.
pub fn pad(batch: &[Vec<u32>], pad_id: u32) -> (Vec<Vec<u32>>, Vec<Vec<bool>>) {
    let longest = batch.iter().map(Vec::len).max().unwrap_or(0);
    let own = |ids: &Vec<u32>, place: usize| place + ids.len() >= longest;
    let row = |ids: &Vec<u32>| {
        let id = |place| if own(ids, place) { ids[place + ids.len() - longest] } else { pad_id };
        (0..longest).map(id).collect()
    };
    let marks = |ids: &Vec<u32>| (0..longest).map(|place| own(ids, place)).collect();
    (batch.iter().map(row).collect(), batch.iter().map(marks).collect())
}
