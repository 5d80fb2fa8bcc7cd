//! Who can be in a tale: what the animals do and where they live.

/// What an animal is good at: it decides how it can help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Skill {
    /// Flies: reaches what hangs high and sees far.
    Fly,
    /// Swims: reaches what lies in the water.
    Swim,
    /// Climbs: reaches what hangs high.
    Climb,
    /// Digs: reaches what lies in the earth.
    Dig,
    /// Is strong: lifts and pulls.
    Lift,
    /// Has a fine nose: finds what is hidden.
    Smell,
}

/// A kind of animal.
pub struct Animal {
    /// Its word, from `words::ANIMALS`.
    pub word: &'static str,
    /// How it moves, from `words::MOVES`.
    pub went: &'static str,
    /// What it lives in.
    pub home: &'static str,
    /// What it is good at.
    pub skill: Skill,
    /// Something true of it, as a template about the hero.
    pub fact: &'static str,
}

const fn animal(
    word: &'static str,
    went: &'static str,
    home: &'static str,
    skill: Skill,
    fact: &'static str,
) -> Animal {
    Animal { word, went, home, skill, fact }
}

/// All animals, in the order of `words::ANIMALS`.
pub const ANIMALS: &[Animal] = &[
    animal("fox", "trotted", "den", Skill::Smell, "{he} had a long tail and a clever nose"),
    animal("bear", "walked", "den", Skill::Lift, "{he} slept all winter and was hungry all spring"),
    animal("rabbit", "hopped", "burrow", Skill::Dig, "{he} had long ears and heard everything"),
    animal("mouse", "ran", "hole", Skill::Smell, "{he} was so small that {he} slept in a shoe"),
    animal("owl", "flew", "nest", Skill::Fly, "{he} could see in the dark"),
    animal(
        "hedgehog",
        "crept",
        "hole",
        Skill::Smell,
        "{he} rolled into a ball when {he} was afraid",
    ),
    animal("squirrel", "hopped", "nest", Skill::Climb, "{he} hid nuts and forgot where they were"),
    animal("frog", "hopped", "hole", Skill::Swim, "{he} liked wet days best"),
    animal("duck", "flew", "nest", Skill::Swim, "the water ran off {his} back like beads"),
    animal("goose", "flew", "nest", Skill::Fly, "{he} had a long neck and a loud voice"),
    animal("hen", "ran", "house", Skill::Smell, "{he} got up before the sun"),
    animal("cat", "crept", "house", Skill::Climb, "{he} walked so softly that nobody heard {him}"),
    animal("dog", "ran", "house", Skill::Smell, "{he} could smell supper from far away"),
    animal("goat", "trotted", "stable", Skill::Climb, "{he} ate everything, even paper"),
    animal("lamb", "hopped", "stable", Skill::Smell, "{his} wool was full of grass"),
    animal("cow", "walked", "stable", Skill::Lift, "{he} thought slowly and ate slowly"),
    animal("pig", "trotted", "stable", Skill::Smell, "{he} liked mud more than water"),
    animal("donkey", "trotted", "stable", Skill::Lift, "{he} had long ears and never hurried"),
    animal("otter", "ran", "den", Skill::Swim, "{he} could swim on {his} back"),
    animal("beaver", "walked", "house", Skill::Swim, "{he} had strong teeth and a flat tail"),
    animal("badger", "crept", "burrow", Skill::Dig, "{he} dug a new room every year"),
    animal("mole", "crept", "burrow", Skill::Dig, "{he} lived under the grass and saw very little"),
    animal("crow", "flew", "nest", Skill::Fly, "{he} kept everything that shone"),
    animal("deer", "trotted", "den", Skill::Smell, "{he} had long legs and soft ears"),
    animal("wolf", "ran", "den", Skill::Smell, "{he} sang to the moon at night"),
];

/// The names of heroes and friends who are "he".
pub const HE: &[&str] = &[
    "Bob", "Rob", "Ron", "Don", "Ken", "Len", "Ray", "Eli", "Ari", "Mo", "Pim", "Tom", "Bo",
    "Finn", "Otto", "Max", "Hugo", "Leo", "Ned", "Sam", "Ben", "Tim", "Jon", "Rolf", "Gus", "Odo",
    "Ivo", "Milo", "Nico", "Pip", "Rudi", "Karl", "Theo", "Arlo", "Bram", "Cal", "Dov", "Emil",
    "Fred", "Gil", "Hal", "Igor", "Jack", "Kip", "Lars", "Mats", "Nils", "Olaf", "Paul", "Ralf",
    "Sven", "Tobin", "Ugo", "Vito", "Will", "Yan", "Zeno", "Adam", "Bert", "Cody", "Dan", "Eddy",
    "Felix", "Hans", "Ike", "Jim", "Kurt", "Luc", "Mike", "Noah", "Pablo", "Remi", "Stan", "Todd",
    "Walt", "Yuri", "Zack", "Alf", "Dirk", "Henry", "Ian", "Jonas", "Kai", "Linus", "Nat", "Peter",
    "Rufus", "Simon", "Uwe", "Wim", "Anton", "Bruno", "David", "Elmo", "Frank", "Isak", "Knut",
    "Marco", "Nolan", "Robin", "Tibor", "Zeb",
];

/// The names of heroes and friends who are "she".
pub const SHE: &[&str] = &[
    "Ann", "Eve", "Sue", "Meg", "Peg", "Lena", "Lara", "Ina", "Ava", "Nan", "Mia", "Ada", "Lea",
    "Nell", "Ida", "Zoe", "Ruth", "Tess", "Una", "Vera", "Wilma", "Yara", "Anna", "Bella", "Cora",
    "Dora", "Ella", "Fay", "Ilse", "Jane", "Kira", "Lola", "Mona", "Nora", "Olga", "Paula", "Rita",
    "Sara", "Tilda", "Ursa", "Wanda", "Alma", "Beth", "Dina", "Edda", "Flora", "Gerda", "Inga",
    "Julia", "Kaya", "Lotte", "Maud", "Nina", "Oda", "Petra", "Rosa", "Sofia", "Thea", "Ulla",
    "Yola", "Zara", "Amy", "Celia", "Daria", "Emma", "Frida", "Gita", "Helga", "Iris", "Karin",
    "Lucy", "Marta", "Nadia", "Opal", "Polly", "Sally", "Tara", "Uma", "Ylva", "Zita", "Agnes",
    "Berta", "Carla", "Della", "Elsa", "Gwen", "Hilda", "Ines", "Judy", "Lina", "Molly", "Nele",
    "Oona", "Pia", "Signe", "Wynn", "Yuna", "Zuri", "Elin", "Gilda", "Isla", "Jule", "Kate", "Liv",
];
