//! Words that the tagger looks at one by one, and the class of each reading.

use super::Tag;
use super::costs::Class;
use crate::lexicon::{Feats, LemmaId, Lexicon, Pos, WordId};

/// Words that need a look of their own, as entries of one lexicon.
pub(super) struct KnownWords {
    avoir: Option<LemmaId>,
    etre: Option<LemmaId>,
    qui: Option<LemmaId>,
    pub(super) point: Option<LemmaId>,
    pub(super) soit: Option<LemmaId>,
    /// que, qu'
    pub(super) que: [WordId; 2],
    /// il, ils
    pub(super) il: [WordId; 2],
    pub(super) par: WordId,
    /// Prepositions that an infinitive follows.
    infinitive: Vec<LemmaId>,
    /// Adjectives that stand before their noun, whatever noun is spelled like them.
    pub(super) prenominal: Vec<LemmaId>,
    /// Words that subordinate without que.
    pub(super) subordinators: Vec<LemmaId>,
}

impl KnownWords {
    pub(super) fn new(lexicon: &Lexicon) -> KnownWords {
        let lemmas = |words: &[&str]| words.iter().filter_map(|w| lexicon.lemma_id(w)).collect();
        KnownWords {
            avoir: lexicon.lemma_id("avoir"),
            etre: lexicon.lemma_id("être"),
            qui: lexicon.lemma_id("qui"),
            point: lexicon.lemma_id("point"),
            soit: lexicon.lemma_id("soit"),
            que: ["que", "qu'"].map(|w| lexicon.lookup(w)),
            il: ["il", "ils"].map(|w| lexicon.lookup(w)),
            par: lexicon.lookup("par"),
            infinitive: lemmas(&[
                "de", "à", "pour", "sans", "par", "après", "avant", "jusque", "entre",
            ]),
            prenominal: lemmas(&[
                "haut", "grand", "petit", "gros", "jeune", "vieux", "nouveau", "ancien", "bon",
                "mauvais", "beau", "premier", "dernier", "prochain", "second", "futur", "faux",
                "majeur",
            ]),
            subordinators: lemmas(&[
                "que", "si", "quand", "lorsque", "puisque", "comme", "quoique", "sinon",
                "pourquoi", "comment", "combien", "où",
            ]),
        }
    }

    pub(super) fn is_etre(&self, tag: Tag) -> bool {
        Some(tag.lemma) == self.etre
    }

    pub(super) fn is_qui(&self, tag: Tag) -> bool {
        Some(tag.lemma) == self.qui
    }

    pub(super) fn is_auxiliary(&self, tag: Tag) -> bool {
        self.helps(tag.lemma)
    }

    pub(super) fn takes_infinitive(&self, tag: Tag) -> bool {
        self.infinitive.contains(&tag.lemma)
    }

    pub(super) fn helps(&self, lemma: LemmaId) -> bool {
        Some(lemma) == self.avoir || Some(lemma) == self.etre
    }

    pub(super) fn class(&self, tag: Tag) -> Class {
        let feats = tag.feats;
        match tag.pos {
            Pos::Verb if feats.has(Feats::INFINITIVE) => Class::Infinitive,
            Pos::Verb if feats.has(Feats::PAST_PARTICIPLE) => Class::PastParticiple,
            Pos::Verb if feats.has(Feats::PRESENT_PARTICIPLE) => Class::PresentParticiple,
            Pos::Verb if self.helps(tag.lemma) => Class::Auxiliary,
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
            Pos::Sign if feats.0 == 1 => Class::Comma,
            Pos::Interjection | Pos::Sign => Class::Start,
        }
    }
}
