//! From signs to quotations: pairs as they are, then what the blocks left open.

use std::ops::Range;

use super::classify::{Role, Sign};
use super::cursor::Cursor;
use super::grammar;
use super::tree::Draft;
use super::{MarkKind, Quotation};
use crate::blocks::{Block, BlockKind};
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::tokens::{Flags, Token, TokenId, TokenKind};

/// Paragraphs that a quotation with outer marks alone may run over.
const MAX_BLOCKS: usize = 12;
/// Tokens that a quotation without closing mark may take of its paragraph before only its first sentence is believed.
const UNCLOSED_TOKENS: usize = 150;
/// Tokens between the sentence's start and a closing mark that was never opened.
const UNOPENED_TOKENS: usize = 200;
/// From mark to mark of a pair that reads as a term, not as speech: « gilets jaunes ».
const TERM_TOKENS: u32 = 6;

pub(super) fn quotations(
    text: &str,
    tokens: &[Token],
    blocks: &[Block],
    signs: &[Sign],
    diagnostics: &mut Vec<Diagnostic>,
) -> Draft {
    let mut repair = Repair {
        text,
        tokens,
        blocks,
        signs,
        used: vec![false; signs.len()],
        by_block: by_block(blocks.len(), signs),
        draft: Draft::default(),
        diagnostics,
    };
    for (i, sign) in signs.iter().enumerate() {
        if repair.used[i] || sign.ignored {
            continue;
        }
        match (sign.partner, sign.opens) {
            (Some(partner), true) => repair.pair(i, partner as usize),
            (Some(_), false) => {}
            (None, true) => repair.unclosed(i),
            (None, false) => repair.unopened(i),
        }
    }
    repair.draft
}

/// The signs of each block.
fn by_block(blocks: usize, signs: &[Sign]) -> Vec<Range<u32>> {
    let mut ranges = vec![0..0; blocks];
    let mut start = 0;
    while start < signs.len() {
        let block = signs[start].block;
        let end = start
            + signs[start..]
                .iter()
                .take_while(|sign| sign.block == block)
                .count();
        ranges[block as usize] = start as u32..end as u32;
        start = end;
    }
    ranges
}

struct Repair<'a> {
    text: &'a str,
    tokens: &'a [Token],
    blocks: &'a [Block],
    signs: &'a [Sign],
    /// Signs that a quotation over several paragraphs has taken.
    used: Vec<bool>,
    by_block: Vec<Range<u32>>,
    draft: Draft,
    diagnostics: &'a mut Vec<Diagnostic>,
}

/// How an unclosed quotation goes on after its paragraph.
struct Continued {
    /// The sign that closes it at last, if any.
    close: Option<usize>,
    /// The signs that open it again.
    reopen: Vec<usize>,
    /// The last block it reaches when nothing closes it.
    last_block: usize,
}

impl Repair<'_> {
    fn push(&mut self, first: TokenId, last: TokenId, kind: MarkKind) -> &mut Quotation {
        let reopened = self.draft.reopen.len() as u32;
        self.draft.quotations.push(Quotation {
            first,
            last,
            opened: true,
            closed: true,
            kind,
            parent: None,
            depth: 0,
            repaired: false,
            reopened: reopened..reopened,
        });
        self.draft.quotations.last_mut().expect("just pushed")
    }

    fn report(&mut self, i: usize, kind: DiagnosticKind) {
        // Link lines use marks as bullets.
        if self.blocks[self.signs[i].block as usize].kind != BlockKind::Link {
            let span = self.tokens[self.signs[i].token as usize].span;
            self.diagnostics.push(Diagnostic { span, kind });
        }
    }

    fn pair(&mut self, open: usize, close: usize) {
        let (o, c) = (&self.signs[open], &self.signs[close]);
        self.push(o.token, c.token, o.kind).repaired = o.kind != c.kind;
    }

    // ----- never closed in its paragraph

    fn unclosed(&mut self, i: usize) {
        let sign = &self.signs[i];
        // Single marks are apostrophes half of the time.
        if sign.kind == MarkKind::Single {
            return;
        }
        if !sign.enclosed && self.open_to_the_end(i) {
            if let Some(continued) = self.continued(i) {
                self.over_blocks(i, continued);
                return;
            }
        }
        self.report(i, DiagnosticKind::UnclosedMark);
        if sign.enclosed {
            return;
        }
        let last = self.guess_end(i);
        let q = self.push(sign.token, last, sign.kind);
        q.closed = false;
        q.repaired = true;
    }

    /// Whether the rest of the block holds no other quotation of the same kind at the same level, terms aside.
    fn open_to_the_end(&self, i: usize) -> bool {
        let sign = &self.signs[i];
        let end = self.by_block[sign.block as usize].end as usize;
        // Each block is asked a few times at most: only the last unclosed mark of a kind gets past its first rival.
        self.signs[i + 1..end].iter().all(|other| {
            let nested = if sign.leads {
                self.is_nested(other)
            } else {
                self.is_term(other)
            };
            other.kind != sign.kind || nested
        })
    }

    /// Whether a pair of the same kind can stand inside the quotation: a term, or speech after a colon.
    fn is_nested(&self, sign: &Sign) -> bool {
        let Some(partner) = sign.partner else {
            return false;
        };
        let open = self.signs[partner as usize].token.min(sign.token);
        let before = self.tokens[..open as usize].last();
        self.is_term(sign) || before.is_some_and(|token| token.kind == TokenKind::Colon)
    }

    fn is_term(&self, sign: &Sign) -> bool {
        sign.partner
            .is_some_and(|p| self.signs[p as usize].token.abs_diff(sign.token) <= TERM_TOKENS)
    }

    /// The next block of prose; furniture between paragraphs is passed over.
    fn next_prose(&self, block: usize) -> Option<usize> {
        (block + 1..self.blocks.len().min(block + 4)).find(|&b| {
            !matches!(
                self.blocks[b].kind,
                BlockKind::Link | BlockKind::Caption | BlockKind::Credit | BlockKind::SourceLine
            )
        })
    }

    /// The sign that stands first in a block.
    fn leading(&self, block: usize) -> Option<usize> {
        let i = self.by_block[block].clone().next()? as usize;
        self.signs[i].leads.then_some(i)
    }

    fn continued(&self, i: usize) -> Option<Continued> {
        let kind = self.signs[i].kind;
        let mut reopen = Vec::new();
        let mut block = self.signs[i].block as usize;
        while let Some(next) = self.next_prose(block) {
            let Some(r) = self.leading(next) else { break };
            let lead = &self.signs[r];
            if lead.kind != kind {
                break;
            }
            if lead.role == Role::Resume {
                reopen.push(r);
                block = next;
                if let Some(close) = self.closing(next) {
                    return Some(Continued {
                        close: Some(close),
                        reopen,
                        last_block: next,
                    });
                }
                continue;
            }
            // « Le pont tiendra. ¶ " Elle part demain »: the closing mark was pushed into the next paragraph.
            let stray = kind == MarkKind::Straight && lead.partner.is_none() && self.blank_after(r);
            if stray {
                return Some(Continued {
                    close: Some(r),
                    reopen,
                    last_block: next,
                });
            }
            if !lead.opens || !self.ends_open(block) {
                break;
            }
            match lead.partner {
                Some(close) => {
                    // « « Un. ¶ « Deux » est le titre »: what is marked again is speech, not a term.
                    let speech = !self.is_term(lead)
                        || !reopen.is_empty()
                        || self.ends_block(close as usize)
                        || self.incise_after(close as usize);
                    if !speech {
                        break;
                    }
                    reopen.push(r);
                    return Some(Continued {
                        close: Some(close as usize),
                        reopen,
                        last_block: next,
                    });
                }
                None if self.open_to_the_end(r) => {
                    reopen.push(r);
                    block = next;
                }
                None => break,
            }
        }
        // Outer marks alone, from here or from the last paragraph that was opened again.
        if let Some((close, last_block)) = self.closing_ahead(i, block) {
            return Some(Continued {
                close: Some(close),
                reopen,
                last_block,
            });
        }
        let last_block = block;
        (!reopen.is_empty()).then_some(Continued {
            close: None,
            reopen,
            last_block,
        })
    }

    fn blank_after(&self, sign: usize) -> bool {
        self.tokens[self.signs[sign].token as usize]
            .flags
            .has(Flags::BLANK_AFTER)
    }

    /// Whether a block ends in a stop and its last sentence holds no incise, so that a quotation may go on after it.
    fn ends_open(&self, block: usize) -> bool {
        let words = self.words(block);
        let Some((last, before)) = words.split_last() else {
            return false;
        };
        if last.kind != TokenKind::Stop {
            return false;
        }
        let sentence = before
            .iter()
            .rposition(|t| t.kind == TokenKind::Stop)
            .unwrap_or(0);
        let tail = &before[sentence..];
        !(0..tail.len()).any(|at| {
            tail[at].kind == TokenKind::Comma
                && grammar::incise(Cursor::new(self.text, &tail[at..])).is_ok()
        })
    }

    fn incise_after(&self, sign: usize) -> bool {
        let sign = &self.signs[sign];
        let end = self.blocks[sign.block as usize].tokens.end;
        let after = &self.tokens[sign.token as usize + 1..end as usize];
        grammar::incise(Cursor::new(self.text, after)).is_ok()
    }

    fn ends_block(&self, sign: usize) -> bool {
        let sign = &self.signs[sign];
        sign.token + 2 >= self.blocks[sign.block as usize].tokens.end
    }

    fn words(&self, block: usize) -> &[Token] {
        let range = &self.blocks[block].tokens;
        &self.tokens[range.start as usize..range.end as usize]
    }

    /// A closing mark of the block that its block could not pair, if it is the first of its kind.
    fn closing(&self, block: usize) -> Option<usize> {
        self.by_block[block]
            .clone()
            .map(|i| i as usize)
            .find(|&i| self.closes_alone(i))
    }

    fn closes_alone(&self, i: usize) -> bool {
        let sign = &self.signs[i];
        sign.partner.is_none()
            && !sign.opens
            && !sign.ignored
            && !sign.enclosed
            && sign.role != Role::Resume
            && !self.used[i]
    }

    /// A lone closing mark for the sign in the paragraphs behind `block`, before any opening one.
    fn closing_ahead(&self, i: usize, block: usize) -> Option<(usize, usize)> {
        let kind = self.signs[i].kind;
        for next in (block + 1..self.blocks.len()).take(MAX_BLOCKS) {
            for close in self.by_block[next].clone() {
                let close = close as usize;
                let sign = &self.signs[close];
                let alone = self.closes_alone(close);
                // « “Un. ¶ Deux», dit-il »: marks that do not match.
                let other = sign.kind != kind
                    && !(alone && sign.kind != MarkKind::Single && self.lacks_opening(i, close));
                if other || sign.ignored || self.is_term(sign) {
                    continue;
                }
                return alone.then_some((close, next));
            }
        }
        None
    }

    /// No mark of its own kind waits for a closing one behind `i`: « « Un. “Deux ¶ trois” ».
    fn lacks_opening(&self, i: usize, close: usize) -> bool {
        let kind = self.signs[close].kind;
        !self.signs[i..close]
            .iter()
            .any(|sign| sign.kind == kind && sign.opens && sign.partner.is_none())
    }

    fn over_blocks(&mut self, i: usize, continued: Continued) {
        let sign = &self.signs[i];
        let last = match continued.close {
            Some(close) => self.signs[close].token,
            None => self.blocks[continued.last_block].tokens.end - 1,
        };
        let reopened = self.draft.reopen.len() as u32;
        for &r in &continued.reopen {
            self.used[r] = true;
            self.draft.reopen.push(self.signs[r].token);
        }
        let end = self.draft.reopen.len() as u32;
        let mismatched = continued
            .close
            .is_some_and(|close| self.signs[close].kind != sign.kind);
        let q = self.push(sign.token, last, sign.kind);
        q.reopened = reopened..end;
        q.repaired = mismatched;
        match continued.close {
            Some(close) => self.used[close] = true,
            None => {
                q.closed = false;
                q.repaired = true;
                self.report(i, DiagnosticKind::UnclosedMark);
            }
        }
    }

    /// Where a quotation that nothing closes most likely ends.
    fn guess_end(&self, i: usize) -> TokenId {
        let sign = &self.signs[i];
        let end = self.blocks[sign.block as usize].tokens.end - 1;
        let start = sign.token;
        let is_stop = |token: &Token| token.kind == TokenKind::Stop;
        let words = |end: TokenId| &self.tokens[start as usize..end as usize];
        let first_stop = words(end)
            .iter()
            .position(is_stop)
            .map(|at| start + at as TokenId);
        let signs = &self.signs[i + 1..self.by_block[sign.block as usize].end as usize];
        let rival = signs.iter().find(|other| {
            let opens = other.kind == sign.kind && other.opens;
            // A term in the first sentence is part of the quotation, unless an incise follows it.
            let term = self.is_term(other)
                && other
                    .partner
                    .is_none_or(|close| !self.incise_after(close as usize))
                && first_stop.is_none_or(|stop| stop > other.token);
            opens && !term
        });
        let last = match rival {
            Some(rival) => match words(rival.token).iter().rposition(is_stop) {
                Some(at) => start + at as TokenId,
                // One closing mark for two: « il a crié « non », dit-elle ».
                None => match rival.partner {
                    Some(close) => self.signs[close as usize].token,
                    None => rival.token - 1,
                },
            },
            None => end,
        };
        // The more it holds, the less likely all of it is one person's words.
        let long = (last - sign.token) as usize > UNCLOSED_TOKENS;
        first_stop.filter(|_| long).unwrap_or(last)
    }

    // ----- never opened

    fn unopened(&mut self, i: usize) {
        let sign = &self.signs[i];
        if sign.role == Role::Resume || sign.kind == MarkKind::Single {
            return;
        }
        self.report(i, DiagnosticKind::UnopenedMark);
        let block = &self.blocks[sign.block as usize];
        // « … », a dit X. Il doit partir. »: behind other quotations a mark at the end of the paragraph closes the last sentence.
        let last = self.ends_block(i)
            && self.signs[..i]
                .iter()
                .rev()
                .take_while(|other| other.block == sign.block)
                .any(|other| other.partner.is_some() && other.kind == sign.kind);
        if sign.enclosed || !(last || self.incise_after(i)) {
            return;
        }
        // The sentence before the mark, its own final stop aside.
        let start = block
            .tokens
            .start
            .max(sign.token.saturating_sub(UNOPENED_TOKENS as TokenId))
            as usize;
        let before = &self.tokens[start..sign.token as usize];
        let ends_in_stop = before.last().is_some_and(|t| t.kind == TokenKind::Stop);
        let body = &before[..before.len() - usize::from(ends_in_stop)];
        let first = match body
            .iter()
            .rposition(|t| matches!(t.kind, TokenKind::Stop | TokenKind::Mark | TokenKind::Colon))
        {
            Some(at) => start + at + 1,
            None if start == block.tokens.start as usize => start,
            None => return,
        };
        let q = self.push(first as TokenId, sign.token, sign.kind);
        q.opened = false;
        q.repaired = true;
    }
}
