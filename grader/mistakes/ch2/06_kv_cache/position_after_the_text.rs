//! The new tokens are counted along
//!
//! This is what you get when the new tokens stand from position `ids.len()` on. That is the length
//! of the text with the new tokens in it, so they come out that much too far along. The first of
//! them is at position `cache.len()`.

pub fn step(ids: &[u32], cache: &mut crate::Cache, model: &model::Model) -> Vec<f32> {
    let (weights, epsilon) = (&model.weights, model.config.layer_norm_epsilon);
    let mut x = crate::given::embed(&ids[cache.len()..], ids.len(), weights);
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
