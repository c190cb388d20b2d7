//! The article with labels under its lines, for review.

use std::fmt::Write as _;

use super::{Part, Piece, pieces, push_flat, resolution};
use crate::claim::{Act, Anonymity, Attribution, Claim, Modality, Polarity};
use crate::document::Document;

/// Columns of article text in a row.
const WIDTH: usize = 100;

/// Columns left of the text, where the claims' numbers stand.
const GUTTER: usize = 5;

const LEGEND: &str = "= content  ^ cue  @ speaker  ~ via  > addressee  x no claim\n";

/// The whole article, wrapped, with each claim drawn under its words and named under its paragraph; then entities, sources
/// and diagnostics.
///
/// ```text
///      « Le pont tiendra », a assuré l'ingénieure Odile Brun dans un communiqué.
///    0   ===============    ^^^^^^^^ @@@@@@@@@@@@@@@@@@@@@@@@      ~~~~~~~~~~~~
///    0: direct · assurer (assertion) · Odile Brun [title] · via un communiqué (medium) · rule inverted_incise
/// ```
///
/// It is made for people and for snapshots: stable, one fact a place, no confidence (which calibration moves without a
/// reading having changed).
///
/// ```
/// let doc = dixit::Analyzer::new().analyze("« Le pont tiendra », a assuré Odile Brun.");
/// assert!(dixit::format::text(&doc).contains("   0   ==============="));
/// ```
#[must_use]
pub fn text(doc: &Document<'_>) -> String {
    let mut out = LEGEND.to_owned();
    let pieces = pieces(doc);
    let mut view = View {
        doc,
        ahead: &pieces,
        open: Vec::new(),
        named: 0,
        rejected: 0,
        by_start: by_start(doc),
    };
    let text = doc.text();
    let mut start = 0;
    while start < text.len() {
        let rest = &text[start..];
        let line = rest.find(BREAKS).map_or(rest, |at| &rest[..at]);
        view.paragraph(&mut out, start, start + line.len());
        start += line.len();
        // CRLF is one break.
        start += match text[start..].chars().next() {
            Some('\r') if text[start..].starts_with("\r\n") => 2,
            Some(c) => c.len_utf8(),
            None => 0,
        };
    }
    entities(&mut out, doc);
    if !doc.sources().is_empty() {
        out.push_str("\nsources\n");
        for &source in doc.sources() {
            out.push_str("     ");
            push_flat(&mut out, doc.slice(source));
            out.push('\n');
        }
    }
    if !doc.diagnostics().is_empty() {
        out.push_str("\ndiagnostics\n");
        for diagnostic in doc.diagnostics() {
            let _ = write!(out, "     {}: ", diagnostic.kind);
            push_short(&mut out, doc.slice(diagnostic.span));
            out.push('\n');
        }
    }
    out
}

const BREAKS: [char; 4] = ['\n', '\r', '\u{2028}', '\u{2029}'];

/// The claims' positions in the order in which their contents begin.
fn by_start(doc: &Document<'_>) -> Vec<(usize, usize)> {
    let mut order: Vec<(usize, usize)> = doc
        .claims()
        .iter()
        .enumerate()
        .map(|(i, c)| (c.content().first().map_or(0, |s| s.start()), i))
        .collect();
    order.sort_unstable();
    order
}

/// The walk through the text: what is ahead and what reaches into the present row.
struct View<'d> {
    doc: &'d Document<'d>,
    ahead: &'d [Piece],
    open: Vec<Piece>,
    /// Claims that were named, of `by_start`.
    named: usize,
    /// Rejections that were drawn.
    rejected: usize,
    by_start: Vec<(usize, usize)>,
}

impl View<'_> {
    fn paragraph(&mut self, out: &mut String, start: usize, end: usize) {
        if start == end {
            out.push('\n');
            return;
        }
        let first_rejected = self.rejected;
        let mut row = start;
        while row < end {
            let row_end = row + row_len(&self.doc.text()[row..end]);
            self.row(out, row, row_end);
            row = row_end;
        }
        while let Some(&(_, i)) = self.by_start.get(self.named).filter(|(at, _)| *at < end) {
            claim_line(out, self.doc, &self.doc.claims()[i]);
            self.named += 1;
        }
        for rejected in &self.doc.rejected()[first_rejected..self.rejected] {
            let _ = write!(out, "   x: {}: ", rejected.reason);
            push_short(out, self.doc.slice(rejected.span));
            out.push('\n');
        }
    }

    fn row(&mut self, out: &mut String, start: usize, end: usize) {
        let words = &self.doc.text()[start..end];
        let mut line = " ".repeat(GUTTER);
        // One column a character, so that what is below stays below.
        line.extend(words.chars().map(|c| if c.is_control() { ' ' } else { c }));
        out.push_str(line.trim_end());
        out.push('\n');

        self.open.retain(|p| p.span.end() > start);
        while let Some((piece, rest)) = self
            .ahead
            .split_first()
            .filter(|(p, _)| p.span.start() < end)
        {
            self.open.push(*piece);
            self.ahead = rest;
        }
        self.open
            .sort_unstable_by_key(|p| (p.claim, p.part, p.span));
        for of_one in self.open.chunk_by(|a, b| a.claim == b.claim) {
            let mut marks = Marks::new(words, start);
            of_one
                .iter()
                .for_each(|p| marks.draw(p.span.start(), p.span.end(), glyph(p.part)));
            marks.push(out, &of_one[0].claim.to_string());
        }

        let mut marks = Marks::new(words, start);
        let mut any = false;
        while let Some(rejected) = self
            .doc
            .rejected()
            .get(self.rejected)
            .filter(|r| r.span.start() < end)
        {
            marks.draw(rejected.span.start(), rejected.span.end(), 'x');
            self.rejected += 1;
            any = true;
        }
        if any {
            marks.push(out, "x");
        }
    }
}

/// The row of marks under a row of words.
struct Marks<'t> {
    words: &'t str,
    start: usize,
    line: Vec<char>,
}

impl<'t> Marks<'t> {
    fn new(words: &'t str, start: usize) -> Marks<'t> {
        Marks {
            words,
            start,
            line: Vec::new(),
        }
    }

    fn draw(&mut self, start: usize, end: usize, glyph: char) {
        let mut column = 0;
        for (i, c) in self.words.char_indices() {
            if width(c) == 0 {
                continue;
            }
            if self.line.len() == column {
                self.line.push(' ');
            }
            if (start..end).contains(&(self.start + i)) {
                self.line[column] = glyph;
            }
            column += 1;
        }
    }

    fn push(&self, out: &mut String, label: &str) {
        let marks: String = self.line.iter().collect();
        // A part that reaches into this row with nothing but a blank is not drawn.
        if !marks.trim().is_empty() {
            let _ = writeln!(out, "{label:>4} {}", marks.trim_end());
        }
    }
}

/// Columns of a character, near enough for French: combining accents (NFD text) and the marks without width have none.
fn width(c: char) -> usize {
    usize::from(
        !matches!(c, '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'),
    )
}

fn glyph(part: Part) -> char {
    match part {
        Part::Content => '=',
        Part::Cue => '^',
        Part::Addressee => '>',
        Part::Via => '~',
        Part::Speaker => '@',
    }
}

/// Bytes of the row that begins a line: up to [`WIDTH`] columns, cut after a blank where there is one.
fn row_len(line: &str) -> usize {
    let mut columns = 0;
    let mut blank = None;
    for (i, c) in line.char_indices() {
        columns += width(c);
        if columns > WIDTH {
            return blank.unwrap_or(i);
        }
        if c == ' ' {
            blank = Some(i + 1);
        }
    }
    line.len()
}

fn claim_line(out: &mut String, doc: &Document<'_>, claim: &Claim) {
    let _ = write!(out, "{:>4}: {}", claim.id().index(), claim.kind());
    if let Some(parent) = claim.parent() {
        let _ = write!(out, " in {}", parent.index());
    }
    if claim.act() != Act::Speech {
        let _ = write!(out, ", {}", claim.act());
    }
    if claim.modality() != Modality::Plain {
        let _ = write!(out, ", {}", claim.modality());
    }
    match claim.cue() {
        Some(cue) => {
            let _ = write!(out, " · {} ({}", cue.lemma, cue.class);
            if cue.polarity != Polarity::Affirmed {
                let _ = write!(out, ", {}", cue.polarity);
            }
            out.push(')');
        }
        None => out.push_str(" · no cue"),
    }
    out.push_str(" · ");
    match (doc.speaker(claim), claim.attribution()) {
        (Some(entity), attribution) => {
            push_flat(out, entity.name());
            let _ = write!(out, " [{}]", resolution(attribution).unwrap_or_default());
        }
        (None, Attribution::Mention { mention }) => {
            push_flat(out, doc.slice(*mention));
            out.push_str(" [?]");
        }
        (None, _) => out.push_str("nobody"),
    }
    if !matches!(claim.anonymity(), Anonymity::Named | Anonymity::Unknown) {
        let _ = write!(out, ", {}", claim.anonymity());
    }
    for relay in claim.relays() {
        out.push_str(" · via ");
        push_flat(out, doc.slice(relay.span));
        let _ = write!(out, " ({})", relay.role);
    }
    for &addressee in claim.addressees() {
        out.push_str(" · to ");
        push_flat(out, doc.slice(addressee));
    }
    let _ = writeln!(out, " · rule {}", claim.rule());
}

fn entities(out: &mut String, doc: &Document<'_>) {
    if doc.entities().is_empty() {
        return;
    }
    out.push_str("\nentities\n");
    for entity in doc.entities() {
        let _ = write!(out, "{:>4}: ", entity.id().index());
        push_flat(out, entity.name());
        let _ = writeln!(
            out,
            " · {}, {}, {}",
            entity.kind(),
            entity.gender(),
            entity.number()
        );
        list(out, doc, "roles", entity.roles().iter().map(|r| r.span));
        list(out, doc, "mentions", entity.mentions().iter().copied());
    }
}

fn list(
    out: &mut String,
    doc: &Document<'_>,
    what: &str,
    spans: impl Iterator<Item = crate::Span>,
) {
    for (i, span) in spans.enumerate() {
        match i {
            0 => {
                let _ = write!(out, "      {what}: ");
            }
            _ => out.push_str(" | "),
        }
        push_flat(out, doc.slice(span));
    }
    // An empty list leaves the line before as it was.
    if !out.ends_with('\n') {
        out.push('\n');
    }
}

/// Pushes words on one line, without their middle when they are many.
fn push_short(out: &mut String, words: &str) {
    const KEPT: usize = 40;
    let mut flat = String::new();
    push_flat(&mut flat, words);
    let chars = flat.chars().count();
    if chars <= 2 * KEPT {
        out.push_str(&flat);
    } else {
        out.extend(flat.chars().take(KEPT));
        out.push_str(" […] ");
        out.extend(flat.chars().skip(chars - KEPT));
    }
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, row_len, text};
    use crate::format::sample;

    #[test]
    fn the_whole_view() {
        assert_eq!(
            text(&sample::document()),
            include_str!("testdata/sample.view.txt")
        );
    }

    #[test]
    fn rows_end_after_blanks_or_hard() {
        let words = "mot ".repeat(60);
        assert_eq!(row_len(&words), WIDTH);
        assert_eq!(row_len(&"é".repeat(300)), 2 * WIDTH);
        assert_eq!(row_len("court"), 5);
        // A decomposed accent takes no column.
        assert_eq!(
            row_len(&"e\u{301}".repeat(300)),
            3 * WIDTH + "\u{301}".len() - 2
        );
    }
}
