//! Sentences, level by level: the author's own, and those of each quotation.
//!
//! To the level that holds it a quotation is opaque: its stops end its own sentences only. Whether the author's
//! sentence is over after a closing mark is read from both sides of the mark.

mod walk;

use std::ops::Range;

use crate::blocks::Block;
use crate::diagnostic::Diagnostic;
use crate::lexicon::Lexicon;
use crate::marks::{Marks, QuotationId};
use crate::tokens::{Token, TokenId};

/// A sentence of one level. The tokens of quotations inside it are in its range, but belong to sentences of their own too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub(crate) tokens: Range<TokenId>,
    /// The quotation whose words these are; none: the author's own text.
    pub(crate) level: Option<QuotationId>,
    /// The block in which it begins.
    pub(crate) block: u32,
}

/// Splits a text into the sentences of all levels, sorted by where they begin, outer ones first.
pub(crate) fn split(
    text: &str,
    tokens: &[Token],
    blocks: &[Block],
    marks: &Marks,
    lexicon: &Lexicon,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Sentence> {
    // Shapes alone have been enough so far; the lexicon is at hand for what they cannot tell.
    let _ = lexicon;
    walk::split(text, tokens, blocks, marks, diagnostics)
}
