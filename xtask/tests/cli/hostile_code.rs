//! Code that loops, dies, prints or eats without end costs its own check and no other, and
//! what happened is named.

use crate::fixture::Course;

/// Grades section 1.1 with this body of `double`; how the first check ended, and what it says.
fn ends(double: &str) -> (String, String) {
    let course = Course::new();
    course.solve_first(double, "word.repeat(times)");
    let said = course.run(&["run", "1.1", "--json"]);
    assert_eq!(said.code, Some(1), "{}{}", said.out, said.err);
    let verdict: serde_json::Value = serde_json::from_str(&said.out).expect("it is JSON");
    let checks = &verdict["checks"];
    assert_eq!(checks[1]["status"], "passed", "the other checks are not touched: {}", said.out);
    assert_eq!(checks[0]["points"], 0);
    let text = |key: &str| checks[0][key].as_str().unwrap_or_default().to_owned();
    (text("status"), text("message"))
}

#[test]
fn an_endless_loop() {
    let (status, message) = ends("loop { std::hint::black_box(x); }");
    assert_eq!(status, "timed_out");
    assert!(message.starts_with("double(2): did not finish in 2 s"), "{message}");
}

#[test]
fn a_recursion_without_end() {
    let (status, message) = ends("if std::hint::black_box(true) { double(x + 1) + 1 } else { x }");
    assert_eq!(status, "crashed");
    assert!(message.starts_with("double(2): stack overflow"), "{message}");
}

#[test]
fn exit_is_no_pass() {
    let (status, message) = ends("{ let _ = x; std::process::exit(0) }");
    assert_eq!(status, "crashed");
    assert!(message.contains("exit code 0"), "{message}");
}

#[test]
fn abort() {
    let (status, message) = ends("{ let _ = x; std::process::abort() }");
    assert_eq!(status, "crashed");
    assert!(message.contains("abort"), "{message}");
}

#[test]
fn a_panic_in_a_destructor() {
    let bomb = "struct Bomb; impl Drop for Bomb { fn drop(&mut self) { panic!(\"boom\") } }";
    let (status, message) = ends(&format!("{{ {bomb} let _bomb = Bomb; x + x }}"));
    assert_eq!(status, "failed");
    assert!(message.contains("panicked at src/lib.rs") && message.contains("boom"), "{message}");
    let (status, message) = ends(&format!("{{ {bomb} let _bomb = Bomb; panic!(\"{{x}}\") }}"));
    assert_eq!(status, "crashed");
    assert!(message.contains("a panic while another panic was on its way"), "{message}");
}

#[test]
fn printing_without_end() {
    let (status, message) = ends("loop { println!(\"{x} and on and on and on and on and on\"); }");
    assert_eq!(status, "crashed");
    assert!(message.contains("printed without end"), "{message}");
}

#[test]
fn allocating_without_end() {
    let (status, message) = ends(
        "{ let mut held = vec![0u8; 1 << 20]; loop { held.extend_from_slice(&held.clone()); std::hint::black_box((&held, x)); } }",
    );
    assert_eq!(status, "crashed");
    assert!(message.starts_with("double(2): ran out of memory"), "{message}");
}

#[test]
fn a_panic_says_where_and_shows_no_backtrace() {
    let (status, message) = ends("{ let none: Option<u32> = None; none.unwrap() + x }");
    assert_eq!(status, "failed");
    assert!(message.contains("panicked at src/lib.rs:9: called `Option::unwrap()`"), "{message}");
    assert!(!message.contains("backtrace"), "{message}");
}

#[test]
fn a_verdict_on_the_standard_streams_is_no_verdict() {
    let (status, _) = ends(
        r#"{ println!("{{\"passed\":null}}"); eprintln!("{{\"passed\":null}} {x}"); std::process::exit(0) }"#,
    );
    assert_eq!(status, "crashed");
}
