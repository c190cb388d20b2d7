//! Who is in the reader's mind at each place: speakers, subjects, and whoever else was named, the last one foremost.

use std::cell::Cell;
use std::ops::Range;

use super::Speaker;
use super::entities::{Id, Register, one_gender};
use super::offices;
use super::subjects::{is_subject, is_subordinate, is_theme, personal_clitic, verb_behind};
use crate::attribution::{Article, CueLemma, SpeakerTokens};
use crate::chunks::ChunkFlags;
use crate::entity::EntityKind;
use crate::lexicon::NounClass;
use crate::mentions::{Mention, MentionKind};
use crate::select::Selected;
use crate::tokens::TokenId;

/// How many of the last events a pronoun or a description looks through; what lies further back is never looked at again.
pub(super) const SIGHT: usize = 32;

pub(super) struct Focus<'a> {
    pub(super) article: &'a Article<'a>,
    pub(super) mentions: &'a [Mention],
    /// Mentions and claims in the order in which a reader meets them.
    steps: Vec<Step>,
    /// For each claim the genders of the pronouns that speak inside it: « Il disait que », said by somebody else.
    told: Vec<u32>,
    /// How many answers have been met, and whom the interview was with at the last one.
    pub(super) interviewed: Cell<(usize, Option<Id>)>,
}

#[derive(Clone, Copy)]
enum What {
    Mention(u32, Rank),
    /// A subject that nobody can be: « le pont ».
    Thing(u32),
    /// A subject clitic of the author's own.
    Clitic(TokenId),
    Claim(u32),
}

#[derive(Clone, Copy)]
struct Step {
    at: TokenId,
    what: What,
}

/// How an entity came to mind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// Named in another place of the sentence.
    Other,
    /// The subject of a clause that hangs on another.
    Minor,
    Subject,
    Speaker,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Event {
    pub(super) entity: Id,
    pub(super) rank: Rank,
    pub(super) place: Place,
}

/// A subject that is nobody, as far as the noun tells.
pub(super) struct Thing {
    pub(super) gender: u32,
    pub(super) plural: bool,
    pub(super) sentence: u32,
    /// How many events there were before it.
    pub(super) events: usize,
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
    /// Nobody has spoken or acted since.
    pub(super) fn is_fresh(&self) -> bool {
        self.passed == 0
    }

    /// What it costs to take up the entity of `event` at `place`; nothing when it was met nearer in as good a place.
    pub(super) fn cost(&mut self, event: &Event, place: Place) -> Option<usize> {
        let foremost = event.rank >= Rank::Subject;
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
            Rank::Minor => 2,
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
            let rank = if inside || !(is_subject(article, mention) || is_theme(article, mention)) {
                Rank::Other
            } else if is_subordinate(article, mention) {
                Rank::Minor
            } else {
                Rank::Subject
            };
            if mention.is_named() || rank != Rank::Other && may_hold(mention) {
                steps.push(Step {
                    at: mention.tokens.start,
                    what: What::Mention(m as u32, rank),
                });
            } else if rank == Rank::Subject {
                steps.push(Step {
                    at: mention.tokens.start,
                    what: What::Thing(m as u32),
                });
            }
        }
        clitics(article, &covered, selected, &mut steps);
        let mut reached: Vec<TokenId> = Vec::with_capacity(selected.len());
        let mut told = vec![0; selected.len()];
        for (c, s) in selected.iter().enumerate() {
            let at = match &s.candidate.speaker {
                SpeakerTokens::Group { tokens, .. } => tokens.start,
                SpeakerTokens::Clitic(token) => *token,
                SpeakerTokens::Carried | SpeakerTokens::Nobody => s.candidate.content[0].start,
            };
            // What is quoted inside a quotation is understood once it is known who speaks.
            let outer = s.parent.filter(|_| {
                article.sentences[s.candidate.sentence as usize]
                    .level
                    .is_some()
            });
            if let (Some(outer), SpeakerTokens::Clitic(token)) = (outer, &s.candidate.speaker) {
                told[outer as usize] |= one_gender(article.source.tags[*token as usize].feats);
            }
            let at = outer.map_or(at, |outer| at.max(reached[outer as usize]));
            reached.push(at);
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
            told,
            interviewed: Cell::new((0, None)),
        }
    }

    /// Goes through the article and settles who speaks in each claim.
    pub(super) fn run(&self, register: &mut Register<'a>, selected: &[Selected]) -> Vec<Speaker> {
        let mut speakers = vec![Speaker::NOBODY; selected.len()];
        let mut events: Vec<Event> = Vec::new();
        let mut waiting: Vec<u32> = Vec::new();
        let mut thing: Option<Thing> = None;
        for step in &self.steps {
            let mut turn = Turn::Either;
            let event = match step.what {
                What::Mention(m, rank) if rank != Rank::Other || !register.aside[m as usize] => {
                    let own = self.entity_of(register, m as usize, &events);
                    let joint = own.filter(|_| rank != Rank::Other).and_then(|_| {
                        let verb = verb_behind(self.article, &self.mentions[m as usize])?;
                        let found = register.coordination(m as usize, Some(verb))?;
                        self.joint(register, &found, &events)
                    });
                    joint.or(own).map(|entity| (entity, rank))
                }
                What::Mention(..) => None,
                What::Thing(m) => {
                    let mention = &self.mentions[m as usize];
                    thing = Some(Thing {
                        gender: one_gender(mention.feats),
                        plural: mention.is_plural(),
                        sentence: mention.sentence,
                        events: events.len(),
                    });
                    None
                }
                What::Clitic(token) => self
                    .subject(register, token, &events, &mut thing)
                    .map(|entity| (entity, Rank::Subject)),
                What::Claim(claim) => {
                    let s = &selected[claim as usize];
                    // « Il m'a dit que non », says she: not of herself.
                    let outer = s
                        .parent
                        .filter(|_| !self.is_author(s))
                        .and_then(|outer| speakers[outer as usize].entity);
                    let told = self.told[claim as usize];
                    turn = Turn::of(self.article, s);
                    let speaker = self.speaker(register, s, &events, outer, told);
                    if speaker.entity.is_none() && s.candidate.speaker == SpeakerTokens::Carried {
                        waiting.push(claim);
                    }
                    speakers[claim as usize] = speaker;
                    // What somebody says that others say does not make those the ones that speak on.
                    let own = s.parent.is_none() && self.is_author(s);
                    speaker.entity.filter(|_| own).map(|entity| {
                        for w in waiting.drain(..) {
                            speakers[w as usize].entity = Some(entity);
                        }
                        (entity, Rank::Speaker)
                    })
                }
            };
            if let Some((entity, rank)) = event {
                let entity = register.settled(entity);
                if rank >= Rank::Subject {
                    self.name_at_last(register, entity, step.at, &mut events, turn);
                }
                register.touch(entity, step.at);
                let place = self.place(step.at);
                // Whoever speaks with others may speak on alone.
                for &member in &register.list[entity as usize].members {
                    events.push(Event {
                        entity: register.settled(member),
                        rank: Rank::Other,
                        place,
                    });
                }
                events.push(Event {
                    entity,
                    rank,
                    place,
                });
            }
        }
        settle(register, &mut speakers);
        self.echoes(register, selected, &mut speakers);
        settle(register, &mut speakers);
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
        turn: Turn,
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
            if event.rank < Rank::Subject || event.entity == entity {
                continue;
            }
            if other.named && other.kind == EntityKind::Person {
                return;
            }
            let same = turn == Turn::Same && event.rank == Rank::Speaker;
            // The President of the Republic may stay without a name.
            let supreme = other.roles.iter().take(4).any(|r| {
                r.lemma
                    .is_some_and(|l| offices::is_supreme(self.article.source, l))
            });
            if other.kind == EntityKind::Person
                && !other.is_many()
                && (!supreme || same)
                && other.fits_gender(gender)
            {
                // « a dit jeudi le ministre. « … », a ajouté Luc Maret. »
                found = (same || register.is_topic(event.entity, 2)).then_some(event.entity);
                break;
            }
        }
        let Some(description) = found else {
            return;
        };
        register.merge(description, entity);
        for event in events.iter_mut().rev().take(SIGHT) {
            if event.entity == description {
                event.entity = entity;
            }
        }
    }

    /// The author reports, not somebody who is quoted. An incise inside the marks is the author's.
    fn is_author(&self, selected: &Selected) -> bool {
        let candidate = &selected.candidate;
        let outermost = candidate.quotation.is_some_and(|q| {
            self.article.source.marks.quotations[q as usize]
                .parent
                .is_none()
        });
        outermost
            || self.article.sentences[candidate.sentence as usize]
                .level
                .is_none()
    }

    /// The place of a token.
    pub(super) fn place(&self, at: TokenId) -> Place {
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
            return Some(register.describe(m, events, Turn::Either).0);
        }
        None
    }
}

/// What a cue says of who spoke before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// « poursuit le maire »: the same.
    Same,
    /// « répond le maire »: somebody else.
    Other,
    Either,
}

impl Turn {
    pub(super) fn of(article: &Article<'_>, selected: &Selected) -> Turn {
        let cue = selected.candidate.cue.as_ref();
        match cue.map(|cue| cue.lemma) {
            Some(CueLemma::Lexicon(lemma)) => match &*article.source.lexicon.lemma(lemma).text {
                "poursuivre" | "ajouter" | "continuer" | "conclure" | "reprendre" | "enchaîner"
                | "terminer" | "achever" | "compléter" | "rajouter" => Turn::Same,
                "répondre" | "répliquer" | "rétorquer" | "riposter" | "objecter" | "renchérir"
                | "abonder" | "surenchérir" | "acquiescer" | "approuver" => Turn::Other,
                _ => Turn::Either,
            },
            _ => Turn::Either,
        }
    }
}

/// Adds the subject clitics of the author's own clauses, but for those that speak in a claim.
fn clitics(
    article: &Article<'_>,
    covered: &[Range<TokenId>],
    selected: &[Selected],
    steps: &mut Vec<Step>,
) {
    let mut speaking: Vec<TokenId> = selected
        .iter()
        .filter_map(|s| match s.candidate.speaker {
            SpeakerTokens::Clitic(token) => Some(token),
            _ => None,
        })
        .collect();
    speaking.sort_unstable();
    let mut reach = 0;
    let mut next = 0;
    for (index, sentence) in article.sentences.iter().enumerate() {
        if sentence.level.is_some() {
            continue;
        }
        for at in article.ranges[index].clone() {
            let chunk = &article.chunks[at as usize];
            while next < covered.len() && covered[next].start <= chunk.first {
                reach = reach.max(covered[next].end);
                next += 1;
            }
            if !chunk.is_finite() || chunk.first < reach {
                continue;
            }
            if let Some(token) = personal_clitic(article, index as u32, at)
                .filter(|t| speaking.binary_search(t).is_err())
            {
                steps.push(Step {
                    at: token,
                    what: What::Clitic(token),
                });
            }
        }
    }
}

/// A description may be somebody, not only a thing.
fn may_hold(mention: &Mention) -> bool {
    mention.kind == MentionKind::Description && names_a_holder(mention)
}

/// The noun says somebody or something that may speak.
pub(super) fn names_a_holder(mention: &Mention) -> bool {
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

/// Speakers that turned out to be others are those.
fn settle(register: &Register<'_>, speakers: &mut [Speaker]) {
    for speaker in speakers {
        speaker.entity = speaker.entity.map(|id| register.settled(id));
    }
}
