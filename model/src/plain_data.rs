//! The parts of a model as plain data: what a hidden check can hand to a learner's function, show
//! in its feedback, and hold a planted mistake against.
//!
//! A small layer is shown number by number. Of what is larger the sizes say more than four
//! million bytes, under the letters of the course.

use plain::{Plain, Value, plain_struct};

use crate::{BlockWeights, Config, Linear, Model, Norm, Weights};

plain_struct!(Linear { weight, bias });
plain_struct!(Norm { weight, bias });

impl Plain for BlockWeights {
    fn value(&self) -> Value {
        let (d, inner) = self.mlp.c_fc.weight.dim();
        sizes("BlockWeights", &[("d", d), ("inner", inner)])
    }
}

impl Plain for Config {
    fn value(&self) -> Value {
        let Value::Struct(name, mut fields) = sizes("Config", &of_config(self)) else {
            return Value::Unit;
        };
        fields.push(("ε", self.layer_norm_epsilon.value()));
        Value::Struct(name, fields)
    }
}

impl Plain for Weights {
    fn value(&self) -> Value {
        let ((v, d), c) = (self.wte.dim(), self.wpe.nrows());
        sizes("Weights", &[("V", v), ("C", c), ("d", d), ("blocks", self.blocks.len())])
    }
}

impl Plain for Model {
    fn value(&self) -> Value {
        sizes("Model", &of_config(&self.config))
    }
}

fn of_config(config: &Config) -> [(&'static str, usize); 6] {
    [
        ("L", config.n_layer),
        ("heads", config.n_head),
        ("d", config.n_embd),
        ("inner", config.inner()),
        ("C", config.n_positions),
        ("V", config.vocab_size),
    ]
}

fn sizes(name: &'static str, sizes: &[(&'static str, usize)]) -> Value {
    Value::Struct(name, sizes.iter().map(|(name, size)| (*name, size.value())).collect())
}
