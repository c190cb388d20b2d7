//! Who each speaker is, one file of short articles for each kind of resolution.
//!
//! Under `tests/resolution/`: articles divided by lines of `====`. Below its text each has one line a claim, in text order:
//! `=> first words of the content | name of the entity | kind of resolution`. Every claim has its line.

use std::path::PathBuf;

use dixit::{Analyzer, Attribution, Resolution};

fn kind(attribution: &Attribution) -> &'static str {
    let resolution = match attribution {
        Attribution::Resolved { resolution, .. } => *resolution,
        Attribution::CarriedOver { .. } => Resolution::CarriedOver,
        _ => return "nobody",
    };
    match resolution {
        Resolution::Name => "name",
        Resolution::Title => "title",
        Resolution::Apposition => "apposition",
        Resolution::Pronoun => "pronoun",
        Resolution::Description => "description",
        Resolution::CarriedOver => "carried_over",
        Resolution::FirstPerson => "first_person",
        _ => "?",
    }
}

/// What one article gives that its lines do not say, and the other way round.
fn compare(analyzer: &Analyzer, case: &str) -> Vec<String> {
    let (lines, text): (Vec<&str>, Vec<&str>) =
        case.trim().lines().partition(|line| line.starts_with("=>"));
    let text = text.join("\n");
    let text = text.trim();
    let doc = analyzer.analyze(text);
    let mut wrong = Vec::new();
    let mut expected = lines.iter();
    for claim in doc.claims() {
        let content = doc.slice(claim.content()[0]);
        let name = doc.speaker(claim).map_or("nobody", |e| e.name());
        let how = kind(claim.attribution());
        let found = format!("{content} | {name} | {how}");
        let Some(line) = expected.next() else {
            wrong.push(format!("not asked for: {found}"));
            continue;
        };
        let fields: Vec<&str> = line[2..].split('|').map(str::trim).collect();
        let [start, entity, resolution] = fields[..] else {
            wrong.push(format!("not three fields: {line}"));
            continue;
        };
        if !content.starts_with(start) || name != entity || how != resolution {
            wrong.push(format!("asked: {line}\n     found: {found}"));
        }
    }
    wrong.extend(expected.map(|line| format!("not found: {line}")));
    if !wrong.is_empty() {
        let head = text.lines().next().unwrap_or_default();
        wrong.insert(0, format!("--- {head}"));
    }
    wrong
}

fn check(file: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/resolution")
        .join(file);
    let cases = std::fs::read_to_string(&path).expect("the case file is there");
    let analyzer = Analyzer::new();
    let wrong: Vec<String> = cases
        .split("====\n")
        .flat_map(|case| compare(&analyzer, case))
        .collect();
    assert!(wrong.is_empty(), "{file}\n{}", wrong.join("\n"));
}

#[test]
fn names() {
    check("name.txt");
}

#[test]
fn titles() {
    check("title.txt");
}

#[test]
fn appositions() {
    check("apposition.txt");
}

#[test]
fn pronouns() {
    check("pronoun.txt");
}

#[test]
fn descriptions() {
    check("description.txt");
}

#[test]
fn carried_over() {
    check("carried_over.txt");
}

#[test]
fn coordinations() {
    check("coordination.txt");
}
