//! 2.4 Inside the transformer block.

use model::Linear;
use ndarray::{Array2, Array3};

use super::{Site, Trouble, Wrong, call, expect, shape};

static CAUSAL_MASK: Site = Site { section: "2.4", function: "causal_mask" };
static ATTENTION_WEIGHTS: Site = Site { section: "2.4", function: "attention_weights" };
static ATTENTION: Site = Site { section: "2.4", function: "attention" };
static SPLIT_HEADS: Site = Site { section: "2.4", function: "split_heads" };
static MERGE_HEADS: Site = Site { section: "2.4", function: "merge_heads" };
static FEED_FORWARD: Site = Site { section: "2.4", function: "feed_forward" };

/// Which of the keys each query may look at: `[T, S]`.
pub fn causal_mask(queries: usize, keys: usize) -> Result<Array2<bool>, Trouble> {
    call(
        &CAUSAL_MASK,
        || format!("{queries} queries and {keys} keys"),
        || block::causal_mask(queries, keys),
        |mask| {
            let right = mask.dim() == (queries, keys);
            let asked = format!("shape {:?}", [queries, keys]);
            Wrong::unless(right, asked, || format!("shape {:?}", mask.shape()))
        },
    )
}

/// How much each query looks at each key: q `[T, dk]`, k `[S, dk]` → `[T, S]`.
pub fn attention_weights(
    q: &Array2<f32>,
    k: &Array2<f32>,
    mask: &Array2<bool>,
) -> Result<Array2<f32>, Trouble> {
    call(
        &ATTENTION_WEIGHTS,
        || {
            format!(
                "q of shape {}, k of shape {}, a mask of shape {:?}",
                shape(q),
                shape(k),
                mask.shape()
            )
        },
        || block::attention_weights(q, k, mask),
        |weights| {
            expect::array(weights, &[q.nrows(), k.nrows()])?;
            let off = weights.rows().into_iter().position(|row| (row.sum() - 1.0).abs() > 1e-3);
            let asked = "rows that sum to 1";
            off.map_or(Ok(()), |t| {
                Err(Wrong::new(asked, format!("a sum of {} in row {t}", weights.row(t).sum())))
            })
        },
    )
}

/// One head: q `[T, dk]`, k `[S, dk]`, v `[S, dv]` → `[T, dv]`.
pub fn attention(
    q: &Array2<f32>,
    k: &Array2<f32>,
    v: &Array2<f32>,
    mask: &Array2<bool>,
) -> Result<Array2<f32>, Trouble> {
    call(
        &ATTENTION,
        || {
            format!(
                "q of shape {}, k of shape {}, v of shape {}, a mask of shape {:?}",
                shape(q),
                shape(k),
                shape(v),
                mask.shape()
            )
        },
        || block::attention(q, k, v, mask),
        |mixed| expect::array(mixed, &[q.nrows(), v.ncols()]),
    )
}

/// `[T, d]` → `[H, T, dk]`.
pub fn split_heads(x: &Array2<f32>, heads: usize) -> Result<Array3<f32>, Trouble> {
    call(
        &SPLIT_HEADS,
        || format!("x of shape {} and {heads} heads", shape(x)),
        || block::split_heads(x, heads),
        |split| expect::array(split, &[heads, x.nrows(), x.ncols() / heads]),
    )
}

/// `[H, T, dk]` → `[T, d]`.
pub fn merge_heads(x: &Array3<f32>) -> Result<Array2<f32>, Trouble> {
    let (heads, rows, width) = x.dim();
    call(
        &MERGE_HEADS,
        || format!("x of shape {}", shape(x)),
        || block::merge_heads(x),
        |merged| expect::array(merged, &[rows, heads * width]),
    )
}

/// x `[T, d]` → `[T, d]`, through 4d.
pub fn feed_forward(x: &Array2<f32>, up: &Linear, down: &Linear) -> Result<Array2<f32>, Trouble> {
    call(
        &FEED_FORWARD,
        || {
            format!(
                "x of shape {}, up of shape {}, down of shape {}",
                shape(x),
                shape(&up.weight),
                shape(&down.weight)
            )
        },
        || block::feed_forward(x, up, down),
        |y| expect::array(y, x.shape()),
    )
}
