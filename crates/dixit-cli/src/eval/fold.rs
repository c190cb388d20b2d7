//! Names made comparable: case, accents, articles and titles before a name never count.

use std::sync::LazyLock;

use regex::Regex;
use unicode_normalization::UnicodeNormalization;

/// What may stand before a name without being part of it.
const BEFORE: [&str; 22] = [
    "l'", "d'", "le ", "la ", "les ", "un ", "une ", "du ", "des ", "de ", "ce ", "cette ", "cet ",
    "ces ", "son ", "sa ", "ses ", "leur ", "leurs ", "m. ", "mme ", "mm. ",
];

/// Titles written out, which go the same way.
const TITLES: [&str; 2] = ["monsieur ", "madame "];

/// Audiences that are no relay: words told « à la presse » came through nobody.
const AUDIENCES: [&str; 7] = [
    "presse",
    "journaliste",
    "journalistes",
    "media",
    "medias",
    "reseaux sociaux",
    "toile",
];

/// `char::is_alphanumeric` would not do: it takes vowel signs and circled letters, which are neither letters nor digits.
static LETTER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"[\p{L}\p{N}]").expect("a constant that a test compiles"));

/// The marks that decomposition sets apart: accents, cedillas.
static ACCENTS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\p{Mn}+").expect("a constant that a test compiles"));

/// Where the letters and digits of a text begin, in bytes.
pub fn letters(text: &str) -> impl Iterator<Item = usize> + '_ {
    LETTER.find_iter(text).map(|found| found.start())
}

/// A name as it is compared: small letters without accents, single blanks, nothing around it, no article or title before it.
pub fn fold(name: &str) -> String {
    let plain = name.to_lowercase().replace(['’', 'ʼ'], "'");
    let plain: String = plain.nfd().collect();
    let plain = ACCENTS.replace_all(&plain, "");
    let mut folded = String::with_capacity(plain.len());
    for c in plain.chars() {
        if !is_blank(c) {
            folded.push(c);
        } else if !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    let mut rest = folded.trim_matches([' ', '.', ',', ';', ':', '«', '»', '"', '\'', '(', ')']);
    let stripped = |rest: &str| {
        BEFORE
            .iter()
            .chain(&TITLES)
            .find_map(|before| rest.strip_prefix(before).map(str::len))
    };
    while let Some(left) = stripped(rest) {
        rest = &rest[rest.len() - left..];
    }
    rest.to_owned()
}

/// The words of a folded name.
pub fn words(folded: &str) -> impl DoubleEndedIterator<Item = &str> {
    folded.split(' ').filter(|word| !word.is_empty())
}

/// Whether a folded name is an audience in general (« la presse »), and so no relay.
pub fn is_audience(folded: &str) -> bool {
    AUDIENCES.iter().any(|word| {
        folded.strip_suffix(word).is_some_and(|before| {
            before
                .chars()
                .next_back()
                .is_none_or(|c| c != '_' && !LETTER.is_match(c.encode_utf8(&mut [0; 4])))
        })
    })
}

/// The four separators of ASCII are blanks to the yardstick and not to `char::is_whitespace`.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::{fold, is_audience, letters, words};

    #[test]
    fn case_accents_and_blanks_do_not_count() {
        assert_eq!(fold("Maud  KÉRIEN"), "maud kerien");
        assert_eq!(fold("Maud\u{a0}Ke\u{301}rien\n"), "maud kerien");
        assert_eq!(fold("Zoe\u{308}\u{1f}Çelik"), "zoe celik");
        assert_eq!(fold("« Le Relais »,"), "relais");
    }

    #[test]
    fn articles_and_titles_go_but_only_before() {
        assert_eq!(fold("L’intéressé"), "interesse");
        assert_eq!(fold("de la Mme Brun"), "brun");
        assert_eq!(fold("Monsieur le maire de la ville"), "maire de la ville");
        assert_eq!(fold("MM. Brun et Maret"), "brun et maret");
        assert_eq!(fold("Leduc"), "leduc");
        // Nothing follows, so it is not an article.
        assert_eq!(fold("le "), "le");
        assert_eq!(fold("  "), "");
    }

    #[test]
    fn a_folded_name_has_words() {
        assert_eq!(words("maud kerien").collect::<Vec<_>>(), ["maud", "kerien"]);
        assert_eq!(words("").count(), 0);
    }

    #[test]
    fn letters_and_digits_by_category() {
        let count = |text| letters(text).count();
        assert_eq!(count("où ? 3 ½ ²"), 5);
        // A combining accent, a Thai vowel sign, a circled letter, an underscore.
        assert_eq!(count("\u{301}\u{e31}\u{24b6}_"), 0);
        assert_eq!(letters("é«a").collect::<Vec<_>>(), [0, 4]);
    }

    #[test]
    fn audiences_end_the_mention() {
        assert!(is_audience("presse"));
        assert!(is_audience("plusieurs medias"));
        assert!(is_audience("agence-presse"));
        assert!(!is_audience("apresse"));
        assert!(!is_audience("presse du soir"));
        assert!(!is_audience("multimedia"));
    }
}
