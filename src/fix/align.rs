//! Columns of `=` and of comments at the ends of lines, as `terraform fmt` has them.
//!
//! Its rule (`hclwrite/format.go` of hashicorp/hcl): a line is a *lead*, an *assign* cell from the first `=` on, and a
//! *comment* cell. In each run of lines that have a cell, the cell stands one blank after the longest of what is before
//! it; but an assign cell whose brackets go on below is a run of its own. A heredoc is part of its line.

use std::collections::HashSet;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::source::Span;
use crate::syntax::{TokenKind, Tree};

use super::edit::{Edit, Shift};

/// What may stand in a column.
#[derive(Clone, Copy)]
enum Column {
    Assign,
    Comment,
}

/// Part of a line.
#[derive(Clone, Debug)]
struct Cell {
    /// The bytes between it and what is before it.
    gap: Range<u32>,
    /// How many blanks these are, or shall be. None where there is anything but blanks.
    blanks: Option<usize>,
    /// How many columns it takes itself.
    columns: usize,
}

#[derive(Clone, Debug, Default)]
struct Line {
    lead: usize,
    assign: Option<Cell>,
    /// Whether its brackets go on below, so that its `=` is in no column with others, but one blank after the name.
    goes_on: bool,
    comment: Option<Cell>,
}

impl Line {
    fn cell(&self, column: Column) -> Option<&Cell> {
        match column {
            Column::Assign => self.assign.as_ref(),
            Column::Comment => self.comment.as_ref(),
        }
    }

    fn cell_mut(&mut self, column: Column) -> Option<&mut Cell> {
        match column {
            Column::Assign => self.assign.as_mut(),
            Column::Comment => self.comment.as_mut(),
        }
    }

    /// How many columns are before the gap of a cell.
    fn before(&self, column: Column) -> usize {
        match (column, &self.assign) {
            (Column::Comment, Some(assign)) => self.lead + assign.blanks.unwrap_or(assign.gap.len()) + assign.columns,
            _ => self.lead,
        }
    }
}

/// The edits with those that keep columns, or nothing where there are none. `after` is what `edits` make of `tree`.
///
/// A run of the new text is put in order if all its old lines were in runs that were in order: what somebody laid out
/// by hand stays as it is.
pub(super) fn settle(tree: &Tree, after: &Tree, edits: &[Edit]) -> Option<Vec<Edit>> {
    let shift = Shift::new(edits);
    let old = lines(tree);
    let mut new = lines(after);
    let mut moves = Vec::new();
    for column in [Column::Assign, Column::Comment] {
        let untidy = untidy(&old, column, edits, &shift);
        for run in runs(&new, column) {
            let lines = &mut new[run];
            let starts = lines.iter().filter_map(|line| Some(line.cell(column)?.gap.end));
            if starts.into_iter().any(|start| untidy.contains(&start)) {
                continue;
            }
            let target = target(lines, column);
            for line in lines {
                let spaces = target - line.before(column);
                let Some(cell) = line.cell_mut(column).filter(|cell| cell.blanks != Some(spaces)) else { continue };
                let span = Span::new(after.file().id(), cell.gap.start, cell.gap.end);
                moves.push(Edit::new(span, " ".repeat(spaces)));
                cell.blanks = Some(spaces);
            }
        }
    }
    moves.sort_by_key(|edit| edit.span.start);
    (!moves.is_empty()).then(|| shift.with(&moves))
}

/// Where cells of the old text that are in a run that is not in order are in the new one.
fn untidy(old: &[Line], column: Column, edits: &[Edit], shift: &Shift) -> HashSet<u32> {
    let mut untidy = HashSet::new();
    for run in runs(old, column) {
        let lines = &old[run];
        let target = target(lines, column);
        let blanks = |line: &Line| line.cell(column).and_then(|cell| cell.blanks);
        if lines.iter().all(|line| blanks(line) == Some(target - line.before(column))) {
            continue;
        }
        let starts = lines.iter().filter_map(|line| Some(line.cell(column)?.gap.end));
        untidy.extend(starts.filter(|&at| !is_removed(edits, at)).map(|at| shift.start(at)));
    }
    untidy
}

fn is_removed(edits: &[Edit], at: u32) -> bool {
    edits.get(edits.partition_point(|edit| edit.span.end <= at)).is_some_and(|edit| edit.span.start <= at)
}

/// The column, counted from 0, that the cells of a run stand in when they are in order.
fn target(run: &[Line], column: Column) -> usize {
    run.iter().map(|line| line.before(column)).max().unwrap_or_default() + 1
}

/// The runs of lines that have a cell.
fn runs(lines: &[Line], column: Column) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let alone = |at: usize| matches!(column, Column::Assign) && lines[at].goes_on;
    for (at, _) in lines.iter().enumerate().filter(|(_, line)| line.cell(column).is_some()) {
        match runs.last_mut() {
            Some(run) if run.end == at && !alone(at) && !alone(at - 1) => run.end += 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

fn lines(tree: &Tree) -> Vec<Line> {
    let bytes = tree.file().bytes();
    let mut lines = Vec::new();
    let mut tokens = Vec::new();
    let mut start = 0;
    for (kind, span) in tree.tokens() {
        match kind {
            TokenKind::Blank if span.start == 0 && bytes.starts_with(b"\xef\xbb\xbf") => start = span.end,
            TokenKind::Blank => {}
            TokenKind::Newline | TokenKind::LineComment => {
                if kind == TokenKind::LineComment {
                    tokens.push((kind, span));
                }
                lines.push(line(bytes, start, &tokens));
                tokens.clear();
                start = span.end;
            }
            _ => tokens.push((kind, span)),
        }
    }
    lines.push(line(bytes, start, &tokens));
    lines
}

/// The cells of the line that starts at `start`, from its tokens without blanks.
fn line(bytes: &[u8], start: u32, tokens: &[(TokenKind, Span)]) -> Line {
    let (comment, tokens) = match tokens {
        [rest @ .., (TokenKind::LineComment, span)] if !rest.is_empty() => (Some(*span), rest),
        _ => (None, tokens),
    };
    let end_of = |tokens: &[(TokenKind, Span)]| tokens.last().map_or(start, |(_, span)| span.end);
    let cell = |before: u32, start: u32, end: u32| Cell {
        gap: before..start,
        blanks: bytes[before as usize..start as usize]
            .iter()
            .all(|byte| *byte == b' ')
            .then_some((start - before) as usize),
        columns: columns(&bytes[start as usize..end as usize]),
    };
    let end = end_of(tokens);
    let assign = tokens.iter().position(|(kind, _)| *kind == TokenKind::Assign).filter(|at| *at > 0);
    let lead = assign.map_or(end, |at| end_of(&tokens[..at]));
    Line {
        lead: columns(&bytes[start as usize..lead as usize]),
        goes_on: assign.is_some_and(|at| tokens[at..].iter().map(|(kind, _)| opens(*kind)).sum::<i32>() != 0),
        assign: assign.map(|at| cell(lead, tokens[at].1.start, end)),
        comment: comment.map(|comment| cell(end, comment.start, comment.start)),
    }
}

/// How many brackets a token opens.
fn opens(kind: TokenKind) -> i32 {
    use TokenKind::*;
    match kind {
        OpenBrace | OpenBracket | OpenParen | OpenInterpolation | OpenDirective => 1,
        CloseBrace | CloseBracket | CloseParen | CloseSequence => -1,
        _ => 0,
    }
}

fn columns(text: &[u8]) -> usize {
    match text.is_ascii() {
        true => text.len(),
        false => String::from_utf8_lossy(text).graphemes(true).count(),
    }
}
