//! The properties of objects.

use super::Reader;
use crate::syntax::tree::{Kind, NONE};

impl Reader<'_> {
    /// `"key": value`. What has no key is a property without name, so that it is seen that something was there.
    pub(super) fn property(&mut self) -> u32 {
        let start = self.at as u32;
        let key = match self.next() {
            Some(b'"') => self.key(),
            Some(byte) if byte == b'\'' || byte.is_ascii_alphanumeric() || byte == b'_' => self.unquoted_key(byte),
            _ => {
                self.missing_key();
                self.unbalanced = true;
                let rest = &self.bytes[self.at..];
                let sign = rest.iter().take_while(|byte| !matches!(byte, b'"' | b'\n' | b',' | b'}' | b']')).count();
                if rest[sign..].trim_ascii_start().starts_with(b"\"") {
                    // Something in front of a key that does not belong there.
                    self.at += sign;
                    let (property, value) = self.lost_property(start);
                    self.nodes.extend([property, value]);
                    return self.property();
                }
                self.skip_to_separator();
                return self.lost_property(start).0;
            }
        };
        let line = (self.line, self.indentation);
        let mut apart = false;
        match self.next_in_place() {
            Some(b':') => self.at += 1,
            Some(byte) => {
                self.missing_colon(byte);
                self.at += usize::from(byte == b'=');
                apart = byte != b'=';
            }
            None => {}
        }
        let comment = key.plain && &self.bytes[key.text.0 as usize..key.text.1 as usize] == b"//";
        let templates = self.templates;
        self.templates &= !comment;
        let mut value = match self.by_indentation {
            true => self.value_below(line),
            false => self.value(true),
        };
        if apart && !matches!(self.words.kind(value), Kind::JsonObject | Kind::JsonArray) {
            // Whether that is its value at all, nobody knows.
            let at = self.at as u32;
            value = self.words.push(Kind::Invalid, 0, [at, at, NONE]);
        }
        self.templates = templates;
        let words = [key.span.0, key.span.1, value, NONE];
        let property = match key.plain {
            true => self.words.push(Kind::JsonProperty, 0, words),
            false => {
                let [a, b, c, d] = words;
                let words = [a, b, c, d, key.text.0, key.text.1, key.expression];
                self.words.push(Kind::JsonProperty, 1, words)
            }
        };
        self.adopt(property, value);
        property
    }

    /// A property without name or value, which ends here: the nodes of both.
    pub(super) fn lost_property(&mut self, start: u32) -> (u32, u32) {
        let end = self.at as u32;
        let value = self.words.push(Kind::Invalid, 0, [end, end, NONE]);
        (self.words.push(Kind::JsonProperty, 1, [start, end, value, NONE, start, start, NONE]), value)
    }

    /// Lets the properties of `value`, or of the objects in it if it is an array, know that `property` is around them.
    fn adopt(&mut self, property: u32, value: u32) {
        match self.words.kind(value) {
            Kind::JsonObject => {
                for index in 0..self.words.at(value, 3) as usize {
                    let inner = self.words.at(value, 4 + 2 * index);
                    self.words.0[inner as usize + 4] = property;
                }
            }
            Kind::JsonArray => {
                for index in 0..self.words.at(value, 3) as usize {
                    let item = self.words.at(value, 4 + index);
                    if self.words.kind(item) == Kind::JsonObject {
                        self.adopt(property, item);
                    }
                }
            }
            _ => {}
        }
    }

    fn skip_to_separator(&mut self) {
        while let Some(byte) = self.next() {
            match byte {
                b',' | b'}' | b']' => break,
                b'{' | b'[' => {
                    self.nested();
                    break;
                }
                b'"' => {
                    let (length, _) = super::string::extent(&self.bytes[self.at..]);
                    self.at += length.max(1);
                }
                _ => self.at += 1,
            }
        }
    }
}
