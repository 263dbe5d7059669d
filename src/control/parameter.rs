//! The numbers of a profile.

use crate::addrs::Str;
use crate::diag::{Diagnostic, nearest};
use crate::policy::Text;
use crate::source::Span;
use crate::syntax::{Expr, ExprKind, UnaryOp, decode};
use crate::value::{Number, Type, Value, show_line};

use super::Profile;
use super::profile::Departure;

/// A number or another setting that policies take from the profile.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its name: `log_retention_max_days`.
    pub name: Str,
    /// The type of its value: `string`, `number`, `bool`, or a list of one of them.
    pub ty: Type,
    /// Its value.
    pub value: Value,
    /// The unit of a number, such as `days`; may be empty.
    pub unit: Str,
    /// The least number that anyone may set.
    pub min: Option<Number>,
    /// The greatest number that anyone may set.
    pub max: Option<Number>,
    /// The demand that it is a number of, if it is of one.
    pub demand: Option<Str>,
    /// Why it is what it is.
    pub description: Text,
    /// Where its value is written; none on the command line.
    pub span: Option<Span>,
}

impl Parameter {
    /// Why a value is not allowed: in words that follow "`name` ".
    pub fn refusal(&self, value: &Value) -> Option<String> {
        let Value::Number(number) = value else { return None };
        let unit = if self.unit.is_empty() { String::new() } else { format!(" {}", self.unit) };
        match (&self.min, &self.max) {
            (Some(min), _) if number < min => Some(format!("is at least {min}{unit}, not {number}")),
            (_, Some(max)) if number > max => Some(format!("is at most {max}{unit}, not {number}")),
            _ => None,
        }
    }
}

impl Profile {
    /// Sets a parameter from the command line's `name=value`. Numbers, `true` and `false` are written plainly, lists
    /// with commas. A value of another type, or outside the parameter's bounds, is an error.
    pub fn set(&mut self, assignment: &str) -> Result<(), Box<Diagnostic>> {
        let refuse = |code, message: String| Box::new(Diagnostic::error(code, message));
        let Some((name, text)) = assignment.split_once('=').map(|(name, text)| (name.trim(), text.trim())) else {
            let error = refuse("invalid-parameter", format!("`{assignment}` sets no parameter"));
            return Err(Box::new(error.help("write `name=value`")));
        };
        let Ok(at) = self.parameters.binary_search_by(|known| known.name.as_str().cmp(name)) else {
            let error = refuse("unknown-parameter", format!("the profile `{}` has no parameter `{name}`", self.name));
            return Err(match nearest(name, self.parameters.iter().map(|known| known.name.as_str())) {
                Some(near) => Box::new(error.help(format!("did you mean `{near}`?"))),
                None => error,
            });
        };
        let parameter = &mut self.parameters[at];
        let value = parse(text, &parameter.ty).ok_or_else(|| {
            refuse("invalid-parameter", format!("`{name}` is a {}, not `{text}`", parameter.ty.friendly_name()))
        })?;
        if let Some(refusal) = parameter.refusal(&value) {
            return Err(refuse("parameter-out-of-bounds", format!("`{name}` {refusal}")));
        }
        if let Some(difference) = difference(&parameter.value, &value) {
            let what = format!("`{name}` {difference}");
            self.departures.push(Departure { from: self.name.clone(), what, span: None });
        }
        parameter.value = value;
        parameter.span = None;
        Ok(())
    }
}

/// A value written on a command line.
fn parse(text: &str, ty: &Type) -> Option<Value> {
    Some(match ty {
        Type::String => Value::string(text),
        Type::Bool => Value::Bool(text.parse().ok()?),
        Type::Number => Value::Number(Number::parse(text)?),
        Type::List(element) => Value::list(element.as_ref().clone(), items(text, element)?),
        _ => return None,
    })
}

fn items(text: &str, element: &Type) -> Option<Vec<Value>> {
    let text = text.strip_prefix('[').and_then(|inner| inner.strip_suffix(']')).unwrap_or(text);
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| parse(part.trim_matches('"'), element)).collect()
}

/// Reads a type of a parameter: `string`, `number`, `bool`, `list(string)`, …
pub(super) fn decode_type(expr: Expr<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Type> {
    let ty = match decode::plain(expr).kind() {
        ExprKind::Variable(name) => primitive(name.name),
        ExprKind::Call(call) if call.name.name == "list" && call.args.len() == 1 => {
            match call.args.first().map(|arg| decode::plain(arg).kind()) {
                Some(ExprKind::Variable(element)) => primitive(element.name).map(Type::list),
                _ => None,
            }
        }
        ExprKind::Invalid => return None,
        _ => None,
    };
    ty.or_else(|| decode::expected("`string`, `number`, `bool`, or a list of one of them", expr, diagnostics))
}

fn primitive(name: &str) -> Option<Type> {
    match name {
        "string" => Some(Type::String),
        "number" => Some(Type::Number),
        "bool" => Some(Type::Bool),
        _ => None,
    }
}

/// Reads a literal of a type.
pub(super) fn decode_value(expr: Expr<'_>, ty: &Type, diagnostics: &mut Vec<Diagnostic>) -> Option<Value> {
    match ty {
        Type::String => decode::string(expr, diagnostics).map(Value::String),
        Type::Bool => decode::boolean(expr, diagnostics).map(Value::Bool),
        Type::Number => decode_number(expr, diagnostics).map(Value::Number),
        Type::List(element) => match decode::plain(expr).kind() {
            ExprKind::Tuple(items) => {
                let values: Option<Vec<Value>> =
                    items.iter().map(|item| decode_value(item, element, diagnostics)).collect();
                Some(Value::list(element.as_ref().clone(), values?))
            }
            ExprKind::Invalid => None,
            _ => decode::expected(&format!("a {}", ty.friendly_name()), expr, diagnostics),
        },
        _ => decode::expected("a literal", expr, diagnostics),
    }
}

/// Reads a number, which may have a sign.
pub(super) fn decode_number(expr: Expr<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Number> {
    let text = match decode::plain(expr).kind() {
        ExprKind::Number(text) => Some(text.to_owned()),
        ExprKind::Unary(UnaryOp::Negate, inner) => match inner.kind() {
            ExprKind::Number(text) => Some(format!("-{text}")),
            _ => None,
        },
        ExprKind::Invalid => return None,
        _ => None,
    };
    match text.as_deref().and_then(Number::parse) {
        Some(number) => Some(number),
        None => decode::expected("a number", expr, diagnostics),
    }
}

/// How a value differs from another one, in a few words that follow the parameter's name.
pub(super) fn difference(before: &Value, after: &Value) -> Option<String> {
    /// A longer value is told by its length.
    const MAX: usize = 60;
    let (was, is) = (show(before), show(after));
    let brief = |text: &str, value: &Value| match value.bare() {
        Value::List(list) if text.len() > MAX => format!("{} values", list.items.len()),
        _ => text.to_owned(),
    };
    (was != is).then(|| format!("is {}, not {}", brief(&is, after), brief(&was, before)))
}

/// A parameter's value as a person writes it.
pub fn show(value: &Value) -> String {
    match value.bare() {
        // Lists are written without the conversion that tells them from tuples.
        Value::List(list) => format!("[{}]", list.items.iter().map(show).collect::<Vec<_>>().join(", ")),
        value => show_line(value),
    }
}
