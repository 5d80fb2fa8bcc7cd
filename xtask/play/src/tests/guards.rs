//! What is said when a section's code does not do what it should.

use ndarray::{Array2, arr2};

use crate::guarded::{Cause, Site, Trouble, Wrong, begin, call, embedding, who_is_whose, yours};

static SITE: Site = Site { section: "2.4", function: "attention" };
static OTHER: Site = Site { section: "2.1", function: "softmax" };

/// Who is whose is set once in a process, so all of it is one test.
#[test]
fn a_panic_and_a_wrong_shape_are_named() {
    who_is_whose("1.3,2.4");
    begin();
    assert!(yours("2.4") && yours("1.3") && !yours("2.1") && !yours(""));

    let rows = [1, 2, 3];
    let trouble = call(
        &SITE,
        || "q of shape [3, 4]".to_owned(),
        || rows[std::hint::black_box(3)],
        |_| Ok(()),
    );
    let text = trouble.expect_err("it panicked").to_string();
    let (first, rest) = text.split_once("\n    at        ").expect("it says where");
    let (place, rest) = rest.split_once('\n').expect("more lines");
    assert_eq!(
        first,
        "attention of section 2.4 (your code) panicked: index out of bounds: the len is 3 but the index is 3"
    );
    assert!(place.contains("tests/guards.rs:"), "{place}");
    assert_eq!(
        rest,
        "    given     q of shape [3, 4]\n    \
         Section 2.4 passed its checks; they tried other inputs than this one.\n    \
         Mend it and check it again: cargo xtask run 2.4"
    );

    let wrong = Cause::Wrong(Wrong::new("shape [3, 4]", "shape [4, 3]"));
    let trouble = Trouble { site: &OTHER, given: "3 logits".to_owned(), cause: wrong };
    assert_eq!(
        trouble.to_string(),
        "softmax of section 2.1 (the reference) gave back something wrong\n    \
         given     3 logits\n    \
         expected  shape [3, 4]\n    \
         got       shape [4, 3]\n    \
         That is the course's own code, so it is a bug of the course: please report it."
    );
}

#[test]
fn an_error_of_a_section_is_trouble() {
    let table: Array2<f32> = arr2(&[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]);
    let trouble = embedding::embed(&table, &[1, 9]).expect_err("there is no row 9");
    let wrong = Wrong::new("shape [2, 2]", "Err(9); every id is below 3");
    assert_eq!(trouble.cause, Cause::Wrong(wrong));
}

#[test]
fn a_number_that_is_none_is_found() {
    let table: Array2<f32> = arr2(&[[1.0, 2.0], [3.0, f32::NAN]]);
    let trouble = embedding::embed(&table, &[0, 1]).expect_err("there is a NaN");
    let wrong = Wrong::new(
        "shape [2, 2], every number finite",
        "NaN as the number at 3, counted row by row",
    );
    assert_eq!(trouble.cause, Cause::Wrong(wrong));
}
