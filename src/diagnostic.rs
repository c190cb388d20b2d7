//! What was odd about a text, and what was seen but not claimed.

use crate::claim::names;
use crate::span::Span;

names! {
    /// What a diagnostic says.
    pub enum DiagnosticKind {
        /// A mark opens a quotation that is never closed; it was taken to end with its paragraph or sentence.
        UnclosedMark = "unclosed_mark",
        /// A mark closes a quotation that was never opened.
        UnopenedMark = "unopened_mark",
        /// The text does not read as French.
        NotFrench = "not_french",
        /// The text is longer than [`limits::MAX_ARTICLE_BYTES`](crate::limits::MAX_ARTICLE_BYTES); the rest was not read.
        ArticleTooLong = "article_too_long",
        /// A sentence of more than [`limits::MAX_SENTENCE_TOKENS`](crate::limits::MAX_SENTENCE_TOKENS) tokens was cut.
        SentenceTooLong = "sentence_too_long",
        /// Quotations nested deeper than [`limits::MAX_NESTING`](crate::limits::MAX_NESTING) were left flat.
        NestingTooDeep = "nesting_too_deep",
    }
}

/// Something odd about the text. Analysis went on.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: DiagnosticKind,
}

names! {
    /// Why a quotation is no claim.
    pub enum RejectReason {
        /// Title of a work, a law, an operation.
        Title = "title",
        /// A word mentioned as a word.
        Term = "term",
        /// The set name of a group of people: les « gilets jaunes ».
        SetName = "set_name",
        /// Marks of distance around the author's own words.
        Scare = "scare",
        /// A nickname inside a name.
        Nickname = "nickname",
        /// Inches or minutes: the mark behind the number of « un écran de 24" ».
        Measure = "measure",
        /// Caption, credit, link line: not the article's prose.
        Furniture = "furniture",
        /// A slogan or quotation that nobody is said to utter.
        Unattributed = "unattributed",
    }
}

/// A quotation that is not a claim, kept so that precision can be audited.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rejected {
    /// The words between the marks.
    pub span: Span,
    /// Why.
    pub reason: RejectReason,
}
