//! A vocabulary in the form in which `build.rs` laid it out.

/// All tokens one after another, where each ends, and the ranks in the order of their bytes.
#[derive(Clone, Copy)]
pub struct Table {
    tokens: &'static [u8],
    ends: &'static [u8],
    order: &'static [u8],
}

/// A token that a text begins with.
pub struct Prefix {
    pub rank: u32,
    pub length: usize,
}

macro_rules! table {
    ($name:literal) => {
        Table {
            tokens: include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".tokens")),
            ends: include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".ends")),
            order: include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".order")),
        }
    };
}

pub const R50K: Table = table!("r50k");
pub const CL100K: Table = table!("cl100k");
pub const O200K: Table = table!("o200k");

impl Table {
    pub fn size(self) -> u32 {
        (self.ends.len() / 4) as u32
    }

    pub fn token(self, rank: u32) -> Option<&'static [u8]> {
        let rank = rank as usize;
        let end = number(self.ends, rank)? as usize;
        let start = rank.checked_sub(1).and_then(|before| number(self.ends, before)).unwrap_or(0);
        self.tokens.get(start as usize..end)
    }

    pub fn rank(self, bytes: &[u8]) -> Option<u32> {
        let place = self.place(bytes, 0);
        self.at(place).filter(|&(_, token)| token == bytes).map(|(rank, _)| rank)
    }

    /// Every token that `bytes` begins with, the shortest first.
    pub fn prefixes(self, bytes: &[u8]) -> Vec<Prefix> {
        let mut found = Vec::new();
        let mut place = 0;
        for length in 1..=bytes.len() {
            let prefix = &bytes[..length];
            place = self.place(prefix, place);
            match self.at(place) {
                Some((rank, token)) if token == prefix => found.push(Prefix { rank, length }),
                Some((_, token)) if token.starts_with(prefix) => {}
                // Nothing in the vocabulary goes on like this.
                _ => break,
            }
        }
        found
    }

    /// The first place, from `from` on, whose token is not smaller than `bytes`.
    fn place(self, bytes: &[u8], from: usize) -> usize {
        let (mut from, mut to) = (from, self.size() as usize);
        while from < to {
            let middle = from + (to - from) / 2;
            if self.at(middle).is_some_and(|(_, token)| token < bytes) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        from
    }

    /// The rank and the token at a place in the order of bytes.
    fn at(self, place: usize) -> Option<(u32, &'static [u8])> {
        let rank = number(self.order, place)?;
        Some((rank, self.token(rank)?))
    }
}

fn number(numbers: &[u8], i: usize) -> Option<u32> {
    let bytes = numbers.get(4 * i..4 * i + 4)?;
    Some(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
}
