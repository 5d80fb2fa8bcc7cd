//! 1.3 Byte pair encoding: the hidden checks.

use std::collections::HashMap;

use bpe::{Pair, Words};
use harness::{Trial, check, misconception, strategy, stretch};
use support::bpe::{reference, replace};
use support::english;

harness::subject! { bpe in "ch1/03_bpe" {
    fn count_pairs(ids: &[u32]) -> HashMap<Pair, usize>,
        wrong in every_other_pair, runs_counted_once, order_ignored;
    fn merge(ids: &[u32], pair: Pair, new_id: u32) -> Vec<u32>,
        wrong in from_the_right, overlapping, right_half_stays, one_merge_a_pass, tail_dropped;
    fn train(bytes: &[u8], merges: usize) -> Vec<Pair>,
        wrong in largest_pair, last_seen, first_seen, text_for_ids, stops_at_singles,
            no_pair_left, counted_once;
    fn encode(bytes: &[u8], merges: &[Pair]) -> Vec<u32>,
        wrong in longest_match, leftmost_first, last_learned_first, one_pass_in_reverse,
            most_frequent_first, trains_anew;
    fn decode(ids: &[u32], merges: &[Pair]) -> Result<Vec<u8>, u32>,
        wrong in lossy_text, bytes_as_characters, one_level_deep, unknown_skipped;
    fn train_words(words: &mut Words, merges: usize) -> Vec<Pair>;
} }

#[rustfmt::skip]
#[path = "../../mistakes/ch1/03_bpe"]
mod of_words {
    pub mod dead_pairs;
    pub mod old_neighbours_kept;
    pub mod word_counts_forgotten;
}

fn main() {
    harness::run(&[
        check("counts every pair of neighbours", 1, counts_pairs).of("count_pairs"),
        check("merges left to right, never overlapping", 2, merges_left_to_right).of("merge"),
        check("merges everywhere and leaves the rest alone", 1, merges_any_ids).of("merge"),
        check("learns the most frequent pair, then counts anew", 1, learns_pepper).of("train"),
        check("stops when no pair is left, and not before", 1, stops_early).of("train"),
        check("equal counts: the smallest pair wins, every time", 2, breaks_ties).of("train"),
        check("learns the right merges from any bytes", 2, learns_any_bytes).of("train"),
        check("the training log of Sennrich's corpus", 1, training_log).of("train"),
        check("applies the merges in the order learned", 2, encodes_in_order).of("encode"),
        check("encodes a training text to training's own last ids", 2, encodes_as_trained)
            .of("encode"),
        check("spells every token out in bytes, emoji whole", 2, decodes_bytes).of("decode"),
        check("an unknown id is an error that says which", 1, decodes_unknown).of("decode"),
        check("decode undoes encode for every byte string", 1, round_trip).of("decode"),
        stretch("learns within words, weighted by their counts", 2, learns_words).of("train_words"),
        stretch("reads only the words that a merge changes", 3, counts_the_work).of("train_words"),
    ]);
}

fn counts_pairs(t: &mut Trial) {
    let map = |entries: &[(Pair, usize)]| entries.iter().copied().collect::<HashMap<_, _>>();
    t.eq(count_pairs(&[5, 6, 5, 6, 5]), map(&[((5, 6), 2), ((6, 5), 2)]));
    t.eq(count_pairs(&[8, 8, 8, 9]), map(&[((8, 8), 2), ((8, 9), 1)]));
    t.eq(count_pairs(&[1, 300, 1, 1, 300]), map(&[((1, 1), 1), ((1, 300), 2), ((300, 1), 1)]));
    t.eq(count_pairs(&[4]), map(&[]));
    t.eq(count_pairs(&[]), map(&[]));
    t.for_all(strategy::ids(4, 30), |t, ids| {
        let total: usize = count_pairs(&ids).values().sum();
        t.holds(
            total == ids.len().saturating_sub(1),
            format!("The counts of {} ids add up to one less; here it is {total}.", ids.len()),
        );
    });
}

fn merges_left_to_right(t: &mut Trial) {
    t.eq(merge(&[97, 97, 97], (97, 97), 256), vec![256, 97]);
    t.eq(merge(&[4, 4, 4, 4, 4, 9, 4, 4], (4, 4), 300), vec![300, 300, 4, 9, 300]);
    t.eq(merge(&[1, 2, 3, 1, 2, 2, 1], (1, 2), 256), vec![256, 3, 256, 2, 1]);
    t.eq(merge(&[256, 98, 256, 256, 98], (256, 98), 257), vec![257, 256, 257]);
}

fn merges_any_ids(t: &mut Trial) {
    t.eq(merge(&[1, 2, 3], (2, 1), 256), vec![1, 2, 3]);
    t.eq(merge(&[6], (6, 6), 256), vec![6]);
    t.eq(merge(&[], (6, 6), 256), NO_IDS);
    for pair in [(0, 0), (0, 1), (2, 1)] {
        t.for_all(strategy::ids(3, 24), |t, ids| {
            let mut expected = ids.clone();
            replace(&mut expected, pair, 256);
            t.eq(merge(&ids, pair, 256), expected);
        });
    }
}

/// No ties here: pe ×4, then pep ×3, then " pep" ×2.
fn learns_pepper(t: &mut Trial) {
    t.eq(train(b"pepper pep pep", 1), vec![(112, 101)]);
    t.eq(train(b"pepper pep pep", 3), vec![(112, 101), (256, 112), (32, 257)]);
    t.eq(train(b"ha haha hahaha", 3), vec![(104, 97), (256, 256), (32, 257)]);
    t.eq(train(b"pepper", 0), NO_PAIRS);
}

/// No ties here either.
fn stops_early(t: &mut Trial) {
    t.eq(train(b"xy", 5), vec![(120, 121)]);
    t.eq(train(b"xyxy", 5), vec![(120, 121), (256, 256)]);
    t.eq(train(b"mmmm", 5), vec![(109, 109), (256, 256)]);
    t.eq(train(b"m", 5), NO_PAIRS);
    t.eq(train(b"", 5), NO_PAIRS);
}

fn breaks_ties(t: &mut Trial) {
    if !trains_the_same_every_time(t) {
        return;
    }
    t.eq(train(b"cabd", 1), vec![(97, 98)]);
    t.eq(train(b"ababzz", 2), vec![(97, 98), (122, 122)]);
    t.eq(train(b"hubbub hubbub", 4), vec![(117, 98), (98, 256), (104, 256), (258, 257)]);
    t.eq(train(&[200, 9, 200, 7, 8, 255, 0], 2), vec![(7, 8), (9, 200)]);
}

/// Where no two pairs agree in count, any rule is right; where all do, a HashMap's order shows.
fn trains_the_same_every_time(t: &mut Trial) -> bool {
    let first = train(b"qwertyuiop", 2);
    let same = (0..4).all(|_| train(b"qwertyuiop", 2) == first);
    t.holds(same, "Training is the same every time: same text, same merges.");
    if !same {
        t.blame(misconception!("ch1/03_bpe", ties_by_hash_order));
    }
    same
}

fn learns_any_bytes(t: &mut Trial) {
    if !trains_the_same_every_time(t) {
        return;
    }
    for inputs in [strategy::few_letters(3, 40), strategy::bytes(30)] {
        t.for_all(inputs, |t, bytes| {
            let learned = train(&bytes, 12);
            let early = |(i, &(a, b)): (usize, &Pair)| a.max(b) < 256 + i as u32;
            if !learned.iter().enumerate().all(early) {
                return t.holds(false, "Every merge is of ids that exist when it is learned.");
            }
            t.eq(learned, reference(&[(&bytes, 1)], 12).0);
        });
    }
}

const SENNRICH: [(&[u8], usize); 4] = [(b"low", 5), (b"lower", 2), (b"widest", 3), (b"newest", 6)];

fn training_log(t: &mut Trial) {
    if !trains_the_same_every_time(t) {
        return;
    }
    let repeated = SENNRICH.iter().flat_map(|&(word, count)| vec![word; count]);
    let text = repeated.collect::<Vec<_>>().join(&b' ');
    let mut ids: Vec<u32> = text.iter().map(|&byte| byte.into()).collect();
    let mut tokens: Vec<Vec<u8>> = (0..=255).map(|byte| vec![byte]).collect();
    let mut log = "step  pair         text     count\n".to_owned();
    for (step, pair) in train(&text, 8).into_iter().enumerate() {
        let count = ids.windows(2).filter(|two| (two[0], two[1]) == pair).count();
        let part = |id: u32| tokens.get(id as usize).map_or(&b"?"[..], Vec::as_slice);
        let token = [part(pair.0), part(pair.1)].concat();
        let shown = format!("{:?}", String::from_utf8_lossy(&token));
        log += &format!("{step:<6}{:<13}{shown:<9}{count:>5}\n", format!("{pair:?}"));
        tokens.push(token);
        replace(&mut ids, pair, 256 + step as u32);
    }
    harness::picture!(t, "ch1_03_bpe_training_log", &log);
}

fn ok(bytes: Vec<u8>) -> Result<Vec<u8>, u32> {
    Ok(bytes)
}

fn err(id: u32) -> Result<Vec<u8>, u32> {
    Err(id)
}

const NO_IDS: [u32; 0] = [];
const NO_PAIRS: [Pair; 0] = [];
const A: u32 = 97;
const B: u32 = 98;
const C: u32 = 99;

fn encodes_in_order(t: &mut Trial) {
    // bc is learned first, and takes the b away from ab.
    t.eq(encode(b"abc", &[(B, C), (A, B)]), vec![A, 256]);
    // abc is a token, but ab, learned first, leaves nothing to build it from.
    t.eq(encode(b"abcabc", &[(A, B), (B, C), (A, 257)]), vec![256, C, 256, C]);
    // abc from bc, though ab stands further left.
    t.eq(encode(b"abc", &[(B, C), (A, 256), (A, B)]), vec![257]);
    // bc is more frequent here, but ab was learned first.
    t.eq(encode(b"abcbcbc", &[(A, B), (B, C)]), vec![256, C, 257, 257]);
    t.eq(encode(b"aaaaa", &[(A, A), (256, 256)]), vec![257, A]);
    t.eq(encode(b"xyz", &[(A, B)]), vec![120, 121, 122]);
    t.eq(encode(b"", &[(A, B)]), NO_IDS);
    t.eq(encode("é".as_bytes(), &[]), vec![195, 169]);
}

fn encodes_as_trained(t: &mut Trial) {
    for merges in [3, 12] {
        t.for_all(strategy::few_letters(3, 40), |t, bytes| {
            let (learned, mut ids) = reference(&[(&bytes, 1)], merges);
            t.eq(encode(&bytes, &learned), ids.remove(0));
        });
    }
    let (learned, _) = reference(&SENNRICH, 8);
    t.eq(encode(b"lowest, slowest", &learned), {
        let low = 259; // "low", and then "est" is 257
        vec![low, 257, 44, 32, 115, low, 257]
    });
}

fn decodes_bytes(t: &mut Trial) {
    let learned = [(B, C), (A, 256), (257, 257)];
    t.eq(decode(&[257, 120, 258], &learned), ok(b"abcxabcabc".to_vec()));
    t.eq(decode(&[], &learned), ok(vec![]));
    // The crab is 240 159 166 128: four tokens, or two of two bytes each, and whole again.
    let crab = "🦀!".as_bytes().to_vec();
    t.eq(decode(&[240, 159, 166, 128, 33], &[]), ok(crab.clone()));
    t.eq(decode(&[256, 257, 33], &[(240, 159), (166, 128)]), ok(crab));
    t.eq(decode(&[255, 192, 97], &[]), ok(vec![255, 192, 97]));
    t.for_all(strategy::text(12), |t, text| {
        let (learned, ids) = reference(&[(text.as_bytes(), 1)], 6);
        t.eq(decode(&ids[0], &learned), ok(text.into_bytes()));
    });
}

fn decodes_unknown(t: &mut Trial) {
    t.eq(decode(&[97, 257, 900], &[(A, B)]), err(257));
    t.eq(decode(&[256, 97], &[(A, B)]), ok(b"aba".to_vec()));
    t.eq(decode(&[300, 256], &[]), err(300));
    t.eq(decode(&[97, u32::MAX], &[(A, B)]), err(u32::MAX));
}

fn round_trip(t: &mut Trial) {
    let (learned, _) = reference(&[(english::text(2000).as_bytes(), 1)], 60);
    t.for_all(strategy::bytes(40), |t, bytes| {
        t.eq(decode(&encode(&bytes, &learned), &learned), ok(bytes));
    });
    t.for_all(strategy::text(20), |t, text| {
        t.eq(decode(&encode(text.as_bytes(), &learned), &learned), ok(text.into_bytes()));
    });
}

fn learns_words(t: &mut Trial) {
    let lists: [&[(&[u8], usize)]; 5] = [
        &[(b"tin", 1), (b"ten", 5), (b"in", 3)],
        &SENNRICH,
        &[(b"abcd", 9), (b"xab", 1), (b"cdx", 1), (b"bc", 4), (b"ad", 6)],
        &[(b"mmmmmmm", 3), (b"mmmn", 7), (b"nm", 20)],
        &[(b"q", 50), (b"", 2)],
    ];
    let keys = || train_words(&mut Words::new(&[(b"qwertyuiop", 1)]), 2);
    let first = keys();
    let same = (0..4).all(|_| keys() == first);
    t.holds(same, "Training is the same every time: same words, same merges.");
    if !same {
        return t.blame(misconception!("ch1/03_bpe", ties_by_hash_order));
    }
    let mut outcomes = Vec::new();
    for list in lists {
        let (learned, ids) = reference(list, 6);
        let mut words = Words::new(list);
        outcomes.push(train_words(&mut words, 6));
        t.eq(outcomes[outcomes.len() - 1].clone(), learned);
        if !t.holds_so_far() {
            continue;
        }
        let symbols: Vec<Vec<u32>> = (0..words.len()).map(|w| words.symbols(w).to_vec()).collect();
        t.holds(symbols == ids, format!("The words end as {ids:?}; here as {symbols:?}."));
    }
    let learn = |mistaken: fn(&mut Words, usize) -> Vec<Pair>| {
        lists.map(|list| mistaken(&mut Words::new(list), 6)).to_vec()
    };
    if outcomes == learn(of_words::word_counts_forgotten::train_words) {
        t.blame(misconception!("ch1/03_bpe", word_counts_forgotten));
    } else if outcomes == learn(of_words::old_neighbours_kept::train_words) {
        t.blame(misconception!("ch1/03_bpe", old_neighbours_kept));
    } else if all_right_then_more(&outcomes, &lists)
        && outcomes == learn(of_words::dead_pairs::train_words)
    {
        t.blame(misconception!("ch1/03_bpe", dead_pairs));
    }
}

/// Whether each outcome begins with all that there is to learn. (`Words::merge` calls the
/// learner's own `merge`; if that is wrong, so is everything that any mistake makes of it.)
fn all_right_then_more(outcomes: &[Vec<Pair>], lists: &[&[(&[u8], usize)]]) -> bool {
    outcomes.iter().zip(lists).all(|(outcome, list)| outcome.starts_with(&reference(list, 6).0))
}

fn counts_the_work(t: &mut Trial) {
    let text = english::text(200_000);
    // Without the rare words it is half the work, and the verdict comes sooner.
    let list: Vec<_> = english::words(&text).into_iter().filter(|(_, count)| *count > 2).collect();
    let symbols: usize = list.iter().map(|(word, _)| word.len()).sum();
    let mut words = Words::new(&list);
    let learned = train_words(&mut words, 100);
    let visits = words.visits();
    let expected = reference(&list, 100).0;
    let right = learned == expected;
    t.eq(learned, expected);
    t.holds(
        visits <= 30 * symbols,
        format!(
            "{} different words of {symbols} symbols: at most 30 visits for each symbol, \
             {} in all. Here {visits} symbols were read or merged.",
            words.len(),
            30 * symbols
        ),
    );
    if right && visits > 30 * symbols {
        t.blame(misconception!("ch1/03_bpe", everything_recounted));
    }
}
