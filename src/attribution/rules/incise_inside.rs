//! « Le pont tiendra, assure l'ingénieure, car il est neuf. »: the author's incise inside the marks.

use super::{Found, Rule, RuleInfo};
use crate::attribution::Candidate;
use crate::attribution::cursor::Cursor;
use crate::attribution::grammar;
use crate::attribution::scope::{Scope, Subject};
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::lexicon::{Frames, NounClass};

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
        "« [On nous a répondu “plus tard”], {assure} <Odile Brun>, [et rien ne bouge]. »",
        "« [Rien n'est décidé], {répète-t-<elle>}. [Nous verrons lundi]. »",
        "« [Tous les samedis], {souligne} <un bénévole de Fréval>, [la salle est pleine]. »",
        "« [Le port est perdu], {a déclaré} <l'ancienne présidente du syndicat>, la juriste Odile Brun, première adjointe du maire. [Nous nous battrons.] »",
        "« [Je suis inquiet], {glisse-t-<il>} quand il passe au comptoir sur le quai. [Personne ne m'a rappelé.] »",
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
        let mut end = apposition_end(scope, found.subject, found.end);
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

/// Behind what the author adds to the incise: an apposition to the subject, a moment, a clause of circumstance.
fn apposition_end(scope: &Scope<'_>, subject: Subject, end: usize) -> usize {
    let closes = |i: usize| {
        matches!(
            scope.kind(i),
            Some(ChunkKind::Comma | ChunkKind::Stop) | None
        )
    };
    let next = |from: usize| {
        (from..scope.chunks.len())
            .find(|&i| closes(i))
            .unwrap_or(scope.chunks.len())
    };
    if scope.kind(end) != Some(ChunkKind::Comma) {
        // « …, confie Luc Maret en sortant de la salle. », « …, glisse-t-il quand il passe au comptoir. »: no sign parts it from the verb.
        let circumstance = scope.chunks.get(end).is_some_and(|c| {
            c.flags.has(ChunkFlags::GERUND)
                || c.kind == ChunkKind::Subordinator && !scope.is_word(c.head, &["que", "qu'"])
                || c.kind == ChunkKind::Preposition
                || c.kind == ChunkKind::Relative
        });
        return if circumstance { next(end) } else { end };
    }
    // « …, assénait la maire, dès dimanche. »
    let Some(group) = scope.chunks.get(end + 1) else {
        return end;
    };
    if group.flags.has(ChunkFlags::TIME) && closes(end + 2) {
        return end + 2;
    }
    if matches!(subject, Subject::Clitic(_)) {
        return end;
    }
    // « …, a déclaré l'ancienne présidente, la juriste Odile Brun, première adjointe du maire. Rien … »: noun groups that say who
    // somebody is, as far as a sign that no verb comes before.
    let mut close = end;
    let mut determined = false;
    while scope.kind(close) == Some(ChunkKind::Comma)
        && scope.kind(close + 1) == Some(ChunkKind::Noun)
    {
        let group = &scope.chunks[close + 1];
        let to = next(close + 1);
        let who = group.prep().is_none()
            && scope.surely_speaks(close + 1)
            && !group.flags.has(ChunkFlags::PRONOUN);
        // « …, estime Odile Brun, présidente du port, à l'occasion de la fête. Nous … »
        let stops = matches!(scope.kind(to), Some(ChunkKind::Stop));
        let occasion = group.flags.has(ChunkFlags::TIME)
            || scope.noun_class(group) == Some(NounClass::Medium)
            || matches!(scope.lemma(group), "occasion" | "issue" | "marge")
            || scope.prep_is(group, &["lors", "après", "avant", "depuis"]);
        let circumstance = group.prep().is_some() && close > end && stops && occasion;
        let clause = scope
            .between(close + 1, to)
            .iter()
            .any(|c| c.is_finite() || c.kind == ChunkKind::Relative);
        if clause || !(who || circumstance) {
            break;
        }
        determined |= group.flags.has(ChunkFlags::DETERMINED);
        close = to;
    }
    // Behind a comma a group with an article may be the subject of what is said: « …, dit Odile Brun, le maire, lui, partira ».
    if determined && scope.kind(close) == Some(ChunkKind::Comma) {
        return end;
    }
    close
}
