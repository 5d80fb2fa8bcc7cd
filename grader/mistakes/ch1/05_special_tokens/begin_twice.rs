//! Two begin tokens
//!
//! Your chat begins with `BEGIN` twice. In practice this happens when the template brings a
//! begin token and the tokenizer adds its own. The model has never seen two; put in exactly
//! one.

pub fn encode_chat(messages: &[(&str, &str)], generation_prompt: bool) -> Vec<u32> {
    let mut ids = vec![crate::BEGIN; 2];
    for (role, content) in messages {
        ids.push(crate::IM_START);
        ids.extend(crate::ordinary(&format!("{role}\n{content}")));
        ids.push(crate::IM_END);
        ids.extend(crate::ordinary("\n"));
    }
    if generation_prompt {
        ids.push(crate::IM_START);
        ids.extend(crate::ordinary("assistant\n"));
    }
    ids
}
