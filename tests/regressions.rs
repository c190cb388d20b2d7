//! What fuzzing once broke, replayed on stable: every file of `fuzz/regressions`.

use dixit::Analyzer;
use dixit::testing::check_text;

mod common;

#[test]
fn what_once_broke_stays_whole() {
    let analyzer = Analyzer::new();
    for entry in std::fs::read_dir(common::path("fuzz/regressions")).expect("it is there") {
        let path = entry.expect("a directory entry").path();
        if path.extension().is_some_and(|e| e == "md") {
            continue;
        }
        let bytes = std::fs::read(&path).expect("it can be read");
        // The targets read text; what is not UTF-8 they repair first, as this does.
        let text = String::from_utf8_lossy(&bytes);
        check_text(&analyzer, &text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    }
}
