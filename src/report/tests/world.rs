//! The assessment that reports are made of: two root modules, a profile, and a verdict of every kind.

use std::path::Path;
use std::sync::Arc;

use crate::control::{Assessment, Context, Root, Sidecars, assess};
use crate::diag::Diagnostic;
use crate::plan::Trace;
use crate::policy::{
    Enforcement, Evidence, Fix, FixAction, FixValue, Outcome, PolicyInfo, PolicyInfos, Severity, Subject, Text, Verdict,
};
use crate::source::{SourceMap, Span};
use crate::value::{Cause, CauseKind};

const SIDECAR: &str = r#"
profile "acme" {
  title    = { de = "TOM der ACME", en = "TOM of ACME" }
  document = { title = "Measures", date = "2026-01-02", issuer = "ACME" }
  measure "accountability" {
    title = { de = "Rechenschaft", en = "Accountability" }
    text  = "Logs are kept 30 to 90 days and reviewed."
    promise "Logs are kept 30 to 90 days" {
      de      = "Protokolle werden 30 bis 90 Tage aufbewahrt"
      demands = ["log-retention-max", "log-retention-min"]
    }
    promise "and reviewed" {
      de             = "und geprüft"
      organisational = { de = "Protokolle der Prüfungen", en = "Minutes of the reviews" }
    }
  }
  measure "encryption" {
    title = { de = "Verschlüsselung", en = "Encryption" }
    promise "Data is encrypted" { demands = ["encryption-at-rest"] }
  }
  measure "people" {
    title = { de = "Menschen", en = "People" }
    promise "Staff is trained" { organisational = "Records" }
  }
  measure "doors" {
    title = { de = "Türen", en = "Doors" }
    promise "Doors are closed" { demands = ["doors"] }
  }
  parameter "log_retention_max_days" {
    type  = number
    value = 90
    unit  = "days"
  }
}
waiver "legacy" {
  policy      = "log-retention-max"
  target      = "t_log_group.legacy"
  reason      = { de = "Altsystem, Abschaltung im März", en = "Legacy system, switched off in March" }
  owner       = "platform team"
  approved_by = "data protection officer"
  ticket      = "OPS-1"
  expires     = "2026-03-31"
}
waiver "over" {
  policy  = "log-retention-max"
  target  = "t_log_group.app"
  reason  = "for a while"
  owner   = "platform team"
  expires = "2026-01-31"
}
"#;

const MAIN: &str = r#"resource "t_log_group" "app" {
  name              = "app"
  retention_in_days = var.days
}

resource "t_log_group" "legacy" {
  retention_in_days = 365
}

resource "t_bucket" "b" {
  count    = 2
  password = "hunter2-is-no-secret"
  policy = <<-EOT
    ::error::from a heredoc
    ##vso[task.complete result=Succeeded;]
  EOT
}

module "m" {
  source = "acme/m/t"
}
"#;

const VARIABLES: &str = "variable \"days\" {\n  default = 365\n}\n\nvariable \"algorithm\" {}\n";

/// An assessment and the files that it is about.
pub struct World {
    pub sources: SourceMap,
    pub assessment: Assessment,
}

/// Where `text` stands in a file.
fn find(sources: &SourceMap, file: Span, text: &str) -> Span {
    let source = sources.get(file.file);
    let at = source.text(file).find(text).unwrap_or_else(|| panic!("`{text}` is not in {}", source.path().display()));
    Span::new(file.file, at as u32, (at + text.len()) as u32)
}

/// Everything that a report may have to show. Files are shown as below `folder`.
pub fn world_in(folder: &Path) -> World {
    let sources = SourceMap::default();
    let add = |path: &str, text: &str| sources.add(folder.join(path), text.as_bytes().to_vec()).span();
    let sidecar = sources.add("acme.tom.hcl".into(), SIDECAR.as_bytes().to_vec());
    let (main, variables) = (add("live/main.tf", MAIN), add("live/variables.tf", VARIABLES));
    let test = add("test env/main.tf", "# nothing yet\n");
    let inner = add("live/.terraform/modules/m/main.tf", "resource \"t_bucket\" \"inner\" {\n}\n");
    let at = |file, text| find(&sources, file, text);

    let (sidecars, diagnostics) = Sidecars::parse(vec![sidecar]);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let (profile, diagnostics) = sidecars.profile("acme", &sources);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let profile = profile.expect("it is well-formed");
    let (waivers, diagnostics) = sidecars.waivers();
    assert!(diagnostics.is_empty(), "{diagnostics:?}");

    let verdict = |policy: &str, demand: &str, address: &str, outcome: Outcome| Verdict {
        policy: policy.into(),
        demand: demand.into(),
        root: "live".into(),
        subject: Subject {
            address: address.into(),
            kind: address.split('.').next().unwrap_or_default().into(),
            span: None,
        },
        outcome,
        enforcement: Enforcement::Mandatory,
        span: None,
        messages: Vec::new(),
        evidence: Vec::new(),
        causes: Arc::default(),
    };
    let trace = |what: &str, span, note: &str| Trace { what: what.into(), span, note: note.into() };
    let too_long = "The logs are kept for 365 days; at most 90 are promised.";

    let mut app = verdict("log-retention-max", "log-retention-max", "t_log_group.app", Outcome::Fail);
    app.span = Some(at(main, "var.days"));
    app.messages = vec![too_long.into(), "The provider keeps them for ever where 0 is set.".into()];
    app.evidence = vec![Evidence {
        subject: "t_log_group.app.retention_in_days".into(),
        value: "365".into(),
        trace: vec![
            trace("retention_in_days", at(main, "var.days"), ""),
            trace("var.days", at(variables, "365"), "default"),
        ],
    }];

    let mut legacy = verdict("log-retention-max", "log-retention-max", "t_log_group.legacy", Outcome::Fail);
    legacy.span = Some(at(main, "365"));
    legacy.messages = vec![too_long.into()];

    let mut buckets = ["t_bucket.b[0]", "t_bucket.b[1]"].map(|address| {
        let mut bucket = verdict("bucket-secret", "encryption-at-rest", address, Outcome::Fail);
        bucket.span = Some(at(main, "\"hunter2-is-no-secret\""));
        bucket.messages = vec!["The password stands in the code.".into()];
        bucket.evidence = vec![Evidence {
            subject: "t_bucket.b.password".into(),
            value: "(sensitive value)".into(),
            trace: vec![trace("password", at(main, "\"hunter2-is-no-secret\""), "")],
        }];
        bucket
    });
    buckets[1].root = "test env".into();

    let mut heredoc = verdict("bucket-policy", "encryption-at-rest", "t_bucket.b[0]", Outcome::Fail);
    heredoc.enforcement = Enforcement::Advisory;
    heredoc.span =
        Some(at(main, "<<-EOT\n    ::error::from a heredoc\n    ##vso[task.complete result=Succeeded;]\n  EOT"));
    heredoc.messages = vec!["The policy is `\n::error::boo\u{1b}[31m##vso[task.complete]`.".into()];

    let input = |name: &str, span| Cause { kind: CauseKind::Variable, address: name.into(), span };
    let open = Arc::new(vec![input("var.algorithm", Some(at(variables, "variable \"algorithm\"")))]);
    let mut unknown = ["t_bucket.b[0]", "t_bucket.b[1]", "t_bucket.c", "t_bucket.d", "t_bucket.e"].map(|address| {
        let mut unknown = verdict("bucket-sse", "encryption-at-rest", address, Outcome::Unknown);
        unknown.causes = open.clone();
        unknown
    });
    unknown[4].messages = vec!["fails when `var.algorithm` is \"none\"".into()];
    let mut missing = verdict("bucket-sse", "encryption-at-rest", "t_bucket.f", Outcome::Unknown);
    missing.causes = Arc::new(vec![
        Cause { kind: CauseKind::Module, address: "module.n".into(), span: None },
        input("var.algorithm", None),
    ]);

    let mut broken = verdict("bucket-sse", "encryption-at-rest", "module.m.t_bucket.inner", Outcome::Error);
    broken.span = Some(at(inner, "resource \"t_bucket\" \"inner\""));
    broken.messages = vec!["division by zero at bucket-sse.policy.hcl:7".into()];

    let mut absent = verdict("trail-present", "log-retention-min", ".", Outcome::Fail);
    absent.messages = vec!["No audit log is kept anywhere.".into()];
    absent.root = "test env".into();

    let mut verdicts = vec![
        verdict("log-retention-min", "log-retention-min", "t_log_group.app", Outcome::Pass),
        verdict("bucket-sse", "encryption-at-rest", "t_log_group.app", Outcome::NotApplicable),
        verdict("other", "not-in-here", "t_bucket.b[0]", Outcome::Fail),
        app,
        legacy,
        heredoc,
        missing,
        broken,
        absent,
    ];
    verdicts.extend(buckets);
    verdicts.extend(unknown);

    let root = |path: &str, file: Span, files, resources| Root {
        path: path.into(),
        key: path.into(),
        first: Some(file.at_start()),
        files,
        resources,
        calls: Vec::new(),
    };
    let mut live = root("live", main, 2, 9);
    live.calls = vec![("module.m".into(), at(main, "module \"m\""))];
    let context = Context {
        infos: &infos(),
        waivers: &waivers,
        roots: &[live, root("test env", test, 1, 0)],
        sources: &sources,
        today: "2026-02-01".parse().expect("a date"),
        outside: false,
        partial: false,
    };
    let said = Diagnostic::error("module-not-installed", "module `n` is not installed")
        .at(at(main, "\"acme/m/t\""), "this one")
        .help("run `terraform init`");
    let mut assessment = assess(verdicts, &profile, &context, vec![said]);
    assessment.profile.set("log_retention_max_days=91").expect("it has no bounds");
    World { sources, assessment }
}

/// The same with paths as they are.
pub fn world() -> World {
    world_in(Path::new(""))
}

fn infos() -> PolicyInfos {
    let days = FixAction::SetArgument {
        path: "retention_in_days".into(),
        value: FixValue::Param("log_retention_max_days".into()),
    };
    let block = FixAction::AddResource {
        snippet: "resource \"t_bucket_sse\" \"${name}\" {\n  bucket = ${address}.id\n}\n".into(),
    };
    let info = |name: &str, demand: &str, severity, fix: Option<(&str, FixAction)>| PolicyInfo {
        name: name.into(),
        demand: demand.into(),
        severity,
        title: Text { de: format!("Titel von {name}").into(), en: format!("Title of {name}").into() },
        description: Text { de: "Warum.".into(), en: "Why it matters.".into() },
        links: vec![("Manual".into(), "https://example.com/manual page".into()), ("Note".into(), "no address".into())],
        fixes: fix
            .into_iter()
            .map(|(title, action)| Fix { name: "fix".into(), title: Text::both(title), action, safe: false })
            .collect(),
        ..PolicyInfo::default()
    };
    let all = [
        info("log-retention-max", "log-retention-max", Severity::High, Some(("Set the retention", days))),
        info("log-retention-min", "log-retention-min", Severity::Medium, None),
        info("bucket-secret", "encryption-at-rest", Severity::Critical, Some(("Take it out", FixAction::Describe))),
        info("bucket-policy", "encryption-at-rest", Severity::High, Some(("Add the encryption", block))),
        info("bucket-sse", "encryption-at-rest", Severity::Low, None),
    ];
    all.into_iter().map(|info| (info.name.clone(), Arc::new(info))).collect()
}
