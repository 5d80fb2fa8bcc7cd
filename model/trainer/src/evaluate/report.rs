//! What was measured, as Markdown, and its place in the model's README.

use anyhow::{Result, bail};

use super::loss::Loss;
use super::names::{Names, Score};
use super::neighbours::{LISTED, Neighbours};
use super::stories::{Story, TEMPERATURE};

/// What the report's part of a README begins and ends with.
pub const MARKERS: [&str; 2] = ["<!-- measured -->", "<!-- /measured -->"];

/// All that was measured.
pub struct Measured {
    /// Number of parameters.
    pub parameters: usize,
    /// SHA-256 of `model.safetensors`.
    pub checksum: String,
    /// Its bytes.
    pub bytes: usize,
    /// Steps of the training.
    pub steps: usize,
    /// Tokens of each step.
    pub tokens_per_step: usize,
    /// Seconds of training, all its parts together.
    pub seconds: f64,
    /// Cores of the machine that measured; the training is expected to have run there too.
    pub cores: usize,
    /// Held-out tales.
    pub tales: usize,
    /// The loss over them.
    pub loss: Loss,
    /// Tales whose marked places were asked for the name.
    pub name_tales: usize,
    /// The recurring name.
    pub names: Names,
    /// Neighbours of every word that is one token.
    pub neighbours: Vec<Neighbours>,
    /// Words of the kinds that are more than one token.
    pub split: Vec<&'static str>,
    /// The stories.
    pub stories: Vec<Story>,
}

impl Measured {
    /// The report.
    pub fn markdown(&self) -> String {
        let parts =
            [self.training(), self.prediction(), self.recurring(), self.near(), self.told()];
        format!(
            "Written by `cargo run --release -- evaluate` in `model/trainer`.\n\n{}",
            parts.join("\n")
        )
    }

    fn training(&self) -> String {
        let Measured { parameters, bytes, checksum, steps, tokens_per_step, cores, .. } = self;
        let minutes = self.seconds / 60.0;
        let tokens = (steps * tokens_per_step) as f64 / 1e6;
        let speed = (steps * tokens_per_step) as f64 / self.seconds;
        let memory = *bytes as f64 / 1e6;
        format!(
            "| | |\n|---|---|\n| parameters | {parameters} |\n| `model.safetensors` | {memory:.2} MB, \
             SHA-256 `{checksum}` |\n| training | {steps} steps of {tokens_per_step} tokens: {tokens:.1} \
             million tokens |\n| time | {minutes:.0} minutes on {cores} cores, {speed:.0} tokens a second |\n"
        )
    }

    fn prediction(&self) -> String {
        let Measured { tales, loss, .. } = self;
        format!(
            "### Held-out loss\n\nOver {tales} tales that were not trained on, {} tokens, {} bytes.\n\n\
             | nats a token | perplexity | nats a byte | bits a byte |\n|---|---|---|---|\n\
             | {:.4} | {:.2} | {:.4} | {:.4} |\n",
            loss.tokens,
            loss.bytes,
            loss.per_token(),
            loss.perplexity(),
            loss.per_byte(),
            loss.bits_per_byte()
        )
    }

    fn recurring(&self) -> String {
        let Score { asked, whole, first } = self.names.all;
        let mut text = format!(
            "### The recurring name\n\nAt {asked} places of {} held-out tales only the hero's name \
             can follow. Greedy decoding gives exactly the name at {whole} of them, **{}**; its first \
             token at {first}, {}.\n\n| before the name | places | right | first token right |\n\
             |---|---|---|---|\n",
            self.name_tales,
            share(whole, asked),
            share(first, asked)
        );
        let mut forms: Vec<_> = self.names.forms.iter().collect();
        forms.sort_by_key(|(_, score)| std::cmp::Reverse(score.asked));
        let row = |form: &str, &Score { asked, whole, first }: &Score| {
            format!("| {form} | {asked} | {} | {} |\n", share(whole, asked), share(first, asked))
        };
        let (shown, rest) = forms.split_at(forms.len().min(20));
        text.extend(shown.iter().map(|(form, score)| row(&format!("`{form}`"), score)));
        if !rest.is_empty() {
            let sum = rest.iter().fold(Score::default(), |sum, (_, more)| Score {
                asked: sum.asked + more.asked,
                whole: sum.whole + more.whole,
                first: sum.first + more.first,
            });
            text += &row(&format!("{} others", rest.len()), &sum);
        }
        text
    }

    fn near(&self) -> String {
        let (all, words) = (&self.neighbours, self.neighbours.len());
        let right = all.iter().filter(|n| n.is_right()).count();
        let same = all.iter().filter(|n| n.same_kind).count();
        let listed: Vec<&Neighbours> = LISTED
            .iter()
            .filter_map(|word| all.iter().find(|neighbours| neighbours.word.word == *word))
            .collect();
        let listed_right = listed.iter().filter(|n| n.is_right()).count();
        let mut text = format!(
            "### Neighbours in the embedding table\n\nBy cosine, among all tokens that begin a word. A \
             word is right when two of its three nearest are of its kind: {right} of {words} words that are \
             one token, **{}**; of the {} listed here {listed_right}. The nearest word that has a kind at all \
             is of the same kind for {same}, {}. More than one token: {}.\n\n| word | kind | nearest | \
             |\n|---|---|---|---|\n",
            share(right, words),
            listed.len(),
            share(same, words),
            if self.split.is_empty() { "none".into() } else { self.split.join(", ") },
        );
        for Neighbours { word, nearest, .. } in &listed {
            let near: Vec<String> =
                nearest.iter().map(|(text, cosine)| format!("{text} {cosine:.2}")).collect();
            let right = all.iter().any(|n| n.word.id == word.id && n.is_right());
            let mark = if right { "right" } else { "wrong" };
            text += &format!("| {} | {} | {} | {mark} |\n", word.word, word.kind, near.join(", "));
        }
        let mut kinds = Vec::new();
        for (kind, _) in corpus::kinds() {
            let of = all.iter().filter(|n| n.word.kind == *kind);
            let (right, words) = (of.clone().filter(|n| n.is_right()).count(), of.count());
            kinds.push(format!("{kind} {right} of {words}"));
        }
        text + &format!("\nRight by kind: {}.\n", kinds.join(", "))
    }

    fn told(&self) -> String {
        let mut text = format!(
            "### Stories\n\nSampled at temperature {TEMPERATURE} after `<|endoftext|>` and, for seeds 1 to 5, \
             `{}`; then the greedy one.\n",
            super::stories::BEGINNING
        );
        for Story { seed, text: story, ended } in &self.stories {
            let title = seed.map_or("Greedy".into(), |seed| format!("Seed {seed}"));
            let full = if *ended { "" } else { " (the context was full)" };
            text += &format!("\n{title}{full}:\n\n```text\n{story}\n```\n");
        }
        text
    }
}

fn share(part: usize, whole: usize) -> String {
    format!("{:.1} %", 100.0 * part as f64 / whole.max(1) as f64)
}

/// A README with the part between the markers replaced. Without markers the part is added at the
/// end; with only one of them, or in the wrong order, that is an error.
pub fn insert(readme: &str, report: &str) -> Result<String> {
    let [open, close] = MARKERS;
    let part = format!("{open}\n{}\n{close}", report.trim_end());
    match (readme.find(open), readme.find(close)) {
        (Some(from), Some(to)) if from < to => {
            Ok(format!("{}{part}{}", &readme[..from], &readme[to + close.len()..]))
        }
        (None, None) => Ok(format!("{}\n\n{part}\n", readme.trim_end()).trim_start().to_owned()),
        _ => bail!("expected {open} and then {close}, each once: mend them by hand"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inserted_between_markers() {
        let first = insert("# Model\n", "old").unwrap();
        assert_eq!(first, "# Model\n\n<!-- measured -->\nold\n<!-- /measured -->\n");
        let again = insert(&(first + "after\n"), "new\n").unwrap();
        assert_eq!(again, "# Model\n\n<!-- measured -->\nnew\n<!-- /measured -->\nafter\n");
        assert!(insert("<!-- /measured --> <!-- measured -->", "x").is_err());
    }
}
