//! Expressions from outside the configuration, evaluated in its root module.

use crate::addrs::Mode;
use crate::config::{Config, Root};
use crate::diag::Diagnostic;
use crate::lang::{Error, ErrorKind, Evaluator, Mention, Result, mentions};
use crate::source::SourceMap;
use crate::syntax::{self, AccessStep, Expr, Syntax};
use crate::value::Value;

use super::host::Files;
use super::instance::Each;
use super::names::{Names, undeclared};
use super::resource::ResourceKey;
use super::world::{Options, World};

/// A root module that expressions are asked of, as Terraform plans them.
pub struct Console<'c> {
    planned: World<'c>,
    /// Without any values: what is wrong there is wrong for all values.
    unset: World<'c>,
}

impl<'c> Console<'c> {
    /// A console in which nothing is evaluated yet.
    pub fn new(config: &'c Config<'c>, root: &'c Root<'c>, files: &'c Files<'c>, options: Options) -> Self {
        let unset = World::new(config, root, files, Options { unset: true, ..options });
        Console { planned: World::new(config, root, files, options), unset }
    }

    /// The value of an expression as it would be that of a local of the root module, or why it has none.
    ///
    /// # Errors
    /// As [`World::answer`].
    pub fn answer(&self, text: &str, map: &SourceMap) -> std::result::Result<Value, Box<Diagnostic>> {
        let value = self.planned.answer(text, map)?;
        self.unset.answer(text, map)?;
        Ok(value)
    }
}

impl World<'_> {
    /// The value of an expression as it would be that of a local of the root module, or why it has none.
    ///
    /// # Errors
    /// The first thing that is wrong; `map` has the text that it points at.
    pub fn answer(&self, text: &str, map: &SourceMap) -> std::result::Result<Value, Box<Diagnostic>> {
        // As the value of an attribute: a line break outside brackets ends it, and a heredoc has one behind it.
        let file = map.add("expression".into(), format!("value = {text}\n").into_bytes());
        let whole = file.span();
        let tree = syntax::parse(file, Syntax::Native);
        if let Some(problem) = tree.diagnostics().first() {
            return Err(Box::new(problem.clone()));
        }
        let body = tree.body();
        let only = body.attributes().count() == 1 && body.blocks().count() == 0;
        let Some(attribute) = body.attribute("value").filter(|_| only) else {
            let help = "give one expression a time; with `-` each line of the standard input is one";
            return Err(Box::new(
                Diagnostic::error("expression", "this is more than one expression").at(whole, "").help(help),
            ));
        };
        let value = self.console(attribute.expr());
        match (value, self.take_diagnostics().into_iter().next()) {
            (Err(error), _) => Err(Box::new(error.diagnostic())),
            (Ok(_), Some(problem)) => Err(Box::new(problem)),
            (Ok(value), None) => Ok(value),
        }
    }

    /// The value of an expression in the root module.
    pub fn console(&self, expr: Expr<'_>) -> Result<Value> {
        // Also where nothing would evaluate them.
        mentions(expr).iter().try_for_each(|mention| self.declared(mention))?;
        let names = Names::new(self, self.root_instance(), &Each::None);
        Evaluator::new(&names, &self.session).eval(expr)
    }

    /// Whether the root module declares what a reference begins with, and a resource has the attribute behind it.
    fn declared(&self, mention: &Mention<'_>) -> Result<()> {
        let module = self.root_instance().module;
        let root = mention.root.name;
        let Some(first) = mention.name(0) else {
            let message = format!("`{root}` alone refers to nothing: a dot and a name must follow it");
            return Err(Error::other(mention.span, message));
        };
        if !module.damage.is_empty() {
            return Ok(());
        }
        let missing = |known: Vec<&str>| match known.contains(&first.name) {
            true => Ok(()),
            false => Err(undeclared(root, first.name, known, mention.span)),
        };
        let (mode, ty, at) = match root {
            "var" => return missing(module.variables.keys().copied().collect()),
            "local" => return missing(module.locals.keys().copied().collect()),
            "module" => return missing(module.calls.keys().copied().collect()),
            "path" | "terraform" | "tofu" | "each" | "count" | "self" => return Ok(()),
            "data" => (Mode::Data, first.name, 1),
            "ephemeral" => (Mode::Ephemeral, first.name, 1),
            "resource" => (Mode::Managed, first.name, 1),
            ty => (Mode::Managed, ty, 0),
        };
        let Some(name) = mention.name(at) else { return Ok(()) };
        let Some((place, _, resource)) = module.resources.get_full(&ResourceKey(mode, ty, name.name)) else {
            let known = module.resources.keys().filter(|key| key.0 == mode && key.1 == ty).map(|key| key.2);
            return Err(undeclared(ty, name.name, known, mention.span));
        };
        let one = resource.count.is_none() && resource.for_each.is_none();
        match (mention.steps.and_then(|steps| steps.get(at + 1)), self.schema(self.root_instance(), place, resource)) {
            (Some(AccessStep::Attr(attribute)), Some(schema))
                if one
                    && schema.provider.is_builtin()
                    && schema.block.attribute(attribute.name).is_none()
                    && schema.block.block(attribute.name).is_none() =>
            {
                let near =
                    crate::diag::nearest(attribute.name, schema.block.attributes.iter().map(|(name, _)| &**name));
                let what = format!("the attribute `{}` of `{ty}`", attribute.name);
                Err(Error::new(attribute.span, ErrorKind::Undeclared(what, near.map(str::to_owned))))
            }
            _ => Ok(()),
        }
    }
}
