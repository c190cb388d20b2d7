//! Whom the speaker that a rule has found stands for.

use super::entities::{Id, NUMBER, Register, one_gender};
use super::focus::{Event, Focus, Rank, SIGHT, Turn};
use super::groups::Coordination;
use super::subjects::is_subject;
use super::{Speaker, is_personal, mention_at};
use crate::attribution::{Article, SpeakerTokens};
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::claim::Resolution;
use crate::lexicon::{Feats, NounClass, Pos};
use crate::mentions::{Mention, MentionKind};
use crate::select::Selected;
use crate::tokens::{TokenId, bare_clitic};
use std::ops::Range;

/// How many mentions of reported words are looked through for their subject.
const ANNOUNCER: usize = 6;

impl<'a> Focus<'a> {
    pub(super) fn speaker(
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

    /// « a-t-elle dit », « il a dit »
    pub(super) fn clitic(
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
    pub(super) fn joint(
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

    pub(super) fn group(
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
}

/// The clitic without its hyphens: « il » of « -t-il ».
fn bare_span(article: &Article<'_>, clitic: TokenId) -> crate::Span {
    let span = article.source.tokens[clitic as usize].span;
    let bare = bare_clitic(article.source.word(clitic));
    crate::Span::new(span.end() - bare.len(), span.end())
}
