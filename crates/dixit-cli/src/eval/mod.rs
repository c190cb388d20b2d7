//! `dixit eval`: how good the analysis is, by articles that people annotated.

mod errors;
mod fold;
mod gold;
#[cfg(test)]
mod invented;
mod print;
mod score;
mod text;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use dixit::Analyzer;
use serde_json::Value;

use crate::args::Eval;
use crate::output::{read_reason, reason};
use crate::{complain, print as write};

use gold::{Article, Found, Gold};
use score::Score;
use text::Text;

/// What failed, and why.
type Failure = (String, String);

pub fn run(args: &Eval) -> io::Result<ExitCode> {
    match evaluate(args) {
        Ok(report) => {
            write(&report)?;
            Ok(ExitCode::SUCCESS)
        }
        // Figures of some of the articles would pass for figures of all, so the first that cannot be read ends it.
        Err((what, why)) => {
            complain(&what, &why);
            Ok(ExitCode::FAILURE)
        }
    }
}

fn evaluate(args: &Eval) -> Result<String, Failure> {
    let names = chosen(args)?;
    let analyzer = Analyzer::new();
    let mut score = Score::default();
    let mut mistakes = Vec::new();
    for name in &names {
        let article = article(args, name, &analyzer)?;
        score.add(&article);
        if args.errors {
            mistakes.extend(errors::mistakes(&article));
        }
    }
    let mistakes = args.errors.then_some(&mistakes[..]);
    Ok(if args.json {
        print::json(&score, mistakes, args.resolution)
    } else {
        print::text(&score, mistakes, args.resolution)
    })
}

/// The names of the annotated articles that are wanted, in order.
fn chosen(args: &Eval) -> Result<BTreeSet<String>, Failure> {
    let dir = &args.gold;
    let fail = |e: &io::Error| (dir.display().to_string(), reason(e));
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(dir).map_err(|e| fail(&e))? {
        let path = entry.map_err(|e| fail(&e))?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        if let Some(name) = name.and_then(|name| name.strip_suffix(".json")) {
            names.insert(name.to_owned());
        }
    }
    let only = args.only.as_deref().map(|f| list(f, &names)).transpose()?;
    let skip = args.skip.as_deref().map(|f| list(f, &names)).transpose()?;
    if let Some(only) = only {
        names.retain(|name| only.contains(name));
    }
    if let Some(skip) = skip {
        names.retain(|name| !skip.contains(name));
    }
    if names.is_empty() {
        return Err((dir.display().to_string(), "no annotations to score".into()));
    }
    Ok(names)
}

/// A list of names, divided by blanks. One that stands for nothing is most likely misspelt.
fn list(file: &Path, names: &BTreeSet<String>) -> Result<BTreeSet<String>, Failure> {
    let text = read(file)?;
    let listed: BTreeSet<String> = text.split_whitespace().map(str::to_owned).collect();
    for name in listed.difference(names) {
        complain(
            &file.display().to_string(),
            &format!("no annotations of {name}"),
        );
    }
    Ok(listed)
}

fn article(args: &Eval, name: &str, analyzer: &Analyzer) -> Result<Article, Failure> {
    let gold_file = args.gold.join(format!("{name}.json"));
    let text_file = args.texts.join(format!("{name}.txt"));
    let words = read(&text_file)?;
    let found = match &args.pred {
        // By way of the JSON, so that both ways are one and nothing is counted that a reader of the JSON does not get.
        None => {
            let made = dixit::format::json(&analyzer.analyze(&words), None);
            Some((text_file, made))
        }
        Some(dir) => {
            let file = dir.join(format!("{name}.json"));
            if file.exists() {
                let read = read(&file)?;
                Some((file, read))
            } else {
                complain(name, "no prediction: all its claims count as missed");
                None
            }
        }
    };
    let text = Text::new(words);
    let gold = parse(&gold_file, &read(&gold_file)?, |json| {
        Gold::read(json, &text)
    })?;
    let found = match found {
        None => Found::default(),
        Some((file, json)) => parse(&file, &json, |json| Found::read(json, &text))?,
    };
    Ok(Article {
        name: name.to_owned(),
        text,
        gold,
        found,
    })
}

fn read(file: &Path) -> Result<String, Failure> {
    let fail = |why| (file.display().to_string(), why);
    let bytes = fs::read(file).map_err(|e| fail(read_reason(file, &e)))?;
    String::from_utf8(bytes).map_err(|_| fail("not UTF-8".to_owned()))
}

fn parse<T>(
    file: &Path,
    json: &str,
    read: impl FnOnce(&Value) -> Result<T, String>,
) -> Result<T, Failure> {
    serde_json::from_str(json)
        .map_err(|e| format!("no JSON: {e}"))
        .and_then(|json| read(&json))
        .map_err(|why| (file.display().to_string(), why))
}
