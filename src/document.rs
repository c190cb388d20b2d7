//! The analysed article.

use std::borrow::Cow;

use crate::Error;
use crate::claim::{Claim, ClaimId};
use crate::diagnostic::{Diagnostic, Rejected};
use crate::entity::{Entity, EntityId};
use crate::limits::MAX_ARTICLE_BYTES;
use crate::offsets::{self, Unit};
use crate::span::Span;

/// A text and what was found in it. Everything but the text is [`Span`]s into it.
#[derive(Debug, Clone)]
pub struct Document<'s> {
    pub(crate) text: Cow<'s, str>,
    pub(crate) claims: Vec<Claim>,
    pub(crate) entities: Vec<Entity>,
    pub(crate) sources: Vec<Span>,
    pub(crate) rejected: Vec<Rejected>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl<'s> Document<'s> {
    /// The text as it was given, byte for byte.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
    /// The claims, in the order in which their contents begin.
    #[must_use]
    pub fn claims(&self) -> &[Claim] {
        &self.claims
    }
    /// Who speaks in the article, in the order of their first mention.
    #[must_use]
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }
    /// The article's own stated sources: « Source : CNBC », « (avec AFP) ». The name alone.
    #[must_use]
    pub fn sources(&self) -> &[Span] {
        &self.sources
    }
    /// Quotations that are no claims, with the reason.
    #[must_use]
    pub fn rejected(&self) -> &[Rejected] {
        &self.rejected
    }
    /// What was odd about the text.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }
    /// One claim.
    ///
    /// # Panics
    /// When the id comes from another document with more claims.
    #[must_use]
    pub fn claim(&self, id: ClaimId) -> &Claim {
        &self.claims[id.index()]
    }
    /// One entity.
    ///
    /// # Panics
    /// When the id comes from another document with more entities.
    #[must_use]
    pub fn entity(&self, id: EntityId) -> &Entity {
        &self.entities[id.index()]
    }
    /// The words of a span of this document.
    ///
    /// # Panics
    /// When the span comes from another document and does not fit this text.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }
    /// The entity that a claim is attributed to.
    #[must_use]
    pub fn speaker(&self, claim: &Claim) -> Option<&Entity> {
        claim.attribution().entity().map(|id| self.entity(id))
    }
    /// The same span counted in another unit.
    ///
    /// # Errors
    /// [`Error::is_offset`] when the span comes from another document and does not fit this text.
    pub fn convert(&self, span: Span, unit: Unit) -> Result<std::ops::Range<usize>, Error> {
        offsets::convert(&self.text, span.range(), unit)
    }
    /// A span of this document from a range that another program counted: the way back of [`Document::convert`].
    ///
    /// ```
    /// use dixit::{Analyzer, Unit};
    ///
    /// let doc = Analyzer::new().analyze("🌊 « La mer monte », a dit Maud Kerien.");
    /// let span = doc.span(5..17, Unit::Utf16)?;
    /// assert_eq!(doc.slice(span), "La mer monte");
    /// let error = doc.span(1..17, Unit::Utf16).unwrap_err();
    /// assert_eq!(error.to_string(), "offset 1 in UTF-16 units is inside the character '🌊' (0..2)");
    /// # Ok::<(), dixit::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::is_offset`] when an offset lies inside a character or past the end, or the range runs backwards. Offsets past
    /// [`MAX_ARTICLE_BYTES`](crate::limits::MAX_ARTICLE_BYTES), where nothing was read, are past the end too.
    pub fn span(&self, range: std::ops::Range<usize>, unit: Unit) -> Result<Span, Error> {
        let bytes = offsets::bytes(&self.text, range, unit)?;
        if bytes.end > MAX_ARTICLE_BYTES {
            return Err(Error::far_offset(bytes.end, Unit::Bytes, MAX_ARTICLE_BYTES));
        }
        Ok(Span::new(bytes.start, bytes.end))
    }
    /// The document with a text of its own, free of the borrowed one.
    #[must_use]
    pub fn into_owned(self) -> Document<'static> {
        Document {
            text: Cow::Owned(self.text.into_owned()),
            claims: self.claims,
            entities: self.entities,
            sources: self.sources,
            rejected: self.rejected,
            diagnostics: self.diagnostics,
        }
    }
}
