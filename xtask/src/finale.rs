//! The moment for which the course is made: the learner's code writes a story.

use grader::Kind;
use grader::progress::Progress;

use crate::app::{App, print};
use crate::play;

/// Lets the model write with the learner's code, and says what they have built. Whatever goes
/// wrong with it, the section has passed all the same.
pub fn show(app: &App) {
    let paint = app.paint;
    print(&format!(
        "\n{}\n\n",
        paint.bold("That was the last piece. Now your own code writes a story.")
    ));
    if let Err(error) = play::story(app) {
        crate::live::clear();
        eprintln!("{} {error:#}", crate::app::paint_of_stderr().red("error:"));
        let again = paint.cyan("cargo xtask play story");
        print(&format!("Your section has passed all the same. The story, later: {again}\n\n"));
        return;
    }
    print(&format!(
        "\n{}\n\
         A tokenizer that learns its own pieces. Vectors that mean something, and know\n\
         where they stand. Attention, feed-forward layers, a residual stream, the head.\n\
         A choice among a thousand tokens, and a cache that makes it quick. What you\n\
         just read is 957,184 trained numbers and your code: no model library did it\n\
         for you. GPT-2 is the same, with larger numbers.\n\n\
         {}\n\n",
        paint.bold("What you have built:"),
        yours(app),
    ));
}

/// How much of `play` is the learner's own.
fn yours(app: &App) -> String {
    let play = app.paint.cyan("cargo xtask play");
    let solved = |progress: &Progress| {
        let mut lessons = app.course.written().filter(|section| section.kind == Kind::Lesson);
        lessons.all(|section| progress.standing(&app.repo, section).is_solved())
    };
    match app.progress().is_ok_and(|progress| solved(&progress)) {
        true => format!("{play} is all yours now, and takes a real GPT-2 too: --model FOLDER."),
        false => format!("With every section that you pass, more of {play} is yours."),
    }
}
