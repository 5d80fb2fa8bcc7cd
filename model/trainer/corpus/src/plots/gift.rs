//! A present is wished for, worked for, and given. The coins add up.

use crate::scenes;
use crate::teller::Teller;
use crate::words;

/// The hero earns what is missing for a present.
pub fn tell(t: &mut Teller) {
    scenes::open(t);
    let price = 5 + t.below(8);
    let missing = 2 + t.below(3);
    t.set("price", words::number(price));
    t.set("saved", words::number(price - missing));
    t.set("missing", words::number(missing));
    t.learn("person", "{*people}");
    t.paragraph();
    t.say("[It was nearly the birthday of {his} {kin}, who wanted a {thing}.|{his} {kin} had lost {khis} {thing} and was {*down}.|{his} {kin} had never had a {thing}.|The {thing} of {his} {kin} was old and broken.] At the market {hero} saw a {colour} {thing}. \"How much is it?\" {he} asked. \"{Price} coins,\" said the {person}. {hero} had only {saved}, so {missing} were missing. [{he} was {down}.|{he} counted again, but it did not help.|]");
    t.paragraph();
    t.say("\"[Is there work for me|May I work for you]?\" asked {hero}. \"Yes,\" {*reply} the {person}. \"One coin a day.\"");
    t.learn("work", "[washed {*many} windows|carried water from the [river|lake|pond]|brought wood from the forest|picked {*fruit}|fed the {*animal} and the {*animal}]");
    t.say("So for {missing} days {hero} {work}. [In the {*day} {his} back hurt.|The {weather} came, but {he} went on.|]");
    t.one_of(&[
        "\"You work well, {!hero},\" said the {person}, and gave {him} the last coin.",
        "\"This is for you, {!hero},\" said the {person}, and gave {him} the last coin and some {*food}.",
        "\"Well done, {!hero},\" said the {person}. \"Here is the last coin.\"",
    ]);
    t.say("Now {he} had {price}. {hero} bought the {colour} {thing} and {went} home[, as carefully as if it were an egg|, and told nobody|].");
    t.paragraph();
    t.say("The next {*day} {his} {kin} found [something {colour} beside the bed. It was a {thing}!|a {*colour} {*holder} on the table. In it was the {colour} {thing}!]");
    t.one_of(&[
        "\"Thank you, {!hero}!\" {*speech} {his} {kin}.",
        "\"Did you do this, {!hero}?\" asked {his} {kin}. {hero} looked at the floor and smiled.",
        "\"You thought of it, {!hero}!\" {*speech} {his} {kin}.",
    ]);
    t.one_of(&[
        "They ate {*food} until {*time}, and the {thing} sat at the table like a guest.",
        "{khe} never went anywhere without the {colour} {thing} again, not even to bed.",
        "And {hero}, who had no coins left, was {up}.",
    ]);
}
