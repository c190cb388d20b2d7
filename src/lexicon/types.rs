//! What the lexicon says of a word.

/// An entry of the lexicon: a written form. Two spellings that differ in case alone share it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) struct WordId(pub(crate) u32);

impl WordId {
    /// A word that the lexicon does not hold.
    pub(crate) const UNKNOWN: WordId = WordId(0);
}

/// Index of a lemma.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct LemmaId(pub(crate) u32);

/// Part of speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Pos {
    Verb,
    Noun,
    Adj,
    Adv,
    /// le, un, ce, son, plusieurs, chaque…; `du`, `des`, `au`, `aux` are [`Pos::PrepDet`].
    Det,
    Prep,
    /// du, des, au, aux: preposition and article in one (`des` and `du` may be plain articles).
    PrepDet,
    /// je, tu, il, elle, on, nous, vous, ils, elles, ce (subject).
    SubjectPron,
    /// me, te, se, le, la, les, lui, leur, y, en before a verb.
    ObjectPron,
    /// lui, elle, eux, celui-ci, ce dernier's head, l'un, certains, beaucoup, chacun, personne, tous…: pronouns that stand as a noun group.
    Pron,
    /// qui, que, dont, où, lequel…
    Relative,
    /// et, ou, mais, ni, car, or, donc.
    Coord,
    /// que, qu', si, quand, lorsque, parce (que), puisque, comme, tandis (que)…
    Sub,
    /// ne, n', pas, plus, jamais, guère, point.
    Neg,
    /// deux, trois, mille…
    Numeral,
    /// Given name.
    FirstName,
    /// M., Mme, Me, Dr, monsieur, Mgr: civil and other titles that stand before a name.
    Title,
    /// de, d', du, van, von, ben, al, el, da, di inside a name are looked up as [`Pos::Prep`] or this.
    Particle,
    Interjection,
    /// Part of a proper name; given by the tagger, never by the lexicon.
    Name,
    /// Digits.
    Number,
    /// A pronoun hung on its verb by a hyphen.
    Clitic,
    /// Punctuation and every other sign.
    Sign,
}

/// Grammatical features, as bits; a reading holds every value its form can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) struct Feats(pub(crate) u32);

impl Feats {
    pub(crate) const MASC: u32 = 1;
    pub(crate) const FEM: u32 = 1 << 1;
    pub(crate) const SING: u32 = 1 << 2;
    pub(crate) const PLUR: u32 = 1 << 3;
    pub(crate) const P1: u32 = 1 << 4;
    pub(crate) const P2: u32 = 1 << 5;
    pub(crate) const P3: u32 = 1 << 6;
    pub(crate) const PRESENT: u32 = 1 << 7;
    pub(crate) const IMPERFECT: u32 = 1 << 8;
    pub(crate) const PASSE_SIMPLE: u32 = 1 << 9;
    pub(crate) const FUTURE: u32 = 1 << 10;
    pub(crate) const CONDITIONAL: u32 = 1 << 11;
    pub(crate) const SUBJUNCTIVE: u32 = 1 << 12;
    pub(crate) const IMPERATIVE: u32 = 1 << 13;
    pub(crate) const INFINITIVE: u32 = 1 << 14;
    pub(crate) const PAST_PARTICIPLE: u32 = 1 << 15;
    pub(crate) const PRESENT_PARTICIPLE: u32 = 1 << 16;
    /// Definite determiner.
    pub(crate) const DEFINITE: u32 = 1 << 17;
    /// Possessive determiner.
    pub(crate) const POSSESSIVE: u32 = 1 << 18;
    /// Demonstrative determiner or pronoun.
    pub(crate) const DEMONSTRATIVE: u32 = 1 << 19;
    /// A finite indicative or conditional form.
    pub(crate) const FINITE: u32 =
        Self::PRESENT | Self::IMPERFECT | Self::PASSE_SIMPLE | Self::FUTURE | Self::CONDITIONAL;

    pub(crate) fn has(self, bits: u32) -> bool {
        self.0 & bits != 0
    }
}

/// One way to read a written form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) pos: Pos,
    pub(crate) feats: Feats,
    pub(crate) lemma: LemmaId,
}

/// The constructions that a reporting form takes, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) struct Frames(pub(crate) u32);

impl Frames {
    /// « …, dit-il »: may stand in an incise.
    pub(crate) const INCISE: u32 = 1;
    /// dire que P
    pub(crate) const QUE: u32 = 1 << 1;
    /// assurer avoir vu
    pub(crate) const INF: u32 = 1 << 2;
    /// promettre de venir
    pub(crate) const DE_INF: u32 = 1 << 3;
    /// appeler à voter
    pub(crate) const A_INF: u32 = 1 << 4;
    /// demander si, pourquoi, comment, ce que
    pub(crate) const SI: u32 = 1 << 5;
    /// dénoncer « une manœuvre »: speech as a noun group
    pub(crate) const NP: u32 = 1 << 6;
    /// appeler à « la prudence »
    pub(crate) const A_NP: u32 = 1 << 7;
    /// accuser de, se plaindre de, parler de « trahison »
    pub(crate) const DE_NP: u32 = 1 << 8;
    /// insister sur, alerter sur, revenir sur
    pub(crate) const SUR_NP: u32 = 1 << 9;
    /// mettre en garde contre, s'élever contre
    pub(crate) const CONTRE_NP: u32 = 1 << 10;
    /// plaider pour
    pub(crate) const POUR_NP: u32 = 1 << 11;
    /// se dire prêt: attribute of the subject
    pub(crate) const ATTR: u32 = 1 << 12;
    /// juger X « dangereux »: object and attribute
    pub(crate) const OBJ_ATTR: u32 = 1 << 13;
    /// qualifier, traiter X de Y
    pub(crate) const OBJ_DE: u32 = 1 << 14;
    /// décrire, présenter X comme Y
    pub(crate) const OBJ_COMME: u32 = 1 << 15;
    /// accuser, soupçonner X de Y: an object, then de
    pub(crate) const OBJ_DE_INF: u32 = 1 << 16;
    /// A will or a decision, no report by itself (vouloir, décider): weak evidence.
    pub(crate) const WEAK: u32 = 1 << 17;

    pub(crate) fn has(self, bits: u32) -> bool {
        self.0 & bits != 0
    }
}

/// What sort of thing a noun names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum NounClass {
    /// A human being by function, profession, kinship, origin: ministre, avocate, voisin.
    Person,
    /// Several people: foule, équipe, famille, population, élus.
    Group,
    /// A body that speaks: gouvernement, parquet, syndicat, ministère, entreprise.
    Organisation,
    /// Newspaper, channel, agency as a common noun: journal, quotidien, chaîne, agence.
    Outlet,
    /// What can be said to state something: rapport, étude, sondage, arrêt.
    Document,
    /// The way words took: communiqué, entretien, tribune, podcast, discours, lettre.
    Medium,
    /// A noun that is a cue: déclaration, promesse, affirmation, idée.
    Speech,
    /// Anonymous origin: source, témoin.
    Source,
    /// lundi, mois, semaine: never a speaker.
    Time,
    /// Any other noun.
    Other,
}
