//! A message that names a special token is lost
//!
//! You encode a message with `encode` and nothing allowed, and when that refuses, you go on without
//! the text. Nothing in a message has to be refused: `ordinary` takes every text, and no control
//! id can come out of it.

pub fn encode_chat(messages: &[(&str, &str)], generation_prompt: bool) -> Vec<u32> {
    let mut ids = vec![crate::BEGIN];
    for (role, content) in messages {
        ids.push(crate::IM_START);
        ids.extend(
            crate::encode(&format!("{role}\n{content}"), &crate::SPECIALS, &[]).unwrap_or_default(),
        );
        ids.push(crate::IM_END);
        ids.extend(crate::ordinary("\n"));
    }
    if generation_prompt {
        ids.push(crate::IM_START);
        ids.extend(crate::ordinary("assistant\n"));
    }
    ids
}
