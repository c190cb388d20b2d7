//! The little that the room knows of French: what an incise, a link label and a turn of dialogue begin like.
//!
//! No word is looked up: these patterns only decide where a mark that its author forgot must have stood.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{not, opt, value, verify};
use nom::sequence::{pair, preceded};

use super::cursor::{Cursor, Parsed, kind, small_word, token_if, up_to};
use crate::tokens::{Flags, Token, TokenKind};

/// What follows the closing mark of a quotation that an incise gives to somebody: `, dit-il`, `a déclaré la maire`.
pub(super) fn incise(i: Cursor<'_>) -> Parsed<'_, ()> {
    let (i, _) = opt(kind(TokenKind::Comma)).parse(i)?;
    let (i, _) = alt((inverted_pronoun, compound_past, simple_verb)).parse(i)?;
    Ok((i, ()))
}

/// `dit-il`, `a-t-elle`, `lui répond-on`
pub(super) fn inverted_pronoun(i: Cursor<'_>) -> Parsed<'_, ()> {
    let (i, _) = up_to(2, object_pronoun)(i)?;
    value((), pair(small_word, kind(TokenKind::Clitic))).parse(i)
}

/// `a déclaré`, `avaient toutefois répondu`, `s'est réjouie`
fn compound_past(i: Cursor<'_>) -> Parsed<'_, ()> {
    let (i, _) = up_to(2, object_pronoun)(i)?;
    let (i, _) = auxiliary(i)?;
    let (i, _) = up_to(4, |i| preceded(not(participle), small_word).parse(i))(i)?;
    value((), participle).parse(i)
}

fn participle(i: Cursor<'_>) -> Parsed<'_, Token> {
    const ENDINGS: [&str; 11] = [
        "é", "ée", "és", "ées", "it", "is", "u", "ue", "us", "i", "ie",
    ];
    verify(small_word, |token: &Token| {
        let word = &i.text[token.span.range()];
        ENDINGS.iter().any(|ending| word.ends_with(ending))
    })
    .parse(i)
}

/// `affirme la maire`, `dit Léa`, `estiment les élus`: a verb by its ending, then what a subject begins with.
fn simple_verb(i: Cursor<'_>) -> Parsed<'_, ()> {
    let (i, _) = up_to(2, object_pronoun)(i)?;
    let (i, _) = token_if(|word, token| {
        token.kind == TokenKind::Word
            && !token.flags.has(Flags::CAPITAL)
            && word.len() > 2
            && ["e", "t", "d", "ent"].iter().any(|end| word.ends_with(end))
            && !matches!(
                word,
                "est" | "que" | "une" | "cette" | "comme" | "dont" | "entre" | "contre"
            )
    })(i)?;
    let (i, _) = alt((subject_name, subject_article)).parse(i)?;
    Ok((i, ()))
}

fn subject_name(i: Cursor<'_>) -> Parsed<'_, ()> {
    value(
        (),
        token_if(|_, token| token.kind == TokenKind::Word && token.flags.has(Flags::CAPITAL)),
    )
    .parse(i)
}

fn subject_article(i: Cursor<'_>) -> Parsed<'_, ()> {
    value(
        (),
        token_if(|word, _| {
            matches!(
                word,
                "le" | "la"
                    | "les"
                    | "l'"
                    | "l’"
                    | "un"
                    | "une"
                    | "ce"
                    | "cet"
                    | "cette"
                    | "ces"
                    | "son"
                    | "sa"
                    | "des"
            )
        }),
    )
    .parse(i)
}

fn object_pronoun(i: Cursor<'_>) -> Parsed<'_, Token> {
    token_if(|word, _| {
        matches!(
            word,
            "lui"
                | "leur"
                | "me"
                | "m'"
                | "m’"
                | "se"
                | "s'"
                | "s’"
                | "nous"
                | "vous"
                | "l'"
                | "l’"
                | "y"
                | "en"
        )
    })(i)
}

fn auxiliary(i: Cursor<'_>) -> Parsed<'_, Token> {
    token_if(|word, _| {
        matches!(
            word,
            "a" | "ont"
                | "avait"
                | "avaient"
                | "aurait"
                | "auraient"
                | "est"
                | "sont"
                | "était"
                | "étaient"
        )
    })(i)
}

/// `» LIRE AUSSI`, `» EN DIRECT -`: a mark used as a bullet before a link.
pub(super) fn link_label(i: Cursor<'_>) -> Parsed<'_, ()> {
    let (i, _) = kind(TokenKind::Mark)(i)?;
    let (i, _) = opt(token_if(|word, _| matches!(word, "À" | "A" | "EN"))).parse(i)?;
    value(
        (),
        token_if(|word, _| {
            matches!(
                word,
                "LIRE"
                    | "VOIR"
                    | "ÉCOUTER"
                    | "REGARDER"
                    | "DIRECT"
                    | "DÉCOUVRIR"
                    | "IMAGES"
                    | "VIDÉO"
                    | "VIDÉOS"
                    | "DIAPORAMA"
                    | "INFOGRAPHIE"
                    | "REPORTAGE"
                    | "DOSSIER"
                    | "PODCAST"
                    | "DÉCRYPTAGE"
                    | "ENTRETIEN"
                    | "INTERVIEW"
                    | "Lire"
                    | "DOCUMENT"
                    | "EXCLUSIF"
                    | "NOTRE"
            )
        }),
    )
    .parse(i)
}

/// A line that begins with a dash and then speech, not a mark: where marks and dash stand together the marks count.
pub(super) fn dash_line(i: Cursor<'_>) -> Parsed<'_, Token> {
    let (i, dash) = kind(TokenKind::Dash)(i)?;
    let (i, _) = not(alt((kind(TokenKind::Mark), kind(TokenKind::Dash)))).parse(i)?;
    let (i, _) = preceded(
        opt(kind(TokenKind::Stop)),
        token_if(|_, token| matches!(token.kind, TokenKind::Word | TokenKind::Number)),
    )
    .parse(i)?;
    Ok((i, dash))
}

#[cfg(test)]
mod tests {
    use super::{Cursor, dash_line, incise, link_label};
    use crate::lexicon::Lexicon;
    use crate::tokens::Tokens;

    type Grammar = fn(Cursor<'_>) -> bool;

    fn check(grammar: Grammar, fits: &[&str], others: &[&str]) {
        let lexicon = Lexicon::builtin();
        for (texts, want) in [(fits, true), (others, false)] {
            for text in texts {
                let tokens = Tokens::scan(text, &lexicon);
                let fit = grammar(Cursor::new(text, tokens.as_slice()));
                assert_eq!(fit, want, "{text:?}");
            }
        }
    }

    #[test]
    fn incises() {
        check(
            |i| incise(i).is_ok(),
            &[
                ", dit-il.",
                "a-t-elle répondu.",
                ", lui répond-on.",
                "nous l'a-t-on dit.",
                "a déclaré la maire.",
                ", s'est réjouie Léa.",
                "avaient toutefois bien répondu les élus.",
                "nous a dit Léa.",
                "affirme la maire.",
                ", dit Léa.",
                "prétendent les élus.",
                "se défend l'élu.",
            ],
            &[
                "Dit-il.",
                "et la maire part.",
                "de la maire.",
                "est la tente.",
                "que les élus ont votée.",
                "entre la mairie et le pont.",
                "comme le pont.",
                "puis le pont.",
                "Affirme la maire.",
                "affirme que le pont tiendra.",
                "a la main.",
                "a toujours le même pont.",
                "3 Léa.",
                ".",
            ],
        );
    }

    #[test]
    fn labels() {
        check(
            |i| link_label(i).is_ok(),
            &[
                "» LIRE AUSSI - Le pont",
                "» EN DIRECT. Le pont",
                "» À LIRE",
                "» Lire aussi : le pont",
            ],
            &[
                "LIRE AUSSI",
                "» À Fréval le pont tient",
                "» EN 2026",
                "» lire",
                "» À",
            ],
        );
    }

    #[test]
    fn dash_lines() {
        check(
            |i| dash_line(i).is_ok(),
            &["— Oui.", "- … oui.", "– 30 ans."],
            &["Oui.", "— « Oui. »", "— — Oui.", "—", "— …", "— , oui"],
        );
    }
}
