//! Two friends quarrel over a thing and make up.

use crate::scenes;
use crate::teller::Teller;

/// The hero and the friend both want the same thing until it breaks.
pub fn tell(t: &mut Teller) {
    scenes::open(t);
    t.paragraph();
    t.say("One {season} {day} {hero} and {friend} the {fkind} found a {colour} {thing} {at place}. \"I saw it first,\" [said|called|cried] {hero}. \"I [touched it|had it] first,\" [said|called|cried] {friend}. [They pulled and pulled until it broke.|{hero} pulled left, {friend} pulled right, and it broke.|Neither let go, and then it was in two halves.]");
    t.one_of(&[
        "\"Go away, {!hero}!\" cried {friend}.",
        "\"Now look what you did, {!hero}!\" cried {friend}.",
        "\"It is because of you, {!hero}!\" cried {friend}.",
    ]);
    t.say("{friend} {fwent} home with one half, and {hero} {went} home with the other.");
    t.paragraph();
    t.say("[What can one do with half a {thing}?|Half a {thing} is not a {thing}.] {hero} was angry until {later}, and then only [sad|lonely|tired]. [There was {*food} for supper, but {he} was not hungry.|And {weathers}.|{he} played alone, and it was no fun.] At last {he} took {his} half and some {food} and went out.");
    t.paragraph();
    t.say("[On the bridge|Half way, under a {*tree},|{At *place}] {he} met {friend} with the other half of the {colour} {thing} [and {few} {fruit}|and a {*flower}|and some {*food}].");
    t.say("\"I am sorry, {!hero},\" {*soft} {friend}. \"So am I,\" {*reply} {hero}.");
    t.one_of(&[
        "They tied the halves together. It was the worst {thing} {at *place}.",
        "They gave the halves to a {*people}, who made them one again.",
        "They tied it together with a {*colour} string.",
    ]);
    t.one_of(&[
        "\"You may have it first, {!hero},\" said {friend}. \"No, you,\" said {hero}.",
        "\"Let us eat, {!hero},\" said {friend}, and they shared the {food}.",
        "\"It is no fun without you, {!hero},\" said {friend}.",
    ]);
    if t.once_in(6) {
        scenes::bedtime(t);
    }
}
