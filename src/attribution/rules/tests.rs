//! The examples of every rule are its tests.

use super::rules;
use crate::Analyzer;
use crate::attribution::examples::{Example, written};
use crate::claim::Polarity;

#[test]
fn examples_hold() {
    let analyzer = Analyzer::new();
    let mut wrong = Vec::new();
    for rule in rules() {
        for annotated in rule.positive() {
            let example = Example::read(annotated);
            let doc = analyzer.analyze(&example.text);
            let expected = example.expected();
            let found: Vec<String> = doc
                .claims()
                .iter()
                .filter(|c| c.rule() == rule.name())
                .map(|c| written(&doc, c))
                .collect();
            if !found.contains(&expected) {
                wrong.push(format!(
                    "{} misses: {annotated}\n    expected {expected}\n    found    {found:?}",
                    rule.name()
                ));
            }
        }
        for text in rule.negative() {
            let doc = analyzer.analyze(text);
            let found: Vec<String> = doc
                .claims()
                .iter()
                .filter(|c| c.rule() == rule.name())
                .map(|c| written(&doc, c))
                .collect();
            if !found.is_empty() {
                wrong.push(format!(
                    "{} should find nothing in: {text}\n    found    {found:?}",
                    rule.name()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn rules_are_sorted_and_documented() {
    let names: Vec<&str> = rules().iter().map(super::RuleInfo::name).collect();
    let mut sorted = names.clone();
    sorted.sort_unstable();
    assert_eq!(names, sorted);
    for rule in rules() {
        assert!(
            rule.positive().len() >= 3 && rule.negative().len() >= 2,
            "{} has too few examples",
            rule.name()
        );
        assert!(!rule.constructions().is_empty(), "{}", rule.name());
    }
}

#[test]
fn what_was_said_is_not_negated() {
    let analyzer = Analyzer::new();
    for (text, polarity) in [
        ("Elle n'a pas dit que le pont tiendrait.", Polarity::Negated),
        (
            "Elle n'a pas voulu dire si le pont tiendrait.",
            Polarity::Negated,
        ),
        (
            "Elle n'a pas manqué de dire que le pont tiendrait.",
            Polarity::Affirmed,
        ),
        (
            "« Le pont tiendra », n'a-t-elle cessé de répéter.",
            Polarity::Affirmed,
        ),
        (
            "Elle n'hésite pas à dire que le pont tiendra.",
            Polarity::Affirmed,
        ),
    ] {
        let doc = analyzer.analyze(text);
        let cue = doc.claims().first().and_then(|claim| claim.cue());
        assert_eq!(cue.map(|cue| cue.polarity), Some(polarity), "{text}");
    }
}
