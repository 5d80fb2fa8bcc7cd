//! Attended before appended
//!
//! This is what you get when the queries attend before the new keys and values are in the cache. A
//! token sees itself too, and `attend` takes the last T rows of the cache for the new ones. Append
//! first, then attend.

pub fn step(ids: &[u32], cache: &mut crate::Cache, model: &model::Model) -> Vec<f32> {
    let (weights, epsilon) = (&model.weights, model.config.layer_norm_epsilon);
    let mut x = crate::given::embed(&ids[cache.len()..], cache.len(), weights);
    for (l, block) in weights.blocks.iter().enumerate() {
        let (q, k, v) =
            crate::given::project(&crate::given::layer_norm(&x, &block.ln_1, epsilon), l, weights);
        let mixed = crate::attend(&q, &cache.layers[l], model.config.n_head);
        crate::append(&mut cache.layers[l], &k, &v);
        x += &crate::given::linear(&mixed, &block.attn.c_proj);
        x += &crate::given::feed_forward(
            &crate::given::layer_norm(&x, &block.ln_2, epsilon),
            &block.mlp,
        );
    }
    crate::given::logits(&x, weights, epsilon)
}
