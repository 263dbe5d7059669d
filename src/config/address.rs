//! Sources of module calls, as Terraform reads them.

use std::path::{Path, PathBuf};

use crate::addrs::Str;

/// What the source of a module call names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// A directory, relative to the one of the caller.
    Local(PathBuf),
    /// Something that `terraform init` installs, in the form in which the module manifest has it.
    Remote(Str),
}

/// Reads a source. Otherwise the answer is what is wrong with it, and what to write instead.
pub(super) fn parse(source: &str, versioned: bool) -> Result<Address, (String, String)> {
    if ["./", "../", ".\\", "..\\"].iter().any(|prefix| source.starts_with(prefix)) {
        if versioned {
            return Err((
                "a local module has no version".into(),
                "remove `version`, or name a module of a registry as its source".into(),
            ));
        }
        return Ok(Address::Local(crate::source::clean(Path::new(&source.replace('\\', "/")))));
    }
    if let Some(address) = registry(source) {
        return Ok(Address::Remote(address));
    }
    if versioned {
        return Err((
            format!("`{source}` is no module of a registry, and only those have a version"),
            "write `namespace/name/provider`, or remove `version`".into(),
        ));
    }
    if split(source).1.is_some_and(|subdirectory| subdirectory.starts_with("..")) {
        return Err((
            format!("the subdirectory of `{source}` is outside of its package"),
            "write a path after `//` that stays in the package".into(),
        ));
    }
    remote(source).map(Address::Remote).ok_or_else(|| {
        let help = match source {
            "." | ".." => format!("write `{source}/` for a directory"),
            _ => format!("write `./{source}` for a directory beside this file"),
        };
        (format!("`{source}` is no module source"), help)
    })
}

/// `namespace/name/provider`, with a host before it and a subdirectory after it where they are given.
fn registry(source: &str) -> Option<Str> {
    let (package, subdirectory) = split(source);
    let parts: Vec<&str> = package.split('/').collect();
    let (host, parts) = match parts[..] {
        [host, namespace, name, system] => (host, [namespace, name, system]),
        [namespace, name, system] => ("registry.terraform.io", [namespace, name, system]),
        _ => return None,
    };
    let named_host = host.contains('.') || host.contains(':') || host == "localhost";
    if !named_host || ["github.com", "bitbucket.org"].contains(&host) {
        return None;
    }
    let name = |part: &str| {
        let inner = part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        let edges = [part.bytes().next(), part.bytes().last()];
        inner && part.len() <= 64 && edges.iter().all(|b| b.is_some_and(|b| b.is_ascii_alphanumeric()))
    };
    let system = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase());
    if !(name(parts[0]) && name(parts[1]) && system(parts[2])) {
        return None;
    }
    Some(join(&format!("{}/{}", host.to_ascii_lowercase(), parts.join("/")), subdirectory.as_deref()))
}

/// What the module installer would fetch.
fn remote(source: &str) -> Option<Str> {
    let (forced, rest) = match source.split_once("::") {
        Some((kind, rest)) if !kind.is_empty() && kind.bytes().all(|b| b.is_ascii_alphanumeric()) => (Some(kind), rest),
        _ => (None, source),
    };
    let (package, subdirectory) = split(rest);
    let found = shorthand(&package)?;
    let (kind, url) = match (forced, found.split_once("::")) {
        (Some(kind), Some((_, url))) => (Some(kind), url),
        (None, Some((kind, url))) => (Some(kind), url),
        (kind, None) => (kind, found.as_str()),
    };
    let (url, deeper) = split(url);
    let subdirectory = match (deeper, subdirectory) {
        (Some(above), Some(below)) => Some(format!("{above}/{below}")),
        (above, below) => above.or(below),
    };
    let address = kind.map_or(url.clone(), |kind| format!("{kind}::{url}"));
    Some(join(&address, subdirectory.as_deref()))
}

/// An address without a scheme, with one.
fn shorthand(package: &str) -> Option<String> {
    if package.split_once(':').is_some_and(|(scheme, _)| is_scheme(scheme)) {
        return Some(package.to_owned());
    }
    let (address, query) = match package.split_once('?') {
        Some((address, query)) => (address, format!("?{query}")),
        None => (package, String::new()),
    };
    let git = |address: &str| if address.ends_with(".git") { address.to_owned() } else { format!("{address}.git") };
    if address.starts_with("github.com/") {
        let parts: Vec<&str> = address.split('/').collect();
        let (repository, below) = parts.split_at_checked(3)?;
        let below = if below.is_empty() { String::new() } else { format!("//{}", below.join("/")) };
        return Some(format!("git::https://{}{below}{query}", git(&repository.join("/"))));
    }
    if address.starts_with("bitbucket.org/") {
        return Some(format!("git::https://{}{query}", git(address)));
    }
    if let Some((user, rest)) = address.split_once('@')
        && let Some((host, path)) = rest.split_once(':')
        && user == "git"
    {
        return Some(format!("git::ssh://git@{host}/{}{query}", path.trim_start_matches('/')));
    }
    if address.starts_with("www.googleapis.com/") {
        return Some(format!("gcs::https://{package}"));
    }
    if address.split('/').next().is_some_and(|host| host.ends_with(".amazonaws.com")) {
        return Some(format!("s3::https://{package}"));
    }
    address.starts_with('/').then(|| format!("file://{package}"))
}

fn is_scheme(text: &str) -> bool {
    text.bytes().next().is_some_and(|b| b.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
}

/// Takes `//subdirectory` out, and leaves what follows `?`.
fn split(source: &str) -> (String, Option<String>) {
    let (address, query) = match source.split_once('?') {
        Some((address, query)) => (address, format!("?{query}")),
        None => (source, String::new()),
    };
    let start = address.find("://").map_or(0, |at| at + 3);
    match address[start..].find("//") {
        Some(at) => {
            let (package, subdirectory) = address.split_at(start + at);
            let subdirectory = crate::source::clean(Path::new(subdirectory.trim_start_matches('/')));
            (format!("{package}{query}"), Some(subdirectory.to_string_lossy().into_owned()))
        }
        None => (source.to_owned(), None),
    }
}

/// Puts a subdirectory before what follows `?`.
fn join(package: &str, subdirectory: Option<&str>) -> Str {
    match (subdirectory.filter(|subdirectory| !subdirectory.is_empty()), package.split_once('?')) {
        (None, _) => package.into(),
        (Some(subdirectory), None) => format!("{package}//{subdirectory}").into(),
        (Some(subdirectory), Some((address, query))) => format!("{address}//{subdirectory}?{query}").into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_become_what_the_manifest_has() {
        let cases = [
            ("hashicorp/consul/aws", "registry.terraform.io/hashicorp/consul/aws"),
            ("hashicorp/consul/aws//modules/x", "registry.terraform.io/hashicorp/consul/aws//modules/x"),
            ("example.com/a/b/c", "example.com/a/b/c"),
            ("github.com/a/b", "git::https://github.com/a/b.git"),
            ("github.com/a/b//c?ref=v1", "git::https://github.com/a/b.git//c?ref=v1"),
            ("github.com/a/b/c/d", "git::https://github.com/a/b.git//c/d"),
            ("git@github.com:a/b.git", "git::ssh://git@github.com/a/b.git"),
            ("git::https://example.com/a.git?ref=x", "git::https://example.com/a.git?ref=x"),
            ("git::git@github.com:a/b.git//m?ref=x", "git::ssh://git@github.com/a/b.git//m?ref=x"),
            ("https://example.com/m.zip", "https://example.com/m.zip"),
            ("bitbucket.org/a/b", "git::https://bitbucket.org/a/b.git"),
            ("/abs/path", "file:///abs/path"),
            ("s3::https://s3.amazonaws.com/b/m.zip", "s3::https://s3.amazonaws.com/b/m.zip"),
        ];
        for (source, expected) in cases {
            assert_eq!(parse(source, false), Ok(Address::Remote(expected.into())), "{source}");
        }
        assert_eq!(parse("./a/../b/", false), Ok(Address::Local("b".into())));
        assert_eq!(parse("..\\x", false), Ok(Address::Local("../x".into())));
        for (source, versioned) in [
            ("modules/x", false),
            ("./m", true),
            ("github.com/a/b", true),
            ("", false),
            (".", false),
            ("github.com/a/b//../c", false),
        ] {
            assert!(parse(source, versioned).is_err(), "{source}");
        }
    }
}
