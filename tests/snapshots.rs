//! Today's reading of every case, for human eyes: `snapshots/NAME.snap`.
//!
//! A snapshot is no proof that a reading is right, only that it did not change unseen. `cargo insta review` shows what
//! changed; without it, `INSTA_UPDATE=always cargo test --test snapshots` writes the new ones and `git diff` shows them.

use std::panic::{AssertUnwindSafe, catch_unwind};

use dixit::Analyzer;

mod common;

#[test]
fn cases() {
    let analyzer = Analyzer::new();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let mut changed = Vec::new();
    for (name, text) in common::cases() {
        let view = dixit::format::text(&analyzer.analyze(&text));
        // All that changed is shown, not the first alone.
        let compare = || settings.bind(|| insta::assert_snapshot!(name.as_str(), view));
        if catch_unwind(AssertUnwindSafe(compare)).is_err() {
            changed.push(name);
        }
    }
    assert!(changed.is_empty(), "changed: {changed:?}");
}

/// A case that was renamed or removed leaves no snapshot behind.
#[test]
fn every_snapshot_has_its_case() {
    let names: Vec<String> = common::cases().into_iter().map(|(name, _)| name).collect();
    for entry in std::fs::read_dir(common::path("snapshots")).expect("snapshots is there") {
        let path = entry.expect("a directory entry").path();
        if path.extension().is_some_and(|e| e == "snap") {
            let name = path.file_stem().expect("it has an extension");
            let name = name.to_string_lossy().into_owned();
            assert!(names.contains(&name), "no case for {}", path.display());
        }
    }
}
