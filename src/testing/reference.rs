//! Quotation marks paired the slow, obvious way, to hold the parser against.
//!
//! Where every mark shows by its shape and its blanks what it does, nothing has to be guessed: an opening mark and a closing one
//! of its kind belong together when nothing but whole pairs stands between them. Three customs of the press are plain as well: a
//! quotation over several paragraphs that is opened again at each, one between outer marks alone, and a lone mark that nothing
//! closes. On any other text this pairing says nothing.

use crate::blocks::{Block, BlockKind};
use crate::limits::MAX_NESTING;
use crate::tokens::{Flags, Token, TokenId, TokenKind};

/// More marks than this are too many for the slow way.
const MAX_SIGNS: usize = 400;
/// Paragraphs that a quotation between outer marks alone may hold, its first and last among them.
const MAX_PARAGRAPHS: usize = 10;
/// Tokens after a lone mark up to which the whole paragraph is its quotation.
const MAX_LONE: u32 = 100;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Guillemets,
    Double,
    Straight,
}

#[derive(Debug, Clone, Copy)]
struct Sign {
    token: TokenId,
    kind: Kind,
    opens: bool,
}

/// First and last token of each quotation, in order; `None` where it takes guessing.
pub(super) fn pairs(
    text: &str,
    tokens: &[Token],
    blocks: &[Block],
) -> Option<Vec<(TokenId, TokenId)>> {
    let mut all: Vec<Vec<Sign>> = Vec::new();
    for block in blocks {
        all.push(signs(text, tokens, block)?);
    }
    if all.iter().map(Vec::len).sum::<usize>() > MAX_SIGNS {
        return None;
    }
    let mut pairs = Vec::new();
    let mut at = 0;
    while at < blocks.len() {
        if let Some((pair, next)) = over_paragraphs(tokens, &blocks[at..], &all[at..]) {
            pairs.push(pair);
            at += next;
            continue;
        }
        let (inside, left) = balanced(&all[at]);
        pairs.extend(inside);
        match left[..] {
            [] => {}
            [lone] => pairs.extend(unclosed(tokens, &blocks[at..], &all[at..], lone)?),
            _ => return None,
        }
        at += 1;
    }
    let depth = |&(first, last): &(TokenId, TokenId)| {
        let holds = |&&(a, b): &&(TokenId, TokenId)| a < first && last < b;
        pairs.iter().filter(holds).count()
    };
    if pairs.iter().any(|pair| depth(pair) >= MAX_NESTING) {
        return None;
    }
    // « » with nothing inside is no quotation.
    pairs
        .retain(|&(first, last)| last > first + 1 || tokens[last as usize].kind != TokenKind::Mark);
    pairs.sort_unstable();
    Some(pairs)
}

/// The marks of a block, or `None` when one of them could be something else.
fn signs(text: &str, tokens: &[Token], block: &Block) -> Option<Vec<Sign>> {
    let mut signs = Vec::new();
    let words = &tokens[block.tokens.start as usize..block.tokens.end as usize];
    // A line of dialogue is a quotation of another sort.
    let dialogue = words.first().is_some_and(|t| t.kind == TokenKind::Dash);
    for (i, token) in words.iter().enumerate() {
        if token.kind != TokenKind::Mark {
            continue;
        }
        if dialogue || block.kind == BlockKind::Link {
            return None;
        }
        let before = i.checked_sub(1).map(|i| words[i]);
        let after = words.get(i + 1).copied();
        let (kind, opens) = sign(text, before, *token, after)?;
        signs.push(Sign {
            token: block.tokens.start + i as TokenId,
            kind,
            opens,
        });
    }
    Some(signs)
}

fn sign(
    text: &str,
    before: Option<Token>,
    token: Token,
    after: Option<Token>,
) -> Option<(Kind, bool)> {
    let written = |token: Token| &text[token.span.range()];
    let blank_before = token.flags.has(Flags::BLANK_BEFORE);
    let elided = before.is_some_and(|t| t.kind == TokenKind::Word && t.flags.has(Flags::ELIDED));
    let apart_before = blank_before
        || elided
        || before.is_none_or(|t| {
            t.kind == TokenKind::Open
                || t.kind == TokenKind::Mark && matches!(written(t), "«" | "“")
        });
    let blank_after = after.is_none_or(|t| t.flags.has(Flags::BLANK_BEFORE));
    let apart_after = blank_after
        || after.is_some_and(|t| match t.kind {
            TokenKind::Comma | TokenKind::Close | TokenKind::Semicolon | TokenKind::Colon => true,
            TokenKind::Stop => matches!(written(t), "." | "!" | "?"),
            TokenKind::Mark => match written(t) {
                "»" | "”" => true,
                "\"" => t.flags.has(Flags::BLANK_AFTER),
                _ => false,
            },
            _ => false,
        });
    // « » LIRE AUSSI » is a bullet.
    let shouted = blank_before
        && after.is_some_and(|t| {
            t.kind == TokenKind::Word
                && (written(t) == "Lire" || !written(t).contains(char::is_lowercase))
        });
    match written(token) {
        "«" if apart_before => Some((Kind::Guillemets, true)),
        "“" if apart_before => Some((Kind::Double, true)),
        "»" if apart_after && !elided && before.is_some() && !shouted => {
            Some((Kind::Guillemets, false))
        }
        "”" if apart_after && !elided && before.is_some() => Some((Kind::Double, false)),
        "\"" => {
            let word = |t: &Token| matches!(t.kind, TokenKind::Word | TokenKind::Clitic);
            let opens = apart_before && !blank_after && after.as_ref().is_some_and(word);
            let closes = apart_after
                && !blank_before
                && !elided
                && before.is_some_and(|t| {
                    word(&t) || matches!(written(t), "." | "!" | "?" | "," | "»" | "”")
                });
            match (opens, closes) {
                (true, false) => Some((Kind::Straight, true)),
                (false, true) => Some((Kind::Straight, false)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Takes out whole pairs, again and again, until none is left; then what is left over.
fn balanced(signs: &[Sign]) -> (Vec<(TokenId, TokenId)>, Vec<Sign>) {
    let mut left = signs.to_vec();
    let mut pairs = Vec::new();
    let whole = |w: &[Sign]| w[0].opens && !w[1].opens && w[0].kind == w[1].kind;
    while let Some(i) = left.windows(2).position(whole) {
        pairs.push((left[i].token, left[i + 1].token));
        left.drain(i..=i + 1);
    }
    (pairs, left)
}

/// A quotation that begins in the first block and ends in a later one, and how many blocks it takes.
fn over_paragraphs(
    tokens: &[Token],
    blocks: &[Block],
    all: &[Vec<Sign>],
) -> Option<((TokenId, TokenId), usize)> {
    let [open] = all[0][..] else {
        return None;
    };
    if !open.opens || !plain(tokens, &blocks[0]) {
        return None;
    }
    let leads = |block: &Block, sign: Sign| {
        sign.opens && sign.kind == open.kind && sign.token == block.tokens.start
    };
    // Opened again at each paragraph, or at none.
    let again = matches!(all.get(1)?[..], [sign, ..] if leads(&blocks[1], sign));
    for (n, (block, signs)) in blocks.iter().zip(all).enumerate().skip(1) {
        if !plain(tokens, block) || n >= MAX_PARAGRAPHS {
            return None;
        }
        match signs[..] {
            [] if !again => {}
            [sign] if again && leads(block, sign) => {}
            [sign, close] if again && leads(block, sign) => {
                let ends =
                    !close.opens && close.kind == open.kind && close.token + 1 == block.tokens.end;
                let long = close.token > sign.token + 1;
                return (ends && long).then_some(((open.token, close.token), n + 1));
            }
            [close] if !again && !close.opens && close.kind == open.kind => {
                return Some(((open.token, close.token), n + 1));
            }
            _ => return None,
        }
    }
    None
}

/// A paragraph of prose that ends in a stop or in a mark behind one, and in which nobody is told to speak.
fn plain(tokens: &[Token], block: &Block) -> bool {
    let words = &tokens[block.tokens.start as usize..block.tokens.end as usize];
    let mut end = words.iter().rev().skip_while(|t| t.kind == TokenKind::Mark);
    block.kind == BlockKind::Paragraph
        && end.next().is_some_and(|t| t.kind == TokenKind::Stop)
        && words.iter().all(|t| {
            matches!(t.kind, TokenKind::Word | TokenKind::Mark)
                || t.kind == TokenKind::Stop && t.span.len() == 1
        })
}

/// The quotation of a mark that nothing closes, when there is no other mark after it: to the end of its paragraph.
fn unclosed(
    tokens: &[Token],
    blocks: &[Block],
    all: &[Vec<Sign>],
    lone: Sign,
) -> Option<Option<(TokenId, TokenId)>> {
    let silent = all[1..].iter().all(Vec::is_empty);
    let last_sign = all[0].last()?.token == lone.token;
    let end = blocks[0].tokens.end - 1;
    if !lone.opens
        || !silent
        || !last_sign
        || !plain(tokens, &blocks[0])
        || end - lone.token > MAX_LONE
    {
        return None;
    }
    Some((end > lone.token).then_some((lone.token, end)))
}
