//! Noun groups.

use super::{Chunk, ChunkFlags, ChunkKind, Item, NONE, Source, Words};
use crate::lexicon::{Feats, LemmaId, NounClass, Pos, ProperKind};
use crate::tokens::{Flags, TokenId, TokenKind};

const GENDER: u32 = Feats::MASC | Feats::FEM;
const NUMBER: u32 = Feats::SING | Feats::PLUR;

/// A noun group at `at`, with the preposition before it; appended to `out` (two groups when a name follows a noun).
/// Gives the index behind it.
pub(super) fn noun_group(
    source: Source<'_>,
    words: &Words,
    at: usize,
    out: &mut Vec<Chunk>,
) -> Option<usize> {
    let mut j = at;
    let mut prep = NONE;
    // « les uns », « les autres »: an article, before a pronoun too.
    let mut article = words.pos(source, j) == Some(Pos::Particle)
        && words.pos(source, j + 1) == Some(Pos::Pron)
        && matches!(
            source.word(words.token(j)?),
            "les" | "Les" | "l'" | "L'" | "l’" | "L’"
        );
    if article {
        j += 1;
    }
    while let Some(Pos::Prep | Pos::Particle) = words.pos(source, j) {
        prep = words.token(j)?;
        j += 1;
    }
    // « à travers le pays »
    if prep != NONE
        && matches!(source.word(prep), "à" | "À" | "au" | "Au")
        && words.token(j).is_some_and(|t| source.word(t) == "travers")
        && words.pos(source, j + 1) == Some(Pos::Det)
    {
        j += 1;
    }
    // « dans plus de dix villes »
    if let Some(end) = quantified(source, words, j, prep, out) {
        return Some(end);
    }
    let mut group = Group::new(prep);
    let mut partitive = false;
    // « d'autres pays », « de nombreux riverains » where no noun asks for a complement: an article.
    if prep != NONE && is_partitive(source, words, j, out) {
        group.prep = NONE;
        group.flags |= ChunkFlags::DETERMINED;
        partitive = true;
    }
    if words.pos(source, j) == Some(Pos::PrepDet) {
        let token = words.token(j)?;
        // « selon des documents »: an article behind a preposition.
        article = prep != NONE;
        if !article {
            group.prep = token;
        }
        group.feats = source.tags[token as usize].feats.0 & (GENDER | NUMBER | Feats::DEFINITE);
        group.flags |= ChunkFlags::DETERMINED;
        j += 1;
    }
    let first_at = if article || partitive { j - 1 } else { j };
    let end = group.read(source, words, j)?;
    let first = words.token(first_at)?;
    let last = words.token(end - 1)?;
    if governs_complement(source, group.prep) {
        group.flags |= ChunkFlags::OF;
    }
    out.push(group.chunk(first, last + 1));
    Some(end)
}

/// « beaucoup de gens », « plus de 300 personnes »: the adverb and de are the determiner.
fn quantified(
    source: Source<'_>,
    words: &Words,
    at: usize,
    prep: u32,
    out: &mut Vec<Chunk>,
) -> Option<usize> {
    let first = words.token(at)?;
    let word = |t: TokenId| source.tokens[t as usize].word;
    let adverb = source.fixed.is_quantifier(word(first));
    let de = adverb
        && words
            .token(at + 1)
            .is_some_and(|t| source.fixed.is_de(word(t)));
    if !de {
        return None;
    }
    let mut group = Group::new(prep);
    group.flags |= ChunkFlags::DETERMINED;
    let end = group.read(source, words, at + 2)?;
    // Many, whatever the noun's own number: « plus d'un habitant » stays one.
    if group.feats & NUMBER == 0 {
        group.feats |= Feats::PLUR;
    }
    if governs_complement(source, prep) {
        group.flags |= ChunkFlags::OF;
    }
    out.push(group.chunk(first, words.token(end - 1)? + 1));
    Some(end)
}

fn governs_complement(source: Source<'_>, prep: u32) -> bool {
    prep != NONE && source.fixed.is_of(source.tokens[prep as usize].word)
}

/// de or d' before an adjective and a plural noun, with nothing before it that takes a complement.
fn is_partitive(source: Source<'_>, words: &Words, at: usize, out: &[Chunk]) -> bool {
    let Some(before) = words.token(at - 1) else {
        return false;
    };
    if !matches!(
        source.lemma_text(source.tags[before as usize].lemma()),
        "de" | "d'"
    ) {
        return false;
    }
    let Some(token) = words.token(at) else {
        return false;
    };
    let other = matches!(
        source.word(token).to_ascii_lowercase().as_str(),
        "autres" | "aucuns"
    );
    let plural = source.pos(token) == Pos::Adj
        && source.tags[token as usize].feats.has(Feats::PLUR)
        && leads_to_noun(source, words, at + 1);
    let free = out.last().is_none_or(|c| {
        matches!(
            c.kind,
            ChunkKind::Comma
                | ChunkKind::Stop
                | ChunkKind::Coordinator
                | ChunkKind::Subordinator
                | ChunkKind::Relative
                | ChunkKind::Quote
        ) || c.kind == ChunkKind::Verb && c.is_finite()
    });
    (other || plural) && free
}

struct Group {
    prep: u32,
    flags: u16,
    feats: u32,
    head: TokenId,
    lemma: u32,
}

impl Group {
    fn new(prep: u32) -> Group {
        Group {
            prep,
            flags: 0,
            feats: 0,
            head: NONE,
            lemma: NONE,
        }
    }

    fn chunk(self, first: TokenId, end: TokenId) -> Chunk {
        let head = if self.head == NONE { first } else { self.head };
        Chunk {
            kind: ChunkKind::Noun,
            flags: ChunkFlags(self.flags),
            first,
            end,
            head,
            lemma: self.lemma,
            feats: Feats(self.feats),
            extra: self.prep,
        }
    }

    fn narrow(&mut self, feats: Feats) {
        for mask in [GENDER, NUMBER] {
            let (have, new) = (self.feats & mask, feats.0 & mask);
            let both = if have == 0 || new == 0 {
                have | new
            } else if have & new != 0 {
                have & new
            } else {
                new
            };
            self.feats = self.feats & !mask | both;
        }
    }

    fn set_head(&mut self, token: TokenId, lemma: Option<LemmaId>, source: Source<'_>) {
        self.head = token;
        self.lemma = lemma.map_or(NONE, |l| l.0);
        if source.noun_class(lemma) == Some(NounClass::Time) {
            self.flags |= ChunkFlags::TIME;
        }
    }

    /// Reads determiners, adjectives, nouns and names from `at`; the index behind the group, or nothing when no head is found.
    fn read(&mut self, source: Source<'_>, words: &Words, at: usize) -> Option<usize> {
        let mut j = at;
        let mut noun = false;
        let mut name = false;
        while let Some(token) = words.token(j) {
            let tag = &source.tags[token as usize];
            match tag.pos {
                // « Voices of Tomorrow »: a small word of another tongue inside a name.
                _ if name && is_foreign_joint(source, words, j) => {}
                // « en 2016 l'artiste »: a figure is behind its article, so this one opens a new group.
                Pos::Det if !noun && !name && self.head == NONE => {
                    self.flags |= ChunkFlags::DETERMINED;
                    self.narrow(tag.feats);
                    self.feats |=
                        tag.feats.0 & (Feats::DEFINITE | Feats::POSSESSIVE | Feats::DEMONSTRATIVE);
                }
                // « cinq autres projets »
                Pos::Det
                    if !noun
                        && !name
                        && matches!(source.pos(self.head), Pos::Number | Pos::Numeral)
                        && source.lemma_text(tag.lemma()) == "autre" => {}
                // « Hervé le Bras »: an article inside a name.
                Pos::Det
                    if name
                        && self.person_before(source, words, j)
                        && words.token(j + 1).is_some_and(|t| is_capital(source, t))
                        && is_article(source, token) => {}
                // « emportant selon les secours trois marins »: another group.
                Pos::Numeral if noun => break,
                Pos::Numeral | Pos::Number if !name => {
                    // « l'un des pêcheurs » is one, every other figure more.
                    let number = if tag.feats.has(Feats::SING) {
                        Feats::SING
                    } else {
                        Feats::PLUR
                    };
                    self.feats = self.feats & !NUMBER | number;
                    if self.head == NONE {
                        self.head = token;
                    }
                    // « 51 % des Français »
                    if words.token(j + 1).is_some_and(|t| {
                        source.tokens[t as usize].kind == TokenKind::Symbol
                            && matches!(source.word(t), "%" | "€" | "$")
                    }) {
                        j += 1;
                    }
                }
                // « samedi favorables à »: a moment takes few adjectives.
                Pos::Adj
                    if self.flags & ChunkFlags::TIME != 0
                        && !matches!(
                            source.lemma_text(tag.lemma()),
                            "dernier" | "prochain" | "passé" | "suivant" | "précédent" | "entier"
                        ) =>
                {
                    break;
                }
                // « Odile Brun »: no adjective.
                Pos::Adj if name && !noun && is_capital(source, token) => {}
                Pos::Adj if noun || name => self.narrow(tag.feats),
                Pos::Adj => {
                    // Before a noun, or standing for one behind a determiner (« le premier »).
                    let leads = leads_to_noun(source, words, j + 1);
                    if !leads && self.flags & ChunkFlags::DETERMINED == 0 {
                        break;
                    }
                    self.narrow(tag.feats);
                    if !leads {
                        self.set_head(token, tag.lemma(), source);
                        noun = true;
                    }
                }
                Pos::Adv
                    if !noun
                        && !name
                        && matches!(words.pos(source, j + 1), Some(Pos::Adj))
                        && leads_to_noun(source, words, j + 2) => {}
                Pos::Adv if noun && matches!(words.pos(source, j + 1), Some(Pos::Adj)) => {}
                Pos::Noun if !name || source.tokens[token as usize].flags.has(Flags::CAPITAL) => {
                    if noun
                        && (source.tokens[token as usize].flags.has(Flags::BLANK_BEFORE))
                        && starts_time(source, token)
                    {
                        break;
                    }
                    if !noun {
                        self.set_head(token, tag.lemma(), source);
                        // « la chef », « la ministre »: of a person the determiner tells.
                        let told = self.feats & GENDER;
                        self.narrow(tag.feats);
                        if matches!(told, Feats::MASC | Feats::FEM)
                            && source.noun_class(tag.lemma()) == Some(NounClass::Person)
                        {
                            self.feats = self.feats & !GENDER | told;
                        }
                        if source.tokens[token as usize].flags.has(Flags::CAPITAL)
                            && self.flags & ChunkFlags::DETERMINED == 0
                            && j > at
                        {
                            name = true;
                        }
                    }
                    noun = true;
                }
                // « les sondés », « les blessés »
                Pos::Verb
                    if !noun
                        && !name
                        && self.flags & ChunkFlags::DETERMINED != 0
                        && tag.is_verb(Feats::PAST_PARTICIPLE)
                        && !leads_to_noun(source, words, j + 1) =>
                {
                    self.set_head(token, None, source);
                    self.narrow(tag.feats);
                    noun = true;
                }
                Pos::Name | Pos::FirstName | Pos::Title => {
                    // « la liste de 2014 | Odile Brun »: a year counts no persons.
                    let year = tag.pos == Pos::FirstName
                        && !name
                        && self.head != NONE
                        && source.pos(self.head) == Pos::Number;
                    if noun || year || new_name(source, words, at, j) {
                        // le ministre | Luc Maret: the name is a group of its own.
                        break;
                    }
                    if tag.pos == Pos::FirstName && !name {
                        self.narrow(tag.feats);
                    }
                    if tag.pos == Pos::Title {
                        self.narrow(tag.feats);
                        self.feats = self.feats & !NUMBER | tag.feats.0 & NUMBER;
                    }
                    name = true;
                    self.flags |= ChunkFlags::NAME;
                    self.head = token;
                    self.lemma = tag.lemma().map_or(NONE, |l| l.0);
                }
                // « selon Télé 3 », « Phare 2030 »: a figure that counts nothing ends a name.
                Pos::Number if name && ends_name(source, words, at, j) => {
                    j += 1;
                    break;
                }
                // « Dominique de Villepin », « Ursula von der Leyen »
                Pos::Prep | Pos::Particle | Pos::PrepDet
                    if name
                        && self.person_before(source, words, j)
                        && particle_leads_to_name(source, words, j) => {}
                Pos::Pron if !noun && !name => {
                    self.flags |= ChunkFlags::PRONOUN;
                    self.narrow(tag.feats);
                    self.feats |=
                        tag.feats.0 & (Feats::DEMONSTRATIVE | Feats::P1 | Feats::P2 | Feats::P3);
                    self.set_head(token, tag.lemma(), source);
                    j += 1;
                    // « l'un », « tous deux », « beaucoup de » end here; a determiner before is part of it.
                    return Some(j);
                }
                _ => break,
            }
            j += 1;
        }
        if self.head == NONE {
            // « d'une « campagne de … » »: the quotation is the noun.
            if self.flags & ChunkFlags::DETERMINED != 0
                && j > at
                && matches!(words.list.get(j), Some(Item::Quote(_)))
            {
                self.head = words.token(j - 1)?;
                return Some(j);
            }
            return None;
        }
        // A juxtaposed name is found by the caller's next round; it says so itself.
        if (self.flags & ChunkFlags::NAME) != 0
            && self.flags & ChunkFlags::DETERMINED == 0
            && self.prep == NONE
            && at > 0
        {
            if let Some(before) = words.token(at - 1) {
                // « la liste de 2014 | Odile Brun »
                let year = source.pos(before) == Pos::Number
                    && words
                        .token(at.wrapping_sub(2))
                        .is_some_and(|t| source.fixed.is_de(source.tokens[t as usize].word));
                // « à l'AFP | Nadir Maret »: an agency's name is no function of somebody's.
                let agency = source
                    .lexicon
                    .proper(source.word(before))
                    .is_some_and(|p| p.kind == ProperKind::Agency);
                if year
                    || matches!(source.pos(before), Pos::Noun | Pos::Adj | Pos::Name)
                        && source.tokens[before as usize].kind == TokenKind::Word
                        && !agency
                {
                    self.flags |= ChunkFlags::JUXTAPOSED;
                }
            }
        }
        Some(j)
    }

    fn person_before(&self, source: Source<'_>, words: &Words, at: usize) -> bool {
        (1..=2).any(|back| {
            at >= back
                && matches!(
                    words.pos(source, at - back),
                    Some(Pos::FirstName | Pos::Title)
                )
        })
    }
}

/// « à l'AFP | Odile Brun », « du port de Fréval | Luc Maret »: a first name or title behind a name that holds none begins
/// another name, unless both are one known name.
fn new_name(source: Source<'_>, words: &Words, at: usize, here: usize) -> bool {
    let Some(token) = words.token(here) else {
        return false;
    };
    let begins = match source.pos(token) {
        Pos::Title => true,
        // « à l'AFP | Nadir Maret », « le député PS | Nadir Maret »: a given name that the lexicon lacks.
        Pos::Name => {
            let capital = |k: usize| {
                words.token(k).is_some_and(|t| {
                    let flags = source.tokens[t as usize].flags;
                    flags.has(Flags::CAPITAL) && !flags.has(Flags::ALL_CAPS)
                })
            };
            capital(here)
                && capital(here + 1)
                && here
                    .checked_sub(1)
                    .and_then(|k| words.token(k))
                    .is_some_and(|t| {
                        let known = source.lexicon.proper(source.word(t)).map(|p| p.kind);
                        matches!(known, Some(ProperKind::Agency | ProperKind::Party))
                    })
        }
        Pos::FirstName => {
            words.token(here + 1).is_some_and(|next| {
                source.tokens[next as usize].flags.has(Flags::CAPITAL)
                    && source.tokens[next as usize].kind == TokenKind::Word
            }) || follows_acronym(source, words, here)
        }
        _ => false,
    };
    if !begins {
        return false;
    }
    let mut first = None;
    let mut determined = at > 0
        && matches!(
            words.pos(source, at - 1),
            Some(Pos::Prep | Pos::PrepDet | Pos::Particle)
        );
    for k in at..here {
        match words.pos(source, k) {
            Some(Pos::FirstName | Pos::Title) => return false,
            Some(Pos::Det) => determined = true,
            // « à l'Agroalimentaire | Luc Maret »: an adjective with an article is a noun.
            Some(Pos::Adj) => {
                let capital = |t: &TokenId| source.tokens[*t as usize].flags.has(Flags::CAPITAL);
                first = first.or(words.token(k).filter(capital));
            }
            Some(Pos::Name | Pos::Noun) => first = first.or(words.token(k)),
            _ => {}
        }
    }
    let Some(first) = first else { return false };
    let text = |end: TokenId| {
        &source.text
            [source.tokens[first as usize].span.start()..source.tokens[end as usize].span.end()]
    };
    let whole = (here..here + 3)
        .map_while(|k| words.token(k))
        .any(|end| source.lexicon.proper(text(end)).is_some());
    let known = words
        .token(here - 1)
        .is_some_and(|end| source.lexicon.proper(text(end)).is_some());
    !whole && (determined || known || follows_acronym(source, words, here))
}

/// A whole figure right behind the one word of a name that is no person's, and before nothing that it could count.
fn ends_name(source: Source<'_>, words: &Words, at: usize, here: usize) -> bool {
    let figure = words.token(here).is_some_and(|t| {
        let word = source.word(t);
        (1..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
    });
    let person = (at..here).any(|k| {
        matches!(
            words.pos(source, k),
            Some(Pos::FirstName | Pos::Title | Pos::Number)
        )
    });
    let counts = words.token(here + 1).is_some_and(|t| {
        source.tokens[t as usize].kind == TokenKind::Symbol
            || matches!(
                source.pos(t),
                Pos::Noun | Pos::Adj | Pos::Name | Pos::FirstName | Pos::Number | Pos::Numeral
            )
    });
    figure && !person && !counts
}

fn follows_acronym(source: Source<'_>, words: &Words, here: usize) -> bool {
    here.checked_sub(1)
        .and_then(|k| words.token(k))
        .is_some_and(|t| {
            source.tokens[t as usize].flags.has(Flags::ALL_CAPS) && source.word(t).len() > 2
        })
}

fn is_capital(source: Source<'_>, token: TokenId) -> bool {
    let token = &source.tokens[token as usize];
    token.kind == TokenKind::Word && token.flags.has(Flags::CAPITAL)
}

fn is_foreign_joint(source: Source<'_>, words: &Words, at: usize) -> bool {
    at > 0
        && words.token(at).is_some_and(|t| {
            matches!(
                source.word(t),
                "of" | "for" | "the" | "in" | "and" | "&" | "und" | "für" | "y" | "e"
            )
        })
        && words.token(at - 1).is_some_and(|t| is_capital(source, t))
        && (1..=2).any(|k| words.token(at + k).is_some_and(|t| is_capital(source, t)))
}

fn is_article(source: Source<'_>, token: TokenId) -> bool {
    matches!(source.word(token), "le" | "la" | "les")
}

/// One particle or two, then a capital.
fn particle_leads_to_name(source: Source<'_>, words: &Words, at: usize) -> bool {
    let capital = |k: usize| {
        words.token(k).is_some_and(|t| {
            source.tokens[t as usize].flags.has(Flags::CAPITAL)
                && matches!(source.pos(t), Pos::Name | Pos::FirstName)
        })
    };
    let joint = |k: usize| {
        words.token(k).is_some_and(|t| {
            matches!(
                source.word(t),
                "de" | "d'"
                    | "d’"
                    | "du"
                    | "des"
                    | "van"
                    | "von"
                    | "der"
                    | "den"
                    | "la"
                    | "ben"
                    | "bin"
                    | "al"
                    | "el"
                    | "da"
                    | "di"
                    | "dos"
                    | "del"
            )
        })
    };
    joint(at) && (capital(at + 1) || joint(at + 1) && capital(at + 2))
}

/// Whether adjectives from `at` end in a noun or name.
fn leads_to_noun(source: Source<'_>, words: &Words, at: usize) -> bool {
    for k in at..at + 4 {
        match words.pos(source, k) {
            Some(Pos::Noun | Pos::Name | Pos::FirstName | Pos::Number | Pos::Numeral) => {
                return true;
            }
            Some(Pos::Adj) => {}
            _ => return false,
        }
    }
    false
}

/// « le maire lundi »: a moment right behind a noun is no part of the group.
fn starts_time(source: Source<'_>, token: TokenId) -> bool {
    source.noun_class(source.tags[token as usize].lemma()) == Some(NounClass::Time)
}

/// What a name right behind a noun is to it: « le politologue | Luc Maret ».
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NameAfter {
    /// Part of the group: together they are one subject.
    Joins,
    /// A mention of its own; so is a quoted name.
    Apart,
}

/// « le ministre de la Pêche et des Ports », « le ministre de l'économie et des finances »: the complement of an office goes on
/// behind « et », where both have capitals or the noun is one that governs several domains.
fn is_second_complement(source: Source<'_>, chunks: &[Chunk], at: usize, end: usize) -> bool {
    let (before, Some(second)) = (&chunks[end - 1], chunks.get(end + 1)) else {
        return false;
    };
    let joint = &chunks[end];
    let of = |c: &Chunk| {
        c.kind == ChunkKind::Noun && c.flags.has(ChunkFlags::OF) && !c.flags.has(ChunkFlags::TIME)
    };
    let capital = |c: &Chunk| is_capital(source, c.head);
    joint.kind == ChunkKind::Coordinator
        && end > at + 1
        && source.word(joint.head) == "et"
        && of(second)
        && second.feats.has(Feats::DEFINITE)
        && (of(before) || before.kind == ChunkKind::Adjective)
        && (capital(second) && chunks[at + 1..end].iter().any(|c| of(c) && capital(c))
            || matches!(
                source.lemma_text(chunks[at].lemma()),
                "ministre" | "ministère"
            ))
        && source.noun_class(second.lemma()) != Some(NounClass::Person)
}

/// « la députée PS du Nord », « un adhérent CFDT »: letters behind somebody's function say where that one belongs, and name nobody.
fn is_party(source: Source<'_>, chunks: &[Chunk], at: usize, end: usize) -> bool {
    let letters = &chunks[end];
    let goes_on = || {
        chunks.get(end + 1).is_some_and(|c| {
            c.kind == ChunkKind::Noun
                && (c.flags.has(ChunkFlags::OF) && c.prep() == Some(letters.end)
                    || c.flags.has(ChunkFlags::JUXTAPOSED) && c.first == letters.end)
        })
    };
    letters.end == letters.first + 1
        && source.tokens[letters.first as usize]
            .flags
            .has(Flags::ALL_CAPS)
        && source.noun_class(chunks[at].lemma()) == Some(NounClass::Person)
        && (source.lexicon.proper(source.word(letters.first)).is_some() || goes_on())
}

/// The index behind the noun group at `at` with its complements in de and its adjectives.
pub(crate) fn group_end(source: Source<'_>, chunks: &[Chunk], at: usize, name: NameAfter) -> usize {
    let joins = name == NameAfter::Joins;
    let mut end = at + 1;
    while let Some(chunk) = chunks.get(end) {
        let before = &chunks[end - 1];
        // « le journaliste et écrivain Luc Maret »: two functions of one person.
        if chunk.kind == ChunkKind::Coordinator && before.kind == ChunkKind::Noun {
            let second = chunks.get(end + 1).is_some_and(|c| {
                c.kind == ChunkKind::Noun
                    && c.prep().is_none()
                    && !c.flags.has(ChunkFlags::DETERMINED)
                    && !c.flags.has(ChunkFlags::NAME)
            });
            let name = chunks.get(end + 2).is_some_and(|c| {
                c.kind == ChunkKind::Noun
                    && c.flags.has(ChunkFlags::NAME)
                    && c.flags.has(ChunkFlags::JUXTAPOSED)
            });
            if second && name && source.word(chunk.head) == "et" {
                end += 2;
                continue;
            }
        }
        if is_second_complement(source, chunks, at, end) {
            end += 2;
            continue;
        }
        let joined = match chunk.kind {
            ChunkKind::Noun if chunk.flags.has(ChunkFlags::TIME) => false,
            ChunkKind::Noun if chunk.prep().is_some() => chunk.flags.has(ChunkFlags::OF),
            ChunkKind::Noun => {
                chunk.flags.has(ChunkFlags::JUXTAPOSED)
                    && before.end == chunk.first
                    && (joins || is_party(source, chunks, at, end))
            }
            ChunkKind::Adjective => before.kind == ChunkKind::Noun,
            // « le « Journal du port » »
            ChunkKind::Quote => {
                joins && before.kind == ChunkKind::Noun && source.pos(before.head) == Pos::Det
            }
            _ => false,
        };
        if !joined {
            break;
        }
        end += 1;
    }
    end
}
