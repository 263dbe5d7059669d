//! The `tomcheck` program. Everything it does is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    tomcheck::cli::main()
}
