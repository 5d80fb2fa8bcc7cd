//! The words of the corpus, by their kind.
//!
//! Every list is drawn from uniformly, so that the words of a kind occur about equally
//! often and in the same sorts of places: that is what puts them near one another in
//! the embedding. No word stands in two kinds.

/// Animals; what each of them does and where it lives is in `cast::ANIMALS`.
pub const ANIMALS: &[&str] = &[
    "fox", "bear", "rabbit", "mouse", "owl", "hedgehog", "squirrel", "frog", "duck", "goose",
    "hen", "cat", "dog", "goat", "lamb", "cow", "pig", "donkey", "otter", "beaver", "badger",
    "mole", "crow", "deer", "wolf",
];

/// People by their trade.
pub const PEOPLE: &[&str] = &["baker", "miller", "farmer", "sailor", "painter", "shepherd"];

/// The family.
pub const FAMILY: &[&str] =
    &["mother", "father", "grandmother", "grandfather", "sister", "brother"];

/// Colours.
pub const COLOURS: &[&str] = &[
    "red", "blue", "green", "yellow", "white", "black", "brown", "purple", "pink", "orange",
    "grey", "silver",
];

/// What one can feel.
pub const FEELINGS: &[&str] =
    &["happy", "glad", "proud", "sad", "worried", "lonely", "angry", "afraid", "tired", "hungry"];

/// Places, each with its preposition (see [`at`]).
pub const PLACES: &[&str] = &[
    "river", "lake", "forest", "meadow", "hill", "garden", "village", "barn", "mill", "bridge",
    "market", "cave", "orchard", "pond",
];

/// Things that can be carried, lost, given and painted any colour.
pub const THINGS: &[&str] = &[
    "kite", "ball", "drum", "bell", "hat", "scarf", "button", "key", "spoon", "cup", "book",
    "blanket", "box", "jar", "lantern", "basket", "shell", "bag", "coat", "bucket",
];

/// Weather, as nouns that take "the" (see [`WEATHERS`] for season and consequence).
pub const WEATHER: &[&str] = &["rain", "snow", "wind", "fog", "storm", "frost"];

/// Numbers from two up ("one" is also a pronoun, so it is not of the kind).
pub const NUMBERS: &[&str] =
    &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Food that is not counted.
pub const FOOD: &[&str] =
    &["bread", "soup", "cheese", "honey", "cake", "milk", "jam", "porridge", "pie", "butter"];

/// Fruit that is counted, in the plural (the singular is in [`one`]).
pub const FRUIT: &[&str] = &["apples", "pears", "plums", "cherries", "nuts", "berries"];

/// Times of the day; all of them can follow "by" and "until".
pub const TIMES: &[&str] = &["morning", "noon", "afternoon", "evening", "night", "dawn", "dusk"];

/// Flowers: too few and too rare to be measured as a kind.
pub const FLOWERS: &[&str] = &["rose", "daisy", "tulip", "poppy"];

/// Trees.
pub const TREES: &[&str] = &["oak", "willow", "birch", "pine", "elm", "ash"];

/// Verbs of speech.
pub const SPEECH: &[&str] = &["said", "asked", "called", "cried", "whispered", "answered"];

/// Ways to move; which animal moves how is in `cast::ANIMALS`.
pub const MOVES: &[&str] = &["walked", "ran", "trotted", "hopped", "flew", "crept"];

/// Words by their kind, as [`crate::kinds`] gives them.
pub const KINDS: &[(&str, &[&str])] = &[
    ("animals", ANIMALS),
    ("people", PEOPLE),
    ("family", FAMILY),
    ("colours", COLOURS),
    ("feelings", FEELINGS),
    ("places", PLACES),
    ("things", THINGS),
    ("weather", WEATHER),
    ("numbers", NUMBERS),
    ("food", FOOD),
    ("fruit", FRUIT),
    ("times", TIMES),
    ("trees", TREES),
    ("speech", SPEECH),
    ("moves", MOVES),
];

/// The pools a template can draw from by name (`{colour}`, `{*thing}`); parts of kinds
/// have names of their own where only some words make sense.
pub fn pool(name: &str) -> Option<&'static [&'static str]> {
    Some(match name {
        "animal" => ANIMALS,
        "people" => PEOPLE,
        "kin" => FAMILY,
        "colour" => COLOURS,
        "feeling" => FEELINGS,
        "up" => &["happy", "glad", "proud"],
        "down" => &["sad", "worried", "lonely", "tired", "angry"],
        "place" => PLACES,
        "thing" => THINGS,
        "number" => NUMBERS,
        "many" => &["five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        "few" => &["two", "three", "four", "five", "six", "seven"],
        "food" => FOOD,
        "fruit" => FRUIT,
        "time" => TIMES,
        "day" => &["morning", "afternoon", "evening"],
        "flower" => FLOWERS,
        "tree" => TREES,
        "speech" => &["said", "cried", "called", "whispered"],
        "soft" => &["said", "whispered"],
        "reply" => &["said", "answered"],
        "holder" => &["hat", "box", "jar", "basket", "bag", "bucket"],
        "fragile" => &["cup", "jar", "lantern", "drum", "box", "kite", "basket", "shell", "bell"],
        "pocket" => &["key", "spoon", "book", "button", "scarf", "coat"],
        "bake" => &["bread", "cake", "pie"],
        "little" => &["little", "small", "young"],
        _ => return None,
    })
}

/// The place with its preposition: `river` is "by the river", `hill` "on the hill".
pub fn at(place: &str) -> String {
    let preposition = match place {
        "river" | "lake" | "pond" | "bridge" | "mill" => "by",
        "hill" => "on",
        "market" => "at",
        _ => "in",
    };
    format!("{preposition} the {place}")
}

/// The singular of a word of [`FRUIT`].
pub fn one(fruit: &str) -> &str {
    match fruit {
        "cherries" => "cherry",
        "berries" => "berry",
        _ => fruit.trim_end_matches('s'),
    }
}

/// `1` is "one pear", `3` is "three pears" (1 to 12).
pub fn count(n: usize, fruit: &str) -> String {
    if n == 1 { format!("one {}", one(fruit)) } else { format!("{} {fruit}", NUMBERS[n - 2]) }
}

/// The word of a number from 1 to 12.
pub fn number(n: usize) -> &'static str {
    if n == 1 { "one" } else { NUMBERS[n - 2] }
}

/// A kind of weather: when it comes, what it does and what follows from it.
pub struct Weather {
    /// The noun, from [`WEATHER`].
    pub word: &'static str,
    /// The seasons in which it comes.
    pub seasons: &'static [&'static str],
    /// What it does: "the rain fell".
    pub clause: &'static str,
    /// What the path is like afterwards: "the path was ...".
    pub path: &'static str,
}

/// All weather, in the order of [`WEATHER`].
pub const WEATHERS: &[Weather] = &[
    Weather { word: "rain", seasons: &["spring", "summer"], clause: "the rain fell", path: "wet" },
    Weather { word: "snow", seasons: &["winter"], clause: "the snow fell", path: "white" },
    Weather {
        word: "wind",
        seasons: &["spring", "autumn"],
        clause: "the wind blew",
        path: "full of leaves",
    },
    Weather {
        word: "fog",
        seasons: &["autumn"],
        clause: "the fog lay on the fields",
        path: "hard to see",
    },
    Weather {
        word: "storm",
        seasons: &["summer"],
        clause: "the storm shook the trees",
        path: "full of branches",
    },
    Weather {
        word: "frost",
        seasons: &["winter"],
        clause: "the frost bit every nose",
        path: "hard as stone",
    },
];
