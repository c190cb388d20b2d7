//! Interviews: lines that begin with who speaks, and questions that stand alone.

use std::collections::HashMap;

use super::furniture::{ends_in_stop, holds_incise};
use super::{Block, BlockKind};
use crate::tokens::{Flags, Token, TokenKind};

/// Words of a label: « Le Relais de Fréval : ».
const LABEL_TOKENS: usize = 7;
/// Longest question, in bytes.
const QUESTION_BYTES: usize = 400;

pub(super) fn mark(text: &str, tokens: &[Token], list: &mut [Block]) {
    labelled(text, tokens, list);
    questions(text, tokens, list);
}

fn words_of<'a>(tokens: &'a [Token], block: &Block) -> &'a [Token] {
    &tokens[block.tokens.start as usize..block.tokens.end as usize]
}

/// Turns that name who speaks. One label alone may be a heading with a colon: it has to come back, and where it is one
/// plain word (« Attention : »), another one has to come back too.
fn labelled(text: &str, tokens: &[Token], list: &mut [Block]) {
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for block in list.iter().filter(|block| may_be_turn(block.kind)) {
        if let Some(label) = label(text, words_of(tokens, block)) {
            *counts.entry(label).or_default() += 1;
        }
    }
    // One question with its answer will do where another name answers.
    for pair in list.windows(2) {
        let [asks, answers] = pair else { continue };
        if !(may_be_turn(asks.kind) && may_be_turn(answers.kind)) {
            continue;
        }
        let (a, b) = (words_of(tokens, asks), words_of(tokens, answers));
        if let (Some(asking), Some(answering)) = (label(text, a), label(text, b)) {
            let is_question = |block: &Block| text[block.span.range()].ends_with('?');
            let two_words = asking.contains([' ', '\u{a0}']) && answering.contains([' ', '\u{a0}']);
            if asking != answering && two_words && is_question(asks) && !is_question(answers) {
                for turn in [asking, answering] {
                    *counts.entry(turn).or_default() += 1;
                }
            }
        }
    }
    counts.retain(|_, n| *n >= 2);
    // « R. Morin, 39 ans » is no answer where nobody asks.
    if !counts.contains_key("Q") {
        counts.remove("R");
    }
    let named = |label: &str| label.contains(['.', ' ', '\u{a0}']) || matches!(label, "Q" | "R");
    if counts.len() < 2 && !counts.keys().any(|label| named(label)) {
        return;
    }
    for block in list.iter_mut().filter(|block| may_be_turn(block.kind)) {
        let label = label(text, words_of(tokens, block));
        if label.is_some_and(|label| counts.contains_key(label)) {
            block.kind = BlockKind::Turn;
        }
    }
}

fn may_be_turn(kind: BlockKind) -> bool {
    matches!(
        kind,
        BlockKind::Paragraph | BlockKind::Heading | BlockKind::Credit
    )
}

/// `Q.`, `R :`, `Léa Morin :`, `L. M. :`, `LE RELAIS. -`: the text before the sign, if it can name a speaker.
fn label<'t>(text: &'t str, words: &[Token]) -> Option<&'t str> {
    if !words[0].flags.has(Flags::CAPITAL) || !ends_in_stop(words) {
        return None;
    }
    // The point of « R. Oui » is taken for an initial's.
    let first = &text[words[0].span.range()];
    if matches!(first, "Q." | "R.") && words.len() > 1 {
        return Some(&first[..1]);
    }
    let sign = words.iter().take(LABEL_TOKENS).position(|token| {
        matches!(
            token.kind,
            TokenKind::Colon | TokenKind::Stop | TokenKind::Dash
        )
    })?;
    if sign == 0 || sign + 1 >= words.len() {
        return None;
    }
    let label = &text[words[0].span.start()..words[sign - 1].span.end()];
    let names = words[..sign].iter().all(|token| {
        token.kind == TokenKind::Word
            && (token.flags.has(Flags::CAPITAL)
                || token.flags.has(Flags::ELIDED)
                || matches!(
                    &text[token.span.range()],
                    "de" | "du" | "des" | "la" | "le" | "von" | "van"
                ))
    });
    if !names
        || matches!(
            label,
            "Source" | "Sources" | "Photo" | "Photos" | "Crédit" | "Vidéo" | "VIDÉO" | "Note"
        )
    {
        return None;
    }
    let spoken = match words[sign].kind {
        TokenKind::Colon => true,
        // « Q. », « R. »
        TokenKind::Stop => {
            matches!(label, "Q" | "R" | "Question" | "Réponse")
                || words[sign + 1].kind == TokenKind::Dash
        }
        // « L. M. – »
        _ => label.contains('.'),
    };
    spoken.then_some(label)
}

/// Questions on a line of their own, each followed by an answer. Articles ask such questions too, so at least
/// two are needed, one that says « vous », and answers that no incise gives to somebody else.
fn questions(text: &str, tokens: &[Token], list: &mut [Block]) {
    let is_question = |block: &Block| {
        let words = words_of(tokens, block);
        let line = &text[block.span.range()];
        may_be_turn(block.kind)
            && line.len() <= QUESTION_BYTES
            && line.ends_with('?')
            && !matches!(words[0].kind, TokenKind::Mark | TokenKind::Dash)
    };
    let is_answer = |block: &Block| {
        let words = words_of(tokens, block);
        block.kind == BlockKind::Paragraph
            && words[0].kind != TokenKind::Mark
            && ends_in_stop(words)
            && !holds_incise(words)
    };
    let addresses = |block: &Block| {
        words_of(tokens, block).iter().any(|token| {
            let word = &text[token.span.range()];
            matches!(
                word,
                "vous"
                    | "Vous"
                    | "votre"
                    | "Votre"
                    | "vos"
                    | "Vos"
                    | "-vous"
                    | "tu"
                    | "Tu"
                    | "-tu"
                    | "toi"
            )
        })
    };
    let asked: Vec<usize> = (0..list.len().saturating_sub(1))
        .filter(|&i| is_question(&list[i]) && is_answer(&list[i + 1]) && !is_question(&list[i + 1]))
        .collect();
    let direct = asked.iter().filter(|&&i| addresses(&list[i])).count();
    if asked.len() < 2 || direct == 0 || direct * 3 < asked.len() {
        return;
    }
    for (n, &i) in asked.iter().enumerate() {
        // An answer goes on until the next question; after the last one, only the first paragraph is sure.
        let end = asked.get(n + 1).copied().unwrap_or(i + 2);
        list[i].kind = BlockKind::Turn;
        for block in &mut list[i + 1..end] {
            if block.kind == BlockKind::Paragraph {
                block.kind = BlockKind::Turn;
            }
        }
    }
}
