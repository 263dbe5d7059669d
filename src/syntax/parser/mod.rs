//! From tokens to a tree, by recursive descent; operators by precedence.
//!
//! After an error the parser is *lost* ([`Parser::lost`]): it reports nothing more until the innermost list, bracket or
//! body that can go on has found its place again ([`recover`]). So every error is reported, and none twice.

mod access;
mod block;
mod body;
mod brackets;
mod call;
mod collection;
mod directive;
mod expression;
mod messages;
mod recover;
mod recover_text;
mod template;
mod term;

pub(super) use term::is_exponent;

use crate::diag::Diagnostic;
use crate::source::{FileId, Span};

use brackets::{Brackets, Open};

use super::lexer::{Lexer, Token, TokenKind};
use super::tree::{Kind, NONE, Words};

/// How deep blocks and expressions may be nested in each other. Deeper ones are refused with a diagnostic.
pub const MAX_DEPTH: u32 = 1_000;

/// What a parser has made.
pub(super) struct Output {
    pub words: Words,
    pub diagnostics: Vec<Diagnostic>,
    /// Names of functions that have blanks in them, and the nodes that call them.
    pub spaced_names: Vec<(u32, String)>,
    /// How many brackets were still open at the end of the text, as far as that was noticed.
    pub open_at_end: u32,
    /// Whether something was found in a bracket that belongs outside of it.
    pub items_in_brackets: bool,
}

/// Reads one text.
pub(super) struct Parser<'a> {
    lexer: Lexer<'a>,
    file: FileId,
    /// The next token that is neither blank nor comment nor line break.
    token: Token,
    /// Where the first line break before it starts, if there is one that counts.
    newline: u32,
    /// The end of the last token taken.
    end: u32,
    /// Whether a line break ends what is being read: in bodies and objects, not in other brackets.
    newlines: bool,
    depth: u32,
    brackets: Brackets,
    /// Nodes whose parent is not finished yet.
    nodes: Vec<u32>,
    words: Words,
    diagnostics: Vec<Diagnostic>,
    spaced_names: Vec<(u32, String)>,
    lost: bool,
    /// Maps a position of the text to one of the file.
    origin: &'a dyn Fn(u32) -> u32,
    /// Whether the next token is the first of its line, where that line starts, and how far it is indented; the same for
    /// the last token taken.
    starts_line: bool,
    line: u32,
    indentation: u32,
    last_indentation: u32,
    /// Whether indentation tells which bracket is not closed.
    by_indentation: bool,
    /// As in [`Output`].
    open_at_end: u32,
    items_in_brackets: bool,
    /// The end of the last comment that is never closed.
    open_comment_end: u32,
    /// The end of the last token that the language does not have.
    stray_end: u32,
    told_encoding: bool,
    rereads: u32,
    /// Whether a heredoc that is never closed took the ends of blocks with it.
    swallowed: bool,
    /// Whether something was passed over that may be an item of the body around.
    passed_item: bool,
    /// The last block of which anything may be missing.
    damaged_block: u32,
}

impl<'a> Parser<'a> {
    /// Reads what `lexer` finds, and adds to `words`.
    pub fn new(lexer: Lexer<'a>, file: FileId, words: Words, origin: &'a dyn Fn(u32) -> u32) -> Self {
        let start = lexer.base + lexer.at as u32;
        let token = Token { kind: TokenKind::End, start, end: start, flags: Default::default() };
        Parser {
            lexer,
            file,
            token,
            newline: NONE,
            end: start,
            newlines: true,
            depth: 0,
            brackets: Brackets::default(),
            nodes: Vec::new(),
            words,
            diagnostics: Vec::new(),
            spaced_names: Vec::new(),
            lost: false,
            origin,
            starts_line: true,
            line: start,
            indentation: 0,
            last_indentation: 0,
            by_indentation: false,
            open_at_end: 0,
            items_in_brackets: false,
            open_comment_end: NONE,
            stray_end: NONE,
            told_encoding: false,
            rereads: 0,
            swallowed: false,
            passed_item: false,
            damaged_block: NONE,
        }
    }

    /// A file.
    pub fn file(mut self) -> (u32, Output) {
        self.advance();
        let body = self.body(None);
        (body, self.finish())
    }

    /// One expression and nothing else; line breaks mean nothing.
    pub fn lone_expression(mut self) -> (u32, Output) {
        self.newlines = false;
        self.advance();
        let mut expression = self.expression();
        if !self.lost && self.token.kind != TokenKind::End {
            self.unexpected("the end of the expression", "nothing may follow the expression");
            expression = self.invalid(self.words.start(expression), self.token.end, expression);
        }
        (expression, self.finish())
    }

    /// One template without quotes around it, of a lexer for it.
    pub fn lone_template(mut self) -> (u32, Output) {
        let open = self.token;
        self.token = self.lexer.next();
        let template = self.template(Token { kind: TokenKind::Text, ..open });
        (template, self.finish())
    }

    /// Takes the indentation of lines for what it says about brackets that are not closed.
    pub fn by_indentation(mut self) -> Self {
        self.by_indentation = true;
        self
    }

    fn finish(self) -> Output {
        let Parser { words, diagnostics, spaced_names, open_at_end, items_in_brackets, .. } = self;
        Output { words, diagnostics, spaced_names, open_at_end, items_in_brackets }
    }

    /// What comes next; [`TokenKind::Newline`] where a line break comes first and counts.
    #[inline]
    fn peek(&self) -> TokenKind {
        if self.newlines && self.newline != NONE { TokenKind::Newline } else { self.token.kind }
    }

    /// What comes next and where: of line breaks the first.
    fn peek_token(&self) -> Token {
        match self.peek() {
            TokenKind::Newline => {
                let kind = TokenKind::Newline;
                Token { kind, start: self.newline, end: self.newline + 1, flags: Default::default() }
            }
            _ => self.token,
        }
    }

    /// Takes the next token; line breaks before it are passed over.
    #[inline]
    fn bump(&mut self) -> Token {
        let token = self.token;
        self.end = token.end;
        self.last_indentation = self.indentation;
        self.advance();
        token
    }

    /// Takes the next token if it is `kind`.
    #[inline]
    fn eat(&mut self, kind: TokenKind) -> bool {
        let found = self.peek() == kind;
        if found {
            self.bump();
        }
        found
    }

    /// Takes the line breaks before the next token.
    fn eat_newlines(&mut self) -> bool {
        std::mem::replace(&mut self.newline, NONE) != NONE
    }

    #[inline]
    fn advance(&mut self) {
        self.newline = NONE;
        loop {
            self.skip_blanks();
            let token = self.lexer.next();
            match token.kind {
                TokenKind::Blank | TokenKind::BlockComment => continue,
                TokenKind::Newline => {}
                TokenKind::LineComment if self.lexer.bytes.get(self.lexer.at - 1) == Some(&b'\n') => {}
                TokenKind::LineComment => continue,
                TokenKind::OpenComment => {
                    self.open_comment(token);
                    continue;
                }
                _ => {
                    self.token = token;
                    self.starts_line = self.newline != NONE;
                    if self.starts_line {
                        self.indentation = token.start - self.line;
                    }
                    return;
                }
            }
            self.newline = self.newline.min(token.start);
            self.line = token.end;
        }
    }

    /// Passes over blanks and line feeds, which are most of what stands between tokens.
    #[inline]
    fn skip_blanks(&mut self) {
        if !self.lexer.in_code() {
            return;
        }
        let bytes = self.lexer.bytes;
        let mut at = self.lexer.at;
        while let Some(byte) = bytes.get(at) {
            match byte {
                b' ' | b'\t' => at += 1,
                b'\n' => {
                    self.newline = self.newline.min(self.lexer.base + at as u32);
                    at += 1;
                    self.line = self.lexer.base + at as u32;
                }
                _ => break,
            }
        }
        self.lexer.at = at;
    }

    /// The bracket that was just taken.
    fn open_bracket(&mut self, open: Token) {
        let Token { kind, start, end, .. } = open;
        self.brackets.push(Open { kind, start, end, indentation: self.last_indentation });
    }

    /// Reads with line breaks counting or not, and then as before.
    fn with_newlines<T>(&mut self, newlines: bool, read: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.newlines, newlines);
        let result = read(self);
        self.newlines = before;
        result
    }

    /// Reads something nested, on a larger stack where this one gets small. `None`: nested too deeply, and reported.
    #[inline]
    fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.depth >= MAX_DEPTH {
            self.too_deep();
            return None;
        }
        self.depth += 1;
        let result = if self.depth.is_multiple_of(4) {
            stacker::maybe_grow(256 << 10, 2 << 20, || read(self))
        } else {
            read(self)
        };
        self.depth -= 1;
        Some(result)
    }

    /// A position as an index into the text.
    fn at(&self, position: u32) -> usize {
        (position - self.lexer.base) as usize
    }

    fn text(&self, token: Token) -> &'a [u8] {
        self.lexer.slice(token.start, token.end)
    }

    fn is_word(&self, word: &str) -> bool {
        self.peek() == TokenKind::Name && self.text(self.token) == word.as_bytes()
    }

    fn span(&self, start: u32, end: u32) -> Span {
        Span::new(self.file, (self.origin)(start), (self.origin)(end))
    }

    /// Adds a node that stands for something that could not be read; `read` is what could be, or [`NONE`].
    fn invalid(&mut self, start: u32, end: u32, read: u32) -> u32 {
        self.words.push(Kind::Invalid, 0, [start, end.max(start), read])
    }

    /// Takes the nodes collected since `from` off the stack, as a list at the end of the words.
    fn close_list(&mut self, from: usize) {
        self.words.0.extend_from_slice(&self.nodes[from..]);
        self.nodes.truncate(from);
    }
}
