//! The generation prompt is missing
//!
//! The chat ends with the last message, whatever `generation_prompt` says. Then the model has
//! not been told that it is the assistant's turn, and may go on as the user. When it is `true`,
//! open the answer: `<|im_start|>`, assistant, a newline.

pub fn render_chat(messages: &[(&str, &str)], _generation_prompt: bool) -> String {
    let mut text = String::new();
    for (role, content) in messages {
        text += &format!("<|im_start|>{role}\n{content}<|im_end|>\n");
    }
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
    ids
}
