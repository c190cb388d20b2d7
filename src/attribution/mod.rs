//! Candidate claims, one sentence (or quotation with its neighbours) at a time. One file per construction.

pub(crate) mod constructions;
mod cursor;
#[cfg(test)]
mod examples;
mod grammar;
mod quotes;
pub(crate) mod relays;
pub(crate) mod rules;
mod scope;

use crate::chunks::{Chunk, Source};
use crate::claim::{CueClass, Kind, Polarity, RelayRole};
use crate::lexicon::{LemmaId, Pos};
use crate::marks::QuotationId;
use crate::sentences::Sentence;
use crate::tokens::TokenId;
use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;

pub(crate) use quotes::{QuoteUse, Uses};
pub(crate) use scope::Scope;

/// A half-open range of tokens.
pub(crate) type Part = Range<TokenId>;

/// What a cue is made of.
#[derive(Debug, Clone)]
pub(crate) struct CueTokens {
    pub(crate) tokens: Part,
    pub(crate) lemma: CueLemma,
    pub(crate) class: CueClass,
    pub(crate) polarity: Polarity,
}

/// A lemma of the lexicon, or words of the grammar itself (« selon »).
#[derive(Debug, Clone, Copy)]
pub(crate) enum CueLemma {
    Lexicon(LemmaId),
    /// A verb that the lexicon lacks: the written head stands for it.
    Written(TokenId),
    Fixed(&'static str),
}

/// The words that stand for the speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SpeakerTokens {
    /// A noun group with its complements; the index of its first chunk in the document.
    Group { tokens: Part, chunk: u32 },
    /// A subject clitic.
    Clitic(TokenId),
    /// Nothing in the sentence: the speaker is carried over.
    Carried,
    /// Nobody is meant: « il se dit que ».
    Nobody,
}

/// A possible claim with the rule that made it.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    pub(crate) rule: &'static str,
    /// Rules of higher rank win over lower ones on the same words.
    pub(crate) rank: u8,
    pub(crate) kind: Option<Kind>,
    pub(crate) content: Vec<Part>,
    pub(crate) cue: Option<CueTokens>,
    pub(crate) speaker: SpeakerTokens,
    pub(crate) relays: Vec<(Part, RelayRole)>,
    pub(crate) addressees: Vec<Part>,
    /// The quotation that the claim takes as a whole, when it is direct.
    pub(crate) quotation: Option<QuotationId>,
    pub(crate) sentence: u32,
    pub(crate) confidence: f32,
}

/// Everything the rules read.
pub(crate) struct Article<'a> {
    pub(crate) source: Source<'a>,
    pub(crate) sentences: &'a [Sentence],
    pub(crate) blocks: &'a [crate::blocks::Block],
    pub(crate) chunks: &'a [Chunk],
    /// The chunks of each sentence.
    pub(crate) ranges: &'a [Range<u32>],
    pub(crate) uses: &'a Uses,
    /// Last words of the persons' names, found when they are first asked for.
    pub(crate) surnames: OnceCell<HashSet<Box<str>>>,
}

impl Article<'_> {
    /// Whether a person of the article bears the name: « Maret » where « Luc Maret » stands elsewhere.
    fn is_surname(&self, word: &str) -> bool {
        let names = self.surnames.get_or_init(|| {
            let tags = self.source.tags;
            let mut names = HashSet::new();
            let mut person = false;
            for (i, tag) in tags.iter().enumerate() {
                match tag.pos {
                    Pos::FirstName | Pos::Title => person = true,
                    Pos::Name if person => {
                        if tags.get(i + 1).is_none_or(|next| next.pos != Pos::Name) {
                            names.insert(self.source.word(i as TokenId).into());
                        }
                    }
                    _ => person = false,
                }
            }
            names
        });
        names.contains(word)
    }
}

/// Runs every rule over every sentence.
pub(crate) fn candidates(article: &Article<'_>, off: &[&'static str]) -> Vec<Candidate> {
    let mut out = Vec::new();
    for index in 0..article.sentences.len() {
        let scope = Scope::new(article, index as u32);
        if scope.chunks.is_empty() || scope.is_furniture() {
            continue;
        }
        let from = out.len();
        let reports = (0..scope.chunks.len()).any(|i| scope.reports(i, u32::MAX).is_some());
        for rule in rules::ALL {
            if (reports || !rule.verbal) && !off.contains(&rule.info.name()) {
                (rule.find)(&scope, &mut out);
            }
        }
        for candidate in &mut out[from..] {
            relays::attach(&scope, candidate);
        }
    }
    out
}
