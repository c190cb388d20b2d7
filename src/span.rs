//! Half-open ranges of bytes in the article.

use std::fmt;
use std::ops::Range;

/// A half-open range of **UTF-8 bytes** in the text that was analysed.
///
/// Every span that dixit hands out lies inside the text and on character boundaries. A span cannot be built from outside;
/// it is read through [`Span::start`], [`Span::end`] and [`Span::range`], and turned into other units
/// by [`Document::convert`](crate::Document::convert).
///
/// ```
/// let doc = dixit::Analyzer::new().analyze("« Le pont tiendra », a-t-elle assuré.");
/// let part = doc.claims()[0].content()[0];
/// assert_eq!(&doc.text()[part.range()], "Le pont tiendra");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The analyzer reads at most [`MAX_ARTICLE_BYTES`](crate::limits::MAX_ARTICLE_BYTES), so that offsets fit in 32 bits.
    pub(crate) fn new(start: usize, end: usize) -> Span {
        debug_assert!(start <= end && end <= u32::MAX as usize);
        Span {
            start: start as u32,
            end: end as u32,
        }
    }

    /// Offset of the first byte.
    #[must_use]
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// Offset just past the last byte.
    #[must_use]
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span holds no byte.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as a range, to slice the text with.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Whether `other` lies wholly inside this span.
    #[must_use]
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub(crate) fn to(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}
