//! What must hold of this program, whatever the article.

use std::sync::LazyLock;

use dixit::Analyzer;
use dixit::testing::proptest::prelude::*;
use dixit::testing::{Article, check, mutated, strategy};
use downstream::shares;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);

proptest! {
    // A debug build reads some hundred articles a second.
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// dixit's invariants and one of our own: nobody is quoted with more than there is.
    #[test]
    fn shares_fit_the_article(article: Article) {
        let doc = ANALYZER.analyze(article.text());
        if let Err(violation) = check(&doc) {
            return Err(TestCaseError::fail(violation.to_string()));
        }
        for share in shares(&doc).values() {
            prop_assert!(*share <= 2 * article.text().len());
        }
    }

    /// One quotation alone: nobody else is quoted.
    #[test]
    fn one_quotation_has_one_speaker(article in strategy::quotations()) {
        let doc = ANALYZER.analyze(article.text());
        prop_assert!(shares(&doc).len() <= 2, "{article}");
    }

    /// Articles of ours, with faults.
    #[test]
    fn faults_are_survived(seed: u64) {
        let text = mutated(include_str!("articles/bac.txt"), seed);
        shares(&ANALYZER.analyze(&text));
    }
}
