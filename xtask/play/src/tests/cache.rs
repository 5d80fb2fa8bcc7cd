//! With the cache and without: the same, and the same as transformers.

use ndarray::{Axis, concatenate};
use proptest::prelude::*;

use super::course;
use super::oracle::{Oracle, ids};
use crate::args::Write;
use crate::cached::Cached;
use crate::engine::{NoPast, Nobody, forward};
use crate::write::{Stop, Writer};

fn args(temperature: f32, no_cache: bool) -> Write {
    Write {
        text: Vec::new(),
        temperature,
        top_k: Some(40),
        top_p: 0.95,
        seed: None,
        max_tokens: 200,
        no_cache,
    }
}

/// What is written after a prompt, and why it stopped.
fn written(prompt: &[u32], args: &Write, max: usize, seed: u64) -> (Vec<u32>, Stop) {
    let model = course();
    let mut writer = Writer::begin(&model, prompt, args, seed).expect("no trouble");
    let mut ids = Vec::new();
    let stop = writer.run(max, Some(1023), &mut |id| {
        ids.push(id);
        Ok(())
    });
    assert_eq!(writer.written, ids.len());
    (ids, stop.expect("no trouble"))
}

#[test]
fn the_greedy_story_is_that_of_transformers() {
    let theirs = ids(&Oracle::load().said["greedy"]["ids"]);
    let prompt = &theirs[..5];
    for no_cache in [false, true] {
        let (ours, _) = written(prompt, &args(0.0, no_cache), theirs.len() - 5, 1);
        assert_eq!(ours, theirs[5..], "no_cache: {no_cache}");
    }
}

#[test]
fn a_seed_writes_one_story_with_the_cache_or_without() {
    let prompt = [1023, 580, 579, 257, 418];
    let cached = written(&prompt, &args(0.8, false), 60, 7);
    assert_eq!(cached, written(&prompt, &args(0.8, true), 60, 7));
    assert_ne!(cached, written(&prompt, &args(0.8, false), 60, 8));
}

/// The last token that the context holds is read; what is drawn after it cannot be.
#[test]
fn a_full_context_ends_it() {
    let model = course();
    let prompt: Vec<u32> = vec![257; model.config.n_positions - 3];
    // Nothing is the end: it must go on until the context is full.
    let mut writer = Writer::begin(&model, &prompt, &args(0.0, false), 1).expect("no trouble");
    let stop = writer.run(1000, None, &mut |_| Ok(())).expect("no trouble");
    assert_eq!((stop, writer.written), (Stop::Full, 4));
}

#[test]
fn enough_is_enough() {
    let (ids, stop) = written(&[1023, 580], &args(0.8, false), 3, 1);
    assert_eq!((ids.len(), stop), (3, Stop::Enough));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// However a text is cut, what comes out is what one pass gives.
    #[test]
    fn any_cut_gives_the_same(ids in prop::collection::vec(0_u32..1024, 1..40), cuts in prop::collection::vec(0_usize..40, 0..6)) {
        let model = course();
        let whole = forward(&model, &ids, &mut NoPast::default(), &mut Nobody).expect("no trouble");
        let mut cuts: Vec<usize> = cuts.into_iter().filter(|&cut| cut > 0 && cut < ids.len()).collect();
        cuts.extend([0, ids.len()]);
        cuts.sort_unstable();
        cuts.dedup();
        let mut cache = Cached::new(&model.config);
        let parts: Vec<_> = cuts
            .windows(2)
            .map(|two| forward(&model, &ids[two[0]..two[1]], &mut cache, &mut Nobody).expect("no trouble"))
            .collect();
        let views: Vec<_> = parts.iter().map(|part| part.view()).collect();
        let joined = concatenate(Axis(0), &views).expect("equal widths");
        for (a, b) in joined.iter().zip(&whole) {
            prop_assert!((a - b).abs() < 1e-4, "{a} in parts, {b} as a whole");
        }
    }
}
