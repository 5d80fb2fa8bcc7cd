//! 2.7 Chapter quiz: the hidden checks, one for each question of 07_quiz.toml.

#[global_allocator]
static ALLOCATOR: harness::Counting = harness::Counting;

fn main() {
    harness::run(&quiz::rubric(include_str!("07_quiz.toml"), quiz_2::answer));
}
