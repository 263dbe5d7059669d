//! Whether a stream takes colours, by the conventions of terminals.

use std::env;
use std::io::IsTerminal;

/// What `--color` says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Colour {
    /// As the environment and the stream are.
    #[default]
    Auto,
    /// Colours, whatever the stream is.
    Always,
    /// No colours.
    Never,
}

/// Whether to write colours to a stream. Where nothing is chosen, `NO_COLOR` beats `CLICOLOR_FORCE`, which beats that
/// the stream is no terminal or a dumb one, which beats `CLICOLOR=0`; an empty variable is none (no-color.org,
/// bixense.com/clicolors).
#[allow(clippy::disallowed_methods, reason = "no verdict depends on colours")]
pub fn use_colour(choice: Colour, stream: &impl IsTerminal) -> bool {
    let variable = |name| env::var(name).ok().filter(|value| !value.is_empty());
    match choice {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => decide(variable, stream.is_terminal()),
    }
}

fn decide(variable: impl Fn(&'static str) -> Option<String>, terminal: bool) -> bool {
    if variable("NO_COLOR").is_some() {
        return false;
    }
    if variable("CLICOLOR_FORCE").is_some_and(|value| value != "0") {
        return true;
    }
    let dumb = variable("TERM").is_some_and(|term| term == "dumb");
    terminal && !dumb && variable("CLICOLOR").is_none_or(|value| value != "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_decides_in_its_order() {
        type Environment = &'static [(&'static str, &'static str)];
        let cases: [(Environment, bool, bool); 11] = [
            (&[], true, true),
            (&[], false, false),
            (&[("NO_COLOR", "1")], true, false),
            (&[("NO_COLOR", "0"), ("CLICOLOR_FORCE", "1")], true, false),
            (&[("CLICOLOR_FORCE", "1")], false, true),
            (&[("CLICOLOR_FORCE", "1"), ("TERM", "dumb"), ("CLICOLOR", "0")], false, true),
            (&[("CLICOLOR_FORCE", "0")], false, false),
            (&[("CLICOLOR_FORCE", "0")], true, true),
            (&[("TERM", "dumb")], true, false),
            (&[("TERM", "xterm"), ("CLICOLOR", "0")], true, false),
            (&[("CLICOLOR", "1")], false, false),
        ];
        for (environment, terminal, expected) in cases {
            let variable =
                |name| environment.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
            assert_eq!(decide(variable, terminal), expected, "{environment:?} {terminal}");
        }
    }
}
