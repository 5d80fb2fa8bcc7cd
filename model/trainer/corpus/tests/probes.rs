//! What holds for the places where the hero's name must come back.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use corpus::{Tale, tale};

const SEED: u64 = 1;
/// Told once for all tests.
static TALES: LazyLock<Vec<Tale>> =
    LazyLock::new(|| (0..5_000).map(|number| tale(SEED, number)).collect());
/// A prompt's ending, the name abstracted: a form as the model sees it.
const ENDING: usize = 25;
/// The last words of a prompt: short enough that the same form counts once.
const WORDS: usize = 2;

/// The text with the hero's name as `@` wherever it is a word of its own.
fn abstracted(text: &str, name: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(name) {
        let inside = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        let word = !inside(rest[..at].chars().next_back())
            && !inside(rest[at + name.len()..].chars().next());
        out.push_str(&rest[..at]);
        out.push_str(if word { "@" } else { name });
        rest = &rest[at + name.len()..];
    }
    out + rest
}

fn ending(prompt: &str) -> &str {
    &prompt[prompt.len().saturating_sub(ENDING)..]
}

/// The last words, lower case and without what is not a letter.
fn form(prompt: &str) -> String {
    let words: Vec<&str> = prompt.split_whitespace().collect();
    words[words.len() - WORDS..].join(" ")
}

fn prompts(tale: &Tale) -> impl Iterator<Item = String> {
    tale.probes.iter().map(|probe| abstracted(&tale.text[..probe.at], tale.hero.name))
}

/// Each probe: after the first third, the name known, and then a space and the name.
#[test]
fn the_name_comes_next_and_is_known() {
    for (number, tale) in TALES.iter().enumerate() {
        let many = tale.probes.len();
        assert!((1..=4).contains(&many), "tale {number} has {many} probes:\n{}", tale.text);
        for probe in &tale.probes {
            let (prompt, rest) = tale.text.split_at(probe.at);
            let name = format!(" {}", tale.hero.name);
            assert!(rest.starts_with(&name), "tale {number}: expected{name:?}, got {rest:?}");
            assert!(
                !rest[name.len()..].starts_with(|c: char| c.is_ascii_alphabetic()),
                "tale {number}: the name is only the start of a word in {rest:?}"
            );
            assert!(abstracted(prompt, tale.hero.name).contains('@'), "tale {number}: {prompt:?}");
            assert!(probe.at * 3 >= tale.text.len(), "tale {number}: too early at {}", probe.at);
        }
    }
}

/// What stands before a probe stands before nothing but the hero's name, in any tale: a
/// model that has understood can be right every time.
#[test]
fn nothing_else_can_come_next() {
    let endings: HashSet<String> = TALES
        .iter()
        .flat_map(|tale| prompts(tale).map(|prompt| ending(&prompt).to_owned()).collect::<Vec<_>>())
        .collect();
    for tale in TALES.iter() {
        let text = abstracted(&tale.text, tale.hero.name);
        for at in ENDING..text.len() {
            let before = &text[at - ENDING..at];
            assert!(
                !endings.contains(before) || text[at..].starts_with(" @"),
                "after {before:?} comes {:?}, expected the hero's name, in:\n{text}",
                &text[at..(at + 20).min(text.len())]
            );
        }
    }
}

/// The same for the last two words alone (`"Thank you,`), where they end a clause in a
/// quotation: nobody else is spoken to in the words that are kept for the hero.
#[test]
fn forms_are_kept_for_the_hero() {
    let mut forms: HashMap<String, usize> = HashMap::new();
    for tale in TALES.iter() {
        for prompt in prompts(tale) {
            *forms.entry(form(&prompt)).or_default() += 1;
        }
    }
    let common: HashMap<&str, usize> = forms
        .iter()
        .filter(|(form, many)| form.ends_with(',') && **many >= 20)
        .map(|(form, many)| (form.as_str(), *many))
        .collect();
    assert!(common.len() >= 10, "got {} forms, expected ten or more: {common:?}", common.len());
    for tale in TALES.iter() {
        let text = abstracted(&tale.text, tale.hero.name);
        let words: Vec<&str> = text.split_whitespace().collect();
        for three in words.windows(WORDS + 1) {
            let before = three[..WORDS].join(" ");
            assert!(
                !common.contains_key(before.as_str()) || three[WORDS].starts_with('@'),
                "after {before:?} comes {:?} in:\n{text}",
                three[WORDS]
            );
        }
    }
}
