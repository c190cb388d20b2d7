//! Questions about a noun group: may it speak, where does it end, what governs it.

use super::{Scope, Subject};
use crate::chunks::{self, Chunk, ChunkFlags, ChunkKind, NameAfter};
use crate::lexicon::{Feats, NounClass, Pos};
use crate::tokens::{Flags, TokenKind};

impl Scope<'_> {
    /// The noun group may be somebody or something that speaks.
    pub(in crate::attribution) fn may_speak(&self, at: usize) -> bool {
        let chunk = &self.chunks[at];
        if chunk.kind != ChunkKind::Noun || chunk.flags.has(ChunkFlags::TIME) {
            return false;
        }
        if chunk.flags.has(ChunkFlags::PRONOUN) {
            return !self.is_word(
                chunk.head,
                &[
                    "cela",
                    "ça",
                    "ceci",
                    "rien",
                    "tout",
                    "quoi",
                    "ce",
                    "qui",
                    "que",
                    "qu'",
                    "lequel",
                    "laquelle",
                    "lesquels",
                    "lesquelles",
                    "dont",
                ],
            );
        }
        if chunk.flags.has(ChunkFlags::NAME) {
            return true;
        }
        let head = self.article.source.tokens[chunk.head as usize];
        if self.is_quantity(at) {
            return true;
        }
        // « les forces de l'ordre »
        if self.lemma(chunk) == "force"
            && self
                .chunks
                .get(at + 1)
                .is_some_and(|c| matches!(self.lemma(c), "ordre" | "sécurité" | "police"))
        {
            return true;
        }
        match self.noun_class(chunk) {
            Some(NounClass::Time) => false,
            Some(NounClass::Other) => {
                // « Le Relais rapporte »: the capital of a noun behind its article is a name's.
                head.flags.has(Flags::CAPITAL) && chunk.head != self.sentence.tokens.start
                    // « les « foulards verts » »: a name given between marks.
                    || (chunk.first..chunk.head).any(|t| {
                        self.article.source.tokens[t as usize].kind == TokenKind::Mark
                    }) && chunk.flags.has(ChunkFlags::DETERMINED)
            }
            Some(_) => true,
            // A number (« 38 % »), or a noun that the lexicon lacks: open.
            None => {
                self.article.source.pos(chunk.head) != Pos::Number || chunk.end > chunk.head + 1
            }
        }
    }

    /// Whether the noun group names a body, a person, a group, a document or a source by a word that says so.
    pub(in crate::attribution) fn surely_speaks(&self, at: usize) -> bool {
        let chunk = &self.chunks[at];
        chunk.kind == ChunkKind::Noun
            && (chunk.flags.has(ChunkFlags::NAME)
                || chunk.flags.has(ChunkFlags::PRONOUN) && self.may_speak(at)
                || self.is_quantity(at)
                || matches!(
                    self.noun_class(chunk),
                    Some(
                        NounClass::Person
                            | NounClass::Group
                            | NounClass::Organisation
                            | NounClass::Outlet
                            | NounClass::Document
                            | NounClass::Source
                            | NounClass::Medium
                    )
                ))
    }

    /// « nombre d'entre eux », « la plupart des riverains », « une dizaine d'élus », « 38 % des Français »: so many people.
    pub(in crate::attribution) fn is_quantity(&self, at: usize) -> bool {
        let chunk = &self.chunks[at];
        let of_people = || {
            self.chunks.get(at + 1).is_some_and(|c| {
                self.prep_is(c, &["de", "d'", "des", "du", "entre"])
                    && (c.flags.has(ChunkFlags::PRONOUN)
                        || matches!(
                            self.noun_class(c),
                            Some(NounClass::Person | NounClass::Group | NounClass::Organisation)
                        ))
            })
        };
        if self.article.source.pos(chunk.head) == Pos::Number {
            return of_people()
                || self
                    .article
                    .source
                    .tokens
                    .get(chunk.head as usize + 1)
                    .is_some_and(|t| t.kind == TokenKind::Symbol);
        }
        matches!(
            self.lemma(chunk),
            "un" | "nombre"
                | "majorité"
                | "minorité"
                | "partie"
                | "plupart"
                | "moitié"
                | "tiers"
                | "quart"
                | "dizaine"
                | "douzaine"
                | "quinzaine"
                | "vingtaine"
                | "trentaine"
                | "quarantaine"
                | "cinquantaine"
                | "centaine"
                | "millier"
                | "million"
                | "poignée"
                | "totalité"
                | "ensemble"
        ) && of_people()
    }

    /// « des » and « du » as articles: a noun group behind them may be a subject.
    pub(in crate::attribution) fn is_bare(&self, at: usize) -> bool {
        let chunk = &self.chunks[at];
        // « avec le maire | Luc Maret », « à l'agence | Lumen »: the name shares the preposition of its noun; a person's behind
        // a body's is a group of its own (« a dit à l'agence | Luc Maret »).
        if chunk.flags.has(ChunkFlags::JUXTAPOSED) {
            let person = (chunk.first..chunk.end)
                .any(|t| matches!(self.article.source.pos(t), Pos::FirstName | Pos::Title));
            let host = (at.saturating_sub(6)..at).find(|&i| {
                self.kind(i) == Some(ChunkKind::Noun)
                    && !self.chunks[i].flags.has(ChunkFlags::TIME)
                    && (!person || self.noun_class(&self.chunks[i]) == Some(NounClass::Person))
                    && self.complex_end(i) > at
            });
            if let Some(host) = host {
                return self.chunks[host].prep().is_none() || self.is_bare(host);
            }
        }
        match chunk.prep() {
            None => true,
            // « près d'un habitant sur deux », « près de 300 riverains »: so many.
            Some(prep)
                if self.is_word(prep, &["près"])
                    && (self.article.source.pos(chunk.first) == Pos::Number
                        || (prep + 1..chunk.head).any(|t| {
                            self.is_word(t, &["un", "une"])
                                || matches!(self.article.source.pos(t), Pos::Number | Pos::Numeral)
                        })) =>
            {
                true
            }
            // « plus d'un habitant sur deux », « près de la moitié »
            Some(prep)
                if self.is_word(prep, &["de", "d'"])
                    && at > 0
                    && self.chunks[at - 1].end == prep
                    && self.chunk_is(
                        at - 1,
                        ChunkKind::Adverb,
                        &["plus", "moins", "près", "beaucoup", "nombre", "environ"],
                    ) =>
            {
                true
            }
            // « Des habitants », « du sable »; « l'Union (UDP) du port » goes on with a complement.
            Some(prep) => {
                let before = at
                    .checked_sub(1)
                    .filter(|&i| self.kind(i) == Some(ChunkKind::Close))
                    .and_then(|close| self.opening(close, 7))
                    .unwrap_or(at);
                self.article.source.pos(prep) == Pos::PrepDet
                    && self.is_word(prep, &["des", "du"])
                    && !matches!(
                        before.checked_sub(1).and_then(|i| self.kind(i)),
                        Some(ChunkKind::Noun | ChunkKind::Adjective)
                    )
            }
        }
    }

    /// Where the parenthesis that closes at `close` opens, `reach` chunks before at most.
    pub(super) fn opening(&self, close: usize, reach: usize) -> Option<usize> {
        (close.saturating_sub(reach)..close)
            .rev()
            .find(|&i| self.kind(i) == Some(ChunkKind::Open))
    }

    /// The index behind a short parenthesis that opens at `at`; `at` itself where none does.
    pub(in crate::attribution) fn past_parenthesis(&self, at: usize) -> usize {
        if self.kind(at) != Some(ChunkKind::Open) {
            return at;
        }
        (at..self.chunks.len().min(at + 8))
            .find(|&i| self.kind(i) == Some(ChunkKind::Close))
            .map_or(at, |close| close + 1)
    }

    /// The index behind « , elle, », « , eux, » that opens at `at`; `at` itself where none does.
    pub(in crate::attribution) fn past_contrast(&self, at: usize) -> usize {
        let contrast = self.kind(at) == Some(ChunkKind::Comma)
            && self.kind(at + 2) == Some(ChunkKind::Comma)
            && self.chunks[at + 1].end == self.chunks[at + 1].first + 1
            && self.is_word(
                self.chunks[at + 1].head,
                &["lui", "elle", "eux", "elles", "aussi", "également"],
            );
        if contrast { at + 3 } else { at }
    }

    /// The index behind a noun group with its complements in de, its adjectives and a juxtaposed name.
    pub(in crate::attribution) fn complex_end(&self, at: usize) -> usize {
        chunks::group_end(self.article.source, self.chunks, at, NameAfter::Joins)
    }

    pub(in crate::attribution) fn agrees(&self, verb: &Chunk, group: usize) -> bool {
        let number = Feats::SING | Feats::PLUR;
        let (a, b) = (verb.feats.0 & number, self.chunks[group].feats.0 & number);
        // « Velta » alone is one; « les Velta », « Velta et Nordia » are more.
        if b == 0
            && a == Feats::PLUR
            && self.chunks[group].flags.has(ChunkFlags::NAME)
            && !self.coordinated(group)
        {
            return self.article.source.tokens[self.chunks[group].head as usize]
                .flags
                .has(Flags::ALL_CAPS);
        }
        if a == 0 || b == 0 || a & b != 0 {
            return true;
        }
        // « Le maire et son adjoint disent »: coordination makes a plural; « une vingtaine de … disent » agrees with the complement.
        a & Feats::PLUR != 0
            && (self.coordinated(group)
                || matches!(self.noun_class(&self.chunks[group]), Some(NounClass::Group))
                || self.is_quantity(group)
                || self.chunks[group].flags.has(ChunkFlags::NAME))
            || a & Feats::SING != 0
                && self.article.source.pos(self.chunks[group].head) == Pos::Number
    }

    pub(super) fn coordinated(&self, group: usize) -> bool {
        group >= 2
            && self.kind(group - 1) == Some(ChunkKind::Coordinator)
            && matches!(
                self.kind(group - 2),
                Some(ChunkKind::Noun | ChunkKind::Adjective)
            )
            || self.kind(self.complex_end(group)) == Some(ChunkKind::Coordinator)
    }

    pub(in crate::attribution) fn group(&self, at: usize) -> Subject {
        // « le politologue | Luc Maret »: the name brings the noun it stands by.
        let at = if self.chunks[at].flags.has(ChunkFlags::JUXTAPOSED) {
            (at.saturating_sub(6)..at)
                .find(|&i| {
                    self.kind(i) == Some(ChunkKind::Noun)
                        && !self.chunks[i].flags.has(ChunkFlags::TIME)
                        && self.is_bare(i)
                        && self.complex_end(i) > at
                })
                .unwrap_or(at)
        } else {
            at
        };
        Subject::Group {
            chunk: at,
            end: self.complex_end(at),
        }
    }
}
