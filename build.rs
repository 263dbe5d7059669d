//! Embeds data into the binary: checked and indexed here, so that nothing of it is read at start-up.

#[path = "build/providers.rs"]
mod providers;

#[path = "build/profiles.rs"]
mod profiles;

use std::path::Path;

fn main() {
    let out = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    if let Err(message) = providers::embed(Path::new("providers"), &Path::new(&out).join("providers.rs")) {
        println!("cargo::error={message}");
    }
    if let Err(message) = profiles::embed(Path::new("profiles"), &Path::new(&out).join("profiles.rs")) {
        println!("cargo::error={message}");
    }
}
