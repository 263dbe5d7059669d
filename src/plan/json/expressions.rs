//! What is written in provider configurations and module calls: constants, variables, and what is not known.

use std::sync::Arc;

use serde_json::Value as Json;

use crate::addrs::Str;
use crate::schema::{Attribute, Block};
use crate::value::json::{from_json, normalize};
use crate::value::{CauseKind, Causes, Fields, Marks, Object, Shape, Type, Value, convert};

use super::reading::Reading;
use super::references::Thing;
use super::tree::{Reference, Scope};

/// How much the names of an argument and of a variable must have in common for a single reference to be taken for the
/// value itself, where the file does not say how an expression uses what it refers to.
///
/// In public code a single reference to a variable of the argument's own name is the value itself in 99.7 of 100
/// arguments of modules and in all of providers; to one whose name ends in it, in 9 of 10 and 16 of 17.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Likeness {
    /// `region = var.region`
    Same,
    /// `region = var.aws_region` as well.
    End,
}

impl<'j> Reading<'j> {
    /// What is written in a block, as an object.
    pub fn written_block(
        &self,
        expressions: &'j Json,
        schema: Option<&Block>,
        scope: &Scope<'j>,
        likeness: Likeness,
        what: &str,
    ) -> Value {
        let fields: Fields = expressions
            .as_object()
            .into_iter()
            .flatten()
            .filter_map(|(name, expression)| {
                let what = format!("{what}.{name}");
                let nested = schema.and_then(|schema| schema.block(name));
                let inner = nested.map(|nested| nested.block.as_ref());
                let value = match expression {
                    Json::Array(blocks) => Value::tuple(
                        blocks.iter().map(|block| self.written_block(block, inner, scope, likeness, &what)).collect(),
                    ),
                    Json::Object(_) if nested.is_some() => {
                        self.written_block(expression, inner, scope, likeness, &what)
                    }
                    _ => {
                        let attribute = schema.and_then(|schema| schema.attribute(name));
                        self.written_argument(name, expression, attribute, scope, likeness, &what)?
                    }
                };
                Some((normalize(name), value))
            })
            .collect();
        Value::Object(Arc::new(Object { fields, shape: Shape::Block(None) }))
    }

    /// The value of an argument; `None` if it is null.
    fn written_argument(
        &self,
        name: &str,
        expression: &'j Json,
        schema: Option<&Attribute>,
        scope: &Scope<'j>,
        likeness: Likeness,
        what: &str,
    ) -> Option<Value> {
        let any = Type::Dynamic;
        let ty = schema.map_or(&any, |schema| &schema.ty);
        let marks = Marks { sensitive: schema.is_some_and(|schema| schema.sensitive), ..Marks::default() };
        let value = match self.thing(expression, scope, 0) {
            Some(Thing::Constant(constant)) => Some(from_json(constant)),
            Some(Thing::Variable(variable)) => self.variable(name, expression, &variable, likeness),
            _ => self.referred_value(expression, scope, ("", name), 0),
        };
        let value = value.and_then(|value| convert(value, ty).ok()).unwrap_or_else(|| {
            let causes = self.causes(expression, scope).or_else(|| variables(expression));
            Value::unknown(ty.clone(), causes.unwrap_or_else(|| Causes::one(CauseKind::Computed, what, None)))
        });
        (!value.is_null()).then(|| value.with_marks(marks))
    }

    /// The value of a root variable, or of a part of it, that an argument of a like name refers to.
    fn variable(&self, name: &str, expression: &Json, variable: &Str, likeness: Likeness) -> Option<Value> {
        let value = self.variables.get(variable)?;
        // What is made of null is null, or is not made of it.
        let end = likeness == Likeness::End || value.is_null();
        let alike =
            |other: &str| other == name || (end && other.strip_suffix(name).is_some_and(|rest| rest.ends_with('_')));
        // Through modules the name that counts is the one that the argument itself refers to.
        let direct = Reference::all(expression).into_iter().next()?;
        let [_, direct, ""] = direct.names() else { return None };
        (alike(direct) && alike(variable)).then(|| value.clone())
    }
}

/// The variables that an expression refers to, as what decides it.
fn variables(expression: &Json) -> Option<Causes> {
    Reference::all(expression)
        .iter()
        .filter(|reference| reference.names()[0] == "var")
        .map(|reference| Causes::one(CauseKind::Variable, format!("var.{}", reference.names()[1]), None))
        .reduce(|all, one| all.union(&one))
}
