//! The begin token is written into the text
//!
//! Your text begins with `<|endoftext|>`. `BEGIN` is put in as an id by `encode_chat`; the
//! template does not have it, and the rendered text does not show it.

pub fn render_chat(messages: &[(&str, &str)], generation_prompt: bool) -> String {
    let mut text = String::from("<|endoftext|>");
    for (role, content) in messages {
        text += &format!("<|im_start|>{role}\n{content}<|im_end|>\n");
    }
    if generation_prompt {
        text += "<|im_start|>assistant\n";
    }
    text
}
