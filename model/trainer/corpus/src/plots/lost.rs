//! A thing is lost, and the same thing is found again.

use crate::cast::Skill;
use crate::scenes;
use crate::teller::Teller;

/// The hero loses a thing; a friend reaches where it lies.
pub fn tell(t: &mut Teller) {
    scenes::open(t);
    t.say("{his} best thing was a {colour} {thing}[, a present from {his} {*kin}|].");
    t.paragraph();
    // Who swims finds what lies in the water.
    if t.friend_skill == Skill::Swim {
        t.learn("place", "[river|lake|pond|bridge|mill]");
    }
    t.say("One {season} {day} {hero} {went} to the {place} with it. [There {he} counted {*many} clouds and fell asleep.|There {he} met a {*animal} and played until {later}.|Then the {weather} came, and {he} ran.] At home the {colour} {thing} was gone.");
    t.one_of(&[
        "{he} looked under the bed and behind the door. {he} even looked in the {*food}.",
        "{he} looked everywhere and found only {*many} old {*fruit}.",
        "{he} looked everywhere twice.",
        "{he} sat down and cried, first with one eye and then with both.",
    ]);
    t.paragraph();
    t.say("Then {friend} the {fkind} came along. [\"What is the matter, {!hero}?\"|\"Why are you so {down}, {!hero}?\"] asked {friend}. \"[I have lost my {colour} {thing}|My {colour} {thing} is gone],\" {*speech} {hero}.");
    t.one_of(&[
        "\"Where did you have it last?\" asked {friend}. \"{At place},\" said {hero}. So they went back together.",
        "\"Then we will look {at place},\" said {friend}.",
        "\"Things do not walk away,\" said {friend}. \"It must still be {at place}.\"",
    ]);
    scenes::spot(t);
    t.one_of(&[
        "They asked a {*animal} and a {*animal}. Then something {colour} shone {spot}. {reach}.",
        "And there it was, {spot}! {reach}.",
        "They looked until {friend} saw it, {spot}. {reach}.",
        "And there, {spot}, was something {colour}. {reach}.",
    ]);
    t.one_of(&[
        "\"Is this the one, {!hero}?\" asked {friend}. It was.",
        "\"I have found it, {!hero}!\" cried {friend}.",
        "\"Here it is, {!hero},\" said {friend}. The {thing} was a little wet.",
    ]);
    t.say("\"Thanks, {friend}!\" said {hero}, who was {up} now.");
    t.paragraph();
    t.maybe("They shared some {food} on the way home.");
    t.one_of(&[
        "That night the {colour} {thing} stood beside {his} bed.",
        "From that day the {colour} {thing} hung on a long string.",
        "At home {he} wrote {his} name on the {thing}.",
    ]);
    match t.below(4) {
        0 => scenes::bedtime(t),
        1 => scenes::image(t),
        _ => {}
    }
}
