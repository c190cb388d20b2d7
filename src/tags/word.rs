//! What a word is by itself: its readings, what stands around it as far as marks and capitals tell, and what each reading
//! costs before its neighbours are asked.

use super::Tag;
use super::known::KnownWords;
use crate::lexicon::{Feats, LemmaId, Lexicon, NounClass, Pos, Reading};
use crate::tokens::{Flags, Token, TokenKind};

/// What stands around a word, as far as its marks tell.
#[derive(Clone, Copy)]
pub(super) struct Slot<'t> {
    /// A sentence begins here, or after a colon, a dash or a bracket a part of one.
    start: bool,
    /// A closing mark stands before.
    pub(super) after_quote: bool,
    after_comma: bool,
    next: Option<&'t Token>,
    /// A particle with a capital inside a name: « M. De Ruyck », « Odile Le Bihan ».
    particle: bool,
    /// « que » follows, at once or behind one word: a verb that takes it is likely.
    que: bool,
    /// « il » or « ils » follows.
    il: bool,
    /// « par » follows.
    par: bool,
    /// Behind an article and an opening mark: « la « prise » ».
    pub(super) nominal: bool,
}

impl<'t> Slot<'t> {
    pub(super) fn new(
        known: &KnownWords,
        text: &str,
        tokens: &'t [Token],
        at: usize,
        start: bool,
        after_quote: bool,
    ) -> Slot<'t> {
        let next = tokens.get(at + 1);
        let is_que = |t: Option<&Token>| t.is_some_and(|t| known.que.contains(&t.word));
        Slot {
            start,
            after_quote,
            after_comma: at > 0 && tokens[at - 1].kind == TokenKind::Comma,
            next,
            particle: is_name_particle(text, tokens, at),
            que: is_que(next) || is_que(tokens.get(at + 2)),
            il: next.is_some_and(|t| known.il.contains(&t.word)),
            par: next.is_some_and(|t| t.word == known.par),
            nominal: false,
        }
    }

    /// « » bougonne le pêcheur »: a closing mark before, a word behind.
    pub(super) fn may_invert(&self) -> bool {
        self.after_quote
            && self
                .next
                .is_some_and(|t| matches!(t.kind, TokenKind::Word | TokenKind::Clitic))
    }
}

/// The mark stands before words, as its form or the blanks around it tell: « la « prise » » has no inverted verb.
pub(super) fn opens_words(mark: &str, flags: Flags) -> bool {
    match mark {
        "«" => true,
        "»" | "”" => false,
        _ => flags.has(Flags::BLANK_BEFORE) && !flags.has(Flags::BLANK_AFTER),
    }
}

/// An article, unless a subject or a negation before it makes it an object pronoun: « il les « soutient » ».
pub(super) fn is_article(lexicon: &Lexicon, tokens: &[Token], at: usize) -> bool {
    let has = |i: usize, poses: &[Pos]| {
        lexicon
            .readings(tokens[i].word)
            .iter()
            .any(|r| poses.contains(&r.pos))
    };
    has(at, &[Pos::Det]) && !(at > 0 && has(at - 1, &[Pos::SubjectPron, Pos::Neg, Pos::Relative]))
}

/// A word, its readings, and what they make of it together.
pub(super) struct Word<'a> {
    pub(super) readings: &'a [Reading],
    pub(super) written: &'a str,
    pub(super) slot: Slot<'a>,
    lexicon: &'a Lexicon,
    facts: u32,
}

impl<'a> Word<'a> {
    const CAPITAL: u32 = 1;
    const ELIDED: u32 = 1 << 1;
    /// The readings are those of the noun behind a prefix.
    const PREFIXED: u32 = 1 << 2;
    /// It may be a past participle,
    const PARTICIPLE: u32 = 1 << 3;
    /// a present participle, and que follows,
    const HOLDS: u32 = 1 << 4;
    /// an article,
    const ARTICLE: u32 = 1 << 5;
    /// a word of a closed class,
    const CLOSED: u32 = 1 << 6;
    /// a negation, and no word of a closed class,
    const NEGATION: u32 = 1 << 7;
    /// a form of avoir or être,
    const AUXILIARY: u32 = 1 << 8;
    /// a verb that reports,
    const REPORTS: u32 = 1 << 9;
    /// a noun,
    const NOUN: u32 = 1 << 10;
    /// a noun of a person,
    const PERSON: u32 = 1 << 11;
    /// a noun of what bears words,
    const MEDIUM: u32 = 1 << 12;
    /// a clitic object.
    const OBJECT: u32 = 1 << 13;
    /// « Paris », « Le Mans »: a name of the lexicon is that, whatever noun is spelled like it.
    const PROPER: u32 = 1 << 14;
    /// « le ministre Manuel Brun »: a first name before a capital is one, whatever adjective is spelled like it.
    const GIVEN: u32 = 1 << 15;

    pub(super) fn new(
        known: &KnownWords,
        lexicon: &'a Lexicon,
        text: &'a str,
        token: &Token,
        slot: Slot<'a>,
    ) -> Word<'a> {
        let mut word = Word {
            readings: match token.kind {
                TokenKind::Word | TokenKind::Clitic => lexicon.readings(token.word),
                _ => &[],
            },
            written: &text[token.span.range()],
            lexicon,
            slot,
            facts: 0,
        };
        word.note(Word::CAPITAL, token.flags.has(Flags::CAPITAL));
        word.note(Word::ELIDED, token.flags.has(Flags::ELIDED));
        if word.readings.is_empty() && token.kind == TokenKind::Word {
            // « ex-champion », « néo-retraité »
            word.readings = behind_prefix(lexicon, word.written);
            word.note(Word::PREFIXED, !word.readings.is_empty());
        }
        for r in word.readings {
            word.facts |= facts(known, lexicon, r, slot.que);
        }
        if word.is(Word::CLOSED) {
            word.facts &= !Word::NEGATION;
        }
        if word.is(Word::CAPITAL) && !slot.start && !word.readings.is_empty() {
            let proper = lexicon.proper(word.written).is_some();
            word.note(Word::PROPER, proper);
            let given = word.readings.iter().any(|r| r.pos == Pos::FirstName)
                && slot
                    .next
                    .is_some_and(|t| t.kind == TokenKind::Word && t.flags.has(Flags::CAPITAL));
            word.note(Word::GIVEN, given);
        }
        word
    }

    fn note(&mut self, fact: u32, holds: bool) {
        if holds {
            self.facts |= fact;
        }
    }

    fn is(&self, fact: u32) -> bool {
        self.facts & fact != 0
    }

    /// « la « clique » »: a noun that the lexicon lacks, spelled like a verb.
    pub(super) fn is_noun_like_a_verb(&self) -> bool {
        self.slot.nominal
            && self.readings.iter().all(|r| r.pos == Pos::Verb)
            && self.readings.iter().any(|r| r.feats.has(Feats::FINITE))
    }

    pub(super) fn has_capital(&self) -> bool {
        self.is(Word::CAPITAL)
    }

    pub(super) fn is_participle(&self) -> bool {
        self.is(Word::PARTICIPLE)
    }

    /// It may be a present participle, and que follows.
    pub(super) fn holds(&self) -> bool {
        self.is(Word::HOLDS)
    }

    pub(super) fn is_article(&self) -> bool {
        self.is(Word::ARTICLE)
    }

    pub(super) fn is_moment(&self, tag: Tag) -> bool {
        let noun = tag.lemma().filter(|_| tag.pos == Pos::Noun);
        noun.is_some_and(|lemma| noun_class(self.lexicon, lemma) == Some(NounClass::Time))
    }

    /// What it costs to read a word with a capital as a name.
    pub(super) fn name_cost(&self) -> u32 {
        if self.slot.particle || self.is(Word::PROPER) || self.readings.is_empty() {
            return 0;
        }
        match self.slot.start {
            true => 6,
            false if self.is(Word::CLOSED) => 5,
            false => 1,
        }
    }

    /// What a reading costs by itself; `None` for one that a prefix excludes.
    pub(super) fn own_cost(&self, known: &KnownWords, r: &Reading) -> Option<u32> {
        if self.is(Word::PREFIXED) && !matches!(r.pos, Pos::Noun | Pos::Adj) {
            return None;
        }
        let by_class = match r.pos {
            Pos::Verb => self.verb_cost(known, r),
            Pos::Noun | Pos::Adj => self.nominal_cost(known, r),
            Pos::Pron => self.pronoun_cost() + self.odd_capital(),
            Pos::Sub => self.subordinator_cost(known, r) + self.odd_capital(),
            Pos::Adv if self.is(Word::CLOSED) => 1,
            Pos::FirstName if self.has_capital() => u32::from(self.slot.start),
            Pos::FirstName => 20,
            Pos::Title => u32::from(!self.has_capital()),
            Pos::Particle if self.has_capital() || self.is(Word::CLOSED) => 6,
            Pos::Particle => 2,
            Pos::Interjection => 4,
            // « que le port soit prêt »: behind a comma, « soit » gives an alternative or a sum.
            Pos::Coord if Some(r.lemma) == known.soit && !self.slot.after_comma => {
                5 + self.odd_capital()
            }
            // « lors d'un point presse »: « ne … point » is rarer by far.
            Pos::Neg if Some(r.lemma) == known.point => 3 + self.odd_capital(),
            _ => self.odd_capital(),
        };
        Some(by_class)
    }

    /// A capital inside a sentence: rather a name.
    fn odd_capital(&self) -> u32 {
        u32::from(self.has_capital() && !self.slot.start)
    }

    fn verb_cost(&self, known: &KnownWords, r: &Reading) -> u32 {
        let mut cost = 0;
        if self.is(Word::CLOSED) {
            cost += if self.is(Word::AUXILIARY) { 1 } else { 4 };
        }
        cost += 8 * self.odd_capital();
        if r.feats.has(Feats::FINITE) {
            if !r.feats.has(Feats::P3) {
                cost += 3;
            }
            if self.slot.after_quote && !self.has_capital() {
                cost = cost.saturating_sub(2);
            }
        } else if r.feats.has(Feats::SUBJUNCTIVE) {
            cost += 2;
        } else if r.feats.has(Feats::IMPERATIVE) {
            cost += 4;
        }
        // « suis », « étaient », « avons » are être and avoir before suivre, étayer, aver.
        if self.is(Word::AUXILIARY) && !known.helps(r.lemma) {
            cost += 5;
        }
        // « en plus »: hardly ever plaire.
        if self.is(Word::NEGATION) {
            cost += 5;
        }
        // « cru » is croire before croître.
        if self.is(Word::REPORTS) && !reports(self.lexicon, r) {
            cost += 1;
        }
        // « a écrit sur Piaf le président »: the noun before the plural of its verb.
        if self.is(Word::NOUN)
            && r.feats.has(Feats::PLUR)
            && r.feats.has(Feats::PRESENT)
            && self.written.ends_with("ent")
        {
            cost += 3;
        }
        // « salue la « prise » »: no clitic parts from its verb by a mark.
        if self.slot.nominal && r.feats.has(Feats::FINITE) {
            cost += 6;
        }
        // « dans un communiqué mercredi »
        if self.is(Word::MEDIUM) && r.feats.has(Feats::PAST_PARTICIPLE) {
            cost += 2;
        }
        // « Luc Maret, président du port », « garde du corps »: a noun of a person is that, unless a subject is near.
        // « ils ont touché »: a participle is at home behind its auxiliary.
        if self.is(Word::PERSON)
            && (!r.feats.has(Feats::PAST_PARTICIPLE) || self.slot.after_comma)
            && !self.slot.que
            && !self.slot.after_quote
        {
            cost += 2;
        }
        cost
    }

    fn nominal_cost(&self, known: &KnownWords, r: &Reading) -> u32 {
        let noun = r.pos == Pos::Noun;
        let mut cost = 0;
        if self.is(Word::CLOSED) {
            cost += 4;
        }
        if self.is(Word::AUXILIARY) {
            cost += 5;
        }
        if self.is(Word::GIVEN) {
            cost += 3;
        }
        // « L'enquête précise encore que », « le maire exigeant que »: not an adjective.
        if self.slot.que && self.is(Word::REPORTS) {
            cost += 2;
        }
        if !noun {
            return cost;
        }
        if self.is(Word::PROPER) && r.feats.has(Feats::PLUR) {
            cost += 3;
        }
        // « ce point », « un pas »
        if self.is(Word::NEGATION) && Some(r.lemma) != known.point {
            cost += 2;
        }
        // « un haut responsable », « une jeune femme »
        if known.prenominal.contains(&r.lemma) && self.leads_to_noun() {
            cost += 3;
        }
        // « Accusé par l'opposition »: a participle with its agent.
        if self.slot.par && self.is_participle() {
            cost += 2;
        }
        cost
    }

    fn leads_to_noun(&self) -> bool {
        let next = self.slot.next.filter(|t| t.kind == TokenKind::Word);
        next.is_some_and(|t| {
            let readings = self.lexicon.readings(t.word);
            readings.iter().any(|r| r.pos == Pos::Noun)
        })
    }

    fn pronoun_cost(&self) -> u32 {
        let mut cost = 0;
        // « », lui répond une passante »
        if self.slot.after_quote && self.is(Word::OBJECT) {
            cost += 4;
        }
        // « une enquête »: an article before it is a pronoun.
        if self.is_article() {
            cost += 2;
        }
        cost
    }

    fn subordinator_cost(&self, known: &KnownWords, r: &Reading) -> u32 {
        if self.slot.que {
            return 0;
        }
        let mut cost = 0;
        // « alors », « encore », « surtout » subordinate with que alone.
        if !known.subordinators.contains(&r.lemma) {
            cost += 5;
        }
        // « pourrait s'étendre »: s' is si before il and ils alone.
        if self.is(Word::ELIDED)
            && self.written.len() <= 4
            && self.written.starts_with(['s', 'S'])
            && !self.slot.il
        {
            cost += 8;
        }
        cost
    }
}

/// What one reading tells of the word.
fn facts(known: &KnownWords, lexicon: &Lexicon, r: &Reading, que: bool) -> u32 {
    match r.pos {
        Pos::Verb => {
            let mut facts = 0;
            if r.feats.has(Feats::PAST_PARTICIPLE) {
                facts |= Word::PARTICIPLE;
            }
            if que && r.feats.has(Feats::PRESENT_PARTICIPLE) {
                facts |= Word::HOLDS;
            }
            if known.helps(r.lemma) {
                facts |= Word::AUXILIARY;
            }
            if reports(lexicon, r) {
                facts |= Word::REPORTS;
            }
            facts
        }
        Pos::Noun => {
            Word::NOUN
                | match noun_class(lexicon, r.lemma) {
                    Some(NounClass::Person) => Word::PERSON,
                    Some(NounClass::Medium) => Word::MEDIUM,
                    _ => 0,
                }
        }
        Pos::Det => Word::ARTICLE | Word::CLOSED,
        Pos::ObjectPron => Word::OBJECT | Word::CLOSED,
        Pos::Prep
        | Pos::PrepDet
        | Pos::SubjectPron
        | Pos::Pron
        | Pos::Relative
        | Pos::Coord
        | Pos::Sub => Word::CLOSED,
        Pos::Neg => Word::NEGATION,
        _ => 0,
    }
}

fn reports(lexicon: &Lexicon, r: &Reading) -> bool {
    let verb = lexicon.lemma(r.lemma).verb;
    r.pos == Pos::Verb && verb.is_some_and(|v| v.class.is_some())
}

fn noun_class(lexicon: &Lexicon, lemma: LemmaId) -> Option<NounClass> {
    lexicon.lemma(lemma).noun.map(|noun| noun.class)
}

/// Prefixes with a hyphen that leave a noun what it is.
const PREFIXES: &[&str] = &[
    "ex", "néo", "co", "vice", "quasi", "demi", "super", "pro", "anti",
];

/// What the lexicon says of the noun behind a prefix, when it holds one.
fn behind_prefix<'l>(lexicon: &'l Lexicon, word: &str) -> &'l [Reading] {
    let Some((prefix, rest)) = word.split_once('-') else {
        return &[];
    };
    let known = PREFIXES
        .iter()
        .any(|p| prefix.chars().flat_map(char::to_lowercase).eq(p.chars()));
    if !known {
        return &[];
    }
    let readings = lexicon.readings(lexicon.lookup(rest));
    if readings.iter().any(|r| r.pos == Pos::Noun) {
        readings
    } else {
        &[]
    }
}

/// A capital De, Le, Van… between two words with capitals on one line belongs to a name.
fn is_name_particle(text: &str, tokens: &[Token], at: usize) -> bool {
    let word = |t: &Token| t.kind == TokenKind::Word && t.flags.has(Flags::CAPITAL);
    let Some(before) = at.checked_sub(1).map(|b| &tokens[b]) else {
        return false;
    };
    let token = &tokens[at];
    word(token)
        && !token.flags.has(Flags::LINE_BEFORE)
        && word(before)
        && tokens
            .get(at + 1)
            .is_some_and(|next| word(next) && !next.flags.has(Flags::LINE_BEFORE))
        && PARTICLES.contains(&&text[token.span.range()])
}

const PARTICLES: &[&str] = &[
    "De", "Du", "Des", "Le", "La", "Les", "Van", "Von", "Der", "Den", "Di", "Da", "Dos", "Del",
    "Della", "El", "Al", "Ben", "Bin", "Ait", "Aït", "Abou", "Mac", "Ter", "Ten",
];
