//! Computed anew, only it does not show
//!
//! The logits are right, and so is the cache in the end, but the whole text went through the model
//! again: rows that the cache held already were computed once more. That is the work a cache is
//! there to save. Send only `ids[cache.len()..]` through the layers, and let them attend to what is
//! cached.

pub fn step(ids: &[u32], cache: &mut crate::Cache, model: &model::Model) -> Vec<f32> {
    let (weights, epsilon) = (&model.weights, model.config.layer_norm_epsilon);
    *cache = crate::Cache::new(model.config.n_layer, model.config.n_embd);
    let mut x = crate::given::embed(&ids[..], 0, weights);
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
