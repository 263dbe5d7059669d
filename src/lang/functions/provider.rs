//! The functions of Terraform's built-in provider, which every configuration has.

use unicode_segmentation::UnicodeSegmentation;

use crate::source::{SourceMap, Span};
use crate::syntax::{self, Call, Syntax};
use crate::value::{Fields, Type, Value};

use super::{Args, CallError, Kind, NoFiles, Outcome, Spec, any, text};
use crate::lang::{Evaluator, Nothing, Options, Session, Visitor};

pub(super) const FUNCTIONS: &[Spec] = &[
    Spec::new("provider::terraform::encode_expr", &[any("value").unknown().dynamic()], Kind::String, encode_expr),
    Spec::new(
        "provider::terraform::encode_tfvars",
        &[any("value").fields().unknown().dynamic()],
        Kind::String,
        encode_tfvars,
    ),
    Spec::new("provider::terraform::decode_tfvars", &[text("src")], Kind::Any, decode_tfvars),
];

fn encode_expr(args: &Args<'_>) -> Outcome {
    let value = args.value(0);
    if value.is_wholly_known() {
        let mut writer = Writer::default();
        writer.value(value);
        return Ok(Value::string(writer.finish()));
    }
    let prefix = match value.ty() {
        _ if !value.is_not_null() => "",
        Type::Object(_) | Type::Map(_) => "{",
        Type::Tuple(_) | Type::List(_) | Type::Set(_) => "[",
        Type::String => "\"",
        _ => "",
    };
    Ok(args.unknown(Type::String).prefix(prefix).into())
}

fn encode_tfvars(args: &Args<'_>) -> Outcome {
    let value = args.value(0);
    if !value.is_wholly_known() {
        return Ok(args.unknown(Type::String).into());
    }
    let fields = match value {
        Value::Object(object) => &object.fields,
        Value::Map(map) => &map.items,
        _ => {
            let message = "invalid value to encode: must be an object whose attribute names will become the encoded \
                           variable names";
            return Err(CallError::at(0, message));
        }
    };
    if let Some((name, _)) = fields.iter().find(|(name, _)| !is_identifier(name)) {
        let message = format!(
            "invalid variable name {name:?}: must be a valid identifier, per Terraform's rules for input variable \
             declarations"
        );
        return Err(CallError::at(0, message));
    }
    let mut writer = Writer::default();
    writer.fields(fields);
    let text = writer.finish();
    Ok(Value::string(if text.is_empty() { text } else { text + "\n" }))
}

fn decode_tfvars(args: &Args<'_>) -> Outcome {
    let file = SourceMap::default().add("<decode_tfvars argument>".into(), args.text(0).as_bytes().to_vec());
    let tree = syntax::parse(file, Syntax::Native);
    if let Some(first) = tree.diagnostics().first() {
        return Err(CallError::new(format!("invalid tfvars syntax: {}", first.message)));
    }
    if let Some(block) = tree.body().blocks().next() {
        let message =
            format!("invalid tfvars content: unexpected {:?} block; blocks are not allowed here", block.ty().name);
        return Err(CallError::new(message));
    }
    let session = Session::new(&NoFiles, Options::default());
    let evaluator = Evaluator::new(&Nothing, &session);
    let mut fields = Fields::new();
    for attribute in tree.body().attributes() {
        let name = attribute.name().name;
        let mut calls = false;
        crate::lang::walk(attribute.expr(), &mut Calls(&mut calls));
        let value = match calls {
            true => Err("functions may not be called here".to_owned()),
            false => evaluator.eval(attribute.expr()).map_err(|error| error.to_string()),
        };
        let value =
            value.map_err(|message| CallError::new(format!("invalid expression for variable {name:?}: {message}")))?;
        fields.insert(name.into(), value);
    }
    Ok(Value::object(fields))
}

/// Notices that there are calls.
struct Calls<'c>(&'c mut bool);

impl<'s> Visitor<'s> for Calls<'_> {
    fn call(&mut self, _: &Call<'s>, _: Span) {
        *self.0 = true;
    }
}

/// As HCL's own formatter would lay it out.
#[derive(Default)]
struct Writer {
    lines: Vec<Line>,
}

#[derive(Default)]
struct Line {
    text: String,
    /// Where its `=` stands.
    equals: Option<usize>,
    /// Brackets opened less brackets closed.
    brackets: i32,
    /// The same for what follows the `=`.
    brackets_after: i32,
}

impl Writer {
    fn line(&mut self) -> &mut Line {
        if self.lines.is_empty() {
            self.lines.push(Line::default());
        }
        let last = self.lines.len() - 1;
        &mut self.lines[last]
    }

    fn put(&mut self, text: &str) {
        self.line().text.push_str(text);
    }

    fn bracket(&mut self, bracket: &str, change: i32) {
        let line = self.line();
        line.text.push_str(bracket);
        line.brackets += change;
        if line.equals.is_some() {
            line.brackets_after += change;
        }
    }

    fn value(&mut self, value: &Value) {
        match value.bare() {
            Value::Bool(value) => self.put(&value.to_string()),
            Value::Number(number) => self.put(&number.to_string()),
            Value::String(text) => self.string(text),
            Value::Map(map) => self.object(&map.items),
            Value::Object(object) => self.object(&object.fields),
            Value::List(_) | Value::Set(_) | Value::Tuple(_) => {
                self.bracket("[", 1);
                for (at, item) in value.children().enumerate() {
                    if at > 0 {
                        self.put(", ");
                    }
                    self.value(item);
                }
                self.bracket("]", -1);
            }
            _ => self.put("null"),
        }
    }

    fn string(&mut self, text: &str) {
        self.put(&format!("\"{}\"", crate::addrs::escaped(text)));
    }

    fn object(&mut self, fields: &Fields) {
        self.bracket("{", 1);
        if !fields.is_empty() {
            self.lines.push(Line::default());
            self.fields(fields);
            self.lines.push(Line::default());
        }
        self.bracket("}", -1);
    }

    fn fields(&mut self, fields: &Fields) {
        for (at, (name, value)) in fields.iter().enumerate() {
            if at > 0 {
                self.lines.push(Line::default());
            }
            match is_identifier(name) {
                true => self.put(name),
                false => self.string(name),
            }
            self.put(" ");
            let line = self.line();
            line.equals = Some(line.text.len());
            self.put("= ");
            self.value(value);
        }
    }

    fn finish(mut self) -> String {
        // The equals signs of neighbouring lines stand below each other, unless a value goes on in the next line.
        let aligned = |line: &Line| line.equals.filter(|_| line.brackets_after == 0);
        let mut from = 0;
        while from < self.lines.len() {
            let run = self.lines[from..].iter().take_while(|line| aligned(line).is_some()).count();
            let width = |line: &Line, at: usize| line.text[..at].graphemes(true).count();
            let widths = self.lines[from..from + run].iter().filter_map(|line| Some(width(line, aligned(line)?)));
            let column = widths.max().unwrap_or(0);
            for line in &mut self.lines[from..from + run] {
                if let Some(at) = line.equals {
                    line.text.insert_str(at, &" ".repeat(column - width(line, at)));
                }
            }
            from += run.max(1);
        }
        let mut out = String::new();
        let mut open: Vec<i32> = Vec::new();
        for (at, line) in self.lines.iter().enumerate() {
            let mut closed = (-line.brackets).max(0);
            while closed > 0 {
                let Some(last) = open.last_mut() else { break };
                let taken = closed.min(*last);
                closed -= taken;
                *last -= taken;
                if *last == 0 {
                    open.pop();
                }
            }
            if at > 0 {
                out.push('\n');
            }
            out.push_str(&"  ".repeat(open.len()));
            out.push_str(&line.text);
            if line.brackets > 0 {
                open.push(line.brackets);
            }
        }
        out
    }
}

fn is_identifier(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(|c| c.is_alphabetic() || c == '_')
        && chars.all(|c| c.is_alphanumeric() || c == '_' || c == '-')
}
