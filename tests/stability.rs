//! What was promised to last: old output reads, and one text has one reading, on every run and any number of threads.

#![cfg(feature = "json")]

use std::fs;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use dixit::format::{json, read_json, read_jsonl};
use dixit::{Analyzer, Kind};

mod common;

/// Output of every schema version that was ever released, as it was written then.
#[test]
fn old_output_reads() {
    let written =
        fs::read_to_string(common::path("tests/schema/dixit-1.json")).expect("it is kept");
    let article = read_json(&written).expect("this release reads it");
    assert_eq!(article.schema, "dixit/1");
    assert_eq!(article.name.as_deref(), Some("bac"));
    let text = fs::read_to_string(common::path("tests/schema/bac.txt")).expect("it is kept");
    assert_eq!(article.bytes, text.len());
    assert_eq!(article.claims.len(), 6);
    for claim in &article.claims {
        for part in &claim.content {
            assert_eq!(text.get(part.start..part.end), Some(&*part.text));
        }
    }
    let first = &article.claims[0];
    assert_eq!((first.id, first.kind), (0, Kind::Direct));
    let speaker = first.speaker.as_ref().expect("somebody speaks");
    assert_eq!(speaker.name.as_deref(), Some("Solange Aubry"));
    assert_eq!(article.entities[0].mentions.len(), 2);
    assert_eq!(article.sources[0].text, "Canal Brise");
}

#[test]
fn fields_of_later_releases_are_passed_over() {
    let written =
        fs::read_to_string(common::path("tests/schema/dixit-1.json")).expect("it is kept");
    let later = written
        .replacen("\"kind\"", "\"certainty\": {\"of\": [1, 2]}, \"kind\"", 1)
        .replacen('{', "{\"later\": null,", 1);
    assert!(later.contains("certainty"));
    assert_eq!(read_json(&later).unwrap(), read_json(&written).unwrap());
}

#[test]
fn another_schema_is_refused_by_its_name() {
    for other in [
        r#"{"schema":"dixit/2","documents":[]}"#,
        r#"{"schema":"elsewhere"}"#,
    ] {
        let error = read_json(other).unwrap_err();
        assert!(error.is_json());
        let name = if other.contains("dixit") {
            "dixit/2"
        } else {
            "elsewhere"
        };
        assert_eq!(
            error.to_string(),
            format!("JSON: schema is {name:?}, this reads \"dixit/1\"")
        );
    }
}

#[test]
fn bad_json_is_named_by_line_and_column() {
    let error = read_json("{\n  \"schema\": dixit\n}")
        .unwrap_err()
        .to_string();
    assert_eq!(error, "JSON, line 2, column 13: expected value");
    let error = read_json("{\"schema\":\"dixit/1\"}")
        .unwrap_err()
        .to_string();
    assert_eq!(error, "JSON, line 1, column 20: missing field `version`");

    let good = json(&Analyzer::new().analyze("« Oui », a dit Odile Brun."), None);
    let cut = &good[..good.len() - 4];
    let lines = format!(
        "{good}\n{cut}\n \n{}\n{good}",
        good.replace("dixit/1", "dixit/7")
    );
    let read: Vec<_> = read_jsonl(&lines).collect();
    assert_eq!(read.len(), 4);
    assert!(read[0].is_ok() && read[3].is_ok());
    let errors: Vec<String> = read
        .iter()
        .filter_map(|r| Some(r.as_ref().err()?.to_string()))
        .collect();
    assert!(
        errors[0].starts_with("JSON, line 2, column "),
        "{}",
        errors[0]
    );
    assert!(
        errors[1].starts_with("JSON, line 4: schema is \"dixit/7\""),
        "{}",
        errors[1]
    );
}

/// Every article by several threads that share one analyzer, in whatever order they come to it.
#[test]
fn the_same_on_any_number_of_threads() {
    let cases = common::cases();
    let analyzer = Analyzer::new();
    let alone: Vec<String> = cases
        .iter()
        .map(|(name, text)| json(&analyzer.analyze(text), Some(name)))
        .collect();
    for threads in [1, 2, 8] {
        // Another analyzer each time: nothing may hang on how its tables came to lie.
        let analyzer = Analyzer::new();
        let next = AtomicUsize::new(0);
        let results = Mutex::new(vec![String::new(); cases.len()]);
        std::thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(|| {
                    loop {
                        // From the last to the first, so that articles have other predecessors.
                        let done = next.fetch_add(1, Ordering::Relaxed);
                        let Some(at) = cases.len().checked_sub(done + 1) else {
                            break;
                        };
                        let (name, text) = &cases[at];
                        let written = json(&analyzer.analyze(text), Some(name));
                        results.lock().expect("no thread falls")[at] = written;
                    }
                });
            }
        });
        let results = results.into_inner().expect("no thread falls");
        assert!(results == alone, "{threads} threads");
    }
}
