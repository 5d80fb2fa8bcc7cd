//! The words behind a planted mistake: the header of its file.

/// A classic mistake: its name (the file's) and the text of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Misconception {
    /// The file's stem, such as `from_the_right`.
    pub name: &'static str,
    /// The whole file; its header says what the mistake is.
    pub source: &'static str,
}

impl Misconception {
    /// What the mistake is, for the learner who made it: the header without its first
    /// paragraph, which is the title.
    pub fn explanation(&self) -> String {
        explanation(self.source)
    }
}

/// The `//!` header of a mistake's file without its title, each paragraph on one line.
fn explanation(source: &str) -> String {
    let header = source.lines().map_while(|line| line.strip_prefix("//!"));
    let mut paragraphs = vec![String::new()];
    for line in header {
        let line = line.trim();
        if line.is_empty() {
            paragraphs.push(String::new());
            continue;
        }
        if let Some(last) = paragraphs.last_mut() {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(line);
        }
    }
    paragraphs.retain(|p| !p.is_empty());
    paragraphs.get(1..).unwrap_or_default().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_explanation_is_the_header_without_its_title() {
        let source = "//! Scans from the right\n//!\n//! This is what you get\n//! from the right.\n//!\n//! BPE scans left.\n\nfn merge() {}\n//! not this";
        assert_eq!(explanation(source), "This is what you get from the right.\nBPE scans left.");
    }

    #[test]
    fn a_file_without_a_header_explains_nothing() {
        assert_eq!(explanation("fn merge() {}"), "");
    }
}
