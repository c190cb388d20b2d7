//! Today's reading of the articles under `tests/articles`, in `snapshots`.

use dixit::Analyzer;
use dixit::testing::assert_articles;

#[test]
fn articles() {
    assert_articles!(Analyzer::new(), "tests/articles", "snapshots");
}
