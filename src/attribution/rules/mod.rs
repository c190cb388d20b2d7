//! The rules. One file each: what it does, its constructions in the inventory of French reported speech, its
//! grammar, and its examples, which are its tests and its documentation at once.
//!
//! In an example `[…]` is content, `{…}` the cue and `<…>` the speaker.

mod colon;
mod comme;
mod floating;
mod incise;
mod incise_inside;
mod infinitive;
mod listing;
mod noun_cue;
mod opinion;
mod passive;
mod qualifier;
mod que;
mod question;
mod quoted_cue;
mod se_dire;
mod selon;
mod signature;
mod slogan;
mod speech_object;
#[cfg(test)]
mod tests;
mod turn;

use super::scope::Scope;
use super::{Candidate, CueTokens, Part, SpeakerTokens};
use crate::claim::Kind;
use crate::marks::QuotationId;

/// A rule and its documentation.
pub(crate) struct Rule {
    pub(crate) info: RuleInfo,
    /// It looks for a reporting verb: a sentence without one is nothing to it.
    pub(crate) verbal: bool,
    pub(crate) find: fn(&Scope<'_>, &mut Vec<Candidate>),
}

/// What a rule does, with examples.
#[derive(Debug, Clone, Copy)]
pub struct RuleInfo {
    name: &'static str,
    summary: &'static str,
    constructions: &'static [u8],
    positive: &'static [&'static str],
    negative: &'static [&'static str],
}

impl RuleInfo {
    /// The name, as in [`Claim::rule`](crate::Claim::rule).
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }
    /// One sentence.
    #[must_use]
    pub fn summary(&self) -> &'static str {
        self.summary
    }
    /// The numbers of its constructions in the inventory (DESIGN.md).
    #[must_use]
    pub fn constructions(&self) -> &'static [u8] {
        self.constructions
    }
    /// Sentences in which it finds a claim: `[content]`, `{cue}`, `<speaker>`.
    #[must_use]
    pub fn positive(&self) -> &'static [&'static str] {
        self.positive
    }
    /// Sentences in which it finds none.
    #[must_use]
    pub fn negative(&self) -> &'static [&'static str] {
        self.negative
    }
}

/// Every rule, in the order of their names.
pub(crate) const ALL: &[Rule] = &[
    colon::RULE,
    comme::RULE,
    floating::RULE,
    incise::RULE,
    incise_inside::RULE,
    infinitive::RULE,
    listing::RULE,
    noun_cue::RULE,
    opinion::RULE,
    passive::RULE,
    qualifier::RULE,
    que::RULE,
    question::RULE,
    quoted_cue::RULE,
    se_dire::RULE,
    selon::RULE,
    signature::RULE,
    slogan::RULE,
    speech_object::RULE,
    turn::RULE,
];

/// The documentation of every rule, in the order of their names.
#[must_use]
pub fn rules() -> &'static [RuleInfo] {
    const INFO: [RuleInfo; ALL.len()] = {
        let mut out = [ALL[0].info; ALL.len()];
        let mut i = 0;
        while i < ALL.len() {
            out[i] = ALL[i].info;
            i += 1;
        }
        out
    };
    &INFO
}

/// What a rule found, before relays and resolution.
pub(super) struct Found {
    pub(super) rule: &'static RuleInfo,
    pub(super) rank: u8,
    pub(super) content: Vec<Part>,
    pub(super) cue: Option<CueTokens>,
    pub(super) speaker: SpeakerTokens,
    pub(super) quotation: Option<QuotationId>,
    pub(super) confidence: f32,
}

impl Found {
    fn push(self, scope: &Scope<'_>, out: &mut Vec<Candidate>) {
        if self.content.iter().all(|p| p.is_empty()) {
            return;
        }
        out.push(Candidate {
            rule: self.rule.name,
            rank: self.rank,
            kind: self.quotation.map(|_| Kind::Direct),
            content: self.content,
            cue: self.cue,
            speaker: self.speaker,
            relays: Vec::new(),
            addressees: Vec::new(),
            quotation: self.quotation,
            sentence: scope.index,
            confidence: self.confidence,
        });
    }
}
