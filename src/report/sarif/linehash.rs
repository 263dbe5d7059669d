//! `primaryLocationLineHash`: what GitHub's upload action computes of the line that a result begins on, and the one
//! fingerprint that code scanning reads. Written here, because uploads that do not go through the action lack it; the
//! same here, because the action complains of another one.
//!
//! The rolling hash is that of `github/codeql-action`, `src/fingerprints.ts`: over the 100 UTF-16 units that follow the
//! line's start, blanks, tabs and carriage returns left out, h = 37 h + unit (mod 2^64); the file's end is one unit
//! 65535 and then zeros.

use std::collections::HashMap;

/// How many units the hash of a line covers.
const BLOCK: usize = 100;
const FACTOR: u64 = 37;
const END: u16 = u16::MAX;

/// The fingerprints of all lines of a file, in order: the hash, and how many lines so far had the same one.
pub fn line_hashes(text: &str) -> Vec<String> {
    let (units, starts) = units(text);
    let leaving = (0..BLOCK).fold(1_u64, |power, _| power.wrapping_mul(FACTOR));
    let unit = |at: usize| u64::from(units.get(at).copied().unwrap_or(0));
    // The hash of the first block, then moved on from line to line.
    let mut at = 0;
    let mut hash = (0..BLOCK).fold(0_u64, |hash, at| hash.wrapping_mul(FACTOR).wrapping_add(unit(at)));
    let mut seen: HashMap<u64, usize> = HashMap::new();
    let mut hashes = Vec::with_capacity(starts.len());
    for start in starts {
        while at < start {
            hash =
                hash.wrapping_mul(FACTOR).wrapping_add(unit(at + BLOCK)).wrapping_sub(leaving.wrapping_mul(unit(at)));
            at += 1;
        }
        let times = seen.entry(hash).or_default();
        *times += 1;
        hashes.push(format!("{hash:x}:{times}"));
    }
    hashes
}

/// The units that count, and the index of the first one of each line.
fn units(text: &str) -> (Vec<u16>, Vec<usize>) {
    let mut units = Vec::with_capacity(text.len() + 1);
    let mut starts = Vec::new();
    let mut line_start = true;
    let mut after_return = false;
    for unit in text.encode_utf16().chain([END]) {
        let line_feed = unit == u16::from(b'\n');
        if unit == u16::from(b' ') || unit == u16::from(b'\t') || (after_return && line_feed) {
            after_return = false;
            continue;
        }
        after_return = unit == u16::from(b'\r');
        if line_start {
            starts.push(units.len());
        }
        line_start = line_feed || after_return;
        units.push(if after_return { u16::from(b'\n') } else { unit });
    }
    (units, starts)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expected values: `src/fingerprints.test.ts` of `github/codeql-action`.
    #[test]
    fn the_hashes_are_those_of_the_upload_action() {
        let greetings = [
            "e9496ae3ebfced30:1",
            "fb7c023a8b9ccb3f:1",
            "ce8ba1a563dcdaca:1",
            "e20e36e16fcb0cc8:1",
            "b3edc88f2938467e:1",
            "c8e28b0b4002a3a0:1",
            "c129715d7a2bc9a3:1",
        ];
        let repeated = "Lorem ipsum dolor sit amet.\n".repeat(10);
        let cases: &[(&str, &[&str])] = &[
            ("", &["c129715d7a2bc9a3:1"]),
            (
                " a\nb\n  \t\tc\n d",
                &["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"],
            ),
            (
                " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
                &[
                    "8b7cf3e952e7aeb2:1",
                    "b1ae1287ec4718d9:1",
                    "bff680108adb0fcc:1",
                    "c6805c5e1288b612:1",
                    "b86d3392aea1be30:1",
                    "e6ceba753e1a442:1",
                ],
            ),
            (" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", &greetings),
            (" hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r", &greetings),
            (" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", &greetings),
            (" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", &greetings),
            (
                &repeated,
                &[
                    "a7f2ff13bc495cf2:1",
                    "a7f2ff13bc495cf2:2",
                    "a7f2ff13bc495cf2:3",
                    "a7f2ff13bc495cf2:4",
                    "a7f2ff13bc495cf2:5",
                    "a7f2ff13bc495cf2:6",
                    "a7f2ff1481e87703:1",
                    "a9cf91f7bbf1862b:1",
                    "55ec222b86bcae53:1",
                    "cc97dc7b1d7d8f7b:1",
                    "c129715d7a2bc9a3:1",
                ],
            ),
            (
                "x = 2\nx = 1\nprint(x)\nx = 3\nprint(x)\nx = 4\nprint(x)\n",
                &[
                    "e54938cc54b302f1:1",
                    "bb609acbe9138d60:1",
                    "1131fd5871777f34:1",
                    "5c482a0f8b35ea28:1",
                    "54517377da7028d2:1",
                    "2c644846cb18d53e:1",
                    "f1b89f20de0d133:1",
                    "c129715d7a2bc9a3:1",
                ],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(line_hashes(text), *expected, "{text:?}");
        }
    }
}
