//! A JSON file as an object whose fields are asked for one by one, so that an error can say
//! which field holds what instead of it.

use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::Error;

/// The largest size that a field may give. Far above any model's, and small enough that no
/// product of two sizes overflows.
const LARGEST: u64 = 1 << 24;

/// Reads `file` as JSON of the type `T`.
pub fn read<T: DeserializeOwned>(file: &Path) -> Result<T, Error> {
    let text = fs::read(file).map_err(Error::read(file))?;
    serde_json::from_slice(&text)
        .map_err(|error| Error::Json { file: file.to_owned(), why: error.to_string() })
}

/// The fields of one JSON object, with the file they came from.
pub struct Fields {
    file: PathBuf,
    map: Map<String, Value>,
}

impl Fields {
    /// Reads a file that must hold one object.
    pub fn read(file: &Path) -> Result<Fields, Error> {
        Ok(Fields { file: file.to_owned(), map: read(file)? })
    }

    /// A whole number from 1 to [`LARGEST`].
    pub fn size(&self, field: &'static str) -> Result<usize, Error> {
        let size = self.get(field).and_then(Value::as_u64).filter(|n| (1..=LARGEST).contains(n));
        size.map(|n| n as usize).ok_or_else(|| {
            let expected = format!("a whole number from 1 to {LARGEST}");
            self.wrong(field, expected, "Is this the config.json of a GPT-2?")
        })
    }

    /// The same, or `None` when the field is absent or null.
    pub fn optional_size(&self, field: &'static str) -> Result<Option<usize>, Error> {
        self.get(field).map(|_| self.size(field)).transpose()
    }

    /// A number above zero, or `default` when the field is absent or null.
    pub fn positive(&self, field: &'static str, default: f32) -> Result<f32, Error> {
        let Some(value) = self.get(field) else { return Ok(default) };
        let number = value.as_f64().map(|number| number as f32);
        // As f32, because a number can be positive as f64 and 0 or infinite as f32.
        number.filter(|number| number.is_finite() && *number > 0.0).ok_or_else(|| {
            self.wrong(field, "a number above 0", "GPT-2 has 1e-5 here: is the file damaged?")
        })
    }

    /// One of a few words, or the first of them when the field is absent or null.
    pub fn one_of(
        &self,
        field: &'static str,
        words: &[&str],
        remedy: &'static str,
    ) -> Result<String, Error> {
        let Some(value) = self.get(field) else { return Ok(words[0].to_owned()) };
        let word = value.as_str().filter(|word| words.contains(word));
        word.map(str::to_owned).ok_or_else(|| {
            let quoted: Vec<_> = words.iter().map(|word| format!("\"{word}\"")).collect();
            self.wrong(field, quoted.join(" or "), remedy)
        })
    }

    /// A switch that must stand as `expected`, which is also what its absence means.
    pub fn switch(
        &self,
        field: &'static str,
        expected: bool,
        remedy: &'static str,
    ) -> Result<(), Error> {
        match self.get(field) {
            Some(value) if *value != Value::Bool(expected) => {
                Err(self.wrong(field, expected.to_string(), remedy))
            }
            _ => Ok(()),
        }
    }

    /// The error that says what `field` holds, and what it should.
    pub fn wrong(
        &self,
        field: &'static str,
        expected: impl Into<String>,
        remedy: &'static str,
    ) -> Error {
        let found = self.map.get(field).map_or("absent".to_owned(), Value::to_string);
        Error::Field { file: self.file.clone(), field, found, expected: expected.into(), remedy }
    }

    /// The value of a field, unless it is absent or null.
    pub fn get(&self, field: &str) -> Option<&Value> {
        self.map.get(field).filter(|value| !value.is_null())
    }
}
