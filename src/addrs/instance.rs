//! Module instances, resources and their instances.

use std::fmt;
use std::sync::Arc;

use super::Str;

/// Which instance of a `count` or `for_each`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InstanceKey {
    /// Neither `count` nor `for_each`.
    None,
    /// `[0]`
    Int(u64),
    /// `["key"]`
    Str(Str),
    /// `[*]`: stands for every instance of an expansion whose keys are not known.
    Any,
}

impl fmt::Display for InstanceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            InstanceKey::None => Ok(()),
            InstanceKey::Int(index) => write!(f, "[{index}]"),
            InstanceKey::Str(key) => write!(f, "[\"{}\"]", escaped(key)),
            InstanceKey::Any => f.write_str("[*]"),
        }
    }
}

/// Whether a character shows: not controls, format characters, private ones and spaces other than the usual one. After
/// Go's `unicode.IsPrint`, which Terraform asks; of characters without meaning it is taken that they show.
fn is_printable(c: char) -> bool {
    let hidden = c.is_control()
        || (c.is_whitespace() && c != ' ')
        || matches!(c as u32,
            0xad | 0x600..=0x605 | 0x61c | 0x6dd | 0x70f | 0x890..=0x891 | 0x8e2 | 0x180e | 0x200b..=0x200f
            | 0x202a..=0x202e | 0x2060..=0x206f | 0xe000..=0xf8ff | 0xfeff | 0xfff9..=0xfffb
            | 0x110bd | 0x110cd | 0x13430..=0x1343f | 0x1bca0..=0x1bca3 | 0x1d173..=0x1d17a | 0xe0000..=0x10ffff);
    let nothing = c as u32 & 0xfffe == 0xfffe || matches!(c as u32, 0xfdd0..=0xfdef);
    !(hidden || nothing) || matches!(c as u32, 0xe0100..=0xe01ef)
}

/// As HCL writes a text between quotes: backslash, quote, template introducers and what does not show are escaped.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.push_str("\\\\"),
            '"' => out.push_str("\\\""),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '$' | '%' if chars.peek() == Some(&'{') => out.extend([c, c]),
            c if !is_printable(c) => match c as u32 {
                code @ ..0x10000 => out.push_str(&format!("\\u{code:04x}")),
                code => out.push_str(&format!("\\U{code:08x}")),
            },
            _ => out.push(c),
        }
    }
    out
}

/// One step into a child module: `module.name[key]`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ModuleStep {
    /// Name of the module call.
    pub name: Str,
    /// Its instance key.
    pub key: InstanceKey,
}

/// The instance of a module: the calls from the root module down to it, none for the root.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ModuleInstance(Option<Arc<Vec<ModuleStep>>>);

impl ModuleInstance {
    /// The root module.
    pub fn root() -> Self {
        Self::default()
    }

    /// The instance `key` of the call `name` in this module.
    pub fn child(&self, name: Str, key: InstanceKey) -> Self {
        let mut steps = self.steps().to_vec();
        steps.push(ModuleStep { name, key });
        ModuleInstance(Some(Arc::new(steps)))
    }

    /// The calls from the root module down.
    pub fn steps(&self) -> &[ModuleStep] {
        self.0.as_ref().map_or(&[], |steps| steps.as_slice())
    }

    /// Whether it is the root module.
    pub fn is_root(&self) -> bool {
        self.steps().is_empty()
    }
}

impl fmt::Display for ModuleInstance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.steps().iter().enumerate() {
            let dot = if at == 0 { "" } else { "." };
            write!(f, "{dot}module.{}{}", step.name, step.key)?;
        }
        Ok(())
    }
}

/// `resource`, `data` or `ephemeral`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// A `resource` block.
    Managed,
    /// A `data` block.
    Data,
    /// An `ephemeral` block.
    Ephemeral,
}

/// A resource as its module declares it: `type.name`, `data.type.name`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Resource {
    /// Managed, data or ephemeral.
    pub mode: Mode,
    /// The type, such as `aws_s3_bucket`.
    pub ty: Str,
    /// The name in its module.
    pub name: Str,
}

impl fmt::Display for Resource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let prefix = match self.mode {
            Mode::Managed => "",
            Mode::Data => "data.",
            Mode::Ephemeral => "ephemeral.",
        };
        write!(f, "{prefix}{}.{}", self.ty, self.name)
    }
}

/// One instance of a resource, in one instance of its module.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResourceInstance {
    /// The module instance.
    pub module: ModuleInstance,
    /// The resource in it.
    pub resource: Resource,
    /// Which instance.
    pub key: InstanceKey,
}

impl ResourceInstance {
    /// Whether no key on the way to it is a wildcard.
    pub fn is_definite(&self) -> bool {
        self.key != InstanceKey::Any && self.module.steps().iter().all(|step| step.key != InstanceKey::Any)
    }
}

impl fmt::Display for ResourceInstance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.module.is_root() {
            write!(f, "{}.", self.module)?;
        }
        write!(f, "{}{}", self.resource, self.key)
    }
}
