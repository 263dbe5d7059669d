//! Syntax errors as Terraform tells them.

use std::collections::{BTreeMap, HashSet};

use crate::diag::Diagnostic;
use crate::source::{FileId, Span};
use crate::syntax::{Block, Scanned, Tree, scan};

use super::schema::{self, Schema};
use super::sources::Sources;

/// What is told however much was wrong before.
const UNGUARDED: &[&str] = &["expected `=` or `{` after", "is set twice"];

/// What is told of a value that is none.
const UNREAD: &str = "expected `=` or `{` after `value`";

/// A file with syntax errors.
struct Broken {
    /// Where the first one is.
    first: u32,
    /// Where Terraform reads no more of it, or otherwise.
    end: Option<u32>,
    scanned: Scanned,
}

/// What Terraform tells of syntax errors in native syntax: after the first one in a file only names that begin neither
/// an argument nor a block, and each end of a line within a string; of braces that are missing or too much what follows
/// from them by their number alone.
pub fn as_terraform_tells(sources: &Sources, problems: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let syntax = |problem: &Diagnostic| problem.span().filter(|_| problem.code == "syntax");
    let mut files: BTreeMap<FileId, Broken> = BTreeMap::new();
    let mut more = Vec::new();
    let mut sorted: Vec<(Span, &str)> =
        problems.iter().filter_map(|one| Some((syntax(one)?, one.message.as_str()))).collect();
    sorted.sort();
    for (span, message) in sorted {
        let file = sources.map().get(span.file);
        let json = file.path().extension().is_some_and(|extension| extension == "json");
        if files.contains_key(&span.file) || json {
            continue;
        }
        let scanned = scan(file.bytes());
        let closes_nothing = scanned.extra.filter(|_| message == "expected an attribute or block, found `}`");
        let end = match (closes_nothing, &scanned.open[..]) {
            _ if !scanned.breaks.is_empty() || scanned.within => None,
            (Some(extra), _) => {
                more.push(error(span.file, extra, "this brace closes nothing"));
                Some(extra as u32)
            }
            (None, [.., open]) if message.ends_with("is never closed") && message.starts_with(['a', '`']) => {
                more.push(error(span.file, *open, "a block is never closed"));
                more.extend(swallowed(span.file, file.bytes(), &scanned));
                Some(*open as u32)
            }
            _ => None,
        };
        files.insert(span.file, Broken { first: span.start, end, scanned });
    }
    let trees = sources.directories(0).flat_map(|parsed| parsed.files.iter().map(|(_, tree)| tree));
    let broken = |tree: &&Tree| files.get(&tree.file().id()).is_some_and(|one| one.end.is_none());
    more.extend(trees.filter(broken).flat_map(unvalued));
    let mut seen = HashSet::new();
    let mut told: Vec<Diagnostic> = problems
        .into_iter()
        .filter(|problem| {
            let broken = problem.span().and_then(|span| Some((span, files.get(&span.file)?)));
            let Some((span, broken)) = broken else { return true };
            match (broken.end, problem.code) {
                (Some(_), "syntax") => false,
                (Some(end), _) => span.start < end,
                (None, "syntax") => {
                    let earlier = broken.scanned.breaks.first().is_none_or(|at| span.start as usize <= *at);
                    let leading = span.start == broken.first && seen.insert(span.file);
                    earlier && (leading || UNGUARDED.iter().any(|words| problem.message.contains(words)))
                }
                (None, _) => true,
            }
        })
        .collect();
    for (file, broken) in &files {
        let all = broken.scanned.breaks.iter();
        told.extend(all.map(|at| error(*file, *at, "a string goes on over the end of a line")));
    }
    told.extend(more);
    told
}

fn error(file: FileId, at: usize, message: &str) -> Diagnostic {
    Diagnostic::error("syntax", message).at(Span::new(file, at as u32, at as u32 + 1), "").help("close what is open")
}

/// What a block takes for its own that is never closed, and may not have.
fn swallowed(file: FileId, text: &[u8], scanned: &Scanned) -> Vec<Diagnostic> {
    let [open] = scanned.open[..] else { return Vec::new() };
    let allowed: &Schema = match first_word(text, open) {
        b"variable" => &schema::VARIABLE,
        b"output" => &schema::OUTPUT,
        b"terraform" => &schema::TERRAFORM,
        b"check" => &schema::CHECK,
        b"locals" => &schema::LOCALS,
        _ => return Vec::new(),
    };
    let inside = scanned.opened.iter().filter(|(at, around)| *at > open && *around == 1);
    let blocks = inside.filter(|(at, _)| !line_before(text, *at).contains(&b'='));
    let wrong = blocks
        .filter(|(at, _)| std::str::from_utf8(first_word(text, *at)).is_ok_and(|word| allowed.labels(word).is_none()));
    // Of local values the first is told of.
    let most = if allowed.attributes.is_empty() && allowed.blocks.is_empty() { 1 } else { usize::MAX };
    wrong.take(most).map(|(at, _)| error(file, *at, "a block is not expected in a block that is not closed")).collect()
}

/// What stands before a brace on its line.
fn line_before(text: &[u8], at: usize) -> &[u8] {
    let start = text[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    &text[start..at]
}

fn first_word(text: &[u8], at: usize) -> &[u8] {
    let line = line_before(text, at).trim_ascii_start();
    let end = line.iter().position(|byte| !(byte.is_ascii_alphanumeric() || *byte == b'_')).unwrap_or(line.len());
    &line[..end]
}

/// Outputs whose value could not be read at all.
fn unvalued(tree: &Tree) -> Vec<Diagnostic> {
    // Our own parser takes what follows for a value nevertheless.
    let unread = |block: &Block<'_>| {
        let inside =
            |one: &&Diagnostic| one.span().is_some_and(|at| block.span().range().contains(&(at.start as usize)));
        let within = tree.diagnostics().iter().filter(inside).any(|one| one.message.starts_with(UNREAD));
        within || block.body().damage().is_some() && block.body().attribute("value").is_none()
    };
    let outputs = tree.body().blocks().filter(|block| block.ty().name == "output");
    let missing = outputs.filter(unread).map(|block| {
        Diagnostic::error("missing-argument", "the argument `value` is required")
            .at(block.header(), "")
            .help("add `value = …`")
    });
    missing.collect()
}
