//! Provisioners, and how they connect.

use crate::addrs::Mode;
use crate::config::{Body, Resource};
use crate::diag::Diagnostic;
use crate::lang::{Evaluator, Frame};
use crate::syntax::Block;

use super::super::names::Names;
use super::super::resource::Subject;
use super::super::unset::unset;
use super::super::world::World;
use super::super::{blocks, instance::Kind};
use super::{Around, Validator};

/// Arguments and blocks that every provisioner has.
const META: &[&str] = &["when", "on_failure", "connection"];

/// Arguments of which exactly one must be given, by the type of provisioner.
const ONE_OF: &[(&str, &[&str])] =
    &[("file", &["content", "source"]), ("remote-exec", &["inline", "script", "scripts"])];

/// `provisioner` blocks of a resource with their types.
fn provisioners<'c>(resource: &Resource<'c>) -> impl Iterator<Item = (String, Block<'c>)> {
    let all = if resource.mode == Mode::Managed { resource.body.blocks_of("provisioner", 1) } else { Vec::new() };
    all.into_iter().filter_map(|block| Some((block.labels().first()?.text.to_string(), block)))
}

/// The blocks that say together how a provisioner connects.
fn connections<'c>(resource: &Resource<'c>, provisioner: Block<'c>) -> Vec<Block<'c>> {
    let own = provisioner.body().blocks_of("connection", 0).into_iter();
    own.chain(resource.body.blocks_of("connection", 0)).collect()
}

impl<'c> Validator<'_, 'c> {
    pub(super) fn provisioners(&self, resource: &'c Resource<'c>, around: &Around<'c>) {
        let registry = self.world.registry;
        for (kind, block) in provisioners(resource) {
            let Some(schema) = registry.provisioner(&kind) else {
                self.report(
                    Diagnostic::error("missing-provisioner", format!("Terraform has no provisioner `{kind}`"))
                        .at(block.header(), "")
                        .help("use `local-exec`, `remote-exec` or `file`")
                        .without_place(),
                );
                continue;
            };
            self.own_body(block, &schema.block, META, around);
            let Some(connection) = registry.connection() else { continue };
            if let [only] = connections(resource, block)[..] {
                self.own_body(only, &connection.block, &[], around);
            }
        }
    }
}

impl<'c> World<'c> {
    /// The arguments of provisioners and connections, which are of the types that they must have.
    pub(in super::super) fn provisioned(&self, subject: Subject<'_, 'c>) {
        let names = Names::new(self, subject.module, subject.each);
        let evaluator = Evaluator::new(&names, &self.session);
        let schema = self.schema(subject.module, subject.at, subject.resource);
        let ty = schema.map_or(crate::value::Type::Dynamic, |schema| schema.block.implied_type());
        let itself = Frame { name: "self", value: unset(ty, Kind::Single, subject.resource.span), outer: None };
        let evaluator = evaluator.with_frame(&itself);
        let evaluate = |block: Block<'c>, schema: &crate::schema::Block| {
            let body = Body::new(block.body());
            self.session.isolated(|| blocks::content(self, &evaluator, &body, Some(schema), META))
        };
        for (kind, block) in provisioners(subject.resource) {
            let Some(schema) = self.registry.provisioner(&kind) else { continue };
            let given = evaluate(block, &schema.block);
            let one_of = ONE_OF.iter().find(|(of, _)| *of == kind).map_or(&[][..], |(_, one_of)| *one_of);
            let count = one_of.iter().filter(|name| given.get(name).is_some()).count();
            if !one_of.is_empty() && count != 1 {
                self.report(
                    Diagnostic::error("one-of", format!("a provisioner `{kind}` needs one of {}", one_of.join(", ")))
                        .at(block.header(), "")
                        .help("give exactly one of them")
                        .without_place(),
                );
            }
            let Some(connection) = self.registry.connection() else { continue };
            for block in connections(subject.resource, block) {
                evaluate(block, &connection.block);
            }
        }
    }
}
