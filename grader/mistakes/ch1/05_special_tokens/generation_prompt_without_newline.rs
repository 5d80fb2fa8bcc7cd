//! The generation prompt has no newline
//!
//! In every message a newline follows the role, and so it does in the one that the model is to
//! write. Without it the model has to write the newline first, where it has never learned to.

pub fn render_chat(messages: &[(&str, &str)], generation_prompt: bool) -> String {
    let mut text = String::new();
    for (role, content) in messages {
        text += &format!("<|im_start|>{role}\n{content}<|im_end|>\n");
    }
    if generation_prompt {
        text += "<|im_start|>assistant";
    }
    text
}

pub fn encode_chat(messages: &[(&str, &str)], generation_prompt: bool) -> Vec<u32> {
    let mut ids = vec![crate::BEGIN];
    for (role, content) in messages {
        ids.push(crate::IM_START);
        ids.extend(crate::ordinary(&format!("{role}\n{content}")));
        ids.push(crate::IM_END);
        ids.extend(crate::ordinary("\n"));
    }
    if generation_prompt {
        ids.push(crate::IM_START);
        ids.extend(crate::ordinary("assistant"));
    }
    ids
}
