//! Text in the languages of a report.

use crate::addrs::Str;
use crate::diag::{Diagnostic, nearest};
use crate::syntax::{Expr, ExprKind, decode};

/// The language of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// German.
    De,
}

/// A text in German and English: a bare string of a sidecar stands for both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Text {
    /// The German text.
    pub de: Str,
    /// The English text.
    pub en: Str,
}

impl Text {
    /// The same words for both languages.
    pub fn both(text: impl Into<Str>) -> Text {
        let text = text.into();
        Text { de: text.clone(), en: text }
    }

    /// The text in one language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::De => &self.de,
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.de.is_empty() && self.en.is_empty()
    }

    /// Reads `"text"` or `{ de = "text", en = "text" }`; of an object with one language only, that one stands for
    /// both.
    pub fn decode(expr: Expr<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Text> {
        if !matches!(decode::plain(expr).kind(), ExprKind::Object(_)) {
            return match decode::plain(expr).kind() {
                ExprKind::String(text) => Some(Text::both(text.as_ref())),
                ExprKind::Invalid => None,
                _ => decode::expected("a string or `{ de = \"…\", en = \"…\" }`", expr, diagnostics),
            };
        }
        let (mut de, mut en) = (None, None);
        for (key, span, value) in decode::object(expr, diagnostics)? {
            match key.as_str() {
                "de" => de = decode::string(value, diagnostics),
                "en" => en = decode::string(value, diagnostics),
                other => {
                    let error = Diagnostic::error("invalid-value", format!("unsupported language `{other}`"));
                    let error = error.at(span, "").note("languages are `de` and `en`");
                    diagnostics.push(match nearest(other, ["de", "en"]) {
                        Some(near) => error.help(format!("did you mean `{near}`?")),
                        None => error,
                    });
                }
            }
        }
        match (de, en) {
            (Some(de), Some(en)) => Some(Text { de, en }),
            (Some(one), None) | (None, Some(one)) => Some(Text::both(one)),
            (None, None) => decode::expected("a text in `de` or `en`", expr, diagnostics),
        }
    }
}
