//! « Il qualifie le texte de « honteux » », « juge la mesure « brutale » ».

use super::infinitive::holder;
use super::speech_object::holds_speech;
use super::{Found, Rule, RuleInfo};
use crate::attribution::Candidate;
use crate::attribution::grammar::complement_end;
use crate::attribution::scope::Scope;
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::lexicon::{Feats, Frames};

pub(super) const RULE: Rule = Rule {
    info: INFO,
    verbal: true,
    find,
};

const INFO: RuleInfo = RuleInfo {
    name: "qualifier",
    summary: "A verb that gives its object a predicate, with quoted words in it: juger, qualifier de, décrire comme.",
    constructions: &[10, 36, 38],
    positive: &[
        "<Il> {qualifie} [le texte de « honteux »].",
        "<Le maire> {a jugé} [la mesure « brutale et tardive »].",
        "Les bâches {jugées} [« hideuses »] par <l'autorité portuaire> ont disparu.",
    ],
    negative: &[
        "Elle a jugé trois affaires.",
        "Le texte est qualifié de provisoire.",
    ],
};

fn find(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    for v in 0..scope.chunks.len() {
        let Some(class) = scope.reports(v, Frames::OBJ_ATTR | Frames::OBJ_DE | Frames::OBJ_COMME)
        else {
            continue;
        };
        let chunk = &scope.chunks[v];
        if chunk.flags.has(ChunkFlags::PASSIVE) || chunk.feats.has(Feats::PAST_PARTICIPLE) {
            passive(scope, v, class, out);
            continue;
        }
        let start = v + 1;
        if !matches!(
            scope.kind(start),
            Some(
                ChunkKind::Noun
                    | ChunkKind::Adverb
                    | ChunkKind::Preposition
                    | ChunkKind::Adjective
                    | ChunkKind::Quote
            )
        ) {
            continue;
        }
        let end = complement_end(scope, Some(v), start);
        let predicate = scope.frames(v).has(Frames::OBJ_ATTR)
            && scope.kind(start) == Some(ChunkKind::Adjective)
            && scope.kind(start + 1) == Some(ChunkKind::Noun)
            && scope.chunks[start + 1].prep().is_none();
        if !predicate && !holds_speech(scope, start, end) {
            continue;
        }
        // « décrire comme », « qualifier de »: without the word there is no predicate.
        let frames = scope.frames(v);
        let joined = (start..end).any(|i| {
            let c = &scope.chunks[i];
            frames.has(Frames::OBJ_COMME) && scope.is_word(c.head, &["comme"])
                || frames.has(Frames::OBJ_COMME) && scope.prep_is(c, &["comme"])
                || frames.has(Frames::OBJ_DE)
                    && (c.flags.has(ChunkFlags::OF)
                        || c.kind == ChunkKind::Preposition && scope.is_word(c.head, &["de", "d'"]))
        });
        if matches!(
            scope.lemma(&scope.chunks[v]),
            "présenter" | "se présenter" | "traiter"
        ) && !joined
        {
            continue;
        }
        let Some(speaker) = holder(scope, v) else {
            continue;
        };
        Found {
            rule: &INFO,
            rank: 55,
            content: vec![scope.part(start, end)],
            cue: Some(scope.verb_cue(v, Some(class))),
            speaker,
            quotation: None,
            confidence: 0.8,
        }
        .push(scope, out);
    }
}

/// « jugées « dégradantes » par X »
fn passive(scope: &Scope<'_>, v: usize, class: crate::claim::CueClass, out: &mut Vec<Candidate>) {
    let start = v + 1;
    let by = (start..scope.chunks.len().min(start + 6)).find(|&i| {
        let c = &scope.chunks[i];
        c.kind == ChunkKind::Noun && scope.prep_is(c, &["par"]) && scope.surely_speaks(i)
    });
    let Some(by) = by else { return };
    if by == start || !holds_speech(scope, start, by) {
        return;
    }
    Found {
        rule: &INFO,
        rank: 55,
        content: vec![scope.part(start, by)],
        cue: Some(scope.verb_cue(v, Some(class))),
        speaker: scope.speaker(scope.group(by)),
        quotation: None,
        confidence: 0.75,
    }
    .push(scope, out);
}
