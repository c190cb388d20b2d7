//! What is known of words before an article is read: forms, lemmas, reporting verbs, names of media.
//!
//! The data are tab-separated lines in `data/`, one file per kind; forms are generated from them when a
//! [`Lexicon`] is built. A caller's own lines go through the same door.

mod names;
mod rows;
mod table;
#[cfg(test)]
mod tests;
mod types;

use crate::claim::CueClass;
use crate::morphology;
use names::Names;
use rows::{File, Row};
use std::collections::HashMap;
use table::{Slots, Table};

pub(crate) use names::{Proper, ProperKind};
pub(crate) use table::fold;
pub(crate) use types::*;

/// The lines of the embedded files. General verbs come first: a reporting verb is laid over them.
const EMBEDDED: &[(File, &str, &str)] = &[
    (File::Closed, "closed.tsv", include_str!("data/closed.tsv")),
    (
        File::GeneralVerbs,
        "verbs_general.tsv",
        include_str!("data/verbs_general.tsv"),
    ),
    (File::Verbs, "verbs.tsv", include_str!("data/verbs.tsv")),
    (File::Nouns, "nouns.tsv", include_str!("data/nouns.tsv")),
    (
        File::Adjectives,
        "adjectives.tsv",
        include_str!("data/adjectives.tsv"),
    ),
    (
        File::Adverbs,
        "adverbs.tsv",
        include_str!("data/adverbs.tsv"),
    ),
    (
        File::FirstNames,
        "prenoms.tsv",
        include_str!("data/prenoms.tsv"),
    ),
    (File::Names, "names.tsv", include_str!("data/names.tsv")),
];

/// A dictionary form and what is known of it as a verb and as a noun.
pub(crate) struct Lemma {
    pub(crate) text: Box<str>,
    pub(crate) verb: Option<VerbInfo>,
    pub(crate) noun: Option<NounInfo>,
}

/// A verb or a verbal locution.
#[derive(Clone, Copy)]
pub(crate) struct VerbInfo {
    /// `None`: no reporting verb.
    pub(crate) class: Option<CueClass>,
    pub(crate) frames: Frames,
    /// Compound tenses take être, always or in some use (monter, sortir).
    pub(crate) etre: bool,
}

/// A noun. One that the data list in two classes has the first of them, and the cue of either.
#[derive(Clone, Copy)]
pub(crate) struct NounInfo {
    pub(crate) class: NounClass,
    /// What a noun that is a cue says of the act: promesse, déclaration.
    pub(crate) cue: Option<CueClass>,
    pub(crate) frames: Frames,
}

impl NounInfo {
    /// A noun of two classes (avis: a document, a cue) keeps the first and takes the cue of the other.
    fn with(self, other: NounInfo) -> NounInfo {
        let class = if self.class == NounClass::Other {
            other.class
        } else {
            self.class
        };
        let cue = self.cue.or(other.cue);
        NounInfo {
            class,
            cue,
            frames: Frames(self.frames.0 | other.frames.0),
        }
    }
}

/// A verb with the fixed words after it: faire savoir, tirer la sonnette d'alarme.
pub(crate) struct Locution {
    /// The verb is pronominal: se faire l'écho.
    pub(crate) reflexive: bool,
    /// The clitic `en` stands before the verb: en appeler, s'en prendre.
    pub(crate) en: bool,
    /// The words after the verb; empty where the clitics alone make the locution.
    pub(crate) rest: Box<[WordId]>,
    /// The locution as a lemma of its own.
    pub(crate) lemma: LemmaId,
}

/// Words, lemmas and names.
pub(crate) struct Lexicon {
    table: Table,
    /// Both readings of a headline's bare capital `A`.
    capital_a: WordId,
    lemmas: Vec<Lemma>,
    /// Lemmas by their text; the values are ids plus one.
    lemma_ids: Slots,
    reflexives: HashMap<LemmaId, LemmaId>,
    locutions: HashMap<LemmaId, Vec<Locution>>,
    names: Names,
}

impl Lexicon {
    /// The lexicon that the crate carries.
    pub(crate) fn builtin() -> Lexicon {
        let mut lexicon = Lexicon::empty();
        for &(file, name, text) in EMBEDDED {
            for row in rows::read(file, name, text) {
                // The files are part of the program and a test reads each of them.
                lexicon.add(row.unwrap_or_else(|error| panic!("{error}")));
            }
        }
        lexicon.finish();
        lexicon
    }

    /// A lexicon that knows no word.
    pub(crate) fn empty() -> Lexicon {
        let mut table = Table::new();
        let capital_a = table.push("a");
        Lexicon {
            table,
            capital_a,
            lemmas: Vec::with_capacity(1 << 14),
            lemma_ids: Slots::with_slots(1 << 16),
            reflexives: HashMap::new(),
            locutions: HashMap::new(),
            names: Names::default(),
        }
    }

    /// Lines of the caller: `verb`, `noun` or `name`, then the columns of that kind's file. All of them are
    /// read before the first is kept; a lemma that exists already takes what the new line says.
    pub(crate) fn add_lines(&mut self, file: &str, text: &str) -> Result<(), crate::Error> {
        let rows: Vec<Row<'_>> = rows::read_mixed(file, text).collect::<Result<_, _>>()?;
        for row in rows {
            if let Row::Noun(noun) = &row {
                // The caller's line replaces what is known; two embedded lines complete each other.
                if let Some(id) = self.lemma_id(noun.lemma) {
                    self.lemmas[id.0 as usize].noun = None;
                }
            }
            self.add(row);
        }
        self.finish();
        Ok(())
    }

    /// The entry of a word as the text spells it. Lower-case letters match their accents exactly; a bare
    /// capital also matches an accented letter.
    pub(crate) fn lookup(&self, written: &str) -> WordId {
        if written == "A" {
            return self.capital_a;
        }
        self.table.find(written)
    }

    /// The ways to read an entry.
    pub(crate) fn readings(&self, word: WordId) -> &[Reading] {
        self.table.readings(word)
    }

    pub(crate) fn lemma(&self, id: LemmaId) -> &Lemma {
        &self.lemmas[id.0 as usize]
    }

    pub(crate) fn lemma_id(&self, text: &str) -> Option<LemmaId> {
        self.find_lemma(text, table::fold_hash(text))
    }

    /// The pronominal verb that reports on its own terms: dire gives se dire.
    pub(crate) fn reflexive(&self, verb: LemmaId) -> Option<LemmaId> {
        self.reflexives.get(&verb).copied()
    }

    /// The locutions that begin with the verb, longest first.
    pub(crate) fn locutions(&self, verb: LemmaId) -> &[Locution] {
        self.locutions.get(&verb).map_or(&[], Vec::as_slice)
    }

    /// An outlet, institution or other proper name, by its name or an alias.
    pub(crate) fn proper(&self, name: &str) -> Option<&Proper> {
        self.names.get(name)
    }

    /// How many written forms there are.
    #[cfg(test)]
    pub(crate) fn forms(&self) -> usize {
        self.table.len()
    }

    /// Takes in the last forms. « A Lyon » and « A déclaré » look alike: the entry of `A` holds what `a` and
    /// `à` can be.
    fn finish(&mut self) {
        self.table.flush();
        for spelling in ["à", "a"] {
            for reading in self.table.readings(self.table.find(spelling)).to_vec() {
                self.table.add(self.capital_a, reading);
            }
        }
    }

    fn add(&mut self, row: Row<'_>) {
        match row {
            Row::Verb { lemma, info } => self.add_verb(lemma, info),
            Row::GeneralVerb { lemma, etre } => {
                let id = self.plain_verb(lemma);
                if let Some(verb) = &mut self.lemmas[id.0 as usize].verb {
                    verb.etre |= etre;
                }
            }
            Row::Noun(noun) => self.add_noun(&noun),
            Row::Adjective {
                masculine,
                feminine,
                plural,
            } => {
                self.add_adjective(masculine, feminine, plural);
            }
            Row::Closed {
                form,
                pos,
                feats,
                lemma,
            } => {
                let lemma = self.intern_lemma(lemma);
                self.add_form(form, pos, feats.0, lemma);
            }
            Row::Adverb(form) => {
                let lemma = self.intern_lemma(form);
                self.add_form(form, Pos::Adv, 0, lemma);
            }
            Row::FirstName { name, gender } => {
                let lemma = self.intern_lemma(name);
                self.add_form(name, Pos::FirstName, gender, lemma);
            }
            Row::Name(name) => self.names.add(&name),
        }
    }

    fn intern_lemma(&mut self, text: &str) -> LemmaId {
        let hash = table::fold_hash(text);
        if let Some(id) = self.find_lemma(text, hash) {
            return id;
        }
        let id = LemmaId(self.lemmas.len() as u32);
        self.lemmas.push(Lemma {
            text: text.into(),
            verb: None,
            noun: None,
        });
        self.lemma_ids.insert(hash, id.0 + 1);
        id
    }

    fn find_lemma(&self, text: &str, hash: u32) -> Option<LemmaId> {
        let mut ids = self.lemma_ids.values(hash).map(|value| LemmaId(value - 1));
        ids.find(|&id| *self.lemma(id).text == *text)
    }

    fn add_form(&mut self, form: &str, pos: Pos, feats: u32, lemma: LemmaId) {
        let reading = Reading {
            pos,
            feats: Feats(feats),
            lemma,
        };
        self.table.queue(&table::normalise(form), reading);
    }

    /// The verb as a lemma with all its forms, reporting or not.
    fn plain_verb(&mut self, infinitive: &str) -> LemmaId {
        let lemma = self.intern_lemma(infinitive);
        let known = &mut self.lemmas[lemma.0 as usize].verb;
        if known.is_none() {
            *known = Some(VerbInfo {
                class: None,
                frames: Frames::default(),
                etre: false,
            });
            let table = &mut self.table;
            morphology::conjugate(&table::normalise(infinitive), &mut |form, feats| {
                table.queue(
                    form,
                    Reading {
                        pos: Pos::Verb,
                        feats,
                        lemma,
                    },
                );
            });
        }
        lemma
    }

    fn add_verb(&mut self, text: &str, info: VerbInfo) {
        let parts = rows::Locution::of(text);
        let verb = self.plain_verb(parts.verb);
        let lemma = if parts.is_plain() {
            verb
        } else {
            self.intern_lemma(text)
        };
        self.lemmas[lemma.0 as usize].verb = Some(info);
        if parts.is_plain() {
            return;
        }
        if parts.reflexive && !parts.en && parts.rest.is_empty() {
            self.reflexives.insert(verb, lemma);
            return;
        }
        if self
            .locutions
            .get(&verb)
            .is_some_and(|all| all.iter().any(|known| known.lemma == lemma))
        {
            return;
        }
        let mut spellings = vec![
            parts
                .rest
                .iter()
                .map(|word| table::normalise(word).into_owned())
                .collect(),
        ];
        if let ("être", [attribute]) = (parts.verb, &*parts.rest) {
            // The attribute agrees: être convaincu, elles sont convaincues.
            let feminine = morphology::feminine(attribute);
            let plurals = [morphology::plural(attribute), morphology::plural(&feminine)];
            spellings.extend(plurals.into_iter().chain([feminine]).map(|form| vec![form]));
        }
        let locutions = self.locutions.entry(verb).or_default();
        for rest in spellings {
            let rest = rest.iter().map(|word| self.table.intern(word)).collect();
            let (reflexive, en) = (parts.reflexive, parts.en);
            locutions.push(Locution {
                reflexive,
                en,
                rest,
                lemma,
            });
        }
        locutions.sort_by_key(|known| std::cmp::Reverse(known.rest.len()));
    }

    fn add_noun(&mut self, noun: &rows::Noun<'_>) {
        let lemma = self.intern_lemma(noun.lemma);
        let known = &mut self.lemmas[lemma.0 as usize].noun;
        *known = Some(known.map_or(noun.info, |known| known.with(noun.info)));
        self.add_form(noun.lemma, Pos::Noun, noun.gender | Feats::SING, lemma);
        self.add_plurals(noun.lemma, Pos::Noun, noun.gender, noun.plural, lemma);
        if let Some(feminine) = noun.feminine {
            self.add_form(feminine, Pos::Noun, Feats::FEM | Feats::SING, lemma);
            self.add_plurals(feminine, Pos::Noun, Feats::FEM, None, lemma);
        }
    }

    fn add_adjective(&mut self, masculine: &str, feminine: Option<&str>, plural: Option<&str>) {
        let lemma = self.intern_lemma(masculine);
        let feminine = feminine.map_or_else(|| morphology::feminine(masculine), str::to_owned);
        let gender = if feminine == masculine {
            Feats::MASC | Feats::FEM
        } else {
            Feats::MASC
        };
        self.add_form(masculine, Pos::Adj, gender | Feats::SING, lemma);
        self.add_plurals(masculine, Pos::Adj, gender, plural, lemma);
        if feminine != masculine {
            self.add_form(&feminine, Pos::Adj, Feats::FEM | Feats::SING, lemma);
            self.add_plurals(&feminine, Pos::Adj, Feats::FEM, None, lemma);
        }
    }

    /// The plurals that the line lists, or the regular one; `=` is the singular again.
    fn add_plurals(
        &mut self,
        singular: &str,
        pos: Pos,
        gender: u32,
        listed: Option<&str>,
        lemma: LemmaId,
    ) {
        let feats = gender | Feats::PLUR;
        match listed {
            None => self.add_form(&morphology::plural(singular), pos, feats, lemma),
            Some("=") => self.add_form(singular, pos, feats, lemma),
            Some(forms) => {
                for form in forms.split(['|', ',']) {
                    self.add_form(form.trim(), pos, feats, lemma);
                }
            }
        }
    }
}
