//! 1.8 Position matters: the hidden checks.

use harness::{Trial, check, strategy, stretch};
use ndarray::Array2;
use support::position as oracle;

harness::subject! { position in "ch1/08_position" {
    fn sinusoidal(rows: usize, d: usize) -> Array2<f32>,
        wrong in base_1000, base_500000, column_taken_for_pair, exponent_from_the_column,
            exponent_doubled, exponent_without_the_two, first_to_last_speed, in_degrees, in_turns, multiplied, one_speed,
            positions_from_one, sin_and_cos_swapped, sines_then_cosines, transposed;
    fn add_positions(x: &Array2<f32>, table: &Array2<f32>, start: usize)
        -> Result<Array2<f32>, usize>,
        wrong in begins_again, embeddings_scaled, empty_text_refused, error_says_the_last,
            error_says_the_rows, error_says_the_start, last_row_again, last_row_refused,
            offset_ignored, one_row_for_all, panics_past_the_end, positions_from_one,
            silently_without_position, slices_past_the_end, table_instead_of_sum;
    fn rotate(x: &[f32], position: usize) -> Vec<f32>,
        wrong in added_instead_of_turned, base_1000, base_500000, exponent_doubled, exponent_without_the_two,
            first_overwritten, first_to_last_speed, halves_paired, in_degrees, in_turns, minus_missing,
            mirrored, multiplied, negated_angle, one_speed, positions_from_one,
            sin_and_cos_swapped;
    fn rotary_score(q: &[f32], m: usize, k: &[f32], n: usize) -> f32,
        wrong in cosine_for_score, direction_lost, divided_by_root_d, key_not_turned,
            positions_added, positions_swapped, query_not_turned, same_position_for_both,
            subtraction_overflows;
    fn learn_positions(table: &Array2<f32>, gradient: &Array2<f32>, start: usize, rate: f32)
        -> Result<Array2<f32>, usize>,
        wrong in empty_text_refused, error_says_the_last, error_says_the_rows,
            error_says_the_start, offset_ignored, panics_past_the_end, positions_from_one,
            rate_forgotten, row_overwritten, silently_without_position, uphill;
} }

fn main() {
    harness::run(&[
        check("position 1, in four columns and in others", 2, position_one).of("sinusoidal"),
        check("position 0 is 0, 1, 0, 1, …", 1, position_zero).of("sinusoidal"),
        check("each pair of columns turns at its own speed", 2, speeds).of("sinusoidal"),
        check("for every size: each number of the table", 2, every_table).of("sinusoidal"),
        check("adds to each row the table's row for it", 1, adds_rows).of("add_positions"),
        check("counts on from the start", 2, counts_from_start).of("add_positions"),
        check("a missing position is an error that says which", 1, missing).of("add_positions"),
        check("a text without rows lacks no position", 1, no_rows).of("add_positions"),
        check("a text in two parts, the same positions", 1, two_parts).of("add_positions"),
        check("turns a pair by the position in radians", 1, turns_a_pair).of("rotate"),
        check("neighbours are pairs, each at its own speed", 2, turns_pairs).of("rotate"),
        check("position 0 changes nothing", 1, nothing_at_zero).of("rotate"),
        check("turning keeps the length", 1, keeps_length).of("rotate"),
        check("for every vector: each number where it should be", 1, every_vector).of("rotate"),
        check("scores the two as turned, each by its position", 2, scores).of("rotary_score"),
        check("only the distance of the two counts", 2, distance_only).of("rotary_score"),
        stretch("only the rows that were used learn", 1, rows_learn).of("learn_positions"),
        stretch("a row that is missing cannot learn", 1, missing_rows).of("learn_positions"),
    ]);
}

/// Row after row of so many columns.
fn matrix(columns: usize, cells: &[f32]) -> Array2<f32> {
    Array2::from_shape_vec((cells.len() / columns, columns), cells.to_vec())
        .expect("whole rows of cells")
}

fn ok(columns: usize, cells: &[f32]) -> Result<Array2<f32>, usize> {
    Ok(matrix(columns, cells))
}

fn err(position: usize) -> Result<Array2<f32>, usize> {
    Err(position)
}

fn position_one(t: &mut Trial) {
    #[rustfmt::skip]
    t.eq(sinusoidal(2, 4), matrix(4, &[
        0.0, 1.0, 0.0, 1.0,
        0.841_471, 0.540_302_3, 0.009_999_83, 0.999_95,
    ]));
    #[rustfmt::skip]
    t.eq(sinusoidal(4, 2), matrix(2, &[
        0.0, 1.0,
        0.841_471, 0.540_302_3,
        0.909_297_4, -0.416_146_84,
        0.141_12, -0.989_992_5,
    ]));
    #[rustfmt::skip]
    t.eq(sinusoidal(2, 6), matrix(6, &[
        0.0, 1.0, 0.0, 1.0, 0.0, 1.0,
        0.841_471, 0.540_302_3, 0.046_399_2, 0.998_923, 0.002_154_4, 0.999_997_7,
    ]));
}

fn position_zero(t: &mut Trial) {
    t.eq(sinusoidal(1, 6), matrix(6, &[0.0, 1.0, 0.0, 1.0, 0.0, 1.0]));
    t.eq(sinusoidal(0, 4), matrix(4, &[]));
}

/// In eight columns the angles are p, p / 10, p / 100 and p / 1000.
fn speeds(t: &mut Trial) {
    #[rustfmt::skip]
    t.eq(sinusoidal(4, 8), matrix(8, &[
        0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0,
        0.841_471, 0.540_302_3, 0.099_833_4, 0.995_004_2, 0.009_999_8, 0.999_95, 0.001, 0.999_999_5,
        0.909_297_4, -0.416_146_8, 0.198_669_3, 0.980_066_6, 0.019_998_7, 0.999_8, 0.002, 0.999_998,
        0.141_12, -0.989_992_5, 0.295_520_2, 0.955_336_5, 0.029_995_5, 0.999_55, 0.003, 0.999_995_5,
    ]));
}

fn every_table(t: &mut Trial) {
    t.for_all(strategy::ids(12, 2), |t, ids| {
        let rows = ids.first().map_or(0, |&n| n as usize);
        let d = ids.last().map_or(2, |&n| 2 + 2 * n as usize);
        t.eq(sinusoidal(rows, d), matrix(d, &oracle::sinusoidal(rows, d)));
    });
}

/// A table that was learned: five positions, three columns.
#[rustfmt::skip]
fn learned_table() -> Array2<f32> {
    matrix(3, &[
        0.5, 0.25, 1.5,
        -0.5, 2.5, 0.0,
        1.0, 0.0, -0.25,
        0.75, -1.0, 2.0,
        0.0, 3.5, -1.5,
    ])
}

fn two_rows() -> Array2<f32> {
    matrix(3, &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0])
}

fn adds_rows(t: &mut Trial) {
    let table = matrix(2, &[0.0, 1.0, 0.5, 0.25, 10.0, 20.0]);
    t.eq(add_positions(&matrix(2, &[3.0, 4.0]), &table, 0), ok(2, &[3.0, 5.0]));
    let x = matrix(2, &[3.0, 4.0, 5.0, 6.0]);
    t.eq(add_positions(&x, &table, 0), ok(2, &[3.0, 5.0, 5.5, 6.25]));
    t.eq(add_positions(&x, &table, 1), ok(2, &[3.5, 4.25, 15.0, 26.0]));
    t.eq(add_positions(&matrix(3, &[]), &learned_table(), 0), ok(3, &[]));
}

fn counts_from_start(t: &mut Trial) {
    let table = learned_table();
    t.eq(add_positions(&two_rows(), &table, 1), ok(3, &[0.5, 4.5, 3.0, 5.0, 5.0, 5.75]));
    // Up to the last row.
    t.eq(add_positions(&two_rows(), &table, 3), ok(3, &[1.75, 1.0, 5.0, 4.0, 8.5, 4.5]));
    t.eq(add_positions(&matrix(3, &[1.0, 1.0, 1.0]), &table, 4), ok(3, &[1.0, 4.5, -0.5]));
}

fn missing(t: &mut Trial) {
    let table = learned_table();
    t.eq(add_positions(&two_rows(), &table, 4), err(5));
    let first = "The error is the first position that the table does not have.";
    let four = matrix(3, &[1.0; 12]);
    t.eq_because(add_positions(&four, &table, 3), err(5), first);
    t.eq_because(add_positions(&two_rows(), &table, 8), err(8), first);
    t.eq(add_positions(&matrix(3, &[1.0; 18]), &table, 0), err(5));
    t.eq(add_positions(&two_rows(), &matrix(3, &[]), 0), err(0));
}

fn no_rows(t: &mut Trial) {
    t.eq(add_positions(&matrix(3, &[]), &learned_table(), 9), ok(3, &[]));
}

fn two_parts(t: &mut Trial) {
    let table = matrix(3, &oracle::sinusoidal(9, 4)); // 12 rows, as good as any
    t.for_all(strategy::ids(7, 18), |t, ids| {
        let cells = small(&ids[..ids.len() - ids.len() % 3]);
        let start = ids.last().map_or(0, |&id| id as usize);
        let cut = cells.len() / 3 / 2;
        let (first, rest) = cells.split_at(3 * cut);
        let whole = add_positions(&matrix(3, &cells), &table, start);
        let parts = [(first, start), (rest, start + cut)]
            .map(|(cells, start)| add_positions(&matrix(3, cells), &table, start));
        let [Ok(first), Ok(rest)] = parts else {
            return t.holds(false, "The table has 12 rows, enough for each of these.");
        };
        let joined = [first.into_raw_vec_and_offset().0, rest.into_raw_vec_and_offset().0].concat();
        let same = whole.is_ok_and(|whole| whole.iter().zip(&joined).all(|(a, b)| close(*a, *b)));
        t.holds(same, "The two parts, one below the other, are what the whole text gives.");
    });
}

/// Ids as small numbers, halves between -2 and 2.
fn small(ids: &[u32]) -> Vec<f32> {
    ids.iter().map(|id| (id % 9) as f32 / 2.0 - 2.0).collect()
}

/// Within a thousandth: also an angle computed in f32 is good for that.
fn close(a: f32, b: f32) -> bool {
    (a - b).abs() <= 1e-3 * a.abs().max(b.abs()).max(1.0)
}

fn turns_a_pair(t: &mut Trial) {
    t.eq(rotate(&[1.0, 0.0], 1), vec![0.540_302_3f32, 0.841_471]);
    t.eq(rotate(&[0.0, 1.0], 1), vec![-0.841_471f32, 0.540_302_3]);
    t.eq(rotate(&[2.0, 1.0], 3), vec![-2.121_105f32, -0.707_752_5]);
    t.eq(rotate(&[], 3), Vec::<f32>::new());
}

fn turns_pairs(t: &mut Trial) {
    let turned = vec![-1.142_639_7f32, 1.922_075_6, 2.959_850_7, 4.029_799_5];
    t.eq(rotate(&[1.0, 2.0, 3.0, 4.0], 1), turned);
    let turned = vec![-2.234_741_7f32, 0.077_003_75, 2.919_405_4, 4.059_196];
    t.eq(rotate(&[1.0, 2.0, 3.0, 4.0], 2), turned);
    let turned = vec![-0.107_937_7f32, -3.160_435, 1.831_379_6, 0.946_598_5, -2.010_656, 0.978_398];
    t.eq(rotate(&[3.0, -1.0, 2.0, 0.5, -2.0, 1.0], 5), turned);
}

/// An even number of small numbers, and a position up to 40.
fn vector_and_position(ids: &[u32]) -> (Vec<f32>, usize) {
    let position = ids.first().map_or(0, |&id| id as usize);
    (small(&ids[..ids.len() - ids.len() % 2]), position)
}

fn nothing_at_zero(t: &mut Trial) {
    t.eq(rotate(&[3.0, 4.0, -1.0, 0.5], 0), vec![3.0f32, 4.0, -1.0, 0.5]);
    t.for_all(strategy::ids(41, 10), |t, ids| {
        let (x, _) = vector_and_position(&ids);
        t.eq(rotate(&x, 0), x);
    });
}

fn keeps_length(t: &mut Trial) {
    let length = |x: &[f32]| x.iter().map(|x| x * x).sum::<f32>().sqrt();
    t.for_all(strategy::ids(41, 10), |t, ids| {
        let (x, position) = vector_and_position(&ids);
        let (before, after) = (length(&x), length(&rotate(&x, position)));
        t.holds(
            close(before, after),
            format!("Its length is {before:.4}; turned, it is {after:.4}."),
        );
    });
}

fn every_vector(t: &mut Trial) {
    t.for_all(strategy::ids(41, 10), |t, ids| {
        let (x, position) = vector_and_position(&ids);
        t.near(rotate(&x, position), oracle::rotate(&x, position), 1e-4);
    });
}

fn scores(t: &mut Trial) {
    // Which of the two is wrong, if one is?
    t.eq(rotate(&[1.0, 2.0], 1), vec![-1.142_639_7f32, 1.922_075_6]);
    t.eq(rotary_score(&[1.0, 0.0], 5, &[1.0, 0.0], 3), -0.416_146_84f32);
    t.eq(rotary_score(&[1.0, 0.0], 1, &[0.0, 1.0], 0), 0.841_471f32);
    t.eq(rotary_score(&[1.0, 0.0], 0, &[0.0, 1.0], 1), -0.841_471f32);
    let (q, k) = ([1.0, 2.0, 3.0, 4.0], [2.0, 1.0, 0.0, -1.0]);
    t.eq(rotary_score(&q, 2, &k, 5), -7.444_823_6f32);
    t.eq(rotary_score(&q, 5, &k, 2), -8.471_517f32);
    let (q, k) = ([2.0, 0.0, -1.0, 1.0, 0.5, 3.0], [1.0, 1.0, 2.0, 0.0, -1.0, 4.0]);
    t.eq(rotary_score(&q, 7, &k, 3), 6.386_943_5f32);
    t.eq(rotary_score(&[3.0, 4.0], 9, &[2.0, 1.0], 9), 10.0f32);
}

fn distance_only(t: &mut Trial) {
    t.for_all(strategy::ids(41, 16), |t, ids| {
        let numbers = small(&ids[..ids.len() - ids.len() % 4]);
        let (q, k) = numbers.split_at(numbers.len() / 2);
        let at = |i: usize| ids.get(i).map_or(0, |&id| id as usize);
        let (m, n, further) = (at(0), at(1), 1 + at(2));
        let (here, there) =
            (rotary_score(q, m, k, n), rotary_score(q, m + further, k, n + further));
        t.holds(close(here, there), "The same distance, the same score, wherever the two stand.");
    });
}

fn rows_learn(t: &mut Trial) {
    let table = matrix(2, &[0.5, 0.5, 0.5, 0.0, 0.5, 0.5]);
    let learned = ok(2, &[0.5, 0.5, 0.0, 0.25, 0.5, 0.5]);
    t.eq(learn_positions(&table, &matrix(2, &[2.0, -1.0]), 1, 0.25), learned);
    let gradient = matrix(3, &[1.0, 0.0, -2.0, 0.0, 3.0, 1.0]);
    #[rustfmt::skip]
    let learned = [
        0.5, 0.25, 1.5,
        -0.5, 2.5, 0.0,
        0.5, 0.0, 0.75,
        0.75, -2.5, 1.5,
        0.0, 3.5, -1.5,
    ];
    t.eq(learn_positions(&learned_table(), &gradient, 2, 0.5), ok(3, &learned));
    t.eq(learn_positions(&table, &matrix(2, &[]), 9, 0.25), ok(2, &[0.5, 0.5, 0.5, 0.0, 0.5, 0.5]));
}

fn missing_rows(t: &mut Trial) {
    let table = learned_table();
    t.eq(learn_positions(&table, &two_rows(), 4, 0.5), err(5));
    let first = "The error is the first position that the table does not have.";
    t.eq_because(learn_positions(&table, &matrix(3, &[1.0; 12]), 3, 0.5), err(5), first);
    t.eq_because(learn_positions(&table, &two_rows(), 7, 0.5), err(7), first);
}
