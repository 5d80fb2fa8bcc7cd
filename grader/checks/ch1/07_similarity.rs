//! 1.7 Measuring similarity: the hidden checks.

use std::f32::consts::{FRAC_1_SQRT_2 as DIAGONAL, SQRT_2};

use harness::{Trial, check, strategy};
use model_oracle::{course, text, token};
use ndarray::Array2;

harness::subject! { similarity in "ch1/07_similarity" {
    fn dot(a: &[f32], b: &[f32]) -> f32,
        wrong in last_entry_lost, mean_of_products, panics_when_empty, signs_dropped,
            sums_multiplied;
    fn norm(a: &[f32]) -> f32,
        wrong in entries_added, panics_when_empty, root_of_the_mean, squared_norm;
    fn cosine(a: &[f32], b: &[f32]) -> Option<f32>,
        wrong in absolute_value, angle_for_cosine, distance_for_cosine, dot_only,
            entries_added, first_norm_missing, lengths_added, nan_at_zero, negatives_cut,
            not_cut_off, one_zero_overlooked, root_of_the_mean, second_norm_missing,
            short_taken_for_zero, signs_dropped, small_number_added, squared_norm,
            zero_at_zero;
    fn nearest(table: &Array2<f32>, id: u32, k: usize) -> Vec<(u32, f32)>,
        wrong in absolute_value, angle_for_cosine, ascending, close_taken_for_equal,
            column_for_row, cut_before_leaving_out, distance_for_cosine, dot_only,
            first_norm_missing, first_skipped, higher_id_first, ids_moved_up, lengths_added,
            likeness_skipped, minus_zero_after_zero, negatives_cut, not_sorted, one_too_many,
            only_positive, panics_at_zero, panics_past_the_end, query_returned,
            second_norm_missing, signs_dropped, sorted_by_size, straight_distance,
            unstable_sort, zero_at_zero;
    fn analogy(table: &Array2<f32>, a: u32, b: u32, c: u32, k: usize) -> Vec<(u32, f32)>,
        wrong in absolute_value, all_added, angle_for_cosine, ascending, b_and_c_exchanged,
            c_subtracted_too, close_taken_for_equal, column_for_row, cut_before_leaving_out,
            distance_for_cosine, dot_only, first_norm_missing, higher_id_first, ids_moved_up,
            inputs_returned, lengths_added, minus_zero_after_zero, negatives_cut, not_sorted,
            one_too_many, only_c_left_out, only_positive, panics_at_zero, panics_past_the_end,
            scaled_first, second_norm_missing, signs_dropped, sorted_by_size, step_backwards,
            straight_distance, unstable_sort, zero_at_zero;
} }

fn main() {
    harness::run(&[
        check("multiplies entry by entry and adds up", 2, dots).of("dot"),
        check("the length is the root of the squares' sum", 2, lengths).of("norm"),
        check("the dot product, without both lengths", 2, cosines).of("cosine"),
        check("no direction, no cosine", 1, no_direction).of("cosine"),
        check("1 with itself, -1 with its opposite", 1, itself_and_opposite).of("cosine"),
        check("never outside of -1 to 1, and the same both ways", 1, range).of("cosine"),
        check("how long a vector is does not count", 1, any_length).of("cosine"),
        check("the highest cosine first, the token left out", 2, nearest_first).of("nearest"),
        check("equal cosines: the lower id first", 2, ties).of("nearest"),
        check("rows without a direction are no neighbours", 1, zero_rows).of("nearest"),
        check("k of them, or as many as there are", 1, how_many).of("nearest"),
        check("for every table: the nearest, and nothing else", 1, every_table).of("nearest"),
        check("animals near animals in the course's model", 2, model_neighbours).of("nearest"),
        check("starts at c and takes the step from b to a", 2, steps).of("analogy"),
        check("a, b and c are no answers", 2, no_inputs).of("analogy"),
        check("no direction, no answer", 1, no_answer).of("analogy"),
        check("his - he + she in the course's model", 1, model_analogies).of("analogy"),
    ]);
}

fn dots(t: &mut Trial) {
    t.eq(dot(&[1.0, 2.0, 3.0], &[4.0, 0.0, -1.0]), 1.0f32);
    t.eq(dot(&[2.0], &[-3.0]), -6.0f32);
    t.eq(dot(&[1.0, 0.0], &[1.0, 1.0]), 1.0f32);
    t.eq(dot(&[0.5, -1.0, 2.0, 4.0], &[2.0, -3.0, 0.25, -1.0]), 0.5f32);
    t.eq(dot(&[], &[]), 0.0f32);
    t.for_all(strategy::ids(13, 12), |t, ids| {
        let (a, b) = two_vectors(&ids);
        t.eq(dot(&a, &b), product(&a, &b) as f32);
    });
}

fn lengths(t: &mut Trial) {
    // If a length is wrong, is it the squares, or what is made of them?
    t.eq(dot(&[3.0, -4.0], &[3.0, -4.0]), 25.0f32);
    t.eq(norm(&[3.0, -4.0]), 5.0f32);
    t.eq(norm(&[1.0, 2.0, 2.0]), 3.0f32);
    t.eq(norm(&[-2.0]), 2.0f32);
    t.eq(norm(&[1.0, 1.0]), SQRT_2);
    t.eq(norm(&[0.0, 0.0, 0.0]), 0.0f32);
    t.eq(norm(&[]), 0.0f32);
    t.for_all(strategy::ids(13, 6), |t, ids| {
        let a = small(&ids);
        t.eq(norm(&a), product(&a, &a).sqrt() as f32);
    });
}

fn cosines(t: &mut Trial) {
    // Short vectors, so that a quotient without one of the lengths is within -1 and 1 as well:
    // then nothing is cut off, and it looks the same whether the code cuts or not.
    t.eq(cosine(&[1.0, 0.0], &[1.0, 1.0]), Some(DIAGONAL));
    t.eq(cosine(&[0.3, 0.4], &[0.4, 0.3]), Some(0.96f32));
    t.eq(cosine(&[1.0, 0.0, 0.0, 0.0], &[-1.0, 1.0, -1.0, 1.0]), Some(-0.5f32));
    t.eq(cosine(&[0.5, 1.0, 1.0], &[1.0, -0.5, 1.0]), Some(0.444_444_4f32));
    t.eq(cosine(&[5.0, 0.0], &[0.0, -2.0]), Some(0.0f32));
    t.eq(cosine(&[0.5, 0.0], &[0.25, 1.0]), Some(0.242_535_63f32));
    let b = [1.0, 0.25, 0.0, -0.5, 0.25];
    t.eq(cosine(&[0.5, -1.0, 1.5, 0.0, 2.5], &b), Some(0.238_976_06f32));
    t.for_all(strategy::ids(13, 12), |t, ids| {
        let (a, b) = two_vectors(&ids);
        t.eq(cosine(&a, &b), exact(&a, &b).map(|cosine| cosine as f32));
    });
}

fn no_direction(t: &mut Trial) {
    // Entries of 0 are nothing special, a length of 0 is.
    t.eq(cosine(&[1.0, 0.0], &[1.0, 1.0]), Some(DIAGONAL));
    t.eq(cosine(&[1.0, 2.0], &[0.0, 0.0]), NO_COSINE);
    t.eq(cosine(&[0.0, 0.0, 0.0], &[1.0, 2.0, 3.0]), NO_COSINE);
    t.eq(cosine(&[0.0], &[0.0]), NO_COSINE);
    t.eq(cosine(&[], &[]), NO_COSINE);
}

fn itself_and_opposite(t: &mut Trial) {
    t.eq(cosine(&[3.0, 4.0], &[3.0, 4.0]), Some(1.0f32));
    t.eq(cosine(&[1.0, 2.0], &[-2.0, -4.0]), Some(-1.0f32));
    // Nothing is expected of it here. It tells a lost sign of the sum from lost signs in it.
    let _ = cosine(&[1.0, 2.0], &[2.0, -1.0]);
    t.for_all(strategy::ids(13, 6), |t, ids| {
        let a = with_direction(&ids);
        let opposite: Vec<f32> = a.iter().map(|x| -x).collect();
        t.eq_because(cosine(&a, &a), Some(1.0f32), "It points where it points itself.");
        t.eq_because(cosine(&a, &opposite), Some(-1.0f32), "All signs are turned around.");
    });
    t.for_all(strategy::ids(13, 12), |t, ids| {
        let (a, b) = two_vectors(&ids);
        let opposite: Vec<f32> = b.iter().map(|x| -x).collect();
        let (one, other) = (cosine(&a, &b), cosine(&a, &opposite));
        let holds = alike(one, other.map(|cosine| -cosine));
        t.holds(holds, "Turn one of the two around, and only the sign changes.");
    });
}

fn range(t: &mut Trial) {
    t.eq(cosine(&[1.0, 1.0], &[2.0, 2.0]), Some(1.0f32));
    t.eq(cosine(&[1e-8, 1e-8], &[2e-8, 2e-8]), Some(1.0f32));
    t.for_all(strategy::ids(13, 12), |t, ids| {
        let (a, b) = two_vectors(&ids);
        let (one, other) = (cosine(&a, &b), cosine(&b, &a));
        t.holds(alike(one, other), "Either order gives the same.");
    });
    t.for_all(strategy::ids(13, 6), |t, ids| {
        let a = with_direction(&ids);
        let longer: Vec<f32> = a.iter().map(|x| 1.7 * x).collect();
        let shorter: Vec<f32> = a.iter().map(|x| -0.3 * x).collect();
        for b in [&a, &longer, &shorter] {
            let cosine = cosine(&a, b).unwrap_or(0.0);
            let inside = (-1.0..=1.0).contains(&cosine);
            t.holds(
                inside,
                format!(
                    "A cosine is at least -1 and at most 1. To the last digit, this is {cosine}."
                ),
            );
        }
    });
}

fn any_length(t: &mut Trial) {
    t.eq(cosine(&[30.0, 0.0], &[0.3, 0.4]), Some(0.6f32));
    t.eq(cosine(&[0.03, 0.04], &[-400.0, 100.0]), Some(-0.388_057f32));
    t.eq(cosine(&[1e-8, 0.0], &[3e-8, 4e-8]), Some(0.6f32));
    t.eq(cosine(&[6e7, 8e7], &[1e8, 0.0]), Some(0.6f32));
    t.for_all(strategy::ids(13, 12), |t, ids| {
        let (a, b) = two_vectors(&ids);
        let longer: Vec<f32> = a.iter().map(|x| 8.0 * x).collect();
        let shorter: Vec<f32> = b.iter().map(|x| 0.25 * x).collect();
        let (one, other) = (cosine(&a, &b), cosine(&longer, &shorter));
        t.holds(alike(one, other), "Eight times as long, a quarter as long: the same cosine.");
    });
}

fn nearest_first(t: &mut Trial) {
    #[rustfmt::skip]
    let table = matrix(3, &[
        2.0, 0.0, 0.0,
        1.0, 1.0, 0.0,
        0.0, 3.0, 0.0,
        3.0, 0.0, 4.0,
        -1.0, 0.0, 0.0,
    ]);
    t.eq(nearest(&table, 0, 2), vec![(1, DIAGONAL), (3, 0.6)]);
    t.eq(nearest(&table, 0, 4), vec![(1, DIAGONAL), (3, 0.6), (2, 0.0), (4, -1.0)]);
    t.eq(nearest(&table, 3, 3), vec![(0, 0.6f32), (1, 0.424_264_07), (2, 0.0)]);
    t.eq(nearest(&table, 4, 2), vec![(2, 0.0f32), (3, -0.6)]);
    let table = matrix(2, &[1.0, 2.0, 2.0, -1.0, 3.0, 4.0]);
    t.eq(nearest(&table, 0, 2), vec![(2, 0.983_869_9f32), (1, 0.0)]);
}

fn ties(t: &mut Trial) {
    let table = matrix(2, &[0.0, 1.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 2.0, 0.0, 1.0]);
    t.eq(nearest(&table, 2, 5), vec![(1, 1.0f32), (3, 1.0), (0, 0.0), (4, 0.0), (5, 0.0)]);
    t.eq(nearest(&table, 1, 1), vec![(2, 1.0f32)]);
    t.eq(nearest(&table, 2, 3), vec![(1, 1.0f32), (3, 1.0), (0, 0.0)]);
    let near = "Row 2 has 0.447231 and row 1 has 0.447214. They are close, but not equal.";
    let table = matrix(2, &[1.0, 0.0, 1.0, 2.0, 1.0, 1.9999]);
    t.eq_because(nearest(&table, 0, 2), vec![(2, 0.447_231_5f32), (1, 0.447_213_6)], near);
    // Three rows, again and again: in the order of their cosine with the first.
    let table = matrix(2, &[1.0, 0.0, 0.0, 1.0, 1.0, 1.0].repeat(22));
    let every = |first: u32, cosine: f32| (0..22).map(move |i| (3 * i + first, cosine));
    let all = every(0, 1.0).skip(1).chain(every(2, DIAGONAL)).chain(every(1, 0.0));
    t.eq(nearest(&table, 0, 65), all.collect::<Vec<_>>());
    if t.holds_so_far() {
        let table = matrix(2, &[-1.0, 0.0, 0.0, -1.0, 0.0, 1.0]);
        t.eq_because(nearest(&table, 0, 2), vec![(1, 0.0f32), (2, 0.0)], ZEROS);
    }
}

fn zero_rows(t: &mut Trial) {
    let zeros = [0.0; 3];
    let table = matrix(3, &[&[1.0, 2.0, 2.0], &zeros[..], &[2.0, 1.0, 2.0], &zeros].concat());
    t.eq(nearest(&table, 0, 1), vec![(2, 0.888_888_9f32)]);
    t.eq(nearest(&table, 2, 3), vec![(0, 0.888_888_9f32)]);
    t.eq(nearest(&table, 1, 2), NOTHING);
}

fn how_many(t: &mut Trial) {
    let table = matrix(2, &[1.0, 0.0, 1.0, 1.0, 3.0, -1.0]);
    t.eq(nearest(&table, 0, 1), vec![(2, 0.948_683_3f32)]);
    t.eq(nearest(&table, 0, 0), NOTHING);
    t.eq(nearest(&table, 0, 2), vec![(2, 0.948_683_3f32), (1, DIAGONAL)]);
    t.eq(nearest(&table, 0, 3), vec![(2, 0.948_683_3f32), (1, DIAGONAL)]);
    t.eq(nearest(&table, 1, 1000), vec![(0, DIAGONAL), (2, 0.447_213_6)]);
    t.eq(nearest(&matrix(2, &[1.0, 1.0]), 0, 3), NOTHING);
}

fn every_table(t: &mut Trial) {
    t.eq(nearest(&matrix(1, &[1.0, -1.0, 2.0]), 0, 2), vec![(2, 1.0f32), (1, -1.0)]);
    t.for_all(strategy::ids(13, 24), |t, ids| {
        let rows = ids.len() / 3;
        if rows == 0 {
            return;
        }
        let table = matrix(3, &small(&ids[..3 * rows]));
        let (id, k) = (ids[0] % rows as u32, ids[1] as usize);
        let found = nearest(&table, id, k);
        let row = |id: u32| table.row(id as usize).to_vec();
        let with = |other: u32| exact(&row(id), &row(other)).map(|cosine| cosine as f32);
        let there_are = (0..rows as u32).filter(|&other| other != id && with(other).is_some());
        let outside: Vec<u32> =
            there_are.clone().filter(|other| !found.iter().any(|(id, _)| id == other)).collect();
        let right = |&(other, cosine): &(u32, f32)| {
            other != id && (other as usize) < rows && alike(with(other), Some(cosine))
        };
        let last = found.last().map_or(f32::INFINITY, |&(_, cosine)| cosine);
        let nearer = outside.iter().find(|&&other| with(other) > Some(last + 1e-5));
        let expected = k.min(there_are.count());
        let wrong = if let Some((other, _)) = found.iter().find(|entry| !right(entry)) {
            match (rows as u32).checked_sub(1) {
                _ if *other == id => format!("Token {id} is not among its own neighbours."),
                Some(highest) if *other > highest => format!("There is no row {other}."),
                _ => format!("The cosine of rows {id} and {other} is {}.", said(with(*other))),
            }
        } else if found.len() != expected {
            format!("{expected} neighbours belong in the list, and here are {}.", found.len())
        } else if found.windows(2).any(|two| two[0].1 < two[1].1) {
            "The highest cosine comes first, and none is higher than the one before it.".to_owned()
        } else if let Some(other) = nearer {
            format!("Row {other}, with the cosine {}, is nearer.", said(with(*other)))
        } else {
            return t.holds(outside.len() + found.len() >= expected, "No id comes twice.");
        };
        t.holds(false, wrong);
    });
}

/// Computed in 64 bits, in Python, from the file of weights.
fn model_neighbours(t: &mut Trial) {
    let table = &course().weights.wte;
    let animals = [(837, 0.538_45f32), (814, 0.511_18), (838, 0.486_83), (879, 0.484_62)];
    t.eq_because(nearest(table, token(" fox"), 4), animals.to_vec(), words("\" fox\"", &animals));
    if !t.holds_so_far() {
        return; // with this many rows, another call takes every mistake its time
    }
    let family = [(745, 0.966_04f32), (752, 0.964_37), (763, 0.918_96)];
    t.eq_because(
        nearest(table, token(" mother"), 3),
        family.to_vec(),
        words("\" mother\"", &family),
    );
    let numbers = [(770, 0.800_84f32), (553, 0.758_77), (671, 0.532_61), (693, 0.521_06)];
    t.eq_because(
        nearest(table, token(" three"), 4),
        numbers.to_vec(),
        words("\" three\"", &numbers),
    );
}

/// What is nearest to a token of the model, or to what is computed with some, spelled out.
fn words(query: &str, found: &[(u32, f32)]) -> String {
    let words: Vec<String> =
        found.iter().map(|&(id, _)| format!("{id} is {:?}", text(id))).collect();
    format!("In the course's model, these are nearest to {query}: {}.", words.join(", "))
}

/// The columns: royal, male, female. The rows: king, man, woman, queen, crown.
fn steps(t: &mut Trial) {
    #[rustfmt::skip]
    let table = matrix(3, &[
        1.0, 1.0, 0.0,
        0.0, 1.0, 0.0,
        0.0, 0.0, 1.0,
        1.0, 0.0, 1.0,
        1.0, 0.0, 0.0,
    ]);
    t.eq_because(
        analogy(&table, 0, 1, 2, 2),
        vec![(3, 1.0f32), (4, DIAGONAL)],
        "king - man + woman = (1, 1, 0) - (0, 1, 0) + (0, 0, 1) = (1, 0, 1): row 3, the queen.",
    );
    // (−1, 2) − (1, −2) + (4, −1) = (2, 3)
    let right = vec![(3, 0.980_580_7f32), (2, 0.832_050_3), (0, 0.789_352_2)];
    t.eq(analogy(&six_rows(), 4, 1, 5, 3), right);
    t.eq(analogy(&six_rows(), 2, 0, 5, 2), vec![(3, 0.948_683_3f32), (4, 0.6)]);
}

#[rustfmt::skip]
fn six_rows() -> Array2<f32> {
    matrix(2, &[
        3.0, 1.0,
        1.0, -2.0,
        0.0, 4.0,
        2.0, 2.0,
        -1.0, 2.0,
        4.0, -1.0,
    ])
}

fn no_inputs(t: &mut Trial) {
    // (2, 0) − (1, 0) + (0, 1) = (1, 1)
    let rows = [2.0, 0.0, 1.0, 0.0, 0.0, 1.0, 1.0, 3.0, -1.0, 1.0, 1.0, 3.0];
    let table = matrix(2, &rows);
    let right = vec![(3, 0.894_427_2f32), (5, 0.894_427_2), (4, 0.0)];
    t.eq(analogy(&table, 0, 1, 2, 3), right.clone());
    t.eq(analogy(&table, 0, 1, 2, 9), right);
    t.eq(analogy(&table, 0, 1, 2, 0), NOTHING);
    let table = six_rows();
    t.eq(analogy(&table, 0, 1, 2, 2), vec![(3, 0.874_157f32), (4, 0.737_154)]);
    t.eq(analogy(&table, 5, 2, 0, 2), vec![(1, 0.832_050_3f32), (3, 0.263_117)]);
    t.eq(analogy(&table, 3, 5, 3, 2), vec![(2, 1.0f32), (4, 0.894_427_2)]);
    // (2, 1) − (1, 2) + (0, 1) = (1, 0)
    let near = "Row 4 has 0.447231 and row 3 has 0.447214. They are close, but not equal.";
    let table = matrix(2, &[2.0, 1.0, 1.0, 2.0, 0.0, 1.0, 1.0, 2.0, 1.0, 1.9999]);
    t.eq_because(analogy(&table, 0, 1, 2, 2), vec![(4, 0.447_231_5f32), (3, 0.447_213_6)], near);
    if t.holds_so_far() {
        // (1, 1) − (2, 2) + (0, 1) = (−1, 0)
        let table = matrix(2, &[1.0, 1.0, 2.0, 2.0, 0.0, 1.0, 0.0, -1.0, 0.0, 1.0]);
        t.eq_because(analogy(&table, 0, 1, 2, 2), vec![(3, 0.0f32), (4, 0.0)], ZEROS);
    }
}

fn no_answer(t: &mut Trial) {
    // (1, 0) − (3, 0) + (2, 0) = (0, 0)
    let table = matrix(2, &[1.0, 0.0, 3.0, 0.0, 2.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
    t.eq(analogy(&table, 0, 3, 1, 2), vec![(2, 0.970_142_5f32)]);
    t.eq(analogy(&table, 1, 0, 4, 2), vec![(2, 1.0f32), (3, 0.0)]);
    t.eq(analogy(&table, 0, 1, 2, 2), NOTHING);
}

/// Computed as the neighbours were.
fn model_analogies(t: &mut Trial) {
    let table = &course().weights.wte;
    let ask = |a: &str, b: &str, c: &str| analogy(table, token(a), token(b), token(c), 1);
    let why = "In the course's model, \" his\" − \" he\" + \" she\" is nearest to 368, \" her\".";
    t.eq_because(ask(" his", " he", " she"), vec![(368, 0.943_33f32)], why);
    let why = "In the course's model, \" apple\" − \" apples\" + \" plums\" is nearest to 761, \" plum\".";
    t.eq_because(ask(" apple", " apples", " plums"), vec![(761, 0.841_67f32)], why);
    if t.holds_so_far() {
        let family = [(741, 0.942_107f32), (758, 0.942_071)];
        let [a, b, c] = [" brother", " sister", " grandmother"].map(token);
        let why = words("\" brother\" − \" sister\" + \" grandmother\"", &family);
        t.eq_because(analogy(table, a, b, c, 2), family.to_vec(), why);
    }
}

const NO_COSINE: Option<f32> = None;
const NOTHING: [(u32, f32); 0] = [];
const ZEROS: &str = "Both cosines are 0. 0.0 and -0.0 are equal numbers: the lower id comes first.";

/// Row after row of so many columns.
fn matrix(columns: usize, cells: &[f32]) -> Array2<f32> {
    Array2::from_shape_vec((cells.len() / columns, columns), cells.to_vec())
        .expect("whole rows of cells")
}

/// Ids as small numbers, halves between -3 and 3.
fn small(ids: &[u32]) -> Vec<f32> {
    ids.iter().map(|id| *id as f32 / 2.0 - 3.0).collect()
}

fn two_vectors(ids: &[u32]) -> (Vec<f32>, Vec<f32>) {
    let (a, b) = ids.split_at(ids.len() / 2);
    (small(a), small(&b[..a.len()]))
}

/// The same, with a 1 in front, so that the length is not 0.
fn with_direction(ids: &[u32]) -> Vec<f32> {
    [vec![1.0], small(ids)].concat()
}

fn product(a: &[f32], b: &[f32]) -> f64 {
    a.iter().zip(b).map(|(a, b)| f64::from(*a) * f64::from(*b)).sum()
}

fn exact(a: &[f32], b: &[f32]) -> Option<f64> {
    let lengths = (product(a, a) * product(b, b)).sqrt();
    (lengths > 0.0).then(|| product(a, b) / lengths)
}

/// Both `None`, or the same number but for rounding. NaN is like NaN: what is wrong with it is
/// said where a number is expected.
fn alike(a: Option<f32>, b: Option<f32>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-5 || (a.is_nan() && b.is_nan()),
        (a, b) => a.is_none() && b.is_none(),
    }
}

/// A cosine inside a sentence.
fn said(cosine: Option<f32>) -> String {
    cosine.map_or("None".to_owned(), |cosine| format!("{cosine:.5}"))
}
