//! Who said what in a French press article.
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
#[cfg(feature = "testing")]
mod invariants;
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
pub use attribution::rules::{RuleInfo, rules};
pub use claim::{
    Attribution, Claim, ClaimId, Cue, CueClass, Kind, Modality, Polarity, Relay, RelayRole,
    Resolution,
};
pub use diagnostic::{Diagnostic, DiagnosticKind, RejectReason, Rejected};
pub use document::Document;
pub use entity::{Entity, EntityId, EntityKind, Gender, Number, Role};
pub use error::Error;
pub use offsets::Unit;
pub use span::Span;
