//! Bytes into code points and UTF-16 units and back: offsets at the border of the crate.

use std::fmt;
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

    fn width(self, c: char) -> usize {
        match self {
            Unit::Bytes => c.len_utf8(),
            Unit::CodePoints => 1,
            Unit::Utf16 => c.len_utf16(),
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Unit::Bytes => "bytes",
            Unit::CodePoints => "code points",
            Unit::Utf16 => "UTF-16 units",
        })
    }
}

/// A range of bytes, counted in another unit.
pub(crate) fn convert(text: &str, bytes: Range<usize>, unit: Unit) -> Result<Range<usize>, Error> {
    let bytes = self::bytes(text, bytes, Unit::Bytes)?;
    let start = unit.count(&text[..bytes.start]);
    Ok(start..start + unit.count(&text[bytes]))
}

/// The bytes of a range that counts in some unit.
pub(crate) fn bytes(text: &str, range: Range<usize>, unit: Unit) -> Result<Range<usize>, Error> {
    let start = byte(text, range.start, unit)?;
    let end = byte(text, range.end, unit)?;
    if start > end {
        return Err(Error::reversed_offsets(range));
    }
    Ok(start..end)
}

/// The byte at which so many units have passed.
fn byte(text: &str, offset: usize, unit: Unit) -> Result<usize, Error> {
    if unit == Unit::Bytes && text.is_char_boundary(offset) {
        return Ok(offset);
    }
    let mut passed = 0;
    for (at, c) in text.char_indices() {
        if passed == offset {
            return Ok(at);
        }
        let after = passed + unit.width(c);
        if offset < after {
            return Err(Error::split_offset(offset, unit, c, passed..after));
        }
        passed = after;
    }
    if passed == offset {
        Ok(text.len())
    } else {
        Err(Error::far_offset(offset, unit, passed))
    }
}

#[cfg(test)]
mod tests {
    use super::{Unit, bytes, convert};

    /// One to four bytes, one or two UTF-16 units a character.
    const TEXT: &str = "aé€𝄞z";

    #[test]
    fn every_unit_both_ways() {
        for (range, points, units) in [
            (0..0, 0..0, 0..0),
            (0..1, 0..1, 0..1),
            (1..3, 1..2, 1..2),
            (3..10, 2..4, 2..5),
            (6..11, 3..5, 3..6),
            (11..11, 5..5, 6..6),
        ] {
            assert_eq!(convert(TEXT, range.clone(), Unit::Bytes).unwrap(), range);
            assert_eq!(
                convert(TEXT, range.clone(), Unit::CodePoints).unwrap(),
                points
            );
            assert_eq!(convert(TEXT, range.clone(), Unit::Utf16).unwrap(), units);
            assert_eq!(bytes(TEXT, range.clone(), Unit::Bytes).unwrap(), range);
            assert_eq!(bytes(TEXT, points, Unit::CodePoints).unwrap(), range);
            assert_eq!(bytes(TEXT, units, Unit::Utf16).unwrap(), range);
        }
    }

    #[test]
    fn errors_say_what_is_wrong() {
        let error = |range, unit| bytes(TEXT, range, unit).unwrap_err().to_string();
        assert_eq!(
            error(0..2, Unit::Bytes),
            "offset 2 in bytes is inside the character 'é' (1..3)"
        );
        assert_eq!(
            error(4..6, Unit::Utf16),
            "offset 4 in UTF-16 units is inside the character '𝄞' (3..5)"
        );
        assert_eq!(
            error(0..6, Unit::CodePoints),
            "offset 6 in code points is past the end of the text (5)"
        );
        assert_eq!(
            error(0..12, Unit::Bytes),
            "offset 12 in bytes is past the end of the text (11)"
        );
        #[allow(clippy::reversed_empty_ranges)]
        let reversed = error(3..1, Unit::Bytes);
        assert_eq!(reversed, "offsets 3..1 run backwards");
        assert!(convert(TEXT, 2..3, Unit::Utf16).unwrap_err().is_offset());
    }
}
