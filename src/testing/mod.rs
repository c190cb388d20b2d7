//! For tests of programs that use dixit (feature `testing`): invariants, snapshots, made-up articles.
//!
//! | for | take |
//! |---|---|
//! | what must hold of any document, in a fuzz target or a property test | [`check`], [`check_text`] |
//! | seeing when the reading of your articles changes | [`assert_articles!`](assert_articles), [`view`] |
//! | articles that nobody wrote, with what was meant by each quotation | [`Article`], by `arbitrary` or from [`strategy`] |
//! | your articles with faults in them | [`mutated`], [`strategy::mutations`] |
//!
//! The feature belongs into `[dev-dependencies]`: it brings arbitrary, insta and proptest, which are given on here so that versions
//! agree. [A chapter](crate::_documentation::testing) shows a new article under test in five minutes, and `examples/downstream` in
//! the repository is a crate that uses all of it.
//!
//! The analysis never fails, so a test needs something to ask of its answer. [`check`] asks all that can be asked without knowing
//! the article; [`check_text`] reads a text twice and compares the two readings as well:
//!
//! ```
//! let analyzer = dixit::Analyzer::new();
//! let doc = dixit::testing::check_text(&analyzer, "« Le pont tiendra », a assuré Odile Brun.")?;
//! assert_eq!(doc.claims().len(), 1);
//! # Ok::<(), dixit::testing::Violation>(())
//! ```

mod article;
mod invariants;
mod mutation;
mod reference;
#[doc(hidden)]
pub mod rooms;
mod snapshot;
pub mod strategy;

pub use arbitrary;
pub use insta;
pub use proptest;

#[doc(inline)]
pub use crate::__assert_articles as assert_articles;
pub use article::{Article, Quotation};
pub use invariants::{Violation, check, check_text};
pub use mutation::mutated;
#[doc(hidden)]
pub use snapshot::compare_articles;
pub use snapshot::view;
