//! Does nothing: it is here so that this package has build dependencies, which make the derive
//! macros of a section's build the very ones of the runner's. See Cargo.toml.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
}
