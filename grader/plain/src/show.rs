//! Values as a learner would write them in Rust, cut to a length that can be read.

use crate::value::Value;

/// How many characters a value may take before it is cut, in a line of its own.
const LINE: usize = 96;
/// The same, inside a sentence.
const SHORT: usize = 48;

/// The value as Rust would write it. A long list is cut around `focus`, the index that the
/// reader should look at.
pub fn show(value: &Value, focus: Option<usize>) -> String {
    let whole = write(value, LINE + 1);
    if whole.chars().count() <= LINE {
        return whole;
    }
    match value {
        Value::List(items) => window(items, focus.unwrap_or(0)),
        Value::Bytes(bytes) if focus.is_some_and(|f| f > LINE / 2) => {
            let items: Vec<Value> = bytes.iter().map(|&b| Value::Int(i128::from(b))).collect();
            window(&items, focus.unwrap_or(0))
        }
        _ => cut(value, &whole, LINE),
    }
}

/// The value in at most some fifty characters, for use inside a sentence.
pub fn short(value: &Value) -> String {
    let whole = write(value, SHORT + 1);
    if whole.chars().count() <= SHORT { whole } else { cut(value, &whole, SHORT) }
}

fn cut(value: &Value, whole: &str, limit: usize) -> String {
    let kept: String = whole.chars().take(limit).collect();
    match length(value) {
        Some(size) => format!("{kept}… ({size})"),
        None => format!("{kept}…"),
    }
}

fn length(value: &Value) -> Option<String> {
    Some(match value {
        Value::List(v) | Value::Set(v) => format!("{} items", v.len()),
        Value::Bytes(v) => format!("{} bytes", v.len()),
        Value::Text(t) => format!("{} characters", t.chars().count()),
        Value::Map(v) => format!("{} keys", v.len()),
        Value::Outcome(Ok(v)) | Value::Outcome(Err(v)) | Value::Maybe(Some(v)) => return length(v),
        _ => return None,
    })
}

/// The items around `focus`, with how many were left out on either side.
fn window(items: &[Value], focus: usize) -> String {
    let focus = focus.min(items.len().saturating_sub(1));
    let mut from = focus.saturating_sub(4);
    if from <= 2 {
        from = 0;
    }
    let mut shown = String::new();
    let mut to = from;
    while to < items.len() {
        let next = write(&items[to], SHORT);
        if shown.chars().count() + next.chars().count() > LINE - 20 && to > focus {
            break;
        }
        if to > from {
            shown.push_str(", ");
        }
        shown.push_str(&next);
        to += 1;
    }
    let before = if from > 0 { format!("… {from} before …, ") } else { String::new() };
    let after =
        if to < items.len() { format!(", … {} more", items.len() - to) } else { String::new() };
    format!("[{before}{shown}{after}]")
}

/// Writes the value, stopping soon after `limit` characters.
fn write(value: &Value, limit: usize) -> String {
    let mut out = String::new();
    push(value, limit, &mut out);
    out
}

fn push(value: &Value, limit: usize, out: &mut String) {
    if out.len() > limit * 4 {
        return;
    }
    match value {
        Value::Unit => out.push_str("()"),
        Value::Bool(b) => out.push_str(&b.to_string()),
        Value::Int(i) => out.push_str(&i.to_string()),
        Value::Float(f) => out.push_str(&float(*f)),
        Value::Char(c) => out.push_str(&format!("{c:?}")),
        Value::Text(t) => {
            let head: String = t.chars().take(limit + 1).collect();
            out.push_str(&format!("{head:?}"));
        }
        Value::Bytes(b) => out.push_str(&bytes(&b[..b.len().min(limit + 1)])),
        Value::List(items) => list("[", items, "]", limit, out),
        Value::Set(items) => list("{", items, "}", limit, out),
        Value::Tuple(items) => list("(", items, ")", limit, out),
        Value::Map(entries) => {
            out.push('{');
            for (i, (k, v)) in entries.iter().enumerate() {
                if out.len() > limit * 4 {
                    break;
                }
                out.push_str(if i > 0 { ", " } else { "" });
                push(k, limit, out);
                out.push_str(": ");
                push(v, limit, out);
            }
            out.push('}');
        }
        Value::Maybe(None) => out.push_str("None"),
        Value::Maybe(Some(v)) => wrapped("Some", v, limit, out),
        Value::Outcome(Ok(v)) => wrapped("Ok", v, limit, out),
        Value::Outcome(Err(v)) => wrapped("Err", v, limit, out),
        Value::Struct(name, fields) => {
            out.push_str(name);
            if fields.is_empty() {
                return;
            }
            out.push_str(" { ");
            for (i, (field, v)) in fields.iter().enumerate() {
                out.push_str(if i > 0 { ", " } else { "" });
                out.push_str(field);
                out.push_str(": ");
                push(v, limit, out);
            }
            out.push_str(" }");
        }
        Value::Array(array) => out.push_str(&array.line(limit)),
        Value::Panicked(message) => out.push_str(&format!("a panic: {message}")),
    }
}

fn wrapped(name: &str, inner: &Value, limit: usize, out: &mut String) {
    out.push_str(name);
    out.push('(');
    push(inner, limit, out);
    out.push(')');
}

fn list(open: &str, items: &[Value], close: &str, limit: usize, out: &mut String) {
    out.push_str(open);
    for (i, item) in items.iter().enumerate() {
        if out.len() > limit * 4 {
            break;
        }
        out.push_str(if i > 0 { ", " } else { "" });
        push(item, limit, out);
    }
    out.push_str(close);
}

/// `b"…"` when a person can read it, the numbers otherwise.
fn bytes(bytes: &[u8]) -> String {
    let readable = bytes.iter().all(|b| matches!(b, b' '..=b'~' | b'\n' | b'\t'));
    if readable && !bytes.is_empty() {
        return format!("b\"{}\"", bytes.escape_ascii().to_string().replace("\\'", "'"));
    }
    format!("{bytes:?}")
}

/// Seven significant digits: as many as an `f32` holds.
fn float(f: f64) -> String {
    if !f.is_finite() || f == 0.0 {
        return format!("{f:?}");
    }
    let magnitude = f.abs().log10().floor() as i32;
    if !(-5..10).contains(&magnitude) {
        let (digits, power) = format!("{f:.6e}").split_once('e').map_or_else(
            || (f.to_string(), String::new()),
            |(digits, power)| (digits.to_owned(), format!("e{power}")),
        );
        let digits = digits.trim_end_matches('0').trim_end_matches('.');
        return format!("{digits}{power}");
    }
    let decimals = (6 - magnitude).max(1) as usize;
    let text = format!("{f:.decimals$}");
    let trimmed = text.trim_end_matches('0');
    if trimmed.ends_with('.') { format!("{trimmed}0") } else { trimmed.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Plain;

    #[test]
    fn values_read_like_rust() {
        assert_eq!(show(&vec![97u32, 256].value(), None), "[97, 256]");
        assert_eq!(show(&b"aaab".value(), None), "b\"aaab\"");
        assert_eq!(show(&vec![0xC3u8, 0xA9].value(), None), "[195, 169]");
        assert_eq!(show(&(1, 'x', "y").value(), None), "(1, 'x', \"y\")");
        assert_eq!(show(&Some(Ok::<_, char>(3)).value(), None), "Some(Ok(3))");
    }

    #[test]
    fn floats_keep_what_an_f32_holds() {
        assert_eq!(float(f64::from(0.1f32)), "0.1");
        assert_eq!(float(0.577_350_269), "0.5773503");
        assert_eq!(float(2.0), "2.0");
        assert_eq!(float(f64::NAN), "NaN");
        assert_eq!(float(1e-9), "1e-9");
    }

    #[test]
    fn a_long_list_is_cut_around_what_matters() {
        let long: Vec<u32> = (0..1000).collect();
        let text = show(&long.value(), Some(500));
        assert!(text.contains("500"), "{text}");
        assert!(text.starts_with("[… 496 before …, 496, 497"), "{text}");
        assert!(text.chars().count() < 130, "{text}");
        assert!(text.ends_with("more]"), "{text}");
    }

    #[test]
    fn a_long_text_says_how_long_it_is() {
        let text = show(&"x".repeat(500).value(), None);
        assert!(text.ends_with("… (500 characters)"), "{text}");
    }
}
