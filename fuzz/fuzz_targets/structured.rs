//! Articles built from the grammar: quotations of every construction, nested marks, incises, paragraphs, furniture. The document
//! is sound. `cargo fuzz fmt structured FILE` prints the text of a crash.

#![no_main]

use std::sync::LazyLock;

use dixit::Analyzer;
use dixit::testing::{Article, check_text};
use libfuzzer_sys::fuzz_target;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);

fuzz_target!(|article: Article| {
    if let Err(violation) = check_text(&ANALYZER, article.text()) {
        panic!("{violation}\n{article}");
    }
});
