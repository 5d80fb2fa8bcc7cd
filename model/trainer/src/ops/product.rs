//! Matrix products on slices.

use gemm::Parallelism;

/// A matrix within a slice: element (r, c) is `data[r · row + c · column]`.
#[derive(Clone, Copy)]
pub struct Matrix<'a> {
    data: &'a [f32],
    rows: usize,
    columns: usize,
    row: usize,
    column: usize,
}

impl<'a> Matrix<'a> {
    /// Rows that stand `stride` numbers apart, each `columns` long.
    pub fn new(data: &'a [f32], [rows, columns]: [usize; 2], stride: usize) -> Matrix<'a> {
        Matrix { data, rows, columns, row: stride, column: 1 }
    }

    /// The transposed matrix, by exchanging the strides: nothing is copied.
    pub fn t(self) -> Matrix<'a> {
        let Matrix { data, rows, columns, row, column } = self;
        Matrix { data, rows: columns, columns: rows, row: column, column: row }
    }
}

/// out = keep · out + factor · a · b, where rows of `out` stand `stride` numbers apart.
///
/// With `keep` false what stands in `out` is not looked at. Panics when the shapes do not fit.
pub fn multiply(out: &mut [f32], stride: usize, keep: bool, a: Matrix, b: Matrix, factor: f32) {
    let (m, n, k) = (a.rows, b.columns, a.columns);
    assert_eq!(k, b.rows, "a product of [{m}, {k}] and [{}, {n}]", b.rows);
    let last = |rows: usize, row: usize, columns: usize, column: usize| {
        rows.saturating_sub(1) * row + columns.saturating_sub(1) * column
    };
    assert!(last(m, a.row, k, a.column) < a.data.len(), "the left matrix ends too early");
    assert!(last(k, b.row, n, b.column) < b.data.len(), "the right matrix ends too early");
    assert!(stride >= n && last(m, stride, n, 1) < out.len(), "the product does not fit");
    // SAFETY: the three assertions above: every element read or written lies in its slice, and
    // rows of `out` do not overlap. `out` is borrowed mutably, so it is not `a` or `b` either.
    #[allow(unsafe_code)]
    unsafe {
        gemm::gemm(
            m,
            n,
            k,
            out.as_mut_ptr(),
            1,
            stride as isize,
            keep,
            a.data.as_ptr(),
            a.column as isize,
            a.row as isize,
            b.data.as_ptr(),
            b.column as isize,
            b.row as isize,
            1.0,    // of what `out` held
            factor, // of the product
            false,
            false,
            false,
            Parallelism::None,
        );
    }
}
