//! White space around the content is thrown away
//!
//! You trim what a message says. Leading spaces may be code, and a trailing newline may be
//! meant: role and content go into the template exactly as they are.

pub fn render_chat(messages: &[(&str, &str)], generation_prompt: bool) -> String {
    let mut text = String::new();
    for (role, content) in messages {
        let content = content.trim();
        text += &format!("<|im_start|>{role}\n{content}<|im_end|>\n");
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
        ids.extend(crate::ordinary(&format!("{role}\n{}", content.trim())));
        ids.push(crate::IM_END);
        ids.extend(crate::ordinary("\n"));
    }
    if generation_prompt {
        ids.push(crate::IM_START);
        ids.extend(crate::ordinary("assistant\n"));
    }
    ids
}
