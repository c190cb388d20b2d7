//! Standoff annotation as the brat tool reads it.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::offsets::CodePoints;
use super::{push_flat, resolution};
use crate::document::Document;
use crate::span::Span;

/// The document as a brat `.ann` file, to stand beside the article's own `.txt`.
///
/// Text-bound annotations are `Claim`, `Cue`, `Speaker`, `Via`, `Addressee` and `ArticleSource`; relations lead from a claim
/// to its parts (`HasCue`, `SaidBy`, `CameVia`, `SaidTo`, `Inside`); `Kind`, `CueClass`, `Resolution`, `RelayRole` are attributes; notes give the
/// speaker's full name. Offsets are code points. A stretch that crosses a line break is cut there, as brat asks.
///
/// ```
/// let doc = dixit::Analyzer::new().analyze("« Le pont tiendra », a assuré Odile Brun.");
/// assert!(dixit::format::brat(&doc).starts_with("T1\tClaim 2 17\tLe pont tiendra\n"));
/// ```
#[must_use]
pub fn brat(doc: &Document<'_>) -> String {
    let mut ann = Ann {
        doc,
        points: CodePoints::new(doc.text()),
        out: String::new(),
        bounds: HashMap::new(),
        relations: 0,
        attributes: 0,
        notes: 0,
    };
    let mut of_claim = Vec::with_capacity(doc.claims().len());
    for claim in doc.claims() {
        let id = ann.bound("Claim", claim.content());
        of_claim.push(id);
        ann.attribute("Kind", id, claim.kind().as_str());
        if let Some(cue) = claim.cue() {
            let cue_id = ann.bound("Cue", &[cue.span]);
            ann.attribute("CueClass", cue_id, cue.class.as_str());
            ann.relation("HasCue", id, cue_id);
        }
        // A carried-over speaker has no words of his own: his name is noted on the claim.
        let mut named = id;
        if let Some(mention) = claim.attribution().mention() {
            named = ann.bound("Speaker", &[mention]);
            if let Some(resolution) = resolution(claim.attribution()) {
                ann.attribute("Resolution", named, resolution);
            }
            ann.relation("SaidBy", id, named);
        }
        if let Some(entity) = doc.speaker(claim) {
            ann.note(named, entity.name());
        }
        for relay in claim.relays() {
            let relay_id = ann.bound("Via", &[relay.span]);
            ann.attribute("RelayRole", relay_id, relay.role.as_str());
            ann.relation("CameVia", id, relay_id);
        }
        for &addressee in claim.addressees() {
            let addressee_id = ann.bound("Addressee", &[addressee]);
            ann.relation("SaidTo", id, addressee_id);
        }
    }
    // After all the claims: a parent may stand behind its child when they begin at one place.
    for claim in doc.claims() {
        if let Some(parent) = claim.parent() {
            ann.relation(
                "Inside",
                of_claim[claim.id().index()],
                of_claim[parent.index()],
            );
        }
    }
    for &source in doc.sources() {
        ann.bound("ArticleSource", &[source]);
    }
    ann.out
}

struct Ann<'d> {
    doc: &'d Document<'d>,
    points: CodePoints<'d>,
    out: String,
    /// What was written, so that two claims with one cue share one annotation.
    bounds: HashMap<(&'static str, Vec<Span>), usize>,
    relations: usize,
    attributes: usize,
    notes: usize,
}

impl Ann<'_> {
    fn bound(&mut self, label: &'static str, spans: &[Span]) -> usize {
        let next = self.bounds.len() + 1;
        let id = *self.bounds.entry((label, spans.to_vec())).or_insert(next);
        if id < next {
            return id;
        }
        let mut offsets = String::new();
        let mut words = String::new();
        for &span in spans {
            for (start, line) in lines(self.doc.slice(span), span.start()) {
                if !words.is_empty() {
                    offsets.push(';');
                    words.push(' ');
                }
                let _ = write!(
                    offsets,
                    "{} {}",
                    self.points.at(start),
                    self.points.at(start + line.len())
                );
                words.push_str(line);
            }
        }
        let _ = writeln!(self.out, "T{id}\t{label} {offsets}\t{words}");
        id
    }

    fn relation(&mut self, label: &str, from: usize, to: usize) {
        self.relations += 1;
        let _ = writeln!(
            self.out,
            "R{}\t{label} Arg1:T{from} Arg2:T{to}",
            self.relations
        );
    }

    fn attribute(&mut self, label: &str, of: usize, value: &str) {
        self.attributes += 1;
        let _ = writeln!(self.out, "A{}\t{label} T{of} {value}", self.attributes);
    }

    fn note(&mut self, of: usize, note: &str) {
        self.notes += 1;
        let _ = write!(self.out, "#{}\tAnnotatorNotes T{of}\t", self.notes);
        push_flat(&mut self.out, note);
        self.out.push('\n');
    }
}

/// The lines of a stretch that hold anything, with the byte where each begins in the text.
fn lines(words: &str, start: usize) -> impl Iterator<Item = (usize, &str)> {
    let mut at = start;
    words.split_inclusive(['\n', '\r']).filter_map(move |line| {
        let from = at;
        at += line.len();
        let line = line.trim_end_matches(['\n', '\r']);
        (!line.is_empty()).then_some((from, line))
    })
}

#[cfg(test)]
mod tests {
    use super::brat;
    use crate::format::sample;

    #[test]
    fn offsets_are_code_points_and_give_the_words() {
        let ann = brat(&sample::document());
        let chars: Vec<char> = sample::TEXT.chars().collect();
        let mut seen = 0;
        for line in ann.lines().filter(|l| l.starts_with('T')) {
            let mut fields = line.split('\t').skip(1);
            let (label, offsets) = fields.next().unwrap().split_once(' ').unwrap();
            let words: Vec<String> = offsets
                .split(';')
                .map(|pair| {
                    let (start, end) = pair.split_once(' ').unwrap();
                    chars[start.parse().unwrap()..end.parse().unwrap()]
                        .iter()
                        .collect()
                })
                .collect();
            assert_eq!(words.join(" "), fields.next().unwrap(), "{label}");
            seen += 1;
        }
        assert_eq!(seen, 5 + 4 + 3 + 1 + 1 + 1);
    }

    #[test]
    fn cut_at_line_breaks_and_linked() {
        let ann = brat(&sample::document());
        assert!(ann.contains("\tla vente serait « une bonne \"affaire\" & un progrès »\n"));
        assert!(ann.contains("R1\tHasCue Arg1:T1 Arg2:T2\n"));
        assert!(ann.contains("\tInside Arg1:"));
        assert!(ann.contains("AnnotatorNotes T3\tMaud Kerien\n"));
    }
}
