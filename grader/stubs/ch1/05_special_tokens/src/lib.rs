//! 1.5 Special tokens
//!
//! Ids that steer the model, and the care that no user can write one.
//! The lesson is in README.md; `cargo xtask hint 1.5` helps.

pub mod gpt2;
pub use gpt2::{BEGIN, IM_END, IM_START, SPECIALS, ordinary};

/// Cuts `text` at the special tokens whose names are `specials`: each occurrence becomes a piece
/// of its own, and so does the text between two of them, as it is.
///
/// Goes from left to right: the special token that begins first is cut out first, and the search
/// goes on behind it. Where several begin at the same place, the longest wins. The order of
/// `specials` does not matter. Upper and lower case differ. An empty name is found nowhere, unlike
/// with `str::find`, which finds it at once in every text: a loop over that never ends.
///
/// The pieces joined are `text`, and no piece is empty. An empty text has no pieces.
///
/// ```
/// # use special::split_special;
/// assert_eq!(split_special("one<|a|> <|b|>", &["<|b|>", "<|a|>"]), ["one", "<|a|>", " ", "<|b|>"]);
/// // At the same place the longer one, though it comes later in the list.
/// assert_eq!(split_special("<|a|>x", &["<|a", "<|a|>"]), ["<|a|>", "x"]);
/// ```
pub fn split_special(text: &str, specials: &[&str]) -> Vec<String> {
    todo!("cut {text:?} at the special tokens {specials:?}, the longest first at each place")
}

/// Encodes `text` with a policy: which special tokens may be written in it.
///
/// `specials` are all that the tokenizer knows, each name with its id; no name comes twice. The
/// text is cut at all of them, as by [`split_special`]. A piece that is a special token becomes
/// its one id if its name is in `allowed`. If not, that is the error: the name of the first
/// special token in the text that is not allowed. All other pieces are encoded by [`ordinary`].
///
/// Only whole pieces count: a name that is part of a longer special token's name is no special
/// token there. A name in `allowed` that is not in `specials` changes nothing. An empty text has
/// no ids.
///
/// ```
/// # use special::{SPECIALS, encode};
/// let text = "hello <|endoftext|>";
/// assert_eq!(encode(text, &SPECIALS, &["<|endoftext|>"]), Ok(vec![31373, 220, 50256]));
/// assert_eq!(encode(text, &SPECIALS, &["<|im_end|>"]), Err("<|endoftext|>".to_owned()));
/// assert_eq!(encode("hello", &SPECIALS, &[]), Ok(vec![31373]));
/// ```
pub fn encode(text: &str, specials: &[(&str, u32)], allowed: &[&str]) -> Result<Vec<u32>, String> {
    todo!("encode {text:?}: of {specials:?} only {allowed:?} may be in it, others are an error")
}

/// Renders a chat, messages of (role, content), as text in the ChatML template.
///
/// Each message is `<|im_start|>`, the role, a newline, the content, `<|im_end|>`, a newline.
/// Role and content stand there exactly as they are, the names of special tokens in them too: this
/// is what people look at, and safety is the business of [`encode_chat`]. If `generation_prompt`,
/// the text ends with `<|im_start|>assistant` and a newline: the beginning of the answer, left
/// open for the model to write. Without messages there is only that, or nothing. The text does not
/// show [`BEGIN`], which [`encode_chat`] puts in as an id.
///
/// ```
/// # use special::render_chat;
/// let chat = [("user", "Hi"), ("assistant", "Hello!")];
/// assert_eq!(
///     render_chat(&chat, false),
///     "<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\nHello!<|im_end|>\n"
/// );
/// assert_eq!(
///     render_chat(&[("user", "Hi")], true),
///     "<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n"
/// );
/// ```
pub fn render_chat(messages: &[(&str, &str)], generation_prompt: bool) -> String {
    todo!("write {messages:?} as ChatML; generation prompt: {generation_prompt}")
}

/// Encodes a chat, so that nothing in a message can become a control id.
///
/// The ids are [`BEGIN`], once, and then what [`render_chat`] shows: [`IM_START`] and [`IM_END`]
/// stand where the template has their names. Everything else, newlines included, is ordinary
/// text and goes through [`ordinary`]. That holds for every role and every content, also where
/// they spell the name of a special token, and no character of them is lost. So a chat of n
/// messages has exactly 1 + 2 n control ids (50256 or above), and one more with the generation
/// prompt.
///
/// ```
/// # use special::{BEGIN, IM_END, IM_START, encode_chat};
/// assert_eq!(
///     encode_chat(&[("user", "Hi")], true),
///     // user \n Hi, then \n, then ass|istant \n
///     [BEGIN, IM_START, 7220, 198, 17250, IM_END, 198, IM_START, 562, 10167, 198]
/// );
/// assert_eq!(encode_chat(&[], false), [BEGIN]);
/// ```
pub fn encode_chat(messages: &[(&str, &str)], generation_prompt: bool) -> Vec<u32> {
    todo!(
        "the ids of {messages:?}, control ids from the template only; generation prompt: {generation_prompt}"
    )
}

/// Makes the sequences of a batch equally long, and says where their own ids are: (rows, mask),
/// both [B, T] for B sequences of which the longest has T ids.
///
/// Shorter ones get `pad_id` on the left, as often as needed. The mask is `true` at an id of the
/// sequence's own and `false` at padding. What the ids are does not matter: a sequence may hold
/// `pad_id` itself. Nothing is cut. No sequences give no rows, and empty ones may be among them.
///
/// ```
/// # use special::pad;
/// let (rows, mask) = pad(&[vec![5, 6, 7], vec![8]], 0);
/// assert_eq!(rows, [[5, 6, 7], [0, 0, 8]]);
/// assert_eq!(mask, [[true, true, true], [false, false, true]]);
/// ```
pub fn pad(batch: &[Vec<u32>], pad_id: u32) -> (Vec<Vec<u32>>, Vec<Vec<bool>>) {
    todo!("pad {batch:?} on the left with {pad_id}, and make the mask")
}
