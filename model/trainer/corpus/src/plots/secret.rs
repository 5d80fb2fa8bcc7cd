//! A secret is told, is hard to keep, and turns out well.

use crate::scenes;
use crate::teller::Teller;

/// What the secret is, and how it comes out.
const SECRETS: [[&str; 2]; 4] = [
    [
        "there are {few} {colour} eggs in a nest {at place}",
        "{number9} days later the {colour} eggs were open, and {few} small birds looked out",
    ],
    [
        "I have a {colour} {thing} for my {kin2}, and it is hidden {at place}",
        "On the birthday the {kin2} of {friend} got the {colour} {thing} and danced with it",
    ],
    [
        "a {animal3} with a broken leg sleeps {at place}",
        "{number9} days later the {animal3} could walk again, and said hello to everybody",
    ],
    [
        "I planted a {flower} {at place}, and nobody must step on it",
        "{number9} days later there stood a {colour} {flower} {at place}, and everybody came to see it",
    ],
];

/// The friend tells the hero a secret, and everybody asks.
pub fn tell(t: &mut Teller) {
    scenes::open(t);
    t.paragraph();
    t.one_of(&[
        "One {season} {day} {friend} the {fkind} {fwent} up to {him}.",
        "\"Come with me,\" said {friend} the {fkind} one {season} {day}.",
        "One {season} {day} {friend} the {fkind} took {him} behind a {*tree}.",
    ]);
    let [secret, end] = SECRETS[t.below(SECRETS.len())];
    t.learn("place", "[garden|orchard|meadow|hill|forest|barn]");
    t.learn("secret", secret);
    t.learn("end", end);
    t.say("\"[Can you keep a secret, {!hero}|May I tell you something, {!hero}]?\" asked {friend}. \"Yes,\" {*reply} {hero}. \"Then listen,\" whispered {friend}. \"{secret}. Do not tell anybody.\"");
    t.paragraph();
    t.say("[A secret is like a {*animal} in a bag.|A secret is as hot as {*food}.|] At supper {his} {kin} asked: \"Why do you smile so much?\" {hero} [put some {*food} into {his} mouth|looked at {his} feet|began to sing|asked for more {*food}].");
    t.say("{at *place} a {animal2} said: \"You know something. I will give you {*many} {*fruit} for it.\" [\"No,\" said {hero}.|{hero} was {*feeling}, but {he} said no.]");
    t.one_of(&[
        "At night {he} told it to a hole in the ground and put a stone on top.",
        "Once it nearly came out by itself, but {he} sneezed just in time.",
        "By {*time} {he} was so full of it that {he} could not sit still.",
        "{he} was {*feeling} and {*feeling}, but {he} told nobody.",
    ]);
    t.paragraph();
    t.say("{end}.");
    t.one_of(&[
        "\"You can keep a secret, {!hero},\" said {friend}.",
        "\"You said nothing at all, {!hero}!\" said {friend}. \"Not even to the {*tree}?\" {hero} smiled.",
        "\"You knew it all the time, {!hero}?\" asked {his} {kin}. \"I did,\" said {hero}, and was {up}.",
        "\"I can tell you everything, {!hero},\" said {friend}. And then came the next secret.",
    ]);
    if t.once_in(5) {
        scenes::image(t);
    }
}
