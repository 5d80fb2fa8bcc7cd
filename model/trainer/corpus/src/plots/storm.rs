//! Somebody is afraid of the weather or the dark, and then a little less.

use crate::scenes;
use crate::teller::Teller;

/// The hero is afraid, hears something, and finds that somebody else is more afraid.
pub fn tell(t: &mut Teller) {
    scenes::open(t);
    t.say("{he} was afraid of [the dark|nothing but the dark|the dark under the bed|the dark and the {weather}].");
    t.paragraph();
    t.one_of(&[
        "One {season} night {weathers}, and the light went out.",
        "Then came a night when {weathers}, and there was no moon.",
        "One night {his} {kin} was with the {*people}, and {weathers}.",
        "One {season} night {hero} was alone, and {weathers}.",
    ]);
    t.say("{hero} pulled the {colour2} blanket over {his} ears and counted to {*many}.");
    t.one_of(&[
        "\"Is it a ghost with a {*thing}?\" thought {hero}.",
        "{hero} thought of everything that has teeth.",
        "{he} wanted to be a stone, because a stone is not afraid.",
        "Something moved outside.",
        "",
    ]);
    t.paragraph();
    t.say("Then a small voice said: \"[Please open the door, {!hero}!|Are you there, {!hero}?]\" It was {friend} the {fkind}, [all wet|cold and {*down}], with a {colour} {thing} under one arm.");
    t.say("\"The {weather} is in my {fhome}, and I am so afraid,\" {*speech} {friend}. [And {hero} forgot to be afraid.|\"You too?\" said {hero}.]");
    t.say("{he} [brought warm {*food}|lit a {*colour} lantern]. \"It is only the {weather},\" said {hero}. \"[It goes to the {*place} and comes back.|It is more afraid than we are.]\" [So they sang every song they knew.|So they counted to {*many}, and then to {*many}.|And they told stories until dawn.]");
    t.paragraph();
    t.one_of(&[
        "\"You are not afraid of anything, {!hero},\" said {friend}. {hero} was {up}.",
        "\"With you it is not so dark, {!hero},\" said {friend}.",
        "\"Do not be afraid, {!hero},\" said {friend} when it grew loud once more.",
    ]);
    t.one_of(&[
        "In the morning the sun shone on two noses under one {colour2} blanket.",
        "When the {weather} was over, the {colour} {thing} stood in the window, and behind it the sky was {*colour}.",
        "Then the {weather} was gone, and beside the {colour} {thing} slept a {kind} and a {fkind}.",
    ]);
    if t.once_in(4) {
        t.say("\"Good morning, {!hero},\" {*soft} {his} {kin}.");
    }
}
