//! The entities of an article, and the names, roles and descriptions that lead to them.

use std::collections::HashMap;

use super::{mention_at, speaks_by_name};
use crate::attribution::Article;
use crate::chunks::{Chunk, ChunkFlags, ChunkKind};
use crate::claim::{Attribution, Claim, Resolution};
use crate::entity::{Entity, EntityId, EntityKind, Gender, Number, Role};
use crate::lexicon::{Feats, LemmaId, NounClass, Pos, ProperKind, fold};
use crate::mentions::{Mention, MentionKind, slice};
use crate::span::Span;
use crate::tokens::{Flags, TokenId};
use std::ops::Range;

pub(super) type Id = u32;

const GENDER: u32 = Feats::MASC | Feats::FEM;
const NUMBER: u32 = Feats::SING | Feats::PLUR;

/// What is known of an entity while the article is read.
pub(super) struct Known {
    pub(super) name: Range<TokenId>,
    pub(super) kind: EntityKind,
    pub(super) gender: u32,
    pub(super) number: u32,
    roles: Vec<RoleWords>,
    pub(super) mentions: Vec<Range<TokenId>>,
    /// A proper name, not a description.
    pub(super) named: bool,
    /// Token of the last mention so far, for recency.
    pub(super) last: TokenId,
}

struct RoleWords {
    lemma: Option<LemmaId>,
    tokens: Range<TokenId>,
}

/// The entities and the keys that lead to them.
pub(super) struct Register<'a> {
    pub(super) article: &'a Article<'a>,
    pub(super) mentions: &'a [Mention],
    pub(super) list: Vec<Known>,
    /// The entity of each mention, once known.
    pub(super) of: Vec<Option<Id>>,
    by_name: HashMap<String, Id>,
    by_last: HashMap<String, Vec<Id>>,
    /// Entities by the head noun of a role or description.
    by_role: HashMap<LemmaId, Vec<Id>>,
    by_description: HashMap<String, Id>,
}

impl<'a> Register<'a> {
    /// Registers every name, then the roles that apposition, juxtaposition and copula give to them.
    pub(super) fn new(article: &'a Article<'a>, mentions: &'a [Mention]) -> Register<'a> {
        let mut register = Register {
            article,
            mentions,
            list: Vec::new(),
            of: vec![None; mentions.len()],
            by_name: HashMap::new(),
            by_last: HashMap::new(),
            by_role: HashMap::new(),
            by_description: HashMap::new(),
        };
        // Full names first, so that a last name that comes before its full name finds it.
        for (m, mention) in mentions.iter().enumerate() {
            if mention.kind == MentionKind::Person
                && mention.name.as_ref().is_some_and(|n| n.len() >= 2)
            {
                register.person(m);
            }
        }
        for (m, mention) in mentions.iter().enumerate() {
            if register.of[m].is_none() && speaks_by_name(mention.kind) {
                register.short_name(m);
            }
        }
        register.roles();
        register
    }

    fn key(&self, range: &Range<TokenId>) -> String {
        fold(slice(self.article.source, range))
    }

    fn person(&mut self, m: usize) {
        let mention = &self.mentions[m];
        let Some(name) = mention.name.clone() else {
            return;
        };
        let key = self.key(&name);
        let id = match self.by_name.get(&key) {
            Some(&id) => id,
            None => {
                let id = self.add(name.clone(), EntityKind::Person, mention.feats, true);
                self.by_name.insert(key, id);
                let last = self.last_name(&name);
                self.by_last.entry(last).or_default().push(id);
                id
            }
        };
        self.meet(id, m);
    }

    /// The last name's key: the words behind the given names, or the last word.
    fn last_name(&self, name: &Range<TokenId>) -> String {
        self.key(&(name.end - 1..name.end))
    }

    fn short_name(&mut self, m: usize) {
        let mention = &self.mentions[m];
        let Some(name) = mention.name.clone() else {
            return;
        };
        let source = self.article.source;
        let key = self.key(&name);
        if let Some(&id) = self.by_name.get(&key) {
            self.meet(id, m);
            return;
        }
        if mention.kind != MentionKind::Body {
            let last = self.last_name(&name);
            let known = self.by_last.get(&last).and_then(|ids| {
                let fits = |&&id: &&Id| {
                    mention.feats.0 & GENDER == 0
                        || self.list[id as usize].gender == 0
                        || self.list[id as usize].gender & mention.feats.0 & GENDER != 0
                };
                ids.iter().find(fits).or(ids.first()).copied()
            });
            if let Some(id) = known {
                self.meet(id, m);
                return;
            }
        }
        // « Zuck' » for Zuckerberg; a first name alone for its only bearer.
        if name.len() == 1 && mention.kind != MentionKind::Body {
            let written = key.trim_end_matches('\'');
            let nickname = slice(source, &name).ends_with(['\'', '’']);
            let mut found = None;
            let mut several = false;
            for (id, known) in self
                .list
                .iter()
                .enumerate()
                .filter(|(_, k)| k.kind == EntityKind::Person && k.named && k.name.len() >= 2)
            {
                let first = fold(source.word(known.name.start));
                let last = fold(source.word(known.name.end - 1));
                if first == written && source.pos(name.start) == Pos::FirstName
                    || nickname && written.len() >= 3 && last.starts_with(written)
                {
                    several |= found.is_some();
                    found = Some(id as Id);
                }
            }
            if let (Some(id), false) = (found, several) {
                self.meet(id, m);
                return;
            }
        }
        let proper = source.lexicon.proper(slice(source, &name));
        if let Some(proper) = proper {
            let canonical = fold(&proper.name);
            if let Some(&id) = self.by_name.get(&canonical) {
                self.meet(id, m);
                return;
            }
            let kind = if proper.kind == ProperKind::Place {
                EntityKind::Unknown
            } else {
                EntityKind::Organisation
            };
            let feats = if proper.feats.0 & GENDER != 0 {
                proper.feats
            } else {
                mention.feats
            };
            let id = self.add(name, kind, feats, true);
            self.by_name.insert(canonical, id);
            self.by_name.entry(key).or_insert(id);
            self.meet(id, m);
            return;
        }
        let kind = match mention.kind {
            MentionKind::Body => EntityKind::Organisation,
            _ if mention.titled || source.pos(name.start) == Pos::FirstName => EntityKind::Person,
            _ => EntityKind::Unknown,
        };
        // An acronym right behind its expansion in parentheses is the same body.
        let id = self
            .expansion(m)
            .unwrap_or_else(|| self.add(name, kind, mention.feats, true));
        self.by_name.insert(key, id);
        self.meet(id, m);
    }

    /// « l'Autorité du port de Fréval (APF) »
    fn expansion(&self, m: usize) -> Option<Id> {
        let mention = &self.mentions[m];
        let source = self.article.source;
        let before = mention.tokens.start.checked_sub(1)?;
        if source.word(before) != "("
            || !source.tokens[mention.tokens.start as usize]
                .flags
                .has(Flags::ALL_CAPS)
        {
            return None;
        }
        // The noun group that ends right before the parenthesis, and begins with the acronym's first letter.
        let first = source.word(mention.tokens.start).chars().next()?;
        self.mentions[..m]
            .iter()
            .enumerate()
            .rev()
            .take(8)
            .filter(|(_, o)| {
                o.tokens.end == before || o.name.as_ref().is_some_and(|n| n.end == before)
            })
            .find(|(_, o)| {
                o.name
                    .as_ref()
                    .is_some_and(|n| source.word(n.start).chars().next() == Some(first))
            })
            .and_then(|(k, _)| self.of[k])
    }

    pub(super) fn add(
        &mut self,
        name: Range<TokenId>,
        kind: EntityKind,
        feats: Feats,
        named: bool,
    ) -> Id {
        let last = name.start;
        let gender = feats.0 & GENDER;
        self.list.push(Known {
            name,
            kind,
            // Both genders are none known.
            gender: if gender == GENDER { 0 } else { gender },
            number: if feats.0 & NUMBER == NUMBER {
                0
            } else {
                feats.0 & NUMBER
            },
            roles: Vec::new(),
            mentions: Vec::new(),
            named,
            last,
        });
        self.list.len() as Id - 1
    }

    /// Notes that a mention is an entity's.
    pub(super) fn meet(&mut self, id: Id, m: usize) {
        let mention = &self.mentions[m];
        self.of[m] = Some(id);
        let known = &mut self.list[id as usize];
        known.mentions.push(mention.tokens.clone());
        let gender = mention.feats.0 & GENDER;
        if known.gender == 0 && gender != GENDER {
            known.gender = gender;
        }
    }

    fn chunk(&self, at: u32) -> Option<&Chunk> {
        self.article.chunks.get(at as usize)
    }

    /// The chunk `at` if it belongs to the same sentence as `m`.
    fn beside(&self, m: &Mention, at: u32) -> Option<&Chunk> {
        let range = &self.article.ranges[m.sentence as usize];
        range.contains(&at).then(|| self.chunk(at)).flatten()
    }

    fn named_at(&self, chunk: u32) -> Option<Id> {
        let m = mention_at(self.mentions, chunk)?;
        matches!(
            self.mentions[m].kind,
            MentionKind::Person | MentionKind::Name | MentionKind::Body
        )
        .then_some(self.of[m])
        .flatten()
    }

    /// Links every description that apposition, juxtaposition or copula ties to a name.
    fn roles(&mut self) {
        for m in 0..self.mentions.len() {
            let mention = &self.mentions[m];
            if mention.kind != MentionKind::Description {
                continue;
            }
            if let Some(id) = self.tied(mention) {
                self.give_role(id, m);
            }
        }
    }

    fn give_role(&mut self, id: Id, m: usize) {
        let mention = &self.mentions[m];
        self.of[m] = Some(id);
        let known = &mut self.list[id as usize];
        known.roles.push(RoleWords {
            lemma: mention.lemma,
            tokens: mention.tokens.clone(),
        });
        let gender = mention.feats.0 & GENDER;
        if known.gender == 0 && gender != GENDER {
            known.gender = gender;
        }
        if known.kind == EntityKind::Unknown {
            known.kind = kind_of(mention);
        }
        if let Some(lemma) = mention.lemma {
            let ids = self.by_role.entry(lemma).or_default();
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }

    /// The named entity that stands beside a description in one of the ways that say they are the same.
    fn tied(&self, mention: &Mention) -> Option<Id> {
        let behind = mention.chunk_end;
        let next = self.beside(mention, behind);
        let person = matches!(mention.class, Some(NounClass::Person | NounClass::Source));
        // le ministre Luc Maret
        if let Some(c) = next {
            if c.kind == ChunkKind::Noun
                && c.flags.has(ChunkFlags::JUXTAPOSED)
                && c.flags.has(ChunkFlags::NAME)
            {
                let id = self.named_at(behind)?;
                // « du Travail Muriel Brun »: a name of a person goes with a person's noun.
                let fits = person
                    || self.list[id as usize].kind != EntityKind::Person
                    || mention.class.is_none();
                return (fits && mention.class != Some(NounClass::Time)).then_some(id);
            }
        }
        let first = self.chunk(mention.chunk)?;
        let bare = first.prep().is_none();
        // Luc Maret, patron du port ; Luc Maret (patron du port)
        if let Some(before) = mention
            .chunk
            .checked_sub(1)
            .and_then(|b| self.beside(mention, b))
        {
            if bare && matches!(before.kind, ChunkKind::Comma | ChunkKind::Open) {
                let mut back = mention.chunk - 1;
                // « Joël, 66 ans, un retraité »: an age between them.
                for _ in 0..4 {
                    let Some(at) = back.checked_sub(1) else { break };
                    let Some(c) = self.beside(mention, at) else {
                        break;
                    };
                    if c.kind == ChunkKind::Noun && c.flags.has(ChunkFlags::NAME) {
                        let closes = next.is_none_or(|n| {
                            matches!(
                                n.kind,
                                ChunkKind::Comma
                                    | ChunkKind::Stop
                                    | ChunkKind::Close
                                    | ChunkKind::Relative
                                    | ChunkKind::Dash
                                    | ChunkKind::Colon
                                    | ChunkKind::Semicolon
                                    | ChunkKind::Verb
                                    | ChunkKind::Preposition
                                    | ChunkKind::Noun
                                    | ChunkKind::Open
                                    | ChunkKind::Quote
                                    | ChunkKind::Other
                            )
                        });
                        let enumerates = next.is_some_and(|n| n.kind == ChunkKind::Coordinator)
                            && first.flags.has(ChunkFlags::DETERMINED);
                        let id = self.named_at(at)?;
                        let fits = person
                            || self.list[id as usize].kind != EntityKind::Person
                                && mention.class.is_some_and(|c| {
                                    matches!(
                                        c,
                                        NounClass::Organisation
                                            | NounClass::Group
                                            | NounClass::Outlet
                                            | NounClass::Document
                                    )
                                });
                        return (closes && !enumerates && fits).then_some(id);
                    }
                    if !(matches!(
                        c.kind,
                        ChunkKind::Comma | ChunkKind::Close | ChunkKind::Open
                    ) || c.flags.has(ChunkFlags::TIME)
                        || self.article.source.pos(c.head) == Pos::Number)
                    {
                        break;
                    }
                    back = at;
                }
            }
        }
        // Le patron du port, Luc Maret,
        if let Some(comma) = next.filter(|c| c.kind == ChunkKind::Comma) {
            let _ = comma;
            if person {
                if let Some(c) = self.beside(mention, behind + 1) {
                    if c.kind == ChunkKind::Noun
                        && c.flags.has(ChunkFlags::NAME)
                        && c.prep().is_none()
                    {
                        let id = self.named_at(behind + 1)?;
                        let closes = self
                            .beside(mention, behind + 2)
                            .is_none_or(|n| !matches!(n.kind, ChunkKind::Coordinator));
                        return (closes && self.list[id as usize].kind == EntityKind::Person)
                            .then_some(id);
                    }
                }
            }
        }
        // Luc Maret est le patron du port ; Luc Maret, qui est …
        if let Some(verb) = mention
            .chunk
            .checked_sub(1)
            .and_then(|b| self.beside(mention, b))
        {
            if bare
                && person
                && verb.kind == ChunkKind::Verb
                && self.article.source.lemma_text(verb.lemma()) == "être"
                && !verb.flags.has(ChunkFlags::NEGATED)
            {
                let subject = mention.chunk.checked_sub(2)?;
                let c = self.beside(mention, subject)?;
                if c.kind == ChunkKind::Noun && c.flags.has(ChunkFlags::NAME) && c.prep().is_none()
                {
                    return self.named_at(subject);
                }
            }
        }
        None
    }

    /// Whom a description means at this place of the article: somebody whose role it names, a description met before, or a new one.
    pub(super) fn describe(&mut self, m: usize, recent: &[Id]) -> (Id, Resolution) {
        let mentions = self.mentions;
        let mention = &mentions[m];
        if let Some(id) = self.of[m] {
            return (
                id,
                if self.list[id as usize].named {
                    Resolution::Apposition
                } else {
                    Resolution::Description
                },
            );
        }
        let definite = mention
            .feats
            .has(Feats::DEFINITE | Feats::DEMONSTRATIVE | Feats::POSSESSIVE)
            || !mention.flags.has(ChunkFlags::DETERMINED);
        let plural = mention.feats.has(Feats::PLUR) && !mention.feats.has(Feats::SING);
        if definite && !plural {
            if let Some(id) = self.by_role(mention) {
                self.meet(id, m);
                return (id, Resolution::Description);
            }
            if let Some(id) = self.generic_body(mention, recent) {
                self.meet(id, m);
                return (id, Resolution::Description);
            }
        }
        let key = self.key(&mention.tokens);
        let key = strip_article(&key).to_owned();
        if let Some(&id) = self.by_description.get(&key) {
            if definite {
                self.meet(id, m);
                return (id, Resolution::Description);
            }
        }
        let id = self.add(
            mention.tokens.clone(),
            kind_of(mention),
            mention.feats,
            false,
        );
        self.by_description.insert(key, id);
        if let Some(lemma) = mention.lemma {
            self.by_role.entry(lemma).or_default().push(id);
        }
        self.list[id as usize].roles.push(RoleWords {
            lemma: mention.lemma,
            tokens: mention.tokens.clone(),
        });
        self.meet(id, m);
        (id, Resolution::Description)
    }

    /// The entity with a role of the same head noun, no contradicting complement and the same gender; the one met last.
    fn by_role(&self, mention: &Mention) -> Option<Id> {
        let lemma = mention.lemma?;
        let ids = self.by_role.get(&lemma)?;
        let own = self.complement(&mention.tokens);
        let gender = mention.feats.0 & GENDER;
        let mut best: Option<(usize, TokenId, Id)> = None;
        for &id in ids {
            let known = &self.list[id as usize];
            if gender != 0 && known.gender != 0 && known.gender & gender == 0 {
                continue;
            }
            for role in known.roles.iter().filter(|r| r.lemma == Some(lemma)) {
                let words = self.complement(&role.tokens);
                let shared = own.iter().filter(|w| words.contains(*w)).count();
                // « le ministre » fits any minister; « le ministre du Travail » that one alone.
                if !own.is_empty() && !words.is_empty() && shared == 0
                    || shared < own.len().min(words.len())
                {
                    continue;
                }
                let last = self.last_before(known, mention.tokens.start);
                if best.is_none_or(|(s, l, _)| (shared, last) > (s, l)) {
                    best = Some((shared, last, id));
                }
            }
        }
        best.map(|(_, _, id)| id)
    }

    /// Token of the entity's last mention before `at`; 0 when all come behind.
    fn last_before(&self, known: &Known, at: TokenId) -> TokenId {
        known
            .mentions
            .iter()
            .map(|m| m.start)
            .filter(|&s| s < at)
            .max()
            .unwrap_or(0)
            .max(
                known
                    .roles
                    .iter()
                    .map(|r| r.tokens.start)
                    .filter(|&s| s < at)
                    .max()
                    .unwrap_or(0),
            )
    }

    /// The content words of a description behind its head.
    fn complement(&self, tokens: &Range<TokenId>) -> Vec<String> {
        let source = self.article.source;
        let mut head = true;
        let mut words = Vec::new();
        for t in tokens.clone() {
            if matches!(
                source.pos(t),
                Pos::Noun | Pos::Adj | Pos::Name | Pos::FirstName
            ) {
                if head && source.pos(t) == Pos::Noun {
                    head = false;
                    continue;
                }
                words.push(fold(source.word(t)));
            }
        }
        words
    }

    /// « l'entreprise », « le groupe », « le parti »: the body named last.
    fn generic_body(&self, mention: &Mention, recent: &[Id]) -> Option<Id> {
        if !matches!(
            mention.class,
            Some(NounClass::Organisation | NounClass::Outlet)
        ) || !self.complement(&mention.tokens).is_empty()
        {
            return None;
        }
        let word = self.article.source.lemma_text(mention.lemma);
        let generic = mention.feats.has(Feats::DEMONSTRATIVE)
            || matches!(
                word,
                "entreprise"
                    | "groupe"
                    | "firme"
                    | "société"
                    | "compagnie"
                    | "constructeur"
                    | "association"
                    | "organisation"
                    | "institution"
                    | "parti"
                    | "club"
                    | "syndicat"
                    | "ONG"
                    | "ong"
                    | "agence"
                    | "institut"
                    | "quotidien"
                    | "journal"
                    | "hebdomadaire"
                    | "chaîne"
                    | "plateforme"
                    | "géant"
                    | "marque"
                    | "enseigne"
                    | "fédération"
                    | "collectif"
                    | "start-up"
            );
        if !generic {
            return None;
        }
        let _ = recent;
        // The body whose mention stands nearest before.
        let at = mention.tokens.start;
        let m = self.mentions.partition_point(|o| o.tokens.start < at);
        self.mentions[..m]
            .iter()
            .enumerate()
            .rev()
            .take(60)
            .filter(|(_, o)| speaks_by_name(o.kind) && o.kind != MentionKind::Person)
            .find_map(|(k, _)| {
                self.of[k].filter(|&id| self.list[id as usize].kind == EntityKind::Organisation)
            })
    }

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
            let roles = if known.named {
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
            entities.push(Entity {
                id: EntityId(index as u32),
                name: slice(source, &known.name).to_owned(),
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
}

/// What a description's noun says of what it names.
fn kind_of(mention: &Mention) -> EntityKind {
    let plural = mention.feats.has(Feats::PLUR) && !mention.feats.has(Feats::SING);
    match mention.class {
        Some(NounClass::Person) if plural => EntityKind::Group,
        Some(NounClass::Person) => EntityKind::Person,
        Some(NounClass::Group) => EntityKind::Group,
        Some(NounClass::Organisation | NounClass::Outlet) => EntityKind::Organisation,
        Some(NounClass::Document | NounClass::Medium) => EntityKind::Document,
        Some(NounClass::Source) => EntityKind::Anonymous,
        _ => EntityKind::Unknown,
    }
}

fn strip_article(key: &str) -> &str {
    [
        "le ", "la ", "les ", "l'", "l' ", "un ", "une ", "des ", "ce ", "cette ", "ces ", "cet ",
    ]
    .iter()
    .find_map(|a| key.strip_prefix(a))
    .unwrap_or(key)
}
