//! 2.1 Inputs and outputs of a trained LLM: the hidden checks.

use harness::{Trial, check, strategy};
use ndarray::Array2;

harness::subject! { output in "ch2/01_outputs" {
    fn last_row(logits: &Array2<f32>) -> Option<Vec<f32>>,
        wrong in columns_for_rows, empty_row_for_none, first_row, one_before_the_last,
            panics_without_rows, probabilities_for_logits, rows_averaged;
    fn softmax(logits: &[f32]) -> Option<Vec<f32>>,
        wrong in divided_by_the_largest, largest_from_zero, largest_magnitude, naive_exp, never_none,
            none_for_empty_only, not_divided, only_powers, powers_of_two, shares_of_logits,
            shifted_above_only, smallest_subtracted;
    fn top(probabilities: &[f32], k: usize) -> Vec<(u32, f32)>,
        wrong in ids_from_one, in_order_of_ids, last_of_equals_first, least_first,
            panics_when_fewer, rank_for_id, unstable_sort, zeros_left_out;
    fn log_softmax(logits: &[f32]) -> Option<Vec<f32>>,
        wrong in binary_logarithm, clamped, digits_lost, largest_forgotten, largest_from_zero,
            largest_magnitude,
            log_of_softmax, naive_exp, never_none, none_for_empty_only, sign_turned,
            smallest_subtracted, sum_without_logarithm;
    fn perplexity(logits: &Array2<f32>, ids: &[u32]) -> Option<f32>,
        wrong in binary_logarithm, clamped, columns_for_rows, digits_lost, divided_by_all_ids,
            first_id_checked, infinite_for_none, largest_forgotten, last_row_needed,
            log_of_softmax, loss_for_perplexity, mean_of_inverses, mean_of_probabilities,
            minus_forgotten, naive_exp, nan_for_too_few, none_for_ruled_out, own_token_predicted,
            panics_on_unknown_ids, panics_without_ids, probabilities_multiplied, rows_not_counted,
            ruled_out_skipped, shifted_backwards, sign_turned, smallest_subtracted, sum_for_mean,
            sum_without_logarithm, targets_not_shifted, two_to_the_loss, unknown_skipped,
            whole_table;
} }

fn main() {
    harness::run(&[
        check("the row after the last token", 2, takes_the_last_row).of("last_row"),
        check("no rows: none is the last", 1, no_rows).of("last_row"),
        check("exp of each, divided by the sum of all", 2, shares).of("softmax"),
        check("large logits do not overflow", 2, large_logits).of("softmax"),
        check("very negative logits do not vanish", 1, negative_logits).of("softmax"),
        check("−∞ becomes 0; nothing left is None", 2, ruled_out).of("softmax"),
        check("for all logits: sum, order, and the same when shifted", 2, distribution)
            .of("softmax"),
        check("a row of the course's model", 1, real_logits).of("softmax"),
        check("the most probable first, with their ids", 2, most_probable).of("top"),
        check("of equal ones the lower id first", 1, equal_ones).of("top"),
        check("all of them when there are fewer than k", 1, fewer_than_k).of("top"),
        check("what the course's model expects next", 1, expects_next).of("top"),
        check("the logarithm of each probability", 1, logarithms).of("log_softmax"),
        check("also where the probability is 0 in f32", 2, too_small).of("log_softmax"),
        check("large logits lose no digits", 1, no_digits_lost).of("log_softmax"),
        check("−∞ stays; nothing left is None", 1, ruled_out_stays).of("log_softmax"),
        check("for all logits: differences stay, probabilities sum to 1", 1, differences)
            .of("log_softmax"),
        check("two predictions, by hand", 2, by_hand).of("perplexity"),
        check("each row against the id after it", 2, certain).of("perplexity"),
        check("equal logits have perplexity V", 1, knows_nothing).of("perplexity"),
        check("surprises, and what was ruled out", 1, surprises).of("perplexity"),
        check("fewer than two ids: nothing to measure", 1, too_few).of("perplexity"),
        check("as many rows as ids, or None", 1, other_length).of("perplexity"),
        check("an id or a row without probability: None", 1, not_predicted).of("perplexity"),
        check("a text, on the course's model", 1, measured).of("perplexity"),
    ]);
}

const OUT: f32 = f32::NEG_INFINITY;
const LN_2: f32 = std::f32::consts::LN_2;
const LN_3: f32 = 1.098_612_3;

/// Row after row of so many columns.
fn matrix(columns: usize, cells: &[f32]) -> Array2<f32> {
    Array2::from_shape_vec((cells.len() / columns, columns), cells.to_vec())
        .expect("whole rows of cells")
}

fn some(numbers: &[f32]) -> Option<Vec<f32>> {
    Some(numbers.to_vec())
}

fn none() -> Option<Vec<f32>> {
    None
}

fn takes_the_last_row(t: &mut Trial) {
    #[rustfmt::skip]
    let three = matrix(4, &[
        1.0, 2.0, 3.0, 4.0,
        5.0, 6.0, 7.0, 9.0,
        0.5, -1.0, 2.0, -3.0,
    ]);
    t.eq(last_row(&three), some(&[0.5, -1.0, 2.0, -3.0]));
    t.eq(last_row(&matrix(2, &[1.0, 8.0, 0.0, 4.0, 3.0, 5.0, 6.0, 2.0])), some(&[6.0, 2.0]));
    t.eq(last_row(&matrix(3, &[1.5, 2.5, -0.5])), some(&[1.5, 2.5, -0.5]));
}

fn no_rows(t: &mut Trial) {
    t.eq(last_row(&matrix(3, &[])), none());
    t.eq(last_row(&matrix(2, &[1.0, 2.0, 3.0, 4.0])), some(&[3.0, 4.0]));
}

fn shares(t: &mut Trial) {
    t.eq(softmax(&[0.0, LN_3]), some(&[0.25, 0.75]));
    t.eq(softmax(&[2.0, 1.0, 0.1]), some(&[0.659_001_1, 0.242_433, 0.098_565_89]));
    let shares = [0.167_087_06, 0.022_612_775, 0.748_832_3, 0.061_467_9];
    t.eq(softmax(&[-1.0, -3.0, 0.5, -2.0]), some(&shares));
    t.eq(softmax(&[4.0]), some(&[1.0]));
}

fn large_logits(t: &mut Trial) {
    t.eq(softmax(&[1000.0, 1000.0]), some(&[0.5, 0.5]));
    t.eq(softmax(&[10_000.0, 9999.0]), some(&[0.731_058_6, 0.268_941_42]));
    t.eq(softmax(&[89.0, 88.5, -2.0]), some(&[0.622_459_3, 0.377_540_67, 0.0]));
    t.eq(softmax(&[0.0, 10_000.0, -10_000.0]), some(&[0.0, 1.0, 0.0]));
}

/// A large logit first: who does not shift at all fails at that one.
fn negative_logits(t: &mut Trial) {
    t.eq(softmax(&[1000.0, 1000.0]), some(&[0.5, 0.5]));
    t.eq(softmax(&[-1000.0, 0.0]), some(&[0.0, 1.0]));
    t.eq(softmax(&[-1000.0, -1000.0]), some(&[0.5, 0.5]));
    t.eq(softmax(&[-10_000.0, -9999.0]), some(&[0.268_941_42, 0.731_058_6]));
    let shares = [0.422_318_8, 0.422_318_8, 0.155_362_4];
    t.eq(softmax(&[-1000.0, -1000.0, -1001.0]), some(&shares));
}

fn ruled_out(t: &mut Trial) {
    let p = softmax(&[0.0, OUT, LN_3]);
    t.eq(p.clone(), some(&[0.25, 0.0, 0.75]));
    let p = softmax(&[OUT, 3.0]).unwrap_or_default();
    t.holds(p.first() == Some(&0.0), "What is ruled out has exactly 0.");
    t.eq(softmax(&[1000.0, OUT]), some(&[1.0, 0.0]));
    t.eq(softmax(&[-1000.0, OUT]), some(&[1.0, 0.0]));
    t.eq(softmax(&[OUT, OUT, OUT]), none());
    t.eq(softmax(&[]), none());
}

/// Halves from -20 to 20.
fn halves(ids: &[u32]) -> Vec<f32> {
    ids.iter().map(|&id| id as f32 / 2.0 - 20.0).collect()
}

fn distribution(t: &mut Trial) {
    t.for_all(strategy::ids(81, 7), |t, ids| {
        let x = halves(&ids);
        if x.is_empty() {
            return;
        }
        let p = softmax(&x);
        let against = against_probabilities(&x, p.as_deref());
        t.holds(against.is_none(), against.unwrap_or_default());
        let Some(p) = p else { return };
        for shift in [1000.0, -1000.0] {
            let shifted: Vec<f32> = x.iter().map(|x| x + shift).collect();
            t.eq_because(
                softmax(&shifted),
                Some(p.clone()),
                "The same number added to every logit changes no probability.",
            );
        }
    });
}

/// What there is to say against these probabilities.
fn against_probabilities(x: &[f32], p: Option<&[f32]>) -> Option<String> {
    let Some(p) = p else {
        return Some("There is something to choose from: not None.".to_owned());
    };
    if p.len() != x.len() {
        return Some("There are as many probabilities as logits.".to_owned());
    }
    let sum: f32 = p.iter().sum();
    let whole = (sum - 1.0).abs() < 1e-5;
    if !whole {
        return Some(format!("The probabilities sum to 1. These sum to {sum}."));
    }
    let ordered = (0..x.len()).all(|i| (0..i).all(|j| (x[i] > x[j]) == (p[i] > p[j])));
    (!ordered).then(|| "The larger of two logits has the larger probability.".to_owned())
}

fn most_probable(t: &mut Trial) {
    let p = [0.05, 0.25, 0.1, 0.4, 0.2];
    t.eq(top(&p, 3), vec![(3u32, 0.4f32), (1, 0.25), (4, 0.2)]);
    t.eq(top(&p, 1), vec![(3u32, 0.4f32)]);
    t.eq(top(&[0.3, 0.7], 2), vec![(1u32, 0.7f32), (0, 0.3)]);
}

fn equal_ones(t: &mut Trial) {
    t.eq(top(&[0.2, 0.5, 0.1, 0.2], 3), vec![(1u32, 0.5f32), (0, 0.2), (3, 0.2)]);
    t.eq(top(&[0.25; 4], 2), vec![(0u32, 0.25f32), (1, 0.25)]);
    let p = [0.125, 0.25, 0.25, 0.125, 0.25];
    t.eq(top(&p, 4), vec![(1u32, 0.25f32), (2, 0.25), (4, 0.25), (0, 0.125)]);
    // A sort that is not stable shows in long lists only.
    let p: Vec<f32> = (0..60).map(|id| [0.01, 0.02, 0.03][id % 3] / 1.2).collect();
    t.eq(top(&p, 4), vec![(2u32, 0.025f32), (5, 0.025), (8, 0.025), (11, 0.025)]);
}

fn fewer_than_k(t: &mut Trial) {
    t.eq(top(&[0.3, 0.7], 3), vec![(1u32, 0.7f32), (0, 0.3)]);
    t.eq(top(&[0.0, 1.0, 0.0], 9), vec![(1u32, 1.0f32), (0, 0.0), (2, 0.0)]);
    t.eq(top(&[0.5, 0.5], 0), Vec::<(u32, f32)>::new());
    t.eq(top(&[], 4), Vec::<(u32, f32)>::new());
}

/// The begin token and `Once upon a time there was a beaver`.
fn beaver() -> Vec<u32> {
    model_oracle::prompts()[0].ids[..9].to_vec()
}

/// After `… "Please bring seven`: pears, apples, plums, nuts, cherries, berries.
#[rustfmt::skip]
const FRUIT: [(u32, f32); 6] = [
    (823, 0.248_919_76), (825, 0.196_432_33), (851, 0.196_031_29),
    (802, 0.125_661_25), (848, 0.115_052_36), (818, 0.101_676_66),
];

/// What Hugging Face's code computes after that prompt.
fn real_logits(t: &mut Trial) {
    let Some(p) = softmax(&model_oracle::logits(16)) else {
        return t.holds(false, "These are ordinary logits: not None.");
    };
    let theirs = |(id, _)| p.get(id as usize).map(|&p| (id, p));
    t.at("pears, apples, plums, nuts, cherries, berries")
        .eq(FRUIT.map(theirs).to_vec(), FRUIT.map(Some).to_vec());
}

fn expects_next(t: &mut Trial) {
    let Some(p) = softmax(&model_oracle::logits(16)) else {
        return t.holds(false, "These are ordinary logits: not None.");
    };
    // Which of the two is wrong, if one is?
    t.at("softmax, id 823").eq(p.get(823).copied(), Some(FRUIT[0].1));
    t.at("pears, apples, plums, nuts, cherries, berries").eq(top(&p, 6), FRUIT.to_vec());
    let logits = model_oracle::all_logits(model_oracle::course(), &beaver()[..5]);
    let Some(p) = last_row(&logits).and_then(|row| softmax(&row)) else {
        return t.holds(false, "There are five rows of ordinary logits: not None.");
    };
    t.at("after \"Once upon a time\": there, a, comma")
        .eq(top(&p, 3), vec![(356u32, 0.539_372_4f32), (257, 0.247_304_9), (44, 0.210_752_4)]);
}

fn logarithms(t: &mut Trial) {
    t.eq(log_softmax(&[7.0, 7.0]), some(&[-LN_2, -LN_2]));
    t.eq(log_softmax(&[0.0, LN_3]), some(&[-1.386_294_4, -0.287_682_07]));
    t.eq(log_softmax(&[2.0, 1.0, 0.1]), some(&[-0.417_03, -1.417_03, -2.317_03]));
    t.eq(log_softmax(&[4.0]), some(&[0.0]));
}

fn too_small(t: &mut Trial) {
    let got = log_softmax(&[0.0, -200.0]);
    t.eq(got.clone(), some(&[0.0, -200.0]));
    // Kept from being 0 by whatever number: no planted one can agree with all of them.
    if let Some([first, second]) = got.as_deref()
        && first.abs() < 1e-3
        && (-150.0..-5.0).contains(second)
    {
        t.blame(harness::misconception!("ch2/01_outputs", clamped));
    }
    let logarithms = [-0.313_261_7, -150.313_26, -1.313_261_7];
    t.eq(log_softmax(&[150.0, 0.0, 149.0]), some(&logarithms));
    t.eq(log_softmax(&[10_000.0, -10_000.0]), some(&[0.0, -20_000.0]));
}

fn no_digits_lost(t: &mut Trial) {
    t.eq(log_softmax(&[10_000.0, 10_000.0]), some(&[-LN_2, -LN_2]));
    t.eq(log_softmax(&[10_000.0, 9999.0]), some(&[-0.313_261_7, -1.313_261_7]));
    let logarithms = [-1.551_444_7, -0.551_444_7, -1.551_444_7];
    t.eq(log_softmax(&[-10_000.0, -9999.0, -10_000.0]), some(&logarithms));
}

fn ruled_out_stays(t: &mut Trial) {
    t.eq(log_softmax(&[0.0, OUT, 0.0]), some(&[-LN_2, OUT, -LN_2]));
    t.eq(log_softmax(&[1000.0, OUT]), some(&[0.0, OUT]));
    t.eq(log_softmax(&[-1000.0, OUT]), some(&[0.0, OUT]));
    t.eq(log_softmax(&[OUT, OUT, OUT]), none());
    t.eq(log_softmax(&[]), none());
}

fn differences(t: &mut Trial) {
    t.for_all(strategy::ids(81, 7), |t, ids| {
        let x = halves(&ids);
        if x.is_empty() {
            return;
        }
        let against = against_logarithms(&x, log_softmax(&x).as_deref());
        t.holds(against.is_none(), against.unwrap_or_default());
    });
}

/// What there is to say against these logarithms.
fn against_logarithms(x: &[f32], logs: Option<&[f32]>) -> Option<String> {
    let Some(logs) = logs else {
        return Some("There is something to choose from: not None.".to_owned());
    };
    if logs.len() != x.len() {
        return Some("There are as many logarithms as logits.".to_owned());
    }
    let offset = |(log, x): (&f32, &f32)| log - x;
    let first = logs.iter().zip(x).map(offset).next().unwrap_or_default();
    let same = logs.iter().zip(x).map(offset).all(|o| (o - first).abs() < 1e-4);
    if !same {
        return Some("Two logarithms are as far apart as their logits.".to_owned());
    }
    let sum: f32 = logs.iter().map(|log| log.exp()).sum();
    let whole = (sum - 1.0).abs() < 1e-4;
    let note = "exp of a logarithm is a probability, and those sum to 1. These sum to";
    (!whole).then(|| format!("{note} {sum}."))
}

fn by_hand(t: &mut Trial) {
    // Which of the two is wrong, if one is?
    t.eq(log_softmax(&[0.0, LN_3]), some(&[-1.386_294_4, -0.287_682_07]));
    // 3/4 and 1/2.
    let logits = matrix(2, &[0.0, LN_3, 5.0, 5.0, 9.0, 0.0]);
    t.eq(perplexity(&logits, &[0, 1, 0]), Some(1.632_993_2f32));
    #[rustfmt::skip]
    let logits = matrix(3, &[
        2.0, 1.0, 0.1,
        0.0, -1.0, 1.5,
        0.5, 3.0, -2.0,
        1.0, 1.0, 0.5,
    ]);
    t.eq(perplexity(&logits, &[1, 0, 2, 1]), Some(1.291_966f32));
}

/// Each row is all but certain of one token, and that comes next.
fn certain(t: &mut Trial) {
    #[rustfmt::skip]
    let logits = matrix(3, &[
        0.0, 20.0, 0.0,
        0.0, 0.0, 20.0,
        20.0, 0.0, 0.0,
        0.0, 20.0, 0.0,
        0.0, 0.0, 20.0,
    ]);
    t.eq(perplexity(&logits, &[0, 1, 2, 0, 1]), Some(1.0f32));
    t.near(perplexity(&logits, &[1, 1, 2, 0, 2]), Some(148.413_16f32), 1e-4);
}

/// 300 ids, each guessed among 16: the product of the probabilities is 2^-1196, 0 even in f64.
fn long_text(t: &mut Trial) {
    let ids: Vec<u32> = (0..300).map(|id| id % 16).collect();
    t.near(perplexity(&matrix(16, &[1.5; 4800]), &ids), Some(16.0f32), 1e-4);
}

fn knows_nothing(t: &mut Trial) {
    t.eq(perplexity(&matrix(5, &[1.0; 15]), &[4, 0, 3]), Some(5.0f32));
    long_text(t);
    t.for_all(strategy::ids(9, 8), |t, ids| {
        let (v, len) = (9 + ids.len(), 2 + ids.len());
        let text: Vec<u32> = [0, 8].into_iter().chain(ids).collect();
        t.eq(perplexity(&matrix(v, &vec![2.5; v * len]), &text), Some(v as f32));
    });
}

fn surprises(t: &mut Trial) {
    #[rustfmt::skip]
    let logits = matrix(2, &[
        0.0, -200.0,
        1.0, 0.0,
        0.0, 2.0,
        3.0, 3.0,
        0.0, 1.0,
    ]);
    // Before it: who multiplies probabilities fails at this one already.
    long_text(t);
    // e^(201.133357 / 4)
    t.near(perplexity(&logits, &[0, 1, 0, 1, 1]), Some(6.882_95e21f32), 1e-3);
    let logits = matrix(3, &[0.0, OUT, 0.0, 1.0, 1.0, 1.0, 2.0, 0.0, 0.0]);
    t.eq(perplexity(&logits, &[0, 1, 2]), Some(f32::INFINITY));
    t.eq(perplexity(&logits, &[0, 2, 2]), Some(6f32.sqrt()));
    t.eq(perplexity(&matrix(2, &[1000.0, 1000.0, 0.0, 0.0]), &[0, 1]), Some(2.0f32));
}

fn too_few(t: &mut Trial) {
    t.eq(perplexity(&matrix(3, &[1.0, 2.0, 3.0]), &[1]), None::<f32>);
    t.eq(perplexity(&matrix(3, &[]), &[]), None::<f32>);
}

fn other_length(t: &mut Trial) {
    t.eq(perplexity(&matrix(3, &[1.0; 9]), &[0, 1, 2]), Some(3.0f32));
    t.eq(perplexity(&matrix(3, &[1.0; 9]), &[0, 1]), None::<f32>);
    t.eq(perplexity(&matrix(3, &[1.0; 6]), &[0, 1, 2]), None::<f32>);
    t.eq(perplexity(&matrix(3, &[1.0; 9]), &[0, 1, 2, 1]), None::<f32>);
}

fn not_predicted(t: &mut Trial) {
    let logits = matrix(3, &[1.0; 12]);
    let unknown = "V is 3: there is no id 3.";
    t.eq_because(perplexity(&logits, &[0, 1, 3, 1]), None::<f32>, unknown);
    t.eq(perplexity(&logits, &[0, 1, 2, 1023]), None::<f32>);
    let logits = matrix(2, &[0.0, 0.0, OUT, OUT, 0.0, 0.0]);
    t.eq_because(perplexity(&logits, &[0, 1, 0]), None::<f32>, "Row 1 has no softmax.");
    let last = "The last row predicts none of the ids: it may be anything.";
    t.eq_because(perplexity(&matrix(2, &[0.0, 0.0, OUT, OUT]), &[0, 1]), Some(2.0f32), last);
    let first = "No row predicts the first id: it may be anything.";
    t.eq_because(perplexity(&matrix(2, &[0.0; 4]), &[9, 1]), Some(2.0f32), first);
}

fn measured(t: &mut Trial) {
    let logits_of = |ids: &[u32]| model_oracle::all_logits(model_oracle::course(), ids);
    let text = beaver();
    t.near(perplexity(&logits_of(&text), &text), Some(2.114_480_4f32), 1e-4);
    let mut backwards = text;
    backwards[1..].reverse();
    let measured = perplexity(&logits_of(&backwards), &backwards);
    t.at("the same words backwards").near(measured, Some(96_132.6f32), 1e-3);
}
