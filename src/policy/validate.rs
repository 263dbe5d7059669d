//! What can be wrong with a policy's names before anything is judged.

use std::collections::HashSet;

use crate::addrs::Str;
use crate::diag::{Diagnostic, nearest};
use crate::lang::{Mention, Visitor, walk};
use crate::source::Span;
use crate::syntax::{Body, Call, Expr};

use super::file::{Block, BlockKind, File};
use super::functions;

/// Whether anything below `body` refers to the name `root`.
pub(super) fn mentions(body: Body<'_>, root: &str) -> bool {
    let in_attributes = body
        .attributes()
        .any(|attribute| crate::lang::mentions(attribute.expr()).iter().any(|mention| mention.root.name == root));
    in_attributes || body.blocks().any(|block| mentions(block.body(), root))
}

/// Names that the files of one directory give each other.
pub(super) struct Siblings {
    pub inputs: HashSet<Str>,
    pub locals: HashSet<Str>,
}

/// What an expression stands in, and with it what it may refer to.
struct Place<'a, 'p> {
    file: &'a File<'p>,
    siblings: &'a Siblings,
    block: Option<&'a Block<'p>>,
    problems: &'a mut Vec<Diagnostic>,
}

/// Checks every name and call of a file.
pub(super) fn validate(file: &File<'_>, siblings: &Siblings, problems: &mut Vec<Diagnostic>) {
    let mut place = Place { file, siblings, block: None, problems };
    for expr in file.locals.values() {
        walk(*expr, &mut place);
    }
    circles(file.locals.iter().map(|(name, expr)| (*name, *expr)), place.problems);
    for block in &file.blocks {
        let mut place = Place { file, siblings, block: Some(block), problems: place.problems };
        let enforced = block.enforces.iter().flat_map(|enforce| {
            [Some(enforce.condition), enforce.error_message, enforce.info_message].into_iter().flatten()
        });
        for expr in
            [block.level, block.filter].into_iter().flatten().chain(block.locals.values().copied()).chain(enforced)
        {
            walk(expr, &mut place);
        }
        for (name, expr) in &block.locals {
            if let Some(top) = file.locals.get(name) {
                let message = format!("the local `{name}` of a policy has the name of a local of the file");
                place.problems.push(
                    Diagnostic::error("duplicate", message)
                        .at(expr.span(), "")
                        .at(top.span(), "the file's is here")
                        .help("give one of them another name"),
                );
            }
        }
        circles(block.locals.iter().map(|(name, expr)| (*name, *expr)), place.problems);
    }
}

impl<'s> Visitor<'s> for Place<'_, '_> {
    fn mention(&mut self, mention: Mention<'s>) {
        let name = mention.name(0).map(|ident| ident.name);
        match (mention.root.name, self.block) {
            ("attrs" | "prior_attrs" | "meta", None) => {
                let message = format!("`{}` is not there in a file's own locals", mention.root.name);
                self.problems.push(
                    Diagnostic::error("undeclared", message)
                        .at(mention.root.span, "")
                        .help("move this local into the `locals` block of a policy"),
                );
            }
            ("attrs" | "prior_attrs", Some(_)) => {}
            ("meta", Some(block)) => self.meta(block.kind, mention),
            ("local", block) => {
                let own: Vec<&str> = block.iter().flat_map(|block| block.locals.keys().copied()).collect();
                let file: Vec<&str> = self.file.locals.keys().copied().collect();
                self.declared("local", name, &[own, file].concat(), mention.span, true);
            }
            ("input", _) => {
                let known: Vec<&str> = self.file.inputs.keys().copied().collect();
                self.declared("input", name, &known, mention.span, false);
            }
            (other, _) => {
                let roots = ["attrs", "prior_attrs", "meta", "input", "local"];
                let diagnostic =
                    Diagnostic::error("undeclared", format!("`{other}` is not declared")).at(mention.root.span, "");
                self.problems.push(match nearest(other, roots) {
                    Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                    None => diagnostic.note(format!("a policy may refer to {}", roots.join(", "))),
                });
            }
        }
    }

    fn call(&mut self, call: &Call<'s>, _: Span) {
        let name = call.name.name;
        if functions::exists(name) {
            return;
        }
        let near = functions::nearest(name);
        let diagnostic = Diagnostic::warning("no-function", format!("there is no function named `{name}`"))
            .at(call.name.span, "")
            .note("a policy that calls it cannot be evaluated");
        self.problems.push(match near {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None => diagnostic,
        });
    }
}

impl Place<'_, '_> {
    fn declared(&mut self, root: &str, name: Option<&str>, known: &[&str], span: Span, local: bool) {
        let Some(name) = name else { return };
        let siblings = if local { &self.siblings.locals } else { &self.siblings.inputs };
        if known.contains(&name) || siblings.contains(name) {
            return;
        }
        let diagnostic = Diagnostic::error("undeclared", format!("`{root}.{name}` is not declared")).at(span, "");
        let candidates = known.iter().copied().chain(siblings.iter().map(Str::as_str));
        self.problems.push(match nearest(name, candidates) {
            Some(near) => diagnostic.help(format!("did you mean `{root}.{near}`?")),
            None => diagnostic,
        });
    }

    fn meta(&mut self, kind: BlockKind, mention: Mention<'_>) {
        let Some(field) = mention.name(0) else { return };
        let known = meta_fields(kind);
        if known.contains(&field.name) {
            return;
        }
        let message = format!("`meta.{}` does not exist in a `{}`", field.name, kind.keyword());
        let diagnostic = Diagnostic::error("undeclared", message).at(field.span, "");
        self.problems.push(match nearest(field.name, known.iter().copied()) {
            Some(near) => diagnostic.help(format!("did you mean `meta.{near}`?")),
            None => diagnostic.note(format!("there are {}", known.join(", "))),
        });
    }
}

/// The fields of `meta`.
pub(super) fn meta_fields(kind: BlockKind) -> &'static [&'static str] {
    match kind {
        BlockKind::Resource => {
            &["type", "provider_type", "operation", "module_path", "address", "tfe_workspace", "tfe_stack"]
        }
        BlockKind::Module => &["source", "version", "address", "tfe_workspace", "tfe_stack"],
        BlockKind::Provider => {
            &["type", "source", "version", "alias", "name", "namespace", "address", "tfe_workspace", "tfe_stack"]
        }
    }
}

/// Locals that depend on themselves.
fn circles<'p>(locals: impl Iterator<Item = (&'p str, Expr<'p>)>, problems: &mut Vec<Diagnostic>) {
    let all: Vec<(&str, Expr<'p>, Vec<&str>)> = locals
        .map(|(name, expr)| {
            let needs = crate::lang::mentions(expr)
                .iter()
                .filter(|mention| mention.root.name == "local")
                .filter_map(|mention| mention.name(0).map(|ident| ident.name))
                .collect();
            (name, expr, needs)
        })
        .collect();
    // Whoever depends only on what is settled is settled; what is left over at the end goes in circles.
    let mut left: Vec<&(&str, Expr<'p>, Vec<&str>)> = all.iter().collect();
    loop {
        let open: HashSet<&str> = left.iter().map(|local| local.0).collect();
        let before = left.len();
        left.retain(|local| local.2.iter().any(|name| open.contains(name)));
        if left.len() == before {
            break;
        }
    }
    if let Some(first) = left.first() {
        let names: Vec<String> = left.iter().map(|local| format!("local.{}", local.0)).collect();
        let message = format!("locals depend on each other in a circle: {}", names.join(", "));
        problems.push(Diagnostic::error("circle", message).at(first.1.span(), ""));
    }
}
