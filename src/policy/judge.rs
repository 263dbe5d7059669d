//! One policy block × one subject → an outcome.

use crate::addrs::Str;
use crate::lang::{ErrorKind, Evaluator, Session};
use crate::source::Span;
use crate::syntax::Expr;
use crate::value::{CauseKind, Causes, Type, Value, convert};

use super::file::Block;
use super::names::Names;
use super::{Enforcement, Outcome};

/// What a block says of a subject.
#[derive(Clone, Debug)]
pub(super) struct Judgement {
    pub outcome: Outcome,
    /// The inputs that would decide it, where it is unknown.
    pub causes: Option<Causes>,
    /// Conditions that do not hold, or are not known: their position and outcome.
    pub open: Vec<(usize, Outcome)>,
    /// What is wrong, or under which condition it fails.
    pub words: Vec<Str>,
    pub level: Enforcement,
}

/// At most this many candidates are taken both ways.
const MAX_MAYBES: usize = 3;

/// Judges, and where `getresources` left candidates open, for every way in which they may turn out.
pub(super) fn judge(names: &Names<'_, '_>, block: &Block<'_>, session: &Session<'_>) -> Judgement {
    let first = judge_once(names, block, session);
    let maybes = names.notes.maybes.borrow().len();
    if maybes == 0 || maybes > MAX_MAYBES {
        return first;
    }
    // What is left out of a file's own locals is remembered for all subjects: it cannot be played through.
    let remembered = names.notes.incomplete.borrow().is_none();
    if remembered {
        return first;
    }
    let mut answers = Vec::new();
    for selection in 0..(1u32 << maybes) {
        names.notes.selection.set(Some(selection));
        names.notes.incomplete.borrow_mut().take();
        names.locals.borrow_mut().clear();
        let answer = judge_once(names, block, session);
        let complete = names.notes.incomplete.borrow().is_none() && names.notes.maybes.borrow().len() == maybes;
        if !complete || answers.first().is_some_and(|known: &Judgement| known.outcome != answer.outcome) {
            names.notes.selection.set(None);
            names.locals.borrow_mut().clear();
            return first;
        }
        answers.push(answer);
    }
    names.notes.selection.set(Some(0));
    let causes = answers.iter().filter_map(|answer| answer.causes.clone()).reduce(|all, causes| all.union(&causes));
    answers.into_iter().next().map_or(first, |answer| Judgement { causes, ..answer })
}

fn judge_once(names: &Names<'_, '_>, block: &Block<'_>, session: &Session<'_>) -> Judgement {
    let evaluator = Evaluator::new(names, session);
    let mut judgement = Judgement {
        outcome: Outcome::NotApplicable,
        causes: None,
        open: Vec::new(),
        words: Vec::new(),
        level: names.policies.files[names.file].level.unwrap_or_default(),
    };
    if let Some(filter) = block.filter {
        match decide(&evaluator, filter, names) {
            Decision::True => {}
            Decision::False => return judgement,
            Decision::Unknown(causes, words) => {
                judgement.outcome = Outcome::Unknown;
                judgement.causes = Some(causes);
                judgement.words.extend(words.map(|_| Str::from("it is not known whether this policy applies")));
                return judgement;
            }
            Decision::Error(words) => {
                judgement.outcome = Outcome::Error;
                judgement.words.push(words);
                return judgement;
            }
        }
    }
    if let Some(level) = block.level {
        match evaluator.eval(level).map(|value| value.unmark().0) {
            Ok(Value::String(text)) if super::grammar::level(&text).is_some() => {
                judgement.level = super::grammar::level(&text).unwrap_or_default();
            }
            Ok(_) => judgement.fail_with(&format!("{} is no enforcement level", place(level.span(), level))),
            Err(error) => judgement.fail_with(&format!("{}: {error}", place(error.span, level))),
        }
    }
    for (at, enforce) in block.enforces.iter().enumerate() {
        let outcome = match decide(&evaluator, enforce.condition, names) {
            Decision::True => Outcome::Pass,
            Decision::False => Outcome::Fail,
            Decision::Unknown(causes, words) => {
                let before = judgement.causes.take();
                judgement.causes = Some(before.map_or(causes.clone(), |before| before.union(&causes)));
                judgement.words.extend(words);
                Outcome::Unknown
            }
            Decision::Error(words) => {
                judgement.words.push(words);
                Outcome::Error
            }
        };
        if outcome != Outcome::Pass {
            judgement.open.push((at, outcome));
        }
        judgement.outcome = judgement.outcome.max(outcome);
    }
    judgement
}

impl Judgement {
    fn fail_with(&mut self, words: &str) {
        self.outcome = Outcome::Error;
        self.words.push(words.into());
    }
}

/// What a condition is.
pub(super) enum Decision {
    True,
    False,
    /// Not known: what would decide it, and under which condition it fails, if that is known.
    Unknown(Causes, Option<Str>),
    Error(Str),
}

/// A place in a policy, for messages.
fn place(span: Span, expr: Expr<'_>) -> String {
    let file = expr.tree().file();
    match span.file == file.id() {
        true => format!("{}:{}", file.path().display(), file.position(span.start).line),
        false => file.path().display().to_string(),
    }
}

fn decide(evaluator: &Evaluator<'_>, expr: Expr<'_>, names: &Names<'_, '_>) -> Decision {
    let value = match evaluator.eval(expr) {
        Ok(value) => value,
        Err(error) => {
            let words = match *error.kind {
                ErrorKind::NoAttribute(ref name) => format!(
                    "{}: there is no attribute `{name}` here; `core::try` gives one a meaning where it is not set",
                    place(error.span, expr)
                ),
                _ => format!("{}: {error}", place(error.span, expr)),
            };
            return Decision::Error(words.into());
        }
    };
    if value.marks().incomplete {
        let noted = names.notes.incomplete.borrow().clone();
        let all = noted.into_iter().chain(value.causes_deep()).reduce(|noted, causes| noted.union(&causes));
        let causes = all.unwrap_or_else(|| no_cause(expr));
        return Decision::Unknown(causes, None);
    }
    match convert(value.unmark().0, &Type::Bool) {
        Ok(Value::Bool(true)) => Decision::True,
        Ok(Value::Bool(false)) => Decision::False,
        Ok(Value::Unknown(unknown)) => {
            let Some(possible) = &unknown.possible else {
                return Decision::Unknown(with_errors(&unknown.causes, names), None);
            };
            let fails = |value: &Value| matches!(convert(value.clone(), &Type::Bool), Ok(Value::Bool(false)));
            let holds = |value: &Value| matches!(convert(value.clone(), &Type::Bool), Ok(Value::Bool(true)));
            if possible.iter().all(|one| holds(&one.value)) {
                return Decision::True;
            }
            if possible.iter().all(|one| fails(&one.value)) {
                return Decision::False;
            }
            let when: Vec<&str> = possible
                .iter()
                .filter(|one| fails(&one.value) && !one.condition.is_empty())
                .map(|one| one.condition.as_str())
                .collect();
            let words = (!when.is_empty()).then(|| Str::from(format!("fails when {}", when.join(", or when "))));
            Decision::Unknown(with_errors(&unknown.causes, names), words)
        }
        _ => Decision::Error(format!("{}: this must be true or false", place(expr.span(), expr)).into()),
    }
}

/// Causes, and the errors for which `getresources` left something out: what is wrong is told wherever it may matter.
fn with_errors(causes: &Causes, names: &Names<'_, '_>) -> Causes {
    let noted = names.notes.incomplete.borrow();
    let errors = noted.iter().flat_map(|causes| causes.iter()).filter(|cause| cause.kind == CauseKind::Error);
    errors.fold(causes.clone(), |all, cause| all.union(&Causes::one(cause.kind, cause.address.clone(), cause.span)))
}

fn no_cause(expr: Expr<'_>) -> Causes {
    Causes::one(CauseKind::Expansion, "core::getresources", Some(expr.span()))
}
