//! A position among tokens for nom's combinators.

use nom::{Err, IResult};

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
}

/// One token that the predicate accepts.
pub(super) fn token_if<'a>(
    accepts: impl Fn(&str, Token) -> bool,
) -> impl Fn(Cursor<'a>) -> Parsed<'a, Token> {
    move |i: Cursor<'a>| match i.tokens.split_first() {
        Some((&token, rest)) if accepts(&i.text[token.span.range()], token) => {
            Ok((Cursor { tokens: rest, ..i }, token))
        }
        _ => Err(Err::Error(())),
    }
}

/// One token of the kind.
pub(super) fn kind<'a>(kind: TokenKind) -> impl Fn(Cursor<'a>) -> Parsed<'a, Token> {
    token_if(move |_, token| token.kind == kind)
}

/// As many of them as there are, `max` at most.
pub(super) fn up_to<'a, O>(
    max: usize,
    item: impl Fn(Cursor<'a>) -> Parsed<'a, O>,
) -> impl Fn(Cursor<'a>) -> Parsed<'a, ()> {
    move |mut i: Cursor<'a>| {
        for _ in 0..max {
            match item(i) {
                Ok((rest, _)) => i = rest,
                Err(_) => break,
            }
        }
        Ok((i, ()))
    }
}

/// A word that begins with a small letter.
pub(super) fn small_word(i: Cursor<'_>) -> Parsed<'_, Token> {
    token_if(|_, token| token.kind == TokenKind::Word && !token.flags.has(Flags::CAPITAL))(i)
}
