//! The committed model through our forward pass and through Hugging Face's: `model/fixtures`.

use std::path::Path;

use trainer::compare::measure;

/// Token ids equal, and no number further apart than f32 allows two orders of summing to be.
#[test]
fn agrees_with_hugging_face() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let found = measure(folder).unwrap();
    assert_eq!(found.prompts, 24);
    assert!(found.largest() <= 1e-4, "{found:?}");
}
