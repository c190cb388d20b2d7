//! Words that the grammar of groups names itself, looked up once: comparing written forms at every token would cost more than
//! the rest of the chunker.

use super::{Source, Words};
use crate::lexicon::{LemmaId, Lexicon, Pos, WordId};
use crate::tokens::same_word;

/// Verbs that hand their meaning on to the infinitive behind them, with the preposition they take:
/// « a tenu à préciser », « vient de déclarer ». The reporting verb is the infinitive.
const SEMI: &[(&str, &str)] = &[
    ("aller", ""),
    ("pouvoir", ""),
    ("devoir", ""),
    ("oser", ""),
    ("vouloir", ""),
    ("souhaiter", ""),
    ("préférer", ""),
    ("sembler", ""),
    ("tenir", "à"),
    ("commencer", "à"),
    ("continuer", "à"),
    ("continuer", "de"),
    ("hésiter", "à"),
    ("mettre", "à"),
    ("borner", "à"),
    ("plaire", "à"),
    ("venir", "de"),
    ("cesser", "de"),
    ("finir", "par"),
    ("contenter", "de"),
    ("empresser", "de"),
    ("manquer", "de"),
    ("permettre", "de"),
    ("choisir", "de"),
];

/// Adverbs of several words. What they are made of would read as something else.
const ADVERBIALS: &[&[&str]] = &[
    &["par", "ailleurs"],
    &["d'", "ailleurs"],
    &["d'", "abord"],
    &["d'", "emblée"],
    &["de", "plus", "en", "plus"],
    &["de", "moins", "en", "moins"],
    &["de", "plus"],
    &["en", "outre"],
    &["de", "nouveau"],
    &["à", "nouveau"],
    &["par", "contre"],
    &["en", "privé"],
    &["en", "public"],
    &["en", "effet"],
    &["en", "revanche"],
    &["au", "passage"],
    &["sans", "doute"],
    &["sans", "surprise"],
    &["tour", "à", "tour"],
    &["haut", "et", "fort"],
    &["bel", "et", "bien"],
    &["une", "nouvelle", "fois"],
    &["quant", "à", "lui"],
    &["quant", "à", "elle"],
    &["quant", "à", "eux"],
    &["de", "son", "côté"],
    &["de", "leur", "côté"],
    &["pour", "sa", "part"],
    &["pour", "leur", "part"],
    &["à", "son", "tour"],
    &["à", "leur", "tour"],
    &["en", "particulier"],
    &["dans", "la", "foulée"],
    &["du", "même", "souffle"],
    &["une", "fois", "de", "plus"],
    &["une", "fois", "encore"],
    &["y", "compris"],
    &["tout", "de", "même"],
    &["quand", "même"],
    &["au", "contraire"],
    &["au", "moins"],
    &["du", "moins"],
    &["en", "fait"],
    &["en", "réalité"],
    &["en", "tout", "cas"],
    &["en", "même", "temps"],
    &["par", "exemple"],
    &["par", "conséquent"],
    &["d'", "une", "part"],
    &["d'", "autre", "part"],
    &["tout", "à", "fait"],
    &["à", "la", "fois"],
    &["bien", "sûr"],
    &["bien", "entendu"],
    &["à", "plusieurs", "reprises"],
    &["d'", "ores", "et", "déjà"],
    &["à", "maintes", "reprises"],
    &["à", "demi-mot"],
    &["à", "mots", "couverts"],
    &["de", "vive", "voix"],
    &["en", "substance"],
    &["en", "chœur"],
    &["de", "concert"],
    &["à", "l'", "unisson"],
    &["sans", "ambages"],
    &["sans", "détour"],
    &["sans", "hésiter"],
    &["noir", "sur", "blanc"],
    &["tout", "d'", "abord"],
    &["du", "reste"],
    &["de", "fait"],
    &["au", "fond"],
    &["au", "final"],
    &["peu", "à", "peu"],
    &["petit", "à", "petit"],
    &["à", "juste", "titre"],
    &["tant", "bien", "que", "mal"],
    &["malgré", "tout"],
    &["après", "tout"],
    &["avant", "tout"],
    &["pour", "autant"],
    &["de", "toute", "façon"],
    &["de", "toute", "manière"],
    &["de", "toute", "évidence"],
    &["en", "vain"],
    &["en", "définitive"],
    &["en", "somme"],
    &["en", "priorité"],
    &["sans", "cesse"],
    &["sans", "relâche"],
    &["sans", "tarder"],
    &["sans", "attendre"],
    &["sans", "équivoque"],
    &["sans", "conteste"],
    &["sans", "sourciller"],
    &["sans", "ciller"],
    &["mot", "pour", "mot"],
    &["d'", "une", "seule", "voix"],
    &["d'", "un", "commun", "accord"],
    &["avec", "force"],
    &["avec", "fermeté"],
    &["à", "regret"],
    &["à", "contrecœur"],
    &["à", "demi"],
    &["au", "bout", "du", "compte"],
    &["tout", "au", "plus"],
    &["tout", "au", "moins"],
    &["c'", "est-à-dire"],
    &["n'", "importe", "quoi"],
    &["n'", "importe", "qui"],
    &["n'", "importe", "où"],
    &["n'", "importe", "quand"],
    &["n'", "importe", "comment"],
    &["n'", "importe", "quel"],
    &["n'", "importe", "quelle"],
    &["n'", "importe", "quels"],
    &["n'", "importe", "quelles"],
    &["n'", "importe", "lequel"],
];

/// What counts or measures with de: « beaucoup de gens », « plus de 300 personnes ».
const QUANTIFIERS: &[&str] = &[
    "beaucoup",
    "peu",
    "trop",
    "assez",
    "tant",
    "plus",
    "moins",
    "davantage",
    "énormément",
    "nombre",
];

/// The fixed words as entries of one lexicon.
pub(crate) struct FixedWords {
    semi: Vec<(LemmaId, &'static str)>,
    pub(super) avoir: Option<LemmaId>,
    pub(super) etre: Option<LemmaId>,
    /// The entries and spellings of each adverbial, sorted by the first: some are made of words that French uses nowhere else.
    adverbials: Vec<Vec<(WordId, &'static str)>>,
    /// The first words of `adverbials`, which every token is looked for among.
    firsts: Vec<u32>,
    quantifiers: Vec<WordId>,
    /// de, d'
    de: [WordId; 2],
    /// du, des
    of_the: [WordId; 2],
    /// « A » stands for « À » too.
    to: [WordId; 2],
    /// que, qu'
    que: [WordId; 2],
}

impl FixedWords {
    pub(crate) fn new(lexicon: &Lexicon) -> FixedWords {
        let word = |w: &&str| lexicon.lookup(w);
        let mut adverbials: Vec<Vec<(WordId, &str)>> = ADVERBIALS
            .iter()
            .map(|words| words.iter().map(|w| (word(w), *w)).collect())
            .collect();
        // In a stable order: of two that fit, the one that is listed first is meant.
        adverbials.sort_by_key(|words| words[0].0.0);
        FixedWords {
            semi: SEMI
                .iter()
                .filter_map(|(verb, prep)| Some((lexicon.lemma_id(verb)?, *prep)))
                .collect(),
            avoir: lexicon.lemma_id("avoir"),
            etre: lexicon.lemma_id("être"),
            firsts: adverbials.iter().map(|words| words[0].0.0).collect(),
            adverbials,
            quantifiers: QUANTIFIERS.iter().map(word).collect(),
            de: ["de", "d'"].map(|w| lexicon.lookup(w)),
            of_the: ["du", "des"].map(|w| lexicon.lookup(w)),
            to: ["à", "A"].map(|w| lexicon.lookup(w)),
            que: ["que", "qu'"].map(|w| lexicon.lookup(w)),
        }
    }

    pub(super) fn links(&self, verb: LemmaId, prep: &str) -> bool {
        self.semi.iter().any(|(v, p)| *v == verb && *p == prep)
    }

    pub(super) fn is_de(&self, word: WordId) -> bool {
        self.de.contains(&word)
    }

    /// de, d', du, des
    pub(super) fn is_of(&self, word: WordId) -> bool {
        self.is_de(word) || self.of_the.contains(&word)
    }

    pub(super) fn is_que(&self, word: WordId) -> bool {
        self.que.contains(&word)
    }

    pub(super) fn is_quantifier(&self, word: WordId) -> bool {
        self.quantifiers.contains(&word)
    }

    /// The adverbials that begin with a word.
    fn beginning(&self, word: WordId) -> &[Vec<(WordId, &'static str)>] {
        let word = if word == self.to[1] { self.to[0] } else { word };
        let from = self.firsts.partition_point(|&first| first < word.0);
        let firsts = self.firsts[from..].iter();
        let some = firsts.take_while(|&&first| first == word.0).count();
        &self.adverbials[from..from + some]
    }

    fn is(&self, word: WordId, expected: WordId) -> bool {
        word == expected || expected == self.to[0] && self.to.contains(&word)
    }
}

/// How many words of an adverbial begin at `at`.
pub(super) fn adverbial(source: Source<'_>, words: &Words, at: usize) -> Option<usize> {
    let first = source.tokens[words.token(at)? as usize].word;
    let fixed = source.fixed;
    let adverbials = fixed.beginning(first);
    if adverbials.is_empty() {
        return None;
    }
    if !matches!(
        words.pos(source, at)?,
        Pos::Prep
            | Pos::PrepDet
            | Pos::Particle
            | Pos::Adj
            | Pos::Adv
            | Pos::Det
            | Pos::Neg
            | Pos::Noun
            | Pos::Numeral
            | Pos::ObjectPron
            | Pos::Pron
            | Pos::SubjectPron
            | Pos::Sub
    ) {
        return None;
    }
    let matches = |at: usize, (entry, spelling): (WordId, &str)| {
        words.token(at).is_some_and(|t| {
            if entry == WordId::UNKNOWN {
                same_word(source.word(t), spelling)
            } else {
                fixed.is(source.tokens[t as usize].word, entry)
            }
        })
    };
    adverbials
        .iter()
        .find(|a| {
            a.iter()
                .enumerate()
                .skip(1)
                .all(|(k, &w)| matches(at + k, w))
        })
        .map(Vec::len)
}
