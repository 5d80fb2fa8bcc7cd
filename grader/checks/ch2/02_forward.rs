//! 2.2 Components of the forward pass: the hidden checks.

use harness::{Trial, check, strategy};
use model::{AttnWeights, BlockWeights, Config, Linear, MlpWeights, Model, Norm};
use model::{Tokenizer, Weights};
use model_oracle as oracle;
use ndarray::{Array1, Array2, s};

harness::subject! { forward in "ch2/02_forward" {
    fn layer_norm(x: &Array2<f32>, norm: &Norm, epsilon: f32) -> Array2<f32>,
        wrong in divided_by_the_length, epsilon_as_a_floor, epsilon_built_in, epsilon_forgotten,
            epsilon_outside, mean_kept, mean_of_the_matrix, means_as_a_row, n_minus_one, no_root,
            norm_of_columns, scale_and_shift_forgotten, scale_and_shift_swapped,
            scale_forgotten, shift_first, shift_forgotten, variance_around_zero;
    fn linear(x: &Array2<f32>, linear: &Linear) -> Array2<f32>,
        wrong in bias_forgotten, bias_in_the_first_row, weight_first, weight_reshaped,
            weight_transposed;
    fn residual(x: &Array2<f32>, change: &Array2<f32>) -> Array2<f32>,
        wrong in change_ignored, change_subtracted, residual_halved, residual_multiplied,
            stream_overwritten;
    fn block(x: &Array2<f32>, weights: &BlockWeights, heads: usize, epsilon: f32) -> Array2<f32>;
    fn forward(weights: &Weights, config: &Config, ids: &[u32]) -> Result<Array2<f32>, usize>,
        wrong in added_to_the_stream, blocks_backwards, each_from_the_embeddings,
            embeddings_scaled, epsilon_fixed, final_norm_skipped, final_norm_twice,
            first_block_again, head_not_transposed, head_width_for_heads, ids_checked_first,
            last_block_skipped, last_row_only, length_checked_first, no_blocks_at_all,
            norm_after_the_embeddings, normed_before_the_block, one_past_the_end,
            panics_without_a_row, position_let_through, position_of_the_id,
            positions_forgotten, positions_from_one, post_norm, probabilities;
    fn parameters(config: &Config) -> usize,
        wrong in a_projection_for_each_head, always_four_d, biases_not_counted,
            head_counted_twice, last_norm_not_counted, norms_half_counted, one_block_only,
            one_norm_a_block, positions_not_counted, queries_only;
} }

fn main() {
    harness::run(&[
        check("a row by hand: mean 0, variance 1", 2, a_row).of("layer_norm"),
        check("each row by itself, then scale and shift", 2, rows_scaled).of("layer_norm"),
        check("ε is added to the variance, inside the root", 2, epsilon_inside).of("layer_norm"),
        check("a number added to a whole row changes nothing", 1, shifted).of("layer_norm"),
        check("the final norm of model/, as Hugging Face has it", 1, last_norm).of("layer_norm"),
        check("x·W + b, by hand", 1, by_hand).of("linear"),
        check("a square W, which fits either way", 2, square).of("linear"),
        check("for every size", 2, every_size).of("linear"),
        check("the head of model/, as Hugging Face has it", 1, head).of("linear"),
        check("both, number by number", 1, both).of("residual"),
        check("a block of zeros leaves the stream unchanged", 1, zero_block).of("residual"),
        check("one token, by hand", 1, one_token).of("forward"),
        check("without blocks: embed, norm, head", 2, no_blocks).of("forward"),
        check("your norm, linear, residual in each block of model/", 2, each_block).of("forward"),
        check("through all blocks, first to last", 2, all_blocks).of("forward"),
        check("blocks of zeros are like none", 1, zero_blocks).of("forward"),
        check("what has no row is an error that says where", 2, no_row).of("forward"),
        check("model/, layer by layer", 2, layer_by_layer).of("forward"),
        check("the logits of model/, as Hugging Face has them", 1, whole_model).of("forward"),
        check("GPT-2, in its sizes", 2, gpt2).of("parameters"),
        check("another width inside the feed-forward network", 1, inner).of("parameters"),
        check("as many as there are in the weights", 2, counted).of("parameters"),
    ]);
}

/// Row after row of so many columns.
fn matrix(columns: usize, cells: &[f32]) -> Array2<f32> {
    Array2::from_shape_vec((cells.len() / columns, columns), cells.to_vec())
        .expect("whole rows of cells")
}

fn norm(weight: &[f32], bias: &[f32]) -> Norm {
    Norm { weight: Array1::from(weight.to_vec()), bias: Array1::from(bias.to_vec()) }
}

fn layer(columns: usize, weight: &[f32], bias: &[f32]) -> Linear {
    Linear { weight: matrix(columns, weight), bias: Array1::from(bias.to_vec()) }
}

fn a_row(t: &mut Trial) {
    let plain = norm(&[1.0; 4], &[0.0; 4]);
    let expected = matrix(4, &[-0.577_349_4, -0.577_349_4, -0.577_349_4, 1.732_048]);
    t.eq(layer_norm(&matrix(4, &[1.0, 1.0, 1.0, 5.0]), &plain, 1e-5), expected);
    let expected = matrix(3, &[-1.224_743, 0.0, 1.224_743]);
    let plain = norm(&[1.0; 3], &[0.0; 3]);
    t.eq(layer_norm(&matrix(3, &[1.0, 4.0, 7.0]), &plain, 1e-5), expected);
}

/// With ε = 10 the first can be done by hand: the variance is 6, and √16 is 4.
fn rows_scaled(t: &mut Trial) {
    let scaled = norm(&[1.0, 1.0, 10.0], &[0.0, 0.0, 5.0]);
    t.eq(layer_norm(&matrix(3, &[1.0, 4.0, 7.0]), &scaled, 10.0), matrix(3, &[-0.75, 0.0, 12.5]));
    let scaled = norm(&[2.0, -1.0, 0.5, 3.0], &[0.25, 1.0, -2.0, 0.0]);
    #[rustfmt::skip]
    let x = matrix(4, &[
        1.0, 1.0, 1.0, 5.0,
        0.0, 2.0, -4.0, 6.0,
        10.0, 30.0, 20.0, 40.0,
    ]);
    #[rustfmt::skip]
    let expected = matrix(4, &[
        -0.904_698_6, 1.577_349_3, -2.288_674_7, 5.196_143_8,
        -0.304_7, 0.722_65, -2.693_375, 4.160_249_9,
        -2.433_281_5, 0.552_786_4, -2.223_606_8, 4.024_922_2,
    ]);
    t.eq(layer_norm(&x, &scaled, 1e-5), expected);
    t.eq(layer_norm(&matrix(4, &[2.0; 4]), &scaled, 1e-5), matrix(4, &[0.25, 1.0, -2.0, 0.0]));
    t.eq(layer_norm(&matrix(3, &[]), &norm(&[1.0; 3], &[2.0; 3]), 1e-5), matrix(3, &[]));
}

fn epsilon_inside(t: &mut Trial) {
    let plain = norm(&[1.0; 4], &[0.0; 4]);
    let x = matrix(4, &[1.0, 1.0, 1.0, 5.0]); // variance 3
    t.eq(layer_norm(&x, &plain, 6.0), matrix(4, &[-1.0 / 3.0, -1.0 / 3.0, -1.0 / 3.0, 1.0]));
    let small = matrix(4, &[0.002, -0.002, -0.002, 0.002]); // variance 0.000004
    t.eq(
        layer_norm(&small, &plain, 1e-5),
        matrix(4, &[0.534_522_5, -0.534_522_5, -0.534_522_5, 0.534_522_5]),
    );
    // No variance at all.
    let bias = norm(&[3.0, 1.0, 2.0], &[0.5, -1.0, 0.0]);
    t.eq(layer_norm(&matrix(3, &[7.0; 3]), &bias, 1e-5), matrix(3, &[0.5, -1.0, 0.0]));
}

/// Ids as quarters from -4 on.
fn quarters(ids: &[u32], n: usize) -> Vec<f32> {
    ids.iter().chain(std::iter::repeat(&0)).take(n).map(|&id| id as f32 / 4.0 - 4.0).collect()
}

/// The columns in which rounding has to be small beside large numbers.
const WIDE: usize = 100;

/// Not within f32's own rounding, here of numbers around 1000.
fn apart(a: f32, b: f32) -> bool {
    (a - b).is_nan() || (a - b).abs() > 2e-3
}

fn shifted(t: &mut Trial) {
    // (1, 1, 1, 5), with 10 added and with 10 taken off. ε is 1, and the root of 3 + 1 is 2.
    let scaled = norm(&[2.0, -1.0, 0.5, 3.0], &[0.25, 1.0, -2.0, 0.0]);
    let x = matrix(4, &[11.0, 11.0, 11.0, 15.0, -9.0, -9.0, -9.0, -5.0]);
    t.eq(layer_norm(&x, &scaled, 1.0), matrix(4, &[-0.75, 1.5, -2.25, 4.5].repeat(2)));
    let right_if_small = t.holds_so_far();
    for number in [10.3, 20.3] {
        let plain = norm(&[1.0; 128], &[0.5; 128]);
        let got = layer_norm(&matrix(128, &[number; 128]), &plain, 1e-5);
        // Rounding in the mean alone comes to less than 0.01.
        let wrong = got.iter().find(|&&y| y.is_nan() || (y - 0.5).abs() > 0.05);
        t.holds(
            wrong.is_none() && got.dim() == (1, 128),
            format!(
                "A row of 128 numbers, all {number}: its variance is 0, and β is left, here \
                 0.5. Yours has {} in it.",
                wrong.unwrap_or(&f32::NAN)
            ),
        );
    }
    t.for_all(strategy::ids(33, WIDE), |t, ids| {
        let x = matrix(WIDE, &quarters(&ids, WIDE));
        let plain = norm(&[1.0; WIDE], &[0.0; WIDE]);
        let here = layer_norm(&x, &plain, 0.5);
        let there = layer_norm(&(&x + 1000.0), &plain, 0.5);
        let parted = here.iter().zip(&there).position(|(&a, &b)| apart(a, b));
        let (j, a, b) = parted.map_or((0, 0.0, 0.0), |j| (j, here[[0, j]], there[[0, j]]));
        t.holds(
            parted.is_none() && here.dim() == there.dim(),
            format!(
                "With 1000 added to each number, column {j} goes from {a} to {b}. It should \
                 stay: the mean takes the 1000 out."
            ),
        );
    });
    if right_if_small && !t.holds_so_far() {
        t.blame(harness::misconception!("ch2/02_forward", variance_in_one_pass));
    }
}

/// The last tokens of the first prompt.
const LAST: usize = 3;

fn last_norm(t: &mut Trial) {
    let model = oracle::course();
    let (before, after) = (model.config.n_layer, model.config.n_layer + 1);
    let last = |step: usize| oracle::stream(step).slice(s![-(LAST as i32).., ..]).to_owned();
    let normed = layer_norm(&last(before), &model.weights.ln_f, model.config.layer_norm_epsilon);
    t.near(normed, last(after), 1e-4);
}

fn by_hand(t: &mut Trial) {
    let wide = layer(3, &[1.0, 0.0, 2.0, 0.0, 3.0, 1.0], &[0.5, 0.0, 0.0]);
    t.eq(linear(&matrix(2, &[1.0, 2.0]), &wide), matrix(3, &[1.5, 6.0, 4.0]));
    #[rustfmt::skip]
    let x = matrix(2, &[
        1.0, 2.0,
        0.0, 1.0,
        -1.0, 1.0,
        2.0, 0.0,
    ]);
    #[rustfmt::skip]
    let expected = matrix(3, &[
        1.5, 6.0, 4.0,
        0.5, 3.0, 1.0,
        -0.5, 3.0, -1.0,
        2.5, 0.0, 4.0,
    ]);
    t.eq(linear(&x, &wide), expected);
}

fn square(t: &mut Trial) {
    let turn = layer(2, &[0.0, 1.0, -1.0, 0.0], &[0.0, 10.0]);
    let turned = linear(&matrix(2, &[3.0, 5.0]), &turn);
    t.eq(turned.clone(), matrix(2, &[-5.0, 13.0]));
    #[rustfmt::skip]
    let layer = layer(3, &[
        1.0, 2.0, 0.0,
        0.0, 1.0, 0.5,
        4.0, 0.0, -1.0,
    ], &[0.0, 0.0, 7.0]);
    let x = matrix(3, &[1.0, 0.0, 0.0, 0.0, 2.0, 1.0]);
    t.eq(linear(&x, &layer), matrix(3, &[1.0, 2.0, 7.0, 4.0, 2.0, 7.0]));
    if turned == matrix(2, &[5.0, 7.0]) {
        // That is x·Wᵀ + b. If another W is right, only a square one is turned.
        let wide = self::layer(3, &[1.0, 0.0, 2.0, 0.0, 3.0, 1.0], &[0.5, 0.0, 0.0]);
        if linear(&matrix(2, &[1.0, 2.0]), &wide) == matrix(3, &[1.5, 6.0, 4.0]) {
            t.blame(harness::misconception!("ch2/02_forward", weight_transposed));
        }
    }
}

fn every_size(t: &mut Trial) {
    t.for_all(strategy::ids(33, 12), |t, ids| {
        let size = |i: usize| 1 + ids.get(i).map_or(0, |&id| id as usize % 4);
        let (rows, inputs, outputs) = (size(0), size(1), size(2));
        let x = matrix(inputs, &quarters(&ids, rows * inputs));
        let layer = Linear {
            weight: Array2::from_shape_fn((inputs, outputs), |(i, o)| (1 + i + 3 * o) as f32),
            bias: Array1::from_shape_fn(outputs, |o| 0.5 - o as f32),
        };
        let expected = Array2::from_shape_fn((rows, outputs), |(t, o)| {
            layer.bias[o] + (0..inputs).map(|i| x[[t, i]] * layer.weight[[i, o]]).sum::<f32>()
        });
        t.eq(linear(&x, &layer), expected);
    });
}

/// A tied head is a linear layer too: the embedding table, turned, without a bias.
fn head(t: &mut Trial) {
    let model = oracle::course();
    let head = Linear {
        weight: model.weights.wte.t().to_owned(),
        bias: Array1::zeros(model.config.vocab_size),
    };
    let last = oracle::stream(model.config.n_layer + 1).slice(s![-1.., ..]).to_owned();
    t.near(linear(&last, &head), matrix(model.config.vocab_size, &oracle::logits(0)), 1e-4);
}

fn both(t: &mut Trial) {
    let (x, change) = (matrix(3, &[1.0, 2.0, 3.0]), matrix(3, &[0.0, -2.0, 0.5]));
    t.eq(residual(&x, &change), matrix(3, &[1.0, 0.0, 3.5]));
    let x = matrix(2, &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    let change = matrix(2, &[10.0, 0.0, 0.25, -4.0, 5.0, -1.0]);
    t.eq(residual(&x, &change), matrix(2, &[11.0, 2.0, 3.25, 0.0, 10.0, 5.0]));
    t.eq(residual(&x, &matrix(2, &[0.0; 6])), x);
}

fn zero_block(t: &mut Trial) {
    let x = matrix(
        D,
        &quarters(&[3, 31, 0, 17, 8, 8, 9, 25, 1, 2, 30, 16, 12, 5, 29, 4, 20, 11], 3 * D),
    );
    t.eq_because(
        block(&x, &zeros(), H, 1e-5),
        x,
        "With weights of zero, each half of the block has nothing to add to the stream.",
    );
}

fn each_block(t: &mut Trial) {
    let Model { config, weights, .. } = oracle::course();
    for (i, weights) in weights.blocks.iter().enumerate() {
        let first = |step: usize| oracle::stream(step).slice(s![..7, ..]).to_owned();
        let after = block(&first(i), weights, config.n_head, config.layer_norm_epsilon);
        t.at(format!("layer {}", i + 1)).near(after, first(i + 1), 1e-4);
        if !t.holds_so_far() {
            return;
        }
    }
}

/// The sizes of a model that is small enough to be computed often: all different.
const V: usize = 7;
const C: usize = 5;
const D: usize = 6;
const INNER: usize = 8;
const H: usize = 2;

fn config(n_layer: usize) -> Config {
    Config {
        n_layer,
        n_head: H,
        n_embd: D,
        n_positions: C,
        vocab_size: V,
        layer_norm_epsilon: 0.01,
        n_inner: Some(INNER),
        activation_function: "gelu_new".to_owned(),
    }
}

/// A small model of so many blocks, its weights between -1 and 1 and every one another.
fn tiny(n_layer: usize) -> Model {
    let mut state = 2_202u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as f32 / 128.0 - 1.0
    };
    let mut table = |rows, columns| Array2::from_shape_simple_fn((rows, columns), &mut next);
    let (wte, wpe) = (table(V, D), table(C, D));
    let mut row = |n| table(1, n).row(0).to_owned();
    let ln_f = Norm { weight: row(D) + 1.0, bias: row(D) };
    let blocks = (0..n_layer).map(|_| {
        let mut norm = || Norm { weight: row(D) + 1.0, bias: row(D) };
        let (ln_1, ln_2) = (norm(), norm());
        let mut linear = |input: usize, output: usize| {
            let weight = row(input * output).into_shape_with_order((input, output));
            Linear { weight: weight.expect("as many"), bias: row(output) }
        };
        BlockWeights {
            ln_1,
            attn: AttnWeights { c_attn: linear(D, 3 * D), c_proj: linear(D, D) },
            ln_2,
            mlp: MlpWeights { c_fc: linear(D, INNER), c_proj: linear(INNER, D) },
        }
    });
    let blocks = blocks.collect();
    let tokenizer = Tokenizer { bytes_of: vec![], merges: vec![], special: vec![] };
    Model { config: config(n_layer), weights: Weights { wte, wpe, blocks, ln_f }, tokenizer }
}

/// A block of the small model's sizes that is nothing but zeros; its norms are as at the start
/// of a training.
fn zeros() -> BlockWeights {
    let linear = |i, o| Linear { weight: Array2::zeros((i, o)), bias: Array1::zeros(o) };
    BlockWeights {
        ln_1: norm(&[1.0; D], &[0.0; D]),
        attn: AttnWeights { c_attn: linear(D, 3 * D), c_proj: linear(D, D) },
        ln_2: norm(&[1.0; D], &[0.0; D]),
        mlp: MlpWeights { c_fc: linear(D, INNER), c_proj: linear(INNER, D) },
    }
}

fn ok(logits: Array2<f32>) -> Result<Array2<f32>, usize> {
    Ok(logits)
}

fn err(position: usize) -> Result<Array2<f32>, usize> {
    Err(position)
}

/// Whether the final norm is right, so that `forward` is not blamed for it.
fn norm_holds(t: &mut Trial) {
    let model = tiny(0);
    let [embedded, normed] = &oracle::streams(&model, &[4, 0, 4])[..] else { return };
    t.eq_because(
        layer_norm(embedded, &model.weights.ln_f, model.config.layer_norm_epsilon),
        normed,
        "`forward` rests on `layer_norm`, which has to be right first.",
    );
}

/// Whether the given block is right, so that `forward` is not blamed for what it calls.
fn block_holds(t: &mut Trial) {
    let model = tiny(1);
    let [before, after, _] = &oracle::streams(&model, &[4, 0, 4])[..] else { return };
    t.eq_because(
        block(before, &model.weights.blocks[0], H, model.config.layer_norm_epsilon),
        after,
        "`forward` rests on `block`, which is made of your `layer_norm`, `linear` and `residual`: \
         they have to be right first.",
    );
}

/// Compares with what the model's forward pass gives in `f64`.
fn agrees(t: &mut Trial, model: &Model, ids: &[u32]) {
    t.eq(forward(&model.weights, &model.config, ids), ok(oracle::all_logits(model, ids)));
}

fn one_token(t: &mut Trial) {
    norm_holds(t);
    let weights = Weights {
        wte: matrix(2, &[1.0, 0.0, 0.0, 2.0, 3.0, 1.0]),
        wpe: matrix(2, &[1.0, -1.0]),
        blocks: vec![],
        ln_f: norm(&[1.0; 2], &[0.0; 2]),
    };
    let config = Config {
        n_embd: 2,
        n_head: 1,
        n_positions: 1,
        vocab_size: 3,
        n_inner: None,
        layer_norm_epsilon: 0.0,
        ..config(0)
    };
    t.eq(forward(&weights, &config, &[2]), ok(matrix(3, &[1.0, -2.0, 2.0])));
    // (0, 2) + (1, −1) = (1, 1) has no variance.
    let config = Config { layer_norm_epsilon: 1e-5, ..config };
    t.eq(forward(&weights, &config, &[1]), ok(matrix(3, &[0.0; 3])));
}

fn no_blocks(t: &mut Trial) {
    norm_holds(t);
    let model = tiny(0);
    agrees(t, &model, &[6]);
    agrees(t, &model, &[4, 0, 4]);
    agrees(t, &model, &[5, 3, 1, 6, 2]);
    if !t.holds_so_far() {
        // Where there is a block, a norm too many before it is told from one after it.
        agrees(t, &tiny(1), &[4, 0, 4]);
    }
}

fn all_blocks(t: &mut Trial) {
    block_holds(t);
    for (n_layer, ids) in [(1, [4, 0, 4]), (2, [4, 0, 4]), (3, [2, 6, 1])] {
        let model = tiny(n_layer);
        let got = forward(&model.weights, &model.config, &ids);
        let place = if n_layer == 1 { "1 block".to_owned() } else { format!("{n_layer} blocks") };
        t.at(place).eq(got, ok(oracle::all_logits(&model, &ids)));
    }
}

fn zero_blocks(t: &mut Trial) {
    block_holds(t);
    let mut model = tiny(0);
    let none = tiny(0);
    model.weights.blocks = vec![zeros(), zeros()];
    model.config.n_layer = 2;
    t.for_all(strategy::ids(V as u32, C), |t, ids| {
        let got = forward(&model.weights, &model.config, &ids);
        t.eq_because(
            got,
            ok(oracle::all_logits(&none, &ids)),
            "The blocks are all zeros and leave the stream as the embeddings made it.",
        );
    });
}

fn no_row(t: &mut Trial) {
    let Model { weights, config, .. } = tiny(0);
    let says = |t: &mut Trial, ids: &[u32], position: usize| {
        let got = forward(&weights, &config, ids);
        t.eq(got.clone(), err(position));
        got
    };
    let unknown = [says(t, &[3, 0, 1_000_000, 9], 2), says(t, &[1, 7, 0], 1)];
    // Five positions, and a sixth token.
    let long = [says(t, &[1, 2, 3, 4, 6, 3], 5), says(t, &[1, 2, 3, 4, 5, 2, 6, 6], 5)];
    let first = "The error is the first position that lacks a row, in whichever of the tables.";
    t.eq_because(forward(&weights, &config, &[1, 2, 3, 9, 5, 6]), err(3), first);
    t.eq_because(forward(&weights, &config, &[1, 2, 3, 4, 5, 6, 9]), err(5), first);
    let none = "No ids lack no row: no rows of logits, [0, V], and no error.";
    t.eq_because(forward(&weights, &config, &[]), ok(Array2::zeros((0, V))), none);
    // These come in many forms; what they say gives them away.
    match (unknown, long) {
        ([Err(1_000_000), Err(7)], _) => {
            t.blame(harness::misconception!("ch2/02_forward", error_is_the_id));
        }
        ([Err(3), Err(2)], _) | (_, [Err(6), Err(6)]) => {
            t.blame(harness::misconception!("ch2/02_forward", error_counts_from_one));
        }
        ([Ok(_), Ok(_)], _) => {
            t.blame(harness::misconception!("ch2/02_forward", unknown_id_wrapped));
        }
        (_, [Err(6), Err(8)]) => {
            t.blame(harness::misconception!("ch2/02_forward", error_is_the_length));
        }
        (_, [Err(0), Err(0)]) => {
            t.blame(harness::misconception!("ch2/02_forward", error_is_zero));
        }
        (_, [Ok(_), Ok(_)]) => {
            t.blame(harness::misconception!("ch2/02_forward", stops_at_the_context));
        }
        _ => {}
    }
}

/// The model cut after so many blocks, on the first tokens of a prompt.
fn layer_by_layer(t: &mut Trial) {
    block_holds(t);
    let ids = &oracle::prompts()[0].ids[..5];
    let mut model = oracle::course().clone();
    let blocks = std::mem::take(&mut model.weights.blocks);
    for n in 0..=blocks.len() {
        model.weights.blocks = blocks[..n].to_vec();
        model.config.n_layer = n;
        let got = forward(&model.weights, &model.config, ids);
        let place = if n == 0 { "no blocks".to_owned() } else { format!("up to layer {n}") };
        t.at(place).near(got, ok(oracle::all_logits(&model, ids)), 1e-4);
        if !t.holds_so_far() {
            return;
        }
    }
}

fn whole_model(t: &mut Trial) {
    block_holds(t);
    let Model { weights, config, .. } = oracle::course();
    for i in [0, 2] {
        let logits = forward(weights, config, &oracle::prompts()[i].ids);
        let last = logits.map(|logits| logits.slice(s![-1.., ..]).to_owned());
        let place = format!("the last token of prompt {i}");
        t.at(place).near(last, ok(matrix(config.vocab_size, &oracle::logits(i))), 1e-4);
    }
}

/// The sizes of a real GPT-2.
fn gpt2_config(n_layer: usize, n_embd: usize) -> Config {
    Config {
        n_layer,
        n_embd,
        n_head: n_embd / 64,
        n_positions: 1024,
        vocab_size: 50257,
        layer_norm_epsilon: 1e-5,
        n_inner: None,
        activation_function: "gelu_new".to_owned(),
    }
}

fn gpt2(t: &mut Trial) {
    // Two of its matrices first, which can be done by hand: no blocks, d = 2, and one block.
    let small = Config { vocab_size: 5, n_positions: 3, n_head: 1, ..gpt2_config(0, 2) };
    t.eq(parameters(&small), 20usize);
    t.eq(parameters(&Config { n_layer: 1, ..small.clone() }), 94usize);
    t.eq(parameters(&Config { n_layer: 3, ..small }), 242usize);
    t.eq(parameters(&gpt2_config(12, 768)), 124_439_808usize);
    t.eq(parameters(&gpt2_config(24, 1024)), 354_823_168usize);
    t.eq(parameters(&gpt2_config(48, 1600)), 1_557_611_200usize);
}

fn inner(t: &mut Trial) {
    let small = Config { vocab_size: 5, n_positions: 3, n_head: 2, ..gpt2_config(1, 2) };
    t.eq(parameters(&Config { n_inner: Some(3), ..small.clone() }), 69usize);
    t.eq(parameters(&Config { n_inner: Some(8), ..small }), 94usize);
}

fn counted(t: &mut Trial) {
    t.eq(parameters(&tiny(2).config), tiny(2).weights.parameters());
    t.eq(parameters(&oracle::course().config), 957_184usize);
    t.eq(parameters(&oracle::course().config), oracle::course().weights.parameters());
}
