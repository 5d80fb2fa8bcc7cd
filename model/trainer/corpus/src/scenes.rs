//! What the plots share: openings, a trait of the hero, a trouble that somebody's skill
//! ends, bedtimes.

use crate::cast::Skill;
use crate::teller::Teller;

/// Introduces the hero by name, in one or two sentences.
pub fn open(t: &mut Teller) {
    if t.once_in(3) {
        t.one_of(&[
            "Once upon a time there was a {little} {kind} called {hero}[|, who lived {at place9}].",
            "Once upon a time, {at place9}, there lived a {kind} called {hero}.",
            "Once upon a time a {little} {kind} called {hero} lived [under an old {tree9}|with {his} {kin}] {at place9}.",
            "Once upon a time there was a {kind}, and {his} name was {hero}.",
        ]);
    } else {
        t.one_of(&[
            "In a [small|warm|old] {home} {at place9} lived a {kind} called {hero}.",
            "There was once a {kind} called {hero}[|, who lived {at place9}].",
            "Long ago, {at place9}, there was a {kind} called {hero}.",
            "Not far from the {place9} there lived a {little} {kind} called {hero}.",
            "Everybody {at place9} knew {hero} the {kind}.",
            "Between a {*tree} and a {*tree} lived a {little} {kind} called {hero}.",
            "This is about {hero}, a {little} {kind} who lived {at place9}.",
            "Under the {tree9} {at place9} lived a {kind}. {his} name was {hero}.",
            "Far away, behind {*many} hills, lived a {kind} called {hero}.",
        ]);
    }
    if t.once_in(2) {
        about(t);
    }
}

/// Something about the hero.
fn about(t: &mut Teller) {
    if t.once_in(5) {
        let fact = t.get("fact");
        t.say(&format!("{fact}."));
        return;
    }
    t.one_of(&[
        "{he} was sometimes {*feeling} and sometimes {*feeling}, but never for long.",
        "When {he} was {*feeling}, {he} sang. When {he} was {*feeling}, {he} sang louder.",
        "{he} liked {*food} best of all, and {*food} [a little less|not at all].",
        "Beside {his} bed stood a {*colour} {*thing}, and nobody knew why.",
        "{he} had a {*colour} {*thing} and a {*colour} {*thing}, and that was all {he} had.",
        "{he} had a {*pocket} and a {*pocket}, and did not know what they were for.",
        "{he} could count to {*number}[, but only with {his} eyes shut|].",
        "The {home} smelled of {*food} and wet {kind}.",
        "{he} kept {*many} {*colour} stones under {his} bed.",
        "{his} {*kin} was a {people9}, and {he} wanted to be a {people9} too.",
        "{he} was afraid of the {weather}, but {he} told nobody.",
        "{he} was {*up} when the sun shone and {*down} when it did not.",
        "{he} was nearly always {*up}, and never {*feeling}.",
    ]);
}

/// Where a thing lies that the friend can reach (key `spot`) and how (key `reach`).
pub fn spot(t: &mut Teller) {
    let (spot, reach) = match t.friend_skill {
        Skill::Fly => ("in the top of a tall {*tree}", "{friend} flew up and brought it down"),
        Skill::Climb => ("in the top of a tall {*tree}", "{friend} climbed up and brought it down"),
        Skill::Swim => ("deep in the water", "{friend} jumped in and came up with it"),
        Skill::Dig => {
            ("[deep in a hole|under the roots of a {*tree}]", "{friend} dug and pulled it out")
        }
        Skill::Lift => {
            ("under a fallen {*tree}", "{friend} pushed the tree away and pulled it out")
        }
        Skill::Smell => ("in the high grass", "{friend} followed {fhis} nose and had it"),
    };
    t.learn("spot", spot);
    t.learn("reach", reach);
}

/// A trouble that the hero's skill ends: keys `trouble` (a clause) and `deed`.
pub fn trouble(t: &mut Teller) {
    let (trouble, deed) = match t.hero_skill {
        Skill::Fly => (
            "the {*colour} {prize} of the {*people} hung in the top of a {*tree}",
            "{he} flew up and brought it down",
        ),
        Skill::Climb => (
            "the {*colour} {prize} of the {*people} hung in the top of a {*tree}",
            "{he} climbed up and brought it down",
        ),
        Skill::Swim => (
            "the {*colour} {prize} of the {*people} fell into the deep water",
            "{he} jumped in and came up with it",
        ),
        Skill::Dig => (
            "the {*colour} {prize} of the {*people} fell into a deep hole",
            "{he} dug and brought it up",
        ),
        Skill::Lift => ("a big {*tree} fell on the house of the {*people}", "{he} pushed it away"),
        Skill::Smell => (
            "the {*colour} {prize} of the {*people} was lost in the high grass",
            "{he} followed {his} nose and had it at once",
        ),
    };
    let prize = t.draw("thing");
    t.set("prize", &prize);
    t.learn("trouble", trouble);
    t.learn("deed", deed);
}

/// The end of a day, with the hero's name in it.
pub fn bedtime(t: &mut Teller) {
    t.one_of(&[
        "That night the moon stood over the {*place}. \"Good night, {!hero},\" {*soft} {his} {kin}.",
        "\"Good night, {!hero},\" {*soft} {his} {kin}, and blew out the light.",
        "\"Sleep well, {!hero},\" {*soft} {his} {kin} that night. [Outside, a {*animal} was still awake.|But {he} was already asleep.|The {weather} was gone, and the stars were out.]",
        "\"Are you awake, {!hero}?\" whispered {his} {kin} that night. There was no answer.",
        "\"Was it a good day, {!hero}?\" asked {his} {kin} in the dark. \"[Yes|The best],\" {*reply} {hero}.",
    ]);
}

/// A last image, with the hero's name in it.
pub fn image(t: &mut Teller) {
    t.one_of(&[
        "That night nobody {at *place} slept better than {!hero}.",
        "Far away a {*animal} was singing, and it sounded like the name of {!hero}.",
        "If you go to the {*place}, somebody will tell you the story of {!hero}.",
        "The old {*tree} moved its leaves, as if it wanted to say: \"Well done, {!hero}.\"",
        "Up in the sky there were {*many} stars, and all of them looked down at {!hero}.",
    ]);
}
