//! Something is built, falls, and is built again.

use crate::scenes;
use crate::teller::Teller;

/// What is built, why, and what it is good for.
const WORKS: [[&str; 3]; 5] = [
    [
        "boat",
        "In the middle of the {water} was an island, and nobody had ever been there",
        "On the island stood one {*tree} and one {*animal}, who said: \"At last.\"",
    ],
    [
        "bridge",
        "On the other side of the {water} grew the best {fruit}",
        "On the other side they ate {*many} {fruit} each.",
    ],
    [
        "tower",
        "{hero} wanted to see what was behind the hill",
        "From the top they saw the {*place}, and the {*place}, and behind them something {*colour} that was perhaps the sea.",
    ],
    [
        "house",
        "{friend} the {fkind} had no home, because the {weather} had broken it",
        "Soon it smelled of {*food}.",
    ],
    [
        "cart",
        "{hero} had to bring {*many} bags to the mill, and they were heavy",
        "It rolled all the way to the mill, and on the way back they sat in it.",
    ],
];

/// The hero builds something with a friend; it breaks; the third try holds.
pub fn tell(t: &mut Teller) {
    scenes::open(t);
    t.paragraph();
    let [what, why, end] = WORKS[t.below(WORKS.len())];
    t.set("what", what);
    t.learn("water", "[river|lake|pond]");
    t.say(&format!("{why}."));
    t.say("So one {season} {day} {hero} said: \"[I will build|What we need is] a {what}.\"");
    if what != "house" {
        t.say("{friend} the {fkind} [came to help|brought a {colour} {thing} full of nails].");
    }
    t.paragraph();
    t.say("First they built it of [straw|paper|leaves]. [Then {weathers}, and it was gone.|A {*animal} sat on it, and down it fell.|By {*time} it was ready, and then it fell down.]");
    t.say("Then they built it of [sticks|old boards and string]. It held for {*many} days, and then [a {*animal} sneezed|{weathers}|{hero} sat down on it]. {hero} was {down}.");
    t.one_of(&[
        "\"Do not give up, {!hero},\" said {friend}.",
        "\"Perhaps the third one, {!hero},\" said {friend}.",
        "\"What did we do wrong, {!hero}?\" asked {friend}.",
        "\"Shall we stop, {!hero}?\" asked {friend}. \"No,\" {*reply} {hero}. \"Now I know how not to do it.\"",
    ]);
    t.paragraph();
    t.say("So {hero} {went} to the old {elder}. \"Take good wood,\" said the {elder}, \"and [begin at the bottom|do it slowly].\" They took the wood of a fallen {*tree}, and {friend} painted it {colour2}. By {*time} the {colour2} {what} was ready.");
    t.say(end);
    t.one_of(&[
        "\"You built it well, {!hero},\" said {friend}.",
        "On the side {friend} wrote in {*colour} letters: {!hero}.",
        "\"This is the {what} of {!hero}!\" {friend} called.",
        "\"What shall we build next, {!hero}?\" asked {friend}.",
    ]);
}
