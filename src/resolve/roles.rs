//! Descriptions that stand beside a name and say who bears it: apposition, juxtaposition, copula.

use super::describe::is_generic;
use super::entities::{Id, Register, one_gender};
use super::{mention_at, offices};
use crate::chunks::{Chunk, ChunkFlags, ChunkKind};
use crate::entity::EntityKind;
use crate::lexicon::{Feats, NounClass, Pos};
use crate::mentions::{Mention, MentionKind};
use crate::tokens::Flags;

/// How many chunks may stand between a noun and the name that it is said of.
const CHAIN: u32 = 8;

/// Parts of a house that speak for the whole of it.
const STANDS_FOR: &[&str] = &[
    "direction",
    "rédaction",
    "administration",
    "présidence",
    "siège",
];

/// Prepositions of place, time and manner: what they lead in is no apposition.
const ADVERBIAL: &[&str] = &[
    "dans", "en", "sur", "sous", "lors", "durant", "pendant", "depuis", "après", "avant", "dès",
    "vers", "hors", "sans", "malgré",
];

impl Register<'_> {
    /// Links every description that apposition, juxtaposition or copula ties to a name.
    pub(super) fn roles(&mut self) {
        for m in 0..self.mentions.len() {
            let mention = &self.mentions[m];
            if mention.kind != MentionKind::Description || self.of[m].is_some() {
                continue;
            }
            if let Some(id) = self.tied(mention).or_else(|| self.coordinated(m)) {
                if is_one(self.article.source, mention) {
                    self.meet(id, m);
                    self.apposed[m] = true;
                } else {
                    self.give_role(id, m);
                }
            }
        }
        for m in 0..self.mentions.len() {
            self.party(m);
            let before = self.mentions[m].chunk.checked_sub(1);
            // « comme pour Odile Brun » is no example.
            let bare = self.article.chunks[self.mentions[m].chunk as usize]
                .prep()
                .is_none();
            let example = before
                .and_then(|b| self.beside(&self.mentions[m], b))
                .is_some_and(|c| bare && self.article.source.word(c.head) == "comme")
                || self.article.chunks[self.mentions[m].chunk as usize]
                    .prep()
                    .is_some_and(|p| self.article.source.word(p) == "comme");
            self.aside[m] |= example || self.is_relative(m);
        }
    }

    /// « Odile Brun (PS) »: where somebody belongs leads to him or her (« la députée PS »).
    fn party(&mut self, m: usize) {
        let mention = &self.mentions[m];
        let Some(id) = self.of[m].filter(|&id| self.is_person(id)) else {
            return;
        };
        let source = self.article.source;
        let open = mention.chunk_end;
        let kind = |at: u32| self.beside(mention, at).map(|c| c.kind);
        let letters = self.beside(mention, open + 1).filter(|c| {
            c.kind == ChunkKind::Noun
                && c.end == c.first + 1
                && source.tokens[c.first as usize].flags.has(Flags::ALL_CAPS)
        });
        let (Some(ChunkKind::Open), Some(letters), Some(ChunkKind::Close)) =
            (kind(open), letters, kind(open + 2))
        else {
            return;
        };
        let role = offices::RoleWords {
            lemma: None,
            passing: true,
            former: false,
            words: vec![crate::lexicon::fold(source.word(letters.first))],
            tokens: letters.first..letters.end,
        };
        let known = &mut self.list[id as usize];
        if !known
            .roles
            .iter()
            .any(|r| r.lemma.is_none() && r.words == role.words)
        {
            known.roles.push(role);
        }
    }

    /// « sa mère, Odile Brun », « son avocat, l'ancien ministre Luc Maret »: a name right behind a possessive description.
    fn is_relative(&self, m: usize) -> bool {
        let mention = &self.mentions[m];
        mention.kind == MentionKind::Person
            && (m.saturating_sub(3)..m).rev().any(|k| {
                let other = &self.mentions[k];
                other.sentence == mention.sentence
                    && other.feats.has(Feats::POSSESSIVE)
                    && other.class == Some(NounClass::Person)
                    && (other.chunk..mention.chunk).all(|c| {
                        matches!(
                            self.article.chunks[c as usize].kind,
                            ChunkKind::Noun | ChunkKind::Comma | ChunkKind::Adjective
                        )
                    })
            })
    }

    /// The named entity that stands beside a description in one of the ways that say they are the same.
    fn tied(&self, mention: &Mention) -> Option<Id> {
        if matches!(mention.class, Some(NounClass::Time | NounClass::Source)) {
            return None;
        }
        self.juxtaposed(mention)
            .or_else(|| self.behind_name(mention))
            .or_else(|| self.before_name(mention))
            .or_else(|| self.attribute(mention))
    }

    fn named_at(&self, chunk: u32) -> Option<Id> {
        let m = mention_at(self.mentions, chunk)?;
        self.mentions[m].is_named().then_some(self.of[m]).flatten()
    }

    fn is_person(&self, id: Id) -> bool {
        self.list[id as usize].kind == EntityKind::Person
    }

    /// Behind the groups that complete a noun: « secrétaire d'État aux Vergers », « porte-parole des pompiers de Fréval (nord) ».
    /// With whether the last of them says what a person is, so that a name behind it is that person's.
    fn chain_end(&self, mention: &Mention) -> (u32, bool) {
        let mut at = mention.chunk_end;
        let mut person = mention.chunk_end > mention.chunk + 1
            && (mention.chunk + 1..mention.chunk_end)
                .rev()
                .find_map(|k| {
                    self.beside(mention, k)
                        .filter(|c| c.kind == ChunkKind::Noun)
                })
                .is_some_and(|c| c.prep().is_some() && self.says_one_person(c));
        while let Some(c) = self
            .beside(mention, at)
            .filter(|_| at < mention.chunk_end + CHAIN)
        {
            match c.kind {
                ChunkKind::Noun if c.prep().is_some() && !c.flags.has(ChunkFlags::TIME) => {
                    person = self.says_one_person(c);
                }
                ChunkKind::Adjective => {}
                // « l'économiste et fiscaliste », « le dessinateur, auteur et illustrateur »: more is said of the same one.
                ChunkKind::Coordinator | ChunkKind::Comma
                    if mention.class == Some(NounClass::Person)
                        && self.is_bare_person(mention, at + 1)
                        && (c.kind == ChunkKind::Coordinator || self.goes_on(mention, at + 1)) =>
                {
                    at += 1;
                    person = false;
                }
                _ => break,
            }
            at += 1;
        }
        (at, person)
    }

    /// A noun of a person with neither determiner nor preposition.
    fn is_bare_person(&self, beside: &Mention, at: u32) -> bool {
        self.beside(beside, at).is_some_and(|c| {
            c.kind == ChunkKind::Noun
                && c.prep().is_none()
                && !c.flags.has(ChunkFlags::DETERMINED)
                && !c.flags.has(ChunkFlags::NAME)
                && !c.flags.has(ChunkFlags::PRONOUN)
                && (self.says_person(c) || c.lemma().is_none())
        })
    }

    /// Behind a comma: « auteur et illustrateur », and not the apposition of a name.
    fn goes_on(&self, beside: &Mention, at: u32) -> bool {
        self.beside(beside, at + 1)
            .is_some_and(|c| c.kind == ChunkKind::Coordinator)
            && self.is_bare_person(beside, at + 2)
    }

    /// « Luc Maret, ingénieur et chef de bureau »: another bare noun of the person that the one before it is said of.
    fn coordinated(&self, m: usize) -> Option<Id> {
        let mention = &self.mentions[m];
        if mention.class != Some(NounClass::Person) || !self.is_bare_person(mention, mention.chunk)
        {
            return None;
        }
        let mut before = mention.chunk.checked_sub(1)?;
        // « Luc Maret, ingénieur, également chef de bureau »
        if self.beside(mention, before)?.kind == ChunkKind::Adverb {
            before = before.checked_sub(1)?;
        }
        let joint = self.beside(mention, before)?;
        if !matches!(joint.kind, ChunkKind::Coordinator | ChunkKind::Comma) {
            return None;
        }
        let k = (m.saturating_sub(4)..m).rev().find(|&k| {
            let other = &self.mentions[k];
            other.sentence == mention.sentence
                && self.apposed[k]
                && other.class == Some(NounClass::Person)
        })?;
        let other = &self.mentions[k];
        let together = (other.chunk + 1..before).all(|c| {
            let c = &self.article.chunks[c as usize];
            matches!(c.kind, ChunkKind::Adjective | ChunkKind::Adverb)
                || c.kind == ChunkKind::Noun && c.prep().is_some()
        });
        // « le maire Luc Maret, avocat et … » stands behind a name; « le maire, avocat et » does not.
        together
            .then_some(self.of[k])
            .flatten()
            .filter(|&id| self.list[id as usize].may_be_person())
    }

    /// « le chef des marins Luc Maret »: the name is not that of several.
    fn says_one_person(&self, chunk: &Chunk) -> bool {
        let several = chunk.feats.has(Feats::PLUR) && !chunk.feats.has(Feats::SING);
        self.says_person(chunk) && !several
    }

    fn says_person(&self, chunk: &Chunk) -> bool {
        self.article.source.noun_class(chunk.lemma()) == Some(NounClass::Person)
    }

    /// le ministre Luc Maret; le ministre délégué au Port Luc Maret; le collectif Port libre
    fn juxtaposed(&self, mention: &Mention) -> Option<Id> {
        let juxtaposed = |at: u32| {
            self.beside(mention, at)
                .filter(|c| {
                    // « le quotidien Les Marées »: the article is part of the name.
                    let article = matches!(
                        self.article.source.word(c.first),
                        "Le" | "La" | "Les" | "L'" | "L’"
                    );
                    c.kind == ChunkKind::Noun
                        && c.prep().is_none()
                        && (article
                            || c.flags.has(ChunkFlags::NAME)
                                && !c.flags.has(ChunkFlags::DETERMINED))
                        && self
                            .article
                            .chunks
                            .get(at as usize - 1)
                            .is_some_and(|b| b.end == c.first)
                })
                .and_then(|_| self.named_at(at))
        };
        if mention.is_plural() {
            return None;
        }
        let (far, inner_person) = self.chain_end(mention);
        [mention.chunk + 1, mention.chunk_end, far]
            .into_iter()
            .find_map(|at| {
                juxtaposed(at).filter(|&id| self.is_said_of(mention, at, id, inner_person))
            })
    }

    /// The noun can be said of the name at `at`, right behind it or behind its complements; `inner_person`: the last of these says
    /// what a person is.
    fn is_said_of(&self, mention: &Mention, at: u32, id: Id, inner_person: bool) -> bool {
        let source = self.article.source;
        let known = &self.list[id as usize];
        let adjacent = at == mention.chunk + 1;
        match mention.class {
            Some(NounClass::Person | NounClass::Source) => {
                // « un syndicaliste CGT »: a body is whom somebody belongs to.
                // « l'opérateur Réseau Ouest »
                let firm = !self.is_person(id) && is_generic(source.lemma_text(mention.lemma));
                // « la ministre de la Justice Brun »: a noun with a capital is the whole of what the office is of.
                let office = || {
                    self.beside(mention, at - 1).is_some_and(|c| {
                        let head = &source.tokens[c.head as usize];
                        head.flags.has(Flags::CAPITAL) && !c.flags.has(ChunkFlags::NAME)
                    })
                };
                // « son confrère El Carricero », « le suisse Alpen-Bote »
                let outlet = || {
                    let letters = known
                        .name
                        .clone()
                        .all(|t| source.tokens[t as usize].flags.has(Flags::ALL_CAPS));
                    !letters
                        && known.kind == EntityKind::Organisation
                        && mention.lemma.is_some_and(|l| offices::is_peer(source, l))
                };
                adjacent && (firm || outlet())
                    || known.may_be_person()
                        && (adjacent || !inner_person && (self.is_person(id) || office()))
            }
            Some(NounClass::Group) => false,
            None => adjacent,
            // « le rapport Maret », « la loi Brun », « le sondage Odax »: named after somebody, not somebody's name.
            Some(NounClass::Document) => false,
            Some(NounClass::Medium | NounClass::Speech | NounClass::Other) => {
                adjacent && known.kind == EntityKind::Organisation
            }
            // « le bureau d'études Pontis », « la banque en ligne Orva », « la direction de la verrerie Pontis », but not « la filiale
            // du groupe Pontis ».
            Some(NounClass::Organisation) => {
                let inside = if STANDS_FOR.contains(&source.lemma_text(mention.lemma)) {
                    mention.chunk_end
                } else {
                    mention.chunk + 1
                };
                !self.is_person(id)
                    && (inside..at).all(|k| {
                        self.beside(mention, k).is_some_and(|c| {
                            c.kind == ChunkKind::Adjective
                                || !c.flags.has(ChunkFlags::DETERMINED)
                                    && !c.flags.has(ChunkFlags::NAME)
                        })
                    })
            }
            _ => adjacent && !self.is_person(id),
        }
    }

    /// Luc Maret, patron du port, ; Luc Maret (patron du port)
    fn behind_name(&self, mention: &Mention) -> Option<Id> {
        let first = self.article.chunks[mention.chunk as usize];
        // « …, site Vent libre »: what a name follows is said of that one.
        // « …, un proche du président Luc Maret »: the name is that of the noun inside.
        let (_, inner_person) = self.chain_end(mention);
        let named = !inner_person
            && self
                .beside(mention, mention.chunk_end)
                .is_some_and(|c| c.flags.has(ChunkFlags::JUXTAPOSED));
        if first.prep().is_some() || named {
            return None;
        }
        let mut at = mention.chunk.checked_sub(1)?;
        // « Luc Maret, également patron du port »
        if self.beside(mention, at)?.kind == ChunkKind::Adverb {
            at = at.checked_sub(1)?;
        }
        let opener = self.beside(mention, at)?;
        if !matches!(opener.kind, ChunkKind::Comma | ChunkKind::Open) {
            return None;
        }
        let aside = opener.kind == ChunkKind::Open;
        // « Joël, 66 ans, un retraité », « Odile Brun (PS), avocate »: an age or a party between them.
        let mut inside = false;
        for _ in 0..6 {
            at = at.checked_sub(1)?;
            let c = self.beside(mention, at)?;
            match c.kind {
                ChunkKind::Close => inside = true,
                ChunkKind::Open => inside = false,
                ChunkKind::Comma => {}
                ChunkKind::Noun if inside => {}
                ChunkKind::Noun if c.flags.has(ChunkFlags::NAME) => {
                    return self.apposed(mention, &first, at, aside);
                }
                ChunkKind::Noun
                    if c.flags.has(ChunkFlags::TIME)
                        || self.article.source.pos(c.head) == Pos::Number => {}
                _ => return None,
            }
        }
        None
    }

    /// The description behind a comma is the apposition of the name at `at`.
    fn apposed(&self, mention: &Mention, first: &Chunk, at: u32, aside: bool) -> Option<Id> {
        let id = self.named_at(at)?;
        let name = &self.article.chunks[at as usize];
        let known = &self.list[id as usize];
        if known.is_place() || mention.is_plural() && self.is_person(id) {
            return None;
        }
        let fits = match mention.class {
            Some(NounClass::Person | NounClass::Source) => {
                known.may_be_person() && (self.is_person(id) || name.prep().is_none())
            }
            Some(
                NounClass::Organisation
                | NounClass::Group
                | NounClass::Outlet
                | NounClass::Document,
            ) => {
                known.kind == EntityKind::Organisation
                    || known.kind == EntityKind::Unknown && name.prep().is_none()
            }
            _ => false,
        };
        (fits
            && known.fits_gender(mention.feats.0 & super::entities::GENDER)
            && (aside || self.closes(mention, first)))
        .then_some(id)
    }

    /// An apposition ends in a comma, a stop, a relative clause; a determined group that a finite verb or « et » follows is a
    /// subject of its own.
    fn closes(&self, mention: &Mention, first: &Chunk) -> bool {
        let determined = first.flags.has(ChunkFlags::DETERMINED);
        for at in mention.chunk_end..mention.chunk_end + CHAIN {
            let Some(c) = self.beside(mention, at) else {
                return true;
            };
            match c.kind {
                ChunkKind::Noun | ChunkKind::Adjective | ChunkKind::Adverb => {}
                ChunkKind::Verb if c.is_finite() => return !determined,
                ChunkKind::Coordinator => return !determined,
                ChunkKind::Subordinator => return false,
                // « selon Luc Maret, le promoteur « ne renoncera pas » »: the verb stands between the marks.
                ChunkKind::Quote => return !(determined && self.opens_with_verb(c)),
                _ => return true,
            }
        }
        !determined
    }

    /// One of the first words between the marks is a finite verb.
    fn opens_with_verb(&self, quote: &Chunk) -> bool {
        let tags = self.article.source.tags;
        (quote.first + 1..quote.end.min(quote.first + 4))
            .filter_map(|t| tags.get(t as usize))
            .any(crate::tags::Tag::is_finite_verb)
    }

    /// Le patron du port, Luc Maret,
    fn before_name(&self, mention: &Mention) -> Option<Id> {
        let person =
            mention.class == Some(NounClass::Person) || is_one(self.article.source, mention);
        if !(person || self.is_unknown_subject(mention)) || mention.is_plural() {
            return None;
        }
        // « en russe, Luc Maret a … »: a noun without determiner behind a preposition says nothing of a person; nor does
        // « dans le cadre du salon, Luc Maret a … ».
        let first = &self.article.chunks[mention.chunk as usize];
        let adverbial =
            |p| ADVERBIAL.contains(&self.article.source.word(p).to_lowercase().as_str());
        if first
            .prep()
            .is_some_and(|p| !first.flags.has(ChunkFlags::DETERMINED) || adverbial(p))
        {
            return None;
        }
        // « le père de l'enfant, Luc Maret »: the father.
        // « le secrétaire d'État auprès du ministre de la Mer, Luc Maret »: the secretary.
        let outer = (mention.chunk.saturating_sub(CHAIN)..mention.chunk)
            .rev()
            .map_while(|k| self.beside(mention, k))
            .take_while(|c| {
                matches!(c.kind, ChunkKind::Noun | ChunkKind::Adjective)
                    && !c.flags.has(ChunkFlags::NAME)
            })
            .scan(first.first, |next, c| {
                let joined = c.end + 2 >= *next;
                *next = c.first;
                joined.then_some(c)
            })
            .find(|c| c.kind == ChunkKind::Noun && self.says_person(c))
            .map(|c| one_gender(c.feats));
        let (far, inner_person) = self.chain_end(mention);
        let mut at = far;
        // « des pêcheurs de Fréval (nord), Luc Maret »
        if self.beside(mention, at)?.kind == ChunkKind::Open {
            at = (at..at + 5).find(|&k| {
                self.beside(mention, k)
                    .is_some_and(|c| c.kind == ChunkKind::Close)
            })? + 1;
        }
        if self.beside(mention, at)?.kind != ChunkKind::Comma {
            return None;
        }
        let name = self.beside(mention, at + 1)?;
        if name.kind != ChunkKind::Noun || name.prep().is_some() {
            return None;
        }
        let (id, last) = if name.flags.has(ChunkFlags::NAME) {
            (self.named_at(at + 1)?, at + 1)
        } else {
            // « le directeur des douanes, le colonel Luc Maret »
            let rank = &self.mentions[mention_at(self.mentions, at + 1)?];
            let id = matches!(rank.class, Some(NounClass::Person) | None)
                .then(|| self.juxtaposed(rank))
                .flatten()?;
            (id, rank.chunk_end)
        };
        let closes = self.beside(mention, last + 1).is_none_or(|n| {
            n.kind != ChunkKind::Coordinator
                && (!n.is_finite() || n.subject().is_some() || last == mention.chunk_end + 1)
        });
        let known = &self.list[id as usize];
        // « le chef de cabinet de la ministre, Odile Brun »: the gender may tell whose name it is.
        if first.prep().is_some() && outer.is_some_and(|gender| known.fits_gender(gender)) {
            return None;
        }
        let fits = self.is_person(id)
            && known.fits_gender(mention.feats.0 & super::entities::GENDER)
            && (!inner_person || far == mention.chunk_end);
        (fits && closes).then_some(id)
    }

    /// « a précisé sa coprésidente, Odile Brun »: a noun that the lexicon lacks, where a speaker stands.
    fn is_unknown_subject(&self, mention: &Mention) -> bool {
        mention.class.is_none()
            && mention.lemma.is_none()
            && mention.feats.has(Feats::DEFINITE | Feats::POSSESSIVE)
            && mention
                .chunk
                .checked_sub(1)
                .and_then(|b| self.beside(mention, b))
                .is_some_and(Chunk::is_finite)
    }

    /// Luc Maret est le patron du port; Odile Brun a été élue présidente
    fn attribute(&self, mention: &Mention) -> Option<Id> {
        let first = self.article.chunks[mention.chunk as usize];
        if first.prep().is_some() || mention.class != Some(NounClass::Person) || mention.is_plural()
        {
            return None;
        }
        let verb = self.beside(mention, mention.chunk.checked_sub(1)?)?;
        let copula = verb.kind == ChunkKind::Verb
            && !verb.flags.has(ChunkFlags::NEGATED)
            && matches!(
                self.article.source.lemma_text(verb.lemma()),
                "être" | "devenir" | "rester" | "élire" | "réélire" | "nommer" | "élu" | "nommé"
            );
        // « Luc Maret est chargé de négocier »: a passive.
        let passive = !first.flags.has(ChunkFlags::DETERMINED)
            && self.article.source.lemma_text(mention.lemma) == "chargé";
        if !copula || passive {
            return None;
        }
        let mut subject = mention.chunk.checked_sub(2)?;
        // « Odile Brun, qui est la maire de Fréval, »
        if self
            .article
            .source
            .word(self.beside(mention, subject)?.first)
            == "qui"
        {
            subject = subject.checked_sub(1)?;
            if self.beside(mention, subject)?.kind == ChunkKind::Comma {
                subject = subject.checked_sub(1)?;
            }
        }
        let c = self.beside(mention, subject)?;
        (c.kind == ChunkKind::Noun && c.flags.has(ChunkFlags::NAME) && c.prep().is_none())
            .then(|| self.named_at(subject))
            .flatten()
            .filter(|&id| self.list[id as usize].may_be_person())
    }
}

/// « l'un d'eux, Luc Maret »: a numeral that a name may complete.
fn is_one(source: crate::chunks::Source<'_>, mention: &Mention) -> bool {
    mention.class.is_none()
        && mention.lemma.is_none()
        && mention.chunk_end > mention.chunk + 1
        && mention
            .tokens
            .clone()
            .take(2)
            .any(|t| matches!(source.word(t), "un" | "une" | "Un" | "Une"))
}
