//! The table of the lesson, computed from a real text, the GNU General Public License, version 3
//! (gnu.org/licenses/gpl-3.0.txt): `cargo run -p tokens --example picture -- PATH`, in solutions/.
//!
//! The first half makes the vocabularies, the second half is read with them.

use std::collections::{BTreeMap, BTreeSet};

use tokens::{bytes_per_token, split_pieces, token_counts, unknown_share};

fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1).expect("the path of a text, such as gpl-3.0.txt");
    let text = std::fs::read_to_string(path)?;
    // Cut at the first newline from the middle on.
    let middle = text.len() / 2;
    let cut = text.bytes().skip(middle).position(|b| b == b'\n').map_or(middle, |n| middle + n);
    let (first, second) = text.split_at(cut);
    println!("{} bytes: {} to learn from, {} to read", text.len(), first.len(), second.len());

    let bytes = second.len();
    row("bytes", 256, bytes, bytes, 0);

    let known: BTreeSet<char> = first.chars().collect();
    let unknown = second.chars().filter(|c| !known.contains(c)).count();
    row("characters", known.len(), second.chars().count(), bytes, unknown);

    for merges in [256, 768] {
        let vocab = learn(first, merges);
        let vocab: Vec<&str> = vocab.iter().map(String::as_str).collect();
        let (_, _, _, subwords) = token_counts(second, &vocab);
        row("subwords", 256 + merges, subwords, bytes, 0);
    }

    let known: BTreeSet<String> = split_pieces(first).into_iter().collect();
    let pieces = split_pieces(second);
    let unknown = pieces.iter().filter(|piece| !known.contains(*piece)).count();
    row("pieces", known.len(), pieces.len(), bytes, unknown);

    let known: BTreeSet<String> = split_pieces(first).into_iter().map(without_space).collect();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    println!("unknown share of the words: {:.3}", unknown_share(second, &known));
    Ok(())
}

fn row(unit: &str, vocabulary: usize, tokens: usize, bytes: usize, unknown: usize) {
    let ratio = bytes_per_token(bytes, tokens).unwrap_or(0.0);
    let percent = 100.0 * unknown as f64 / tokens as f64;
    println!("{unit:11}{vocabulary:7}{tokens:8}{ratio:7.2}{unknown:6} unknown, {percent:.1} %");
}

fn without_space(piece: String) -> String {
    piece.trim_start_matches(' ').to_owned()
}

/// The characters of `text`, and the `merges` most useful strings that longer and longer pairs
/// of them make inside the pieces: section 1.3 in short.
fn learn(text: &str, merges: usize) -> Vec<String> {
    let characters: BTreeSet<char> = text.chars().collect();
    let mut vocab: Vec<String> = characters.into_iter().map(String::from).collect();
    let mut words: Vec<Vec<String>> =
        split_pieces(text).iter().map(|p| p.chars().map(String::from).collect()).collect();
    for _ in 0..merges {
        let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for pair in words.iter().flat_map(|word| word.windows(2)) {
            *counts.entry((&pair[0], &pair[1])).or_default() += 1;
        }
        // The most frequent; of several, the first in the order of the alphabet.
        let Some((&(a, b), _)) = counts.iter().rev().max_by_key(|(_, count)| **count) else {
            break;
        };
        let (a, b) = (a.to_owned(), b.to_owned());
        for word in &mut words {
            let mut i = 0;
            while i + 1 < word.len() {
                if word[i] == a && word[i + 1] == b {
                    let right = word.remove(i + 1);
                    word[i].push_str(&right);
                }
                i += 1;
            }
        }
        vocab.push(a + &b);
    }
    vocab
}
