//! The entities that speak, as the document gives them.

use std::collections::HashMap;
use std::ops::Range;

use super::entities::{Id, Register};
use crate::claim::{Attribution, Claim};
use crate::entity::{Entity, EntityId, EntityKind, Gender, Number, Role};
use crate::lexicon::Feats;
use crate::mentions::slice;
use crate::span::Span;
use crate::tokens::TokenId;

impl Register<'_> {
    /// Claims and the entities that speak in them, renumbered in text order.
    pub(super) fn finish(self, mut claims: Vec<Claim>) -> (Vec<Claim>, Vec<Entity>) {
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
        let span = |range: &Range<TokenId>| {
            source.tokens[range.start as usize]
                .span
                .to(source.tokens[range.end as usize - 1].span)
        };
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
                name: self.written(&known.name),
                kind: known.kind,
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
        (claims, entities)
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
