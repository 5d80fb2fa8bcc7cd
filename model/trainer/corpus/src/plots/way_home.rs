//! Getting lost, and the way home: the same signs in the other order.

use crate::scenes;
use crate::teller::Teller;

/// The hero goes too far, and finds the way back by what was passed.
pub fn tell(t: &mut Teller) {
    scenes::open(t);
    t.paragraph();
    t.learn("sign1", "a {colour} [gate|stone|house]");
    t.learn("sign2", "[an old|a fallen|a crooked] {tree}");
    t.learn("sign3", "[a {colour2} {thing}|a cart|a {flower}|an empty nest]");
    for i in 1..=3 {
        let sign = t.get(&format!("sign{i}"));
        let bare = sign.split_once(' ').map_or("", |(_, rest)| rest).to_owned();
        t.set(&format!("the{i}"), &format!("the {bare}"));
    }
    t.say("One {season} {day} {he} [followed a {*colour} [bird|leaf]|wanted to see the end of the path|looked for {*fruit}]. First {he} passed {sign1}, then {sign2}, and then {sign3}. {at place} {weathers}, and {he} was lost. \"Where am I?\" {*speech} {hero}.");
    t.paragraph();
    t.one_of(&[
        "{he} ate {his} last {*food} and was {down}.",
        "{he} called {*many} times. {he} was {down} and {*down}.",
        "{he} {went} left. {he} {went} right.",
    ]);
    t.say("Under a {tree2} sat {friend}, an old {fkind}. \"[Are you lost, {!hero}|Have you lost your way, {!hero}|Is it not late, {!hero}]?\" asked {friend}. \"What did you pass?\" \"{sign1}, {sign2} and {sign3},\" {*reply} {hero}. \"Then go back from the last to the first,\" said {friend}.");
    t.paragraph();
    t.say("First came {the3}. Then came {the2}. And at last came {the1}, and behind it [a light|the smell of {*food}].");
    t.one_of(&[
        "\"Where have you been, {!hero}?\" cried {his} {kin}.",
        "\"Welcome home, {!hero},\" {*soft} {his} {kin}.",
        "\"I was so worried, {!hero},\" said {his} {kin}.",
    ]);
    t.one_of(&[
        "There was {*food} for supper, and {he} told it all, {the3} and {the2} and {the1}.",
        "{hero} ate {*food} and fell asleep at the table.",
        "The next day {he} brought some {*food} to {friend}.",
    ]);
    if t.once_in(6) {
        scenes::bedtime(t);
    }
}
