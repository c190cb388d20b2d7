//! « Odile Brun et Luc Maret ont assuré que »: several that speak as one.

use std::ops::Range;

use super::entities::{GENDER, Id, Register};
use super::mention_at;
use crate::chunks::{Chunk, ChunkFlags, ChunkKind};
use crate::entity::EntityKind;
use crate::lexicon::{Feats, NounClass};
use crate::mentions::{Mention, MentionKind};
use crate::tokens::TokenId;

/// How many one coordination may join.
const MEMBERS: usize = 6;

/// Several mentions joined by commas and « et ».
pub(super) struct Coordination {
    pub(super) members: Vec<usize>,
    pub(super) tokens: Range<TokenId>,
}

impl Register<'_> {
    /// The coordination that a mention belongs to, when all of it speaks: its verb stands in the plural, or it follows selon.
    pub(super) fn coordination(&self, m: usize, verb: Option<TokenId>) -> Option<Coordination> {
        let mention = &self.mentions[m];
        let tags = self.article.source.tags;
        let plural = verb.map(|v| {
            let feats = tags[v as usize].feats;
            feats.has(Feats::PLUR) && !feats.has(Feats::SING)
        });
        if plural == Some(false) {
            return None;
        }
        let mut members = vec![m];
        let behind = verb.is_some_and(|v| v < mention.tokens.start);
        let mut end = self.whole_end(mention);
        // « rappellent A, B et C »
        let mut rest = Vec::new();
        let mut at = end;
        let mut closed = false;
        while members.len() + rest.len() < MEMBERS && !closed {
            let Some(joint) = self.beside(mention, at) else {
                break;
            };
            let last = self.is_and(joint);
            if !last && joint.kind != ChunkKind::Comma {
                break;
            }
            let Some(next) = self.joined(mention, at + 1) else {
                break;
            };
            rest.push(next);
            at = self.whole_end(&self.mentions[next]);
            closed = last;
        }
        // « a dit A et B a répondu »: a clause of its own.
        let clause = behind || verb.is_none();
        let runs_on = clause
            && self
                .beside(mention, at)
                .is_some_and(|c| c.is_finite() && c.subject().is_none());
        if closed && !runs_on {
            members.extend(rest);
            end = at;
        }
        let mut start = mention.chunk;
        if members.len() == 1 && !behind {
            // « A, B et C rappellent »: the subject nearest to the verb is the last one.
            let mut at = start;
            let mut before = Vec::new();
            while before.len() < MEMBERS {
                let Some(joint) = at.checked_sub(1).and_then(|b| self.beside(mention, b)) else {
                    break;
                };
                let first = before.is_empty();
                if first && !self.is_and(joint) || !first && joint.kind != ChunkKind::Comma {
                    break;
                }
                let Some(previous) = self.ends_at(mention, at - 1) else {
                    break;
                };
                before.push(previous);
                at = self.mentions[previous].chunk;
            }
            if !before.is_empty() && !self.has_other_prep(&before, m) {
                start = at;
                before.reverse();
                before.extend(members);
                members = before;
            }
        }
        if members.len() < 2 {
            return None;
        }
        let chunks = self.article.chunks;
        Some(Coordination {
            members,
            tokens: chunks[start as usize].first..chunks[end as usize - 1].end,
        })
    }

    /// « selon le maire et le préfet »: the first member has the preposition.
    fn has_other_prep(&self, members: &[usize], m: usize) -> bool {
        let prep = |k: usize| self.article.chunks[self.mentions[k].chunk as usize].prep();
        prep(m).is_some() || members.iter().any(|&k| prep(k).is_some())
    }

    fn is_and(&self, chunk: &Chunk) -> bool {
        chunk.kind == ChunkKind::Coordinator
            && matches!(self.article.source.word(chunk.first), "et" | "&")
    }

    /// Behind a mention with the name that is joined to it: « le ministre | Luc Maret ».
    fn whole_end(&self, mention: &Mention) -> u32 {
        let mut end = mention.chunk_end;
        while let Some(c) = self.beside(mention, end) {
            let joined = c.kind == ChunkKind::Noun
                && c.flags.has(ChunkFlags::JUXTAPOSED)
                && c.flags.has(ChunkFlags::NAME)
                && self.article.chunks[end as usize - 1].end == c.first;
            if !joined {
                break;
            }
            end = mention_at(self.mentions, end).map_or(end + 1, |k| self.mentions[k].chunk_end);
        }
        end
    }

    /// The mention at `at` that a coordination goes on with: a name, or a noun with a determiner, without preposition.
    fn joined(&self, beside: &Mention, at: u32) -> Option<usize> {
        let chunk = self.beside(beside, at)?;
        let m = mention_at(self.mentions, at)?;
        let whole = chunk.kind == ChunkKind::Noun
            && chunk.prep().is_none()
            && (chunk.flags.has(ChunkFlags::DETERMINED) || chunk.flags.has(ChunkFlags::NAME))
            && !chunk.flags.has(ChunkFlags::TIME);
        (whole && self.may_speak(&self.mentions[m])).then_some(m)
    }

    fn may_speak(&self, mention: &Mention) -> bool {
        mention.is_named()
            || mention.kind == MentionKind::Description
                && matches!(
                    mention.class,
                    Some(
                        NounClass::Person
                            | NounClass::Organisation
                            | NounClass::Group
                            | NounClass::Outlet
                            | NounClass::Source
                    )
                )
    }

    /// The mention that ends right before `end`, with its complements and the name joined to it.
    fn ends_at(&self, beside: &Mention, end: u32) -> Option<usize> {
        let last = self.mentions.partition_point(|m| m.chunk < end);
        // « les ministres Odile Brun et Luc Maret »
        let alone = last.checked_sub(1).filter(|&k| {
            let other = &self.mentions[k];
            other.sentence == beside.sentence
                && other.kind == MentionKind::Person
                && k > 0
                && self.mentions[k - 1].sentence == beside.sentence
                && self.mentions[k - 1].is_plural()
        });
        (last.saturating_sub(4)..last)
            .rev()
            .filter(|&k| self.mentions[k].sentence == beside.sentence)
            .find(|&k| {
                let chunk = &self.article.chunks[self.mentions[k].chunk as usize];
                alone == Some(k)
                    || !chunk.flags.has(ChunkFlags::JUXTAPOSED) && chunk.prep().is_none()
            })
            .filter(|&k| self.whole_end(&self.mentions[k]) == end)
            .filter(|&k| self.joined(beside, self.mentions[k].chunk).is_some())
    }

    /// The entity of several that speak as one.
    pub(super) fn group(&mut self, members: Vec<Id>, tokens: Range<TokenId>) -> Id {
        if let Some(&id) = self.by_members.get(&members) {
            return id;
        }
        // One man among them makes them « ils ».
        let genders: Vec<u32> = members
            .iter()
            .map(|&id| self.list[id as usize].gender)
            .collect();
        let feats = if genders.contains(&Feats::MASC) {
            Feats::MASC
        } else if genders.iter().all(|&g| g == Feats::FEM) {
            Feats::FEM
        } else {
            GENDER
        };
        let id = self.add(tokens, EntityKind::Group, Feats(feats | Feats::PLUR), false);
        self.list[id as usize].members = members.clone();
        self.by_members.insert(members, id);
        id
    }
}
