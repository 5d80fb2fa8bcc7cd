//! Prints tales: `cargo run --example show -- 5` (how many; then the first number, the seed).

fn main() {
    let mut arguments = std::env::args().skip(1).map(|word| {
        word.parse::<u64>().unwrap_or_else(|_| {
            panic!("got {word:?}, expected a number: show [how many] [first] [seed]")
        })
    });
    let many = arguments.next().unwrap_or(3);
    let first = arguments.next().unwrap_or(0);
    let seed = arguments.next().unwrap_or(1);
    for number in first..first + many {
        let tale = corpus::tale(seed, number);
        println!("--- {number}: {} the {}", tale.hero.name, tale.hero.kind);
        println!("{}\n", tale.text);
    }
}
