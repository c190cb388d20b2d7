//! « l'affirmation du maire selon laquelle … », « la promesse de X de … »: a noun reports.

use super::{Found, Rule, RuleInfo};
use crate::attribution::grammar::complement_end;
use crate::attribution::scope::Scope;
use crate::attribution::{Candidate, CueLemma, CueTokens, SpeakerTokens};
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::claim::Polarity;
use crate::lexicon::{Feats, Frames, NounClass};

pub(super) const RULE: Rule = Rule { info: INFO, find };

const INFO: RuleInfo = RuleInfo {
    name: "noun_cue",
    summary: "A noun of saying or thinking with its holder, and a clause in que, selon laquelle, or an infinitive.",
    constructions: &[33],
    positive: &[
        "Personne ne croit <{l'affirmation} du maire> selon laquelle [la digue tiendra].",
        "On attend encore {la promesse} de <la mairie> de [rouvrir le pont].",
    ],
    negative: &[
        "L'idée que le temps passe est ancienne.",
        "Les promesses de la mairie n'ont pas suffi.",
    ],
};

fn find(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    for n in 0..scope.chunks.len() {
        let chunk = &scope.chunks[n];
        if chunk.kind != ChunkKind::Noun {
            continue;
        }
        let Some(noun) = chunk
            .lemma()
            .and_then(|l| scope.article.source.lexicon.lemma(l).noun)
            .filter(|n| n.class == NounClass::Speech)
        else {
            continue;
        };
        let Some(class) = noun.cue else { continue };
        if noun.frames.has(Frames::WEAK) {
            continue;
        }
        let holder = n + 1;
        let Some(group) = scope.chunks.get(holder) else {
            continue;
        };
        if !(group.kind == ChunkKind::Noun
            && scope.prep_is(group, &["de", "d'", "du", "des"])
            && scope.surely_speaks(holder)
            && !group.flags.has(ChunkFlags::PRONOUN))
        {
            continue;
        }
        let end = scope.complex_end(holder);
        let Some(start) = clause(scope, end, noun.frames) else {
            continue;
        };
        let Some(lemma) = chunk.lemma() else { continue };
        let cue = CueTokens {
            tokens: chunk.first..chunk.end,
            lemma: CueLemma::Lexicon(lemma),
            class,
            polarity: Polarity::Affirmed,
        };
        let SpeakerTokens::Group { tokens, chunk: at } = scope.speaker(scope.group(holder)) else {
            continue;
        };
        Found {
            rule: &INFO,
            rank: 45,
            content: vec![scope.part(start, complement_end(scope, Some(n), start))],
            cue: Some(cue),
            speaker: SpeakerTokens::Group { tokens, chunk: at },
            quotation: None,
            confidence: 0.6,
        }
        .push(scope, out);
    }
}

/// Where the clause of the noun begins.
fn clause(scope: &Scope<'_>, at: usize, frames: Frames) -> Option<usize> {
    let here = scope.chunks.get(at)?;
    match here.kind {
        ChunkKind::Subordinator
            if frames.has(Frames::QUE) && scope.is_word(here.head, &["que", "qu'"]) =>
        {
            Some(at + 1)
        }
        ChunkKind::Preposition
            if scope.is_word(here.head, &["selon"])
                && scope.kind(at + 1) == Some(ChunkKind::Relative) =>
        {
            Some(at + 2)
        }
        ChunkKind::Preposition
            if frames.has(Frames::DE_INF) && scope.is_word(here.head, &["de", "d'"]) =>
        {
            scope
                .chunks
                .get(at + 1)
                .filter(|c| c.kind == ChunkKind::Verb && c.feats.has(Feats::INFINITIVE))
                .map(|_| at + 1)
        }
        ChunkKind::Preposition if frames.has(Frames::A_INF) && scope.is_word(here.head, &["à"]) => {
            scope
                .chunks
                .get(at + 1)
                .filter(|c| c.kind == ChunkKind::Verb && c.feats.has(Feats::INFINITIVE))
                .map(|_| at + 1)
        }
        _ => None,
    }
    .filter(|&start| start < scope.chunks.len())
}
