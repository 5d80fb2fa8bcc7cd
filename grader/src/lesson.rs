//! A lesson as text: its headings, how long it is, where its links lead.

use std::path::Path;

use unicode_width::UnicodeWidthStr;

/// The headings of a lesson, without their marks, and their level.
pub fn headings(text: &str) -> Vec<(usize, String)> {
    prose(text)
        .filter_map(|line| {
            let level = line.chars().take_while(|&c| c == '#').count();
            let title = line[level..].strip_prefix(' ')?;
            (1..=6).contains(&level).then(|| (level, title.trim().to_owned()))
        })
        .collect()
}

/// How many words there are to read: prose, lists and tables, not code blocks.
pub fn words(text: &str) -> usize {
    prose(text)
        .map(without_targets)
        .map(|line| {
            line.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).count()
        })
        .sum()
}

/// The links of a lesson that lead nowhere: `(target, why)`.
pub fn broken_links(text: &str, folder: &Path) -> Vec<(String, &'static str)> {
    let anchors: Vec<String> = headings(text).iter().map(|(_, title)| anchor(title)).collect();
    targets(text)
        .into_iter()
        .filter_map(|target| {
            if target.contains("://") || target.starts_with("mailto:") {
                return None;
            }
            let (file, fragment) = target.split_once('#').unwrap_or((&target, ""));
            if file.is_empty() {
                let known = anchors.iter().any(|a| a == fragment);
                return (!known).then(|| (target.clone(), "no heading of that name"));
            }
            (!folder.join(file).exists()).then(|| (target.clone(), "no such file"))
        })
        .collect()
}

/// Where the lesson's pictures are, as written.
pub fn pictures(text: &str) -> Vec<String> {
    prose(text)
        .flat_map(|line| line.match_indices("![").map(move |(at, _)| &line[at..]))
        .filter_map(|rest| rest.split_once("](")?.1.split_once(')').map(|(t, _)| t.to_owned()))
        .collect()
}

/// The lines outside code blocks.
fn prose(text: &str) -> impl Iterator<Item = &str> {
    let mut fenced = false;
    text.lines().filter(move |line| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        !fenced && !fence
    })
}

fn targets(text: &str) -> Vec<String> {
    prose(text)
        .flat_map(|line| line.match_indices("](").map(move |(at, _)| &line[at + 2..]))
        .filter_map(|rest| rest.split_once(')').map(|(target, _)| target.to_owned()))
        .collect()
}

fn without_targets(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("](") {
        out.push_str(before);
        rest = after.split_once(')').map_or("", |(_, after)| after);
    }
    out + rest
}

/// The anchor that a heading gets on the web.
fn anchor(title: &str) -> String {
    title
        .to_lowercase()
        .chars()
        .filter_map(|c| match c {
            ' ' | '-' => Some('-'),
            c if c.is_alphanumeric() || c == '_' => Some(c),
            _ => None,
        })
        .collect()
}

/// Lines of code that are wider than `columns` on a terminal, where nothing breaks them.
pub fn wide_code(text: &str, columns: usize) -> Vec<String> {
    let mut fenced = false;
    let code = text.lines().filter(|line| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        fenced && !fence
    });
    code.filter(|line| UnicodeWidthStr::width(*line) > columns).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_that_is_too_wide_is_found_and_prose_is_not() {
        let text = "a long line of prose\n```text\nshort\n안녕하세요 wide\n```\nmore prose, long\n";
        assert_eq!(wide_code(text, 10), ["안녕하세요 wide"]);
        assert_eq!(wide_code(text, 15), Vec::<String>::new());
    }

    const LESSON: &str = "# 1.3 Title\n\nTwo words, [a link](#merging-a-pair).\n\n```rust\n# not a heading\nlet x = 1;\n```\n\n## Merging a pair\n\n![A picture](picture.svg)\n";

    #[test]
    fn headings_outside_code() {
        assert_eq!(headings(LESSON), [(1, "1.3 Title".into()), (2, "Merging a pair".into())]);
    }

    #[test]
    fn words_outside_code_and_targets() {
        assert_eq!(words(LESSON), 2 + 2 + 2 + 3 + 2);
    }

    #[test]
    fn links_are_followed() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        assert_eq!(
            broken_links(LESSON, folder.path()),
            [("picture.svg".to_owned(), "no such file")]
        );
        let other = LESSON.replace("#merging-a-pair", "#merge");
        assert_eq!(broken_links(&other, folder.path())[0].1, "no heading of that name");
    }
}
