//! A position among the chunks of one sentence, as nom input.

use nom::{Err, IResult, Needed};

use super::Scope;
use crate::chunks::Chunk;

/// The chunks of a sentence from one index to another. Copying it is free, so rules backtrack at will.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub(super) scope: &'a Scope<'a>,
    pub(super) at: usize,
    pub(super) end: usize,
}

/// A rule does not fit here: the normal case, so the error says no more.
pub(super) type Fit<'a, T> = IResult<Cursor<'a>, T>;

impl<'a> Cursor<'a> {
    pub(super) fn new(scope: &'a Scope<'a>, at: usize) -> Cursor<'a> {
        Cursor {
            scope,
            at: at.min(scope.chunks.len()),
            end: scope.chunks.len(),
        }
    }

    /// The chunk here.
    pub(super) fn peek(self) -> Option<&'a Chunk> {
        (self.at < self.end).then(|| &self.scope.chunks[self.at])
    }

    pub(super) fn behind(self, count: usize) -> Cursor<'a> {
        Cursor {
            at: (self.at + count).min(self.end),
            ..self
        }
    }

    pub(super) fn no<T>(self) -> Fit<'a, T> {
        Err(Err::Error(nom::error::Error::new(
            self,
            nom::error::ErrorKind::Satisfy,
        )))
    }
}

impl<'a> nom::Input for Cursor<'a> {
    type Item = &'a Chunk;
    type Iter = std::slice::Iter<'a, Chunk>;
    type IterIndices = std::iter::Enumerate<Self::Iter>;

    fn input_len(&self) -> usize {
        self.end - self.at
    }
    fn take(&self, index: usize) -> Self {
        Cursor {
            end: self.at + index,
            ..*self
        }
    }
    fn take_from(&self, index: usize) -> Self {
        Cursor {
            at: self.at + index,
            ..*self
        }
    }
    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }
    fn position<P: Fn(Self::Item) -> bool>(&self, predicate: P) -> Option<usize> {
        self.iter_elements().position(predicate)
    }
    fn iter_elements(&self) -> Self::Iter {
        self.scope.chunks[self.at..self.end].iter()
    }
    fn iter_indices(&self) -> Self::IterIndices {
        self.iter_elements().enumerate()
    }
    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if self.input_len() >= count {
            Ok(count)
        } else {
            Err(Needed::Unknown)
        }
    }
}
