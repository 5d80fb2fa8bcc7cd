//! 1.4 Tokenizers in practice: the hidden checks.

use harness::{Misconception, Trial, check, misconception, strategy};
use support::utf8;
use tiktoken_oracle as tiktoken;
use tiktoken_oracle::Vocabulary::{self, Cl100k, R50k};
use tokenizer::{Pattern, Ranks};

harness::subject! { tokenizer in "ch1/04_tokenizers" {
    fn load_ranks(file: &str) -> Result<Ranks, usize>,
        wrong in line_number_as_rank, base64_kept, lines_from_zero, empty_lines_uncounted,
            bad_lines_skipped, lines_trimmed;
    fn merge_by_rank(piece: &[u8], ranks: &Ranks) -> Vec<u32>,
        wrong in byte_value_ids, longest_match, leftmost_first, highest_rank_first,
            rightmost_of_equals, only_pairs_of_bytes, chosen_once, all_at_once,
            once_in_rank_order, whole_piece_first;
    fn encode(text: &str, pattern: Pattern, ranks: &Ranks) -> Vec<u32>,
        wrong in no_pre_tokenization, always_gpt2, pieces_trimmed, cut_at_spaces,
            whole_pieces_only;
    fn decode_next(waiting: &mut Vec<u8>, bytes: &[u8]) -> String;
    fn decode_end(waiting: &mut Vec<u8>) -> String;
    fn misread(ids: &[u32], ranks: &Ranks) -> (String, Vec<u32>),
        wrong in each_token_by_itself, stops_at_unknown, unknown_marked, unknown_once, id_as_index,
            ranks_as_a_list;
} }

/// Those of `encode` are compiled here, because they take the section's own `Pattern`.
#[rustfmt::skip]
#[path = "../../mistakes/ch1/04_tokenizers"]
mod mistakes {
    pub use ::mistakes::*;
    pub mod always_gpt2;
    pub mod cut_at_spaces;
    pub mod no_pre_tokenization;
    pub mod pieces_trimmed;
    pub mod whole_pieces_only;
}

fn main() {
    harness::run(&[
        check("reads tokens and ranks, a line each", 1, reads_lines).of("load_ranks"),
        check("a bad line is an error that says which", 2, finds_the_bad_line).of("load_ranks"),
        check("reads parts of the published files", 1, reads_published_files).of("load_ranks"),
        check("merges the lowest rank first, then looks anew", 2, merges_by_rank)
            .of("merge_by_rank"),
        check("a single byte has its rank for an id, too", 1, bytes_have_ranks).of("merge_by_rank"),
        check("cuts words as GPT-2 and GPT-4 do", 2, cuts_words).of("merge_by_rank"),
        check("encodes any bytes as tiktoken does", 1, merges_any_bytes).of("merge_by_rank"),
        check("no token reaches across two pieces", 2, keeps_pieces_apart).of("encode"),
        check("each pattern cuts in its own way", 2, keeps_to_the_pattern).of("encode"),
        check("gives any text the ids that tiktoken gives it", 3, encodes_any_text).of("encode"),
        check("gives text as soon as it is whole, and no sooner", 2, waits_for_the_rest)
            .of("decode_next"),
        check("bytes that can never be text become U+FFFD", 1, marks_the_invalid).of("decode_next"),
        check("the end says what is missing, and leaves nothing", 1, ends_the_stream)
            .of("decode_end"),
        check("streamed token by token, the text is the same", 2, streams_any_text)
            .of("decode_next"),
        check("reads the ids of another tokenizer", 2, misreads).of("misread"),
    ]);
}

/// A vocabulary by hand: these tokens, ranked in this order.
fn ranked(tokens: &[&str]) -> Ranks {
    tokens.iter().zip(0..).map(|(token, rank)| (token.as_bytes().to_vec(), rank)).collect()
}

fn loaded(entries: &[(&[u8], u32)]) -> Result<Ranks, usize> {
    Ok(entries.iter().map(|&(token, rank)| (token.to_vec(), rank)).collect())
}

fn bad_line(number: usize) -> Result<Ranks, usize> {
    Err(number)
}

const NO_IDS: [u32; 0] = [];

fn reads_lines(t: &mut Trial) {
    t.eq(load_ranks("IQ== 0\nIg== 1\n"), loaded(&[(b"!", 0), (b"\"", 1)]));
    t.eq(load_ranks("aGVsbG8= 31373"), loaded(&[(b"hello", 31373)]));
    t.eq(load_ranks("8J8= 8582\n\nIGE= 257\n"), loaded(&[(b" a", 257), (&[240, 159], 8582)]));
    t.eq(load_ranks("IA== 4294967295\n"), loaded(&[(b" ", u32::MAX)]));
    t.eq(load_ranks(""), loaded(&[]));
    let returns = "A line may end in \\r\\n, as str::lines has it.";
    t.eq_because(load_ranks("IQ== 0\r\n\r\nIg== 1\r\n"), loaded(&[(b"!", 0), (b"\"", 1)]), returns);
}

fn finds_the_bad_line(t: &mut Trial) {
    t.eq(load_ranks("IQ== 0\nIg==\nIw== 2\n"), bad_line(2));
    t.eq(load_ranks("!!!! 0\n"), bad_line(1));
    t.eq(load_ranks("IQ== 0\nIg== 1\nIw== two\n"), bad_line(3));
    t.eq(load_ranks("IQ== 0\n\n\nIg== -1\n"), bad_line(4));
    t.eq(load_ranks("\nIQ== 4294967296\nIg=\n"), bad_line(2));
    t.eq(load_ranks("IQ== 0 1\n"), bad_line(1));
    let spaces = "One space stands between token and rank, and nowhere else.";
    t.eq_because(load_ranks(" IQ== 0\n"), bad_line(1), spaces);
    t.eq_because(load_ranks("IQ== 0 \n"), bad_line(1), spaces);
    t.eq_because(load_ranks("IQ==  0\n"), bad_line(1), spaces);
    t.eq_because(load_ranks("IQ== 0\n   \n"), bad_line(2), "A line of spaces is not empty.");
}

fn reads_published_files(t: &mut Trial) {
    let parts =
        [(R50k, 0..300), (R50k, 50_000..50_300), (Cl100k, 256..300), (Cl100k, 99_000..99_300)];
    for (vocabulary, part) in parts {
        let entry = |rank| Some((tiktoken::token(vocabulary, rank)?.to_vec(), rank));
        let expected: Ranks = part.clone().filter_map(entry).collect();
        let what = format!("These are the ranks {part:?} of {}.", name_of(vocabulary));
        let file = tiktoken::ranks_text(vocabulary, part);
        t.eq_because(load_ranks(&file), Ok::<_, usize>(expected), what);
    }
}

fn name_of(vocabulary: Vocabulary) -> &'static str {
    if vocabulary == R50k { "GPT-2's file" } else { "GPT-4's file" }
}

fn merges_by_rank(t: &mut Trial) {
    // no, at rank 3, goes before on, though on stands further left.
    t.eq(merge_by_rank(b"ono", &ranked(&["n", "o", "x", "no", "on"])), vec![1, 3]);
    // bc first, then a and bc make abc: only that pair, of all there are by then, is a token.
    t.eq(merge_by_rank(b"abcd", &ranked(&["a", "b", "c", "d", "bc", "cd", "abc"])), vec![6, 3]);
    // After ab, abc has the lowest rank, lower than de: it goes first, and de can still be made.
    let ranks = ranked(&["a", "b", "c", "d", "e", "ab", "abc", "cd", "de"]);
    t.eq(merge_by_rank(b"abcde", &ranks), vec![6, 8]);
    let anew = "After the first ab, its new neighbours make aba, which comes before the second ab.";
    t.eq_because(merge_by_rank(b"abab", &ranked(&["a", "b", "aba", "ab"])), vec![2, 1], anew);
    let back = "After bc (rank 4) there is a pair that makes abc (rank 3).";
    t.eq_because(merge_by_rank(b"abc", &ranked(&["a", "b", "c", "abc", "bc"])), vec![3], back);
    // ab is made twice; then the pair of the two is a token as well.
    t.eq(merge_by_rank(b"abab", &ranked(&["a", "b", "ab", "ba", "abab"])), vec![4]);
    // Equal ranks: the leftmost.
    t.eq(merge_by_rank(b"aaa", &ranked(&["a", "aa"])), vec![1, 0]);
    let ranks = ranked(&["a", "b", "c", "d", "bc", "abcd"]);
    let unreached = "abcd is a token, but no merges lead to it.";
    t.eq_because(merge_by_rank(b"abcd", &ranks), vec![0, 4, 3], unreached);
    t.eq(merge_by_rank(b"", &ranked(&["a"])), NO_IDS);
}

fn bytes_have_ranks(t: &mut Trial) {
    t.eq(merge_by_rank(b"z", &ranked(&["z"])), vec![0]);
    for (text, id) in [("!", 0), ("A", 32), (" ", 220), ("\n", 198)] {
        let what = format!("In GPT-2's vocabulary, {text:?} has the rank {id}.");
        let ranks = tiktoken::ranks_in(R50k, text);
        t.eq_because(merge_by_rank(text.as_bytes(), &ranks), vec![id], what);
    }
    // No two neighbours of these make a token.
    let text = "A\u{7f}!\u{1}";
    t.eq(merge_by_rank(text.as_bytes(), &tiktoken::ranks_in(R50k, text)), vec![32, 221, 0, 189]);
}

fn cuts_words(t: &mut Trial) {
    let words: [(Vocabulary, &str, &[u32]); 7] = [
        (R50k, "attention", &[1078, 1463]),
        (R50k, "strawberry", &[301, 1831, 8396]),
        (R50k, " strawberry", &[41236]),
        (R50k, "🦀", &[8582, 99, 222]),
        (Cl100k, "attention", &[54203]),
        (Cl100k, "strawberry", &[496, 675, 15717]),
        (Cl100k, " strawberry", &[73700]),
    ];
    for (vocabulary, word, ids) in words {
        let ranks = tiktoken::ranks_in(vocabulary, word);
        let what = format!("This is {word:?} with the ranks of {}.", name_of(vocabulary));
        t.eq_because(merge_by_rank(word.as_bytes(), &ranks), ids, what);
    }
}

fn merges_any_bytes(t: &mut Trial) {
    for vocabulary in [R50k, Cl100k] {
        for pieces in [strategy::few_letters(20, 16), strategy::bytes(12)] {
            t.for_all(pieces, |t, piece| {
                let ranks = tiktoken::ranks_in(vocabulary, &piece);
                let expected = tiktoken::encode_piece(vocabulary, &piece);
                t.eq(merge_by_rank(&piece, &ranks), expected);
            });
        }
    }
}

fn keeps_pieces_apart(t: &mut Trial) {
    let ranks = ranked(&["t", "o", " ", "o ", "to", " t", " to", "to t"]);
    let pieces = "The pieces are to| to, and the tokens \"o \" and \"to t\" would reach across.";
    t.eq_because(encode("to to", Pattern::Gpt2, &ranks), vec![4, 6], pieces);
    let ranks = ranked(&["a", "c", "t", ",", "!", " ", ", ", "at", "cat", " cat", "cat,", "t!"]);
    let pieces = "The pieces are cat|,| cat|!: a space belongs to the word behind it.";
    t.eq_because(encode("cat, cat!", Pattern::Gpt2, &ranks), vec![8, 3, 9, 4], pieces);
    t.eq_because(encode("cat, cat!", Pattern::Cl100k, &ranks), vec![8, 3, 9, 4], pieces);
    let pieces = "The pieces are catt| a, and neither is a token: cat|t and a space|a.";
    t.eq_because(encode("catt a", Pattern::Gpt2, &ranks), vec![8, 2, 5, 0], pieces);
    let pieces = "The pieces are \"cat\", a space, \" cat\" and a space.";
    t.eq_because(encode("cat  cat ", Pattern::Gpt2, &ranks), vec![8, 5, 9, 5], pieces);
    t.eq(encode("", Pattern::Gpt2, &ranks), NO_IDS);
}

fn keeps_to_the_pattern(t: &mut Trial) {
    let ranks = ranked(&["1", "2", " ", "12", "34", "3", "4", " 1", " 12", "1234", "123", "1 "]);
    let cases: [(&str, Pattern, &[u32]); 5] = [
        ("1234", Pattern::Gpt2, &[9]),
        ("1234", Pattern::Cl100k, &[10, 6]),
        (" 12", Pattern::Gpt2, &[8]),
        (" 12", Pattern::Cl100k, &[2, 3]),
        // A pattern that is always GPT-2's is right here; none at all takes the token "1 ".
        ("1 2", Pattern::Gpt2, &[0, 2, 1]),
    ];
    for (text, pattern, ids) in cases {
        t.eq_because(encode(text, pattern, &ranks), ids, pieces_of(text, pattern));
    }
    let texts: [(Vocabulary, &str, &[u32]); 5] = [
        (
            Cl100k,
            "hello123!!!? (안녕하세요!) 😉",
            &[15339, 4513, 12340, 30, 320, 31495, 230, 75265, 243, 92245, 16715, 57037],
        ),
        (R50k, "hello world", &[31373, 995]),
        (Cl100k, "hello world", &[15339, 1917]),
        (R50k, "1234567", &[10163, 2231, 3134]),
        (Cl100k, "1234567", &[4513, 10961, 22]),
    ];
    for (vocabulary, text, ids) in texts {
        let (ranks, pattern) = (tiktoken::ranks_in(vocabulary, text), pattern_of(vocabulary));
        t.eq_because(encode(text, pattern, &ranks), ids, pieces_of(text, pattern));
    }
}

fn pattern_of(vocabulary: Vocabulary) -> Pattern {
    if vocabulary == R50k { Pattern::Gpt2 } else { Pattern::Cl100k }
}

/// What the pattern makes of a text, for a learner whose ids are others.
fn pieces_of(text: &str, pattern: Pattern) -> String {
    let whose = if pattern == Pattern::Gpt2 { "GPT-2" } else { "GPT-4" };
    let pieces: Vec<String> = pattern.pieces(text).iter().map(|p| format!("{p:?}")).collect();
    format!("{whose}'s pieces of {text:?} are {}.", pieces.join(", "))
}

fn encodes_any_text(t: &mut Trial) {
    for vocabulary in [R50k, Cl100k] {
        let pattern = pattern_of(vocabulary);
        t.for_all(strategy::text(20), |t, text| {
            let ranks = tiktoken::ranks_in(vocabulary, &text);
            let expected = tiktoken::encode(vocabulary, &text);
            t.eq_because(encode(&text, pattern, &ranks), expected, pieces_of(&text, pattern));
        });
    }
}

/// One step of a stream: from what waits and what comes, the text, and what waits then.
type Step = fn(&mut Vec<u8>, &[u8]) -> String;

const COMPARED: &str = "Compared are the text and the bytes that wait then.";

/// The planted mistakes that agree with the learner's code in all steps so far. They change what
/// waits, so the harness cannot call them by itself.
struct Suspects(Vec<(Misconception, Step)>);

impl Suspects {
    fn step(
        &mut self,
        t: &mut Trial,
        ours: Step,
        before: &[u8],
        bytes: &[u8],
        expected: (&str, &[u8]),
        why: &str,
    ) {
        let mut waiting = before.to_vec();
        let text = ours(&mut waiting, bytes);
        self.0.retain(|(_, theirs)| {
            let mut rest = before.to_vec();
            theirs(&mut rest, bytes) == text && rest == waiting
        });
        t.eq_because((text, waiting), expected, format!("{COMPARED} {why}"));
    }

    fn blame(self, t: &mut Trial) {
        if let [(only, _)] = self.0[..]
            && !t.holds_so_far()
        {
            t.blame(only);
        }
    }
}

macro_rules! suspects {
    ($($name:ident $step:expr),* $(,)?) => {
        Suspects(vec![$((misconception!("ch1/04_tokenizers", $name), $step)),*])
    };
}

/// What waits and what comes; the text, and what waits then.
type Row = (&'static [u8], &'static [u8], &'static str, &'static [u8]);

fn of_decode_next() -> Suspects {
    suspects![
        replaced_in_the_middle mistakes::replaced_in_the_middle::decode_next,
        tail_dropped mistakes::tail_dropped::decode_next,
        all_or_nothing mistakes::all_or_nothing::decode_next,
        waits_for_the_impossible mistakes::waits_for_the_impossible::decode_next,
        invalid_dropped mistakes::invalid_dropped::decode_next,
        waiting_comes_last mistakes::waiting_comes_last::decode_next,
        length_from_lead_byte mistakes::length_from_lead_byte::decode_next,
        first_error_only mistakes::first_error_only::decode_next,
    ]
}

fn waits_for_the_rest(t: &mut Trial) {
    let mut suspects = of_decode_next();
    let steps: [Row; 10] = [
        (&[], b"hi", "hi", &[]),
        // The crab is 240 159 166 128.
        (&[], &[240, 159], "", &[240, 159]),
        (&[240, 159], &[166], "", &[240, 159, 166]),
        (&[240, 159, 166], &[128], "🦀", &[]),
        (&[], &[104, 105, 240, 159], "hi", &[240, 159]),
        (&[240, 159], &[166, 128, 33], "🦀!", &[]),
        // é is 195 169, and of the next one only the first half is here.
        (&[195], &[169, 33, 195], "é!", &[195]),
        (&[226, 130], &[172, 226, 130], "€", &[226, 130]),
        (&[240, 159], &[], "", &[240, 159]),
        (&[], &[], "", &[]),
    ];
    for (waiting, bytes, text, rest) in steps {
        suspects.step(t, decode_next, waiting, bytes, (text, rest), "");
    }
    suspects.blame(t);
}

fn marks_the_invalid(t: &mut Trial) {
    let mut suspects = of_decode_next();
    let steps: [(Row, &str); 8] = [
        ((&[], &[65, 255, 66], "A\u{fffd}B", &[]), "No character has the byte 255."),
        ((&[], &[128, 128], "\u{fffd}\u{fffd}", &[]), "No character begins with 128."),
        ((&[240, 159], b"A", "\u{fffd}A", &[]), "The crab was begun, and an A came."),
        (
            (&[240, 159], &[240, 159], "\u{fffd}", &[240, 159]),
            "Another character begins before the first is complete.",
        ),
        ((&[195], &[195, 169], "\u{fffd}é", &[]), "195 is begun anew, then completed."),
        (
            (&[224], &[128], "\u{fffd}\u{fffd}", &[]),
            "224 can go on with 160 to 191, never with 128, which begins nothing either.",
        ),
        (
            (&[237], &[160], "\u{fffd}\u{fffd}", &[]),
            "237 can go on with 128 to 159, never with 160, which begins nothing either.",
        ),
        (
            (&[], &[255, 226, 130], "\u{fffd}", &[226, 130]),
            "255 can never be text; behind it, 226 130 is begun and waits.",
        ),
    ];
    for ((waiting, bytes, text, rest), why) in steps {
        suspects.step(t, decode_next, waiting, bytes, (text, rest), why);
    }
    suspects.blame(t);
}

fn ends_the_stream(t: &mut Trial) {
    let mut suspects = suspects![
        end_says_nothing | waiting,
        _ | mistakes::end_says_nothing::decode_end(waiting),
        end_keeps_waiting | waiting,
        _ | mistakes::end_keeps_waiting::decode_end(waiting),
        one_mark_a_byte | waiting,
        _ | mistakes::one_mark_a_byte::decode_end(waiting),
    ];
    let ours: Step = |waiting, _| decode_end(waiting);
    let begun: [&[u8]; 7] =
        [&[240, 159], &[195], &[226, 130], &[240, 159, 166], &[240], &[224], &[244, 143, 191]];
    for waiting in begun {
        suspects.step(t, ours, waiting, &[], ("\u{fffd}", &[]), "One character is incomplete.");
    }
    suspects.step(t, ours, &[], &[], ("", &[]), "");
    suspects.blame(t);
}

fn streams_any_text(t: &mut Trial) {
    t.for_all(strategy::text(10), |t, text| {
        let ids = tiktoken::encode(R50k, &text);
        let tokens = ids.iter().filter_map(|&id| tiktoken::token(R50k, id)).map(<[u8]>::to_vec);
        streams(t, &tokens.collect::<Vec<_>>());
    });
    t.for_all(strategy::bytes(9), |t, bytes| {
        // Any bytes, and bytes of which most begin a character or go on with one.
        streams(t, &bytes.chunks(2).map(<[u8]>::to_vec).collect::<Vec<_>>());
        let utf8 = |byte: &u8| [b'a', 0x80, 0xa9, 0xc3, 0xe2, 0x82, 0xf0, 0x9f][*byte as usize % 8];
        let bytes: Vec<u8> = bytes.iter().map(utf8).collect();
        streams(t, &bytes.chunks(2).map(<[u8]>::to_vec).collect::<Vec<_>>());
    });
}

/// Each step gives what is whole, and leaves what is begun. What `decode_end` makes of that is
/// checked by itself.
fn streams(t: &mut Trial, chunks: &[Vec<u8>]) {
    let mut waiting = Vec::new();
    for bytes in chunks {
        let expected = utf8::whole(&[waiting.as_slice(), bytes].concat());
        let text = decode_next(&mut waiting, bytes);
        t.eq_because((text, waiting.clone()), expected, COMPARED);
        if !t.holds_so_far() {
            return;
        }
    }
}

fn misreads(t: &mut Trial) {
    let ranks = ranked(&["b", "an", "a", "é", "?"]);
    let said = |text: &str, unknown: &[u32]| (text.to_owned(), unknown.to_vec());
    t.eq(misread(&[0, 1, 1, 2, 4], &ranks), said("banana?", &[]));
    t.eq(misread(&[2, 9, 3, 7, 9, 4], &ranks), said("aé?", &[9, 7, 9]));
    t.eq(misread(&[u32::MAX], &ranks), said("", &[u32::MAX]));
    t.eq(misread(&[], &ranks), said("", &[]));
    let sparse: Ranks = [(b"a".to_vec(), 7)].into();
    t.eq(misread(&[7, 0, 7], &sparse), said("aa", &[0]));
    // Half a crab each, then half a crab alone.
    let halves: Ranks = [(vec![240, 159], 300), (vec![166, 128], 301)].into();
    t.eq(misread(&[300, 301, 7, 300], &halves), said("🦀\u{fffd}", &[7]));
    // An id that is unknown is not there at all, so what stands around it joins.
    t.eq(misread(&[300, 7, 301], &halves), said("🦀", &[7]));
    // GPT-4's ids for "What is a token?", read by GPT-2, and the other way round.
    t.eq(
        misread(&[3923, 374, 264, 4037, 30], &some(R50k)),
        said(" stories r s International?", &[]),
    );
    t.eq(misread(&[2061, 318, 257, 11241, 30], &some(Cl100k)), said("olderim    Seg?", &[]));
    t.eq(misread(&[31495, 230, 75265], &some(R50k)), said("709\u{fffd}", &[75265]));
}

/// The entries of a vocabulary that `misreads` asks for.
fn some(vocabulary: Vocabulary) -> Ranks {
    let ids = [30, 230, 257, 264, 318, 374, 2061, 3923, 4037, 11241, 31495];
    let entry = |id| Some((tiktoken::token(vocabulary, id)?.to_vec(), id));
    ids.into_iter().filter_map(entry).collect()
}
