//! The alphabet in which GPT-2's files write bytes: 256 printable characters, one a byte.
//!
//! From `bytes_to_unicode` in the `encoder.py` that OpenAI released with GPT-2. A byte that is
//! a printable Latin-1 character stands for itself; the other 68 (controls, space, soft hyphen)
//! are, in order, the characters from U+0100 on: a space, the 33rd of them, is `Ġ`, U+0120.

/// The bytes that stand for themselves.
fn is_printable(byte: u8) -> bool {
    matches!(byte, b'!'..=b'~' | 0xA1..=0xAC | 0xAE..=0xFF)
}

/// Turns characters back into bytes.
pub struct Alphabet {
    /// The byte of every character below U+0144, where there is one.
    bytes: [Option<u8>; 0x100 + 68],
}

impl Alphabet {
    pub fn new() -> Alphabet {
        let mut bytes = [None; 0x100 + 68];
        let mut next = 0x100;
        for byte in 0..=u8::MAX {
            if is_printable(byte) {
                bytes[byte as usize] = Some(byte);
            } else {
                bytes[next] = Some(byte);
                next += 1;
            }
        }
        Alphabet { bytes }
    }

    /// The bytes that `written` stands for, or the first character that stands for none.
    pub fn decode(&self, written: &str) -> Result<Vec<u8>, char> {
        let byte = |c: char| self.bytes.get(c as usize).copied().flatten().ok_or(c);
        written.chars().map(byte).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_has_one_character() {
        let alphabet = Alphabet::new();
        let mut bytes: Vec<u8> = alphabet.bytes.iter().flatten().copied().collect();
        bytes.sort();
        assert_eq!(bytes, (0..=u8::MAX).collect::<Vec<_>>());
    }

    /// Characters that every GPT-2 vocabulary shows.
    #[test]
    fn known_characters() {
        let alphabet = Alphabet::new();
        assert_eq!(alphabet.decode("Ġcat"), Ok(b" cat".to_vec()));
        assert_eq!(alphabet.decode("Ċ"), Ok(b"\n".to_vec()));
        assert_eq!(alphabet.decode("Ã©"), Ok("é".as_bytes().to_vec()));
        // The first and the last of the 68, and the soft hyphen, which is the last.
        assert_eq!(alphabet.decode("ĀŃ"), Ok(vec![0x00, 0xAD]));
        assert_eq!(alphabet.decode("a b"), Err(' '));
        assert_eq!(alphabet.decode("日"), Err('日'));
    }
}
