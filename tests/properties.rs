//! The invariants hold of any text: of noise, of articles made from the pieces of real ones, of cases cut and stirred.

use std::sync::LazyLock;

use dixit::Analyzer;
use dixit::testing::{check_text, rooms, strategy};
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

/// Up to a thousand characters of a case: a part is enough, and quicker.
fn part_of_case() -> impl Strategy<Value = String> {
    (any::<Index>(), any::<Index>()).prop_map(|(case, start)| {
        let text = &CASES[case.index(CASES.len())].1;
        let start = start.index(text.chars().count());
        text.chars().skip(start).take(1_000).collect()
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
    fn written_articles(article in strategy::articles()) {
        sound(article.text())?;
    }

    #[test]
    fn changed_articles(text in strategy::mutations(strategy::articles())) {
        sound(&text)?;
    }

    #[test]
    fn changed_cases(text in strategy::mutations(part_of_case())) {
        sound(&text)?;
    }

    /// Where the author did what most do, what was meant is what is read, and nothing else is claimed.
    #[test]
    fn plain_quotations_are_read_as_meant(article in strategy::quotations()) {
        let meant = &article.quotations()[0];
        prop_assume!(meant.well_marked);
        let text = article.text();
        let doc = ANALYZER.analyze(text);
        let read: Vec<_> = doc.claims().iter().filter(|claim| claim.parent().is_none()).collect();
        prop_assert_eq!(read.len(), 1, "claims in {}", text);
        let claim = read[0];
        prop_assert_eq!(claim.kind(), meant.kind, "{}", text);
        let content: Vec<_> = claim.content().iter().map(|span| span.range()).collect();
        prop_assert_eq!(&content, &meant.content, "content in {}", text);
        let cue = claim.cue().map(|cue| cue.span.range());
        prop_assert_eq!(&cue, &meant.cue, "cue in {}", text);
        // Who speaks is known by any of their mentions: a name, the role before it.
        let speaker = meant.speaker.clone().unwrap_or_default();
        let entity = doc.speaker(claim).map_or(&[][..], |entity| entity.mentions());
        let mut mentions = entity.iter().copied().chain(claim.attribution().mention());
        let named = mentions.any(|m| speaker.start <= m.start() && m.end() <= speaker.end);
        prop_assert!(named, "{:?} does not speak in {}", &text[speaker], text);
    }

    #[test]
    fn offsets_go_to_and_fro(text in any::<String>(), start in 0..80_usize, end in 0..80_usize) {
        let checked = rooms::offsets(&text, start..end);
        prop_assert!(checked.is_ok(), "{:?}", checked);
    }
}
