//! The entities of an article, and the keys that lead to them.

use std::collections::HashMap;
use std::ops::Range;

use super::offices::{self, RoleWords};
use crate::attribution::Article;
use crate::chunks::Chunk;
use crate::entity::EntityKind;
use crate::lexicon::{Feats, LemmaId, NounClass, ProperKind, fold};
use crate::mentions::{Mention, MentionKind, slice};
use crate::tokens::TokenId;

pub(super) type Id = u32;

pub(super) const GENDER: u32 = Feats::MASC | Feats::FEM;
pub(super) const NUMBER: u32 = Feats::SING | Feats::PLUR;

/// How many entities that share a key are looked through, the last ones first.
pub(super) const SHARED: usize = 32;

/// What a gender was read from, the surest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Told {
    /// A pronoun that may mean somebody else, a noun in the masculine (« le ministre Odile Brun »).
    Weak,
    /// The given name, or the words of a description.
    Name,
    /// « la philosophe Robin Maret »
    Role,
    /// « Mme Brun »
    Title,
}

/// What is known of an entity while the article is read.
pub(super) struct Known {
    pub(super) name: Range<TokenId>,
    pub(super) kind: EntityKind,
    pub(super) gender: u32,
    /// What tells the gender; the stronger word has it.
    pub(super) told: Told,
    pub(super) number: u32,
    pub(super) roles: Vec<RoleWords>,
    pub(super) mentions: Vec<Range<TokenId>>,
    /// A proper name, not a description.
    pub(super) named: bool,
    /// The name has an article of its own: « La Vigie ».
    pub(super) article: bool,
    /// What the lexicon says the name is.
    pub(super) proper: Option<ProperKind>,
    /// Token of the first mention.
    pub(super) first: TokenId,
    /// How many of the mentions, the first ones in the list, are full names in text order; shorter ones follow in theirs.
    pub(super) full: usize,
    /// Token of the last mention that the reader has met so far.
    pub(super) last: TokenId,
    /// The named entity that this description turned out to mean.
    pub(super) same_as: Option<Id>,
    /// Those that a coordination joins.
    pub(super) members: Vec<Id>,
}

impl Known {
    pub(super) fn is_place(&self) -> bool {
        self.proper == Some(ProperKind::Place)
    }

    /// A named person, or a name that may be one.
    pub(super) fn may_be_person(&self) -> bool {
        self.named
            && self.proper.is_none()
            && matches!(self.kind, EntityKind::Person | EntityKind::Unknown)
    }

    /// The genders can be one: a pronoun or a noun of `gender` may mean the entity.
    pub(super) fn fits_gender(&self, gender: u32) -> bool {
        gender == 0 || self.gender == 0 || self.gender & gender != 0
    }

    pub(super) fn is_many(&self) -> bool {
        self.number == Feats::PLUR || self.kind == EntityKind::Group
    }

    /// Takes over the gender of a form that has one alone, unless something surer told one.
    pub(super) fn learn_gender(&mut self, feats: Feats, told: Told) {
        let gender = feats.0 & GENDER;
        if gender != 0 && gender != GENDER && (self.gender == 0 || told > self.told) {
            self.gender = gender;
            self.told = told;
        }
    }
}

/// The entities and the keys that lead to them.
pub(super) struct Register<'a> {
    pub(super) article: &'a Article<'a>,
    pub(super) mentions: &'a [Mention],
    pub(super) list: Vec<Known>,
    /// The entity of each mention, once known.
    pub(super) of: Vec<Option<Id>>,
    /// The mention stands beside the name that says whom it means.
    pub(super) apposed: Vec<bool>,
    /// The name is there to say who another is (« sa mère, Odile Brun », « des peintres comme Luc Maret »): nobody takes it up.
    pub(super) aside: Vec<bool>,
    pub(super) by_name: HashMap<String, Id>,
    /// Persons by each word of their names.
    pub(super) by_word: HashMap<String, Vec<Id>>,
    /// Bodies by the first word of their names.
    pub(super) by_head: HashMap<String, Vec<Id>>,
    /// Entities by the head noun of a role or description.
    pub(super) by_role: HashMap<LemmaId, Vec<Id>>,
    pub(super) by_description: HashMap<String, Id>,
    /// Coordinations by those they join.
    pub(super) by_members: HashMap<Vec<Id>, Id>,
}

impl<'a> Register<'a> {
    /// Registers every name, then the roles that apposition, juxtaposition and copula give to them.
    pub(super) fn new(article: &'a Article<'a>, mentions: &'a [Mention]) -> Register<'a> {
        let mut register = Register {
            article,
            mentions,
            list: Vec::new(),
            of: vec![None; mentions.len()],
            apposed: vec![false; mentions.len()],
            aside: vec![false; mentions.len()],
            by_name: HashMap::new(),
            by_word: HashMap::new(),
            by_head: HashMap::new(),
            by_role: HashMap::new(),
            by_description: HashMap::new(),
            by_members: HashMap::new(),
        };
        register.names();
        register.roles();
        register
    }

    pub(super) fn key(&self, range: &Range<TokenId>) -> String {
        fold(slice(self.article.source, range))
    }

    pub(super) fn add(
        &mut self,
        name: Range<TokenId>,
        kind: EntityKind,
        feats: Feats,
        named: bool,
    ) -> Id {
        let number = feats.0 & NUMBER;
        let mut known = Known {
            last: name.start,
            first: name.start,
            full: 0,
            name,
            kind,
            gender: 0,
            told: Told::Weak,
            number: if number == NUMBER { 0 } else { number },
            roles: Vec::new(),
            mentions: Vec::new(),
            named,
            article: false,
            proper: None,
            same_as: None,
            members: Vec::new(),
        };
        known.learn_gender(feats, Told::Name);
        self.list.push(known);
        self.list.len() as Id - 1
    }

    /// Notes that a mention is an entity's.
    pub(super) fn meet(&mut self, id: Id, m: usize) {
        let mention = &self.mentions[m];
        self.of[m] = Some(id);
        let told = if mention.titled {
            Told::Title
        } else if mention.kind == MentionKind::Person {
            Told::Name
        } else {
            self.told_by(mention)
        };
        let known = &mut self.list[id as usize];
        known.first = known.first.min(mention.tokens.start);
        known.mentions.push(mention.tokens.clone());
        if mention.titled && known.kind == EntityKind::Unknown {
            known.kind = EntityKind::Person;
        }
        known.learn_gender(mention.feats, told);
    }

    /// How surely a noun tells the gender of whom it is said: the feminine of « la directrice » does, that of « la victime » and
    /// the masculine do not.
    fn told_by(&self, mention: &Mention) -> Told {
        let feminine = mention.feats.0 & GENDER == Feats::FEM;
        let person = mention.class == Some(NounClass::Person);
        let lemma = self.article.source.lemma_text(mention.lemma);
        if feminine && person && !offices::is_feminine_for_all(lemma) {
            Told::Role
        } else {
            Told::Weak
        }
    }

    /// Notes that a mention says what an entity is.
    pub(super) fn give_role(&mut self, id: Id, m: usize) {
        let mention = &self.mentions[m];
        self.of[m] = Some(id);
        self.apposed[m] = true;
        let role = offices::role(self.article.source, mention);
        let lemma = role.lemma;
        let told = self.told_by(mention);
        let known = &mut self.list[id as usize];
        known.roles.push(role);
        known.learn_gender(mention.feats, told);
        if known.kind == EntityKind::Unknown {
            // « le constructeur Ferrovia »: a maker is a firm where a name alone follows.
            let firm = super::describe::is_generic(self.article.source.lemma_text(lemma));
            known.kind = if firm {
                EntityKind::Organisation
            } else {
                kind_of(mention)
            };
        }
        if let Some(lemma) = lemma {
            let ids = self.by_role.entry(lemma).or_default();
            if ids.last() != Some(&id) {
                ids.push(id);
            }
        }
    }

    /// The entity that `id` turned out to be.
    pub(super) fn settled(&self, id: Id) -> Id {
        self.list[id as usize].same_as.unwrap_or(id)
    }

    /// A description and a name turn out to mean the same: what led to the one leads to the other.
    pub(super) fn merge(&mut self, description: Id, named: Id) {
        let old = &mut self.list[description as usize];
        old.same_as = Some(named);
        let roles = std::mem::take(&mut old.roles);
        let mentions = std::mem::take(&mut old.mentions);
        let (gender, told, first) = (old.gender, old.told, old.first);
        for role in &roles {
            if let Some(lemma) = role.lemma {
                self.by_role.entry(lemma).or_default().push(named);
            }
        }
        let known = &mut self.list[named as usize];
        known.first = known.first.min(first);
        known.roles.extend(roles);
        known.mentions.extend(mentions);
        known.learn_gender(Feats(gender), told.min(Told::Role));
    }

    /// Puts the mentions of each entity in text order, once all are known.
    pub(super) fn sort_mentions(&mut self) {
        for known in &mut self.list {
            known.mentions.sort_by_key(|m| m.start);
        }
    }

    /// The named person whom the article mentions most.
    pub(super) fn protagonist(&self) -> Option<Id> {
        (0..self.list.len() as Id)
            .filter(|&id| {
                let known = &self.list[id as usize];
                known.kind == EntityKind::Person && known.named && known.same_as.is_none()
            })
            .max_by_key(|&id| (self.list[id as usize].mentions.len(), std::cmp::Reverse(id)))
    }

    /// The reader has come to a mention of the entity at `at`.
    pub(super) fn touch(&mut self, id: Id, at: TokenId) {
        let known = &mut self.list[id as usize];
        known.last = known.last.max(at);
    }

    /// The chunk `at` if it belongs to the same sentence as `m`.
    pub(super) fn beside(&self, m: &Mention, at: u32) -> Option<&Chunk> {
        let range = &self.article.ranges[m.sentence as usize];
        range
            .contains(&at)
            .then(|| self.article.chunks.get(at as usize))
            .flatten()
    }
}

/// What a description's noun says of what it names.
pub(super) fn kind_of(mention: &Mention) -> EntityKind {
    match mention.class {
        Some(NounClass::Person) if mention.is_plural() => EntityKind::Group,
        Some(NounClass::Person) => EntityKind::Person,
        Some(NounClass::Group) => EntityKind::Group,
        Some(NounClass::Organisation | NounClass::Outlet) => EntityKind::Organisation,
        Some(NounClass::Document | NounClass::Medium) => EntityKind::Document,
        Some(NounClass::Source) => EntityKind::Anonymous,
        // certains, d'autres, plusieurs
        _ if mention.kind == crate::mentions::MentionKind::Pronoun && mention.is_plural() => {
            EntityKind::Group
        }
        _ => EntityKind::Unknown,
    }
}

/// The gender of a form that has one alone.
pub(super) fn one_gender(feats: Feats) -> u32 {
    match feats.0 & GENDER {
        GENDER => 0,
        gender => gender,
    }
}
