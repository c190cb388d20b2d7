//! One row a claim, RFC 4180.

use crate::claim::Claim;
use crate::document::Document;
use std::fmt::Write as _;

use super::{content_text, join, resolution};

/// The first line of [`csv()`], with its line end.
///
/// ```
/// assert!(dixit::format::CSV_HEADER.starts_with("name,id,kind,"));
/// ```
pub const CSV_HEADER: &str = "name,id,kind,content,start,end,cue,lemma,class,polarity,speaker,speaker_name,speaker_kind,\
    resolution,via,via_role,addressee,parent,modality,confidence,rule,act,anonymity\r\n";

/// The claims as CSV (RFC 4180: commas, CRLF, quotes doubled), with a header.
///
/// A content in several parts stands in one field with « […] » between them, from `start` of the first to `end` of the last. Several relays or
/// addressees are parted by ` | `. Fields hold the article's words as they are: a program that runs formulas may
/// take one that begins with `=` or `-` for such.
///
/// ```
/// let doc = dixit::Analyzer::new().analyze("« Le pont tiendra », a assuré Odile Brun.");
/// let csv = dixit::format::csv(&doc, Some("pont"));
/// assert!(csv.lines().nth(1).unwrap().starts_with("pont,0,direct,Le pont tiendra,"));
/// ```
#[must_use]
pub fn csv(doc: &Document<'_>, name: Option<&str>) -> String {
    let mut out = CSV_HEADER.to_owned();
    out.push_str(&csv_rows(doc, name));
    out
}

/// The rows of [`csv()`] alone, to put several articles into one file.
///
/// ```
/// let doc = dixit::Analyzer::new().analyze("Rien à signaler.");
/// assert_eq!(dixit::format::csv_rows(&doc, None), "");
/// ```
#[must_use]
pub fn csv_rows(doc: &Document<'_>, name: Option<&str>) -> String {
    let mut out = String::new();
    for claim in doc.claims() {
        row(&mut out, doc, claim, name);
    }
    out
}

fn row(out: &mut String, doc: &Document<'_>, claim: &Claim, name: Option<&str>) {
    let mut row = Row { out, first: true };
    row.field(name.unwrap_or_default());
    row.display(claim.id().index());
    row.field(claim.kind().as_str());
    row.field(&content_text(doc, claim));
    match (claim.content().first(), claim.content().last()) {
        (Some(first), Some(last)) => {
            row.display(first.start());
            row.display(last.end());
        }
        _ => row.empty(2),
    }
    match claim.cue() {
        Some(cue) => {
            row.field(doc.slice(cue.span));
            row.field(&cue.lemma);
            row.field(cue.class.as_str());
            row.field(cue.polarity.as_str());
        }
        None => row.empty(4),
    }
    row.field(claim.attribution().mention().map_or("", |m| doc.slice(m)));
    match doc.speaker(claim) {
        Some(entity) => {
            row.field(entity.name());
            row.field(entity.kind().as_str());
        }
        None => row.empty(2),
    }
    row.field(resolution(claim.attribution()).unwrap_or_default());
    row.field(&join(doc, claim.relays().iter().map(|r| r.span), " | "));
    row.field(
        &claim
            .relays()
            .iter()
            .map(|r| r.role.as_str())
            .collect::<Vec<_>>()
            .join(" | "),
    );
    row.field(&join(doc, claim.addressees().iter().copied(), " | "));
    match claim.parent() {
        Some(parent) => row.display(parent.index()),
        None => row.empty(1),
    }
    row.field(claim.modality().as_str());
    row.display(format_args!("{:.3}", claim.confidence()));
    row.field(claim.rule());
    row.field(claim.act().as_str());
    row.field(claim.anonymity().as_str());
    row.out.push_str("\r\n");
}

struct Row<'o> {
    out: &'o mut String,
    first: bool,
}

impl Row<'_> {
    fn separate(&mut self) {
        if !std::mem::take(&mut self.first) {
            self.out.push(',');
        }
    }

    fn field(&mut self, s: &str) {
        self.separate();
        // Some readers trim bare fields, so blanks at the border are quoted too.
        if s.contains(['"', ',', '\n', '\r']) || s.starts_with(' ') || s.ends_with(' ') {
            self.out.push('"');
            self.out.push_str(&s.replace('"', "\"\""));
            self.out.push('"');
        } else {
            self.out.push_str(s);
        }
    }

    fn display(&mut self, value: impl std::fmt::Display) {
        self.separate();
        // Writing into a String cannot fail.
        let _ = write!(self.out, "{value}");
    }

    fn empty(&mut self, fields: usize) {
        (0..fields).for_each(|_| self.field(""));
    }
}

#[cfg(test)]
mod tests {
    use super::{CSV_HEADER, csv, csv_rows};
    use crate::format::sample;

    #[test]
    fn quotes_what_must_be_quoted() {
        let rows = csv_rows(&sample::document(), Some("a,b"));
        assert!(rows.starts_with(
            "\"a,b\",0,direct,Nous ne vendrons pas le moulin,48,78,a-t-elle fait savoir,faire savoir,neutral,affirmed,elle,\
             Maud Kerien,person,pronoun,l'émission <Matin clair>,medium,ses voisins,,plain,0.988,sample,speech,named\r\n"
        ));
        assert!(rows.contains(",\"la vente serait « une\nbonne \"\"affaire\"\" & un progrès »\","));
        assert!(rows.contains(",c'est […] trop tard,"));
    }

    #[test]
    fn every_row_has_every_column() {
        let csv = csv(&sample::document(), None);
        let columns = CSV_HEADER.split(',').count();
        let (mut rows, mut fields, mut quoted) = (0, 1, false);
        for c in csv.chars() {
            match c {
                '"' => quoted = !quoted,
                ',' if !quoted => fields += 1,
                '\r' if !quoted => {
                    assert_eq!(fields, columns);
                    (rows, fields) = (rows + 1, 1);
                }
                _ => {}
            }
        }
        assert_eq!(rows, 6);
    }
}
