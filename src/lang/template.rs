//! Templates: text with interpolations and directives.

use std::sync::Arc;

use crate::addrs::Str;
use crate::source::Span;
use crate::syntax::{Expr, Ident, List, Part, Template};
use crate::value::{CauseKind, Causes, Chars, Marks, TextPart, Type, Unknown, Value, convert};

use super::collections::{Iterable, iterable};
use super::conditional::condition_of;
use super::elements::undetermined;
use super::functions::certain_prefix;
use super::{Error, ErrorKind, Evaluator, Frame, Limit, Result, Session};

/// No text is longer, in bytes.
const LONGEST: usize = 8 << 20;

/// Of a text that is not known, more parts than this are not told.
const MAX_PARTS: usize = 256;

/// Text as far as it is put together.
#[derive(Default)]
struct Text {
    known: String,
    marks: Marks,
    /// Set once a part is unknown; `known` is then what certainly stands before it.
    unknown: Option<Causes>,
    /// The value that an unknown alone among empty text stands for.
    alone: Option<Arc<Unknown>>,
    parts: usize,
    /// The parts, as long as each is known or stands for something.
    named: Option<Vec<TextPart>>,
    /// The pieces as they were put together, as long as all of them are there.
    pieces: Option<Vec<Piece>>,
}

/// A piece of a text.
#[derive(Clone)]
pub(super) enum Piece {
    /// Known.
    Text(String),
    /// Not known: a string.
    Unknown(Arc<Unknown>),
}

impl Evaluator<'_> {
    pub(super) fn template(&self, template: &Template<'_>, span: Span) -> Result<Value> {
        if template.wraps
            && let Some(Part::Interpolation(inner)) = template.parts.first()
        {
            return self.eval(inner);
        }
        let mut text = Text::new();
        if self.session.options.as_terraform {
            text.named = None;
            text.pieces = None;
        }
        self.parts(template.parts, &mut text)?;
        let pieces = text.pieces.take();
        if text.known.len() > LONGEST {
            return Err(Error::new(span, ErrorKind::Limit(Limit::Text)));
        }
        let value = match text.unknown {
            None => Value::String(Str::from(text.known)),
            Some(causes) => {
                let mut unknown = Unknown::new(Type::String, causes).not_null();
                unknown.refinement.prefix = certain_prefix(&text.known).into();
                unknown.parts = text.named.take().filter(|parts| parts.len() > 1).map(Arc::new);
                unknown.refinement.chars = pieces.as_deref().and_then(chars);
                unknown.encodes = pieces.as_deref().and_then(super::text_json::decoded);
                match text.alone {
                    Some(alone) if text.parts == 1 => self.spelled(&alone, unknown),
                    Some(alone) => match &alone.possible {
                        Some(_) => self.possible_text(template, unknown)?,
                        None => Value::Unknown(Arc::new(unknown)),
                    },
                    None => Value::Unknown(Arc::new(unknown)),
                }
            }
        };
        Ok(value.with_marks(text.marks))
    }

    /// The only part of a template is unknown: the text stands for the same thing.
    fn spelled(&self, part: &Unknown, mut text: Unknown) -> Value {
        text.symbol = part.symbol.clone();
        text.possible = part.possible.clone();
        Value::Unknown(Arc::new(text))
    }

    /// A template in which one interpolation has known possible values.
    fn possible_text(&self, template: &Template<'_>, unknown: Unknown) -> Result<Value> {
        let mut before = String::new();
        let mut after = String::new();
        let mut choices = None;
        for part in template.parts.iter() {
            let text = match part {
                Part::Literal(text, _) => text.to_string(),
                Part::Interpolation(expr) => match convert(self.eval(expr)?.unmark().0, &Type::String) {
                    Ok(Value::String(text)) => text.to_string(),
                    Ok(Value::Unknown(unknown)) if choices.is_none() && unknown.possible.is_some() => {
                        choices = Some(unknown);
                        continue;
                    }
                    _ => return Ok(Value::Unknown(Arc::new(unknown))),
                },
                _ => return Ok(Value::Unknown(Arc::new(unknown))),
            };
            if choices.is_none() { before.push_str(&text) } else { after.push_str(&text) }
        }
        let Some(choices) = choices else { return Ok(Value::Unknown(Arc::new(unknown))) };
        let make = |value: &Value| match convert(value.clone(), &Type::String) {
            Ok(Value::String(text)) => Ok(Value::String(format!("{before}{text}{after}").into())),
            _ => Ok(Value::Unknown(Arc::new(unknown.clone()))),
        };
        Ok(self.possible(&choices, make).unwrap_or_else(|| Value::Unknown(Arc::new(unknown.clone()))))
    }

    fn parts(&self, parts: List<'_, Part<'_>>, text: &mut Text) -> Result<()> {
        for part in parts.iter() {
            match part {
                Part::Literal(literal, _) => text.push(&literal),
                Part::Interpolation(expr) => text.add(self.eval(expr)?, expr.span())?,
                Part::If { test, then, otherwise } => {
                    let (value, marks) = self.eval(test)?.unmark();
                    text.marks = text.marks.union(marks);
                    // As of a conditional, which arm is taken may not be told.
                    if self.session.options.as_terraform {
                        text.marks = text.marks.union(self.marks_of(then)).union(self.marks_of(otherwise));
                    }
                    match condition_of(value) {
                        Ok(Value::Bool(true)) => self.parts(then, text)?,
                        Ok(Value::Bool(false)) => self.parts(otherwise, text)?,
                        Ok(Value::Unknown(unknown)) => text.lose(&unknown.causes),
                        _ => return Err(Error::other(test.span(), "the condition must be true or false")),
                    }
                }
                Part::For { key_name, value_name, collection, body } => {
                    self.repeat(key_name, value_name, collection, body, text)?;
                }
            }
        }
        Ok(())
    }

    /// The marks that parts give a text, whether they can be put together or not.
    fn marks_of(&self, parts: List<'_, Part<'_>>) -> Marks {
        let mut marks = Marks::default();
        for part in parts.iter() {
            let own = match part {
                Part::Literal(..) => continue,
                Part::Interpolation(expr) => {
                    let causes = Causes::one(CauseKind::Error, "an expression that fails", Some(expr.span()));
                    self.typed(expr, &causes).marks()
                }
                Part::If { test, then, otherwise } => {
                    let test = self.session.guarded(|| self.eval(test)).0;
                    let own = test.map_or(Marks::default(), |test| test.marks());
                    own.union(self.marks_of(then)).union(self.marks_of(otherwise))
                }
                Part::For { key_name, value_name, collection, body } => {
                    let mut text = Text::new();
                    let run = || self.repeat(key_name, value_name, collection, body, &mut text);
                    _ = self.session.guarded(run);
                    text.marks
                }
            };
            marks = marks.union(own);
        }
        marks
    }

    fn repeat(
        &self,
        key_name: Option<Ident<'_>>,
        value_name: Ident<'_>,
        collection: Expr<'_>,
        body: List<'_, Part<'_>>,
        text: &mut Text,
    ) -> Result<()> {
        let mut value = self.eval(collection)?;
        if !self.session.options.as_terraform {
            value = undetermined(value);
        }
        if !(self.session.options.as_terraform && value.is_unknown()) {
            text.marks = text.marks.union(value.marks());
        }
        let items = match iterable(&value) {
            Iterable::Known(items) => items,
            Iterable::Unknown(unknown) => {
                text.lose(&unknown.causes);
                return Ok(());
            }
            Iterable::Null => return Err(Error::other(collection.span(), "a null value cannot be iterated over")),
            Iterable::None(ty) => {
                return Err(Error::other(collection.span(), format!("a {ty} cannot be iterated over")));
            }
        };
        // Of all together Terraform knows nothing, nor that it is sensitive, where one is not known.
        let mut all = self.session.options.as_terraform.then(Text::default);
        for (key, value) in items {
            self.session.spend(Session::EXPRESSION, collection.span())?;
            if text.known.len() + all.as_ref().map_or(0, |all| all.known.len()) > LONGEST {
                return Err(Error::new(collection.span(), ErrorKind::Limit(Limit::Text)));
            }
            let outer = Frame { name: key_name.map_or("", |ident| ident.name), value: key, outer: self.frame };
            let inner = Frame { name: value_name.name, value, outer: Some(&outer) };
            self.with_frame(&inner).parts(body, all.as_mut().unwrap_or(text))?;
        }
        match all {
            Some(Text { unknown: Some(causes), .. }) => text.uncertain(&causes),
            Some(all) => {
                text.marks = text.marks.union(all.marks);
                text.push(&all.known);
            }
            None => {}
        }
        Ok(())
    }
}

impl Piece {
    /// A string as a piece, unless it may be null.
    pub fn of(value: &Value) -> Option<Piece> {
        match value.bare() {
            Value::String(text) => Some(Piece::Text(text.to_string())),
            Value::Unknown(unknown) if unknown.ty == Type::String => Some(Piece::Unknown(unknown.clone())),
            _ => None,
        }
    }
}

/// A text put together of pieces. `None`: it would be too long.
pub(super) fn joined(mut pieces: Vec<Piece>) -> Option<Value> {
    pieces.retain(|piece| !matches!(piece, Piece::Text(text) if text.is_empty()));
    if let [Piece::Unknown(only)] = pieces.as_slice() {
        return Some(Unknown::clone(only).not_null().into());
    }
    let mut text = Text::new();
    let mut length = 0;
    for piece in &pieces {
        if let Piece::Text(known) = piece {
            length += known.len();
        }
        if length > LONGEST {
            return None;
        }
        match piece {
            Piece::Text(known) => text.push(known),
            Piece::Unknown(unknown) => text.add_unknown(unknown.clone()),
        }
    }
    let Some(causes) = text.unknown else { return Some(Value::String(Str::from(text.known))) };
    // What is of ASCII alone combines with nothing before it.
    let ascii = pieces.iter().all(|piece| match piece {
        Piece::Text(_) => true,
        Piece::Unknown(unknown) => unknown.refinement.chars.is_some(),
    });
    let prefix = if ascii { text.known } else { certain_prefix(&text.known) };
    let mut unknown = Unknown::new(Type::String, causes).not_null().prefix(prefix);
    unknown.parts = text.named.filter(|parts| parts.len() > 1).map(Arc::new);
    unknown.refinement.chars = chars(&pieces);
    Some(unknown.into())
}

/// Of which characters a text is made.
fn chars(pieces: &[Piece]) -> Option<Chars> {
    let each = pieces.iter().map(|piece| match piece {
        Piece::Text(text) => Chars::of(text),
        Piece::Unknown(unknown) => unknown.refinement.chars,
    });
    each.reduce(|all, more| Some(all?.union(more?))).flatten()
}

impl Text {
    fn new() -> Self {
        Text { named: Some(Vec::new()), pieces: Some(Vec::new()), ..Text::default() }
    }

    fn push(&mut self, text: &str) {
        self.parts += usize::from(!text.is_empty());
        self.name(text);
        if self.unknown.is_none() {
            self.known.push_str(text);
        }
    }

    /// Adds known text to the pieces and parts.
    fn name(&mut self, text: &str) {
        match self.pieces.as_mut() {
            Some(pieces) if !text.is_empty() => match pieces.last_mut() {
                Some(Piece::Text(last)) => last.push_str(text),
                _ => pieces.push(Piece::Text(text.to_owned())),
            },
            _ => {}
        }
        self.name_part(text);
    }

    fn name_part(&mut self, text: &str) {
        let Some(parts) = self.named.as_mut().filter(|_| !text.is_empty()) else { return };
        match parts.last_mut() {
            Some(TextPart::Text(last)) => last.push_str(text),
            _ => parts.push(TextPart::Text(text.into())),
        }
    }

    /// Adds what an unknown is made of to the parts, or gives them up.
    fn name_unknown(&mut self, unknown: &Unknown) {
        match (&unknown.symbol, &unknown.parts) {
            (Some(symbol), _) => {
                if let Some(parts) = &mut self.named {
                    parts.push(TextPart::Symbol(symbol.clone()));
                }
            }
            (None, Some(inner)) => {
                for part in inner.iter() {
                    if self.named.as_ref().is_some_and(|parts| parts.len() >= MAX_PARTS) {
                        self.named = None;
                    }
                    match (part, &mut self.named) {
                        (TextPart::Text(text), _) => self.name_part(text),
                        (TextPart::Symbol(_), Some(parts)) => parts.push(part.clone()),
                        (TextPart::Symbol(_), None) => {}
                    }
                }
            }
            (None, None) => self.named = None,
        }
    }

    /// A directive or collection that is not known: nobody knows what stands here.
    fn lose(&mut self, causes: &Causes) {
        self.named = None;
        self.pieces = None;
        self.uncertain(causes);
    }

    fn uncertain(&mut self, causes: &Causes) {
        self.parts += 1;
        self.unknown = Some(match self.unknown.take() {
            Some(before) => before.union(causes),
            None => causes.clone(),
        });
    }

    fn add_unknown(&mut self, unknown: Arc<Unknown>) {
        // Terraform does not ask how what it puts in begins.
        if self.unknown.is_none() && self.pieces.is_some() {
            self.known.push_str(&unknown.refinement.prefix);
        }
        self.name_unknown(&unknown);
        self.uncertain(&unknown.causes);
        if let Some(pieces) = &mut self.pieces {
            pieces.push(Piece::Unknown(unknown.clone()));
        }
        self.alone = Some(unknown);
    }

    fn add(&mut self, value: Value, span: Span) -> Result<()> {
        let (value, marks) = value.unmark();
        self.marks = self.marks.union(marks);
        let what = value.outer_type().friendly_name();
        let text = match &value {
            // What is not known is not asked for its type, as HCL does not.
            Value::Unknown(unknown) if !matches!(unknown.ty, Type::String | Type::Number | Type::Bool) => {
                self.lose(&unknown.causes);
                return Ok(());
            }
            _ => convert(value, &Type::String),
        };
        match text {
            Ok(Value::String(text)) => {
                self.parts += 1;
                self.name(&text);
                if self.unknown.is_none() {
                    self.known.push_str(&text);
                }
            }
            Ok(Value::Unknown(unknown)) => self.add_unknown(unknown),
            Ok(Value::Null(_) | Value::Absent) => {
                return Err(Error::other(span, "a null value cannot be part of a text"));
            }
            _ => return Err(Error::other(span, format!("a {what} cannot be part of a text"))),
        }
        Ok(())
    }
}
