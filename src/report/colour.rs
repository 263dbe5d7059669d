//! Whether a stream takes colours, by the conventions of terminals.

use anstream::stream::{AsLockedWrite, RawStream};

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

impl Colour {
    /// All, by the words of a command line.
    pub const WORDS: [(&'static str, Colour); 3] =
        [("auto", Colour::Auto), ("always", Colour::Always), ("never", Colour::Never)];
}

/// Whether to write colours to a stream. Where nothing is chosen, `NO_COLOR` beats `CLICOLOR_FORCE`, which beats that
/// the stream is no terminal or a dumb one, which beats `CLICOLOR=0`.
pub fn use_colour(choice: Colour, stream: &(impl RawStream + AsLockedWrite)) -> bool {
    match choice {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => anstream::AutoStream::choice(stream) != anstream::ColorChoice::Never,
    }
}
