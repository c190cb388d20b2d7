//! Today's reading of every case, for human eyes: `snapshots/NAME.snap`.
//!
//! A snapshot is no proof that a reading is right, only that it did not change unseen. `cargo insta review` shows what
//! changed; without it, `INSTA_UPDATE=always cargo test --test snapshots` writes the new ones and `git diff` shows them.

use dixit::Analyzer;
use dixit::testing::assert_articles;

#[test]
fn cases() {
    assert_articles!(Analyzer::new(), "tests/cases", "snapshots");
}

/// The articles of the crate that shows the kit, compared here too: who changes a reading sees them with the others.
#[test]
fn articles_of_the_example() {
    assert_articles!(
        Analyzer::new(),
        "examples/downstream/tests/articles",
        "examples/downstream/snapshots"
    );
}
