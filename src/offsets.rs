//! Bytes into code points and UTF-16 units: offsets at the border of the crate.

use std::ops::Range;

use crate::Error;

/// What an offset counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unit {
    /// UTF-8 bytes (Rust, and dixit's own).
    Bytes,
    /// Unicode code points (Python).
    CodePoints,
    /// UTF-16 code units (JavaScript, Java, C#).
    Utf16,
}

impl Unit {
    fn count(self, text: &str) -> usize {
        match self {
            Unit::Bytes => text.len(),
            Unit::CodePoints => text.chars().count(),
            Unit::Utf16 => text.chars().map(char::len_utf16).sum(),
        }
    }
}

pub(crate) fn convert(text: &str, bytes: Range<usize>, unit: Unit) -> Result<Range<usize>, Error> {
    for offset in [bytes.start, bytes.end] {
        if !text.is_char_boundary(offset) {
            return Err(Error::offset(offset, text.len()));
        }
    }
    if bytes.start > bytes.end {
        return Err(Error::offset(bytes.end, text.len()));
    }
    let start = unit.count(&text[..bytes.start]);
    Ok(start..start + unit.count(&text[bytes]))
}
