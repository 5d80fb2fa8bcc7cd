//! A letter comes, and where it leads.

use crate::scenes;
use crate::teller::Teller;

/// The hero gets a letter and follows it.
pub fn tell(t: &mut Teller) {
    scenes::open(t);
    t.say("{he} had never got a letter.");
    t.paragraph();
    t.say("But one {season} {day} [a {*animal} brought one|there was a letter under a stone|there was a letter at the door]. [It smelled of {*food}.|It was tied with {*colour} string.|] {hero} could not read yet, so {he} {went} to the old {elder}, who read: \"Dear {!hero}, please come to the {place} before {later}. Bring a {colour} {thing}.\"");
    t.paragraph();
    t.one_of(&[
        "A {colour} {thing}? {hero} had only a {*colour} one, so {he} painted it.",
        "A {colour} {thing}? {hero} asked {his} {kin}, and there was one behind the {*food}.",
        "{hero} looked under {his} bed and found a {*colour} {*thing}, a {*thing} and the {colour} {thing}.",
    ]);
    t.say("[The path was {path}, so it took a long time.|{weathers}.|{he} was {*feeling} and {*feeling} at once.] {At *place} {he} asked a {animal2}: \"Did you write to me?\" \"I cannot write,\" {*reply} the {animal2}. \"But I can eat paper.\"");
    t.paragraph();
    t.say("{at place} something moved behind a {tree2}.");
    t.one_of(&[
        "\"Happy birthday, {!hero}!\" It was {friend} the {fkind}, with {*number} others and a lot of {food}. \"And the {colour} {thing}?\" asked {hero}. \"For the {food}.\"",
        "\"You came, {!hero}!\" It was {friend} the {fkind}, high up in the {tree2}. \"I cannot get down. Hold up the {colour} {thing}, and I will jump!\" And the {thing} was never quite the same again.",
        "\"Is that you, {!hero}?\" whispered {friend} the {fkind}. Under the {tree2} lay a very small {animal3}. \"It stops crying only when it sees something {colour}.\" {hero} gave it the {thing}, and it slept.",
    ]);
    t.one_of(&[
        "\"I will write again,\" said {friend}, \"and it will begin with your name: {!hero}.\"",
        "The letter hangs over {his} bed now. One can still read the first line: \"Dear {!hero}.\"",
        "\"Thank you for coming, {!hero},\" said {friend}.",
    ]);
}
