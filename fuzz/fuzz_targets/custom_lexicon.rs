//! An analyzer that took lines from anywhere is sound.

#![no_main]

use dixit::Analyzer;
use dixit::testing::check_text;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|lines: &str| {
    if let Ok(analyzer) = Analyzer::builder().lexicon_lines("fuzz.tsv", lines).build() {
        let words: String = lines.chars().take(500).collect();
        let text = format!("« {words} », a {words}é {words}. Selon {words}, rien ne presse.");
        if let Err(violation) = check_text(&analyzer, &text) {
            panic!("{violation}");
        }
    }
});
