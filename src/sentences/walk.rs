//! One walk over the tokens of each level.

use std::ops::Range;

use super::Sentence;
use crate::blocks::Block;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::limits::MAX_SENTENCE_TOKENS;
use crate::marks::{MarkKind, Marks, Quotation, QuotationId};
use crate::tokens::{Flags, Token, TokenId, TokenKind};

/// Longest bracket, in tokens, whose stops do not end the sentence around it.
const BRACKET_TOKENS: usize = 60;
/// Words that begin a sentence, or a title: they are told apart by what stands before.
const OPENERS: &[&str] = &[
    "Le", "La", "Les", "Un", "Une", "Ce", "Cet", "Cette", "Ces", "Il", "Elle", "Ils", "Elles",
    "On", "Dans", "Pour", "Selon", "Depuis", "Après", "Avant", "Mais", "Si", "Quand", "Lors",
    "Avec", "Sur", "En", "Au", "Aux", "À", "Des", "Du", "De", "Par",
];

/// What begins a noun group that a title may follow: « Son film La vie d'en bas ».
const POSSESSIVES: &[&str] = &[
    "Son", "Sa", "Ses", "Leur", "Leurs", "Notre", "Nos", "Mon", "Ma", "Mes",
];

/// Tokens of a heading that stands on the line of its paragraph.
const HEADING_TOKENS: usize = 8;

/// A quotation of so many tokens that begins a sentence, or stands after a colon, is one: a capital after it
/// begins the next, though its author left the stop out.
const SPEECH_TOKENS: u32 = 8;

pub(super) fn split(
    text: &str,
    tokens: &[Token],
    blocks: &[Block],
    marks: &Marks,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Sentence> {
    let children = Children::new(&marks.quotations);
    let mut sentences =
        Vec::with_capacity(tokens.len() / 16 + marks.quotations.len() + blocks.len());
    let mut walker = Walker {
        text,
        tokens,
        blocks,
        marks,
        diagnostics,
        out: &mut sentences,
    };
    walker.level(0..tokens.len() as TokenId, None, children.of(None), 0);
    let mut block = 0;
    for q in 0..marks.quotations.len() as QuotationId {
        let range = marks.content_tokens(q);
        while block + 1 < blocks.len() && blocks[block].tokens.end <= range.start {
            block += 1;
        }
        walker.level(range, Some(q), children.of(Some(q)), block);
    }
    // Two sorted runs and more: the standard sort merges them in linear time.
    sentences.sort_by_key(|sentence| (sentence.tokens.start, sentence.level));
    sentences
}

/// The quotations right under each quotation, and those of the author's level.
struct Children {
    /// `list[starts[i]..starts[i + 1]]` are the children of quotation `i - 1`; of the author's level for 0.
    starts: Vec<u32>,
    list: Vec<QuotationId>,
}

impl Children {
    fn new(quotations: &[Quotation]) -> Children {
        let slot = |parent: Option<QuotationId>| parent.map_or(0, |p| p as usize + 1);
        let mut starts = vec![0u32; quotations.len() + 2];
        for q in quotations {
            starts[slot(q.parent) + 1] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let mut next = starts.clone();
        let mut list = vec![0; quotations.len()];
        for (id, q) in quotations.iter().enumerate() {
            let at = &mut next[slot(q.parent)];
            list[*at as usize] = id as QuotationId;
            *at += 1;
        }
        Children { starts, list }
    }

    fn of(&self, level: Option<QuotationId>) -> &[QuotationId] {
        let slot = level.map_or(0, |q| q as usize + 1);
        &self.list[self.starts[slot] as usize..self.starts[slot + 1] as usize]
    }
}

struct Walker<'a> {
    text: &'a str,
    tokens: &'a [Token],
    blocks: &'a [Block],
    marks: &'a Marks,
    diagnostics: &'a mut Vec<Diagnostic>,
    out: &'a mut Vec<Sentence>,
}

/// What the walk has seen of the sentence it is in.
struct Open {
    start: TokenId,
    block: u32,
    /// Tokens of this level; a quotation counts as one.
    count: usize,
    /// Where a sentence that is too long can be cut: after the last comma.
    cut: Option<TokenId>,
    /// A cut has been reported.
    reported: bool,
    /// Stops before this token stand in a bracket.
    bracket_end: TokenId,
}

impl Walker<'_> {
    /// Splits the tokens of one level, `range` without the insides of `children`.
    fn level(
        &mut self,
        range: Range<TokenId>,
        level: Option<QuotationId>,
        children: &[QuotationId],
        first_block: usize,
    ) {
        let mut children = children.iter().copied().peekable();
        let mut block = first_block;
        let mut at = range.start;
        let mut open: Option<Open> = None;
        while at < range.end {
            while block + 1 < self.blocks.len() && self.blocks[block].tokens.end <= at {
                block += 1;
                self.end(&mut open, at, level);
            }
            // Marks that open the quotation again belong to no sentence.
            if open.is_none() && level.is_some_and(|q| self.reopens(q, at)) {
                at += 1;
                continue;
            }
            let sentence = open.get_or_insert(Open {
                start: at,
                block: block as u32,
                count: 0,
                cut: None,
                reported: false,
                bracket_end: 0,
            });
            sentence.count += 1;
            let child = children.next_if(|&q| self.marks.quotations[q as usize].first == at);
            let token = self.tokens[at as usize];
            let next;
            let ends;
            if let Some(q) = child {
                next = self.marks.quotations[q as usize].last + 1;
                while block + 1 < self.blocks.len() && self.blocks[block].tokens.end < next {
                    block += 1;
                }
                let end = range.end.min(self.blocks[block].tokens.end);
                ends = next >= end
                    || next > sentence.bracket_end
                        && self.ends_after(q, sentence.start, next, children.peek());
            } else {
                next = at + 1;
                let end = range.end.min(self.blocks[block].tokens.end);
                if token.kind == TokenKind::Open && at >= sentence.bracket_end {
                    sentence.bracket_end = self.bracket_end(at, end);
                }
                if token.kind == TokenKind::Comma {
                    sentence.cut = Some(next);
                }
                ends = next >= end
                    || at >= sentence.bracket_end
                        && match token.kind {
                            // « 1. Le pont »: the number of an item.
                            TokenKind::Stop
                                if at == sentence.start + 1 && self.numbers(sentence.start) =>
                            {
                                false
                            }
                            TokenKind::Stop => {
                                self.ends_at_stop(at, next, children.peek().copied())
                            }
                            TokenKind::Symbol => {
                                self.ends_at_address(at, next, children.peek().copied())
                            }
                            TokenKind::Word | TokenKind::Number => {
                                self.glued(at, next)
                                    || self.opens_anew(next)
                                        && self.reads_as_heading(sentence.start, next)
                            }
                            _ => false,
                        };
            }
            at = next;
            if ends {
                self.end(&mut open, at, level);
            } else if open
                .as_ref()
                .is_some_and(|s| s.count >= MAX_SENTENCE_TOKENS)
            {
                self.cut(&mut open, at, level);
            }
        }
        self.end(&mut open, range.end, level);
    }

    fn end(&mut self, open: &mut Option<Open>, end: TokenId, level: Option<QuotationId>) {
        if let Some(sentence) = open.take() {
            if sentence.start < end {
                self.out.push(Sentence {
                    tokens: sentence.start..end,
                    level,
                    block: sentence.block,
                });
            }
        }
    }

    /// Cuts a sentence at its limit, after its last comma unless that stands in the first half.
    fn cut(&mut self, open: &mut Option<Open>, at: TokenId, level: Option<QuotationId>) {
        let Some(sentence) = open.take() else { return };
        if !sentence.reported {
            let span = self.tokens[sentence.start as usize]
                .span
                .to(self.tokens[at as usize - 1].span);
            self.diagnostics.push(Diagnostic {
                span,
                kind: DiagnosticKind::SentenceTooLong,
            });
        }
        let half = at.saturating_sub(MAX_SENTENCE_TOKENS as TokenId / 2);
        let cut = sentence
            .cut
            .filter(|&cut| cut > half && cut < at)
            .unwrap_or(at);
        self.out.push(Sentence {
            tokens: sentence.start..cut,
            level,
            block: sentence.block,
        });
        *open = Some(Open {
            start: cut,
            count: (at - cut) as usize,
            cut: None,
            reported: true,
            ..sentence
        });
    }

    fn reopens(&self, q: QuotationId, at: TokenId) -> bool {
        let range = &self.marks.quotations[q as usize].reopened;
        self.marks.reopen[range.start as usize..range.end as usize]
            .binary_search(&at)
            .is_ok()
    }

    /// The token after a short balanced bracket that opens at `at`; `at` itself when there is none.
    fn bracket_end(&self, at: TokenId, end: TokenId) -> TokenId {
        let mut depth = 0usize;
        let window = &self.tokens[at as usize..(end as usize).min(at as usize + BRACKET_TOKENS)];
        for (i, token) in window.iter().enumerate() {
            match token.kind {
                TokenKind::Open => depth += 1,
                TokenKind::Close => {
                    depth -= 1;
                    if depth == 0 {
                        return at + i as TokenId + 1;
                    }
                }
                _ => {}
            }
        }
        at
    }

    fn numbers(&self, at: TokenId) -> bool {
        let token = self.tokens[at as usize];
        token.kind == TokenKind::Number && token.span.len() <= 2
    }

    fn lower(&self, token: Token) -> bool {
        matches!(token.kind, TokenKind::Word | TokenKind::Clitic)
            && !token.flags.has(Flags::CAPITAL)
            && self.text[token.span.start()..].starts_with(|c: char| c.is_lowercase() || c == '-')
    }

    /// Whether the sentence is over at the stop `at`, when `next` is a token of the same block and level.
    fn ends_at_stop(&self, at: TokenId, next: TokenId, child: Option<QuotationId>) -> bool {
        let token = self.tokens[next as usize];
        let stop = &self.text[self.tokens[at as usize].span.range()];
        let trails = stop.starts_with('…') || stop.starts_with("..");
        if let Some(child) = child.filter(|&q| self.marks.quotations[q as usize].first == next) {
            // « Il hésite… « peut-être » » goes on; « Il hésite. « Peut-être. » » does not.
            let content = self.marks.content_tokens(child).start;
            return !(trails && self.lower(self.tokens[content as usize]));
        }
        match token.kind {
            TokenKind::Word => !self.lower(token),
            TokenKind::Comma
            | TokenKind::Semicolon
            | TokenKind::Colon
            | TokenKind::Stop
            | TokenKind::Close
            | TokenKind::Clitic => false,
            TokenKind::Number => token.flags.has(Flags::BLANK_BEFORE) || !trails,
            TokenKind::Dash => self.tokens.get(next as usize + 1).is_some_and(|after| {
                after.flags.has(Flags::CAPITAL) || matches!(after.kind, TokenKind::Mark)
            }),
            // A stray mark: the one that closes belongs to what it closes.
            TokenKind::Mark => {
                token.flags.has(Flags::BLANK_BEFORE) && !token.flags.has(Flags::BLANK_AFTER)
            }
            // « ne pas toucher.#Alerte »
            TokenKind::Symbol => {
                token.flags.has(Flags::BLANK_BEFORE)
                    || self.text[token.span.range()].starts_with(['#', '@'])
            }
            TokenKind::Open => token.flags.has(Flags::BLANK_BEFORE),
        }
    }

    /// « sans apaisementPolitiquement fragile », « en 2005Un plan »: two paragraphs without anything between them.
    fn glued(&self, at: TokenId, next: TokenId) -> bool {
        let token = self.tokens[next as usize];
        let before = self.tokens[at as usize];
        token.kind == TokenKind::Word
            && token.flags.has(Flags::CAPITAL)
            && !token.flags.has(Flags::BLANK_BEFORE)
            && !before.flags.has(Flags::ELIDED)
            // « J.Morin », « n°CE »
            && !self.text[..before.span.end()].ends_with(['.', '°'])
    }

    /// « La journée », « Selon eux »: a function word with a capital and a word in lower case behind it begin a sentence, where
    /// no title of a work can stand.
    fn opens_anew(&self, at: TokenId) -> bool {
        let token = self.tokens[at as usize];
        token.kind == TokenKind::Word
            && token.flags.has(Flags::CAPITAL)
            && OPENERS.contains(&&self.text[token.span.range()])
            && self
                .tokens
                .get(at as usize + 1)
                .is_some_and(|&after| self.lower(after))
    }

    /// « 50 000 manifestants La journée a … »: a few words without comma, article or preposition in front, which a page that was
    /// flattened to text has joined to its paragraph.
    fn reads_as_heading(&self, start: TokenId, end: TokenId) -> bool {
        let words = &self.tokens[start as usize..end as usize];
        let [first, .., last] = words else {
            return false;
        };
        let written = |token: &Token| &self.text[token.span.range()];
        words.len() <= HEADING_TOKENS
            && (first.kind == TokenKind::Number || first.flags.has(Flags::CAPITAL))
            && !OPENERS.contains(&written(first))
            && !POSSESSIVES.contains(&written(first))
            && (last.kind == TokenKind::Number || self.lower(*last))
            && words
                .iter()
                .all(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number))
    }

    /// A link pasted into a flattened text stands where its post ended, when a capital or a quotation follows.
    fn ends_at_address(&self, at: TokenId, next: TokenId, child: Option<QuotationId>) -> bool {
        let word = &self.text[self.tokens[at as usize].span.range()];
        let address = word.starts_with("http") || word.starts_with("pic.twitter.com");
        let quotation = child.is_some_and(|q| self.marks.quotations[q as usize].first == next);
        address && (quotation || self.tokens[next as usize].flags.has(Flags::CAPITAL))
    }

    /// Whether the sentence that began at `start` is over after the quotation `q`, when `next` is a token of the same
    /// block and level.
    fn ends_after(
        &self,
        q: QuotationId,
        start: TokenId,
        next: TokenId,
        child: Option<&QuotationId>,
    ) -> bool {
        let quotation = &self.marks.quotations[q as usize];
        if quotation.kind == MarkKind::Dash {
            return true;
        }
        let content = self.marks.content_tokens(q);
        let stopped = self.ends_in_stop(content.clone());
        let token = self.tokens[next as usize];
        if child.is_some_and(|&child| self.marks.quotations[child as usize].first == next) {
            return stopped;
        }
        match token.kind {
            TokenKind::Word if self.lower(token) => false,
            TokenKind::Word => {
                let begins = quotation.first == start
                    || self.tokens[quotation.first as usize - 1].kind == TokenKind::Colon;
                let glued = !token.flags.has(Flags::BLANK_BEFORE);
                stopped
                    || glued
                    || begins
                        && (content.end - content.start >= SPEECH_TOKENS || self.opens_anew(next))
            }
            TokenKind::Number => stopped,
            _ => false,
        }
    }

    /// Whether the last word of the content is followed by a stop, marks and brackets aside.
    fn ends_in_stop(&self, content: Range<TokenId>) -> bool {
        self.tokens[content.start as usize..content.end as usize]
            .iter()
            .rev()
            .take(4)
            .find(|token| !matches!(token.kind, TokenKind::Mark | TokenKind::Close))
            .is_some_and(|token| token.kind == TokenKind::Stop)
    }
}
