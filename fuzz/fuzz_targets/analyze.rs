//! Any bytes, repaired into text: the document is sound, and the same twice. Tokens tile the text and quotations nest.

#![no_main]

use std::sync::LazyLock;

use dixit::Analyzer;
use dixit::testing::check_text;
use libfuzzer_sys::fuzz_target;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    if let Err(violation) = check_text(&ANALYZER, &text) {
        panic!("{violation}");
    }
});
