//! The parts of a model as plain data: what a hidden check can hand to a learner's function, show
//! in its feedback, and hold a planted mistake against.

use plain::plain_struct;

use crate::{AttnWeights, BlockWeights, Config, Linear, MlpWeights, Model, Norm, Weights};

plain_struct!(Linear { weight, bias });
plain_struct!(Norm { weight, bias });
plain_struct!(AttnWeights { c_attn, c_proj });
plain_struct!(MlpWeights { c_fc, c_proj });
plain_struct!(BlockWeights { ln_1, attn, ln_2, mlp });
plain_struct!(Config {
    n_layer,
    n_head,
    n_embd,
    n_positions,
    vocab_size,
    layer_norm_epsilon,
    n_inner
});
plain_struct!(Weights { wte, wpe, blocks, ln_f });

/// A model in a call is told by its sizes; its four million bytes say nothing more.
impl plain::Plain for Model {
    fn value(&self) -> plain::Value {
        let Config { n_layer, n_head, n_embd, n_positions, vocab_size, .. } = &self.config;
        let sizes = [
            ("n_layer", n_layer),
            ("n_head", n_head),
            ("n_embd", n_embd),
            ("n_positions", n_positions),
            ("vocab_size", vocab_size),
        ];
        let sizes = sizes.map(|(name, size)| (name, size.value()));
        plain::Value::Struct("Model", sizes.to_vec())
    }
}
