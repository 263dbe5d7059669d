//! Type expressions: `list(object({ a = optional(string, "x") }))` → a constraint.

use crate::addrs::Str;
use crate::source::Span;
use crate::syntax::{Call, Expr, ExprKind, Key};
use crate::value::{Constraint, Presence, Type};

use super::functions::NoFiles;
use super::{Error, Evaluator, Nothing, Options, Result, Session};

/// The words that name a type without arguments.
const WORDS: [&str; 6] = ["string", "number", "bool", "any", "list", "map"];

/// The constraint that a type expression stands for.
///
/// # Errors
/// What is no type, at the smallest place that is not.
pub fn constraint(expr: Expr<'_>) -> Result<Constraint> {
    match expr.kind() {
        ExprKind::Variable(ident) => word(ident.name, ident.span),
        // Terraform before 0.12 had type names in quotes, which it still reads.
        ExprKind::String(name) => word(&name, expr.span()),
        ExprKind::Parens(inner) => constraint(inner),
        ExprKind::Call(call) => constructor(&call, expr.span()),
        _ => Err(Error::other(expr.span(), "this is not a type")),
    }
}

/// All that is wrong with a type expression, attribute by attribute.
pub fn wrong_types(expr: Expr<'_>) -> Vec<Error> {
    let mut wrong = Vec::new();
    stacker::maybe_grow(64 << 10, 1 << 20, || parts(expr, &mut wrong));
    if wrong.is_empty() {
        wrong.extend(constraint(expr).err());
    }
    wrong
}

/// What is wrong with the types that a type is made of.
fn parts(expr: Expr<'_>, wrong: &mut Vec<Error>) {
    let ExprKind::Call(call) = expr.kind() else { return };
    let Some(first) = call.args.iter().next() else { return };
    match (call.name.name, first.kind()) {
        ("list" | "set" | "map", ExprKind::Call(_)) => wrong.extend(wrong_types(first)),
        ("tuple", ExprKind::Tuple(items)) => items.iter().for_each(|item| wrong.extend(wrong_types(item))),
        ("object", ExprKind::Object(items)) => items.iter().for_each(|item| match item.value.kind() {
            ExprKind::Call(optional) if optional.name.name == "optional" => match optional.args.iter().next() {
                Some(ty) if matches!(ty.kind(), ExprKind::Call(_)) => wrong.extend(wrong_types(ty)),
                _ => wrong.extend(attribute(item.value).err()),
            },
            _ => wrong.extend(wrong_types(item.value)),
        }),
        _ => {}
    }
}

fn word(name: &str, span: Span) -> Result<Constraint> {
    Ok(match name {
        "string" => Type::String.into(),
        "number" => Type::Number.into(),
        "bool" => Type::Bool.into(),
        "any" => Constraint::any(),
        "list" => Constraint::list(Constraint::any()),
        "map" => Constraint::map(Constraint::any()),
        "set" => return Err(Error::other(span, "`set` needs exactly one type")),
        _ => {
            let near = crate::diag::nearest(name, WORDS).map(str::to_owned);
            return Err(Error::new(span, super::ErrorKind::Undeclared(format!("the type `{name}`"), near)));
        }
    })
}

fn constructor(call: &Call<'_>, span: Span) -> Result<Constraint> {
    let only = || match (call.args.len(), call.args.iter().next()) {
        (1, Some(arg)) => Ok(arg),
        _ => Err(Error::other(span, format!("`{}` needs exactly one type", call.name.name))),
    };
    match call.name.name {
        "list" => Ok(Constraint::list(constraint(only()?)?)),
        "set" => Ok(Constraint::set(constraint(only()?)?)),
        "map" => Ok(Constraint::map(constraint(only()?)?)),
        "tuple" => match only()?.kind() {
            ExprKind::Tuple(items) => Ok(Constraint::tuple(items.iter().map(constraint).collect::<Result<_>>()?)),
            _ => Err(Error::other(span, "`tuple` needs a list of types")),
        },
        "object" => match only()?.kind() {
            ExprKind::Object(items) => {
                let attributes = items
                    .iter()
                    .map(|item| {
                        let name = match item.key {
                            Key::Name(ident) => ident.name.into(),
                            Key::Expr(expr) => match expr.kind() {
                                ExprKind::String(name) => name.as_ref().into(),
                                _ => return Err(Error::other(expr.span(), "an attribute's name must be literal")),
                            },
                        };
                        let (constraint, presence) = attribute(item.value)?;
                        Ok((name, constraint, presence))
                    })
                    .collect::<Result<Vec<(Str, Constraint, Presence)>>>()?;
                let twice = |at: usize| attributes[..at].iter().any(|one| one.0 == attributes[at].0);
                if (0..attributes.len()).any(twice) {
                    return Err(Error::other(span, "an attribute stands there twice"));
                }
                Constraint::object(attributes)
                    .map_err(|error| Error::other(span, format!("a default does not fit its type: {error}")))
            }
            _ => Err(Error::other(span, "`object` needs attributes and their types: `object({ name = string })`")),
        },
        "optional" => Err(Error::other(span, "`optional` is only there for an attribute of an object")),
        name => {
            let near = crate::diag::nearest(name, ["list", "set", "map", "tuple", "object"]).map(str::to_owned);
            Err(Error::new(call.name.span, super::ErrorKind::Undeclared(format!("the type `{name}`"), near)))
        }
    }
}

/// The type of an object's attribute, which may be `optional(type, default)`.
fn attribute(expr: Expr<'_>) -> Result<(Constraint, Presence)> {
    let ExprKind::Call(call) = expr.kind() else { return Ok((constraint(expr)?, Presence::Required)) };
    if call.name.name != "optional" {
        return Ok((constraint(expr)?, Presence::Required));
    }
    let mut args = call.args.iter();
    let Some(ty) = args.next() else { return Err(Error::other(expr.span(), "`optional` needs a type")) };
    let default = match args.next() {
        None => None,
        Some(default) => {
            let session = Session::new(&NoFiles, Options::default());
            Some(Evaluator::new(&Nothing, &session).eval(default)?)
        }
    };
    match args.next() {
        None => Ok((constraint(ty)?, Presence::Optional(default))),
        Some(more) => Err(Error::other(more.span(), "`optional` has at most a type and a default")),
    }
}
