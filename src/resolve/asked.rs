//! The person in the reader's mind that a description fits.

use super::describe::may_be_firm;
use super::entities::{Id, Known, Register, SHARED, one_gender};
use super::focus::{Event, Place, Rank, SIGHT, Turn, Walk};
use super::offices::{self, RoleWords};
use crate::chunks::ChunkFlags;
use crate::entity::EntityKind;
use crate::lexicon::{Feats, LemmaId, NounClass, Pos, fold};
use crate::mentions::Mention;

/// A description whose person is looked for, and what it says of that one.
struct Asked<'m> {
    role: &'m RoleWords,
    lemma: LemmaId,
    place: Place,
    turn: Turn,
    gender: u32,
    demonstrative: bool,
    /// Nothing tells this holder from another: « le maire », « cet expert de la mer ».
    bare: bool,
    /// An office that is held: « l'ancien maire » says what somebody was, whatever he is now.
    office: bool,
    /// The noun stands behind its verb: « a promis le maire ».
    inverted: bool,
    /// The names inside, folded.
    names: Vec<String>,
}

/// The last things said of an entity.
fn last_roles(known: &Known) -> impl Iterator<Item = &RoleWords> {
    known.roles.iter().rev().take(SHARED)
}

impl Register<'_> {
    /// « l'actrice », « cet expert », « le candidat malheureux »: the person in the reader's mind that it fits.
    pub(super) fn in_focus(
        &self,
        mention: &Mention,
        role: &RoleWords,
        events: &[Event],
        turn: Turn,
    ) -> Option<Id> {
        let source = self.article.source;
        if mention.class == Some(NounClass::Source) {
            // « cette source », « la même source », « la source »
            let alone = mention.tokens.len() == 2 && mention.feats.has(Feats::DEFINITE);
            return (alone || mention.feats.has(Feats::DEMONSTRATIVE) || same_word(self, mention))
                .then(|| last_speaker(events))
                .flatten();
        }
        if mention.class != Some(NounClass::Person)
            || !mention.flags.has(ChunkFlags::DETERMINED)
            || of_another(self, mention, events)
            || self.named_behind(mention)
            || may_be_firm(source, mention)
        {
            return None;
        }
        let asked = self.asked(mention, role, turn)?;
        let mut best: Option<(usize, Id)> = None;
        let mut walk = Walk::default();
        for event in events.iter().rev().take(SIGHT) {
            let known = &self.list[event.entity as usize];
            // « poursuit le responsable »: whoever has just spoken.
            let goes_on = turn == Turn::Same && event.rank == Rank::Speaker && walk.is_fresh();
            // « L'homme » may be a person not yet named.
            let unnamed = (role.passing && asked.bare || goes_on)
                && !known.named
                && known.kind == EntityKind::Person;
            if !(known.may_be_person() || unnamed)
                || known.is_many()
                || self.is_complement(&asked, known)
            {
                continue;
            }
            let Some(cost) = walk.cost(event, asked.place) else {
                continue;
            };
            let related = self.is_related(&asked, known);
            let reach = if asked.bare { 9 } else { 5 } + 4 * usize::from(related);
            if cost > reach
                || !known.fits_gender(asked.gender)
                || known.kind == EntityKind::Unknown && event.rank == Rank::Other
                || last_roles(known).any(|r| self.contradicts(&asked, r))
            {
                continue;
            }
            if goes_on && known.kind == EntityKind::Person {
                return Some(event.entity);
            }
            // « le procureur de Fréval »: an office with its place names its own holder.
            let shares = last_roles(known).any(|r| r.words.iter().any(|w| role.words.contains(w)));
            if !shares
                && (self.is_of_another_story(&asked, known)
                    || asked.office && !self.may_hold_office(&asked, event, cost))
            {
                continue;
            }
            let cost = asked.final_cost(known, event, cost, shares, related);
            if best.is_none_or(|(b, _)| cost < b) {
                best = Some((cost, event.entity));
            }
        }
        best.map(|(_, id)| id)
    }

    fn asked<'m>(&self, mention: &Mention, role: &'m RoleWords, turn: Turn) -> Option<Asked<'m>> {
        let source = self.article.source;
        let lemma = role.lemma?;
        let demonstrative = mention.feats.has(Feats::DEMONSTRATIVE);
        Some(Asked {
            role,
            lemma,
            place: Place::of(self, mention),
            turn,
            gender: one_gender(mention.feats),
            demonstrative,
            bare: demonstrative || !mention.has_complement(source),
            office: offices::is_office(source, lemma) && !role.passing,
            inverted: mention
                .chunk
                .checked_sub(1)
                .and_then(|b| self.beside(mention, b))
                .is_some_and(crate::chunks::Chunk::is_finite),
            names: mention
                .tokens
                .clone()
                .filter(|&t| source.pos(t) == Pos::Name)
                .map(|t| fold(source.word(t)))
                .collect(),
        })
    }

    /// « le patron de Nordia »: not Nordia itself, whatever it is taken for.
    fn is_complement(&self, asked: &Asked<'_>, known: &Known) -> bool {
        known.named
            && !asked.names.is_empty()
            && self
                .key(&known.name)
                .split(' ')
                .all(|word| asked.names.iter().any(|name| name == word))
    }

    fn noun(&self, lemma: LemmaId) -> &str {
        &self.article.source.lexicon.lemma(lemma).text
    }

    /// What was said of the entity has to do with what is asked: « le peintre », « l'artiste ».
    fn is_related(&self, asked: &Asked<'_>, known: &Known) -> bool {
        last_roles(known).any(|r| {
            r.lemma
                .is_some_and(|other| offices::are_related(self.noun(asked.lemma), self.noun(other)))
        })
    }

    /// A profession goes with an office, and with what has to do with it; two offices do not go together.
    fn contradicts(&self, asked: &Asked<'_>, r: &RoleWords) -> bool {
        let source = self.article.source;
        let Some(other) = r.lemma else { return false };
        let (noun, told) = (self.noun(asked.lemma), self.noun(other));
        if offices::are_opposed(noun, told) || self.has_left(r, asked.role) {
            return true;
        }
        // « le chef du parti » is president of something as well.
        let relational =
            || offices::is_relational(source, asked.lemma) || offices::is_relational(source, other);
        let compatible = asked.role.passing
            || other != asked.lemma
                && (r.passing
                    || asked.demonstrative
                    || asked.office != offices::is_office(source, other)
                    || asked.office && relational()
                    || offices::are_related(noun, told));
        !compatible
    }

    /// « la responsable de l'institut » leads something of the article's, not whoever spoke last; « la compagne de Luc Maret »: hers is
    /// another story.
    fn is_of_another_story(&self, asked: &Asked<'_>, known: &Known) -> bool {
        let source = self.article.source;
        let family = asked.role.words.iter().any(|w| w == "famille");
        !asked.bare
            && (offices::is_kin(source, asked.lemma) && !family
                || offices::is_relational(source, asked.lemma) && !known.roles.is_empty())
    }

    /// « la ministre du Port » in an article about Odile Brun, who is called nothing else.
    fn may_hold_office(&self, asked: &Asked<'_>, event: &Event, cost: usize) -> bool {
        let source = self.article.source;
        let known = &self.list[event.entity as usize];
        let fresh = known.roles.iter().take(SHARED).all(|r| r.passing);
        // « Fabrice », known by his first name alone, is no minister.
        let familiar = known.name.len() == 1 && source.pos(known.name.start) == Pos::FirstName;
        // « Le maire lui a répondu »: not to himself. « le procureur » was told of before if he is somebody named.
        if !fresh
            || familiar
            || asked.turn == Turn::Other
            || offices::is_of_court(self.noun(asked.lemma))
            || known.kind != EntityKind::Person
            || event.rank < Rank::Subject
            || known.gender != asked.gender
        {
            return false;
        }
        let speaks = event.rank == Rank::Speaker;
        // In the paragraph before, when nobody else has come in since.
        let far = !offices::is_supreme(source, asked.lemma)
            && speaks
            && cost <= 3
            && known.roles.is_empty()
            && known.name.len() > 1;
        let near = event.place.block == asked.place.block && cost <= 1;
        asked.inverted && (near || far) || asked.bare && speaks || self.is_topic(event.entity, 1)
    }
}

impl Asked<'_> {
    /// Of two that are as near, the one met last; a related profession goes before none, and somebody whose profession is another
    /// comes in where nobody else does.
    fn final_cost(
        &self,
        known: &Known,
        event: &Event,
        cost: usize,
        shares: bool,
        related: bool,
    ) -> usize {
        // « le responsable de l'Océarium » is whoever was said to work there.
        let same_house = shares
            && self
                .names
                .iter()
                .any(|n| last_roles(known).any(|r| r.words.contains(n)));
        let cost =
            cost.saturating_sub(4 * usize::from(same_house)) + 2 * usize::from(known.gender == 0);
        let away = self.place.sentence.saturating_sub(event.place.sentence) as usize;
        if related {
            cost / 4
        } else {
            cost + 1 + away.min(3)
        }
    }
}

/// « son avocat », « leur fils »: somebody else than the one in focus; « notre interlocutrice » is not, nor « son responsable »
/// where a body has just been told of.
fn of_another(register: &Register<'_>, mention: &Mention, events: &[Event]) -> bool {
    let source = register.article.source;
    if !mention.feats.has(Feats::POSSESSIVE)
        || source
            .word(mention.tokens.start)
            .eq_ignore_ascii_case("notre")
    {
        return false;
    }
    let of_body = events
        .iter()
        .rev()
        .take(SIGHT)
        .find(|e| e.rank >= Rank::Subject)
        .is_some_and(|e| {
            let known = &register.list[e.entity as usize];
            known.kind == EntityKind::Organisation && known.named
        });
    !(of_body
        && mention.lemma.is_some_and(|l| {
            !offices::is_kin(source, l)
                && (offices::is_office(source, l) || offices::is_relational(source, l))
        }))
}

/// « la même source »
fn same_word(register: &Register<'_>, mention: &Mention) -> bool {
    mention
        .tokens
        .clone()
        .any(|t| register.article.source.word(t).eq_ignore_ascii_case("même"))
}

fn last_speaker(events: &[Event]) -> Option<Id> {
    events
        .iter()
        .rev()
        .take(SIGHT)
        .find(|e| e.rank == Rank::Speaker)
        .map(|e| e.entity)
}
