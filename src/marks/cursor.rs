//! A position among tokens that nom's combinators read from.

use std::iter::{Copied, Enumerate};
use std::slice::Iter;

use nom::{Err, IResult, Input, Needed};

use crate::tokens::{Flags, Token, TokenKind};

/// The tokens still to read, and the text they stand in.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
}

/// Failing to match is ordinary, so an error says nothing.
pub(super) type Parsed<'a, O> = IResult<Cursor<'a>, O, ()>;

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a [Token]) -> Cursor<'a> {
        Cursor { text, tokens }
    }

    fn with(self, tokens: &'a [Token]) -> Cursor<'a> {
        Cursor { tokens, ..self }
    }
}

impl<'a> Input for Cursor<'a> {
    type Item = Token;
    type Iter = Copied<Iter<'a, Token>>;
    type IterIndices = Enumerate<Copied<Iter<'a, Token>>>;

    fn input_len(&self) -> usize {
        self.tokens.len()
    }
    fn take(&self, index: usize) -> Self {
        self.with(&self.tokens[..index])
    }
    fn take_from(&self, index: usize) -> Self {
        self.with(&self.tokens[index..])
    }
    fn take_split(&self, index: usize) -> (Self, Self) {
        let (before, after) = self.tokens.split_at(index);
        (self.with(after), self.with(before))
    }
    fn position<P: Fn(Self::Item) -> bool>(&self, predicate: P) -> Option<usize> {
        self.tokens.iter().position(|token| predicate(*token))
    }
    fn iter_elements(&self) -> Self::Iter {
        self.tokens.iter().copied()
    }
    fn iter_indices(&self) -> Self::IterIndices {
        self.iter_elements().enumerate()
    }
    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if count <= self.tokens.len() {
            Ok(count)
        } else {
            Err(Needed::new(count - self.tokens.len()))
        }
    }
}

/// One token that the predicate accepts.
pub(super) fn token_if<'a>(
    accepts: impl Fn(&str, Token) -> bool,
) -> impl Fn(Cursor<'a>) -> Parsed<'a, Token> {
    move |i: Cursor<'a>| match i.tokens.split_first() {
        Some((&token, rest)) if accepts(&i.text[token.span.range()], token) => {
            Ok((i.with(rest), token))
        }
        _ => Err(Err::Error(())),
    }
}

/// One token of the kind.
pub(super) fn kind<'a>(kind: TokenKind) -> impl Fn(Cursor<'a>) -> Parsed<'a, Token> {
    token_if(move |_, token| token.kind == kind)
}

/// A word that begins with a small letter.
pub(super) fn small_word(i: Cursor<'_>) -> Parsed<'_, Token> {
    token_if(|_, token| token.kind == TokenKind::Word && !token.flags.has(Flags::CAPITAL))(i)
}
