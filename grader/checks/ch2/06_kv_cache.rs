//! 2.6 Speeding up generation with the KV cache: the hidden checks.
//!
//! Most of the section's functions change what they are given. Here they are called on a copy, and
//! what they leave behind is part of what they give: so can the planted mistakes be, on the same
//! input, and a failure is about one call.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use ::mistakes::{Cache, LayerCache, Sizes, Stepped};
use harness::{Plain, Trial, check, strategy};
use model::Model;
use model_oracle::small;
use ndarray::{Array2, s};

harness::subject! { pure in "ch2/06_kv_cache" {
    fn append(cache: &LayerCache, k: &Array2<f32>, v: &Array2<f32>) -> LayerCache,
        wrong in values_forgotten, in_front, past_replaced, keys_and_values_swapped,
            first_row_only;
    fn attend(q: &Array2<f32>, cache: &LayerCache, heads: usize) -> Array2<f32>,
        wrong in queries_from_zero, new_counted_twice, from_the_row_before, newest_only,
            one_wide_head, first_head_for_all, keys_for_values;
    fn step(ids: &[u32], cache: &Cache, model: &Model) -> Stepped,
        wrong in position_zero, offset_counted_twice, position_after_the_text,
            one_cache_for_all_layers, recomputed, norm_forgotten, epsilon_hard_coded,
            whole_text_appended, whole_text_from_zero, last_token_only, last_token_in_its_place,
            attended_before_appended, queries_cached;
    fn rewind(cache: &Cache, n: usize) -> Cache,
        wrong in first_layer_only, keys_only, keeps_n, oldest_forgotten, too_many_panics,
            too_many_ignored;
    fn cache_bytes(sizes: &Sizes, tokens: usize, bytes: usize) -> usize,
        wrong in query_heads_counted, factor_two_forgotten, layers_forgotten,
            every_head_as_wide_as_the_row, always_two_bytes;
} }

use ::mistakes::pure as mistakes;

fn main() {
    harness::run(&[
        check("new keys and values come after the old ones", 2, appends).of("append"),
        check("in any portions, the same cache", 1, appends_portions).of("append"),
        check("a new token attends to all that is cached", 2, attends_alone).of("attend"),
        check("of several new ones, none sees those after it", 2, attends_together).of("attend"),
        check("one by one or together, the same", 1, attends_in_any_portions).of("attend"),
        check("a prompt, then token by token", 3, steps).of("step"),
        check("in any portions, as if computed from the start", 2, steps_any_portions).of("step"),
        check("two texts do not touch", 1, two_texts).of("step"),
        check("for 8 + 16 tokens 23 rows a layer, not 248", 3, counts_rows).of("step"),
        check("the model writes what it writes without a cache", 2, writes).of("step"),
        check("forgets the last tokens, in every layer", 2, rewinds).of("rewind"),
        check("rewound and replayed, as if it had never been", 2, replays).of("rewind"),
        check("a key and a value, in every layer", 2, bytes_of_a_cache).of("cache_bytes"),
        check("grouped queries share keys and values", 1, bytes_when_grouped).of("cache_bytes"),
    ]);
}

/// The section's functions, as functions that change nothing.
mod pure {
    use super::{Array2, Cache, LayerCache, Model, Sizes, Stepped};

    pub fn append(cache: &LayerCache, k: &Array2<f32>, v: &Array2<f32>) -> LayerCache {
        let mut theirs = layer(cache);
        kv_cache::append(&mut theirs, k, v);
        LayerCache { k: theirs.k, v: theirs.v }
    }

    pub fn attend(q: &Array2<f32>, cache: &LayerCache, heads: usize) -> Array2<f32> {
        kv_cache::attend(q, &layer(cache), heads)
    }

    pub fn step(ids: &[u32], cache: &Cache, model: &Model) -> Stepped {
        let mut theirs = whole(cache);
        kv_cache::given::rows_projected();
        let logits = kv_cache::step(ids, &mut theirs, model);
        Stepped { logits, cache: back(theirs), rows: kv_cache::given::rows_projected() }
    }

    pub fn rewind(cache: &Cache, n: usize) -> Cache {
        let mut theirs = whole(cache);
        kv_cache::rewind(&mut theirs, n);
        back(theirs)
    }

    pub fn cache_bytes(sizes: &Sizes, tokens: usize, bytes: usize) -> usize {
        let Sizes { layers, d, heads, kv_heads } = *sizes;
        kv_cache::cache_bytes(&kv_cache::Sizes { layers, d, heads, kv_heads }, tokens, bytes)
    }

    fn layer(cache: &LayerCache) -> kv_cache::LayerCache {
        kv_cache::LayerCache { k: cache.k.clone(), v: cache.v.clone() }
    }

    fn whole(cache: &Cache) -> kv_cache::Cache {
        kv_cache::Cache { layers: cache.layers.iter().map(layer).collect() }
    }

    fn back(theirs: kv_cache::Cache) -> Cache {
        let layers = theirs.layers.into_iter().map(|kv| LayerCache { k: kv.k, v: kv.v });
        Cache { layers: layers.collect() }
    }
}

/// Row after row of so many columns.
fn matrix(columns: usize, cells: &[f32]) -> Array2<f32> {
    Array2::from_shape_vec((cells.len() / columns, columns), cells.to_vec())
        .expect("the cells fill the rows")
}

fn kv(columns: usize, k: &[f32], v: &[f32]) -> LayerCache {
    LayerCache { k: matrix(columns, k), v: matrix(columns, v) }
}

fn appends(t: &mut Trial) {
    let one = kv(2, &[1.0, 2.0], &[5.0, 6.0]);
    let two = kv(2, &[1.0, 2.0, 3.0, 4.0], &[5.0, 6.0, 7.0, 8.0]);
    t.eq(append(&kv(2, &[], &[]), &one.k, &one.v), &one);
    t.eq(append(&one, &matrix(2, &[3.0, 4.0]), &matrix(2, &[7.0, 8.0])), &two);
    t.eq(append(&two, &matrix(2, &[]), &matrix(2, &[])), &two);
    let more = kv(3, &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0], &[-1.0, -2.0, -3.0, -4.0, -5.0, -6.0]);
    let prompt = kv(3, &[9.0, 8.0, 7.0], &[0.5, 0.25, 0.0]);
    #[rustfmt::skip]
    let all = kv(3,
        &[9.0, 8.0, 7.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0],
        &[0.5, 0.25, 0.0, -1.0, -2.0, -3.0, -4.0, -5.0, -6.0]);
    t.eq(append(&prompt, &more.k, &more.v), all);
}

/// Numbers, three a row, of ids.
fn rows_of_three(ids: &[u32]) -> Array2<f32> {
    let cells: Vec<f32> = ids.iter().map(|&id| id as f32 / 4.0 - 3.0).collect();
    matrix(3, &cells[..cells.len() - cells.len() % 3])
}

fn appends_portions(t: &mut Trial) {
    t.for_all(strategy::ids(25, 30), |t, ids| {
        let k = rows_of_three(&ids);
        let v = &k * 10.0 + 1.0;
        let cut = ids.first().map_or(0, |&id| id as usize % (k.nrows() + 1));
        let part =
            |rows: std::ops::Range<usize>, of: &Array2<f32>| of.slice(s![rows, ..]).to_owned();
        let first = LayerCache { k: part(0..cut, &k), v: part(0..cut, &v) };
        let rest = cut..k.nrows();
        t.eq(append(&first, &part(rest.clone(), &k), &part(rest, &v)), LayerCache { k, v });
    });
}

/// Five tokens, six columns.
#[rustfmt::skip]
fn five() -> LayerCache {
    kv(6, &[
        -1.0, 2.5, 0.5, -1.5, 2.0, 0.0,
        -2.0, 1.5, -0.5, -2.5, 1.0, -1.0,
        2.5, 0.5, -1.5, 2.0, 0.0, -2.0,
        1.5, -0.5, -2.5, 1.0, -1.0, 2.5,
        0.5, -1.5, 2.0, 0.0, -2.0, 1.5,
    ], &[
        -2.5, 0.0, 2.5, -1.5, 1.0, -3.0,
        -0.5, 2.0, -2.0, 0.5, 3.0, -1.0,
        1.5, -2.5, 0.0, 2.5, -1.5, 1.0,
        -3.0, -0.5, 2.0, -2.0, 0.5, 3.0,
        -1.0, 1.5, -2.5, 0.0, 2.5, -1.5,
    ])
}

fn attends_alone(t: &mut Trial) {
    // The weights are 1/4, 2/4, 1/4.
    let cache = kv(1, &[0.0, 2f32.ln(), 0.0], &[3.0, 9.0, 13.0]);
    t.eq(attend(&matrix(1, &[1.0]), &cache, 1), matrix(1, &[8.5]));
    // Two heads: one as before, the other without a preference.
    let cache = kv(2, &[0.0, 0.0, 2f32.ln(), 0.0, 0.0, 0.0], &[3.0, 1.0, 9.0, 2.0, 13.0, 6.0]);
    t.eq(attend(&matrix(2, &[1.0, 1.0]), &cache, 2), matrix(2, &[8.5, 3.0]));
    let q = matrix(6, &[1.5, -0.5, 1.0, -1.0, 0.5, -1.5]);
    #[rustfmt::skip]
    let in_two_heads = [-0.539_032_44, 0.252_985_35, -1.353_920_7, 0.240_300_3, 2.151_228_5, -1.243_739_3];
    t.eq(attend(&q, &five(), 2), matrix(6, &in_two_heads));
    #[rustfmt::skip]
    let in_three_heads = [-0.145_593_3, -1.351_062_5, -0.644_234_9, -0.325_482_22, 0.145_593_3, -0.126_937_56];
    t.eq(attend(&q, &five(), 3), matrix(6, &in_three_heads));
}

fn attends_together(t: &mut Trial) {
    let cache = kv(1, &[0.0, 2f32.ln(), 0.0], &[3.0, 9.0, 13.0]);
    t.eq(attend(&matrix(1, &[1.0, 1.0]), &cache, 1), matrix(1, &[7.0, 8.5]));
    #[rustfmt::skip]
    let (q, mixed) = ([
        -0.5, 1.0, -1.0, 0.5, -1.5, 0.0,
        1.5, -0.5, 1.0, -1.0, 0.5, -1.5,
    ], [
        -1.280_818_7, 0.476_071_45, 0.252_002_58, -0.372_196_05, -0.067_793_74, 2.038_848_9,
        -0.539_032_44, 0.252_985_35, -1.353_920_7, 0.240_300_3, 2.151_228_5, -1.243_739_3,
    ]);
    t.eq(attend(&matrix(6, &q), &five(), 2), matrix(6, &mixed));
    // A prompt: all three are new.
    let LayerCache { k, v } = five();
    let three =
        LayerCache { k: k.slice(s![..3, ..]).to_owned(), v: v.slice(s![..3, ..]).to_owned() };
    #[rustfmt::skip]
    let (q, mixed) = ([
        0.0, -2.0, 0.5, -1.5, 1.0, -1.0,
        1.5, -0.5, 2.0, 0.0, -2.0, 0.5,
        -1.5, 1.0, -1.0, 1.5, -0.5, 2.0,
    ], [
        -2.5, 0.0, 2.5, -1.5, 1.0, -3.0,
        -2.199_349_1, 0.300_650_9, 1.823_535_5, -0.092_164_01, 2.407_836, -1.592_164,
        -1.055_644_3, 1.352_780_4, -0.658_225_06, 1.600_945_5, -0.819_356_5, 0.100_945_5,
    ]);
    t.eq(attend(&matrix(6, &q), &three, 2), matrix(6, &mixed));
}

fn attends_in_any_portions(t: &mut Trial) {
    t.for_all(strategy::ids(25, 24), |t, ids| {
        let k = rows_of_three(&ids);
        if k.nrows() == 0 {
            return;
        }
        let (v, q) = (&k * &k, 1.0 - &k);
        let first = ids[0] as usize % k.nrows();
        let top = |n: usize, of: &Array2<f32>| of.slice(s![..n, ..]).to_owned();
        let mut rows = Array2::zeros((0, 3));
        for n in first + 1..=k.nrows() {
            let cache = LayerCache { k: top(n, &k), v: top(n, &v) };
            let row = attend(&q.slice(s![n - 1..n, ..]).to_owned(), &cache, 3);
            t.holds(row.dim() == (1, 3), "One query in, one row of the same width out.");
            if !t.holds_so_far() {
                return;
            }
            rows.push_row(row.row(0)).expect("it is three wide");
        }
        t.eq_because(
            attend(&q.slice(s![first.., ..]).to_owned(), &LayerCache { k, v }, 3),
            rows,
            "Expected are the rows that the same queries give one by one, each while its token is \
             the last one cached.",
        );
    });
}

/// What a step must give after `ids`, of which `new` are new: everything computed from the start.
fn from_the_start(model: &Model, ids: &[u32], new: usize) -> Stepped {
    let layers = model_oracle::keys_values(model, ids).into_iter();
    Stepped {
        cache: Cache { layers: layers.map(|(k, v)| LayerCache { k, v }).collect() },
        logits: model_oracle::logits_after(model, ids),
        rows: vec![new; model.config.n_layer],
    }
}

const COUNTED: &str = "So many rows went through `given::project`, a number for each layer. Each \
                       new token is one row, only new tokens go through it, and keys and values \
                       are made nowhere else.";

/// One expectation of one step, about the first thing that is not as it should be.
fn expect(t: &mut Trial, place: &str, got: &Stepped, expected: &Stepped) {
    let (ours, theirs) = (&got.cache.layers, &expected.cache.layers);
    for (l, (ours, theirs)) in ours.iter().zip(theirs).enumerate() {
        for (what, ours, theirs) in [("keys", &ours.k, &theirs.k), ("values", &ours.v, &theirs.v)] {
            if !theirs.value().alike(&ours.value(), TOLERANCE) {
                let place = format!("{place}, layer {l}, the cached {what}");
                let why = where_to_look(l, ours.dim() == theirs.dim(), what);
                return t.at(place).eq_because(ours, theirs, why);
            }
        }
    }
    if ours.len() != theirs.len() {
        return t.at(place).holds(false, format!("The cache keeps its {} layers.", theirs.len()));
    }
    if got.rows != expected.rows {
        return t.at(place).eq_because(&got.rows, &expected.rows, COUNTED);
    }
    if !expected.logits.value().alike(&got.logits.value(), TOLERANCE) {
        let why = "All keys and values are right, so look at what comes after them: attention in \
                   the last layer, what is added to x, and `logits` with the model's ε.";
        return t.at(format!("{place}, the logits")).eq_because(&got.logits, &expected.logits, why);
    }
    t.holds(true, "");
}

/// What is wrong in the cache of layer l, while everything before it is right, narrows it down.
fn where_to_look(l: usize, same_shape: bool, what: &str) -> String {
    match (l, same_shape) {
        (_, false) => format!("In a step, each layer's {what} grow by one row for each new token."),
        (0, _) => "Layer 0 comes first, so look at its way in: which ids are new, at which \
                   position, the norm before `project`, what `project` gives, what is appended \
                   where."
            .to_owned(),
        _ => format!(
            "What layer {} has cached is right, so look at what comes after it: attention in \
             layer {}, what is added to x, the norms and their ε.",
            l - 1,
            l - 1
        ),
    }
}

const TOLERANCE: f64 = 1e-5;

/// Steps through a text in portions of these sizes, as long as all is well: the cache.
fn walk(t: &mut Trial, model: &Model, ids: &[u32], portions: &[usize], from: Cache) -> Cache {
    let place = if from.layers[0].k.nrows() > 0 { "after rewinding, step" } else { "step" };
    let mut cache = from;
    for (number, &new) in (1..).zip(portions) {
        let so_far = &ids[..cache.layers[0].k.nrows() + new];
        let got = step(so_far, &cache, model);
        expect(t, &format!("{place} {number}"), &got, &from_the_start(model, so_far, new));
        if !t.holds_so_far() {
            break;
        }
        cache = got.cache;
    }
    cache
}

/// Two tokens more, with three cached. It comes first in the checks of `step`: no planted mistake
/// panics here, so that a panic of the learner's own is never taken for one that does with a prompt.
fn two_more(t: &mut Trial, model: &Model) -> bool {
    let ids = [4, 9, 2, 2, 0];
    let got = step(&ids, &from_the_start(model, &ids[..3], 3).cache, model);
    expect(t, "two new tokens after three", &got, &from_the_start(model, &ids, 2));
    t.holds_so_far()
}

fn empty(model: &Model) -> Cache {
    let row = || Array2::zeros((0, model.config.n_embd));
    Cache { layers: (0..model.config.n_layer).map(|_| LayerCache { k: row(), v: row() }).collect() }
}

fn steps(t: &mut Trial) {
    let model = small();
    if !two_more(t, &model) {
        return;
    }
    walk(t, &model, &[4, 9, 2, 2, 0, 10], &[3, 1, 1, 1], empty(&model));
}

fn steps_any_portions(t: &mut Trial) {
    let model = small();
    if !two_more(t, &model) {
        return;
    }
    t.for_all(strategy::ids(11, 7), |t, ids| {
        // A new portion begins at every id divisible by 3.
        let mut portions = Vec::new();
        for (at, id) in ids.iter().enumerate() {
            match portions.last_mut() {
                Some(last) if id % 3 != 0 && at > 0 => *last += 1,
                _ => portions.push(1),
            }
        }
        walk(t, &model, &ids, &portions, empty(&model));
    });
}

fn two_texts(t: &mut Trial) {
    let model = small();
    if !two_more(t, &model) {
        return;
    }
    let texts: [[u32; 5]; 2] = [[1, 2, 3, 4, 5], [10, 0, 7, 7, 6]];
    let mut caches = [empty(&model), empty(&model)];
    for n in [2, 3, 5] {
        for (text, cache) in texts.iter().zip(&mut caches) {
            let new = n - cache.layers[0].k.nrows();
            let got = step(&text[..n], cache, &model);
            let place = format!("{n} tokens of the text that begins with {}", text[0]);
            expect(t, &place, &got, &from_the_start(&model, &text[..n], new));
            if !t.holds_so_far() {
                return;
            }
            *cache = got.cache;
        }
    }
}

/// How many tokens the prompt has, and how many are written after it.
const PROMPT: usize = 8;
const WRITTEN: usize = 16;

fn counts_rows(t: &mut Trial) {
    if !two_more(t, &small()) {
        return;
    }
    let model = model_oracle::course();
    let ids = model_oracle::greedy();
    let mut cache = empty(model);
    let mut total = 0;
    // The last token is written, but never read.
    for (number, n) in (1..).zip(PROMPT..PROMPT + WRITTEN) {
        let new = n - cache.layers[0].k.nrows();
        let got = step(&ids[..n], &cache, model);
        t.at(format!("step {number}")).eq_because(&got.rows, [new; 4].as_slice(), COUNTED);
        if !t.holds_so_far() || got.cache.layers[0].k.nrows() != n {
            return t.holds(false, format!("After {n} tokens, the cache holds {n}."));
        }
        total += got.rows[0];
        cache = got.cache;
    }
    t.holds(total == 23, format!("23 rows in each layer, all in all; here {total}."));
}

fn writes(t: &mut Trial) {
    if !two_more(t, &small()) {
        return;
    }
    let model = model_oracle::course();
    let ids = model_oracle::greedy();
    let mut cache = empty(model);
    for n in PROMPT..PROMPT + WRITTEN {
        let got = step(&ids[..n], &cache, model);
        let best =
            (0..got.logits.len()).rev().max_by(|&a, &b| got.logits[a].total_cmp(&got.logits[b]));
        let best = best.map(|id| model_oracle::text(id as u32));
        let place = format!("token {}", n - PROMPT + 1);
        t.at(place).eq(best, Some(model_oracle::text(ids[n])));
        if !t.holds_so_far() {
            return;
        }
        cache = got.cache;
    }
    let prompt = &model_oracle::prompts()[0].ids;
    let (most, all) = (&prompt[..prompt.len() - 2], prompt.as_slice());
    let before = step(most, &empty(model), model);
    t.holds(before.logits.len() == 1024, "One logit for each token of the vocabulary.");
    let got = step(all, &before.cache, model);
    t.near(&got.logits, model_oracle::logits(0), 1e-4);
}

/// So many tokens in three layers: token i has the key i + 0.25 and the value −i, plus 10 a layer.
fn numbered(tokens: usize) -> Cache {
    let layer = |l: usize| LayerCache {
        k: Array2::from_shape_fn((tokens, 2), |(i, _)| (10 * l + i) as f32 + 0.25),
        v: Array2::from_shape_fn((tokens, 2), |(i, _)| 10.0 * l as f32 - i as f32),
    };
    Cache { layers: (0..3).map(layer).collect() }
}

fn rewinds(t: &mut Trial) {
    t.eq(rewind(&numbered(5), 1), numbered(4));
    t.eq(rewind(&numbered(5), 3), numbered(2));
    t.eq(rewind(&numbered(4), 0), numbered(4));
    t.eq(rewind(&numbered(4), 4), numbered(0));
    t.eq_because(
        rewind(&numbered(4), 5),
        numbered(0),
        "With fewer cached than n, all are forgotten.",
    );
    t.eq_because(
        rewind(&numbered(0), 2),
        numbered(0),
        "With fewer cached than n, all are forgotten.",
    );
}

fn replays(t: &mut Trial) {
    let model = small();
    let (first, second) = ([4, 9, 2, 2, 0], [4, 9, 2, 6, 6, 1]);
    let cache = from_the_start(&model, &first, 5).cache;
    let kept = from_the_start(&model, &first[..3], 3).cache;
    let back = rewind(&cache, 2);
    t.eq(&back, &kept);
    if !t.holds_so_far() {
        return;
    }
    if !steps_rightly(&model, &first, &[2], &kept)
        || !steps_rightly(&model, &second, &[1, 2], &kept)
    {
        return t.holds(
            false,
            "`rewind` has cut what it should. What was cut is now written again, and that rests on \
             `step`, which is not right yet, on a text that was never rewound either.",
        );
    }
    // Once more the same, then something else.
    let cache = walk(t, &model, &first, &[2], back);
    if t.holds_so_far() {
        walk(t, &model, &second, &[1, 2], rewind(&cache, 2));
    }
}

/// Whether `step` is right on a text that was never rewound. It is asked past the harness: what
/// is wrong with it is not for a check of `rewind` to show.
fn steps_rightly(model: &Model, ids: &[u32], portions: &[usize], from: &Cache) -> bool {
    let mut cache = from.clone();
    portions.iter().all(|new| {
        let so_far = &ids[..cache.layers[0].k.nrows() + new];
        let expected = from_the_start(model, so_far, *new);
        let got = catch_unwind(AssertUnwindSafe(|| pure::step(so_far, &cache, model)));
        let got = got.unwrap_or_else(|panic| match panic.downcast_ref::<String>() {
            Some(todo) if todo.starts_with("not yet implemented") => resume_unwind(panic),
            _ => Stepped { logits: Vec::new(), ..expected.clone() },
        });
        cache = got.cache.clone();
        expected.value().alike(&got.value(), TOLERANCE)
    })
}

fn sizes(layers: usize, d: usize, heads: usize, kv_heads: usize) -> Sizes {
    Sizes { layers, d, heads, kv_heads }
}

fn bytes_of_a_cache(t: &mut Trial) {
    // Three layers of a key and a value of 10 numbers each, for 7 tokens.
    t.eq(cache_bytes(&sizes(3, 10, 5, 5), 7, 4), 3 * 2 * 10 * 7 * 4);
    let (llama_2_7b, gpt_2_small) = (sizes(32, 4096, 32, 32), sizes(12, 768, 12, 12));
    t.eq(cache_bytes(&llama_2_7b, 1, 2), 524_288);
    t.eq(cache_bytes(&llama_2_7b, 4096, 2), 2_147_483_648usize);
    t.eq(cache_bytes(&gpt_2_small, 1024, 4), 75_497_472);
    t.eq(cache_bytes(&sizes(4, 128, 4, 4), 256, 4), 1usize << 20);
    t.eq(cache_bytes(&llama_2_7b, 1, 1), 262_144);
    t.eq(cache_bytes(&llama_2_7b, 0, 2), 0);
}

fn bytes_when_grouped(t: &mut Trial) {
    // Two heads of keys and values, 4 numbers each, for six heads of queries.
    t.eq(cache_bytes(&sizes(5, 24, 6, 2), 1, 1), 5 * 2 * 2 * 4);
    let (llama_3_8b, llama_3_70b) = (sizes(32, 4096, 32, 8), sizes(80, 8192, 64, 8));
    t.eq(cache_bytes(&llama_3_8b, 1, 2), 131_072);
    t.eq(cache_bytes(&llama_3_8b, 8192, 2), 1usize << 30);
    t.eq(cache_bytes(&llama_3_70b, 1, 2), 327_680);
    // One head of keys and values for all.
    t.eq(cache_bytes(&sizes(7, 66, 11, 1), 3, 2), 7 * 2 * 6 * 3 * 2);
}
