//! The operations of the forward pass, each with its gradient.
//!
//! Candle keeps the tensors and walks backwards through them. Its own layer norm and softmax
//! over the last axis have no gradient (`apply_op3_no_bwd`, candle-nn 0.11), and what does have
//! one takes many passes over memory and many copies.
//! So these are candle's custom operations: plain loops over slices, and `gemm` for products.
//!
//! All run on one thread; a step runs several windows at once instead (see
//! [`crate::training`]), so that the result does not depend on how many cores there are.

mod attention;
mod exp;
mod floats;
mod gelu;
mod linear;
mod loss;
mod norm;
mod product;

pub use attention::{Attention, attention, probabilities};
pub use gelu::gelu;
pub use linear::{linear, project};
pub use loss::cross_entropy;
pub use norm::layer_norm;
