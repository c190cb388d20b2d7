//! The JSON contract, `dixit/1`.

use std::io;

use super::model::{Article, SCHEMA};
use crate::document::Document;
use crate::error::Error;

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

/// Reads one object back. For JSON Lines see [`read_jsonl`].
///
/// Fields that this version does not know are passed over, so that a later `dixit/1` can be read.
///
/// # Errors
/// [`Error::is_json`] when the text is not JSON, with line and column, or is of another contract than `dixit/1`.
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
    read(json, None)
}

/// Reads JSON Lines: one object a line, as the command writes them. Lines of blanks are passed over.
///
/// A bad line is an error of its own, and the lines after it are read.
///
/// ```
/// let doc = dixit::Analyzer::new().analyze("« Le pont tiendra », a assuré Odile Brun.");
/// let json = dixit::format::json(&doc, Some("pont"));
/// let lines = format!("{json}\n\n{{\"schema\":\n{json}\n");
/// let articles: Vec<_> = dixit::format::read_jsonl(&lines).collect();
/// assert_eq!(articles[0].as_ref().unwrap().name.as_deref(), Some("pont"));
/// let error = articles[1].as_ref().unwrap_err();
/// assert_eq!(error.to_string(), "JSON, line 3, column 10: EOF while parsing a value");
/// assert!(articles[2].is_ok());
/// ```
pub fn read_jsonl(lines: &str) -> impl Iterator<Item = Result<Article<'_>, Error>> {
    // Not `lines`: U+0085 and the like stand inside JSON strings.
    let lines = lines.split('\n').enumerate();
    lines
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(before, line)| read(line, Some(before)))
}

/// `before`: the lines before this one, when it is one of several.
fn read(json: &str, before: Option<usize>) -> Result<Article<'_>, Error> {
    /// Objects of other versions may have nothing else in common.
    #[derive(serde::Deserialize)]
    struct Version<'a> {
        #[serde(borrow)]
        schema: std::borrow::Cow<'a, str>,
    }
    let error = |e| Error::json(&e, before.unwrap_or(0));
    let version = |schema: &str| Error::schema(before.map(|n| n + 1), schema);
    match serde_json::from_str::<Article<'_>>(json) {
        Ok(article) if article.schema == SCHEMA => Ok(article),
        Ok(article) => Err(version(&article.schema)),
        Err(e) => match serde_json::from_str::<Version<'_>>(json) {
            Ok(other) if other.schema != SCHEMA => Err(version(&other.schema)),
            _ => Err(error(e)),
        },
    }
}
