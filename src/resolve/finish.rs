//! The entities that speak, as the document gives them.

use std::collections::HashMap;
use std::ops::Range;

use super::entities::{Id, Known, Register};
use crate::claim::{Attribution, Claim, Kind};
use crate::entity::{Entity, EntityId, EntityKind, Gender, Number, Role};
use crate::lexicon::Feats;
use crate::mentions::slice;
use crate::select::Selected;
use crate::span::Span;
use crate::tokens::{TokenId, TokenKind};

impl Register<'_> {
    /// Claims and the entities that speak in them, renumbered in text order.
    pub(super) fn finish(
        self,
        mut claims: Vec<Claim>,
        selected: &[Selected],
    ) -> (Vec<Claim>, Vec<Entity>) {
        let mut used: Vec<Id> = claims
            .iter()
            .filter_map(|c| c.attribution.entity().map(|e| e.0))
            .collect();
        used.sort_unstable();
        used.dedup();
        let source = self.article.source;
        let first = |id: Id| {
            self.list[id as usize]
                .mentions
                .iter()
                .map(|m| m.start)
                .min()
                .unwrap_or(self.list[id as usize].name.start)
        };
        used.sort_by_key(|&id| (first(id), id));
        let mut number = HashMap::with_capacity(used.len());
        let span = |range: &Range<TokenId>| source.span(range);
        let mut entities = Vec::with_capacity(used.len());
        for (index, &id) in used.iter().enumerate() {
            number.insert(id, index as u32);
            let known = &self.list[id as usize];
            let mut mentions: Vec<Span> = known.mentions.iter().map(span).collect();
            mentions.sort_unstable();
            mentions.dedup();
            let mut roles: Vec<Role> = if known.named {
                known
                    .roles
                    .iter()
                    // A party alone (« Odile Brun (PS) ») is no function.
                    .filter(|r| r.lemma.is_some() || r.tokens.len() > 1 || r.words.is_empty())
                    .map(|r| Role {
                        span: span(&r.tokens),
                    })
                    .collect()
            } else {
                Vec::new()
            };
            roles.sort_by_key(|r| r.span);
            roles.dedup();
            entities.push(Entity {
                id: EntityId(index as u32),
                name: self.called(known),
                // « Londres hésite »: whoever rules there.
                kind: if known.kind == EntityKind::Unknown && known.is_place() {
                    EntityKind::Organisation
                } else {
                    known.kind
                },
                gender: match known.gender {
                    Feats::MASC => Gender::Masculine,
                    Feats::FEM => Gender::Feminine,
                    _ => Gender::Unknown,
                },
                number: match known.number {
                    Feats::SING => Number::Singular,
                    Feats::PLUR => Number::Plural,
                    _ if known.kind == EntityKind::Person => Number::Singular,
                    _ => Number::Unknown,
                },
                roles,
                mentions,
                claims: Vec::new(),
                words_quoted: 0,
                external_id: None,
            });
        }
        for claim in &mut claims {
            match &mut claim.attribution {
                Attribution::Resolved { entity, .. } | Attribution::CarriedOver { entity } => {
                    entity.0 = number[&entity.0]
                }
                Attribution::Mention { .. } | Attribution::Nobody => {}
            }
        }
        self.profiles(&claims, selected, &mut entities);
        (claims, entities)
    }

    /// Gives each entity its claims and counts the words that it is quoted with.
    fn profiles(&self, claims: &[Claim], selected: &[Selected], entities: &mut [Entity]) {
        let source = self.article.source;
        let quotations = &source.marks.quotations;
        for (claim, s) in claims.iter().zip(selected) {
            let Some(id) = claim.attribution.entity() else {
                continue;
            };
            let entity = &mut entities[id.index()];
            entity.claims.push(claim.id);
            let inside = claim
                .parent
                .is_some_and(|outer| claims[outer.index()].attribution.entity() == Some(id));
            if inside || claim.kind == Kind::Indirect {
                continue;
            }
            let word = |t: &TokenId| source.tokens[*t as usize].kind == TokenKind::Word;
            let mut words = 0;
            for part in &s.candidate.content {
                if claim.kind == Kind::Direct {
                    words += part.clone().filter(word).count();
                    continue;
                }
                // Quotations inside a quotation are counted with it.
                let mut reach = part.start;
                let first = quotations.partition_point(|q| q.first < part.start);
                for q in quotations[first..]
                    .iter()
                    .take_while(|q| q.first < part.end)
                {
                    let from = q.first.max(reach);
                    let to = q.last.min(part.end);
                    words += (from..to.max(from)).filter(word).count();
                    reach = reach.max(to);
                }
            }
            entity.words_quoted += words as u32;
        }
    }

    /// The name as the article writes it, with the article that belongs to it where that is known: « au Monde » is Le Monde.
    fn called(&self, known: &Known) -> String {
        let written = self.written(&self.bare(known));
        let full = known
            .proper
            .and_then(|_| self.article.source.lexicon.proper(&written))
            .filter(|full| {
                let article = full.name.strip_suffix(written.as_str());
                article.is_some_and(|a| matches!(a, "Le " | "La " | "Les " | "L'"))
            });
        match full {
            Some(full) => full.name.to_string(),
            None => written,
        }
    }

    /// « auprès d'une source »: a description without the preposition before it.
    fn bare(&self, known: &Known) -> Range<TokenId> {
        let name = known.name.clone();
        let word = self.article.source.word(name.start);
        // « d'aucuns », « d'autres riverains » keep theirs.
        let determined = name.len() > 1
            && ["un", "une", "la", "l'", "l’"].contains(&self.article.source.word(name.start + 1))
            && ["d'", "d’", "de"]
                .iter()
                .any(|p| word.eq_ignore_ascii_case(p));
        let preposition = determined || word == "du";
        if preposition && !known.named && name.len() > 1 {
            name.start + 1..name.end
        } else {
            name
        }
    }

    /// The words of a name: marks around all of it are left out (« les "cirés" »), and one that the name cuts off is taken in.
    fn written(&self, name: &Range<TokenId>) -> String {
        let source = self.article.source;
        let quotations = &source.marks.quotations;
        let first = quotations.partition_point(|q| q.first < name.start);
        let Some(q) = quotations
            .get(first)
            .filter(|q| q.first < name.end && q.opened && q.closed && q.last + 1 >= name.end)
        else {
            return slice(source, name).to_owned();
        };
        if q.first > name.start + 1 || q.last > name.end {
            let end = name.end + TokenId::from(q.last == name.end);
            return slice(source, &(name.start..end)).to_owned();
        }
        let content = slice(source, &(q.first + 1..q.last));
        if q.first == name.start {
            content.to_owned()
        } else {
            format!("{} {content}", source.word(name.start))
        }
    }
}
