//! Articles built from the grammar: nested marks, incises, paragraphs, furniture. `cargo fuzz fmt structured FILE` prints the
//! text of a crash.

#![no_main]

use std::fmt;
use std::fmt::Write as _;
use std::sync::LazyLock;

use arbitrary::Arbitrary;
use dixit::Analyzer;
use dixit::testing::check_text;
use libfuzzer_sys::fuzz_target;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);

#[derive(Arbitrary, Clone, Copy)]
enum Marks {
    Guillemets,
    GuillemetsClose,
    Double,
    Straight,
    Single,
    Angle,
    Dash,
    NeverClosed,
    NeverOpened,
}

impl Marks {
    fn pair(self) -> (&'static str, &'static str) {
        match self {
            Marks::Guillemets => ("«\u{a0}", "\u{a0}»"),
            Marks::GuillemetsClose => ("«", "»"),
            Marks::Double => ("“", "”"),
            Marks::Straight => ("\"", "\""),
            Marks::Single => ("'", "'"),
            Marks::Angle => ("‹", "›"),
            Marks::Dash => ("\n— ", "\n"),
            Marks::NeverClosed => ("« ", ""),
            Marks::NeverOpened => ("", " »"),
        }
    }
}

const NAMES: &[&str] = &[
    "Odile Brun",
    "M. Maret",
    "la maire",
    "le syndicat",
    "ce dernier",
    "il",
    "on",
    "une source policière",
    "l'AFP",
];
const VERBS: &[&str] = &[
    "dit",
    "a déclaré",
    "assure",
    "n'a pas voulu dire",
    "aurait promis",
    "se dit",
    "juge",
    "demande",
    "fait savoir",
    "tonne",
];
const WORDS: &[&str] = &[
    "le pont tiendra",
    "rien",
    "Oui.",
    "les « gilets »",
    "12 000 personnes",
    "à Fréval",
    "aujourd'hui",
    "P.-D.G",
    "…",
    "qui",
];

#[derive(Arbitrary)]
enum Piece {
    Words(u8),
    Name(u8),
    Verb(u8),
    Inverted(u8),
    Que(u8),
    Selon(u8),
    Quoted(Marks, Vec<Piece>),
    Incise(u8, u8),
    Colon,
    Comma,
    Stop,
    Paragraph,
    Link,
    Source,
    Text(String),
}

fn pick(list: &'static [&'static str], i: u8) -> &'static str {
    list[i as usize % list.len()]
}

fn write(out: &mut String, pieces: &[Piece]) {
    for piece in pieces {
        let _ = match piece {
            Piece::Words(i) => write!(out, "{} ", pick(WORDS, *i)),
            Piece::Name(i) => write!(out, "{} ", pick(NAMES, *i)),
            Piece::Verb(i) => write!(out, "{} ", pick(VERBS, *i)),
            Piece::Inverted(i) => write!(out, ", {}-t-elle", pick(VERBS, *i)),
            Piece::Que(i) => write!(out, "{} que ", pick(VERBS, *i)),
            Piece::Selon(i) => write!(out, "selon {}, ", pick(NAMES, *i)),
            Piece::Incise(verb, name) => {
                write!(out, ", {} {}, ", pick(VERBS, *verb), pick(NAMES, *name))
            }
            Piece::Quoted(marks, inner) => {
                let (open, close) = marks.pair();
                out.push_str(open);
                write_inner(out, inner);
                write!(out, "{close} ")
            }
            Piece::Colon => write!(out, " : "),
            Piece::Comma => write!(out, ", "),
            Piece::Stop => write!(out, ". "),
            Piece::Paragraph => write!(out, "\n\n"),
            Piece::Link => write!(out, "\n» LIRE AUSSI - Le pont\n"),
            Piece::Source => write!(out, "\nSource : Canal Brise\n"),
            Piece::Text(text) => write!(out, "{text}"),
        };
    }
}

fn write_inner(out: &mut String, pieces: &[Piece]) {
    write(out, pieces);
    // The blank behind the last word would stand before the mark.
    out.truncate(out.trim_end_matches(' ').len());
}

#[derive(Arbitrary)]
struct Article(Vec<Piece>);

impl Article {
    fn text(&self) -> String {
        let mut out = String::new();
        write(&mut out, &self.0);
        out
    }
}

impl fmt::Debug for Article {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.text())
    }
}

fuzz_target!(|article: Article| {
    if let Err(violation) = check_text(&ANALYZER, &article.text()) {
        panic!("{violation}");
    }
});
