//! How text is cut into pieces before anything is merged: the published patterns of three
//! vocabularies, written out by hand.
//!
//! They are regular expressions, and an engine for those is far too heavy to link on every save.
//! The alternatives of each pattern are tried in their order; each says how many bytes it takes
//! from the front of the text, 0 if it does not fit. A test in `tiktoken-oracle` holds them
//! against the real ones.

include!(concat!(env!("OUT_DIR"), "/classes.rs"));

/// Whose pattern it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// GPT-2 and GPT-3, vocabulary r50k.
    Gpt2,
    /// GPT-3.5 and GPT-4, vocabulary cl100k: at most three digits together.
    Cl100k,
    /// GPT-4o, vocabulary o200k: capitals begin a piece as well.
    O200k,
}

impl Pattern {
    /// The pieces of a text; joined they are the text.
    pub fn pieces(self, text: &str) -> Vec<&str> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let (piece, after) = rest.split_at(self.first(rest).max(first.len_utf8()));
            pieces.push(piece);
            rest = after;
        }
        pieces
    }

    /// How many bytes the first piece takes.
    fn first(self, text: &str) -> usize {
        let alternatives: &[fn(&str) -> usize] = match self {
            Pattern::Gpt2 => &[
                |t| contraction(t, false),
                |t| after_space(t, run(t, letter), letter),
                |t| after_space(t, run(t, number), number),
                |t| after_space(t, run(t, other), other),
                white_space,
            ],
            Pattern::Cl100k => &[
                |t| contraction(t, true),
                |t| after_mark(t, |t| run(t, letter)),
                three_digits,
                |t| with_tail(t, "\r\n"),
                to_the_end,
                up_to_newline,
                white_space,
            ],
            Pattern::O200k => &[
                |t| after_mark(t, small_word),
                |t| after_mark(t, capital_word),
                three_digits,
                |t| with_tail(t, "\r\n/"),
                up_to_newline,
                white_space,
            ],
        };
        alternatives.iter().map(|fits| fits(text)).find(|&bytes| bytes > 0).unwrap_or(0)
    }
}

/// How many bytes at the front are such characters.
fn run(text: &str, kind: fn(char) -> bool) -> usize {
    text.find(|c| !kind(c)).unwrap_or(text.len())
}

/// `'s` and its like. In any case, the long s of old print is an s too.
fn contraction(text: &str, any_case: bool) -> usize {
    let Some(rest) = text.strip_prefix('\'') else { return 0 };
    let plain = |c: char| match c {
        'ſ' if any_case => 's',
        _ if any_case => c.to_ascii_lowercase(),
        _ => c,
    };
    let fits = |ending: &str| {
        let mut rest = rest.chars();
        ending.chars().try_fold(1, |bytes, wanted| {
            let c = rest.next()?;
            (plain(c) == wanted).then_some(bytes + c.len_utf8())
        })
    };
    ["s", "t", "re", "ve", "m", "ll", "d"].into_iter().find_map(fits).unwrap_or(0)
}

/// A run, or a space and a run.
fn after_space(text: &str, without: usize, kind: fn(char) -> bool) -> usize {
    match text.strip_prefix(' ') {
        Some(rest) if run(rest, kind) > 0 => 1 + run(rest, kind),
        _ => without,
    }
}

/// One character that is no letter, number or line break, and a word; or the word alone.
fn after_mark(text: &str, word: fn(&str) -> usize) -> usize {
    let mark = |c: &char| !letter(*c) && !number(*c) && !matches!(c, '\r' | '\n');
    let mark = text.chars().next().filter(mark).map_or(0, char::len_utf8);
    match word(&text[mark..]) {
        0 => word(text),
        bytes => mark + bytes,
    }
}

/// Capitals, then at least one small letter. Letters without case, and accents, are both.
fn small_word(text: &str) -> usize {
    let capitals = run(text, capital);
    let end = match run(&text[capitals..], small) {
        // None follows: then it ends with the last of them that is both.
        0 => text[..capitals].trim_end_matches(|c| !small(c)).len(),
        more => capitals + more,
    };
    if end == 0 {
        return 0;
    }
    end + contraction(&text[end..], true)
}

/// At least one capital, then small letters.
fn capital_word(text: &str) -> usize {
    let capitals = run(text, capital);
    if capitals == 0 {
        return 0;
    }
    let end = capitals + run(&text[capitals..], small);
    end + contraction(&text[end..], true)
}

fn three_digits(text: &str) -> usize {
    text.chars().take(3).take_while(|&c| number(c)).map(char::len_utf8).sum()
}

/// Punctuation, and what of `tail` comes straight after it.
fn with_tail(text: &str, tail: &str) -> usize {
    match after_space(text, run(text, other), other) {
        0 => 0,
        end => text.len() - text[end..].trim_start_matches(|c| tail.contains(c)).len(),
    }
}

/// White space, when there is nothing after it.
fn to_the_end(text: &str) -> usize {
    if text.trim_start().is_empty() { text.len() } else { 0 }
}

/// White space up to the last line break in it.
fn up_to_newline(text: &str) -> usize {
    text[..run(text, char::is_whitespace)].rfind(['\r', '\n']).map_or(0, |at| at + 1)
}

/// White space; of several, the last stays for the piece that follows.
fn white_space(text: &str) -> usize {
    let all = run(text, char::is_whitespace);
    let last = text[..all].chars().next_back().map_or(0, char::len_utf8);
    if all == text.len() || all == last { all } else { all - last }
}

fn letter(c: char) -> bool {
    among(LETTERS, c)
}

fn number(c: char) -> bool {
    among(NUMBERS, c)
}

fn other(c: char) -> bool {
    !c.is_whitespace() && !letter(c) && !number(c)
}

fn capital(c: char) -> bool {
    among(CAPITALS, c)
}

fn small(c: char) -> bool {
    among(SMALL, c)
}

/// Whether one of the runs, which are in ascending order, has the character in it.
fn among(runs: &[(char, char)], c: char) -> bool {
    let after = runs.partition_point(|&(first, _)| first <= c);
    after > 0 && c <= runs[after - 1].1
}
