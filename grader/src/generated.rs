//! Files that are made from `course.toml`: the table in README.md and the book's summary.

use std::path::PathBuf;

use crate::course::{Course, Section};
use crate::error::Error;
use crate::repo::Repo;

const BEGIN: &str = "<!-- sections: made from course.toml by `cargo xtask selfcheck` -->";
const END: &str = "<!-- end of sections -->";

/// Rewrites what is not as it should be. The files that were rewritten, as they are shown.
pub fn write(repo: &Repo, course: &Course) -> Result<Vec<String>, Error> {
    let readme = repo.root().join("README.md");
    let text = std::fs::read_to_string(&readme).map_err(Error::file("reading", &readme))?;
    let text = text.replace("\r\n", "\n");
    let with_table = replace_between(&text, &table(course)).ok_or_else(|| Error::BrokenCourse {
        path: readme.clone(),
        why: format!("it lacks the lines `{BEGIN}` and `{END}`, between which the table goes"),
    })?;
    let wanted =
        [(readme, with_table), (repo.root().join("exercises/SUMMARY.md"), summary(course))];
    let mut rewritten = Vec::new();
    for (path, content) in wanted {
        if ensure(&path, &content)? {
            rewritten.push(repo.shown(&path));
        }
    }
    Ok(rewritten)
}

/// Whether the file had to be written.
fn ensure(path: &PathBuf, content: &str) -> Result<bool, Error> {
    let there = std::fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    if there == content {
        return Ok(false);
    }
    std::fs::write(path, content).map_err(Error::file("writing", path))?;
    Ok(true)
}

fn replace_between(text: &str, table: &str) -> Option<String> {
    let (before, rest) = text.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n\n{table}\n{END}{after}"))
}

fn table(course: &Course) -> String {
    let mut out = String::new();
    for chapter in &course.chapters {
        out.push_str(&format!("### Chapter {} · {}\n\n", chapter.number, chapter.title));
        out.push_str("| | Section | You learn | Minutes |\n|---|---|---|---|\n");
        for section in course.of_chapter(chapter.number) {
            let title = match section.is_written() {
                true => format!("[{}](exercises/{}/README.md)", section.title, section.slug),
                false => format!("{} *(coming)*", section.title),
            };
            out.push_str(&format!(
                "| {} | {title} | {} | {} |\n",
                section.id, section.blurb, section.minutes
            ));
        }
        out.push('\n');
    }
    out.trim_end().to_owned() + "\n"
}

fn summary(course: &Course) -> String {
    let mut out = String::from("# Summary\n");
    for chapter in &course.chapters {
        out.push_str(&format!("\n# {}. {}\n\n", chapter.number, chapter.title));
        for section in course.of_chapter(chapter.number) {
            out.push_str(&format!("- [{} {}]({})\n", section.id, section.title, target(section)));
        }
    }
    out
}

/// A chapter without a target is one that mdBook shows as to come.
fn target(section: &Section) -> String {
    if section.is_written() { format!("{}/README.md", section.slug) } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_between_the_marks_is_replaced() {
        let text = format!("before\n{BEGIN}\nold\n{END}\nafter");
        let new = replace_between(&text, "new\n").expect("the marks are there");
        assert_eq!(new, format!("before\n{BEGIN}\n\nnew\n\n{END}\nafter"));
        assert_eq!(replace_between("no marks", "new"), None);
    }
}
