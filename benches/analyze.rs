//! How fast articles are read: `cargo bench`. Bytes a second are what to compare.

use std::fs;
use std::path::Path;

use divan::Bencher;
use divan::counter::BytesCount;
use dixit::Analyzer;

fn main() {
    divan::main();
}

/// Every case, one after the other.
fn cases() -> Vec<String> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut paths: Vec<_> = fs::read_dir(dir)
        .expect("tests/cases is part of the repository")
        .map(|entry| entry.expect("a directory entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    // The order of a directory is not the same everywhere, and caches notice.
    paths.sort();
    paths
        .iter()
        .map(|path| fs::read_to_string(path).expect("a case is UTF-8"))
        .collect()
}

fn bytes(texts: &[String]) -> BytesCount {
    BytesCount::new(texts.iter().map(String::len).sum::<usize>())
}

#[divan::bench]
fn articles(bencher: Bencher<'_, '_>) {
    let (analyzer, texts) = (Analyzer::new(), cases());
    bencher.counter(bytes(&texts)).bench_local(|| {
        texts
            .iter()
            .map(|text| analyzer.analyze(text).claims().len())
            .sum::<usize>()
    });
}

/// The same words as one article: what grows faster than the text shows here.
#[divan::bench(args = [1, 8, 64])]
fn one_long_article(bencher: Bencher<'_, '_>, times: usize) {
    let analyzer = Analyzer::new();
    let text = [cases().join("\n\n").repeat(times)];
    bencher
        .counter(bytes(&text))
        .bench_local(|| analyzer.analyze(&text[0]).claims().len());
}

#[cfg(feature = "json")]
#[divan::bench]
fn json(bencher: Bencher<'_, '_>) {
    let (analyzer, texts) = (Analyzer::new(), cases());
    let docs: Vec<_> = texts.iter().map(|text| analyzer.analyze(text)).collect();
    bencher.counter(bytes(&texts)).bench_local(|| {
        docs.iter()
            .map(|doc| dixit::format::json(doc, None).len())
            .sum::<usize>()
    });
}

/// What a program pays once.
#[divan::bench]
fn build_the_analyzer() -> Analyzer {
    Analyzer::new()
}
