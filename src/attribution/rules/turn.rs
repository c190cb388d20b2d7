//! Interviews flattened to text: « L. Maret : Je resterai. »

use super::{Found, Rule, RuleInfo};
use crate::attribution::scope::Scope;
use crate::attribution::{Candidate, SpeakerTokens};
use crate::blocks::BlockKind;
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::lexicon::{Feats, Pos};
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
        "Luc Maret quitte le port.\n\nPourquoi partez-vous ?\n\n[Parce que je suis las. Nous avons tout donné.]\n\nEt après, que ferez-vous ?\n\nJe verrai bien en mai.",
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
    let colon = (1..scope.chunks.len().min(6)).find(|&i| scope.kind(i) == Some(ChunkKind::Colon));
    let label = &scope.chunks[0];
    let Some(colon) =
        colon.filter(|_| label.kind == ChunkKind::Noun && label.flags.has(ChunkFlags::NAME))
    else {
        answer(scope, out);
        return;
    };
    let start = scope.chunks[colon].end;
    let question = asks(scope, scope.sentence.block as usize);
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

/// The paragraph ends in a question mark.
fn asks(scope: &Scope<'_>, block: usize) -> bool {
    let tokens = &scope.article.blocks[block].tokens;
    scope.article.source.tokens[tokens.end as usize - 1].kind == TokenKind::Stop
        && scope.word(tokens.end - 1).starts_with('?')
}

/// What follows a question that stands alone, up to the next one, where the one who answers says « je » or « nous », or is marked
/// as answering (« R. »).
fn answer(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    let blocks = scope.article.blocks;
    let at = scope.sentence.block as usize;
    let turn = |b: usize| blocks.get(b).is_some_and(|b| b.kind == BlockKind::Turn);
    if at == 0 || !turn(at - 1) || !asks(scope, at - 1) || asks(scope, at) {
        return;
    }
    let mut end = at + 1;
    while turn(end) && !asks(scope, end) {
        end += 1;
    }
    let source = scope.article.source;
    let mut start = blocks[at].tokens.start;
    // « R. Elles l'ont été. »
    let labelled = matches!(scope.word(start), "R." | "R" | "Réponse");
    if labelled {
        start += 1;
        while start + 1 < blocks[at].tokens.end
            && source.tokens.get(start as usize).is_some_and(|t| {
                matches!(t.kind, TokenKind::Stop | TokenKind::Colon | TokenKind::Dash)
            })
        {
            start += 1;
        }
    }
    let content = start..blocks[end - 1].tokens.end;
    let oneself = labelled
        || content.clone().any(|t| {
            let tag = &source.tags[t as usize];
            matches!(tag.pos, Pos::SubjectPron | Pos::ObjectPron)
                && tag.feats.has(Feats::P1)
                && !tag.feats.has(Feats::P3)
        });
    if !oneself {
        return;
    }
    Found {
        rule: &INFO,
        rank: 68,
        content: vec![content],
        cue: None,
        speaker: SpeakerTokens::Carried,
        quotation: None,
        confidence: 0.55,
    }
    .push(scope, out);
    if let Some(last) = out.last_mut() {
        last.kind = Some(crate::claim::Kind::Direct);
    }
}
