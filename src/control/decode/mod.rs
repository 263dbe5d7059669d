//! Blocks of a sidecar → profiles and waivers.

mod measure;
pub(super) mod profile;
pub(super) mod waiver;

use globset::{Glob, GlobMatcher};
use jiff::civil::Date;

use crate::diag::Diagnostic;
use crate::source::Span;
use crate::syntax::{Expr, decode};

/// A day, `yyyy-mm-dd`.
fn date(expr: Expr<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Date> {
    let text = decode::string(expr, diagnostics)?;
    // A longer text may be a date and a time, which has no place here.
    let date = if text.len() == 10 { text.parse().ok() } else { None };
    date.or_else(|| {
        let error = Diagnostic::error("invalid-date", format!("`{text}` is no date")).at(expr.span(), "");
        diagnostics.push(error.help("write it as \"2026-03-31\""));
        None
    })
}

/// A pattern of names.
fn glob(text: &str, span: Span, diagnostics: &mut Vec<Diagnostic>) -> Option<GlobMatcher> {
    match Glob::new(text) {
        Ok(glob) => Some(glob.compile_matcher()),
        Err(error) => {
            let message = format!("`{text}` is no pattern: {}", error.kind());
            diagnostics.push(Diagnostic::error("invalid-pattern", message).at(span, ""));
            None
        }
    }
}
