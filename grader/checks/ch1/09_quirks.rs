//! 1.9 Why LLMs act the way they do: the hidden checks.

use encoder::Pattern;
use harness::{Trial, check, strategy, stretch};
use quirks::Encoder;
use tiktoken_oracle::Vocabulary::{self, Cl100k, O200k, R50k};
use tiktoken_oracle::{encode, part, token};

harness::subject! { quirks in "ch1/09_quirks" {
    fn price(
        prompt: &str, answer: &str, window: usize, dollars: (f64, f64), encoder: &Encoder
    ) -> Option<f64>,
        wrong in characters_as_tokens, bytes_as_tokens, words_as_tokens, four_characters_a_token,
            prices_swapped, answer_for_free, answer_read_too, full_window_refused,
            window_for_the_prompt, window_for_the_joined_text, encoded_together, one_request;
    fn premium(text: &str, english: &str, encoder: &Encoder) -> Option<f64>,
        wrong in characters_compared, bytes_compared, upside_down, whole_numbers, divides_by_zero;
    fn hidden_letters(text: &str, letter: char, encoder: &Encoder) -> Vec<(u32, usize)>,
        wrong in capitals_count, present_or_not, tokens_without_it_left_out, counted_in_the_whole,
            one_entry_a_character, token_taken_for_str, token_taken_for_string;
    fn digit_groups(digits: &str, encoder: &Encoder) -> Vec<(String, usize)>,
        wrong in threes_from_the_left, threes_from_the_right, digits_before, own_digits_counted,
            tokens_after, digit_by_digit, zeros_lost, made_a_number;
    fn spellings(word: &str, encoder: &Encoder) -> Vec<Vec<u32>>,
        wrong in spaces_trimmed, lowercased, ascii_capitals, rest_lowered,
            space_before_every_spelling, first_byte_cut, first_in_ascii, first_capital_only,
            word_trimmed;
    fn parts_at(a: &str, b: &str, encoder: &Encoder) -> Option<usize>,
        wrong in silently_normalized, shorter_is_the_same, characters_compared_in_place,
            case_ignored, ends_trimmed, counted_from_one, equal_tokens_counted, last_difference;
    fn never_seen(documents: &[&str], encoder: &Encoder) -> Vec<u32>,
        wrong in letters_are_enough, bytes_left_out, documents_joined, seen_for_unseen;
} }

fn main() {
    harness::run(&[
        check("charges for tokens, at two prices", 2, charges_for_tokens).of("price"),
        check("what does not fit into the window has no price", 1, fits_or_not).of("price"),
        check("compares the tokens of two languages", 2, compares_languages).of("premium"),
        check("no English tokens, no ratio", 1, no_ratio).of("premium"),
        check("the letters inside strawberry, and inside other words", 2, letters_of_words)
            .of("hidden_letters"),
        check("for every text: each id, and what it hides", 1, letters_of_every_text)
            .of("hidden_letters"),
        check("1234567 in groups, each in its place", 2, groups_of_numbers).of("digit_groups"),
        check("for every number: the groups that the encoder makes", 1, groups_of_every_number)
            .of("digit_groups"),
        check("four spellings, four lists of ids", 2, four_spellings).of("spellings"),
        check("capitals of any alphabet, and the rest as it was", 1, any_capitals).of("spellings"),
        check("the first token where two texts differ", 2, first_difference).of("parts_at"),
        check("a text that only goes on is different too", 1, goes_on).of("parts_at"),
        check("what looks alike is different input", 2, look_alikes).of("parts_at"),
        stretch("the tokens that no document contains", 2, unseen_tokens).of("never_seen"),
    ]);
}

const ALL: [Vocabulary; 3] = [R50k, Cl100k, O200k];

/// A published vocabulary as an encoder: the single bytes, and every token that these texts, or
/// some other spelling of them, can ask for.
fn real(vocabulary: Vocabulary, texts: &[&str]) -> Encoder {
    let (name, pattern) = match vocabulary {
        R50k => ("gpt2 (part)", Pattern::Gpt2),
        Cl100k => ("gpt4 (part)", Pattern::Cl100k),
        O200k => ("gpt4o (part)", Pattern::O200k),
    };
    let mut all = String::new();
    for text in texts {
        let (small, large) = (text.to_lowercase(), text.to_uppercase());
        all += &format!(" {text} {small} {large} {} ", capitalized(text));
    }
    Encoder::new(name, pattern, part(vocabulary, &all))
}

fn capitalized(text: &str) -> String {
    let first = text.chars().next().map_or(0, char::len_utf8);
    text[..first].to_uppercase() + &text[first..]
}

fn count(vocabulary: Vocabulary, text: &str) -> f64 {
    encode(vocabulary, text).len() as f64
}

/// An encoder in which two texts that meet may make one token.
fn ab() -> Encoder {
    Encoder::toy(&["ab"])
}

const EACH: &str = "Each text is encoded by itself: the prompt is a, the answer is b, and the \
                    token ab is in neither.";

fn charges_for_tokens(t: &mut Trial) {
    // t|o| be and b|e| |t|o| be: 3 tokens and 6.
    let toy = Encoder::toy(&[" b", " be"]);
    t.eq(price("to be", "be to be", 20, (3.0, 10.0), &toy), Some(69.0));
    t.eq(price("to be", "", 20, (3.0, 10.0), &toy), Some(9.0));
    t.eq_because(price("a", "b", 20, (1.0, 2.0), &ab()), Some(3.0), EACH);
    let (prompt, answer) = (
        "What is the time in Malmö, when it is 17:45 in Reykjavík?",
        "19:45. (Or 18:45 in winter.)",
    );
    for vocabulary in ALL {
        let dollars = 2.5 * count(vocabulary, prompt) + 10.0 * count(vocabulary, answer);
        let encoder = real(vocabulary, &[prompt, answer]);
        t.eq(price(prompt, answer, 8_192, (2.5, 10.0), &encoder), Some(dollars));
    }
    t.for_few(strategy::text(10), |t, text| {
        let dollars = 0.5 * count(Cl100k, &text) + 2.0 * count(Cl100k, "Yes, certainly.");
        let encoder = real(Cl100k, &[&text, "Yes, certainly."]);
        t.eq(price(&text, "Yes, certainly.", 1_000, (0.5, 2.0), &encoder), Some(dollars));
    });
}

fn fits_or_not(t: &mut Trial) {
    // 3 tokens and 2.
    let toy = Encoder::toy(&[" b", " be"]);
    t.eq(price("to be", "be", 6, (1.0, 2.0), &toy), Some(7.0));
    t.eq(price("to be", "be", 5, (1.0, 2.0), &toy), Some(7.0));
    t.eq(price("to be", "be", 4, (1.0, 2.0), &toy), None::<f64>);
    t.eq(price("to be", "be", 2, (1.0, 2.0), &toy), None::<f64>);
    t.eq(price("to be", "", 3, (1.0, 2.0), &toy), Some(3.0));
    t.eq(price("", "", 0, (1.0, 2.0), &toy), Some(0.0));
    t.eq_because(price("a", "b", 1, (1.0, 2.0), &ab()), None::<f64>, EACH);
    t.eq_because(price("a", "b", 2, (1.0, 2.0), &ab()), Some(3.0), EACH);
}

const ENGLISH: &str = "All human beings are born free and equal in dignity and rights.";
const OTHERS: [&str; 5] = [
    "Tous les êtres humains naissent libres et égaux en dignité et en droits.",
    "Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar.",
    "Kaikki ihmiset syntyvät vapaina ja tasavertaisina arvoltaan ja oikeuksiltaan.",
    "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα.",
    "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。",
];

fn compares_languages(t: &mut Trial) {
    // Hu|n|d beside dog|s, Hu|n|d|e beside dog, and dog beside Hu|n|d|e
    let toy = Encoder::toy(&["do", "dog", "Hu"]);
    t.eq(premium("Hund", "dogs", &toy), Some(1.5));
    t.eq(premium("Hunde", "dog", &toy), Some(4.0));
    t.eq(premium("dog", "Hunde", &toy), Some(0.25));
    for (vocabulary, korean, accent) in
        [(R50k, 14.0, 4.0 / 3.0), (Cl100k, 5.0, 3.0 / 2.0), (O200k, 2.0, 3.0 / 2.0)]
    {
        let encoder = real(vocabulary, &["안녕하세요", "Hello"]);
        t.eq(premium("안녕하세요", "Hello", &encoder), Some(korean));
        let encoder = real(vocabulary, &["cafe\u{301}", "caf\u{e9}"]);
        t.eq(premium("cafe\u{301}", "caf\u{e9}", &encoder), Some(accent));
        for other in OTHERS {
            let times = count(vocabulary, other) / count(vocabulary, ENGLISH);
            t.eq(premium(other, ENGLISH, &real(vocabulary, &[other, ENGLISH])), Some(times));
        }
    }
    t.for_few(strategy::text(10), |t, text| {
        let times = count(O200k, &text) / count(O200k, "Good morning, everyone!");
        let encoder = real(O200k, &[&text, "Good morning, everyone!"]);
        t.eq(premium(&text, "Good morning, everyone!", &encoder), Some(times));
    });
}

fn no_ratio(t: &mut Trial) {
    let toy = Encoder::toy(&["do", "dog", "Hu"]);
    t.eq(premium("Hund", "", &toy), None::<f64>);
    t.eq(premium("", "", &toy), None::<f64>);
    t.eq(premium("", "dogs", &toy), Some(0.0));
}

fn letters_of_words(t: &mut Trial) {
    // m|iss|iss|i|p|p|i
    let toy = Encoder::toy(&["is", "iss"]);
    let (m, i, p) = (109u32, 105u32, 112u32);
    let hidden = vec![(m, 0usize), (257, 2), (257, 2), (i, 0), (p, 0), (p, 0), (i, 0)];
    t.eq(hidden_letters("mississippi", 's', &toy), hidden);
    t.eq(hidden_letters("SoS", 's', &toy), vec![(83u32, 0usize), (111, 0), (83, 0)]);
    t.eq(hidden_letters("SoS", 'S', &toy), vec![(83u32, 1usize), (111, 0), (83, 1)]);
    t.eq(hidden_letters("", 's', &toy), Vec::<(u32, usize)>::new());
    // The two bytes of é, a token each.
    let hidden = vec![(110u32, 0usize), (195, 0), (169, 0), (101, 1)];
    t.eq(hidden_letters("n\u{e9}e", 'e', &toy), hidden);
    // Each vocabulary with what was measured on it.
    type Published = (Vocabulary, [(u32, usize); 3], u32);
    let published: [Published; 3] = [
        (R50k, [(301, 0), (1831, 1), (8396, 2)], 41_236),
        (Cl100k, [(496, 1), (675, 0), (15717, 2)], 73_700),
        (O200k, [(302, 0), (1618, 1), (19772, 2)], 101_830),
    ];
    for (vocabulary, three, one) in published {
        let encoder = real(vocabulary, &["strawberry"]);
        t.eq(hidden_letters("strawberry", 'r', &encoder), three);
        t.eq(hidden_letters(" strawberry", 'r', &encoder), [(one, 3usize)]);
        for (word, letter) in
            [("possessiveness", 's'), ("bookkeeper", 'e'), ("Raspberry", 'r'), ("Ångström", 'g')]
        {
            t.eq(
                hidden_letters(word, letter, &real(vocabulary, &[word])),
                hide(vocabulary, word, letter),
            );
        }
    }
    let glitch = real(R50k, &[" SolidGoldMagikarp"]);
    t.eq(hidden_letters(" SolidGoldMagikarp", 'i', &glitch), [(43_453u32, 2usize)]);
}

/// The oracle for `hidden_letters`.
fn hide(vocabulary: Vocabulary, text: &str, letter: char) -> Vec<(u32, usize)> {
    let bytes = |id| token(vocabulary, id).unwrap_or_default();
    let hidden = |id| bytes(id).iter().filter(|&&byte| char::from(byte) == letter).count();
    encode(vocabulary, text).into_iter().map(|id| (id, hidden(id))).collect()
}

fn letters_of_every_text(t: &mut Trial) {
    for vocabulary in [R50k, O200k] {
        t.for_few(strategy::text(12), |t, text| {
            let encoder = real(vocabulary, &[&text]);
            t.eq(hidden_letters(&text, 'e', &encoder), hide(vocabulary, &text, 'e'));
        });
    }
}

fn group(digits: &str, after: usize) -> (String, usize) {
    (digits.to_owned(), after)
}

fn groups_of_numbers(t: &mut Trial) {
    let toy = Encoder::toy(&["19", "198"]);
    t.eq(digit_groups("1984", &toy), [group("198", 1), group("4", 0)]);
    t.eq(digit_groups("0019", &toy), [group("0", 3), group("0", 2), group("19", 0)]);
    t.eq(digit_groups("", &toy), Vec::<(String, usize)>::new());
    let gpt2 = real(R50k, &["1234567"]);
    t.eq(digit_groups("1234567", &gpt2), [group("123", 4), group("45", 2), group("67", 0)]);
    for vocabulary in [Cl100k, O200k] {
        let encoder = real(vocabulary, &["1234567"]);
        t.eq(digit_groups("1234567", &encoder), [group("123", 4), group("456", 1), group("7", 0)]);
    }
    for digits in ["31415926", "20261124", "1000000", "9007199254740993"] {
        t.eq(digit_groups(digits, &real(R50k, &[digits])), groups(R50k, digits));
    }
}

/// The oracle for `digit_groups`, from the right.
fn groups(vocabulary: Vocabulary, digits: &str) -> Vec<(String, usize)> {
    let mut groups = Vec::new();
    let mut after = 0;
    for id in encode(vocabulary, digits).into_iter().rev() {
        let bytes = token(vocabulary, id).unwrap_or_default();
        groups.push(group(&String::from_utf8_lossy(bytes), after));
        after += bytes.len();
    }
    groups.reverse();
    groups
}

fn groups_of_every_number(t: &mut Trial) {
    for vocabulary in ALL {
        t.for_few(strategy::few_letters(10, 12), |t, letters| {
            let digits: String = letters.iter().map(|&l| char::from(l - b'a' + b'0')).collect();
            let encoder = real(vocabulary, &[&digits]);
            t.eq(digit_groups(&digits, &encoder), groups(vocabulary, &digits));
        });
    }
}

fn spelled(t: &mut Trial, vocabulary: Vocabulary, word: &str) {
    let expected: Vec<Vec<u32>> =
        [word.to_owned(), format!(" {word}"), capitalized(word), word.to_uppercase()]
            .iter()
            .map(|spelling| encode(vocabulary, spelling))
            .collect();
    t.eq(spellings(word, &real(vocabulary, &[word])), expected);
}

fn four_spellings(t: &mut Trial) {
    let toy = Encoder::toy(&["up", " up"]);
    t.eq(spellings("up", &toy), [vec![256u32], vec![257], vec![85, 112], vec![85, 80]]);
    // With its own space first, the capital changes nothing.
    t.eq(spellings(" up", &toy), [vec![257u32], vec![32, 257], vec![257], vec![32, 85, 80]]);
    t.eq(spellings("", &toy), [vec![], vec![32u32], vec![], vec![]]);
    let published: [(Vocabulary, [Vec<u32>; 4]); 3] = [
        (
            R50k,
            [
                vec![301, 1831, 8396],
                vec![41_236],
                vec![1273, 1831, 8396],
                vec![2257, 20530, 13246, 18276],
            ],
        ),
        (
            Cl100k,
            [
                vec![496, 675, 15717],
                vec![73_700],
                vec![2645, 675, 15717],
                vec![790, 22275, 33, 73995],
            ],
        ),
        (
            O200k,
            [
                vec![302, 1618, 19772],
                vec![101_830],
                vec![3504, 1134, 19772],
                vec![1117, 46176, 33, 132_354],
            ],
        ),
    ];
    for (vocabulary, expected) in published {
        t.eq(spellings("strawberry", &real(vocabulary, &["strawberry"])), expected);
        for word in ["raspberry", "umbrella", "attention"] {
            spelled(t, vocabulary, word);
        }
    }
}

fn any_capitals(t: &mut Trial) {
    for word in ["école", "iPod", "ñandú", "McDonald", "ßa", "дом", "über-Ich", "3d"] {
        spelled(t, Cl100k, word);
    }
    t.for_few(strategy::text(8), |t, word| spelled(t, R50k, &word));
}

fn first_difference(t: &mut Trial) {
    let toy = Encoder::toy(&["do", "dog", "he"]);
    // he|n|dog, with the spaces between, and he|n|do|t
    t.eq(parts_at("hen dog", "hen dot", &toy), Some(3usize));
    t.eq(parts_at("hen dog", "hen dog", &toy), None::<usize>);
    // ca|t and ca|b, and then the rest is the same; or the same but for one letter.
    let cat = Encoder::toy(&["ca"]);
    t.eq(parts_at("cat dog", "cab dog", &cat), Some(1usize));
    t.eq(parts_at("cat dogs", "cab digs", &cat), Some(1usize));
    t.eq(parts_at("Dog", "dog", &toy), Some(0usize));
    t.eq(parts_at("dog hen", "dog Hen", &toy), Some(2usize));
    t.eq(parts_at(" dog", "dog", &toy), Some(0usize));
    let whole = Encoder::toy(&["do", "dog", "dot"]);
    t.eq(parts_at("dog", "dot", &whole), Some(0usize));
    let pairs = (strategy::text(6), strategy::text(3), strategy::text(3));
    t.for_few(pairs, |t, (same, a, b)| {
        let (a, b) = (format!("{same}{a}"), format!("{same}{b}"));
        let encoder = real(Cl100k, &[&a, &b]);
        t.eq(parts_at(&a, &b, &encoder), parted(Cl100k, &a, &b));
    });
}

/// The oracle for `parts_at`: how much the two have in common.
fn parted(vocabulary: Vocabulary, a: &str, b: &str) -> Option<usize> {
    let (a, b) = (encode(vocabulary, a), encode(vocabulary, b));
    let common = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    (a != b).then_some(common)
}

fn goes_on(t: &mut Trial) {
    let toy = Encoder::toy(&["do", "dog", "he"]);
    t.eq(parts_at("dog", "dogs", &toy), Some(1usize));
    t.eq(parts_at("hens", "hen", &toy), Some(2usize));
    t.eq(parts_at("dog ", "dog", &toy), Some(1usize));
    t.eq(parts_at("", "dog", &toy), Some(0usize));
    t.eq(parts_at("", "", &toy), None::<usize>);
}

fn look_alikes(t: &mut Trial) {
    let why = "The second text is written in other characters than the first, though it looks the \
               same: an accent of its own, or a letter of another alphabet.";
    for vocabulary in ALL {
        let encoder = real(vocabulary, &["caf\u{e9}", "cafe\u{301}"]);
        t.eq_because(parts_at("caf\u{e9}", "cafe\u{301}", &encoder), Some(1usize), why);
        for (a, b) in [
            ("r\u{e9}sum\u{e9}", "re\u{301}sume\u{301}"),
            ("How na\u{ef}ve of you", "How nai\u{308}ve of you"),
            ("one \u{c5}ngstr\u{f6}m", "one A\u{30a}ngstro\u{308}m"),
            ("pay with paypal", "pay with p\u{430}ypal"),
            ("two\u{a0}words", "two words"),
        ] {
            t.eq_because(parts_at(a, b, &real(vocabulary, &[a, b])), parted(vocabulary, a, b), why);
        }
    }
}

fn unseen_tokens(t: &mut Trial) {
    let toy = Encoder::toy(&["so", "sol", "ol", "old"]);
    let (d, g, o, s) = (100, 103, 111, 115);
    // sol, and then g|old: neither so nor ol is ever seen.
    unseen(t, &["sol", "gold"], &toy, &[257, g, 259]);
    unseen(t, &["so", "so", "dog"], &toy, &[256, d, o, g]);
    unseen(t, &["s", "ol"], &toy, &[s, 258]);
    unseen(t, &[], &toy, &[]);
    t.for_few(strategy::few_letters(3, 12), |t, bytes| {
        let text: String = bytes.iter().map(|&byte| char::from(byte)).collect();
        let encoder = Encoder::toy(&["ab", "abc", "bb", "ca"]);
        unseen(t, &[&text], &encoder, &encoder.encode(&text));
    });
}

/// Expects all ids of a toy but those that were seen, and says which is the first one amiss.
fn unseen(t: &mut Trial, documents: &[&str], encoder: &Encoder, seen: &[u32]) {
    let got = never_seen(documents, encoder);
    let expected: Vec<u32> = (0..260).filter(|id| !seen.contains(id)).collect();
    let token = |id| String::from_utf8_lossy(encoder.token(id)).into_owned();
    let missing = expected.iter().find(|id| !got.contains(id));
    let surplus = got.iter().find(|id| !expected.contains(id));
    let why = match (missing, surplus) {
        (Some(&id), _) => {
            format!("The first id that is missing is {id}, {:?}: no document has it.", token(id))
        }
        (None, Some(&id)) if seen.contains(&id) => {
            format!("The first id too many is {id}, {:?}: a document has it.", token(id))
        }
        (None, Some(id)) => format!("{id} is no id of this encoder."),
        (None, None) => "The right ids, but not each once and in ascending order.".to_owned(),
    };
    t.eq_because(got, expected, why);
}
