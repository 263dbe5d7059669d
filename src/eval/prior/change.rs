//! What becomes of an instance that exists and is declared.
//!
//! After `plan` and `getAction` of `internal/terraform/node_resource_abstract_instance.go` in Terraform 1.11. What a
//! provider would do is known of no provider but Terraform's own: of an instance of another one that is changed, what it
//! computes is unknown.

use crate::addrs::{InstanceKey, Mode};
use crate::config::Lifecycle;
use crate::lang::{Evaluator, same};
use crate::plan::{Change, Past};
use crate::schema::ResourceType;
use crate::syntax::{AccessStep, Expr, ExprKind};
use crate::value::{Fields, Value, convert, masks};

use super::super::complete::Computed;
use super::super::module::known_key;
use super::super::names::Names;
use super::super::resource::{ResourceKey, Subject};
use super::super::world::World;

impl<'c> World<'c> {
    /// The object that is planned for an instance of which `fields` are written, and note of what is done to what exists.
    pub(in super::super) fn planned(
        &self,
        subject: Subject<'_, 'c>,
        fields: &Fields,
        schema: &ResourceType,
        computed: &Computed<'_>,
    ) -> Value {
        let known = self.known(computed.address).filter(|_| subject.resource.mode == Mode::Managed);
        let created = |fields: &Fields| computed.object(fields, &schema.block);
        let Some(known) = known else { return created(fields) };
        let before = known.attrs.clone().unmark_deep().0;
        let Value::Object(prior) = &before else { return created(fields) };
        let lifecycle = &subject.resource.lifecycle;
        let unignored = unignored(lifecycle, fields, &prior.fields);
        let kept = Computed { prior: Some(&prior.fields), ..*computed }.object(&unignored, &schema.block);
        let changed = changed_attributes(&kept, &prior.fields, schema);
        let triggered = lifecycle.replace_triggered_by.iter().any(|expr| self.triggers(subject, *expr));
        let replaces = |name: &&str| self.registry.replaces(&computed.address.resource.ty, name);
        let reason = match () {
            () if known.tainted => Some("replace_because_tainted"),
            () if triggered => Some("replace_by_triggers"),
            () if changed.iter().any(replaces) => Some("replace_because_cannot_update"),
            () => None,
        };
        let own = schema.provider.is_builtin();
        let (change, value) = match (reason, changed.is_empty()) {
            (Some(_), _) => (Change::Replace { create_first: lifecycle.create_before_destroy }, created(fields)),
            (None, true) if own && masks::sensitive(&kept) != masks::sensitive(&known.attrs) => (Change::Update, kept),
            (None, true) => (Change::NoOp, kept),
            (None, false) if own => (Change::Update, kept),
            (None, false) => (Change::Update, created(&unignored)),
        };
        let past = Past { change, reason, moved_from: known.moved_from, import: known.import };
        self.prior().changes.borrow_mut().insert(computed.address.as_ref().clone(), past);
        value
    }

    /// What becomes of a planned instance, and what it was; nothing of one that is created.
    pub(in super::super) fn past(&self, subject: Subject<'_, 'c>) -> Option<(Box<Past>, Value)> {
        let prior = self.prior();
        let address = self.address(subject);
        let past = prior.changes.borrow().get(&address).cloned()?;
        Some((Box::new(past), self.known(&address)?.attrs))
    }

    /// Whether what `replace_triggered_by` refers to is changed: an attribute, or anything of the instances.
    fn triggers(&self, subject: Subject<'_, 'c>, expr: Expr<'c>) -> bool {
        let ExprKind::Access(access) = expr.kind() else { return false };
        let ExprKind::Variable(ty) = access.base.kind() else { return false };
        let steps: Vec<AccessStep<'_>> = access.steps.iter().collect();
        let [AccessStep::Attr(name), rest @ ..] = steps.as_slice() else { return false };
        let module = subject.module;
        let Some((at, _, resource)) = module.module.resources.get_full(&ResourceKey(Mode::Managed, ty.name, name.name))
        else {
            return false;
        };
        let Ok(expansion) = self.expansion(module, at, resource, expr.span()) else { return false };
        let names = Names::new(self, module, subject.each);
        let evaluator = Evaluator::new(&names, &self.session);
        let (key, rest) = match rest {
            [AccessStep::Index(key, _), rest @ ..] => {
                let key = self.session.isolated(|| evaluator.eval(*key)).ok();
                match key.and_then(|key| known_key(&key, expansion.kind)) {
                    Some(key) => (Some(key), rest),
                    None => return false,
                }
            }
            [AccessStep::LegacyIndex(index, _), rest @ ..] => (Some(InstanceKey::Int(*index)), rest),
            rest => (None, rest),
        };
        expansion.members.iter().filter(|member| key.as_ref().is_none_or(|key| member.key == *key)).any(|member| {
            let of = Subject { module, at, resource, key: &member.key, each: &member.each };
            let after = self.attributes(of);
            let Some((past, before)) = self.past(of) else { return false };
            if rest.is_empty() {
                return matches!(past.change, Change::Update | Change::Replace { .. });
            }
            let part = |value: Value| self.session.isolated(|| evaluator.steps(value, rest, expr.span())).ok();
            match (part(before.unmark_deep().0), part(after.unmark_deep().0)) {
                (Some(before), Some(after)) => !same(&before, &after),
                (before, after) => before.is_some() != after.is_some(),
            }
        })
    }
}

/// What is written, with what exists in place of changes that are ignored.
fn unignored(lifecycle: &Lifecycle<'_>, fields: &Fields, prior: &Fields) -> Fields {
    let all = lifecycle.ignore_changes == ["all"];
    let ignored = |name: &str| all || lifecycle.ignore_changes.contains(&name);
    let mut kept: Fields =
        fields.iter().filter(|(name, _)| !ignored(name)).map(|(name, value)| (name.clone(), value.clone())).collect();
    for (name, value) in prior.iter().filter(|(name, value)| ignored(name) && !value.is_null()) {
        kept.insert(name.clone(), value.clone());
    }
    kept
}

/// The attributes and blocks that differ from what exists.
fn changed_attributes<'s>(planned: &Value, prior: &Fields, schema: &'s ResourceType) -> Vec<&'s str> {
    let Value::Object(planned) = planned.bare() else { return Vec::new() };
    let names = schema.block.attributes.iter().map(|(name, _)| name);
    let names = names.chain(schema.block.blocks.iter().map(|(name, _)| name));
    let differs = |name: &str| match (planned.fields.get(name), prior.get(name)) {
        (Some(now), Some(before)) => {
            let now = now.clone().unmark_deep().0;
            let null = |value: &Value| value.is_null();
            let alike = |now: &Value| same(now, before) || (null(now) && null(before));
            !alike(&now) && !convert(now, &before.ty()).is_ok_and(|now| alike(&now) && !schema.provider.is_builtin())
        }
        (now, before) => now.or(before).is_some_and(|value| !value.is_null()),
    };
    names.map(|name| name.as_str()).filter(|name| differs(name)).collect()
}
