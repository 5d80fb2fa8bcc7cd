//! The planted mistakes of this section, compiled once and not on every save.
//!
//! They use the section's types and given functions, of which the pristine stub has a copy. Most
//! change what they are given; [`pure`] has them in a form that can be called again and again.

#![allow(dead_code, unused_imports, clippy::all)]

#[path = "../../../stubs/ch2/06_kv_cache/src/cache.rs"]
pub mod cache;
#[path = "../../../stubs/ch2/06_kv_cache/src/given.rs"]
pub mod given;

pub use cache::{Cache, LayerCache, Sizes};
use model::Model;
use ndarray::{Array2, Axis};

pub mod always_two_bytes;
pub mod attended_before_appended;
pub mod epsilon_hard_coded;
pub mod every_head_as_wide_as_the_row;
pub mod factor_two_forgotten;
pub mod first_head_for_all;
pub mod first_layer_only;
pub mod first_row_only;
pub mod from_the_row_before;
pub mod in_front;
pub mod keeps_n;
pub mod keys_and_values_swapped;
pub mod keys_for_values;
pub mod keys_only;
pub mod last_token_in_its_place;
pub mod last_token_only;
pub mod layers_forgotten;
pub mod new_counted_twice;
pub mod newest_only;
pub mod norm_forgotten;
pub mod offset_counted_twice;
pub mod oldest_forgotten;
pub mod one_cache_for_all_layers;
pub mod one_wide_head;
pub mod past_replaced;
pub mod position_after_the_text;
pub mod position_zero;
pub mod queries_cached;
pub mod queries_from_zero;
pub mod query_heads_counted;
pub mod recomputed;
pub mod too_many_ignored;
pub mod too_many_panics;
pub mod values_forgotten;
pub mod whole_text_appended;
pub mod whole_text_from_zero;

/// What `step` gives and leaves behind, and how much it computed for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Stepped {
    /// The logits `[V]`.
    pub logits: Vec<f32>,
    /// The cache afterwards.
    pub cache: Cache,
    /// For how many rows each layer computed keys and values.
    pub rows: Vec<usize>,
}
plain::plain_struct!(Stepped { logits, cache, rows });

/// What stands in for `append` where a mistake is elsewhere.
fn append(cache: &mut LayerCache, k: &Array2<f32>, v: &Array2<f32>) {
    cache.k.append(Axis(0), k.view()).unwrap();
    cache.v.append(Axis(0), v.view()).unwrap();
}

/// What stands in for `attend`.
fn attend(q: &Array2<f32>, cache: &LayerCache, heads: usize) -> Array2<f32> {
    let first = cache.k.nrows() - q.nrows();
    let (k, v) = (given::split_heads(&cache.k, heads), given::split_heads(&cache.v, heads));
    let heads = given::split_heads(q, heads).into_iter().zip(k.into_iter().zip(v));
    let mixed: Vec<_> = heads.map(|(q, (k, v))| given::attention(q, k, v, first)).collect();
    given::merge_heads(&mixed)
}

/// The mistakes as functions that change nothing: what the section's functions change in what
/// they are given is part of what these give back.
pub mod pure {
    use super::{Array2, Cache, LayerCache, Model, Stepped};

    macro_rules! pure {
        ($($of:ident { $($wrong:ident)+ })+) => { $($(
            pub mod $wrong {
                use super::*;
                pure!(@$of $wrong);
            }
        )+)+ };
        (@append $wrong:ident) => {
            pub fn append(cache: &LayerCache, k: &Array2<f32>, v: &Array2<f32>) -> LayerCache {
                let mut cache = cache.clone();
                crate::$wrong::append(&mut cache, k, v);
                cache
            }
        };
        (@step $wrong:ident) => {
            pub fn step(ids: &[u32], cache: &Cache, model: &Model) -> Stepped {
                let mut cache = cache.clone();
                crate::given::rows_projected();
                let logits = crate::$wrong::step(ids, &mut cache, model);
                Stepped { logits, cache, rows: crate::given::rows_projected() }
            }
        };
        (@rewind $wrong:ident) => {
            pub fn rewind(cache: &Cache, n: usize) -> Cache {
                let mut cache = cache.clone();
                crate::$wrong::rewind(&mut cache, n);
                cache
            }
        };
        (@attend $wrong:ident) => {
            pub use crate::$wrong::attend;
        };
        (@cache_bytes $wrong:ident) => {
            pub use crate::$wrong::cache_bytes;
        };
    }

    pure! {
        append {
            values_forgotten in_front past_replaced keys_and_values_swapped
            first_row_only
        }
        attend {
            queries_from_zero new_counted_twice from_the_row_before newest_only
            one_wide_head first_head_for_all keys_for_values
        }
        step {
            position_zero offset_counted_twice position_after_the_text
            one_cache_for_all_layers recomputed norm_forgotten whole_text_appended
            last_token_only attended_before_appended queries_cached
            epsilon_hard_coded whole_text_from_zero last_token_in_its_place
        }
        rewind {
            first_layer_only keys_only keeps_n oldest_forgotten too_many_panics
            too_many_ignored
        }
        cache_bytes {
            query_heads_counted factor_two_forgotten layers_forgotten
            every_head_as_wide_as_the_row always_two_bytes
        }
    }
}
