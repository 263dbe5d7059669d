//! Arguments and blocks of resources against the schemas of their types.

use crate::addrs::Mode;
use crate::config::{Body, ProviderConfig, Resource, implied_provider};
use crate::diag::{Diagnostic, nearest};
use crate::lang::Evaluator;
use crate::schema::{Attribute as AttributeSchema, Block as BlockSchema, Nesting};
use crate::source::Span;
use crate::syntax::{Block, Expr, ExprKind};

use super::super::body;
use super::{Around, Validator};

/// What a block may hold: that of a schema, or the attributes of an object that may be written as blocks.
#[derive(Clone, Copy)]
enum Allowed<'a> {
    Block(&'a BlockSchema),
    Object(&'a crate::value::Type),
    /// Nothing is known of it.
    Anything,
}

impl<'a> Allowed<'a> {
    fn attribute(self, name: &str) -> Option<&'a AttributeSchema> {
        match self {
            Allowed::Block(block) => block.attribute(name),
            _ => None,
        }
    }

    fn has_attribute(self, name: &str) -> bool {
        match self {
            Allowed::Block(block) => block.attribute(name).is_some(),
            Allowed::Object(ty) => ty.attribute(name).is_some(),
            Allowed::Anything => true,
        }
    }

    /// What a nested block of that type may hold, and how such blocks nest.
    fn nested(self, name: &str) -> Option<(Allowed<'a>, Option<Nesting>)> {
        match self {
            Allowed::Block(block) => {
                match (block.block(name), block.attribute(name).and_then(AttributeSchema::as_blocks)) {
                    (Some(nested), _) => Some((Allowed::Block(&nested.block), Some(nested.nesting))),
                    (None, Some(element)) => Some((Allowed::Object(element), None)),
                    _ => None,
                }
            }
            Allowed::Object(ty) => match ty.attribute(name)? {
                crate::value::Type::List(element) | crate::value::Type::Set(element) => {
                    Some((Allowed::Object(element), None))
                }
                _ => None,
            },
            Allowed::Anything => Some((Allowed::Anything, None)),
        }
    }

    fn names(self) -> Vec<&'a str> {
        match self {
            Allowed::Block(block) => {
                let attributes = block.attributes.iter().map(|(name, _)| name.as_str());
                attributes.chain(block.blocks.iter().map(|(name, _)| name.as_str())).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// What a body is checked as.
#[derive(Clone, Copy)]
struct Place<'a, 'c> {
    allowed: Allowed<'a>,
    /// Names that are Terraform's own.
    meta: &'a [&'a str],
    header: Span,
    /// The resource whose body it is, if it is one as a whole.
    resource: Option<&'c Resource<'c>>,
    /// Whether the type is Terraform's own.
    builtin: bool,
    /// Only names are looked at, of what the schema has.
    names_only: bool,
}

impl<'c> Validator<'_, 'c> {
    /// The body of a resource.
    pub(super) fn resource_body(&self, resource: &'c Resource<'c>, around: &Around<'c>) {
        let schema = self.certain(resource);
        if schema.is_none() && !self.known_type(resource) {
            return;
        }
        let builtin = schema.as_deref().is_some_and(|schema| schema.provider.is_builtin());
        let allowed = schema.as_deref().map_or(Allowed::Anything, |schema| Allowed::Block(&schema.block));
        let meta = match resource.mode {
            Mode::Managed => Resource::META,
            // Such have neither provisioners nor connections.
            Mode::Data | Mode::Ephemeral => &Resource::META[..Resource::META.len() - 2],
        };
        let place =
            Place { allowed, meta, header: resource.span, resource: Some(resource), builtin, names_only: false };
        self.whole_body(&resource.body, place, around);
        self.provisioners(resource, &Around { itself: true, own: None, ..around.clone() });
    }

    /// Whether the provider of a resource comes with Terraform, so that all of it is known.
    fn is_builtin(&self, resource: &Resource<'c>) -> bool {
        let prefix = resource.ty.split('_').next().unwrap_or(resource.ty);
        let local = resource.provider.map_or(prefix, |(name, _)| name);
        let required = self.module.requirements.get(local).map(|requirement| requirement.source.clone());
        let source = required.unwrap_or_else(|| implied_provider(local));
        self.world.registry.provider(&source).is_some_and(|provider| provider.is_builtin())
    }

    /// Whether the provider may have such a type at all.
    fn known_type(&self, resource: &Resource<'c>) -> bool {
        let registry = self.world.registry;
        if resource.mode == Mode::Ephemeral && !self.is_builtin(resource) {
            return true;
        }
        let version = self.world.provider_of(self.module, resource).1;
        if registry.resource(resource.mode, resource.ty, version.as_deref()).is_some() {
            return true;
        }
        let Some(provider) = registry.provider_of(resource.ty) else { return true };
        let any = |version: &crate::schema::KnownVersion| {
            registry.resource(resource.mode, resource.ty, Some(version.number)).is_some()
        };
        let choice = provider.version(version.as_deref());
        if choice.known.partial || !choice.covers || provider.versions.iter().any(any) {
            return true;
        }
        let what = match resource.mode {
            Mode::Data => "data source",
            Mode::Managed => "resource type",
            Mode::Ephemeral => "ephemeral resource",
        };
        let diagnostic = Diagnostic::error(
            "unknown-type",
            format!("the provider {} has no {what} `{}`", provider.source, resource.ty),
        )
        .at(resource.span, "");
        self.report(match nearest(resource.ty, provider.types(resource.mode)) {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None => diagnostic.help("correct the type"),
        });
        false
    }

    /// What has a schema, but is no resource: `meta` are arguments and blocks that it does not speak of.
    pub(super) fn own_body(&self, block: Block<'c>, schema: &BlockSchema, meta: &[&str], around: &Around<'c>) {
        let place = Place {
            allowed: Allowed::Block(schema),
            meta,
            header: block.header(),
            resource: None,
            builtin: false,
            names_only: false,
        };
        self.whole_body(&Body::new(block.body()), place, around);
    }

    /// The configuration of a provider that comes with Terraform.
    pub(super) fn provider_body(&self, config: &'c ProviderConfig<'c>, around: &Around<'c>) {
        let required = self.module.requirements.get(config.name).map(|one| one.source.clone());
        let source = required.unwrap_or_else(|| implied_provider(config.name));
        let registry = self.world.registry;
        let schema = registry.provider(&source).filter(|provider| provider.is_builtin());
        let schema = schema.and_then(|provider| registry.configuration(provider, None));
        let allowed = schema.as_deref().map_or(Allowed::Anything, |schema| Allowed::Block(&schema.block));
        let place = Place {
            allowed,
            meta: &["alias", "version"],
            header: config.span,
            resource: None,
            builtin: true,
            names_only: false,
        };
        self.whole_body(&config.body, place, around);
    }

    /// A body. What does not fit its schema is told only where all that it refers to is there.
    fn whole_body(&self, content: &Body<'c>, place: Place<'_, 'c>, around: &Around<'c>) {
        if !self.refers_wrongly(|| self.body(content, Place { names_only: true, ..place }, around)) {
            self.body(content, place, around);
        }
    }

    fn body(&self, content: &Body<'c>, place: Place<'_, 'c>, around: &Around<'c>) {
        let json = content.base.is_json();
        let mut blocks: Vec<Block<'c>> = body::blocks(content);
        for attribute in content.attributes() {
            let name = attribute.name();
            if place.meta.contains(&name.name) {
                continue;
            }
            let schema = place.allowed.attribute(name.name);
            let nested = place.allowed.nested(name.name).filter(|_| schema.is_none());
            if json && (name.name == "dynamic" || matches!(nested, Some((Allowed::Block(_), _)))) {
                let labelled = name.name == "dynamic" || matches!(nested, Some((_, Some(Nesting::Map))));
                blocks.extend(content.base.blocks_of(name.name, usize::from(labelled)));
                continue;
            }
            let known = schema.is_some()
                || json && name.name == "//"
                || place.allowed.has_attribute(name.name)
                || self.elsewhere(place, name.name);
            // What is not expected is not read.
            if known {
                self.expression(attribute.expr(), around);
            }
            match schema {
                _ if place.names_only => {}
                Some(schema) if !schema.is_argument() => {
                    let message = format!("`{}` is decided by the provider", name.name);
                    let mut diagnostic = Diagnostic::error("computed-argument", message)
                        .at(name.span, "it cannot be given a value")
                        .help("remove the argument");
                    // Terraform's own provider does not say where.
                    diagnostic.placeless = place.builtin;
                    self.report(diagnostic);
                }
                Some(_) => {}
                None if known => {}
                None => self.unsupported("argument", name.name, name.span, place.allowed),
            }
        }
        for block in &blocks {
            self.block(*block, place, around);
        }
        if !place.names_only {
            self.required(content, &blocks, place);
        }
    }

    /// Whether another version that may be meant has it.
    fn elsewhere(&self, place: Place<'_, 'c>, name: &str) -> bool {
        place.resource.is_some_and(|resource| self.may_have(resource, name))
    }

    fn unsupported(&self, what: &str, name: &str, span: Span, allowed: Allowed<'_>) {
        let code = if what == "argument" { "unsupported-argument" } else { "unsupported-block" };
        let message = match what {
            "argument" => format!("an argument named `{name}` is not expected here"),
            _ => format!("blocks of type `{name}` are not expected here"),
        };
        let diagnostic = Diagnostic::error(code, message).at(span, "");
        self.report(match (allowed.nested(name).is_some(), allowed.has_attribute(name)) {
            (true, _) => diagnostic.help(format!("`{name}` is a block: write `{name} {{ … }}`")),
            (_, true) => diagnostic.help(format!("`{name}` is an argument: write `{name} = …`")),
            _ => match nearest(name, allowed.names()) {
                Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                None => diagnostic.help("remove it"),
            },
        });
    }

    fn block(&self, block: Block<'c>, place: Place<'_, 'c>, around: &Around<'c>) {
        let dynamic = block.ty().name == "dynamic";
        if !dynamic && place.meta.contains(&block.ty().name) {
            return;
        }
        let labels = block.labels();
        let (name, span) = match (dynamic, labels.first()) {
            (true, Some(label)) => (label.text.as_ref(), label.span),
            _ => (block.ty().name, block.ty().span),
        };
        let Some((allowed, nesting)) = place.allowed.nested(name) else {
            if !place.names_only && !self.elsewhere(place, name) {
                self.unsupported("block", name, span, place.allowed);
            }
            return;
        };
        let place = |header| Place {
            allowed,
            meta: &[],
            header,
            resource: None,
            builtin: place.builtin,
            names_only: place.names_only,
        };
        if !dynamic {
            return self.body(&Body::new(block.body()), place(block.header()), around);
        }
        let content = block.body().blocks_of("content", 0).into_iter().next();
        let for_each = block.body().attribute("for_each");
        let iterator = block.body().attribute("iterator").map(|attribute| attribute.expr().kind());
        if let (Some(labels), false) = (block.body().attribute("labels"), nesting == Some(Nesting::Map)) {
            self.unsupported("argument", "labels", labels.name().span, Allowed::Object(&crate::value::Type::Dynamic));
        }
        let missing = |what: &str, help: &str| {
            Diagnostic::error("missing-argument", format!("a dynamic block needs {what}"))
                .at(block.header(), "")
                .help(help)
        };
        let (Some(for_each), Some(content)) = (for_each, content) else {
            return self.report(match for_each {
                None => missing("`for_each`", "add `for_each = …`"),
                Some(_) => missing("a `content` block", "add `content { … }`"),
            });
        };
        self.expression(for_each.expr(), around);
        // The content of a block that is certainly never made is not looked at.
        if self.is_certainly_empty(for_each.expr()) {
            return;
        }
        let name: &'c str = match iterator {
            Some(ExprKind::Variable(iterator)) => iterator.name,
            _ => body::block_type(block),
        };
        let mut around = around.clone();
        around.iterators.push(name);
        self.body(&Body::new(content.body()), place(content.header()), &around);
    }

    fn is_certainly_empty(&self, expr: Expr<'c>) -> bool {
        let evaluator = Evaluator::new(&crate::lang::Nothing, &self.world.session);
        match evaluator.eval(expr) {
            Ok(value) => crate::lang::iterate(&value).is_ok_and(|items| items.is_empty()),
            Err(_) => false,
        }
    }

    /// Arguments that must be there, and blocks that must or must not be there so often; where dynamic blocks make
    /// some, that is counted when they are made.
    fn required(&self, content: &Body<'c>, blocks: &[Block<'c>], place: Place<'_, 'c>) {
        let Allowed::Block(schema) = place.allowed else { return };
        if content.damage().is_some() {
            return;
        }
        for (name, attribute) in &schema.attributes {
            let as_block = || blocks.iter().any(|block| body::block_type(*block) == name);
            if attribute.required && content.attribute(name).is_none() && !as_block() {
                self.report(
                    Diagnostic::error("missing-argument", format!("the argument `{name}` is required"))
                        .at(place.header, format!("`{name}` is missing here"))
                        .help(format!("add `{name} = …`")),
                );
            }
        }
        for (name, nested) in &schema.blocks {
            let of_type = || blocks.iter().filter(|block| body::block_type(**block) == name);
            if of_type().any(|block| block.ty().name == "dynamic") {
                continue;
            }
            let all: Vec<Span> = of_type().map(|block| block.header()).collect();
            super::super::blocks::counted(self.world, name, nested, &all, place.header);
        }
    }
}
