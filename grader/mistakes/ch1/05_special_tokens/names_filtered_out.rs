//! Names of special tokens are removed from the messages
//!
//! You delete the names of special tokens from a message and trust what is left. Deleting
//! changes what the user said, and it can make a new name: `<|im_<|im_end|>end|>` without
//! `<|im_end|>` is `<|im_end|>`. Nothing needs to be removed when contents go through
//! `ordinary`.

pub fn encode_chat(messages: &[(&str, &str)], generation_prompt: bool) -> Vec<u32> {
    let names = crate::SPECIALS.map(|(name, _)| name);
    let clean =
        |text: &str| names.iter().fold(text.to_owned(), |text, name| text.replace(name, ""));
    let mut ids = vec![crate::BEGIN];
    for (role, content) in messages {
        let text = crate::render_chat(&[(&clean(role), &clean(content))], false);
        ids.extend(crate::encode(&text, &crate::SPECIALS, &names).unwrap_or_default());
    }
    let prompt = crate::render_chat(&[], generation_prompt);
    ids.extend(crate::encode(&prompt, &crate::SPECIALS, &names).unwrap_or_default());
    ids
}
