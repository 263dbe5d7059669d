//! All tokens of a file, blanks and comments included: what an editor colours, and what comments are found in.

use super::lexer::{Lexer, TokenKind};
use super::{Syntax, Tree, json};
use crate::source::Span;

/// Goes through the tokens of a tree's file.
pub struct Tokens<'s> {
    tree: &'s Tree,
    source: Source<'s>,
    /// Where the last token ended.
    at: u32,
}

enum Source<'s> {
    Native(Lexer<'s>),
    Json,
}

impl Tree {
    /// All tokens, in order and without gaps: their texts together are the file. A byte order mark is a blank. Where
    /// the file is damaged, a token is what its bytes say, whatever the tree makes of it.
    pub fn tokens(&self) -> Tokens<'_> {
        let bytes = self.file.bytes();
        let source = match self.syntax {
            Syntax::Json | Syntax::JsonValues => Source::Json,
            Syntax::Template => Source::Native(Lexer::template(bytes, 0, self.start())),
            Syntax::Native | Syntax::Expression => Source::Native(Lexer::new(bytes, 0, self.start())),
        };
        Tokens { tree: self, source, at: 0 }
    }

    /// Where the text starts: after a byte order mark.
    fn start(&self) -> usize {
        if self.file.bytes().starts_with(b"\xef\xbb\xbf") { 3 } else { 0 }
    }
}

impl Iterator for Tokens<'_> {
    type Item = (TokenKind, Span);

    fn next(&mut self) -> Option<(TokenKind, Span)> {
        let length = self.tree.file.bytes().len() as u32;
        let start = self.at;
        if start >= length {
            return None;
        }
        if start == 0 && self.tree.start() > 0 {
            self.at = self.tree.start() as u32;
            return Some((TokenKind::Blank, Span::new(self.tree.file.id(), 0, self.at)));
        }
        let kind = match &mut self.source {
            Source::Native(lexer) => loop {
                // Some tokens have no bytes: the end of a string that is not closed on its line.
                let token = lexer.next();
                if token.end > start || token.kind == TokenKind::End {
                    self.at = token.end.max(start);
                    break token.kind;
                }
            },
            Source::Json => {
                let (kind, end) = json::token(&self.tree.file.bytes()[start as usize..]);
                self.at = start + end as u32;
                kind
            }
        };
        if kind == TokenKind::End {
            self.at = length;
        }
        Some((kind, Span::new(self.tree.file.id(), start, self.at)))
    }
}
