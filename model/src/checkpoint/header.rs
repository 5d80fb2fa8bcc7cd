//! Why a file that should be safetensors is not: cut short, a pointer, something else.

use std::path::Path;

use safetensors::SafeTensorError;
use safetensors::tensor::Metadata;

use crate::Error;

/// The longest header that the library takes; a larger number in front is no length.
const LONGEST_HEADER: u64 = 100_000_000;

/// The bytes before the header, which say how long it is.
const LENGTH: usize = 8;

/// Turns the library's error into one that says what happened to the file.
pub fn explain(file: &Path, bytes: &[u8], error: SafeTensorError) -> Error {
    let file = file.to_owned();
    if bytes.starts_with(b"version https://git-lfs") {
        return Error::LfsPointer { file };
    }
    let found = bytes.len() as u64;
    match expected_length(bytes) {
        Some(expected) if found < expected => Error::CutShort { file, found, expected },
        Some(expected) if found > expected => {
            let why = format!("it has {found} bytes, and its own header says {expected}");
            Error::NotSafetensors { file, why }
        }
        Some(_) => Error::NotSafetensors { file, why: error.to_string() },
        None if bytes.len() <= LENGTH => {
            Error::NotSafetensors { file, why: format!("it has only {found} bytes") }
        }
        None => {
            let why = "it does not start as one; it may be another format under this name, or a web page saved by mistake";
            Error::NotSafetensors { file, why: why.to_owned() }
        }
    }
}

/// How long the file should be by its own header; when the file ends inside the header, at
/// least how long. `None` when the start does not look like safetensors.
fn expected_length(bytes: &[u8]) -> Option<u64> {
    let (length, rest) = bytes.split_first_chunk::<LENGTH>()?;
    // The header is a JSON object: its first byte tells it from a file of another kind.
    let length = u64::from_le_bytes(*length);
    if rest.first() != Some(&b'{') || length > LONGEST_HEADER {
        return None;
    }
    let whole_header = LENGTH as u64 + length;
    let Some(header) = usize::try_from(length).ok().and_then(|length| rest.get(..length)) else {
        return Some(whole_header);
    };
    let header: Result<Metadata, _> = serde_json::from_slice(header);
    // A header that is broken tells nothing: the length is not what is wrong then.
    let data = header.map_or(rest.len() as u64 - length, |header| header.data_len() as u64);
    Some(whole_header + data)
}
