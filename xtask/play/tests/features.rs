//! A copy of the course without solutions builds only the commands whose sections have passed:
//! each of them compiles by itself.

use std::path::Path;
use std::process::Command;

#[test]
fn each_command_compiles_by_itself() {
    let own = Path::new(env!("CARGO_BIN_EXE_llmlings-play"));
    let target = own.parent().and_then(Path::parent).expect("the target folder");
    for features in ["", "neighbours", "attention", "next", "write", "attention,write"] {
        let output = Command::new(env!("CARGO"))
            .args(["check", "--quiet", "--no-default-features", "--features", features])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .env("CARGO_TARGET_DIR", target)
            .output()
            .expect("cargo starts");
        assert!(
            output.status.success(),
            "{features:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}
