//! What no schema says of types: aliases, identities, second names, and data sources that compute.
//!
//! All of it is data (`providers/<name>/facts.tsv`, `providers/<name>/data/`) that the build makes into sorted tables.

use std::sync::Arc;

use crate::addrs::ResourceInstance;
use crate::value::{Chars, Possible, Type, Unknown, Value};

use super::registry::{Provider, Registry};

/// A pair that a fact is about: type (`*`: all) and attribute.
type Subject = (&'static str, &'static str);

/// The value of an argument of an instance: null where it is not set, `None` where nobody can tell.
pub type Argument<'a> = &'a dyn Fn(&str) -> Option<Value>;

/// The facts of a provider, each table sorted.
#[derive(Debug)]
pub(super) struct Facts {
    pub(super) aliases: &'static [(Subject, Alias)],
    /// `None`: it is known to be no identity.
    pub(super) identities: &'static [(Subject, Option<Scope>)],
    pub(super) prefixes: &'static [(Subject, &'static str)],
    pub(super) chars: &'static [(Subject, Class)],
    pub(super) values: &'static [(Subject, &'static [&'static str])],
    pub(super) replaces: &'static [(Subject, ())],
    /// The attribute is empty.
    pub(super) imports: &'static [(Subject, &'static str)],
    /// The attribute is empty.
    pub(super) backends: &'static [(Subject, &'static [&'static str])],
    /// The attribute is empty.
    pub(super) renames: &'static [(Subject, &'static str)],
}

/// What an attribute is another name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alias {
    /// The attribute that always has the same value: an argument, or a computed attribute such as `arn`. The version
    /// at hand need not have it.
    pub attribute: &'static str,
    /// An argument that makes a difference: the alias holds only where it is not set.
    pub unless: Option<&'static str>,
}

/// Of which characters a value is made.
#[derive(Clone, Copy, Debug)]
pub(super) struct Class {
    /// Characters of ASCII: a class such as `a-z0-9.-`.
    pub(super) own: &'static str,
    /// Arguments that are put into the value as they are.
    pub(super) with: &'static [&'static str],
}

/// Among which instances of a type no two share the value of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Among all.
    Everywhere,
    /// Among those that one provider configuration manages: elsewhere (another region, another account) the value
    /// may occur again.
    Provider,
}

impl Registry {
    /// What `attribute` of a resource of the type is another name of.
    pub fn alias(&self, type_name: &str, attribute: &str) -> Option<Alias> {
        self.provider_of(type_name)?.alias(type_name, attribute)
    }

    /// Among which instances no two share the value of `attribute`: `None` if they may.
    ///
    /// An `id` is such an attribute of every type, of an unknown provider too, unless facts say otherwise.
    pub fn identity(&self, type_name: &str, attribute: &str) -> Option<Scope> {
        match self.provider_of(type_name) {
            Some(provider) => provider.identity(type_name, attribute),
            None => (attribute == "id").then_some(Scope::Everywhere),
        }
    }

    /// What the value of `attribute` of a resource of the type certainly begins with.
    pub fn prefix(&self, type_name: &str, attribute: &str) -> Option<&'static str> {
        self.provider_of(type_name)?.prefix(type_name, attribute)
    }

    /// Of which characters of ASCII alone the value of `attribute` of the type consists, given the value of each of its
    /// arguments: null where it is not set, `None` where nobody can tell.
    pub fn chars(&self, type_name: &str, attribute: &str, argument: Argument<'_>) -> Option<Chars> {
        let provider = self.provider_of(type_name)?;
        let of = |attribute| find(provider.facts.chars, provider.canonical_type(type_name), attribute);
        let alias = || provider.alias(type_name, attribute).filter(|alias| alias.unless.is_none());
        let class = of(attribute).or_else(|| of(alias()?.attribute))?;
        class.with.iter().try_fold(Chars::class(class.own), |all, name| match argument(name)?.bare() {
            Value::String(text) => Some(all.union(Chars::of(text)?)),
            Value::Unknown(unknown) => Some(all.union(unknown.refinement.chars?)),
            value => value.is_null().then_some(all),
        })
    }

    /// Of which texts the value of `attribute` of the type is one.
    pub fn values(&self, type_name: &str, attribute: &str) -> Option<&'static [&'static str]> {
        let provider = self.provider_of(type_name)?;
        find(provider.facts.values, provider.canonical_type(type_name), attribute)
    }

    /// Whether another value of an argument makes another instance instead of changing the one that exists.
    pub fn replaces(&self, type_name: &str, argument: &str) -> bool {
        let provider = self.provider_of(type_name);
        let of = |provider: &Provider| find(provider.facts.replaces, provider.canonical_type(type_name), argument);
        provider.and_then(of).is_some()
    }

    /// The attribute that alone is set of an instance that is imported: to the identity that it is imported by.
    /// `None` where the provider knows more, or nothing says how it imports.
    pub fn import(&self, type_name: &str) -> Option<&'static str> {
        let provider = self.provider_of(type_name)?;
        find(provider.facts.imports, provider.canonical_type(type_name), "")
    }

    /// Adds to an unknown that is `attribute` of an instance what facts say of its value; see [`Registry::chars`].
    pub fn refine(&self, address: &ResourceInstance, attribute: &str, unknown: &mut Unknown, argument: Argument<'_>) {
        let ty = &address.resource.ty;
        if unknown.ty != Type::String {
            return;
        }
        if let Some(chars) = self.chars(ty, attribute, argument) {
            unknown.refinement.chars = Some(chars);
        }
        if let (Some(values), None) = (self.values(ty, attribute), &unknown.possible) {
            let possible = |value: &&str| Possible {
                value: Value::string(*value),
                condition: ecow::eco_format!("`{address}.{attribute}` is {value:?}"),
            };
            unknown.refinement.not_null = true;
            unknown.possible = Some(Arc::new(values.iter().map(possible).collect()));
        }
    }

    /// Whether an instance of one type never has the value that `attribute` has for an instance of the other, because
    /// facts say of both that nothing else has theirs.
    pub fn apart(&self, one: &str, other: &str, attribute: &str) -> bool {
        match (self.provider_of(one), self.provider_of(other)) {
            (Some(provider), Some(second)) => {
                std::ptr::eq(provider, second) && provider.unique(one, attribute) && provider.unique(other, attribute)
            }
            _ => false,
        }
    }

    /// The arguments of a kind of backend, `*` standing for any; nothing where Terraform has no such backend.
    pub fn backend(&self, kind: &str) -> Option<&'static [&'static str]> {
        self.providers().iter().find_map(|provider| find(provider.facts.backends, kind, ""))
    }

    /// The kinds of backends that Terraform has.
    pub fn backends(&self) -> impl Iterator<Item = &'static str> {
        self.providers().iter().flat_map(|provider| provider.facts.backends.iter().map(|((kind, _), _)| *kind))
    }

    /// The name of a type under which policies and facts know it: of two names for one type the current one.
    pub fn canonical_type<'a>(&self, type_name: &'a str) -> &'a str {
        self.provider_of(type_name).map_or(type_name, |provider| provider.canonical_type(type_name))
    }

    /// How a data source computes its attributes from its arguments alone: HCL text, `None` if it does not.
    ///
    /// The text has these blocks, each at most once. Their expressions see `args`, the arguments and nested blocks of
    /// the data source as its schema types them (unset arguments null, blocks that are not there empty), and `local`.
    ///
    /// - `attributes`: the computed attributes, as far as they follow from the arguments.
    /// - `decoded`: for some of those attributes, which hold JSON, the value that the JSON stands for. It is known in
    ///   part where the text, as a whole, is not.
    /// - `refused`: by argument, where it is told, the message where the provider refuses to read it, else null; `nowhere`
    ///   is told without a place. What comes first counts.
    /// - `locals`: as in a configuration.
    pub fn data_source_expressions(&self, type_name: &str) -> Option<&'static str> {
        self.provider_of(type_name)?.data_source_expressions(type_name)
    }
}

impl Provider {
    /// See [`Registry::alias`].
    pub fn alias(&self, type_name: &str, attribute: &str) -> Option<Alias> {
        find(self.facts.aliases, self.canonical_type(type_name), attribute)
    }

    /// See [`Registry::identity`].
    pub fn identity(&self, type_name: &str, attribute: &str) -> Option<Scope> {
        let ty = self.canonical_type(type_name);
        let stated = |attribute: &str| {
            find(self.facts.identities, ty, attribute).or_else(|| find(self.facts.identities, "*", attribute))
        };
        if let Some(stated) = stated(attribute) {
            return stated;
        }
        let alias = self.alias(ty, "id");
        match alias {
            // What the id is another name of is an identity where the id is one.
            Some(alias) if attribute == "id" => stated(alias.attribute).unwrap_or(Some(Scope::Provider)),
            Some(alias) if attribute == alias.attribute && alias.unless.is_none() => self.identity(ty, "id"),
            _ => (attribute == "id").then_some(Scope::Everywhere),
        }
    }

    /// See [`Registry::prefix`].
    pub fn prefix(&self, type_name: &str, attribute: &str) -> Option<&'static str> {
        let ty = self.canonical_type(type_name);
        find(self.facts.prefixes, ty, attribute).or_else(|| find(self.facts.prefixes, "*", attribute))
    }

    /// Whether a fact about the type itself says that no other resource has the attribute's value.
    fn unique(&self, type_name: &str, attribute: &str) -> bool {
        find(self.facts.identities, self.canonical_type(type_name), attribute) == Some(Some(Scope::Everywhere))
    }

    /// See [`Registry::canonical_type`].
    pub fn canonical_type<'a>(&self, type_name: &'a str) -> &'a str {
        find(self.facts.renames, type_name, "").unwrap_or(type_name)
    }

    /// See [`Registry::data_source_expressions`].
    pub fn data_source_expressions(&self, type_name: &str) -> Option<&'static str> {
        let at = self.expressions.binary_search_by(|(name, _)| (*name).cmp(type_name)).ok()?;
        Some(self.expressions[at].1)
    }
}

fn find<T: Copy>(facts: &[(Subject, T)], type_name: &str, attribute: &str) -> Option<T> {
    let at = facts.binary_search_by(|((ty, name), _)| (*ty, *name).cmp(&(type_name, attribute))).ok()?;
    Some(facts[at].1)
}
