//! Functions of files and paths.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::value::{CauseKind, Causes, Type, Unknown, Value};

use super::string::changed;
use super::{Args, CallError, HostError, Kind, Outcome, Param, Spec, text};

const PATH: &[Param] = &[text("path")];
const MARKED: &[Param] = &[text("path").marked().unknown()];

pub(super) const FUNCTIONS: &[Spec] = &[
    Spec::new("file", MARKED, Kind::String, |args| {
        with_file(args, Type::String, |bytes| match std::str::from_utf8(bytes) {
            Ok(text) => Ok(changed(text)),
            Err(_) => Err(CallError::new(format!(
                "contents of {} are not valid UTF-8; use the filebase64 function to obtain the Base64 encoded \
                 contents or the other file functions (e.g. filemd5, filesha256) to obtain file hashing results instead",
                args.quoted(0)
            ))),
        })
    }),
    Spec::new("filebase64", MARKED, Kind::String, |args| {
        with_file(args, Type::String, |bytes| Ok(Value::string(STANDARD.encode(bytes))))
    }),
    Spec::new("fileexists", MARKED, Kind::Bool, |args| {
        if args.value(0).is_unknown() {
            return Ok(Value::from(args.unknown(Type::Bool)).with_marks(args.marks(0)));
        }
        let answer = args.host.exists(args.text(0)).map(Value::Bool);
        let value = match answer {
            Err(HostError::NotFound) => Value::Bool(false),
            answer => answered(args, Type::Bool, answer)?,
        };
        Ok(value.with_marks(args.marks(0)))
    }),
    Spec::new(
        "fileset",
        &[text("path").marked().unknown(), text("pattern").marked().unknown()],
        Kind::Set(&Kind::String),
        file_set,
    ),
    Spec::new("basename", PATH, Kind::String, |args| Ok(changed(base(args.text(0))))),
    Spec::new("dirname", PATH, Kind::String, |args| {
        let path = args.text(0);
        Ok(changed(clean(path.rfind('/').map_or("", |at| &path[..=at]))))
    }),
    Spec::new("abspath", PATH, Kind::String, |args| match args.text(0) {
        path if path.starts_with('/') => Ok(changed(clean(path))),
        path if args.host.directory().is_some() => {
            Ok(changed(clean(&format!("{}/{path}", args.host.directory().unwrap_or_default()))))
        }
        _ => Ok(environment("the working directory").prefix("/").into()),
    }),
    Spec::new("pathexpand", PATH, Kind::String, |args| match args.text(0) {
        path if path == "~" || path.starts_with("~/") => Ok(environment("the home directory").into()),
        path if path.starts_with('~') => Err(CallError::new("cannot expand user-specific home dir")),
        path => Ok(changed(path)),
    }),
];

fn environment(what: &str) -> Unknown {
    Unknown::new(Type::String, Causes::one(CauseKind::Environment, what, None)).not_null()
}

/// What `use_bytes` makes of the file that the first argument names.
pub(super) fn with_file(args: &Args<'_>, returns: Type, use_bytes: impl FnOnce(&[u8]) -> Outcome) -> Outcome {
    let marks = args.marks(0);
    if args.value(0).is_unknown() {
        return Ok(Value::from(args.unknown(returns)).with_marks(marks));
    }
    match args.host.read(args.text(0)) {
        Ok(bytes) => use_bytes(&bytes).map(|value| value.with_marks(marks)),
        Err(error) => answered(args, returns, Err(error)).map(|value| value.with_marks(marks)),
    }
}

/// The answer of the host, or why there is none.
fn answered(args: &Args<'_>, returns: Type, answer: Result<Value, HostError>) -> Outcome {
    match answer {
        Ok(value) => Ok(value),
        Err(HostError::NotFound) => Err(CallError::at(
            0,
            format!(
                "no file exists at {}; this function works only with files that are distributed as part of the \
                 configuration source code, so if this file will be created by a resource in this configuration you \
                 must instead obtain this result from an attribute of that resource",
                args.quoted(0)
            ),
        )),
        Err(HostError::Failed(message)) => Err(CallError::at(0, message)),
        Err(HostError::TooMuch(message)) => Err(CallError::limit(message)),
        Err(HostError::Refused(message)) => {
            Ok(Unknown::new(returns, Causes::one(CauseKind::Error, message, None)).not_null().into())
        }
    }
}

fn file_set(args: &Args<'_>) -> Outcome {
    let marks = args.marks(0).union(args.marks(1));
    let ty = Type::set(Type::String);
    if args.value(0).is_unknown() || args.value(1).is_unknown() {
        return Ok(Value::from(args.unknown(ty)).with_marks(marks));
    }
    let answer = args
        .host
        .glob(args.text(0), args.text(1))
        .map(|paths| Value::set(Type::String, paths.into_iter().map(changed).collect()));
    let answer = match answer {
        Err(HostError::NotFound) => Ok(Value::set(Type::String, Vec::new())),
        answer => answer,
    };
    Ok(answered(args, ty, answer)?.with_marks(marks))
}

/// The last part of a path.
fn base(path: &str) -> &str {
    match path.trim_end_matches('/') {
        "" if path.is_empty() => ".",
        "" => "/",
        path => path.rsplit('/').next().unwrap_or(path),
    }
}

/// The shortest path that names the same file, without looking at the disk.
pub(super) fn clean(path: &str) -> String {
    let rooted = path.starts_with('/');
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            ".." if rooted => {}
            part => parts.push(part),
        }
    }
    let joined = parts.join("/");
    match (rooted, joined.is_empty()) {
        (true, _) => format!("/{joined}"),
        (false, true) => ".".into(),
        (false, false) => joined,
    }
}
