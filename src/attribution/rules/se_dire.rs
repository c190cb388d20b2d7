//! « Elle se dit confiante »: the speaker's own attribute.

use super::infinitive::holder;
use super::{Found, Rule, RuleInfo};
use crate::attribution::Candidate;
use crate::attribution::grammar::complement_end;
use crate::attribution::scope::Scope;
use crate::chunks::ChunkKind;
use crate::lexicon::{Feats, Frames};

pub(super) const RULE: Rule = Rule {
    info: INFO,
    verbal: true,
    find,
};

const INFO: RuleInfo = RuleInfo {
    name: "se_dire",
    summary: "se dire, se déclarer, se montrer and their like with an attribute of the subject.",
    constructions: &[10, 37],
    positive: &[
        "<Elle> {se dit} [confiante].",
        "<Le maire> {s'est dit} [prêt à négocier avec les pêcheurs].",
        "<La maire> {se déclare} [« surprise »].",
    ],
    negative: &[
        "Ils se sont dit que tout irait bien.",
        "Elle se dirige vers le port.",
    ],
};

fn find(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    for v in 0..scope.chunks.len() {
        let Some(class) = scope.reports(v, Frames::ATTR) else {
            continue;
        };
        let mut i = v + 1;
        // « s'est dite dans un billet « navrée » », « se dit également très satisfaite »
        while scope.chunks.get(i).is_some_and(|c| {
            c.kind == ChunkKind::Adverb && !is_degree(scope, i)
                || c.kind == ChunkKind::Comma
                || c.kind == ChunkKind::Noun
                    && (c.flags.has(crate::chunks::ChunkFlags::TIME)
                        || scope.prep_is(c, &["dans", "sur", "lors", "devant"]))
        }) {
            i += 1;
        }
        let Some(here) = scope.chunks.get(i) else {
            continue;
        };
        let attribute = match here.kind {
            ChunkKind::Adjective | ChunkKind::Quote => true,
            ChunkKind::Adverb => {
                matches!(scope.kind(i + 1), Some(ChunkKind::Adjective))
                    || scope
                        .chunks
                        .get(i + 1)
                        .is_some_and(|c| c.feats.has(Feats::PAST_PARTICIPLE))
            }
            ChunkKind::Verb => here.feats.has(Feats::PAST_PARTICIPLE),
            ChunkKind::Noun => {
                here.prep()
                    .is_some_and(|p| scope.is_word(p, &["en", "pour", "contre", "à", "sous"]))
                    || here.prep().is_none() && !here.flags.has(crate::chunks::ChunkFlags::TIME)
            }
            _ => false,
        };
        if !attribute {
            continue;
        }
        // « qui se disent « nous allons essayer » »: a sentence of their own.
        if let Some(q) = here
            .quotation()
            .filter(|&q| super::speech_object::is_sentence(scope, q))
        {
            if let Some(speaker) = holder(scope, v) {
                let content = vec![scope.article.source.marks.content_tokens(q)];
                Found {
                    rule: &INFO,
                    rank: 62,
                    content,
                    cue: Some(scope.verb_cue(v, Some(class))),
                    speaker,
                    quotation: Some(q),
                    confidence: 0.75,
                }
                .push(scope, out);
            }
            continue;
        }
        let end = complement_end(scope, Some(v), i);
        let weak = scope.frames(v).has(Frames::WEAK);
        if weak && !super::speech_object::holds_speech(scope, i, end) {
            continue;
        }
        let Some(speaker) = holder(scope, v) else {
            continue;
        };
        Found {
            rule: &INFO,
            rank: 62,
            content: vec![scope.part(i, end)],
            cue: Some(scope.verb_cue(v, Some(class))),
            speaker,
            quotation: None,
            confidence: 0.75,
        }
        .push(scope, out);
    }
}

/// « très », « plutôt »: part of the attribute.
fn is_degree(scope: &Scope<'_>, at: usize) -> bool {
    let word = scope.word(scope.chunks[at].head);
    scope.is_word(
        scope.chunks[at].head,
        &[
            "très", "plutôt", "assez", "bien", "peu", "moins", "plus", "trop", "fort", "si",
        ],
    ) || word.ends_with("ment")
        && !scope.is_word(
            scope.chunks[at].head,
            &["également", "notamment", "finalement"],
        )
}
