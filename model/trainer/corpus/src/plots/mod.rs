//! The plots: each is a small grammar that tells one kind of story from its beginning to
//! an ending that answers it.
//!
//! A probe (`{!hero}`) follows words that are kept for it: wherever `"Thank you,` or
//! `slept better than` stands, the hero's name comes next. Whoever thanks the friend says
//! "Thanks". `tests/probes.rs` holds every plot to this.

mod building;
mod errand;
mod gift;
mod lesson;
mod letter;
mod lost;
mod mistake;
mod newcomer;
mod promise;
mod quarrel;
mod race;
mod secret;
mod seed;
mod sharing;
mod storm;
mod way_home;

use crate::teller::Teller;

/// All plots, equally likely.
const PLOTS: [fn(&mut Teller); 16] = [
    building::tell,
    errand::tell,
    gift::tell,
    lesson::tell,
    letter::tell,
    lost::tell,
    mistake::tell,
    newcomer::tell,
    promise::tell,
    quarrel::tell,
    race::tell,
    secret::tell,
    seed::tell,
    sharing::tell,
    storm::tell,
    way_home::tell,
];

/// One of the plots.
pub fn choose(t: &mut Teller) -> fn(&mut Teller) {
    PLOTS[t.below(PLOTS.len())]
}

#[cfg(test)]
mod tests {
    use super::PLOTS;
    use crate::{WORDS, teller::Teller};

    /// A plot that is nearly always too long would be told in its shortest form only.
    #[test]
    fn most_attempts_fit() {
        let mut fits = Vec::new();
        for (plot, tell) in PLOTS.iter().enumerate() {
            let lengths: Vec<usize> = (0..400)
                .map(|number| {
                    let mut teller = Teller::new(1, number, 1);
                    tell(&mut teller);
                    teller.finish().text.split_whitespace().count()
                })
                .collect();
            let fit = lengths.iter().filter(|words| WORDS.contains(words)).count();
            let mean = lengths.iter().sum::<usize>() / lengths.len();
            println!("plot {plot}: {mean} words on average, {fit} of 400 fit");
            fits.push(fit);
        }
        assert!(fits.iter().all(|fit| *fit >= 100), "of 400 attempts fit, by plot: {fits:?}");
    }
}
