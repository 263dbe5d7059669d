//! Errors that people make, at every place of a sound text.

use std::ops::Range;
use std::sync::Arc;

use tomcheck::source::{SourceMap, Span};
use tomcheck::syntax::{Attribute, Block, Body, Expr, Syntax, TokenKind, Tree, parse};

/// One error: what stands in the place of a piece of the text.
#[derive(Clone, Debug)]
pub struct Edit {
    /// Which error it is.
    pub class: &'static str,
    /// Which part it breaks.
    pub place: Place,
    pub range: Range<usize>,
    pub with: String,
    /// The top-level block that it is in, by number.
    pub block: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    Value,
    Name,
    /// Between the items of a block.
    Item,
    /// The header of a block in a block.
    Nested,
    /// A brace around a block in a block.
    NestedBrace,
    /// The header of a block of the file.
    Header,
    /// A brace around a block of the file.
    Brace,
    /// Between the blocks of the file.
    Top,
}

impl Edit {
    pub fn apply(&self, text: &str) -> String {
        format!("{}{}{}", &text[..self.range.start], self.with, &text[self.range.end..])
    }
}

/// A block of the file.
#[derive(Debug)]
pub struct Top {
    pub span: Range<usize>,
    pub ty: String,
    pub labels: Vec<String>,
}

pub struct Sound {
    tree: Tree,
}

struct Edits<'a> {
    text: &'a str,
    tree: &'a Tree,
    block: Option<usize>,
    found: Vec<Edit>,
}

impl Sound {
    pub fn new(text: &str) -> Sound {
        let file = SourceMap::default().add("main.tf".into(), text.as_bytes().to_vec());
        let tree = parse(Arc::clone(&file), Syntax::Native);
        assert!(tree.diagnostics().is_empty(), "{text}");
        Sound { tree }
    }

    pub fn blocks(&self) -> Vec<Top> {
        let tops = self.tree.body().blocks().map(|block| Top {
            span: block.span().range(),
            ty: block.ty().name.to_owned(),
            labels: block.labels().iter().map(|label| label.text.to_string()).collect(),
        });
        tops.collect()
    }

    /// All errors.
    pub fn edits(&self, text: &str) -> Vec<Edit> {
        let mut edits = Edits { text, tree: &self.tree, block: None, found: Vec::new() };
        for (at, block) in self.tree.body().blocks().enumerate() {
            let start = block.span().range().start;
            for (class, with) in [
                ("stray brace", "}\n"),
                ("stray word", "resour\n"),
                ("stray sign", "$\n"),
                ("stray quote", "\"\n"),
                ("stray bracket", "[\n"),
                ("comment not closed", "/* old\n"),
                ("conflict", "<<<<<<< HEAD\n"),
                ("stray attribute start", "x =\n"),
                ("header alone", "resource \"aws_s3_bucket\"\n"),
                ("header and brace alone", "resource \"aws_s3_bucket\" \"new\" {\n\n"),
            ] {
                edits.add(class, Place::Top, start..start, with);
            }
            edits.block = Some(at);
            edits.block(block, true);
            edits.block = None;
        }
        edits.found
    }
}

impl Edits<'_> {
    fn add(&mut self, class: &'static str, place: Place, range: Range<usize>, with: &'static str) {
        let block = self.block;
        // A line that is put in front leaves the next one indented as it was.
        let line = self.text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let indentation = &self.text[line..range.start];
        let with = match with.ends_with('\n') && indentation.trim().is_empty() {
            true => format!("{with}{indentation}"),
            false => with.to_owned(),
        };
        self.found.push(Edit { class, place, range, with, block });
    }

    fn block(&mut self, block: Block, top: bool) {
        let (header, brace) = if top { (Place::Header, Place::Brace) } else { (Place::Nested, Place::NestedBrace) };
        let ty = block.ty().span.range();
        self.add("type missing", header, ty.clone(), "");
        self.add("type in quotes open", header, ty.start..ty.start, "\"");
        self.add("sign after type", header, ty.end..ty.end, " $");
        self.add("equals after type", header, ty.end..ty.end, " = ");
        self.add("type cut by dot", header, ty.end..ty.end, ".");
        for label in block.labels() {
            let label = label.span.range();
            if self.text[label.clone()].starts_with('"') {
                self.add("label not opened", header, label.start..label.start + 1, "");
                self.add("label not closed", header, label.end - 1..label.end, "");
                self.add("interpolation in label", header, label.end - 1..label.end - 1, "${a}");
                self.add("label in single quotes", header, label.start..label.start + 1, "'");
            }
            self.add("comma after label", header, label.end..label.end, ",");
        }
        let open = block.header().range().end;
        let open = open + self.text[open..].find('{').unwrap();
        self.add("brace not opened", brace, open..open + 1, "");
        self.add("brace on the next line", brace, open..open, "\n");
        self.add("bracket for brace", brace, open..open + 1, "[");
        self.add("brace twice", brace, open..open, "{");
        let close = block.span().range().end - 1;
        self.add("brace not closed", brace, close..close + 1, "");
        self.add("brace closed twice", brace, close..close, "}\n");
        self.add("brace closed twice on a line", brace, close..close, "}");
        self.add("bracket closes brace", brace, close..close + 1, "]");
        self.add("parenthesis before brace", brace, close..close, ")");
        self.body(block.body());
    }

    fn body(&mut self, body: Body) {
        for attribute in body.attributes() {
            self.attribute(attribute);
        }
        for block in body.blocks() {
            let start = block.span().range().start;
            self.stray_items(start);
            self.block(block, false);
        }
    }

    fn stray_items(&mut self, at: usize) {
        for (class, with) in [
            ("half a name", "encr\n"),
            ("stray brace", "}\n"),
            ("stray bracket", "]\n"),
            ("stray open bracket", "[\n"),
            ("stray open brace", "{\n"),
            ("stray quote", "\"\n"),
            ("stray sign", "$\n"),
            ("half a block", "rule {\n"),
            ("half a block header", "rule \"x\n"),
            ("name and equals", "encr =\n"),
            ("name and equals on the line", "encr = "),
            ("name before", "encr "),
            ("comment not closed", "/* old\n"),
            ("conflict", "=======\n"),
        ] {
            self.add(class, Place::Item, at..at, with);
        }
    }

    fn attribute(&mut self, attribute: Attribute) {
        let name = attribute.name().span.range();
        let value = attribute.expr().span().range();
        self.stray_items(name.start);
        self.add("name missing", Place::Name, name.clone(), "");
        self.add("digit before name", Place::Name, name.start..name.start, "1");
        self.add("quote before name", Place::Name, name.start..name.start, "\"");
        self.add("dot after name", Place::Name, name.end..name.end, ".x");
        self.add("sign before name", Place::Name, name.start..name.start, "@");
        self.add("equals missing", Place::Name, name.end..value.start, " ");
        self.add("equals twice", Place::Name, name.end..value.start, " == ");
        self.add("colon for equals", Place::Name, name.end..value.start, ": ");
        self.add("arrow for equals", Place::Name, name.end..value.start, " => ");
        self.add("value missing", Place::Value, value.clone(), "");
        for (class, with) in [
            ("sign after value", " $"),
            ("bracket after value", " ]"),
            ("parenthesis after value", ")"),
            ("brace after value", " }"),
            ("word after value", " or"),
            ("comma after value", ","),
            ("quote after value", "\""),
            ("dot after value", "."),
            ("operator after value", " +"),
            ("question after value", " ? "),
            ("bracket opens after value", "["),
            ("semicolon after value", ";"),
        ] {
            self.add(class, Place::Value, value.end..value.end, with);
        }
        for (class, with) in [
            ("quote before value", "\""),
            ("sign before value", "% "),
            ("parenthesis before value", "("),
            ("bracket before value", "["),
        ] {
            self.add(class, Place::Value, value.start..value.start, with);
        }
        self.tokens(attribute.expr());
    }

    /// Each quote, bracket and comma of a value missing.
    fn tokens(&mut self, value: Expr) {
        let Span { start, end, .. } = value.span();
        let tokens: Vec<_> = self.tree.tokens().filter(|(_, span)| span.start >= start && span.end <= end).collect();
        for (kind, span) in tokens {
            let range = span.range();
            let class = match kind {
                TokenKind::OpenQuote => "quote not opened",
                TokenKind::CloseQuote => "quote not closed",
                TokenKind::OpenBracket => "bracket not opened",
                TokenKind::CloseBracket => "bracket not closed",
                TokenKind::OpenBrace => "object not opened",
                TokenKind::CloseBrace => "object not closed",
                TokenKind::OpenParen => "parenthesis not opened",
                TokenKind::CloseParen => "parenthesis not closed",
                TokenKind::OpenInterpolation => "interpolation not opened",
                TokenKind::CloseSequence => "interpolation not closed",
                TokenKind::OpenHeredoc => "heredoc not opened",
                TokenKind::CloseHeredoc => "heredoc not closed",
                TokenKind::Comma => "comma missing",
                TokenKind::Assign => "equals missing in object",
                TokenKind::Dot => "dot missing",
                _ => continue,
            };
            self.add(class, Place::Value, range, "");
        }
    }
}
