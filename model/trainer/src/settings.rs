//! Every number that decides what the model becomes, in one place.

/// The shape of a GPT-2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Blocks, `n_layer`.
    pub layers: usize,
    /// Width of the residual stream, `n_embd`, d in the shape comments.
    pub width: usize,
    /// Attention heads in a block, `n_head`. Divides the width.
    pub heads: usize,
    /// The longest text in tokens, `n_positions`, C in the shape comments.
    pub context: usize,
    /// Different tokens, `vocab_size`, V in the shape comments.
    pub vocabulary: usize,
}

impl Shape {
    /// How many numbers are trained: 2.2's formula, Vd + Cd + L(12d² + 13d) + 2d.
    pub fn parameters(&self) -> usize {
        let d = self.width;
        (self.vocabulary + self.context) * d + self.layers * (12 * d * d + 13 * d) + 2 * d
    }
}

/// The course's model: 957,184 parameters, 3.8 MB in f32.
pub const COURSE: Shape = Shape { layers: 4, width: 128, heads: 4, context: 256, vocabulary: 1024 };

/// GPT-2's ε in every layer norm.
pub const NORM_EPSILON: f32 = 1e-5;

/// The text of the one special token: it stands before every tale, and so after every tale too.
pub const END_OF_TEXT: &str = "<|endoftext|>";
/// Merges learned. With 256 bytes and the special token that makes 1,024 ids.
pub const MERGES: usize = COURSE.vocabulary - 256 - 1;

/// The seed of the corpus.
pub const CORPUS_SEED: u64 = 1;
/// Tales trained on: the numbers from 0 on.
pub const TRAIN_TALES: u64 = 60_000;
/// The first held-out tale. Far above the others: more tales to train on never reach it.
pub const HELD_OUT_FIRST: u64 = 1_000_000_000;
/// Held-out tales, never trained on.
pub const HELD_OUT_TALES: u64 = 2_000;

/// What a training depends on, beside the corpus. Kept in every checkpoint: a training goes on
/// only with the settings that it was begun with.
#[derive(Clone, Debug, PartialEq)]
pub struct Recipe {
    /// The model's shape.
    pub shape: Shape,
    /// Steps of the optimizer.
    pub steps: usize,
    /// Windows of `context` tokens in a step.
    pub batch: usize,
    /// The highest learning rate.
    pub rate: f64,
    /// Steps in which the learning rate rises to the highest.
    pub warm_up: usize,
    /// Seeds the first weights and the order of the tales.
    pub seed: u64,
}

/// Steps of the course's model: 20 minutes on two cores with nothing else to do.
pub const STEPS: usize = 16_000;

impl Recipe {
    /// The recipe of the course's model, for that many steps.
    pub fn course(steps: usize) -> Recipe {
        Recipe { shape: COURSE, steps, batch: 8, rate: 2e-3, warm_up: 200, seed: 1 }
    }

    /// The recipe as one line of text, the same for equal recipes.
    pub fn line(&self) -> String {
        let Shape { layers, width, heads, context, vocabulary } = self.shape;
        let Recipe { steps, batch, rate, warm_up, seed, .. } = self;
        format!(
            "layers {layers}, width {width}, heads {heads}, context {context}, \
             vocabulary {vocabulary}, steps {steps}, batch {batch}, rate {rate}, \
             warm-up {warm_up}, seed {seed}"
        )
    }
}

/// AdamW's share of the old first and second moment, as GPT-3 was trained.
pub const BETAS: (f32, f32) = (0.9, 0.95);
/// AdamW's ε.
pub const ADAM_EPSILON: f32 = 1e-8;
/// Weight decay, on matrices only: biases and norms are left alone.
pub const WEIGHT_DECAY: f32 = 0.1;
/// The longest gradient, over all parameters together.
pub const CLIP: f64 = 1.0;
/// The learning rate at the end, as a share of the highest.
pub const FINAL_RATE: f64 = 0.1;
