//! A token counts as seen when its letters occur
//!
//! This is what you get when each token is looked for in the text of the documents. `ca` stands in
//! every `cat`, but where `cat` is a token the model is never given `ca`: look among the ids.

pub fn never_seen(documents: &[&str], encoder: &encoder::Encoder) -> Vec<u32> {
    let occurs = |id: &u32| {
        let token = encoder.token(*id);
        let within = |text: &&str| text.as_bytes().windows(token.len()).any(|w| w == token);
        documents.iter().any(within)
    };
    encoder.ids().into_iter().filter(|id| !occurs(id)).collect()
}
