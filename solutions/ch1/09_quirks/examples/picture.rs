//! Draws this section's picture and prints the lesson's figures, from OpenAI's published
//! vocabularies: `cargo run -p quirks --example picture`, in solutions/.

use std::fmt::Write;

use encoder::Pattern;
use quirks::Encoder;
use tiktoken_oracle::Vocabulary::{self, Cl100k, O200k, R50k};

const OUT: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../../exercises/ch1/09_quirks/languages.svg");

/// The first sentence of the Universal Declaration of Human Rights.
const SENTENCES: [(&str, &str); 5] = [
    ("English", "All human beings are born free and equal in dignity and rights."),
    ("German", "Alle Menschen sind frei und gleich an Würde und Rechten geboren."),
    ("Russian", "Все люди рождаются свободными и равными в своем достоинстве и правах."),
    ("Korean", "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다."),
    ("Hindi", "सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है।"),
];

const VOCABULARIES: [(&str, Vocabulary, &str); 3] =
    [("GPT-2", R50k, "#b3471d"), ("GPT-4", Cl100k, "#c99a2e"), ("GPT-4o", O200k, "#1d5fb3")];

fn main() {
    let english = SENTENCES[0].1;
    let mut rows = Vec::new();
    for (language, text) in SENTENCES {
        let counts = VOCABULARIES.map(|(_, vocabulary, _)| {
            let encoder = encoder(vocabulary, &[text, english]);
            println!("{language:8} {vocabulary:?}: {:?}", quirks::premium(text, english, &encoder));
            encoder.encode(text).len()
        });
        rows.push((language, counts));
    }
    let prompt = "How many r's are in strawberry?";
    let answer = "There are three.";
    for (name, vocabulary, _) in VOCABULARIES {
        let texts = [prompt, answer, "hello", "Hello", "1234567", "caf\u{e9}", "cafe\u{301}"];
        let encoder = encoder(vocabulary, &texts);
        println!("{name}");
        println!("  {:?}", tiktoken_oracle::tokens(vocabulary, prompt));
        println!("  {:?}", tiktoken_oracle::tokens(vocabulary, answer));
        println!("  price {:?}", quirks::price(prompt, answer, 1_024, (2.5, 10.0), &encoder));
        println!("  letters {:?}", quirks::hidden_letters(prompt, 'r', &encoder));
        println!("  digits {:?}", quirks::digit_groups("1234567", &encoder));
        println!("  hello {:?}", quirks::spellings("hello", &encoder));
        println!("  café {:?} {:?}", encoder.encode("caf\u{e9}"), encoder.encode("cafe\u{301}"));
        println!("  parts at {:?}", quirks::parts_at("caf\u{e9}", "cafe\u{301}", &encoder));
    }
    std::fs::write(OUT, draw(&rows)).expect("the exercise's folder is there");
}

/// A published vocabulary, as far as these texts can ask for it.
fn encoder(vocabulary: Vocabulary, texts: &[&str]) -> Encoder {
    let pattern = match vocabulary {
        R50k => Pattern::Gpt2,
        Cl100k => Pattern::Cl100k,
        O200k => Pattern::O200k,
    };
    let text = format!(" {} ", texts.join(" "));
    let ranks = tiktoken_oracle::ranks_in(vocabulary, &(text.clone() + &text.to_uppercase()));
    Encoder::new("published", pattern, ranks)
}

fn draw(rows: &[(&str, [usize; 3])]) -> String {
    let (left, top, bar, scale) = (84.0, 52.0, 14.0, 3.6);
    let step = 3.0 * bar + 14.0;
    let height = top + step * rows.len() as f64;
    let title = "Tokens of one sentence in five languages, by three tokenizers";
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"{height}\" viewBox=\"0 0 640 {height}\" role=\"img\" \
         font-family=\"system-ui, sans-serif\" font-size=\"12\" fill=\"#333\">\n\
         <title>{title}</title>\n\
         <rect x=\".5\" y=\".5\" width=\"639\" height=\"{}\" rx=\"8\" fill=\"#fff\" stroke=\"#ccc\"/>\n\
         <text x=\"20\" y=\"30\" font-size=\"14\" font-weight=\"600\">Tokens of the same sentence</text>\n",
        height - 1.0
    );
    let mut put = |line: String| writeln!(svg, "{line}").expect("a string takes it");
    for (i, (name, _, colour)) in VOCABULARIES.iter().enumerate() {
        let x = 330.0 + 95.0 * i as f64;
        put(format!("<rect x=\"{x}\" y=\"20\" width=\"12\" height=\"12\" fill=\"{colour}\"/>"));
        put(format!("<text x=\"{}\" y=\"30\">{name}</text>", x + 18.0));
    }
    for (row, (language, counts)) in rows.iter().enumerate() {
        let top = top + step * row as f64;
        let (x, y) = (left - 10.0, top + 1.5 * bar + 4.0);
        put(format!("<text x=\"{x}\" y=\"{y}\" text-anchor=\"end\">{language}</text>"));
        for (i, &count) in counts.iter().enumerate() {
            let (y, width, colour) =
                (top + bar * i as f64, scale * count as f64, VOCABULARIES[i].2);
            let thick = bar - 2.0;
            put(format!(
                "<rect x=\"{left}\" y=\"{y}\" width=\"{width:.1}\" height=\"{thick}\" fill=\"{colour}\"/>"
            ));
            put(format!("<text x=\"{:.1}\" y=\"{}\">{count}</text>", left + width + 6.0, y + 10.0));
        }
    }
    svg + "</svg>\n"
}
