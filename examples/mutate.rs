//! Articles with faults, as many as you like, through the invariants: `cargo run --release --example mutate -- --help`.
//!
//! Each run is its seed: article number n of seed s is the same text on every machine, and a violation prints both.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use dixit::Analyzer;
use dixit::testing::{check_text, mutated};

const USAGE: &str = "\
usage: mutate [--count N] [--from M] [--seed S] [--bytes B] [--print] [FOLDER …]

Reads the *.txt of the folders (default: tests/cases), makes N articles with
faults of them (default: 5000), each from a stretch of B bytes at most
(default: 3000), and checks that the invariants hold of every one. They are
numbered from M (default: 0). --print writes number M and checks nothing.";

struct Args {
    count: u64,
    from: u64,
    seed: u64,
    bytes: usize,
    print: bool,
    folders: Vec<PathBuf>,
}

fn args() -> Result<Args, String> {
    let mut args = Args {
        count: 5_000,
        from: 0,
        seed: 1,
        bytes: 3_000,
        print: false,
        folders: Vec::new(),
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut number = |what: &str| {
            let value = words.next().and_then(|value| value.parse::<u64>().ok());
            value.ok_or_else(|| format!("{what} wants a number"))
        };
        match word.as_str() {
            "--count" => args.count = number("--count")?,
            "--from" => args.from = number("--from")?,
            "--seed" => args.seed = number("--seed")?,
            "--bytes" => args.bytes = number("--bytes")? as usize,
            "--print" => args.print = true,
            _ if word.starts_with('-') => return Err(USAGE.to_owned()),
            folder => args.folders.push(PathBuf::from(folder)),
        }
    }
    if args.folders.is_empty() {
        args.folders.push(PathBuf::from("tests/cases"));
    }
    Ok(args)
}

/// The articles, in the order of their paths.
fn articles(folders: &[PathBuf]) -> Result<Vec<String>, String> {
    let mut paths = Vec::new();
    for folder in folders {
        let entries =
            std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
        let files = entries.filter_map(|entry| Some(entry.ok()?.path()));
        paths.extend(files.filter(|path| path.extension().is_some_and(|e| e == "txt")));
    }
    paths.sort();
    let mut texts = Vec::new();
    for path in paths {
        let bytes = std::fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        texts.push(String::from_utf8_lossy(&bytes).into_owned());
    }
    if texts.is_empty() {
        return Err("no articles (*.txt) there".to_owned());
    }
    Ok(texts)
}

/// Article number `n`: a stretch of one of the texts, with faults.
fn article(texts: &[String], bytes: usize, seed: u64) -> String {
    let text = &texts[(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize % texts.len()];
    let mut start = match text.len().checked_sub(bytes) {
        Some(room) if room > 0 => (seed >> 3) as usize % room,
        _ => 0,
    };
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let mut end = text.len().min(start + bytes);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    mutated(&text[start..end], seed)
}

fn run() -> Result<(), String> {
    let args = args()?;
    let texts = articles(&args.folders)?;
    // Seeds next to each other give articles that have nothing to do with each other.
    let seed_of = |n: u64| args.seed.wrapping_mul(1 << 40).wrapping_add(n);
    if args.print {
        println!("{}", article(&texts, args.bytes, seed_of(args.from)));
        return Ok(());
    }
    let analyzer = Analyzer::new();
    let begun = Instant::now();
    let mut told = Duration::ZERO;
    let (mut bytes, mut claims) = (0, 0);
    for n in args.from..args.from + args.count {
        let text = article(&texts, args.bytes, seed_of(n));
        match check_text(&analyzer, &text) {
            Ok(doc) => claims += doc.claims().len(),
            Err(violation) => {
                return Err(format!(
                    "seed {}, article {n}: {violation}\n{text}",
                    args.seed
                ));
            }
        }
        bytes += text.len();
        if begun.elapsed() > told + Duration::from_secs(60) {
            told = begun.elapsed();
            eprintln!("{n} articles, {} s", told.as_secs());
        }
    }
    println!(
        "{} mutated articles of {} texts (seed {}): {} MB, {claims} claims, no violation, {} s",
        args.count,
        texts.len(),
        args.seed,
        bytes / 1_000_000,
        begun.elapsed().as_secs()
    );
    Ok(())
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
