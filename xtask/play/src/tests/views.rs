//! What is shown.

use ndarray::{Array2, arr2};

use super::course;
use crate::quoted::quoted;
use crate::terminal::{Paint, bar, cell, grouped, percent};
use crate::text::Text;
use crate::{heat, picture, tokens};

#[test]
fn bytes_can_be_seen() {
    assert_eq!(quoted(b" cat"), "\" cat\"");
    assert_eq!(quoted(b"\n\t\"\\"), "\"\\n\\t\\\"\\\\\"");
    assert_eq!(quoted("é😉".as_bytes()), "\"é😉\"");
    assert_eq!(quoted(&[0xF0, 0x9F, b'a']), "\"\\xF0\\x9Fa\"");
    // An escape sequence must not reach the terminal, nor a mark without its letter.
    assert_eq!(quoted("\x1b[31m\u{301}".as_bytes()), "\"\\u{1b}[31m\\u{301}\"");
}

#[test]
fn numbers_for_people() {
    assert_eq!([0, 999, 1000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    assert_eq!(percent(0.971), "  97.1 %");
    assert_eq!(percent(0.0001), " < 0.1 %");
    assert_eq!(percent(0.0), "     0 %");
    assert_eq!(bar(0.5, 4), "██");
    assert_eq!(bar(0.53, 4), "██▏");
    assert_eq!(bar(7.0, 2), "██");
    assert_eq!(bar(f32::NAN, 2), "");
}

#[test]
fn a_cell_is_as_wide_as_asked() {
    assert_eq!(cell("cat", 5), "cat  ");
    assert_eq!(cell("category", 5), "cate…");
    // A wide letter that does not fit leaves a blank.
    assert_eq!(cell("안녕하세요", 4), "안… ");
}

#[test]
fn tokens_for_a_pipe() {
    let model = course();
    let tokenizer = Text::of(&model.tokenizer).expect("no trouble");
    let ids = tokenizer.ids("Once upon\n😉").expect("no trouble");
    assert_eq!(
        tokens::lines(&tokenizer, &ids),
        "580\t\"Once\"\n579\t\" upon\"\n10\t\"\\n\"\n240\t\"\\xF0\"\n159\t\"\\x9F\"\n152\t\"\\x98\"\n137\t\"\\x89\"\n"
    );
}

/// Downwards, and never wider than the terminal.
#[test]
fn tokens_as_a_table() {
    let model = course();
    let tokenizer = Text::of(&model.tokenizer).expect("no trouble");
    let ids = tokenizer.ids("Once upon a time, a fox").expect("no trouble");
    let shown = tokens::table(&tokenizer, &ids, Paint::PLAIN, 40);
    assert!(shown.lines().all(|line| line.chars().count() <= 40), "{shown}");
    let order: Vec<&str> = shown.lines().map(|line| &line[..3]).collect();
    assert_eq!(order.first(), Some(&"580"));
    assert_eq!(order.get(1), Some(&"579"));
    for id in ids {
        assert!(shown.contains(&id.to_string()), "{id} in {shown}");
    }
}

fn three() -> (Array2<f32>, Vec<String>) {
    let weights = arr2(&[[1.0, 0.0, 0.0], [0.4, 0.6, 0.0], [0.01, 0.09, 0.9]]);
    (weights, ["<|endoftext|>", "\"a\"", "\" fox & \\\"\""].map(str::to_owned).to_vec())
}

#[test]
fn a_heat_map_in_plain_text() {
    let (weights, labels) = three();
    assert_eq!(
        heat::map(&weights, &labels, Paint::PLAIN, 80),
        "                 0 1 2\n\
         0 <|endoftext|>  ██\n\
         1 \"a\"            ▓▓▓▓\n\
         2 \" fox & \\\"\"    ··░░██\n"
    );
}

/// What does not fit is cut, and said so.
#[test]
fn a_heat_map_fits_the_terminal() {
    let count = 100;
    let weights =
        Array2::from_shape_fn(
            (count, count),
            |(t, s)| if s <= t { 1.0 / (t + 1) as f32 } else { 0.0 },
        );
    let labels = vec!["\"word\"".to_owned(); count];
    let shown = heat::map(&weights, &labels, Paint::PLAIN, 60);
    assert!(shown.starts_with("the last 49 tokens of 100; the whole map: --svg FILE\n"), "{shown}");
    assert!(shown.lines().all(|line| line.chars().count() <= 60), "{shown}");
    assert!(shown.lines().last().is_some_and(|line| line.starts_with("99 ")), "{shown}");
}

#[test]
fn a_picture_is_xml_with_every_cell() {
    let (weights, labels) = three();
    let svg = picture::svg("layer 1, head 2", &weights, &labels);
    assert!(svg.contains("&lt;|endoftext|&gt;"), "{svg}");
    assert!(svg.contains("&quot; fox &amp; \\&quot;&quot;"), "{svg}");
    // Six cells at or below the diagonal, and none above it.
    assert_eq!(svg.matches("</title>").count(), 6, "{svg}");
    assert!(!svg.contains("NaN") && svg.trim_end().ends_with("</svg>"));
    let (opened, closed) = (svg.matches('<').count(), svg.matches('>').count());
    assert_eq!(opened, closed);
}
