//! Who is in the reader's mind at each place: subjects and speakers, the last one foremost.

use std::ops::Range;

use super::entities::{Id, Register};
use super::{Speaker, clitic, is_personal, mention_at, speaks_by_name};
use crate::attribution::{Article, SpeakerTokens};
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::claim::Resolution;
use crate::entity::EntityKind;
use crate::lexicon::{Feats, NounClass};
use crate::mentions::{Mention, MentionKind};
use crate::select::Selected;
use crate::tokens::TokenId;

const GENDER: u32 = Feats::MASC | Feats::FEM;
const NUMBER: u32 = Feats::SING | Feats::PLUR;

/// How many of the last subjects and speakers a pronoun may mean.
const REACH: usize = 12;

pub(super) struct Focus<'a> {
    article: &'a Article<'a>,
    mentions: &'a [Mention],
    /// Mentions and claims in the order in which a reader meets them.
    steps: Vec<Step>,
}

#[derive(Clone, Copy)]
enum Step {
    /// A subject of the author's own sentences.
    Subject {
        at: TokenId,
        mention: u32,
    },
    Claim {
        at: TokenId,
        claim: u32,
    },
}

impl Step {
    fn at(self) -> (TokenId, u8) {
        match self {
            Step::Subject { at, .. } => (at, 0),
            Step::Claim { at, .. } => (at, 1),
        }
    }
}

#[derive(Clone, Copy)]
struct Event {
    entity: Id,
    speaker: bool,
}

impl<'a> Focus<'a> {
    pub(super) fn new(
        article: &'a Article<'a>,
        mentions: &'a [Mention],
        selected: &[Selected],
    ) -> Focus<'a> {
        let mut covered: Vec<Range<TokenId>> = selected
            .iter()
            .flat_map(|s| s.candidate.content.iter().cloned())
            .collect();
        covered.sort_unstable_by_key(|r| r.start);
        let mut steps: Vec<Step> = Vec::new();
        let mut reach = 0;
        let mut next = 0;
        for (m, mention) in mentions.iter().enumerate() {
            while next < covered.len() && covered[next].start <= mention.tokens.start {
                reach = reach.max(covered[next].end);
                next += 1;
            }
            let inside = mention.tokens.start < reach;
            if !inside
                && article.sentences[mention.sentence as usize].level.is_none()
                && is_subject(article, mention)
            {
                steps.push(Step::Subject {
                    at: mention.tokens.start,
                    mention: m as u32,
                });
            }
        }
        for (c, s) in selected.iter().enumerate() {
            let content = s.candidate.content[0].start;
            let at = match &s.candidate.speaker {
                SpeakerTokens::Group { tokens, .. } => tokens.start,
                SpeakerTokens::Clitic(token) => *token,
                SpeakerTokens::Carried | SpeakerTokens::Nobody => content,
            };
            steps.push(Step::Claim {
                at,
                claim: c as u32,
            });
        }
        steps.sort_by_key(|s| s.at());
        Focus {
            article,
            mentions,
            steps,
        }
    }

    /// Goes through the article and settles who speaks in each claim.
    pub(super) fn run(&self, register: &mut Register<'a>, selected: &[Selected]) -> Vec<Speaker> {
        let nobody = Speaker {
            entity: None,
            mention: None,
            resolution: Resolution::CarriedOver,
        };
        let mut speakers = vec![nobody; selected.len()];
        let mut events: Vec<Event> = Vec::new();
        let mut waiting: Vec<u32> = Vec::new();
        for step in &self.steps {
            match *step {
                Step::Subject { mention, .. } => {
                    if let Some(entity) = self.subject(register, mention as usize, &events) {
                        events.push(Event {
                            entity,
                            speaker: false,
                        });
                    }
                }
                Step::Claim { claim, .. } => {
                    let s = &selected[claim as usize];
                    let parent = s.parent.map(|p| speakers[p as usize].entity);
                    let speaker = self.speaker(register, s, &events);
                    if speaker.entity.is_none() && s.candidate.speaker == SpeakerTokens::Carried {
                        waiting.push(claim);
                    }
                    let _ = parent;
                    speakers[claim as usize] = speaker;
                    // What somebody says that others say does not make those the ones that speak on.
                    if let (Some(entity), None) = (speaker.entity, s.parent) {
                        for w in waiting.drain(..) {
                            if w != claim {
                                speakers[w as usize].entity = Some(entity);
                            }
                        }
                        events.push(Event {
                            entity,
                            speaker: true,
                        });
                    }
                }
            }
        }
        speakers
    }

    fn span(&self, range: &Range<TokenId>) -> crate::Span {
        let tokens = self.article.source.tokens;
        tokens[range.start as usize]
            .span
            .to(tokens[range.end as usize - 1].span)
    }

    fn subject(&self, register: &mut Register<'a>, m: usize, events: &[Event]) -> Option<Id> {
        let mention = &self.mentions[m];
        match mention.kind {
            MentionKind::Person | MentionKind::Name | MentionKind::Body => register.of[m],
            MentionKind::Description => match mention.class {
                Some(
                    NounClass::Person
                    | NounClass::Organisation
                    | NounClass::Source
                    | NounClass::Document
                    | NounClass::Outlet
                    | NounClass::Group,
                ) => Some(register.describe(m, &recent(events)).0),
                _ => None,
            },
            MentionKind::Pronoun => None,
        }
    }

    fn speaker(
        &self,
        register: &mut Register<'a>,
        selected: &Selected,
        events: &[Event],
    ) -> Speaker {
        let carried = Speaker {
            entity: None,
            mention: None,
            resolution: Resolution::CarriedOver,
        };
        if let Some(token) = clitic(&selected.candidate.speaker) {
            let tag = &self.article.source.tags[token as usize];
            let word = self.article.source.word(token);
            let bare = word
                .trim_start_matches(['-', '\u{2010}', '\u{2011}'])
                .trim_start_matches("t-")
                .trim_start_matches("T-");
            let from = self.article.source.tokens[token as usize].span;
            let start = from.end() - bare.len();
            let mention = Some(crate::Span::new(start, from.end()));
            let on = bare.eq_ignore_ascii_case("on");
            let entity = if on {
                None
            } else {
                self.pronoun(register, tag.feats, events, token)
            };
            return Speaker {
                entity,
                mention,
                resolution: Resolution::Pronoun,
            };
        }
        let SpeakerTokens::Group { tokens, chunk } = &selected.candidate.speaker else {
            if selected.candidate.speaker == SpeakerTokens::Nobody {
                return carried;
            }
            return Speaker {
                entity: self.carried(register, events),
                ..carried
            };
        };
        let mention_span = Some(self.span(tokens));
        let Some(m) = mention_at(self.mentions, *chunk) else {
            return Speaker {
                entity: None,
                mention: mention_span,
                resolution: Resolution::Description,
            };
        };
        let mention = &self.mentions[m];
        let (entity, resolution) = match mention.kind {
            MentionKind::Person | MentionKind::Name | MentionKind::Body => {
                let resolution = if mention.titled {
                    Resolution::Title
                } else {
                    Resolution::Name
                };
                (register.of[m], resolution)
            }
            MentionKind::Description => {
                let (id, resolution) = register.describe(m, &recent(events));
                (Some(id), resolution)
            }
            MentionKind::Pronoun => {
                let word = self.article.source.word(mention.tokens.start);
                if is_personal(mention, word) {
                    (
                        self.pronoun(register, mention.feats, events, tokens.start),
                        Resolution::Pronoun,
                    )
                } else if mention.feats.has(Feats::DEMONSTRATIVE) {
                    (self.nearest(register, mention), Resolution::Pronoun)
                } else if mention.feats.has(Feats::P1 | Feats::P2) {
                    (None, Resolution::FirstPerson)
                } else {
                    let (id, resolution) = register.describe(m, &recent(events));
                    (Some(id), resolution)
                }
            }
        };
        if let Some(id) = entity {
            let known = &mut register.list[id as usize];
            if !known.mentions.contains(tokens) && !mention.flags.has(ChunkFlags::NAME) {
                known.mentions.push(tokens.clone());
            }
        }
        Speaker {
            entity,
            mention: mention_span,
            resolution,
        }
    }

    /// The last subject or speaker that agrees with a pronoun; persons before bodies.
    fn pronoun(
        &self,
        register: &mut Register<'a>,
        feats: Feats,
        events: &[Event],
        at: TokenId,
    ) -> Option<Id> {
        let gender = feats.0 & GENDER;
        let number = feats.0 & NUMBER;
        let mut best: Option<(usize, Id)> = None;
        let mut seen: Vec<Id> = Vec::new();
        for event in events.iter().rev().take(REACH) {
            if seen.contains(&event.entity) {
                continue;
            }
            let known = &register.list[event.entity as usize];
            let mut cost = seen.len() * 2;
            seen.push(event.entity);
            if gender != 0 && gender != GENDER && known.gender != 0 && known.gender & gender == 0 {
                continue;
            }
            let plural = number == Feats::PLUR;
            let many = known.number == Feats::PLUR || known.kind == EntityKind::Group;
            if plural != many && !(known.kind == EntityKind::Group && !plural) {
                continue;
            }
            if known.gender == 0 && gender != 0 {
                cost += 2;
            }
            if !plural {
                cost += match known.kind {
                    EntityKind::Person => 0,
                    EntityKind::Unknown => 2,
                    EntityKind::Anonymous => 1,
                    EntityKind::Document => 4,
                    _ => 3,
                };
            }
            if event.speaker {
                cost = cost.saturating_sub(1);
            }
            if best.is_none_or(|(c, _)| cost < c) {
                best = Some((cost, event.entity));
            }
        }
        let id = best
            .map(|(_, id)| id)
            .or_else(|| self.any_before(register, feats, at))?;
        let known = &mut register.list[id as usize];
        if known.gender == 0 && gender != GENDER {
            known.gender = gender;
        }
        known.mentions.push(at..at + 1);
        Some(id)
    }

    /// Nobody in focus agrees: the named person met last that does.
    fn any_before(&self, register: &Register<'a>, feats: Feats, at: TokenId) -> Option<Id> {
        let end = self.mentions.partition_point(|m| m.tokens.start < at);
        self.mentions[..end]
            .iter()
            .enumerate()
            .rev()
            .take(40)
            .filter(|(_, m)| m.kind == MentionKind::Person)
            .find_map(|(k, _)| {
                let id = register.of[k]?;
                let known = &register.list[id as usize];
                (known.gender & feats.0 != 0 || known.gender == 0).then_some(id)
            })
    }

    /// « celui-ci », « ce dernier »: the last one named that agrees, whatever its place.
    fn nearest(&self, register: &mut Register<'a>, mention: &Mention) -> Option<Id> {
        let end = self
            .mentions
            .partition_point(|m| m.tokens.start < mention.tokens.start);
        let gender = mention.feats.0 & GENDER;
        let plural = mention.feats.has(Feats::PLUR) && !mention.feats.has(Feats::SING);
        let found = self.mentions[..end]
            .iter()
            .enumerate()
            .rev()
            .take(20)
            .find_map(|(k, m)| {
                if m.kind == MentionKind::Pronoun {
                    return None;
                }
                let many = m.feats.has(Feats::PLUR) && !m.feats.has(Feats::SING);
                let fits = (gender == 0 || m.feats.0 & GENDER == 0 || m.feats.0 & gender != 0)
                    && plural == many;
                let speaks = speaks_by_name(m.kind)
                    || matches!(
                        m.class,
                        Some(
                            NounClass::Person
                                | NounClass::Group
                                | NounClass::Organisation
                                | NounClass::Source
                        )
                    );
                (fits && speaks).then_some(k)
            })?;
        Some(match register.of[found] {
            Some(id) => id,
            None => register.describe(found, &[]).0,
        })
    }

    /// The speaker of words that name none: who spoke or acted last.
    fn carried(&self, register: &Register<'a>, events: &[Event]) -> Option<Id> {
        let can = |e: &&Event| {
            e.speaker || matches!(register.list[e.entity as usize].kind, EntityKind::Person)
        };
        events.iter().rev().take(REACH).find(can).map(|e| e.entity)
    }
}

fn recent(events: &[Event]) -> Vec<Id> {
    events.iter().rev().take(REACH).map(|e| e.entity).collect()
}

/// A noun group without preposition that a finite verb follows, across its own apposition.
fn is_subject(article: &Article<'_>, mention: &Mention) -> bool {
    let chunks = article.chunks;
    let first = &chunks[mention.chunk as usize];
    if first.prep().is_some() || mention.kind == MentionKind::Pronoun {
        return false;
    }
    let range = &article.ranges[mention.sentence as usize];
    let mut commas = 0;
    for at in mention.chunk_end..range.end.min(mention.chunk_end + 10) {
        let c = &chunks[at as usize];
        match c.kind {
            ChunkKind::Verb if c.is_finite() => return c.subject().is_none(),
            ChunkKind::Relative => return true,
            ChunkKind::Comma | ChunkKind::Open | ChunkKind::Close => commas += 1,
            ChunkKind::Adverb | ChunkKind::Adjective => {}
            ChunkKind::Noun
                if c.prep().is_some()
                    || c.flags.has(ChunkFlags::JUXTAPOSED)
                    || c.flags.has(ChunkFlags::TIME)
                    || commas > 0 => {}
            _ => return false,
        }
    }
    false
}
