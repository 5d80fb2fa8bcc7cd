//! The answer is closed before it is written
//!
//! Your generation prompt is a whole message without content. With `<|im_end|>` behind it the
//! answer is over before the model has written a word. It stops behind the newline after
//! assistant.

pub fn render_chat(messages: &[(&str, &str)], generation_prompt: bool) -> String {
    let mut text = String::new();
    for (role, content) in messages {
        text += &format!("<|im_start|>{role}\n{content}<|im_end|>\n");
    }
    if generation_prompt {
        text += "<|im_start|>assistant\n<|im_end|>\n";
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
        ids.extend(crate::ordinary("assistant\n"));
        ids.push(crate::IM_END);
        ids.extend(crate::ordinary("\n"));
    }
    ids
}
