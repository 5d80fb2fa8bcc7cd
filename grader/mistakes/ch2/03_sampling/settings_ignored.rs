//! Drawn without the settings
//!
//! This is what you get when the token is drawn from the plain softmax of the logits. Draw from
//! what `distribution` returns for these settings, or a token that top-k has ruled out is written
//! all the same.

pub fn choose(logits: &[f32], settings: &crate::Settings, u: f32) -> u32 {
    covering(&crate::softmax(logits), u)
}

fn covering(probabilities: &[f32], u: f32) -> u32 {
    let (mut sum, mut last) = (0.0, 0);
    for (id, &probability) in probabilities.iter().enumerate() {
        sum += probability;
        if probability > 0.0 {
            last = id as u32;
        }
        if u < sum {
            break;
        }
    }
    last
}
