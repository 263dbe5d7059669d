//! What a regular expression says of the texts that it matches.

use regex_syntax::hir::{Class, Hir, HirKind, Look};

use crate::value::Str;

use super::syntax::translate;

/// What is certain of a text in which an expression is found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Language {
    /// All of the texts, if they are few.
    pub texts: Option<Vec<Str>>,
    /// How the text begins.
    pub prefix: Str,
}

/// No more texts than this are told one by one.
const LIMIT: usize = 32;

/// What is certain of a text in which `pattern` is found; nothing where the pattern is wrong.
pub fn language(pattern: &str) -> Language {
    let Ok(translated) = translate(pattern) else { return Language::default() };
    let Ok(hir) = regex_syntax::parse(&translated.pattern) else { return Language::default() };
    Language { texts: whole(&hir).map(|texts| texts.into_iter().map(Str::from).collect()), prefix: prefix(&hir).into() }
}

/// The texts of an expression that stands between `^` and `$`.
fn whole(hir: &Hir) -> Option<Vec<String>> {
    match hir.kind() {
        HirKind::Capture(capture) => whole(&capture.sub),
        HirKind::Alternation(all) => union(all.iter().map(whole)),
        HirKind::Concat(parts) => match parts.as_slice() {
            [first, inner @ .., last] if is_look(first, Look::Start) && is_look(last, Look::End) => product(inner),
            _ => None,
        },
        _ => None,
    }
}

/// How every text begins that an expression matches, if it must be matched at the beginning.
fn prefix(hir: &Hir) -> String {
    match hir.kind() {
        HirKind::Capture(capture) => prefix(&capture.sub),
        HirKind::Alternation(all) => all.iter().map(prefix).reduce(common).unwrap_or_default(),
        HirKind::Concat(parts) if parts.first().is_some_and(|first| is_look(first, Look::Start)) => {
            let mut known = String::new();
            for part in &parts[1..] {
                match exact(part).as_deref() {
                    Some([only]) => known.push_str(only),
                    Some(texts) => {
                        known.push_str(&texts.iter().cloned().reduce(common).unwrap_or_default());
                        break;
                    }
                    None => break,
                }
            }
            known
        }
        _ => String::new(),
    }
}

fn is_look(hir: &Hir, look: Look) -> bool {
    matches!(hir.kind(), HirKind::Look(own) if *own == look)
}

/// All texts of an expression without assertions.
fn exact(hir: &Hir) -> Option<Vec<String>> {
    match hir.kind() {
        HirKind::Empty => Some(vec![String::new()]),
        HirKind::Literal(literal) => Some(vec![String::from_utf8(literal.0.to_vec()).ok()?]),
        HirKind::Class(Class::Unicode(class)) => {
            let count: usize = class.iter().map(|range| range.len()).sum();
            let chars = class.iter().flat_map(|range| range.start()..=range.end());
            (count <= LIMIT).then(|| chars.map(String::from).collect())
        }
        HirKind::Class(Class::Bytes(_)) | HirKind::Look(_) => None,
        HirKind::Repetition(repetition) => {
            let most = repetition.max.filter(|max| *max <= 16)?;
            let times = |count: u32| product(&vec![repetition.sub.as_ref().clone(); count as usize]);
            union((repetition.min..=most).map(times))
        }
        HirKind::Capture(capture) => exact(&capture.sub),
        HirKind::Concat(parts) => product(parts),
        HirKind::Alternation(all) => union(all.iter().map(exact)),
    }
}

fn union(each: impl Iterator<Item = Option<Vec<String>>>) -> Option<Vec<String>> {
    let mut all = Vec::new();
    for texts in each {
        all.extend(texts?);
        if all.len() > LIMIT {
            return None;
        }
    }
    Some(all)
}

fn product(parts: &[Hir]) -> Option<Vec<String>> {
    let mut all = vec![String::new()];
    for part in parts {
        let texts = exact(part)?;
        if all.len() * texts.len() > LIMIT {
            return None;
        }
        all = all.iter().flat_map(|start| texts.iter().map(move |end| format!("{start}{end}"))).collect();
    }
    Some(all)
}

fn common(a: String, b: String) -> String {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a).collect()
}
