//! The one error type.

use std::ops::Range;

use crate::offsets::Unit;

/// What can fail: building an analyzer, loading a lexicon, converting foreign offsets, reading JSON. Analysis never does.
///
/// The type is opaque; ask it with the `is_*` predicates.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] ErrorKind);

#[derive(Debug, thiserror::Error)]
pub(crate) enum ErrorKind {
    #[error("lexicon {file}, line {line}, column {column}: {message}")]
    Lexicon {
        file: String,
        line: usize,
        column: usize,
        message: String,
    },
    #[error("offset {offset} in {unit} is inside the character {inside:?} ({}..{})", at.start, at.end)]
    SplitOffset {
        offset: usize,
        unit: Unit,
        inside: char,
        at: Range<usize>,
    },
    #[error("offset {offset} in {unit} is past the end of the text ({len})")]
    FarOffset {
        offset: usize,
        unit: Unit,
        len: usize,
    },
    #[error("offsets {}..{} run backwards", .0.start, .0.end)]
    ReversedOffsets(Range<usize>),
    #[error("{value:?} is no {set}")]
    Name { set: &'static str, value: String },
    #[error("unknown rule {0:?}")]
    Rule(String),
    #[cfg(feature = "json")]
    #[error("JSON, line {line}, column {column}: {message}")]
    Json {
        line: usize,
        column: usize,
        message: String,
    },
    #[cfg(feature = "json")]
    #[error("JSON{}: schema is {found:?}, this reads {:?}", of_line(*.line), crate::format::model::SCHEMA)]
    Schema { line: Option<usize>, found: String },
}

/// For objects that stand on lines of a file.
#[cfg(feature = "json")]
fn of_line(line: Option<usize>) -> String {
    line.map_or_else(String::new, |line| format!(", line {line}"))
}

impl Error {
    /// `before` is how many lines of the file came before the text that was read.
    #[cfg(feature = "json")]
    pub(crate) fn json(error: &serde_json::Error, before: usize) -> Error {
        let (line, column) = (error.line(), error.column());
        let message = error.to_string();
        let place = format!(" at line {line} column {column}");
        let message = message.strip_suffix(&place).unwrap_or(&message).to_owned();
        Error(ErrorKind::Json {
            line: line + before,
            column,
            message,
        })
    }
    #[cfg(feature = "json")]
    pub(crate) fn schema(line: Option<usize>, found: &str) -> Error {
        Error(ErrorKind::Schema {
            line,
            found: found.to_owned(),
        })
    }
    pub(crate) fn unknown_name(set: &'static str, value: &str) -> Error {
        Error(ErrorKind::Name {
            set,
            value: value.to_owned(),
        })
    }
    pub(crate) fn split_offset(offset: usize, unit: Unit, inside: char, at: Range<usize>) -> Error {
        Error(ErrorKind::SplitOffset {
            offset,
            unit,
            inside,
            at,
        })
    }
    pub(crate) fn far_offset(offset: usize, unit: Unit, len: usize) -> Error {
        Error(ErrorKind::FarOffset { offset, unit, len })
    }
    pub(crate) fn reversed_offsets(range: Range<usize>) -> Error {
        Error(ErrorKind::ReversedOffsets(range))
    }
    pub(crate) fn unknown_rule(name: String) -> Error {
        Error(ErrorKind::Rule(name))
    }
    /// A lexicon line could not be read.
    #[must_use]
    pub fn is_lexicon(&self) -> bool {
        matches!(self.0, ErrorKind::Lexicon { .. })
    }
    /// An offset does not fit the text.
    #[must_use]
    pub fn is_offset(&self) -> bool {
        matches!(
            self.0,
            ErrorKind::SplitOffset { .. }
                | ErrorKind::FarOffset { .. }
                | ErrorKind::ReversedOffsets(_)
        )
    }
    /// A name is not one of its closed set.
    #[must_use]
    pub fn is_name(&self) -> bool {
        matches!(self.0, ErrorKind::Name { .. })
    }
    /// No rule has that name.
    #[must_use]
    pub fn is_rule(&self) -> bool {
        matches!(self.0, ErrorKind::Rule(_))
    }
    /// JSON could not be read, or is of another schema.
    #[cfg(feature = "json")]
    #[must_use]
    pub fn is_json(&self) -> bool {
        matches!(self.0, ErrorKind::Json { .. } | ErrorKind::Schema { .. })
    }
}
