//! Interviews flattened to text: « L. Maret : Je resterai. »

use super::{Found, Rule, RuleInfo};
use crate::attribution::Candidate;
use crate::attribution::scope::Scope;
use crate::blocks::BlockKind;
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::tokens::TokenKind;

pub(super) const RULE: Rule = Rule {
    info: INFO,
    verbal: false,
    find,
};

const INFO: RuleInfo = RuleInfo {
    name: "turn",
    summary: "A turn of an interview that opens with the name or initials of the one who answers; questions are the interviewer's own.",
    constructions: &[20],
    positive: &[
        "Le Relais : Que ferez-vous ?\n<Luc Maret> : [Je resterai au port.]\nLe Relais : Et après ?\nLuc Maret : Nous verrons bien.",
        "Le Relais : Que ferez-vous ?\nLuc Maret : Je resterai au port.\nLe Relais : Et après ?\n<Luc Maret> : [Nous verrons bien.]",
        "Question : Le pont tiendra-t-il ?\n<Odile Brun> : [Il est neuf. Il tiendra.]\nQuestion : Vous en êtes sûre ?\nOdile Brun : Oui, absolument sûre.",
    ],
    negative: &[
        "Horaires : le pont ouvre à huit heures.",
        "Le maire a un projet : rouvrir le port.",
    ],
};

fn find(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    let block = &scope.article.blocks[scope.sentence.block as usize];
    if block.kind != BlockKind::Turn
        || scope.sentence.tokens.start != block.tokens.start
        || !scope.is_author()
    {
        return;
    }
    let Some(colon) =
        (1..scope.chunks.len().min(6)).find(|&i| scope.kind(i) == Some(ChunkKind::Colon))
    else {
        return;
    };
    let first = &scope.chunks[0];
    if first.kind != ChunkKind::Noun || !first.flags.has(ChunkFlags::NAME) {
        return;
    }
    let start = scope.chunks[colon].end;
    let tokens = scope.article.source.tokens;
    let question = (start..block.tokens.end)
        .rev()
        .find(|&t| tokens[t as usize].kind == TokenKind::Stop)
        .is_some_and(|t| scope.word(t).starts_with('?') && t + 1 == block.tokens.end);
    // A quotation in the turn is the colon rule's.
    if question || scope.kind(colon + 1) == Some(ChunkKind::Quote) {
        return;
    }
    let content = start..block.tokens.end;
    let speaker = scope.speaker(scope.group(0));
    Found {
        rule: &INFO,
        rank: 68,
        content: vec![content],
        cue: None,
        speaker,
        quotation: None,
        confidence: 0.75,
    }
    .push(scope, out);
    if let Some(last) = out.last_mut() {
        last.kind = Some(crate::claim::Kind::Direct);
    }
}
