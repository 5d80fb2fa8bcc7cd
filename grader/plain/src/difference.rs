//! The first place where two values part.

use crate::value::Value;

/// The first place where an expected and a given value part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// How to get there, as a learner would write it: `[3]`, `[2].1`, `.ids[0]`. Empty when
    /// the two differ as wholes.
    pub path: String,
    /// The index in the outermost list, to show the neighbourhood of it.
    pub index: Option<usize>,
    /// What stands there, in words: `expected 256, got 97`.
    pub what: String,
}

/// Where `got` first parts from `expected` by more than the tolerance; `None` when they are alike.
pub fn first_difference(expected: &Value, got: &Value, tolerance: f64) -> Option<Difference> {
    let mut path = String::new();
    let what = descend(expected, got, tolerance, &mut path)?;
    let index = path
        .strip_prefix('[')
        .and_then(|rest| rest.split_once(']'))
        .and_then(|(number, _)| number.parse().ok());
    Some(Difference { path, index, what })
}

fn descend(expected: &Value, got: &Value, tolerance: f64, path: &mut String) -> Option<String> {
    use Value::*;
    match (expected, got) {
        (List(a), List(b)) | (Set(a), Set(b)) => items(a, b, tolerance, path),
        (Bytes(a), Bytes(b)) => {
            let a: Vec<Value> = a.iter().map(|&b| Int(i128::from(b))).collect();
            let b: Vec<Value> = b.iter().map(|&b| Int(i128::from(b))).collect();
            items(&a, &b, tolerance, path)
        }
        (Tuple(a), Tuple(b)) if a.len() == b.len() => fields(
            a.iter().zip(b).enumerate().map(|(i, (a, b))| (i.to_string(), a, b)),
            tolerance,
            path,
        ),
        (Struct(a, fa), Struct(b, fb)) if a == b && fa.len() == fb.len() => fields(
            fa.iter().zip(fb).map(|((name, a), (_, b))| ((*name).to_owned(), a, b)),
            tolerance,
            path,
        ),
        (Map(a), Map(b)) => entries(a, b, tolerance),
        (Array(a), Array(b)) => a.difference(b, tolerance),
        (Maybe(Some(a)), Maybe(Some(b))) | (Outcome(Ok(a)), Outcome(Ok(b))) => {
            descend(a, b, tolerance, path)
        }
        (Outcome(Err(a)), Outcome(Err(b))) => descend(a, b, tolerance, path),
        (Text(a), Text(b)) if a != b => Some(text(a, b)),
        _ if expected.alike(got, tolerance) => None,
        _ => Some(expected_got(expected, got)),
    }
}

fn items(expected: &[Value], got: &[Value], tolerance: f64, path: &mut String) -> Option<String> {
    for (i, (a, b)) in expected.iter().zip(got).enumerate() {
        let length = path.len();
        path.push_str(&format!("[{i}]"));
        if let Some(what) = descend(a, b, tolerance, path) {
            return Some(what);
        }
        path.truncate(length);
    }
    (expected.len() != got.len()).then(|| {
        let same = expected.len().min(got.len());
        format!("the first {same} agree; expected {} in all, got {}", expected.len(), got.len())
    })
}

fn fields<'a>(
    pairs: impl Iterator<Item = (String, &'a Value, &'a Value)>,
    tolerance: f64,
    path: &mut String,
) -> Option<String> {
    for (name, a, b) in pairs {
        let length = path.len();
        path.push('.');
        path.push_str(&name);
        if let Some(what) = descend(a, b, tolerance, path) {
            return Some(what);
        }
        path.truncate(length);
    }
    None
}

fn entries(expected: &[(Value, Value)], got: &[(Value, Value)], tolerance: f64) -> Option<String> {
    let find = |entries: &[(Value, Value)], key: &Value| {
        entries.iter().find(|(k, _)| k.alike(key, tolerance)).map(|(_, v)| v.clone())
    };
    for (key, value) in expected {
        match find(got, key) {
            None => return Some(format!("the key {} is missing", crate::short(key))),
            Some(other) if !value.alike(&other, tolerance) => {
                return Some(format!(
                    "at the key {}: {}",
                    crate::short(key),
                    expected_got(value, &other)
                ));
            }
            Some(_) => {}
        }
    }
    got.iter()
        .find(|(key, _)| find(expected, key).is_none())
        .map(|(key, _)| format!("the key {} should not be there", crate::short(key)))
}

fn text(expected: &str, got: &str) -> String {
    let same = expected.chars().zip(got.chars()).take_while(|(a, b)| a == b).count();
    let at = |text: &str| match text.chars().nth(same) {
        Some(c) => format!("{c:?}"),
        None => "the end".to_owned(),
    };
    format!("at character {same}: expected {}, got {}", at(expected), at(got))
}

fn expected_got(expected: &Value, got: &Value) -> String {
    format!("expected {}, got {}", crate::short(expected), crate::short(got))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Plain, TOLERANCE};

    fn difference(expected: impl Plain, got: impl Plain) -> (String, String) {
        let d = first_difference(&expected.value(), &got.value(), TOLERANCE).expect("they part");
        (d.path, d.what)
    }

    #[test]
    fn a_list_parts_at_an_index() {
        assert_eq!(
            difference(vec![1, 2, 3], vec![1, 5, 3]),
            ("[1]".into(), "expected 2, got 5".into())
        );
        assert_eq!(
            difference(vec![1, 2, 3], vec![1, 2]),
            (String::new(), "the first 2 agree; expected 3 in all, got 2".into())
        );
    }

    #[test]
    fn nested_places_read_like_code() {
        assert_eq!(
            difference(vec![(1, 'a'), (2, 'b')], vec![(1, 'a'), (2, 'c')]),
            ("[1].1".into(), "expected 'b', got 'c'".into())
        );
    }

    #[test]
    fn maps_part_at_a_key() {
        let expected = std::collections::BTreeMap::from([((1, 2), 3), ((4, 5), 1)]);
        let got = std::collections::BTreeMap::from([((1, 2), 3)]);
        assert_eq!(difference(&expected, &got).1, "the key (4, 5) is missing");
        assert_eq!(difference(&got, &expected).1, "the key (4, 5) should not be there");
    }

    #[test]
    fn text_parts_at_a_character() {
        assert_eq!(difference("naïve", "naive").1, "at character 2: expected 'ï', got 'i'");
        assert_eq!(difference("ab", "a").1, "at character 1: expected 'b', got the end");
    }

    #[test]
    fn values_that_are_alike_do_not_part() {
        let (a, b) = (vec![1.0f32].value(), vec![1.0f32 + 1e-4].value());
        assert!(first_difference(&a, &b, TOLERANCE).is_some());
        assert!(first_difference(&a, &b, 1e-3).is_none());
    }
}
