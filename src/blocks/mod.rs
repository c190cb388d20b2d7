//! The article's layout: which lines are prose and which are furniture.
//!
//! A block is a line of the text, or a paragraph when the text is wrapped at a fixed width. Blocks cover every token once.
//! Nothing is read here but the shape of lines and a few fixed formulas; words are not known.

mod furniture;
mod layout;
mod sources;
mod turns;

use std::ops::Range;

use crate::span::Span;
use crate::tokens::{Token, TokenId};

/// What a block is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BlockKind {
    /// The first line, when it stands above prose.
    Title,
    /// A short line without a final stop.
    Heading,
    Paragraph,
    ListItem,
    /// A line under a picture, or one that repeats the line before it.
    Caption,
    /// Who wrote it: `chl/ic/nm`, a name alone at the end.
    Credit,
    /// `Source : X`, `(avec AFP)`.
    SourceLine,
    /// A question or an answer of an interview.
    Turn,
    /// Link and subscription lines: `» LIRE AUSSI`.
    Link,
}

/// A line of the article.
#[derive(Debug, Clone)]
pub(crate) struct Block {
    pub(crate) span: Span,
    pub(crate) kind: BlockKind,
    pub(crate) tokens: Range<TokenId>,
}

/// The article's blocks, and the names of the sources it states.
pub(crate) struct Blocks {
    /// In text order; together they hold every token once.
    pub(crate) list: Vec<Block>,
    /// The names alone: `afp` and `nxp` of « (afp/nxp) », in text order.
    pub(crate) sources: Vec<Span>,
}

/// Reads the layout of a text.
pub(crate) fn read(text: &str, tokens: &[Token]) -> Blocks {
    let mut list = layout::lines(text, tokens);
    furniture::classify(text, tokens, &mut list);
    turns::mark(text, tokens, &mut list);
    let sources = sources::find(text, tokens, &mut list);
    Blocks { list, sources }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;
    use crate::lexicon::Lexicon;
    use crate::tokens::Tokens;

    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::builtin);

    fn read_text(text: &str) -> Blocks {
        let tokens = Tokens::scan(text, &LEXICON);
        read(text, tokens.as_slice())
    }

    /// One letter for each block.
    fn kinds(text: &str) -> String {
        let letter = |block: &Block| match block.kind {
            BlockKind::Title => 'T',
            BlockKind::Heading => 'H',
            BlockKind::Paragraph => 'P',
            BlockKind::ListItem => 'I',
            BlockKind::Caption => 'C',
            BlockKind::Credit => 'R',
            BlockKind::SourceLine => 'S',
            BlockKind::Turn => 'Q',
            BlockKind::Link => 'L',
        };
        read_text(text).list.iter().map(letter).collect()
    }

    fn sources(text: &str) -> Vec<&str> {
        read_text(text)
            .sources
            .iter()
            .map(|span| &text[span.range()])
            .collect()
    }

    #[test]
    fn prose_and_headings() {
        for (text, want) in [
            ("", ""),
            ("Une ligne seule", "P"),
            (
                "Le pont rouvre\n\nLe pont rouvre lundi.\n\nUn chantier long\n\nLe chantier a duré.",
                "TPHP",
            ),
            ("Le pont rouvre.\nIl a fermé hier.", "PP"),
            (
                "Le pont\r\n\r\n« On attend », dit-elle\r\n« On attend. »",
                "TPP",
            ),
            ("Le pont\n\n« On attend »\n\nLe maire est là.", "THP"),
            ("Le pont\n\nElle dit :\n\nOui.", "TPP"),
        ] {
            assert_eq!(kinds(text), want, "in {text:?}");
        }
    }

    #[test]
    fn furniture() {
        for (line, want) in [
            ("» LIRE AUSSI - « Le pont » ferme", "L"),
            ("À LIRE AUSSI : le pont ferme", "L"),
            ("Lire aussi. Le pont ferme", "L"),
            ("► Lire aussi : le pont ferme", "L"),
            ("VIDÉO - Le pont ferme", "L"),
            ("VIDÉO - Le pont ferme, assure le maire.", "P"),
            ("Le pont ferme - Regarder sur Orval Live", "L"),
            ("Partager : l’article sur les réseaux sociaux", "L"),
            ("Inscrivez-vous à la newsletter", "L"),
            ("• 2 min", "L"),
            ("• Un pont neuf", "I"),
            ("© Orval", "C"),
            ("Photo : Léa MORIN / AFP", "C"),
            ("Le pont, le 3 mai. (Photo AFP)", "C"),
            ("Le pont, mardi à Fréval. © Orval / AFP", "C"),
            ("Un pont tombe (PHOTOS)", "H"),
            ("Photos à l'appui, elle a décrit le pont.", "P"),
            ("chl/ic/nm", "R"),
            ("Par Léa Morin", "R"),
            ("L. M.", "R"),
            ("Source : Le Relais", "S"),
            ("(avec AFP)", "S"),
            ("Avec AFP", "S"),
            ("FRÉVAL (Reuters) -", "S"),
        ] {
            let text = format!("Un titre\n\nLe pont a fermé.\n\n{line}\n\nLe pont rouvrira.");
            assert_eq!(kinds(&text), format!("TP{want}P"), "for {line:?}");
        }
        assert_eq!(kinds("Un pont\n\nLe pont ferme lundi.\n\nLéa Morin"), "TPR");
        assert_eq!(
            kinds("Un pont\n\nLe pont vu du quai\n\nLe pont vu du quai\n\nIl ferme."),
            "THCP"
        );
    }

    #[test]
    fn lists_and_dialogue() {
        assert_eq!(kinds("Titre\n- le pont\n- la rue\nIl ferme."), "TIIP");
        assert_eq!(
            kinds("Titre\n— Le pont ferme ?\n— Oui, dit-il.\nIl ferme."),
            "TPPP"
        );
        assert_eq!(kinds("Titre\n- Une trêve fragile -\nIl ferme."), "THP");
    }

    #[test]
    fn interviews() {
        let labelled = "Un pont\nLe Relais : Que ferez-vous ?\nLéa Morin : Je resterai.\nLe Relais : Et après ?\nLéa Morin : Rien.";
        assert_eq!(kinds(labelled), "TQQQQ");
        let letters = "Un pont\nQ. Que faire ?\nR. Attendre.\nQ. Et après ?\nR. Rien.";
        assert_eq!(kinds(letters), "TQQQQ");
        let bare = "Un pont\n\nQue ferez-vous ?\n\nJe resterai ici.\n\nEt le pont.\n\nVous partez ?\n\nNon, je reste.";
        assert_eq!(kinds(bare), "TQQQQQ");
        // Questions that the article asks itself.
        let rhetorical = "Un pont\n\nLe pont tiendra-t-il ?\n\n\"Oui\", dit-elle.\n\nEt la rue ?\n\nElle attend.";
        assert_eq!(kinds(rhetorical), "TPPPP");
        assert_eq!(
            kinds("Un pont\nAttention : le pont ferme.\nAttention : la rue aussi."),
            "TPP"
        );
    }

    #[test]
    fn wrapped_lines_make_one_paragraph() {
        let text = "Le pont a été fermé lundi par la\npréfecture, qui craint une crue du\nfleuve et demande aux riverains de\nne pas sortir avant mardi.\n\nLe maire a dit non à la fermeture\nde la rue.\nIl reviendra.";
        assert_eq!(kinds(text), "PP");
    }

    #[test]
    fn sources_are_names_alone() {
        for (text, want) in [
            ("Le pont ferme. (afp/nxp)", vec!["afp", "nxp"]),
            ("Le pont ferme. (avec AFP et agences)", vec!["AFP"]),
            ("Le pont ferme. (avec agences)", vec![]),
            ("FRÉVAL (Reuters) - Le pont ferme.", vec!["Reuters"]),
            ("L'agence (AFP) a dit non.", vec![]),
            (
                "Le siège de l'Agence France-Presse (AFP)\n\nLe pont.",
                vec![],
            ),
            ("Luc Brun (PC) attend.", vec![]),
            ("Titre\n\nSource : CNBC", vec!["CNBC"]),
            (
                "Titre\n\nSources : Le Relais, Orval Info et AFP.",
                vec!["Le Relais", "Orval Info", "AFP"],
            ),
            ("Le pont ferme. Source : Le Relais", vec!["Le Relais"]),
            ("La source : le pont ferme.", vec![]),
            ("Le pont ferme.\n\nAvec AFP", vec!["AFP"]),
            ("Le pont ferme.\n\nLe Relais avec AFP", vec!["AFP"]),
            ("Le pont a été fermé par le maire avec AFP et Brun.", vec![]),
            (
                "Titre\n\nCet article a été initialement publié sur le site d’Orval et Fils.",
                vec!["Orval et Fils"],
            ),
            (
                "Cet article a été initialement publié le 4 mai 2012.",
                vec![],
            ),
            ("Le pont ferme. (avec Agence Lumen)", vec!["Agence Lumen"]),
            ("Le pont ferme. (Agence Lumen)", vec!["Agence Lumen"]),
            ("Le pont ferme. Avec l'Agence Lumen.", vec!["Agence Lumen"]),
            ("Le pont ferme. (avec ALP)", vec!["ALP"]),
            ("Le pont ferme. (rad/ats)", vec!["ats"]),
            ("Le pont ferme. (ALP)", vec![]),
            ("Le pont ferme. (avec Odile Brun)", vec![]),
            ("Le pont ferme. (Rires)", vec![]),
            ("FRÉVAL, 3 mars (ALP) - Le pont ferme.", vec!["ALP"]),
            (
                "FRÉVAL, 3 mars 2024 (Agence de presse de la Vaume) — Le pont ferme.",
                vec!["Agence de presse de la Vaume"],
            ),
            ("FOOTBALL (Ligue 1) - Le pont ferme.", vec![]),
            ("Le pont ferme.\n\nVia Le Relais", vec!["Le Relais"]),
            ("Le pont ferme.\n\nVia une passerelle", vec![]),
            ("Le pont ferme.\n\nAFP", vec!["AFP"]),
            ("Le pont ferme.\n\nO. B. (avec ALP)", vec!["ALP"]),
            (
                "Le pont ferme.\n\nSource : lerelais.fr",
                vec!["lerelais.fr"],
            ),
            (
                "Le pont ferme.\n\nCet article est paru dans Le Relais.",
                vec!["Le Relais"],
            ),
        ] {
            assert_eq!(sources(text), want, "in {text:?}");
        }
    }

    #[test]
    fn hostile_layouts_stay_linear() {
        for unit in [
            "\n",
            "a\n",
            "- a\n",
            "a : b.\n",
            "(",
            "(AFP",
            "Source : ",
            "a ?\nVous.\n",
            "avec ",
            "© ",
        ] {
            let text = unit.repeat(100_000);
            let tokens = Tokens::scan(&text, &LEXICON);
            let blocks = read(&text, tokens.as_slice());
            let held: u32 = blocks
                .list
                .iter()
                .map(|block| block.tokens.end - block.tokens.start)
                .sum();
            assert_eq!(held as usize, tokens.len());
        }
    }
}
