//! Names of special tokens are deleted, though they could do no harm
//!
//! You give contents to `ordinary`, which is safe, but delete the names of special tokens before.
//! Somebody who asks what `<|im_end|>` means is left with half a question. No character of a
//! message is lost: leave it as it is.

pub fn encode_chat(messages: &[(&str, &str)], generation_prompt: bool) -> Vec<u32> {
    let names = crate::SPECIALS.map(|(name, _)| name);
    let clean =
        |text: &str| names.iter().fold(text.to_owned(), |text, name| text.replace(name, ""));
    let mut ids = vec![crate::BEGIN];
    for (role, content) in messages {
        ids.push(crate::IM_START);
        ids.extend(crate::ordinary(&format!("{}\n{}", clean(role), clean(content))));
        ids.push(crate::IM_END);
        ids.extend(crate::ordinary("\n"));
    }
    if generation_prompt {
        ids.push(crate::IM_START);
        ids.extend(crate::ordinary("assistant\n"));
    }
    ids
}
