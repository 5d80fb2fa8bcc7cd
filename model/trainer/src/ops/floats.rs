//! The numbers of a tensor as a slice.

use std::ops::Deref;

use candle_core::{CpuStorage, Layout, Result, Storage, Tensor, bail};

/// The numbers of a contiguous f32 tensor on the CPU, without a copy. Reads as a slice.
pub struct Floats<'a> {
    /// Candle's read lock, of a type that it does not name.
    storage: Box<dyn Deref<Target = Storage> + 'a>,
    range: (usize, usize),
}

impl Floats<'_> {
    /// Holds the tensor's numbers. An error when it is not contiguous, f32 and on the CPU.
    pub fn of(tensor: &Tensor) -> Result<Floats<'_>> {
        let (storage, layout) = tensor.storage_and_layout();
        let storage: Box<dyn Deref<Target = Storage> + '_> = Box::new(storage);
        let Storage::Cpu(cpu) = &**storage else { bail!("the trainer computes on the CPU only") };
        slice(cpu, layout)?;
        let range = layout.contiguous_offsets().unwrap_or_default();
        Ok(Floats { storage, range })
    }
}

impl Deref for Floats<'_> {
    type Target = [f32];

    fn deref(&self) -> &[f32] {
        match &**self.storage {
            Storage::Cpu(CpuStorage::F32(values)) => &values[self.range.0..self.range.1],
            _ => &[], // `of` let nothing else through
        }
    }
}

/// The numbers of an operation's argument; an error when they are not contiguous f32.
pub fn slice<'a>(storage: &'a CpuStorage, layout: &Layout) -> Result<&'a [f32]> {
    match layout.contiguous_offsets() {
        Some((start, end)) => Ok(&storage.as_slice::<f32>()?[start..end]),
        None => bail!("expected a contiguous tensor, found strides {:?}", layout.stride()),
    }
}
