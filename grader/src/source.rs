//! Rust source as text: the functions of a file, their signatures and doc comments.
//!
//! Not a parser. It relies on what rustfmt guarantees (an item begins and ends in column
//! zero), which `selfcheck` holds for the course's own files; where a learner's file is read,
//! only for a message, it makes do with less.

/// A function at the top level of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its name.
    pub name: String,
    /// Whether it is `pub`.
    pub public: bool,
    /// From `pub fn` to before the `{`, white space folded.
    pub signature: String,
    /// Its doc comment, a line each, without the slashes.
    pub doc: Vec<String>,
    /// The lines of the whole item, doc comment and attributes included: `from..to`.
    pub lines: std::ops::Range<usize>,
}

/// The functions at the top level of rustfmt-formatted source.
pub fn functions(source: &str) -> Vec<Item> {
    let lines: Vec<&str> = source.lines().collect();
    let mut items = Vec::new();
    let mut i = 0;
    while i < lines.len() {
        let Some(name) = function_name(lines[i]) else {
            i += 1;
            continue;
        };
        let from = (0..i)
            .rev()
            .take_while(|&l| lines[l].starts_with("///") || lines[l].starts_with("#["))
            .last()
            .unwrap_or(i);
        let ends = |l: &str| l == "}" || (l.ends_with('}') && function_name(l).is_some());
        let to = (i..lines.len()).find(|&l| ends(lines[l])).map_or(lines.len(), |l| l + 1);
        let text = lines[i..to].join("\n");
        let head = text.split_once('{').map_or(text.as_str(), |(head, _)| head);
        items.push(Item {
            name: name.to_owned(),
            public: lines[i].starts_with("pub "),
            signature: fold(head),
            doc: lines[from..i]
                .iter()
                .filter_map(|l| l.strip_prefix("///"))
                .map(str::to_owned)
                .collect(),
            lines: from..to,
        });
        i = to;
    }
    items
}

fn function_name(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("pub ").unwrap_or(line);
    let rest = rest.strip_prefix("const ").unwrap_or(rest).strip_prefix("fn ")?;
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_')?;
    Some(&rest[..end])
}

/// White space folded to one blank, none around brackets, no comma before a closing one.
fn fold(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace("( ", "(").replace(", )", ")").replace(",)", ")").replace(" )", ")")
}

/// The functions of `source` that `name` calls, by itself or through others of the same source.
pub fn called_by(source: &str, name: &str) -> Vec<String> {
    let lines: Vec<&str> = source.lines().collect();
    let items = functions(source);
    let body = |item: &Item| {
        let code = lines[item.lines.clone()].iter().filter(|l| !l.trim_start().starts_with("//"));
        code.copied().collect::<Vec<_>>().join("\n")
    };
    let mut found: Vec<String> = Vec::new();
    let mut open = vec![name.to_owned()];
    while let Some(name) = open.pop() {
        let Some(item) = items.iter().find(|item| item.name == name) else { continue };
        let body = body(item);
        for other in items.iter().filter(|other| other.name != name && mentions(&body, &other.name))
        {
            if !found.contains(&other.name) {
                found.push(other.name.clone());
                open.push(other.name.clone());
            }
        }
    }
    found
}

/// Whether a text has this name as a word that is no method or field: `merge(…)`, `.map(gelu)`.
fn mentions(text: &str, name: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        !before.is_some_and(|c| is_word(c) || c == '.') && !after.is_some_and(is_word)
    })
}

/// The signature of a function in source of any formatting, if it is there and public.
pub fn signature_in(source: &str, name: &str) -> Option<String> {
    let mut from = 0;
    while let Some(at) = source[from..].find("pub fn ").map(|at| from + at) {
        let rest = &source[at + "pub fn ".len()..];
        let named = rest.trim_start().strip_prefix(name);
        if named.is_some_and(|r| r.trim_start().starts_with(['(', '<'])) {
            let head = source[at..].split_once('{').map_or(&source[at..], |(head, _)| head);
            return Some(fold(head));
        }
        from = at + 1;
    }
    None
}

/// The source with functions replaced: each function of `patch` takes the place of the one
/// with its name, or comes at the end. `use` lines that the source lacks come first.
pub fn patched(source: &str, patch: &str) -> String {
    let patch_lines: Vec<&str> = patch.lines().collect();
    let (own, theirs) = (functions(source), functions(patch));
    let mut out: Vec<String> = Vec::new();
    let mut lines = source.lines().enumerate().peekable();
    let uses =
        patch_lines.iter().filter(|l| l.starts_with("use ") && !source.lines().any(|s| s == **l));
    let mut uses: Vec<String> = uses.map(|l| (*l).to_owned()).collect();
    let body = |item: &Item| patch_lines[item.lines.clone()].join("\n");
    while let Some((number, line)) = lines.next() {
        let is_header = line.starts_with("//!")
            || (line.is_empty() && out.iter().all(|l| l.starts_with("//!")));
        if !is_header {
            out.append(&mut uses);
        }
        let replaced = own
            .iter()
            .find(|item| item.lines.start == number)
            .and_then(|item| Some((item, theirs.iter().find(|t| t.name == item.name)?)));
        match replaced {
            Some((item, theirs)) => {
                out.push(body(theirs));
                while lines.peek().is_some_and(|(next, _)| *next < item.lines.end) {
                    lines.next();
                }
            }
            None => out.push(line.to_owned()),
        }
    }
    for item in theirs.iter().filter(|t| !own.iter().any(|o| o.name == t.name)) {
        out.push(format!("\n{}", body(item)));
    }
    out.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "//! Title\n\nuse std::fmt;\n\n/// Doubles.\n///\n/// More.\npub fn double(x: u32) -> u32 {\n    helper(x)\n}\n\nfn helper(x: u32) -> u32 {\n    x * 2\n}\n";

    #[test]
    fn functions_are_found_with_their_contract() {
        let items = functions(SOURCE);
        assert_eq!(items.len(), 2);
        assert_eq!(items[0].signature, "pub fn double(x: u32) -> u32");
        assert_eq!(items[0].doc, [" Doubles.", "", " More."]);
        assert_eq!(items[0].lines, 4..10);
        assert!(items[0].public && !items[1].public);
    }

    #[test]
    fn what_a_function_calls_is_found_through_helpers() {
        let source = "pub fn a() {}\n\nfn help() {\n    // a() is not called here\n    b()\n}\n\npub fn b() {\n    a()\n}\n\npub fn c(x: X) {\n    x.map(help);\n    x.a();\n    let abc = 1;\n}\n";
        assert_eq!(called_by(source, "a"), Vec::<String>::new());
        assert_eq!(called_by(source, "b"), ["a"]);
        assert_eq!(called_by(source, "c"), ["help", "b", "a"]);
        assert_eq!(called_by(source, "d"), Vec::<String>::new());
    }

    #[test]
    fn a_signature_over_several_lines_is_the_same_signature() {
        let spread = "pub fn double(\n    x: u32,\n) -> u32 {\n}\n";
        assert_eq!(functions(spread)[0].signature, "pub fn double(x: u32) -> u32");
        assert_eq!(signature_in(spread, "double").as_deref(), Some("pub fn double(x: u32) -> u32"));
        assert_eq!(signature_in(spread, "doub"), None);
    }

    #[test]
    fn a_patch_replaces_by_name_and_adds_the_rest() {
        let patch = "//! Wrong\nuse std::io;\n\nfn extra() {}\n\npub fn double(x: u32) -> u32 {\n    x + 2\n}\n";
        let result = patched(SOURCE, patch);
        assert!(result.starts_with("//! Title\n\nuse std::io;\nuse std::fmt;\n"), "{result}");
        assert!(result.contains("x + 2") && !result.contains("helper(x)"), "{result}");
        assert!(result.contains("fn helper") && result.ends_with("fn extra() {}\n"), "{result}");
    }
}
