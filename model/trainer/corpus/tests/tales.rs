//! What holds for the text of every tale.

use std::collections::HashSet;
use std::sync::LazyLock;

use corpus::{Tale, tale};

const SEED: u64 = 1;
/// Told once for all tests.
static TALES: LazyLock<Vec<Tale>> =
    LazyLock::new(|| (0..20_000).map(|number| tale(SEED, number)).collect());

/// Stops with the tale and what is wrong with it.
#[track_caller]
fn wrong(number: usize, what: &str, text: &str) -> ! {
    panic!("tale {number} of seed {SEED}: {what}\n---\n{text}\n---")
}

/// The model was trained on these very tales: a change of the grammar is a change of the
/// corpus, and then this number is to be changed and the model trained again.
#[test]
fn the_tales_are_pinned() {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64; // FNV-1a
    for number in 0..100 {
        for byte in tale(SEED, number).text.bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        }
    }
    assert_eq!(
        hash, 0x4c8c_8caa_e667_7848,
        "the tales are others than before: if you meant that, pin {hash:#x} and train again"
    );
}

/// Long enough to be a tale, short enough for a context of 256 tokens (about 1.6 a word).
#[test]
fn length() {
    for (number, Tale { text, .. }) in TALES[..5_000].iter().enumerate() {
        let words = text.split_whitespace().count();
        if !(80..=250).contains(&words) {
            wrong(number, &format!("got {words} words, expected 80 to 250"), text);
        }
        let paragraphs = text.split('\n').count();
        if !(2..=5).contains(&paragraphs) {
            wrong(number, &format!("got {paragraphs} paragraphs, expected 2 to 5"), text);
        }
    }
}

/// No marks of the template language, and no slips of spacing, articles or quotes.
#[test]
fn typography() {
    let slips = [
        "{",
        "}",
        "[",
        "]",
        "|",
        "*",
        "  ",
        " \n",
        "\n ",
        "\n\n",
        " .",
        " ,",
        " ?",
        " !",
        "..",
        ",,",
        ".,",
        ",.",
        "!.",
        "?.",
        "!,",
        "?,",
        " a a ",
        " the the ",
        " the a ",
        " a an ",
        " one apples",
        "\u{1}",
    ];
    for (number, Tale { text, .. }) in TALES.iter().enumerate() {
        if let Some(slip) = slips.iter().find(|slip| text.contains(**slip)) {
            wrong(number, &format!("has {slip:?}"), text);
        }
        if !text.is_ascii() || text.trim() != text || !text.ends_with(['.', '!', '?', '"']) {
            wrong(number, "is not ASCII, or not trimmed, or does not end like a tale", text);
        }
        for paragraph in text.split('\n') {
            if !paragraph.matches('"').count().is_multiple_of(2) {
                wrong(number, &format!("has a quote that stays open in {paragraph:?}"), text);
            }
            if !paragraph.starts_with(|c: char| c.is_ascii_uppercase() || c == '"') {
                wrong(number, &format!("does not start with a capital: {paragraph:?}"), text);
            }
        }
        let words: Vec<&str> = text.split([' ', '\n', '"']).collect();
        for pair in words.windows(2) {
            let vowel = pair[1].starts_with(|c: char| "aeiouAEIOU".contains(c));
            let (a, an) = (pair[0].eq_ignore_ascii_case("a"), pair[0].eq_ignore_ascii_case("an"));
            if (a && vowel) || (an && !vowel) {
                wrong(number, &format!("says {:?}", pair.join(" ")), text);
            }
            if pair[0] == pair[1] && !pair[0].is_empty() {
                wrong(number, &format!("says {:?} twice", pair[0]), text);
            }
        }
    }
}

/// A sentence starts with a capital after a full stop, question or exclamation mark.
#[test]
fn capitals() {
    for (number, Tale { text, .. }) in TALES[..5_000].iter().enumerate() {
        for end in [". ", "! ", "? ", ".\" "] {
            for (at, _) in text.match_indices(end) {
                let next = text[at + end.len()..].trim_start_matches('"').chars().next();
                if next.is_some_and(|c| c.is_ascii_lowercase()) {
                    let around = &text[at.saturating_sub(20)..(at + 20).min(text.len())];
                    wrong(number, &format!("has no capital in {around:?}"), text);
                }
            }
        }
    }
}

/// Held-out tales are new to the model only if tales differ.
#[test]
fn all_are_different() {
    let mut seen = HashSet::new();
    for (number, tale) in TALES.iter().enumerate() {
        // Without the names, so that they differ in more than that.
        let bare = tale.text.replace(tale.hero.name, "@");
        if !seen.insert(bare) {
            wrong(number, "was told before", &tale.text);
        }
    }
}

/// About a third of the tales start as one expects.
#[test]
fn beginnings() {
    let starts = |text: &str| text.starts_with("Once upon a time");
    let many = TALES[..5_000].iter().filter(|tale| starts(&tale.text)).count();
    assert!((1_250..=2_250).contains(&many), "got {many} of 5,000 that start \"Once upon a time\"");
}

/// Each number stands for itself, and seeds differ.
#[test]
fn seeds() {
    assert_eq!(tale(3, 5), tale(3, 5));
    assert_ne!(tale(3, 5).text, tale(4, 5).text);
    assert_ne!(tale(3, 5).text, tale(5, 3).text);
}
