//! Classes of characters, from one table for ASCII and a short match for the rest.

/// What a character can begin or continue. Several bits may be set.
pub(super) type Class = u8;

pub(super) const LOWER: Class = 1;
pub(super) const UPPER: Class = 2;
/// A letter of a script without case, or a mark that combines with the letter before it.
pub(super) const OTHER_LETTER: Class = 4;
pub(super) const LETTER: Class = LOWER | UPPER | OTHER_LETTER;
pub(super) const DIGIT: Class = 8;
pub(super) const BLANK: Class = 16;
pub(super) const LINE: Class = 32;
pub(super) const ANY_BLANK: Class = BLANK | LINE;
/// U+00AD: belongs to the word it stands in, elsewhere it is a blank.
pub(super) const SOFT_HYPHEN: Class = 64;
/// Anything that is not spelled: marks, points, signs.
pub(super) const SIGN: Class = 128;

const fn ascii_classes() -> [Class; 128] {
    let mut table = [SIGN; 128];
    let mut b = 0;
    while b < 128 {
        table[b] = match b as u8 {
            b'a'..=b'z' => LOWER,
            b'A'..=b'Z' => UPPER,
            b'0'..=b'9' => DIGIT,
            b'\n' | b'\r' => LINE,
            0..=b' ' | 0x7f => BLANK,
            _ => SIGN,
        };
        b += 1;
    }
    table
}

static ASCII: [Class; 128] = ascii_classes();

/// Class and length in bytes of the character at `at`, which must be a character boundary; `(0, 0)` at the end.
#[inline(always)]
pub(super) fn class_at(text: &str, at: usize) -> (Class, usize) {
    match text.as_bytes().get(at) {
        None => (0, 0),
        Some(&b) if b < 128 => (ASCII[b as usize], 1),
        Some(&b) => class_beyond_ascii(text, at, b),
    }
}

#[inline(never)]
fn class_beyond_ascii(text: &str, at: usize, lead: u8) -> (Class, usize) {
    if lead == 0xc3 {
        // « à » to « ÿ » are most of what is not ASCII in French.
        return match text.as_bytes()[at + 1] {
            0x97 | 0xb7 => (SIGN, 2),
            0x80..=0x9e => (UPPER, 2),
            _ => (LOWER, 2),
        };
    }
    match char_at(text, at) {
        '\u{a0}' => (BLANK, 2),
        // Quotation marks, dashes, the apostrophe.
        '«' | '»' => (SIGN, 2),
        '\u{2010}'..='\u{2027}' => (SIGN, 3),
        c => (class_of(c), c.len_utf8()),
    }
}

/// The end of the ASCII letters that begin at `at`, and the classes among them.
#[inline(always)]
pub(super) fn ascii_letters(bytes: &[u8], mut at: usize) -> (usize, Class) {
    let mut seen = 0;
    while at < bytes.len() && bytes[at].is_ascii_alphabetic() {
        seen |= ASCII[bytes[at] as usize];
        at += 1;
    }
    (at, seen)
}

/// The character at `at`, which must be a boundary inside the text.
#[inline]
pub(super) fn char_at(text: &str, at: usize) -> char {
    text[at..].chars().next().unwrap_or('\0')
}

fn class_of(c: char) -> Class {
    match c {
        '\u{85}' | '\u{2028}' | '\u{2029}' => LINE,
        '\u{ad}' => SOFT_HYPHEN,
        '\u{80}'..='\u{a0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202f}'
        | '\u{205f}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{3000}'
        | '\u{feff}' => BLANK,
        // Modifier letters that people type for an apostrophe.
        '\u{2bc}' | '\u{2b9}' | '\u{2ca}' | '\u{2cb}' => SIGN,
        'ª' | 'º' => OTHER_LETTER,
        _ if c.is_lowercase() => LOWER,
        _ if c.is_uppercase() => UPPER,
        _ if c.is_alphabetic() || is_combining(c) => OTHER_LETTER,
        _ if c.is_numeric() => DIGIT,
        _ => SIGN,
    }
}

/// The standard library knows no `Mn`; these are the blocks of combining marks that are not alphabetic.
fn is_combining(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{93c}' | '\u{94d}' | '\u{9bc}' | '\u{9cd}' | '\u{e47}'..='\u{e4e}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200c}' | '\u{200d}'
        | '\u{20d0}'..='\u{20ff}' | '\u{3099}' | '\u{309a}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}

/// Signs that stand for an apostrophe when a letter follows.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '´' | '`' | '′' | '＇' | '‛')
}

/// Signs that stand for an apostrophe at the end of a word, or for a single quotation mark.
pub(super) fn is_plain_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ')
}

pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// A letter with the accent that French puts on it, taken apart as Unicode does.
pub(super) fn decompose(c: char) -> (char, Option<char>) {
    const GRAVE: char = '\u{300}';
    const ACUTE: char = '\u{301}';
    const CIRCUMFLEX: char = '\u{302}';
    const DIAERESIS: char = '\u{308}';
    const CEDILLA: char = '\u{327}';
    let (base, mark) = match c {
        'à' => ('a', GRAVE),
        'â' => ('a', CIRCUMFLEX),
        'ä' => ('a', DIAERESIS),
        'è' => ('e', GRAVE),
        'é' => ('e', ACUTE),
        'ê' => ('e', CIRCUMFLEX),
        'ë' => ('e', DIAERESIS),
        'î' => ('i', CIRCUMFLEX),
        'ï' => ('i', DIAERESIS),
        'ô' => ('o', CIRCUMFLEX),
        'ö' => ('o', DIAERESIS),
        'ù' => ('u', GRAVE),
        'û' => ('u', CIRCUMFLEX),
        'ü' => ('u', DIAERESIS),
        'ç' => ('c', CEDILLA),
        _ => return (c, None),
    };
    (base, Some(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes() {
        let class = |s: &str| class_at(s, 0).0;
        assert_eq!(class("é"), LOWER);
        assert_eq!(class("É"), UPPER);
        assert_eq!(class("œ"), LOWER);
        assert_eq!(class("Œ"), UPPER);
        assert_eq!(class("×"), SIGN);
        assert_eq!(class("م"), OTHER_LETTER);
        assert_eq!(class("\u{301}"), OTHER_LETTER);
        assert_eq!(class("\u{202f}"), BLANK);
        assert_eq!(class("\u{feff}"), BLANK);
        assert_eq!(class("\u{2028}"), LINE);
        assert_eq!(class("½"), DIGIT);
        assert_eq!(class_at("", 0), (0, 0));
    }
}
