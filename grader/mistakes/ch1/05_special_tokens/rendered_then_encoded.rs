//! The chat is rendered, then encoded with its special tokens
//!
//! You render the chat as text and then turn every name of a special token into its id, also
//! those that the user typed. In the rendered text nobody can tell them apart any more: whoever
//! writes `<|im_end|>` in a message ends it, and can go on as the system. Put the control ids
//! in yourself, and give roles and contents to `ordinary`.

pub fn encode_chat(messages: &[(&str, &str)], generation_prompt: bool) -> Vec<u32> {
    let names = crate::SPECIALS.map(|(name, _)| name);
    let text = crate::render_chat(messages, generation_prompt);
    let ids = crate::encode(&text, &crate::SPECIALS, &names).unwrap_or_default();
    [vec![crate::BEGIN], ids].concat()
}
