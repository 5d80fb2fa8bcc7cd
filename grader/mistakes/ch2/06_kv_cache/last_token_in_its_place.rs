//! Only the last token goes in, the others are missing
//!
//! This is what you get when only the last of `ids` goes through the model, at the position it has
//! in the text. With one new token that is right, but a prompt brings many, and their keys and
//! values are missing from then on. All of `ids[cache.len()..]` are new.

pub fn step(ids: &[u32], cache: &mut crate::Cache, model: &model::Model) -> Vec<f32> {
    let (weights, epsilon) = (&model.weights, model.config.layer_norm_epsilon);
    let mut x = crate::given::embed(&ids[ids.len() - 1..], ids.len() - 1, weights);
    for (l, block) in weights.blocks.iter().enumerate() {
        let (q, k, v) =
            crate::given::project(&crate::given::layer_norm(&x, &block.ln_1, epsilon), l, weights);
        crate::append(&mut cache.layers[l], &k, &v);
        let mixed = crate::attend(&q, &cache.layers[l], model.config.n_head);
        x += &crate::given::linear(&mixed, &block.attn.c_proj);
        x += &crate::given::feed_forward(
            &crate::given::layer_norm(&x, &block.ln_2, epsilon),
            &block.mlp,
        );
    }
    crate::given::logits(&x, weights, epsilon)
}
