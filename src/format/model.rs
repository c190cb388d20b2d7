//! The JSON contract as Rust types: what [`json`](super::json) writes and [`read_json`](super::read_json) reads.
//!
//! One family of structs serves both ways. Built from a [`Document`] it borrows every string, so writing costs no copy of
//! the text; read back from JSON it owns what had to be unescaped. The field order here is the order in the file.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::claim::{
    Act, Anonymity, Attribution, CueClass, Kind, Modality, Polarity, RelayRole, Resolution,
};
use crate::diagnostic::{DiagnosticKind, RejectReason};
use crate::document::Document;
use crate::entity::{EntityKind, Gender, Number};
use crate::span;

/// The name and version of the contract, in the `schema` field of every object.
///
/// A reader may rely on it: within `dixit/1` no field is renamed, removed or given another meaning.
pub const SCHEMA: &str = "dixit/1";

/// One analysed article.
///
/// ```
/// use dixit::format::{json, model::Article, read_json};
///
/// let doc = dixit::Analyzer::new().analyze("« Le pont tiendra », a assuré Odile Brun.");
/// let article = Article::from_document(&doc, Some("pont"));
/// assert_eq!(article.name.as_deref(), Some("pont"));
/// assert_eq!(article, read_json(&json(&doc, Some("pont")))?);
/// # Ok::<(), dixit::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Article<'a> {
    /// Always [`SCHEMA`].
    #[serde(borrow)]
    pub schema: Cow<'a, str>,
    /// The version of dixit that wrote it.
    #[serde(borrow)]
    pub version: Cow<'a, str>,
    /// The caller's name for the article; the command gives the file name without its extension.
    pub name: Option<Cow<'a, str>>,
    /// Length of the article in bytes.
    pub bytes: usize,
    /// What offsets count: always `byte`.
    #[serde(borrow)]
    pub offsets: Cow<'a, str>,
    /// Who said what.
    #[serde(borrow)]
    pub claims: Vec<Claim<'a>>,
    /// Who speaks.
    #[serde(borrow)]
    pub entities: Vec<Entity<'a>>,
    /// The article's own stated sources.
    #[serde(borrow)]
    pub sources: Vec<Span<'a>>,
    /// Quotations that are no claims.
    #[serde(borrow)]
    pub rejected: Vec<Rejected<'a>>,
    /// What was odd about the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// A place in the article and its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Span<'a> {
    /// First byte.
    pub start: usize,
    /// Just past the last byte.
    pub end: usize,
    /// The words, as they stand in the article.
    #[serde(borrow)]
    pub text: Cow<'a, str>,
}

/// See [`crate::Claim`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Claim<'a> {
    /// Its position in [`Article::claims`].
    pub id: u32,
    /// How the words are reported.
    pub kind: Kind,
    /// The content, in one or several parts.
    #[serde(borrow)]
    pub content: Vec<Span<'a>>,
    /// The words that report it.
    #[serde(borrow)]
    pub cue: Option<Cue<'a>>,
    /// Who said it; `None` where nobody is named.
    #[serde(borrow)]
    pub speaker: Option<Speaker<'a>>,
    /// Through whom or what it came.
    #[serde(borrow)]
    pub via: Vec<Relay<'a>>,
    /// To whom it was said.
    #[serde(borrow)]
    pub addressee: Vec<Span<'a>>,
    /// The claim that holds it.
    pub parent: Option<u32>,
    /// Whether words were uttered, or a mind is reported.
    #[serde(default)]
    pub act: Act,
    /// How far the author stands behind it.
    pub modality: Modality,
    /// How a reader could find the speaker again.
    #[serde(default)]
    pub anonymity: Anonymity,
    /// From 0 to 1, to three decimals.
    pub confidence: f32,
    /// The rule that found it.
    #[serde(borrow)]
    pub rule: Cow<'a, str>,
}

/// See [`crate::Cue`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Cue<'a> {
    /// First byte.
    pub start: usize,
    /// Just past the last byte.
    pub end: usize,
    /// The words.
    #[serde(borrow)]
    pub text: Cow<'a, str>,
    /// The lemma.
    #[serde(borrow)]
    pub lemma: Cow<'a, str>,
    /// The class of the lemma.
    pub class: CueClass,
    /// Whether it is affirmed.
    pub polarity: Polarity,
}

/// See [`crate::Attribution`].
///
/// The three kinds differ in what is there: a speaker who is resolved has everything; one who is carried over has no place
/// (`start`, `end` and `text` are absent from the JSON); a mention that nothing resolves has a place, and `null` for
/// the rest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Speaker<'a> {
    /// First byte of the mention.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    /// Just past its last byte.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
    /// Its words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Cow<'a, str>>,
    /// Position in [`Article::entities`].
    pub entity: Option<u32>,
    /// The entity's fullest name.
    pub name: Option<Cow<'a, str>>,
    /// What linked the mention to the entity.
    pub resolution: Option<Resolution>,
}

/// See [`crate::Relay`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Relay<'a> {
    /// First byte.
    pub start: usize,
    /// Just past the last byte.
    pub end: usize,
    /// The words.
    #[serde(borrow)]
    pub text: Cow<'a, str>,
    /// What it is called.
    #[serde(borrow, default)]
    pub name: Cow<'a, str>,
    /// The part it plays.
    pub role: RelayRole,
}

/// See [`crate::Entity`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Entity<'a> {
    /// Its position in [`Article::entities`].
    pub id: u32,
    /// The fullest name that the article gives.
    #[serde(borrow)]
    pub name: Cow<'a, str>,
    /// What it is.
    pub kind: EntityKind,
    /// Its gender.
    pub gender: Gender,
    /// Its number.
    pub number: Number,
    /// Functions and descriptions.
    #[serde(borrow)]
    pub roles: Vec<Span<'a>>,
    /// Every mention that was resolved to it.
    #[serde(borrow)]
    pub mentions: Vec<Span<'a>>,
    /// The claims that it makes, by their ids.
    #[serde(default)]
    pub claims: Vec<u32>,
    /// How many of its words are quoted.
    #[serde(default)]
    pub words_quoted: usize,
    /// The caller's own id, for an entity that was made known to the builder.
    pub external_id: Option<Cow<'a, str>>,
}

/// See [`crate::Rejected`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Rejected<'a> {
    /// First byte.
    pub start: usize,
    /// Just past the last byte.
    pub end: usize,
    /// The words between the marks.
    #[serde(borrow)]
    pub text: Cow<'a, str>,
    /// Why it is no claim.
    pub reason: RejectReason,
}

/// See [`crate::Diagnostic`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Diagnostic {
    /// First byte.
    pub start: usize,
    /// Just past the last byte.
    pub end: usize,
    /// What.
    pub kind: DiagnosticKind,
}

impl<'a> Article<'a> {
    /// The contract's view of a document. It borrows the document's strings.
    #[must_use]
    pub fn from_document(doc: &'a Document<'_>, name: Option<&'a str>) -> Article<'a> {
        Article {
            schema: SCHEMA.into(),
            version: env!("CARGO_PKG_VERSION").into(),
            name: name.map(Cow::Borrowed),
            bytes: doc.text().len(),
            offsets: "byte".into(),
            claims: doc.claims().iter().map(|c| Claim::new(doc, c)).collect(),
            entities: doc.entities().iter().map(|e| Entity::new(doc, e)).collect(),
            sources: spans(doc, doc.sources()),
            rejected: doc
                .rejected()
                .iter()
                .map(|r| Rejected {
                    start: r.span.start(),
                    end: r.span.end(),
                    text: doc.slice(r.span).into(),
                    reason: r.reason,
                })
                .collect(),
            diagnostics: doc
                .diagnostics()
                .iter()
                .map(|d| Diagnostic {
                    start: d.span.start(),
                    end: d.span.end(),
                    kind: d.kind,
                })
                .collect(),
        }
    }
}

impl<'a> Span<'a> {
    fn new(doc: &'a Document<'_>, span: span::Span) -> Span<'a> {
        Span {
            start: span.start(),
            end: span.end(),
            text: doc.slice(span).into(),
        }
    }
}

fn spans<'a>(doc: &'a Document<'_>, spans: &[span::Span]) -> Vec<Span<'a>> {
    spans.iter().map(|&s| Span::new(doc, s)).collect()
}

impl<'a> Claim<'a> {
    fn new(doc: &'a Document<'_>, claim: &'a crate::claim::Claim) -> Claim<'a> {
        Claim {
            id: claim.id().0,
            kind: claim.kind(),
            content: spans(doc, claim.content()),
            cue: claim.cue().map(|c| Cue {
                start: c.span.start(),
                end: c.span.end(),
                text: doc.slice(c.span).into(),
                lemma: c.lemma.as_str().into(),
                class: c.class,
                polarity: c.polarity,
            }),
            speaker: Speaker::new(doc, claim.attribution()),
            via: claim
                .relays()
                .iter()
                .map(|r| Relay {
                    start: r.span.start(),
                    end: r.span.end(),
                    text: doc.slice(r.span).into(),
                    name: r.name.as_str().into(),
                    role: r.role,
                })
                .collect(),
            addressee: spans(doc, claim.addressees()),
            parent: claim.parent().map(|p| p.0),
            act: claim.act(),
            modality: claim.modality(),
            anonymity: claim.anonymity(),
            confidence: three_decimals(claim.confidence()),
            rule: claim.rule().into(),
        }
    }
}

impl<'a> Speaker<'a> {
    fn new(doc: &'a Document<'_>, attribution: &Attribution) -> Option<Speaker<'a>> {
        let mention = attribution.mention();
        let entity = attribution.entity();
        let resolution = match attribution {
            Attribution::Nobody => return None,
            Attribution::Mention { .. } => None,
            Attribution::Resolved { resolution, .. } => Some(*resolution),
            Attribution::CarriedOver { .. } => Some(Resolution::CarriedOver),
        };
        Some(Speaker {
            start: mention.map(span::Span::start),
            end: mention.map(span::Span::end),
            text: mention.map(|m| doc.slice(m).into()),
            entity: entity.map(|id| id.0),
            name: entity.map(|id| doc.entity(id).name().into()),
            resolution,
        })
    }
}

impl<'a> Entity<'a> {
    fn new(doc: &'a Document<'_>, entity: &'a crate::entity::Entity) -> Entity<'a> {
        Entity {
            id: entity.id().0,
            name: entity.name().into(),
            kind: entity.kind(),
            gender: entity.gender(),
            number: entity.number(),
            roles: entity
                .roles()
                .iter()
                .map(|r| Span::new(doc, r.span))
                .collect(),
            mentions: spans(doc, entity.mentions()),
            claims: entity.claims().iter().map(|id| id.0).collect(),
            words_quoted: entity.words_quoted(),
            external_id: entity.external_id().map(Cow::Borrowed),
        }
    }
}

/// Confidence is an order, so its last digits say nothing. `NaN` cannot stand in JSON.
fn three_decimals(confidence: f32) -> f32 {
    if confidence.is_nan() {
        0.0
    } else {
        (confidence.clamp(0.0, 1.0) * 1000.0).round() / 1000.0
    }
}
