//! The documents agree with the code.

use std::collections::BTreeSet;
use std::fs;

mod common;

fn document(name: &str) -> String {
    fs::read_to_string(common::path(name)).expect("the document is part of the repository")
}

/// The table of constructions in DESIGN.md: number and the words in its last column.
fn constructions() -> Vec<(u8, String)> {
    document("DESIGN.md")
        .lines()
        .filter_map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let [number, _, _, found_by] = cells[..] else {
                return None;
            };
            Some((number.parse().ok()?, found_by.to_owned()))
        })
        .collect()
}

/// What stands between backticks.
fn code(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

#[test]
fn every_construction_is_listed_once() {
    let numbers: Vec<u8> = constructions().iter().map(|(n, _)| *n).collect();
    assert_eq!(numbers, (1..=47).collect::<Vec<u8>>());
}

/// DESIGN.md's table, the catalogue in the code, and through it the rules say the same.
#[test]
fn the_design_lists_the_constructions_that_there_are() {
    let table = constructions();
    assert_eq!(table.len(), dixit::constructions().len());
    for (form, (number, found_by)) in dixit::constructions().iter().zip(table) {
        assert_eq!(form.number(), number);
        let written: BTreeSet<&str> = code(&found_by).collect();
        let known: BTreeSet<&str> = form.found_by().iter().copied().collect();
        assert_eq!(written, known, "construction {number}");
        for name in written {
            let rule = dixit::rules().iter().any(|r| r.name() == name);
            let room = ["attribution", "blocks", "marks", "resolve", "select"].contains(&name);
            assert!(rule || room, "construction {number}: {name:?}");
        }
    }
}

#[test]
fn every_case_is_described() {
    let index = document("tests/cases/README.md");
    for (name, _) in common::cases() {
        assert!(
            index.contains(&format!("`{name}`")),
            "tests/cases/README.md says nothing of {name}"
        );
    }
}

/// The example in the README is the file that its command reads, and what the command prints.
#[test]
fn the_readme_shows_what_is_printed() {
    let readme = document("README.md");
    let article = document("examples/article.txt");
    let plain = |s: &str| {
        let words = s.split_whitespace().filter(|word| *word != ">");
        words.collect::<Vec<_>>().join(" ").replace("**", "")
    };
    assert!(plain(&readme).contains(&plain(&article)));

    let doc = dixit::Analyzer::new().analyze(&article);
    let view = dixit::format::reading(&doc, dixit::format::Style::new());
    let shown = plain(&readme);
    for line in view.lines() {
        assert!(shown.contains(&plain(line)), "not in the README: {line}");
    }
}
