//! One sentence under the eye of the rules, and the questions they ask of its syntax.

use super::{Article, CueLemma, CueTokens, Part, SpeakerTokens};
use crate::blocks::BlockKind;
use crate::chunks::{Chunk, ChunkFlags, ChunkKind};
use crate::claim::{CueClass, Polarity};
use crate::lexicon::{Feats, Frames, NounClass, Pos, VerbInfo};
use crate::marks::QuotationId;
use crate::sentences::Sentence;
use crate::tags::Tag;
use crate::tokens::{Flags, TokenId, TokenKind, same_word};

/// One sentence and its chunks; indices into [`Scope::chunks`] are local to it.
pub(crate) struct Scope<'a> {
    pub(crate) article: &'a Article<'a>,
    pub(crate) index: u32,
    pub(crate) sentence: &'a Sentence,
    pub(crate) chunks: &'a [Chunk],
    offset: u32,
}

/// A noun group with its complements, or a clitic, as subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    /// First chunk and the index behind the last one of the group with its complements.
    Group {
        chunk: usize,
        end: usize,
    },
    Clitic(TokenId),
}

impl<'a> Scope<'a> {
    pub(crate) fn new(article: &'a Article<'a>, index: u32) -> Scope<'a> {
        let range = article.ranges[index as usize].clone();
        Scope {
            article,
            index,
            sentence: &article.sentences[index as usize],
            chunks: &article.chunks[range.start as usize..range.end as usize],
            offset: range.start,
        }
    }

    /// Captions, credits and link lines hold no claims.
    pub(super) fn is_furniture(&self) -> bool {
        matches!(
            self.block(),
            BlockKind::Caption | BlockKind::Credit | BlockKind::SourceLine | BlockKind::Link
        )
    }

    pub(super) fn block(&self) -> BlockKind {
        self.article.blocks[self.sentence.block as usize].kind
    }

    /// The words are the author's own, not part of somebody's quotation.
    pub(super) fn is_author(&self) -> bool {
        self.sentence.level.is_none()
    }

    pub(super) fn kind(&self, at: usize) -> Option<ChunkKind> {
        self.chunks.get(at).map(|c| c.kind)
    }

    pub(super) fn word(&self, token: TokenId) -> &'a str {
        self.article.source.word(token)
    }

    /// The lower-cased word is one of `words`; for function words.
    pub(super) fn is_word(&self, token: TokenId, words: &[&str]) -> bool {
        let written = self.word(token);
        words.iter().any(|w| same_word(written, w))
    }

    pub(super) fn chunk_is(&self, at: usize, kind: ChunkKind, words: &[&str]) -> bool {
        self.chunks
            .get(at)
            .is_some_and(|c| c.kind == kind && self.is_word(c.head, words))
    }

    /// The preposition of a noun group is one of `words`.
    pub(super) fn prep_is(&self, chunk: &Chunk, words: &[&str]) -> bool {
        chunk.prep().is_some_and(|t| self.is_word(t, words))
    }

    pub(super) fn verb(&self, chunk: &Chunk) -> Option<VerbInfo> {
        chunk
            .lemma()
            .and_then(|l| self.article.source.lexicon.lemma(l).verb)
    }

    /// The class of a verb group that reports with one of `frames`.
    pub(super) fn reports(&self, at: usize, frames: u32) -> Option<CueClass> {
        let chunk = self.chunks.get(at).filter(|c| c.kind == ChunkKind::Verb)?;
        let info = self.verb(chunk)?;
        info.class.filter(|_| info.frames.has(frames))
    }

    pub(super) fn frames(&self, at: usize) -> Frames {
        self.chunks
            .get(at)
            .and_then(|c| self.verb(c))
            .map_or(Frames(0), |v| v.frames)
    }

    pub(super) fn noun_class(&self, chunk: &Chunk) -> Option<NounClass> {
        self.article.source.noun_class(chunk.lemma())
    }

    pub(super) fn lemma(&self, chunk: &Chunk) -> &'a str {
        self.article.source.lemma_text(chunk.lemma())
    }

    /// The noun group may be somebody or something that speaks.
    pub(super) fn may_speak(&self, at: usize) -> bool {
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
                head.flags.has(Flags::CAPITAL) && chunk.first != self.sentence.tokens.start
            }
            Some(_) => true,
            // A number (« 38 % »), or a noun that the lexicon lacks: open.
            None => {
                self.article.source.pos(chunk.head) != Pos::Number || chunk.end > chunk.head + 1
            }
        }
    }

    /// Whether the noun group names a body, a person, a group, a document or a source by a word that says so.
    pub(super) fn surely_speaks(&self, at: usize) -> bool {
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
    fn is_quantity(&self, at: usize) -> bool {
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
    pub(super) fn is_bare(&self, at: usize) -> bool {
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
            Some(prep) => {
                self.article.source.pos(prep) == Pos::PrepDet
                    && self.is_word(prep, &["des", "du"])
                    && (at == 0
                        || !matches!(
                            self.chunks[at - 1].kind,
                            ChunkKind::Noun | ChunkKind::Adjective
                        ))
            }
        }
    }

    /// The index behind a short parenthesis that opens at `at`; `at` itself where none does.
    pub(super) fn past_parenthesis(&self, at: usize) -> usize {
        if self.kind(at) != Some(ChunkKind::Open) {
            return at;
        }
        (at..self.chunks.len().min(at + 8))
            .find(|&i| self.kind(i) == Some(ChunkKind::Close))
            .map_or(at, |close| close + 1)
    }

    /// The index behind a noun group with its complements in de, its adjectives and a juxtaposed name.
    pub(super) fn complex_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        while let Some(chunk) = self.chunks.get(end) {
            let joined = match chunk.kind {
                ChunkKind::Noun if chunk.flags.has(ChunkFlags::TIME) => false,
                ChunkKind::Noun if chunk.prep().is_some() => chunk.flags.has(ChunkFlags::OF),
                ChunkKind::Noun => {
                    chunk.flags.has(ChunkFlags::JUXTAPOSED)
                        && self.chunks[end - 1].end == chunk.first
                }
                ChunkKind::Adjective => self.chunks[end - 1].kind == ChunkKind::Noun,
                // « le « Journal du port » »
                ChunkKind::Quote => {
                    self.chunks[end - 1].kind == ChunkKind::Noun
                        && self.article.source.pos(self.chunks[end - 1].head) == Pos::Det
                }
                _ => false,
            };
            if !joined {
                break;
            }
            end += 1;
        }
        end
    }

    fn agrees(&self, verb: &Chunk, group: usize) -> bool {
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
                || self.chunks[group].flags.has(ChunkFlags::NAME))
            || a & Feats::SING != 0
                && self.article.source.pos(self.chunks[group].head) == Pos::Number
    }

    fn coordinated(&self, group: usize) -> bool {
        group >= 2
            && self.kind(group - 1) == Some(ChunkKind::Coordinator)
            && matches!(
                self.kind(group - 2),
                Some(ChunkKind::Noun | ChunkKind::Adjective)
            )
            || self.kind(self.complex_end(group)) == Some(ChunkKind::Coordinator)
    }

    pub(super) fn group(&self, at: usize) -> Subject {
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

    /// The subject of the verb group at `verb`, before it: a clitic inside it, the antecedent of « qui », or a noun group.
    pub(super) fn subject_before(&self, verb: usize) -> Option<Subject> {
        let chunk = &self.chunks[verb];
        if let Some(clitic) = chunk.subject() {
            return Some(Subject::Clitic(clitic));
        }
        let mut i = self.before_closed_relative(verb);
        let mut fallback = None;
        while i > 0 {
            i -= 1;
            let here = &self.chunks[i];
            match here.kind {
                // « chargé d'encadrer la rencontre »: the object of an infinitive.
                ChunkKind::Noun if i > 0 && self.kind(i - 1) == Some(ChunkKind::Verb) && !self.chunks[i - 1].is_finite() && self.chunks[i - 1].feats.has(Feats::INFINITIVE | Feats::PRESENT_PARTICIPLE) => {}
                // « il y a deux jours »
                ChunkKind::Verb if self.is_ago(i) => {}
                ChunkKind::Noun if self.is_bare(i) && !here.flags.has(ChunkFlags::TIME) => {
                    // « qui »'s clause, or a clause of its own, has already been left behind where one stood between.
                    if !self.agrees(chunk, i) {
                        fallback = fallback.or(Some(i));
                        continue;
                    }
                    return Some(self.group(self.outer_group(i, verb)));
                }
                ChunkKind::Relative
                    if self.is_word(here.head, &["qui"]) && !self.between_has_finite(i, verb) =>
                {
                    return self.antecedent(i, Some(chunk));
                }
                // « ce que soulignent les pêcheurs »: the subject comes behind.
                ChunkKind::Relative
                    if !self.between_has_noun(i, verb) && !self.between_has_finite(i, verb) =>
                {
                    break;
                }
                ChunkKind::Coordinator
                    // « et a déclaré »: the subject of the verb before.
                    if !self.between_has_noun(i, verb) => {
                        if let Some(previous) = self.coordinated_with(i, chunk) {
                            return self.subject_of(previous);
                        }
                    }
                ChunkKind::Verb if here.is_finite() => {
                    // A relative or subordinate clause between subject and verb ends with a comma: jump before it.
                    if let Some(start) = self.clause_opener(i) {
                        i = start;
                        continue;
                    }
                    return self
                        .subject_of(i)
                        .filter(|s| self.subject_agrees(chunk, s))
                        .or(fallback.map(|g| self.group(g)));
                }
                // A parenthesis is passed over whole.
                ChunkKind::Close => {
                    if let Some(open) = (0..i)
                        .rev()
                        .take(12)
                        .find(|&k| self.chunks[k].kind == ChunkKind::Open)
                    {
                        i = open;
                    }
                }
                ChunkKind::Semicolon | ChunkKind::Stop | ChunkKind::Colon => break,
                ChunkKind::Subordinator
                    if !self.is_word(here.head, &["si", "comme"])
                        && !self.between_has_finite(i, verb) =>
                {
                    break;
                }
                _ => {}
            }
        }
        fallback.map(|g| self.group(g))
    }

    /// « Un homme, qui se dit pêcheur, a expliqué »: where the scan for the subject starts, past a relative clause that a comma
    /// closes right before the verb.
    fn before_closed_relative(&self, verb: usize) -> usize {
        let mut at = verb;
        while at > 0 && self.chunks[at - 1].kind == ChunkKind::Adverb {
            at -= 1;
        }
        if at == 0 || self.chunks[at - 1].kind != ChunkKind::Comma {
            return verb;
        }
        for i in (1..at - 1).rev().take(16) {
            match self.chunks[i].kind {
                ChunkKind::Relative if self.chunks[i - 1].kind == ChunkKind::Comma => {
                    return if self.between_has_finite(i, at - 1) {
                        i - 1
                    } else {
                        verb
                    };
                }
                // « Luc Maret, chargé du dossier, a indiqué »: a participle opens it just as well.
                ChunkKind::Verb
                    if !self.chunks[i].is_finite()
                        && self.chunks[i].feats.has(Feats::PAST_PARTICIPLE)
                        && self.chunks[i - 1].kind == ChunkKind::Comma =>
                {
                    return i - 1;
                }
                ChunkKind::Stop | ChunkKind::Semicolon | ChunkKind::Colon => return verb,
                _ => {}
            }
        }
        verb
    }

    fn subject_agrees(&self, verb: &Chunk, subject: &Subject) -> bool {
        match subject {
            Subject::Group { chunk, .. } => self.agrees(verb, *chunk),
            Subject::Clitic(token) => {
                let number = Feats::SING | Feats::PLUR;
                let (a, b) = (
                    verb.feats.0 & number,
                    self.article.source.tags[*token as usize].feats.0 & number,
                );
                a == 0 || b == 0 || a & b != 0
            }
        }
    }

    /// Subject before or after.
    pub(super) fn subject_of(&self, verb: usize) -> Option<Subject> {
        let chunk = &self.chunks[verb];
        if chunk.subject().is_some() {
            return self.subject_before(verb);
        }
        self.subject_before(verb)
            .or_else(|| self.subject_after(verb).map(|(s, _)| s))
    }

    /// An apposition between commas gives way to the name it stands by: « Luc Maret, patron du port, a dit ».
    fn outer_group(&self, found: usize, verb: usize) -> usize {
        let chunk = &self.chunks[found];
        if found == 0 || chunk.flags.has(ChunkFlags::NAME) || chunk.flags.has(ChunkFlags::PRONOUN) {
            return found;
        }
        let closes = self.chunks[found..verb].iter().any(|c| {
            matches!(
                c.kind,
                ChunkKind::Comma | ChunkKind::Close | ChunkKind::Dash
            )
        });
        let opens = matches!(
            self.chunks[found - 1].kind,
            ChunkKind::Comma | ChunkKind::Open | ChunkKind::Dash
        );
        if !(closes && opens) {
            return found;
        }
        let mut i = found - 1;
        while i > 0 {
            i -= 1;
            let c = &self.chunks[i];
            match c.kind {
                ChunkKind::Noun if self.is_bare(i) && !c.flags.has(ChunkFlags::TIME) => {
                    // An enumeration (« le maire, le préfet et … ») has determiners of its own.
                    let apposition =
                        !chunk.flags.has(ChunkFlags::DETERMINED) || c.flags.has(ChunkFlags::NAME);
                    return if apposition { i } else { found };
                }
                ChunkKind::Noun
                | ChunkKind::Adjective
                | ChunkKind::Close
                | ChunkKind::Open
                | ChunkKind::Adverb => {}
                _ => return found,
            }
        }
        found
    }

    fn between_has_finite(&self, from: usize, to: usize) -> bool {
        self.chunks[from + 1..to].iter().any(Chunk::is_finite)
    }

    fn between_has_noun(&self, from: usize, to: usize) -> bool {
        (from + 1..to).any(|i| {
            self.chunks[i].kind == ChunkKind::Noun
                && self.is_bare(i)
                && !self.chunks[i].flags.has(ChunkFlags::TIME)
        })
    }

    fn finite_before(&self, at: usize) -> Option<usize> {
        (0..at)
            .rev()
            .take_while(|&i| !matches!(self.chunks[i].kind, ChunkKind::Semicolon | ChunkKind::Stop))
            .find(|&i| self.chunks[i].is_finite())
    }

    /// The verb that a report goes on from: « a affirmé que le pont tient, rappelant que … » leans on « a affirmé », not on the verb
    /// of the clause between them.
    fn reporting_before(&self, at: usize) -> Option<usize> {
        (0..at)
            .rev()
            .take_while(|&i| !matches!(self.chunks[i].kind, ChunkKind::Semicolon | ChunkKind::Stop))
            .find(|&i| {
                self.chunks[i].is_finite()
                    && self.reports(i, u32::MAX).is_some()
                    && !self.frames(i).has(Frames::WEAK)
            })
    }

    /// The finite verb that the one behind the coordinator at `at` goes with.
    fn coordinated_with(&self, at: usize, verb: &Chunk) -> Option<usize> {
        let reports = self.verb(verb).is_some_and(|v| v.class.is_some());
        let number = Feats::SING | Feats::PLUR;
        let agrees = |i: &usize| self.chunks[*i].feats.0 & verb.feats.0 & number != 0;
        self.reporting_before(at)
            .filter(agrees)
            .filter(|_| reports)
            .or_else(|| self.finite_before(at))
    }

    /// Where the relative or subordinate clause of the finite verb at `verb` opens, if one does right before its own subject.
    fn clause_opener(&self, verb: usize) -> Option<usize> {
        let mut i = verb;
        while i > 0 {
            i -= 1;
            match self.chunks[i].kind {
                ChunkKind::Relative | ChunkKind::Subordinator => return Some(i),
                ChunkKind::Verb if self.chunks[i].is_finite() => return None,
                ChunkKind::Semicolon | ChunkKind::Stop | ChunkKind::Colon => return None,
                _ => {}
            }
        }
        None
    }

    /// The noun group that a relative pronoun at `at` takes up.
    pub(super) fn antecedent(&self, at: usize, verb: Option<&Chunk>) -> Option<Subject> {
        let mut i = at;
        let mut found = None;
        let mut commas = 0;
        // « beaucoup de gens, et le maire en est un, qui disent »: what disagrees is passed over, with its clause.
        let mut passed = false;
        while i > 0 {
            i -= 1;
            let c = &self.chunks[i];
            match c.kind {
                ChunkKind::Noun if c.flags.has(ChunkFlags::TIME) => {}
                ChunkKind::Noun if verb.is_some_and(|v| !self.agrees(v, i)) => passed = true,
                ChunkKind::Noun => {
                    let bare = self.is_bare(i)
                        || found.is_none() && commas == 0 && !c.flags.has(ChunkFlags::OF);
                    found = found.or(Some(i));
                    if bare || c.flags.has(ChunkFlags::NAME) && commas == 0 {
                        let i = self.outer_group(i, at);
                        return Some(self.group(i));
                    }
                }
                ChunkKind::Adjective
                | ChunkKind::Adverb
                | ChunkKind::Open
                | ChunkKind::Close
                | ChunkKind::Dash => {}
                ChunkKind::Comma => commas += 1,
                ChunkKind::Verb if !c.is_finite() || passed || found.is_none() && commas > 0 => {}
                ChunkKind::Coordinator if passed || found.is_none() && commas > 0 => {}
                _ => break,
            }
        }
        found.map(|i| self.group(i))
    }

    /// « il y a » before a moment.
    pub(super) fn is_ago(&self, at: usize) -> bool {
        let chunk = &self.chunks[at];
        chunk.kind == ChunkKind::Verb
            && self.lemma(chunk) == "avoir"
            && chunk.end - chunk.first == 3
            && self.is_word(chunk.first + 1, &["y"])
    }

    /// The subject behind the verb group at `verb`: an inverted clitic, or the first noun group that no preposition governs, across
    /// adjuncts (« a déclaré en mai à l'agence le chef des pompiers »). With the index behind it.
    pub(super) fn subject_after(&self, verb: usize) -> Option<(Subject, usize)> {
        let chunk = &self.chunks[verb];
        if chunk.flags.has(ChunkFlags::INVERTED) {
            return chunk.subject().map(|t| (Subject::Clitic(t), verb + 1));
        }
        if chunk.subject().is_some() {
            return None;
        }
        let mut i = verb + 1;
        let mut commas = 0;
        while let Some(here) = self.chunks.get(i) {
            match here.kind {
                ChunkKind::Noun if here.flags.has(ChunkFlags::TIME) => {}
                ChunkKind::Noun if self.is_bare(i) && commas % 2 == 0 => {
                    return self
                        .agrees(chunk, i)
                        .then(|| (self.group(i), self.complex_end(i)));
                }
                ChunkKind::Noun | ChunkKind::Adverb | ChunkKind::Adjective => {}
                ChunkKind::Verb if self.is_ago(i) => {}
                // « dans un entretien accordé au Relais »
                ChunkKind::Verb if here.feats.has(Feats::PAST_PARTICIPLE) && i > verb + 1 => {}
                ChunkKind::Comma => commas += 1,
                _ => return None,
            }
            i += 1;
        }
        None
    }

    pub(super) fn speaker(&self, subject: Subject) -> SpeakerTokens {
        match subject {
            Subject::Clitic(token) => SpeakerTokens::Clitic(token),
            Subject::Group { chunk, end } => SpeakerTokens::Group {
                tokens: self.chunks[chunk].first..self.chunks[end - 1].end,
                chunk: self.offset + chunk as u32,
            },
        }
    }

    /// The subject is « je », « nous », « tu », « vous ».
    pub(super) fn is_first_person(&self, subject: Subject) -> bool {
        match subject {
            Subject::Clitic(token) => {
                self.article.source.tags[token as usize]
                    .feats
                    .has(Feats::P1 | Feats::P2)
                    && !self.article.source.tags[token as usize]
                        .feats
                        .has(Feats::P3)
            }
            Subject::Group { .. } => false,
        }
    }

    /// The subject is « on », « il » of an impersonal verb cannot be told here.
    pub(super) fn is_on(&self, subject: Subject) -> bool {
        matches!(subject, Subject::Clitic(token) if self.word(token).trim_start_matches(['-', 't']).eq_ignore_ascii_case("on"))
    }

    /// Who holds a verb form without a subject of its own (infinitive, participle, gerund): the subject of the finite verb it
    /// leans on, before it or, when it opens the sentence, behind.
    pub(super) fn controller(&self, at: usize) -> Option<Subject> {
        // « …, le ministère mettant en garde contre … »: a subject of its own.
        if self.chunks[at].feats.has(Feats::PRESENT_PARTICIPLE)
            && !self.chunks[at].flags.has(ChunkFlags::GERUND)
        {
            let own = (0..at).rev().take(6).find(|&i| {
                let apart = i > 0 && self.kind(i - 1) == Some(ChunkKind::Comma) && self.is_bare(i);
                // « une banderole proclamant »: a participle right behind its noun.
                let attached = self.noun_class(&self.chunks[i]) == Some(NounClass::Document)
                    || self.complex_end(i) == i + 1
                        && i + 1 == at
                        && self.noun_class(&self.chunks[i]) == Some(NounClass::Person);
                self.kind(i) == Some(ChunkKind::Noun)
                    && self.complex_end(i) == at
                    && self.surely_speaks(i)
                    && (apart || attached)
            });
            if let Some(own) = own {
                return Some(self.group(own));
            }
        }
        // « X qui, malgré sa promesse de …, »: the antecedent.
        let relative = (0..at)
            .rev()
            .take(6)
            .take_while(|&i| !self.chunks[i].is_finite())
            .find(|&i| self.chunk_is(i, ChunkKind::Relative, &["qui"]));
        if let Some(relative) = relative {
            return self.antecedent(relative, None);
        }
        if let Some(finite) = self.reporting_before(at).or_else(|| self.finite_before(at)) {
            // A relative clause right before: « X, qui a dit A, ajoutant B » keeps X; either way its subject.
            return self.subject_of(finite);
        }
        // The main clause comes behind a comma; a finite verb before one is in the complement.
        let comma =
            (at + 1..self.chunks.len()).find(|&i| self.kind(i) == Some(ChunkKind::Comma))?;
        let finite = (comma + 1..self.chunks.len()).find(|&i| self.chunks[i].is_finite())?;
        self.subject_of(finite)
    }

    /// The infinitive at `at` hangs on an impersonal verb (« il faut », « il est possible de », « il convient de »), or on « à » at the
    /// start (« À noter que »): nobody is said to speak.
    pub(super) fn is_impersonal(&self, at: usize) -> bool {
        if !self.chunks[at].feats.has(Feats::INFINITIVE) || self.chunks[at].is_finite() {
            return false;
        }
        let start = self.matter_start();
        if at == start + 1 && self.chunk_is(start, ChunkKind::Preposition, &["à", "a"])
            || at == start
        {
            return true;
        }
        // « Inutile de préciser que »
        if at >= start + 2 && at <= start + 3 && self.kind(start) == Some(ChunkKind::Adjective) {
            return true;
        }
        let Some(finite) = self.finite_before(at) else {
            return false;
        };
        let chunk = &self.chunks[finite];
        let il = chunk.subject().is_some_and(|t| self.is_word(t, &["il"]));
        match self.lemma(chunk) {
            "falloir" => true,
            "convenir" | "suffire" | "appartenir" | "arriver" | "importer" | "agir" => il,
            "être" => il && self.kind(finite + 1) == Some(ChunkKind::Adjective),
            _ => false,
        }
    }

    /// A cue made of the verb group at `at`.
    pub(super) fn verb_cue(&self, at: usize, class: Option<CueClass>) -> CueTokens {
        let chunk = &self.chunks[at];
        let lemma = chunk
            .lemma()
            .map_or(CueLemma::Written(chunk.head), CueLemma::Lexicon);
        // A subject pronoun in front is the speaker, not the cue.
        let first = match chunk.subject() {
            Some(t) if t == chunk.first && t + 1 < chunk.end => t + 1,
            _ => chunk.first,
        };
        CueTokens {
            tokens: first..chunk.end,
            lemma,
            class: class.unwrap_or(CueClass::Manner),
            polarity: self.polarity(at),
        }
    }

    fn polarity(&self, at: usize) -> Polarity {
        let chunk = &self.chunks[at];
        if chunk.flags.has(ChunkFlags::NEGATED) {
            Polarity::Negated
        } else if self
            .chunks
            .last()
            .is_some_and(|c| c.kind == ChunkKind::Stop && self.word(c.head).starts_with('?'))
            && chunk.flags.has(ChunkFlags::INVERTED)
        {
            Polarity::Questioned
        } else if chunk.feats.has(Feats::FUTURE) {
            Polarity::Hypothetical
        } else {
            Polarity::Affirmed
        }
    }

    /// The index of the first chunk of the sentence's own matter: past a connective, a dateline or a rubric.
    pub(super) fn matter_start(&self) -> usize {
        let mut i = 0;
        // « VIDÉOS - », « PARIS (Reuters) - »
        if let Some(dash) = self.chunks.iter().take(6).position(|c| {
            c.kind == ChunkKind::Dash || c.kind == ChunkKind::Other && self.is_word(c.head, &["|"])
        }) {
            let rubric = self.article.source.tokens[self.chunks[0].first as usize]
                .flags
                .has(Flags::ALL_CAPS);
            if rubric
                && self.chunks[..dash].iter().all(|c| {
                    matches!(
                        c.kind,
                        ChunkKind::Noun
                            | ChunkKind::Open
                            | ChunkKind::Close
                            | ChunkKind::Other
                            | ChunkKind::Comma
                    )
                })
            {
                i = dash + 1;
            }
        }
        loop {
            match self.kind(i) {
                Some(ChunkKind::Coordinator) => i += 1,
                Some(ChunkKind::Adverb)
                    if self.kind(i + 1) == Some(ChunkKind::Comma) && !self.is_temporal(i) =>
                {
                    i += 2
                }
                Some(ChunkKind::Noun)
                    if self.kind(i + 1) == Some(ChunkKind::Comma) && self.is_connective(i) =>
                {
                    i += 2
                }
                Some(ChunkKind::Comma | ChunkKind::Dash | ChunkKind::Other) => i += 1,
                _ => return i,
            }
        }
    }

    /// « Depuis, », « Aujourd'hui, »: an adverb that belongs to the clause, unlike a connective.
    fn is_temporal(&self, at: usize) -> bool {
        self.is_word(
            self.chunks[at].head,
            &[
                "depuis",
                "aujourd'hui",
                "hier",
                "demain",
                "désormais",
                "maintenant",
                "autrefois",
                "jadis",
                "ici",
                "là",
                "bientôt",
                "longtemps",
                "jamais",
                "parfois",
                "souvent",
            ],
        )
    }

    /// « en effet », « par ailleurs », « d'autre part »
    fn is_connective(&self, at: usize) -> bool {
        let chunk = &self.chunks[at];
        chunk.prep().is_some()
            && !chunk.flags.has(ChunkFlags::DETERMINED)
            && matches!(
                self.lemma(chunk),
                "effet"
                    | "ailleurs"
                    | "outre"
                    | "revanche"
                    | "plus"
                    | "part"
                    | "fait"
                    | "résumé"
                    | "somme"
                    | "conséquence"
                    | "parallèle"
                    | "clair"
                    | "bref"
                    | "retour"
                    | "attendant"
            )
    }

    /// The chunk index that ends the sentence's matter: before the closing stop.
    pub(super) fn matter_end(&self) -> usize {
        let mut end = self.chunks.len();
        while end > 0
            && matches!(
                self.chunks[end - 1].kind,
                ChunkKind::Stop | ChunkKind::Comma | ChunkKind::Semicolon
            )
        {
            end -= 1;
        }
        end
    }

    /// Tokens of the chunks from `from` to before `to`, prepositions included.
    pub(super) fn part(&self, from: usize, to: usize) -> Part {
        if from >= to || from >= self.chunks.len() {
            let at = self
                .chunks
                .get(from)
                .map_or(self.sentence.tokens.end, Chunk::start);
            return at..at;
        }
        self.chunks[from].start()..self.chunks[to.min(self.chunks.len()) - 1].end
    }

    /// « Qui en appelle à … »: the sentence is a relative clause to the one before.
    pub(super) fn opens_with_qui(&self) -> bool {
        self.chunks
            .first()
            .is_some_and(|c| c.kind == ChunkKind::Relative && self.is_word(c.head, &["qui"]))
    }

    /// The chunks from `from` to before `to`, as far as there are any.
    pub(super) fn between(&self, from: usize, to: usize) -> &'a [Chunk] {
        let to = to.min(self.chunks.len());
        &self.chunks[from.min(to)..to]
    }

    pub(super) fn has_finite(&self, from: usize, to: usize) -> bool {
        self.between(from, to).iter().any(Chunk::is_finite)
    }

    /// The tags of the words between the marks.
    pub(super) fn quoted_tags(&self, q: QuotationId) -> &'a [Tag] {
        let content = self.article.source.marks.content_tokens(q);
        &self.article.source.tags[content.start as usize..content.end as usize]
    }

    /// A finite verb stands between the marks: the quotation can be a sentence.
    pub(super) fn quotes_clause(&self, q: QuotationId) -> bool {
        self.quoted_tags(q).iter().any(Tag::is_finite_verb)
    }

    pub(super) fn has_quote(&self, from: usize, to: usize) -> bool {
        self.between(from, to)
            .iter()
            .any(|c| c.kind == ChunkKind::Quote)
    }
}
