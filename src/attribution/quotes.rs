//! What a quotation is used for: speech, or a term, title, nickname; and the quotations that stand together.

use std::collections::HashMap;

use super::{Part, Scope};
use crate::chunks::{ChunkKind, Source};
use crate::lexicon::{Feats, Pos};
use crate::marks::QuotationId;
use crate::tokens::{Flags, TokenKind};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum QuoteUse {
    /// May be somebody's words.
    Speech,
    /// A set name or a word as a word: les « gilets jaunes ».
    Term,
    /// Title of a work, name of an outlet, an operation.
    Title,
}

/// One use per quotation of the article.
pub(crate) struct Uses(Vec<QuoteUse>);

/// Set names that the press keeps in marks, even where they stand once; written as the key below has them.
const SET_NAMES: &[&str] = &[
    "gilet jaune",
    "bonnet rouge",
    "foulard rouge",
    "stylo rouge",
];

/// A term is at most so many words.
const TERM_WORDS: usize = 4;

/// A title is at most so many tokens.
const TITLE_TOKENS: usize = 14;

/// Nouns that announce a word as a word: le mot « retraite », le terme de « rigueur ».
const WORDS: &[&str] = &[
    "mot",
    "terme",
    "expression",
    "vocable",
    "nom",
    "prénom",
    "surnom",
    "sobriquet",
    "pseudonyme",
    "pseudo",
    "appellation",
    "acronyme",
    "sigle",
    "adjectif",
    "verbe",
    "préfixe",
    "suffixe",
    "label",
];

/// Nouns whose name stands behind them between marks, with a capital: le film « Les Marées ».
const WORKS: &[&str] = &[
    "album",
    "bande dessinée",
    "bd",
    "blog",
    "chanson",
    "chaîne",
    "chronique",
    "clip",
    "collectif",
    "collection",
    "comédie",
    "compte",
    "concert",
    "documentaire",
    "dossier",
    "drame",
    "essai",
    "exposition",
    "feuilleton",
    "film",
    "forum",
    "groupe",
    "hit",
    "jeu",
    "livre",
    "long-métrage",
    "court-métrage",
    "magazine",
    "manuel",
    "mensuel",
    "morceau",
    "mouvement",
    "nouvelle",
    "opération",
    "opéra",
    "ouvrage",
    "page",
    "pièce",
    "plan",
    "podcast",
    "poème",
    "prix",
    "programme",
    "projet",
    "quotidien",
    "recueil",
    "reportage",
    "revue",
    "roman",
    "rubrique",
    "saga",
    "série",
    "single",
    "site",
    "spectacle",
    "tableau",
    "téléfilm",
    "thriller",
    "titre",
    "tome",
    "tournée",
    "trilogie",
    "tube",
    "tournoi",
    "émission",
    "hebdomadaire",
];

/// Participles that give a name: un rapport intitulé « … », le chien surnommé « … ».
const NAMING: &[&str] = &[
    "intituler",
    "baptiser",
    "rebaptiser",
    "surnommer",
    "dénommer",
    "nommer",
    "renommer",
    "prénommer",
    "labelliser",
    "étiqueter",
    "estampiller",
];

/// What the words before the marks say of the quotation at `q`, whatever is in it.
fn announced(source: Source<'_>, q: QuotationId) -> Option<QuoteUse> {
    let content = source.marks.content_tokens(q);
    let length = content.end.saturating_sub(content.start) as usize;
    let before = source.marks.quotations[q as usize].first.checked_sub(1)?;
    let lemma = |t: u32| source.lemma_text(source.tags[t as usize].lemma());
    let capital = source.tokens[content.start as usize]
        .flags
        .has(Flags::CAPITAL);
    if length > TITLE_TOKENS {
        return None;
    }
    match source.pos(before) {
        Pos::Verb | Pos::Adj
            if NAMING.contains(&lemma(before))
                && (source.tags[before as usize].is_verb(Feats::PAST_PARTICIPLE)
                    || source.pos(before) == Pos::Adj) =>
        {
            Some(QuoteUse::Title)
        }
        Pos::Noun if length <= TERM_WORDS && WORDS.contains(&lemma(before)) => Some(QuoteUse::Term),
        Pos::Noun if capital && WORKS.contains(&lemma(before)) => Some(QuoteUse::Title),
        // « le terme de « rigueur » »
        Pos::Prep if length <= TERM_WORDS => {
            let noun = before.checked_sub(1)?;
            (source.word(before).starts_with(['d', 'D'])
                && source.pos(noun) == Pos::Noun
                && WORDS.contains(&lemma(noun)))
            .then_some(QuoteUse::Term)
        }
        _ => None,
    }
}

impl Uses {
    pub(crate) fn of(source: Source<'_>) -> Uses {
        let quotations = &source.marks.quotations;
        let key = |q: usize| -> Option<String> {
            let content = source.marks.content_tokens(q as QuotationId);
            let words = content.end.saturating_sub(content.start) as usize;
            if words == 0 || words > TERM_WORDS {
                return None;
            }
            let mut key = String::new();
            for t in content {
                let token = &source.tokens[t as usize];
                if token.kind == TokenKind::Stop {
                    return None;
                }
                // Plural and singular of a term are the same term.
                key.push_str(source.word(t).to_lowercase().trim_end_matches('s'));
                key.push(' ');
            }
            Some(key)
        };
        let mut seen: HashMap<String, u32> = HashMap::new();
        let keys: Vec<Option<String>> = (0..quotations.len()).map(key).collect();
        for k in keys.iter().flatten() {
            *seen.entry(k.clone()).or_default() += 1;
        }
        let uses = keys
            .iter()
            .enumerate()
            .map(|(q, k)| {
                if let Some(told) = announced(source, q as QuotationId) {
                    return told;
                }
                let Some(k) = k else { return QuoteUse::Speech };
                let content = source.marks.content_tokens(q as QuotationId);
                let before = quotations[q].first.checked_sub(1).map(|t| source.pos(t));
                let capital = |t: u32| source.tokens[t as usize].flags.has(Flags::CAPITAL);
                let named = content.clone().all(|t| {
                    capital(t)
                        || matches!(
                            source.pos(t),
                            Pos::Prep | Pos::PrepDet | Pos::Det | Pos::Particle | Pos::Number
                        )
                });
                if named
                    && content.clone().any(capital)
                    && matches!(
                        before,
                        Some(Pos::Noun | Pos::Det | Pos::PrepDet | Pos::Prep)
                    )
                {
                    return QuoteUse::Title;
                }
                // Twice is a headline and its body; three times is a name.
                let repeated = seen[k] >= 3;
                let set_name = SET_NAMES.iter().any(|name| k.starts_with(name));
                let noun_slot = matches!(
                    before,
                    Some(
                        Pos::Det
                            | Pos::PrepDet
                            | Pos::Noun
                            | Pos::Numeral
                            | Pos::Number
                            | Pos::Adj
                            | Pos::Prep
                    )
                );
                if set_name || repeated && noun_slot {
                    QuoteUse::Term
                } else {
                    QuoteUse::Speech
                }
            })
            .collect();
        Uses(uses)
    }

    pub(crate) fn get(&self, q: QuotationId) -> QuoteUse {
        self.0[q as usize]
    }
}

/// The quotations from the chunk at `at` on that nothing but punctuation and « et », « ou encore » parts, and the index behind the
/// last: « A », « B » ou encore « C ».
pub(super) fn joined(scope: &Scope<'_>, at: usize) -> (Vec<QuotationId>, usize) {
    let mut list = Vec::new();
    let mut end = at;
    let mut i = at;
    while let Some(chunk) = scope.chunks.get(i) {
        match chunk.kind {
            ChunkKind::Quote => {
                list.extend(chunk.quotation());
                end = i + 1;
            }
            ChunkKind::Comma | ChunkKind::Coordinator | ChunkKind::Dash if i > at => {}
            // « puis », « ou encore »
            ChunkKind::Adverb if i > end => {}
            _ => break,
        }
        i += 1;
    }
    (list, end)
}

/// What stands between the marks, for each quotation.
pub(super) fn contents(scope: &Scope<'_>, list: &[QuotationId]) -> Vec<Part> {
    list.iter()
        .map(|&q| scope.article.source.marks.content_tokens(q))
        .collect()
}
