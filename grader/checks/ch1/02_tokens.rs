//! 1.2 What is a token?: the hidden checks.
use harness::{Trial, check, strategy};

harness::subject! { tokens in "ch1/02_tokens" {
    fn split_pieces(text: &str) -> Vec<String>,
        wrong in spaces_thrown_away, space_on_the_word_before, space_alone, punctuation_glued,
            ascii_letters, digits_as_letters, whole_run_attached, any_white_space_attached,
            last_piece_lost, tail_trimmed, digits_before_letters, space_only_on_letters;
    fn subwords(piece: &str, vocab: &[&str]) -> Vec<String>,
        wrong in shortest_first, first_in_list, from_the_right, longest_anywhere,
            unknown_dropped, unknown_swallows_the_rest, one_byte_for_a_character;
    fn token_counts(text: &str, vocab: &[&str]) -> (usize, usize, usize, usize),
        wrong in across_the_pieces, bytes_counted_as_characters;
    fn bytes_per_token(bytes: usize, tokens: usize) -> Option<f64>,
        wrong in whole_numbers, upside_down, divides_by_zero;
    fn unknown_share(text: &str, known: &[&str]) -> f64,
        wrong in space_kept, everything_counts, distinct_words, capitals_ignored, nothing_by_nothing,
            white_space_counts;
} }

fn main() {
    harness::run(&[
        check("a space goes with what comes after it", 2, space_goes_with_what_follows)
            .of("split_pieces"),
        check("a letter of any alphabet is a letter", 1, letters_of_any_alphabet)
            .of("split_pieces"),
        check("letters, digits and other characters part", 1, kinds_part).of("split_pieces"),
        check("only the last space of a run moves on", 1, only_the_last_space).of("split_pieces"),
        check("tabs and newlines stay where they are", 1, other_white_space).of("split_pieces"),
        check("nothing is lost at the end of the text", 1, nothing_lost_at_the_end)
            .of("split_pieces"),
        check("for every text: the pieces joined are the text", 2, pieces_of_every_text)
            .of("split_pieces"),
        check("the longest entry wins, from the left", 2, longest_from_the_left).of("subwords"),
        check("an uncovered character is a token of its own", 1, uncovered_characters)
            .of("subwords"),
        check("for every piece: the subwords joined are the piece", 2, subwords_of_every_piece)
            .of("subwords"),
        check("counts bytes, characters, pieces, subwords", 1, counts_four_units)
            .of("token_counts"),
        check("no subword reaches over the edge of a piece", 1, subwords_stay_inside)
            .of("token_counts"),
        check("bytes per token is a fraction", 1, ratio).of("bytes_per_token"),
        check("without tokens there is no ratio", 1, no_ratio).of("bytes_per_token"),
        check("the share of the words not in the list", 2, share_of_unknown).of("unknown_share"),
        check("a text without words has nothing unknown", 1, no_words).of("unknown_share"),
    ]);
}

fn splits(t: &mut Trial, text: &str, expected: &[&str]) {
    t.eq(split_pieces(text), expected);
}

fn space_goes_with_what_follows(t: &mut Trial) {
    splits(t, "Hello, how are you?", &["Hello", ",", " how", " are", " you", "?"]);
    splits(t, "so (it seems) it is", &["so", " (", "it", " seems", ")", " it", " is"]);
    splits(t, " up", &[" up"]);
    splits(t, "", &[]);
}

fn letters_of_any_alphabet(t: &mut Trial) {
    splits(t, "Noël à Malmö", &["Noël", " à", " Malmö"]);
    splits(t, "привет, мир", &["привет", ",", " мир"]);
    splits(t, "나는 고양이 cat猫", &["나는", " 고양이", " cat猫"]);
}

fn kinds_part(t: &mut Trial) {
    splits(t, "GPT2 cost $43K", &["GPT", "2", " cost", " $", "43", "K"]);
    splits(t, "pi=3.14?!", &["pi", "=", "3", ".", "14", "?!"]);
    splits(t, "that's 7 up", &["that", "'", "s", " 7", " up"]);
    splits(t, "rø٣½ cm", &["rø", "٣½", " cm"]);
    let letter_first = "The Roman numeral Ⅷ (U+2167) is alphabetic and numeric: a letter, since \
                        letters come first.";
    t.eq_because(split_pieces("Karl ⅧA"), ["Karl", " ⅧA"], letter_first);
}

fn only_the_last_space(t: &mut Trial) {
    splits(t, "a   b", &["a", "  ", " b"]);
    splits(t, "    return", &["   ", " return"]);
    splits(t, "if x:\n    y", &["if", " x", ":", "\n   ", " y"]);
}

fn other_white_space(t: &mut Trial) {
    splits(t, "one\ntwo", &["one", "\n", "two"]);
    splits(t, "one \n\t two", &["one", " \n\t", " two"]);
    splits(t, "one \ttwo", &["one", " \t", "two"]);
    // A no-break space is white space, but it is not ' '.
    splits(t, "5\u{a0}km", &["5", "\u{a0}", "km"]);
}

fn nothing_lost_at_the_end(t: &mut Trial) {
    splits(t, "the end", &["the", " end"]);
    splits(t, "done. ", &["done", ".", " "]);
    splits(t, "last line\n", &["last", " line", "\n"]);
    splits(t, "  ", &["  "]);
}

fn pieces_of_every_text(t: &mut Trial) {
    t.for_all(strategy::text(16), |t, text| {
        let pieces = split_pieces(&text);
        t.holds(pieces.concat() == text, "The pieces joined must be the text.");
        let pieces = split_pieces(&text);
        t.holds(pieces.iter().all(|p| !p.is_empty()), "No piece may be empty.");
        t.eq(split_pieces(&text), cut_between(&text));
    });
}

/// The oracle for `split_pieces`: every gap between two characters by itself.
fn cut_between(text: &str) -> Vec<String> {
    let kind = |c: char| match c {
        c if c.is_alphabetic() => 0,
        c if c.is_numeric() => 1,
        c if c.is_whitespace() => 2,
        _ => 3,
    };
    let chars: Vec<char> = text.chars().collect();
    let mut pieces = Vec::new();
    for (i, &c) in chars.iter().enumerate() {
        let after_another = i == 0 || (kind(chars[i - 1]) != kind(c) && chars[i - 1] != ' ');
        let before_a_word = c == ' ' && chars.get(i + 1).is_some_and(|&next| kind(next) != 2);
        if after_another || before_a_word {
            pieces.push(String::new());
        }
        pieces.last_mut().expect("the first character starts a piece").push(c);
    }
    pieces
}

fn longest_from_the_left(t: &mut Trial) {
    let vocab = ["p", "play", "pl", "er", "ground", "ers", "s", "groun"];
    t.eq(subwords("players", &vocab), ["play", "ers"]);
    t.eq(subwords("playgrounds", &vocab), ["play", "ground", "s"]);
    // Longest at each step: what is longest later, or from the right, does not count.
    let vocab = ["ab", "a", "bcd", "cd", "c", "b", "d"];
    t.eq(subwords("abcd", &vocab), ["ab", "cd"]);
    let vocab = ["b", "c", "a", "bc", "abc", "ab", "cc", "ccab"];
    t.eq(subwords("abccab", &vocab), ["abc", "c", "ab"]);
    t.eq(subwords("abcdef", &["def", "abc", "bcde", "ab"]), ["abc", "def"]);
    t.eq(subwords(" play", &["play", " ", " pl", "ay"]), [" pl", "ay"]);
    t.eq(subwords("", &vocab), no_tokens());
}

fn no_tokens() -> Vec<String> {
    Vec::new()
}

fn uncovered_characters(t: &mut Trial) {
    let vocab = ["old", "gold", "en", "fish", "f"];
    t.eq(subwords("goldfishen", &vocab), ["gold", "fish", "en"]);
    t.eq(subwords("goldxfish", &vocab), ["gold", "x", "fish"]);
    t.eq(subwords("ßoldéen", &vocab), ["ß", "old", "é", "en"]);
    t.eq(subwords("🐠🐠", &vocab), ["🐠", "🐠"]);
    t.eq(subwords("ab", &[]), ["a", "b"]);
    t.eq(subwords("fab", &["", "fa"]), ["fa", "b"]);
}

fn subwords_of_every_piece(t: &mut Trial) {
    let vocab = ["b", "ab", "aa", "aba", "bba", "cab", "caab"];
    t.for_all(strategy::few_letters(4, 10), |t, letters| {
        // 'd' is in no entry; written as a character of two bytes.
        let piece: String =
            letters.iter().map(|&b| if b == b'd' { 'é' } else { b.into() }).collect();
        let tokens = subwords(&piece, &vocab);
        t.holds(tokens.concat() == piece, "The subwords joined must be the piece.");
        t.eq(subwords(&piece, &vocab), match_longest(&piece, &vocab));
    });
}

/// The oracle for `subwords`: shorter and shorter prefixes, until one is an entry.
fn match_longest(piece: &str, vocab: &[&str]) -> Vec<String> {
    let chars: Vec<char> = piece.chars().collect();
    let (mut tokens, mut from) = (Vec::new(), 0);
    while from < chars.len() {
        let text = |to: usize| chars[from..to].iter().collect::<String>();
        let entry = (from + 1..=chars.len()).rev().find(|&to| vocab.contains(&text(to).as_str()));
        let to = entry.unwrap_or(from + 1);
        tokens.push(text(to));
        from = to;
    }
    tokens
}

const MEND_THOSE: &str = "It counts what split_pieces and subwords give. If a check of those \
                          two fails above, mend them first.";

fn counts_four_units(t: &mut Trial) {
    let vocab = [" ou", "en", "er", "Th"];
    // Th|en
    t.eq_because(token_counts("Then", &vocab), (4, 4, 1, 2), MEND_THOSE);
    // Th|e|é| ou|t|. and the pieces Theé| out|.
    t.eq_because(token_counts("Theé out.", &vocab), (10, 9, 3, 6), MEND_THOSE);
    t.eq_because(token_counts("猫 🐈", &vocab), (8, 3, 2, 3), MEND_THOSE);
    t.eq_because(token_counts("", &vocab), (0, 0, 0, 0), MEND_THOSE);
}

fn subwords_stay_inside(t: &mut Trial) {
    // ice| ice|,| b|a|b|y: neither "e i" nor ", b" may match.
    let vocab = ["ice", "ic", "e i", "ce", ", b", " ice", " b"];
    t.eq_because(token_counts("ice ice, baby", &vocab), (13, 13, 4, 7), MEND_THOSE);
    // 4|2|nd: digits and letters are pieces of their own.
    t.eq_because(token_counts("42nd", &["2n", "nd", "2nd"]), (4, 4, 2, 3), MEND_THOSE);
}

fn ratio(t: &mut Trial) {
    t.eq(bytes_per_token(18, 4), Some(4.5));
    t.eq(bytes_per_token(6, 6), Some(1.0));
    t.eq(bytes_per_token(3, 8), Some(0.375));
    t.eq(bytes_per_token(0, 5), Some(0.0));
    t.eq(bytes_per_token(17_523, 4_051), Some(17_523.0 / 4_051.0));
}

fn no_ratio(t: &mut Trial) {
    t.eq(bytes_per_token(7, 0), None::<f64>);
    t.eq(bytes_per_token(0, 0), None::<f64>);
}

const MEND_IT: &str =
    "The words come from split_pieces. If a check of it fails above, mend it first.";

fn share_of_unknown(t: &mut Trial) {
    // one, two, three, four: three of them are known.
    t.eq_because(unknown_share("one two three four", &["one", "two", "three"]), 0.25, MEND_IT);
    t.eq_because(unknown_share("one two", &["two", "one", "six"]), 0.0, MEND_IT);
    // The dog saw the fox: unknown are The and fox.
    t.eq_because(unknown_share("The dog saw the fox.", &["the", "dog", "saw"]), 0.4, MEND_IT);
    // no, no, no, not, this, time, in, here: unknown are no, three times, and time.
    t.eq_because(
        unknown_share("no, no, no, not this time in here", &["not", "this", "in", "here"]),
        0.5,
        MEND_IT,
    );
    // The space at the end is a piece, and no word.
    t.eq_because(unknown_share("the cat sat ", &["the", "cat", "dog"]), 1.0 / 3.0, MEND_IT);
    // Numbers and punctuation are no words; été is one.
    t.eq_because(unknown_share("été 2024: 42 cafés\n", &["été", "2024", ":"]), 0.5, MEND_IT);
}

fn no_words(t: &mut Trial) {
    t.eq(unknown_share("", &["cat"]), 0.0);
    t.eq(unknown_share(" ", &[]), 0.0);
    t.eq(unknown_share(" \n", &[]), 0.0);
    t.eq(unknown_share("42 + 1 = ?", &["cat"]), 0.0);
}
