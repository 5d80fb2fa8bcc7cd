//! A promise is made, is hard to keep, and is kept.

use crate::scenes;
use crate::teller::Teller;

/// The hero has promised to come, and things stand in the way.
pub fn tell(t: &mut Teller) {
    scenes::open(t);
    t.paragraph();
    t.learn("time", "[dusk|noon|evening|noon]");
    t.set("day", "morning");
    t.one_of(&[
        "{friend} the {fkind} was ill. \"I am so {down},\" said {friend}. \"Will you come before {time}?\"",
        "One {season} {day} {friend} the {fkind} said: \"I am afraid of the {weather}. Will you come before {time}?\"",
        "\"I have no {food} left,\" said {friend} the {fkind}, \"and my foot hurts. Will you bring some before {time}?\"",
    ]);
    t.say("\"I promise,\" {*reply} {hero}. At home {he} put some {food} and a {colour} {thing} in a bag.");
    t.paragraph();
    t.say("But {weathers}, and the path was {path}. [So {he} slipped and fell into the mud.|So {he} {went} the long way, round the {*place}.|So {he} had to go slowly.]");
    t.say("{at *place} a {animal2} had [a {*colour} {*thing}|a lot of {*food}|{*many} {*fruit}]. \"Come and [play|sit] with me, {!hero}!\" {*speech} the {animal2}. \"I cannot,\" said {hero}. \"I have promised.\"");
    t.one_of(&[
        "Then the bridge was broken, so {he} crossed the water on {*many} flat stones.",
        "Then {he} lost the path. But {he} remembered the old {*tree}, and turned left.",
        "Then a {*people} asked {him} to stay, but {he} did not stop.",
    ]);
    t.paragraph();
    t.say("It was nearly {time} when {he} knocked.");
    t.one_of(&[
        "\"I knew you would come, {!hero},\" said {friend}.",
        "\"Is that you, {!hero}?\" called {friend}.",
        "\"Come in, {!hero}!\" {*speech} {friend}. \"You are all wet!\"",
    ]);
    t.one_of(&[
        "They ate the {food} in bed, and the {colour} {thing} was a ship.",
        "They ate the {food}, and {hero} told about the {animal2} until {friend} laughed.",
        "{hero} put the {food} on the table, and then the {colour} {thing}. \"It is for you,\" {he} said.",
    ]);
    t.one_of(&[
        "\"You kept your promise, {!hero},\" said {friend}.",
        "\"Thank you, {!hero},\" said {friend}.",
    ]);
    t.one_of(&["Outside there was still the {weather}.", "Both of them were {up}.", ""]);
}
