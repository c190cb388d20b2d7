//! JSON from anywhere: it is read or refused, and what was read can be read again.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|json: &str| {
    if let Ok(article) = dixit::format::read_json(json) {
        assert_eq!(article.schema, dixit::format::model::SCHEMA);
    }
});
