//! Lexicon lines from anywhere: they are taken or refused with a place, and an analyzer that took them is sound.

#![no_main]

use dixit::Analyzer;
use dixit::testing::check_text;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|lines: &str| {
    match Analyzer::builder().lexicon_lines("fuzz.tsv", lines).build() {
        Ok(analyzer) => {
            let words: String = lines.chars().take(500).collect();
            let text = format!("« {words} », a {words}é {words}. Selon {words}, rien ne presse.");
            if let Err(violation) = check_text(&analyzer, &text) {
                panic!("{violation}");
            }
        }
        Err(error) => {
            assert!(error.is_lexicon());
            assert!(error.to_string().contains("fuzz.tsv, line "));
        }
    }
});
