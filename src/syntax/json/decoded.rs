//! The text of strings that is not in the file as such, because it has escapes there.

use crate::source::{FileId, Span};
use crate::syntax::tree::DECODED;

/// Decoded texts, one after the other, and where each of their pieces comes from.
#[derive(Clone, Debug, Default)]
pub(in crate::syntax) struct Decoded {
    text: String,
    /// Start in `text` and in the file of each piece. The pieces between two texts end both.
    pieces: Vec<(u32, u32)>,
}

impl Decoded {
    /// Memory in bytes.
    pub fn size(&self) -> usize {
        self.text.len() + 8 * self.pieces.len()
    }

    /// Adds `text`, which starts at `file` in the file.
    pub fn push(&mut self, text: &str, file: u32) {
        self.pieces.push((self.text.len() as u32, file));
        self.text.push_str(text);
    }

    /// The position of what is added next.
    pub fn end(&self) -> u32 {
        DECODED + self.text.len() as u32
    }

    /// Ends a text, whose end is at `file`. Returns the position of the end.
    pub fn finish(&mut self, file: u32) -> u32 {
        let end = self.end();
        // One byte that belongs to no text, so that this one's end is not the next one's start.
        self.push("\0", file);
        end
    }

    /// The bytes between two positions.
    pub fn bytes(&self, start: u32, end: u32) -> &[u8] {
        &self.text.as_bytes()[(start - DECODED) as usize..(end - DECODED) as usize]
    }

    /// The place in the file of a position.
    pub fn origin(&self, position: u32) -> u32 {
        let offset = position - DECODED;
        let index = self.pieces.partition_point(|&(start, _)| start <= offset);
        let Some(&(start, file)) = index.checked_sub(1).and_then(|index| self.pieces.get(index)) else {
            return 0;
        };
        // A character may be longer than the byte it stands for.
        let limit = self.pieces.get(index).map_or(u32::MAX, |&(_, file)| file);
        (file + (offset - start)).min(limit)
    }

    /// The span in the file between two positions.
    pub fn span(&self, file: FileId, start: u32, end: u32) -> Span {
        Span::new(file, self.origin(start), self.origin(end))
    }
}
