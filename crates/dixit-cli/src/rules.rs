//! `dixit rules`: what finds the claims.

use std::fmt::Write as _;
use std::io;
use std::process::ExitCode;

use dixit::RuleInfo;
use serde_json::{Value, json};

use crate::args::{Rules, RulesFormat};
use crate::{complain, print};

pub fn run(args: &Rules) -> io::Result<ExitCode> {
    let rules: Vec<&RuleInfo> = dixit::rules()
        .iter()
        .filter(|r| args.name.as_ref().is_none_or(|name| r.name() == name))
        .collect();
    if let (Some(name), true) = (&args.name, rules.is_empty()) {
        complain(name, "no such rule (`dixit rules` lists them all)");
        return Ok(ExitCode::FAILURE);
    }
    match args.format {
        RulesFormat::Text => print(&text(&rules))?,
        RulesFormat::Json => {
            let list: Vec<Value> = rules.iter().map(|r| object(r)).collect();
            print(&format!("{:#}\n", Value::from(list)))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn text(rules: &[&RuleInfo]) -> String {
    let mut out = String::new();
    for (i, rule) in rules.iter().enumerate() {
        if i > 0 {
            out.push('\n');
        }
        let numbers: Vec<String> = rule.constructions().iter().map(u8::to_string).collect();
        let word = if numbers.len() == 1 {
            "construction"
        } else {
            "constructions"
        };
        let _ = writeln!(out, "{} ({word} {})", rule.name(), numbers.join(", "));
        let _ = writeln!(out, "  {}", rule.summary());
        for example in rule.positive() {
            let _ = writeln!(out, "    + {}", indented(example));
        }
        for example in rule.negative() {
            let _ = writeln!(out, "    - {}", indented(example));
        }
    }
    out
}

/// An example may hold several paragraphs.
fn indented(example: &str) -> String {
    example.replace('\n', "\n      ")
}

fn object(rule: &RuleInfo) -> Value {
    json!({
        "name": rule.name(),
        "summary": rule.summary(),
        "constructions": rule.constructions(),
        "positive": rule.positive(),
        "negative": rule.negative(),
    })
}
