//! Fruit is shared, and the numbers add up.

use crate::scenes;
use crate::teller::Teller;
use crate::words;

/// The hero has fruit, gives some away twice, and something comes back.
pub fn tell(t: &mut Teller) {
    let fruit = t.draw("fruit");
    let all = 4 + t.below(9);
    let first = 1 + t.below(all / 2);
    let rest = all - first;
    let second = 1 + t.below(rest - 1);
    let last = rest - second;
    t.set("fruit", &fruit);
    t.set("one", words::one(&fruit));
    for (key, n) in [("all", all), ("first", first), ("rest", rest), ("second", second)] {
        t.set(&format!("{key}fruit"), &words::count(n, &fruit));
    }
    t.set("lastfruit", &words::count(last, &fruit));
    t.set("wasleft", if last == 1 { "was left" } else { "were left" });

    scenes::open(t);
    t.paragraph();
    t.say("One {season} {day} {he} [found|picked|got from {his} {*kin}] {allfruit} and put them in a {colour} {holder}. On the path sat {friend} the {fkind}, who [had eaten nothing since {*time}|was hungry and {down}|had only some old {*food}]. \"Would you like some?\" asked {hero}, and gave {friend} {firstfruit}. Now {hero} had {restfruit}.");
    t.one_of(&[
        "\"Thank you, {!hero}!\" said {friend}.",
        "\"You are good to me, {!hero},\" said {friend}.",
        "\"I will not forget this, {!hero},\" said {friend}.",
    ]);
    t.paragraph();
    t.say("{at *place} {he} met an old {elder}. \"I am so [hungry|tired|sad|lonely],\" said the {elder}. So {hero} gave away {secondfruit} more, and {lastfruit} {wasleft}.");
    t.one_of(&[
        "{he} ate what was left and was still hungry.",
        "Then {he} slipped, because the path was {path}, and what was left fell into the water.",
        "A {*animal} came and asked too, and then nothing was left.",
    ]);
    t.say("[{he} went home {*down} and {*down}.|{weathers}.|It was a long way home.]");
    t.paragraph();
    t.say("[But who stood at the door? It was {friend}|But at the door stood {friend}|Then there was a knock. It was {friend}] with [some {*food}|a lot of {*food}|a pot of soup], and the old {elder} with [some {*food}|{*number} eggs|a {*colour} {*thing}].");
    t.one_of(&[
        "\"This is for you, {!hero},\" said the {elder}.",
        "\"Sit down, {!hero},\" said {friend}. \"Today we share with you.\"",
        "\"Come in, {!hero},\" said {friend}.",
    ]);
    t.one_of(&[
        "They ate until {later}, and all of them were {up}.",
        "They ate until the pot was empty, and the {colour} {holder} too.",
        "They ate everything but one {one}, because nobody wanted to take the last.",
    ]);
    if t.once_in(4) {
        scenes::image(t);
    }
}
