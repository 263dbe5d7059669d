//! Embeds data into the binary: checked and indexed here, so that nothing of it is read at start-up.

#[path = "build/policies.rs"]
mod policies;
#[path = "build/providers.rs"]
mod providers;

use std::path::Path;

fn main() {
    let out = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    let out = Path::new(&out);
    let embedded = providers::embed(Path::new("providers"), &out.join("providers.rs"))
        .and_then(|()| policies::embed(Path::new("policies"), &out.join("policies.rs")));
    if let Err(message) = embedded {
        println!("cargo::error={message}");
    }
}
