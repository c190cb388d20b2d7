//! For tests of programs that use dixit (feature `testing`): what must hold of every document.
//!
//! The analysis never fails, so a fuzz target or a property test needs something to ask of its answer. [`check`] asks all
//! that can be asked without knowing the article; [`check_text`] reads a text twice and compares the two readings as well.
//!
//! ```
//! let analyzer = dixit::Analyzer::new();
//! let doc = dixit::testing::check_text(&analyzer, "« Le pont tiendra », a assuré Odile Brun.")?;
//! assert_eq!(doc.claims().len(), 1);
//! # Ok::<(), dixit::testing::Violation>(())
//! ```

pub use crate::invariants::{Violation, check, check_text};
