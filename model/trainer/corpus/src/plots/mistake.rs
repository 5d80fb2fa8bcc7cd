//! Something breaks; it is hidden, told, and forgiven.

use crate::scenes;
use crate::teller::Teller;

/// The hero breaks a thing of somebody's, and says so in the end.
pub fn tell(t: &mut Teller) {
    scenes::open(t);
    let thing = t.draw("fragile");
    t.set("thing", &thing);
    t.say("{his} {kin} had a {colour} {thing}.");
    t.paragraph();
    t.say("One {season} {day} {hero} was alone at home. {weathers}, so {he} could not go out, and {he} took the {thing} down. [{he} danced like a {*animal}, and it fell|Then a {*animal} called outside, and {he} let it fall|{he} put it on {his} head, and it fell|It was heavy, and it fell]. There lay the {colour} {thing}, in {few} pieces.");
    t.one_of(&[
        "{hero} hid them under the bed.",
        "{hero} hid them under a {*tree}.",
        "{hero} hid them in a {*colour} {*holder}.",
    ]);
    t.paragraph();
    t.say("At supper there was {food}. \"Are you not hungry, {!hero}?\" asked {his} {kin}. \"No,\" {*reply} {hero}[| and looked at {his} feet].");
    t.one_of(&[
        "",
        "All night the {weather} seemed to say: broken, broken.",
        "That night {he} counted {*number} stars, and all of them looked {*down}.",
    ]);
    t.paragraph();
    t.one_of(&[
        "At dawn {he} {went} to {friend} the {fkind}. \"Now tell it in the right place,\" said {friend}.",
        "At dawn {he} got up.",
        "In the morning {he} could not wait any longer.",
    ]);
    t.say("{hero} put the pieces on the table. \"It was me,\" {he} said. \"I broke the {colour} {thing}, and I am sorry.\"");
    t.one_of(&[
        "\"I forgive you, {!hero},\" {*soft} {his} {kin}.",
        "\"I am glad that you told me, {!hero},\" {*soft} {his} {kin}.",
        "\"Come to me, {!hero},\" {*soft} {his} {kin}, who was not even angry.",
    ]);
    t.one_of(&[
        "\"When I was small, I broke a {*colour} one.\"",
        "\"A {thing} can be mended.\"",
        "",
    ]);
    t.say("Together they mended it, and it took until [noon|afternoon|dusk|evening].");
    t.one_of(&[
        "Now the {colour} {thing} is a little crooked.",
        "It still has one hole, and through the hole one can see the {*place}.",
        "One piece was missing. In its place they put a {*flower}.",
    ]);
    if t.once_in(6) {
        scenes::bedtime(t);
    }
}
