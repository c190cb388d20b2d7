//! « On attend. » — Luc Maret, maraîcher: the name under or behind the words.

use super::{Found, Rule, RuleInfo};
use crate::attribution::scope::Scope;
use crate::attribution::{Candidate, QuoteUse, SpeakerTokens};
use crate::chunks::{ChunkFlags, ChunkKind};

pub(super) const RULE: Rule = Rule {
    info: INFO,
    verbal: false,
    find,
};

const INFO: RuleInfo = RuleInfo {
    name: "signature",
    summary: "A quotation that stands alone and a name behind a dash, in parentheses, or on the next line.",
    constructions: &[9],
    positive: &[
        "« [On attend la pluie depuis mars.] » — <Luc Maret>, maraîcher",
        "« [Le port est mort, et tout le monde le sait.] » (<Odile Brun>)",
        "« [Nous n'avons plus rien à vendre.] »\n\n<Luc Maret>, maraîcher à Fréval",
    ],
    negative: &[
        "« Le port est mort » — c'est le titre du film.",
        "« Nous n'avons plus rien. »\n\nLuc Maret est parti.",
    ],
};

fn find(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    let start = scope.matter_start();
    let Some(q) = scope.chunks.get(start).and_then(|c| c.quotation()) else {
        return;
    };
    let content = scope.article.source.marks.content_tokens(q);
    if !scope.is_author() || scope.article.uses.get(q) != QuoteUse::Speech || content.len() < 4 {
        return;
    }
    let mut at = start + 1;
    while scope.kind(at) == Some(ChunkKind::Stop) {
        at += 1;
    }
    let speaker = match scope.kind(at) {
        Some(ChunkKind::Dash | ChunkKind::Open) => signed(scope, at + 1),
        None => next_line(scope),
        _ => None,
    };
    let Some(speaker) = speaker else { return };
    Found {
        rule: &INFO,
        rank: 56,
        content: vec![content],
        cue: None,
        speaker,
        quotation: Some(q),
        confidence: 0.8,
    }
    .push(scope, out);
}

/// A name from `at`, with at most an apposition and no verb behind it.
fn signed(scope: &Scope<'_>, at: usize) -> Option<SpeakerTokens> {
    let chunk = scope.chunks.get(at)?;
    let name = chunk.kind == ChunkKind::Noun
        && chunk.prep().is_none()
        && chunk.flags.has(ChunkFlags::NAME)
        && chunk.end - chunk.first >= 2;
    let rest = scope.between(at, usize::MAX);
    (name
        && rest.len() <= 12
        && !rest
            .iter()
            .any(|c| matches!(c.kind, ChunkKind::Quote) || c.is_finite()))
    .then(|| scope.speaker(scope.group(at)))
}

/// The next line holds a name and a description alone.
fn next_line(scope: &Scope<'_>) -> Option<SpeakerTokens> {
    let article = scope.article;
    // Past the sentences of the quotation itself.
    let next = (scope.index as usize + 1..article.sentences.len())
        .take(20)
        .find(|&i| article.sentences[i].level.is_none())?;
    if article.sentences[next].block == scope.sentence.block {
        return None;
    }
    let line = Scope::new(article, next as u32);
    if article.blocks[line.sentence.block as usize].tokens.end != line.sentence.tokens.end
        || line.chunks.len() > 12
    {
        return None;
    }
    signed(&line, 0)
}
