//! What must hold of every document, whatever the text: used by the property tests and by fuzzing alike.

use std::fmt;

use crate::analyzer::Analyzer;
use crate::document::Document;
use crate::offsets::Unit;
use crate::span::Span;

use super::rooms;

/// Something that should hold of every document and does not hold of this one: a bug in dixit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation(pub(super) String);

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Violation {}

pub(super) type Checked = Result<(), Violation>;

/// Fails with the message unless the condition holds.
macro_rules! hold {
    ($condition:expr, $($message:tt)+) => {
        if !$condition {
            return Err($crate::testing::invariants::Violation(format!($($message)+)));
        }
    };
}
pub(super) use hold;

/// Spans that are converted one by one, which costs a walk through the text each. The others are checked in one walk.
const CONVERTED: usize = 32;

/// Reads `text` twice and checks that both readings are the same, and that [`check`] holds.
///
/// # Errors
/// The first thing that does not hold.
pub fn check_text<'s>(analyzer: &Analyzer, text: &'s str) -> Result<Document<'s>, Violation> {
    rooms::marks(text)?;
    let doc = analyzer.analyze(text);
    check(&doc)?;
    hold!(doc.text() == text, "the text was changed");
    same(&doc, &analyzer.clone().analyze(text))?;
    same(&doc, &doc.clone().into_owned())?;
    Ok(doc)
}

/// Checks all that must hold of a document:
///
/// - every span lies inside the text and on character boundaries;
/// - the parts of a content are in order, disjoint and not empty;
/// - a parent is there, holds the content of its child, and no claim is its own ancestor;
/// - ids are positions, and those that are referred to exist;
/// - the mentions of an entity, the sources, the rejected quotations and the diagnostics are in text order;
/// - offsets count the same in every unit;
/// - every format can be written, and the JSON reads back equal.
///
/// # Errors
/// The first of these that does not hold.
pub fn check(doc: &Document<'_>) -> Result<(), Violation> {
    spans(doc)?;
    claims(doc)?;
    entities(doc)?;
    sorted("sources", doc.sources().iter().copied())?;
    sorted("rejected", doc.rejected().iter().map(|r| r.span))?;
    sorted("diagnostics", doc.diagnostics().iter().map(|d| d.span))?;
    offsets(doc)?;
    formats(doc)
}

/// Every span of the document with the name of its place.
fn all_spans<'d>(doc: &'d Document<'_>) -> impl Iterator<Item = (&'static str, Span)> + 'd {
    let of_claims = doc.claims().iter().flat_map(|c| {
        let content = c.content().iter().map(|&s| ("content", s));
        let cue = c.cue().map(|cue| ("cue", cue.span));
        let speaker = c.attribution().mention().map(|s| ("speaker", s));
        let relays = c.relays().iter().map(|r| ("via", r.span));
        let addressees = c.addressees().iter().map(|&s| ("addressee", s));
        content
            .chain(cue)
            .chain(speaker)
            .chain(relays)
            .chain(addressees)
    });
    let of_entities = doc.entities().iter().flat_map(|e| {
        let roles = e.roles().iter().map(|r| ("role", r.span));
        roles.chain(e.mentions().iter().map(|&s| ("mention", s)))
    });
    of_claims
        .chain(of_entities)
        .chain(doc.sources().iter().map(|&s| ("source", s)))
        .chain(doc.rejected().iter().map(|r| ("rejected", r.span)))
        .chain(doc.diagnostics().iter().map(|d| ("diagnostic", d.span)))
}

fn spans(doc: &Document<'_>) -> Checked {
    let text = doc.text();
    for (what, span) in all_spans(doc) {
        hold!(
            text.get(span.range()).is_some(),
            "{what} {span:?} does not fit the text ({} bytes)",
            text.len()
        );
        hold!(
            !span.is_empty() || what == "diagnostic",
            "{what} {span:?} is empty"
        );
    }
    Ok(())
}

fn claims(doc: &Document<'_>) -> Checked {
    let all = doc.claims();
    let mut last = 0;
    for (i, claim) in all.iter().enumerate() {
        hold!(
            claim.id().index() == i,
            "claim {i} has the id {:?}",
            claim.id()
        );
        let Some(first) = claim.content().first() else {
            return Err(Violation(format!("claim {i} has no content")));
        };
        hold!(
            first.start() >= last,
            "claim {i} begins before the one before it"
        );
        last = first.start();
        hold!(
            claim
                .content()
                .windows(2)
                .all(|w| w[0].end() <= w[1].start()),
            "the parts of claim {i} are out of order or overlap: {:?}",
            claim.content()
        );
        hold!(
            claim
                .content()
                .iter()
                .all(|&s| !doc.slice(s).trim().is_empty()),
            "a part of claim {i} is blank"
        );
        hold!(
            (0.0..=1.0).contains(&claim.confidence()),
            "claim {i} has the confidence {}",
            claim.confidence()
        );
        hold!(
            crate::rules().iter().any(|r| r.name() == claim.rule()),
            "claim {i} was found by no rule: {:?}",
            claim.rule()
        );
        if let Some(id) = claim.attribution().entity() {
            hold!(
                id.index() < doc.entities().len(),
                "claim {i} names no entity"
            );
        }
        if let Some(parent) = claim.parent() {
            let Some(holder) = all.get(parent.index()) else {
                return Err(Violation(format!("the parent of claim {i} does not exist")));
            };
            hold!(
                claim
                    .content()
                    .iter()
                    .all(|&s| holder.content().iter().any(|h| h.contains(s))),
                "claim {i} is not inside its parent"
            );
        }
        // The walk up must end: no more steps than there are claims.
        let mut up = claim.parent();
        let mut steps = 0;
        while let Some(id) = up {
            steps += 1;
            hold!(steps <= all.len(), "claim {i} is its own ancestor");
            up = all.get(id.index()).and_then(|c| c.parent());
        }
    }
    Ok(())
}

fn entities(doc: &Document<'_>) -> Checked {
    for (i, entity) in doc.entities().iter().enumerate() {
        hold!(
            entity.id().index() == i,
            "entity {i} has the id {:?}",
            entity.id()
        );
        hold!(!entity.name().trim().is_empty(), "entity {i} has no name");
        sorted("mentions", entity.mentions().iter().copied())?;
        hold!(
            entity.mentions().windows(2).all(|w| w[0] != w[1]),
            "entity {i} has one mention twice"
        );
        sorted("roles", entity.roles().iter().map(|r| r.span))?;
    }
    Ok(())
}

fn sorted(what: &str, spans: impl Iterator<Item = Span>) -> Checked {
    let mut last = 0;
    for span in spans {
        hold!(span.start() >= last, "{what} out of order at {span:?}");
        last = span.start();
    }
    Ok(())
}

fn offsets(doc: &Document<'_>) -> Checked {
    let text = doc.text();
    for (what, span) in all_spans(doc).take(CONVERTED) {
        let convert = |unit| {
            doc.convert(span, unit)
                .map_err(|e| Violation(format!("{what} {span:?} does not convert: {e}")))
        };
        hold!(
            convert(Unit::Bytes)? == span.range(),
            "{what} {span:?} changes in its own unit"
        );
        // Back to bytes by the slow way.
        let chars = convert(Unit::CodePoints)?;
        let words: String = text.chars().skip(chars.start).take(chars.len()).collect();
        hold!(
            words == doc.slice(span),
            "{what} {span:?} is not {chars:?} in code points"
        );
        let units = convert(Unit::Utf16)?;
        let words: Vec<u16> = text
            .encode_utf16()
            .skip(units.start)
            .take(units.len())
            .collect();
        hold!(
            String::from_utf16(&words).is_ok_and(|words| words == doc.slice(span)),
            "{what} {span:?} is not {units:?} in UTF-16"
        );
    }
    Ok(())
}

fn formats(doc: &Document<'_>) -> Checked {
    use crate::format;

    let _ = format::text(doc);
    let _ = format::reading(doc, format::Style::new());
    let _ = format::csv(doc, None);
    let _ = format::html(doc, None);
    let _ = format::brat(doc);
    #[cfg(feature = "json")]
    {
        let written = format::json(doc, Some("checked"));
        let read = format::read_json(&written)
            .map_err(|e| Violation(format!("the JSON does not read back: {e}")))?;
        hold!(
            read == format::model::Article::from_document(doc, Some("checked")),
            "the JSON reads back as something else"
        );
        let _ = format::web_annotation(doc, "checked.txt");
    }
    Ok(())
}

/// Two readings of one text.
fn same(a: &Document<'_>, b: &Document<'_>) -> Checked {
    hold!(a.claims() == b.claims(), "two readings find other claims");
    hold!(
        a.entities() == b.entities(),
        "two readings find other entities"
    );
    hold!(
        a.sources() == b.sources()
            && a.rejected() == b.rejected()
            && a.diagnostics() == b.diagnostics(),
        "two readings differ beside the claims"
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{check, check_text};
    use crate::Analyzer;

    #[test]
    fn a_sound_document_passes() {
        let analyzer = Analyzer::new();
        for text in [
            "",
            "« Le pont tiendra », a assuré Odile Brun. Selon elle, rien ne presse. 🌉",
        ] {
            check_text(&analyzer, text).unwrap();
        }
    }

    #[test]
    fn a_broken_document_does_not() {
        let analyzer = Analyzer::new();
        let text = "« Le pont tiendra », a assuré Odile Brun. « Demain », a-t-elle ajouté.";
        let good = analyzer.analyze(text);

        let mut doc = good.clone();
        doc.claims.swap(0, 1);
        assert!(check(&doc).is_err());

        let mut doc = good.clone();
        doc.claims[0].content.clear();
        assert!(check(&doc).is_err());

        let mut doc = good.clone();
        doc.claims[0].content[0] = crate::Span::new(1, 4);
        assert!(check(&doc).unwrap_err().to_string().contains("content"));

        let mut doc = good.clone();
        doc.claims[0].parent = Some(doc.claims[1].id);
        assert!(check(&doc).is_err());

        let mut doc = good;
        doc.entities.clear();
        assert!(check(&doc).is_err());
    }
}
