//! The JSON contract, `dixit/1`.

use std::io;

use serde::de::Error as _;

use super::model::{Article, SCHEMA};
use crate::document::Document;
use crate::error::{Error, ErrorKind};

/// The JSON Schema (draft 2020-12) of what [`json()`] writes.
///
/// ```
/// assert!(dixit::format::JSON_SCHEMA.contains(r#""const": "dixit/1""#));
/// ```
pub const JSON_SCHEMA: &str = include_str!("../../docs/json-schema.json");

/// The document as one JSON object on one line, without a newline at the end.
///
/// `name` is the caller's own name for the article, given back in the object.
///
/// ```
/// let doc = dixit::Analyzer::new().analyze("« Le pont tiendra », a assuré Odile Brun.");
/// let json = dixit::format::json(&doc, Some("pont"));
/// assert!(json.starts_with(r#"{"schema":"dixit/1","version":""#));
/// assert!(!json.contains('\n'));
/// ```
#[must_use]
pub fn json(doc: &Document<'_>, name: Option<&str>) -> String {
    // The model holds strings, numbers and lists alone: no map with odd keys, no float that is not finite.
    serde_json::to_string(&Article::from_document(doc, name))
        .expect("the model can always be written")
}

/// As [`json()`], indented for reading.
///
/// ```
/// let doc = dixit::Analyzer::new().analyze("« Le pont tiendra », a assuré Odile Brun.");
/// assert!(dixit::format::json_pretty(&doc, None).starts_with("{\n  \"schema\": \"dixit/1\","));
/// ```
#[must_use]
pub fn json_pretty(doc: &Document<'_>, name: Option<&str>) -> String {
    serde_json::to_string_pretty(&Article::from_document(doc, name))
        .expect("the model can always be written")
}

/// Writes what [`json()`] returns. The writer should be buffered.
///
/// # Errors
/// When the writer fails.
///
/// ```
/// let doc = dixit::Analyzer::new().analyze("« Le pont tiendra », a assuré Odile Brun.");
/// let mut out = Vec::new();
/// dixit::format::write_json(&doc, None, &mut out)?;
/// assert_eq!(out, dixit::format::json(&doc, None).into_bytes());
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn write_json(doc: &Document<'_>, name: Option<&str>, out: impl io::Write) -> io::Result<()> {
    serde_json::to_writer(out, &Article::from_document(doc, name)).map_err(io::Error::from)
}

/// Reads one object back. A file of JSON Lines is read line by line.
///
/// Fields that this version does not know are passed over, so that a later `dixit/1` can be read.
///
/// # Errors
/// When the text is not JSON, or not an object of the `dixit/1` contract.
///
/// ```
/// let doc = dixit::Analyzer::new().analyze("« Le pont tiendra », a assuré Odile Brun.");
/// let json = dixit::format::json(&doc, None);
/// let article = dixit::format::read_json(&json)?;
/// assert_eq!(article.bytes, doc.text().len());
/// assert!(dixit::format::read_json(&json.replace("dixit/1", "dixit/9")).is_err());
/// # Ok::<(), dixit::Error>(())
/// ```
pub fn read_json(json: &str) -> Result<Article<'_>, Error> {
    let article: Article<'_> = serde_json::from_str(json).map_err(ErrorKind::Json)?;
    if article.schema != SCHEMA {
        let message = format!("schema is {:?}, this reads {SCHEMA:?}", article.schema);
        return Err(ErrorKind::Json(serde_json::Error::custom(message)).into());
    }
    Ok(article)
}
