//! The same article in other clothes gives the same claims; hostile text gives a sound document.

use dixit::testing::check_text;
use dixit::{Analyzer, DiagnosticKind, Document};

mod common;

/// What was said by whom, without the clothes: blanks and apostrophes in one form, letters without their accents.
#[derive(Debug, PartialEq)]
struct Said {
    kind: dixit::Kind,
    content: Vec<String>,
    speaker: Option<String>,
    via: Vec<String>,
}

fn said(doc: &Document<'_>) -> Vec<Said> {
    let words = |span| plain(doc.slice(span));
    doc.claims()
        .iter()
        .map(|claim| Said {
            kind: claim.kind(),
            content: claim.content().iter().map(|&s| words(s)).collect(),
            speaker: doc.speaker(claim).map(|entity| plain(entity.name())),
            via: claim.relays().iter().map(|r| words(r.span)).collect(),
        })
        .collect()
}

/// One form for what only looks different. Which letters bear accents is left out: no two claims of the cases differ in that alone.
fn plain(words: &str) -> String {
    let mut out = String::new();
    for c in words.chars() {
        match c {
            '\u{2019}' => out.push('\''),
            c if c.is_whitespace() => {
                if !out.ends_with([' ', '«']) {
                    out.push(' ');
                }
            }
            '\u{300}'..='\u{36f}' => {}
            '»' => {
                out.truncate(out.trim_end().len());
                out.push(c);
            }
            c => out.push(bare(c)),
        }
    }
    out
}

/// The letter without its accent.
fn bare(c: char) -> char {
    let parts = DECOMPOSED.iter().find(|(whole, _)| *whole == c);
    parts
        .and_then(|(_, parts)| parts.chars().next())
        .unwrap_or(c)
}

/// The accented letters of French and their decomposed form.
const DECOMPOSED: &[(char, &str)] = &[
    ('à', "a\u{300}"),
    ('â', "a\u{302}"),
    ('ç', "c\u{327}"),
    ('è', "e\u{300}"),
    ('é', "e\u{301}"),
    ('ê', "e\u{302}"),
    ('ë', "e\u{308}"),
    ('î', "i\u{302}"),
    ('ï', "i\u{308}"),
    ('ô', "o\u{302}"),
    ('ö', "o\u{308}"),
    ('ù', "u\u{300}"),
    ('û', "u\u{302}"),
    ('ü', "u\u{308}"),
    ('À', "A\u{300}"),
    ('Â', "A\u{302}"),
    ('Ç', "C\u{327}"),
    ('È', "E\u{300}"),
    ('É', "E\u{301}"),
    ('Ê', "E\u{302}"),
    ('Î', "I\u{302}"),
    ('Ô', "O\u{302}"),
];

fn decomposed(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match DECOMPOSED.iter().find(|(whole, _)| *whole == c) {
            Some((_, parts)) => out.push_str(parts),
            None => out.push(c),
        }
    }
    out
}

/// Reads every case as it is and in other clothes, and compares what was said.
fn same_claims(dress: impl Fn(&str) -> String) {
    let analyzer = Analyzer::new();
    let mut differ = Vec::new();
    for (name, text) in common::cases() {
        let dressed = dress(&text);
        let clean = said(&analyzer.analyze(&text));
        let other = match check_text(&analyzer, &dressed) {
            Ok(doc) => said(&doc),
            Err(violation) => {
                differ.push(format!("{name}: {violation}"));
                continue;
            }
        };
        if clean != other {
            let at = clean.iter().zip(&other).position(|(a, b)| a != b);
            let at = at.unwrap_or(clean.len().min(other.len()));
            differ.push(format!(
                "{name}, claim {at}: {:#?}\nis read as {:#?}",
                clean.get(at),
                other.get(at)
            ));
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}

#[test]
fn every_case_is_sound() {
    let analyzer = Analyzer::new();
    for (name, text) in common::cases() {
        check_text(&analyzer, &text).unwrap_or_else(|e| panic!("{name}: {e}"));
    }
}

#[test]
fn windows_line_ends() {
    same_claims(|text| text.replace('\n', "\r\n"));
}

#[test]
fn byte_order_mark() {
    same_claims(|text| format!("\u{feff}{text}"));
}

#[test]
fn line_separators() {
    same_claims(|text| text.replace('\n', "\u{2028}"));
}

#[test]
fn decomposed_accents() {
    same_claims(decomposed);
}

#[test]
fn typographic_apostrophes() {
    same_claims(|text| apostrophes(text, '\u{2019}'));
}

#[test]
fn straight_apostrophes() {
    same_claims(|text| apostrophes(text, '\''));
}

/// Apostrophes between letters alone: at the edge of a word the sign is a quotation mark.
fn apostrophes(text: &str, apostrophe: char) -> String {
    let chars: Vec<char> = text.chars().collect();
    let letter = |i: usize| chars.get(i).is_some_and(|c| c.is_alphabetic());
    let is_one = |i: usize| matches!(chars[i], '\'' | '\u{2019}');
    (0..chars.len())
        .map(|i| {
            if i > 0 && is_one(i) && letter(i - 1) && letter(i + 1) {
                apostrophe
            } else {
                chars[i]
            }
        })
        .collect()
}

#[test]
fn spacing_inside_guillemets() {
    let close = |text: &str| {
        let mut out = text.to_owned();
        for blank in [' ', '\u{a0}', '\u{202f}', '\u{2009}'] {
            out = out.replace(&format!("«{blank}"), "«");
            out = out.replace(&format!("{blank}»"), "»");
        }
        out
    };
    // Guillemets that stand between blanks on both sides can only be told by their partner; the cases hold some.
    for blank in ["\u{a0}", "\u{202f}", "\u{2009}"] {
        same_claims(|text| {
            if text.contains("» LIRE AUSSI") || text.contains("\n» ") {
                return text.to_owned();
            }
            close(text)
                .replace('«', &format!("«{blank}"))
                .replace('»', &format!("{blank}»"))
        });
    }
}

#[test]
fn capitals_without_accents() {
    same_claims(|text| {
        text.chars()
            .map(|c| if c.is_uppercase() { bare(c) } else { c })
            .collect()
    });
}

#[test]
fn other_languages_are_named() {
    let analyzer = Analyzer::new();
    let not_french = |text: &str| {
        let doc = check_text(&analyzer, text).unwrap();
        doc.diagnostics()
            .iter()
            .any(|d| d.kind == DiagnosticKind::NotFrench)
    };
    for text in [
        "The harbour will open again on Monday, the mayor said on Thursday. \"We have waited for three weeks and the boats are \
         still on land,\" she told reporters, adding that the insurance would pay for most of the damage. The fishermen were not so sure.",
        "Der Hafen wird am Montag wieder geöffnet, sagte die Bürgermeisterin am Donnerstag. „Wir haben drei Wochen gewartet, und die \
         Boote liegen noch immer an Land“, erklärte sie. Die Fischer waren sich da nicht so sicher.",
        "El puerto volverá a abrir el lunes, dijo la alcaldesa el jueves. «Hemos esperado tres semanas y los barcos siguen en \
         tierra», explicó, y añadió que el seguro pagaría la mayor parte de los daños. Los pescadores no estaban tan seguros.",
        "Il porto riaprirà lunedì, ha detto la sindaca giovedì. «Abbiamo aspettato tre settimane e le barche sono ancora a terra», \
         ha spiegato, aggiungendo che l'assicurazione pagherà gran parte dei danni. I pescatori non ne erano così sicuri.",
    ] {
        assert!(not_french(text), "{text}");
    }
    for (name, text) in common::cases() {
        assert!(!not_french(&text), "{name}");
    }
    // Too little to tell is no reason to complain.
    assert!(!not_french("") && !not_french("Oui.") && !not_french("« OK », dit-il."));
}

/// Nothing here may fall or take for ever; how long it takes is measured elsewhere.
#[test]
fn hostile_fragments() {
    const SIZE: usize = 100_000;
    let analyzer = Analyzer::new();
    for fragment in [
        "«",
        "»",
        "\"",
        "'",
        "« “ ",
        "« » ",
        ", a-t-il dit",
        "que ",
        "selon lui, ",
        "Jean Dupont ",
        "l'",
        "(",
        "— ",
        "« Oui.\n\n",
        "« Oui », dit-il. ",
        "« Il pleut ici. », a dit le maire. ",
        "Luc Maret, pourquoi partez-vous ?\n\nParce que je suis las.\n\n",
        "\n",
        "\u{301}",
        "il dit que ",
        "aujourd'hui",
        "…",
    ] {
        let text = fragment.repeat(SIZE / fragment.len());
        check_text(&analyzer, &text).unwrap_or_else(|e| panic!("{fragment:?}: {e}"));
    }
}
