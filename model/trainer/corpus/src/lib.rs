//! Short tales in their own words, from a seed: the text that the model of llmlings is
//! trained on. The text is never committed; this crate is its source.
//!
//! A tale has a hero whose name comes back, a want or a trouble, things that follow from
//! one another, and an ending that answers the beginning. Each of the plots in `plots/` is
//! a small grammar; what they share (openings, bedtimes) is in `scenes.rs`; the words are
//! in `words.rs`, the names and what the animals can do in `cast.rs`, and the template
//! language in `template.rs`.
//!
//! The idea of a small model that writes whole stories from a small vocabulary is that of
//! TinyStories (Eldan and Li, 2023); its text is not used.
//!
//! ```
//! let tale = corpus::tale(7, 0);
//! let probe = &tale.probes[0];
//! let (prompt, rest) = tale.text.split_at(probe.at);
//! assert!(prompt.contains(&tale.hero.name));
//! assert!(rest.starts_with(&format!(" {}", tale.hero.name)));
//! ```

mod cast;
mod plots;
mod scenes;
mod teller;
mod template;
mod words;

use teller::Teller;

/// How many words a tale has: enough to be one, and few enough for the tokens of nearly
/// all tales (19 in 20) to fit into the context of 256.
const WORDS: std::ops::RangeInclusive<usize> = 80..=155;

/// A tale, its hero, and the places where the hero's name must come back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tale {
    /// The text: ASCII, 80 to 155 words, paragraphs separated by one `\n`, no newline at
    /// the end.
    pub text: String,
    /// Whom it is about.
    pub hero: Hero,
    /// One to four places, in the order of the text, all after its first third.
    pub probes: Vec<Probe>,
}

/// Whom a tale is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hero {
    /// The name, as it stands in the text: "Pim".
    pub name: &'static str,
    /// An animal of [`kinds`], "girl" or "boy".
    pub kind: &'static str,
    /// How the text speaks of the hero; fixed for each name.
    pub pronoun: Pronoun,
}

/// How a text speaks of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pronoun {
    /// he, him, his
    He,
    /// she, her, her
    She,
}

/// A place where the hero's name is the only right continuation: `text[..at]` is the
/// prompt, and `text[at..]` goes on with a space and the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Probe {
    /// Where the prompt ends, in bytes.
    pub at: usize,
}

/// Tale `number` of the corpus with that seed. Each stands for itself: any can be made
/// without the others, on any machine, and is always the same.
///
/// ```
/// assert_eq!(corpus::tale(7, 12).text, corpus::tale(7, 12).text);
/// assert_ne!(corpus::tale(7, 12).text, corpus::tale(7, 13).text);
/// ```
#[must_use]
pub fn tale(seed: u64, number: u64) -> Tale {
    // The plot is chosen once, so that long plots are not told less often.
    let plot = plots::choose(&mut Teller::new(seed, number, 0));
    let mut attempt = 0;
    loop {
        attempt += 1;
        let mut teller = Teller::new(seed, number, attempt);
        plot(&mut teller);
        let tale = teller.finish();
        if WORDS.contains(&tale.text.split_whitespace().count()) {
            return tale;
        }
    }
}

/// Words by their kind: at least six of each, lower case, no word in two kinds. They are
/// common in the tales, so that one can measure whether the neighbours of a word in the
/// embedding are of its kind.
#[must_use]
pub fn kinds() -> &'static [(&'static str, &'static [&'static str])] {
    words::KINDS
}
