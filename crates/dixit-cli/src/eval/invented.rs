//! An annotated article for the tests. Nobody and nothing in it exists.

use serde_json::{Value, json};

use super::gold::{Article, Found, Gold};
use super::text::Text;

const ARTICLE: &str = "« Le pont tiendra », a assuré Odile Brun au Relais. Elle assure que rien ne presse. Ensuite, \
    le bac reprendra samedi. Selon Paul Maret, le quai cédera. On verra « bien ». La Cloche se tait. (Le Relais)";

/// The place of some words, in code points; `after` tells which of several.
fn at(after: &str, words: &str) -> Value {
    let from = ARTICLE.find(after).unwrap() + after.len();
    let start = from + ARTICLE[from..].find(words).unwrap();
    let start = ARTICLE[..start].chars().count();
    json!([start, start + words.chars().count()])
}

/// Four claims that count and an optional one. Of those that were found one is right, one has another speaker, one is too
/// long, one answers the optional one, one is nothing at all.
pub fn article() -> Article {
    let text = Text::new(ARTICLE.to_owned());
    let (o, p) = ("odile", "paul");
    let gold = json!({
        "claims": [
            {"kind": "direct", "content": [at("", "Le pont tiendra")], "cue": at("", "a assuré"),
             "speaker": at("", "Odile Brun"), "via": at("", "Relais"), "entity": o, "optional": false},
            {"kind": "indirect", "content": [at("", "rien ne presse")], "cue": at("Elle", "assure"),
             "speaker": at("", "Elle"), "via": null, "entity": o, "optional": false},
            {"kind": "indirect", "content": [at("", "le bac reprendra")], "cue": null,
             "speaker": null, "via": null, "entity": p, "optional": false},
            {"kind": "indirect", "content": [at("", "le quai cédera")], "cue": at("", "Selon"),
             "speaker": at("", "Paul Maret"), "via": null, "entity": p, "optional": false},
            {"kind": "mixed", "content": [at("", "bien")], "cue": null,
             "speaker": null, "via": null, "entity": null, "optional": true},
        ],
        "entities": [
            {"id": o, "name": "Odile Brun", "type": "person", "gender": "f", "aliases": []},
            {"id": p, "name": "Paul Maret", "type": "person", "gender": "m", "aliases": []},
        ],
        "sources": ["Le Relais"],
    });
    let speaker = |at: Value, entity: Value, name: Value, resolution: Value| json!({"start": at[0], "end": at[1], "entity": entity, "name": name, "resolution": resolution});
    let found = json!({
        "offsets": "char",
        "claims": [
            {"kind": "direct", "content": [at("", "Le pont tiendra")], "cue": at("", "a assuré"), "rule": "incise",
             "speaker": speaker(at("", "Odile Brun"), json!(0), json!("Odile Brun"), json!("name")),
             "via": [at("", "Relais")]},
            {"kind": "indirect", "content": [at("", "rien ne presse")], "cue": at("Elle", "assure"), "rule": "que",
             "speaker": speaker(at("", "Elle"), json!(1), json!("Paul Maret"), json!("pronoun"))},
            {"kind": "mixed", "content": [at("", "le bac reprendra samedi")], "rule": "que",
             "speaker": speaker(at("", "Ensuite"), json!(null), json!(null), json!(null))},
            {"kind": "mixed", "content": [at("", "bien")], "rule": "floating"},
            {"kind": "indirect", "content": [at("", "La Cloche se tait")], "rule": "floating"},
        ],
        "entities": [
            {"id": 0, "name": "Odile Brun", "gender": "f"},
            {"id": 1, "name": "Paul Maret", "gender": "m"},
        ],
        "sources": ["le relais"],
    });
    Article {
        name: "pont".to_owned(),
        gold: Gold::read(&gold, &text).unwrap(),
        found: Found::read(&found, &text).unwrap(),
        text,
    }
}
