//! Who is in the reader's mind at each place: speakers, subjects, and whoever else was named, the last one foremost.

use std::cell::Cell;
use std::ops::Range;

use super::echoes::{self, Echo};
use super::entities::{GENDER, Id, Known, NUMBER, Register, Told, one_gender};
use super::groups::Coordination;
use super::offices;
use super::subjects::{is_subject, is_subordinate, is_theme, personal_clitic, verb_behind};
use super::{Speaker, is_personal, mention_at};
use crate::attribution::{Article, CueLemma, SpeakerTokens};
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::claim::Resolution;
use crate::entity::EntityKind;
use crate::lexicon::{Feats, NounClass, Pos};
use crate::mentions::{Mention, MentionKind};
use crate::select::Selected;
use crate::tokens::{TokenId, TokenKind, bare_clitic};

/// After how many answers it is settled whom an interview is with.
const ANSWERS: usize = 64;

/// How many of the last events a pronoun or a description looks through; what lies further back is never looked at again.
pub(super) const SIGHT: usize = 32;

pub(super) struct Focus<'a> {
    article: &'a Article<'a>,
    mentions: &'a [Mention],
    /// Mentions and claims in the order in which a reader meets them.
    steps: Vec<Step>,
    /// For each claim the genders of the pronouns that speak inside it: « Il disait que », said by somebody else.
    told: Vec<u32>,
    /// How many answers have been met, and whom the interview was with at the last one.
    interviewed: Cell<(usize, Option<Id>)>,
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
struct Thing {
    gender: u32,
    plural: bool,
    sentence: u32,
    /// How many events there were before it.
    events: usize,
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
            return Some(register.describe(m, events, Turn::Either).0);
        }
        None
    }

    fn speaker(
        &self,
        register: &mut Register<'a>,
        selected: &Selected,
        events: &[Event],
        outer: Option<Id>,
        told: u32,
    ) -> Speaker {
        match &selected.candidate.speaker {
            SpeakerTokens::Nobody => Speaker::NOBODY,
            // An answer that nobody is named beside: whom the interview is with.
            SpeakerTokens::Carried if selected.candidate.rule == "turn" => Speaker {
                entity: self.interviewed(register, selected.candidate.content[0].start),
                ..Speaker::NOBODY
            },
            SpeakerTokens::Carried => self
                .signed(register, selected, events)
                .or_else(|| self.possessor(register, selected, events, outer))
                .unwrap_or_else(|| Speaker {
                    entity: self.carried(register, selected, events, told),
                    ..Speaker::NOBODY
                }),
            SpeakerTokens::Clitic(token) => {
                let turn = Turn::of(self.article, selected);
                if self.is_impersonal(selected, *token) {
                    return Speaker {
                        mention: Some(bare_span(self.article, *token)),
                        ..Speaker::NOBODY
                    };
                }
                let speaker = self.clitic(register, *token, events, outer, turn);
                let passing = |id| {
                    events
                        .iter()
                        .rev()
                        .take(SIGHT)
                        .all(|e| e.entity != id || e.rank < Rank::Subject)
                };
                match self
                    .announcer(selected, *token)
                    .filter(|_| speaker.entity.is_none_or(passing))
                {
                    Some(m) => Speaker {
                        entity: Some(match register.of[m] {
                            Some(id) => id,
                            None => register.describe(m, events, Turn::Either).0,
                        }),
                        ..speaker
                    },
                    None => speaker,
                }
            }
            SpeakerTokens::Group { tokens, chunk } => {
                let speaker = self.group(
                    register,
                    tokens,
                    *chunk,
                    events,
                    outer,
                    Turn::of(self.article, selected),
                );
                self.together(register, selected, *chunk, events)
                    .unwrap_or(speaker)
            }
        }
    }

    /// Whom the interview is with, as far as the text before an answer tells.
    fn interviewed(&self, register: &Register<'_>, before: TokenId) -> Option<Id> {
        let (answers, known) = self.interviewed.get();
        if answers == ANSWERS {
            return known;
        }
        let found = interviewed(register, before);
        self.interviewed.set((answers + 1, found));
        found
    }

    /// « a-t-elle dit », « il a dit »
    fn clitic(
        &self,
        register: &mut Register<'a>,
        token: TokenId,
        events: &[Event],
        outer: Option<Id>,
        turn: Turn,
    ) -> Speaker {
        let source = self.article.source;
        let bare = bare_clitic(source.word(token));
        let feats = source.tags[token as usize].feats;
        let entity = if bare.eq_ignore_ascii_case("on") {
            None
        } else {
            self.pronoun(register, feats, events, token, outer, turn)
        };
        Speaker {
            entity,
            mention: Some(bare_span(self.article, token)),
            resolution: Resolution::Pronoun,
        }
    }

    /// « …, est-il écrit sur l'affiche »: nobody.
    fn is_impersonal(&self, selected: &Selected, clitic: TokenId) -> bool {
        let source = self.article.source;
        let il = bare_clitic(source.word(clitic)).eq_ignore_ascii_case("il");
        let cue = selected.candidate.cue.as_ref().map(|cue| cue.tokens.start);
        il && selected.candidate.rule.starts_with("incise")
            && cue.is_some_and(|at| {
                let chunks = self.article.chunks;
                let k = chunks.partition_point(|c| c.end <= at);
                chunks
                    .get(k)
                    .is_some_and(|c| c.kind == ChunkKind::Verb && c.flags.has(ChunkFlags::PASSIVE))
            })
    }

    /// « La banque fermera ses guichets, annonce-t-elle »: a body that is the subject of the words reported is theirs who speaks, when
    /// nobody else is in mind.
    fn announcer(&self, selected: &Selected, clitic: TokenId) -> Option<usize> {
        let candidate = &selected.candidate;
        if candidate.rule != "incise" || candidate.quotation.is_some() {
            return None;
        }
        let content = candidate.content.first()?;
        let feats = self.article.source.tags[clitic as usize].feats;
        let gender = one_gender(feats);
        let first = self
            .mentions
            .partition_point(|m| m.tokens.start < content.start);
        (first..self.mentions.len())
            .take_while(|&m| self.mentions[m].tokens.end <= content.end)
            .take(ANNOUNCER)
            .find(|&m| is_subject(self.article, &self.mentions[m]))
            .filter(|&m| {
                let mention = &self.mentions[m];
                let own = one_gender(mention.feats);
                mention.class == Some(NounClass::Organisation)
                    && mention.is_definite()
                    && (own == 0 || gender == 0 || own == gender)
                    && mention.is_plural() == (feats.0 & NUMBER == Feats::PLUR)
            })
    }

    /// « rappellent Odile Brun et Luc Maret »
    fn together(
        &self,
        register: &mut Register<'a>,
        selected: &Selected,
        chunk: u32,
        events: &[Event],
    ) -> Option<Speaker> {
        let m = mention_at(self.mentions, chunk)?;
        let mention = &self.mentions[m];
        let source = self.article.source;
        let candidate = &selected.candidate;
        let cue = candidate.cue.as_ref().map(|cue| cue.tokens.clone());
        let verb = cue
            .clone()
            .and_then(|mut cue| cue.find(|&t| source.tags[t as usize].is_finite_verb()));
        // Without a finite verb the preposition joins them: « selon A et B ».
        let preposition = verb.is_none()
            && cue.is_some_and(|cue| source.tags[cue.start as usize].pos == Pos::Prep);
        if verb.is_none() && !preposition {
            return None;
        }
        let found = register.coordination(m, verb)?;
        let entity = self.joint(register, &found, events)?;
        let resolution = if mention.is_named() {
            Resolution::Name
        } else {
            Resolution::Description
        };
        register.list[entity as usize]
            .mentions
            .push(found.tokens.clone());
        Some(Speaker {
            entity: Some(entity),
            mention: Some(source.span(&found.tokens)),
            resolution,
        })
    }

    /// The entity of a coordination, once it is known who its members are.
    fn joint(
        &self,
        register: &mut Register<'a>,
        found: &Coordination,
        events: &[Event],
    ) -> Option<Id> {
        let mut members = Vec::with_capacity(found.members.len());
        for &m in &found.members {
            let id = match register.of[m] {
                Some(id) => id,
                None if self.mentions[m].kind == MentionKind::Description => {
                    register.describe(m, events, Turn::Either).0
                }
                None => return None,
            };
            members.push(register.settled(id));
        }
        Some(register.group(members, found.tokens.clone()))
    }

    fn group(
        &self,
        register: &mut Register<'a>,
        tokens: &Range<TokenId>,
        chunk: u32,
        events: &[Event],
        outer: Option<Id>,
        turn: Turn,
    ) -> Speaker {
        let source = self.article.source;
        let mut speaker = Speaker {
            entity: None,
            mention: Some(source.span(tokens)),
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
            // « …, dit celle qui dirige le port »
            _ if self.is_last_one(mention)
                && self.has_relative(mention)
                && !mention.is_plural() =>
            {
                let id = self.pronoun(register, mention.feats, events, tokens.start, outer, turn);
                (id, Resolution::Pronoun)
            }
            _ if self.is_last_one(mention) && !self.has_relative(mention) => {
                (self.nearest(register, mention), Resolution::Pronoun)
            }
            MentionKind::Description => {
                let (id, resolution) = register.describe(m, events, turn);
                (Some(id), resolution)
            }
            MentionKind::Pronoun => {
                let word = source.word(mention.tokens.start);
                let lower = word.to_lowercase();
                if matches!(lower.as_str(), "ça" | "cela" | "ceci") {
                    return Speaker {
                        entity: None,
                        ..speaker
                    };
                }
                if is_personal(mention, word) {
                    let id =
                        self.pronoun(register, mention.feats, events, tokens.start, outer, turn);
                    (id, Resolution::Pronoun)
                } else if mention.feats.has(Feats::P1 | Feats::P2) {
                    (None, Resolution::FirstPerson)
                } else {
                    let (id, resolution) = register.describe(m, events, turn);
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

    /// « celui qui », « celle dont »
    fn has_relative(&self, mention: &Mention) -> bool {
        mention.kind == MentionKind::Pronoun
            && self
                .article
                .chunks
                .get(mention.chunk as usize + 1)
                .is_some_and(|c| c.kind == ChunkKind::Relative)
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

    /// Whom the subject pronoun of a clause of the author's stands for, unless a thing comes before.
    fn subject(
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
    fn pronoun(
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
    fn nearest(&self, register: &mut Register<'a>, mention: &Mention) -> Option<Id> {
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
    fn possessor(
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

    /// A quotation alone on its line, and under it a name: « Ida Rosset, fleuriste à Fréval ».
    fn signed(
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
    fn carried(
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
    fn echoes(&self, register: &mut Register<'a>, selected: &[Selected], speakers: &mut [Speaker]) {
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

/// How many mentions of reported words are looked through for their subject.
const ANNOUNCER: usize = 6;

/// The clitic without its hyphens: « il » of « -t-il ».
fn bare_span(article: &Article<'_>, clitic: TokenId) -> crate::Span {
    let span = article.source.tokens[clitic as usize].span;
    let bare = bare_clitic(article.source.word(clitic));
    crate::Span::new(span.end() - bare.len(), span.end())
}

/// How much nearer the last speaker is to the pronoun of a cue that goes on.
const GOES_ON: usize = 3;

/// Tokens that the line under a quotation may hold.
const SIGNATURE: usize = 16;

/// The blocks that a headline and its deck take up.
const HEAD: u32 = 2;

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
    fn of(article: &Article<'_>, selected: &Selected) -> Turn {
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

/// Whom a pronoun stands for.
#[derive(Clone, Copy)]
struct Antecedent {
    entity: Id,
    /// The event that brought it to mind.
    event: usize,
    /// No other person agrees.
    alone: bool,
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

/// Speakers that turned out to be others are those.
fn settle(register: &Register<'_>, speakers: &mut [Speaker]) {
    for speaker in speakers {
        speaker.entity = speaker.entity.map(|id| register.settled(id));
    }
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
