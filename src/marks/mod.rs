//! Quotations: a tree of pairs of marks, repaired where the author forgot one.
//!
//! Two passes. The first says of every mark what it may do, from its shape and from the blanks around it. The second pairs
//! them with a stack, block by block, then looks for what a block left open: quotations that run over several paragraphs, or
//! that are never closed. Each repair is flagged. No recursion, and time in proportion to the text.

mod classify;
mod cursor;
mod dialogue;
mod grammar;
mod pairing;
mod repair;
mod tree;

use std::ops::Range;

use crate::blocks::Block;
use crate::diagnostic::Diagnostic;
use crate::tokens::{Token, TokenId};

/// Index of a quotation in [`Marks::quotations`].
pub(crate) type QuotationId = u32;

/// What marks a quotation, by its opening mark where it has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MarkKind {
    /// `« »`, `<< >>`
    Guillemets,
    /// `“ ”`, `„ ”`, two single quotes in a row
    Double,
    /// `"`
    Straight,
    /// `' '`, `‘ ’`, `‹ ›`
    Single,
    /// A line of dialogue that begins with a dash.
    Dash,
}

/// Words between marks.
#[derive(Debug, Clone)]
pub(crate) struct Quotation {
    /// The opening mark, or the first word where there is none.
    pub(crate) first: TokenId,
    /// The closing mark, or the last word where there is none.
    pub(crate) last: TokenId,
    pub(crate) opened: bool,
    pub(crate) closed: bool,
    pub(crate) kind: MarkKind,
    pub(crate) parent: Option<QuotationId>,
    /// How many quotations hold this one.
    pub(crate) depth: u16,
    /// The author's marks did not fit, and this is a guess at what they meant.
    pub(crate) repaired: bool,
    /// Marks that open it again at the start of a paragraph: a range of [`Marks::reopen`].
    pub(crate) reopened: Range<u32>,
}

/// The quotations of a text.
pub(crate) struct Marks {
    /// Sorted by their first token, each before those it holds. Any two are nested or disjoint.
    pub(crate) quotations: Vec<Quotation>,
    /// Marks that repeat an opening one at the start of a paragraph.
    pub(crate) reopen: Vec<TokenId>,
    /// Marks that are inches or minutes.
    pub(crate) measures: Vec<TokenId>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl Marks {
    /// The tokens between the marks of a quotation; those in [`Marks::reopen`] are among them.
    pub(crate) fn content_tokens(&self, q: QuotationId) -> Range<TokenId> {
        self.quotations[q as usize].content()
    }
}

impl Quotation {
    fn content(&self) -> Range<TokenId> {
        let first = self.first + TokenId::from(self.opened);
        let end = self.last + TokenId::from(!self.closed);
        first..end.max(first)
    }
}

/// Finds the quotations of a text.
pub(crate) fn pair(text: &str, tokens: &[Token], blocks: &[Block]) -> Marks {
    let mut signs = classify::signs(text, tokens, blocks);
    let mut diagnostics = Vec::new();
    pairing::pair(tokens, &mut signs, &mut diagnostics);
    let mut draft = repair::quotations(text, tokens, blocks, &signs, &mut diagnostics);
    dialogue::add(text, tokens, blocks, &mut draft);
    let mut marks = tree::build(tokens, draft, &mut diagnostics);
    diagnostics.sort_by_key(|diagnostic: &Diagnostic| diagnostic.span);
    marks.diagnostics = diagnostics;
    marks.measures = signs
        .iter()
        .filter(|sign| sign.role == classify::Role::Measure && sign.ignored)
        .map(|sign| sign.token)
        .collect();
    marks
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;
    use crate::diagnostic::DiagnosticKind;
    use crate::lexicon::Lexicon;
    use crate::tokens::Tokens;

    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::builtin);

    fn marks(text: &str) -> (Tokens, Marks) {
        let tokens = Tokens::scan(text, &LEXICON);
        let blocks = crate::blocks::read(text, tokens.as_slice());
        let marks = pair(text, tokens.as_slice(), &blocks.list);
        (tokens, marks)
    }

    /// The text with the content of each quotation in brackets: `[!…]` where it was repaired, `^` for a mark that opens again.
    fn show(text: &str) -> String {
        let (tokens, marks) = marks(text);
        let mut signs: Vec<(usize, usize, &str)> = Vec::new();
        for (q, quotation) in marks.quotations.iter().enumerate() {
            let content = marks.content_tokens(q as QuotationId);
            let depth = usize::from(quotation.depth);
            let open = if quotation.repaired { "[!" } else { "[" };
            signs.push((tokens[content.start].span.start(), 100 + depth, open));
            signs.push((tokens[content.end - 1].span.end(), 99 - depth, "]"));
            for &r in
                &marks.reopen[quotation.reopened.start as usize..quotation.reopened.end as usize]
            {
                signs.push((tokens[r].span.start(), 200, "^"));
            }
        }
        signs.sort();
        let mut out = String::new();
        let mut at = 0;
        for (offset, _, sign) in signs {
            out.push_str(&text[at..offset]);
            out.push_str(sign);
            at = offset;
        }
        out + &text[at..]
    }

    fn check(cases: &[(&str, &str)]) {
        for (text, want) in cases {
            assert_eq!(show(text), *want, "in {text:?}");
        }
    }

    fn diagnostics(text: &str) -> Vec<DiagnosticKind> {
        marks(text).1.diagnostics.iter().map(|d| d.kind).collect()
    }

    #[test]
    fn pairs() {
        check(&[
            ("«Oui», dit-il.", "«[Oui]», dit-il."),
            ("« Oui », dit-il.", "« [Oui] », dit-il."),
            ("«\u{a0}Oui\u{a0}», dit-il.", "«\u{a0}[Oui]\u{a0}», dit-il."),
            ("« Oui »,a dit Léa.« Non »", "« [Oui] »,a dit Léa.« [Non] »"),
            ("“Oui”, dit-il.", "“[Oui]”, dit-il."),
            ("„Oui“, dit-il.", "„[Oui]“, dit-il."),
            ("\"Oui\", dit-il. \"Non\"", "\"[Oui]\", dit-il. \"[Non]\""),
            ("<<Oui>>, dit-il.", "<<[Oui]>>, dit-il."),
            ("''Oui'', dit-il.", "''[Oui]'', dit-il."),
            ("elle dit 'oui' et part", "elle dit '[oui]' et part"),
            ("l'\"acte\" de l'«amie»", "l'\"[acte]\" de l'«[amie]»"),
            ("(\"oui\") et \"non\".", "(\"[oui]\") et \"[non]\"."),
            ("qu’ » il n’est pas » là", "qu’ » [il n’est pas] » là"),
            ("le cri »Au pont« monte", "le cri »[Au pont]« monte"),
            ("« » rien", "« » rien"),
        ]);
    }

    #[test]
    fn nested() {
        check(&[
            (
                "« Il a crié “non” », dit-elle.",
                "« [Il a crié “[non]”] », dit-elle.",
            ),
            (
                "« Il a crié « non » », dit-elle.",
                "« [Il a crié « [non] »] », dit-elle.",
            ),
            (
                "« Il a crié \"non\" », dit-elle.",
                "« [Il a crié \"[non]\"] », dit-elle.",
            ),
            (
                "« Il a crié 'non' », dit-elle.",
                "« [Il a crié '[non]'] », dit-elle.",
            ),
            (
                "\"Le fichier \"pont\" est là\", dit-elle.",
                "\"[Le fichier \"[pont]\" est là]\", dit-elle.",
            ),
            (
                "« Ah ! ‘Oh, ça va’, dit-il »",
                "« [Ah ! ‘[Oh, ça va]’, dit-il] »",
            ),
        ]);
    }

    #[test]
    fn stray_blanks() {
        check(&[
            ("\" Oui \", dit-il.", "\" [Oui] \", dit-il."),
            ("\"Oui\"dit-il, \"non\"", "\"[Oui]\"dit-il, \"[non]\""),
            ("il a dit \"oui (...) \"", "il a dit \"[oui (...)] \""),
            (
                "Il dit : \"Le pont tiendra.\n\n\" Elle estime que \"non\".",
                "Il dit : \"[Le pont tiendra.]\n\n\" Elle estime que \"[non]\".",
            ),
        ]);
    }

    #[test]
    fn over_several_paragraphs() {
        check(&[
            ("« Un.\n\n« Deux. »", "« [Un.\n\n^« Deux.] »"),
            (
                "« Un.\n\n« Deux.\n\n« Trois », dit-il.",
                "« [Un.\n\n^« Deux.\n\n^« Trois] », dit-il.",
            ),
            (
                "Il dit : « Un.\n\n» Deux. »",
                "Il dit : « [Un.\n\n^» Deux.] »",
            ),
            (
                "« Un.\n\nDeux.\n\nTrois », dit-il.",
                "« [Un.\n\nDeux.\n\nTrois] », dit-il.",
            ),
            (
                "\"Un.\n\n\"Deux\", dit-il.",
                "\"[Un.\n\n^\"Deux]\", dit-il.",
            ),
            ("“Un.\n\nDeux», dit-il.", "“[!Un.\n\nDeux]», dit-il."),
            (
                "« Oui », dit-il. « Un.\n\n« Deux. »",
                "« [Oui] », dit-il. « [Un.\n\n^« Deux.] »",
            ),
            (
                "« Un.\n\n» LIRE AUSSI - Le pont\n\nDeux », dit-il.",
                "« [Un.\n\n» LIRE AUSSI - Le pont\n\nDeux] », dit-il.",
            ),
        ]);
    }

    #[test]
    fn never_closed() {
        check(&[
            (
                "« Un jour de plus, a-t-il dit.",
                "« [!Un jour de plus, a-t-il dit.]",
            ),
            (
                "« Un jour de plus, a-t-il dit.\n\n« Non », dit-elle.",
                "« [!Un jour de plus, a-t-il dit.]\n\n« [Non] », dit-elle.",
            ),
            (
                "« Un jour. Il part. « Non », dit-elle.",
                "« [!Un jour. Il part.] « [Non] », dit-elle.",
            ),
            (
                "« Les « gilets » sont là. Un autre part.",
                "« [!Les « [gilets] » sont là. Un autre part.]",
            ),
            (
                "« Il a crié « non », dit-elle.",
                "« [!Il a crié « [non] »], dit-elle.",
            ),
        ]);
        assert_eq!(
            diagnostics("« Un jour de plus."),
            [DiagnosticKind::UnclosedMark]
        );
    }

    #[test]
    fn never_opened() {
        check(&[
            (
                "Il pleut. Le pont tiendra », dit-elle.",
                "Il pleut. [!Le pont tiendra] », dit-elle.",
            ),
            (
                "Le pont tiendra. » a déclaré Léa Morin.",
                "[!Le pont tiendra.] » a déclaré Léa Morin.",
            ),
            ("Le pont » tiendra demain.", "Le pont » tiendra demain."),
            // Behind a pair, and in a paragraph behind another.
            (
                "Il part.\n\n« Oui », dit-il. Le pont tiendra », dit-elle.",
                "Il part.\n\n« [Oui] », dit-il. [!Le pont tiendra] », dit-elle.",
            ),
            (
                "« Oui », dit-il. La rue ouvre. Le pont tiendra. »",
                "« [Oui] », dit-il. La rue ouvre. [!Le pont tiendra.] »",
            ),
        ]);
        assert_eq!(
            diagnostics("Le pont » tiendra demain."),
            [DiagnosticKind::UnopenedMark]
        );
    }

    #[test]
    fn no_quotation_marks() {
        check(&[
            ("un écran de 5\" et \"oui\"", "un écran de 5\" et \"[oui]\""),
            (
                "Le pont.\n\n» LIRE AUSSI - « Le pont » tient",
                "Le pont.\n\n» LIRE AUSSI - « [Le pont] » tient",
            ),
            (
                "Il part. » EN DIRECT - Le pont",
                "Il part. » EN DIRECT - Le pont",
            ),
            ("mai '68 à l'eau", "mai '68 à l'eau"),
        ]);
        assert!(diagnostics("Il part. » EN DIRECT - Le pont").is_empty());
    }

    #[test]
    fn inches_and_what_only_looks_like_them() {
        check(&[(
            "\"Il en reste 5\", dit-elle.",
            "\"[Il en reste 5]\", dit-elle.",
        )]);
        // An inch is no mark that lacks its partner.
        assert!(diagnostics("un écran de 5\" et \"oui\"").is_empty());
    }

    /// What lacks its partner inside a pair is no quotation, and no paragraph after it closes it.
    #[test]
    fn nothing_is_repaired_inside_a_pair() {
        check(&[(
            "« Il part” a dit Léa hier », dit-il.",
            "« [Il part” a dit Léa hier] », dit-il.",
        )]);
        let text = "« Il a vu “le pont hier », dit-elle.\n\nElle part”, dit-il.";
        assert_eq!(
            diagnostics(text),
            [DiagnosticKind::UnclosedMark, DiagnosticKind::UnopenedMark]
        );
    }

    /// Whether `»` may open is asked of its own paragraph.
    #[test]
    fn the_next_paragraph_closes_nothing_by_chance() {
        check(&[
            (
                "le cri »Au pont monte.\n\nIl tient », puis rien.",
                "le cri »Au pont monte.\n\nIl tient », puis rien.",
            ),
            ("le cri »Au pont monte.", "le cri »Au pont monte."),
        ]);
    }

    #[test]
    fn mismatched() {
        check(&[
            ("“Oui», a dit Léa. “Non”", "“[!Oui]», a dit Léa. “[Non]”"),
            ("le mot \"pont” est là", "le mot \"[!pont]” est là"),
            // Its own mark is ahead.
            ("“Oui» et non”, dit-il.", "“[Oui» et non]”, dit-il."),
            (
                "“Oui “non” et» part”, dit-il.",
                "“[Oui “[non]” et» part]”, dit-il.",
            ),
            // Half of the single ones are apostrophes.
            ("il dit 'oui» et part", "il dit 'oui» et part"),
        ]);
    }

    #[test]
    fn dialogue() {
        check(&[
            (
                "— Tu pars ?\n— Oui, dit-il.",
                "— [Tu pars ?]\n— [Oui, dit-il.]",
            ),
            (
                "- Tu pars ? demanda-t-elle.\n- Oui.",
                "- [Tu pars ? demanda-t-elle.]\n- [Oui.]",
            ),
            (
                "- Le pont ferme.\n- La rue ouvre.",
                "- Le pont ferme.\n- La rue ouvre.",
            ),
            (
                "- \"Oui\", dit-il.\n- \"Non\", dit-elle.",
                "- \"[Oui]\", dit-il.\n- \"[Non]\", dit-elle.",
            ),
            (
                "« Elle dit :\n— Tu pars ?\n— Oui. »",
                "« [Elle dit :\n— [Tu pars ?]\n— [Oui.]] »",
            ),
            ("— Léa Morin (@lea_m) 3 mars", "— Léa Morin (@lea_m) 3 mars"),
        ]);
    }

    /// Said once; the marks beyond the limit lack nothing, and those around them keep their partners.
    #[test]
    fn nesting_has_a_limit() {
        let limit = crate::limits::MAX_NESTING;
        let deep = |open: &str, close: &str, beyond: usize| {
            let inside = format!("{}oui{}", "« ".repeat(beyond), " »".repeat(beyond));
            format!("{}{inside}{}", open.repeat(limit), close.repeat(limit))
        };
        for beyond in [0, 1, 8] {
            let text = deep("« ", " »", beyond) + ", dit-il. « Non »";
            assert_eq!(
                show(&text),
                deep("« [", "] »", beyond) + ", dit-il. « [Non] »"
            );
            let said = vec![DiagnosticKind::NestingTooDeep; beyond.min(1)];
            assert_eq!(diagnostics(&text), said);
        }
    }

    #[test]
    fn hostile_marks_stay_linear_and_nested() {
        for unit in [
            "«",
            "»",
            "\"",
            "« “ ",
            "“ » ",
            "« Oui.\n\n",
            "\"Oui.\n\n",
            "» Oui.\n\n",
            "— Oui.\n",
            "« a « b.",
            "a », dit-il ",
            "« a “ b » c ” ",
            "'a ",
            "« gilets » « a\n\n",
        ] {
            let text = unit.repeat(50_000);
            let (tokens, marks) = marks(&text);
            let mut ends: Vec<TokenId> = Vec::new();
            for quotation in &marks.quotations {
                while ends.last().is_some_and(|&end| end < quotation.first) {
                    ends.pop();
                }
                assert!(
                    ends.last().is_none_or(|&end| quotation.last <= end),
                    "crossing in {unit:?}"
                );
                assert_eq!(usize::from(quotation.depth), ends.len());
                assert!((quotation.last as usize) < tokens.len());
                ends.push(quotation.last);
            }
        }
    }
}
