//! `dixit rules`: what finds the claims, and the constructions of French that are known.

use std::fmt::Write as _;
use std::io;
use std::process::ExitCode;

use dixit::{Construction, RuleInfo};
use serde_json::{Value, json};

use crate::args::{Rules, RulesFormat};
use crate::{complain, print};

pub fn run(args: &Rules) -> io::Result<ExitCode> {
    let wanted = |name: &str| args.name.as_ref().is_none_or(|asked| asked == name);
    let rules: Vec<&RuleInfo> = dixit::rules().iter().filter(|r| wanted(r.name())).collect();
    let forms: Vec<&Construction> = dixit::constructions()
        .iter()
        .filter(|c| wanted(&c.number().to_string()))
        .collect();
    if let (Some(name), true, true) = (&args.name, rules.is_empty(), forms.is_empty()) {
        complain(
            name,
            "no such rule or construction (`dixit rules` lists them all)",
        );
        return Ok(ExitCode::FAILURE);
    }
    match args.format {
        RulesFormat::Text => print(&text(&rules, &forms))?,
        RulesFormat::Json => {
            let rules: Vec<Value> = rules.iter().map(|r| rule(r)).collect();
            let forms: Vec<Value> = forms.iter().map(|c| form(c)).collect();
            print(&format!(
                "{:#}\n",
                json!({ "rules": rules, "constructions": forms })
            ))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn text(rules: &[&RuleInfo], forms: &[&Construction]) -> String {
    let mut parts: Vec<String> = Vec::with_capacity(rules.len() + forms.len());
    for rule in rules {
        let numbers: Vec<String> = rule.constructions().iter().map(u8::to_string).collect();
        let word = if numbers.len() == 1 {
            "construction"
        } else {
            "constructions"
        };
        let mut part = format!("{} ({word} {})\n", rule.name(), numbers.join(", "));
        let _ = writeln!(part, "  {}", rule.summary());
        examples(&mut part, rule.positive(), rule.negative());
        parts.push(part);
    }
    for form in forms {
        let found_by = match form.found_by() {
            [] => "left alone".to_owned(),
            names => names.join(", "),
        };
        let mut part = format!("{}. {} ({found_by})\n", form.number(), form.name());
        examples(&mut part, form.positive(), form.negative());
        parts.push(part);
    }
    parts.join("\n")
}

fn examples(out: &mut String, positive: &[&str], negative: &[&str]) {
    for example in positive {
        let _ = writeln!(out, "    + {}", indented(example));
    }
    for example in negative {
        let _ = writeln!(out, "    - {}", indented(example));
    }
}

/// An example may hold several paragraphs.
fn indented(example: &str) -> String {
    example.replace('\n', "\n      ")
}

fn rule(rule: &RuleInfo) -> Value {
    json!({
        "name": rule.name(),
        "summary": rule.summary(),
        "constructions": rule.constructions(),
        "positive": rule.positive(),
        "negative": rule.negative(),
    })
}

fn form(form: &Construction) -> Value {
    json!({
        "number": form.number(),
        "name": form.name(),
        "found_by": form.found_by(),
        "positive": form.positive(),
        "negative": form.negative(),
    })
}
