//! The newline after a message is lost
//!
//! Behind `<|im_end|>` the template has a newline, and your messages stand right behind one
//! another. The model has only ever seen the template with it; every id counts.

pub fn render_chat(messages: &[(&str, &str)], generation_prompt: bool) -> String {
    let mut text = String::new();
    for (role, content) in messages {
        text += &format!("<|im_start|>{role}\n{content}<|im_end|>");
    }
    if generation_prompt {
        text += "<|im_start|>assistant\n";
    }
    text
}

pub fn encode_chat(messages: &[(&str, &str)], generation_prompt: bool) -> Vec<u32> {
    let mut ids = vec![crate::BEGIN];
    for (role, content) in messages {
        ids.push(crate::IM_START);
        ids.extend(crate::ordinary(&format!("{role}\n{content}")));
        ids.push(crate::IM_END);
    }
    if generation_prompt {
        ids.push(crate::IM_START);
        ids.extend(crate::ordinary("assistant\n"));
    }
    ids
}
