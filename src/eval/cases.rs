//! The ways in which the inputs of a root module may turn out.

use crate::addrs::Str;
use crate::config::{Config, Input, InputSource, InputValue, Root};
use crate::diag::{Diagnostic, Severity};
use crate::plan::Plan;
use crate::value::{Type, Value};

use super::collect::plan;
use super::host::Files;
use super::wanted::{Reach, Wanted};
use super::world::{Options, World};

/// More ways than this are not told apart.
const MAX_CASES: usize = 16;

/// A root module and what its plan needs.
pub struct Case<'r, 'c> {
    /// All modules.
    pub config: &'r Config<'c>,
    /// The root module.
    pub root: &'r Root<'c>,
    /// The files that its expressions may read.
    pub files: &'r Files<'r>,
    /// What is wanted of a plan.
    pub wanted: &'r Wanted<'r>,
    /// Where that is.
    pub reach: &'r Reach,
    /// Choices.
    pub options: Options,
}

impl<'c> Case<'_, 'c> {
    /// What `of` says of the plan of every case: of every way in which the input variables `names`, the most telling
    /// first, may turn out that nobody gave a value and that are one of a few, a bool or what validations admit.
    /// Together the cases are all that can be planned. Variables that would make too many are left as they are; nothing
    /// comes back where none is left.
    ///
    /// `found` is what is wrong with the root module as it is. Where null makes more errors than that, Terraform refuses
    /// the configuration, as it does for `var.create ? 1 : 0`, and there is no such case.
    pub fn each<T>(&self, names: &[Str], found: &[Diagnostic], of: impl Fn(&Plan<'_>) -> T) -> Vec<T> {
        // What was too much once would be so in every case.
        if found.iter().any(|problem| problem.code == "limit") {
            return Vec::new();
        }
        let refused = |problems: &[Diagnostic]| {
            problems.iter().any(|problem| problem.severity == Severity::Error && !found.contains(problem))
        };
        let world = World::new(self.config, self.root, self.files, self.options);
        let mut cases = vec![(self.root.clone(), false)];
        for name in names {
            let Some(mut values) = domain(&world, name).filter(|values| cases.len() * values.len() <= MAX_CASES * 2)
            else {
                continue;
            };
            values.retain(|value| !value.is_null() || !refused(&self.plan(&assuming(self.root, name, value)).1));
            if values.is_empty() || cases.len() * values.len() > MAX_CASES {
                continue;
            }
            let with = |(case, null): &(Root<'c>, bool), value: &Value| {
                (assuming(case, name, value), *null || value.is_null())
            };
            cases = cases.iter().flat_map(|case| values.iter().map(move |value| with(case, value))).collect();
        }
        if cases.len() == 1 {
            return Vec::new();
        }
        let said = |(root, null): &(Root<'c>, bool)| {
            let (plan, problems) = self.plan(root);
            (!null || !refused(&problems)).then(|| of(&plan))
        };
        cases.iter().filter_map(said).collect()
    }

    /// The plan of the root module with these inputs, and what is wrong.
    fn plan<'p>(&'p self, root: &'p Root<'p>) -> (Plan<'p>, Vec<Diagnostic>) {
        plan(self.config, root, self.files, self.wanted, self.reach, self.options)
    }
}

/// The values that a variable of the root module may have, where they are few.
fn domain(world: &World<'_>, name: &str) -> Option<Vec<Value>> {
    let module = world.root_instance();
    let variable = module.module.variables.get(name)?;
    let value = world.variable(module, name, variable.span).ok()?;
    let Value::Unknown(unknown) = value.bare() else { return None };
    match &unknown.possible {
        Some(possible) => {
            let values = possible.iter().map(|one| one.value.clone());
            values.map(|value| value.is_wholly_known().then_some(value)).collect()
        }
        None if unknown.ty == Type::Bool && unknown.symbol.is_some() => {
            let null = (!unknown.refinement.not_null).then_some(Value::Null(Type::Bool));
            Some([Value::Bool(true), Value::Bool(false)].into_iter().chain(null).collect())
        }
        None => None,
    }
}

fn assuming<'c>(root: &Root<'c>, name: &Str, value: &Value) -> Root<'c> {
    let mut root = root.clone();
    let input = Input { source: InputSource::Assumed, value: InputValue::Known(value.clone()) };
    root.inputs.insert(name.clone(), input);
    root
}
