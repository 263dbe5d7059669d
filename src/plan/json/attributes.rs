//! The attributes of a resource instance: what a configuration that made this plan has written, with its values.
//!
//! A plan has a value for every attribute of the schema; a configuration only for what is written in it. Both must
//! read the same to a policy, so what is null is left out, and so is what is unknown only because nobody wrote it.

use std::sync::Arc;

use serde_json::Value as Json;

use crate::addrs::{Referent, ResourceInstance, Step, Str};
use crate::schema::{Attribute, Block, Nesting, ResourceType};
use crate::value::json::{from_json, normalize};
use crate::value::{CauseKind, Causes, Fields, Marks, Object, Shape, Type, Unknown, Value, convert};

use super::blocks::block;
use super::reading::Reading;
use super::references::{MAX_DEPTH, Thing};
use super::tree::Scope;
use super::values::{Part, trues};
use super::written::{Expression, Written};

/// A block that is being read.
#[derive(Clone)]
pub(super) struct Place<'r, 'j> {
    /// Of which instance.
    pub address: &'r Arc<ResourceInstance>,
    /// What names in its expressions mean; `None` where nothing is known of the configuration.
    pub scope: Option<&'r Scope<'j>>,
    /// The steps to it from the instance.
    pub path: Vec<Step>,
    /// How far this was followed from another attribute.
    pub depth: usize,
}

impl<'j> Place<'_, 'j> {
    pub(super) fn under(&self, step: Step) -> Self {
        let mut under = self.clone();
        under.path.push(step);
        under
    }

    fn is_top(&self) -> bool {
        self.path.is_empty()
    }
}

impl<'j> Reading<'j> {
    /// The attributes of an instance, by its position.
    pub fn attributes(&self, at: usize) -> Value {
        let subject = &self.subjects[at];
        let fields = subject.part().names().into_iter().filter_map(|name| {
            let value = self.top(at, name, 0)?;
            Some((normalize(name), value))
        });
        let shape = Shape::Instance(subject.address.clone(), None);
        Value::Object(Arc::new(Object { fields: fields.collect(), shape }))
    }

    /// The attributes before a change: all that was there and not null.
    pub fn prior(&self, address: &Arc<ResourceInstance>, part: Part<'j>, schema: Option<&ResourceType>) -> Value {
        let place = Place { address, scope: None, path: Vec::new(), depth: 0 };
        let fields = self.fields(&place, part, schema.map(|schema| &schema.block), &Written::Unsaid);
        block(fields.into_iter().filter(|(_, value)| !value.is_null()).collect()).with_marks(part.marks())
    }

    /// One attribute of an instance; `None` if it is not written and not known.
    pub fn top(&self, at: usize, name: &str, depth: usize) -> Option<Value> {
        let key = (at, Str::from(name));
        if let Some(known) = self.memo.borrow().get(&key) {
            return known.clone();
        }
        if depth > MAX_DEPTH {
            return None;
        }
        // A circle of references finds what it began with not written.
        self.memo.borrow_mut().insert(key.clone(), None);
        let subject = &self.subjects[at];
        let place = Place { address: &subject.address, scope: subject.scope.as_ref(), path: Vec::new(), depth };
        let schema = subject.schema.as_deref().map(|schema| &schema.block);
        let value = self.member(&place, name, subject.part().field(name), schema, &subject.written());
        self.memo.borrow_mut().insert(key, value.clone());
        value
    }

    /// What is written in a nested block.
    pub(super) fn fields(
        &self,
        place: &Place<'_, 'j>,
        part: Part<'j>,
        schema: Option<&Block>,
        written: &Written<'j>,
    ) -> Fields {
        let mut names = part.names();
        // A block of which nothing is known but that it is there has the names that are written.
        names.dedup();
        names
            .into_iter()
            .filter_map(|name| Some((normalize(name), self.member(place, name, part.field(name), schema, written)?)))
            .collect()
    }

    /// An argument or the nested blocks of a type.
    fn member(
        &self,
        place: &Place<'_, 'j>,
        name: &str,
        part: Part<'j>,
        schema: Option<&Block>,
        written: &Written<'j>,
    ) -> Option<Value> {
        if name == "timeouts" {
            return None;
        }
        let expression = written.expression(name);
        let attribute = schema.and_then(|schema| schema.attribute(name));
        let nested = schema.and_then(|schema| schema.block(name));
        let inner = place.under(Step::Attr(name.into()));
        if let Some(nested) = nested {
            return self.blocks(&inner, part, nested.nesting, Some(&nested.block), written, name);
        }
        if attribute.is_none() && looks_like_blocks(part, expression) {
            return self.blocks(&inner, part, Nesting::List, None, written, name);
        }
        if let Some(element) = attribute.and_then(Attribute::as_blocks)
            && part.items().next().is_some()
        {
            return Some(self.attribute_blocks(&inner, part, element, expression));
        }
        self.argument(place, name, part, attribute, expression)
    }

    /// An argument.
    pub(super) fn argument(
        &self,
        place: &Place<'_, 'j>,
        name: &str,
        part: Part<'j>,
        schema: Option<&Attribute>,
        expression: Expression<'j>,
    ) -> Option<Value> {
        let any = Type::Dynamic;
        let ty = schema.map_or(&any, |schema| &schema.ty);
        let sensitive = Marks { sensitive: schema.is_some_and(|schema| schema.sensitive), ..Marks::default() };
        if part.is_unknown() {
            let provided = match (schema, expression) {
                (Some(schema), _) if !schema.computed => false,
                (Some(schema), _) if !schema.optional => true,
                // An `id` stands for itself, whether or not it could have been written.
                (_, Expression::Unsaid) => place.is_top() && self.identifies(place, name),
                (_, Expression::Nothing) => true,
                // What is written has a value, and still the provider is to decide: so the value is null.
                (schema, Expression::Is(written)) => {
                    let known = |scope| self.inputs(written, scope).are_known();
                    schema.is_some() && (written.get("constant_value").is_some() || place.scope.is_some_and(known))
                }
            };
            if provided {
                return None;
            }
            return Some(self.unknown(place, name, ty, expression).with_marks(part.marks().union(sensitive)));
        }
        if part.is_null() {
            return match (schema, expression) {
                (Some(schema), Expression::Is(written)) if schema.write_only => {
                    Some(self.write_only(place, name, ty, written)?.with_marks(sensitive))
                }
                // What the provider computes is known to be nothing: it does not stand for itself.
                (Some(schema), _) if self.stands_for_itself(place, name, schema) => Some(Value::Absent),
                _ => None,
            };
        }
        // What nobody wrote is an empty text in many states.
        if part.json.as_str() == Some("") && expression == Expression::Nothing {
            let named = schema.is_some_and(|schema| self.stands_for_itself(place, name, schema));
            return named.then_some(Value::Absent);
        }
        if let Some(nested) = schema.and_then(|schema| schema.nested.as_deref()) {
            let constant = matches!(expression, Expression::Is(json) if json.get("constant_value").is_some());
            let inner = place.under(Step::Attr(name.into()));
            return Some(self.nested(&inner, part, nested, constant).with_marks(part.marks().union(sensitive)));
        }
        let elements = match (expression, place.scope) {
            (Expression::Is(written), Some(scope)) => {
                let own = (place.address.resource.ty.as_str(), name);
                self.referred_elements(written, scope, own, trues(part.unknown), place.depth)
            }
            _ => None,
        };
        let mut elements = elements.unwrap_or_default().into_iter();
        let value = part.value(ty, &mut |ty| match elements.next() {
            Some(value) => convert(value.clone(), ty).unwrap_or(value),
            None => self.unknown_within(place, name, ty, expression),
        });
        Some(value.with_marks(sensitive))
    }

    /// Whether no two instances share the attribute.
    fn identifies(&self, place: &Place<'_, 'j>, name: &str) -> bool {
        self.registry.identity(&place.address.resource.ty, name).is_some()
    }

    /// Whether an attribute that is not among those of an instance is read as unknown, not as absent.
    fn stands_for_itself(&self, place: &Place<'_, 'j>, name: &str, schema: &Attribute) -> bool {
        place.is_top() && schema.computed && (!schema.optional || self.identifies(place, name))
    }

    /// An unknown argument.
    fn unknown(&self, place: &Place<'_, 'j>, name: &str, ty: &Type, expression: Expression<'j>) -> Value {
        if let (Expression::Is(written), Some(scope)) = (expression, place.scope) {
            let own = (place.address.resource.ty.as_str(), name);
            let single = matches!(ty, Type::String | Type::Dynamic);
            let value = single.then(|| self.referred_value(written, scope, own, place.depth)).flatten();
            if let Some(value) = value.and_then(|value| convert(value, ty).ok()) {
                return value;
            }
        }
        let mut unknown = Unknown::new(ty.clone(), self.why(place, name, expression));
        if place.is_top() {
            unknown = unknown.symbol(Referent::Resource(place.address.clone()), vec![Step::Attr(name.into())]);
        }
        Value::Unknown(Arc::new(unknown))
    }

    /// Something unknown in an argument.
    pub(super) fn unknown_within(
        &self,
        place: &Place<'_, 'j>,
        name: &str,
        ty: &Type,
        expression: Expression<'j>,
    ) -> Value {
        Value::unknown(ty.clone(), self.why(place, name, expression))
    }

    /// The inputs that would decide an argument: what it refers to, or itself.
    fn why(&self, place: &Place<'_, 'j>, name: &str, expression: Expression<'j>) -> Causes {
        let referred = match (expression, place.scope) {
            (Expression::Is(written), Some(scope)) => self.causes(written, scope),
            _ => None,
        };
        referred.unwrap_or_else(|| {
            let path: String = place.path.iter().map(Step::to_string).collect();
            Causes::one(CauseKind::Computed, format!("{}{path}.{name}", place.address), None)
        })
    }

    /// What is written for an argument that no plan keeps.
    fn write_only(&self, place: &Place<'_, 'j>, name: &str, ty: &Type, written: &'j Json) -> Option<Value> {
        match place.scope.and_then(|scope| self.thing(written, scope, place.depth)) {
            Some(Thing::Constant(Json::Null)) => None,
            Some(Thing::Variable(variable)) if self.variables.get(&variable).is_some_and(Value::is_null) => None,
            Some(Thing::Constant(constant)) => {
                let value = from_json(constant);
                Some(convert(value.clone(), ty).unwrap_or(value))
            }
            _ => Some(Value::unknown(ty.clone(), self.why(place, name, Expression::Is(written)))),
        }
    }
}

/// Whether something of which no schema is at hand is a block: the expressions of blocks are lists of objects.
fn looks_like_blocks(part: Part<'_>, expression: Expression<'_>) -> bool {
    match expression {
        Expression::Is(expression) => expression.is_array(),
        _ => part.is_array() && part.items().all(|item| item.is_object()),
    }
}
