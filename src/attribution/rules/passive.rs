//! « Il est accusé par son associé d'avoir menti »: the agent of a passive is the one who says it.

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
    name: "passive",
    summary: "A passive reporting verb with its agent in par, and an infinitive or a clause in que.",
    constructions: &[36],
    positive: &[
        "Il {est accusé} par <son associé> d'[avoir menti].",
        "Le patron du port {est soupçonné} par <le parquet> d'[avoir détourné deux millions].",
        "Les pêcheurs {ont été priés} par <la mairie> de [rester à quai].",
        "Le préfet s'est vu {reprocher} par <Odile Brun> d'[avoir menti].",
    ],
    negative: &[
        "Il est accusé d'avoir menti.",
        "Le préfet s'est vu reprocher d'avoir menti.",
        "Le pont est surveillé par la mairie.",
    ],
};

const REACH: usize = 10;

fn find(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    for v in 0..scope.chunks.len() {
        let chunk = &scope.chunks[v];
        if !(chunk.flags.has(ChunkFlags::PASSIVE)
            || chunk.feats.has(Feats::PAST_PARTICIPLE)
            || scope.undergoes(v))
        {
            continue;
        }
        let Some(class) = scope.reports(
            v,
            Frames::OBJ_DE_INF | Frames::DE_INF | Frames::A_INF | Frames::QUE,
        ) else {
            continue;
        };
        let mut agent = None;
        let mut start = None;
        for i in v + 1..(v + 1 + REACH).min(scope.chunks.len()) {
            let here = &scope.chunks[i];
            match here.kind {
                ChunkKind::Noun
                    if scope.prep_is(here, &["par"])
                        && agent.is_none()
                        && scope.surely_speaks(i) =>
                {
                    agent = Some(i)
                }
                ChunkKind::Comma if agent.is_some() => break,
                ChunkKind::Noun | ChunkKind::Adverb | ChunkKind::Comma | ChunkKind::Adjective => {}
                ChunkKind::Preposition
                    if agent.is_some() && scope.is_word(here.head, &["de", "d'", "à"]) =>
                {
                    start = scope
                        .chunks
                        .get(i + 1)
                        .filter(|c| c.kind == ChunkKind::Verb && c.feats.has(Feats::INFINITIVE))
                        .map(|_| i + 1);
                    break;
                }
                ChunkKind::Subordinator
                    if agent.is_some() && scope.is_word(here.head, &["que", "qu'"]) =>
                {
                    start = (i + 1 < scope.chunks.len()).then_some(i + 1);
                    break;
                }
                _ => break,
            }
        }
        let (Some(agent), Some(start)) = (agent, start) else {
            continue;
        };
        Found {
            rule: &INFO,
            rank: 63,
            content: vec![scope.part(start, complement_end(scope, Some(v), start))],
            cue: Some(scope.verb_cue(v, Some(class))),
            speaker: scope.speaker(scope.group(agent)),
            quotation: None,
            confidence: 0.75,
        }
        .push(scope, out);
    }
}
