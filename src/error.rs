//! The one error type.

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
    #[error("offset {offset} is not on a character boundary of the text ({len} bytes)")]
    Offset { offset: usize, len: usize },
    #[error("{value:?} is no {set}")]
    Name { set: &'static str, value: String },
    #[error("unknown rule {0:?}")]
    Rule(String),
    #[cfg(feature = "json")]
    #[error("JSON: {0}")]
    Json(#[from] serde_json::Error),
}

impl Error {
    pub(crate) fn unknown_name(set: &'static str, value: &str) -> Error {
        Error(ErrorKind::Name {
            set,
            value: value.to_owned(),
        })
    }
    pub(crate) fn offset(offset: usize, len: usize) -> Error {
        Error(ErrorKind::Offset { offset, len })
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
        matches!(self.0, ErrorKind::Offset { .. })
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
}
