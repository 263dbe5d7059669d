//! Damaged files never end in a panic, and never cost other files.

use tomcheck::config::{Inputs, load, parse_with};
use tomcheck::source::{Flavour, in_memory};

/// A small generator of numbers that are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

/// The text with a piece taken out, doubled, moved, or replaced.
fn damage(text: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    const PIECES: [&[u8]; 12] = [
        b"{",
        b"}",
        b"\"",
        b"${",
        b"[",
        b"]",
        b"<<E\n",
        b"=",
        b"\xff",
        b"//",
        b"\n",
        b"module \"m\" {\n source = \"./m\"\n",
    ];
    let mut text = text.to_vec();
    for _ in 0..1 + numbers.below(4) {
        let (a, b) = (numbers.below(text.len() + 1), numbers.below(text.len() + 1));
        let (start, end) = (a.min(b), a.max(b).min(a.min(b) + 40));
        let piece = text[start..end].to_vec();
        match numbers.below(4) {
            0 => drop(text.drain(start..end)),
            1 => drop(text.splice(end..end, piece)),
            2 => {
                text.drain(start..end);
                let at = numbers.below(text.len() + 1);
                text.splice(at..at, piece);
            }
            _ => drop(text.splice(start..end, PIECES[numbers.below(PIECES.len())].iter().copied())),
        }
    }
    text
}

#[test]
fn damaged_files_cost_themselves_alone() {
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    let whole = b"variable \"whole\" {}\n".to_vec();
    for part in include_str!("structure.txt").split("=== ").skip(1) {
        let files = part.split("\n>>>").next().unwrap();
        let files: Vec<_> = files.split("--- ").skip(1).filter_map(|file| file.split_once('\n')).collect();
        for _ in 0..40 {
            let damaged = files.iter().map(|(path, text)| ((*path).into(), damage(text.as_bytes(), &mut numbers)));
            let (files, texts) = in_memory(damaged.chain([("whole.tf".into(), whole.clone())]), Flavour::Auto);
            let sources = parse_with(&files, texts);
            let (config, diagnostics) = load(&sources, &Inputs::default());
            assert!(config.modules[0].variables.contains_key("whole"));
            for diagnostic in &diagnostics {
                for label in &diagnostic.labels {
                    let file = sources.map().get(label.span.file);
                    assert!(label.span.range().end <= file.bytes().len(), "{diagnostic:?}");
                }
                assert!(!diagnostic.message.is_empty() && !diagnostic.message.ends_with('.'), "{diagnostic:?}");
            }
        }
    }
}
