//! Snapshots of articles, for human eyes.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use crate::analyzer::Analyzer;
use crate::document::Document;

/// The document as a snapshot shows it: the article with what was found under its lines, and a line on each claim.
///
/// It is [`format::text`](crate::format::text): plain text of lines that are no longer than a screen, with no figure that moves by
/// itself, so that a diff shows the words whose reading changed. The layout changes with a minor release at most, and the
/// changelog says so.
///
/// ```
/// let doc = dixit::Analyzer::new().analyze("« Le pont tiendra », a assuré Odile Brun.");
/// let view = dixit::testing::view(&doc);
/// assert!(view.contains("
///      « Le pont tiendra », a assuré Odile Brun.
///    0   ===============    ^^^^^^^^ @@@@@@@@@@
/// "));
/// ```
#[must_use]
pub fn view(doc: &Document<'_>) -> String {
    crate::format::text(doc)
}

/// Asserts that every article of a folder is read as its snapshot says.
///
/// `assert_articles!(analyzer, articles, snapshots)`: the two folders count from the root of your crate. Each `NAME.txt` of the first has
/// its [`view`] in `NAME.snap` of the second, compared by [insta](https://docs.rs/insta), so that `cargo insta review`,
/// `INSTA_UPDATE` and the rest work as they do elsewhere. All articles are compared before the assertion fails, and a
/// snapshot without article fails too.
///
/// ```no_run
/// // In tests/articles.rs:
/// #[test]
/// fn articles() {
///     dixit::testing::assert_articles!(dixit::Analyzer::new(), "tests/articles", "snapshots");
/// }
/// ```
///
/// The chapter [*Snapshot-test a new article in five minutes*](crate::_documentation::testing) shows all of it.
#[doc(hidden)]
#[macro_export]
macro_rules! __assert_articles {
    ($analyzer:expr, $articles:expr, $snapshots:expr $(,)?) => {{
        let root = ::std::path::Path::new(::core::env!("CARGO_MANIFEST_DIR"));
        let snapshots = root.join($snapshots);
        let mut settings = $crate::testing::insta::Settings::clone_current();
        settings.set_snapshot_path(&snapshots);
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        $crate::testing::compare_articles(
            &$analyzer,
            &root.join($articles),
            &snapshots,
            &|name, view| {
                settings.bind(|| $crate::testing::insta::assert_snapshot!(name, view));
            },
        );
    }};
}

/// The work behind [`assert_articles!`](super::assert_articles).
#[doc(hidden)]
pub fn compare_articles(
    analyzer: &Analyzer,
    articles: &Path,
    snapshots: &Path,
    compare: &dyn Fn(&str, &str),
) {
    let texts = names(articles, "txt");
    assert!(
        !texts.is_empty(),
        "no article (NAME.txt) in {}",
        articles.display()
    );
    let mut changed = Vec::new();
    for name in &texts {
        let path = articles.join(format!("{name}.txt"));
        let bytes = fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let text = String::from_utf8(bytes).unwrap_or_else(|e| {
            let at = e.utf8_error().valid_up_to();
            panic!("{}: not UTF-8 at byte {at}", path.display())
        });
        let view = view(&analyzer.analyze(&text));
        if catch_unwind(AssertUnwindSafe(|| compare(name, &view))).is_err() {
            changed.push(&**name);
        }
    }
    assert!(
        changed.is_empty(),
        "read otherwise than in the snapshot: {}",
        changed.join(", ")
    );
    for name in names(snapshots, "snap") {
        assert!(
            texts.contains(&name),
            "{} has no article in {}",
            snapshots.join(format!("{name}.snap")).display(),
            articles.display()
        );
    }
}

/// The files of a folder with that extension, by their names without it, in order.
fn names(folder: &Path, extension: &str) -> Vec<String> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(e) => panic!("{}: {e}", folder.display()),
    };
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| Some(name.strip_suffix(extension)?.strip_suffix('.')?.to_owned()))
        .collect();
    names.sort();
    names
}
