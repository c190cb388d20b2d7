//! « Il demande si le pont rouvrira », « elle ignore pourquoi ».

use super::infinitive::holder;
use super::{Found, Rule, RuleInfo};
use crate::attribution::Candidate;
use crate::attribution::grammar::complement_end;
use crate::attribution::scope::Scope;
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::claim::CueClass;
use crate::lexicon::{Feats, Frames};

pub(super) const RULE: Rule = Rule {
    info: INFO,
    verbal: true,
    find,
};

const INFO: RuleInfo = RuleInfo {
    name: "question",
    summary: "A verb of asking or not knowing with an indirect question; the question word is part of the content.",
    constructions: &[34],
    positive: &[
        "<Elle> {lui a demandé}, avec un sourire, [combien il avait payé].",
        "<Le maire> {demande} [si le pont rouvrira].",
        "<Odile Brun> {se demande} [pourquoi rien n'a été fait].",
        "<Elle> {ignore} [comment l'eau est entrée].",
        "<La mairesse> {ignore} encore [si la digue tiendra].",
        "<Le trésorier> {demande} lundi au préfet [si le pont rouvrira].",
        "<Le trésorier> {demande} au préfet venu lundi [si le pont rouvrira].",
        "<On> {se demande} [si le pont rouvrira].",
        "<La maire> {n'a pas précisé} [quand le pont rouvrira].",
        "<L'expert> {explique} [comment l'eau est entrée].",
        "<Luc Maret> {a rappelé} [combien la digue était fragile].",
        "<La maire> {fait valoir} [combien « le quai compte »].",
    ],
    negative: &[
        "Il partira si le pont rouvre.",
        "Elle explique le retard.",
        "Elle demande la clé si la porte est fermée.",
        "Elle demande ce rapport avant lundi.",
        "La maire précise quand le pont rouvrira.",
        "L'expert explique quand l'eau est entrée.",
        "L'expert sait comment l'eau est entrée.",
        "L'expert devine comment l'eau est entrée.",
        "On raconte comment le pont a brûlé.",
        "« On se demande si le pont tient », dit Odile Brun.",
    ],
};

/// Chunks of an insertion between the verb and its question, commas included.
const INSERTION: usize = 7;

const WORDS: &[&str] = &[
    "si", "s'", "pourquoi", "comment", "combien", "quand", "où", "ce", "quel", "quelle", "quels",
    "quelles",
];

fn find(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    for v in 0..scope.chunks.len() {
        let Some(class) = scope.reports(v, Frames::SI | Frames::QUE) else {
            continue;
        };
        if scope.chunks[v].flags.has(ChunkFlags::PASSIVE) {
            continue;
        }
        let mut i = past_insertion(scope, v + 1);
        while scope.chunks.get(i).is_some_and(|c| {
            c.kind == ChunkKind::Adverb && !scope.is_word(c.head, WORDS)
                || c.kind == ChunkKind::Noun
                    && (c.prep().is_some() || c.flags.has(ChunkFlags::TIME))
                    && !scope.is_word(c.first, WORDS)
                || c.kind == ChunkKind::Verb && c.feats.has(Feats::PAST_PARTICIPLE)
        }) {
            i += 1;
        }
        let Some(chunk) = scope.chunks.get(i) else {
            continue;
        };
        // « rappelle combien la digue est vieille » is said as « rappelle que » is.
        let degree = scope.is_word(chunk.first, &["combien"]);
        let question = scope.frames(v).has(Frames::SI) && scope.is_word(chunk.first, WORDS);
        if !degree && !question || matches!(chunk.kind, ChunkKind::Verb) {
            continue;
        }
        let end = complement_end(scope, Some(v), i);
        // « explique comment il a fui », « raconte pourquoi »
        let tells = (degree || scope.is_word(chunk.first, &["pourquoi", "comment"]))
            && matches!(
                class,
                CueClass::Explanation
                    | CueClass::Neutral
                    | CueClass::Assertion
                    | CueClass::Announcement
            )
            && !scope.frames(v).has(Frames::WEAK);
        let verb = scope
            .between(i, end)
            .iter()
            .any(|c| c.kind == ChunkKind::Verb);
        if !verb && !scope.has_clause(i, end) {
            continue;
        }
        let asked = (class == CueClass::Question && scope.is_author())
            .then(|| {
                scope
                    .subject_of(v)
                    .filter(|s| scope.is_on(*s))
                    .map(|s| scope.speaker(s))
            })
            .flatten();
        let Some(speaker) = asked.or_else(|| holder(scope, v)) else {
            continue;
        };
        // « explique comment » tells no more than that something was explained.
        let asks = class == CueClass::Question
            || matches!(
                scope.lemma(&scope.chunks[v]),
                "préciser" | "dire" | "savoir"
            ) && scope.chunks[v].flags.has(ChunkFlags::NEGATED);
        Found {
            rule: &INFO,
            rank: 63,
            content: vec![scope.part(i, end)],
            cue: Some(scope.verb_cue(v, Some(class))),
            speaker,
            quotation: None,
            confidence: if asks {
                0.8
            } else if tells {
                0.5
            } else {
                0.35
            },
        }
        .push(scope, out);
    }
}

/// « a demandé, avec ce regard amusé, combien … »: behind a short insertion between commas.
fn past_insertion(scope: &Scope<'_>, at: usize) -> usize {
    if scope.kind(at) != Some(ChunkKind::Comma) {
        return at;
    }
    (at + 1..scope.chunks.len().min(at + INSERTION))
        .take_while(|&i| !scope.chunks[i].is_finite())
        .find(|&i| scope.kind(i) == Some(ChunkKind::Comma))
        .map_or(at, |close| close + 1)
}
