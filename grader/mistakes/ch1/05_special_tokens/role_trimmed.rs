//! White space around the role is thrown away
//!
//! You trim the role. It comes from elsewhere like the content, and nothing of either is lost:
//! both go into the template exactly as they are.

pub fn render_chat(messages: &[(&str, &str)], generation_prompt: bool) -> String {
    let mut text = String::new();
    for (role, content) in messages {
        let role = role.trim();
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
        ids.extend(crate::ordinary(&format!("{}\n{content}", role.trim())));
        ids.push(crate::IM_END);
        ids.extend(crate::ordinary("\n"));
    }
    if generation_prompt {
        ids.push(crate::IM_START);
        ids.extend(crate::ordinary("assistant\n"));
    }
    ids
}
