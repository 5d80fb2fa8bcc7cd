//! The bytes of a tensor as `f32`.

use half::{bf16, f16};
use safetensors::tensor::{Dtype, TensorView};

/// The numbers of a tensor as `f32`, in its own order; `None` when it does not hold floats of
/// 16 or 32 bits.
///
/// Nothing is lost: `f32` has room for every `f16` (5 bits of exponent, 10 of fraction) and
/// every `bf16` (8 and 7: the upper half of an `f32`).
pub fn to_f32(view: &TensorView<'_>) -> Option<Vec<f32>> {
    let bytes = view.data();
    Some(match view.dtype() {
        Dtype::F32 => numbers(bytes, f32::from_le_bytes),
        Dtype::F16 => numbers(bytes, |number| f16::from_le_bytes(number).to_f32()),
        Dtype::BF16 => numbers(bytes, |number| bf16::from_le_bytes(number).to_f32()),
        _ => return None,
    })
}

/// One number from every `N` bytes. The length is a multiple of `N`: the header was checked.
fn numbers<const N: usize>(bytes: &[u8], read: impl Fn([u8; N]) -> f32) -> Vec<f32> {
    bytes.as_chunks::<N>().0.iter().map(|&number| read(number)).collect()
}
