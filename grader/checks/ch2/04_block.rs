//! 2.4 Inside the transformer block: the hidden checks.

use harness::{Trial, check, strategy};
use model::{BlockWeights, Linear};
use model_oracle as oracle;
use model_oracle::inputs::{
    causal, counted, layer, lesson, mask, matrix, numbers, some_block, some_stream, stack,
    three_queries, two_of_three,
};
use ndarray::{Array2, Array3, s};

harness::subject! { block in "ch2/04_block" {
    fn causal_mask(queries: usize, keys: usize) -> Array2<bool>,
        wrong in all_visible, difference_below_zero, looks_ahead, mask_inverted, strict_mask, top_left_mask;
    fn attention_weights(q: &Array2<f32>, k: &Array2<f32>, mask: &Array2<bool>) -> Array2<f32>,
        wrong in blind_row_even, blind_row_nan, divided_after_softmax, divided_by_dk,
            finite_hidden_score, hidden_score_zero, keys_not_transposed, largest_of_hidden_too,
            largest_starts_at_zero, mask_after_softmax, mask_ignored, no_maximum_subtracted,
            one_maximum_for_all, one_softmax_for_all, own_mask, query_and_key_swapped,
            root_of_the_keys, root_of_the_rows, scale_missing, softmax_over_columns,
            sum_not_divided, times_root_dk, true_taken_for_hidden;
    fn attention(q: &Array2<f32>, k: &Array2<f32>, v: &Array2<f32>, mask: &Array2<bool>)
        -> Array2<f32>,
        wrong in keys_mixed, mask_not_passed_on, weights_transposed;
    fn split_heads(x: &Array2<f32>, heads: usize) -> Array3<f32>,
        wrong in head_taken_for_row, heads_interleaved, heads_taken_for_width,
            rows_before_heads, split_without_transpose;
    fn merge_heads(x: &Array3<f32>) -> Array2<f32>,
        wrong in heads_added, merge_interleaved, merge_without_transpose,
            merged_below_one_another;
    fn gelu(x: f32) -> f32,
        wrong in cube_outside_the_root, erf_gelu, half_forgotten, lost_zero, relu,
            root_forgotten, sigmoid_gelu, silu, square_for_cube, tanh_overflows;
    fn feed_forward(x: &Array2<f32>, up: &Linear, down: &Linear) -> Array2<f32>,
        wrong in gelu_forgotten, gelu_last, gelu_twice, relu_inside, residual_inside;
    fn block(x: &Array2<f32>, weights: &BlockWeights, heads: usize, epsilon: f32) -> Array2<f32>,
        wrong in attention_residual_forgotten, epsilon_ignored, first_residual_of_the_norm,
            keys_before_queries, mlp_residual_forgotten, norm_afterwards, norms_skipped, one_head,
            one_norm_for_both, output_layer_forgotten, residual_of_the_norm, residuals_forgotten,
            scaled_by_the_whole_width, second_residual_of_the_norm, second_sum_from_the_start,
            side_by_side, thirds_in_each_head, values_first, values_from_the_keys,
            without_a_mask;
} }

fn main() {
    harness::run(&[
        check("a token sees itself and what came before", 1, mask_triangle).of("causal_mask"),
        check("with fewer queries than keys, the queries are the last", 2, mask_of_last)
            .of("causal_mask"),
        check("weighs the keys for each query", 3, weighs).of("attention_weights"),
        check("a hidden key weighs nothing, whichever it is", 2, hides).of("attention_weights"),
        check("a row that may look nowhere is all zeros", 1, blind_row).of("attention_weights"),
        check("scores may be of any size", 1, large_scores).of("attention_weights"),
        check("every row adds up to 1", 1, rows_add_up).of("attention_weights"),
        check("the attention maps of the model's first block", 2, attention_maps)
            .of("attention_weights"),
        check("mixes the values by the weights", 2, mixes).of("attention"),
        check("a later token changes no earlier row", 1, later_tokens).of("attention"),
        check("the order of the keys means nothing without a mask", 1, order_of_keys)
            .of("attention"),
        check("each head gets its own columns", 2, splits).of("split_heads"),
        check("the heads stand side by side again", 2, merges).of("merge_heads"),
        check("merging undoes splitting", 1, there_and_back).of("merge_heads"),
        check("GELU as GPT-2 has it", 2, bends).of("gelu"),
        check("up, a bend, down", 2, feeds_forward).of("feed_forward"),
        check("the attention half of a block, by itself", 2, first_half).of("block"),
        check("the feed-forward half of a block, by itself", 2, second_half).of("block"),
        check("both halves, one after the other", 1, both_halves).of("block"),
        check("a later token changes no earlier row of a block", 1, block_is_causal).of("block"),
        check("the model's own four blocks", 4, real_blocks).of("block"),
    ]);
}

fn close(a: &Array2<f32>, b: &Array2<f32>) -> bool {
    a.dim() == b.dim() && a.iter().zip(b).all(|(a, b)| (a - b).abs() <= 1e-4)
}

fn mask_triangle(t: &mut Trial) {
    t.eq(causal_mask(3, 3), mask(&["x..", "xx.", "xxx"]));
    t.eq(causal_mask(1, 1), mask(&["x"]));
    t.eq(causal_mask(5, 5), mask(&["x....", "xx...", "xxx..", "xxxx.", "xxxxx"]));
}

fn mask_of_last(t: &mut Trial) {
    t.eq(causal_mask(2, 5), mask(&["xxxx.", "xxxxx"]));
    t.eq(causal_mask(1, 4), mask(&["xxxx"]));
    t.eq(causal_mask(3, 4), mask(&["xx..", "xxx.", "xxxx"]));
    t.for_all(strategy::ids(9, 9), |t, ids| {
        let queries = 1 + ids.len();
        let keys = queries + ids.first().map_or(0, |&id| id as usize);
        t.eq(causal_mask(queries, keys), causal(queries, keys));
    });
}

fn weighs(t: &mut Trial) {
    let [q, k, _] = lesson();
    #[rustfmt::skip]
    t.eq(attention_weights(&q, &k, &causal(3, 3)), matrix(3, &[
        1.0, 0.0, 0.0,
        0.804_429_7, 0.195_570_3, 0.0,
        0.767_917_9, 0.045_388_4, 0.186_693_7,
    ]));
    let [q, k, _] = two_of_three();
    #[rustfmt::skip]
    t.eq(attention_weights(&q, &k, &mask(&["xxx", "xxx"])), matrix(3, &[
        0.090_030_6, 0.244_728_5, 0.665_241,
        0.810_215_8, 0.180_783_6, 0.009_000_7,
    ]));
}

fn hides(t: &mut Trial) {
    let [q, k, _] = two_of_three();
    #[rustfmt::skip]
    t.eq(attention_weights(&q, &k, &mask(&["xx.", "x.x"])), matrix(3, &[
        0.268_941_4, 0.731_058_6, 0.0,
        0.989_013_1, 0.0, 0.010_986_9,
    ]));
    #[rustfmt::skip]
    t.eq(attention_weights(&three_queries(), &k, &mask(&[".xx", "..x", "x.x"])), matrix(3, &[
        0.0, 0.268_941_4, 0.731_058_6,
        0.0, 0.0, 1.0,
        0.924_141_8, 0.0, 0.075_858_2,
    ]));
}

fn blind_row(t: &mut Trial) {
    let [_, k, _] = two_of_three();
    #[rustfmt::skip]
    t.eq(attention_weights(&three_queries(), &k, &mask(&[".xx", "...", "x.x"])), matrix(3, &[
        0.0, 0.268_941_4, 0.731_058_6,
        0.0, 0.0, 0.0,
        0.924_141_8, 0.0, 0.075_858_2,
    ]));
}

/// Queries, keys, mask, weights, and what it is about.
type Scores<'a> = (&'a [f32], &'a [f32], &'a [&'a str], &'a [f32], &'a str);

/// dk is 1, so each score is a product. Every failure ends it: what a mistake does with 0 / 0 in a
/// later input is not its mark. That is also why exp(-100), a few digits, comes before exp(-4000).
fn large_scores(t: &mut Trial) {
    let same =
        "What counts is how far the scores of a row are apart, not how large or low they are.";
    let hidden = "The last score is hidden: however large it is, it counts for nothing.";
    let low =
        "The first score is very low, but the only one that may be seen: it gets all the weight.";
    let (two, other_two) = ([0.731_058_6, 0.268_941_4], [0.268_941_4, 0.731_058_6, 0.0]);
    let both = [0.731_058_6, 0.268_941_4, 1.0, 0.0];
    let cases: [Scores; 7] = [
        (&[100.0], &[2.0, 2.0, 0.0], &["xxx"], &[0.5, 0.5, 0.0], same),
        (&[1.0], &[-101.0, -102.0], &["xx"], &two, same),
        (&[1.0, 101.0], &[1.0, 0.0], &["xx", "xx"], &both, same),
        (&[1.0], &[0.0, 1.0, 101.0], &["xx."], &other_two, hidden),
        (&[200.0], &[0.0, 20.0], &["x."], &[1.0, 0.0], hidden),
        (&[1.0], &[-4e10, 0.0], &["x."], &[1.0, 0.0], low),
        (&[1.0], &[-1e30, 0.0], &["x."], &[1.0, 0.0], low),
    ];
    for (q, k, seen, right, why) in cases {
        let got = attention_weights(&matrix(1, q), &matrix(1, k), &mask(seen));
        t.eq_because(got, matrix(k.len(), right), why);
        if !t.holds_so_far() {
            return;
        }
    }
    let q = matrix(4, &[100.0, 0.0, 0.0, 0.0, 0.0, -100.0, 0.0, 0.0]);
    let k = matrix(4, &[200.0, 100.0, 0.0, 0.0, 200.0, 100.0, 0.0, 0.0, 100.0, 100.0, 1.0, 1.0]);
    #[rustfmt::skip]
    t.eq(attention_weights(&q, &k, &mask(&["xxx", "xxx"])), matrix(3, &[
        0.5, 0.5, 0.0,
        0.333_333_3, 0.333_333_3, 0.333_333_3,
    ]));
}

fn rows_add_up(t: &mut Trial) {
    t.for_all(strategy::ids(9, 24), |t, ids| {
        let (queries, keys) = (1 + ids.len() % 4, 4 + ids.len() % 3);
        let (q, k) = (numbers(&ids, (queries, 3)), numbers(&ids, (keys, 3)));
        let weights = attention_weights(&q, &k, &causal(queries, keys));
        let right = |row: ndarray::ArrayView1<f32>| {
            row.len() == keys && row.iter().all(|&w| w >= 0.0) && (row.sum() - 1.0).abs() < 1e-5
        };
        t.holds(
            weights.nrows() == queries && weights.rows().into_iter().all(right),
            "Every row holds weights of 0 or more, one for each key, and adds up to 1.",
        );
    });
}

fn attention_maps(t: &mut Trial) {
    let model = oracle::course();
    let (weights, heads) = (&model.weights.blocks[0], model.config.n_head);
    let (d, dk) = (model.config.n_embd, model.config.n_embd / heads);
    let normed =
        block::layer_norm(&oracle::stream(0), &weights.ln_1, model.config.layer_norm_epsilon);
    let qkv = block::linear(&normed, &weights.attn.c_attn); // [T, 3d]
    let mask = causal(qkv.nrows(), qkv.nrows());
    for (h, expected) in oracle::attention().outer_iter().enumerate() {
        let part = |from: usize| qkv.slice(s![.., from + h * dk..from + (h + 1) * dk]).to_owned();
        let got = attention_weights(&part(0), &part(d), &mask);
        t.at(format!("head {h}")).near(got, expected.to_owned(), 1e-4);
        if !t.holds_so_far() {
            return;
        }
    }
}

/// Are the parts right that a whole is made of? If one is not, it is what the learner should see.
fn weights_are_right(t: &mut Trial) -> bool {
    let [q, k, _] = two_of_three();
    t.eq_because(
        attention_weights(&q, &k, &mask(&["xx.", "xxx"])),
        matrix(3, &[0.268_941_4, 0.731_058_6, 0.0, 0.810_215_8, 0.180_783_6, 0.009_000_7]),
        "This check needs attention_weights, which is not right yet.",
    );
    t.holds_so_far()
}

fn mixes(t: &mut Trial) {
    if !weights_are_right(t) {
        return;
    }
    let [q, k, v] = lesson();
    t.eq(
        attention(&q, &k, &v, &causal(3, 3)),
        matrix(2, &[10.0, 0.0, 8.044_297, 1.955_703, 8.052_567, 0.827_271]),
    );
    let [q, k, v] = two_of_three();
    let [first, hidden, last] = [
        [-0.575_210_4, 2.064_667_3, -0.309_395_8, 3.480_902_7, 1.025_363_3],
        [0.268_941_4, 2.193_175_7, -0.924_234_3, 0.462_117_2, 1.075_765_7],
        [0.801_215_1, 0.560_352_1, 1.258_864_4, -0.584_428_8, 3.249_863_7],
    ];
    let got = attention(&q, &k, &v, &mask(&["xxx", "xxx"]));
    t.eq(got, matrix(5, &[first, last].concat()));
    t.eq(attention(&q, &k, &v, &mask(&["xx.", "xxx"])), matrix(5, &[hidden, last].concat()));
    t.for_all(strategy::ids(9, 24), |t, ids| {
        let (queries, keys) = (1 + ids.len() % 4, 4 + ids.len() % 3);
        let (q, k) = (numbers(&ids, (queries, 3)), numbers(&ids, (keys, 3)));
        let ones = Array2::ones((keys, 2));
        t.eq_because(
            attention(&q, &k, &ones, &causal(queries, keys)),
            Array2::<f32>::ones((queries, 2)),
            "All values are 1, so whatever the weights are, the mix is 1.",
        );
    });
}

fn later_tokens(t: &mut Trial) {
    if !weights_are_right(t) {
        return;
    }
    t.for_all(strategy::ids(9, 24), |t, ids| {
        let n = 2 + ids.len() % 4;
        let [q, k, mut v] = [3, 4, 5].map(|more| numbers(&[&ids[..], &[more]].concat(), (n, 3)));
        let before = attention(&q, &k, &v, &causal(n, n));
        let (mut q, mut k) = (q, k);
        for x in [&mut q, &mut k, &mut v] {
            x.row_mut(n - 1).mapv_inplace(|x| 3.0 - x);
        }
        let after = attention(&q, &k, &v, &causal(n, n));
        t.holds(
            before.dim() == (n, 3) && all_but_last_alike(&before, &after),
            "Only the last token changed, so only the last row may.",
        );
    });
}

fn all_but_last_alike(a: &Array2<f32>, b: &Array2<f32>) -> bool {
    close(&a.slice(s![..-1, ..]).to_owned(), &b.slice(s![..-1, ..]).to_owned())
}

fn order_of_keys(t: &mut Trial) {
    if !weights_are_right(t) {
        return;
    }
    t.for_all(strategy::ids(9, 24), |t, ids| {
        let (queries, keys) = (1 + ids.len() % 4, 2 + ids.len() % 5);
        let (q, k) = (numbers(&ids, (queries, 3)), numbers(&ids, (keys, 3)));
        let v = numbers(&[&ids[..], &[7]].concat(), (keys, 2));
        let all = Array2::from_elem((queries, keys), true);
        let one_way = attention(&q, &k, &v, &all);
        let backwards = |x: &Array2<f32>| x.slice(s![..;-1, ..]).to_owned();
        let the_other = attention(&q, &backwards(&k), &backwards(&v), &all);
        t.holds(
            one_way.dim() == (queries, 2) && close(&one_way, &the_other),
            "Keys and values were put in another order together: the mix stays the same.",
        );
    });
}

fn splits(t: &mut Trial) {
    let three = [0.0, 1.0, 6.0, 7.0, 2.0, 3.0, 8.0, 9.0, 4.0, 5.0, 10.0, 11.0];
    t.eq(split_heads(&counted((2, 6)), 3), stack((3, 2, 2), &three));
    #[rustfmt::skip]
    t.eq(split_heads(&counted((4, 6)), 3), stack((3, 4, 2), &[
        0.0, 1.0, 6.0, 7.0, 12.0, 13.0, 18.0, 19.0,
        2.0, 3.0, 8.0, 9.0, 14.0, 15.0, 20.0, 21.0,
        4.0, 5.0, 10.0, 11.0, 16.0, 17.0, 22.0, 23.0,
    ]));
    t.eq(split_heads(&counted((3, 4)), 1), counted((1, 3, 4)));
}

fn merges(t: &mut Trial) {
    let two = [0.0, 1.0, 2.0, 6.0, 7.0, 8.0, 3.0, 4.0, 5.0, 9.0, 10.0, 11.0];
    t.eq(merge_heads(&counted((2, 2, 3))), matrix(6, &two));
    #[rustfmt::skip]
    t.eq(merge_heads(&counted((3, 4, 2))), matrix(6, &[
        0.0, 1.0, 8.0, 9.0, 16.0, 17.0,
        2.0, 3.0, 10.0, 11.0, 18.0, 19.0,
        4.0, 5.0, 12.0, 13.0, 20.0, 21.0,
        6.0, 7.0, 14.0, 15.0, 22.0, 23.0,
    ]));
    t.eq(merge_heads(&counted((1, 3, 4))), counted((3, 4)));
}

fn there_and_back(t: &mut Trial) {
    t.eq_because(
        split_heads(&counted((3, 4)), 2),
        stack((2, 3, 2), &[0.0, 1.0, 4.0, 5.0, 8.0, 9.0, 2.0, 3.0, 6.0, 7.0, 10.0, 11.0]),
        "This check needs split_heads, which is not right yet.",
    );
    if !t.holds_so_far() {
        return;
    }
    t.eq(merge_heads(&stack((2, 1, 2), &[0.0, 1.0, 2.0, 3.0])), counted((1, 4)));
    t.for_all(strategy::ids(9, 24), |t, ids| {
        let (rows, heads, dk) = (1 + ids.len() % 4, 1 + ids.len() % 5, 1 + ids.len() % 3);
        let x = numbers(&ids, (rows, heads * dk));
        t.eq(merge_heads(&split_heads(&x, heads)), x);
    });
}

/// Where the form with erf lies 1.5e-4 to 4.7e-4 away.
fn bends(t: &mut Trial) {
    t.eq(gelu(0.0), 0.0f32);
    t.eq(gelu(1.0), 0.841_192f32);
    t.eq(gelu(-1.0), -0.158_808f32);
    t.eq(gelu(3.0), 2.996_362_6f32);
    t.eq(gelu(-3.0), -0.003_637_4f32);
    t.eq(gelu(0.5), 0.345_714f32);
    t.eq(gelu(-2.0), -0.045_402_3f32);
    t.eq(gelu(100.0), 100.0f32);
    if !t.holds_so_far() {
        return; // a tanh made of exp may be wrong at -100 too, or not
    }
    t.eq(gelu(-100.0), 0.0f32);
}

fn gelu_is_right(t: &mut Trial) -> bool {
    let why = "This check needs gelu, which is not right yet.";
    t.eq_because(gelu(-1.0), -0.158_808f32, why);
    t.eq_because(gelu(3.0), 2.996_362_6f32, why);
    t.holds_so_far()
}

fn feeds_forward(t: &mut Trial) {
    if !gelu_is_right(t) {
        return;
    }
    let (up, down) = (layer(2, &[1.0, -1.0], &[0.0, 0.0]), layer(1, &[2.0, 1.0], &[10.0]));
    // 2 · gelu(1) + gelu(−1) + 10
    t.eq(feed_forward(&matrix(1, &[1.0]), &up, &down), matrix(1, &[11.523_576]));
    let up = layer(3, &[1.0, -1.0, 0.5, 2.0, 0.0, -1.0], &[0.0, 1.0, 0.5]);
    let down = layer(2, &[1.0, 0.0, 2.0, -1.0, 0.0, 3.0], &[0.5, -0.25]);
    let x = matrix(2, &[1.0, 2.0, -1.0, 0.5, 0.0, -3.0, 0.25, 0.0]);
    #[rustfmt::skip]
    t.eq(feed_forward(&x, &up, &down), matrix(2, &[
        5.5, -0.726_424,
        4.409_195_4, -2.667_455_7,
        2.182_384, 9.406_959,
        1.809_596_5, 0.546_202_9,
    ]));
}

/// All parts by themselves: if one is wrong, no block can be right.
fn parts_are_right(t: &mut Trial) -> bool {
    let why = |part: &str| format!("A block needs {part}, which is not right yet.");
    t.eq_because(causal_mask(2, 2), mask(&["x.", "xx"]), why("causal_mask"));
    let heads = [0.0, 1.0, 4.0, 5.0, 8.0, 9.0, 2.0, 3.0, 6.0, 7.0, 10.0, 11.0];
    let (heads, x) = (stack((2, 3, 2), &heads), counted((3, 4)));
    t.eq_because(split_heads(&x, 2), heads.clone(), why("split_heads"));
    t.eq_because(merge_heads(&heads), x, why("merge_heads"));
    if !weights_are_right(t) || !gelu_is_right(t) {
        return false;
    }
    let [q, k, v] = lesson();
    t.eq_because(
        attention(&q, &k, &v, &causal(3, 3)),
        matrix(2, &[10.0, 0.0, 8.044_297, 1.955_703, 8.052_567, 0.827_271]),
        why("attention"),
    );
    let (up, down) = (layer(2, &[1.0, -1.0], &[0.0, 0.0]), layer(1, &[2.0, 1.0], &[10.0]));
    t.eq_because(
        feed_forward(&matrix(1, &[1.0]), &up, &down),
        matrix(1, &[11.523_576]),
        why("feed_forward"),
    );
    t.holds_so_far()
}

fn switched_off(layer: &mut Linear) {
    layer.weight.fill(0.0);
    layer.bias.fill(0.0);
}

fn first_half(t: &mut Trial) {
    if !parts_are_right(t) {
        return;
    }
    // By hand: nothing but a bias of 0.5.
    let mut weights = some_block();
    for layer in [&mut weights.attn.c_attn, &mut weights.attn.c_proj, &mut weights.mlp.c_proj] {
        switched_off(layer);
    }
    weights.attn.c_proj.bias[0] = 0.5;
    let mut expected = some_stream();
    expected.column_mut(0).mapv_inplace(|x| x + 0.5);
    t.eq_because(
        block(&some_stream(), &weights, 2, 1e-5),
        expected,
        "All that is not zero behind the norms is one bias: 0.5 in column 0 of attn.c_proj. Each \
         row keeps what it was and gets that.",
    );
    let mut weights = some_block();
    switched_off(&mut weights.mlp.c_proj);
    t.eq_because(
        block(&some_stream(), &weights, 3, 0.25),
        oracle::block_on(&some_stream(), &weights, 3, 0.25),
        "mlp.c_proj is all zeros here, so what you see is the attention half alone: ln_1, c_attn, \
         thirds, heads, attention, merge, c_proj, and x added.",
    );
}

fn second_half(t: &mut Trial) {
    if !parts_are_right(t) {
        return;
    }
    let mut weights = some_block();
    switched_off(&mut weights.attn.c_proj);
    t.eq_because(
        block(&some_stream(), &weights, 3, 0.25),
        oracle::block_on(&some_stream(), &weights, 3, 0.25),
        "attn.c_proj is all zeros here, so what you see is the feed-forward half alone: ln_2, up, \
         gelu, down, and x added.",
    );
}

fn both_halves(t: &mut Trial) {
    if !parts_are_right(t) {
        return;
    }
    let x = some_stream();
    let why = "Both halves work here, the second on what the first has made of x.";
    t.eq_because(
        block(&x, &some_block(), 3, 0.25),
        oracle::block_on(&x, &some_block(), 3, 0.25),
        why,
    );
    let x = x.slice(s![..3, ..]).to_owned();
    t.eq_because(
        block(&x, &some_block(), 2, 1e-5),
        oracle::block_on(&x, &some_block(), 2, 1e-5),
        why,
    );
}

fn block_is_causal(t: &mut Trial) {
    if !parts_are_right(t) {
        return;
    }
    let weights = some_block();
    t.for_all(strategy::ids(9, 24), |t, ids| {
        let n = 2 + ids.len() % 3;
        let mut x = numbers(&ids, (n, 6));
        let before = block(&x, &weights, 2, 1e-5);
        x.row_mut(n - 1).mapv_inplace(|x| 3.0 - x);
        let after = block(&x, &weights, 2, 1e-5);
        t.holds(
            before.dim() == (n, 6) && all_but_last_alike(&before, &after),
            "Only the last token changed, so only the last row may.",
        );
    });
}

/// Hugging Face's stream before each block in, its stream after the block out.
fn real_blocks(t: &mut Trial) {
    if !parts_are_right(t) {
        return;
    }
    let model = oracle::course();
    let (heads, epsilon) = (model.config.n_head, model.config.layer_norm_epsilon);
    let blocks = &model.weights.blocks;
    for (i, weights) in blocks.iter().enumerate() {
        let got = block(&oracle::stream(i), weights, heads, epsilon);
        let expected = oracle::stream(i + 1);
        t.at(format!("blocks[{i}]")).near(got, expected, 1e-4);
        if !t.holds_so_far() {
            return;
        }
    }
}
