//! From syntax to declarations: one function a kind of block.
//!
//! A function declares what a block says, or in an override file changes what is declared; what it refuses costs that
//! block alone. Each refusal is at the place where Terraform has it.

mod call;
mod literal;
mod moves;
mod provider;
mod provisioner;
mod resource;
mod rule;
mod settings;
mod target;
mod variable;

pub(super) use literal::check_constant;
pub use provider::implied as implied_provider;
pub(super) use settings::check_backend;

use crate::diag::Diagnostic;
use crate::source::{Role, Span};
use crate::syntax::{Block, Body, Tree};

use super::content::content;
use super::module::Module;
use super::schema;
use super::sources::{Parsed, Sources, file_diagnostics};

/// A module while its files are read.
pub(super) struct Lowering<'s> {
    /// The sources, for texts and names that are made on the way.
    pub sources: &'s Sources,
    /// Whether the file at hand declares or overrides.
    pub role: Role,
    /// What is declared so far.
    pub module: Module<'s>,
    /// What is wrong with it.
    pub out: Vec<Diagnostic>,
    /// Where `required_providers` was seen.
    pub requirements: Option<Span>,
    /// Addresses of `import` blocks, and where they are.
    pub imported: Vec<(String, Span)>,
}

/// Reads what a directory declares.
pub(super) fn lower<'s>(sources: &'s Sources, parsed: &'s Parsed) -> (Module<'s>, Vec<Diagnostic>) {
    let module =
        Module { dir: parsed.directory.path.clone(), real: parsed.directory.real.clone(), ..Module::default() };
    let mut at =
        Lowering { sources, role: Role::Primary, module, out: Vec::new(), requirements: None, imported: Vec::new() };
    at.out.extend(parsed.problems.iter().map(|(_, problem)| Diagnostic::from(problem.clone())));
    at.module.damage.extend(parsed.problems.iter().map(|(file, _)| file.span()));
    for (role, tree) in &parsed.files {
        at.role = *role;
        file(&mut at, tree);
    }
    (at.module, at.out)
}

fn file<'s>(at: &mut Lowering<'s>, tree: &'s Tree) {
    at.out.extend(file_diagnostics(tree));
    let body = tree.body();
    at.module.damage.extend(body.damage());
    let mut blocks = content(body, body.span(), &schema::FILE, at.role, &mut at.out);
    at.module.damage.extend(lost(body, &blocks));
    // Data sources of checks are declared after the others of a file.
    blocks.sort_by_key(|block| block.ty().name == "check");
    for block in blocks {
        match block.ty().name {
            "terraform" => settings::terraform(at, block),
            "required_providers" => at.out.push(
                Diagnostic::error("misplaced-block", "`required_providers` belongs in a `terraform` block")
                    .at(block.ty().span, "")
                    .help("write `terraform { required_providers { … } }`"),
            ),
            "provider" => provider::provider(at, block),
            "variable" => variable::variable(at, block),
            "locals" => variable::locals(at, block),
            "output" => variable::output(at, block),
            "module" => call::call(at, block),
            "resource" | "data" | "ephemeral" => resource::resource(at, block, None),
            "moved" => moves::moved(at, block),
            "import" => moves::import(at, block),
            "removed" => moves::removed(at, block),
            "check" => rule::check(at, block),
            _ => {}
        }
    }
}

/// What stands at the top of a file and is not read because it is refused: it may be meant to be anything.
fn lost<'s>(body: Body<'s>, taken: &[Block<'s>]) -> Vec<Span> {
    let mut taken = taken.iter().peekable();
    let blocks = body.blocks().filter(|block| taken.next_if(|next| next.span() == block.span()).is_none());
    let mut lost: Vec<Span> = blocks.map(|block| block.span()).collect();
    lost.extend(body.attributes().filter_map(|attribute| {
        let name = attribute.name().name;
        let (_, labels) = schema::FILE.blocks.iter().find(|(ty, _)| *ty == name && body.is_json()).copied().unzip();
        let read = labels.is_some_and(|labels: &[_]| body.misread_blocks(name, labels.len()).is_empty());
        (!read).then(|| attribute.span())
    }));
    lost
}

/// Refuses a block whole.
fn refuse<'s>(at: &mut Lowering<'s>, block: Block<'s>, why: Diagnostic) {
    at.module.damage.push(block.span());
    at.out.push(why);
}

/// The text of the label at `index`, which the schema has made sure is there.
fn label<'s>(at: &Lowering<'s>, block: Block<'s>, index: usize) -> (&'s str, Span) {
    match block.labels().into_iter().nth(index) {
        Some(label) => (at.sources.name(label.text), label.span),
        None => ("", block.header()),
    }
}

/// Notes a name that is none.
fn check_name(at: &mut Lowering<'_>, what: &str, name: &str, span: Span) {
    if !is_name(name) {
        at.out.push(
            Diagnostic::error("invalid-name", format!("`{name}` is no valid {what} name"))
                .at(span, "")
                .help("start with a letter or an underscore, and go on with letters, digits, underscores and dashes"),
        );
    }
}

fn is_name(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(|first| first.is_alphabetic() || first == '_')
        && chars
            .all(|c| c.is_alphanumeric() || c == '_' || c == '-' || unicode_normalization::char::is_combining_mark(c))
}

/// Something is declared for the second time.
fn duplicate(what: &str, span: Span, first: Span) -> Diagnostic {
    Diagnostic::error("duplicate-declaration", format!("duplicate {what}"))
        .at(span, "declared again")
        .at(first, "first declared here")
        .help("rename or remove one of the two")
}

/// An override file changes something that is not there.
fn nothing_to_override(what: &str, span: Span) -> Diagnostic {
    Diagnostic::error("nothing-to-override", format!("there is no {what} to override"))
        .at(span, "")
        .help("declare it in a file that is no override file, or correct the name")
}

/// Blocks of a type stand twice where one may stand.
fn only_one(ty: &str, span: Span, first: Span) -> Diagnostic {
    Diagnostic::error("duplicate-block", format!("there may be only one `{ty}` block here"))
        .at(span, "")
        .at(first, "the first is here")
        .help("put both together")
}

/// Block types that Terraform has reserved.
fn reserved(ty: &str, span: Span) -> Diagnostic {
    Diagnostic::error("reserved-block", format!("the block type `{ty}` is reserved by Terraform"))
        .at(span, "")
        .help("remove the block")
}

/// An override file may not say what something depends on.
fn depends_on_overridden(span: Span) -> Diagnostic {
    Diagnostic::error("unsupported-override", "`depends_on` may not be overridden")
        .at(span, "")
        .help("write it where the block is declared")
}

/// `count` and `for_each` both.
fn count_and_for_each(for_each: Span, count: Span) -> Diagnostic {
    Diagnostic::error("count-and-for-each", "`count` and `for_each` exclude each other")
        .at(for_each, "")
        .at(count, "`count` is here")
        .help("remove one of them")
}
