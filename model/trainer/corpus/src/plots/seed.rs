//! A seed is planted, and the seasons go by.

use crate::scenes;
use crate::teller::Teller;
use crate::words;

/// The hero plants a seed in spring and waits until autumn.
pub fn tell(t: &mut Teller) {
    scenes::open(t);
    t.learn("place", "[garden|orchard|meadow|hill|forest|village]");
    let fruit = t.draw("fruit");
    let many = 3 + t.below(10);
    let eaten = 1 + t.below(many - 1);
    t.set("fruit", &fruit);
    t.set("one", words::one(&fruit));
    t.set("many", &words::count(many, &fruit));
    t.set("eaten", &words::count(eaten, &fruit));
    t.set("left", &words::count(many - eaten, &fruit));
    t.paragraph();
    t.one_of(&[
        "In spring the old {elder} gave {him} a {colour} seed.",
        "One spring {day} the old {elder} brought {him} a {colour} seed in a {*holder}.",
    ]);
    t.say("\"What is in it?\" asked {hero}. \"[Wait and see|You must wait and see, {!hero}],\" {*reply} the {elder}. So {hero} planted it {at place}, beside a {*tree}.");
    t.paragraph();
    t.say("After {*many} days {he} looked. [Nothing.|Only a {*animal} sat there.] {hero} was {down}. [\"Perhaps it is asleep,\" {he} said, and sang to it.|\"Perhaps it is hungry,\" {he} said, and gave it some {*food}.|\"Perhaps it is cold,\" {he} said, and gave it a {*colour} {*thing}.]");
    t.one_of(&[
        "\"Give it time, {!hero},\" said the {elder}.",
        "\"You cannot pull it out by its ears, {!hero},\" said the {elder}.",
        "\"What do you hope for, {!hero}?\" asked a {*people}. \"A leaf,\" {*reply} {hero}.",
    ]);
    t.say("[Then the rain came, and there it was: one small green leaf.|And one {*time}, after the rain, there was a small green leaf.|Then it rained all night, and in the morning a green leaf looked out.]");
    t.paragraph();
    t.say("In summer it was as tall as a {*animal}. [The storm came, and {he} stood beside it all night.|It was dry, so {he} carried water from the [river|lake|pond].|] In autumn there hung {many} on it. {hero} and {friend} the {fkind} ate {eaten}, and {left} they kept for {his} {kin}.");
    t.one_of(&[
        "\"Look how tall it is, {!hero}!\" said {friend}.",
        "\"You waited well, {!hero},\" said the {elder}.",
        "\"Who planted this tree?\" asked a {*people}. \"It was {!hero},\" said {friend}.",
        "Everybody {at place} calls it the tree of {!hero}.",
    ]);
    t.one_of(&[
        "Then the snow fell, and {he} tied a {*colour} scarf round the little tree.",
        "In winter the snow lay on it, and {hero} knew how to wait.",
        "Of the last {one} {he} kept the seed. It was {colour} too.",
    ]);
}
