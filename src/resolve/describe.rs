//! Whom a description means at its place in the article.

use super::entities::{Id, Register, SHARED, kind_of, one_gender};
use super::focus::{Event, Rank, SIGHT, Turn};
use super::offices::{self, RoleWords};
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::claim::Resolution;
use crate::entity::EntityKind;
use crate::lexicon::{Feats, NounClass, Pos, ProperKind, fold};
use crate::mentions::Mention;
use crate::tokens::{Flags, TokenId};
use std::ops::Range;

impl Register<'_> {
    /// Whom a description means at this place of the article: somebody whose role it names, somebody in focus, a description met
    /// before, or a new one.
    pub(super) fn describe(&mut self, m: usize, events: &[Event], turn: Turn) -> (Id, Resolution) {
        let mentions = self.mentions;
        let mention = &mentions[m];
        if let Some(id) = self.of[m] {
            let resolution = if self.apposed[m] {
                Resolution::Apposition
            } else {
                Resolution::Description
            };
            return (id, resolution);
        }
        let role = offices::role(self.article.source, mention);
        if !mention.is_definite() || self.is_one_of(mention) {
            if let Some(id) = self.named_below(mention, &role) {
                self.meet(id, m);
                return (id, Resolution::Description);
            }
        } else {
            let found = if mention.is_plural() || self.bears_own_name(mention) {
                None
            } else {
                self.by_role(mention, &role)
                    .or_else(|| self.in_focus(mention, &role, events, turn))
                    .or_else(|| self.body(mention, &role, events))
            };
            if let Some(id) = found.or_else(|| self.same_words(mention)) {
                self.meet(id, m);
                self.note(id, role);
                let known = &mut self.list[id as usize];
                if known.kind == EntityKind::Unknown {
                    known.kind = kind_of(mention);
                }
                return (id, Resolution::Description);
            }
        }
        let id = self.new_description(mention, role);
        self.meet(id, m);
        (id, Resolution::Description)
    }

    /// « l'un des participants »: not one told before, whatever the article before « un ».
    fn is_one_of(&self, mention: &Mention) -> bool {
        let source = self.article.source;
        mention.chunk_end > mention.chunk + 1
            && mention.tokens.clone().take(2).any(|t| {
                let word = source.word(t);
                word.eq_ignore_ascii_case("un") || word.eq_ignore_ascii_case("une")
            })
    }

    /// « Un général moravien s'explique », says the headline; « le général moravien Luc Maret », says the text.
    fn named_below(&self, mention: &Mention, role: &RoleWords) -> Option<Id> {
        let sentences = self.article.sentences;
        let head = sentences[mention.sentence as usize].block < 2 && mention.sentence < 4;
        if !head
            || mention.is_plural()
            || mention.class != Some(NounClass::Person)
            || role.words.is_empty()
        {
            return None;
        }
        let lemma = role.lemma?;
        let gender = one_gender(mention.feats);
        let ids = self.by_role.get(&lemma)?;
        ids.iter().take(SHARED).copied().find(|&id| {
            let known = &self.list[id as usize];
            known.named
                && known.kind == EntityKind::Person
                && known.fits_gender(gender)
                && known.first > mention.tokens.start
                && known.roles.iter().take(SHARED).any(|r| {
                    r.lemma == Some(lemma) && role.words.iter().all(|w| r.words.contains(w))
                })
        })
    }

    fn description_key(&self, mention: &Mention) -> String {
        offices::strip_article(&self.key(&mention.tokens)).to_owned()
    }

    /// The words of a description with the name that completes it: « un porte-parole de la compagnie Rhédia », and, before its verb,
    /// with all that stands between: « les syndicats de marins au port refusent ».
    fn whole(&self, mention: &Mention) -> Range<TokenId> {
        let mut end = mention.tokens.end;
        let mut far = end;
        for at in mention.chunk_end..mention.chunk_end + 6 {
            let Some(c) = self.beside(mention, at) else {
                break;
            };
            match c.kind {
                ChunkKind::Noun
                    if c.flags.has(ChunkFlags::JUXTAPOSED)
                        && c.flags.has(ChunkFlags::NAME)
                        && end == c.first =>
                {
                    end = c.end;
                    far = c.end;
                }
                ChunkKind::Noun if c.prep().is_some() && !c.flags.has(ChunkFlags::TIME) => {
                    far = c.end;
                }
                ChunkKind::Adjective => far = c.end,
                ChunkKind::Verb if c.feats.has(Feats::PAST_PARTICIPLE) && !c.is_finite() => {
                    far = c.end;
                }
                ChunkKind::Verb if c.is_finite() && c.subject().is_none() => {
                    end = far;
                    break;
                }
                _ => break,
            }
        }
        // « tout le monde »
        let source = self.article.source;
        let start = mention.tokens.start;
        let all = start > 0 && is_all(source.word(start - 1));
        start - u32::from(all)..end.max(mention.tokens.end)
    }

    fn same_words(&self, mention: &Mention) -> Option<Id> {
        self.by_description
            .get(&self.description_key(mention))
            .map(|&id| self.settled(id))
    }

    fn new_description(&mut self, mention: &Mention, role: RoleWords) -> Id {
        let id = self.add(self.whole(mention), kind_of(mention), mention.feats, false);
        let key = self.description_key(mention);
        self.by_description.insert(key, id);
        self.note(id, role);
        id
    }

    /// What was said of an entity leads to it from now on.
    fn note(&mut self, id: Id, role: RoleWords) {
        let known = &mut self.list[id as usize];
        if let Some(lemma) = role.lemma {
            if !known
                .roles
                .iter()
                .rev()
                .take(SHARED)
                .any(|r| r.lemma == role.lemma && r.words == role.words)
            {
                let ids = self.by_role.entry(lemma).or_default();
                if ids.last() != Some(&id) {
                    ids.push(id);
                }
                known.roles.push(role);
            }
        }
    }

    /// The entity with a role of the same head noun, no contradicting complement and the same gender; the one met last.
    fn by_role(&self, mention: &Mention, role: &RoleWords) -> Option<Id> {
        let lemma = role.lemma?;
        let ids = self.by_role.get(&lemma)?;
        let gender = one_gender(mention.feats);
        let mut best: Option<((usize, bool, TokenId), Id)> = None;
        for &id in ids.iter().rev().take(SHARED) {
            let known = &self.list[id as usize];
            if !known.fits_gender(gender) || known.is_many() || known.same_as.is_some() {
                continue;
            }
            let met = known.last < mention.tokens.start;
            // « cet expert » has been met.
            if !met && mention.feats.has(Feats::DEMONSTRATIVE) {
                continue;
            }
            for other in known.roles.iter().rev().take(SHARED).filter(|r| {
                r.lemma == Some(lemma)
                    && !self.has_left(r, role)
                    && !offices::is_another_president(self.article.source, mention, r)
            }) {
                let Some(shared) = compare(&role.words, &other.words) else {
                    continue;
                };
                let rank = (shared, met, if met { known.last + 1 } else { 0 });
                if best.is_none_or(|(r, _)| rank > r) {
                    best = Some((rank, id));
                }
            }
        }
        best.map(|(_, id)| id)
    }

    /// « le président » is not the former one, who was told of before.
    pub(super) fn has_left(&self, known: &RoleWords, role: &RoleWords) -> bool {
        known.former
            && !role.former
            && known.lemma == role.lemma
            && role
                .lemma
                .is_some_and(|l| offices::is_office(self.article.source, l))
    }

    /// « le syndicaliste Sud »: a name completes the description.
    pub(super) fn named_behind(&self, mention: &Mention) -> bool {
        self.beside(mention, mention.chunk_end).is_some_and(|c| {
            c.kind == ChunkKind::Noun
                && c.flags.has(ChunkFlags::JUXTAPOSED)
                && c.first == mention.tokens.end
        })
    }

    /// « le chef de groupe Kristof Maret »: somebody's whole name completes the description.
    fn bears_own_name(&self, mention: &Mention) -> bool {
        mention.class == Some(NounClass::Person)
            && self.named_behind(mention)
            && self.beside(mention, mention.chunk_end).is_some_and(|c| {
                let capital = |t| {
                    let token = &self.article.source.tokens[t as usize];
                    token.flags.has(Flags::CAPITAL)
                };
                c.end > c.first + 1 && (c.first..c.end).all(capital)
            })
    }

    /// The first `blocks` of the article, headline and lines under it, name the entity.
    pub(super) fn is_topic(&self, id: Id, blocks: u32) -> bool {
        let first = self.list[id as usize].first;
        let sentences = self.article.sentences;
        let at = sentences.partition_point(|s| s.tokens.start <= first);
        // An article on one line has its sentences alone.
        at > 0 && sentences[at - 1].block < blocks && at <= 4 * blocks as usize
    }

    /// « la ministre de la Mer », « le secrétaire d'État au Port »: what somebody is in charge of.
    fn is_portfolio(&self, name: &Range<TokenId>) -> bool {
        let source = self.article.source;
        let mut before = (0..name.start).rev().take(5);
        before.any(|t| {
            matches!(
                source.lemma_text(source.tags[t as usize].lemma()),
                "ministre" | "ministère" | "secrétaire" | "secrétariat" | "commissaire"
            )
        })
    }

    /// « l'agence française », « l'entreprise », « le parti »: a body named before.
    fn body(&self, mention: &Mention, role: &RoleWords, events: &[Event]) -> Option<Id> {
        let source = self.article.source;
        let text = source.lemma_text(mention.lemma);
        if !(matches!(
            mention.class,
            Some(NounClass::Organisation | NounClass::Outlet | NounClass::Document)
        ) || may_be_firm(source, mention))
        {
            return None;
        }
        let head = fold(source.word(self.article.chunks[mention.chunk as usize].head));
        // The name begins with the noun and holds the other words.
        if let Some(ids) = self.by_head.get(&head) {
            let holds = |&&id: &&Id| {
                let known = &self.list[id as usize];
                let name: Vec<String> = known.name.clone().map(|t| fold(source.word(t))).collect();
                known.last < mention.tokens.start && role.words.iter().all(|w| name.contains(w))
            };
            if let Some(&id) = ids.iter().rev().take(SHARED).find(holds) {
                return Some(id);
            }
        }
        if mention.has_complement(source) && !mention.feats.has(Feats::DEMONSTRATIVE) {
            return None;
        }
        let fits = |id: Id| {
            let known = &self.list[id as usize];
            let organisation = (known.kind == EntityKind::Organisation
                || known.kind == EntityKind::Unknown && !known.is_place())
                && !self.is_portfolio(&known.name);
            // « la Cour des comptes » is an institution, but no « syndicat ».
            let own = source
                .lexicon
                .readings(source.tokens[known.name.start as usize].word)
                .iter()
                .map(|r| Some(r.lemma))
                .find(|&l| {
                    let class = source.noun_class(l);
                    matches!(class, Some(NounClass::Organisation | NounClass::Outlet))
                })
                .map(|l| source.lemma_text(l));
            let called = own.is_none_or(|own| {
                let both = |&k: &ProperKind| is_a(own, k) && is_a(text, k);
                own == text
                    || matches!(
                        text,
                        "institution" | "organisation" | "organisme" | "instance"
                    )
                    || KINDS
                        .iter()
                        .any(|k| *k != ProperKind::Institution && both(k))
            });
            // « le syndicat Piaf » is no « groupe »; « la verrerie Orva » may be.
            let kinds = |r: &RoleWords, same: bool| {
                let other = source.lemma_text(r.lemma);
                KINDS
                    .iter()
                    .any(|&k| is_a(other, k) && (!same || is_a(text, k)))
            };
            let roles = || known.roles.iter().rev().take(SHARED);
            let said = roles().any(|r| kinds(r, true)) || !roles().any(|r| kinds(r, false));
            known.named
                && organisation
                && called
                && match known.proper {
                    Some(kind) => is_a(text, kind),
                    // Outlets are known by what they are called, or by an article of their own (« selon La Vigie »).
                    None if is_a(text, ProperKind::Outlet) => {
                        roles().any(|r| kinds(r, true)) || known.article && known.roles.is_empty()
                    }
                    None => said,
                }
        };
        if !is_generic(text) {
            return None;
        }
        let near = || events.iter().rev().take(SIGHT);
        let foremost = || near().filter(|e| e.rank != Rank::Other).take(6);
        let known = |e: &&Event| fits(e.entity) && self.list[e.entity as usize].proper.is_some();
        let sure = |e: &&Event| {
            fits(e.entity) && self.list[e.entity as usize].kind == EntityKind::Organisation
        };
        foremost()
            .find(known)
            .or_else(|| foremost().find(sure))
            .or_else(|| near().find(known))
            .or_else(|| near().find(|e| sure(e) || fits(e.entity) && e.rank != Rank::Other))
            .map(|e| e.entity)
    }
}

impl Mention {
    /// A noun or name completes the head: « le maire de Fréval », not « le maire socialiste ».
    pub(super) fn has_complement(&self, source: crate::chunks::Source<'_>) -> bool {
        let mut nouns = 0;
        for t in self.tokens.clone() {
            match source.pos(t) {
                Pos::Noun
                    if source.noun_class(source.tags[t as usize].lemma())
                        == Some(NounClass::Time) => {}
                Pos::Noun => nouns += 1,
                Pos::Name | Pos::FirstName => nouns += 2,
                _ => {}
            }
        }
        nouns > 1
    }
}

fn is_all(word: &str) -> bool {
    ["tout", "toute", "tous", "toutes"]
        .iter()
        .any(|all| word.eq_ignore_ascii_case(all))
}

/// How many words two descriptions share, unless one tells another holder: « le ministre » is any minister, « le ministre du
/// Travail » that one alone.
fn compare(own: &[String], other: &[String]) -> Option<usize> {
    if are_initials(own, other) || are_initials(other, own) {
        return Some(1);
    }
    let shared = own.iter().filter(|w| other.contains(w)).count();
    (shared >= own.len().min(other.len())).then_some(shared)
}

/// « la présidente du MF », « la présidente du Mouvement fruitier »
fn are_initials(short: &[String], long: &[String]) -> bool {
    let [letters] = short else {
        return false;
    };
    long.len() > 1 && letters.chars().count() <= long.len() + 1 && letters.chars().count() > 1 && {
        let first: String = long.iter().filter_map(|w| w.chars().next()).collect();
        letters.ends_with(&first) || first.ends_with(letters.as_str())
    }
}

/// « l'éditeur » may be a firm, « l'éditrice » is a woman.
pub(super) fn may_be_firm(source: crate::chunks::Source<'_>, mention: &Mention) -> bool {
    let woman = mention.class == Some(NounClass::Person) && one_gender(mention.feats) == Feats::FEM;
    !woman && is_generic(source.lemma_text(mention.lemma))
}

const KINDS: [ProperKind; 4] = [
    ProperKind::Company,
    ProperKind::Institution,
    ProperKind::Party,
    ProperKind::Outlet,
];

/// Nouns that stand for a body just named.
pub(super) fn is_generic(text: &str) -> bool {
    KINDS.iter().any(|&kind| is_a(text, kind))
}

/// The noun may stand for a name of this kind.
fn is_a(text: &str, kind: ProperKind) -> bool {
    match kind {
        ProperKind::Company | ProperKind::Platform => matches!(
            text,
            "entreprise"
                | "groupe"
                | "firme"
                | "société"
                | "compagnie"
                | "constructeur"
                | "géant"
                | "marque"
                | "enseigne"
                | "plateforme"
                | "start-up"
                | "opérateur"
                | "multinationale"
                | "banque"
                | "avionneur"
                | "laboratoire"
                | "distributeur"
                | "fabricant"
                | "industriel"
                | "gestionnaire"
                | "exploitant"
                | "fournisseur"
                | "transporteur"
                | "éditeur"
                | "assureur"
                | "hébergeur"
        ),
        ProperKind::Institution => matches!(
            text,
            "institution"
                | "organisation"
                | "organisme"
                | "agence"
                | "autorité"
                | "association"
                | "ONG"
                | "ong"
                | "syndicat"
                | "centrale"
                | "fédération"
                | "institut"
                | "collectif"
                | "club"
                | "instance"
                | "juridiction"
                | "tribunal"
                | "université"
        ),
        ProperKind::Party => matches!(text, "parti" | "formation" | "mouvement"),
        ProperKind::Agency => matches!(text, "agence" | "média"),
        ProperKind::Outlet | ProperKind::Broadcaster | ProperKind::Program => {
            matches!(
                text,
                "quotidien"
                    | "journal"
                    | "hebdomadaire"
                    | "magazine"
                    | "mensuel"
                    | "chaîne"
                    | "radio"
                    | "média"
                    | "agence"
                    | "titre"
                    | "site"
                    | "tabloïd"
            )
        }
        ProperKind::Place => false,
    }
}
