//! A list of things to bring, and the list comes back.

use crate::scenes;
use crate::teller::Teller;

/// The hero is sent for three things, forgets one, and remembers.
pub fn tell(t: &mut Teller) {
    scenes::open(t);
    t.paragraph();
    t.learn("item1", "{few} {fruit}");
    t.learn("item2", "some {food}");
    t.learn("item3", "a {colour} {thing}");
    t.learn("list", "{item1}, {item2} and {item3}");
    t.say("One {season} {day} {his} {kin} said: \"Please bring {list} from the market.\" {hero} {went} off and said it [{*many} times|at the door|on the bridge|under the {*tree}|{at *place}].");
    t.paragraph();
    let lost = 1 + t.below(3);
    let item = t.get(&format!("item{lost}"));
    let kept: Vec<String> =
        (1..=3).filter(|i| *i != lost).map(|i| t.get(&format!("item{i}"))).collect();
    t.set("lost", &item);
    t.set("kept", &kept.join(" and "));
    t.say("But then [{weathers}|a {*people} asked {him} the way|a {*animal} jumped over {his} feet|a {*animal} with a {*colour} {*thing} came along], and the list had a hole. \"{kept},\" said {hero}. \"And what else?\"");
    t.one_of(&[
        "{He} asked a {animal2}. \"A {*colour} {*thing}?\" said the {animal2}. It was not that.",
        "{He} stood on one foot. It did not help.",
        "{He} {went} back {*many} steps, but it was not on the path.",
    ]);
    t.paragraph();
    t.say("At the market stood {friend} the {fkind}. \"[What is it you need, {!hero}|Can I help you, {!hero}]?\" asked {friend}. \"Something I forgot,\" said {hero}.");
    t.one_of(&[
        "\"Shut your eyes,\" said {friend}. {hero} did. \"{lost}!\" {he} cried.",
        "\"Is it for the mouth or for the nose?\" asked {friend}. \"It is {lost}!\" cried {hero}.",
        "{friend} showed {him} a {*thing} and a {*thing}. \"No,\" said {hero}, and then: \"{lost}!\"",
    ]);
    t.paragraph();
    t.say("\"Did you bring everything, {!hero}?\" asked {his} {kin}. \"{list},\" {*reply} {hero}.");
    t.one_of(&[
        "\"Thank you, {!hero},\" said {his} {kin}.",
        "\"Then sit down, {!hero},\" said {his} {kin}. \"It is all for your birthday.\"",
        "\"What a good head you have, {!hero},\" said {his} {kin}.",
    ]);
    t.one_of(&[
        "They ate the {fruit} with the {food}.",
        "{hero} took the {colour} {thing} to bed.",
        "By {later} the {food} was gone, and the {colour} {thing} lay under the bed.",
        "And in bed {he} said it once more: {list}.",
    ]);
}
