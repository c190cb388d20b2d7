//! Many byte offsets of one text into code points, in linear time.

/// Bytes between two counts that are kept.
const STEP: usize = 256;

/// Code points before any byte of a text. [`Document::convert`](crate::Document::convert) counts from the start each time, which would be
/// quadratic for a format that converts every span of a long article.
pub(super) struct CodePoints<'t> {
    text: &'t [u8],
    /// Code points before byte `i * STEP`.
    before: Vec<usize>,
}

impl<'t> CodePoints<'t> {
    pub(super) fn new(text: &'t str) -> CodePoints<'t> {
        let mut before = Vec::with_capacity(text.len() / STEP + 1);
        let mut count = 0;
        for block in text.as_bytes().chunks(STEP) {
            before.push(count);
            count += starts(block);
        }
        before.push(count);
        CodePoints {
            text: text.as_bytes(),
            before,
        }
    }

    pub(super) fn at(&self, byte: usize) -> usize {
        let block = byte / STEP;
        self.before[block] + starts(&self.text[block * STEP..byte])
    }
}

/// Bytes that begin a character: all but the continuation bytes `10xxxxxx`.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&b| b & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::CodePoints;

    #[test]
    fn agrees_with_counting() {
        let text = "« Été »\u{202f}𝄞 ".repeat(60);
        let map = CodePoints::new(&text);
        for (i, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(map.at(byte), i);
        }
        assert_eq!(map.at(text.len()), text.chars().count());
    }

    #[test]
    fn of_whole_blocks_and_nothing() {
        assert_eq!(CodePoints::new("").at(0), 0);
        let text = "a".repeat(512);
        assert_eq!(CodePoints::new(&text).at(512), 512);
    }
}
