//! « Le pont tiendra, assure l'ingénieure, car il est neuf. »: the author's incise inside the marks.

use super::{Found, Rule, RuleInfo};
use crate::attribution::Candidate;
use crate::attribution::cursor::Cursor;
use crate::attribution::grammar;
use crate::attribution::scope::{Scope, Subject};
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::lexicon::Frames;

pub(super) const RULE: Rule = Rule {
    info: INFO,
    verbal: false,
    find,
};

const INFO: RuleInfo = RuleInfo {
    name: "incise_inside",
    summary: "An incise of the author's inside one pair of marks, or inside a line of dialogue: what stands on both sides is one claim.",
    constructions: &[5, 13, 16, 19],
    positive: &[
        "« [Le pont tiendra], {assure} <l'ingénieure Odile Brun>, [car il est neuf]. »",
        "« [Rien n'est décidé], {répète-t-<elle>}. [Nous verrons lundi]. »",
        "« [Tous les samedis], {souligne} <un bénévole de Fréval>, [la salle est pleine]. »",
    ],
    negative: &[
        "« Le maire, dit-on, partira », a assuré son adjoint.",
        "« Je pense que le pont, disais-je, tiendra », a raconté Luc Maret.",
    ],
};

fn find(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    let Some(q) = scope.sentence.level else {
        return;
    };
    for i in 1..scope.chunks.len() {
        if !matches!(
            scope.kind(i - 1),
            Some(ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Dash)
        ) {
            continue;
        }
        let Ok((_, found)) = grammar::incise(Cursor::new(scope, i)) else {
            continue;
        };
        let Some(class) = scope.reports(found.verb, Frames::INCISE) else {
            continue;
        };
        if scope.is_first_person(found.subject) || scope.is_on(found.subject) {
            continue;
        }
        if let Subject::Group { chunk, .. } = found.subject {
            if !scope.surely_speaks(chunk) {
                continue;
            }
        }
        let whole = scope.article.source.marks.content_tokens(q);
        let mut end = apposition_end(scope, found.end);
        while matches!(
            scope.kind(end),
            Some(ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Dash)
        ) {
            end += 1;
        }
        let behind = scope
            .chunks
            .get(end)
            .map_or(scope.sentence.tokens.end, |c| c.start());
        let mut before = i - 1;
        while before > 0
            && matches!(
                scope.kind(before - 1),
                Some(ChunkKind::Comma | ChunkKind::Dash)
            )
        {
            before -= 1;
        }
        let content = [
            whole.start..scope.chunks[before].first.max(whole.start),
            behind.min(whole.end)..whole.end,
        ];
        Found {
            rule: &INFO,
            rank: 80,
            content: content.into_iter().filter(|p| !p.is_empty()).collect(),
            cue: Some(scope.verb_cue(found.verb, Some(class))),
            speaker: scope.speaker(found.subject),
            quotation: Some(q),
            confidence: 0.9,
        }
        .push(scope, out);
        return;
    }
}

/// Behind an apposition to the subject: « dit Odile Brun, ingénieure, car … ».
fn apposition_end(scope: &Scope<'_>, end: usize) -> usize {
    // « …, assénait la maire, dès dimanche. »
    if scope.kind(end) == Some(ChunkKind::Comma)
        && scope
            .chunks
            .get(end + 1)
            .is_some_and(|c| c.flags.has(ChunkFlags::TIME))
        && matches!(
            scope.kind(end + 2),
            Some(ChunkKind::Comma | ChunkKind::Stop) | None
        )
    {
        return end + 2;
    }
    // « …, confie Luc Maret en sortant de la salle. »
    if scope
        .chunks
        .get(end)
        .is_some_and(|c| c.flags.has(ChunkFlags::GERUND))
    {
        return (end..scope.chunks.len())
            .find(|&i| matches!(scope.kind(i), Some(ChunkKind::Comma | ChunkKind::Stop)))
            .unwrap_or(scope.chunks.len());
    }
    if scope.kind(end) == Some(ChunkKind::Comma) && scope.kind(end + 1) == Some(ChunkKind::Noun) {
        let group = &scope.chunks[end + 1];
        let close = scope.complex_end(end + 1);
        if group.prep().is_none()
            && !group.flags.has(ChunkFlags::DETERMINED)
            && scope.surely_speaks(end + 1)
            && matches!(
                scope.kind(close),
                Some(ChunkKind::Comma | ChunkKind::Stop) | None
            )
        {
            return close;
        }
    }
    end
}
