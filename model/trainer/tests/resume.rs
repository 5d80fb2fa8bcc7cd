//! A training that was stopped and gone on with is the training that was not stopped.

use trainer::checkpoint::Checkpoint;
use trainer::settings::{Recipe, Shape};
use trainer::training::Training;
use trainer::windows::Windows;

const SHAPE: Shape = Shape { layers: 2, width: 32, heads: 4, context: 48, vocabulary: 257 };

fn recipe() -> Recipe {
    Recipe { shape: SHAPE, batch: 6, warm_up: 2, ..Recipe::course(40) }
}

/// Real tales, as bytes: what the tokenizer would do matters to none of this.
fn tales() -> Vec<Vec<u32>> {
    let ids = |text: &String| [256].into_iter().chain(text.bytes().map(u32::from)).collect();
    trainer::tales::training(12).iter().map(ids).collect()
}

fn start(tales: &[Vec<u32>]) -> Training<'_> {
    let windows = Windows::new(tales, SHAPE.context, 1).unwrap();
    Training::start(recipe(), windows, "ids".into()).unwrap()
}

fn advance(training: &mut Training, steps: usize) -> f64 {
    (0..steps).map(|_| training.advance().unwrap().loss).last().unwrap()
}

/// All but the time, which two runs never share.
fn state(training: &Training) -> Checkpoint {
    Checkpoint { seconds: 0.0, ..training.checkpoint().unwrap() }
}

#[test]
fn two_steps_and_two_more_are_four() {
    let tales = tales();
    let mut whole = start(&tales);
    advance(&mut whole, 4);

    let mut part = start(&tales);
    advance(&mut part, 2);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("run").join("checkpoint.safetensors");
    part.checkpoint().unwrap().save(&path, SHAPE).unwrap();
    drop(part);
    let saved = Checkpoint::load(&path, SHAPE).unwrap();
    assert_eq!(saved.step, 2);
    let windows = Windows::new(&tales, SHAPE.context, 1).unwrap();
    let mut part = Training::resume(recipe(), windows, "ids".into(), saved).unwrap();
    advance(&mut part, 2);

    assert!(state(&whole) == state(&part), "the two trainings differ after step 4");
    assert_eq!(std::fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "one file, whole");
}

/// Another recipe or corpus is refused: the result would be neither the one nor the other.
#[test]
fn only_the_same_training_goes_on() {
    let tales = tales();
    let saved = start(&tales).checkpoint().unwrap();
    let resume = |recipe: Recipe, tokens: &str| {
        let windows = Windows::new(&tales, SHAPE.context, 1).unwrap();
        let error = Training::resume(recipe, windows, tokens.into(), saved.clone()).err().unwrap();
        error.to_string()
    };
    let error = resume(Recipe { steps: 41, ..recipe() }, "ids");
    assert!(error.contains("steps 40") && error.contains("steps 41"), "{error}");
    let error = resume(recipe(), "others");
    assert!(error.contains("the corpus or the tokenizer has changed"), "{error}");
}

/// A checkpoint that was cut short is an error that names the file and the way out.
#[test]
fn a_broken_checkpoint_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("checkpoint.safetensors");
    start(&tales()).checkpoint().unwrap().save(&path, SHAPE).unwrap();
    let content = std::fs::read(&path).unwrap();
    std::fs::write(&path, &content[..content.len() / 2]).unwrap();
    let error = format!("{:#}", Checkpoint::load(&path, SHAPE).unwrap_err());
    assert!(error.contains("is no checkpoint of this trainer"), "{error}");
    assert!(error.contains("--fresh"), "{error}");
}

/// It learns more than how often each letter occurs: 250 steps of a model of 38 thousand
/// parameters lead well below what frequencies alone could say.
#[test]
fn the_loss_falls() {
    let tales = tales();
    let windows = Windows::new(&tales, SHAPE.context, 1).unwrap();
    let recipe = Recipe { steps: 250, rate: 1e-2, ..recipe() };
    let mut training = Training::start(recipe, windows, "ids".into()).unwrap();
    let first = advance(&mut training, 1);
    assert!((first - 257f64.ln()).abs() < 0.1, "an untrained model is unsure: {first}");
    let last = advance(&mut training, 249);
    let frequencies = entropy(&tales);
    assert!(last < frequencies - 0.5, "after 250 steps {last}, frequencies give {frequencies}");
}

/// The loss of a model that knows nothing but each id's frequency.
fn entropy(tales: &[Vec<u32>]) -> f64 {
    let mut counts = [0.0f64; 257];
    for &id in tales.iter().flatten() {
        counts[id as usize] += 1.0;
    }
    let all: f64 = counts.iter().sum();
    counts.iter().filter(|&&n| n > 0.0).map(|n| n / all * (all / n).ln()).sum()
}
