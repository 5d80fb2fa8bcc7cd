//! The rendering is made safe
//!
//! You change what a message says, so that no name of a special token is left in it. Nothing is
//! removed here: the rendered text is for people, who want to see what was typed. Safety comes
//! from `encode_chat`, which never reads this text.

pub fn render_chat(messages: &[(&str, &str)], generation_prompt: bool) -> String {
    let names = crate::SPECIALS.map(|(name, _)| name);
    let clean =
        |text: &str| names.iter().fold(text.to_owned(), |text, name| text.replace(name, ""));
    let mut text = String::new();
    for (role, content) in messages {
        text += &format!("<|im_start|>{}\n{}<|im_end|>\n", clean(role), clean(content));
    }
    if generation_prompt {
        text += "<|im_start|>assistant\n";
    }
    text
}
