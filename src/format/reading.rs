//! Who said what, for people: each quotation with its speaker and its source.

use std::fmt::Write as _;

use super::{content_text, push_flat};
use crate::claim::{Anonymity, Attribution, Claim, Kind, Modality, Polarity};
use crate::document::Document;
use crate::entity::Role;

/// How [`reading()`] writes.
///
/// ```
/// let style = dixit::format::Style::new().colour(true).width(72);
/// # let _ = style;
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Style {
    colour: bool,
    width: usize,
}

impl Style {
    /// No colour, 100 columns.
    #[must_use]
    pub fn new() -> Style {
        Style {
            colour: false,
            width: 100,
        }
    }
    /// With ANSI colours or without.
    #[must_use]
    pub fn colour(self, colour: bool) -> Style {
        Style { colour, ..self }
    }
    /// Columns of a line; at least 40.
    #[must_use]
    pub fn width(self, columns: usize) -> Style {
        Style {
            width: columns.max(40),
            ..self
        }
    }
}

impl Default for Style {
    fn default() -> Style {
        Style::new()
    }
}

/// The claims for reading: quotation, then speaker, cue and source.
///
/// ```text
///   0 direct    « Le pont tiendra »
///               Odile Brun, ingénieure · a assuré · via un communiqué
/// ```
///
/// Control characters of the article are left out, so that a text cannot steer the terminal.
///
/// ```
/// let doc = dixit::Analyzer::new().analyze("« Le pont tiendra », a assuré Odile Brun.");
/// let view = dixit::format::reading(&doc, dixit::format::Style::new());
/// assert!(view.starts_with("  0 direct    « Le pont tiendra »\n"));
/// ```
#[must_use]
pub fn reading(doc: &Document<'_>, style: Style) -> String {
    let mut out = String::new();
    for (i, claim) in doc.claims().iter().enumerate() {
        if i > 0 {
            out.push('\n');
        }
        one(&mut out, doc, claim, style);
    }
    if doc.claims().is_empty() {
        out.push_str("no claims\n");
    }
    if !doc.sources().is_empty() {
        let mut words = Words::new();
        words.push(Look::Dim, "Sources:");
        for (i, &source) in doc.sources().iter().enumerate() {
            words.push(Look::Source, doc.slice(source));
            if i + 1 < doc.sources().len() {
                words.glue(",");
            }
        }
        out.push('\n');
        words.write(&mut out, 0, style);
    }
    if !doc.diagnostics().is_empty() {
        out.push('\n');
    }
    for diagnostic in doc.diagnostics() {
        let mut words = Words::new();
        words.push(
            Look::Dim,
            &format!(
                "Note: {} at byte {}",
                diagnostic.kind,
                diagnostic.span.start()
            ),
        );
        words.write(&mut out, 0, style);
    }
    out
}

/// Where the text of a claim begins.
const INDENT: usize = 14;

fn one(out: &mut String, doc: &Document<'_>, claim: &Claim, style: Style) {
    let head = format!("{:>3} {:<10}", claim.id().index(), claim.kind().as_str());
    paint(out, Look::Dim, &head, style);

    let mut words = Words::new();
    // The content of a direct claim stands without its marks; the others hold theirs.
    match claim.kind() {
        Kind::Direct => {
            let mut quoted = String::from("« ");
            push_flat(&mut quoted, &content_text(doc, claim));
            quoted.push_str(" »");
            words.push(Look::Quote, &quoted);
        }
        _ => words.push(Look::Quote, &content_text(doc, claim)),
    }
    // The head may be wider than the indent when there are thousands of claims: the text follows it all the same.
    words.write_from(out, INDENT.max(head.chars().count()), style);

    let mut words = Words::new();
    let mention = claim.attribution().mention().map(|m| doc.slice(m));
    match (doc.speaker(claim), claim.attribution()) {
        (Some(entity), _) => {
            words.push(Look::Speaker, entity.name());
            // An entity without a name is called by its role already.
            let told = |role: &&Role| entity.name().contains(doc.slice(role.span));
            if let Some(role) = entity.roles().iter().find(|role| !told(role)) {
                words.glue(",");
                words.push(Look::Plain, doc.slice(role.span));
            }
        }
        (None, Attribution::Mention { .. }) => {
            words.push(Look::Speaker, mention.unwrap_or_default())
        }
        (None, _) => words.push(Look::Dim, "nobody named"),
    }
    // « une source judiciaire » says it; of « le responsable » the reader is told.
    if !matches!(
        claim.anonymity(),
        Anonymity::Named | Anonymity::Role | Anonymity::Unknown
    ) {
        words.push(Look::Dim, &format!("({})", claim.anonymity()));
    }
    if let Some(cue) = claim.cue() {
        words.push(Look::Dim, "·");
        words.push(Look::Dim, doc.slice(cue.span));
        if cue.polarity != Polarity::Affirmed {
            words.push(Look::Dim, &format!("({})", cue.polarity));
        }
        if claim.modality() != Modality::Plain {
            words.push(Look::Dim, &format!("({})", claim.modality()));
        }
    }
    for &addressee in claim.addressees() {
        words.push(Look::Dim, "· to");
        words.push(Look::Plain, doc.slice(addressee));
    }
    for relay in claim.relays() {
        words.push(Look::Dim, "· via");
        words.push(Look::Source, doc.slice(relay.span));
    }
    if let Some(parent) = claim.parent() {
        words.push(Look::Dim, &format!("· inside {}", parent.index()));
    }
    words.write(out, INDENT, style);
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Plain,
    Dim,
    Quote,
    Speaker,
    Source,
}

impl Look {
    /// The eight colours that every theme gives a readable shade.
    fn ansi(self) -> &'static str {
        match self {
            Look::Plain => "",
            Look::Dim => "\x1b[2m",
            Look::Quote => "\x1b[32m",
            Look::Speaker => "\x1b[1m",
            Look::Source => "\x1b[36m",
        }
    }
}

fn paint(out: &mut String, look: Look, words: &str, style: Style) {
    let code = if style.colour { look.ansi() } else { "" };
    out.push_str(code);
    out.push_str(words);
    if !code.is_empty() {
        out.push_str("\x1b[0m");
    }
}

/// Words with their looks, to be broken into lines.
struct Words(Vec<(Look, String)>);

impl Words {
    fn new() -> Words {
        Words(Vec::new())
    }

    fn push(&mut self, look: Look, words: &str) {
        let mut flat = String::new();
        push_flat(&mut flat, words);
        // « and » keep their neighbour on the line even where the article has a plain blank.
        let flat = flat.replace("« ", "«\u{a0}").replace(" »", "\u{a0}»");
        self.0.extend(
            flat.split(' ')
                .filter(|w| !w.is_empty())
                .map(|w| (look, w.to_owned())),
        );
    }

    /// Adds to the last word.
    fn glue(&mut self, mark: &str) {
        if let Some((_, word)) = self.0.last_mut() {
            word.push_str(mark);
        }
    }

    fn write(self, out: &mut String, indent: usize, style: Style) {
        out.push_str(&" ".repeat(indent));
        self.write_from(out, indent, style);
    }

    /// Writes from column `indent` on, where the line already stands.
    fn write_from(self, out: &mut String, indent: usize, style: Style) {
        let mut column = indent;
        let mut run = String::new();
        let mut look = Look::Plain;
        for (i, (next, word)) in self.0.into_iter().enumerate() {
            let len = word.chars().count();
            let fits = column + 1 + len <= style.width;
            if i > 0 && (next != look || !fits) {
                paint(out, look, &std::mem::take(&mut run), style);
            }
            if i > 0 && fits {
                if run.is_empty() {
                    out.push(' ');
                } else {
                    run.push(' ');
                }
                column += 1 + len;
            } else {
                if i > 0 {
                    let _ = write!(out, "\n{}", " ".repeat(indent));
                }
                column = indent + len;
            }
            look = next;
            run.push_str(&word.replace('\u{a0}', " "));
        }
        paint(out, look, &run, style);
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::{Style, reading};
    use crate::format::sample;

    #[test]
    fn plain() {
        let view = reading(&sample::document(), Style::new().width(72));
        let expected = "
  0 direct    « Nous ne vendrons pas le moulin »
              Maud Kerien, directrice du moulin · a-t-elle fait savoir ·
              to ses voisins · via l'émission <Matin clair>

  1 mixed     la vente serait « une bonne \"affaire\" & un progrès »
              Maud Kerien, directrice du moulin · n'estime pas (negated)
              (conditional)

  2 indirect  c'est […] trop tard
              Certains (group) · jugent

  3 direct    « On m'a dit “jamais” »
              Maud Kerien, directrice du moulin · confie

  4 direct    « jamais »
              nobody named · inside 3

Sources: Le Relais

Note: unclosed_mark at byte 404
";
        assert_eq!(view, &expected[1..]);
    }

    #[test]
    fn colour_changes_nothing_else() {
        let doc = sample::document();
        let mut coloured = reading(&doc, Style::new().colour(true));
        assert!(coloured.contains("\x1b[1mMaud Kerien,\x1b[0m"));
        for code in ["\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[32m", "\x1b[36m"] {
            coloured = coloured.replace(code, "");
        }
        assert_eq!(coloured, reading(&doc, Style::new()));
    }
}
