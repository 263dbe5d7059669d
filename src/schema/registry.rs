//! The registry: which types the embedded providers have.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use crate::addrs::Mode;
use crate::value::Str;

use super::block::Block;
use super::facts::{Alias, Class, Facts, Scope};
use super::text;
use super::version::{Constraint, Version};

/// `providers/`, one entry a folder, sorted by name.
static PROVIDERS: &[Provider] = include!(concat!(env!("OUT_DIR"), "/providers.rs"));

/// A provider whose types are known.
#[derive(Debug)]
pub struct Provider {
    /// Its type, which its resource types begin with, such as `random`.
    pub name: &'static str,
    /// Its source address without the host of the public registry: `hashicorp/random`.
    pub source: &'static str,
    /// The versions that are known, oldest first; at least one.
    pub versions: &'static [KnownVersion],
    /// The types of all versions, as text.
    schema: &'static str,
    /// What no schema says.
    pub(super) facts: Facts,
    /// The data sources that compute, and how; sorted.
    pub(super) expressions: &'static [(&'static str, &'static str)],
}

/// A version of a provider whose types are known, and how far.
#[derive(Debug, PartialEq, Eq)]
pub struct KnownVersion {
    /// What the text calls it.
    tag: u8,
    /// Its number as published: `6.25.0`; with `x` for "any" in it (`1.x`), or a date, where it is of no release.
    pub number: &'static str,
    /// How its types came to be known.
    pub made: Made,
    /// Types, attributes and blocks may be missing: what is not there need not be wrong.
    pub partial: bool,
    /// What is partial about it; may be empty.
    pub remark: &'static str,
}

/// How a schema was made: how far it may be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// The provider itself was asked.
    Exact,
    /// From a machine-made description of the provider: names, types and nesting are exact; `sensitive`,
    /// `deprecated` and limits above 1 may be missing.
    Synthesised,
    /// From the provider's generated reference pages; whether an optional argument is computed may be wrong.
    FromReference,
    /// Written down from documentation, not complete.
    ByHand,
}

/// What a resource type, data source or provider configuration looks like in one version of its provider.
#[derive(Debug)]
pub struct ResourceType {
    /// Its provider.
    pub provider: &'static Provider,
    /// Its name; for a provider configuration the provider's.
    pub name: Str,
    /// The version that is described, and whether the one that was asked for may have more.
    pub version: Choice,
    /// Its body.
    pub block: Block,
}

impl ResourceType {
    /// Attributes and blocks may be missing: what is not there need not be wrong.
    pub fn partial(&self) -> bool {
        self.version.known.partial || !self.version.covers
    }
}

/// The version of a provider whose types answer for the one that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The one that is known.
    pub known: &'static KnownVersion,
    /// Whether it has all that the one that was asked for has: it is one of those, or a later one of the same
    /// major version, in which nothing is taken away.
    pub covers: bool,
}

/// The types of all providers, read when they are first asked for.
#[derive(Debug, Default)]
pub struct Registry {
    read: RwLock<HashMap<Kind, Named>>,
}

/// Types of one kind of a provider, and which version answers.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Kind {
    provider: &'static str,
    /// What their lines begin with.
    word: &'static str,
    tag: u8,
    covers: bool,
}

/// Types by name.
type Named = HashMap<Str, Arc<ResourceType>>;

impl Registry {
    /// The providers that tomcheck comes with.
    pub fn builtin() -> &'static Registry {
        static BUILTIN: LazyLock<Registry> = LazyLock::new(Registry::default);
        &BUILTIN
    }

    /// All providers, sorted by name.
    pub fn providers(&self) -> &'static [Provider] {
        PROVIDERS
    }

    /// The provider of a source address (`hashicorp/random`, also with a host in front), or of a local name that
    /// has no source: the one of that type.
    pub fn provider(&self, source: &str) -> Option<&'static Provider> {
        let mut parts = source.rsplit('/');
        let name = parts.next()?;
        let provider = &PROVIDERS[PROVIDERS.binary_search_by(|provider| provider.name.cmp(name)).ok()?];
        match parts.next() {
            Some(namespace) if !provider.source.rsplit('/').nth(1)?.eq_ignore_ascii_case(namespace) => None,
            _ => Some(provider),
        }
    }

    /// The provider that a type belongs to where the configuration does not say: the one of the type's first word.
    pub fn provider_of(&self, type_name: &str) -> Option<&'static Provider> {
        self.provider(type_name.split('_').next()?).filter(|_| !type_name.contains('/'))
    }

    /// What a resource type or data source looks like.
    ///
    /// `version` is what the configuration demands of the provider, a version or a constraint such as `~> 5.0`;
    /// see [`Provider::version`]. `None` if the type, or its provider, is not known; for an ephemeral resource too.
    pub fn resource(&self, mode: Mode, type_name: &str, version: Option<&str>) -> Option<Arc<ResourceType>> {
        self.resource_of(self.provider_of(type_name)?, mode, type_name, version)
    }

    /// The same for a type of a provider that the configuration names.
    pub fn resource_of(
        &self,
        provider: &'static Provider,
        mode: Mode,
        type_name: &str,
        version: Option<&str>,
    ) -> Option<Arc<ResourceType>> {
        let kind = match mode {
            Mode::Managed => "resource",
            Mode::Data => "data",
            Mode::Ephemeral => return None,
        };
        self.read(provider, kind, type_name, version)
    }

    /// What a `provider` block of this provider accepts.
    pub fn configuration(&self, provider: &'static Provider, version: Option<&str>) -> Option<Arc<ResourceType>> {
        self.read(provider, "provider", "", version)
    }

    /// What a `provisioner` block of a type accepts; `None` if Terraform has no such provisioner.
    pub fn provisioner(&self, kind: &str) -> Option<Arc<ResourceType>> {
        self.own("provisioner", kind)
    }

    /// What a `connection` block accepts.
    pub fn connection(&self) -> Option<Arc<ResourceType>> {
        self.own("connection", "")
    }

    /// A block that is Terraform's own.
    fn own(&self, word: &'static str, name: &str) -> Option<Arc<ResourceType>> {
        self.read(PROVIDERS.iter().find(|provider| provider.is_builtin())?, word, name, None)
    }

    /// The block whose line begins with a word, and with a name unless that is empty.
    fn read(
        &self,
        provider: &'static Provider,
        word: &'static str,
        name: &str,
        version: Option<&str>,
    ) -> Option<Arc<ResourceType>> {
        let version = provider.version(version);
        let tag = version.known.tag;
        let kind = Kind { provider: provider.name, word, tag, covers: version.covers };
        // A panic elsewhere leaves the map whole: entries are complete before they are inserted.
        let read = self.read.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = read.get(&kind).and_then(|named| named.get(name)) {
            return Some(found.clone());
        }
        drop(read);
        let head = if name.is_empty() { word.to_owned() } else { format!("{word} {name}") };
        let block = text::block(provider.schema, text::find(provider.schema, &head, tag)?, tag)?;
        let named = match (name, word) {
            ("", "provider") => provider.name,
            ("", word) => word,
            (name, _) => name,
        };
        let made = Arc::new(ResourceType { provider, name: named.into(), version, block });
        let mut read = self.read.write().unwrap_or_else(PoisonError::into_inner);
        Some(read.entry(kind).or_default().entry(name.into()).or_insert(made).clone())
    }
}

impl Provider {
    /// Whether it is part of Terraform.
    pub fn is_builtin(&self) -> bool {
        self.source.starts_with("terraform.io/builtin/")
    }

    /// The known version that answers for `demand`, a version or a constraint.
    ///
    /// The newest that satisfies it; else the nearest to the highest version that it names, of the same major
    /// version if there is one. Without a demand, or with one that cannot be read, the newest that is known completely.
    pub fn version(&'static self, demand: Option<&str>) -> Choice {
        let last = &self.versions[self.versions.len() - 1];
        let newest = Choice { known: self.versions.iter().rfind(|known| !known.partial).unwrap_or(last), covers: true };
        let Some(constraint) = demand.and_then(Constraint::parse) else { return newest };
        let numbered = || self.versions.iter().filter_map(|known| Some((known, known.parse()?)));
        if let Some((known, _)) = numbered().rev().find(|(_, version)| constraint.allows(version)) {
            return Choice { known, covers: true };
        }
        let Some(bound) = constraint.bound() else { return newest };
        let distance = |version: &Version| {
            let [major, ..] = version.segments;
            // Of the same distance, the first at or above the bound, else the last below it.
            (major.abs_diff(bound.segments[0]), version < bound)
        };
        let above = numbered().filter(|(_, version)| version >= bound).min_by_key(|(_, version)| distance(version));
        let below = numbered().rev().filter(|(_, version)| version < bound).min_by_key(|(_, v)| distance(v));
        match [above, below].into_iter().flatten().min_by_key(|(_, version)| distance(version)) {
            Some((known, version)) => {
                let covers = version >= *bound && version.segments[0] == bound.segments[0];
                Choice { known, covers }
            }
            None => Choice { covers: false, ..newest },
        }
    }

    /// The names of all resource types (`Managed`) or data sources (`Data`) of all versions, sorted.
    pub fn types(&'static self, mode: Mode) -> impl Iterator<Item = &'static str> {
        text::names(self.schema, if mode == Mode::Data { "data" } else { "resource" })
    }
}

impl KnownVersion {
    /// The number as a version, the highest that it stands for; `None` for a date.
    fn parse(&self) -> Option<Version> {
        let (number, any) = self.number.strip_suffix(".x").map_or((self.number, false), |number| (number, true));
        let mut version = Version::parse(number).filter(|version| version.prerelease.is_empty())?;
        if any {
            version.segments[number.split('.').count()..].fill(u64::MAX);
        }
        Some(version)
    }
}
