//! Verb groups.

use super::fixed::adverbial;
use super::{Chunk, ChunkFlags, ChunkKind, NONE, Source, Words};
use crate::lexicon::{Feats, LemmaId, Pos, WordId};
use crate::tags::Tag;
use crate::tokens::{TokenId, TokenKind, bare_clitic};

/// How far between an auxiliary and its participle an insertion may reach (« a, dans un entretien au Relais, déclaré »).
const INSERTION: usize = 12;

/// A verb group at `at`: the chunk and the index behind it.
pub(super) fn verb_group(source: Source<'_>, words: &Words, at: usize) -> Option<(Chunk, usize)> {
    let mut group = Group {
        source,
        words,
        first: at,
        next: at,
        flags: 0,
        subject: NONE,
        head: words.token(at)?,
        lemma: None,
    };
    group.gerund()?;
    group.subject();
    group.clitics();
    let feats = group.verb()?;
    group.pronouns_behind();
    group.participles()?;
    let behind_adverbs = group.infinitives();
    group.locution(behind_adverbs);
    group.second_negation();
    let end = words.token(group.next - 1)? + 1;
    let chunk = Chunk {
        kind: ChunkKind::Verb,
        flags: ChunkFlags(group.flags),
        first: words.token(at)?,
        end,
        head: group.head,
        lemma: group.lemma.map_or(NONE, |l| l.0),
        feats,
        extra: group.subject,
    };
    Some((chunk, group.next))
}

/// « convaincu que », « certaines que »: what stands behind être, which is left out.
pub(super) fn predicate(source: Source<'_>, words: &Words, at: usize) -> Option<Chunk> {
    let token = words.token(at)?;
    let tag = source.tags[token as usize];
    let que = words.token(at + 1)?;
    if !(tag.pos == Pos::Adj || tag.is_verb(Feats::PAST_PARTICIPLE))
        || !source.fixed.is_que(source.tokens[que as usize].word)
    {
        return None;
    }
    let word = source.tokens[token as usize].word;
    let locution = source
        .lexicon
        .locutions(source.fixed.etre?)
        .iter()
        .find(|l| !l.reflexive && *l.rest == [word])?;
    let agreement = Feats::MASC | Feats::FEM | Feats::SING | Feats::PLUR;
    Some(Chunk {
        kind: ChunkKind::Verb,
        flags: ChunkFlags(0),
        first: token,
        end: token + 1,
        head: token,
        lemma: locution.lemma.0,
        feats: Feats(tag.feats.0 & agreement | Feats::PAST_PARTICIPLE),
        extra: NONE,
    })
}

/// A verb group while it is read, from left to right.
struct Group<'a> {
    source: Source<'a>,
    words: &'a Words,
    /// The word it begins with.
    first: usize,
    /// The word behind what has been read.
    next: usize,
    flags: u16,
    subject: TokenId,
    head: TokenId,
    lemma: Option<LemmaId>,
}

impl Group<'_> {
    fn pos(&self, at: usize) -> Option<Pos> {
        self.words.pos(self.source, at)
    }

    fn tag(&self, token: TokenId) -> &Tag {
        &self.source.tags[token as usize]
    }

    fn lemma_of(&self, token: TokenId) -> &str {
        self.source.lemma_text(self.tag(token).lemma())
    }

    fn word_is(&self, at: usize, words: &[&str]) -> bool {
        let token = self.words.token(at);
        token.is_some_and(|t| words.contains(&self.source.word(t)))
    }

    /// nous, vous: subject and object alike.
    fn is_we_or_you(&self, token: TokenId) -> bool {
        token != NONE && matches!(self.lemma_of(token), "nous" | "vous")
    }

    /// « en » and a present participle. `None` where « en » is a preposition for good.
    fn gerund(&mut self) -> Option<()> {
        if self.pos(self.next) != Some(Pos::Prep) || self.lemma_of(self.head) != "en" {
            return Some(());
        }
        let mut k = self.next + 1;
        while matches!(self.pos(k), Some(Pos::ObjectPron | Pos::Neg)) {
            k += 1;
        }
        let verb = self.words.token(k)?;
        if !self.tag(verb).is_verb(Feats::PRESENT_PARTICIPLE) {
            return None;
        }
        self.flags |= ChunkFlags::GERUND;
        self.next += 1;
        Some(())
    }

    fn subject(&mut self) {
        let pronoun = self.words.token(self.next);
        let Some(pronoun) = pronoun.filter(|&t| self.source.pos(t) == Pos::SubjectPron) else {
            return;
        };
        self.subject = pronoun;
        self.next += 1;
        // « il, selon lui, … » does not occur; an adverb does: « il aussi estime ».
        while self.pos(self.next) == Some(Pos::Adv) {
            self.next += 1;
        }
    }

    /// ne, me, le, lui, y, en and an adverb or two: no French verb has more before it.
    fn clitics(&mut self) {
        for _ in 0..8 {
            let Some(token) = self.words.token(self.next) else {
                return;
            };
            match self.source.pos(token) {
                Pos::Neg => self.flags |= ChunkFlags::NEGATED,
                Pos::ObjectPron => self.flags |= self.clitic(token),
                // « ne pas dire », « en plus dire »: an adverb between clitics and an infinitive.
                Pos::Adv if self.next > self.first && self.flags & ChunkFlags::NEGATED != 0 => {}
                // « tout rembourser », « ne rien céder », « trop en dire »: objects that stand before an infinitive.
                _ if self.word_is(self.next, &["tout", "rien", "trop", "mieux"])
                    && self.leads_to_infinitive(self.next + 1) => {}
                _ => return,
            }
            self.next += 1;
        }
    }

    fn clitic(&self, token: TokenId) -> u16 {
        match self.lemma_of(token) {
            "se" => ChunkFlags::REFLEXIVE,
            _ if self.source.word(token).starts_with(['s', 'S']) => ChunkFlags::REFLEXIVE,
            "en" => ChunkFlags::EN,
            "y" => 0,
            _ => ChunkFlags::OBJECT,
        }
    }

    /// An infinitive stands at `at`, or behind clitics there.
    fn leads_to_infinitive(&self, at: usize) -> bool {
        (at..at + 3)
            .find(|&k| self.pos(k) != Some(Pos::ObjectPron))
            .and_then(|k| self.words.token(k))
            .is_some_and(|t| self.tag(t).is_verb(Feats::INFINITIVE))
    }

    /// The verb itself, without which there is no group; its features are the group's.
    fn verb(&mut self) -> Option<Feats> {
        let token = self.words.token(self.next)?;
        let tag = *self.tag(token);
        if tag.pos != Pos::Verb {
            return None;
        }
        // « en affirmant » behind a noun: read as a pronoun, the word is the gerund's all the same.
        if self.flags & ChunkFlags::EN != 0
            && self.next == self.first + 1
            && tag.is_verb(Feats::PRESENT_PARTICIPLE)
        {
            self.flags = self.flags & !ChunkFlags::EN | ChunkFlags::GERUND;
        }
        // « nous le raconte Luc Maret »: an object that looks like a subject.
        if !tag.feats.has(Feats::P1 | Feats::P2) && self.is_we_or_you(self.subject) {
            self.subject = NONE;
        }
        self.head = token;
        self.lemma = tag.lemma();
        self.next += 1;
        Some(tag.feats)
    }

    /// Subject and object clitics behind the verb.
    fn pronouns_behind(&mut self) {
        // « a t il dit »: the hyphens lost.
        if self.subject == NONE
            && self.word_is(self.next, &["t", "T"])
            && self.word_is(self.next + 1, &["il", "elle", "on", "ils", "elles"])
        {
            self.subject = self.words.token(self.next + 1).unwrap_or(NONE);
            self.flags |= ChunkFlags::INVERTED;
            self.next += 2;
        }
        while let Some(token) = self.words.token(self.next) {
            if self.source.tokens[token as usize].kind != TokenKind::Clitic {
                return;
            }
            // « nous disaient-ils »: the pronoun in front is the object.
            let object = self.words.token(self.first) == Some(self.subject)
                && self.is_we_or_you(self.subject);
            if (self.subject == NONE || object) && is_subject_clitic(self.source, token) {
                self.subject = token;
                self.flags |= ChunkFlags::INVERTED;
            }
            self.next += 1;
        }
    }

    /// Auxiliaries and their participles: « a été dit ».
    fn participles(&mut self) -> Option<()> {
        let fixed = self.source.fixed;
        for _ in 0..2 {
            let etre = self.lemma.is_some() && self.lemma == fixed.etre;
            if !etre && (self.lemma.is_none() || self.lemma != fixed.avoir) {
                break;
            }
            let found = participle(self.source, self.words, self.next, &mut self.flags);
            let Some((participle, behind)) = found else {
                break;
            };
            self.head = self.words.token(participle)?;
            self.lemma = self.tag(self.head).lemma();
            self.next = behind;
            let verb = self.lemma.and_then(|l| self.source.lexicon.lemma(l).verb);
            let takes_etre = verb.is_some_and(|v| v.etre);
            if etre && self.flags & ChunkFlags::REFLEXIVE == 0 && !takes_etre {
                self.flags |= ChunkFlags::PASSIVE;
                break;
            }
        }
        Some(())
    }

    /// Semi-auxiliary, preposition, infinitive: « va devoir dire », « se contente de dire ». Where the adverbs behind the last
    /// verb end: they belong to the group when something of it follows.
    fn infinitives(&mut self) -> usize {
        let mut behind = self.skip_adverbs();
        for _ in 0..2 {
            let Some(lemma) = self.lemma else { break };
            let mut m = behind;
            let mut prep = "";
            if let Some(token) = self
                .words
                .token(m)
                .filter(|&t| self.source.pos(t) == Pos::Prep)
            {
                prep = self.source.lemma_text(self.tag(token).lemma());
                m += 1;
            }
            if !self.source.fixed.links(lemma, prep) {
                break;
            }
            while let Some(pos @ (Pos::ObjectPron | Pos::Neg | Pos::Adv)) = self.pos(m) {
                let token = self.words.token(m);
                if pos == Pos::ObjectPron
                    && token.is_some_and(|t| self.source.word(t).starts_with('s'))
                {
                    self.flags |= ChunkFlags::REFLEXIVE;
                }
                m += 1;
            }
            let Some(token) = self.words.token(m) else {
                break;
            };
            if !self.tag(token).is_verb(Feats::INFINITIVE) {
                break;
            }
            // A reflexive of the semi-auxiliary (« se contente de dire ») is not the infinitive's.
            if matches!(prep, "de" | "à") && self.pos(m - 1) != Some(Pos::ObjectPron) {
                self.flags &= !ChunkFlags::REFLEXIVE;
            }
            self.flags &= !ChunkFlags::PASSIVE;
            // « n'a pas manqué de dire », « n'a cessé de dire »: it was said.
            let semi = self.source.lemma_text(Some(lemma));
            if matches!(semi, "manquer" | "hésiter" | "cesser") {
                self.flags &= !ChunkFlags::NEGATED;
            }
            self.head = token;
            self.lemma = self.tag(token).lemma();
            self.next = m + 1;
            behind = self.skip_adverbs();
        }
        behind
    }

    fn skip_adverbs(&mut self) -> usize {
        let mut at = self.next;
        loop {
            if let Some(length) = adverbial(self.source, self.words, at) {
                at += length;
                continue;
            }
            match self.pos(at) {
                Some(Pos::Adv) => {}
                // « affirme ne pas savoir »: the negation of an infinitive that follows.
                Some(Pos::Neg) if self.word_is(at, &["ne", "n'", "n’"]) => return at,
                Some(Pos::Neg) => self.flags |= ChunkFlags::NEGATED,
                _ => return at,
            }
            at += 1;
        }
    }

    /// faire savoir, mettre en garde, s'en prendre: the words behind the verb, or behind its adverbs, that make another of it.
    fn locution(&mut self, behind_adverbs: usize) {
        let Some(lemma) = self.lemma else { return };
        let reflexive = self.flags & ChunkFlags::REFLEXIVE != 0;
        let en = self.flags & ChunkFlags::EN != 0;
        let lexicon = self.source.lexicon;
        let found = lexicon
            .locutions(lemma)
            .iter()
            // « en appeler à », « s'en prendre à »: the clitic is part of the verb.
            .filter(|locution| locution.reflexive == reflexive && locution.en == en)
            .find_map(|l| Some((l.lemma, self.rest_of(&l.rest, behind_adverbs)?)));
        if let Some((locution, behind)) = found {
            self.lemma = Some(locution);
            self.next = behind;
        } else if reflexive {
            self.lemma = lexicon.reflexive(lemma).or(self.lemma);
        }
    }

    /// The index behind the rest of a locution.
    fn rest_of(&self, rest: &[WordId], behind_adverbs: usize) -> Option<usize> {
        if rest.is_empty() {
            return Some(self.next);
        }
        let matches = |from: usize| {
            rest.iter().enumerate().all(|(n, w)| {
                let token = self.words.token(from + n);
                token.is_some_and(|t| self.source.tokens[t as usize].word == *w)
            })
        };
        if matches(behind_adverbs) {
            return Some(behind_adverbs + rest.len());
        }
        // « mettant quant à lui en garde »
        let from = (behind_adverbs + 1..behind_adverbs + 5).find(|&from| matches(from));
        from.filter(|&from| (behind_adverbs..from).all(|i| self.may_be_inserted(i)))
            .or_else(|| Some(self.next).filter(|&from| matches(from)))
            .map(|from| from + rest.len())
    }

    fn may_be_inserted(&self, at: usize) -> bool {
        let small = matches!(
            self.pos(at),
            Some(Pos::Prep | Pos::PrepDet | Pos::Pron | Pos::ObjectPron | Pos::Det | Pos::Adv)
        );
        small || self.word_is(at, &["quant", "part", "côté", "tour"])
    }

    /// « ne pense pas »: the second half of the negation is the verb's own.
    fn second_negation(&mut self) {
        if self.flags & ChunkFlags::NEGATED != 0
            && matches!(self.pos(self.next), Some(Pos::Neg | Pos::Adv))
            && self.word_is(self.next, &["pas", "plus", "jamais", "guère", "point"])
        {
            self.next += 1;
        }
    }
}

fn is_subject_clitic(source: Source<'_>, token: TokenId) -> bool {
    let written = bare_clitic(source.word(token));
    matches!(
        written.to_ascii_lowercase().as_str(),
        "il" | "elle" | "on" | "ils" | "elles" | "je" | "tu" | "nous" | "vous" | "ce"
    )
}

/// The past participle that an auxiliary calls for, across adverbs, negation and one insertion; its index and the index behind it.
fn participle(
    source: Source<'_>,
    words: &Words,
    at: usize,
    flags: &mut u16,
) -> Option<(usize, usize)> {
    let mut local = 0u16;
    let mut commas = 0;
    let mut inserted = false;
    let mut behind = at;
    for k in at..(at + INSERTION) {
        let token = words.token(k)?;
        let tag = &source.tags[token as usize];
        // « ont d'ores et déjà exclu »
        if k < behind {
            continue;
        }
        if let Some(length) = adverbial(source, words, k) {
            behind = k + length;
            continue;
        }
        if tag.is_verb(Feats::PAST_PARTICIPLE) && commas % 2 == 0 {
            *flags |= local;
            return Some((k, k + 1));
        }
        match tag.pos {
            Pos::Adv => {}
            Pos::Neg => local |= ChunkFlags::NEGATED,
            Pos::Sign if source.tokens[token as usize].kind == TokenKind::Comma => commas += 1,
            // « Il a, selon Le Relais, cité deux noms »: a source, not an insertion.
            Pos::Prep if source.lemma_text(tag.lemma()) == "selon" => return None,
            Pos::Prep | Pos::PrepDet => inserted = true,
            Pos::Pron
                if matches!(
                    source.lemma_text(tag.lemma()),
                    "lui" | "elle" | "eux" | "elles" | "tous" | "tout"
                ) || !inserted => {}
            Pos::Det
            | Pos::Noun
            | Pos::Adj
            | Pos::Name
            | Pos::Number
            | Pos::Numeral
            | Pos::FirstName
                // « a, encore une fois, fait état de »
                if inserted || commas % 2 == 1 => {}
            _ => return None,
        }
    }
    None
}
