//! `waiver` blocks.

use crate::addrs::Str;
use crate::control::Waiver;
use crate::diag::Diagnostic;
use crate::policy::Text;
use crate::syntax::{Block, decode};

use super::{date, glob};

const WAIVER: decode::Form = decode::Form {
    what: "a waiver",
    required: &["policy", "target", "reason", "owner", "expires"],
    optional: &["root", "approved_by", "ticket", "created"],
    blocks: &[],
};

/// Reads one. None where it cannot be applied.
pub fn decode(block: Block<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Waiver> {
    let before = diagnostics.len();
    decode::check_form(block.body(), block.header(), &WAIVER, diagnostics);
    let name = Str::from(block.labels().first()?.text.as_ref());
    let mut text = |argument: &str| -> Option<Str> {
        let expr = decode::argument(block.body(), argument)?;
        let text = decode::string(expr, diagnostics)?;
        if text.trim().is_empty() {
            diagnostics.push(Diagnostic::error("invalid-value", format!("`{argument}` is empty")).at(expr.span(), ""));
            return None;
        }
        Some(text)
    };
    let (policy, target, owner) = (text("policy"), text("target"), text("owner"));
    let (root, approved_by, ticket) = (text("root"), text("approved_by"), text("ticket"));
    let reason = decode::argument(block.body(), "reason").and_then(|expr| Text::decode(expr, diagnostics));
    if let Some(reason) = &reason
        && (reason.de.trim().is_empty() || reason.en.trim().is_empty())
    {
        diagnostics.push(Diagnostic::error("invalid-value", "`reason` is empty").at(block.header(), ""));
    }
    let mut day = |argument| decode::argument(block.body(), argument).and_then(|expr| date(expr, diagnostics));
    let (created, expires) = (day("created"), day("expires"));
    if let (Some(created), Some(expires)) = (created, expires)
        && expires < created
    {
        let error = format!("the waiver `{name}` expires before it was created");
        diagnostics.push(Diagnostic::error("invalid-date", error).at(block.header(), ""));
    }
    if let (Some(owner), Some(approver)) = (&owner, &approved_by)
        && owner.trim().to_lowercase() == approver.trim().to_lowercase()
    {
        let span = decode::argument(block.body(), "approved_by").map_or(block.header(), |expr| expr.span());
        diagnostics.push(
            Diagnostic::error("waiver-own-approval", format!("the owner of the waiver `{name}` approves it"))
                .at(span, "")
                .help("let someone else approve it, or leave `approved_by` out"),
        );
    }
    let place = |argument| decode::argument(block.body(), argument).map_or(block.header(), |expr| expr.span());
    let policy = policy.and_then(|text| glob(&text, place("policy"), diagnostics));
    let root = match root {
        Some(text) => Some(glob(&text, place("root"), diagnostics)?),
        None => None,
    };
    if diagnostics.len() > before {
        return None;
    }
    Some(Waiver {
        name,
        policy: policy?,
        target: target?,
        root,
        reason: reason?,
        owner: owner?,
        expires: expires?,
        created,
        approved_by,
        ticket,
        span: block.header(),
    })
}
