//! The channel on which a check's process reports: a file of its own, with a token.
//!
//! The supervisor makes the file, and sends its path and a one-time token as the first line
//! of the process's standard input, which the harness takes in before any code of the
//! learner's runs. What that code prints goes elsewhere and can never pass for a verdict; a
//! line without the token counts for nothing.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::report::Evidence;

/// What the supervisor tells a check's process, as one line of JSON.
#[derive(Serialize, Deserialize)]
pub(crate) struct Order {
    pub channel: PathBuf,
    pub token: String,
    pub seed: u64,
    /// Tell of each call before it is made: asked of a second run, when the first one died.
    pub trace: bool,
}

/// What a check's process tells the supervisor, a line of JSON each, the token before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Message {
    /// This call is about to be made. Only when asked to trace.
    Calling(String),
    /// Failed already, though the check goes on: stands if the process dies later.
    FailedSoFar(Evidence),
    Passed,
    NotStarted {
        note: String,
    },
    Failed(Evidence),
    /// The check itself broke: a bug of the course, not of the learner.
    CourseBug {
        note: String,
    },
    Diagnosed {
        mistake: String,
        explanation: String,
    },
    OutOfMemory,
}

struct Open {
    file: File,
    token: String,
    /// Written when memory has run out, and so made beforehand.
    out_of_memory: Vec<u8>,
}

static CHANNEL: OnceLock<Open> = OnceLock::new();

/// Opens the channel that the order names. Once a process.
pub(crate) fn open(order: &Order) -> std::io::Result<()> {
    let file = OpenOptions::new().append(true).open(&order.channel)?;
    let out_of_memory = line(&order.token, &Message::OutOfMemory);
    let _ = CHANNEL.set(Open { file, token: order.token.clone(), out_of_memory });
    Ok(())
}

/// Sends a message. Outside a check's process there is nobody to tell, and nothing happens.
pub(crate) fn send(message: &Message) {
    if let Some(open) = CHANNEL.get() {
        let _ = (&open.file).write_all(&line(&open.token, message));
    }
}

/// Says that memory has run out, without asking for any.
pub(crate) fn out_of_memory() {
    if let Some(open) = CHANNEL.get() {
        let _ = (&open.file).write_all(&open.out_of_memory);
    }
}

fn line(token: &str, message: &Message) -> Vec<u8> {
    let json = serde_json::to_string(message).unwrap_or_default();
    format!("{token} {json}\n").into_bytes()
}

/// The messages in the file that bear the token, in order.
pub(crate) fn read(path: &Path, token: &str) -> Vec<Message> {
    let text = std::fs::read(path).unwrap_or_default();
    String::from_utf8_lossy(&text)
        .lines()
        .filter_map(|line| line.strip_prefix(token)?.strip_prefix(' '))
        .filter_map(|json| serde_json::from_str(json).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lines_with_the_token_count() {
        let path = std::env::temp_dir().join(format!("llmlings-channel-{}", std::process::id()));
        let forged = line("wrong", &Message::Passed);
        let real = line("right", &Message::NotStarted { note: String::new() });
        std::fs::write(&path, [forged, b"right \"pas".to_vec(), b"\n".to_vec(), real].concat())
            .expect("a temporary file can be written");
        let messages = read(&path, "right");
        let _ = std::fs::remove_file(&path);
        assert_eq!(messages, [Message::NotStarted { note: String::new() }]);
    }
}
