//! Decoding a test file.

use std::path::{Path, PathBuf};

use indexmap::IndexMap;

use crate::addrs::Str;
use crate::diag::Diagnostic;
use crate::source::Span;
use crate::syntax::{Block, Body, Expr, ExprKind, Tree};

use crate::policy::grammar::{labels, literal, only, unsupported};

/// What a mock stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MockKind {
    Resource,
    Data,
    Module,
    Provider,
}

/// A mock.
#[derive(Clone, Debug)]
pub(super) struct Mock<'t> {
    pub kind: MockKind,
    /// Type or module source.
    pub ty: Str,
    pub name: Str,
    pub span: Span,
    pub attrs: Option<Expr<'t>>,
    pub prior_attrs: Option<Expr<'t>>,
    pub meta: Option<Expr<'t>>,
    pub expect_failure: bool,
    pub skip: bool,
    pub inputs: IndexMap<Str, Expr<'t>>,
}

/// A test file.
#[derive(Clone, Debug)]
pub(super) struct TestFile<'t> {
    pub path: PathBuf,
    pub span: Span,
    /// Files and directories, as written, each with its place; none if it names none.
    pub targets: Option<Vec<(Str, Span)>>,
    pub inputs: IndexMap<Str, Expr<'t>>,
    pub locals: IndexMap<Str, Expr<'t>>,
    pub mocks: Vec<Mock<'t>>,
}

impl TestFile<'_> {
    /// The targets as paths.
    pub fn target_paths(&self) -> Vec<PathBuf> {
        let dir = self.path.parent().unwrap_or(Path::new(""));
        self.targets.iter().flatten().map(|(target, _)| dir.join(target.as_str())).collect()
    }
}

pub(super) fn decode<'t>(tree: &'t Tree, problems: &mut Vec<Diagnostic>) -> TestFile<'t> {
    problems.extend(tree.diagnostics().iter().cloned());
    let mut file = TestFile {
        path: tree.file().path().to_owned(),
        span: tree.file().span().at_start(),
        targets: None,
        inputs: IndexMap::new(),
        locals: IndexMap::new(),
        mocks: Vec::new(),
    };
    for attribute in tree.body().attributes() {
        problems.push(unsupported("argument", attribute.name().name, attribute.name().span, &[]));
    }
    for block in tree.body().blocks() {
        match block.ty().name {
            "policytest" => decode_settings(block, &mut file, problems),
            "inputs" => file.inputs.extend(values(block.body())),
            "locals" => file.locals.extend(values(block.body())),
            "resource" => file.mocks.extend(decode_mock(block, MockKind::Resource, problems)),
            "data" => file.mocks.extend(decode_mock(block, MockKind::Data, problems)),
            "module" => file.mocks.extend(decode_mock(block, MockKind::Module, problems)),
            "provider" => file.mocks.extend(decode_mock(block, MockKind::Provider, problems)),
            other => problems.push(unsupported(
                "block",
                other,
                block.ty().span,
                &["policytest", "inputs", "locals", "resource", "data", "module", "provider"],
            )),
        }
    }
    duplicates(&file, problems);
    if file.mocks.iter().all(|mock| mock.skip || mock.kind == MockKind::Data) {
        problems.push(
            Diagnostic::warning("nothing-tested", "this file judges nothing")
                .at(file.span, "")
                .help("add a `resource`, `module` or `provider` block that is not skipped"),
        );
    }
    file
}

fn duplicates(file: &TestFile<'_>, problems: &mut Vec<Diagnostic>) {
    for (at, mock) in file.mocks.iter().enumerate() {
        let same = |other: &&Mock<'_>| other.kind == mock.kind && other.ty == mock.ty && other.name == mock.name;
        if let Some(first) = file.mocks[..at].iter().find(same) {
            let message = format!("there are two mocks `{}.{}`; both are judged", mock.ty, mock.name);
            problems.push(
                Diagnostic::warning("duplicate", message)
                    .at(mock.span, "")
                    .at(first.span, "the other one")
                    .help("give each mock of a file a name of its own"),
            );
        }
    }
}

fn values<'t>(body: Body<'t>) -> impl Iterator<Item = (Str, Expr<'t>)> {
    body.attributes().map(|attribute| (attribute.name().name.into(), attribute.expr()))
}

fn decode_settings<'t>(block: Block<'t>, file: &mut TestFile<'t>, problems: &mut Vec<Diagnostic>) {
    only(block.body(), &["targets"], &["plugins", "terraform_config"], problems);
    let Some(targets) = block.body().attribute("targets") else { return };
    let ExprKind::Tuple(items) = targets.expr().kind() else {
        let message = "`targets` must be a list of files and directories";
        problems.push(Diagnostic::error("type", message).at(targets.expr().span(), ""));
        return;
    };
    let mut found = Vec::new();
    for item in items.iter() {
        match literal(item) {
            Some(target) => found.push((target, item.span())),
            None => problems.push(Diagnostic::error("type", "a target must be a literal string").at(item.span(), "")),
        }
    }
    file.targets = Some(found);
}

fn decode_mock<'t>(block: Block<'t>, kind: MockKind, problems: &mut Vec<Diagnostic>) -> Option<Mock<'t>> {
    let first = if kind == MockKind::Module { "source" } else { "type" };
    let [ty, name] = labels(block, [first, "name"], problems)?;
    let body = block.body();
    let arguments: &[&str] = match kind {
        MockKind::Resource => &["attrs", "prior_attrs", "meta", "expect_failure", "skip"],
        MockKind::Data => &["attrs"],
        MockKind::Module | MockKind::Provider => &["attrs", "meta", "expect_failure"],
    };
    let blocks: &[&str] = if kind == MockKind::Data { &[] } else { &["inputs"] };
    only(body, arguments, blocks, problems);
    let expr = |name: &str| body.attribute(name).map(|attribute| attribute.expr());
    let mut flag = |name: &str| match expr(name).map(|expr| (expr, expr.kind())) {
        None => false,
        Some((_, ExprKind::Bool(value))) => value,
        Some((expr, _)) => {
            problems.push(Diagnostic::error("type", format!("`{name}` must be true or false")).at(expr.span(), ""));
            false
        }
    };
    let (expect_failure, skip) = (flag("expect_failure"), flag("skip"));
    Some(Mock {
        kind,
        ty,
        name,
        span: block.header(),
        attrs: expr("attrs"),
        prior_attrs: expr("prior_attrs"),
        meta: expr("meta"),
        expect_failure,
        skip,
        inputs: body.blocks_of("inputs", 0).into_iter().flat_map(|block| values(block.body())).collect(),
    })
}
