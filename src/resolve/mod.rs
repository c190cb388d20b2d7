//! Who each mention is: entities of the article, what pronouns, descriptions and carried-over speakers stand for.

mod asked;
mod carried;
mod describe;
mod echoes;
mod entities;
mod finish;
mod floating;
mod focus;
mod groups;
mod names;
mod offices;
mod pronouns;
mod roles;
mod speakers;
mod stance;
mod subjects;
#[cfg(test)]
mod tests;

use crate::attribution::{Article, CueLemma};
use crate::chunks::ChunkFlags;
use crate::claim::{Anonymity, Attribution, Claim, ClaimId, Cue, Relay, RelayRole, Resolution};
use crate::entity::Entity;
use crate::mentions::Mention;
use crate::select::Selected;
use crate::span::Span;
use crate::tokens::TokenId;
use entities::{Id, Register};
use focus::Focus;
use std::ops::Range;

/// Claims with their speakers, and the entities that speak.
pub(crate) fn resolve(
    article: &Article<'_>,
    mentions: &[Mention],
    selected: Vec<Selected>,
) -> (Vec<Claim>, Vec<Entity>) {
    let mut register = Register::new(article, mentions);
    let focus = Focus::new(article, mentions, &selected);
    let speakers = focus.run(&mut register, &selected);
    register.sort_mentions();
    let relays = carried::relays(article, &selected, &speakers, &register);
    let claims: Vec<Claim> = (0..selected.len())
        .map(|i| {
            let mut claim = claim(article, &selected[i], speakers[i], &relays[i], i as u32);
            claim.anonymity =
                stance::anonymity(article, mentions, &register, &selected[i], &speakers[i]);
            claim
        })
        .collect();
    register.finish(claims, &selected)
}

/// The speaker of one claim as the focus settled it.
#[derive(Debug, Clone, Copy)]
struct Speaker {
    entity: Option<Id>,
    mention: Option<Span>,
    resolution: Resolution,
}

impl Speaker {
    const NOBODY: Speaker = Speaker {
        entity: None,
        mention: None,
        resolution: Resolution::CarriedOver,
    };
}

fn claim(
    article: &Article<'_>,
    selected: &Selected,
    speaker: Speaker,
    relays: &[(Range<TokenId>, RelayRole)],
    index: u32,
) -> Claim {
    let source = article.source;
    let candidate = &selected.candidate;
    let span = |part: &std::ops::Range<TokenId>| source.span(part);
    let attribution = match (speaker.entity, speaker.mention) {
        (Some(entity), Some(mention)) => Attribution::Resolved {
            entity: crate::EntityId(entity),
            mention,
            resolution: speaker.resolution,
        },
        (Some(entity), None) => Attribution::CarriedOver {
            entity: crate::EntityId(entity),
        },
        (None, Some(mention)) => Attribution::Mention { mention },
        (None, None) => Attribution::Nobody,
    };
    Claim {
        id: ClaimId(index),
        kind: selected.kind,
        content: selected.content.clone(),
        cue: candidate.cue.as_ref().map(|cue| Cue {
            span: span(&cue.tokens),
            lemma: match cue.lemma {
                CueLemma::Lexicon(lemma) => source.lexicon.lemma(lemma).text.to_string(),
                CueLemma::Written(token) => source.word(token).to_lowercase(),
                CueLemma::Fixed(text) => text.to_owned(),
            },
            class: cue.class,
            polarity: cue.polarity,
        }),
        attribution,
        relays: relays
            .iter()
            .map(|(part, role)| Relay {
                span: span(part),
                name: carried::name(article, part),
                role: *role,
            })
            .collect(),
        addressees: candidate.addressees.iter().map(span).collect(),
        parent: selected.parent.map(ClaimId),
        act: stance::act(selected),
        modality: stance::modality(article, selected, &speaker),
        anonymity: Anonymity::Unknown,
        confidence: candidate.confidence,
        rule: candidate.rule,
    }
}

/// The pronouns that stand for somebody named before.
fn is_personal(mention: &Mention, word: &str) -> bool {
    mention.flags.has(ChunkFlags::PRONOUN)
        && matches!(
            word.to_lowercase().as_str(),
            "lui"
                | "elle"
                | "eux"
                | "elles"
                | "lui-même"
                | "elle-même"
                | "eux-mêmes"
                | "elles-mêmes"
        )
}

/// The mention whose chunk is `chunk`.
fn mention_at(mentions: &[Mention], chunk: u32) -> Option<usize> {
    mentions.binary_search_by_key(&chunk, |m| m.chunk).ok()
}
