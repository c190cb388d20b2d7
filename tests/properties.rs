//! The invariants hold of any text: of noise, of articles made from the pieces of real ones, of cases cut and stirred.

use std::sync::LazyLock;

use dixit::Analyzer;
use dixit::testing::check_text;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::TestCaseError;

mod common;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);
static CASES: LazyLock<Vec<(String, String)>> = LazyLock::new(common::cases);

fn sound(text: &str) -> Result<(), TestCaseError> {
    match check_text(&ANALYZER, text) {
        Ok(_) => Ok(()),
        Err(violation) => Err(TestCaseError::fail(violation.to_string())),
    }
}

const NAMES: &[&str] = &[
    "Odile Brun",
    "Luc Maret",
    "la maire de Fréval",
    "le syndicat",
    "M. Maret",
    "une source proche du dossier",
    "les riverains",
    "l'ingénieure Odile Brun, de Fréval,",
    "ce dernier",
    "celle-ci",
];

const CUES: &[&str] = &[
    "a déclaré",
    "assure",
    "a-t-il dit",
    "a-t-elle fait savoir",
    "n'a, pour sa part, pas voulu dire",
    "selon",
    "d'après",
    "estime que",
    "demande si",
    "se dit",
    "promet de",
    "qualifie",
    "tonne",
    "a-t-on appris de",
];

const CLAUSES: &[&str] = &[
    "le pont tiendra",
    "rien ne presse",
    "Nous rouvrirons lundi",
    "C'est faux. Et il le sait",
    "avoir prévenu la mairie",
    "qu'il n'en est rien",
    "honteux",
    "je pense que l'eau monte, m'a-t-il dit, et vite",
    "12 000 personnes",
];

const MARKS: &[(&str, &str)] = &[
    ("«", "»"),
    ("« ", " »"),
    ("«\u{a0}", "\u{a0}»"),
    ("«\u{202f}", "\u{202f}»"),
    ("“", "”"),
    ("\"", "\""),
    ("'", "'"),
    ("‹", "›"),
    ("« ", ""),
    ("", " »"),
    ("— ", ""),
    ("", ""),
];

const JOINTS: &[&str] = &[
    " ", ", ", ". ", ".", " : ", " ; ", "\n\n", "\n", "\r\n\r\n", " — ", " ! ", "… ", " (", ") ",
    ",a dit ",
];

/// One piece of an article: a clause between marks, a cue, a name, what joins them.
fn piece() -> impl Strategy<Value = String> {
    let quoted = (select(MARKS), select(CLAUSES), select(MARKS), any::<bool>()).prop_map(
        |((open, close), words, (inner_open, inner_close), nested)| {
            if nested {
                format!("{open}{words}, {inner_open}{words}{inner_close}{close}")
            } else {
                format!("{open}{words}{close}")
            }
        },
    );
    prop_oneof![
        3 => quoted,
        2 => select(CUES).prop_map(str::to_owned),
        2 => select(NAMES).prop_map(str::to_owned),
        1 => select(CLAUSES).prop_map(str::to_owned),
        1 => select(&["» LIRE AUSSI - Le pont", "©Studio Pélican", "Source : Canal Brise", "• Un point", "(avec AFP)", "Q.", "R."][..])
            .prop_map(str::to_owned),
    ]
}

/// Pieces in any order.
fn stirred() -> impl Strategy<Value = String> {
    proptest::collection::vec((piece(), select(JOINTS)), 0..40).prop_map(|pieces| {
        pieces
            .into_iter()
            .flat_map(|(piece, joint)| [piece, joint.to_owned()])
            .collect()
    })
}

/// Sentences as an author would write them.
fn written() -> impl Strategy<Value = String> {
    let sentence = (
        select(MARKS),
        select(CLAUSES),
        select(CUES),
        select(NAMES),
        0..5,
    )
        .prop_map(|((open, close), words, cue, name, shape)| match shape {
            0 => format!("{open}{words}{close}, {cue} {name}."),
            1 => format!("{open}{words}, {cue} {name}, {words}{close}."),
            2 => format!("{name} {cue} que {words} {open}{words}{close}."),
            3 => format!("Selon {name}, {open}{words}{close}."),
            _ => format!("{name} {cue} : {open}{words}.{close}"),
        });
    let paragraph = proptest::collection::vec(sentence, 1..5).prop_map(|s| s.join(" "));
    proptest::collection::vec(paragraph, 1..6).prop_map(|p| p.join("\n\n"))
}

fn near(text: &str, at: Index) -> usize {
    let mut at = at.index(text.len() + 1);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// A stretch of a case was deleted, doubled, or given other marks, blanks or breaks.
fn mutated() -> impl Strategy<Value = String> {
    let change = (any::<Index>(), any::<Index>(), 0..7_u8);
    (
        any::<Index>(),
        proptest::collection::vec(change, 1..6),
        any::<Index>(),
    )
        .prop_map(|(case, changes, start)| {
            let text = &CASES[case.index(CASES.len())].1;
            // A part is enough, and quicker.
            let start = near(text, start);
            let mut text: String = text[start..].chars().take(1_000).collect();
            for (a, b, what) in changes {
                let (a, b) = (near(&text, a), near(&text, b));
                let (a, b) = (a.min(b), a.max(b));
                let part = text[a..b].to_owned();
                let changed = match what {
                    0 => String::new(),
                    1 => part.repeat(2),
                    2 => part.replace(['«', '»'], "\""),
                    3 => part.replace('»', "«"),
                    4 => part.replace([' ', '\u{a0}'], "\u{202f}"),
                    5 => part.replace("\n\n", " "),
                    _ => part.replace('\'', "\u{2019}").replace(", ", ",\n\n"),
                };
                text.replace_range(a..b, &changed);
            }
            text
        })
}

proptest! {
    // A debug build reads some hundred articles a second.
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn noise(text in any::<String>()) {
        sound(&text)?;
    }

    #[test]
    fn signs_and_letters(text in "[«»\"'“”‹›—–a-eé.,:;!?() \u{a0}\n]{0,200}") {
        sound(&text)?;
    }

    #[test]
    fn pieces_of_articles(text in stirred()) {
        sound(&text)?;
    }

    #[test]
    fn written_articles(text in written()) {
        sound(&text)?;
    }

    #[test]
    fn changed_cases(text in mutated()) {
        sound(&text)?;
    }
}
