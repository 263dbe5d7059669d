//! Why an expression has no value.

use std::fmt;

use crate::addrs::Str;
use crate::diag::Diagnostic;
use crate::source::Span;

/// The value of an expression, or why it has none.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A failing expression. Cheap to make, since `try` makes many and shows none: words are put together when asked for.
#[derive(Clone, Debug)]
pub struct Error {
    /// The smallest span that shows it.
    pub span: Span,
    /// What is wrong.
    pub kind: Box<ErrorKind>,
}

/// What is wrong.
#[derive(Clone, Debug)]
pub enum ErrorKind {
    /// An object has no such attribute.
    NoAttribute(Str),
    /// A collection has no such index or key.
    NoIndex(Str),
    /// An attribute or index of null.
    NullAccess,
    /// An attribute or index of a value that has none; the type's name.
    NotACollection(String),
    /// A name that is nowhere declared: what it is, and the nearest that is declared.
    Undeclared(String, Option<String>),
    /// An operand or condition of the wrong type or null; the message.
    Operand(String),
    /// A call fails: the function and the message.
    Call(Str, String),
    /// Too few or too many arguments: the function, how many there are, and how it is called.
    Count(Str, String, Option<String>),
    /// No such function, and the nearest there is.
    NoFunction(Str, Option<String>),
    /// References go in a circle.
    Cycle(String),
    /// Evaluation goes deeper, takes longer, or makes more, than is supported.
    Limit(Limit),
    /// Anything else; the message.
    Other(String),
}

/// What is more than is supported, so that every run ends in bounded time and memory.
#[derive(Clone, Debug)]
pub enum Limit {
    /// Evaluations within evaluations, through references as well.
    Depth,
    /// The work of one root module.
    Work,
    /// The size of a value: of what.
    Value(String),
    /// The length of a text.
    Text,
    /// The digits of a number.
    Number,
    /// The instances of one block or root module: what makes them, and how many there may be.
    Instances(&'static str, usize),
    /// What a function makes: its name and the message.
    Call(Str, String),
}

impl Limit {
    fn help(&self) -> &'static str {
        match self {
            Limit::Depth => "take it apart: fewer levels, or fewer names that lead from one to the next",
            Limit::Work => "let it go through fewer values, or make several root modules of this one",
            Limit::Value(_) | Limit::Text | Limit::Call(..) => "make it of fewer or smaller values",
            Limit::Number => "write a number of fewer digits, or a text",
            Limit::Instances(..) => "make fewer of them, or several root modules of this one",
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Limit::Depth => f.write_str("this is nested or referred to too deeply to be evaluated"),
            Limit::Work => f.write_str("evaluation takes too many steps"),
            Limit::Value(what) => write!(f, "{what} is too large"),
            Limit::Text => f.write_str("this text would be too long"),
            Limit::Number => f.write_str("this number has too many digits"),
            Limit::Instances(what, most) => write!(f, "{what} makes more than {most} instances"),
            Limit::Call(name, message) => write!(f, "call of `{name}` fails: {message}"),
        }
    }
}

impl Error {
    /// An error at a place.
    pub fn new(span: Span, kind: ErrorKind) -> Self {
        Error { span, kind: Box::new(kind) }
    }

    /// An error that is only words.
    pub fn other(span: Span, message: impl Into<String>) -> Self {
        Error::new(span, ErrorKind::Other(message.into()))
    }

    /// As a diagnostic.
    pub fn diagnostic(&self) -> Diagnostic {
        let code = match *self.kind {
            ErrorKind::Cycle(_) => "cycle",
            ErrorKind::Limit(_) => "limit",
            _ => "expression",
        };
        let mut diagnostic = Diagnostic::error(code, self.to_string()).at(self.span, "");
        diagnostic.placeless = code == "cycle";
        match self.kind.as_ref() {
            ErrorKind::Undeclared(_, Some(near)) | ErrorKind::NoFunction(_, Some(near)) => {
                diagnostic = diagnostic.help(format!("did you mean `{near}`?"));
            }
            ErrorKind::Limit(limit) => diagnostic = diagnostic.help(limit.help()),
            ErrorKind::Count(_, _, Some(usage)) => diagnostic = diagnostic.help(format!("call it as `{usage}`")),
            _ => {}
        }
        diagnostic
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind.as_ref() {
            ErrorKind::NoAttribute(name) => write!(f, "this object does not have an attribute named `{name}`"),
            ErrorKind::NoIndex(key) => write!(f, "this collection has no element {key}"),
            ErrorKind::NullAccess => f.write_str("this value is null, so it has no attributes or elements"),
            ErrorKind::NotACollection(ty) => write!(f, "a {ty} has no attributes or elements"),
            ErrorKind::Undeclared(what, _) => write!(f, "{what} is not declared"),
            ErrorKind::Operand(message) | ErrorKind::Other(message) => f.write_str(message),
            ErrorKind::Limit(limit) => limit.fmt(f),
            ErrorKind::Call(name, message) => write!(f, "call of `{name}` fails: {message}"),
            ErrorKind::Count(name, message, _) => write!(f, "`{name}` {message}"),
            ErrorKind::NoFunction(name, _) => write!(f, "there is no function named `{name}`"),
            ErrorKind::Cycle(members) => write!(f, "references go in a circle: {members}"),
        }
    }
}

impl std::error::Error for Error {}
