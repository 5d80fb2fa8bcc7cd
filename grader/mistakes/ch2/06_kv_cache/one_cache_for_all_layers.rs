//! All layers share one cache
//!
//! This is what you get when every layer appends to `cache.layers[0]`. Then it grows by the new
//! tokens once in each layer, and the layers look at one another's keys. Each layer has keys and
//! values of its own: layer l uses `cache.layers[l]`.

pub fn step(ids: &[u32], cache: &mut crate::Cache, model: &model::Model) -> Vec<f32> {
    let (weights, epsilon) = (&model.weights, model.config.layer_norm_epsilon);
    let mut x = crate::given::embed(&ids[cache.len()..], cache.len(), weights);
    for (l, block) in weights.blocks.iter().enumerate() {
        let (q, k, v) =
            crate::given::project(&crate::given::layer_norm(&x, &block.ln_1, epsilon), l, weights);
        crate::append(&mut cache.layers[0], &k, &v);
        let mixed = crate::attend(&q, &cache.layers[0], model.config.n_head);
        x += &crate::given::linear(&mixed, &block.attn.c_proj);
        x += &crate::given::feed_forward(
            &crate::given::layer_norm(&x, &block.ln_2, epsilon),
            &block.mlp,
        );
    }
    crate::given::logits(&x, weights, epsilon)
}
