//! One part of speech and lemma per word, from closed classes, morphology and the neighbours.
//!
//! A word has the readings that the lexicon gives it, or guesses by its ending and capital. The cheapest path
//! through them is taken between two stops (Viterbi over hand-written costs: what French grammar lets follow what).
//! Nothing is trained.

mod costs;
mod guess;
#[cfg(test)]
mod tests;

use crate::lexicon::{Feats, LemmaId, Lexicon, NounClass, Pos, Reading, WordId};
use crate::tokens::{Flags, Token, TokenKind};
use costs::{Class, Costs};

/// The reading chosen for a token.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tag {
    pub(crate) pos: Pos,
    pub(crate) feats: Feats,
    lemma: LemmaId,
}

const NO_LEMMA: LemmaId = LemmaId(u32::MAX);

impl Tag {
    const SIGN: Tag = Tag {
        pos: Pos::Sign,
        feats: Feats(0),
        lemma: NO_LEMMA,
    };

    /// The lemma, when the lexicon holds the word.
    pub(crate) fn lemma(&self) -> Option<LemmaId> {
        (self.lemma != NO_LEMMA).then_some(self.lemma)
    }

    pub(crate) fn is_finite_verb(&self) -> bool {
        self.pos == Pos::Verb
            && self
                .feats
                .has(Feats::FINITE | Feats::SUBJUNCTIVE | Feats::IMPERATIVE)
    }

    pub(crate) fn is_verb(&self, mood: u32) -> bool {
        self.pos == Pos::Verb && self.feats.has(mood)
    }
}

/// One way to read one token, with the cost of the best path that ends in it.
struct State {
    class: Class,
    tag: Tag,
    cost: u32,
    back: u16,
    /// The reading is a moment (« samedi »), which lets a new group follow.
    time: bool,
    /// An auxiliary stands before, with nothing but negation, adverbs and clitics since: its participle is due.
    auxiliary: bool,
    /// A clitic right behind a preposition: only an infinitive or a participle in -ant may follow.
    governed: bool,
}

/// Tags a text; holds the cost table and the lemmas that need a look of their own.
pub(crate) struct Tagger {
    costs: Costs,
    avoir: Option<LemmaId>,
    etre: Option<LemmaId>,
    qui: Option<LemmaId>,
    /// que, qu'
    que: [WordId; 2],
    par: WordId,
    point: Option<LemmaId>,
    /// Prepositions that an infinitive follows.
    infinitive: Vec<LemmaId>,
    /// Adjectives that stand before their noun, whatever noun is spelled like them.
    prenominal: Vec<LemmaId>,
    /// il, ils
    il: [WordId; 2],
    /// Words that subordinate without que.
    subordinators: Vec<LemmaId>,
}

/// What a finite verb costs where the participle of an auxiliary is due.
const PARTICIPLE_DUE: u32 = 6;

/// Words between two resets of the search: what a run without any stop may hold in memory.
const MAX_RUN: usize = 400;

impl Tagger {
    pub(crate) fn new(lexicon: &Lexicon) -> Tagger {
        Tagger {
            costs: Costs::new(),
            avoir: lexicon.lemma_id("avoir"),
            etre: lexicon.lemma_id("être"),
            qui: lexicon.lemma_id("qui"),
            que: [lexicon.lookup("que"), lexicon.lookup("qu'")],
            par: lexicon.lookup("par"),
            point: lexicon.lemma_id("point"),
            infinitive: [
                "de", "à", "pour", "sans", "par", "après", "avant", "jusque", "entre",
            ]
            .iter()
            .filter_map(|w| lexicon.lemma_id(w))
            .collect(),
            prenominal: [
                "haut", "grand", "petit", "gros", "jeune", "vieux", "nouveau", "ancien", "bon",
                "mauvais", "beau", "premier", "dernier", "prochain", "second", "futur", "faux",
                "majeur",
            ]
            .iter()
            .filter_map(|w| lexicon.lemma_id(w))
            .collect(),
            il: [lexicon.lookup("il"), lexicon.lookup("ils")],
            subordinators: [
                "que", "si", "quand", "lorsque", "puisque", "comme", "quoique", "sinon",
                "pourquoi", "comment", "combien", "où",
            ]
            .iter()
            .filter_map(|w| lexicon.lemma_id(w))
            .collect(),
        }
    }

    /// One tag per token.
    pub(crate) fn tag(&self, text: &str, tokens: &[Token], lexicon: &Lexicon) -> Vec<Tag> {
        let mut tags = vec![Tag::SIGN; tokens.len()];
        let mut run = Run {
            states: Vec::with_capacity(4 * MAX_RUN),
            columns: Vec::with_capacity(MAX_RUN),
            positions: Vec::with_capacity(MAX_RUN),
        };
        let mut start = true;
        // What the last marks and stops tell of the slot: after a closing mark an inverted verb is at home.
        let mut after_quote = false;
        for (i, token) in tokens.iter().enumerate() {
            if token.flags.has(Flags::LINE_BEFORE) {
                run.finish(&mut tags);
                start = true;
                after_quote = false;
            }
            match token.kind {
                TokenKind::Mark => {
                    after_quote = true;
                    continue;
                }
                TokenKind::Stop => {
                    run.finish(&mut tags);
                    start = !after_quote;
                    continue;
                }
                _ => {}
            }
            let slot = Slot {
                start,
                after_quote,
                next: tokens.get(i + 1),
                particle: is_name_particle(text, tokens, i),
                que: (1..=2).any(|k| {
                    tokens
                        .get(i + k)
                        .is_some_and(|t| self.que.contains(&t.word))
                }),
                il: tokens.get(i + 1).is_some_and(|t| self.il.contains(&t.word)),
                par: tokens.get(i + 1).is_some_and(|t| t.word == self.par),
            };
            self.column(&mut run, i, text, token, lexicon, slot);
            if token.kind != TokenKind::Comma {
                after_quote = false;
            }
            start = matches!(token.kind, TokenKind::Colon | TokenKind::Dash)
                || (start && token.kind == TokenKind::Open);
            if run.columns.len() >= MAX_RUN {
                run.finish(&mut tags);
            }
        }
        run.finish(&mut tags);
        tags
    }

    fn column(
        &self,
        run: &mut Run,
        at: usize,
        text: &str,
        token: &Token,
        lexicon: &Lexicon,
        slot: Slot<'_>,
    ) {
        let begin = run.states.len();
        let previous = match run.columns.last() {
            Some(&from) => from as usize..begin,
            None => 0..0,
        };
        let mut readings = match token.kind {
            TokenKind::Word | TokenKind::Clitic => lexicon.readings(token.word),
            _ => &[],
        };
        let mut prefixed = false;
        if readings.is_empty() && token.kind == TokenKind::Word {
            // « ex-champion », « néo-retraité »: the noun behind the prefix.
            readings = behind_prefix(lexicon, &text[token.span.range()]);
            prefixed = !readings.is_empty();
        }
        let participle = readings
            .iter()
            .any(|r| r.pos == Pos::Verb && r.feats.has(Feats::PAST_PARTICIPLE));
        // « le maire exigeant que », « assurant que »
        let holds = slot.que
            && readings
                .iter()
                .any(|r| r.pos == Pos::Verb && r.feats.has(Feats::PRESENT_PARTICIPLE));
        let word = Word {
            participle,
            holds,
            article: readings.iter().any(|r| r.pos == Pos::Det),
        };
        let push = |pos: Pos, feats: Feats, lemma: LemmaId, own: u32, run: &mut Run| {
            let class = self.class(pos, feats, lemma);
            let time = pos == Pos::Noun
                && lemma != NO_LEMMA
                && lexicon
                    .lemma(lemma)
                    .noun
                    .is_some_and(|n| n.class == NounClass::Time);
            let (mut best, mut back, mut governed) = (u32::MAX, 0u16, false);
            let mut auxiliary = class == Class::Auxiliary;
            if previous.is_empty() {
                best = self.costs.step(Class::Start, class);
            }
            for (k, state) in run.states[previous.clone()].iter().enumerate() {
                // Nothing makes a path cheaper.
                if state.cost >= best {
                    continue;
                }
                let been = class == Class::PastParticiple
                    && state.class == Class::PastParticiple
                    && Some(state.tag.lemma) == self.etre;
                // « a reconnu lundi Luc Maret »: a moment follows a verb without an article.
                let adjunct = time
                    && matches!(
                        state.class,
                        Class::PastParticiple | Class::Finite | Class::Infinitive | Class::Clitic
                    );
                // « a souligné samedi le président »: an article, not a clitic.
                let opens = state.time
                    && matches!(
                        class,
                        Class::Determiner
                            | Class::Name
                            | Class::Title
                            | Class::Preposition
                            | Class::PrepDet
                    );
                // « avoir fait », « ayant fait »: whatever its form, an auxiliary takes a participle.
                let from = if matches!(class, Class::PastParticiple | Class::Finite)
                    && matches!(state.class, Class::Infinitive | Class::PresentParticiple)
                    && self.is_auxiliary(state.tag.lemma)
                {
                    Class::Auxiliary
                } else {
                    state.class
                };
                let step = if been || adjunct || opens {
                    0
                } else {
                    self.costs.step(from, class)
                };
                if state.cost + step >= best {
                    continue;
                }
                // « n'a pas dit »: what the auxiliary before the negation waits for.
                let due = match class {
                    _ if !state.auxiliary || state.class == Class::Auxiliary => 0,
                    Class::Finite => PARTICIPLE_DUE,
                    _ => 0,
                };
                let cost = state.cost
                    + step
                    + due
                    + agreement(state, class, pos, feats)
                    + self.unlikely(state, class, word);
                if cost < best {
                    (best, back) = (cost, k as u16);
                    auxiliary = class == Class::Auxiliary
                        || state.auxiliary
                            && matches!(class, Class::Negation | Class::Adverb | Class::Clitic);
                    governed = class == Class::ObjectPronoun
                        && (state.class == Class::Preposition || state.governed);
                }
            }
            run.states.push(State {
                class,
                tag: Tag { pos, feats, lemma },
                cost: best + own,
                back,
                time,
                auxiliary,
                governed,
            });
        };
        match token.kind {
            TokenKind::Word => {
                let capital = token.flags.has(Flags::CAPITAL);
                let closed = readings.iter().any(|r| is_closed(r.pos));
                let negation = !closed && readings.iter().any(|r| r.pos == Pos::Neg);
                let auxiliary = readings
                    .iter()
                    .any(|r| r.pos == Pos::Verb && self.is_auxiliary(r.lemma));
                let reports = |r: &Reading| {
                    r.pos == Pos::Verb
                        && lexicon
                            .lemma(r.lemma)
                            .verb
                            .is_some_and(|v| v.class.is_some())
                };
                let reporting = readings.iter().any(reports);
                let person = readings.iter().any(|r| {
                    r.pos == Pos::Noun
                        && lexicon
                            .lemma(r.lemma)
                            .noun
                            .is_some_and(|n| n.class == NounClass::Person)
                });
                // « Paris », « Le Mans »: a name of the lexicon is that, whatever noun is spelled like it.
                let proper = capital
                    && !slot.start
                    && !readings.is_empty()
                    && lexicon.proper(&text[token.span.range()]).is_some();
                // « le ministre Manuel Brun »: a first name before a capital is one, whatever adjective is spelled like it.
                let given = capital
                    && !slot.start
                    && readings.iter().any(|r| r.pos == Pos::FirstName)
                    && slot
                        .next
                        .is_some_and(|t| t.kind == TokenKind::Word && t.flags.has(Flags::CAPITAL));
                let leads = slot.next.is_some_and(|t| {
                    t.kind == TokenKind::Word
                        && lexicon.readings(t.word).iter().any(|r| r.pos == Pos::Noun)
                });
                for r in readings {
                    if prefixed && !matches!(r.pos, Pos::Noun | Pos::Adj) {
                        continue;
                    }
                    // « cru » is croire before croître.
                    let mut rare = u32::from(reporting && r.pos == Pos::Verb && !reports(r));
                    // « alors », « encore », « surtout » subordinate with que alone.
                    if r.pos == Pos::Sub && !slot.que && !self.subordinators.contains(&r.lemma) {
                        rare += 5;
                    }
                    // « », lui répond une passante »
                    if r.pos == Pos::Pron
                        && slot.after_quote
                        && readings.iter().any(|o| o.pos == Pos::ObjectPron)
                    {
                        rare += 4;
                    }
                    // « ce point », « un pas »
                    let bookish = Some(r.lemma) == self.point;
                    if negation && r.pos == Pos::Noun && !bookish {
                        rare += 2;
                    }
                    // « lors d'un point presse »: « ne … point » is rarer by far.
                    if bookish && r.pos == Pos::Neg {
                        rare += 3;
                    }
                    // « pourrait s'étendre »: s' is si before il and ils alone.
                    if r.pos == Pos::Sub
                        && token.flags.has(Flags::ELIDED)
                        && token.span.len() <= 4
                        && !slot.que
                        && !slot.il
                    {
                        let written = &text[token.span.range()];
                        if written.starts_with(['s', 'S']) {
                            rare += 8;
                        }
                    }
                    // « a écrit sur Piaf le président »: the noun before the plural of its verb.
                    if r.pos == Pos::Verb
                        && r.feats.has(Feats::PLUR)
                        && r.feats.has(Feats::PRESENT)
                        && readings.iter().any(|o| o.pos == Pos::Noun)
                        && text[token.span.range()].ends_with("ent")
                    {
                        rare += 3;
                    }
                    // « dans un communiqué mercredi »
                    if r.pos == Pos::Verb
                        && r.feats.has(Feats::PAST_PARTICIPLE)
                        && readings.iter().any(|o| {
                            o.pos == Pos::Noun
                                && lexicon
                                    .lemma(o.lemma)
                                    .noun
                                    .is_some_and(|n| n.class == NounClass::Medium)
                        })
                    {
                        rare += 2;
                    }
                    // « une enquête »: an article before it is a pronoun.
                    if r.pos == Pos::Pron && readings.iter().any(|o| o.pos == Pos::Det) {
                        rare += 2;
                    }
                    // « Luc Maret, président du port », « garde du corps »: a noun of a person is that, unless a subject is near.
                    if person && r.pos == Pos::Verb && !slot.que && !slot.after_quote {
                        rare += 2;
                    }
                    // « L'enquête précise encore que », « le maire exigeant que »: not an adjective.
                    if slot.que && reporting && matches!(r.pos, Pos::Noun | Pos::Adj) {
                        rare += 2;
                    }
                    // « un haut responsable », « une jeune femme »
                    if r.pos == Pos::Noun && self.prenominal.contains(&r.lemma) && leads {
                        rare += 2;
                    }
                    // « Accusé par l'opposition »: a participle with its agent.
                    if slot.par && participle && r.pos == Pos::Noun {
                        rare += 2;
                    }
                    push(
                        r.pos,
                        r.feats,
                        r.lemma,
                        rare + u32::from(given && matches!(r.pos, Pos::Adj | Pos::Noun)) * 3
                            + u32::from(proper && r.pos == Pos::Noun && r.feats.has(Feats::PLUR))
                                * 3
                            + own_cost(r, capital, closed, auxiliary, slot),
                        run,
                    );
                }
                // « Mme von der Aue »: what is nothing but a particle is part of the name behind it.
                if !readings.is_empty() && readings.iter().all(|r| r.pos == Pos::Particle) {
                    push(Pos::Name, Feats(0), NO_LEMMA, 0, run);
                }
                if readings.is_empty() {
                    guess::guess(&text[token.span.range()], capital, |pos, feats, cost| {
                        push(pos, feats, NO_LEMMA, cost, run)
                    });
                    if slot.after_quote && !capital && slot.next_may_be_subject() {
                        push(
                            Pos::Verb,
                            Feats(Feats::PRESENT | Feats::P3 | Feats::SING),
                            NO_LEMMA,
                            0,
                            run,
                        );
                    }
                }
                if capital {
                    let known = !readings.is_empty();
                    let cost = match (known, slot.start) {
                        _ if slot.particle || proper => 0,
                        (true, true) => 6,
                        (true, false) if closed => 5,
                        (true, false) => 1,
                        (false, _) => 0,
                    };
                    push(Pos::Name, Feats(0), NO_LEMMA, cost, run);
                }
            }
            TokenKind::Clitic => {
                let feats = readings
                    .iter()
                    .find(|r| r.pos == Pos::SubjectPron)
                    .or(readings.first())
                    .map_or(Feats(0), |r| r.feats);
                let lemma = readings.first().map_or(NO_LEMMA, |r| r.lemma);
                push(Pos::Clitic, feats, lemma, 0, run);
            }
            TokenKind::Number => push(Pos::Number, Feats(0), NO_LEMMA, 0, run),
            _ => push(
                Pos::Sign,
                Feats(u32::from(token.kind == TokenKind::Comma)),
                NO_LEMMA,
                0,
                run,
            ),
        }
        if run.states.len() > begin {
            run.columns.push(begin as u32);
            run.positions.push(at as u32);
        }
    }

    /// What no edited French does, though its two neighbours alone would allow it.
    fn unlikely(&self, state: &State, class: Class, word: Word) -> u32 {
        match (state.class, class) {
            // « à l'agence »: no finite verb behind a preposition, clitic or not.
            (Class::ObjectPronoun, Class::Finite | Class::Auxiliary) if state.governed => 8,
            // « il avait vu un policier », « est compris entre »: vu is no preposition there.
            (Class::Auxiliary, Class::Preposition) if word.participle => 6,
            // « sur twitter »
            (Class::Preposition, Class::Infinitive)
                if state.tag.pos == Pos::Prep && !self.infinitive.contains(&state.tag.lemma) =>
            {
                6
            }
            // « qui l'attaque »: qui is a subject already; « selon lesquelles l'attaque »: a subject is wanted.
            (Class::Relative, Class::Determiner) if Some(state.tag.lemma) == self.qui => 6,
            (Class::Noun | Class::Name, Class::Adjective) if word.holds => 3,
            (Class::Relative, Class::ObjectPronoun)
                if word.article && Some(state.tag.lemma) != self.qui =>
            {
                3
            }
            _ => 0,
        }
    }

    fn is_auxiliary(&self, lemma: LemmaId) -> bool {
        Some(lemma) == self.avoir || Some(lemma) == self.etre
    }

    fn class(&self, pos: Pos, feats: Feats, lemma: LemmaId) -> Class {
        match pos {
            Pos::Verb if feats.has(Feats::INFINITIVE) => Class::Infinitive,
            Pos::Verb if feats.has(Feats::PAST_PARTICIPLE) => Class::PastParticiple,
            Pos::Verb if feats.has(Feats::PRESENT_PARTICIPLE) => Class::PresentParticiple,
            Pos::Verb if self.is_auxiliary(lemma) => Class::Auxiliary,
            Pos::Verb => Class::Finite,
            Pos::Noun => Class::Noun,
            Pos::Adj => Class::Adjective,
            Pos::Adv => Class::Adverb,
            Pos::Det => Class::Determiner,
            Pos::Prep => Class::Preposition,
            Pos::PrepDet => Class::PrepDet,
            Pos::SubjectPron => Class::SubjectPronoun,
            Pos::ObjectPron => Class::ObjectPronoun,
            Pos::Pron => Class::Pronoun,
            Pos::Relative => Class::Relative,
            Pos::Coord => Class::Coordinator,
            Pos::Sub => Class::Subordinator,
            Pos::Neg => Class::Negation,
            Pos::Numeral | Pos::Number => Class::Numeral,
            Pos::FirstName | Pos::Name => Class::Name,
            Pos::Title => Class::Title,
            Pos::Particle => Class::Preposition,
            Pos::Clitic => Class::Clitic,
            Pos::Interjection => Class::Start,
            Pos::Sign => {
                if feats.0 == 1 {
                    Class::Comma
                } else {
                    Class::Start
                }
            }
        }
    }
}

/// What else a word may be.
#[derive(Clone, Copy)]
struct Word {
    /// A past participle.
    participle: bool,
    /// A present participle, and que follows.
    holds: bool,
    /// An article.
    article: bool,
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

/// What stands around a word, as far as its marks tell.
#[derive(Clone, Copy)]
struct Slot<'t> {
    start: bool,
    after_quote: bool,
    next: Option<&'t Token>,
    /// A particle with a capital inside a name: « M. De Ruyck », « Odile Le Bihan ».
    particle: bool,
    /// « que » follows, at once or behind one word: a verb that takes it is likely.
    que: bool,
    /// « il » or « ils » follows.
    il: bool,
    /// « par » follows.
    par: bool,
}

impl Slot<'_> {
    fn next_may_be_subject(self) -> bool {
        self.next
            .is_some_and(|t| matches!(t.kind, TokenKind::Word | TokenKind::Clitic))
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

fn is_closed(pos: Pos) -> bool {
    matches!(
        pos,
        Pos::Det
            | Pos::Prep
            | Pos::PrepDet
            | Pos::SubjectPron
            | Pos::ObjectPron
            | Pos::Pron
            | Pos::Relative
            | Pos::Coord
            | Pos::Sub
    )
}

/// What a reading costs by itself, whatever stands beside it.
fn own_cost(r: &Reading, capital: bool, closed: bool, auxiliary: bool, slot: Slot<'_>) -> u32 {
    let mut cost = 0u32;
    match r.pos {
        Pos::Verb => {
            if closed {
                cost += if auxiliary { 1 } else { 4 };
            }
            if capital && !slot.start {
                cost += 8;
            }
            if r.feats.has(Feats::FINITE) {
                if !r.feats.has(Feats::P3) {
                    cost += 3;
                }
                if slot.after_quote && !capital {
                    cost = cost.saturating_sub(2);
                }
            } else if r.feats.has(Feats::SUBJUNCTIVE) {
                cost += 2;
            } else if r.feats.has(Feats::IMPERATIVE) {
                cost += 4;
            }
        }
        Pos::Noun | Pos::Adj => {
            if closed {
                cost += 4;
            }
            if auxiliary {
                cost += 5;
            }
        }
        Pos::Adv if closed => cost += 1,
        Pos::FirstName => {
            cost += if capital {
                if slot.start { 1 } else { 0 }
            } else {
                20
            }
        }
        Pos::Title => cost += u32::from(!capital),
        Pos::Particle => cost += if capital || closed { 6 } else { 2 },
        Pos::Interjection => cost += 4,
        _ => {
            if capital && !slot.start {
                cost += 1;
            }
        }
    }
    cost
}

/// What a disagreement in gender, number or person costs.
fn agreement(previous: &State, class: Class, pos: Pos, feats: Feats) -> u32 {
    const GENDER: u32 = Feats::MASC | Feats::FEM;
    const NUMBER: u32 = Feats::SING | Feats::PLUR;
    const PERSON: u32 = Feats::P1 | Feats::P2 | Feats::P3;
    let clash = |mask: u32| {
        let (a, b) = (previous.tag.feats.0 & mask, feats.0 & mask);
        a != 0 && b != 0 && a & b == 0
    };
    match (previous.class, class) {
        (Class::Determiner | Class::PrepDet | Class::Adjective, Class::Noun | Class::Adjective)
        | (Class::Noun, Class::Adjective) => {
            3 * u32::from(clash(NUMBER)) + 3 * u32::from(clash(GENDER))
        }
        (Class::SubjectPronoun, Class::Finite | Class::Auxiliary) => {
            6 * u32::from(clash(NUMBER)) + 6 * u32::from(clash(PERSON))
        }
        (
            Class::Noun | Class::Name | Class::Adjective | Class::Pronoun,
            Class::Finite | Class::Auxiliary,
        ) => {
            let first_or_second =
                pos == Pos::Verb && feats.has(Feats::P1 | Feats::P2) && !feats.has(Feats::P3);
            3 * u32::from(clash(NUMBER)) + 6 * u32::from(first_or_second)
        }
        (Class::Finite | Class::Auxiliary, Class::Clitic) => {
            4 * u32::from(clash(PERSON)) + 4 * u32::from(clash(NUMBER))
        }
        _ => 0,
    }
}

/// The states since the last reset.
struct Run {
    states: Vec<State>,
    /// First state of each column.
    columns: Vec<u32>,
    /// Token of each column.
    positions: Vec<u32>,
}

impl Run {
    /// Follows the cheapest path back and writes its tags.
    fn finish(&mut self, tags: &mut [Tag]) {
        let mut end = self.states.len();
        let mut pick = None;
        for (&begin, &at) in self.columns.iter().zip(&self.positions).rev() {
            let begin = begin as usize;
            let k = pick.unwrap_or_else(|| {
                let column = &self.states[begin..end];
                (0..column.len())
                    .min_by_key(|&k| column[k].cost)
                    .unwrap_or(0)
            });
            let state = &self.states[begin + k];
            tags[at as usize] = state.tag;
            pick = Some(state.back as usize);
            end = begin;
        }
        self.states.clear();
        self.columns.clear();
        self.positions.clear();
    }
}
