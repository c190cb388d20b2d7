//! The kit for users does what its chapter says, also when a test of theirs fails.

use std::cell::RefCell;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use dixit::Analyzer;
use dixit::testing::arbitrary::{Arbitrary, Unstructured};
use dixit::testing::{Article, check, compare_articles, strategy, view};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

/// A folder of this test's own, empty.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("the target directory can be written");
    path
}

/// What a comparison of two folders says: the views that it was asked for, or why it failed.
fn compared(articles: &Path, snapshots: &Path, differs: &str) -> Result<Vec<String>, String> {
    let asked = RefCell::new(Vec::new());
    let run = || {
        compare_articles(&Analyzer::new(), articles, snapshots, &|name, view| {
            asked
                .borrow_mut()
                .push(format!("{name}: {}", view.lines().count()));
            assert!(name != differs, "as insta would");
        });
    };
    match catch_unwind(AssertUnwindSafe(run)) {
        Ok(()) => Ok(asked.into_inner()),
        Err(panic) => Err(panic
            .downcast_ref::<String>()
            .expect("it has a message")
            .clone()),
    }
}

#[test]
fn a_folder_of_articles_and_what_can_be_wrong_with_it() {
    let (articles, snapshots) = (folder("articles"), folder("snapshots"));
    let empty = compared(&articles, &snapshots, "").unwrap_err();
    assert!(empty.starts_with("no article (NAME.txt) in "), "{empty}");

    fs::write(articles.join("b.txt"), "« Oui », a dit Odile Brun.").unwrap();
    fs::write(articles.join("a.b.txt"), "Rien.").unwrap();
    fs::write(articles.join("notes.md"), "no article").unwrap();
    fs::write(snapshots.join("b.snap"), "").unwrap();
    let all = compared(&articles, &snapshots, "").unwrap();
    assert_eq!(all.len(), 2);
    assert!(all[0].starts_with("a.b: ") && all[1].starts_with("b: "));

    // All are compared before it fails.
    let changed = compared(&articles, &snapshots, "a.b").unwrap_err();
    assert_eq!(changed, "read otherwise than in the snapshot: a.b");

    fs::write(snapshots.join("gone.snap"), "").unwrap();
    let left = compared(&articles, &snapshots, "").unwrap_err();
    assert!(left.contains("gone.snap has no article in "), "{left}");
    fs::remove_file(snapshots.join("gone.snap")).unwrap();

    fs::write(articles.join("c.txt"), b"L'\xe9t\xe9").unwrap();
    let latin = compared(&articles, &snapshots, "").unwrap_err();
    assert!(latin.ends_with("c.txt: not UTF-8 at byte 2"), "{latin}");
    let nowhere = compared(&articles.join("nowhere"), &snapshots, "").unwrap_err();
    assert!(nowhere.contains("nowhere: "), "{nowhere}");
}

#[test]
fn the_view_is_the_text_format() {
    let doc = Analyzer::new()
        .analyze("« Le pont tiendra », a assuré Odile Brun.")
        .into_owned();
    assert_eq!(view(&doc), dixit::format::text(&doc));
}

#[test]
fn any_bytes_make_an_article_and_say_what_was_meant() {
    let analyzer = Analyzer::new();
    for n in 0..200_u8 {
        let bytes: Vec<u8> = (0..n).map(|i| i.wrapping_mul(37).wrapping_add(n)).collect();
        let article = Article::from_bytes(&bytes);
        assert_eq!(article, Article::from_bytes(&bytes));
        check(&analyzer.analyze(article.text())).unwrap_or_else(|e| panic!("{e}\n{article}"));
        let mut end = 0;
        for quotation in article.quotations() {
            assert!(quotation.sentence.start >= end, "{article}");
            end = quotation.sentence.end;
            for part in quotation.content.iter().chain(&quotation.speaker) {
                assert!(quotation.sentence.start <= part.start && part.end <= end);
                assert!(!article.text()[part.clone()].trim().is_empty());
            }
        }
    }
    // A fuzzer hands on all that it has, or what is left.
    let bytes = [7; 40];
    let whole = Article::arbitrary_take_rest(Unstructured::new(&bytes)).unwrap();
    assert_eq!(whole, Article::from_bytes(&bytes));
    assert_eq!(whole.as_ref(), whole.to_string());
    assert!(format!("{whole:?}").starts_with('"'));
    assert!(Article::arbitrary(&mut Unstructured::new(&bytes)).is_ok());
    assert_eq!(Article::quotation_from_bytes(&bytes).quotations().len(), 1);
}

#[test]
fn articles_shrink_to_shorter_ones() {
    let mut runner = TestRunner::deterministic();
    let mut tree = strategy::articles().new_tree(&mut runner).unwrap();
    let first = tree.current().text().len();
    for _ in 0..2_000 {
        if !tree.simplify() {
            break;
        }
    }
    assert!(tree.current().text().len() < first.max(100));
    let any = proptest::arbitrary::any::<Article>()
        .new_tree(&mut runner)
        .unwrap();
    assert!(!any.current().text().is_empty());
}
