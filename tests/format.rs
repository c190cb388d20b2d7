//! What must hold for every format, whatever the analysis finds.

#![cfg(feature = "json")]

use dixit::format::{
    Style, brat, csv, csv_rows, html, json, json_pretty, model, read_json, reading, text,
    web_annotation, write_json,
};
use dixit::{Analyzer, Document};

/// Written for this test; nobody in it exists.
const ARTICLE: &str = "« Nous ne vendrons pas le moulin », a fait savoir Maud Kerien, sa directrice, mardi dans un communiqué. \
    « Jamais », a-t-elle ajouté.\r\n\r\nSelon le maire de Trévannec, Luc Maret, la vente « n'a rien <d'urgent> & de \"sûr\" ». « Il m'a \
    dit “non” », raconte un voisin. « Fin";

fn check(check: impl Fn(&Document<'_>)) {
    let analyzer = Analyzer::new();
    for article in [
        "",
        "\n",
        "Rien.",
        ARTICLE,
        &ARTICLE.replace('é', "e\u{301}"),
        &ARTICLE.repeat(20),
    ] {
        check(&analyzer.analyze(article));
    }
}

#[test]
fn json_reads_back_equal() {
    check(|doc| {
        for name in [None, Some("moulin"), Some("\"\\\u{1}é")] {
            let written = json(doc, name);
            let article = model::Article::from_document(doc, name);
            assert_eq!(read_json(&written).unwrap(), article);
            assert_eq!(read_json(&json_pretty(doc, name)).unwrap(), article);
            assert!(!written.contains('\n'));
            let mut out = Vec::new();
            write_json(doc, name, &mut out).unwrap();
            assert_eq!(out, written.into_bytes());
        }
    });
}

#[test]
fn json_places_are_places_of_the_text() {
    check(|doc| {
        let written = json(doc, None);
        let article = read_json(&written).unwrap();
        let same = |start: usize, end: usize, words: &str| {
            assert_eq!(doc.text().get(start..end), Some(words))
        };
        for claim in &article.claims {
            claim
                .content
                .iter()
                .chain(&claim.addressee)
                .for_each(|s| same(s.start, s.end, &s.text));
            claim.via.iter().for_each(|s| same(s.start, s.end, &s.text));
            claim.cue.iter().for_each(|s| same(s.start, s.end, &s.text));
            if let Some(model::Speaker {
                start: Some(start),
                end: Some(end),
                text: Some(words),
                ..
            }) = &claim.speaker
            {
                same(*start, *end, words);
            }
            if let Some(entity) = claim.speaker.as_ref().and_then(|s| s.entity) {
                let name = claim.speaker.as_ref().and_then(|s| s.name.as_deref());
                assert_eq!(name, Some(&*article.entities[entity as usize].name));
            }
        }
        for entity in &article.entities {
            entity
                .roles
                .iter()
                .chain(&entity.mentions)
                .for_each(|s| same(s.start, s.end, &s.text));
        }
        article
            .sources
            .iter()
            .for_each(|s| same(s.start, s.end, &s.text));
        article
            .rejected
            .iter()
            .for_each(|s| same(s.start, s.end, &s.text));
    });
}

#[test]
fn json_that_is_not_ours_is_an_error() {
    let good = json(&Analyzer::new().analyze(ARTICLE), None);
    assert!(read_json("").is_err());
    assert!(read_json("[]").is_err());
    assert!(read_json(&good[..good.len() - 1]).is_err());
    let other = read_json(&good.replace("dixit/1", "dixit/2")).unwrap_err();
    assert!(other.to_string().contains("dixit/2"), "{other}");
    // A later version of the same contract may know more.
    assert!(read_json(&good.replacen('{', "{\"later\":[1],", 1)).is_ok());
}

#[test]
fn every_format_writes_every_claim() {
    check(|doc| {
        let claims = doc.claims().len();
        let ann = brat(doc);
        assert_eq!(
            ann.lines().filter(|l| l.contains("\tKind ")).count(),
            claims
        );
        let page: serde_json::Value =
            serde_json::from_str(&web_annotation(doc, "moulin.txt")).unwrap();
        assert_eq!(page["items"].as_array().unwrap().len(), claims);
        assert_eq!(html(doc, None).matches("<li ").count(), claims);
        assert!(csv(doc, None).ends_with(&csv_rows(doc, None)));
        let view = text(doc);
        for claim in doc.claims() {
            assert!(view.contains(&format!("{:>4}: {}", claim.id().index(), claim.kind())));
        }
        let view = reading(doc, Style::new());
        assert_eq!(view.contains("no claims"), claims == 0);
    });
}

#[test]
fn the_text_view_shows_the_whole_article() {
    let doc_text = ARTICLE.replace("\r\n", "\n");
    let analyzer = Analyzer::new();
    let doc = analyzer.analyze(&doc_text);
    let view = text(&doc);
    // Rows of the article are those with a blank gutter; the lists at the end have one too.
    let rows: Vec<&str> = view
        .lines()
        .skip(1)
        .filter_map(|l| l.strip_prefix("     "))
        .collect();
    let shown: String = rows.join(" ");
    let words = |s: &str| s.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert!(words(&shown).starts_with(&words(&doc_text)), "{view}");
}

#[test]
fn nothing_of_the_article_reaches_the_terminal_raw() {
    let analyzer = Analyzer::new();
    let doc = analyzer.analyze("« Le \x1b[31mpont\x07 tiendra », a assuré Odile \x1b[0mBrun.");
    assert!(!reading(&doc, Style::new()).contains(['\x1b', '\x07']));
    assert!(!text(&doc).contains(['\x1b', '\x07']));
}
