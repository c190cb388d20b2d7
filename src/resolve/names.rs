//! Which names are one: full names, last names, first names, nicknames, acronyms.

use super::entities::{GENDER, Id, Register, SHARED, one_gender};
use super::offices::{self, RoleWords};
use crate::entity::EntityKind;
use crate::lexicon::{Feats, Pos, Proper, ProperKind, fold};
use crate::mentions::{Mention, MentionKind, slice};
use crate::tokens::{Flags, TokenId, TokenKind};
use std::collections::HashSet;
use std::ops::Range;

/// How many of the last persons a nickname is compared with.
const NICKNAME_REACH: usize = 200;

impl Register<'_> {
    /// Full names first, so that a last name that comes before its full name finds it.
    pub(super) fn names(&mut self) {
        // Two capitals with no given name are a person's unless the article says otherwise somewhere.
        let bodies: HashSet<String> = self
            .mentions
            .iter()
            .filter(|m| m.kind == MentionKind::Body)
            .filter_map(|m| m.name.as_ref())
            .filter(|n| n.len() > 1)
            .map(|n| self.key(n))
            .collect();
        let mut doubtful = Vec::new();
        for (m, mention) in self.mentions.iter().enumerate() {
            if mention.kind == MentionKind::Person
                && (mention.titled
                    || !mention
                        .name
                        .as_ref()
                        .is_some_and(|n| bodies.contains(&self.key(n))))
                && mention.name.as_ref().is_some_and(|n| n.len() >= 2)
                && !starts_with_particle(self, mention)
            {
                let given = self.begins_with_given(mention);
                if given {
                    self.full_name(m);
                } else {
                    doubtful.push(m);
                }
            }
        }
        // « Ben Youssef » for Odile Ben Youssef; else a full name whose first word the lexicon lacks.
        for m in doubtful {
            let name = self.mentions[m].name.clone();
            match name.and_then(|name| self.ending(&name)) {
                Some(id) => self.meet(id, m),
                None => self.full_name(m),
            }
        }
        for known in &mut self.list {
            known.full = known.mentions.len();
        }
        for (m, mention) in self.mentions.iter().enumerate() {
            if self.of[m].is_none() && mention.is_named() {
                self.other_name(m);
            }
        }
        for m in 0..self.mentions.len() {
            self.take_article(m);
            if self.mentions[m].titled {
                self.title_role(m);
            } else if self.mentions[m].kind == MentionKind::Description {
                self.noun_like_name(m);
            }
        }
    }

    /// « selon La Vigie »: an article with a capital inside a sentence is part of the name, which may be written without it elsewhere.
    fn take_article(&mut self, m: usize) {
        let mention = &self.mentions[m];
        let (Some(id), Some(name)) = (self.of[m], mention.name.clone()) else {
            return;
        };
        if self.list[id as usize].kind == EntityKind::Person || self.article_of(mention).is_none() {
            return;
        }
        let known = &mut self.list[id as usize];
        if known.name.len() <= name.len() {
            known.name = name.start - 1..name.end;
        }
        known.article = true;
    }

    /// The article with a capital right before a name that does not open the sentence.
    fn article_of(&self, mention: &Mention) -> Option<TokenId> {
        let source = self.article.source;
        let before = mention.name.as_ref()?.start.checked_sub(1)?;
        let opens = self.article.sentences[mention.sentence as usize]
            .tokens
            .start;
        let capital = source.tokens[before as usize].flags.has(Flags::CAPITAL)
            && matches!(source.word(before), "Le" | "La" | "Les" | "L'" | "L’");
        let after_word = before
            .checked_sub(1)
            .is_some_and(|b| source.tokens[b as usize].kind == TokenKind::Word);
        (capital && before > opens && after_word && mention.tokens.contains(&before))
            .then_some(before)
    }

    /// « Le Boucher » for Odile Le Boucher: an article and a noun, both with capitals, that end somebody's name.
    fn noun_like_name(&mut self, m: usize) {
        let source = self.article.source;
        let tokens = self.mentions[m].tokens.clone();
        let capitals = tokens.len() == 2
            && tokens
                .clone()
                .all(|t| source.tokens[t as usize].flags.has(Flags::CAPITAL));
        if let Some(id) = capitals.then(|| self.ending(&tokens)).flatten() {
            self.meet(id, m);
        }
    }

    /// « Me Odile Brun » is « l'avocate » from now on.
    fn title_role(&mut self, m: usize) {
        let source = self.article.source;
        let mention = &self.mentions[m];
        let title = source.word(mention.tokens.start);
        let lemma = offices::of_title(title).and_then(|noun| source.lexicon.lemma_id(noun));
        let Some(id) = self.of[m] else { return };
        let Some(lemma) = lemma else {
            // « le lieutenant-colonel Brun » is somebody already, whatever the next description says.
            if !offices::is_civil(title) && self.list[id as usize].roles.is_empty() {
                self.list[id as usize].roles.push(RoleWords {
                    lemma: None,
                    passing: false,
                    former: false,
                    words: Vec::new(),
                    tokens: mention.tokens.start..mention.tokens.start + 1,
                });
            }
            return;
        };
        let ids = self.by_role.entry(lemma).or_default();
        if ids.last() != Some(&id) {
            ids.push(id);
            self.list[id as usize].roles.push(RoleWords {
                lemma: Some(lemma),
                passing: false,
                former: false,
                words: Vec::new(),
                tokens: mention.tokens.start..mention.tokens.start + 1,
            });
        }
    }

    fn begins_with_given(&self, mention: &Mention) -> bool {
        mention.titled
            || mention
                .name
                .as_ref()
                .is_some_and(|n| self.article.source.pos(n.start) == Pos::FirstName)
    }

    /// The person whose name ends in all the words of a shorter one.
    fn ending(&self, name: &Range<TokenId>) -> Option<Id> {
        let words = self.words(name);
        let ids = self.by_word.get(words.last()?)?;
        ids.iter().rev().take(SHARED).copied().find(|&id| {
            let other = self.words(&self.list[id as usize].name);
            other.len() > words.len() && other.ends_with(&words)
        })
    }

    fn words(&self, name: &Range<TokenId>) -> Vec<String> {
        name.clone()
            .map(|t| fold(self.article.source.word(t)))
            .collect()
    }

    fn full_name(&mut self, m: usize) {
        let mentions = self.mentions;
        let mention = &mentions[m];
        let Some(name) = mention.name.clone() else {
            return;
        };
        let key = self.key(&name);
        let id = match self.by_name.get(&key) {
            Some(&id) => id,
            None => {
                let words = self.words(&name);
                let id = self
                    .variant(&words)
                    .unwrap_or_else(|| self.add_person(&name, &words, mention.feats));
                // The fuller form becomes the name.
                if name.len() > self.list[id as usize].name.len() {
                    self.list[id as usize].name = name.clone();
                }
                self.by_name.insert(key, id);
                id
            }
        };
        self.meet(id, m);
    }

    fn add_person(&mut self, name: &Range<TokenId>, words: &[String], feats: Feats) -> Id {
        let id = self.add(name.clone(), EntityKind::Person, feats, true);
        for word in words {
            // « Wu » for Wu Heping
            if word.len() > 1 && word != "de" && word != "le" && word != "la" {
                self.by_word.entry(word.clone()).or_default().push(id);
            }
        }
        id
    }

    /// « Odile Brun » and « Odile M. Brun »: first and last word alike, one holding the other.
    fn variant(&self, words: &[String]) -> Option<Id> {
        let (first, last) = (words.first()?, words.last()?);
        self.misspelt(words)
            .or_else(|| self.initialled(words, first, last))
    }

    /// « Mohamed Brun » and « Mohammed Brun », « Robin Maret » and « Robin Marret »: a letter more or less in one of two names.
    fn misspelt(&self, words: &[String]) -> Option<Id> {
        let [first, last] = words else {
            return None;
        };
        let candidates = [self.by_word.get(last), self.by_word.get(first)];
        candidates
            .into_iter()
            .flatten()
            .flat_map(|ids| ids.iter().rev().take(SHARED).copied())
            .find(|&id| {
                let other = self.words(&self.list[id as usize].name);
                let [given, family] = other.as_slice() else {
                    return false;
                };
                given == first && one_letter_off(family, last)
                    || family == last && one_letter_off(given, first) && !is_feminine(given, first)
            })
    }

    fn initialled(&self, words: &[String], first: &str, last: &str) -> Option<Id> {
        let ids = self.by_word.get(last)?;
        ids.iter().rev().take(SHARED).copied().find(|&id| {
            let other = self.words(&self.list[id as usize].name);
            other.last().is_some_and(|o| o == last)
                && other.first().is_some_and(|o| same_given(o, first))
                && (other[1..].iter().all(|w| words.contains(w))
                    || words[1..].iter().all(|w| other.contains(w)))
        })
    }

    fn other_name(&mut self, m: usize) {
        let mention = &self.mentions[m];
        let Some(name) = mention.name.clone() else {
            return;
        };
        let key = self.key(&name);
        // Two persons may share a last name: each mention of it is looked up anew.
        let person = mention.kind != MentionKind::Body;
        if let Some(id) = person.then(|| self.person_called(m, &name)).flatten() {
            self.meet(id, m);
            return;
        }
        if let Some(&id) = self.by_name.get(&key) {
            self.meet(id, m);
            return;
        }
        let source = self.article.source;
        let written = slice(source, &name);
        // What the article says that letters stand for goes before what they stand for elsewhere.
        let id = match (self.expansion(m), source.lexicon.proper(written)) {
            (Some(id), _) => id,
            (None, Some(proper)) if !mention.titled => {
                self.known_name(&name, proper, mention.feats)
            }
            _ => self.new_name(&name, mention),
        };
        self.by_name.entry(key).or_insert(id);
        self.meet(id, m);
    }

    /// The entity of a name of the lexicon: all its aliases are one.
    fn known_name(&mut self, name: &Range<TokenId>, proper: &Proper, feats: Feats) -> Id {
        let canonical = fold(&proper.name);
        if let Some(&id) = self.by_name.get(&canonical) {
            return id;
        }
        let kind = if proper.kind == ProperKind::Place {
            EntityKind::Unknown
        } else {
            EntityKind::Organisation
        };
        let feats = if proper.feats.0 & GENDER != 0 {
            proper.feats
        } else {
            feats
        };
        let id = self.add_body(name, kind, feats);
        self.list[id as usize].proper = Some(proper.kind);
        self.by_name.insert(canonical, id);
        id
    }

    fn add_body(&mut self, name: &Range<TokenId>, kind: EntityKind, feats: Feats) -> Id {
        let id = self.add(name.clone(), kind, feats, true);
        let head = fold(self.article.source.word(name.start));
        self.by_head.entry(head).or_default().push(id);
        id
    }

    fn new_name(&mut self, name: &Range<TokenId>, mention: &Mention) -> Id {
        if mention.kind == MentionKind::Body {
            return self.add_body(name, EntityKind::Organisation, mention.feats);
        }
        let source = self.article.source;
        // « dans l'Aude »: a given name takes no article.
        let article = mention.feats.has(Feats::DEFINITE) && name.len() == 1;
        if mention.titled || source.pos(name.start) == Pos::FirstName && !article {
            let words = self.words(name);
            return self.add_person(name, &words, mention.feats);
        }
        self.add_body(name, EntityKind::Unknown, mention.feats)
    }

    /// The person whose name holds the words: a last name, a first name alone for its only bearer, « Mar' » for Maretti.
    fn person_called(&self, m: usize, name: &Range<TokenId>) -> Option<Id> {
        let words = self.words(name);
        self.bearer(m, &words).or_else(|| {
            let [word] = words.as_slice() else {
                return None;
            };
            let short = word.strip_suffix('\'')?;
            self.nickname(short)
        })
    }

    /// Of the persons whose names hold all the words: those that end in them before those that begin with them, the one met
    /// last before the mention before the others.
    fn bearer(&self, m: usize, words: &[String]) -> Option<Id> {
        let mention = &self.mentions[m];
        let gender = one_gender(mention.feats);
        let given = self.article.source.pos(mention.name.as_ref()?.start) == Pos::FirstName;
        let ids = self.by_word.get(words.last()?)?;
        let mut best: Option<((bool, bool, bool, TokenId), Id)> = None;
        let mut others = false;
        for &id in ids.iter().rev().take(SHARED) {
            let known = &self.list[id as usize];
            let name = self.words(&known.name);
            if !words.iter().all(|w| name.contains(w)) {
                continue;
            }
            let ends = name.last() == words.last();
            let at = mention.tokens.start;
            let (full, short) = known.mentions.split_at(known.full);
            let before = full.partition_point(|o| o.start < at);
            let last = full[..before]
                .last()
                .into_iter()
                .chain(short.last())
                .map(|o| o.start + 1)
                .max()
                .unwrap_or(0);
            let rank = (ends, known.fits_gender(gender), last > 0, last);
            if let Some((other, _)) = best {
                others |= other.0 == ends;
            }
            if best.is_none_or(|(r, _)| rank > r) {
                best = Some((rank, id));
            }
        }
        let ((ends, fits, ..), id) = best?;
        // A first name that several bear, or one with a title of the other gender, tells nobody.
        let clear = ends || !others || !given;
        (clear && (fits || ends)).then_some(id)
    }

    fn nickname(&self, short: &str) -> Option<Id> {
        if short.len() < 3 {
            return None;
        }
        let source = self.article.source;
        let mut found = self
            .list
            .iter()
            .enumerate()
            .rev()
            .take(NICKNAME_REACH)
            .filter(|(_, k)| k.kind == EntityKind::Person && k.named && k.name.len() >= 2)
            .filter(|(_, k)| fold(source.word(k.name.end - 1)).starts_with(short));
        let id = found.next()?.0 as Id;
        found.next().is_none().then_some(id)
    }

    /// « l'Autorité du port de Fréval (APF) »: an acronym right behind the name that its letters begin.
    fn expansion(&self, m: usize) -> Option<Id> {
        let mention = &self.mentions[m];
        let source = self.article.source;
        let start = mention.name.as_ref()?.start;
        let before = mention.tokens.start.checked_sub(1)?;
        if source.word(before) != "(" || !source.tokens[start as usize].flags.has(Flags::ALL_CAPS) {
            return None;
        }
        let first = fold(source.word(start)).chars().next()?;
        let named = |o: &Mention| {
            o.name.as_ref().is_some_and(|n| {
                (n.end == before || o.tokens.end == before)
                    && fold(source.word(n.start)).starts_with(first)
            })
        };
        (m.saturating_sub(8)..m)
            .rev()
            .find(|&k| named(&self.mentions[k]))
            .and_then(|k| self.of[k])
            .filter(|&id| self.list[id as usize].kind != EntityKind::Person)
    }
}

/// Two long words that differ by one letter left out, put in or mistaken.
fn one_letter_off(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().min(b.len()) < 5 || a.len().abs_diff(b.len()) > 1 || a == b {
        return false;
    }
    let start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let rest = (a.len() - start).min(b.len() - start);
    let end = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take(rest)
        .take_while(|(x, y)| x == y)
        .count();
    (a.len() - start - end).max(b.len() - start - end) == 1
}

/// « Pascal » and « Pascale », « Paulin » and « Pauline »: two given names.
fn is_feminine(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    short.len() < long.len() && (long.ends_with('e') || long.ends_with('a'))
        || short.len() == long.len() && short.chars().last() != long.chars().last()
}

/// « I. Brun » and « Irène Brun »
fn same_given(a: &str, b: &str) -> bool {
    let initial = |short: &str, long: &str| {
        let short = short.trim_end_matches('.');
        short.chars().count() == 1 && long.starts_with(short)
    };
    a == b || initial(a, b) || initial(b, a)
}

/// « M. De Ruyck »: a particle and one word are a last name, not a full one.
fn starts_with_particle(register: &Register<'_>, mention: &Mention) -> bool {
    let source = register.article.source;
    mention.titled
        && mention.name.as_ref().is_some_and(|n| {
            let lead = (n.start..n.end - 1)
                .all(|t| source.word(t).chars().count() <= 3 && source.pos(t) != Pos::FirstName);
            lead && n.len() <= 3
        })
}
