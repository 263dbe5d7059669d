//! Room 16: arguments → library calls → exit code.

mod args;
mod check;
mod eval;
mod exit;
mod explain;
mod inputs;
mod parse;
mod plan;
mod policies;
mod run;
mod test;

use std::process::ExitCode;

use args::{Args, Command};
pub use exit::Exit;

/// Runs the program with the process's arguments.
pub fn main() -> ExitCode {
    // Our own failure must not look like a finding, so a panic ends as "could not run".
    let outcome = std::panic::catch_unwind(|| {
        let args = match Args::read() {
            Ok(args) => args,
            Err(error) => {
                let exit = if error.use_stderr() { Exit::CouldNotRun } else { Exit::Clean };
                let _ = error.print();
                return exit;
            }
        };
        let result = match args.command {
            Command::Check(args) => check::check(args),
            Command::Plan(args) => plan::plan(&args),
            Command::Test(args) => test::test(&args),
            Command::Policies(args) => policies::list(&args),
            Command::Parse(args) => parse::parse(&args),
            Command::Eval(args) => eval::eval(&args),
            Command::Explain(args) => explain::explain(&args),
        };
        result.unwrap_or_else(|error| {
            if is_closed_pipe(&error) {
                return Exit::Clean;
            }
            anstream::eprintln!("error: {error:#}");
            Exit::CouldNotRun
        })
    });
    outcome.unwrap_or(Exit::CouldNotRun).into()
}

/// Whoever reads our output may stop reading: that is no failure.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
    })
}
