//! Lexicon lines from anywhere: they are taken, or refused with their line and column.

#![no_main]

use dixit::testing::rooms;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|lines: &str| {
    if let Err(error) = rooms::lexicon("fuzz.tsv", lines) {
        assert!(error.is_lexicon());
        let said = error.to_string();
        let place = said
            .strip_prefix("lexicon fuzz.tsv, line ")
            .expect("it names the file");
        let (line, rest) = place.split_once(", column ").expect("it names the column");
        let line: usize = line.parse().expect("a number");
        let column: usize = rest
            .split_once(':')
            .expect("a reason")
            .0
            .parse()
            .expect("a number");
        let text = lines.lines().nth(line - 1).expect("a line that is there");
        assert!(column <= text.chars().count() + 1, "{said}");
    }
});
