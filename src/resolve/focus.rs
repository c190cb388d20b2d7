//! Who is in the reader's mind at each place: speakers, subjects, and whoever else was named, the last one foremost.

use std::ops::Range;

use super::entities::{GENDER, Id, NUMBER, Register};
use super::offices;
use super::{Speaker, is_personal, mention_at};
use crate::attribution::{Article, SpeakerTokens};
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::claim::Resolution;
use crate::entity::EntityKind;
use crate::lexicon::{Feats, NounClass};
use crate::mentions::{Mention, MentionKind};
use crate::select::Selected;
use crate::tokens::TokenId;

/// How many of the last events a pronoun or a description looks through.
pub(super) const SIGHT: usize = 32;

pub(super) struct Focus<'a> {
    article: &'a Article<'a>,
    mentions: &'a [Mention],
    /// Mentions and claims in the order in which a reader meets them.
    steps: Vec<Step>,
}

#[derive(Clone, Copy)]
enum What {
    Mention(u32, Rank),
    Claim(u32),
}

#[derive(Clone, Copy)]
struct Step {
    at: TokenId,
    what: What,
}

/// How an entity came to mind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rank {
    /// Named in another place of the sentence.
    Other,
    Subject,
    Speaker,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Event {
    pub(super) entity: Id,
    pub(super) rank: Rank,
    pub(super) place: Place,
}

/// Where in the article something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) block: u32,
    pub(super) sentence: u32,
}

impl Place {
    pub(super) fn of(register: &Register<'_>, mention: &Mention) -> Place {
        Place::at(register.article, mention.sentence)
    }

    fn at(article: &Article<'_>, sentence: u32) -> Place {
        Place {
            block: article.sentences[sentence as usize].block,
            sentence,
        }
    }
}

/// A walk back through the events: how far from mind each entity is.
#[derive(Default)]
pub(super) struct Walk {
    seen: Vec<(Id, bool)>,
    /// Entities that were subjects or speakers since.
    passed: usize,
}

impl Walk {
    /// What it costs to take up the entity of `event` at `place`; nothing when it was met nearer in as good a place.
    pub(super) fn cost(&mut self, event: &Event, place: Place) -> Option<usize> {
        let foremost = event.rank != Rank::Other;
        let passed = self.passed;
        match self.seen.iter_mut().find(|(id, _)| *id == event.entity) {
            Some((_, true)) => return None,
            Some((_, strong)) if foremost => *strong = true,
            Some(_) => return None,
            None => self.seen.push((event.entity, foremost)),
        }
        self.passed += usize::from(foremost);
        let rank = match event.rank {
            Rank::Other => 3,
            Rank::Subject => 1,
            Rank::Speaker => 0,
        };
        let far = if place.block == event.place.block {
            0
        } else {
            3
        };
        Some(2 * passed + rank + far)
    }
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
        let mut steps: Vec<Step> = Vec::with_capacity(mentions.len() / 2 + selected.len());
        let mut reach = 0;
        let mut next = 0;
        for (m, mention) in mentions.iter().enumerate() {
            while next < covered.len() && covered[next].start <= mention.tokens.start {
                reach = reach.max(covered[next].end);
                next += 1;
            }
            let inside = mention.tokens.start < reach;
            if mention.kind == MentionKind::Pronoun
                || article.sentences[mention.sentence as usize].level.is_some()
            {
                continue;
            }
            // Who stands in reported words of the author's own syntax may be taken up, though not foremost.
            let rank = if !inside && is_subject(article, mention) {
                Rank::Subject
            } else {
                Rank::Other
            };
            if rank == Rank::Subject || mention.is_named() {
                steps.push(Step {
                    at: mention.tokens.start,
                    what: What::Mention(m as u32, rank),
                });
            }
        }
        for (c, s) in selected.iter().enumerate() {
            let at = match &s.candidate.speaker {
                SpeakerTokens::Group { tokens, .. } => tokens.start,
                SpeakerTokens::Clitic(token) => *token,
                SpeakerTokens::Carried | SpeakerTokens::Nobody => s.candidate.content[0].start,
            };
            steps.push(Step {
                at,
                what: What::Claim(c as u32),
            });
        }
        // Stable: a mention comes before the claim that it speaks in.
        steps.sort_by_key(|s| s.at);
        Focus {
            article,
            mentions,
            steps,
        }
    }

    /// Goes through the article and settles who speaks in each claim.
    pub(super) fn run(&self, register: &mut Register<'a>, selected: &[Selected]) -> Vec<Speaker> {
        let mut speakers = vec![Speaker::NOBODY; selected.len()];
        let mut events: Vec<Event> = Vec::new();
        let mut waiting: Vec<u32> = Vec::new();
        for step in &self.steps {
            let event = match step.what {
                What::Mention(m, rank) if rank != Rank::Other || !register.aside[m as usize] => {
                    self.entity_of(register, m as usize, &events)
                        .map(|entity| (entity, rank))
                }
                What::Mention(..) => None,
                What::Claim(claim) => {
                    let s = &selected[claim as usize];
                    let speaker = self.speaker(register, s, &events);
                    if speaker.entity.is_none() && s.candidate.speaker == SpeakerTokens::Carried {
                        waiting.push(claim);
                    }
                    speakers[claim as usize] = speaker;
                    // What somebody says that others say does not make those the ones that speak on.
                    speaker.entity.filter(|_| s.parent.is_none()).map(|entity| {
                        for w in waiting.drain(..) {
                            speakers[w as usize].entity = Some(entity);
                        }
                        (entity, Rank::Speaker)
                    })
                }
            };
            if let Some((entity, rank)) = event {
                let entity = register.settled(entity);
                if rank != Rank::Other {
                    self.name_at_last(register, entity, step.at, &mut events);
                }
                register.touch(entity, step.at);
                events.push(Event {
                    entity,
                    rank,
                    place: self.place(step.at),
                });
            }
        }
        for speaker in &mut speakers {
            speaker.entity = speaker.entity.map(|id| register.settled(id));
        }
        speakers
    }

    /// « L'ambassadeur s'explique », says the headline; « a dit Luc Maret », says the text: a person named for the first time with no
    /// word of who that is, is the one described so far.
    fn name_at_last(
        &self,
        register: &mut Register<'a>,
        entity: Id,
        at: TokenId,
        events: &mut [Event],
    ) {
        let known = &register.list[entity as usize];
        if known.kind != EntityKind::Person
            || known.name.len() < 2
            || !known.named
            || !known.roles.is_empty()
            || known.first + 2 < at
        {
            return;
        }
        let gender = known.gender;
        let mut found = None;
        for event in events.iter().rev().take(SIGHT) {
            let other = &register.list[event.entity as usize];
            if event.rank == Rank::Other || event.entity == entity {
                continue;
            }
            if other.named && other.kind == EntityKind::Person {
                return;
            }
            // The President of the Republic may stay without a name.
            let supreme = other.roles.iter().take(4).any(|r| {
                r.lemma
                    .is_some_and(|l| offices::is_supreme(self.article.source, l))
            });
            if other.kind == EntityKind::Person
                && !other.is_many()
                && !supreme
                && other.fits_gender(gender)
            {
                found = Some(event.entity);
                break;
            }
        }
        let Some(description) = found.filter(|&id| register.is_topic(id, 2)) else {
            return;
        };
        register.merge(description, entity);
        for event in events.iter_mut().filter(|e| e.entity == description) {
            event.entity = entity;
        }
    }

    /// The place of a token.
    fn place(&self, at: TokenId) -> Place {
        let sentences = self.article.sentences;
        let sentence = sentences.partition_point(|s| s.tokens.start <= at);
        Place::at(self.article, sentence.saturating_sub(1) as u32)
    }

    /// The entity of a mention of the author's, when it is one that may be taken up.
    fn entity_of(&self, register: &mut Register<'a>, m: usize, events: &[Event]) -> Option<Id> {
        let mention = &self.mentions[m];
        if mention.is_named() {
            return register.of[m];
        }
        // « il est français »: an adjective that stands alone is nobody.
        let bare = !mention.flags.has(ChunkFlags::DETERMINED)
            && mention.tokens.len() == 1
            && mention
                .lemma
                .is_some_and(|l| offices::is_adjective(self.article.source, l));
        if mention.kind == MentionKind::Description && names_a_holder(mention) && !bare {
            return Some(register.describe(m, events).0);
        }
        None
    }

    fn speaker(
        &self,
        register: &mut Register<'a>,
        selected: &Selected,
        events: &[Event],
    ) -> Speaker {
        match &selected.candidate.speaker {
            SpeakerTokens::Nobody => Speaker::NOBODY,
            SpeakerTokens::Carried => Speaker {
                entity: self.carried(register, events),
                ..Speaker::NOBODY
            },
            SpeakerTokens::Clitic(token) => self.clitic(register, *token, events),
            SpeakerTokens::Group { tokens, chunk } => self.group(register, tokens, *chunk, events),
        }
    }

    /// « a-t-elle dit », « il a dit »
    fn clitic(&self, register: &mut Register<'a>, token: TokenId, events: &[Event]) -> Speaker {
        let source = self.article.source;
        let bare = source
            .word(token)
            .trim_start_matches(['-', '\u{2010}', '\u{2011}'])
            .trim_start_matches("t-")
            .trim_start_matches("T-");
        let span = source.tokens[token as usize].span;
        let feats = source.tags[token as usize].feats;
        let entity = if bare.eq_ignore_ascii_case("on") {
            None
        } else {
            self.pronoun(register, feats, events, token)
        };
        Speaker {
            entity,
            mention: Some(crate::Span::new(span.end() - bare.len(), span.end())),
            resolution: Resolution::Pronoun,
        }
    }

    fn group(
        &self,
        register: &mut Register<'a>,
        tokens: &Range<TokenId>,
        chunk: u32,
        events: &[Event],
    ) -> Speaker {
        let source = self.article.source;
        let mut speaker = Speaker {
            entity: None,
            mention: Some(
                source.tokens[tokens.start as usize]
                    .span
                    .to(source.tokens[tokens.end as usize - 1].span),
            ),
            resolution: Resolution::Description,
        };
        let Some(m) = mention_at(self.mentions, chunk) else {
            return speaker;
        };
        let mention = &self.mentions[m];
        (speaker.entity, speaker.resolution) = match mention.kind {
            MentionKind::Person | MentionKind::Name | MentionKind::Body => {
                let resolution = if mention.titled {
                    Resolution::Title
                } else {
                    Resolution::Name
                };
                (register.of[m], resolution)
            }
            _ if self.is_last_one(mention) => {
                (self.nearest(register, mention), Resolution::Pronoun)
            }
            MentionKind::Description => {
                let (id, resolution) = register.describe(m, events);
                (Some(id), resolution)
            }
            MentionKind::Pronoun => {
                let word = source.word(mention.tokens.start);
                if is_personal(mention, word) {
                    let id = self.pronoun(register, mention.feats, events, tokens.start);
                    (id, Resolution::Pronoun)
                } else if mention.feats.has(Feats::P1 | Feats::P2) {
                    (None, Resolution::FirstPerson)
                } else {
                    let (id, resolution) = register.describe(m, events);
                    (Some(id), resolution)
                }
            }
        };
        if let Some(id) = speaker.entity {
            if !mention.flags.has(ChunkFlags::NAME) {
                register.list[id as usize].mentions.push(tokens.clone());
            }
        }
        speaker
    }

    /// « ce dernier », « cette dernière », « celui-ci »
    fn is_last_one(&self, mention: &Mention) -> bool {
        if mention.kind == MentionKind::Pronoun {
            return mention.feats.has(Feats::DEMONSTRATIVE);
        }
        mention.feats.has(Feats::DEMONSTRATIVE)
            && mention.tokens.len() == 2
            && matches!(
                self.article.source.word(mention.tokens.end - 1),
                "dernier" | "dernière" | "derniers" | "dernières"
            )
    }

    /// The last entity that agrees with a pronoun: subjects and speakers before others, persons before bodies.
    fn pronoun(
        &self,
        register: &mut Register<'a>,
        feats: Feats,
        events: &[Event],
        at: TokenId,
    ) -> Option<Id> {
        let place = self.place(at);
        let gender = match feats.0 & GENDER {
            GENDER => 0,
            gender => gender,
        };
        let plural = feats.0 & NUMBER == Feats::PLUR;
        let mut best: Option<(usize, Id)> = None;
        let mut walk = Walk::default();
        let mut persons = 0;
        for event in events.iter().rev().take(SIGHT) {
            let known = &register.list[event.entity as usize];
            let one_group = known.kind == EntityKind::Group && !plural;
            if !known.fits_gender(gender) || plural != known.is_many() && !one_group {
                continue;
            }
            let Some(mut cost) = walk.cost(event, place) else {
                continue;
            };
            persons += usize::from(known.may_be_person() && !plural);
            if known.gender == 0 && gender != 0 {
                cost += 2;
            }
            if !plural {
                cost += match known.kind {
                    EntityKind::Person => 0,
                    EntityKind::Anonymous => 1,
                    EntityKind::Unknown if known.is_place() => 9,
                    EntityKind::Unknown => 2,
                    _ => 4,
                };
            }
            if best.is_none_or(|(c, _)| cost < c) {
                best = Some((cost, event.entity));
            }
        }
        let id = best.map(|(_, id)| id).or_else(|| {
            (!plural)
                .then(|| self.any_before(register, gender, at))
                .flatten()
        })?;
        let known = &mut register.list[id as usize];
        // A pronoun tells a gender only when nobody else could be meant.
        if persons <= 1 {
            known.learn_gender(feats);
        }
        known.mentions.push(at..at + 1);
        Some(id)
    }

    /// Nobody in focus agrees: the named person met last that does.
    fn any_before(&self, register: &Register<'a>, gender: u32, at: TokenId) -> Option<Id> {
        let end = self.mentions.partition_point(|m| m.tokens.start < at);
        self.mentions[..end]
            .iter()
            .enumerate()
            .rev()
            .take(40)
            .filter(|(_, m)| m.kind == MentionKind::Person)
            .find_map(|(k, _)| {
                let id = register.of[k]?;
                register.list[id as usize].fits_gender(gender).then_some(id)
            })
    }

    /// « celui-ci », « ce dernier »: the last one named that agrees, whatever its place.
    fn nearest(&self, register: &mut Register<'a>, mention: &Mention) -> Option<Id> {
        let end = self
            .mentions
            .partition_point(|m| m.tokens.start < mention.tokens.start);
        let gender = match mention.feats.0 & GENDER {
            GENDER => 0,
            gender => gender,
        };
        let plural = mention.is_plural();
        let found = (end.saturating_sub(24)..end).rev().find(|&k| {
            let m = &self.mentions[k];
            // What somebody says is not the narrator's to take up.
            let level = |m: &Mention| self.article.sentences[m.sentence as usize].level;
            if m.kind == MentionKind::Pronoun
                || m.is_plural() != plural
                || level(m).is_some() && level(m) != level(mention)
            {
                return false;
            }
            match register.of[k] {
                Some(id) => {
                    let known = &register.list[id as usize];
                    known.fits_gender(gender) && !known.is_place()
                }
                None => {
                    (gender == 0 || m.feats.0 & GENDER == 0 || m.feats.0 & gender != 0)
                        && names_a_holder(m)
                        && m.class != Some(NounClass::Document)
                }
            }
        })?;
        Some(match register.of[found] {
            Some(id) => id,
            None => register.describe(found, &[]).0,
        })
    }

    /// The speaker of words that name none: who spoke or acted last.
    fn carried(&self, register: &Register<'a>, events: &[Event]) -> Option<Id> {
        let can = |e: &&Event| {
            e.rank == Rank::Speaker
                || e.rank == Rank::Subject
                    && matches!(register.list[e.entity as usize].kind, EntityKind::Person)
        };
        events.iter().rev().take(SIGHT).find(can).map(|e| e.entity)
    }
}

/// The noun says somebody or something that may speak.
fn names_a_holder(mention: &Mention) -> bool {
    matches!(
        mention.class,
        Some(
            NounClass::Person
                | NounClass::Organisation
                | NounClass::Source
                | NounClass::Document
                | NounClass::Outlet
                | NounClass::Group
        )
    )
}

/// A noun group without preposition that a finite verb follows, across its own apposition.
fn is_subject(article: &Article<'_>, mention: &Mention) -> bool {
    let chunks = article.chunks;
    let first = &chunks[mention.chunk as usize];
    let range = &article.ranges[mention.sentence as usize];
    let bracketed =
        mention.chunk > range.start && chunks[mention.chunk as usize - 1].kind == ChunkKind::Open;
    if first.prep().is_some() || mention.kind == MentionKind::Pronoun || bracketed {
        return false;
    }
    let mut commas = 0;
    let mut apposed = false;
    for at in mention.chunk_end..range.end.min(mention.chunk_end + 10) {
        let c = &chunks[at as usize];
        match c.kind {
            // « Interrogée sur Odile Brun, la ministre a souri »: one comma opens no apposition.
            ChunkKind::Verb if c.is_finite() => {
                return c.subject().is_none() && (!apposed || commas > 1);
            }
            ChunkKind::Relative => return true,
            ChunkKind::Comma | ChunkKind::Open | ChunkKind::Close => commas += 1,
            ChunkKind::Adverb | ChunkKind::Adjective => {}
            // « Odile Brun, élue en mars, a refusé »
            ChunkKind::Verb if commas > 0 => {}
            ChunkKind::Noun
                if c.prep().is_some()
                    || c.flags.has(ChunkFlags::JUXTAPOSED)
                    || c.flags.has(ChunkFlags::TIME) => {}
            ChunkKind::Noun if commas > 0 => apposed = true,
            // « M. Brun « ne croit pas » que »: the verb is in the quotation.
            ChunkKind::Quote => return commas == 0 && mention.is_named(),
            _ => return false,
        }
    }
    false
}
