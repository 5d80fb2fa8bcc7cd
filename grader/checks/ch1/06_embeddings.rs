//! 1.6 From token IDs to vectors: the hidden checks.

use std::fmt::Write;

use harness::{Trial, check, strategy};
use model_oracle as model;
use ndarray::{Array2, Axis, s};

harness::subject! { embedding in "ch1/06_embeddings" {
    fn embed(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32>,
        wrong in bound_off_by_one, clamped, columns_for_rows, columns_stacked, counted_from_one,
            error_says_the_largest, error_says_the_last, error_says_the_place,
            error_says_the_rows, ids_deduplicated, ids_in_a_set, ids_sorted, last_row_refused,
            modulo, neighbours_deduplicated, no_ids_no_columns, on_its_side,
            panics_past_the_end, unknown_as_zeros, unknown_skipped;
    fn embed_one_hot(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32>,
        wrong in bound_off_by_one, clamped, counted_from_one, error_says_the_largest,
            error_says_the_last, error_says_the_place, error_says_the_rows, ids_deduplicated,
            ids_in_a_set, ids_sorted, last_row_refused, modulo, neighbours_deduplicated,
            no_ids_no_columns, on_its_side, one_hot_itself, one_hot_summed,
            panics_past_the_end, unknown_as_zeros, unknown_skipped;
    fn scores(table: &Array2<f32>, x: &Array2<f32>) -> Array2<f32>,
        wrong in cosine_for_score, distance_for_score, divided_by_root_d, last_vector_only,
            on_its_side, softmax_on_top;
    fn train_step(table: &Array2<f32>, a: u32, b: u32, together: bool, rate: f32) -> Array2<f32>,
        wrong in always_together, apart_as_minus_one, apart_as_one, apart_sign_forgotten,
            error_forgotten, one_after_the_other, only_one_row_moves, own_row_added,
            pulled_by_the_difference, rate_forgotten, score_for_sureness,
            second_from_the_new_first, sigmoid_mirrored, sigmoid_overflows, squared_error,
            sureness_anew, uphill;
} }

fn main() {
    harness::run(&[
        check("row after row, as the ids say", 2, looks_up).of("embed"),
        check("an id without a row is an error that says which", 2, unknown).of("embed"),
        check("for every list of ids: the rows, or the error", 1, every_list).of("embed"),
        check("GPT-2's table: 38,597,376 numbers", 1, gpt2).of("embed"),
        check("model/'s rows, as Hugging Face looks them up", 1, model_rows).of("embed"),
        check("one-hot rows times the table", 2, one_hot).of("embed_one_hot"),
        check("the same errors as the lookup", 1, one_hot_unknown).of("embed_one_hot"),
        check("for every list of ids: exactly the lookup", 1, exactly_the_lookup)
            .of("embed_one_hot"),
        check("every vector against every row", 2, scores_all).of("scores"),
        check("model/'s logits, as Hugging Face has them", 1, model_logits).of("scores"),
        check("pulls two words together", 2, pulls).of("train_step"),
        check("pushes two words apart", 1, pushes).of("train_step"),
        check("the surer it is, the less it learns", 1, surer).of("train_step"),
        check("two rows move, whichever is named first", 1, two_rows).of("train_step"),
        check("model/'s kite comes to the fox, and so to deer and wolf", 2, kite).of("train_step"),
    ]);
}

/// Row after row of so many columns.
fn matrix(columns: usize, cells: &[f32]) -> Array2<f32> {
    Array2::from_shape_vec((cells.len() / columns, columns), cells.to_vec())
        .expect("whole rows of cells")
}

fn ok(columns: usize, cells: &[f32]) -> Result<Array2<f32>, u32> {
    Ok(matrix(columns, cells))
}

fn err(id: u32) -> Result<Array2<f32>, u32> {
    Err(id)
}

/// Four words in two columns: the lesson's.
fn small() -> Array2<f32> {
    matrix(2, &[0.5, -1.0, 2.0, 1.0, -1.0, 2.0, 2.0, 2.0])
}

/// V = 7, d = 4.
#[rustfmt::skip]
fn table() -> Array2<f32> {
    matrix(4, &[
        0.5, -1.0, 2.0, 0.25,
        1.5, 0.0, -0.5, 1.0,
        -2.0, 1.0, 0.5, 3.0,
        0.0, 4.0, -1.0, 0.75,
        2.5, -0.25, 1.0, -1.5,
        1.0, 0.5, -3.0, 2.0,
        -1.0, -2.0, 0.0, 0.5,
    ])
}

fn looks_up(t: &mut Trial) {
    t.eq(embed(&small(), &[1, 0, 1]), ok(2, &[2.0, 1.0, 0.5, -1.0, 2.0, 1.0]));
    t.eq(embed(&small(), &[3]), ok(2, &[2.0, 2.0]));
    #[rustfmt::skip]
    t.eq(embed(&table(), &[3, 1, 0]), ok(4, &[
        0.0, 4.0, -1.0, 0.75,
        1.5, 0.0, -0.5, 1.0,
        0.5, -1.0, 2.0, 0.25,
    ]));
    #[rustfmt::skip]
    t.eq(embed(&table(), &[6, 6, 4, 6, 5]), ok(4, &[
        -1.0, -2.0, 0.0, 0.5,
        -1.0, -2.0, 0.0, 0.5,
        2.5, -0.25, 1.0, -1.5,
        -1.0, -2.0, 0.0, 0.5,
        1.0, 0.5, -3.0, 2.0,
    ]));
    t.eq(embed(&table(), &[]), ok(4, &[]));
}

fn unknown(t: &mut Trial) {
    // The first of the four is neither the last nor the largest nor the smallest. They all come
    // before the id V: a panic would end the check there.
    let first = "The error is the first id that has no row: the id itself, as it stands there.";
    t.eq_because(embed(&small(), &[1, 6, 5, 9, 0, 8]), err(6), first);
    t.eq(embed(&small(), &[4]), err(4));
    t.eq_because(embed(&table(), &[2, 9, 8, 11, 0, 10]), err(9), first);
    t.eq(embed(&table(), &[6, 7]), err(7));
    t.eq(embed(&small(), &[65_538]), err(65_538));
    t.eq(embed(&table(), &[0, u32::MAX]), err(u32::MAX));
}

fn every_list(t: &mut Trial) {
    let table = table();
    t.for_all(strategy::ids(9, 8), |t, ids| {
        let expected = match ids.iter().find(|&&id| id >= 7) {
            Some(&id) => Err(id),
            None => {
                let row = |&id: &u32| table.row(id as usize).to_vec();
                ok(4, &ids.iter().flat_map(row).collect::<Vec<_>>())
            }
        };
        t.eq(embed(&table, &ids), expected);
    });
    if t.holds_so_far() {
        t.eq(embed(&matrix(4, &[]), &[]), ok(4, &[]));
        t.eq(embed(&matrix(4, &[]), &[0]), err(0));
    }
}

/// Called as it is, not through `subject!`: to keep 154 MB for the feedback takes too long.
fn gpt2(t: &mut Trial) {
    let mut table = Array2::zeros((50_257, 768));
    // "Hello world<|endoftext|>", and the columns in which its rows here are not 0.
    let ids = [15_496, 995, 50_256];
    for (id, column) in [(15_496, 0), (995, 1), (50_256, 767)] {
        table[[id, column]] = id as f32;
    }
    let mut rows = Array2::zeros((3, 768));
    (rows[[0, 0]], rows[[1, 1]], rows[[2, 767]]) = (15_496.0, 995.0, 50_256.0);
    t.at("a table [50257, 768], ids [15496, 995, 50256]")
        .eq(embedding::embed(&table, &ids), Ok::<_, u32>(rows));
    t.at("a table [50257, 768], ids [50257]").eq(embedding::embed(&table, &[50_257]), err(50_257));
}

/// Hugging Face's first stream is the token's row plus the position's.
fn model_rows(t: &mut Trial) {
    let (weights, prompt) = (&model::course().weights, model::prompts().remove(0));
    let positions = weights.wpe.slice(s![..prompt.ids.len(), ..]);
    let rows = model::stream(0) - positions;
    t.eq(embed(&weights.wte, &prompt.ids), Ok::<_, u32>(rows));
    let row = |id: usize| Ok::<_, u32>(weights.wte.slice(s![id..=id, ..]).to_owned());
    t.eq(embed(&weights.wte, &[model::token(" fox")]), row(822));
    t.eq(embed(&weights.wte, &[1023]), row(1023));
    t.eq(embed(&weights.wte, &[1024]), err(1024));
}

fn one_hot(t: &mut Trial) {
    t.eq(embed_one_hot(&small(), &[1, 0, 1]), ok(2, &[2.0, 1.0, 0.5, -1.0, 2.0, 1.0]));
    #[rustfmt::skip]
    t.eq(embed_one_hot(&table(), &[6, 6, 4, 6, 5]), ok(4, &[
        -1.0, -2.0, 0.0, 0.5,
        -1.0, -2.0, 0.0, 0.5,
        2.5, -0.25, 1.0, -1.5,
        -1.0, -2.0, 0.0, 0.5,
        1.0, 0.5, -3.0, 2.0,
    ]));
    t.eq(embed_one_hot(&table(), &[0]), ok(4, &[0.5, -1.0, 2.0, 0.25]));
    t.eq(embed_one_hot(&table(), &[]), ok(4, &[]));
}

fn one_hot_unknown(t: &mut Trial) {
    t.eq(embed_one_hot(&small(), &[1, 6, 5, 9, 0, 8]), err(6));
    t.eq(embed_one_hot(&small(), &[4]), err(4));
    t.eq(embed_one_hot(&table(), &[2, 9, 8, 11, 0, 10]), err(9));
    t.eq(embed_one_hot(&table(), &[6, 7]), err(7));
    t.eq(embed_one_hot(&small(), &[65_538]), err(65_538));
    if t.holds_so_far() {
        t.eq(embed_one_hot(&matrix(4, &[]), &[0]), err(0));
    }
}

fn exactly_the_lookup(t: &mut Trial) {
    // Tenths are no round numbers in f32; a tolerance would hide a digit that is lost.
    let table = table().mapv(|x| x / 10.0);
    t.for_all(strategy::ids(9, 6), |t, ids| {
        let rows: Vec<usize> = ids.iter().map(|&id| id as usize).collect();
        let expected = match ids.iter().find(|&&id| id >= 7) {
            Some(&id) => Err(id),
            None => Ok(table.select(Axis(0), &rows)),
        };
        t.eq(embed_one_hot(&table, &ids), expected.clone());
        let exact = embed_one_hot(&table, &ids) == expected;
        t.holds(exact, "The product is the table's rows exactly, to the last digit.");
    });
}

fn scores_all(t: &mut Trial) {
    t.eq(scores(&small(), &matrix(2, &[2.0, 1.0])), matrix(4, &[0.0, 5.0, 0.0, 6.0]));
    #[rustfmt::skip]
    let x = matrix(4, &[
        1.0, 0.0, -2.0, 0.5,
        0.0, 3.0, 1.0, -1.0,
        2.0, -1.0, 0.0, 4.0,
    ]);
    #[rustfmt::skip]
    t.eq(scores(&table(), &x), matrix(7, &[
        -3.375, 3.0, -1.5, 2.375, -0.25, 8.0, -0.75,
        -1.25, -1.5, 0.5, 10.25, 1.75, -3.5, -6.5,
        3.0, 7.0, 7.0, -1.0, -0.75, 9.5, 2.0,
    ]));
    t.eq(scores(&table(), &matrix(4, &[])), matrix(7, &[]));
}

/// What comes out of the model's last layer, against the table: the head is tied to it.
fn model_logits(t: &mut Trial) {
    let course = model::course();
    let stream = model::stream(course.config.n_layer + 1);
    let last = stream.slice(s![-1.., ..]).to_owned();
    let logits = Array2::from_shape_vec((1, 1024), model::logits(0)).expect("V numbers");
    t.near(scores(&course.weights.wte, &last), logits, 1e-4);
}

fn pulls(t: &mut Trial) {
    let closer = matrix(2, &[0.5, -1.0, 1.75, 1.5, -0.5, 2.25, 2.0, 2.0]);
    let why = "s = 0, so p = 0.5, and the error is 1 - p = 0.5.";
    t.eq_because(train_step(&small(), 1, 2, true, 0.5), closer, why);
    let mut closer = table();
    set(&mut closer, 1, &[1.537_011_8, -0.003_701_2, -0.485_195_3, 0.977_792_9]);
    set(&mut closer, 4, &[2.522_207, -0.25, 0.992_597_6, -1.485_195_3]);
    let why = "s = 1.75, so p = 0.851953, and the error is 1 - p = 0.148047.";
    t.eq_because(train_step(&table(), 1, 4, true, 0.1), closer, why);
    let mut closer = table();
    set(&mut closer, 5, &[0.952_574_1, 0.523_712_9, -2.988_143_5, 2.071_138_8]);
    set(&mut closer, 2, &[-1.976_287_1, 1.011_856_5, 0.428_861_2, 3.047_426]);
    let why = "s = 3, so p = 0.952574, and the error is 1 - p = 0.047426.";
    t.eq_because(train_step(&table(), 5, 2, true, 0.5), closer, why);
    // Nothing is expected of it here. It tells what is wrong whenever from what is wrong only
    // for words that stand together; so does the like below.
    let _ = train_step(&table(), 1, 4, false, 0.1);
}

fn set(table: &mut Array2<f32>, row: usize, cells: &[f32]) {
    table.row_mut(row).iter_mut().zip(cells).for_each(|(to, &from)| *to = from);
}

fn pushes(t: &mut Trial) {
    let further = matrix(2, &[0.5, -1.0, 2.25, 0.5, -1.5, 1.75, 2.0, 2.0]);
    let why = "s = 0, so p = 0.5, and the error is 0 - p = -0.5.";
    t.eq_because(train_step(&small(), 1, 2, false, 0.5), further, why);
    let mut further = table();
    set(&mut further, 1, &[1.287_011_8, 0.021_298_8, -0.585_195_3, 1.127_793]);
    set(&mut further, 4, &[2.372_207_1, -0.25, 1.042_597_6, -1.585_195_3]);
    let why = "s = 1.75, so p = 0.851953, and the error is 0 - p.";
    t.eq_because(train_step(&table(), 1, 4, false, 0.1), further, why);
    let mut further = table();
    set(&mut further, 0, &[0.708_870_9, -0.582_258_2, 2.0, 0.145_564_6]);
    set(&mut further, 6, &[-1.104_435_4, -1.791_129_1, -0.417_741_8, 0.447_782_3]);
    let why = "s = 1.625, so p = 0.835484, and the error is 0 - p.";
    t.eq_because(train_step(&table(), 0, 6, false, 0.25), further, why);
    let _ = train_step(&table(), 1, 4, true, 0.1);
}

fn surer(t: &mut Trial) {
    let far = matrix(2, &[10.0, 10.0, 0.5, 3.0, 10.0, 10.0]);
    let why = "s = 200, so p = 1: it is sure, and right, and learns nothing.";
    t.eq_because(train_step(&far, 0, 2, true, 0.5), far.clone(), why);
    let far = matrix(2, &[10.0, 10.0, 0.5, 3.0, -10.0, -10.0]);
    let why = "s = -200, so p = 0: it is sure, and right, and learns nothing.";
    t.eq_because(train_step(&far, 0, 2, false, 0.5), far.clone(), why);
    let why = "s = -200, so p = 0: it is sure, and wrong. The error is 1.";
    let closer = matrix(2, &[5.0, 5.0, 0.5, 3.0, -5.0, -5.0]);
    t.eq_because(train_step(&far, 0, 2, true, 0.5), closer, why);
    let mut closer = table(); // s = -9.25, p = 0.000096
    set(&mut closer, 4, &[2.000_048_1, -0.000_024, 1.124_988, -0.750_072_1]);
    set(&mut closer, 2, &[-1.375_060_1, 0.937_506, 0.749_976, 2.625_036]);
    t.eq(train_step(&table(), 4, 2, true, 0.25), closer);
}

fn two_rows(t: &mut Trial) {
    let table = table();
    t.for_all(strategy::ids(7, 3), |t, ids| {
        let at = |i: usize| ids.get(i).copied().unwrap_or(0);
        let (a, b) = (at(0), (at(0) + 1 + at(1) % 6) % 7);
        let together = at(2) % 2 == 0;
        let after = train_step(&table, a, b, together, 0.5);
        let mut rows = (0..7).filter(|&row| row != a as usize && row != b as usize);
        let others_stay = after.dim() == (7, 4) && rows.all(|row| after.row(row) == table.row(row));
        t.holds(others_stay, format!("All rows but those of {a} and {b} stay."));
        t.eq(train_step(&table, b, a, together, 0.5), after);
    });
}

/// Twelve steps on " fox" and " kite" alone. The other animals never come up.
fn kite(t: &mut Trial) {
    let words = [" fox", " kite", " wolf", " deer", " bell", " shell"];
    let rows = words.map(|word| model::token(word) as usize);
    let mut table = model::course().weights.wte.select(Axis(0), &rows);
    let mut drawn = "     cosine of kite with\nstep".to_owned();
    for word in words.iter().filter(|word| **word != " kite") {
        write!(drawn, "{:>7}", word.trim()).expect("a string takes it");
    }
    for step in 0..=12 {
        if step % 2 == 0 {
            write!(drawn, "\n{step:>4}").expect("a string takes it");
            for word in (0..words.len()).filter(|&word| word != 1) {
                write!(drawn, "{:>7.2}", cosine(&table, 1, word)).expect("a string takes it");
            }
        }
        table = train_step(&table, 0, 1, true, 0.25);
    }
    harness::picture!(t, "ch1_06_kite_and_fox", &(drawn + "\n"));
    let _ = train_step(&table, 0, 1, false, 0.25);
}

fn cosine(table: &Array2<f32>, a: usize, b: usize) -> f32 {
    let (a, b) = (table.row(a), table.row(b));
    a.dot(&b) / (a.dot(&a) * b.dot(&b)).sqrt()
}
