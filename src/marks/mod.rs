//! Quotations: a tree of pairs of marks, repaired where the author forgot one.
//!
//! Two passes. The first says of every mark what it may do, from its shape and from the blanks around it. The second pairs
//! them with a stack, block by block, then looks for what a block left open: quotations that run over several paragraphs, or
//! that are never closed. Each repair is flagged. No recursion, and time in proportion to the text.

mod classify;
mod cursor;
mod dialogue;
mod grammar;
mod pairing;
mod repair;
#[cfg(test)]
mod tests;
mod tree;

use std::ops::Range;

use crate::blocks::Block;
use crate::diagnostic::Diagnostic;
use crate::tokens::{Token, TokenId};

/// Index of a quotation in [`Marks::quotations`].
pub(crate) type QuotationId = u32;

/// What marks a quotation, by its opening mark where it has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MarkKind {
    /// `« »`, `<< >>`
    Guillemets,
    /// `“ ”`, `„ ”`, two single quotes in a row
    Double,
    /// `"`
    Straight,
    /// `' '`, `‘ ’`, `‹ ›`
    Single,
    /// A line of dialogue that begins with a dash.
    Dash,
}

/// Words between marks.
#[derive(Debug, Clone)]
pub(crate) struct Quotation {
    /// The opening mark, or the first word where there is none.
    pub(crate) first: TokenId,
    /// The closing mark, or the last word where there is none.
    pub(crate) last: TokenId,
    pub(crate) opened: bool,
    pub(crate) closed: bool,
    pub(crate) kind: MarkKind,
    pub(crate) parent: Option<QuotationId>,
    /// How many quotations hold this one.
    pub(crate) depth: u16,
    /// The author's marks did not fit, and this is a guess at what they meant.
    pub(crate) repaired: bool,
    /// Marks that open it again at the start of a paragraph: a range of [`Marks::reopen`].
    pub(crate) reopened: Range<u32>,
}

/// The quotations of a text.
pub(crate) struct Marks {
    /// Sorted by their first token, each before those it holds. Any two are nested or disjoint.
    pub(crate) quotations: Vec<Quotation>,
    /// Marks that repeat an opening one at the start of a paragraph.
    pub(crate) reopen: Vec<TokenId>,
    /// Marks that are inches or minutes.
    pub(crate) measures: Vec<TokenId>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl Marks {
    /// The tokens between the marks of a quotation; those in [`Marks::reopen`] are among them.
    pub(crate) fn content_tokens(&self, q: QuotationId) -> Range<TokenId> {
        self.quotations[q as usize].content()
    }
}

impl Quotation {
    fn content(&self) -> Range<TokenId> {
        let first = self.first + TokenId::from(self.opened);
        let end = self.last + TokenId::from(!self.closed);
        first..end.max(first)
    }
}

/// Finds the quotations of a text.
pub(crate) fn pair(text: &str, tokens: &[Token], blocks: &[Block]) -> Marks {
    let mut signs = classify::signs(text, tokens, blocks);
    let mut diagnostics = Vec::new();
    pairing::pair(tokens, &mut signs, &mut diagnostics);
    let mut draft = repair::quotations(text, tokens, blocks, &signs, &mut diagnostics);
    dialogue::add(text, tokens, blocks, &mut draft);
    let mut marks = tree::build(tokens, draft, &mut diagnostics);
    diagnostics.sort_by_key(|diagnostic: &Diagnostic| diagnostic.span);
    marks.diagnostics = diagnostics;
    marks.measures = signs
        .iter()
        .filter(|sign| sign.role == classify::Role::Measure && sign.ignored)
        .map(|sign| sign.token)
        .collect();
    marks
}
