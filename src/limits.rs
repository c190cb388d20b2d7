//! The named limits of the analysis. Where one bites, the document says so in a
//! [`Diagnostic`](crate::Diagnostic).

/// Bytes of one article that are read. Offsets are kept in 32 bits.
pub const MAX_ARTICLE_BYTES: usize = u32::MAX as usize - 1;

/// Tokens of one sentence. A longer one is cut, which bounds what one rule can look at.
pub const MAX_SENTENCE_TOKENS: usize = 600;

/// Quotations inside quotations. What is nested deeper is part of the quotation that holds it.
pub const MAX_NESTING: usize = 16;
