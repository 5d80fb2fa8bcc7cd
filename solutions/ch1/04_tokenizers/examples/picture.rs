//! Draws this section's picture, one text cut by two tokenizers, and prints the lesson's tables:
//! `cargo run -p tokenizer --example picture`, in solutions/.

use std::fmt::Write;

use tiktoken_oracle::{Vocabulary, ranks, size, token};
use tokenizer::{Pattern, Ranks, encode, misread};

const TEXT: &str = "hello123!!!? (안녕하세요!) 😉";
const OUT: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../../exercises/ch1/04_tokenizers/two_tokenizers.svg");

fn main() {
    let gpt2 = ranks(Vocabulary::R50k);
    let gpt4 = ranks(Vocabulary::Cl100k);
    let top = tokens(&encode(TEXT, Pattern::Gpt2, &gpt2), Vocabulary::R50k);
    let bottom = tokens(&encode(TEXT, Pattern::Cl100k, &gpt4), Vocabulary::Cl100k);
    std::fs::write(OUT, draw(&top, &bottom)).expect("the exercise's folder is there");

    steps("strawberry", &gpt2);
    for text in ["What is a token?", "hello world", "안녕하세요"] {
        swap(text, (Pattern::Gpt2, &gpt2), (Pattern::Cl100k, &gpt4));
        swap(text, (Pattern::Cl100k, &gpt4), (Pattern::Gpt2, &gpt2));
    }
    let same = |&id: &u32| token(Vocabulary::R50k, id) == token(Vocabulary::Cl100k, id);
    let shared = gpt2.keys().filter(|token| gpt4.contains_key(*token)).count();
    let agreeing = (0..size(Vocabulary::R50k)).filter(same).count();
    println!("{shared} tokens are in both, {agreeing} with the same id");
}

/// What `merge_by_rank` does with a word, step by step.
fn steps(word: &str, ranks: &Ranks) {
    let mut parts: Vec<String> = word.chars().map(String::from).collect();
    loop {
        let pairs = (1..parts.len()).map(|i| (i, parts[i - 1..=i].concat()));
        let best = pairs.filter_map(|(i, t)| Some((ranks.get(t.as_bytes())?, i, t))).min();
        let Some((rank, i, token)) = best else { break };
        println!("{:<24}{token} {rank}", parts.join(" "));
        parts.splice(i - 1..=i, [token]);
    }
    println!("{}", parts.join(" "));
}

/// The ids that one tokenizer gives a text, read by another.
fn swap(text: &str, from: (Pattern, &Ranks), to: (Pattern, &Ranks)) {
    let ids = encode(text, from.0, from.1);
    let (read, unknown) = misread(&ids, to.1);
    println!("{text:?} {:?} {ids:?}, read by {:?}: {read:?}, unknown {unknown:?}", from.0, to.0);
}

/// A token as the picture shows it: its text, or its bytes where they are a piece of a character.
struct Token {
    text: String,
    is_text: bool,
    id: u32,
}

fn tokens(ids: &[u32], vocabulary: Vocabulary) -> Vec<Token> {
    let shown = |&id: &u32| {
        let bytes = token(vocabulary, id).expect("an id of this vocabulary");
        let (text, is_text) = match str::from_utf8(bytes) {
            Ok(text) => (text.replace(' ', "␣"), true),
            Err(_) => {
                (bytes.iter().map(|b| format!("{b:02x}")).collect::<Vec<_>>().join(" "), false)
            }
        };
        Token { text, is_text, id }
    };
    ids.iter().map(shown).collect()
}

fn draw(top: &[Token], bottom: &[Token]) -> String {
    let mut body = String::new();
    let mut y = label(&mut body, 30.0, "GPT-2", top.len());
    y = boxes(&mut body, y, top);
    y = label(&mut body, y + 18.0, "GPT-4", bottom.len());
    y = boxes(&mut body, y, bottom) + 14.0;
    let note =
        "blue: text   ·   orange: bytes (in hexadecimal) that are only a piece of a character";
    let height = y + 18.0;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"{height}\" viewBox=\"0 0 640 {height}\" role=\"img\" \
         font-family=\"system-ui, sans-serif\" font-size=\"13\" fill=\"#333\">\n\
         <title>The same text cut by GPT-2 and by GPT-4</title>\n\
         <rect x=\".5\" y=\".5\" width=\"639\" height=\"{}\" rx=\"8\" fill=\"#fff\" stroke=\"#ccc\"/>\n\
         {body}<text x=\"20\" y=\"{y}\" fill=\"#666\">{note}</text>\n</svg>\n",
        height - 1.0
    )
}

const TAKES_IT: &str = "a string takes it";

fn label(svg: &mut String, y: f64, name: &str, tokens: usize) -> f64 {
    let text = format!("<tspan font-weight=\"600\">{name}</tspan>: {tokens} tokens");
    writeln!(svg, "<text x=\"20\" y=\"{y}\" font-size=\"14\">{text}</text>").expect(TAKES_IT);
    y + 10.0
}

/// The tokens as boxes in rows, each with its id below. Where the next row may begin.
fn boxes(svg: &mut String, top: f64, tokens: &[Token]) -> f64 {
    let (mut x, mut y) = (20.0, top);
    for Token { text, is_text, id } in tokens {
        let wide = |c: char| if c.is_ascii() { 8.0 } else { 15.0 };
        let width = (text.chars().map(wide).sum::<f64>() + 12.0).max(42.0);
        if x + width > 624.0 {
            (x, y) = (20.0, y + 52.0);
        }
        let (fill, stroke) = if *is_text { ("#e3edf9", "#1d5fb3") } else { ("#fbe6dc", "#b3471d") };
        let middle = x + width / 2.0;
        writeln!(
            svg,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"25\" rx=\"4\" fill=\"{fill}\" stroke=\"{stroke}\"/>\n\
             <text x=\"{middle}\" y=\"{}\" text-anchor=\"middle\" font-family=\"ui-monospace, monospace\">{text}</text>\n\
             <text x=\"{middle}\" y=\"{}\" text-anchor=\"middle\" font-size=\"11\" fill=\"#666\">{id}</text>",
            y + 17.0,
            y + 39.0
        )
        .expect(TAKES_IT);
        x += width + 4.0;
    }
    y + 52.0
}
