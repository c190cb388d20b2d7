//! One part of speech and lemma per word, from closed classes, morphology and the neighbours.
//!
//! A word has the readings that the lexicon gives it, or guesses by its ending and capital. The cheapest path
//! through them is taken between two stops (Viterbi over hand-written costs: what French grammar lets follow what; each path
//! remembers how many finite verbs its clauses still wait for). Nothing is trained.

mod costs;
mod guess;
mod known;
mod path;
#[cfg(test)]
mod tests;
mod word;

use crate::lexicon::{Feats, LemmaId, Lexicon, Pos};
use crate::tokens::{Flags, Token, TokenKind};
use costs::Costs;
use known::KnownWords;
use path::{MAX_RUN, Run};
use word::{Slot, Word};

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

/// Tags a text; holds the cost table and the words that need a look of their own.
pub(crate) struct Tagger {
    costs: Costs,
    known: KnownWords,
}

impl Tagger {
    pub(crate) fn new(lexicon: &Lexicon) -> Tagger {
        Tagger {
            costs: Costs::new(),
            known: KnownWords::new(lexicon),
        }
    }

    /// One tag per token.
    pub(crate) fn tag(&self, text: &str, tokens: &[Token], lexicon: &Lexicon) -> Vec<Tag> {
        let mut tags = vec![Tag::SIGN; tokens.len()];
        let mut run = Run::new();
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
                    after_quote = !word::opens_words(&text[token.span.range()], token.flags);
                    continue;
                }
                TokenKind::Stop => {
                    run.finish(&mut tags);
                    start = !after_quote;
                    continue;
                }
                _ => {}
            }
            let mut slot = Slot::new(&self.known, text, tokens, i, start, after_quote);
            slot.nominal = i >= 2
                && tokens[i - 1].kind == TokenKind::Mark
                && word::opens_words(&text[tokens[i - 1].span.range()], tokens[i - 1].flags)
                && word::is_article(lexicon, tokens, i - 2);
            let word = Word::new(&self.known, lexicon, text, token, slot);
            self.read(&mut run, &word, token.kind);
            run.close(i);
            if token.kind != TokenKind::Comma {
                after_quote = false;
            }
            start = matches!(token.kind, TokenKind::Colon | TokenKind::Dash)
                || (start && token.kind == TokenKind::Open);
            if run.len() >= MAX_RUN {
                run.finish(&mut tags);
            }
        }
        run.finish(&mut tags);
        tags
    }

    /// Adds the readings of one token to the run.
    fn read(&self, run: &mut Run, word: &Word<'_>, kind: TokenKind) {
        let mut push = |pos: Pos, feats: Feats, lemma: LemmaId, own: u32| {
            run.push(
                &self.costs,
                &self.known,
                word,
                Tag { pos, feats, lemma },
                own,
            );
        };
        match kind {
            TokenKind::Word => {}
            TokenKind::Clitic => {
                let subject = word.readings.iter().find(|r| r.pos == Pos::SubjectPron);
                let feats = subject
                    .or(word.readings.first())
                    .map_or(Feats(0), |r| r.feats);
                let lemma = word.readings.first().map_or(NO_LEMMA, |r| r.lemma);
                return push(Pos::Clitic, feats, lemma, 0);
            }
            TokenKind::Number => return push(Pos::Number, Feats(0), NO_LEMMA, 0),
            _ => {
                let comma = Feats(u32::from(kind == TokenKind::Comma));
                return push(Pos::Sign, comma, NO_LEMMA, 0);
            }
        }
        for r in word.readings {
            if let Some(own) = word.own_cost(&self.known, r) {
                push(r.pos, r.feats, r.lemma, own);
            }
        }
        if word.readings.is_empty() {
            let capital = word.has_capital();
            guess::guess(word.written, capital, |pos, feats, cost| {
                push(pos, feats, NO_LEMMA, cost);
            });
            if !capital && word.slot.may_invert() {
                let feats = Feats(Feats::PRESENT | Feats::P3 | Feats::SING);
                push(Pos::Verb, feats, NO_LEMMA, 0);
            }
        } else if word.readings.iter().all(|r| r.pos == Pos::Particle) {
            // « Mme von der Aue »: what is nothing but a particle is part of the name behind it.
            push(Pos::Name, Feats(0), NO_LEMMA, 0);
        } else if word.is_noun_like_a_verb() {
            push(Pos::Noun, Feats(Feats::SING | Feats::PLUR), NO_LEMMA, 2);
        }
        if word.has_capital() {
            push(Pos::Name, Feats(0), NO_LEMMA, word.name_cost());
        }
    }
}
