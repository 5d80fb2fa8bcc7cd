//! The control tokens are spelled out as text
//!
//! You render the chat and give all of it to `ordinary`. That is safe, but now the template's
//! own `<|im_start|>` is text too, and the model sees no control id anywhere. The template's
//! control tokens are put in as ids.

pub fn encode_chat(messages: &[(&str, &str)], generation_prompt: bool) -> Vec<u32> {
    let text = crate::render_chat(messages, generation_prompt);
    [vec![crate::BEGIN], crate::ordinary(&text)].concat()
}
