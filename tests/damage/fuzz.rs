//! Texts that are wrong in any way go through the whole of a check: it ends, in time, without a panic. What `fuzz/` does
//! without end, here over the same texts in every run.

use std::time::{Duration, Instant};

use rayon::prelude::*;

use crate::run::run;

/// Numbers that are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

const PIECES: [&str; 30] = [
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "\"",
    "${",
    "%{ if ",
    "%{ for a in ",
    "%{ endif }",
    "<<EOT\n",
    "EOT\n",
    "=",
    ",",
    ".",
    "...",
    "?",
    ":",
    "-",
    "null",
    "each.value",
    "var.x",
    "for_each = ",
    "count = ",
    "dynamic \"a\" {\n",
    "\n",
    "/*",
    "#",
    "\u{0}",
];

/// A text with pieces taken out, doubled, moved from another one, or put in.
fn mutated(texts: &[Vec<u8>], numbers: &mut Numbers) -> Vec<u8> {
    let mut text = texts[numbers.below(texts.len())].clone();
    for _ in 0..1 + numbers.below(5) {
        let start = numbers.below(text.len() + 1);
        let end = (start + numbers.below(60)).min(text.len());
        match numbers.below(4) {
            0 => drop(text.drain(start..end)),
            1 => {
                let piece = text[start..end].to_vec();
                let at = numbers.below(text.len() + 1);
                drop(text.splice(at..at, piece));
            }
            2 => {
                let other = &texts[numbers.below(texts.len())];
                let from = numbers.below(other.len() + 1);
                let to = (from + numbers.below(200)).min(other.len());
                drop(text.splice(start..end, other[from..to].iter().copied()));
            }
            _ => drop(text.splice(start..start, PIECES[numbers.below(PIECES.len())].bytes())),
        }
    }
    text
}

fn check(seed: u64, rounds: u64) {
    let texts: Vec<Vec<u8>> = crate::files().iter().map(|file| std::fs::read(file).unwrap()).collect();
    (0..rounds).into_par_iter().for_each(|round| {
        let mut numbers = Numbers((seed + round).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let text = mutated(&texts, &mut numbers);
        let start = Instant::now();
        let result = std::panic::catch_unwind(|| run(&[("main.tf", &text)]));
        let shown = || String::from_utf8_lossy(&text).into_owned();
        assert!(result.is_ok(), "round {round} panics:\n{}", shown());
        assert!(start.elapsed() < Duration::from_secs(20), "round {round} takes {:?}:\n{}", start.elapsed(), shown());
    });
}

#[test]
fn any_text_is_checked() {
    check(1, 1_500);
}

#[test]
#[ignore = "20,000 runs: `make slow`"]
fn many_texts_are_checked() {
    check(1_000_000, 20_000);
}
