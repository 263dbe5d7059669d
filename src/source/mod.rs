//! Room 1: file identity, bytes, line index, spans, discovery.
//!
//! Knows paths and bytes and nothing of what is written in them.

mod file;
mod span;

pub use file::{Position, SourceFile, SourceMap};
pub use span::{FileId, Span};
