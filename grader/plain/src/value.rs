//! Plain data as one tree, so that any output can be compared, shown and searched for the
//! first place where two of them part.

use crate::array::Array;

/// What a checked function took or gave back. Made by [`crate::Plain`].
#[derive(Clone, Debug)]
pub enum Value {
    /// `()`
    Unit,
    /// `true` or `false`
    Bool(bool),
    /// Any integer type.
    Int(i128),
    /// `f32` (widened) or `f64`.
    Float(f64),
    /// One character.
    Char(char),
    /// A string.
    Text(String),
    /// A run of bytes: kept compact, and shown as `b"…"` where it is readable.
    Bytes(Vec<u8>),
    /// A vector, slice or array.
    List(Vec<Value>),
    /// A tuple.
    Tuple(Vec<Value>),
    /// A map, in the order of its keys.
    Map(Vec<(Value, Value)>),
    /// A set, in order.
    Set(Vec<Value>),
    /// `None` or `Some`.
    Maybe(Option<Box<Value>>),
    /// `Ok` or `Err`.
    Outcome(Result<Box<Value>, Box<Value>>),
    /// A struct or enum variant that the course declares: its name and its fields.
    Struct(&'static str, Vec<(&'static str, Value)>),
    /// An array of ndarray's.
    Array(Array),
    /// The call did not return: it panicked, with this message.
    Panicked(String),
}

/// How far two numbers may lie apart and still count as the same, relative to the larger
/// (absolute below 1).
pub const TOLERANCE: f64 = 1e-5;

impl Value {
    /// Whether the two are the same, floating-point numbers within `tolerance`.
    ///
    /// Two panics are alike when they say the same. A panic tells little of its cause; taken
    /// for another one, it would put words in a learner's mouth.
    pub fn alike(&self, other: &Value, tolerance: f64) -> bool {
        use Value::*;
        match (self, other) {
            (Unit, Unit) => true,
            (Panicked(a), Panicked(b)) => a == b,
            (Bool(a), Bool(b)) => a == b,
            (Int(a), Int(b)) => a == b,
            (Float(a), Float(b)) => near(*a, *b, tolerance),
            (Char(a), Char(b)) => a == b,
            (Text(a), Text(b)) => a == b,
            (Bytes(a), Bytes(b)) => a == b,
            (List(a), List(b)) | (Tuple(a), Tuple(b)) | (Set(a), Set(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.alike(b, tolerance))
            }
            (Array(a), Array(b)) => a.alike(b, tolerance),
            (Map(a), Map(b)) => {
                a.len() == b.len()
                    && a.iter().zip(b).all(|((ka, va), (kb, vb))| {
                        ka.alike(kb, tolerance) && va.alike(vb, tolerance)
                    })
            }
            (Maybe(a), Maybe(b)) => match (a, b) {
                (Some(a), Some(b)) => a.alike(b, tolerance),
                (None, None) => true,
                _ => false,
            },
            (Outcome(Ok(a)), Outcome(Ok(b))) | (Outcome(Err(a)), Outcome(Err(b))) => {
                a.alike(b, tolerance)
            }
            (Struct(a, fa), Struct(b, fb)) => {
                a == b
                    && fa.len() == fb.len()
                    && fa.iter().zip(fb).all(|((_, a), (_, b))| a.alike(b, tolerance))
            }
            _ => false,
        }
    }
}

/// NaN is like NaN, and an infinity is like itself: a wrong function that gives NaN must be
/// recognised by it.
pub(crate) fn near(a: f64, b: f64, tolerance: f64) -> bool {
    a == b
        || (a.is_nan() && b.is_nan())
        || (a.is_finite()
            && b.is_finite()
            && (a - b).abs() <= tolerance * a.abs().max(b.abs()).max(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_alike_within_the_tolerance_and_no_further() {
        assert!(Value::Float(1.0).alike(&Value::Float(1.000_009), TOLERANCE));
        assert!(!Value::Float(1.0).alike(&Value::Float(1.000_02), TOLERANCE));
        assert!(Value::Float(f64::NAN).alike(&Value::Float(f64::NAN), TOLERANCE));
        assert!(!Value::Float(f64::NAN).alike(&Value::Float(0.0), TOLERANCE));
        let infinite = Value::Float(f64::INFINITY);
        assert!(infinite.alike(&infinite, TOLERANCE));
        assert!(!infinite.alike(&Value::Float(f64::NEG_INFINITY), TOLERANCE));
        assert!(!infinite.alike(&Value::Float(5.0), TOLERANCE));
    }

    #[test]
    fn lists_of_different_length_are_not_alike() {
        let short = Value::List(vec![Value::Int(1)]);
        let long = Value::List(vec![Value::Int(1), Value::Int(2)]);
        assert!(!short.alike(&long, TOLERANCE));
        assert!(!long.alike(&short, TOLERANCE));
    }
}
