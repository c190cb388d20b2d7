//! Characters of every width before, inside and behind a claim: offsets count right in every unit, by a slow obvious count.

#![no_main]

use std::sync::LazyLock;

use dixit::{Analyzer, Unit};
use libfuzzer_sys::fuzz_target;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);

fuzz_target!(|input: (&str, &str, &str)| {
    let (before, inside, behind) = input;
    let text = format!("{before}\n\n« Le pont {inside} tiendra », a dit Odile Brun.\n\n{behind}");
    let doc = ANALYZER.analyze(&text);
    for claim in doc.claims() {
        for &part in claim.content() {
            let range = part.range();
            let count = |s: &str| (s.len(), s.chars().count(), s.encode_utf16().count());
            let (start, end) = (count(&text[..range.start]), count(&text[..range.end]));
            let convert = |unit| doc.convert(part, unit).expect("a span of this document");
            assert_eq!(convert(Unit::Bytes), start.0..end.0);
            assert_eq!(convert(Unit::CodePoints), start.1..end.1);
            assert_eq!(convert(Unit::Utf16), start.2..end.2);
        }
    }
});
