//! What a policy says of one subject.

use std::sync::Arc;

use crate::addrs::Str;
use crate::plan::Trace;
use crate::source::Span;
use crate::value::Cause;

/// One policy × one subject.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// Name of the policy: that of its `policy_metadata` or `presence`, else the stem of its file.
    pub policy: Str,
    /// The demand that it decides; empty for a policy without a sidecar.
    pub demand: Str,
    /// The root module's directory or the plan file that it is of, as shown.
    pub root: Str,
    /// What was judged.
    pub subject: Subject,
    /// The result.
    pub outcome: Outcome,
    /// How strictly it is meant.
    pub enforcement: Enforcement,
    /// Where a person should look: the deciding argument, else the subject's header. None for what is written nowhere.
    pub span: Option<Span>,
    /// Messages: of violated conditions, of errors, or why it is unknown. Empty for a pass. For `Unknown` of a
    /// stand-in, "a violation if it is created".
    pub messages: Vec<Str>,
    /// What it was read from, the deciding first. Only for outcomes other than pass and not applicable.
    pub evidence: Vec<Evidence>,
    /// The inputs that would decide it; only for [`Outcome::Unknown`], fewest-first order is by kind and address.
    pub causes: Arc<Vec<Cause>>,
}

/// What was judged.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    /// Its address: `module.a.aws_s3_bucket.b["x"]`, `module.vpc`, `provider.aws.eu`; for a presence demand the
    /// root module's (`.`), the module's or the provider's.
    pub address: Str,
    /// The resource type, module source or provider type; empty for a presence demand over the world.
    pub kind: Str,
    /// The subject's header.
    pub span: Option<Span>,
}

/// The result of a policy for one subject; the worst of several is the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Nothing applied. Evidence of nothing.
    NotApplicable,
    /// Every condition holds, whatever the unknowns turn out to be.
    Pass,
    /// It depends on something unknown.
    Unknown,
    /// A condition is violated, whatever the unknowns turn out to be.
    Fail,
    /// The policy could not be evaluated.
    Error,
}

/// How strictly a policy is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Enforcement {
    /// A violation is a warning.
    Advisory,
    /// A violation stops, but may be accepted by a waiver.
    MandatoryOverridable,
    /// A violation stops.
    #[default]
    Mandatory,
}

/// What a verdict was read from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Evidence {
    /// Address and path of what was read: `aws_cloudwatch_log_group.a.retention_in_days`.
    pub subject: Str,
    /// Its value as people read it, `(sensitive value)` where it is sensitive, `not set` where it is absent.
    pub value: Str,
    /// Where it was written and the references it came through, nearest first; may be empty.
    pub trace: Vec<Trace>,
}
