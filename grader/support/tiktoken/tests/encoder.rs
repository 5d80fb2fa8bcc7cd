//! The given type `encoder::Encoder` is what it says: with the tokens of a real vocabulary it
//! encodes as the real one does.

use encoder::{Encoder, Pattern};
use tiktoken_oracle::Vocabulary::{self, Cl100k, O200k, R50k};
use tiktoken_oracle::{encode, pieces, rank, ranks, ranks_in};

const ALL: [(Vocabulary, Pattern); 3] =
    [(R50k, Pattern::Gpt2), (Cl100k, Pattern::Cl100k), (O200k, Pattern::O200k)];

/// Characters on which the patterns turn, and some of any kind.
fn text(random: &mut fastrand::Rng) -> String {
    let turning: Vec<char> = "aBcéÉßǅʰſ中あ한зЗ\u{301}\u{93e}\u{20dd}019½Ⅷ٣  \t\n\r\u{a0}\u{3000}'''sStTreLlvVmd!?./-_$€“”🦀\u{200d}\u{fe0f}"
        .chars()
        .collect();
    let length = random.usize(0..14);
    (0..length)
        .map(|_| match random.usize(0..12) {
            0 => random.char('\u{3000}'..'\u{a000}'),
            1 => random.char('\u{a0}'..'\u{17f}'),
            _ => turning[random.usize(..turning.len())],
        })
        .collect()
}

#[test]
fn it_cuts_text_as_the_published_patterns_do() {
    let mut random = fastrand::Rng::with_seed(1);
    for _ in 0..100_000 {
        let text = text(&mut random);
        for (vocabulary, pattern) in ALL {
            assert_eq!(pattern.pieces(&text), pieces(vocabulary, &text), "{vocabulary:?} {text:?}");
        }
    }
}

/// Every character there is, and every one that there may be some day: a letter of a newer Unicode
/// must be one to both or to none.
#[test]
fn it_cuts_around_every_character_as_the_published_patterns_do() {
    for c in '\0'..=char::MAX {
        let text = format!("{c}?p a{c} {c}1'{c}B{c}{c}'s\n{c}");
        for (vocabulary, pattern) in ALL {
            assert_eq!(pattern.pieces(&text), pieces(vocabulary, &text), "{vocabulary:?} {text:?}");
        }
    }
}

#[test]
fn with_all_tokens_it_encodes_as_tiktoken_does() {
    let mut random = fastrand::Rng::with_seed(2);
    for (vocabulary, pattern) in ALL {
        let encoder = Encoder::new("whole", pattern, ranks(vocabulary));
        for _ in 0..3_000 {
            let text = text(&mut random) + &text(&mut random);
            assert_eq!(encoder.encode(&text), encode(vocabulary, &text), "{vocabulary:?} {text:?}");
        }
    }
}

#[test]
fn the_tokens_that_occur_in_a_text_are_enough_for_it() {
    let mut random = fastrand::Rng::with_seed(3);
    for (vocabulary, pattern) in ALL {
        for _ in 0..1_000 {
            let text = format!(" unbelievable {} strawberries", text(&mut random));
            let encoder = Encoder::new("part", pattern, ranks_in(vocabulary, &text));
            assert_eq!(encoder.encode(&text), encode(vocabulary, &text), "{vocabulary:?} {text:?}");
        }
    }
    assert_eq!(rank(R50k, b" strawberry"), Some(41_236));
}
