//! Where a limit bites there is a diagnostic, and nothing falls.

use dixit::limits::{MAX_NESTING, MAX_SENTENCE_TOKENS};
use dixit::testing::check_text;
use dixit::{Analyzer, DiagnosticKind};

/// Where the diagnostics of a kind point to.
fn places(text: &str, kind: DiagnosticKind) -> Vec<usize> {
    let doc = check_text(&Analyzer::new(), text).unwrap_or_else(|e| panic!("{e}"));
    let of_kind = doc.diagnostics().iter().filter(|d| d.kind == kind);
    of_kind.map(|d| d.span.start()).collect()
}

#[test]
fn quotations_nest_so_deep_and_no_deeper() {
    let nested = |depth: usize| "« ".repeat(depth) + "le pont tiendra" + &" »".repeat(depth);
    let too_deep = |text: &str| places(text, DiagnosticKind::NestingTooDeep);
    assert!(too_deep(&nested(MAX_NESTING)).is_empty());
    // Said once, at the first mark that is one too many.
    let bytes_of_mark = "« ".len();
    assert_eq!(
        too_deep(&nested(MAX_NESTING + 1)),
        [MAX_NESTING * bytes_of_mark]
    );
    assert_eq!(too_deep(&nested(5_000)), [MAX_NESTING * bytes_of_mark]);
}

#[test]
fn sentences_are_so_long_and_no_longer() {
    let too_long = |words: usize| {
        let text = format!(
            "Le maire dit que {}rien ne presse.",
            "rien, ".repeat(words / 2)
        );
        places(&text, DiagnosticKind::SentenceTooLong)
    };
    assert!(too_long(MAX_SENTENCE_TOKENS - 20).is_empty());
    assert_eq!(too_long(MAX_SENTENCE_TOKENS + 20).len(), 1);
    // What comes behind the cut is still read.
    let endless = format!(
        "{}Le pont tiendra, a dit Odile Brun.",
        "rien, ".repeat(5_000)
    );
    let doc = Analyzer::new().analyze(&endless).into_owned();
    assert!(!doc.claims().is_empty());
}

/// The stack does not grow with the text: all of this on one that is small, of which a debug build needs the most.
#[test]
fn deep_texts_need_no_deep_stack() {
    let small = std::thread::Builder::new().stack_size(512 << 10);
    let run = || {
        let analyzer = Analyzer::new();
        for fragment in [
            "« ",
            "“ « ",
            "« Il dit que ",
            "(",
            "selon lui que ",
            "dit-il, « ",
            "« Oui.\n\n",
            "l'ami de ",
            "et ",
            "qui dit que ",
            "Jean ",
        ] {
            let closed = fragment.repeat(3_000) + "rien" + &" »".repeat(3_000) + ", dit-il.";
            let doc = analyzer.analyze(&closed);
            let _ = dixit::format::text(&doc);
            let _ = dixit::format::html(&doc, None);
        }
    };
    let done = small.spawn(run).expect("a thread").join();
    assert!(done.is_ok());
}
