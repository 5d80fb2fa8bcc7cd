//! A stranger comes, is asked for a name, and stays.

use crate::scenes;
use crate::teller::Teller;

/// The hero is new, says a name, and is of use.
pub fn tell(t: &mut Teller) {
    t.one_of(&[
        "One {season} {day} a {little} {kind} called {hero} came to the {place} with a {colour} {thing}.",
        "Once upon a time a {little} {kind} called {hero} came to the {place}. All {he} had was a {colour} {thing}.",
        "There was once a {kind} called {hero} who had no home. One {season} {day} {he} came to the {place} with a {colour} {thing}.",
        "It was {season} when a {kind} called {hero} {went} to the {place}. On {his} back {he} had a {colour} {thing}.",
    ]);
    t.one_of(&[
        "The {weather} had broken {his} old {home}.",
        "{he} had come over {*many} hills, and {his} feet hurt.",
        "{he} was {*feeling} and {*feeling}, and {he} smelled {*food} from every window.",
    ]);
    t.paragraph();
    t.one_of(&[
        "A {*animal} looked out from behind a {*tree}, and a {*animal} shut the door. Only a {fkind} came out.",
        "\"Who is that?\" whispered a {*animal}. \"I do not know,\" whispered a {*animal}. Then a {fkind} came out.",
        "{he} sat down under a {*tree}. After a while a {fkind} came and sat down too.",
    ]);
    t.say("\"[Who are you|Do you have a name]?\" asked the {fkind}. \"My name is {!hero},\" {*reply} the {kind}. \"I am {friend},\" said the {fkind}. \"[Do you like {food}? Then come with me.|I have {food} and a warm {fhome}. Come with me.|You may sleep at my place until {*time}.]\"");
    t.paragraph();
    scenes::trouble(t);
    t.say("The next {*day} [there was a great noise|everybody was [sad|worried|angry]]: {trouble}. [Nobody knew what to do.|They all talked at once.|] \"I can help,\" said {hero}. {deed}.");
    t.one_of(&[
        "\"Thank you, {!hero}!\" cried {friend}.",
        "\"Three cheers for {!hero}!\" cried the {fkind}.",
        "\"Say hello to {!hero}!\" called {friend}. \"{He} is my friend.\"",
        "Then they all called the name of {!hero}.",
    ]);
    t.paragraph();
    t.one_of(&[
        "By {*time} there was a new {home} under the {*tree}, and over it {friend} painted in {*colour} letters: {!hero}.",
        "\"Will you stay, {!hero}?\" asked {friend}. \"Yes,\" {*reply} {hero}, \"if there is {*food}.\"",
        "Everybody brought something: {*many} boards, a {*thing}, a {*colour} {*thing}. By {*time} the new {home} was ready. \"Welcome home, {!hero},\" said {friend}.",
    ]);
    t.one_of(&[
        "The {colour} {thing} got the best place.",
        "And in the window stood the {colour} {thing}.",
        "{hero} put the {colour} {thing} beside the bed and was {up}.",
    ]);
}
