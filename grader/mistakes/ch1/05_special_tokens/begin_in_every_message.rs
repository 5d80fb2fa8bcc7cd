//! A begin token before every message
//!
//! You put `BEGIN` in front of every message. It says that a new text begins and that what came
//! before has nothing to do with it. It stands once, at the very beginning; a message begins
//! with `IM_START`.

pub fn encode_chat(messages: &[(&str, &str)], generation_prompt: bool) -> Vec<u32> {
    let mut ids = Vec::new();
    for (role, content) in messages {
        ids.push(crate::BEGIN);
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
