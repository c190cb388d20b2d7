//! The JSON that is written keeps to `docs/json-schema.json`, and the schema's closed sets are the library's.

#![cfg(feature = "json")]

use boon::{Compiler, SchemaIndex, Schemas};
use dixit::format::{JSON_SCHEMA, json, json_pretty};
use dixit::{
    Act, Analyzer, Anonymity, CueClass, DiagnosticKind, EntityKind, Gender, Kind, Modality, Number,
    Polarity, RejectReason, RelayRole, Resolution,
};
use serde_json::{Value, json};

/// Articles written for this test; nobody in them exists.
const ARTICLES: &[&str] = &[
    "",
    "Rien à signaler.",
    "« Nous ne vendrons pas le moulin », a fait savoir Maud Kerien, sa directrice, mardi dans un communiqué. « Jamais », \
     a-t-elle ajouté. Selon certains, il est trop tard.",
    "La maire de Fréval, Odile Brun, n'a pas voulu dire si « le pont » rouvrirait. « Il m'a dit “non” », raconte-t-elle \
     à L'Écho du Val.\r\n\r\nSource : Le Relais.",
    "« Un mot qui ne finit pas\n\n» Et un autre. Les « amis du blé » se taisent : « On attend », lance un riverain, \
     « mais pas longtemps ».",
    "Le syndicat affirme que la grève continue. L'association, elle, dément toute rupture, selon l'avocat Luc Maret.",
    "The mill will not be sold, said the owner. \"Never\", she added, \"not in a hundred years\".",
    "\u{feff}« E\u{301}te\u{301} 𝄞 », a dit \u{1f600} Jean\u{2028}« A\tb\u{1}c », a-t-il dit.",
];

struct Checker {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Checker {
    fn new() -> Checker {
        let schema: Value = serde_json::from_str(JSON_SCHEMA).unwrap();
        let mut schemas = Schemas::new();
        let mut compiler = Compiler::new();
        compiler.add_resource("urn:dixit:schema:1", schema).unwrap();
        let index = compiler
            .compile("urn:dixit:schema:1", &mut schemas)
            .unwrap();
        Checker { schemas, index }
    }

    fn check(&self, object: &Value) -> Result<(), String> {
        self.schemas
            .validate(object, self.index)
            .map_err(|e| format!("{e:#}\n{object:#}"))
    }
}

#[test]
fn real_output_is_valid() {
    let checker = Checker::new();
    let analyzer = Analyzer::new();
    for article in ARTICLES {
        let doc = analyzer.analyze(article);
        for (name, text) in [
            (None, json(&doc, None)),
            (Some("a \"b\""), json_pretty(&doc, Some("a \"b\""))),
        ] {
            let object: Value = serde_json::from_str(&text).unwrap();
            checker.check(&object).unwrap();
            assert_eq!(object["name"], json!(name));
            assert_eq!(object["bytes"], article.len());
        }
    }
}

/// What was written before fields were added is still `dixit/1`.
#[test]
fn old_output_is_valid() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/schema/dixit-1.json");
    let written = std::fs::read_to_string(path).expect("it is kept");
    let object: Value = serde_json::from_str(&written).unwrap();
    Checker::new().check(&object).unwrap();
    let read = dixit::format::read_json(&written).unwrap();
    for (claim, old) in read.claims.iter().zip(object["claims"].as_array().unwrap()) {
        assert!(old.get("anonymity").is_none());
        assert_eq!(claim.anonymity, Anonymity::Unknown);
    }
}

#[test]
fn every_form_of_speaker_is_valid_and_no_other() {
    let checker = Checker::new();
    let article = |speaker: Value| {
        json!({
            "schema": "dixit/1", "version": "0.1.0", "name": null, "bytes": 9, "offsets": "byte",
            "claims": [{
                "id": 0, "kind": "direct", "content": [{"start": 0, "end": 1, "text": "a"}], "cue": null,
                "speaker": speaker, "via": [], "addressee": [], "parent": null, "act": "speech",
                "modality": "plain", "anonymity": "named", "confidence": 1.0,
                "rule": "r",
            }],
            "entities": [], "sources": [], "rejected": [], "diagnostics": [],
        })
    };
    let good = [
        json!(null),
        json!({"start": 0, "end": 1, "text": "a", "entity": 0, "name": "A", "resolution": "pronoun"}),
        json!({"start": 0, "end": 1, "text": "a", "entity": null, "name": null, "resolution": null}),
        json!({"entity": 0, "name": "A", "resolution": "carried_over"}),
    ];
    for speaker in good {
        checker.check(&article(speaker)).unwrap();
    }
    let bad = [
        json!({}),
        json!({"entity": 0, "name": "A", "resolution": "pronoun"}),
        json!({"entity": null, "name": null, "resolution": null}),
        json!({"start": 0, "end": 1, "text": "a", "entity": 0, "name": "A", "resolution": "carried_over"}),
        json!({"start": 0, "end": 1, "text": "a", "entity": 0, "name": "A", "resolution": "guess"}),
        json!({"start": 0, "end": 1, "text": "a", "entity": 0, "name": "A", "resolution": "name", "extra": 1}),
    ];
    for speaker in bad {
        assert!(
            checker.check(&article(speaker.clone())).is_err(),
            "{speaker}"
        );
    }
}

#[test]
fn closed_sets_are_those_of_the_library() {
    let schema: Value = serde_json::from_str(JSON_SCHEMA).unwrap();
    let mut sets = Vec::new();
    macro_rules! same {
        ($($def:literal $set:ident),+ $(,)?) => {
            $(
                let names: Vec<&str> = $set::ALL.iter().map(|value| value.as_str()).collect();
                assert_eq!(schema["$defs"][$def]["enum"], json!(names), $def);
                sets.push($def);
            )+
        };
    }
    same!(
        "kind" Kind,
        "cue_class" CueClass,
        "polarity" Polarity,
        "act" Act,
        "modality" Modality,
        "anonymity" Anonymity,
        "resolution" Resolution,
        "relay_role" RelayRole,
        "entity_kind" EntityKind,
        "gender" Gender,
        "number" Number,
        "reject_reason" RejectReason,
        "diagnostic_kind" DiagnosticKind,
    );
    // No set of the schema stands apart from the library.
    let enums = schema["$defs"]
        .as_object()
        .unwrap()
        .iter()
        .filter(|(_, def)| def.get("enum").is_some());
    assert_eq!(enums.count(), sets.len());
}

#[test]
fn nothing_may_be_added_anywhere() {
    fn walk(at: &str, value: &Value) {
        if let Some(object) = value.as_object() {
            if object.get("type") == Some(&json!("object")) {
                assert_eq!(
                    object.get("additionalProperties"),
                    Some(&json!(false)),
                    "{at}"
                );
            }
            object
                .iter()
                .for_each(|(key, value)| walk(&format!("{at}/{key}"), value));
        }
    }
    walk("", &serde_json::from_str(JSON_SCHEMA).unwrap());
}
