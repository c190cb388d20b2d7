//! Written forms from dictionary forms: conjugation, plurals, feminines. Rules and lists of exceptions, no article.

mod first_group;
mod models;
mod nominal;
#[cfg(test)]
mod tests;

use crate::lexicon::Feats;

pub(crate) use nominal::{feminine, plural};

/// Whether the word has the shape of an infinitive: what [`conjugate`] can take.
pub(crate) fn is_infinitive(word: &str) -> bool {
    let long_enough = word.chars().count() > 2;
    let letters = word.chars().all(|c| c.is_lowercase() || c == '-');
    let ending = ["er", "ir", "ïr", "re"]
        .iter()
        .any(|ending| word.ends_with(ending));
    long_enough && letters && ending
}

/// Calls `emit` with every simple form of the verb. A form that serves two persons or tenses comes twice.
///
/// Subjunctive forms carry [`Feats::SUBJUNCTIVE`] and no tense, so that [`Feats::FINITE`] means the
/// indicative and the conditional alone.
pub(crate) fn conjugate(infinitive: &str, emit: &mut dyn FnMut(&str, Feats)) {
    let mut forms = Forms {
        buffer: String::with_capacity(32),
        stem: 0,
        emit,
    };
    if infinitive != "aller" && infinitive.ends_with("er") {
        first_group::conjugate(infinitive, &mut forms);
    } else {
        models::conjugate(infinitive, &mut forms);
    }
    forms.stem("");
    forms.put(infinitive, Feats::INFINITIVE);
}

const SING_1: u32 = Feats::P1 | Feats::SING;
const SING_2: u32 = Feats::P2 | Feats::SING;
const SING_3: u32 = Feats::P3 | Feats::SING;
const PLUR_1: u32 = Feats::P1 | Feats::PLUR;
const PLUR_2: u32 = Feats::P2 | Feats::PLUR;
const PLUR_3: u32 = Feats::P3 | Feats::PLUR;
const PERSONS: [u32; 6] = [SING_1, SING_2, SING_3, PLUR_1, PLUR_2, PLUR_3];
/// The persons of the imperative.
const ORDERS: [u32; 3] = [SING_2, PLUR_1, PLUR_2];

const IMPERFECT: [&str; 6] = ["ais", "ais", "ait", "ions", "iez", "aient"];
const FUTURE: [&str; 6] = ["ai", "as", "a", "ons", "ez", "ont"];

/// The vowel of the passé simple, which the subjunctive imperfect shares.
#[derive(Clone, Copy)]
enum Simple {
    A,
    I,
    /// haïr keeps its diaeresis.
    IDiaeresis,
    U,
    /// venir, tenir.
    In,
    /// The verb has none: traire, clore.
    None,
}

impl Simple {
    /// The six persons, then the two of the subjunctive imperfect.
    fn endings(self) -> [&'static str; 8] {
        match self {
            Simple::A => ["ai", "as", "a", "âmes", "âtes", "èrent", "ât", "assent"],
            Simple::I => ["is", "is", "it", "îmes", "îtes", "irent", "ît", "issent"],
            Simple::IDiaeresis => ["ïs", "ïs", "ït", "ïmes", "ïtes", "ïrent", "ït", "ïssent"],
            Simple::U => ["us", "us", "ut", "ûmes", "ûtes", "urent", "ût", "ussent"],
            Simple::In => [
                "ins", "ins", "int", "înmes", "întes", "inrent", "înt", "inssent",
            ],
            Simple::None => ["-"; 8],
        }
    }
}

/// Writes forms into one buffer: the stem stays, endings come and go.
struct Forms<'e> {
    buffer: String,
    stem: usize,
    emit: &'e mut dyn FnMut(&str, Feats),
}

impl Forms<'_> {
    fn stem(&mut self, stem: &str) {
        self.stems(stem, "");
    }

    /// A stem in two parts: what the verb has before its model, then the model's own stem.
    fn stems(&mut self, prefix: &str, stem: &str) {
        self.buffer.clear();
        self.buffer.push_str(prefix);
        self.buffer.push_str(stem);
        self.stem = self.buffer.len();
    }

    /// Emits the stem with an ending; `-` is a form that the verb lacks, `_` an empty ending.
    fn put(&mut self, ending: &str, feats: u32) {
        if ending == "-" {
            return;
        }
        self.buffer.truncate(self.stem);
        self.buffer
            .push_str(if ending == "_" { "" } else { ending });
        (self.emit)(&self.buffer, Feats(feats));
    }

    fn tense(&mut self, endings: &[&str], tense: u32) {
        for (ending, person) in endings.iter().zip(PERSONS) {
            self.put(ending, tense | person);
        }
    }

    fn future_and_conditional(&mut self) {
        self.tense(&FUTURE, Feats::FUTURE);
        self.tense(&IMPERFECT, Feats::CONDITIONAL);
    }

    fn simple(&mut self, simple: Simple) {
        let endings = simple.endings();
        self.tense(&endings[..6], Feats::PASSE_SIMPLE);
        self.put(endings[6], Feats::SUBJUNCTIVE | SING_3);
        self.put(endings[7], Feats::SUBJUNCTIVE | PLUR_3);
    }

    /// The past participle in its four agreements; one without feminine does not agree (« plu », « ri »).
    fn past_participle(&mut self, masculine: &str, feminine: &str) {
        self.put(
            masculine,
            Feats::PAST_PARTICIPLE | Feats::MASC | Feats::SING,
        );
        if feminine == "-" {
            return;
        }
        if masculine.ends_with('s') {
            self.put(
                masculine,
                Feats::PAST_PARTICIPLE | Feats::MASC | Feats::PLUR,
            );
        } else {
            let bare = feminine.strip_suffix('e').unwrap_or(feminine);
            self.put_two(
                bare,
                "s",
                Feats::PAST_PARTICIPLE | Feats::MASC | Feats::PLUR,
            );
        }
        self.put(feminine, Feats::PAST_PARTICIPLE | Feats::FEM | Feats::SING);
        self.put_two(
            feminine,
            "s",
            Feats::PAST_PARTICIPLE | Feats::FEM | Feats::PLUR,
        );
    }

    fn put_two(&mut self, ending: &str, last: &str, feats: u32) {
        self.buffer.truncate(self.stem);
        self.buffer.push_str(ending);
        self.buffer.push_str(last);
        (self.emit)(&self.buffer, Feats(feats));
    }
}
