//! Sentences, level by level: the author's own, and those of each quotation.
//!
//! To the level that holds it a quotation is opaque: its stops end its own sentences only. Whether the author's
//! sentence is over after a closing mark is read from both sides of the mark.

mod walk;

use std::ops::Range;

use crate::blocks::Block;
use crate::diagnostic::Diagnostic;
use crate::lexicon::Lexicon;
use crate::marks::{Marks, QuotationId};
use crate::tokens::{Token, TokenId};

/// A sentence of one level. The tokens of quotations inside it are in its range, but belong to sentences of their own too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub(crate) tokens: Range<TokenId>,
    /// The quotation whose words these are; none: the author's own text.
    pub(crate) level: Option<QuotationId>,
    /// The block in which it begins.
    pub(crate) block: u32,
}

/// Splits a text into the sentences of all levels, sorted by where they begin, outer ones first.
pub(crate) fn split(
    text: &str,
    tokens: &[Token],
    blocks: &[Block],
    marks: &Marks,
    lexicon: &Lexicon,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Sentence> {
    // Shapes alone have been enough so far; the lexicon is at hand for what they cannot tell.
    let _ = lexicon;
    walk::split(text, tokens, blocks, marks, diagnostics)
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;
    use crate::diagnostic::DiagnosticKind;
    use crate::limits::MAX_SENTENCE_TOKENS;
    use crate::tokens::Tokens;

    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::builtin);

    fn sentences(text: &str) -> (Tokens, Vec<Sentence>, Vec<Diagnostic>) {
        let tokens = Tokens::scan(text, &LEXICON);
        let blocks = crate::blocks::read(text, tokens.as_slice());
        let marks = crate::marks::pair(text, tokens.as_slice(), &blocks.list);
        let mut diagnostics = Vec::new();
        let list = split(
            text,
            tokens.as_slice(),
            &blocks.list,
            &marks,
            &LEXICON,
            &mut diagnostics,
        );
        (tokens, list, diagnostics)
    }

    /// The author's sentences between bars.
    fn author(text: &str) -> String {
        show(text, |level| level.is_none())
    }

    /// The sentences of all quotations between bars.
    fn quoted(text: &str) -> String {
        show(text, |level| level.is_some())
    }

    fn show(text: &str, wanted: impl Fn(Option<QuotationId>) -> bool) -> String {
        let (tokens, list, _) = sentences(text);
        let part = |s: &Sentence| {
            &text[tokens[s.tokens.start].span.start()..tokens[s.tokens.end - 1].span.end()]
        };
        list.iter()
            .filter(|s| wanted(s.level))
            .map(part)
            .collect::<Vec<_>>()
            .join(" | ")
    }

    #[test]
    fn stops() {
        for (text, want) in [
            ("Il part. Elle reste.", "Il part. | Elle reste."),
            (
                "Il part ! Elle reste ?! Oui…",
                "Il part ! | Elle reste ?! | Oui…",
            ),
            (
                "M. Brun et Mme. Orval sont là. J. Morin aussi.",
                "M. Brun et Mme. Orval sont là. | J. Morin aussi.",
            ),
            ("Il part.Le maire reste.", "Il part. | Le maire reste."),
            (
                "Pas de maireLa rue monte en 2005Un plan suit.",
                "Pas de maire | La rue monte en 2005 | Un plan suit.",
            ),
            (
                "En 2005.Un plan « neuf » suit.",
                "En 2005. | Un plan « neuf » suit.",
            ),
            (
                "Travaux en vue Les halles ferment.",
                "Travaux en vue | Les halles ferment.",
            ),
            (
                "« Rien ne presse » Le port attend.",
                "« Rien ne presse » | Le port attend.",
            ),
            (
                "Son film La vie du port sort demain.",
                "Son film La vie du port sort demain.",
            ),
            ("Il hésite... puis part.", "Il hésite... puis part."),
            (
                "Il a pris pommes, prunes, etc. Elle part.",
                "Il a pris pommes, prunes, etc. | Elle part.",
            ),
            (
                "Il part (il pleut. Fort !) demain. Non.",
                "Il part (il pleut. Fort !) demain. | Non.",
            ),
            ("Il part. (afp/nxp)", "Il part. | (afp/nxp)"),
            ("Il dit [...] que oui.", "Il dit [...] que oui."),
            (
                "Le parti Génération.s reste. Oui.",
                "Le parti Génération.s reste. | Oui.",
            ),
            ("1. Le pont. 2. La rue.", "1. Le pont. | 2. La rue."),
            ("Il part. - Le pont tient.", "Il part. | - Le pont tient."),
            ("Il part. 600 restent.", "Il part. | 600 restent."),
            ("Un titre\n\nIl part", "Un titre | Il part"),
            (
                "Il a dit non : le pont tient.",
                "Il a dit non : le pont tient.",
            ),
        ] {
            assert_eq!(author(text), want, "in {text:?}");
        }
    }

    #[test]
    fn around_quotations() {
        for (text, want) in [
            ("« Oui », dit-il. « Non. »", "« Oui », dit-il. | « Non. »"),
            (
                "« On reste. On attend. » Le maire part.",
                "« On reste. On attend. » | Le maire part.",
            ),
            (
                "« Reste ! » tranche une dame. Il part.",
                "« Reste ! » tranche une dame. | Il part.",
            ),
            ("«Tu pars?» demande Paul.", "«Tu pars?» demande Paul."),
            (
                "« Tu pars ? », assure-t-il, « non ? »",
                "« Tu pars ? », assure-t-il, « non ? »",
            ),
            ("« On part. » « On reste. »", "« On part. » | « On reste. »"),
            ("« On part ». Il reste.", "« On part ». | Il reste."),
            (
                "Les « gilets » Brun sont là.",
                "Les « gilets » Brun sont là.",
            ),
            (
                "« Un.\n\n« Deux », dit-il. Fin.",
                "« Un.\n\n« Deux », dit-il. | Fin.",
            ),
            (
                "« On a attendu le pont pendant dix ans ici » Luc Brun part.",
                "« On a attendu le pont pendant dix ans ici » | Luc Brun part.",
            ),
            (
                "« On attend. » — Luc Brun, maraîcher",
                "« On attend. » — Luc Brun, maraîcher",
            ),
            (
                "Il hésite… « peut-être » demain.",
                "Il hésite… « peut-être » demain.",
            ),
        ] {
            assert_eq!(author(text), want, "in {text:?}");
        }
    }

    #[test]
    fn inside_quotations() {
        for (text, want) in [
            (
                "« On reste. On attend. » Il part.",
                "On reste. | On attend.",
            ),
            (
                "« On reste, dit-il. On “part”. »",
                "On reste, dit-il. | On “part”. | part",
            ),
            ("« Un.\n\n« Deux. Trois », dit-il.", "Un. | Deux. | Trois"),
            ("— Oui. Non.\n— Quoi ?", "Oui. | Non. | Quoi ?"),
        ] {
            assert_eq!(quoted(text), want, "in {text:?}");
        }
    }

    #[test]
    fn long_sentences_are_cut_once_reported() {
        let text = "pont, ".repeat(3 * MAX_SENTENCE_TOKENS) + "fin.";
        let (_, list, diagnostics) = sentences(&text);
        assert!(
            list.iter()
                .all(|s| (s.tokens.end - s.tokens.start) as usize <= MAX_SENTENCE_TOKENS)
        );
        assert!(
            list.windows(2)
                .all(|w| w[0].tokens.end == w[1].tokens.start)
        );
        assert_eq!(
            diagnostics.iter().map(|d| d.kind).collect::<Vec<_>>(),
            [DiagnosticKind::SentenceTooLong]
        );
    }

    #[test]
    fn every_token_has_its_author_sentence() {
        for unit in [
            "« Oui. ",
            "(",
            "a. ",
            "Le « b » ",
            "« a « b » c.\n\n",
            "— Oui.\n",
            "\" ",
            "a\n",
            ". ",
            "» a",
        ] {
            let text = unit.repeat(20_000);
            let (tokens, list, _) = sentences(&text);
            let mut at = 0;
            for s in list.iter().filter(|s| s.level.is_none()) {
                assert_eq!(s.tokens.start, at);
                at = s.tokens.end;
            }
            assert_eq!(at as usize, tokens.len(), "in {unit:?}");
        }
    }
}
