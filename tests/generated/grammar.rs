//! Random expressions that mean something: most arguments are of the kind that a function wants, some are not.
//!
//! A kind is a letter: `s` a string, `n` a number, `i` a small number, `b` a bool, `l` a list of strings, `m` one of
//! numbers, `z` one of bools, `t` a set, `p` a map, `L` a map of lists, `o` an object, `u` a tuple, `a` anything;
//! the others are strings that one group of functions understands, such as `d`, a timestamp.

use std::collections::BTreeMap;

/// Functions: what one returns, its name, its arguments. `?`: may be left out; `*`: any number of them.
const FUNCTIONS: &str = include_str!("functions.txt");
/// Literals and names of `context.tf`, by kind.
const LITERALS: &str = include_str!("literals.txt");

const KINDS: &[u8] = b"snbbllmtpouaaa";
/// Kinds that are numbers, strings and so on to operators.
const NUMERIC: &[u8] = b"nni";

type Words<'t> = BTreeMap<u8, Vec<&'t str>>;

/// A source of expressions that a seed decides.
pub struct Grammar {
    state: u64,
    functions: BTreeMap<u8, Vec<(&'static str, Vec<&'static str>)>>,
    literals: Words<'static>,
    /// Whether both arms of conditionals are of one kind, as far as arguments are of the kind that is wanted.
    alike: bool,
    /// Names that expressions are about instead.
    names: Option<Words<'static>>,
    /// Names of loop variables around.
    bound: Vec<&'static str>,
}

fn words(text: &'static str) -> Words<'static> {
    let mut words = Words::new();
    for line in text.lines() {
        words.entry(line.as_bytes()[0]).or_default().push(&line[2..]);
    }
    words
}

impl Grammar {
    /// Expressions over the names of `context.tf`, or else over these, by kind; `alike`: the arms of conditionals are of
    /// one kind, as a rule.
    pub fn new(seed: u64, names: Option<&'static str>, alike: bool) -> Grammar {
        let mut functions: BTreeMap<u8, Vec<_>> = BTreeMap::new();
        for line in FUNCTIONS.lines() {
            let mut parts = line.split(' ');
            let returns = parts.next().expect("what it returns").as_bytes()[0];
            functions.entry(returns).or_default().push((parts.next().expect("a name"), parts.collect()));
        }
        let mut literals = words(LITERALS);
        if names.is_some() {
            // Only the other context is there.
            literals.values_mut().for_each(|all| all.retain(|word| !word.contains("local.") && !word.contains("var.")));
        }
        Grammar { state: seed, functions, literals, names: names.map(words), alike, bound: Vec::new() }
    }

    /// The next number below `n` (SplitMix64).
    fn below(&mut self, n: usize) -> usize {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % n.max(1) as u64) as usize
    }

    fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    /// The next expression.
    pub fn expression(&mut self) -> String {
        let depth = self.pick(&[1, 1, 2, 2, 2, 3]);
        let kind = self.pick(KINDS);
        self.expr(kind, depth)
    }

    fn leaf(&mut self, kind: u8) -> String {
        let named = self.names.is_some() && self.below(10) < 6;
        if !self.bound.is_empty() && self.below(2) == 0 {
            return self.pick(&self.bound.clone()).to_owned();
        }
        let words = self.names.as_ref().filter(|_| named).unwrap_or(&self.literals);
        let words = words.get(&kind).or_else(|| self.literals.get(&kind)).filter(|words| !words.is_empty());
        let words = words.or_else(|| self.literals.get(&b's')).expect("there are literals");
        let at = self.state as usize % words.len();
        self.state ^= self.state << 7;
        words[at].to_owned()
    }

    fn expr(&mut self, kind: u8, depth: usize) -> String {
        let kind = if self.below(20) == 0 { self.pick(KINDS) } else { kind };
        if depth == 0 {
            return self.leaf(kind);
        }
        match self.below(20) {
            0 => self.leaf(kind),
            1 | 2 => self.conditional(kind, depth - 1),
            3 => self.access(kind, depth - 1),
            4 => self.wrapped(kind, depth - 1),
            5..=9 if matches!(kind, b's' | b'n' | b'b' | b'l' | b'u' | b'o') => self.syntax(kind, depth - 1),
            _ => self.call(kind, depth - 1),
        }
    }

    fn call(&mut self, kind: u8, depth: usize) -> String {
        let Some(functions) = self.functions.get(&kind) else { return self.leaf(kind) };
        let (name, params) = functions[self.state as usize % functions.len()].clone();
        let mut args = Vec::new();
        for param in params {
            let kind = param.as_bytes()[0];
            let times = match param.as_bytes().get(1) {
                Some(b'?') => self.below(2),
                Some(_) => self.below(3),
                None => 1,
            };
            (0..times).for_each(|_| args.push(self.expr(kind, depth)));
        }
        match self.below(60) {
            0 => args.push(self.leaf(b'a')),
            1 => _ = args.pop(),
            2 => return format!("{name}({}, [{}]...)", args[..1].join(""), args[1..].join(", ")).replace("(, ", "("),
            _ => {}
        }
        format!("{name}({})", args.join(", "))
    }

    fn conditional(&mut self, kind: u8, depth: usize) -> String {
        let (test, then) = (self.expr(b'b', depth), self.expr(kind, depth));
        let other = if !self.alike && self.below(3) == 0 { self.pick(KINDS) } else { kind };
        format!("({test} ? {then} : {})", self.expr(other, depth))
    }

    fn access(&mut self, kind: u8, depth: usize) -> String {
        match self.below(9) {
            0 => format!("[{}, {}][{}]", self.expr(kind, depth), self.expr(kind, depth), self.leaf(b'i')),
            1 => format!("{{ a = {}, b = {} }}.a", self.expr(kind, depth), self.expr(kind, depth)),
            2 => format!("{{ a = {}, b = {} }}[{}]", self.expr(kind, depth), self.leaf(kind), self.leaf(b'k')),
            3 => format!("({})[*]", self.expr(kind, depth)),
            4 => format!("({}).*.a", self.expr(b'u', depth)),
            5 => format!("({})[*].a", self.expr(b'u', depth)),
            6 => format!("({})[{}]", self.expr(b'l', depth), self.leaf(b'i')),
            7 => format!("({}).0", self.expr(b'l', depth)),
            _ => format!("({})[{}]", self.expr(b'p', depth), self.leaf(b'k')),
        }
    }

    fn wrapped(&mut self, kind: u8, depth: usize) -> String {
        let inner = self.expr(kind, depth);
        match self.below(7) {
            0 => format!("try({inner}, {})", self.leaf(kind)),
            1 => format!("can({inner})"),
            2 => format!("sensitive({inner})"),
            3 => format!("jsonencode({inner})"),
            4 => format!("[{inner}, {}]", self.leaf(kind)),
            5 => format!("{{ k = {inner} }}"),
            _ => format!("jsondecode(jsonencode({inner}))"),
        }
    }

    /// Operators, templates, `for`, tuples, objects.
    fn syntax(&mut self, kind: u8, depth: usize) -> String {
        match kind {
            b'n' => {
                let (a, b) = (self.pick(NUMERIC), self.pick(NUMERIC));
                let (a, b) = (self.expr(a, depth), self.expr(b, depth));
                match self.pick(&["+", "-", "*", "/", "%", "neg"]) {
                    "neg" => format!("-({a})"),
                    op => format!("({a} {op} {b})"),
                }
            }
            b'b' => {
                let op = self.pick(&["==", "!=", "<", ">=", "&&", "||", "!", "=="]);
                let kind = match op {
                    "<" | ">=" => b'n',
                    "&&" | "||" | "!" => b'b',
                    _ => self.pick(KINDS),
                };
                let a = self.expr(kind, depth);
                if op == "!" { format!("!({a})") } else { format!("({a} {op} {})", self.expr(kind, depth)) }
            }
            b's' => self.template(depth),
            b'l' | b'u' => match self.below(3) {
                0 => format!("[{}, {}]", self.expr(b'a', depth), self.expr(b's', depth)),
                _ => self.for_expr(depth, false),
            },
            _ => match self.below(3) {
                0 => {
                    format!("{{ a = {}, ({}) = {} }}", self.expr(b'a', depth), self.expr(b's', depth), self.leaf(b'n'))
                }
                _ => self.for_expr(depth, true),
            },
        }
    }

    fn for_expr(&mut self, depth: usize, object: bool) -> String {
        let over = self.pick(b"lmtpou");
        let collection = self.expr(over, depth);
        let two = self.below(2) == 0;
        self.bound.extend(if two { &["k", "v"][..] } else { &["v"][..] });
        let value = self.pick(b"sanl");
        let value = self.expr(value, depth);
        let test = if self.below(3) == 0 { format!(" if {}", self.expr(b'b', depth)) } else { String::new() };
        let key = if self.below(2) == 0 { self.pick(&self.bound.clone()).to_owned() } else { self.expr(b's', depth) };
        self.bound.truncate(self.bound.len() - if two { 2 } else { 1 });
        let names = if two { "k, v" } else { "v" };
        match object {
            true => {
                let group = self.pick(&["", "..."]);
                format!("{{ for {names} in {collection} : {key} => {value}{group}{test} }}")
            }
            false => format!("[for {names} in {collection} : {value}{test}]"),
        }
    }

    fn template(&mut self, depth: usize) -> String {
        let (a, b) = (self.expr(b's', depth), self.expr(b'n', depth));
        match self.below(9) {
            0 => format!("\"${{{a}}}\""),
            1 => format!("\"x ${{{a}}} y ${{{b}}}\""),
            2 => format!("\"  ${{~ {a} ~}}  z\""),
            3 => format!("\"%{{ if {} }}${{{a}}}%{{ else }}no%{{ endif }}\"", self.expr(b'b', depth)),
            4 => {
                let collection = self.expr(b'l', depth);
                format!("\"%{{ for v in {collection} }}<${{v}}>%{{ endfor ~}} end\"")
            }
            5 => format!("\"a %{{~ if {} ~}} b %{{~ endif ~}} c\"", self.expr(b'b', depth)),
            6 => format!("<<EOT\n  ${{{a}}}\n  %{{~ if true ~}}\n    in\n  %{{ endif }}\nEOT\n"),
            7 => format!("<<-EOT\n    ${{{a}}}\n      deep ${{{b}}}\n\n   less\n  EOT\n"),
            _ => format!("\"$${{ ${{{a}}} %%{{\""),
        }
    }
}
