//! The examples of every rule are its tests.

use super::rules;
use crate::{Analyzer, Claim, Document};

/// An example without its signs, and what they marked.
struct Example {
    text: String,
    content: Vec<String>,
    cue: String,
    speaker: String,
}

impl Example {
    fn read(annotated: &str) -> Example {
        let mut example = Example {
            text: String::new(),
            content: Vec::new(),
            cue: String::new(),
            speaker: String::new(),
        };
        let (mut content, mut cue, mut speaker) = (false, false, false);
        for c in annotated.chars() {
            match c {
                '[' => {
                    content = true;
                    example.content.push(String::new());
                }
                ']' => content = false,
                '{' => cue = true,
                '}' => cue = false,
                '<' => speaker = true,
                '>' => speaker = false,
                _ => {
                    example.text.push(c);
                    if let (true, Some(part)) = (content, example.content.last_mut()) {
                        part.push(c);
                    }
                    if cue {
                        example.cue.push(c);
                    }
                    if speaker {
                        example.speaker.push(c);
                    }
                }
            }
        }
        example
    }
}

/// Letters and digits alone: marks and blanks at the edges are told apart elsewhere.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn written(doc: &Document<'_>, claim: &Claim) -> String {
    let content: Vec<String> = claim
        .content()
        .iter()
        .map(|s| letters(doc.slice(*s)))
        .collect();
    let cue = claim
        .cue()
        .map_or(String::new(), |c| letters(doc.slice(c.span)));
    let speaker = claim
        .attribution()
        .mention()
        .map_or(String::new(), |s| letters(doc.slice(s)));
    format!("content {content:?} cue {cue} speaker {speaker}")
}

#[test]
fn examples_hold() {
    let analyzer = Analyzer::new();
    let mut wrong = Vec::new();
    for rule in rules() {
        for annotated in rule.positive() {
            let example = Example::read(annotated);
            let doc = analyzer.analyze(&example.text);
            let content: Vec<String> = example.content.iter().map(|p| letters(p)).collect();
            let expected = format!(
                "content {content:?} cue {} speaker {}",
                letters(&example.cue),
                letters(&example.speaker)
            );
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
