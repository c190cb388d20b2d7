//! The named limits of the analysis. Where one bites, the document says so in a
//! [`Diagnostic`](crate::Diagnostic) of its own kind, at the place where it did; what was read before and after stays.
//!
//! | limit | what lies beyond | diagnostic |
//! |---|---|---|
//! | [`MAX_ARTICLE_BYTES`] | is not read; [`Document::text`](crate::Document::text) still gives all of it | [`ArticleTooLong`](crate::DiagnosticKind::ArticleTooLong) |
//! | [`MAX_SENTENCE_TOKENS`] | is read as another sentence | [`SentenceTooLong`](crate::DiagnosticKind::SentenceTooLong) |
//! | [`MAX_NESTING`] | is part of the quotation around it | [`NestingTooDeep`](crate::DiagnosticKind::NestingTooDeep) |
//!
//! Nothing else is bounded: time and memory grow with the length of the text, and the stack does not. Of press articles joined into one
//! line, 100 MB take 17 bytes of memory for each byte of text, JSON included; a text of nothing but marks or quotations of one
//! word takes up to 60.

/// Bytes of one article that are read. Offsets are kept in 32 bits.
pub const MAX_ARTICLE_BYTES: usize = u32::MAX as usize - 1;

/// Tokens of one sentence. A longer one is cut, which bounds what one rule can look at.
pub const MAX_SENTENCE_TOKENS: usize = 600;

/// Quotations inside quotations. What is nested deeper is part of the quotation that holds it.
pub const MAX_NESTING: usize = 16;
