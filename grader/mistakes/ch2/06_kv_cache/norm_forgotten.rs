//! Keys and values of rows without their norm
//!
//! This is what you get when x goes into `project` as it is. In a block the norm comes first:
//! queries, keys and values are made of `layer_norm(x, ln_1)`, while x itself stays what the
//! results are added to.

pub fn step(ids: &[u32], cache: &mut crate::Cache, model: &model::Model) -> Vec<f32> {
    let (weights, epsilon) = (&model.weights, model.config.layer_norm_epsilon);
    let mut x = crate::given::embed(&ids[cache.len()..], cache.len(), weights);
    for (l, block) in weights.blocks.iter().enumerate() {
        let (q, k, v) = crate::given::project(&x, l, weights);
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
