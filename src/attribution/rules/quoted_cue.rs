//! « Il « en appelle à l'État » »: the author's subject, and the report itself between marks.

use super::speech_object::lacks_subject;
use super::{Found, Rule, RuleInfo};
use crate::attribution::grammar::complement_end;
use crate::attribution::scope::{Scope, Subject};
use crate::attribution::{Candidate, QuoteUse, SpeakerTokens};
use crate::chunks::{Chunk, ChunkKind};
use crate::lexicon::{Feats, Frames, Pos};
use crate::marks::QuotationId;

pub(super) const RULE: Rule = Rule {
    info: INFO,
    verbal: false,
    find,
};

const INFO: RuleInfo = RuleInfo {
    name: "quoted_cue",
    summary: "A quotation that holds its own reporting verb, whose subject stands before the marks: no cue outside.",
    constructions: &[10],
    positive: &[
        "Dans ce courrier, <il> [« réclame le départ du maire et demande une trêve »].",
        "<Luc Maret> a [« dit toute sa colère » devant ce gâchis].",
        "Les commerces ont été [« priés de fermer à midi »] par <la préfecture>.",
        "<La mairie> [« regrette vivement que le port ait fermé »].",
    ],
    negative: &[
        "Luc Maret a « perdu la tête pour de bon » devant ce drame.",
        "Le port « s'endort quand vient l'hiver » depuis mardi.",
    ],
};

fn find(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    for at in 1..scope.chunks.len() {
        let Some(q) = scope.chunks[at].quotation() else {
            continue;
        };
        if scope.article.uses.get(q) != QuoteUse::Speech {
            continue;
        }
        let Some(speaker) = subject(scope, at, q) else {
            continue;
        };
        if !opens_with_report(scope, q) {
            continue;
        }
        // « … par la préfecture »: the agent is no part of it.
        let agent = scope
            .chunks
            .get(at + 1)
            .is_some_and(|c| scope.prep_is(c, &["par"]));
        let end = if agent {
            at + 1
        } else {
            complement_end(scope, None, at)
        };
        Found {
            rule: &INFO,
            rank: 45,
            content: vec![scope.part(at, end)],
            cue: None,
            speaker,
            quotation: None,
            confidence: 0.7,
        }
        .push(scope, out);
    }
}

/// The subject right before the marks, an auxiliary between them at most.
fn subject(scope: &Scope<'_>, at: usize, q: QuotationId) -> Option<SpeakerTokens> {
    let mut before = at - 1;
    while before > 0 && scope.kind(before) == Some(ChunkKind::Adverb) {
        before -= 1;
    }
    let chunk = &scope.chunks[before];
    // « ont été « invités à la prudence » par la préfecture »
    if chunk.is_finite() && scope.lemma(chunk) == "être" {
        let by = at + 1;
        return (scope
            .chunks
            .get(by)
            .is_some_and(|c| c.kind == ChunkKind::Noun && scope.prep_is(c, &["par"]))
            && scope.surely_speaks(by)
            && scope
                .quoted_tags(q)
                .first()
                .is_some_and(|t| t.is_verb(Feats::PAST_PARTICIPLE)))
        .then(|| scope.speaker(scope.group(by)));
    }
    let auxiliary = chunk.is_finite() && scope.lemma(chunk) == "avoir";
    if auxiliary {
        let subject = scope.subject_before(before)?;
        let speaks = match subject {
            Subject::Group { chunk, .. } => scope.surely_speaks(chunk),
            Subject::Clitic(_) => !scope.is_first_person(subject) && !scope.is_on(subject),
        };
        return speaks.then(|| scope.speaker(subject));
    }
    if !lacks_subject(scope, q) && !opens_with_clitic(scope, q) {
        return None;
    }
    // « il « en appelle … » »: a pronoun with no verb of its own.
    if scope.article.source.pos(chunk.head) == Pos::SubjectPron && chunk.end == chunk.first + 1 {
        return scope
            .is_word(chunk.head, &["il", "elle", "ils", "elles"])
            .then_some(SpeakerTokens::Clitic(chunk.head));
    }
    let group = (0..=before).rev().take(4).find(|&i| {
        scope.kind(i) == Some(ChunkKind::Noun)
            && scope.is_bare(i)
            && scope.complex_end(i) == before + 1
    })?;
    // A verb before it makes it an object.
    let free = group == 0
        || matches!(
            scope.kind(group - 1),
            Some(ChunkKind::Comma | ChunkKind::Subordinator | ChunkKind::Coordinator)
        );
    (free && scope.surely_speaks(group)).then(|| scope.speaker(scope.group(group)))
}

/// Clitics and a negation stand before the verb of the quotation.
fn opens_with_clitic(scope: &Scope<'_>, q: QuotationId) -> bool {
    let tags = scope.quoted_tags(q);
    tags.first()
        .is_some_and(|t| matches!(t.pos, Pos::ObjectPron | Pos::Neg))
        && tags
            .iter()
            .take(4)
            .find(|t| !matches!(t.pos, Pos::ObjectPron | Pos::Neg))
            .is_some_and(|t| t.is_finite_verb())
}

/// The first verb group between the marks reports.
fn opens_with_report(scope: &Scope<'_>, q: QuotationId) -> bool {
    let sentences = scope.article.sentences;
    let inner = (scope.index as usize + 1..sentences.len())
        .take(16)
        .find(|&s| sentences[s].level == Some(q));
    let Some(inner) = inner else { return false };
    let inner = Scope::new(scope.article, inner as u32);
    inner.reports(0, u32::MAX).is_some()
        && !inner.frames(0).has(Frames::WEAK)
        && inner.chunks.first().and_then(Chunk::subject).is_none()
}
