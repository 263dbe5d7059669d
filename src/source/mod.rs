//! Room 1: file identity, bytes, line index, spans, discovery.
//!
//! Knows paths and bytes and nothing of what is written in them.

mod discover;
mod file;
mod paths;
mod problem;
mod repository;
mod span;

pub use discover::{
    Boundary, ConfigFile, Directory, Files, Flavour, Listing, MAX_FILE_SIZE, Options, Role, Texts, directory, discover,
    in_memory, read_file,
};
pub use file::{Position, SourceFile, SourceMap};
pub use paths::{clean, relative};
pub use problem::{Problem, ProblemKind};
pub use repository::Repository;
pub use span::{FileId, Span};
