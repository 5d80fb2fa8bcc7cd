//! Something is learned from an older one, at the third try.

use crate::scenes;
use crate::teller::Teller;

/// What can be learned: the craft, two tries that fail, the trick, and the one that works.
const CRAFTS: [[&str; 5]; 6] = [
    [
        "bake {bake}",
        "the {bake} was as hard as a stone",
        "the {bake} was black, and {*many} noses went away",
        "You must wait, and smell, and wait once more",
        "the {bake} was warm and soft, and a {*animal} wanted some",
    ],
    [
        "play the {*colour} drum",
        "it sounded like a {*animal} on the roof",
        "a window fell out and a {*animal} ran away",
        "Do not hit it. Ask it something",
        "it sounded like rain on leaves, and a {*animal} came and danced",
    ],
    [
        "write",
        "the letters lay down on their backs",
        "the letters ran off the paper like {*many} mice",
        "A letter is a path, and you walk on it",
        "the letters stood in a row",
    ],
    [
        "paint a {*flower}",
        "it looked like a {*animal}",
        "it looked like {*food}",
        "Look at it longer than you paint it",
        "it was so {*colour} that a bee sat down on it",
    ],
    [
        "mend a {*colour} {*thing}",
        "{he} made the hole bigger",
        "{he} tied it to {his} own foot",
        "Small steps. One, and then one, and then one",
        "nobody could see where the hole had been",
    ],
    [
        "make a basket",
        "it had a hole on every side",
        "it was flat, and everybody thought it was a hat",
        "Over and under. Say it as you go",
        "it was round and strong, and {*many} {*fruit} went in",
    ],
];

/// The hero wants to be able to do something that the old one can do.
pub fn tell(t: &mut Teller) {
    scenes::open(t);
    t.paragraph();
    let [craft, first, second, trick, third] = CRAFTS[t.below(CRAFTS.len())];
    for (key, template) in [("craft", craft), ("one", first), ("two", second), ("third", third)] {
        t.learn(key, template);
    }
    t.set("trick", trick);
    t.say("[Nobody could {craft} as well as the old {elder} {at place}.|{hero} wanted to {craft}, as the old {elder} did {at place}.|The old {elder} {at place} could {craft}, and {hero} could not.]");
    t.one_of(&[
        "One {season} {day} {hero} {went} there. \"Come in, {!hero},\" {*soft} the {elder}. \"I saw your nose at the window.\"",
        "\"Will you teach me?\" asked {hero} one {season} {day}. \"If you bring me some {*food},\" {*reply} the {elder}.",
        "One {season} {day} {hero} took {*many} {*fruit} and {went} there. \"Please teach me,\" {he} said.",
    ]);
    t.paragraph();
    t.say("The first time, {one}. [\"Again,\" said the {elder}.|\"Not bad,\" said the {elder}.|The {elder} laughed.|] The second time, {two}. {hero} was {down} and [wanted to go home|threw everything into a corner|sat down on the floor|began to cry].");
    t.say("\"[Sit down|Look at me|Come here], {!hero},\" said the {elder}. \"{trick}.\" [Outside {weathers}. Inside it was still.|]");
    t.paragraph();
    t.say("[Then {hero} tried once more, with one eye shut|Then {hero} tried once more, slowly, very slowly|{hero} tried a third time|The third time {hero} thought of {his} {kin}], and look: {third}!");
    if craft == "write" {
        t.say("It was only one word: {!hero}.");
    }
    t.one_of(&[
        "\"Well done, {!hero},\" said the old {elder}.",
        "\"Now you can do it, {!hero},\" said the {elder}, and {ehe} was {up} too.",
        "\"I could not have done it better, {!hero},\" said the {elder}.",
    ]);
    t.one_of(&[
        "{hero} {went} home and showed {his} {kin}, and the {*animal}, and the {*tree}.",
        "And when {friend} the {fkind} asked: \"Will you teach me?\" {hero} said: \"If you bring me some {*food}.\"",
        "Until [dusk|dawn|night|evening] there was a light in the window of the {elder}, and two heads behind it.",
    ]);
    if t.once_in(3) {
        scenes::bedtime(t);
    }
}
