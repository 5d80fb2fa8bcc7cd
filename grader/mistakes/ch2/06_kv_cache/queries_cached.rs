//! Queries in the place of keys
//!
//! This is what you get when the queries are taken for the keys and the keys for the queries. The
//! score of two tokens is a dot product, so something sensible seems to come out, but who asks and
//! who answers is exchanged. `project` gives queries, keys and values, in this order.

pub fn step(ids: &[u32], cache: &mut crate::Cache, model: &model::Model) -> Vec<f32> {
    let (weights, epsilon) = (&model.weights, model.config.layer_norm_epsilon);
    let mut x = crate::given::embed(&ids[cache.len()..], cache.len(), weights);
    for (l, block) in weights.blocks.iter().enumerate() {
        let (k, q, v) =
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
