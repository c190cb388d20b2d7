//! The articles under `tests/cases`, for every kind of test.

// Every test binary compiles this; none uses all of it.
#![allow(dead_code)]

use std::fs;
use std::path::{Path, PathBuf};

/// A file or directory of the repository.
pub fn path(of_repository: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(of_repository)
}

/// Name and text of every case, in the order of their names.
pub fn cases() -> Vec<(String, String)> {
    let mut cases: Vec<(String, String)> = fs::read_dir(path("tests/cases"))
        .expect("tests/cases is part of the repository")
        .map(|entry| entry.expect("a directory entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .map(|path| {
            let name = path.file_stem().expect("it has an extension");
            let text = fs::read_to_string(&path).expect("a case is UTF-8");
            (name.to_string_lossy().into_owned(), text)
        })
        .collect();
    cases.sort();
    assert!(!cases.is_empty());
    cases
}
