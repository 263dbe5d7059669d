//! The kinds of tokens.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
#[allow(missing_docs, reason = "a sign's name is its documentation")]
pub enum TokenKind {
    /// The end of the text.
    End,
    /// Spaces and tabs.
    Blank,
    /// `\n` or `\r\n`.
    Newline,
    /// From `#` or `//` to the end of the line, its line break included.
    LineComment,
    /// `/* … */`
    BlockComment,
    /// A name.
    Name,
    /// A number.
    Number,
    /// The quote that opens a string.
    OpenQuote,
    /// The quote that closes a string.
    CloseQuote,
    /// `<<NAME` or `<<-NAME` and its line break.
    OpenHeredoc,
    /// The line with the name that ends a heredoc, without its line break.
    CloseHeredoc,
    /// Text of a string, heredoc or template.
    Text,
    /// `${` or `${~`
    OpenInterpolation,
    /// `%{` or `%{~`
    OpenDirective,
    /// The `}` or `~}` that ends an interpolation or directive.
    CloseSequence,
    OpenBrace,
    CloseBrace,
    OpenBracket,
    CloseBracket,
    OpenParen,
    CloseParen,
    Dot,
    Comma,
    Colon,
    DoubleColon,
    Ellipsis,
    FatArrow,
    Assign,
    Question,
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Plus,
    Minus,
    Star,
    Slash,
    Percent,
    Not,
    /// A line break inside a quoted string, where none may be; the string ends before it or goes on after it.
    StrayNewline,
    /// A `/*` that no `*/` follows, and the rest of its line.
    OpenComment,
    /// A character that the language does not use.
    Stray,
    /// Bytes that are not UTF-8.
    NotUtf8,
}

/// What a [`TokenKind::Text`] token has that makes its value differ from its bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Flags {
    /// Has a backslash, `$${` or `%%{`.
    pub escapes: bool,
    /// Has bytes that are not UTF-8.
    pub not_utf8: bool,
    /// Has a carriage return that belongs to no line break, where the language has no place for it.
    pub stray_return: bool,
}

/// A token and where it stands, as tree positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub kind: TokenKind,
    pub start: u32,
    pub end: u32,
    pub flags: Flags,
}
