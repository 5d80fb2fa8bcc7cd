//! Bytes as text that can be seen: in quotes, what cannot be printed escaped.

use unicode_width::UnicodeWidthChar;

/// `" cat"`, `"\n"`, `"\xF0\x9F"`: valid text as it stands, other bytes as `\x..`.
pub fn quoted(bytes: &[u8]) -> String {
    format!("\"{}\"", escaped(bytes))
}

/// The same without quotes.
pub fn escaped(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.utf8_chunks() {
        for letter in chunk.valid().chars() {
            match letter {
                '"' | '\\' => text.extend(['\\', letter]),
                // Marks that combine with the letter before would vanish into the quote.
                _ if letter.width().unwrap_or(0) == 0 => text.extend(letter.escape_default()),
                _ => text.push(letter),
            }
        }
        text.extend(chunk.invalid().iter().map(|byte| format!("\\x{byte:02X}")));
    }
    text
}
