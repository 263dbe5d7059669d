//! Which characters a text is made of.

/// A set of characters of ASCII.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chars(u128);

impl Chars {
    /// The characters of a class such as `a-z0-9.-`: a hyphen at its end, or beginning, is one. Others are left out.
    pub fn class(class: &str) -> Self {
        let mut set = 0;
        let mut rest = class.chars().filter(char::is_ascii).map(|c| c as u32).peekable();
        while let Some(first) = rest.next() {
            let mut ahead = rest.clone();
            let last = match (ahead.next(), ahead.next()) {
                (Some(hyphen), Some(last)) if hyphen == u32::from(b'-') => {
                    rest = ahead;
                    last
                }
                _ => first,
            };
            for c in first..=last {
                set |= 1 << c;
            }
        }
        Chars(set)
    }

    /// The characters of a text; `None` if not all are of ASCII.
    pub fn of(text: &str) -> Option<Self> {
        text.chars().try_fold(Chars(0), |all, c| c.is_ascii().then(|| Chars(all.0 | 1 << c as u32)))
    }

    /// All its characters, in order.
    pub fn text(self) -> String {
        (0..128u8).filter(|c| self.0 & (1 << c) != 0).map(char::from).collect()
    }

    /// The characters of both sets.
    pub fn union(self, other: Chars) -> Chars {
        Chars(self.0 | other.0)
    }

    /// Whether a text of these characters could contain `text`.
    pub fn allow(self, text: &str) -> bool {
        text.chars().all(|c| c.is_ascii() && self.0 & (1 << c as u32) != 0)
    }

    /// Whether JSON writes all of them as themselves, or would read them so: no quote, backslash or control character.
    pub fn are_plain_json(self) -> bool {
        let controls = (1 << 32) - 1;
        self.0 & (controls | 1 << b'"' as u32 | 1 << b'\\' as u32) == 0
    }
}
