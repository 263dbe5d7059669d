//! Lists of a tree: as cheap to hand on as a slice, read item by item.

use std::fmt;
use std::iter::FusedIterator;
use std::marker::PhantomData;

use super::Tree;

/// What a [`List`] can hold: something that a tree stores in a fixed number of words.
pub trait Item<'s>: Sized {
    /// How many words one item takes in the list.
    #[doc(hidden)]
    const WORDS: usize;

    /// Reads one item from its words.
    #[doc(hidden)]
    fn read(tree: &'s Tree, words: &[u32]) -> Self;
}

/// Items in the order in which they are written. Copying it, and asking for an item, allocates nothing.
pub struct List<'s, T> {
    tree: &'s Tree,
    words: &'s [u32],
    items: PhantomData<fn() -> T>,
}

impl<'s, T: Item<'s>> List<'s, T> {
    pub(super) fn new(tree: &'s Tree, words: &'s [u32]) -> Self {
        debug_assert_eq!(words.len() % T::WORDS, 0);
        List { tree, words, items: PhantomData }
    }

    /// How many items there are.
    pub fn len(self) -> usize {
        self.words.len() / T::WORDS
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.words.is_empty()
    }

    /// The item at `index`, counted from 0.
    pub fn get(self, index: usize) -> Option<T> {
        let start = index.checked_mul(T::WORDS)?;
        self.words.get(start..start.checked_add(T::WORDS)?).map(|words| T::read(self.tree, words))
    }

    /// The first item.
    pub fn first(self) -> Option<T> {
        self.get(0)
    }

    /// The last item.
    pub fn last(self) -> Option<T> {
        self.len().checked_sub(1).and_then(|index| self.get(index))
    }

    /// The items, by value.
    pub fn iter(self) -> Iter<'s, T> {
        Iter { list: self }
    }

    /// The items from `start` on.
    pub fn skip(self, start: usize) -> Self {
        let words = self.words.get(start.saturating_mul(T::WORDS)..).unwrap_or_default();
        List { words, ..self }
    }
}

impl<T> Clone for List<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for List<'_, T> {}

impl<'s, T: Item<'s> + fmt::Debug> fmt::Debug for List<'s, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.iter()).finish()
    }
}

impl<'s, T: Item<'s>> IntoIterator for List<'s, T> {
    type Item = T;
    type IntoIter = Iter<'s, T>;

    fn into_iter(self) -> Iter<'s, T> {
        self.iter()
    }
}

/// Goes through a [`List`].
pub struct Iter<'s, T> {
    list: List<'s, T>,
}

impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Iter { list: self.list }
    }
}

impl<'s, T: Item<'s>> Iterator for Iter<'s, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        let item = self.list.first()?;
        self.list = self.list.skip(1);
        Some(item)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.list.len(), Some(self.list.len()))
    }
}

impl<'s, T: Item<'s>> DoubleEndedIterator for Iter<'s, T> {
    fn next_back(&mut self) -> Option<T> {
        let item = self.list.last()?;
        self.list.words = &self.list.words[..self.list.words.len() - T::WORDS];
        Some(item)
    }
}

impl<'s, T: Item<'s>> ExactSizeIterator for Iter<'s, T> {}
impl<'s, T: Item<'s>> FusedIterator for Iter<'s, T> {}
