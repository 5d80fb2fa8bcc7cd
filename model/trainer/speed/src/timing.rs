//! Medians of runs that take turns.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// Times both, in turn, and gives the medians. Each runs once before, uncounted.
pub fn in_turn<A, B>(
    runs: u32,
    mut ours: impl FnMut() -> A,
    mut theirs: impl FnMut() -> B,
) -> (Duration, Duration) {
    black_box((ours(), theirs()));
    let (mut a, mut b) = (Vec::new(), Vec::new());
    for _ in 0..runs {
        a.push(timed(&mut ours));
        b.push(timed(&mut theirs));
    }
    (median(a), median(b))
}

fn timed<R>(work: &mut impl FnMut() -> R) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// How many times as long the first takes.
pub fn times(a: Duration, b: Duration) -> f64 {
    a.as_secs_f64() / b.as_secs_f64()
}

/// Milliseconds, for a table.
pub fn ms(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1000.0)
}
