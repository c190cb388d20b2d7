//! Who said what in a French press article.
//!
//! dixit reads an article and finds its *claims*: quotations and reported speech, each with its speaker, with what it
//! came through, and with offsets that point into the text as you gave it. Grammar rules and word lists, no model, no network,
//! the same answer every time.
//!
//! # Example
//!
//! ```
//! use dixit::{Analyzer, Kind};
//!
//! let analyzer = Analyzer::new();
//! let doc = analyzer.analyze(
//!     "« Le moulin restera ouvert », a assuré Maud Kerien dans un communiqué. Selon elle, rien ne presse.",
//! );
//!
//! let [first, second] = doc.claims() else { panic!("two claims") };
//! assert_eq!(first.kind(), Kind::Direct);
//! assert_eq!(doc.slice(first.content()[0]), "Le moulin restera ouvert");
//! assert_eq!(doc.slice(first.relays()[0].span), "un communiqué");
//!
//! assert_eq!(second.kind(), Kind::Indirect);
//! assert_eq!(doc.slice(second.content()[0]), "rien ne presse");
//! // « elle » was resolved.
//! assert_eq!(doc.speaker(second).unwrap().name(), "Maud Kerien");
//! ```
//!
//! # The main type
//!
//! [`Analyzer`] holds the lexicon and the rules. Build one, keep it: building reads the lexicon, cloning shares it, and any
//! number of threads may use it at once. [`Analyzer::analyze`] cannot fail. [`Analyzer::builder`] adds lexicon lines, switches
//! rules off, or moves the threshold of confidence:
//!
//! ```
//! let analyzer = dixit::Analyzer::builder()
//!     .without_rule("floating")
//!     .min_confidence(0.6)
//!     .build()?;
//! let doc = analyzer.analyze("Le maire s'est levé. « Je reviendrai demain matin. »");
//! assert!(doc.claims().is_empty());
//! # Ok::<(), dixit::Error>(())
//! ```
//!
//! # What comes back
//!
//! A [`Document`]: the text and what was found in it.
//!
//! - [`claims`](Document::claims): a [`Claim`] has a [`Kind`], a content in one or several parts, a [`Cue`] or none, an
//!   [`Attribution`], relays, and a parent when it stands inside another claim.
//! - [`entities`](Document::entities): an [`Entity`] is a speaker under the fullest name that the article gives, with
//!   the roles it gives and every mention that was resolved to it.
//! - [`sources`](Document::sources): the agencies and sites that the article itself names (« Source : … »).
//! - [`rejected`](Document::rejected): quotations that are no claims, with the reason, so that precision can be audited.
//! - [`diagnostics`](Document::diagnostics): what was odd about the text, such as a mark that is never closed.
//!
//! Who speaks is never a guess dressed as a name. What the article does not say is a value of [`Attribution`]:
//!
//! ```
//! use dixit::{Analyzer, Attribution};
//!
//! let doc = Analyzer::new().analyze("Le moulin fermera, a-t-on appris lundi.");
//! for claim in doc.claims() {
//!     match claim.attribution() {
//!         Attribution::Resolved { entity, .. } => println!("{}", doc.entity(*entity).name()),
//!         Attribution::CarriedOver { entity } => println!("{}, as before", doc.entity(*entity).name()),
//!         Attribution::Mention { mention } => println!("“{}”, whoever that is", doc.slice(*mention)),
//!         Attribution::Nobody => println!("nobody is named"),
//!         _ => println!("something newer than this program"),
//!     }
//! }
//! ```
//!
//! [`format`](mod@format) writes a document down: for reading, as JSON, CSV, HTML and more. [`rules()`] tells what finds claims, [`constructions()`] which forms of French are known, with
//! examples; [the design](_documentation::design) explains the words used here and lists the constructions of French that are
//! looked for.
//!
//! # Offsets
//!
//! A [`Span`] is a half-open range of UTF-8 **bytes** of the text that was analysed, on character boundaries.
//! [`Document::slice`] gives its words. Other languages count otherwise; [`Document::convert`] counts as they do:
//!
//! ```
//! use dixit::{Analyzer, Unit};
//!
//! let doc = Analyzer::new().analyze("🌊 « La mer monte », a dit Maud Kerien.");
//! let part = doc.claims()[0].content()[0];
//! assert_eq!(part.range(), 8..20);
//! assert_eq!(doc.convert(part, Unit::CodePoints)?, 4..16); // Python
//! assert_eq!(doc.convert(part, Unit::Utf16)?, 5..17); // JavaScript, Java, C#
//! # Ok::<(), dixit::Error>(())
//! ```
//!
//! Nothing is trimmed or normalised on the way: not the byte order mark, not `\r\n`, not decomposed accents.
//!
//! # Confidence
//!
//! [`Claim::confidence`] orders claims by how much of their construction was seen. It is **not a probability**. Claims below
//! the analyzer's threshold are left out; `min_confidence(0.0)` keeps all that the rules agree on.
//!
//! # What is not supported
//!
//! - Languages other than French.
//! - Markup: take the article out of its page first. One call reads one article.
//! - Free indirect speech, and anything else that no word of the sentence marks as reported.
//! - Knowledge of the world: who was mayor that year, or that two names are one person's when the article does not tell.
//! - Whether words were truly said, or are true.
//!
//! [The comparison](_documentation::comparison) says what other tools do.
//!
//! # Untrusted input
//!
//! Any `&str` may be given. Analysis does not panic, does not recurse on the text, and takes time and memory in proportion
//! to its length. The [`limits`] that see to this are named, and a [`Diagnostic`] says where one bit. `unsafe` is forbidden in this
//! crate. Output for a page or a terminal is escaped: see [`format`](mod@format).
//!
//! # Features
//!
//! - **json** (on): JSON and Web Annotation, and reading JSON back. Brings serde and serde_json.
//! - **serde** (by json): the [`format::model`] types, `Serialize` and `Deserialize`.
//! - **testing** (off): the module `testing`, for your own tests: snapshots of a folder of articles, strategies for proptest,
//!   `arbitrary`, and what must hold of every document.
//!
//! # Stability
//!
//! The crate follows semantic versioning for its types and functions. Enums and structs that may grow are `non_exhaustive`. The
//! JSON carries its own version: within `dixit/1` no field is renamed, removed or given another meaning. **Which claims are found is
//! not part of the promise**: it gets better with any release, and the changelog says how. What is found in one text by one
//! version is always the same, on every run and any number of threads. A rise of the minimum Rust version is a minor release.
//! [The policy](_documentation::stability) goes through it item by item.
#![forbid(unsafe_code)]

mod analyzer;
mod attribution;
mod blocks;
mod chunks;
mod claim;
mod diagnostic;
mod document;
mod entity;
mod error;
pub mod format;
mod lexicon;
pub mod limits;
mod marks;
mod mentions;
mod morphology;
mod offsets;
mod resolve;
mod select;
mod sentences;
mod span;
mod tags;
#[cfg(feature = "testing")]
pub mod testing;
mod tokens;

pub use analyzer::{Analyzer, AnalyzerBuilder};
pub use attribution::constructions::{Construction, constructions};
pub use attribution::rules::{RuleInfo, rules};
pub use claim::{
    Act, Anonymity, Attribution, Claim, ClaimId, Cue, CueClass, Kind, Modality, Polarity, Relay,
    RelayRole, Resolution,
};
pub use diagnostic::{Diagnostic, DiagnosticKind, RejectReason, Rejected};
pub use document::Document;
pub use entity::{Entity, EntityId, EntityKind, Gender, Number, Role};
pub use error::Error;
pub use offsets::Unit;
pub use span::Span;

/// Longer documents, here so that their examples are tested.
pub mod _documentation {
    #[doc = include_str!("../DESIGN.md")]
    pub mod design {}
    #[doc = include_str!("../COMPARE.md")]
    pub mod comparison {}
    #[doc = include_str!("../docs/stability.md")]
    pub mod stability {}
    #[cfg(feature = "testing")]
    #[doc = include_str!("../docs/testing.md")]
    pub mod testing {}
}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
