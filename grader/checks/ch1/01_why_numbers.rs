//! 1.1 Why models need numbers: the hidden checks.

use std::collections::BTreeSet;

use harness::{Trial, check, strategy};

harness::subject! { why_numbers in "ch1/01_why_numbers" {
    fn utf8_bytes(text: &str) -> Vec<u8>,
        wrong in char_as_byte, above_255_dropped;
    fn build_vocab(text: &str) -> Vec<char>,
        wrong in bytes_as_chars, order_of_appearance, dedup_before_sort, skips_whitespace;
    fn encode(text: &str, vocab: &[char]) -> Result<Vec<u32>, char>,
        wrong in bytes_as_chars, code_point_ids, byte_positions, unknown_dropped,
            unknown_replaced, panics_on_unknown, ids_from_one;
    fn decode(ids: &[u32], vocab: &[char]) -> Result<String, u32>,
        wrong in code_point_ids, byte_positions, unknown_dropped, unknown_replaced,
            panics_on_unknown, ids_from_one, one_past_the_end;
    fn one_hot(id: u32, vocab_size: usize) -> Result<Vec<f32>, u32>,
        wrong in panics_on_unknown, ids_from_one, one_past_the_end, all_zeros;
} }

// `hash_order` is not among them: it never gives the same twice, so it is blamed, not compared.
fn main() {
    harness::run(&[
        check("a character of plain English is one byte", 1, ascii_is_one_byte).of("utf8_bytes"),
        check("é is two bytes, C3 A9, and others take up to four", 2, others_are_more)
            .of("utf8_bytes"),
        check("the bytes of any text make that text again", 1, bytes_of_any).of("utf8_bytes"),
        check("each character once, in ascending order", 2, once_and_sorted).of("build_vocab"),
        check("no character is left out or changed", 1, nothing_left_out).of("build_vocab"),
        check("é is one entry, not one for each byte", 1, one_entry).of("build_vocab"),
        check("the order of the text does not matter", 2, any_order).of("build_vocab"),
        check("a character's id is its index", 1, id_is_index).of("encode"),
        check("an id counts characters, not bytes", 2, id_counts_characters).of("encode"),
        check("an unknown character is an error that names it", 2, unknown_char).of("encode"),
        check("an id gives its character back", 1, index_is_character).of("decode"),
        check("an unknown id is an error that names it", 2, unknown_id).of("decode"),
        check("any text comes back from its ids", 2, round_trip).of("decode"),
        check("a one at the id, zeros everywhere else", 1, a_single_one).of("one_hot"),
        check("the first and the last id have their place", 1, first_and_last).of("one_hot"),
        check("an id outside is an error that names it", 2, outside).of("one_hot"),
    ]);
}

fn ascii_is_one_byte(t: &mut Trial) {
    t.eq(utf8_bytes("Hi!"), vec![72u8, 105, 33]);
    t.eq(utf8_bytes("a b\n~"), vec![97u8, 32, 98, 10, 126]);
    t.eq(utf8_bytes(""), Vec::<u8>::new());
}

fn others_are_more(t: &mut Trial) {
    t.eq(utf8_bytes("é"), vec![0xC3u8, 0xA9]);
    t.eq(utf8_bytes("ß7"), vec![0xC3u8, 0x9F, 0x37]);
    t.eq(utf8_bytes("語"), vec![0xE8u8, 0xAA, 0x9E]);
    t.eq(utf8_bytes("🦀"), vec![0xF0u8, 0x9F, 0xA6, 0x80]);
}

fn bytes_of_any(t: &mut Trial) {
    t.for_all(strategy::text(12), |t, text| {
        t.eq(utf8_bytes(&text), text.as_bytes());
    });
}

/// What `build_vocab` should give.
fn characters(text: &str) -> Vec<char> {
    text.chars().collect::<BTreeSet<char>>().into_iter().collect()
}

/// Names the order of a HashSet, which no fixed output can tell: two calls disagree.
fn blame_random_order(t: &mut Trial) {
    let text = "wizards jump";
    let first = build_vocab(text);
    if (0..4).any(|_| build_vocab(text) != first) {
        t.blame(harness::misconception!("ch1/01_why_numbers", hash_order));
    }
}

fn once_and_sorted(t: &mut Trial) {
    for text in ["hello", "banana", "", "the five boxing wizards"] {
        t.eq(build_vocab(text), characters(text));
    }
    blame_random_order(t);
}

fn nothing_left_out(t: &mut Trial) {
    for text in ["on a mat", "Up up,\n\tUP?", "dD-d\r\n3.14 = zZ!"] {
        t.eq(build_vocab(text), characters(text));
    }
    blame_random_order(t);
}

fn one_entry(t: &mut Trial) {
    for text in ["é", "née", "smørrebrød", "日本語 🦀🦀 ñ"] {
        t.eq(build_vocab(text), characters(text));
    }
    blame_random_order(t);
}

fn any_order(t: &mut Trial) {
    t.for_all(strategy::text(12), |t, text| {
        let backwards: String = text.chars().rev().collect();
        let same = build_vocab(&text) == build_vocab(&backwards);
        t.holds(same, "The same characters in another order have the same vocabulary.");
        t.eq(build_vocab(&text), characters(&text));
    });
    blame_random_order(t);
}

const HELLO: [char; 4] = ['e', 'h', 'l', 'o'];
/// One, two, three and four bytes.
const MIXED: [char; 5] = ['b', 'y', 'é', '語', '🦀'];

fn id_is_index(t: &mut Trial) {
    t.eq(encode("hello", &HELLO), Ok::<_, char>(vec![1u32, 0, 2, 2, 3]));
    t.eq(encode("cab", &['a', 'b', 'c', 'd']), Ok::<_, char>(vec![2u32, 0, 1]));
    t.eq(encode("", &HELLO), Ok::<_, char>(Vec::<u32>::new()));
    t.eq(encode("", &[]), Ok::<_, char>(Vec::<u32>::new()));
    let printable: Vec<char> = (' '..='~').collect();
    t.eq(encode("A 9~", &printable), Ok::<_, char>(vec![33u32, 0, 25, 94]));
}

fn id_counts_characters(t: &mut Trial) {
    t.eq(encode("yé", &MIXED), Ok::<_, char>(vec![1u32, 2]));
    t.eq(encode("🦀b語", &MIXED), Ok::<_, char>(vec![4u32, 0, 3]));
}

fn unknown_char(t: &mut Trial) {
    t.eq(encode("hole!", &HELLO), Err::<Vec<u32>, _>('!'));
    let first = "The error is the first unknown character.";
    t.eq_because(encode("who else", &HELLO), Err::<Vec<u32>, _>('w'), first);
    t.eq(encode("Hello", &HELLO), Err::<Vec<u32>, _>('H'));
    t.eq(encode("héé", &HELLO), Err::<Vec<u32>, _>('é'));
    t.eq(encode("x", &[]), Err::<Vec<u32>, _>('x'));
}

// Without id 0, on which versions that count from one differ.
fn index_is_character(t: &mut Trial) {
    t.eq(decode(&[1, 3, 2], &HELLO), Ok::<_, u32>("hol"));
    t.eq(decode(&[2, 4, 3, 1], &MIXED), Ok::<_, u32>("é🦀語y"));
    t.eq(decode(&[], &HELLO), Ok::<_, u32>(""));
    t.eq(decode(&[], &[]), Ok::<_, u32>(""));
}

fn unknown_id(t: &mut Trial) {
    t.eq(decode(&[2, 7], &HELLO), Err::<String, _>(7u32));
    let first = "The error is the first unknown id.";
    t.eq_because(decode(&[3, 9, 8, 1], &HELLO), Err::<String, _>(9u32), first);
    t.eq(decode(&[1, u32::MAX], &MIXED), Err::<String, _>(u32::MAX));
    t.eq(decode(&[1, 5], &MIXED), Err::<String, _>(5u32));
    t.eq(decode(&[0], &[]), Err::<String, _>(0u32));
}

fn round_trip(t: &mut Trial) {
    t.for_all(strategy::text(12), |t, text| {
        let vocab = characters(&text);
        match encode(&text, &vocab) {
            Ok(ids) => t.eq(decode(&ids, &vocab), Ok::<_, u32>(&text)),
            Err(_) => t.holds(false, "Every character of this text is in the vocabulary."),
        }
    });
}

// Without id 0, as above.
fn a_single_one(t: &mut Trial) {
    t.eq(one_hot(2, 5), Ok::<_, u32>(vec![0.0f32, 0.0, 1.0, 0.0, 0.0]));
    t.eq(one_hot(1, 3), Ok::<_, u32>(vec![0.0f32, 1.0, 0.0]));
    let mut gpt2 = vec![0.0f32; 50_257];
    gpt2[31_373] = 1.0;
    t.eq(one_hot(31_373, 50_257), Ok::<_, u32>(gpt2));
}

fn first_and_last(t: &mut Trial) {
    t.eq(one_hot(6, 7), Ok::<_, u32>(vec![0.0f32, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0]));
    t.eq(one_hot(0, 3), Ok::<_, u32>(vec![1.0f32, 0.0, 0.0]));
    t.eq(one_hot(0, 1), Ok::<_, u32>(vec![1.0f32]));
}

fn outside(t: &mut Trial) {
    t.eq(one_hot(9, 4), Err::<Vec<f32>, _>(9u32));
    t.eq(one_hot(u32::MAX, 4), Err::<Vec<f32>, _>(u32::MAX));
    t.eq(one_hot(4, 4), Err::<Vec<f32>, _>(4u32));
    t.eq(one_hot(0, 0), Err::<Vec<f32>, _>(0u32));
}
