//! Regular expressions, as RE2 and Go have them.
//!
//! The engine is the `regex` crate, whose language differs in details: its classes such as `\w` know all of
//! Unicode, sets have operators, other escapes are letters. [`translate`] writes an expression of Go in it.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use regex::{Captures, Regex, RegexBuilder};

use crate::value::{Fields, Str, Type, Value};

use super::string::{LONGEST, changed};
use super::{Args, CallError, Kind, Outcome, Spec, text};

#[path = "regex_language.rs"]
mod language;
#[path = "regex_syntax.rs"]
mod syntax;

pub use language::language;

pub(super) const FUNCTIONS: &[Spec] = &[
    Spec::new("regex", &[text("pattern").unknown(), text("string").unknown()], Kind::Any, first),
    Spec::new("regexall", &[text("pattern").unknown(), text("string").unknown()], Kind::List(&Kind::Any), all),
];

/// An expression, and the names of its groups.
struct Expression {
    regex: Regex,
    groups: Vec<Option<Str>>,
}

/// No more than this many compiled expressions are kept by a thread.
const KEPT: usize = 64;

thread_local! {
    static COMPILED: RefCell<HashMap<Str, Result<Rc<Expression>, String>>> = RefCell::default();
}

/// Compiles an expression, or finds it among those that were.
fn compile(pattern: &str) -> Result<Rc<Expression>, String> {
    COMPILED.with_borrow_mut(|compiled| {
        if let Some(found) = compiled.get(pattern) {
            return found.clone();
        }
        let expression = syntax::translate(pattern).and_then(|translated| {
            let regex = RegexBuilder::new(&translated.pattern).size_limit(4 << 20).build();
            // What is left to go wrong is mostly that it is too large.
            let regex = regex.map_err(|error| format!("invalid regexp pattern: {}", last_line(&error.to_string())))?;
            Ok(Rc::new(Expression { regex, groups: translated.groups }))
        });
        if compiled.len() >= KEPT {
            compiled.clear();
        }
        compiled.insert(pattern.into(), expression.clone());
        expression
    })
}

fn last_line(text: &str) -> &str {
    text.lines().last().unwrap_or(text).trim_start_matches("error: ")
}

impl Expression {
    /// The type of what a match gives: a string, a tuple of the groups, or an object if they have names.
    fn ty(&self) -> Result<Type, String> {
        let named = self.groups.iter().flatten().count();
        match (self.groups.len(), named) {
            (0, _) => Ok(Type::String),
            (all, 0) => Ok(Type::Tuple(Arc::new(vec![Type::String; all]))),
            (all, named) if all == named => {
                let mut names: Vec<Str> = self.groups.iter().flatten().cloned().collect();
                names.sort();
                names.dedup();
                Ok(Type::object(names.into_iter().map(|name| (name, Type::String)).collect()))
            }
            _ => Err("invalid regexp pattern: cannot mix both named and unnamed capture groups".into()),
        }
    }

    fn value(&self, found: &Captures<'_>) -> Value {
        let group = |at: usize| found.get(at).map_or(Value::Null(Type::String), |group| changed(group.as_str()));
        match self.groups.first() {
            None => group(0),
            Some(None) => Value::tuple((1..=self.groups.len()).map(group).collect()),
            Some(Some(_)) => {
                let fields =
                    self.groups.iter().enumerate().filter_map(|(at, name)| Some((name.clone()?, group(at + 1))));
                Value::object(fields.collect::<Fields>())
            }
        }
    }
}

/// The expression of the first argument and its type; `None` if it is unknown.
fn expression(args: &Args<'_>) -> Result<Option<(Rc<Expression>, Type)>, CallError> {
    if args.value(0).is_unknown() {
        return Ok(None);
    }
    let expression = compile(args.text(0)).map_err(|message| CallError::at(0, message))?;
    let ty = expression.ty().map_err(|message| CallError::at(0, message))?;
    Ok(Some((expression, ty)))
}

fn first(args: &Args<'_>) -> Outcome {
    let Some((expression, ty)) = expression(args)? else { return Ok(Value::unknown(Type::Dynamic, args.causes())) };
    if args.value(1).is_unknown() {
        return Ok(args.unknown(ty).into());
    }
    match expression.regex.captures(args.text(1)) {
        Some(found) => Ok(expression.value(&found)),
        None => Err(CallError::new("pattern did not match any part of the given string")),
    }
}

/// No more values are made of what an expression matches.
const MOST_FOUND: usize = 1 << 19;

fn all(args: &Args<'_>) -> Outcome {
    let Some((expression, ty)) = expression(args)? else {
        return Ok(args.unknown(Type::list(Type::Dynamic)).into());
    };
    if args.value(1).is_unknown() {
        return Ok(args.unknown(Type::list(ty)).into());
    }
    let most = MOST_FOUND / (1 + expression.groups.len());
    let found = expression.regex.captures_iter(args.text(1)).take(most + 1);
    let found: Vec<Value> = found.map(|found| expression.value(&found)).collect();
    match found.len() > most {
        true => Err(CallError::limit("the result would have too many elements")),
        false => Ok(Value::list(ty, found)),
    }
}

/// Replaces each match by `with`, in which `$1` and `${name}` stand for groups.
pub(super) fn replace_all(pattern: &str, text: &str, with: &str) -> Result<String, CallError> {
    let expression = compile(pattern)?;
    let mut out = String::new();
    let mut from = 0;
    for found in expression.regex.captures_iter(text) {
        let Some(whole) = found.get(0) else { continue };
        out.push_str(&text[from..whole.start()]);
        from = whole.end();
        expand(with, &expression, &found, &mut out);
        if out.len() > LONGEST {
            return Err(CallError::limit("the result would be too long"));
        }
    }
    out.push_str(&text[from..]);
    Ok(out)
}

/// A replacement: `$name`, `${name}` and `$$`; any other `$` stands for itself.
fn expand(template: &str, expression: &Expression, found: &Captures<'_>, out: &mut String) {
    let mut rest = template;
    while let Some(at) = rest.find('$') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('$') {
            out.push('$');
            rest = after;
            continue;
        }
        let (braced, body) = rest.strip_prefix('{').map_or((false, rest), |body| (true, body));
        let end = body.find(|c: char| c != '_' && !c.is_alphanumeric()).unwrap_or(body.len());
        let closed = !braced || body[end..].starts_with('}');
        if end == 0 || !closed {
            out.push('$');
            continue;
        }
        let name = &body[..end];
        rest = &body[end + usize::from(braced)..];
        let numbered = name.parse::<usize>().ok().filter(|_| name.bytes().all(|byte| byte.is_ascii_digit()));
        let group = match numbered {
            Some(number) => found.get(number),
            // Of groups with the same name the last that matched counts.
            None => {
                let named = expression.groups.iter().enumerate().filter(|(_, own)| own.as_deref() == Some(name));
                named.filter_map(|(at, _)| found.get(at + 1)).next_back()
            }
        };
        out.push_str(group.map_or("", |group| group.as_str()));
    }
    out.push_str(rest);
}
