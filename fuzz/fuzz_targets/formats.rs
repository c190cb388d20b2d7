//! Every format can be written of any document, says the same twice, and holds no character that could steer its reader.

#![no_main]

use std::sync::LazyLock;

use dixit::format::{self, Style};
use dixit::{Analyzer, Document};
use libfuzzer_sys::fuzz_target;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);

fn all(doc: &Document<'_>, name: &str) -> [String; 8] {
    [
        format::text(doc),
        format::reading(doc, Style::new().width(name.len())),
        format::csv(doc, Some(name)),
        format::html(doc, Some(name)),
        format::brat(doc),
        format::json(doc, Some(name)),
        format::json_pretty(doc, Some(name)),
        format::web_annotation(doc, name),
    ]
}

fuzz_target!(|input: (&str, &str)| {
    let (name, text) = input;
    let doc = ANALYZER.analyze(text);
    let written = all(&doc, name);
    assert!(written == all(&doc.clone().into_owned(), name));

    let [text, reading, _, html, _, json, pretty, _] = &written;
    assert!(!text.contains('\x1b') && !reading.contains('\x1b'));
    assert!(!html.contains("<script"));
    let article = format::model::Article::from_document(&doc, Some(name));
    assert!(format::read_json(json).expect("ours") == article);
    assert!(format::read_json(pretty).expect("ours") == article);
});
