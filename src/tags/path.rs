//! The cheapest path through the readings: the states of a run of words, and what one step from state to state costs.

use std::ops::Range;

use super::Tag;
use super::costs::{Class, Costs};
use super::known::KnownWords;
use super::word::Word;
use crate::lexicon::{Feats, Pos};

/// Words between two resets of the search: what a run without any stop may hold in memory.
pub(super) const MAX_RUN: usize = 400;

/// What a finite verb costs where the participle of an auxiliary is due.
const PARTICIPLE_DUE: u32 = 6;

/// What a finite verb costs in a clause that has one.
const SECOND_VERB: u32 = 4;

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
    /// A finite verb stands before, with nothing but negation, adverbs and clitics since.
    behind_verb: bool,
    /// Finite verbs that the clauses opened so far still wait for.
    wanted: u8,
    /// A participle right behind a noun or its adjective.
    attribute: bool,
}

/// A reading that the next state is made of.
#[derive(Clone, Copy)]
struct Next {
    class: Class,
    tag: Tag,
    time: bool,
}

/// The states since the last reset.
pub(super) struct Run {
    states: Vec<State>,
    /// First state of each column.
    columns: Vec<u32>,
    /// Token of each column.
    positions: Vec<u32>,
    /// The states of the last column.
    previous: Range<usize>,
}

impl Run {
    pub(super) fn new() -> Run {
        Run {
            states: Vec::with_capacity(4 * MAX_RUN),
            columns: Vec::with_capacity(MAX_RUN),
            positions: Vec::with_capacity(MAX_RUN),
            previous: 0..0,
        }
    }

    /// Columns since the last reset.
    pub(super) fn len(&self) -> usize {
        self.columns.len()
    }

    /// Ends the column of the token `at`: the readings pushed since the last one.
    pub(super) fn close(&mut self, at: usize) {
        let begin = self.previous.end;
        if self.states.len() > begin {
            self.columns.push(begin as u32);
            self.positions.push(at as u32);
            self.previous = begin..self.states.len();
        }
    }

    /// Adds a reading of the next token, which costs `own` by itself.
    pub(super) fn push(
        &mut self,
        costs: &Costs,
        known: &KnownWords,
        word: &Word<'_>,
        tag: Tag,
        own: u32,
    ) {
        let next = Next {
            class: known.class(tag),
            tag,
            time: word.is_moment(tag),
        };
        let mut state = State {
            class: next.class,
            tag,
            cost: u32::MAX,
            back: 0,
            time: next.time,
            auxiliary: next.class == Class::Auxiliary,
            governed: false,
            behind_verb: is_finite(next.class),
            wanted: wanted(1, &next),
            attribute: false,
        };
        if self.previous.is_empty() {
            state.cost = costs.step(Class::Start, next.class);
        }
        for (k, from) in self.states[self.previous.clone()].iter().enumerate() {
            // Nothing makes a path cheaper.
            if from.cost >= state.cost {
                continue;
            }
            let cost = from.cost + step(costs, known, from, &next);
            if cost >= state.cost {
                continue;
            }
            // A closing mark opens a clause as a comma does: « », dit le maire ».
            let open = if word.slot.after_quote {
                from.wanted.max(1)
            } else {
                from.wanted
            };
            let cost = cost
                + due(from, &next)
                + one_too_many(open, &next)
                + agreement(from, &next)
                + unlikely(known, from, next.class, word);
            if cost < state.cost {
                (state.cost, state.back) = (cost, k as u16);
                state.auxiliary = next.class == Class::Auxiliary
                    || from.auxiliary
                        && matches!(next.class, Class::Negation | Class::Adverb | Class::Clitic);
                state.behind_verb = is_finite(next.class)
                    || from.behind_verb
                        && matches!(
                            next.class,
                            Class::Negation | Class::Adverb | Class::ObjectPronoun
                        );
                state.wanted = wanted(open, &next);
                state.attribute = next.class == Class::PastParticiple
                    && matches!(from.class, Class::Noun | Class::Adjective);
                state.governed = next.class == Class::ObjectPronoun
                    && (from.class == Class::Preposition || from.governed);
            }
        }
        state.cost += own;
        self.states.push(state);
    }

    /// Follows the cheapest path back, writes its tags, and begins anew.
    pub(super) fn finish(&mut self, tags: &mut [Tag]) {
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
        self.previous = 0..0;
    }
}

/// The finite verbs waited for behind a word.
fn wanted(before: u8, next: &Next) -> u8 {
    match next.class {
        Class::Finite | Class::Auxiliary => before.saturating_sub(1),
        Class::Relative | Class::Subordinator => (before + 1).min(3),
        Class::Start | Class::Comma | Class::Coordinator => before.max(1),
        _ => before,
    }
}

/// « a défendu sur place la hausse »: a clause has one finite verb.
fn one_too_many(wanted: u8, next: &Next) -> u32 {
    SECOND_VERB * u32::from(wanted == 0 && is_finite(next.class))
}

fn is_finite(class: Class) -> bool {
    matches!(class, Class::Finite | Class::Auxiliary)
}

/// What the class of the next word costs behind this state.
fn step(costs: &Costs, known: &KnownWords, from: &State, next: &Next) -> u32 {
    let been = next.class == Class::PastParticiple
        && from.class == Class::PastParticiple
        && known.is_etre(from.tag);
    // « a reconnu lundi Luc Maret »: a moment follows a verb without an article.
    let adjunct = next.time
        && matches!(
            from.class,
            Class::PastParticiple | Class::Finite | Class::Infinitive | Class::Clitic
        );
    // « a souligné samedi le président »: an article, not a clitic.
    let opens = from.time
        && matches!(
            next.class,
            Class::Determiner | Class::Name | Class::Title | Class::Preposition | Class::PrepDet
        );
    if been || adjunct || opens {
        return 0;
    }
    // « avoir fait », « ayant fait »: whatever its form, an auxiliary takes a participle.
    let helps = matches!(next.class, Class::PastParticiple | Class::Finite)
        && matches!(from.class, Class::Infinitive | Class::PresentParticiple)
        && known.is_auxiliary(from.tag);
    let class = if helps { Class::Auxiliary } else { from.class };
    costs.step(class, next.class)
}

/// « n'a pas dit »: what the auxiliary before the negation waits for.
fn due(from: &State, next: &Next) -> u32 {
    let waits = from.auxiliary && from.class != Class::Auxiliary && next.class == Class::Finite;
    PARTICIPLE_DUE * u32::from(waits)
}

/// What no edited French does, though its two neighbours alone would allow it.
fn unlikely(known: &KnownWords, from: &State, class: Class, word: &Word<'_>) -> u32 {
    match (from.class, class) {
        // « à l'agence »: no finite verb behind a preposition, clitic or not.
        (Class::ObjectPronoun, Class::Finite | Class::Auxiliary) if from.governed => 8,
        // « n'était pas en mesure »: no clitic of another verb without a subject or a stop between.
        (Class::ObjectPronoun, Class::Finite | Class::Auxiliary) if from.behind_verb => 3,
        // « il avait vu un policier », « est compris entre »: vu is no preposition there.
        (Class::Auxiliary, Class::Preposition) if word.is_participle() => 6,
        // « sur twitter »
        (Class::Preposition, Class::Infinitive)
            if from.tag.pos == Pos::Prep && !known.takes_infinitive(from.tag) =>
        {
            6
        }
        // « le maire dit que »: a participle that says how somebody is takes no clause, « convaincu » and its like aside, which are
        // nothing else.
        (Class::PastParticiple, Class::Subordinator) if from.attribute => 3,
        // « qui l'attaque »: qui is a subject already; « selon lesquelles l'attaque »: a subject is wanted.
        (Class::Relative, Class::Determiner) if known.is_qui(from.tag) => 6,
        (Class::Relative, Class::ObjectPronoun) if word.is_article() && !known.is_qui(from.tag) => {
            3
        }
        // « le maire exigeant que », « assurant que »
        (Class::Noun | Class::Name, Class::Adjective) if word.holds() => 3,
        _ => 0,
    }
}

/// What a disagreement in gender, number or person costs.
fn agreement(from: &State, next: &Next) -> u32 {
    const GENDER: u32 = Feats::MASC | Feats::FEM;
    const NUMBER: u32 = Feats::SING | Feats::PLUR;
    const PERSON: u32 = Feats::P1 | Feats::P2 | Feats::P3;
    let feats = next.tag.feats;
    let clash = |mask: u32| {
        let (a, b) = (from.tag.feats.0 & mask, feats.0 & mask);
        u32::from(a != 0 && b != 0 && a & b == 0)
    };
    match (from.class, next.class) {
        (Class::Determiner | Class::PrepDet | Class::Adjective, Class::Noun | Class::Adjective)
        | (Class::Noun, Class::Adjective) => 3 * clash(NUMBER) + 3 * clash(GENDER),
        (Class::Noun, Class::PastParticiple) => 3 * clash(NUMBER),
        (Class::SubjectPronoun, Class::Finite | Class::Auxiliary) => {
            6 * clash(NUMBER) + 6 * clash(PERSON)
        }
        (
            Class::Noun | Class::Name | Class::Adjective | Class::Pronoun,
            Class::Finite | Class::Auxiliary,
        ) => {
            let first_or_second = next.tag.pos == Pos::Verb
                && feats.has(Feats::P1 | Feats::P2)
                && !feats.has(Feats::P3);
            3 * clash(NUMBER) + 6 * u32::from(first_or_second)
        }
        (Class::Finite | Class::Auxiliary, Class::Clitic) => 4 * clash(PERSON) + 4 * clash(NUMBER),
        _ => 0,
    }
}
