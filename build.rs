//! Embeds data into the binary: checked and indexed here, so that nothing of it is read at start-up.

#[path = "build/policies.rs"]
mod policies;
#[path = "build/profiles.rs"]
mod profiles;
#[path = "build/providers.rs"]
mod providers;

use std::path::Path;

fn main() {
    let out = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    let out = Path::new(&out);
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    let embedded = [
        providers::embed(Path::new("providers"), &out.join("providers.rs")),
        profiles::embed(Path::new("profiles"), &out.join("profiles.rs")),
        policies::embed(Path::new("policies"), &out.join("policies.rs")),
    ];
    for message in embedded.into_iter().filter_map(Result::err) {
        println!("cargo::error={message}");
    }
}
