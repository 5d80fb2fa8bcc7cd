//! A heat map as an SVG picture.

use ndarray::Array2;

/// The colour of weight 1; weight 0 is white.
const FULL: [f32; 3] = [8.0, 48.0, 107.0];
/// Below this a cell is not drawn: nobody could see it.
const FAINT: f32 = 0.004;

/// Rows are the tokens that look, columns the tokens looked at, `[T, T]`.
pub fn svg(title: &str, weights: &Array2<f32>, labels: &[String]) -> String {
    let count = labels.len();
    let size = (960 / count.max(1)).clamp(8, 28); // of a cell
    let font = size.saturating_sub(2).min(13);
    let longest = labels.iter().map(|label| label.chars().count()).max().unwrap_or(0);
    let margin = longest * font * 62 / 100 + 16; // for the labels, left and above
    let (top, side) = (margin + 34, count * size);
    let (width, height) = ((margin + side + 24).max(360), top + side + 56);
    let mut shown = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\" font-family=\"monospace\" font-size=\"{font}\" fill=\"#222\">\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>\n\
         <text x=\"12\" y=\"22\" font-size=\"15\" font-family=\"sans-serif\">{}: where each token looks</text>\n",
        escape(title)
    );
    for (i, label) in labels.iter().enumerate() {
        let (label, middle) = (escape(label), i * size + size / 2);
        let (x, y) = (margin + middle, top + middle + font / 3);
        shown.push_str(&format!(
            "<text x=\"{}\" y=\"{y}\" text-anchor=\"end\">{label}</text>\n\
             <text transform=\"translate({} {}) rotate(-90)\">{label}</text>\n",
            margin - 6,
            x + font / 3,
            top - 6
        ));
    }
    for ((t, s), &weight) in weights.indexed_iter().filter(|((t, s), w)| s <= t && **w >= FAINT) {
        shown.push_str(&format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{size}\" height=\"{size}\" fill=\"{}\"><title>{} → {}: {weight:.3}</title></rect>\n",
            margin + s * size,
            top + t * size,
            colour(weight),
            escape(&labels[t]),
            escape(&labels[s]),
        ));
    }
    let outline = format!(
        "M{margin} {top}{}H{margin}Z",
        (0..count).map(|t| format!("H{}v{size}", margin + (t + 1) * size)).collect::<String>()
    );
    shown.push_str(&format!("<path d=\"{outline}\" fill=\"none\" stroke=\"#bbb\"/>\n"));
    shown.push_str(&scale(margin, top + side + 18));
    shown + "</svg>\n"
}

/// What the colours mean.
fn scale(x: usize, y: usize) -> String {
    let steps = 20;
    let cells: String = (0..steps)
        .map(|i| {
            let weight = i as f32 / (steps - 1) as f32;
            format!(
                "<rect x=\"{}\" y=\"{y}\" width=\"10\" height=\"12\" fill=\"{}\"/>",
                x + i * 10,
                colour(weight)
            )
        })
        .collect();
    let label = |at: usize, text: &str| {
        format!(
            "<text x=\"{}\" y=\"{}\" font-size=\"11\" text-anchor=\"middle\">{text}</text>",
            x + at,
            y + 26
        )
    };
    format!(
        "{cells}\n<rect x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"12\" fill=\"none\" stroke=\"#bbb\"/>\n{}{}{}\n",
        steps * 10,
        label(4, "0"),
        label(steps * 5, "weight"),
        label(steps * 10 - 4, "1")
    )
}

fn colour(weight: f32) -> String {
    let [r, g, b] = FULL.map(|full| (255.0 + (full - 255.0) * weight.clamp(0.0, 1.0)) as u8);
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// Text that can stand in XML. Control characters cannot, and are escaped already.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
