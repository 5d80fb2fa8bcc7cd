//! The teller: a seeded source of choices, the cast of one tale, and what was said so far.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::cast::{self, ANIMALS, Animal, Skill};
use crate::template::{self, MARK, Piece};
use crate::{Hero, Probe, Pronoun, Tale, words};

/// At most so many probes in a tale.
const PROBES: usize = 4;

/// Tells one tale.
pub struct Teller {
    random: ChaCha8Rng,
    known: Vec<(String, String)>,
    used: Vec<String>,
    raw: String,
    hero: Hero,
    /// What the hero is good at; a girl or a boy climbs.
    pub hero_skill: Skill,
    /// What the friend is good at.
    pub friend_skill: Skill,
}

impl Teller {
    /// The teller of tale `number` of the corpus `seed`, its cast chosen; each attempt
    /// chooses anew.
    pub fn new(seed: u64, number: u64, attempt: u64) -> Self {
        let mut key = [0; 32];
        for (bytes, part) in key.chunks_exact_mut(8).zip([seed, number, attempt]) {
            bytes.copy_from_slice(&part.to_le_bytes());
        }
        let mut teller = Self {
            random: ChaCha8Rng::from_seed(key),
            known: Vec::new(),
            used: Vec::new(),
            raw: String::new(),
            hero: Hero { name: "", kind: "", pronoun: Pronoun::He },
            hero_skill: Skill::Climb,
            friend_skill: Skill::Climb,
        };
        teller.choose_cast();
        teller
    }

    /// A number below `n`, all (very nearly) equally likely.
    pub fn below(&mut self, n: usize) -> usize {
        // The high half of a 32 by 32 bit product; n is small, so the bias is below 1e-6.
        ((u64::from(self.random.next_u32()) * n as u64) >> 32) as usize
    }

    /// True once in `n` times.
    pub fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// What is known under a key from now on.
    pub fn set(&mut self, key: &str, value: &str) {
        self.known.retain(|(k, _)| k != key);
        self.known.push((key.to_owned(), value.to_owned()));
        self.used.push(value.to_owned());
    }

    /// What is known under a key; a word of the pool of that name when nothing was.
    pub fn get(&mut self, key: &str) -> String {
        if let Some((_, value)) = self.known.iter().find(|(k, _)| k == key) {
            return value.clone();
        }
        let value = self.draw(key.trim_end_matches(|c: char| c.is_ascii_digit()));
        self.set(key, &value);
        value
    }

    /// A word of the pool that this tale has not used yet, as long as there is one.
    pub fn draw(&mut self, pool: &str) -> String {
        let words = words::pool(pool)
            .unwrap_or_else(|| panic!("got {{{pool}}}, expected a known key or a pool of words"));
        let fresh: Vec<&str> = words
            .iter()
            .copied()
            .filter(|word| !self.used.iter().any(|used| used == word))
            .collect();
        let from = if fresh.is_empty() { words } else { &fresh };
        let word = from[self.below(from.len())].to_owned();
        self.used.push(word.clone());
        word
    }

    /// Goes on with a sentence or more from a template.
    pub fn say(&mut self, template: &str) {
        let mut expanded = String::new();
        self.expand(template, &mut expanded);
        if !self.raw.is_empty() && !self.raw.ends_with('\n') {
            self.raw.push(' ');
        }
        self.raw.push_str(expanded.trim());
    }

    /// Goes on with one of these.
    pub fn one_of(&mut self, templates: &[&str]) {
        let choice = self.below(templates.len());
        self.say(templates[choice]);
    }

    /// Goes on with this in one of two tales.
    pub fn maybe(&mut self, template: &str) {
        if self.once_in(2) {
            self.say(template);
        }
    }

    /// Starts a new paragraph.
    pub fn paragraph(&mut self) {
        self.raw.push('\n');
    }

    /// Learns a key from a template: its choices are made now.
    pub fn learn(&mut self, key: &str, template: &str) {
        let mut value = String::new();
        self.expand(template, &mut value);
        self.set(key, &value);
    }

    fn expand(&mut self, template: &str, out: &mut String) {
        for piece in template::pieces(template) {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Choice(inside) => {
                    let parts = template::alternatives(inside);
                    let choice = self.below(parts.len());
                    self.expand(parts[choice], out);
                }
                Piece::Key(key) => self.resolve(key, out),
            }
        }
    }

    fn resolve(&mut self, key: &str, out: &mut String) {
        if let Some(pool) = key.strip_prefix('*') {
            let word = self.draw(pool);
            out.push_str(&word);
        } else if let Some(name) = key.strip_prefix('!') {
            assert!(name == "hero" && out.ends_with(' '), "a probe is {{!hero}} after a space");
            out.insert(out.len() - 1, MARK);
            out.push_str(self.hero.name);
        } else if let Some(place) = key.strip_prefix("at ") {
            let place = match place.strip_prefix('*') {
                Some(pool) => self.draw(pool),
                None => self.get(place),
            };
            out.push_str(&words::at(&place));
        } else if key.starts_with(char::is_uppercase) {
            let start = out.len();
            self.resolve(&key.to_lowercase(), out);
            out[start..][..1].make_ascii_uppercase();
        } else {
            let value = self.get(key);
            out.push_str(&value);
        }
    }

    /// Who is in the tale: the hero, a friend with a name, an old one and one of the family.
    fn choose_cast(&mut self) {
        let season = self.below(words::WEATHERS.len());
        let weather = &words::WEATHERS[season];
        let season = weather.seasons[self.below(weather.seasons.len())];
        for (key, value) in [
            ("season", season),
            ("weather", weather.word),
            ("weathers", weather.clause),
            ("path", weather.path),
        ] {
            self.set(key, value);
        }

        // The day of the tale and a later hour of it.
        let (day, later): (_, &[&str]) = match self.below(3) {
            0 => ("morning", &["noon", "afternoon", "dusk", "evening"]),
            1 => ("afternoon", &["dusk", "evening", "night"]),
            _ => ("evening", &["night", "dawn"]),
        };
        let later = later[self.below(later.len())];
        self.set("day", day);
        self.set("later", later);

        let (name, pronoun) = self.name();
        let kind = self.below(ANIMALS.len() + 2);
        // A child has its own pronoun, so the name is chosen to fit.
        let (name, pronoun) = match kind.checked_sub(ANIMALS.len()) {
            None => (name, pronoun),
            Some(0) => (cast::HE[self.below(cast::HE.len())], Pronoun::He),
            Some(_) => (cast::SHE[self.below(cast::SHE.len())], Pronoun::She),
        };
        let child = match pronoun {
            Pronoun::He => "boy",
            Pronoun::She => "girl",
        };
        let human = Animal {
            word: child,
            went: "walked",
            home: "house",
            skill: Skill::Climb,
            fact: "{he} had a hole in every pocket",
        };
        let animal = ANIMALS.get(kind).unwrap_or(&human);
        self.hero = Hero { name, kind: animal.word, pronoun };
        self.hero_skill = animal.skill;
        self.set("hero", name);
        self.set("kind", animal.word);
        self.set("went", animal.went);
        self.set("home", animal.home);
        self.set("fact", animal.fact);
        self.pronouns("", pronoun);

        let (friend, theirs) = loop {
            let other = self.name();
            if other.0.as_bytes()[0] != name.as_bytes()[0] {
                break other;
            }
        };
        let animal = loop {
            let other = &ANIMALS[self.below(ANIMALS.len())];
            if other.word != self.hero.kind {
                break other;
            }
        };
        self.friend_skill = animal.skill;
        self.set("friend", friend);
        self.set("fkind", animal.word);
        self.set("fwent", animal.went);
        self.set("fhome", animal.home);
        self.pronouns("f", theirs);

        let elder = if self.once_in(2) { self.draw("people") } else { self.draw("animal") };
        self.set("elder", &elder);
        let theirs = if self.once_in(2) { Pronoun::He } else { Pronoun::She };
        self.pronouns("e", theirs);

        let kin = self.draw("kin");
        let theirs = match kin.as_str() {
            "father" | "grandfather" | "brother" => Pronoun::He,
            _ => Pronoun::She,
        };
        self.set("kin", &kin);
        self.pronouns("k", theirs);
    }

    fn name(&mut self) -> (&'static str, Pronoun) {
        let name = self.below(cast::HE.len() + cast::SHE.len());
        match name.checked_sub(cast::HE.len()) {
            None => (cast::HE[name], Pronoun::He),
            Some(name) => (cast::SHE[name], Pronoun::She),
        }
    }

    fn pronouns(&mut self, whose: &str, pronoun: Pronoun) {
        let forms = match pronoun {
            Pronoun::He => ["he", "him", "his", "himself"],
            Pronoun::She => ["she", "her", "her", "herself"],
        };
        for (key, form) in ["he", "him", "his", "self"].into_iter().zip(forms) {
            self.set(&format!("{whose}{key}"), form);
        }
    }

    /// The tale that was told.
    pub fn finish(self) -> Tale {
        let (text, marks) = template::polish(&self.raw);
        let probes = marks
            .into_iter()
            .filter(|at| *at * 3 >= text.len())
            .take(PROBES)
            .map(|at| Probe { at })
            .collect();
        Tale { text, hero: self.hero, probes }
    }
}
