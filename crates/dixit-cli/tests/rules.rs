//! `dixit rules` and `dixit schema`.

use std::process::{Command, Output};

fn dixit(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dixit"))
        .args(args)
        .output()
        .unwrap()
}

#[test]
fn every_rule_with_its_examples() {
    let output = dixit(&["rules"]);
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    for rule in dixit::rules() {
        assert!(text.contains(&format!("{} (construction", rule.name())));
        assert!(text.contains(rule.summary()));
        for example in rule.positive() {
            assert!(text.contains(&format!(
                "    + {}",
                example.lines().next().unwrap_or_default()
            )));
        }
    }
    for form in dixit::constructions() {
        assert!(text.contains(&format!("{}. {} (", form.number(), form.name())));
    }
}

#[test]
fn one_construction() {
    let output = dixit(&["rules", "30"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("30. selon (selon)\n    + "), "{text}");
    assert_eq!(text.lines().filter(|l| !l.starts_with(' ')).count(), 1);
}

#[test]
fn one_rule_as_json() {
    let rule = &dixit::rules()[0];
    let output = dixit(&["rules", rule.name(), "--format", "json"]);
    let all: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let list = &all["rules"];
    assert_eq!(list.as_array().unwrap().len(), 1);
    assert_eq!(all["constructions"], serde_json::json!([]));
    assert_eq!(list[0]["name"], rule.name());
    assert_eq!(
        list[0]["constructions"].as_array().unwrap().len(),
        rule.constructions().len()
    );
    assert_eq!(
        list[0]["positive"].as_array().unwrap().len(),
        rule.positive().len()
    );
}

#[test]
fn an_unknown_rule_is_an_error() {
    let output = dixit(&["rules", "no_such_rule"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(
        error.starts_with("dixit: no_such_rule: no such rule"),
        "{error}"
    );
}

#[test]
fn the_schema_is_the_library_s() {
    let output = dixit(&["schema"]);
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        dixit::format::JSON_SCHEMA
    );
}
