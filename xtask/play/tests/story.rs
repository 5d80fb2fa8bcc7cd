//! `play story`, as somebody sees it: a story, and what it cost with the cache and without.

use std::process::Command;

fn story(arguments: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_llmlings-play"))
        .arg("story")
        .args(arguments)
        .env_remove("LLMLINGS_PLAY_YOURS")
        .output()
        .expect("it starts");
    (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn both_ways_write_the_same_and_the_work_is_counted() {
    let (code, said) = story(&["--max-tokens", "20", "--seed", "3"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.starts_with("Once upon a time "), "{said}");
    let row = |name: &str| -> Vec<usize> {
        let line = said.lines().find(|line| line.starts_with(name)).expect(name);
        let numbers = line[name.len()..].split_whitespace();
        numbers.take(2).filter_map(|word| word.replace(',', "").parse().ok()).collect()
    };
    assert_eq!(row("tokens written"), [20, 20]);
    // Five ids of prompt; the last token that is written is never read.
    let without: usize = (5..=24).sum();
    assert_eq!(row("rows of keys and values in a layer"), [24, without]);
    assert_eq!(row("tokens a second").len(), 2);
    assert!(said.contains("Both wrote the same, token for token."), "{said}");
}

#[test]
fn a_seed_tells_another_story() {
    let text = |seed: &str| {
        let (_, said) = story(&["--max-tokens", "30", "--seed", seed]);
        said.lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(text("3"), text("3"));
    assert_ne!(text("3"), text("4"));
}
