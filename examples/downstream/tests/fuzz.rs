//! What a fuzz target of this crate would do, on bytes of our own so that it runs on stable.
//!
//! With cargo-fuzz, `target` is the body of `fuzz_target!(|article: Article| { … })`.

use dixit::Analyzer;
use dixit::testing::arbitrary::{Arbitrary, Unstructured};
use dixit::testing::{Article, check_text};

fn target(analyzer: &Analyzer, article: &Article) {
    if let Err(violation) = check_text(analyzer, article.text()) {
        panic!("{violation}\n{article}");
    }
}

#[test]
fn the_fuzz_target_takes_any_bytes() {
    let analyzer = Analyzer::new();
    for n in 0..64_u8 {
        let bytes: Vec<u8> = (0..n).map(|i| i.wrapping_mul(n).rotate_left(3)).collect();
        let article = Article::arbitrary(&mut Unstructured::new(&bytes));
        target(&analyzer, &article.expect("any bytes make an article"));
    }
}
