//! « Elle assure avoir prévenu », « il promet de venir », « le préfet appelle à voter ».

use super::{Found, Rule, RuleInfo};
use crate::attribution::grammar::complement_end;
use crate::attribution::scope::Scope;
use crate::attribution::{Candidate, SpeakerTokens};
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::lexicon::{Feats, Frames, Pos};

pub(super) const RULE: Rule = Rule {
    info: INFO,
    verbal: true,
    find,
};

const INFO: RuleInfo = RuleInfo {
    name: "infinitive",
    summary: "A reporting verb with an infinitive: bare, with de, or with à, an addressee between them or not.",
    constructions: &[10, 27, 35, 40],
    positive: &[
        "<Elle> {assure} [avoir prévenu la mairie].",
        "<Le préfet> {a appelé} les habitants à [rester chez eux].",
        "<La maire> {a promis} de [rouvrir le pont].",
        "<Luc Maret> {dit} [vouloir partir].",
    ],
    negative: &[
        "Elle a décidé de partir.",
        "Il commence à pleuvoir.",
        "Le maire veut rouvrir le pont.",
        "Les pêcheurs réclament plus de pouvoir d'achat.",
        "Les riverains ont été prévenus ou priés de monter aux étages.",
    ],
};

const REACH: usize = 10;

fn find(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    for v in 0..scope.chunks.len() {
        let Some(class) = scope.reports(
            v,
            Frames::INF | Frames::DE_INF | Frames::A_INF | Frames::OBJ_DE_INF,
        ) else {
            continue;
        };
        if scope.chunks[v].flags.has(ChunkFlags::PASSIVE) || shares_passive(scope, v) {
            continue;
        }
        let Some(start) = infinitive(scope, v) else {
            continue;
        };
        let Some(speaker) = holder(scope, v) else {
            continue;
        };
        let end = complement_end(scope, Some(v), start);
        // A will or a decision is a report only when it holds somebody's words.
        let quoted = super::speech_object::holds_speech(scope, start, end);
        if scope.frames(v).has(Frames::WEAK) && !quoted {
            continue;
        }
        let confidence = if scope.frames(v).has(Frames::WEAK) {
            0.5
        } else {
            0.8
        };
        Found {
            rule: &INFO,
            rank: 64,
            content: vec![scope.part(start, end)],
            cue: Some(scope.verb_cue(v, Some(class))),
            speaker,
            quotation: None,
            confidence,
        }
        .push(scope, out);
    }
}

/// « ont été prévenus ou priés de monter »: the participle goes on with a passive.
fn shares_passive(scope: &Scope<'_>, v: usize) -> bool {
    let chunk = &scope.chunks[v];
    !chunk.is_finite()
        && chunk.feats.has(Feats::PAST_PARTICIPLE)
        && scope
            .finite_before(v)
            .is_some_and(|f| scope.chunks[f].flags.has(ChunkFlags::PASSIVE))
}

/// The infinitive that the verb at `v` governs.
fn infinitive(scope: &Scope<'_>, v: usize) -> Option<usize> {
    let frames = scope.frames(v);
    let bare = |i: usize| {
        scope
            .chunks
            .get(i)
            .is_some_and(|c| c.kind == ChunkKind::Verb && c.feats.has(Feats::INFINITIVE))
    };
    let mut i = v + 1;
    // « assure bel et bien connaître »
    while scope.chunks.get(i).is_some_and(|c| {
        c.kind == ChunkKind::Adverb
            || scope.is_word(c.head, &["bel", "et", "bien"])
            || c.kind == ChunkKind::Noun
                && (c.flags.has(ChunkFlags::TIME)
                    || scope.prep_is(c, &["à", "au", "aux", "sur", "dans", "auprès"]))
    }) {
        i += 1;
    }
    // « disent en être fiers »
    if scope.chunk_is(i, ChunkKind::Preposition, &["en", "y"]) && bare(i + 1) {
        i += 1;
    }
    // « veut « en finir » »
    if frames.has(Frames::INF) && (bare(i) || i == v + 1 && quote_of_infinitive(scope, i)) {
        return Some(i);
    }
    let mut commas = 0;
    for i in v + 1..(v + 1 + REACH).min(scope.chunks.len()) {
        let here = &scope.chunks[i];
        match here.kind {
            ChunkKind::Preposition => {
                let de = frames.has(Frames::DE_INF | Frames::OBJ_DE_INF)
                    && scope.is_word(here.head, &["de", "d'"]);
                let to = frames.has(Frames::A_INF) && scope.is_word(here.head, &["à"]);
                // « réclament plus de pouvoir d'achat »
                let quantity = scope.is_word(
                    here.first.saturating_sub(1),
                    &[
                        "plus",
                        "moins",
                        "trop",
                        "peu",
                        "assez",
                        "tant",
                        "beaucoup",
                        "davantage",
                    ],
                ) && !(scope.chunks[v].first..scope.chunks[v].end)
                    .any(|t| scope.is_word(t, &["ne", "n'"]));
                if !(de || to) || quantity {
                    return None;
                }
                if bare(i + 1) {
                    return Some(i + 1);
                }
                // « à "rentrer" »: the marks open between the preposition and the infinitive.
                return quote_of_infinitive(scope, i + 1).then_some(i + 1);
            }
            ChunkKind::Noun | ChunkKind::Adverb | ChunkKind::Adjective => {}
            // « à Fréval et à Courriol »
            ChunkKind::Coordinator if scope.kind(i + 1) == Some(ChunkKind::Noun) => {}
            // « les habitants encore installés sur la digue à partir »
            ChunkKind::Verb
                if here.feats.has(Feats::PAST_PARTICIPLE)
                    && !scope
                        .frames(i)
                        .has(Frames::DE_INF | Frames::OBJ_DE_INF | Frames::A_INF) => {}
            ChunkKind::Comma => commas += 1,
            _ => return None,
        }
        if commas > 2 {
            return None;
        }
    }
    None
}

fn quote_of_infinitive(scope: &Scope<'_>, at: usize) -> bool {
    let Some(q) = scope.chunks.get(at).and_then(|c| c.quotation()) else {
        return false;
    };
    let tags = scope.quoted_tags(q);
    // Clitics, negation and an adverb may stand before it, nothing else.
    tags.iter()
        .take(5)
        .find(|t| !matches!(t.pos, Pos::Neg | Pos::ObjectPron | Pos::Adv))
        .is_some_and(|t| t.is_verb(Feats::INFINITIVE))
}

/// Who holds a verb that takes a complement; « on » is nobody here.
pub(super) fn holder(scope: &Scope<'_>, v: usize) -> Option<SpeakerTokens> {
    match scope.holder(v)? {
        Some(s) if scope.is_on(s) => None,
        Some(s) => Some(scope.speaker(s)),
        None => Some(SpeakerTokens::Carried),
    }
}
