//! Text into tokens: words with their clitics, numbers, marks and other signs.
//!
//! Blanks are not stored: a token says what stands before it, and [`Tokens::tiles`] gives back
//! words and blanks that tile the text without gap or overlap.

mod abbreviations;
mod chars;
mod clitics;
mod scan;

use crate::lexicon::{Lexicon, WordId};
use crate::span::Span;

/// Index of a token in [`Tokens`].
pub(crate) type TokenId = u32;

/// A clitic without what hangs it on the verb: « elle » of « -elle » and « -t-elle ».
pub(crate) fn bare_clitic(word: &str) -> &str {
    let bare = word.trim_start_matches(chars::is_hyphen);
    bare.strip_prefix(['t', 'T'])
        .filter(|rest| rest.starts_with(chars::is_hyphen))
        .map_or(bare, |rest| rest.trim_start_matches(chars::is_hyphen))
}

/// What a token is, by its shape alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// A word: letters, with inner hyphens, inner points of an abbreviation (`P.-D.G`, `M.`), or a closing
    /// apostrophe (`l’`, `qu'`, flag [`Flags::ELIDED`]).
    Word,
    /// A pronoun hung on a verb by a hyphen: `-il`, `-t-elle`, `-on`, `-ce`, `-je`, `-les`, `-moi`, `-y`, `-en`. The span begins at the hyphen.
    Clitic,
    /// Digits with their separators: `2024`, `8,5`, `1 200`, `89.000`, `20h30`, `9e`, `1er`.
    Number,
    /// `« » “ ” „ " ‹ ›`, `<<`, `>>`, two single quotes in a row, and `'` or `’` or `‘` where they can't be an apostrophe.
    Mark,
    /// `.`, `…`, `...`, `!`, `?`, and runs of them: what can end a sentence.
    Stop,
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// `:`
    Colon,
    /// `(` or `[`
    Open,
    /// `)` or `]`
    Close,
    /// `–`, `—`, `―`, and `-` between blanks or at the start of a line.
    Dash,
    /// Anything else: `©`, `%`, `€`, `•`, `/`, `#`, `@name`, a URL.
    Symbol,
}

/// What stands around a token and how it is written.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Flags(pub(crate) u8);

impl Flags {
    /// At least one blank character, of whatever width, before the token.
    pub(crate) const BLANK_BEFORE: u8 = 1;
    /// A line break among those blanks (`\n`, `\r\n`, `\r`, U+0085, U+2028, U+2029).
    pub(crate) const LINE_BEFORE: u8 = 2;
    /// The first letter is upper case.
    pub(crate) const CAPITAL: u8 = 4;
    /// Two letters or more, all upper case.
    pub(crate) const ALL_CAPS: u8 = 8;
    /// Ends in an apostrophe: `l'`, `qu’`.
    pub(crate) const ELIDED: u8 = 16;
    /// A blank or the end of the text after the token.
    pub(crate) const BLANK_AFTER: u8 = 32;

    pub(crate) fn has(self, bit: u8) -> bool {
        self.0 & bit != 0
    }
}

/// One token: 16 bytes, no text of its own.
#[derive(Clone, Copy)]
pub(crate) struct Token {
    pub(crate) span: Span,
    /// The lexicon's entry for the word (for a clitic: for the pronoun without hyphens); [`WordId::UNKNOWN`] for everything else.
    pub(crate) word: WordId,
    pub(crate) kind: TokenKind,
    pub(crate) flags: Flags,
}

/// The tokens of a text, in order. Blanks are not among them.
pub(crate) struct Tokens {
    list: Vec<Token>,
}

impl Tokens {
    /// Reads a text. Every word is looked up once.
    pub(crate) fn scan(text: &str, lexicon: &Lexicon) -> Tokens {
        Tokens {
            list: scan::scan(text, lexicon),
        }
    }

    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    pub(crate) fn as_slice(&self) -> &[Token] {
        &self.list
    }

    #[cfg(test)]
    pub(crate) fn get(&self, id: TokenId) -> Token {
        self.list[id as usize]
    }

    /// Words and the blanks between them: spans that tile the text without gap or overlap.
    #[cfg(any(test, feature = "testing"))]
    pub(crate) fn tiles(&self, text_len: usize) -> impl Iterator<Item = Span> + '_ {
        let mut at = 0;
        let mut next = 0;
        std::iter::from_fn(move || {
            let word = self.list.get(next).map(|token| token.span);
            let span = match word {
                Some(span) if span.start() == at => {
                    next += 1;
                    span
                }
                Some(span) => Span::new(at, span.start()),
                None if at < text_len => Span::new(at, text_len),
                None => return None,
            };
            at = span.end();
            Some(span)
        })
    }
}

impl std::ops::Index<TokenId> for Tokens {
    type Output = Token;

    fn index(&self, id: TokenId) -> &Token {
        &self.list[id as usize]
    }
}

/// Compares a written word with a lower-case one, whatever the case, the shape of the apostrophe and the way the accents are
/// written: composed, decomposed, or left off a capital.
pub(crate) fn same_word(written: &str, word: &str) -> bool {
    // Most words differ in their first letter.
    if let (Some(a), Some(b)) = (written.as_bytes().first(), word.as_bytes().first()) {
        if a.is_ascii() && b.is_ascii() && !a.eq_ignore_ascii_case(b) {
            return false;
        }
    }
    if written.is_ascii() {
        if word.is_ascii() {
            return written.eq_ignore_ascii_case(word);
        }
        // Without a capital, an accent cannot have been left off.
        if !written.bytes().any(|b| b.is_ascii_uppercase()) {
            return false;
        }
    }
    let mut a = written.chars().peekable();
    for expected in word.chars() {
        let Some(c) = a.next() else { return false };
        let c = if matches!(c, '’' | 'ʼ') { '\'' } else { c };
        let (base, mark) = chars::decompose(expected);
        if a.next_if(|&next| Some(next) == mark).is_some() {
            if !c.to_lowercase().eq([base]) {
                return false;
            }
            continue;
        }
        // « A Fréval » for « À Fréval ».
        let bare = c.is_ascii_uppercase() && c.to_ascii_lowercase() == base;
        if !bare && !c.to_lowercase().eq([expected]) {
            return false;
        }
    }
    a.next().is_none()
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;

    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::builtin);

    /// Tokens between bars, with a letter for what is not plain from the text.
    fn show(text: &str) -> String {
        let tokens = Tokens::scan(text, &LEXICON);
        let part = |token: &Token| {
            let text = &text[token.span.range()];
            match token.kind {
                TokenKind::Clitic => format!("{text}/c"),
                TokenKind::Mark => format!("{text}/m"),
                TokenKind::Symbol => format!("{text}/s"),
                TokenKind::Dash => format!("{text}/d"),
                TokenKind::Number => format!("{text}/n"),
                TokenKind::Stop => format!("{text}/."),
                _ if token.flags.has(Flags::ELIDED) => format!("{text}/e"),
                _ => text.to_owned(),
            }
        };
        tokens.list.iter().map(part).collect::<Vec<_>>().join("|")
    }

    fn check(cases: &[(&str, &str)]) {
        for (text, want) in cases {
            assert_eq!(show(text), *want, "in {text:?}");
        }
    }

    #[test]
    fn words() {
        check(&[
            ("La vice-préfète", "La|vice-préfète"),
            ("celui-ci, peut-être", "celui-ci|,|peut-être"),
            ("quelqu'un d’autre", "quelqu'un|d’/e|autre"),
            (
                "l'eau, qu’elle, LORSQU'ON",
                "l'/e|eau|,|qu’/e|elle|,|LORSQU'/e|ON",
            ),
            ("c'est-à-dire", "c'/e|est-à-dire"),
            ("aujourd'hui entr'ouvert", "aujourd'hui|entr'ouvert"),
            (
                "O'Brien et N'Golo, mais N'Importe qui",
                "O'Brien|et|N'Golo|,|mais|N'/e|Importe|qui",
            ),
            ("presqu'île, presqu'autant", "presqu'île|,|presqu'/e|autant"),
            (
                "un chef-d'œuvre du Val-d'Orge",
                "un|chef-d'œuvre|du|Val-d'Orge",
            ),
            ("les Zuck' du bureau", "les|Zuck'/e|du|bureau"),
            ("pont\u{ad}levis", "pont\u{ad}levis"),
            ("cafe\u{301} noir", "cafe\u{301}|noir"),
            ("ç'aurait été", "ç'/e|aurait|été"),
            ("la finL'eau monte", "la|fin|L'/e|eau|monte"),
            (
                "sans apaisementPolitiquement fragile",
                "sans|apaisement|Politiquement|fragile",
            ),
            ("à ParisLes élus, YouTube", "à|Paris|Les|élus|,|YouTube"),
            ("R&D, étudiant·e·s, élu.e.s", "R&D|,|étudiant·e·s|,|élu.e.s"),
            ("n°5", "n°|5/n"),
            ("d' Orval, l\"eau", "d'/e|Orval|,|l|\"/m|eau"),
            ("qu'«il»", "qu'/e|«/m|il|»/m"),
            ("Covid-19, G7, C2PA", "Covid-19|,|G7|,|C2PA"),
        ]);
    }

    #[test]
    fn clitics() {
        check(&[
            ("dit-il", "dit|-il/c"),
            ("A-t-elle dit", "A|-t-elle/c|dit"),
            ("a t il dit", "a|t|il|dit"),
            ("a-t'il", "a|-t'il/c"),
            ("va-t'en, va-t-en", "va|-t'/c|en|,|va|-t-en/c"),
            ("qu'est-ce", "qu'/e|est|-ce/c"),
            ("dites-le-moi", "dites|-le/c|-moi/c"),
            ("un rendez-vous", "un|rendez-vous"),
            ("rendez-nous", "rendez|-nous/c"),
            ("Kim Jong-il", "Kim|Jong-il"),
            ("dit\u{2011}elle", "dit|\u{2011}elle/c"),
            ("a -t-il dit", "a|-t-il/c|dit"),
            ("« Oui »,dit-il.Le", "«/m|Oui|»/m|,|dit|-il/c|./.|Le"),
        ]);
    }

    #[test]
    fn points() {
        check(&[
            ("M. Brun et Mme. Orval", "M.|Brun|et|Mme.|Orval"),
            ("J. Martin, L.-M. Orval", "J.|Martin|,|L.-M.|Orval"),
            ("J.Martin", "J.|Martin"),
            ("Léa P. Dorne est là", "Léa|P.|Dorne|est|là"),
            ("Le plan B. Martin sort.", "Le|plan|B|./.|Martin|sort|./."),
            ("Ahmed K. Le tribunal", "Ahmed|K|./.|Le|tribunal"),
            ("F. Le Goff", "F.|Le|Goff"),
            (
                "des prunes, etc. Le marché",
                "des|prunes|,|etc|./.|Le|marché",
            ),
            ("prunes, etc., et", "prunes|,|etc.|,|et"),
            ("prunes, etc...", "prunes|,|etc|.../."),
            ("cf. p. 12", "cf.|p.|12/n"),
            ("art. 12. L'art. Le", "art.|12/n|./.|L'/e|art|./.|Le"),
            (
                "en 50 av. J.-C. Rome brûle",
                "en|50/n|av.|J.-C|./.|Rome|brûle",
            ),
            (
                "le P.-D.G. de Brun, le P.-D.G.",
                "le|P.-D.G.|de|Brun|,|le|P.-D.G|./.",
            ),
            ("aux U.S.A. Il part", "aux|U.S.A|./.|Il|part"),
            ("2005.Un plan", "2005/n|./.|Un|plan"),
            ("fin.Le maire", "fin|./.|Le|maire"),
            ("Génération.s et pont.fr", "Génération.s|et|pont.fr"),
            ("Quoi ?! Non...", "Quoi|?!/.|Non|.../."),
            ("Oui… (…) [...]", "Oui|…/.|(|…/.|)|[|.../.|]"),
            ("vu à la p. suivante", "vu|à|la|p.|suivante"),
        ]);
    }

    #[test]
    fn numbers() {
        check(&[
            ("1 200 euros", "1 200/n|euros"),
            ("89.000 et 8,5%", "89.000/n|et|8,5/n|%/s"),
            ("1\u{a0}200\u{202f}000", "1\u{a0}200\u{202f}000/n"),
            ("en 2018 250 cas", "en|2018/n|250/n|cas"),
            ("20h30, 20 h 30, 20 h", "20h30/n|,|20 h 30/n|,|20 h/n"),
            ("20 habitants", "20/n|habitants"),
            ("le 1er, la 9e, XXIe", "le|1er/n|,|la|9e/n|,|XXIe"),
            ("100'000 francs", "100'000/n|francs"),
            ("2018-2019, 12/03/2019", "2018-2019/n|,|12/03/2019/n"),
            (
                "1-Le pont, le 11-Septembre",
                "1/n|-/s|Le|pont|,|le|11-Septembre/n",
            ),
            ("en 2005Un plan", "en|2005/n|Un|plan"),
            ("Le 3, 4 et 5.", "Le|3/n|,|4/n|et|5/n|./."),
        ]);
    }

    #[test]
    fn marks() {
        check(&[
            ("«Oui», « non »", "«/m|Oui|»/m|,|«/m|non|»/m"),
            ("<<Oui>> ''non''", "<</m|Oui|>>/m|''/m|non|''/m"),
            ("elle dit 'oui' puis", "elle|dit|'/m|oui|'/m|puis"),
            (
                "« ‘Oh, ça va’, dit-il »",
                "«/m|‘/m|Oh|,|ça|va|’/m|,|dit|-il/c|»/m",
            ),
            ("d'«eau»", "d'/e|«/m|eau|»/m"),
            ("mai '68", "mai|'/s|68/n"),
            ("l 'acier", "l|'/s|acier"),
            ("un écran de 5\"", "un|écran|de|5/n|\"/m"),
        ]);
    }

    #[test]
    fn dashes_and_symbols() {
        check(&[
            ("- Oui", "-/d|Oui"),
            ("-Oui\n-Non", "-/d|Oui|-/d|Non"),
            ("le pont - neuf - tient", "le|pont|-/d|neuf|-/d|tient"),
            ("il fait -5", "il|fait|-/s|5/n"),
            ("a -- b — c", "a|--/d|b|—/d|c"),
            (
                "@lea_m #pont https://pont.fr/a?b=1, fin",
                "@lea_m/s|#pont/s|https://pont.fr/a?b=1/s|,|fin",
            ),
            ("écrire à lea.m@pont.fr.", "écrire|à|lea.m@pont.fr/s|./."),
            ("sur pont.fr/plan ici", "sur|pont.fr/plan/s|ici"),
            ("+oui+ © 5 €", "+/s|oui|+/s|©/s|5/n|€/s"),
        ]);
    }

    #[test]
    fn flags() {
        let text = "\u{feff}Le PONT,\r\n« là »";
        let tokens = Tokens::scan(text, &LEXICON);
        let has = |i: TokenId, bit| tokens.get(i).flags.has(bit);
        assert!(has(0, Flags::CAPITAL) && has(0, Flags::BLANK_BEFORE) && !has(0, Flags::ALL_CAPS));
        assert!(has(1, Flags::ALL_CAPS) && !has(1, Flags::BLANK_AFTER));
        assert!(has(2, Flags::BLANK_AFTER) && !has(2, Flags::BLANK_BEFORE));
        assert!(has(3, Flags::LINE_BEFORE) && has(3, Flags::BLANK_AFTER));
        assert!(has(5, Flags::BLANK_AFTER) && !has(5, Flags::LINE_BEFORE));
    }

    #[test]
    fn tiles_cover_the_text() {
        for text in [
            "",
            "  ",
            "a",
            " a  b ",
            "\u{feff}l'eau\n",
            "« Oui »",
            "é\u{301}\u{200b}🙂x",
        ] {
            let tokens = Tokens::scan(text, &LEXICON);
            let glued: String = tokens
                .tiles(text.len())
                .map(|span| &text[span.range()])
                .collect();
            assert_eq!(glued, text);
        }
    }

    #[test]
    fn hostile_input_stays_linear() {
        for unit in [
            "a-", "a.", "'", "’ ’", "1 ", "20 h ", "a'", "-", "@", "a.b", "A.-", "\u{ad}", "...",
            "é",
        ] {
            let text = unit.repeat(200_000);
            let tokens = Tokens::scan(&text, &LEXICON);
            assert!(tokens.as_slice().iter().all(|t| !t.span.is_empty()));
        }
    }
}
