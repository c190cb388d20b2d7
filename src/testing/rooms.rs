//! What must hold inside, room by room: quick questions for fuzzing. Not for users, and no part of the promise of stability.

use std::ops::Range;
use std::sync::LazyLock;

use super::invariants::{Checked, Violation, hold};
use super::reference;
use crate::blocks::{self, Block};
use crate::error::Error;
use crate::lexicon::Lexicon;
use crate::marks::{self, MarkKind};
use crate::offsets::{self, Unit};
use crate::tokens::{Flags, Token, TokenId, Tokens};

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::builtin);

/// Tokens tile the text with the blanks between them, and say rightly what stands around them.
///
/// # Errors
/// The first thing that does not hold.
pub fn tokens(text: &str) -> Checked {
    tiled(text, &Tokens::scan(text, &LEXICON))
}

fn tiled(text: &str, tokens: &Tokens) -> Checked {
    let mut end = 0;
    for span in tokens.tiles(text.len()) {
        hold!(
            span.start() == end && text.get(span.range()).is_some(),
            "the tokens do not tile the text at byte {end}"
        );
        end = span.end();
    }
    hold!(end == text.len(), "the tokens end at byte {end}");
    let mut end = 0;
    let tokens = tokens.as_slice();
    for (i, token) in tokens.iter().enumerate() {
        let span = token.span;
        hold!(!span.is_empty(), "token {i} is empty");
        let between = &text[end..span.start()];
        hold!(
            between.is_empty() || token.flags.has(Flags::BLANK_BEFORE),
            "token {i} hides the blank before it"
        );
        hold!(
            !token.flags.has(Flags::LINE_BEFORE)
                || between.contains([
                    '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'
                ]),
            "token {i} stands behind a line break that is not there"
        );
        end = span.end();
    }
    Ok(())
}

/// As [`tokens`]; blocks hold every token once; quotations nest or are disjoint, and are those that the slow obvious pairing
/// finds, on texts where that says anything. Tells whether it did.
///
/// # Errors
/// The first thing that does not hold.
pub fn marks(text: &str) -> Result<bool, Violation> {
    let tokens = Tokens::scan(text, &LEXICON);
    tiled(text, &tokens)?;

    let tokens = tokens.as_slice();
    let blocks = blocks::read(text, tokens).list;
    let mut next = 0;
    for block in &blocks {
        hold!(
            block.tokens.start == next,
            "the blocks do not hold every token once"
        );
        next = block.tokens.end;
    }
    hold!(
        next as usize == tokens.len(),
        "the blocks end before the tokens"
    );

    let marks = marks::pair(text, tokens, &blocks);
    let mut open: Vec<u32> = Vec::new();
    let mut first = 0;
    for (i, quotation) in marks.quotations.iter().enumerate() {
        hold!(
            quotation.first >= first && (quotation.last as usize) < tokens.len(),
            "quotation {i} is out of order or out of the text"
        );
        first = quotation.first;
        while open.last().is_some_and(|&last| last < quotation.first) {
            open.pop();
        }
        hold!(
            open.last().is_none_or(|&last| quotation.last <= last),
            "quotation {i} crosses another"
        );
        hold!(
            quotation.depth as usize == open.len(),
            "quotation {i} is at depth {}, inside {} others",
            quotation.depth,
            open.len()
        );
        open.push(quotation.last);
    }
    as_reference(text, tokens, &blocks, &marks)
}

/// Whether the slow pairing says anything, and if so, the same.
fn as_reference(
    text: &str,
    tokens: &[Token],
    blocks: &[Block],
    marks: &marks::Marks,
) -> Result<bool, Violation> {
    let Some(expected) = reference::pairs(text, tokens, blocks) else {
        return Ok(false);
    };
    let mut found: Vec<(TokenId, TokenId)> = marks
        .quotations
        .iter()
        .filter(|q| q.kind != MarkKind::Dash)
        .map(|q| (q.first, q.last))
        .collect();
    found.sort_unstable();
    hold!(
        found == expected,
        "quotations at the tokens {found:?}, the slow pairing has them at {expected:?}"
    );
    Ok(true)
}

/// Lines of a lexicon by themselves, without the built-in one under them: they are taken, or refused with their place.
///
/// # Errors
/// The error of the first bad line.
pub fn lexicon(file: &str, lines: &str) -> Result<(), Error> {
    let mut lexicon = Lexicon::empty();
    lexicon.add_lines(file, lines)?;
    // What was added can be asked for.
    for word in lines.split_whitespace() {
        let word = lexicon.lookup(word);
        let _ = lexicon.readings(word);
    }
    Ok(())
}

/// Offsets converted to and fro, against a table of all boundaries. The range may be any, also none of this text.
///
/// # Errors
/// The first thing that does not hold.
pub fn offsets(text: &str, range: Range<usize>) -> Checked {
    // One row a boundary: bytes, code points, UTF-16 units.
    let mut rows = vec![(0, 0, 0)];
    let (mut bytes, mut points, mut units) = (0, 0, 0);
    for c in text.chars() {
        bytes += c.len_utf8();
        points += 1;
        units += c.len_utf16();
        rows.push((bytes, points, units));
    }
    let column = |unit: Unit, row: &(usize, usize, usize)| match unit {
        Unit::Bytes => row.0,
        Unit::CodePoints => row.1,
        Unit::Utf16 => row.2,
    };
    let find = |unit: Unit, offset: usize| rows.iter().find(|row| column(unit, row) == offset);
    for unit in [Unit::Bytes, Unit::CodePoints, Unit::Utf16] {
        let (start, end) = (find(Unit::Bytes, range.start), find(Unit::Bytes, range.end));
        let expected = match (start, end) {
            (Some(a), Some(b)) if a.0 <= b.0 => Some(column(unit, a)..column(unit, b)),
            _ => None,
        };
        let found = offsets::convert(text, range.clone(), unit);
        hold!(
            found.as_ref().err().is_none_or(Error::is_offset)
                && found.as_ref().ok() == expected.as_ref(),
            "{range:?} gives {found:?} in {unit:?}, which should be {expected:?}"
        );
        let (start, end) = (find(unit, range.start), find(unit, range.end));
        let expected = match (start, end) {
            (Some(a), Some(b)) if a.0 <= b.0 => Some(a.0..b.0),
            _ => None,
        };
        let found = offsets::bytes(text, range.clone(), unit);
        hold!(
            found.as_ref().err().is_none_or(Error::is_offset)
                && found.as_ref().ok() == expected.as_ref(),
            "{range:?} in {unit:?} are the bytes {found:?}, which should be {expected:?}"
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{marks, offsets, tokens};
    use crate::testing::Article;

    /// The slow pairing speaks of these.
    #[test]
    fn plain_texts_are_paired_as_the_slow_way_has_them() {
        for text in [
            "",
            "Rien.",
            "« Oui », dit-il. « Non. »",
            "«Oui», dit-il à l'«amie» (« trop tard »).",
            "« Elle a crié “cours” », dit-il.",
            "« Elle a crié « cours » », dit-il.",
            "« Un “deux « trois “quatre” » ” » cinq.",
            "\"Oui\", dit-il. \"Non.\"",
            "« » rien",
            "« Un mot.\n\n« Un autre.\n\n« Le dernier. »",
            "« Un mot.\n\nUn autre.\n\nLe dernier. » Il part.",
            "Il dit « oui » puis « Un mot que rien ne ferme.",
        ] {
            assert_eq!(marks(text), Ok(true), "{text}");
        }
    }

    /// And says nothing of these, which take guessing.
    #[test]
    fn the_slow_way_does_not_guess() {
        for text in [
            "Oui », dit-il.",
            "« Oui”, dit-il.",
            "« Oui « non « peut-être », dit-il.",
            "elle dit 'oui'",
            "24\" de haut",
            "— « Oui »",
            "Elle salue « un effort » Lire en gare",
            "« Un mot.\n\n» Un autre. »",
        ] {
            assert_eq!(marks(text), Ok(false), "{text}");
        }
    }

    #[test]
    fn articles_made_of_bytes_are_sound_in_every_room() {
        let mut state = 1_u64;
        let mut plain = 0;
        for n in 0..400 {
            let bytes: Vec<u8> = (0..n)
                .map(|_| {
                    state = state
                        .wrapping_mul(6_364_136_223_846_793_005)
                        .wrapping_add(1);
                    (state >> 56) as u8
                })
                .collect();
            let article = Article::from_bytes(&bytes);
            tokens(article.text()).unwrap();
            plain += u32::from(marks(article.text()).unwrap());
            let end = article.text().len() / 2;
            offsets(article.text(), n..end).unwrap();
        }
        // Enough of them are plain for the comparison to mean something.
        assert!(plain > 40, "{plain} of 400");
    }
}
