//! ndarray's arrays as plain data.

use ndarray::{ArrayBase, Data, Dimension};

use crate::array::{Array, Cells};
use crate::convert::Plain;
use crate::value::Value;

/// What an array may hold to be plain.
trait Cell: Copy {
    fn cells(all: Vec<Self>) -> Cells;
}

impl Cell for f32 {
    fn cells(all: Vec<f32>) -> Cells {
        Cells::Floats(all)
    }
}

impl Cell for bool {
    fn cells(all: Vec<bool>) -> Cells {
        Cells::Bools(all)
    }
}

#[allow(private_bounds)]
impl<S: Data<Elem: Cell>, D: Dimension> Plain for ArrayBase<S, D> {
    fn value(&self) -> Value {
        let cells = Cell::cells(self.iter().copied().collect());
        Value::Array(Array { shape: self.shape().to_vec(), cells })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_axis_runs_fastest_whatever_the_layout() {
        let a = ndarray::array![[1.0f32, 2.0, 3.0], [4.0, 5.0, 6.0]];
        let Value::Array(turned) = a.t().value() else { panic!("an array") };
        assert_eq!(turned.shape, [3, 2]);
        assert_eq!(turned.cells, Cells::Floats(vec![1.0, 4.0, 2.0, 5.0, 3.0, 6.0]));
    }
}
