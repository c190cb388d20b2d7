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

#[test]
fn the_design_names_the_rules_that_there_are() {
    let rooms = ["attribution", "blocks", "marks", "resolve", "select"];
    let mut written = BTreeSet::new();
    for (number, found_by) in constructions() {
        for name in code(&found_by) {
            let rule = dixit::rules().iter().find(|r| r.name() == name);
            match rule {
                Some(_) => {
                    written.insert((name.to_owned(), number));
                }
                None => assert!(
                    rooms.contains(&name),
                    "construction {number}: {name:?} is neither rule nor room"
                ),
            }
        }
    }
    for rule in dixit::rules() {
        for &number in rule.constructions() {
            // Marks of every sort are what the rules for direct speech have in common.
            assert!(
                written.contains(&(rule.name().to_owned(), number)),
                "rule {:?} has construction {number}: DESIGN.md does not say so",
                rule.name()
            );
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
