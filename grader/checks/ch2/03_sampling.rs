//! 2.3 Sampling and decoding: the hidden checks.
//!
//! At a border between two answers every number is exact in binary, so that no rounding decides.

use std::cmp::Reverse;

use harness::{Trial, check, misconception, strategy};
use sampling::{Settings, softmax};

harness::subject! { sampling in "ch2/03_sampling" {
    fn greedy(logits: &[f32]) -> u32,
        wrong in last_of_equals, starts_at_zero;
    fn with_temperature(logits: &[f32], temperature: f32) -> Vec<f32>,
        wrong in multiplied, softmax_included;
    fn top_k(probabilities: &[f32], k: usize) -> Vec<f32>,
        wrong in in_order_of_id, kth_dropped, least_probable_kept, not_renormalized,
            panics_beyond_all, places_lost, softmax_again, ties_kept, ties_to_the_higher_id;
    fn top_p(probabilities: &[f32], p: f32) -> Vec<f32>,
        wrong in crossing_dropped, crossing_dropped_but_one, divided_by_p, in_order_of_id,
            least_probable_kept, not_renormalized, past_the_border, places_lost, softmax_again,
            threshold_for_sum, ties_kept, ties_to_the_higher_id;
    fn sample(probabilities: &[f32], u: f32) -> u32,
        wrong in border_to_the_left, border_to_the_left_but_zero, first_when_rounded,
            last_id_when_rounded, most_probable_first, most_probable_when_rounded, not_added_up,
            one_past_the_end, own_share_forgotten, runs_off_the_end, u_ignored, u_scaled;
    fn distribution(logits: &[f32], settings: &Settings) -> Vec<f32>,
        wrong in filter_before_temperature, small_is_zero, softmax_of_probabilities,
            temperature_after_softmax, temperature_forgotten, top_k_of_logits, top_p_before_top_k,
            zero_as_tiny, zero_by_softmax, zero_divided, zeros_among_logits;
    fn choose(logits: &[f32], settings: &Settings, u: f32) -> u32,
        wrong in greedy_always, settings_ignored;
} }

/// Those about `Settings`, which are the section's own, beside the others.
#[allow(dead_code, unused_variables, clippy::all)]
#[rustfmt::skip]
#[path = "../../mistakes/ch2/03_sampling"]
mod mistakes {
    pub use ::mistakes::*;
    pub mod filter_before_temperature;
    pub mod greedy_always;
    pub mod settings_ignored;
    pub mod small_is_zero;
    pub mod softmax_of_probabilities;
    pub mod temperature_after_softmax;
    pub mod temperature_forgotten;
    pub mod top_k_of_logits;
    pub mod top_p_before_top_k;
    pub mod zero_as_tiny;
    pub mod zero_by_softmax;
    pub mod zero_divided;
    pub mod zeros_among_logits;
}

fn main() {
    harness::run(&[
        check("finds the largest logit, the first of equals", 2, finds_largest).of("greedy"),
        check("divides each logit", 1, divides).of("with_temperature"),
        check("keeps the k most probable, renormalized", 2, keeps_k).of("top_k"),
        check("exactly k: of equals the lower ids", 2, breaks_ties).of("top_k"),
        check("for every distribution and k, also beyond V", 1, every_k).of("top_k"),
        check("takes tokens until their sum reaches p", 3, reaches_p).of("top_p"),
        check("the most probable first, wherever they stand", 1, most_probable_first).of("top_p"),
        check("for every distribution and p: the fewest", 1, every_p).of("top_p"),
        check("p = 1 keeps all, down to the least", 1, keeps_all).of("top_p"),
        check("draws the token that covers u", 2, covers).of("sample"),
        check("a border belongs to what begins there", 1, borders).of("sample"),
        check("u beyond the sum: the last that can be drawn", 2, beyond_the_sum).of("sample"),
        check("u from a grid: each token as often as it says", 1, grid).of("sample"),
        check("temperature, then softmax", 2, temperature_first).of("distribution"),
        check("the filters see what the temperature made", 2, filters_after).of("distribution"),
        check("top-k, then top-p", 1, top_k_first).of("distribution"),
        check("temperature 0 is greedy", 2, zero_is_greedy).of("distribution"),
        check("after \"Please bring seven\"", 1, real_distribution).of("distribution"),
        check("draws with u from the distribution", 1, chooses).of("choose"),
    ]);
}

fn settings(temperature: f32, top_k: Option<usize>, top_p: f32) -> Settings {
    Settings { temperature, top_k, top_p }
}

const NOTHING: f32 = f32::NEG_INFINITY;
/// The lesson's example.
const LOGITS: [f32; 3] = [2.0, 1.0, 0.1];
/// Exact in binary, and so are their sums.
const HALVES: [f32; 4] = [0.5, 0.25, 0.125, 0.125];

fn finds_largest(t: &mut Trial) {
    t.eq(greedy(&[0.5, 3.0, -1.0]), 1);
    t.eq(greedy(&[0.5, 3.0, -1.0, 3.0, 2.5]), 1);
    t.eq(greedy(&[-2.0, -1.5, -3.0, -1.5]), 1);
    t.eq(greedy(&[NOTHING, -5.0]), 1);
    t.eq(greedy(&[-4.0]), 0);
    t.for_all(strategy::ids(9, 8), |t, ids| {
        let logits = halves(&ids);
        t.eq(greedy(&logits), first_largest(&logits) as u32);
    });
}

/// Ids as logits from -2 to 2 in steps of a half; at least one.
fn halves(ids: &[u32]) -> Vec<f32> {
    let logits: Vec<f32> = ids.iter().map(|&id| id as f32 / 2.0 - 2.0).collect();
    if logits.is_empty() { vec![-1.0] } else { logits }
}

fn first_largest(logits: &[f32]) -> usize {
    (0..logits.len()).find(|&i| logits.iter().all(|&other| other <= logits[i])).unwrap_or(0)
}

fn divides(t: &mut Trial) {
    t.eq(with_temperature(&[2.0, 1.0, -3.0], 0.5), vec![4.0f32, 2.0, -6.0]);
    t.eq(with_temperature(&[2.0, 1.0, -3.0, 0.0, 0.5], 2.0), vec![1.0f32, 0.5, -1.5, 0.0, 0.25]);
    t.eq(with_temperature(&[4.0, NOTHING], 1.0), vec![4.0, NOTHING]);
}

fn keeps_k(t: &mut Trial) {
    t.eq(top_k(&[0.25, 0.125, 0.5, 0.125], 2), vec![1.0f32 / 3.0, 0.0, 2.0 / 3.0, 0.0]);
    t.eq(top_k(&[0.375, 0.0625, 0.25, 0.3125], 3), vec![0.4f32, 0.0, 4.0 / 15.0, 1.0 / 3.0]);
    t.eq(top_k(&[0.375, 0.0625, 0.25, 0.3125, 0.0], 1), vec![1.0f32, 0.0, 0.0, 0.0, 0.0]);
    let kept = above_zero(&top_k(&[0.5, 0.000_002, 0.5, 0.000_001], 3));
    t.holds(kept == [0, 1, 2], "Ids 0, 1 and 2 are kept and stay above 0; id 3 gets exactly 0.");
}

/// The ids that can be drawn.
fn above_zero(probabilities: &[f32]) -> Vec<usize> {
    (0..probabilities.len()).filter(|&id| probabilities[id] > 0.0).collect()
}

fn breaks_ties(t: &mut Trial) {
    t.eq(top_k(&[0.25, 0.375, 0.25, 0.125], 2), vec![0.4f32, 0.6, 0.0, 0.0]);
    t.eq(top_k(&[0.125, 0.25, 0.25, 0.125, 0.25], 2), vec![0.0f32, 0.5, 0.5, 0.0, 0.0]);
    t.eq(top_k(&[0.25, 0.25, 0.25, 0.25], 1), vec![1.0f32, 0.0, 0.0, 0.0]);
    t.eq(top_k(&HALVES, 3), vec![4.0f32 / 7.0, 2.0 / 7.0, 1.0 / 7.0, 0.0]);
}

fn every_k(t: &mut Trial) {
    t.eq(top_k(&HALVES, 4), HALVES.to_vec());
    t.eq(top_k(&HALVES, 9), HALVES.to_vec());
    t.for_all(strategy::ids(7, 32), |t, ids| {
        let counts = counts(&ids);
        let k = 1 + ids.iter().sum::<u32>() as usize % 9;
        let kept = ranking(&counts).into_iter().take(k).collect();
        t.eq(top_k(&of_32(&counts), k), shares(&counts, kept));
    });
}

/// How often each of seven ids is there. What is missing to 32 counts for id 3.
fn counts(ids: &[u32]) -> Vec<u32> {
    let mut counts = vec![0; 7];
    ids.iter().for_each(|&id| counts[id as usize] += 1);
    counts[3] += 32 - ids.len() as u32;
    counts
}

/// As probabilities: in 32nds they are exact, and so are all their sums.
fn of_32(counts: &[u32]) -> Vec<f32> {
    counts.iter().map(|&count| count as f32 / 32.0).collect()
}

/// All ids, the most frequent first, of equals the lower.
fn ranking(counts: &[u32]) -> Vec<usize> {
    let mut ids: Vec<usize> = (0..counts.len()).collect();
    ids.sort_by_key(|&id| (Reverse(counts[id]), id));
    ids
}

/// What is left when only `kept` may be drawn.
fn shares(counts: &[u32], kept: Vec<usize>) -> Vec<f32> {
    let sum: u32 = kept.iter().map(|&id| counts[id]).sum();
    let share = |id: usize| if kept.contains(&id) { counts[id] as f32 / sum as f32 } else { 0.0 };
    (0..counts.len()).map(share).collect()
}

fn reaches_p(t: &mut Trial) {
    let two = vec![2.0f32 / 3.0, 1.0 / 3.0, 0.0, 0.0];
    t.eq(top_p(&HALVES, 0.6), two.clone());
    t.eq_because(top_p(&HALVES, 0.75), two, "0.5 + 0.25 is 0.75, and that has reached it.");
    t.eq(top_p(&HALVES, 0.4), vec![1.0f32, 0.0, 0.0, 0.0]);
    t.eq(top_p(&HALVES, 0.5), vec![1.0f32, 0.0, 0.0, 0.0]);
    t.eq(top_p(&HALVES, 0.8), vec![4.0f32 / 7.0, 2.0 / 7.0, 1.0 / 7.0, 0.0]);
    t.eq(top_p(&HALVES, 0.9), HALVES.to_vec());
    let three = vec![4.0f32 / 7.0, 2.0 / 7.0, 1.0 / 7.0, 0.0];
    t.eq_because(top_p(&HALVES, 0.7501), three, "0.5 + 0.25 is below 0.7501: one more is needed.");
}

fn most_probable_first(t: &mut Trial) {
    t.eq(top_p(&[0.125, 0.5, 0.25, 0.125], 0.7), vec![0.0f32, 2.0 / 3.0, 1.0 / 3.0, 0.0]);
    t.eq(top_p(&[0.0625, 0.25, 0.0625, 0.625], 0.6), vec![0.0f32, 0.0, 0.0, 1.0]);
    t.eq(top_p(&[0.25, 0.125, 0.25, 0.125, 0.25], 0.3), vec![0.5f32, 0.0, 0.5, 0.0, 0.0]);
    t.eq(top_p(&[0.125, 0.125, 0.75], 0.8), vec![1.0f32 / 7.0, 0.0, 6.0 / 7.0]);
    let kept = above_zero(&top_p(&[0.000_001, 0.75, 0.25], 0.9));
    t.holds(kept == [1, 2], "Ids 1 and 2 are kept and stay above 0; id 0 gets exactly 0.");
}

fn every_p(t: &mut Trial) {
    t.for_all(strategy::ids(7, 32), |t, ids| {
        let counts = counts(&ids);
        let p = 1 + ids.len() as u32 * 30 / 32; // in 32nds, 1 to 31
        let mut sum = 0;
        let mut kept = ranking(&counts);
        kept.retain(|&id| {
            let needed = sum < p;
            sum += counts[id];
            needed
        });
        t.eq(top_p(&of_32(&counts), p as f32 / 32.0), shares(&counts, kept));
    });
}

fn keeps_all(t: &mut Trial) {
    t.eq(top_p(&HALVES, 1.0), HALVES.to_vec());
    t.eq(top_p(&[0.25, 0.0, 0.75], 1.5), vec![0.25f32, 0.0, 0.75]);
    // Two halves are 1 already, and then there is one in a thousand million.
    let least = 2f32.powi(-30);
    let kept = top_p(&[0.5, least, 0.5], 1.0);
    let all = kept.get(1).is_some_and(|&probability| probability > 0.0);
    t.holds(
        all,
        "A p of 1 keeps all tokens: id 1 is very improbable, but more than 0 before and after.",
    );
    if !all && kept.len() == 3 {
        t.blame(misconception!("ch2/03_sampling", tail_lost_at_one));
    }
}

/// Nothing here is at a border, and nothing beyond the sum.
fn covers(t: &mut Trial) {
    let p = [0.25, 0.0, 0.5, 0.25, 0.0];
    t.eq(sample(&p, 0.1), 0);
    t.eq(sample(&p, 0.2499), 0);
    t.eq(sample(&p, 0.3), 2);
    t.eq(sample(&p, 0.7), 2);
    t.eq(sample(&p, 0.8), 3);
    t.eq(sample(&p, 0.99), 3);
    t.eq(sample(&[0.0, 1.0, 0.0], 0.6), 1);
    t.eq(sample(&[0.125, 0.125, 0.125, 0.625], 0.3), 2);
}

fn borders(t: &mut Trial) {
    let p = [0.25, 0.0, 0.5, 0.25];
    t.eq(sample(&p, 0.25), 2);
    t.eq(sample(&p, 0.75), 3);
    t.eq(sample(&p, 0.0), 0);
    let never = "A token of probability 0 is never drawn.";
    t.eq_because(sample(&[0.0, 0.0, 0.5, 0.5], 0.0), 2, never);
}

/// The largest u there is.
const ALMOST_ONE: f32 = 1.0 - f32::EPSILON / 2.0;

fn beyond_the_sum(t: &mut Trial) {
    let p = [0.25, 0.5, 0.125, 0.0, 0.0];
    let covered = sample(&p, 0.8);
    t.eq_because(covered, 2, "Id 2 covers 0.75 to 0.875, also where all together are below 1.");
    let beyond = sample(&p, 0.9);
    t.eq_because(beyond, 2, "All together are 0.875, and u lies beyond: the last above 0.");
    // Of several that are equally probable, whichever: no planted one can agree with each.
    if (covered, beyond) == (2, 1) {
        t.blame(misconception!("ch2/03_sampling", most_probable_when_rounded));
    }
    // What rounding does. Where sums are made in f64, they are not short: id 11 all the same.
    let mut twelfths = [1.0 / 12.0; 13];
    twelfths[12] = 0.0;
    t.eq_because(sample(&twelfths, ALMOST_ONE), 11, "In f32 twelve twelfths are 0.9999999.");
    t.eq(sample(&[0.0, 0.875, 0.0], 0.875), 1);
}

fn grid(t: &mut Trial) {
    t.eq(sample(&HALVES, 0.6), 1);
    t.for_all(strategy::ids(7, 32), |t, ids| {
        let counts = counts(&ids);
        let p = of_32(&counts);
        let mut u = 0; // in 32nds
        for (id, &count) in (0u32..).zip(&counts) {
            for _ in 0..count {
                t.eq(sample(&p, u as f32 / 32.0), id);
                u += 1;
            }
        }
    });
}

fn temperature_first(t: &mut Trial) {
    t.eq(with_temperature(&LOGITS, 2.0), vec![1.0f32, 0.5, 0.05]);
    let flat = vec![0.501_688f32, 0.304_289, 0.194_023];
    t.eq(distribution(&LOGITS, &settings(2.0, None, 1.0)), flat);
    let sharp = vec![0.863_777f32, 0.116_9, 0.019_323];
    t.eq(distribution(&LOGITS, &settings(0.5, None, 1.0)), sharp);
    let own = vec![0.659_001f32, 0.242_433, 0.098_566];
    t.eq(distribution(&LOGITS, &settings(1.0, None, 1.0)), own);
    t.eq(distribution(&[1.0, NOTHING, 1.0], &settings(0.5, None, 1.0)), vec![0.5f32, 0.0, 0.5]);
    // Two mistakes look alike until a filter adds up what they made.
    let two = vec![0.880_797f32, 0.119_203, 0.0];
    t.eq(distribution(&LOGITS, &settings(0.5, None, 0.9)), two);
}

fn filters_after(t: &mut Trial) {
    // Which part is wrong, if one is?
    t.eq(top_p(&HALVES, 0.6), vec![2.0f32 / 3.0, 1.0 / 3.0, 0.0, 0.0]);
    t.eq(top_k(&HALVES, 2), vec![2.0f32 / 3.0, 1.0 / 3.0, 0.0, 0.0]);
    let two = vec![0.622_459f32, 0.377_541, 0.0];
    t.eq(distribution(&LOGITS, &settings(2.0, None, 0.6)), two.clone());
    t.eq(distribution(&LOGITS, &settings(2.0, Some(2), 1.0)), two);
    t.eq(distribution(&LOGITS, &settings(0.5, None, 0.7)), vec![1.0f32, 0.0, 0.0]);
    t.eq(distribution(&LOGITS, &settings(0.5, Some(1), 1.0)), vec![1.0f32, 0.0, 0.0]);
}

fn top_k_first(t: &mut Trial) {
    t.eq(with_temperature(&LOGITS, 1.0), LOGITS.to_vec());
    t.eq(top_k(&HALVES, 2), vec![2.0f32 / 3.0, 1.0 / 3.0, 0.0, 0.0]);
    t.eq(top_p(&HALVES, 0.6), vec![2.0f32 / 3.0, 1.0 / 3.0, 0.0, 0.0]);
    // Softmax makes HALVES of these.
    let logits = [4f32.ln(), 2f32.ln(), 0.0, 0.0];
    let one = vec![1.0f32, 0.0, 0.0, 0.0];
    t.eq(distribution(&logits, &settings(1.0, Some(2), 0.6)), one);
    let two = vec![2.0f32 / 3.0, 1.0 / 3.0, 0.0, 0.0];
    t.eq(distribution(&logits, &settings(1.0, Some(3), 0.8)), two.clone());
    t.eq(distribution(&logits, &settings(1.0, Some(2), 0.9)), two);
}

fn zero_is_greedy(t: &mut Trial) {
    t.eq(greedy(&[1.0, 3.0, 3.0]), 1);
    let outcome = distribution(&LOGITS, &settings(0.0, None, 1.0));
    let is_nan = outcome.iter().any(|probability| probability.is_nan());
    t.eq(outcome, vec![1.0f32, 0.0, 0.0]);
    if is_nan {
        t.blame(misconception!("ch2/03_sampling", zero_divided));
    }
    let tie = [1.0, 3.0, -2.0, 3.0, 0.5];
    let at_zero = distribution(&tie, &settings(0.0, None, 1.0));
    t.eq(at_zero.clone(), vec![0.0f32, 1.0, 0.0, 0.0, 0.0]);
    // However small the temperature that stands for 0, or without any.
    if at_zero == [0.0, 0.5, 0.0, 0.5, 0.0] {
        t.blame(misconception!("ch2/03_sampling", zero_as_tiny));
    }
    t.eq(distribution(&tie, &settings(0.0, Some(3), 0.9)), vec![0.0f32, 1.0, 0.0, 0.0, 0.0]);
    t.eq_because(
        distribution(&[0.0, 1e-9], &settings(0.0, None, 1.0)),
        vec![0.0f32, 1.0],
        "1e-9 is above 0, and greedy decoding takes the largest logit.",
    );
    let close = vec![0.622_459f32, 0.377_541];
    let own = distribution(&[0.5, 0.0], &settings(1.0, None, 1.0));
    t.eq(own.clone(), close.clone());
    let cold = distribution(&[0.05, 0.0], &settings(0.1, None, 1.0));
    t.eq_because(cold.clone(), close.clone(), "Only 0 is greedy: at 0.1 the two are 0.5 apart.");
    let coldest = distribution(&[0.005, 0.0], &settings(0.01, None, 1.0));
    t.eq_because(coldest.clone(), close, "Only 0 is greedy: at 0.01 the two are 0.5 apart.");
    // Wherever the border is: no planted one can agree with all of them.
    if own != [1.0, 0.0] && (cold == [1.0, 0.0] || coldest == [1.0, 0.0]) {
        t.blame(misconception!("ch2/03_sampling", small_is_zero));
    }
    t.for_all(strategy::ids(9, 6), |t, ids| {
        let logits = halves(&ids);
        let best = first_largest(&logits);
        let only_best: Vec<f32> =
            (0..logits.len()).map(|id| f32::from(u8::from(id == best))).collect();
        t.eq(distribution(&logits, &settings(0.0, None, 1.0)), only_best.clone());
        if logits.iter().filter(|&&logit| logit == logits[best]).count() == 1 {
            t.eq(distribution(&logits, &settings(1.0 / 64.0, None, 1.0)), only_best);
        }
    });
}

/// The prompt of the course's model that ends in "Please bring seven".
const SEVEN: usize = 16;

/// What may be drawn at all, in the order of ids, with its text.
fn drawable(probabilities: &[f32]) -> Vec<(String, f32)> {
    let kept = (0u32..).zip(probabilities).filter(|&(_, &probability)| probability > 0.0);
    kept.map(|(id, &probability)| (model_oracle::text(id), probability)).collect()
}

fn real_distribution(t: &mut Trial) {
    let logits = model_oracle::logits(SEVEN);
    let expected = |tokens: &[(&str, f32)]| -> Vec<(String, f32)> {
        tokens.iter().map(|&(text, probability)| (text.to_owned(), probability)).collect()
    };
    let cold = expected(&[
        (" nuts", 0.093_991),
        (" pears", 0.368_81),
        (" apples", 0.229_673),
        (" cherries", 0.078_791),
        (" plums", 0.228_736),
    ]);
    t.at("temperature 0.5, top-p 0.9")
        .eq(drawable(&distribution(&logits, &settings(0.5, None, 0.9))), cold);
    let hot = expected(&[
        (" nuts", 0.147_861),
        (" berries", 0.133_004),
        (" pears", 0.208_106),
        (" apples", 0.184_868),
        (" cherries", 0.141_482),
        (" plums", 0.184_679),
    ]);
    t.at("temperature 2, top-p 0.5")
        .eq(drawable(&distribution(&logits, &settings(2.0, None, 0.5))), hot);
    let both = expected(&[(" pears", 0.388_098), (" apples", 0.306_264), (" plums", 0.305_638)]);
    t.at("temperature 1, top-k 4, top-p 0.75")
        .eq(drawable(&distribution(&logits, &settings(1.0, Some(4), 0.75))), both);
}

fn chooses(t: &mut Trial) {
    let logits = [0.1, 2.0, 1.0];
    let two = settings(1.0, Some(2), 1.0);
    // Which part is wrong, if one is?
    t.eq(with_temperature(&logits, 1.0), logits.to_vec());
    t.eq(distribution(&logits, &two), vec![0.0f32, 0.731_059, 0.268_941]);
    t.eq(sample(&[0.0, 0.75, 0.25], 0.8), 2);
    t.eq(choose(&logits, &two, 0.05), 1);
    t.eq(choose(&logits, &two, 0.7), 1);
    t.eq(choose(&logits, &two, 0.8), 2);
    t.eq(choose(&logits, &settings(0.0, None, 1.0), 0.99), 1);
    let model = model_oracle::logits(SEVEN);
    let cold = settings(0.5, None, 0.9);
    // Nuts, pears, apples, cherries, plums.
    for (u, id) in [(0.05, 802), (0.3, 823), (0.6, 825), (0.75, 848), (0.9, 851)] {
        t.eq(choose(&model, &cold, u), id);
    }
}
