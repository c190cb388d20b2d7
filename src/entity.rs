//! Speakers of the article.

use crate::claim::{ClaimId, names};
use crate::span::Span;

/// Index of an entity in [`Document::entities`](crate::Document::entities).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityId(pub(crate) u32);

impl EntityId {
    /// The position in [`Document::entities`](crate::Document::entities).
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

names! {
    /// What an entity is.
    pub enum EntityKind {
        /// One human being.
        Person = "person",
        /// A company, party, ministry, court, outlet.
        Organisation = "organisation",
        /// Several people without a common body: riverains, syndicats.
        Group = "group",
        /// Words that stand by themselves: rapport, étude, pancarte.
        Document = "document",
        /// Somebody whose name is withheld: « une source proche du dossier ».
        Anonymous = "anonymous",
        /// Nothing lets one tell.
        Unknown = "unknown",
    }
}

names! {
    /// Grammatical gender, as far as the article and the first name tell.
    pub enum Gender {
        /// Masculine.
        Masculine = "m",
        /// Feminine.
        Feminine = "f",
        /// Unknown or epicene.
        Unknown = "unknown",
    }
}

names! {
    /// Grammatical number.
    pub enum Number {
        /// One.
        Singular = "singular",
        /// Several.
        Plural = "plural",
        /// Not known.
        Unknown = "unknown",
    }
}

/// A function, title or description that the article gives to an entity.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Role {
    /// The words that give it.
    pub span: Span,
}

/// A person, body, group or document that speaks in the article.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Entity {
    pub(crate) id: EntityId,
    pub(crate) name: String,
    pub(crate) kind: EntityKind,
    pub(crate) gender: Gender,
    pub(crate) number: Number,
    pub(crate) roles: Vec<Role>,
    pub(crate) mentions: Vec<Span>,
    pub(crate) claims: Vec<ClaimId>,
    pub(crate) words_quoted: u32,
    pub(crate) external_id: Option<String>,
}

impl Entity {
    /// Its index in the document.
    #[must_use]
    pub fn id(&self) -> EntityId {
        self.id
    }
    /// The fullest name that the article gives, or the description where it gives none.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
    /// What it is.
    #[must_use]
    pub fn kind(&self) -> EntityKind {
        self.kind
    }
    /// Its gender.
    #[must_use]
    pub fn gender(&self) -> Gender {
        self.gender
    }
    /// Its number.
    #[must_use]
    pub fn number(&self) -> Number {
        self.number
    }
    /// Functions and descriptions, in text order.
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }
    /// Every mention that was resolved to it, in text order.
    #[must_use]
    pub fn mentions(&self) -> &[Span] {
        &self.mentions
    }
    /// The claims that it makes, in text order.
    #[must_use]
    pub fn claims(&self) -> &[ClaimId] {
        &self.claims
    }
    /// How many of its words stand between marks, or behind a dialogue dash: the contents of its direct claims and the quoted
    /// words of its mixed ones. A claim inside another of its own counts once.
    #[must_use]
    pub fn words_quoted(&self) -> usize {
        self.words_quoted as usize
    }
    /// The caller's own id, for an entity that was made known to the builder.
    #[must_use]
    pub fn external_id(&self) -> Option<&str> {
        self.external_id.as_deref()
    }
}
