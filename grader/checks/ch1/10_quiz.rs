//! 1.10 Chapter quiz: the hidden checks, one for each question of 10_quiz.toml.

#[global_allocator]
static ALLOCATOR: harness::Counting = harness::Counting;

fn main() {
    harness::run(&quiz::rubric(include_str!("10_quiz.toml"), quiz_1::answer));
}
