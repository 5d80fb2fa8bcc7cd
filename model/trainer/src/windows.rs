//! Tales as windows of tokens, in an order that follows from the seed alone.

use std::ops::Range;

use anyhow::{Result, ensure};
use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng, seq::SliceRandom};

/// The windows of a training, one epoch after another.
///
/// In each epoch the tales are shuffled and stand in a row, each with its `<|endoftext|>` in
/// front. A window begins where a tale begins and is filled up with the tales that follow; the
/// tale that its end cuts begins the next window. So most windows begin with `<|endoftext|>`, as
/// every prompt does later, and every tale is seen from its beginning.
///
/// A tale longer than a window would need a second one for what is left, often only a few
/// tokens. It gets one, which ends where the tale ends, by chance: the more is left the likelier,
/// and always when half a window is.
pub struct Windows<'a> {
    tales: &'a [Vec<u32>],
    length: usize,
    seed: u64,
    /// The epoch that is laid out now, the number of its first window, and its windows.
    epoch: u64,
    first: usize,
    stream: Vec<u32>,
    windows: Vec<Range<usize>>,
}

impl<'a> Windows<'a> {
    /// Windows of `context` tokens and the one after, over tales that each begin with
    /// `<|endoftext|>`. An error when there are too few tokens for a single window.
    pub fn new(tales: &'a [Vec<u32>], context: usize, seed: u64) -> Result<Windows<'a>> {
        let length = context + 1;
        let tokens: usize = tales.iter().map(Vec::len).sum();
        ensure!(tokens > 2 * length, "{tokens} tokens are too few for windows of {length}");
        let (stream, windows) = (Vec::new(), Vec::new());
        let mut all = Windows { tales, length, seed, epoch: 0, first: 0, stream, windows };
        all.lay_out();
        Ok(all)
    }

    /// Window `number`, counted from 0 over all epochs: `context + 1` ids.
    ///
    /// Cheap when numbers rise; an earlier epoch is laid out anew.
    pub fn window(&mut self, number: usize) -> &[u32] {
        if number < self.first {
            (self.epoch, self.first) = (0, 0);
            self.lay_out();
        }
        while number - self.first >= self.windows.len() {
            self.first += self.windows.len();
            self.epoch += 1;
            self.lay_out();
        }
        &self.stream[self.windows[number - self.first].clone()]
    }

    /// How many windows the epoch that was laid out last has.
    pub fn in_epoch(&self) -> usize {
        self.windows.len()
    }

    fn lay_out(&mut self) {
        let mut rng = ChaCha8Rng::seed_from_u64(self.seed);
        rng.set_stream(self.epoch); // independent of the other epochs, and of the first weights
        let mut order: Vec<usize> = (0..self.tales.len()).collect();
        order.shuffle(&mut rng);
        self.stream.clear();
        let mut starts = Vec::with_capacity(order.len());
        for tale in order {
            starts.push(self.stream.len());
            self.stream.extend(&self.tales[tale]);
        }
        self.windows = pack(&starts, self.stream.len(), self.length, || rng.random());
        self.windows.shuffle(&mut rng);
    }
}

/// Where the windows lie in a row of `end` tokens whose tales begin at `starts`. `chance` gives
/// numbers in [0, 1).
fn pack(
    starts: &[usize],
    end: usize,
    length: usize,
    mut chance: impl FnMut() -> f64,
) -> Vec<Range<usize>> {
    let mut windows = Vec::new();
    let (mut from, mut tale) = (0, 0); // `tale` is the one that the window's last token is of
    while from + length <= end {
        windows.push(from..from + length);
        let first = tale;
        while starts.get(tale + 1).is_some_and(|&start| start < from + length) {
            tale += 1;
        }
        if tale == first {
            // One tale fills the window. Its last target is the next one's first token.
            tale += 1;
            let Some(next) = starts.get(tale) else { break };
            let left = next + 1 - (from + length);
            if chance() * (length / 2) as f64 <= left as f64 && left > 0 {
                windows.push(next + 1 - length..next + 1);
            }
        }
        from = starts[tale];
    }
    windows
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tales of 3, 4, 9 and 7 tokens at 0, 3, 7 and 16, windows of 6. The first is cut within the
    /// second tale, which begins the next. The third tale fills one and leaves 4 targets.
    #[test]
    fn packs_by_hand() {
        let windows = pack(&[0, 3, 7, 16], 23, 6, || 0.99);
        assert_eq!(windows, [0..6, 3..9, 7..13, 11..17, 16..22]);
    }

    /// One target is left over half a window of 5: a second window in one case of five.
    #[test]
    fn little_left_is_left_more_often() {
        for (u, expected) in [(0.19, vec![0..10, 1..11, 10..20]), (0.21, vec![0..10, 10..20])] {
            assert_eq!(pack(&[0, 10], 20, 10, || u), expected);
        }
    }

    /// Whatever the lengths, every tale but an epoch's last is seen from its beginning, and no
    /// window begins elsewhere but the second one of a long tale.
    #[test]
    fn every_tale_from_its_beginning() {
        for seed in 0..200u64 {
            let mut starts = vec![0usize];
            for i in 0..40u64 {
                let length = 1 + (seed * 7919 + i * 104_729 + i * i * seed) % 29;
                starts.push(starts[starts.len() - 1] + length as usize);
            }
            let end = starts.pop().unwrap();
            let windows = pack(&starts, end, 10, || (seed % 10) as f64 / 10.0);
            for window in &windows {
                let tale = starts.partition_point(|&start| start <= window.start) - 1;
                let next = starts.get(tale + 1).copied().unwrap_or(end);
                let second = window.end == next + 1 && window.len() < next + 1 - starts[tale];
                assert!(starts[tale] == window.start || second, "seed {seed}: {window:?}");
            }
            for (tale, &start) in starts.iter().enumerate() {
                let next = starts.get(tale + 1).copied().unwrap_or(end);
                let seen = |window: &Range<usize>| {
                    window.start == start || window.contains(&start) && next < window.end
                };
                let at_the_end = end - start < 20;
                assert!(windows.iter().any(seen) || at_the_end, "seed {seed}: tale {tale}");
            }
        }
    }

    #[test]
    fn the_same_in_any_order() {
        let tales: Vec<Vec<u32>> = (0..50).map(|i| vec![i; 5 + i as usize % 7]).collect();
        let mut windows = Windows::new(&tales, 15, 3).unwrap();
        let forward: Vec<Vec<u32>> = (0..100).map(|i| windows.window(i).to_vec()).collect();
        for i in (0..100).rev() {
            assert_eq!(Windows::new(&tales, 15, 3).unwrap().window(i), forward[i]);
        }
        assert!(windows.epoch > 1, "the test must reach into a later epoch");
        assert_ne!(forward[0], forward[windows.in_epoch()], "another epoch, another order");
    }
}
