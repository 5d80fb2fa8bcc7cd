//! The texts are normalized first
//!
//! This is what you get when e and a combining accent are silently made one é before encoding. No
//! tokenizer of the GPT family does it: the model is given other ids, and that is what is measured.

pub fn parts_at(a: &str, b: &str, encoder: &encoder::Encoder) -> Option<usize> {
    let composed = |text: &str| {
        let pairs = [("e\u{301}", "é"), ("i\u{308}", "ï"), ("o\u{308}", "ö"), ("A\u{30a}", "Å")];
        let pairs = pairs.into_iter().chain([("u\u{308}", "ü"), ("n\u{303}", "ñ")]);
        pairs.fold(text.to_string(), |text, (two, one)| text.replace(two, one))
    };
    let (a, b) = (encoder.encode(&composed(a)), encoder.encode(&composed(b)));
    (0..a.len().max(b.len())).find(|&i| a.get(i) != b.get(i))
}
