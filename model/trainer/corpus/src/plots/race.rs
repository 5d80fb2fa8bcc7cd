//! A race, and somebody who stops.

use crate::scenes;
use crate::teller::Teller;

/// The hero could win, hears a cry, and turns back.
pub fn tell(t: &mut Teller) {
    scenes::open(t);
    t.say("{his} friend was {friend}, a {fkind}.");
    t.paragraph();
    t.say("One {season} {day} {friend} said: \"[I am faster than you|Nobody is as fast as I am|My feet are faster than yours].\" So they made a race, from the {place} to the {place2}. The prize was a {colour} {thing}.");
    t.say("\"One, two, {*few}!\" called a {animal2}. {hero} {went} and {friend} {fwent}. [First {friend} was in front, and then {hero}.|At the {*tree} they were side by side.|They passed a {*tree}, a {*animal} and a {*people}.]");
    t.paragraph();
    t.say("But after the {weather} the path was {path}. {friend} slipped and [fell into a hole|hurt {fhis} foot].");
    t.one_of(&[
        "\"Wait for me, {!hero}!\" cried {friend}.",
        "\"Help me, {!hero}!\" called {friend}.",
        "\"Go on, {!hero},\" said {friend}. \"You will win.\"",
    ]);
    t.say("[{hero} could already see the {colour} {thing}. It was only {*many} steps away. But {he}|The {colour} {thing} was only {*many} steps away. {hero} looked at it. Then {he}|{hero} was in front and saw the {colour} {thing}. But {he}] turned round and gave {friend} a shoulder, and they went the last bit together, [tired|hungry|wet|sad] but {*up}.");
    t.paragraph();
    t.say("\"Who has won?\" asked the {animal2}. [\"Nobody,\" said {friend}. \"Both,\" said {hero}.|]");
    t.one_of(&[
        "\"Three cheers for {!hero}!\" cried {friend}.",
        "\"The prize is for {!hero},\" said {friend}.",
        "\"I was faster,\" said {friend}, \"but the best of us is {!hero}.\"",
        "\"Thank you, {!hero},\" said {friend}.",
    ]);
    t.one_of(&[
        "They share the {colour} {thing} now: {*many} days in the {home}, and {*many} days with {friend}.",
        "The {colour} {thing} hangs in the {*tree} {at place2} now.",
        "Then they ate {*food}, and the {colour} {thing} lay between them.",
    ]);
    if t.once_in(5) {
        scenes::image(t);
    }
}
