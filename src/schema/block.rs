//! Blocks: attributes and nested blocks.

use std::sync::Arc;

use crate::value::{Str, Type};

/// The body of a resource type, a data source, a provider configuration or a nested block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// Attributes, sorted by name.
    pub attributes: Vec<(Str, Attribute)>,
    /// Nested blocks, sorted by type name. No name is both an attribute's and a block's.
    pub blocks: Vec<(Str, NestedBlock)>,
    /// Whether the provider advises against using it.
    pub deprecated: bool,
    /// Whether no attribute of it may be written as blocks: see [`Block::as_blocks`].
    pub plain: bool,
}

/// What a block accepts as an argument, or exports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// The type of its value; of nested attributes, the type that they imply.
    pub ty: Type,
    /// An argument that must be set.
    pub required: bool,
    /// An argument that may be set.
    pub optional: bool,
    /// The provider decides the value; with `optional`, where the configuration does not set it.
    pub computed: bool,
    /// Never to be shown.
    pub sensitive: bool,
    /// The provider advises against using it.
    pub deprecated: bool,
    /// Accepted, never stored: null in every plan and state.
    pub write_only: bool,
    /// The attributes of its objects, where the provider describes them one by one.
    pub nested: Option<Arc<NestedAttributes>>,
}

/// The attributes of the object or objects that an attribute holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NestedAttributes {
    /// How many objects, in which kind of collection. Never [`Nesting::Group`].
    pub nesting: Nesting,
    /// Attributes, sorted by name.
    pub attributes: Vec<(Str, Attribute)>,
}

/// A type of nested blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NestedBlock {
    /// What the blocks of this type become together.
    pub nesting: Nesting,
    /// At least so many; 0 for no demand.
    pub min: u32,
    /// At most so many; `None` for no limit.
    pub max: Option<u32>,
    /// What each of them holds.
    pub block: Arc<Block>,
}

/// What nested blocks, or the objects of a nested attribute, become as a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nesting {
    /// One object, null without the block.
    Single,
    /// One object, with null attributes without the block.
    Group,
    /// A list of objects, in source order.
    List,
    /// A set of objects.
    Set,
    /// A map of objects, by the label of the block.
    Map,
}

impl Block {
    /// The attribute `name`.
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        find(&self.attributes, name)
    }

    /// The nested block type `name`.
    pub fn block(&self, name: &str) -> Option<&NestedBlock> {
        find(&self.blocks, name)
    }

    /// The element type of the attribute `name`, if it may also be written as blocks of its name.
    ///
    /// Terraform allows that only in types that the older provider SDK may have made: those whose attributes and
    /// nested blocks have no type that it does not know (`lang/blocktoattr`).
    pub fn as_blocks(&self, name: &str) -> Option<&Type> {
        self.attribute(name).filter(|_| !self.plain).and_then(Attribute::as_blocks)
    }

    /// Whether the older provider SDK cannot have made it.
    pub(super) fn is_plain(&self) -> bool {
        let newer = |attribute: &Attribute| {
            attribute.nested.is_some()
                || match &attribute.ty {
                    Type::Tuple(_) | Type::Object(_) => true,
                    Type::Map(element) if matches!(**element, Type::Object(_)) => true,
                    Type::List(element) | Type::Set(element) | Type::Map(element) => match &**element {
                        Type::List(inner) | Type::Set(inner) | Type::Map(inner) => !inner.is_primitive(),
                        _ => false,
                    },
                    _ => false,
                }
        };
        self.attributes.iter().any(|(_, attribute)| newer(attribute))
            || self.blocks.iter().any(|(_, nested)| nested.block.is_plain())
    }

    /// Marks it and all nested blocks as plain.
    pub(super) fn make_plain(&mut self) {
        self.plain = true;
        self.blocks.iter_mut().for_each(|(_, nested)| Arc::make_mut(&mut nested.block).make_plain());
    }

    /// What the blocks may hold that an attribute is written as whose elements are of the type `object`: an optional
    /// argument for each of its attributes ([`Attribute::as_blocks`]).
    pub fn of_object(object: &Type) -> Block {
        let Type::Object(members) = object else { return Block::default() };
        let argument = |ty: &Type| Attribute {
            ty: ty.clone(),
            required: false,
            optional: true,
            computed: false,
            sensitive: false,
            deprecated: false,
            write_only: false,
            nested: None,
        };
        let mut attributes: Vec<_> = members.iter().map(|(name, ty)| (name.clone(), argument(ty))).collect();
        attributes.sort_by(|a, b| a.0.cmp(&b.0));
        Block { attributes, ..Block::default() }
    }

    /// The type of the block as a value: an object with an attribute for each attribute and nested block type.
    pub fn implied_type(&self) -> Type {
        let attributes = self.attributes.iter().map(|(name, attribute)| (name.clone(), attribute.ty.clone()));
        let blocks = self.blocks.iter().map(|(name, nested)| (name.clone(), nested.implied_type()));
        Type::object(attributes.chain(blocks).collect())
    }
}

impl NestedBlock {
    /// The type that all blocks of this type have together as a value.
    pub fn implied_type(&self) -> Type {
        self.nesting.of(self.block.implied_type())
    }
}

impl NestedAttributes {
    /// The nested attribute `name`.
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        find(&self.attributes, name)
    }

    /// The type of the attribute that holds them.
    pub fn implied_type(&self) -> Type {
        let attributes = self.attributes.iter().map(|(name, attribute)| (name.clone(), attribute.ty.clone()));
        self.nesting.of(Type::object(attributes.collect()))
    }
}

impl Attribute {
    /// Whether the configuration may set it.
    pub fn is_argument(&self) -> bool {
        self.required || self.optional
    }

    /// The element type, if the attribute may also be written as blocks of its name.
    ///
    /// Terraform allows it for lists and sets of objects that come from the provider SDK's "configuration mode
    /// attribute" (*Attributes as Blocks* in Terraform's configuration language); attributes with nested
    /// attributes are newer and exempt.
    pub fn as_blocks(&self) -> Option<&Type> {
        match &self.ty {
            Type::List(element) | Type::Set(element) if self.nested.is_none() => {
                Some(&**element).filter(|element| matches!(element, Type::Object(_)))
            }
            _ => None,
        }
    }
}

impl Nesting {
    /// The type of such a collection of `object`s.
    ///
    /// With `any` somewhere in the objects, their types may differ from one another, and Terraform keeps a list of
    /// them as a tuple and a map as an object: only [`Type::Dynamic`] covers both.
    fn of(self, object: Type) -> Type {
        match self {
            Nesting::Single | Nesting::Group => object,
            Nesting::List | Nesting::Map if !object.is_concrete() => Type::Dynamic,
            Nesting::List => Type::list(object),
            Nesting::Set => Type::set(object),
            Nesting::Map => Type::map(object),
        }
    }
}

fn find<'a, T>(sorted: &'a [(Str, T)], name: &str) -> Option<&'a T> {
    sorted.binary_search_by(|(n, _)| n.as_str().cmp(name)).ok().map(|at| &sorted[at].1)
}
