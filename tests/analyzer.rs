//! The builder does what it is told, and says exactly what it cannot do.

use dixit::{Analyzer, Error, Kind};

const TEXT: &str = "« Le pont tiendra », a assuré Odile Brun. Selon elle, rien ne presse.";

fn contents(analyzer: &Analyzer, text: &str) -> Vec<String> {
    let doc = analyzer.analyze(text);
    let words = |claim: &dixit::Claim| doc.slice(claim.content()[0]).to_owned();
    doc.claims().iter().map(words).collect()
}

fn error(build: Result<Analyzer, Error>) -> Error {
    match build {
        Ok(analyzer) => panic!("{analyzer:?} should not be"),
        Err(error) => error,
    }
}

#[test]
fn rules_are_switched_off_by_name() {
    let all = contents(&Analyzer::default(), TEXT);
    assert_eq!(all, ["Le pont tiendra", "rien ne presse"]);
    let without = Analyzer::builder().without_rule("selon").build().unwrap();
    assert_eq!(contents(&without, TEXT), ["Le pont tiendra"]);
    assert!(format!("{without:?}").contains("selon"));

    let unknown = error(Analyzer::builder().without_rule("Selon").build());
    assert!(
        unknown.is_rule() && !unknown.is_lexicon() && !unknown.is_offset() && !unknown.is_name()
    );
    assert_eq!(unknown.to_string(), "unknown rule \"Selon\"");
}

#[test]
fn the_threshold_is_the_callers() {
    let at = |x| Analyzer::builder().min_confidence(x).build().unwrap();
    let claims = |x| contents(&at(x), TEXT).len();
    assert!(claims(0.0) >= 2);
    assert_eq!(claims(1.1), 0);
}

#[test]
fn lexicon_lines_are_used() {
    let text = "Le pont tiendra, zonzonne Odile Brun.";
    let cue = |analyzer: &Analyzer| {
        let doc = analyzer.analyze(text).into_owned();
        doc.claims()
            .first()
            .and_then(|c| c.cue())
            .map(|cue| cue.lemma.clone())
    };
    let lines = "# mine\n\nverb\tzonzonner\tmanner\tincise,que\ta\n";
    let mine = Analyzer::builder()
        .lexicon_lines("mine.tsv", lines)
        .build()
        .unwrap();
    assert_eq!(cue(&mine).as_deref(), Some("zonzonner"));
    assert_ne!(cue(&Analyzer::new()).as_deref(), Some("zonzonner"));
}

#[test]
fn lexicon_errors_name_file_line_and_column() {
    for (lines, said) in [
        (
            "verb\tdire\tno-such-class\n",
            "line 1, column 11: unknown class \"no-such-class\"",
        ),
        (
            "# é\n\nverb\tpont\tneutral\n",
            "line 3, column 6: \"pont\" is no infinitive",
        ),
        (
            "name\tL'Écho\toutlet\tms\t\té\t \n",
            "line 1, column 24: a column too many",
        ),
        ("noun\tmairesse\n", "line 1, column 14: a gender is missing"),
        ("verb\n", "line 1, column 5: a verb is missing"),
        ("adverb\tici\n", "line 1, column 1: "),
    ] {
        let e = error(Analyzer::builder().lexicon_lines("mine.tsv", lines).build());
        assert!(e.is_lexicon());
        let wanted = format!("lexicon mine.tsv, {said}");
        assert!(e.to_string().starts_with(&wanted), "{e}\n{wanted}");
    }
}

#[test]
fn names_are_read_from_their_spelling_alone() {
    assert_eq!("direct".parse::<Kind>().unwrap(), Kind::Direct);
    let e = "Direct".parse::<Kind>().unwrap_err();
    assert!(e.is_name());
    assert_eq!(e.to_string(), "\"Direct\" is no Kind");
}

#[test]
fn spans_of_another_document_are_refused() {
    let analyzer = Analyzer::new();
    let long = analyzer.analyze(TEXT);
    let short = analyzer.analyze("été");
    let part = long.claims()[0].content()[0];
    let e = short.convert(part, dixit::Unit::Utf16).unwrap_err();
    assert!(e.is_offset());
    assert_eq!(
        e.to_string(),
        "offset 18 in bytes is past the end of the text (5)"
    );
}
