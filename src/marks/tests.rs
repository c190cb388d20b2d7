//! Texts with the content of each quotation in brackets.

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
        for &r in &marks.reopen[quotation.reopened.start as usize..quotation.reopened.end as usize]
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

/// What stands beside a mark tells whether it opens, where one of its kind is open already.
#[test]
fn marks_beside_other_signs() {
    check(&[
        (
            "\"Le mot (\"pont\") est là\", dit-elle.",
            "\"[Le mot (\"[pont]\") est là]\", dit-elle.",
        ),
        (
            "\"\"Pont\" est un mot\", dit-elle.",
            "\"[\"[Pont]\" est un mot]\", dit-elle.",
        ),
        (
            "Léa a dit : \"\"Pont\" est un mot\".",
            "Léa a dit : \"[\"[Pont]\" est un mot]\".",
        ),
        (
            "\"Le titre («\"Pont\" ouvert») est faux\", dit-elle.",
            "\"[Le titre («[\"[Pont]\" ouvert]») est faux]\", dit-elle.",
        ),
        (
            "\"Il lit \"« Pont » est faux\" ici\", dit-elle.",
            "\"[Il lit \"[« [Pont] » est faux]\" ici]\", dit-elle.",
        ),
        (
            "\"Il crie « non »\"dit Léa, \"puis\" rien.",
            "\"[Il crie « [non] »]\"dit Léa, \"[puis]\" rien.",
        ),
        (
            "«Il a crié „non“», dit-elle.",
            "«[Il a crié „[non]“]», dit-elle.",
        ),
        (
            "\"Il a dit \"... et puis\" hier\", dit-elle.",
            "\"[Il a dit \"[... et puis]\" hier]\", dit-elle.",
        ),
        (
            "\"Il a dit \"… et puis\" hier\", dit-elle.",
            "\"[Il a dit \"[… et puis]\" hier]\", dit-elle.",
        ),
        ("il dit \"oui \". Elle part", "il dit \"[oui] \". Elle part"),
        (
            "Le pont tiendra\". Elle dit \"oui\".",
            "Le pont tiendra\". Elle dit \"[oui]\".",
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
    let text = "un écran de 5\" et \"oui\", ou \"5\"";
    assert!(diagnostics(text).is_empty());
    let (tokens, marks) = marks(text);
    assert_eq!(marks.measures.len(), 1);
    assert_eq!(tokens[marks.measures[0]].span.range(), 14..15);
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

/// Whether a paragraph leaves its quotation open: terms and what a colon announces may stand inside, other speech may not.
#[test]
fn what_may_stand_inside_an_open_quotation() {
    check(&[
        (
            "« Un « mot » de plus.\n\n« Deux. »",
            "« [Un « [mot] » de plus.\n\n^« Deux.] »",
        ),
        (
            "« Un “jour de plus sans pont ni rue”.\n\n« Deux. »",
            "« [Un “[jour de plus sans pont ni rue]”.\n\n^« Deux.] »",
        ),
        (
            "« Elle dit : « Tu pars avec tous les autres » hier.\n\n« Deux. »",
            "« [Elle dit : « [Tu pars avec tous les autres] » hier.\n\n^« Deux.] »",
        ),
        (
            "« Un jour. « Tu pars avec tous les autres » hier.\n\n« Deux. »",
            "« [!Un jour.] « [Tu pars avec tous les autres] » hier.\n\n« [Deux.] »",
        ),
        (
            "Il dit « Non. Elle dit : « Tu pars avec tous les autres » hier.\n\n« Deux. »",
            "Il dit « [!Non.] Elle dit : « [Tu pars avec tous les autres] » hier.\n\n« [Deux.] »",
        ),
    ]);
}

/// A paragraph goes on with the quotation before it: by its first mark, of the same kind, before speech; behind one that ended open.
#[test]
fn what_a_paragraph_goes_on_with() {
    check(&[
        (
            "« Un.\n\n» Deux.\n\n» Trois. »",
            "« [Un.\n\n^» Deux.\n\n^» Trois.] »",
        ),
        (
            "« Un.\n\n» Deux.\n\nIl part.",
            "« [!Un.\n\n^» Deux.]\n\nIl part.",
        ),
        (
            "« Un.\n\n» Deux “trois » quatre” cinq. »",
            "« [Un.\n\n^» Deux “[trois » quatre]” cinq.] »",
        ),
        (
            "« Un.\n\n© Studio Pélican\n\n« Deux. »",
            "« [Un.\n\n© Studio Pélican\n\n^« Deux.] »",
        ),
        (
            "« Un.\n\nElle a dit : « Tu pars avec tous les autres. » Il part.",
            "« [!Un.]\n\nElle a dit : « [Tu pars avec tous les autres.] » Il part.",
        ),
        (
            "« Un.\n\n“Tu pars avec tous les autres”, dit-il.",
            "« [!Un.]\n\n“[Tu pars avec tous les autres]”, dit-il.",
        ),
        (
            "\"Un.\n\n\"Elle part demain.",
            "\"[!Un.\n\n^\"Elle part demain.]",
        ),
        ("“Un.\n\n” dit-il.", "“[Un.]\n\n” dit-il."),
        // What ends open.
        (
            "« Un jour\n\n« Tu pars avec tous les autres. »",
            "« [!Un jour]\n\n« [Tu pars avec tous les autres.] »",
        ),
        (
            "« Un, dit-il. Il tient.\n\n« Tu pars avec tous les autres. »",
            "« [Un, dit-il. Il tient.\n\n^« Tu pars avec tous les autres.] »",
        ),
        (
            "« Un. Il tient, dit-il.\n\n« Tu pars avec tous les autres. »",
            "« [!Un. Il tient, dit-il.]\n\n« [Tu pars avec tous les autres.] »",
        ),
        (
            "« Le pont tient la rue, puis rien.\n\n« Tu pars avec tous les autres. »",
            "« [Le pont tient la rue, puis rien.\n\n^« Tu pars avec tous les autres.] »",
        ),
        // Speech, not a term.
        (
            "« Un.\n\n« Tu pars avec tous les autres » et puis rien.",
            "« [Un.\n\n^« Tu pars avec tous les autres] » et puis rien.",
        ),
        (
            "« Un.\n\n« Deux » est un titre.",
            "« [!Un.]\n\n« [Deux] » est un titre.",
        ),
        (
            "« Un.\n\n« Deux.\n\n« Trois » est un titre.",
            "« [Un.\n\n^« Deux.\n\n^« Trois] » est un titre.",
        ),
        (
            "« Un.\n\n« Deux », dit-il hier.",
            "« [Un.\n\n^« Deux] », dit-il hier.",
        ),
        (
            "« Un.\n\n« Deux. « Tu pars avec tous les autres » hier.",
            "« [!Un.]\n\n« [!Deux.] « [Tu pars avec tous les autres] » hier.",
        ),
    ]);
}

/// Between outer marks alone a few paragraphs may stand, terms and inches in them, no other speech.
#[test]
fn what_stands_between_outer_marks() {
    check(&[
        (
            "« Un.\n\nLe « mot » tient.\n\nDeux », dit-il.",
            "« [Un.\n\nLe « [mot] » tient.\n\nDeux] », dit-il.",
        ),
        (
            "« Un.\n\nElle a dit « tu pars avec tous les autres ».\n\nDeux », dit-il.",
            "« [!Un.]\n\nElle a dit « [tu pars avec tous les autres] ».\n\n[!Deux] », dit-il.",
        ),
        (
            "\"Un.\n\nUn écran de 5\" neuf.\n\nDeux\", dit-il.",
            "\"[Un.\n\nUn écran de 5\" neuf.\n\nDeux]\", dit-il.",
        ),
        (
            "« Un “mot” de plus.\n\nDeux”, dit-il.",
            "« [!Un “[mot]” de plus.\n\nDeux]”, dit-il.",
        ),
        // One closing mark closes one quotation.
        (
            "« Un “deux.\n\nTrois », dit-il.",
            "« [Un “[!deux.]\n\nTrois] », dit-il.",
        ),
    ]);
    let between = |paragraphs: usize| {
        format!(
            "« Un.\n\n{}Deux », dit-il.",
            "Il tient.\n\n".repeat(paragraphs)
        )
    };
    assert!(show(&between(5)).ends_with("\n\nDeux] », dit-il."));
    assert!(!show(&between(5)).contains('!'));
    assert!(show(&between(40)).starts_with("« [!Un.]\n\nIl"));
}

/// A guess ends with a sentence, and is short.
#[test]
fn where_a_guess_ends() {
    check(&[
        ("« Il a « crié hier.", "« [!Il a] « [!crié hier.]"),
        (
            "« Un jour. Les « gilets » sont là.",
            "« [!Un jour.] Les « [gilets] » sont là.",
        ),
        (
            "« Un jour. Elle dit “tu pars avec tous les autres.” Il part.",
            "« [!Un jour. Elle dit “[tu pars avec tous les autres.]” Il part.]",
        ),
        ("Il part. Il dit «", "Il part. Il dit «"),
    ]);
    let long = |words: usize| format!("« Il tient.{} Il part.", " Le pont".repeat(words));
    assert!(show(&long(20)).ends_with("Il part.]"));
    let late = "Il tient. ".repeat(80) + "\n\n" + &long(20);
    assert!(show(&late).ends_with("Il part.]"));
    assert!(show(&long(200)).starts_with("« [!Il tient.] Le pont"));
}

#[test]
fn where_a_quotation_that_was_never_opened_begins() {
    check(&[
        (
            "Hier : le pont tiendra », dit-elle.",
            "Hier : [!le pont tiendra] », dit-elle.",
        ),
        (
            "« Oui » et le pont tiendra », dit-elle.",
            "« [Oui] » [!et le pont tiendra] », dit-elle.",
        ),
        ("Le pont tiendra›, dit-elle.", "Le pont tiendra›, dit-elle."),
        ("», dit-elle.", "», dit-elle."),
        ("”, dit-elle.", "”, dit-elle."),
        // At the end of a paragraph one of the same marks must stand before it.
        (
            "« Oui », dit-il.\n\nLe pont tiendra. »",
            "« [Oui] », dit-il.\n\nLe pont tiendra. »",
        ),
        (
            "“Oui”, dit-il. Le pont tiendra. »",
            "“[Oui]”, dit-il. Le pont tiendra. »",
        ),
        (
            "« Oui », dit-il. Le pont » tiendra demain.",
            "« [Oui] », dit-il. Le pont » tiendra demain.",
        ),
    ]);
    let long = |words: usize| format!("Il part.{} », dit-elle.", " Le pont".repeat(words));
    assert!(show(&long(20)).starts_with("Il part. [!Le pont"));
    assert!(!show(&long(200)).contains('['));
    assert!(diagnostics("» Le pont tient. Il part.").is_empty());
    assert!(diagnostics("» LIRE AUSSI : le « pont").is_empty());
}

/// A quotation that is certain shortens one that is a guess.
#[test]
fn guesses_give_way() {
    check(&[
        (
            "« Un jour. “Deux.\n\nTrois”, dit-il.",
            "« [!Un jour.] “[Deux.\n\nTrois]”, dit-il.",
        ),
        (
            "« “Deux.\n\nTrois”, dit-il.",
            "« “[Deux.\n\nTrois]”, dit-il.",
        ),
        (
            "« Un “Deux.\n\nTrois”, dit-il.",
            "« [!Un] “[Deux.\n\nTrois]”, dit-il.",
        ),
    ]);
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
        (
            "— Il dit : « Le pont tiendra ! »\n— Oui.",
            "— [Il dit : « [Le pont tiendra !] »]\n— [Oui.]",
        ),
    ]);
}

/// A dash opens a list too. What tells talk: a verb with its pronoun, liveliness, the long dash; one of the last two is not enough in a
/// line that stands alone.
#[test]
fn dialogue_or_list() {
    check(&[
        ("— Le pont tiendra.", "— Le pont tiendra."),
        ("- Tu pars ?", "- Tu pars ?"),
        ("— Tu pars ?", "— [Tu pars ?]"),
        (
            "— Le pont tiendra.\n— La rue ouvre.",
            "— [Le pont tiendra.]\n— [La rue ouvre.]",
        ),
        ("- Tu pars ?\n- Oui.", "- [Tu pars ?]\n- [Oui.]"),
        (
            "- Le pont tiendra, dit-elle.\n- La rue ouvre.",
            "- [Le pont tiendra, dit-elle.]\n- [La rue ouvre.]",
        ),
        (
            "- Le pont, dès lundi.\n- La rue, plus tard.",
            "- Le pont, dès lundi.\n- La rue, plus tard.",
        ),
        (
            "- Je sais ! lui répond-il.\n- La rue ouvre.",
            "- [Je sais ! lui répond-il.]\n- [La rue ouvre.]",
        ),
        // A verb with its pronoun is an incise behind a sign alone.
        ("- Où va-t-on.\n- Qui passe.", "- Où va-t-on.\n- Qui passe."),
        // Of two lines one may be lively, and what follows the last is no talk.
        (
            "- Le pont tient.\n- Et la rue ?\nIl part.",
            "- [Le pont tient.]\n- [Et la rue ?]\nIl part.",
        ),
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
