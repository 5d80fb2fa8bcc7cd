//! The template language of the tales: plain text with two marks.
//!
//! * `[one|two|]`: one of these, drawn evenly; they nest, and one may be empty.
//! * `{key}`: what the teller knows under this key, or a word drawn from the pool of that
//!   name, which then stays: `{colour}` is the same colour to the end of the tale, and
//!   `{colour2}` another one. `{*colour}` draws anew each time. `{at place}` is the place
//!   with its preposition. `{!hero}` is the hero's name as a probe.
//!
//! The rest is done when the tale is finished (see [`polish`]): capitals at the start of
//! sentences, and "a" or "an".

/// Stands before the space before a probe's name until the text is polished.
pub const MARK: char = '\u{1}';

/// Splits `[a|b|c]`'s inside at the bars that are not in an inner bracket.
pub fn alternatives(inside: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut depth, mut start) = (0, 0);
    for (i, c) in inside.char_indices() {
        match c {
            '[' => depth += 1,
            ']' => depth -= 1,
            '|' if depth == 0 => {
                parts.push(&inside[start..i]);
                start = i + 1;
            }
            _ => {}
        }
    }
    parts.push(&inside[start..]);
    parts
}

/// A piece of a template.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text as it stands.
    Text(&'a str),
    /// The inside of `{...}`.
    Key(&'a str),
    /// The inside of `[...]`.
    Choice(&'a str),
}

/// The pieces of a template, in order.
///
/// Panics when a bracket or brace is not closed: a mistake in a plot, which the tests
/// of the corpus find.
pub fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = template;
    while let Some(open) = rest.find(['{', '[']) {
        if open > 0 {
            found.push(Piece::Text(&rest[..open]));
        }
        rest = &rest[open..];
        let close = closing(rest).unwrap_or_else(|| {
            panic!("in the template {template:?}: {rest:?} is not closed; add its bracket")
        });
        let inside = &rest[1..close];
        found.push(if rest.starts_with('{') { Piece::Key(inside) } else { Piece::Choice(inside) });
        rest = &rest[close + 1..];
    }
    if !rest.is_empty() {
        found.push(Piece::Text(rest));
    }
    found
}

/// Where the bracket closes with which `text` starts.
fn closing(text: &str) -> Option<usize> {
    let (open, close) = if text.starts_with('{') { ('{', '}') } else { ('[', ']') };
    let mut depth = 0;
    for (i, c) in text.char_indices() {
        if c == open {
            depth += 1;
        } else if c == close {
            depth -= 1;
            if depth == 0 {
                return Some(i);
            }
        }
    }
    None
}

/// The finished text and where its probes are: sentences start with a capital, "a" is
/// "an" before a vowel, and the marks are gone.
pub fn polish(raw: &str) -> (String, Vec<usize>) {
    let raw: Vec<char> = raw.chars().collect();
    let mut text = String::with_capacity(raw.len());
    let mut probes = Vec::new();
    let mut capital = true;
    for (i, &c) in raw.iter().enumerate() {
        if c == MARK {
            probes.push(text.len());
            continue;
        }
        let previous = text.chars().next_back();
        if c.is_ascii_alphabetic() {
            text.push(if capital { c.to_ascii_uppercase() } else { c });
            capital = false;
            if is_article(&raw, i) {
                text.push('n');
            }
            continue;
        }
        let ends_sentence = match previous {
            Some('.' | '!' | '?') => true,
            // `."` ends a sentence; after `?"` and `!"` it may go on: "Who?" asked Pim.
            Some('"') => text.ends_with(".\""),
            _ => false,
        };
        match c {
            // An empty choice leaves two spaces, or one at the end of a paragraph.
            ' ' if matches!(previous, Some(' ' | '\n')) => continue,
            ' ' if ends_sentence => capital = true,
            '\n' => {
                text.truncate(text.trim_end().len());
                capital = true;
            }
            // Somebody else speaks, or somebody begins to.
            '"' if text.ends_with("\" ") || text.ends_with(": ") => capital = true,
            _ => {}
        }
        text.push(c);
    }
    text.truncate(text.trim_end().len());
    (text, probes)
}

/// Whether the letter at `i` is the whole word "a" before a word that starts with a vowel.
fn is_article(raw: &[char], i: usize) -> bool {
    let alone = i == 0 || !raw[i - 1].is_ascii_alphanumeric();
    let vowel = |c: &char| "aeiouAEIOU".contains(*c);
    matches!(raw[i], 'a' | 'A')
        && alone
        && raw.get(i + 1) == Some(&' ')
        && raw.get(i + 2).is_some_and(vowel)
}

#[cfg(test)]
mod tests {
    use super::{Piece, alternatives, pieces, polish};

    #[test]
    fn brackets_nest() {
        assert_eq!(alternatives("a|[b|c] d|"), ["a", "[b|c] d", ""]);
        assert_eq!(
            pieces("x {k}[y|[z]]."),
            [Piece::Text("x "), Piece::Key("k"), Piece::Choice("y|[z]"), Piece::Text(".")]
        );
    }

    #[test]
    fn polishing_knows_sentences_articles_and_marks() {
        let (text, probes) = polish(
            "a owl and a fox. \n\"who?\" asked a hen.  he\u{1} Bo \"I.\" a b: \"a?\" \"b.\"",
        );
        assert_eq!(
            text,
            "An owl and a fox.\n\"Who?\" asked a hen. He Bo \"I.\" A b: \"A?\" \"B.\""
        );
        assert_eq!(probes, [text.find(" Bo").expect("it is there")]);
    }
}
