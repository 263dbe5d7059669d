//! What is written of a block, as far as a plan file says: its expressions without their text.

use serde_json::{Map, Value as Json};

use super::values::Part;

/// What may have been written for one block.
#[derive(Clone)]
pub(super) enum Written<'j> {
    /// Not known: the file has no configuration, or the block may come from a `dynamic` one, which files leave out.
    Unsaid,
    /// One of these.
    One(Vec<&'j Map<String, Json>>),
}

/// What is written for an argument or for nested blocks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Expression<'j> {
    /// It cannot be told whether anything is.
    Unsaid,
    /// Nothing.
    Nothing,
    /// This.
    Is(&'j Json),
}

impl<'j> Written<'j> {
    /// Of a block whose expressions these are.
    pub fn of(expressions: &'j Json) -> Self {
        match expressions {
            Json::Object(fields) => Written::One(vec![fields]),
            // What has no expressions at all is left out of the file.
            Json::Null => Written::One(Vec::new()),
            _ => Written::Unsaid,
        }
    }

    /// What is written for `name`.
    pub fn expression(&self, name: &str) -> Expression<'j> {
        let Written::One(candidates) = self else { return Expression::Unsaid };
        let mut found = candidates.iter().map(|candidate| candidate.get(name));
        let Some(first) = found.next() else { return Expression::Nothing };
        match (found.all(|other| other == first), first) {
            (false, _) => Expression::Unsaid,
            (true, None) => Expression::Nothing,
            (true, Some(expression)) => Expression::Is(expression),
        }
    }

    /// What is written for each of the nested blocks of a type, and its position among those that are written: 0 for
    /// all where one of them is not certain. `parts` are what became of them; `ordered`: in the order of the file.
    pub fn blocks(&self, name: &str, parts: &[Part<'_>], ordered: bool) -> Vec<(Written<'j>, usize)> {
        let unsaid = || parts.iter().map(|_| (Written::Unsaid, 0)).collect();
        let Written::One(candidates) = self else { return unsaid() };
        let mut blocks: Vec<&Map<String, Json>> = Vec::new();
        for written in candidates.iter().filter_map(|candidate| candidate.get(name)) {
            match written {
                Json::Array(items) => blocks.extend(items.iter().filter_map(Json::as_object)),
                Json::Object(block) => blocks.push(block),
                _ => return unsaid(),
            }
        }
        if candidates.len() == 1 && ordered && blocks.len() == parts.len() {
            return blocks.into_iter().map(|block| (Written::One(vec![block]), 0)).collect();
        }
        // More blocks than are written: the others are from a `dynamic` block.
        if blocks.len() < parts.len() {
            return unsaid();
        }
        let mut positions = Vec::new();
        let mut fitting = |part: &Part<'_>| {
            let fits: Vec<usize> = (0..blocks.len()).filter(|at| may_become(blocks[*at], *part)).collect();
            positions.extend(match fits.as_slice() {
                [one] => Some(*one),
                _ => None,
            });
            if fits.is_empty() {
                Written::Unsaid
            } else {
                Written::One(fits.into_iter().map(|at| blocks[at]).collect())
            }
        };
        let written: Vec<Written<'j>> = parts.iter().map(&mut fitting).collect();
        if positions.len() < parts.len() {
            positions = vec![0; parts.len()];
        }
        written.into_iter().zip(positions).collect()
    }
}

/// Whether what is written may have become this: constants are what they are.
fn may_become(block: &Map<String, Json>, part: Part<'_>) -> bool {
    block.iter().all(|(name, expression)| {
        let Some(constant) = expression.get("constant_value") else { return true };
        let part = part.field(name);
        let text = |json: &Json| match json {
            Json::String(text) => text.clone(),
            other => other.to_string(),
        };
        part.is_unknown() || constant.is_array() || constant.is_object() || text(constant) == text(part.json)
    })
}
