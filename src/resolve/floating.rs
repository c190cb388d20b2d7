//! Who speaks where nobody is named beside the words: answers, signatures, what is carried over, headlines that come again.

use super::Speaker;
use super::echoes::{self, Echo};
use super::entities::{Id, Known, Register};
use super::focus::{Event, Focus, Place, Rank, SIGHT, Turn, Walk};
use crate::attribution::{Article, SpeakerTokens};
use crate::claim::Resolution;
use crate::entity::EntityKind;
use crate::lexicon::NounClass;
use crate::mentions::MentionKind;
use crate::select::Selected;
use crate::tokens::{TokenId, TokenKind};
use std::ops::Range;

/// Tokens that the line under a quotation may hold.
const SIGNATURE: usize = 16;

/// The blocks that a headline and its deck take up.
const HEAD: u32 = 2;

/// After how many answers it is settled whom an interview is with.
const ANSWERS: usize = 64;

impl<'a> Focus<'a> {
    /// Whom the interview is with, as far as the text before an answer tells.
    pub(super) fn interviewed(&self, register: &Register<'_>, before: TokenId) -> Option<Id> {
        let (answers, known) = self.interviewed.get();
        if answers == ANSWERS {
            return known;
        }
        let found = interviewed(register, before);
        self.interviewed.set((answers + 1, found));
        found
    }

    /// A quotation alone on its line, and under it a name: « Ida Rosset, fleuriste à Fréval ».
    pub(super) fn signed(
        &self,
        register: &mut Register<'a>,
        selected: &Selected,
        events: &[Event],
    ) -> Option<Speaker> {
        let article = self.article;
        let source = article.source;
        let candidate = &selected.candidate;
        let sentence = &article.sentences[candidate.sentence as usize];
        let block = &article.blocks[sentence.block as usize];
        let content = candidate.content.first()?.start..candidate.content.last()?.end;
        let first = content.start <= block.tokens.start + 2;
        if !first || candidate.quotation.is_none() || candidate.cue.is_some() {
            return None;
        }
        // On the line of the quotation, or on the next one.
        let dressing = |t: &TokenId| {
            matches!(
                source.tokens[*t as usize].kind,
                TokenKind::Mark | TokenKind::Stop | TokenKind::Dash | TokenKind::Open
            )
        };
        let mut start = (content.end..block.tokens.end)
            .find(|t| !dressing(t))
            .unwrap_or(block.tokens.end);
        let mut end = block.tokens.end;
        if start == end {
            let under = article.blocks.get(sentence.block as usize + 1)?;
            start = under.tokens.clone().find(|t| !dressing(t))?;
            end = under.tokens.end;
        }
        let tags = &source.tags[start as usize..end as usize];
        let tokens = &source.tokens[start as usize..end as usize];
        let line = tags.len() <= SIGNATURE
            && !tags.iter().any(|t| t.is_finite_verb())
            && !tokens
                .iter()
                .any(|t| matches!(t.kind, TokenKind::Stop | TokenKind::Mark | TokenKind::Colon));
        if !line {
            return None;
        }
        let m = self.mentions.partition_point(|m| m.tokens.start < start);
        let mention = self.mentions.get(m).filter(|m| m.tokens.start == start)?;
        let person = match mention.kind {
            MentionKind::Person => true,
            MentionKind::Name => register.of[m]
                .is_some_and(|id| register.list[id as usize].kind == EntityKind::Person),
            MentionKind::Description => mention.class == Some(NounClass::Person) && tags.len() > 2,
            _ => false,
        };
        if !person {
            return None;
        }
        let (entity, resolution) = match register.of[m] {
            Some(id) => (id, Resolution::Name),
            None => register.describe(m, events, Turn::Either),
        };
        Some(Speaker {
            entity: Some(entity),
            mention: Some(source.span(&mention.tokens)),
            resolution,
        })
    }

    /// The speaker of words that name none: who spoke or acted last, or was named in the sentence before.
    pub(super) fn carried(
        &self,
        register: &Register<'a>,
        selected: &Selected,
        events: &[Event],
        told: u32,
    ) -> Option<Id> {
        let content = &selected.candidate.content[0];
        let place = self.place(content.start);
        let first_person = says_i(self.article, content);
        let mut best: Option<(usize, Place, Id)> = None;
        let mut walk = Walk::default();
        for event in events.iter().rev().take(SIGHT) {
            let known = &register.list[event.entity as usize];
            let Some(cost) = walk.cost(event, place) else {
                continue;
            };
            let speaks = event.rank == Rank::Speaker;
            let extra = match known.kind {
                EntityKind::Person if known.is_many() => 1,
                EntityKind::Person => 0,
                EntityKind::Anonymous if speaks => 0,
                EntityKind::Unknown if known.is_place() => 9,
                EntityKind::Group | EntityKind::Organisation if speaks => {
                    3 * usize::from(first_person)
                }
                EntityKind::Document if speaks => 1 + 8 * usize::from(first_person),
                EntityKind::Unknown if speaks && known.named => 1,
                EntityKind::Unknown if speaks => 4,
                _ => 9,
            };
            // Somebody named in passing comes in right before, the first one of a sentence foremost.
            let passing = event.rank < Rank::Subject;
            let away = place.sentence.saturating_sub(event.place.sentence) as usize;
            if extra >= 9 || passing && (known.kind != EntityKind::Person || away > 3) {
                continue;
            }
            let cost = cost + extra + usize::from(passing) * 2 * away.saturating_sub(1);
            let cost = cost + away.min(3);
            // « Il disait que »: of somebody else.
            let cost = cost + 4 * usize::from(known.gender & told != 0);
            let closer = |c: usize, other: Place| {
                cost < c || passing && cost == c && other.sentence == event.place.sentence
            };
            if best.is_none_or(|(c, other, _)| closer(c, other)) {
                best = Some((cost, event.place, event.entity));
            }
        }
        best.map(|(.., id)| id)
    }

    /// Headlines and pull quotes: whose words stand again in the text, with a speaker, are that one's.
    pub(super) fn echoes(
        &self,
        register: &mut Register<'a>,
        selected: &[Selected],
        speakers: &mut [Speaker],
    ) {
        let wanted: Vec<u32> = (0..selected.len() as u32)
            .filter(|&c| {
                let speaker = &speakers[c as usize];
                let s = &selected[c as usize];
                s.parent.is_none()
                    && match speaker.mention {
                        None => s.candidate.speaker == SpeakerTokens::Carried,
                        // « La tante du marin : "Il savait nager" », says the headline.
                        Some(_) => {
                            self.place(s.candidate.content[0].start).block < HEAD
                                && speaker
                                    .entity
                                    .is_some_and(|id| !register.list[id as usize].named)
                        }
                    }
            })
            .collect();
        let found = echoes::find(self.article, selected, &wanted);
        for (&claim, echo) in wanted.iter().zip(found) {
            // What was merged for an echo before counts here.
            let own = speakers[claim as usize];
            let own_entity = own.entity.map(|id| register.settled(id));
            let other = match echo {
                Some(Echo::Claim(other)) => speakers[other as usize].entity,
                Some(Echo::Text) => register.protagonist(),
                None => None,
            };
            let Some(other) = other.map(|id| register.settled(id)) else {
                continue;
            };
            match (own.mention, own_entity) {
                (None, _) => speakers[claim as usize].entity = Some(other),
                (Some(_), Some(id)) => {
                    let (a, b) = (&register.list[id as usize], &register.list[other as usize]);
                    if id != other
                        && a.kind == EntityKind::Person
                        && b.kind == EntityKind::Person
                        && b.named
                        && !a.is_many()
                        && a.fits_gender(b.gender)
                    {
                        register.merge(id, other);
                    }
                }
                (Some(_), None) => {}
            }
        }
    }
}

/// The words hold « je », « moi », « mon »: one person speaks.
fn says_i(article: &Article<'_>, content: &Range<TokenId>) -> bool {
    let source = article.source;
    content.clone().take(60).any(|t| {
        let word = source.word(t);
        word.len() <= 5
            && [
                "je", "j'", "j’", "moi", "me", "m'", "m’", "mon", "ma", "mes",
            ]
            .iter()
            .any(|i| word.eq_ignore_ascii_case(i))
    })
}

/// The person whom what stands before the answers names most often, and first.
fn interviewed(register: &Register<'_>, before: TokenId) -> Option<Id> {
    let named = |known: &Known| {
        known
            .mentions
            .iter()
            .filter(|mention| mention.end <= before)
            .count()
    };
    register
        .list
        .iter()
        .enumerate()
        .filter(|(_, known)| known.named && known.kind == EntityKind::Person && !known.is_many())
        .map(|(id, known)| (named(known), std::cmp::Reverse(known.first), id))
        .filter(|(count, ..)| *count > 0)
        .max()
        .map(|(_, _, id)| id as Id)
}
