//! The generation prompt is always there
//!
//! You open an answer even when `generation_prompt` is `false`. A chat to learn from, or one to
//! store, ends with its last message; only a chat that the model shall go on with ends with the
//! opening of an answer.

pub fn render_chat(messages: &[(&str, &str)], _generation_prompt: bool) -> String {
    let mut text = String::new();
    for (role, content) in messages {
        text += &format!("<|im_start|>{role}\n{content}<|im_end|>\n");
    }
    text += "<|im_start|>assistant\n";
    text
}

pub fn encode_chat(messages: &[(&str, &str)], _generation_prompt: bool) -> Vec<u32> {
    let mut ids = vec![crate::BEGIN];
    for (role, content) in messages {
        ids.push(crate::IM_START);
        ids.extend(crate::ordinary(&format!("{role}\n{content}")));
        ids.push(crate::IM_END);
        ids.extend(crate::ordinary("\n"));
    }
    ids.push(crate::IM_START);
    ids.extend(crate::ordinary("assistant\n"));
    ids
}
