//! [proptest](https://docs.rs/proptest) strategies: articles, single quotations, texts with faults.
//!
//! ```
//! use dixit::Analyzer;
//! use dixit::testing::{check_text, proptest, strategy};
//! use proptest::prelude::*;
//!
//! let analyzer = Analyzer::new();
//! let config = ProptestConfig::with_cases(16);
//! proptest!(config, |(article in strategy::articles())| {
//!     let doc = check_text(&analyzer, article.text());
//!     prop_assert!(doc.is_ok(), "{}", doc.unwrap_err());
//! });
//! ```

use proptest::arbitrary::{Arbitrary, any};
use proptest::collection::vec;
use proptest::strategy::{BoxedStrategy, Strategy};

use super::article::Article;
use super::mutation::mutated;

/// Bytes that choose the longest article made here, about ten kilobytes of text.
const ARTICLE_BYTES: usize = 400;
const QUOTATION_BYTES: usize = 24;

/// Plausible articles, from one sentence to a dozen paragraphs. They shrink to shorter and simpler ones.
pub fn articles() -> impl Strategy<Value = Article> {
    vec(any::<u8>(), 0..ARTICLE_BYTES).prop_map(|bytes| Article::from_bytes(&bytes))
}

/// One quotation or report, with what is needed to attribute it, and nothing else.
pub fn quotations() -> impl Strategy<Value = Article> {
    vec(any::<u8>(), 0..QUOTATION_BYTES).prop_map(|bytes| Article::quotation_from_bytes(&bytes))
}

/// Texts of yours with faults in them: see [`mutated`].
///
/// ```
/// use dixit::testing::{proptest, strategy};
/// use proptest::prelude::*;
///
/// let texts = prop_oneof![Just("« Le pont tiendra », a dit Odile Brun.".to_owned()), "[a-z« »]{0,20}"];
/// proptest!(ProptestConfig::with_cases(16), |(text in strategy::mutations(texts))| {
///     dixit::Analyzer::new().analyze(&text);
/// });
/// ```
pub fn mutations<T: AsRef<str> + std::fmt::Debug>(
    texts: impl Strategy<Value = T>,
) -> impl Strategy<Value = String> {
    (texts, any::<u64>()).prop_map(|(text, seed)| mutated(text.as_ref(), seed))
}

/// `any::<Article>()` is [`articles`].
impl Arbitrary for Article {
    type Parameters = ();
    type Strategy = BoxedStrategy<Article>;

    fn arbitrary_with((): ()) -> BoxedStrategy<Article> {
        articles().boxed()
    }
}
