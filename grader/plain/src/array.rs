//! Arrays with a shape: where two of them part, and how that is shown.

use crate::value::near;

/// Numbers or truth values in rows, the last axis running fastest.
#[derive(Clone, Debug, PartialEq)]
pub struct Array {
    /// How many there are along each axis: `[rows, columns]` for a matrix.
    pub shape: Vec<usize>,
    /// As many as the axes multiplied.
    pub cells: Cells,
}

/// What an array holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Cells {
    /// `f32`
    Floats(Vec<f32>),
    /// `bool`, as in a mask.
    Bools(Vec<bool>),
}

impl Array {
    /// Whether shape and cells are the same, numbers within the tolerance.
    pub fn alike(&self, other: &Array, tolerance: f64) -> bool {
        self.shape == other.shape && self.first_apart(other, tolerance).is_none()
    }

    /// The first cell in which two arrays of one shape part; with another kind of cells, the
    /// first of all.
    fn first_apart(&self, other: &Array, tolerance: f64) -> Option<usize> {
        match (&self.cells, &other.cells) {
            (Cells::Floats(a), Cells::Floats(b)) => {
                let apart = |(a, b): (&f32, &f32)| !near((*a).into(), (*b).into(), tolerance);
                a.iter().zip(b).position(apart)
            }
            (Cells::Bools(a), Cells::Bools(b)) => a.iter().zip(b).position(|(a, b)| a != b),
            _ => Some(0),
        }
    }

    /// How it parts from another, in words.
    pub(crate) fn difference(&self, got: &Array, tolerance: f64) -> Option<String> {
        if self.shape != got.shape {
            return Some(format!("expected the shape {:?}, got {:?}", self.shape, got.shape));
        }
        let cell = self.first_apart(got, tolerance)?;
        let (a, b) = (self.cell(cell, 7), got.cell(cell, 7));
        Some(format!("first difference at {}: expected {a}, got {b}", self.place(cell)))
    }

    /// `row 2, column 0`, as the axes are counted.
    fn place(&self, cell: usize) -> String {
        let at = self.index(cell);
        match at.as_slice() {
            [i] => format!("[{i}]"),
            [row, column] => format!("row {row}, column {column}"),
            [matrix, row, column] => format!("matrix {matrix}, row {row}, column {column}"),
            _ => format!("{at:?}"),
        }
    }

    fn index(&self, cell: usize) -> Vec<usize> {
        let mut rest = cell;
        let mut at: Vec<usize> = self
            .shape
            .iter()
            .rev()
            .map(|&n| {
                let here = rest % n.max(1);
                rest /= n.max(1);
                here
            })
            .collect();
        at.reverse();
        at
    }

    /// A cell in Rust's words, with at most so many digits after the point.
    pub(crate) fn cell(&self, cell: usize, digits: usize) -> String {
        match &self.cells {
            Cells::Floats(f) => f.get(cell).map_or("nothing".to_owned(), |f| number(*f, digits)),
            Cells::Bools(b) => b.get(cell).map_or("nothing".to_owned(), bool::to_string),
        }
    }

    fn len(&self) -> usize {
        match &self.cells {
            Cells::Floats(f) => f.len(),
            Cells::Bools(b) => b.len(),
        }
    }

    /// In one line: whole when it is small, else its shape.
    pub(crate) fn line(&self, limit: usize) -> String {
        let whole = if self.len() <= 24 { self.nested(0, 0) } else { String::new() };
        if !whole.is_empty() && whole.chars().count() <= limit {
            return whole;
        }
        format!("{:?} {}", self.shape, if self.shape.len() == 2 { "matrix" } else { "array" })
    }

    /// In one line, if it is small enough to be looked at so. An empty one is all shape.
    fn small(&self) -> Option<String> {
        match self.len() {
            0 => Some(format!("nothing, in the shape {:?}", self.shape)),
            1..=12 => Some(self.nested(0, 0)).filter(|line| line.len() <= SMALL),
            _ => None,
        }
    }

    /// From this axis on, with the nested brackets of Rust.
    fn nested(&self, axis: usize, start: usize) -> String {
        let Some(&n) = self.shape.get(axis) else { return self.cell(start, 7) };
        let stride: usize = self.shape[axis + 1..].iter().product();
        let parts: Vec<String> =
            (0..n).map(|i| self.nested(axis + 1, start + i * stride)).collect();
        format!("[{}]", parts.join(", "))
    }
}

fn number(f: f32, digits: usize) -> String {
    if f.is_finite() && f != 0.0 && !(1e-4..1e9).contains(&f.abs()) {
        return format!("{f:.1e}");
    }
    let text = format!("{f:.digits$}");
    if digits < 7 || !text.contains('.') {
        return text;
    }
    let text = text.trim_end_matches('0');
    if text.ends_with('.') { format!("{text}0") } else { text.to_owned() }
}

/// How many rows and columns of a matrix are shown around a difference.
const ROWS: usize = 5;
const COLUMNS: usize = 3;
/// How long an array may be in one line to be shown in it.
const SMALL: usize = 64;

/// Two arrays that part, each as a few rows and columns around the first difference, for a look
/// side by side. Small ones in a line each. Nothing when they do not part.
pub fn grids(expected: &Array, got: &Array, tolerance: f64) -> Option<(String, String)> {
    if let (Some(expected), Some(got)) = (expected.small(), got.small()) {
        return Some((expected, got));
    }
    let cell = match expected.shape == got.shape {
        true => expected.first_apart(got, tolerance)?,
        false => 0,
    };
    let digits = if expected.cell(cell, 4) == got.cell(cell, 4) { 6 } else { 4 };
    Some((grid(expected, cell, digits), grid(got, cell, digits)))
}

fn grid(array: &Array, cell: usize, digits: usize) -> String {
    let mut lines = vec![format!("shape {:?}", array.shape)];
    let at = array.index(cell);
    let (columns, rows) = match array.shape.as_slice() {
        [] => return array.cell(0, digits),
        [n] => (*n, 1),
        [.., rows, columns] => (*columns, *rows),
    };
    let column = at.last().copied().unwrap_or(0);
    let row = at.len().checked_sub(2).map_or(0, |axis| at[axis]);
    // Where the matrix in which it lies begins.
    let base = cell - (row * columns + column).min(cell);
    if at.len() > 2 {
        lines.push(format!("matrix {:?}", &at[..at.len() - 2]));
    }
    let (first_row, last_row) = around(row, rows, ROWS);
    let (first, last) = around(column, columns, COLUMNS);
    let name = |c: usize| format!("col {c}");
    let cells: Vec<Vec<String>> = (first_row..last_row)
        .map(|r| (first..last).map(|c| array.cell(base + r * columns + c, digits)).collect())
        .collect();
    let width = cells.iter().flatten().map(|c| c.chars().count()).max().unwrap_or(0).max(5);
    let heads: Vec<String> = (first..last).map(|c| format!("{:>width$}", name(c))).collect();
    let more = |hidden: bool| if hidden { " …" } else { "" };
    lines.push(format!("       {}{}", heads.join(" "), more(last < columns)));
    for (r, row) in (first_row..).zip(cells) {
        let row: Vec<String> = row.iter().map(|c| format!("{c:>width$}")).collect();
        lines.push(format!("row {r:<2} {}", row.join(" ")));
    }
    if last_row < rows {
        lines.push("…".to_owned());
    }
    lines.join("\n")
}

/// So many of `n`, with `focus` among them.
fn around(focus: usize, n: usize, so_many: usize) -> (usize, usize) {
    let first = focus.saturating_sub(so_many / 2).min(n.saturating_sub(so_many));
    (first, (first + so_many).min(n))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::TOLERANCE;

    fn matrix(shape: &[usize], start: f32) -> Array {
        let n: usize = shape.iter().product();
        let cells = (0..n).map(|i| start + i as f32 / 10.0).collect();
        Array { shape: shape.to_vec(), cells: Cells::Floats(cells) }
    }

    #[test]
    fn a_matrix_parts_at_a_row_and_a_column() {
        let (a, mut b) = (matrix(&[4, 5], 0.0), matrix(&[4, 5], 0.0));
        assert_eq!(a.difference(&b, TOLERANCE), None);
        if let Cells::Floats(cells) = &mut b.cells {
            cells[13] = 7.0;
        }
        let said = a.difference(&b, TOLERANCE).expect("they part");
        assert_eq!(said, "first difference at row 2, column 3: expected 1.3, got 7.0");
        let (left, right) = grids(&a, &b, TOLERANCE).expect("they part");
        assert_eq!(
            left,
            "shape [4, 5]\n        col 2  col 3  col 4\nrow 0  0.2000 0.3000 0.4000\nrow 1  0.7000 0.8000 0.9000\nrow 2  1.2000 1.3000 1.4000\nrow 3  1.7000 1.8000 1.9000"
        );
        assert!(right.contains("row 2  1.2000 7.0000 1.4000"), "{right}");
    }

    #[test]
    fn another_shape_is_said_first() {
        let said =
            matrix(&[2, 3], 0.0).difference(&matrix(&[3, 2], 0.0), TOLERANCE).expect("they part");
        assert_eq!(said, "expected the shape [2, 3], got [3, 2]");
    }

    #[test]
    fn in_a_stack_the_matrix_is_named_and_shown() {
        let (a, mut b) = (matrix(&[2, 3, 4], 0.0), matrix(&[2, 3, 4], 0.0));
        if let Cells::Floats(cells) = &mut b.cells {
            cells[17] = 0.0;
        }
        let said = a.difference(&b, TOLERANCE).expect("they part");
        assert!(said.starts_with("first difference at matrix 1, row 1, column 1"), "{said}");
        let (left, _) = grids(&a, &b, TOLERANCE).expect("they part");
        assert!(left.contains("matrix [1]") && left.contains("row 1  1.6000 1.7000"), "{left}");
    }

    #[test]
    fn digits_grow_until_the_difference_shows() {
        let (a, b) = (matrix(&[7, 2], 1.0), matrix(&[7, 2], 1.000_02));
        let (left, right) = grids(&a, &b, TOLERANCE).expect("they part");
        assert!(left.contains("1.000000") && right.contains("1.000020"), "{left}\n{right}");
    }

    #[test]
    fn one_that_does_not_fit_a_line_is_shown_in_rows_like_the_other() {
        let (a, b) = (matrix(&[2, 4], 0.123_456), matrix(&[2, 4], 1.0));
        let (left, right) = grids(&a, &b, TOLERANCE).expect("they part");
        assert!(left.starts_with("shape [2, 4]\n"), "{left}");
        assert!(right.starts_with("shape [2, 4]\n"), "{right}");
    }

    #[test]
    fn two_empty_ones_of_other_shapes_do_not_look_the_same() {
        let (left, right) =
            grids(&matrix(&[0, 4], 0.0), &matrix(&[4, 0], 0.0), TOLERANCE).expect("they part");
        assert_eq!(left, "nothing, in the shape [0, 4]");
        assert_eq!(right, "nothing, in the shape [4, 0]");
    }

    #[test]
    fn a_small_array_is_a_line_of_rust_and_a_large_one_its_shape() {
        assert_eq!(matrix(&[2, 2], 1.0).line(96), "[[1.0, 1.1], [1.2, 1.3]]");
        assert_eq!(matrix(&[70, 40], 1.0).line(96), "[70, 40] matrix");
        assert_eq!(matrix(&[0, 4], 1.0).line(96), "[]");
    }
}
