//! [`Plain`]: what may cross the line between a check and the function under check.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::value::Value;

/// Plain data: numbers, text, vectors, tuples, maps, `Option`, `Result`.
///
/// A struct that the course declares for the learner implements it beside its declaration, with
/// [`crate::plain_struct!`].
pub trait Plain {
    /// The same data as a [`Value`].
    fn value(&self) -> Value;

    /// A run of such data. Only bytes do it in a way of their own.
    fn run(items: &[Self]) -> Value
    where
        Self: Sized,
    {
        Value::List(items.iter().map(Plain::value).collect())
    }
}

macro_rules! integers {
    ($($t:ty),*) => {$(
        impl Plain for $t {
            fn value(&self) -> Value { Value::Int(*self as i128) }
        }
    )*};
}
integers!(u16, u32, u64, usize, i8, i16, i32, i64, isize);

impl Plain for u8 {
    fn value(&self) -> Value {
        Value::Int(i128::from(*self))
    }
    fn run(items: &[u8]) -> Value {
        Value::Bytes(items.to_vec())
    }
}

impl Plain for f32 {
    fn value(&self) -> Value {
        Value::Float(f64::from(*self))
    }
}

impl Plain for f64 {
    fn value(&self) -> Value {
        Value::Float(*self)
    }
}

impl Plain for bool {
    fn value(&self) -> Value {
        Value::Bool(*self)
    }
}

impl Plain for char {
    fn value(&self) -> Value {
        Value::Char(*self)
    }
}

impl Plain for str {
    fn value(&self) -> Value {
        Value::Text(self.to_owned())
    }
}

impl Plain for String {
    fn value(&self) -> Value {
        Value::Text(self.clone())
    }
}

impl Plain for () {
    fn value(&self) -> Value {
        Value::Unit
    }
}

impl<T: Plain + ?Sized> Plain for &T {
    fn value(&self) -> Value {
        (**self).value()
    }
}

impl<T: Plain + ?Sized> Plain for &mut T {
    fn value(&self) -> Value {
        (**self).value()
    }
}

impl<T: Plain> Plain for [T] {
    fn value(&self) -> Value {
        T::run(self)
    }
}

impl<T: Plain> Plain for Vec<T> {
    fn value(&self) -> Value {
        T::run(self)
    }
}

impl<T: Plain, const N: usize> Plain for [T; N] {
    fn value(&self) -> Value {
        T::run(self)
    }
}

impl<T: Plain> Plain for Option<T> {
    fn value(&self) -> Value {
        Value::Maybe(self.as_ref().map(|v| Box::new(v.value())))
    }
}

impl<T: Plain, E: Plain> Plain for Result<T, E> {
    fn value(&self) -> Value {
        Value::Outcome(match self {
            Ok(v) => Ok(Box::new(v.value())),
            Err(e) => Err(Box::new(e.value())),
        })
    }
}

impl<K: Plain + Ord, V: Plain> Plain for BTreeMap<K, V> {
    fn value(&self) -> Value {
        Value::Map(self.iter().map(|(k, v)| (k.value(), v.value())).collect())
    }
}

impl<K: Plain + Ord, V: Plain, S> Plain for HashMap<K, V, S> {
    fn value(&self) -> Value {
        let mut entries: Vec<_> = self.iter().collect();
        entries.sort_by_key(|(k, _)| *k);
        Value::Map(entries.into_iter().map(|(k, v)| (k.value(), v.value())).collect())
    }
}

impl<T: Plain + Ord> Plain for BTreeSet<T> {
    fn value(&self) -> Value {
        Value::Set(self.iter().map(Plain::value).collect())
    }
}

impl<T: Plain + Ord, S> Plain for HashSet<T, S> {
    fn value(&self) -> Value {
        let mut items: Vec<_> = self.iter().collect();
        items.sort();
        Value::Set(items.into_iter().map(Plain::value).collect())
    }
}

macro_rules! tuples {
    ($(($($t:ident $i:tt),+))*) => {$(
        impl<$($t: Plain),+> Plain for ($($t,)+) {
            fn value(&self) -> Value { Value::Tuple(vec![$(self.$i.value()),+]) }
        }
    )*};
}
tuples! { (A 0) (A 0, B 1) (A 0, B 1, C 2) (A 0, B 1, C 2, D 3) (A 0, B 1, C 2, D 3, E 4) }

/// Makes a struct that the course declares for the learner plain data, field by field:
/// `plain::plain_struct!(UnknownId { id });` beside its declaration.
#[macro_export]
macro_rules! plain_struct {
    ($name:ident { $($field:ident),* $(,)? }) => {
        impl $crate::Plain for $name {
            fn value(&self) -> $crate::Value {
                $crate::Value::Struct(
                    stringify!($name),
                    vec![$((stringify!($field), $crate::Plain::value(&self.$field))),*],
                )
            }
        }
    };
}
