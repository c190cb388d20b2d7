//! Whom a pronoun stands for.

use super::entities::{GENDER, Id, NUMBER, Register, Told, one_gender};
use super::focus::{Event, Focus, Rank, SIGHT, Thing, Turn, Walk, names_a_holder};
use super::{Speaker, mention_at};
use crate::chunks::ChunkKind;
use crate::claim::Resolution;
use crate::entity::EntityKind;
use crate::lexicon::{Feats, NounClass, Pos};
use crate::mentions::{Mention, MentionKind};
use crate::select::Selected;
use crate::tokens::TokenId;

/// Whom a pronoun stands for.
#[derive(Clone, Copy)]
struct Antecedent {
    entity: Id,
    /// The event that brought it to mind.
    event: usize,
    /// No other person agrees.
    alone: bool,
}

/// How much nearer the last speaker is to the pronoun of a cue that goes on.
const GOES_ON: usize = 3;

impl<'a> Focus<'a> {
    /// Whom the subject pronoun of a clause of the author's stands for, unless a thing comes before.
    pub(super) fn subject(
        &self,
        register: &mut Register<'a>,
        token: TokenId,
        events: &[Event],
        thing: &mut Option<Thing>,
    ) -> Option<Id> {
        let feats = self.article.source.tags[token as usize].feats;
        let found = self.antecedent(register, feats, events, token, None, Turn::Either);
        let sentence = self.place(token).sentence;
        let gender = one_gender(feats);
        if let Some(thing) = thing {
            let agrees = (gender == 0 || thing.gender == 0 || gender & thing.gender != 0)
                && thing.plural == (feats.0 & NUMBER == Feats::PLUR);
            if agrees
                && sentence.saturating_sub(thing.sentence) <= 2
                && found.is_none_or(|f| f.event < thing.events)
            {
                thing.sentence = sentence;
                return None;
            }
        }
        // A name that may be anything is not what « il » means, unless something was said of it.
        let found = found.filter(|f| {
            register.list[f.entity as usize].kind != EntityKind::Unknown
                || events[f.event].rank >= Rank::Subject
        })?;
        self.taken_up(register, found, feats, token);
        Some(found.entity)
    }

    /// Whom a pronoun of a speaker stands for.
    pub(super) fn pronoun(
        &self,
        register: &mut Register<'a>,
        feats: Feats,
        events: &[Event],
        at: TokenId,
        outer: Option<Id>,
        turn: Turn,
    ) -> Option<Id> {
        let found = self
            .antecedent(register, feats, events, at, outer, turn)
            .or_else(|| {
                (feats.0 & NUMBER != Feats::PLUR)
                    .then(|| self.any_before(register, one_gender(feats), at))
                    .flatten()
                    .map(|entity| Antecedent {
                        entity,
                        event: 0,
                        alone: outer.is_none(),
                    })
            })?;
        self.taken_up(register, found, feats, at);
        Some(found.entity)
    }

    /// « François Maret, dont il ne dit pas le nom »: the pronoun inside a relative clause is not what the clause is said of.
    fn antecedent_of_relative(&self, register: &Register<'a>, at: TokenId) -> Option<Id> {
        let article = self.article;
        let sentence = self.place(at).sentence as usize;
        let range = article.ranges.get(sentence)?;
        let chunks = &article.chunks[range.start as usize..range.end as usize];
        let own = chunks.partition_point(|c| c.end <= at);
        let relative = chunks[..own.min(chunks.len())]
            .iter()
            .rposition(|c| c.is_finite() || c.kind == ChunkKind::Relative)
            .filter(|&k| chunks[k].kind == ChunkKind::Relative)?;
        let before = chunks[..relative]
            .iter()
            .rposition(|c| c.kind != ChunkKind::Comma)
            .filter(|&k| chunks[k].kind == ChunkKind::Noun)?;
        mention_at(self.mentions, range.start + before as u32).and_then(|m| register.of[m])
    }

    fn taken_up(&self, register: &mut Register<'a>, found: Antecedent, feats: Feats, at: TokenId) {
        let known = &mut register.list[found.entity as usize];
        // A pronoun tells a gender only when nobody else could be meant.
        if found.alone {
            known.learn_gender(feats, Told::Weak);
        }
        known.mentions.push(at..at + 1);
    }

    /// The last entity that agrees with a pronoun: subjects and speakers before others, persons before bodies.
    fn antecedent(
        &self,
        register: &Register<'a>,
        feats: Feats,
        events: &[Event],
        at: TokenId,
        outer: Option<Id>,
        turn: Turn,
    ) -> Option<Antecedent> {
        let place = self.place(at);
        let gender = one_gender(feats);
        let plural = feats.0 & NUMBER == Feats::PLUR;
        let mut best: Option<(usize, Id, usize)> = None;
        let mut walk = Walk::default();
        let mut persons = 0;
        let mut spoken = false;
        let barred = self.antecedent_of_relative(register, at);
        for (index, event) in events.iter().enumerate().rev().take(SIGHT) {
            let known = &register.list[event.entity as usize];
            // « La foule a grondé. Elle … »
            let one_group =
                known.kind == EntityKind::Group && !plural && known.number != Feats::PLUR;
            if Some(event.entity) == barred
                || Some(event.entity) == outer
                || plural && known.is_place()
            {
                continue;
            }
            if !known.fits_gender(gender) || plural != known.is_many() && !one_group {
                continue;
            }
            let Some(mut cost) = walk.cost(event, place) else {
                continue;
            };
            // « a-t-elle ajouté »: whoever spoke last, though others acted since.
            if event.rank == Rank::Speaker {
                if turn == Turn::Same && !spoken {
                    cost = cost.saturating_sub(GOES_ON);
                }
                spoken = true;
            }
            persons += usize::from(known.may_be_person() && !plural);
            if known.gender == 0 && gender != 0 {
                cost += 2;
            }
            if !plural {
                cost += match known.kind {
                    // « … quand une amie les présente. « … », confie-t-elle »: not one met in passing.
                    EntityKind::Person if !known.named && event.rank == Rank::Minor => 1,
                    EntityKind::Person => 0,
                    EntityKind::Anonymous => 1,
                    // « La France hésite. Elle … »
                    EntityKind::Unknown if known.is_place() => {
                        if event.rank >= Rank::Subject {
                            4
                        } else {
                            9
                        }
                    }
                    EntityKind::Unknown => 2,
                    _ => 4,
                };
            }
            if plural {
                // « Les boutiques ont fermé. Ils … »: people rather than houses.
                cost += match known.kind {
                    EntityKind::Organisation | EntityKind::Unknown if !known.named => 1,
                    EntityKind::Document => 5,
                    _ => 0,
                };
            }
            if best.is_none_or(|(c, ..)| cost < c) {
                best = Some((cost, event.entity, index));
            }
        }
        best.map(|(_, entity, event)| Antecedent {
            entity,
            event,
            alone: persons <= 1 && outer.is_none(),
        })
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
    pub(super) fn nearest(&self, register: &mut Register<'a>, mention: &Mention) -> Option<Id> {
        let end = self
            .mentions
            .partition_point(|m| m.tokens.start < mention.tokens.start);
        let gender = one_gender(mention.feats);
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
            None => register.describe(found, &[], Turn::Either).0,
        })
    }

    /// « à leurs yeux », « sa réponse : « … » »: whose.
    pub(super) fn possessor(
        &self,
        register: &mut Register<'a>,
        selected: &Selected,
        events: &[Event],
        outer: Option<Id>,
    ) -> Option<Speaker> {
        let source = self.article.source;
        let cue = selected.candidate.cue.as_ref()?.tokens.clone();
        let at = (cue.start.saturating_sub(1)..cue.end).find(|&t| {
            source.pos(t) == Pos::Det && source.tags[t as usize].feats.has(Feats::POSSESSIVE)
        })?;
        let word = source.word(at).to_lowercase();
        let number = match word.as_str() {
            "leur" | "leurs" => Feats::PLUR,
            "son" | "sa" | "ses" => Feats::SING,
            _ => return None,
        };
        let feats = Feats(number | Feats::MASC | Feats::FEM);
        let entity = self.pronoun(register, feats, events, at, outer, Turn::Either)?;
        Some(Speaker {
            entity: Some(entity),
            mention: Some(source.tokens[at as usize].span),
            resolution: Resolution::Pronoun,
        })
    }
}
