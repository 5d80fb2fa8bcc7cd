//! Only the content is protected, not the role
//!
//! The content is ordinary text with you, but a role is still searched for special tokens. In a
//! program that takes messages from others, the role comes from them as well. Both go through
//! `ordinary`.

pub fn encode_chat(messages: &[(&str, &str)], generation_prompt: bool) -> Vec<u32> {
    let names = crate::SPECIALS.map(|(name, _)| name);
    let mut ids = vec![crate::BEGIN];
    for (role, content) in messages {
        ids.push(crate::IM_START);
        ids.extend(crate::encode(role, &crate::SPECIALS, &names).unwrap_or_default());
        ids.extend(crate::ordinary(&format!("\n{content}")));
        ids.push(crate::IM_END);
        ids.extend(crate::ordinary("\n"));
    }
    if generation_prompt {
        ids.push(crate::IM_START);
        ids.extend(crate::ordinary("assistant\n"));
    }
    ids
}
