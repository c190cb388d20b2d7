//! Dialogue that begins with a dash.

use super::cursor::Cursor;
use super::grammar;
use super::tree::Draft;
use super::{MarkKind, Quotation};
use crate::blocks::{Block, BlockKind};
use crate::tokens::{Token, TokenId, TokenKind};

/// What a line that begins with a dash looks like.
#[derive(Clone, Copy, Default)]
struct Line {
    /// It begins with a dash and ends as speech does.
    speech: bool,
    /// `dit-il` after a sign.
    incise: bool,
    /// A question or an exclamation.
    lively: bool,
    /// `—`, which no list uses.
    long_dash: bool,
}

/// Adds a quotation for each line of dialogue, from its dash to its end.
pub(super) fn add(text: &str, tokens: &[Token], blocks: &[Block], draft: &mut Draft) {
    // Closing marks of quotations over several blocks.
    let mut outer: Vec<TokenId> = Vec::new();
    for q in &draft.quotations {
        let block = blocks.partition_point(|b| b.tokens.end <= q.first);
        if q.closed && q.last >= blocks[block].tokens.end {
            outer.push(q.last);
        }
    }
    outer.sort_unstable();
    let mut at = 0;
    while at < blocks.len() {
        let first = line(text, tokens, &blocks[at]);
        if !first.speech {
            at += 1;
            continue;
        }
        let mut lines = vec![first];
        lines.extend(
            blocks[at + 1..]
                .iter()
                .map(|block| line(text, tokens, block))
                .take_while(|l| l.speech),
        );
        let several = lines.len() > 1;
        // Items of a list are sentences too, so that plain dashes need some other sign of talk.
        let talk = lines
            .iter()
            .any(|l| l.incise || l.long_dash && (several || l.lively) || l.lively && several);
        if talk {
            for block in &blocks[at..at + lines.len()] {
                let last = block.tokens.end - 1;
                // The line may close a quotation that holds the whole dialogue.
                let closing = outer.binary_search(&last).is_ok();
                draft.quotations.push(Quotation {
                    first: block.tokens.start,
                    last: last - TokenId::from(closing),
                    opened: true,
                    closed: false,
                    kind: MarkKind::Dash,
                    parent: None,
                    depth: 0,
                    repaired: false,
                    reopened: 0..0,
                });
            }
        }
        at += lines.len();
    }
}

fn line(text: &str, tokens: &[Token], block: &Block) -> Line {
    if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Turn) {
        return Line::default();
    }
    let words = &tokens[block.tokens.start as usize..block.tokens.end as usize];
    if grammar::dash_line(Cursor::new(text, words)).is_err() {
        return Line::default();
    }
    let stop = |token: &Token| token.kind == TokenKind::Stop;
    let ends = words
        .iter()
        .rev()
        .find(|token| !matches!(token.kind, TokenKind::Mark | TokenKind::Close))
        .is_some_and(stop);
    let incise = has_incise(text, words);
    Line {
        speech: ends || incise,
        incise,
        lively: words.iter().any(|token| is_lively(text, *token)),
        long_dash: matches!(&text[words[0].span.range()], "—" | "―"),
    }
}

fn is_lively(text: &str, token: Token) -> bool {
    token.kind == TokenKind::Stop && text[token.span.range()].contains(['?', '!', '…'])
}

/// A comma or a lively stop, then `dit-il`, `lui répond-elle`.
fn has_incise(text: &str, words: &[Token]) -> bool {
    words.iter().enumerate().any(|(at, &sign)| {
        (sign.kind == TokenKind::Comma || is_lively(text, sign))
            && grammar::inverted_pronoun(Cursor::new(text, &words[at + 1..])).is_ok()
    })
}
