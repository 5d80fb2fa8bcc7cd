//! Lays out which characters are letters, numbers, capitals and small letters, from the tables
//! that the published patterns are matched with: those of regex-syntax. Tables of another version
//! of Unicode know other letters, and then the encoder and tiktoken would cut some texts apart in
//! different places.

use std::fmt::Write;
use std::path::Path;

use regex_syntax::hir::{Class, HirKind};

const CLASSES: [(&str, &str); 4] = [
    ("LETTERS", r"\p{L}"),
    ("NUMBERS", r"\p{N}"),
    ("CAPITALS", r"[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]"),
    ("SMALL", r"[\p{Ll}\p{Lm}\p{Lo}\p{M}]"),
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let mut source = String::new();
    for (name, class) in CLASSES {
        writeln!(source, "const {name}: &[(char, char)] = &{:?};", ranges(class))
            .expect("a String takes all");
    }
    let folder = std::env::var_os("OUT_DIR").expect("cargo sets it");
    std::fs::write(Path::new(&folder).join("classes.rs"), source)
        .expect("cargo's folder can be written");
}

/// First and last character of each run of a class, in ascending order.
fn ranges(class: &str) -> Vec<(char, char)> {
    match regex_syntax::parse(class).expect("a valid class").into_kind() {
        HirKind::Class(Class::Unicode(class)) => {
            class.ranges().iter().map(|range| (range.start(), range.end())).collect()
        }
        other => panic!("{class} is no class of characters: {other:?}"),
    }
}
