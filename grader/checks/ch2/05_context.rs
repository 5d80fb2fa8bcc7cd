//! 2.5 Parallel processing and context size: the hidden checks.

use std::fmt::Display;

use context::parts::{blocks_called, layer_norm, linear};
use context::{KeysValues, Past, TooLong, no_past};
use harness::{Trial, check, misconception, strategy};
use model::{AttnWeights, BlockWeights, Config, Linear, MlpWeights, Model, Norm, Weights};
use model_oracle::{all_logits, course, greedy, greedy_from, prompts, small, stream};
use ndarray::{Array1, Array2, s};

harness::subject! { context in "ch2/05_context" {
    fn attention_scores(tokens: u64) -> u64,
        wrong in halved_too_early, not_halved, squared, through_f64, without_itself;
    fn flops(config: &Config, tokens: u64) -> u64,
        wrong in attention_left_out, back_left_out, head_at_last_position, head_in_every_layer,
            head_left_out, inner_always_4d, layers_forgotten, mix_left_out, multiply_add_as_one,
            one_query, queries_only, scores_per_head, triangle_for_scores, triangle_once;
    fn fit(ids: &[u32], room: usize) -> Vec<u32>,
        wrong in first_kept, first_token_kept, one_too_few, panics_when_short, reversed;
    fn prefill(model: &Model, past: &Past, ids: &[u32]) -> Result<(Array2<f32>, Past), TooLong>,
        wrong in blocks_not_chained, chunk_measured_alone, cut_with_fit, error_says_the_chunk,
            error_turned_around, full_context_refused, last_row_only, length_not_checked,
            mask_for_every_token, mask_on_its_side, mask_starts_over, old_past_returned,
            past_forgotten, past_not_seen, past_of_first_layer, positions_reset, silently_cut,
            square_mask, strict_mask, unmasked;
    fn decode(model: &Model, ids: &[u32], n: usize) -> Vec<u32>,
        wrong in context_not_filled, cut_once, first_kept, first_row, last_of_equals, never_cut,
            only_new_token_read, prompt_returned, reversed, same_prompt_again, stops_at_the_end;
} }

fn main() {
    harness::run(&[
        check("counts what each token looks at", 1, counts_scores).of("attention_scores"),
        check("a token more looks at all before it and itself", 1, one_more).of("attention_scores"),
        check("every matrix product of a small model", 2, small_products).of("flops"),
        check("an inner width of its own", 1, own_inner_width).of("flops"),
        check("nanoGPT's published count for GPT-2 small", 1, published_count).of("flops"),
        check("keeps the end of a text", 1, keeps_the_end).of("fit"),
        check("never more than fits, and all that fits", 1, fits).of("fit"),
        check("each row sees itself and what came before", 2, small_text).of("prefill"),
        check("row t is the pass over t + 1 tokens", 1, rows_are_passes).of("prefill"),
        check("the model's own activations, layer by layer", 2, activations).of("prefill"),
        check("a second chunk goes on where the first stopped", 2, second_chunk).of("prefill"),
        check("for every text, cut anywhere: the same rows", 2, any_chunks).of("prefill"),
        check("one pass: each layer's block is called once", 1, one_pass).of("prefill"),
        check("a text longer than the context is an error", 2, too_long).of("prefill"),
        check("the largest logit of the last row, n times", 2, small_steps).of("decode"),
        check("writes what Hugging Face's code writes", 2, public_text).of("decode"),
        check("a text outgrows the context: its end is read", 2, outgrows).of("decode"),
    ]);
}

fn counts_scores(t: &mut Trial) {
    t.eq(attention_scores(4), 10u64);
    for (tokens, scores) in [(1, 1u64), (2, 3), (5, 15), (0, 0), (7, 28), (1024, 524_800)] {
        t.eq(attention_scores(tokens), scores);
    }
    // Its half ends in 3: an `f64` of this size holds even numbers only.
    t.eq(attention_scores(999_999_997), 499_999_997_500_000_003u64);
}

fn one_more(t: &mut Trial) {
    t.for_all(strategy::ids(3000, 1), |t, ids| {
        let tokens = ids.first().map_or(0, |&id| u64::from(id));
        t.eq(attention_scores(tokens), (1..=tokens).sum::<u64>());
    });
}

/// Layers, heads, width, context, vocabulary, inner width.
fn config(sizes: [usize; 5], n_inner: Option<usize>) -> Config {
    let [n_layer, n_head, n_embd, n_positions, vocab_size] = sizes;
    Config {
        n_layer,
        n_head,
        n_embd,
        n_positions,
        vocab_size,
        layer_norm_epsilon: 0.0,
        n_inner,
        activation_function: "gelu_new".to_owned(),
    }
}

/// The count, product by product: the oracle.
fn counted(config: &Config, tokens: usize) -> u64 {
    let (t, d, inner) = (tokens, config.n_embd, config.inner());
    let layer = [(t, d, 3 * d), (t, d, t), (t, t, d), (t, d, d), (t, d, inner), (t, inner, d)];
    let products = (0..config.n_layer).flat_map(|_| layer).chain([(t, d, config.vocab_size)]);
    products.map(|(n, k, m)| 2 * (n * k * m) as u64).sum()
}

fn small_products(t: &mut Trial) {
    let by_hand = "The lesson has these sizes as a table: 72 + 36 + 36 + 24 + 96 + 96 in the layer, \
                   60 for the head.";
    t.eq_because(flops(&config([1, 1, 2, 9, 5], None), 3), 420u64, by_hand);
    let layers = "In each of the three layers 576 + 288 + 288 + 192 + 768 + 768, and once 336 for \
                  the head.";
    // T - 1 is not d here: with T - 1 = d several of the planted mistakes come to the same.
    t.eq_because(flops(&config([3, 2, 4, 9, 7], None), 6), 8_976u64, layers);
    t.eq(flops(&config([3, 2, 4, 9, 7], None), 0), 0u64);
    t.for_all(strategy::ids(9, 4), |t, ids| {
        let at = |i: usize| 1 + ids.get(i).map_or(0, |&id| id as usize);
        let config = config([at(0), 2, 2 * at(1), 99, at(2)], None);
        t.eq(flops(&config, at(3) as u64), counted(&config, at(3)));
    });
}

fn own_inner_width(t: &mut Trial) {
    let inner = "Here the inner width is 5, not 16: up and down take 240 each.";
    t.eq_because(flops(&config([3, 2, 4, 9, 7], Some(5)), 6), 5_808u64, inner);
}

fn published_count(t: &mut Trial) {
    t.eq(flops(&config([12, 12, 768, 1024, 50257], None), 1024), 291_648_307_200u64);
    t.eq(flops(&course().config, 256), 603_979_776u64);
}

fn keeps_the_end(t: &mut Trial) {
    t.eq(fit(&[1, 2, 3, 4, 5], 3), vec![3u32, 4, 5]);
    t.eq(fit(&[9, 8, 7, 9, 8, 7, 6], 4), vec![9u32, 8, 7, 6]);
    t.eq(fit(&[1, 2], 3), vec![1u32, 2]);
}

fn fits(t: &mut Trial) {
    t.eq(fit(&[5, 6, 7], 3), vec![5u32, 6, 7]);
    t.eq(fit(&[5, 6, 7], 1), vec![7u32]);
    t.eq(fit(&[5, 6, 7], 0), Vec::<u32>::new());
    t.eq(fit(&[], 4), Vec::<u32>::new());
    t.for_all(strategy::ids(50, 9), |t, ids| {
        let room = ids.first().map_or(0, |&id| id as usize % 8);
        let skipped = if ids.len() > room { ids.len() - room } else { 0 };
        t.eq(fit(&ids, room), ids[skipped..].to_vec());
    });
}

/// A model of these sizes whose weights are zeros, those of the norms ones.
fn zeros(sizes: [usize; 5]) -> Model {
    let config = config(sizes, None);
    let d = config.n_embd;
    let norm = || Norm { weight: Array1::ones(d), bias: Array1::zeros(d) };
    let layer = |n, m| Linear { weight: Array2::zeros((n, m)), bias: Array1::zeros(m) };
    let mut blocks = Vec::new();
    for _ in 0..config.n_layer {
        let attn = AttnWeights { c_attn: layer(d, 3 * d), c_proj: layer(d, d) };
        let mlp = MlpWeights { c_fc: layer(d, 4 * d), c_proj: layer(4 * d, d) };
        blocks.push(BlockWeights { ln_1: norm(), attn, ln_2: norm(), mlp });
    }
    let (wte, wpe) = (layer(config.vocab_size, d).weight, layer(config.n_positions, d).weight);
    let tokenizer = course().tokenizer.clone();
    Model { config, weights: Weights { wte, wpe, blocks, ln_f: norm() }, tokenizer }
}

const MEANS: &str = "In this model the first block adds to each token's vector the mean of all \
                     vectors it may look at; the other blocks add nothing, and positions are 0.";

/// Three blocks, width 4, context 6, five tokens. See [`MEANS`].
fn means() -> Model {
    let mut model = zeros([3, 2, 4, 6, 5]);
    #[rustfmt::skip]
    let tokens = [
        1.0, -1.0, 1.0, -1.0,
        1.0, 1.0, -1.0, -1.0,
        1.0, -1.0, -1.0, 1.0,
        -1.0, 1.0, -1.0, 1.0,
        -1.0, -1.0, 1.0, 1.0,
    ];
    model.weights.wte = matrix(4, &tokens);
    let attn = &mut model.weights.blocks[0].attn;
    // Queries and keys are zeros, so all scores are equal; values are the vectors themselves.
    attn.c_attn.weight.slice_mut(s![.., 8..]).assign(&Array2::eye(4));
    attn.c_proj.weight.assign(&Array2::eye(4));
    model
}

/// The course's model, cut to two blocks and to a context of so many tokens.
fn short(context: usize) -> Model {
    let mut model = course().clone();
    model.config.n_layer = 2;
    model.config.n_positions = context;
    model.weights.blocks.truncate(2);
    model.weights.wpe = model.weights.wpe.slice(s![..context, ..]).to_owned();
    model
}

/// Row after row of so many columns.
fn matrix(columns: usize, cells: &[f32]) -> Array2<f32> {
    Array2::from_shape_vec((cells.len() / columns, columns), cells.to_vec())
        .expect("whole rows of cells")
}

/// Only the logits.
fn rows(pass: Result<(Array2<f32>, Past), TooLong>) -> Result<Array2<f32>, TooLong> {
    pass.map(|(logits, _)| logits)
}

/// How many rows of logits, and how many tokens each layer of the past has.
fn sizes(pass: Result<(Array2<f32>, Past), TooLong>) -> Result<(usize, Vec<usize>), TooLong> {
    let tokens = |(keys, _): &KeysValues| keys.nrows();
    pass.map(|(logits, past)| (logits.nrows(), past.iter().map(tokens).collect()))
}

fn small_text(t: &mut Trial) {
    let model = means();
    let none = no_past(&model);
    #[rustfmt::skip]
    let three = matrix(5, &[
        4.0, 0.0, 0.0, -4.0, 0.0,
        1.264_911, 3.794_733, 0.0, -1.264_911, -3.794_733,
        0.942_809, 0.942_809, 3.771_236, -0.942_809, -0.942_809,
    ]);
    t.eq_because(rows(prefill(&model, &none, &[0, 1, 2])), Ok::<_, TooLong>(three), MEANS);
    let grown = Ok::<_, TooLong>((3, vec![3; 3]));
    t.eq_because(sizes(prefill(&model, &none, &[0, 1, 2])), grown, LENGTHS);
    t.eq(rows(prefill(&model, &none, &[])), Ok::<_, TooLong>(matrix(5, &[])));
}

const LENGTHS: &str = "Shown are how many rows of logits came out, and how many tokens there are \
                       in each layer of the past that came out.";

fn rows_are_passes(t: &mut Trial) {
    let model = short(9);
    let none = no_past(&model);
    let ids = &prompts()[0].ids[..6];
    for n in 1..ids.len() {
        let whole = rows(prefill(&model, &none, ids));
        let alone = rows(prefill(&model, &none, &ids[..n]));
        let (Ok(whole), Ok(alone)) = (whole, alone) else {
            return t.holds(false, "Six tokens fit into a context of nine.");
        };
        let place = format!("row {} of the first pass, beside the last row of the second", n - 1);
        t.at(place).near(row(&whole, n - 1), row(&alone, alone.nrows().wrapping_sub(1)), 1e-4);
    }
}

fn one_pass(t: &mut Trial) {
    let model = means();
    let ids = [0, 1, 2, 3, 4];
    blocks_called();
    let Ok((_, past)) = prefill(&model, &no_past(&model), &ids[..2]) else {
        return t.holds(false, "Two tokens fit into a context of six.");
    };
    called_once(t, 2);
    let _ = prefill(&model, &past, &ids[2..]);
    called_once(t, 3);
}

/// That the pass before this over so many tokens, in [`means`], called each of three blocks once.
fn called_once(t: &mut Trial, tokens: usize) {
    let (calls, held) = (blocks_called(), t.holds_so_far());
    let counted = format!(
        "Counted are the calls of `block`, and the rows of x in all of them. This model has three \
         layers: three calls, each with {tokens} rows.",
    );
    t.eq_because(calls, (3usize, 3 * tokens), counted);
    if held && calls == (3 * tokens, 3 * tokens) {
        t.blame(misconception!("ch2/05_context", token_by_token));
    }
}

/// A row, or nothing where there is none.
fn row(logits: &Array2<f32>, t: usize) -> Array1<f32> {
    if t < logits.nrows() { logits.row(t).to_owned() } else { Array1::zeros(0) }
}

/// What should come out in one place of the pass: its name, expected, got.
type Place = (String, Array2<f32>, Array2<f32>);

/// Shows the first place that differs. One expectation for all, since they are of one call.
fn first_apart(t: &mut Trial, places: Vec<Place>) {
    let apart = |a: &Array2<f32>, b: &Array2<f32>| {
        let near = |(a, b): (&f32, &f32)| (a - b).abs() <= 1e-4 * a.abs().max(b.abs()).max(1.0);
        a.dim() != b.dim() || !a.iter().zip(b).all(near)
    };
    let first = places.iter().position(|(_, expected, got)| apart(expected, got));
    let (place, expected, got) = &places[first.unwrap_or(places.len() - 1)];
    t.at(place).near(got, expected, 1e-4);
}

/// The keys and values of each layer and the logits of the first prompt, from row `from` on,
/// made from the stream that Hugging Face's code computed.
fn places(past: &Past, logits: &Array2<f32>, from: usize, name: impl Display) -> Vec<Place> {
    let (weights, d) = (&course().weights, course().config.n_embd);
    let mut places = Vec::new();
    let got = |layer: usize| past.get(layer).cloned().unwrap_or_default();
    for (layer, block) in weights.blocks.iter().enumerate() {
        let normed = layer_norm(&stream(layer), &block.ln_1, 1e-5);
        let qkv = linear(&normed, &block.attn.c_attn); // [T, 3d]
        let (keys, values) = got(layer);
        let part = |i: usize| qkv.slice(s![.., i * d..(i + 1) * d]).to_owned();
        let source = match layer.checked_sub(1) {
            None => "made of the embeddings".to_owned(),
            Some(before) => format!("made of what left block {before}"),
        };
        places.push((format!("{name}keys of layer {layer}, {source}"), part(1), keys));
        places.push((format!("{name}values of layer {layer}, {source}"), part(2), values));
    }
    let head = stream(weights.blocks.len() + 1).slice(s![from.., ..]).dot(&weights.wte.t());
    places.push((format!("{name}logits"), head, logits.clone()));
    places
}

fn activations(t: &mut Trial) {
    let model = course();
    let Ok((logits, past)) = prefill(model, &no_past(model), &prompts()[0].ids) else {
        return t.holds(false, "31 tokens fit into the model's context of 256.");
    };
    first_apart(t, places(&past, &logits, 0, ""));
}

fn second_chunk(t: &mut Trial) {
    let (means, ids) = (means(), [0, 1, 2]);
    let Ok((_, past)) = prefill(&means, &no_past(&means), &ids[..1]) else {
        return t.holds(false, "One token fits into a context of six.");
    };
    #[rustfmt::skip]
    let two = matrix(5, &[
        1.264_911, 3.794_733, 0.0, -1.264_911, -3.794_733,
        0.942_809, 0.942_809, 3.771_236, -0.942_809, -0.942_809,
    ]);
    t.eq_because(rows(prefill(&means, &past, &ids[1..])), Ok::<_, TooLong>(two), MEANS);
    t.eq_because(
        sizes(prefill(&means, &past, &ids[1..])),
        Ok::<_, TooLong>((2, vec![3; 3])),
        LENGTHS,
    );

    let (model, ids) = (course(), &prompts()[0].ids);
    let Ok((_, past)) = prefill(model, &no_past(model), &ids[..12]) else {
        return t.holds(false, "12 tokens fit into the model's context of 256.");
    };
    let Ok((logits, past)) = prefill(model, &past, &ids[12..]) else {
        return t.holds(false, "12 and 19 tokens fit into the model's context of 256.");
    };
    first_apart(t, places(&past, &logits, 12, "12 tokens, then 19, "));
}

fn any_chunks(t: &mut Trial) {
    let model = small();
    t.for_all(strategy::ids(11, 8), |t, ids| {
        let cut = ids.first().map_or(0, |&id| id as usize).min(ids.len());
        let whole = all_logits(&model, &ids);
        let Ok((first, past)) = prefill(&model, &no_past(&model), &ids[..cut]) else {
            return t.holds(false, "It fits into the context of 40.");
        };
        t.at("first chunk").near(first, whole.slice(s![..cut, ..]), 1e-3);
        let second = rows(prefill(&model, &past, &ids[cut..]));
        let expected = whole.slice(s![cut.., ..]).to_owned();
        t.at("second chunk").near(second, Ok::<_, TooLong>(expected), 1e-3);
    });
}

fn too_long(t: &mut Trial) {
    let (model, none) = (means(), no_past(&means()));
    let error = |tokens, context| Err::<(usize, Vec<usize>), TooLong>((tokens, context));
    let ok = |rows, tokens| Ok::<_, TooLong>((rows, vec![tokens; 3]));
    t.eq(sizes(prefill(&model, &none, &[0, 1, 2, 3, 4, 0, 1])), error(7, 6));
    t.eq_because(sizes(prefill(&model, &none, &[0, 1, 2, 3, 4, 0])), ok(6, 6), LENGTHS);
    let Ok((_, past)) = prefill(&model, &none, &[0, 1, 2, 3]) else {
        return t.holds(false, "Four tokens fit into a context of six.");
    };
    t.eq(sizes(prefill(&model, &past, &[4, 0, 1, 2, 3])), error(9, 6));
    t.eq(sizes(prefill(&model, &past, &[4, 0, 1])), error(7, 6));
    let Ok((_, full)) = prefill(&model, &past, &[4, 0]) else {
        return t.holds(false, "Four tokens and two more just fit into a context of six.");
    };
    t.eq_because(sizes(prefill(&model, &full, &[])), ok(0, 6), LENGTHS);
    t.eq(sizes(prefill(&model, &full, &[1])), error(7, 6));
}

fn small_steps(t: &mut Trial) {
    let mut model = means();
    let again = "In this model the last token always gets the largest logit.";
    t.eq_because(decode(&model, &[2, 0], 3), vec![0u32; 3], again);
    t.eq_because(decode(&model, &[4], 2), vec![4u32; 2], again);
    t.eq(decode(&model, &[2, 0], 0), Vec::<u32>::new());
    let any = small();
    for prompt in [[3, 8, 5], [10, 1, 6]] {
        t.eq(decode(&any, &prompt, 5), greedy_from(&any, &prompt, 5));
    }
    // Whatever the text, tokens 1 and 2 get 4, the others less.
    model.weights.ln_f.weight.fill(0.0);
    model.weights.ln_f.bias = &model.weights.wte.row(1) + &model.weights.wte.row(2);
    let equal = "In this model tokens 1 and 2 share the largest logit: the smaller id is taken.";
    t.eq_because(decode(&model, &[0], 2), vec![1u32; 2], equal);
    let mut model = zeros([1, 1, 2, 6, 1024]);
    model.config.layer_norm_epsilon = 1.0;
    model.weights.wte.row_mut(1023).fill(1.0);
    model.weights.ln_f.weight.fill(0.0);
    model.weights.ln_f.bias.fill(1.0);
    let end = "In this model 1023, `<|endoftext|>`, has the largest logit in every step. Three ids \
               are asked for, and so it is written three times.";
    t.eq_because(decode(&model, &[0], 3), vec![1023u32; 3], end);
}

fn public_text(t: &mut Trial) {
    let ids = greedy();
    let prompt = ids.len() - 200;
    t.eq(decode(course(), &ids[..prompt], 4), ids[prompt..prompt + 4].to_vec());
}

/// In a context of 7: a text of 5 ids that just stays within it, one that does not, and one of 9.
fn outgrows(t: &mut Trial) {
    let model = short(7);
    let ids = &prompts()[0].ids;
    let window = |all: &[u32]| all.iter().rev().take(7).rev().copied().collect::<Vec<u32>>();
    for (prompt, n) in [(&ids[..5], 3), (&ids[..5], 5), (&ids[..9], 3)] {
        let mut all = prompt.to_vec();
        for _ in 0..n {
            let next = greedy_from(&model, &window(&all), 1);
            all.extend(next);
        }
        t.eq_because(
            decode(&model, prompt, n),
            all[prompt.len()..].to_vec(),
            "This model has a context of 7: each step reads the last 7 tokens, from position 0.",
        );
    }
}
