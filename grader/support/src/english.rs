//! English-like text for the checks, the same on every machine: real English frequencies need a
//! real book, but a tokenizer only needs what books have in common. A few short words make up
//! half of the text, most words are rare, and rare words share their stems and endings.

/// From the most frequent on.
const COMMON: &str = "the of and to a in that it was he for on with his as I you be at she had \
    not her is but they have him from which this all were said so my when there out up one them \
    who me what if no would or by then could been will more into did about their time some its \
    we are now very see an little upon do down only our has than other man old like must way \
    come over know too where made well how day before good after long much never again shall \
    two may us any go such can think here eye hand life night nothing most head should even \
    still place himself first house great face under once might while";

/// Rarer words are these with an ending, still rarer ones with a beginning too.
const STEMS: &str = "fox river light stone wind door king bird tree snow bear ship song road \
    gold fire field star boat cloud hill moon bell tower garden winter summer forest window \
    letter water silver market hunter sailor baker farmer shadow mirror candle dragon castle \
    turn look call walk talk work play help start end wait watch listen open close hold find \
    lead read write sing dance climb swim sleep wake dream laugh smile cry shout whisper wonder \
    wish hope fear love trust thank count measure build break mend paint carry pull push throw \
    catch drop lift plant grow gather cook taste smell touch warm cold dark bright quick slow \
    soft hard deep high low near far young kind brave quiet clever gentle honest lonely proud \
    clean empty heavy simple round sharp smooth strange sudden sweet";
const ENDINGS: [&str; 8] = ["", "s", "ed", "ing", "er", "ly", "ness", "ful"];
const BEGINNINGS: [&str; 6] = ["", "un", "re", "over", "out", "fore"];

/// A text of at least `bytes` bytes: sentences of words, in lines.
pub fn text(bytes: usize) -> String {
    let (common, stems): (Vec<_>, Vec<_>) =
        (COMMON.split_whitespace().collect(), STEMS.split_whitespace().collect());
    let mut random = Random(1);
    let mut text = String::new();
    while text.len() < bytes {
        for i in 0..4 + random.below(9) {
            // A rank's octave first, then the rank in it: about 1 / rank, as in Zipf's law.
            let octave = 1 << random.below(12);
            let rank = octave - 1 + random.below(octave);
            let word = match common.get(rank) {
                Some(word) => (*word).to_owned(),
                None => rare(&stems, rank - common.len()),
            };
            let mark = if i > 0 && random.below(12) == 0 { "," } else { "" };
            text.push_str(if i > 0 { mark } else { "" });
            text.push_str(if i > 0 { " " } else { "" });
            text.push_str(&if i > 0 { word } else { word[..1].to_uppercase() + &word[1..] });
        }
        text.push_str(if random.below(5) == 0 { ".\n" } else { ". " });
    }
    text
}

fn rare(stems: &[&str], n: usize) -> String {
    let (stem, n) = (stems[n % stems.len()], n / stems.len());
    let (ending, n) = (ENDINGS[n % ENDINGS.len()], n / ENDINGS.len());
    format!("{}{stem}{ending}", BEGINNINGS[n % BEGINNINGS.len()])
}

/// The words of a text, each with how often it occurs. As in a real tokenizer, a space belongs
/// to the word after it, and punctuation is a word of its own.
pub fn words(text: &str) -> Vec<(&[u8], usize)> {
    let mut counts = std::collections::BTreeMap::new();
    let bytes = text.as_bytes();
    let mut start = 0;
    for end in 1..=bytes.len() {
        let goes_on = end < bytes.len()
            && bytes[end].is_ascii_alphabetic()
            && (bytes[end - 1].is_ascii_alphabetic() || bytes[end - 1] == b' ');
        if !goes_on {
            *counts.entry(&bytes[start..end]).or_insert(0) += 1;
            start = end;
        }
    }
    counts.into_iter().collect()
}

/// SplitMix64.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % n as u64) as usize
    }
}
