//! « Il qualifie le texte de « honteux » », « juge la mesure « brutale » ».

use super::infinitive::holder;
use super::speech_object::holds_speech;
use super::{Found, Rule, RuleInfo};
use crate::attribution::Candidate;
use crate::attribution::grammar::complement_end;
use crate::attribution::scope::{Scope, Subject};
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
        "Le projet, {qualifié} par <la mairesse> de [« rêve coûteux »], est abandonné.",
        "Les passants {ont été présentés} par <la préfecture> comme [des « pillards d'occasion »].",
        "Des propos aussitôt {qualifiés} d'[« indignes »] par <la mairie>.",
        "L'année, qu'<elle> {décrit} comme [« la pire de sa vie »], est passée.",
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
        // « le perçoivent comme « » », « se présente comme un « » »
        let like = scope.frames(v).has(Frames::OBJ_COMME)
            && scope.chunk_is(start, ChunkKind::Subordinator, &["comme"]);
        if !like
            && !matches!(
                scope.kind(start),
                Some(
                    ChunkKind::Noun
                        | ChunkKind::Adverb
                        | ChunkKind::Preposition
                        | ChunkKind::Adjective
                        | ChunkKind::Quote
                )
            )
        {
            continue;
        }
        let start = start + usize::from(like);
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
        let joined = like
            || (start..end).any(|i| {
                let c = &scope.chunks[i];
                frames.has(Frames::OBJ_COMME) && scope.is_word(c.head, &["comme"])
                    || frames.has(Frames::OBJ_COMME) && scope.prep_is(c, &["comme"])
                    || frames.has(Frames::OBJ_DE)
                        && (c.flags.has(ChunkFlags::OF)
                            || c.kind == ChunkKind::Preposition
                                && scope.is_word(c.head, &["de", "d'"]))
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

/// The agent of a passive, and the predicate before or behind it.
fn passive(scope: &Scope<'_>, v: usize, class: crate::claim::CueClass, out: &mut Vec<Candidate>) {
    let start = v + 1;
    let by = (start..scope.chunks.len().min(start + 6)).find(|&i| {
        let c = &scope.chunks[i];
        c.kind == ChunkKind::Noun && scope.prep_is(c, &["par"]) && scope.surely_speaks(i)
    });
    let Some(by) = by else { return };
    // « jugées « dégradantes » par X », « qualifié par X de « rêve » »
    // Behind the agent, « de » or « comme » may stand as a chunk of its own.
    let behind = scope.complex_end(by).max(by + 1) + 2;
    let quoted = (by + 1..behind.min(scope.chunks.len())).find(|&i| holds_speech(scope, i, i + 1));
    let (content, speaker) = match quoted {
        Some(start) if by == v + 1 => {
            let end = (start..complement_end(scope, Some(v), start))
                .find(|&i| scope.kind(i) == Some(ChunkKind::Comma))
                .unwrap_or_else(|| complement_end(scope, Some(v), start));
            let mut part = scope.part(start, end);
            // « de » and « comme » introduce it; « des » is an article.
            if scope.is_word(part.start, &["comme", "de", "d'"]) {
                part.start += 1;
            }
            (
                part,
                Subject::Group {
                    chunk: by,
                    // Neither the predicate nor what introduces it is part of the name.
                    end: scope.complex_end(by).min(start),
                },
            )
        }
        _ if by > start && holds_speech(scope, start, by) => {
            let mut part = scope.part(start, by);
            if scope.is_word(part.start, &["comme", "de", "d'"]) {
                part.start += 1;
            }
            (part, scope.group(by))
        }
        _ => return,
    };
    Found {
        rule: &INFO,
        rank: 55,
        content: vec![content],
        cue: Some(scope.verb_cue(v, Some(class))),
        speaker: scope.speaker(speaker),
        quotation: None,
        confidence: 0.75,
    }
    .push(scope, out);
}
