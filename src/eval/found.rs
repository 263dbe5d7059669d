//! The nested blocks of one type, as they are found, → their value.

use std::sync::Arc;

use crate::addrs::Str;
use crate::lang;
use crate::schema::{NestedBlock, Nesting};
use crate::source::Span;
use crate::value::{Causes, Elements, Fields, Type, Unknown, Value};

use super::names::empty_object;

/// The content of a block, with its label.
pub(super) type Labelled = (Option<Str>, Value);

/// Blocks that are there under a condition.
pub(super) type Selection = (Vec<Labelled>, Str);

/// The blocks of one type as they are found.
#[derive(Default)]
pub(super) struct Found {
    /// Those that are certainly there.
    pub(super) sure: Vec<Labelled>,
    /// Where each of them is written.
    pub(super) places: Vec<Span>,
    /// Whether a dynamic block makes some of them.
    pub(super) dynamic: bool,
    /// One of these selections is there too, each under its condition.
    pub(super) choices: Option<(Causes, Vec<Selection>)>,
    /// A dynamic block over something that is not known: any number of others may be there.
    pub(super) open: Option<Open>,
}

/// Blocks of which it is not known how many there are.
pub(super) struct Open {
    /// Why it is not known.
    pub(super) causes: Causes,
    /// Each is as one of these; `None` where nothing is known of them.
    pub(super) content: Option<Vec<Value>>,
}

impl Open {
    pub(super) fn nothing_known(causes: Causes) -> Self {
        Open { causes, content: None }
    }

    fn and(self, other: Open) -> Open {
        let content = self.content.zip(other.content).map(|(one, other)| [one, other].concat());
        Open { causes: self.causes.union(&other.causes), content }
    }
}

impl Found {
    /// Notes that blocks could not be made, and what stands for them.
    pub(super) fn fail(&mut self, failed: Value) {
        if let Some(causes) = failed.causes_deep() {
            self.open(Open::nothing_known(causes));
        }
    }

    /// Notes that there may be others.
    pub(super) fn open(&mut self, more: Open) {
        self.open = Some(match self.open.take() {
            Some(open) => open.and(more),
            None => more,
        });
    }
}

/// The value of all blocks of one type: an object where there is at most one, by label, or in the order of the file.
pub(super) fn assembled(found: Found, schema: Option<&NestedBlock>, strict: bool) -> Value {
    let nesting = schema.map(|schema| schema.nesting);
    if let Some(open) = found.open {
        let single = matches!(nesting, Some(Nesting::Single | Nesting::Group));
        let most = schema.and_then(|schema| schema.max).or(single.then_some(1)).map(u64::from);
        // Terraform refuses more than there may be.
        let complete = open
            .content
            .as_ref()
            .is_some_and(|others| others.is_empty() || most.is_some_and(|most| found.sure.len() as u64 >= most));
        if complete && !strict && found.choices.is_none() {
            return gathered(found.sure, nesting);
        }
        let least = (found.sure.len() as u64).max(schema.map_or(0, |schema| u64::from(schema.min)));
        let unknown = Unknown::new(Type::Dynamic, open.causes.clone());
        if single {
            return Value::Unknown(Arc::new(unknown));
        }
        let others =
            open.content.filter(|_| !strict).unwrap_or_else(|| vec![Value::unknown(Type::Dynamic, open.causes)]);
        let more = found.choices.into_iter().flat_map(|(_, choices)| choices).flat_map(|(blocks, _)| blocks);
        let elements = Elements {
            sure: found.sure.into_iter().map(|(_, value)| value).collect(),
            others: others.into_iter().chain(more.map(|(_, value)| value)).collect(),
            keyed: nesting == Some(Nesting::Map),
        };
        return elements.within(unknown.not_null().length(least, most));
    }
    let Some((causes, choices)) = found.choices else { return gathered(found.sure, nesting) };
    let choices = choices
        .into_iter()
        .map(|(more, condition)| {
            let all = found.sure.iter().cloned().chain(more).collect();
            (gathered(all, nesting), condition)
        })
        .collect();
    lang::one_of(choices, &causes)
}

fn gathered(blocks: Vec<Labelled>, nesting: Option<Nesting>) -> Value {
    match nesting {
        Some(Nesting::Single | Nesting::Group) => blocks.into_iter().next().map_or(Value::NULL, |(_, value)| value),
        Some(Nesting::Map) => {
            Value::object(blocks.into_iter().filter_map(|(label, value)| Some((label?, value))).collect::<Fields>())
        }
        _ => Value::tuple(blocks.into_iter().map(|(_, value)| value).collect()),
    }
}

/// What a nested block that is not there is to an expression.
pub(super) fn none(block: &NestedBlock) -> Value {
    match block.nesting {
        Nesting::Single | Nesting::Group => Value::Null(block.implied_type()),
        Nesting::Map => empty_object(),
        Nesting::List | Nesting::Set => Value::tuple(Vec::new()),
    }
}
