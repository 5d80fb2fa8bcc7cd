//! Files that are whole or not there: written beside their place, then moved to it.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// Writes a file so that whoever reads it finds the old content or the new, never a part:
/// a machine that loses power while a checkpoint is written loses only that checkpoint.
///
/// Makes the folder where it is missing. An error names the file.
pub fn write(path: &Path, content: &[u8]) -> Result<()> {
    let write = || -> std::io::Result<()> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let beside = path.with_added_extension("part");
        let mut file = File::create(&beside)?;
        file.write_all(content)?;
        file.sync_all()?;
        fs::rename(&beside, path)
    };
    write().with_context(|| format!("{} could not be written", path.display()))
}

/// Reads a file that `command` writes; an error names both.
pub fn read(path: &Path, command: &str) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| {
        format!(
            "{} could not be read: run `cargo run --release -- {command}` first",
            path.display()
        )
    })
}

/// The SHA-256 of some bytes, in hexadecimal digits.
pub fn sha256(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}
