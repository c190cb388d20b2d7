//! The article's layout: which lines are prose and which are furniture.
//!
//! A block is a line of the text, or a paragraph when the text is wrapped at a fixed width. Blocks cover every token once.
//! Nothing is read here but the shape of lines and a few fixed formulas; words are not known.

mod furniture;
mod layout;
mod sources;
mod turns;

use std::ops::Range;

use crate::span::Span;
use crate::tokens::{Token, TokenId};

/// What a block is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BlockKind {
    /// The first line, when it stands above prose.
    Title,
    /// A short line without a final stop.
    Heading,
    Paragraph,
    ListItem,
    /// A line under a picture, or one that repeats the line before it.
    Caption,
    /// Who wrote it: `chl/ic/nm`, a name alone at the end.
    Credit,
    /// `Source : X`, `(avec AFP)`.
    SourceLine,
    /// A question or an answer of an interview.
    Turn,
    /// Link and subscription lines: `» LIRE AUSSI`.
    Link,
}

/// A line of the article.
#[derive(Debug, Clone)]
pub(crate) struct Block {
    pub(crate) span: Span,
    pub(crate) kind: BlockKind,
    pub(crate) tokens: Range<TokenId>,
}

/// The article's blocks, and the names of the sources it states.
pub(crate) struct Blocks {
    /// In text order; together they hold every token once.
    pub(crate) list: Vec<Block>,
    /// The names alone: `afp` and `nxp` of « (afp/nxp) », in text order.
    pub(crate) sources: Vec<Span>,
}

/// Reads the layout of a text.
pub(crate) fn read(text: &str, tokens: &[Token]) -> Blocks {
    let mut list = layout::lines(text, tokens);
    furniture::classify(text, tokens, &mut list);
    turns::mark(text, tokens, &mut list);
    let sources = sources::find(text, tokens, &mut list);
    Blocks { list, sources }
}
