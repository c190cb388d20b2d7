//! W3C Web Annotation (<https://www.w3.org/TR/annotation-model/>) as JSON-LD.

use serde_json::{Value, json};

use super::offsets::CodePoints;
use super::resolution;
use crate::claim::Claim;
use crate::document::Document;
use crate::span::Span;

/// Characters of context on each side of a quoted stretch.
const CONTEXT: usize = 32;

/// The document as an `AnnotationPage` of the W3C Web Annotation model, in JSON-LD on one line.
///
/// A claim is one annotation. Its targets are the parts of its content, each with a position selector (code points) and a quote selector; its
/// bodies give the kind, the speaker, the cue and the relays, as text and, where they stand in the article, as places.
/// `source` is the IRI of the article; characters that an IRI may not hold are percent-encoded.
///
/// ```
/// let doc = dixit::Analyzer::new().analyze("« Le pont tiendra », a assuré Odile Brun.");
/// let json = dixit::format::web_annotation(&doc, "https://exemple.fr/le pont");
/// assert!(json.contains(r#""source":"https://exemple.fr/le%20pont""#));
/// ```
#[must_use]
pub fn web_annotation(doc: &Document<'_>, source: &str) -> String {
    let page = Page {
        doc,
        points: CodePoints::new(doc.text()),
        source: iri(source),
    };
    let items: Vec<Value> = doc.claims().iter().map(|c| page.annotation(c)).collect();
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationPage",
        "id": format!("{}#dixit", page.source),
        "items": items,
    })
    .to_string()
}

struct Page<'d> {
    doc: &'d Document<'d>,
    points: CodePoints<'d>,
    source: String,
}

impl Page<'_> {
    fn annotation(&self, claim: &Claim) -> Value {
        let mut body = vec![text_body("tagging", claim.kind().as_str())];
        if let Some(speaker) = self.doc.speaker(claim) {
            body.push(text_body("identifying", speaker.name()));
        }
        if let Some(mention) = claim.attribution().mention() {
            let role = resolution(claim.attribution())
                .map_or_else(|| "speaker".into(), |r| format!("speaker, {r}"));
            body.push(self.place_body("identifying", &role, mention));
        }
        if let Some(cue) = claim.cue() {
            body.push(self.place_body("describing", "cue", cue.span));
        }
        for relay in claim.relays() {
            body.push(self.place_body("linking", relay.role.as_str(), relay.span));
        }
        for &addressee in claim.addressees() {
            body.push(self.place_body("linking", "addressee", addressee));
        }
        json!({
            "type": "Annotation",
            "id": format!("{}#dixit-{}", self.source, claim.id().index()),
            "motivation": "describing",
            "body": body,
            "target": claim.content().iter().map(|&s| self.place(s)).collect::<Vec<_>>(),
        })
    }

    fn place_body(&self, purpose: &str, role: &str, span: Span) -> Value {
        let mut place = self.place(span);
        place["purpose"] = purpose.into();
        // `label` is no term of the model's context; `rdfs:label` is one of its prefixes.
        place["rdfs:label"] = role.into();
        place
    }

    /// The two selectors say the same: the quote finds the words again when the text around them has changed.
    fn place(&self, span: Span) -> Value {
        let text = self.doc.text();
        let before = text[..span.start()]
            .char_indices()
            .rev()
            .take(CONTEXT)
            .last()
            .map_or(span.start(), |(i, _)| i);
        let after = text[span.end()..]
            .char_indices()
            .nth(CONTEXT)
            .map_or(text.len(), |(i, _)| span.end() + i);
        json!({
            "type": "SpecificResource",
            "source": self.source,
            "selector": [
                {
                    "type": "TextPositionSelector",
                    "start": self.points.at(span.start()),
                    "end": self.points.at(span.end()),
                },
                {
                    "type": "TextQuoteSelector",
                    "exact": self.doc.slice(span),
                    "prefix": &text[before..span.start()],
                    "suffix": &text[span.end()..after],
                },
            ],
        })
    }
}

fn text_body(purpose: &str, value: &str) -> Value {
    json!({ "type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value })
}

/// Leaves what an IRI may hold; a `#` too is encoded, as the annotations' ids add their own fragment.
fn iri(source: &str) -> String {
    let mut out = String::new();
    for c in source.chars() {
        if c.is_control() || c.is_whitespace() || "<>\"{}|\\^`#".contains(c) {
            let mut bytes = [0; 4];
            for b in c.encode_utf8(&mut bytes).bytes() {
                out.push_str(&format!("%{b:02X}"));
            }
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::web_annotation;
    use crate::format::sample;
    use serde_json::Value;

    #[test]
    fn positions_and_quotes_agree() {
        let page: Value =
            serde_json::from_str(&web_annotation(&sample::document(), "moulin.txt")).unwrap();
        let chars: Vec<char> = sample::TEXT.chars().collect();
        let items = page["items"].as_array().unwrap();
        assert_eq!(items.len(), 5);
        for item in items {
            for target in item["target"].as_array().unwrap() {
                let (position, quote) = (&target["selector"][0], &target["selector"][1]);
                let (start, end) = (
                    position["start"].as_u64().unwrap() as usize,
                    position["end"].as_u64().unwrap() as usize,
                );
                let words: String = chars[start..end].iter().collect();
                assert_eq!(quote["exact"], words.as_str());
                let (prefix, suffix) = (
                    quote["prefix"].as_str().unwrap(),
                    quote["suffix"].as_str().unwrap(),
                );
                assert!(sample::TEXT.contains(&format!("{prefix}{words}{suffix}")));
                assert!(prefix.chars().count() <= 32 && suffix.chars().count() <= 32);
            }
        }
        assert_eq!(items[2]["target"].as_array().unwrap().len(), 2);
    }
}
