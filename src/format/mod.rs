//! Ways to write a [`Document`] down.
//!
//! | function | what | for |
//! |---|---|---|
//! | [`json()`], [`json_pretty`], [`write_json`] | the versioned contract `dixit/1` | programs |
//! | [`text`] | the whole article with labels under its lines | review, snapshots |
//! | [`reading`] | each quotation with its speaker and its source | people |
//! | [`csv`] | one row a claim | spreadsheets |
//! | [`html`] | the article with its claims marked, one page | people, browsers |
//! | [`brat`] | standoff annotation | annotators |
//! | [`web_annotation`] | W3C Web Annotation, JSON-LD | archives, libraries |
//!
//! All are deterministic: the same document gives the same bytes. The JSON ones stand behind the `json` feature (on by
//! default), the [`model`] behind `serde`.

mod brat;
mod csv;
mod html;
#[cfg(feature = "json")]
mod json;
#[cfg(feature = "serde")]
pub mod model;
mod offsets;
mod reading;
#[cfg(test)]
mod sample;
mod text;
#[cfg(feature = "json")]
mod webannotation;

pub use brat::brat;
pub use csv::{CSV_HEADER, csv, csv_rows};
pub use html::html;
#[cfg(feature = "json")]
pub use json::{JSON_SCHEMA, json, json_pretty, read_json, read_jsonl, write_json};
pub use reading::{Style, reading};
pub use text::text;
#[cfg(feature = "json")]
pub use webannotation::web_annotation;

use crate::claim::{Attribution, Claim};
use crate::document::Document;
use crate::span::Span;

/// The content of a claim as one string: its parts with « […] » between them.
fn content_text(doc: &Document<'_>, claim: &Claim) -> String {
    join(doc, claim.content().iter().copied(), " […] ")
}

/// The words of several spans with `between` between them.
fn join(doc: &Document<'_>, spans: impl Iterator<Item = Span>, between: &str) -> String {
    let mut out = String::new();
    for (i, span) in spans.enumerate() {
        if i > 0 {
            out.push_str(between);
        }
        out.push_str(doc.slice(span));
    }
    out
}

/// The name of what linked a claim to its speaker, as in the JSON.
fn resolution(attribution: &Attribution) -> Option<&'static str> {
    match attribution {
        Attribution::Resolved { resolution, .. } => Some(resolution.as_str()),
        Attribution::CarriedOver { .. } => Some(crate::claim::Resolution::CarriedOver.as_str()),
        Attribution::Mention { .. } | Attribution::Nobody => None,
    }
}

/// Pushes `s` with every run of blanks, line breaks and control characters as one blank, so that it stays on one line.
fn push_flat(out: &mut String, s: &str) {
    let mut blank = false;
    for c in s.trim().chars() {
        // U+00A0 and U+202F belong to French punctuation and are kept.
        if (c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2009}')) || c.is_control()
        {
            blank = true;
            continue;
        }
        if blank {
            out.push(' ');
            blank = false;
        }
        out.push(c);
    }
}

/// What a marked stretch of text is to its claim. Later ones are drawn over earlier ones: the pronoun of « a-t-elle dit »
/// stands inside the cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Content,
    Cue,
    Addressee,
    Via,
    Speaker,
}

/// A stretch of text and the position of the claim that it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Piece {
    span: Span,
    claim: usize,
    part: Part,
}

/// Every stretch that a claim marks, in text order.
fn pieces(doc: &Document<'_>) -> Vec<Piece> {
    let mut out = Vec::new();
    for (claim, c) in doc.claims().iter().enumerate() {
        let mut push = |part, span: Span| {
            if !span.is_empty() {
                out.push(Piece { span, claim, part });
            }
        };
        c.content().iter().for_each(|&s| push(Part::Content, s));
        c.cue().iter().for_each(|cue| push(Part::Cue, cue.span));
        c.addressees()
            .iter()
            .for_each(|&s| push(Part::Addressee, s));
        c.relays().iter().for_each(|r| push(Part::Via, r.span));
        c.attribution()
            .mention()
            .iter()
            .for_each(|&s| push(Part::Speaker, s));
    }
    out.sort_unstable();
    out
}
