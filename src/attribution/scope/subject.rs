//! The subject of a verb group, before it or behind.

use super::{Scope, Subject};
use crate::chunks::{Chunk, ChunkFlags, ChunkKind};
use crate::lexicon::{Feats, Frames, NounClass};

impl Scope<'_> {
    /// Subject before or after.
    pub(in crate::attribution) fn subject_of(&self, verb: usize) -> Option<Subject> {
        let chunk = &self.chunks[verb];
        if chunk.subject().is_some() {
            return self.subject_before(verb);
        }
        if self.is_set_off(verb) {
            if let Some((subject @ Subject::Group { chunk, .. }, _)) = self.subject_after(verb) {
                if self.surely_speaks(chunk) {
                    return Some(subject);
                }
            }
        }
        self.subject_before(verb)
            .or_else(|| self.subject_after(verb).map(|(s, _)| s))
    }

    /// The subject of the verb group at `verb`, before it: a clitic inside it, the antecedent of « qui », or a noun group.
    pub(in crate::attribution) fn subject_before(&self, verb: usize) -> Option<Subject> {
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
                // « ceux qui connaissent les lieux savent »: the object of the verb before it.
                ChunkKind::Noun if self.is_object_of_clause(i, verb) => {}
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
                    // « Les chercheurs, et c'est ce qui surprend, affirment »: what disagrees is passed over.
                    let this = |s: &Subject| {
                        matches!(s, Subject::Clitic(t) if self.is_word(*t, &["ce", "c'", "-ce"]))
                    };
                    if let Some(s) = self
                        .subject_of(i)
                        .filter(|s| self.subject_agrees(chunk, s) && !this(s))
                    {
                        return Some(s);
                    }
                }
                // A parenthesis is passed over whole.
                ChunkKind::Close => {
                    if let Some(open) = self.opening(i, 12) {
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

    /// The subject behind the verb group at `verb`: an inverted clitic, or the first noun group that no preposition governs, across
    /// adjuncts (« a déclaré en mai à l'agence le chef des pompiers »). With the index behind it.
    pub(in crate::attribution) fn subject_after(&self, verb: usize) -> Option<(Subject, usize)> {
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
                // « ajoute – en anglais – le maire »
                ChunkKind::Dash => {
                    let close = (i + 1..self.chunks.len().min(i + 5))
                        .find(|&k| self.kind(k) == Some(ChunkKind::Dash));
                    match close {
                        Some(close) if !self.has_finite(i, close) => i = close,
                        _ => return None,
                    }
                }
                // « dans un entretien accordé au Relais »
                ChunkKind::Verb if here.feats.has(Feats::PAST_PARTICIPLE) && i > verb + 1 => {}
                ChunkKind::Comma => commas += 1,
                _ => return None,
            }
            i += 1;
        }
        None
    }

    pub(super) fn subject_agrees(&self, verb: &Chunk, subject: &Subject) -> bool {
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

    /// The noun group at `at` stands right behind a finite verb that has its subject, and nothing parts it from the verb at `verb`.
    fn is_object_of_clause(&self, at: usize, verb: usize) -> bool {
        let mut before = at;
        while before > 0 && self.chunks[before - 1].kind == ChunkKind::Adverb {
            before -= 1;
        }
        let Some(governor) = before.checked_sub(1) else {
            return false;
        };
        if !self.chunks[governor].is_finite() {
            return false;
        }
        let Some(opener) = self.clause_opener(governor) else {
            return false;
        };
        // qui is a subject already: what follows is the object, whatever closes the clause.
        if self.chunk_is(opener, ChunkKind::Relative, &["qui"]) {
            return true;
        }
        (self.between_has_noun(opener, governor) || self.chunks[governor].subject().is_some())
            && !self.chunks[at..verb].iter().any(|c| {
                matches!(
                    c.kind,
                    ChunkKind::Comma
                        | ChunkKind::Coordinator
                        | ChunkKind::Dash
                        | ChunkKind::Close
                        | ChunkKind::Relative
                        | ChunkKind::Subordinator
                )
            })
    }

    /// « Un homme, qui se dit pêcheur, a expliqué »: where the scan for the subject starts, past a relative clause that a comma
    /// closes right before the verb.
    pub(super) fn before_closed_relative(&self, verb: usize) -> usize {
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

    /// « Dix navires ont quitté le port, a déclaré le préfet »: a reporting verb behind the comma of a clause that is complete.
    fn is_set_off(&self, verb: usize) -> bool {
        let mut at = verb;
        while at > 0 && self.chunks[at - 1].kind == ChunkKind::Adverb {
            at -= 1;
        }
        let Some(comma) = at.checked_sub(1) else {
            return false;
        };
        if self.kind(comma) == Some(ChunkKind::Quote) {
            return true;
        }
        if self.kind(comma) != Some(ChunkKind::Comma)
            || !self.frames(verb).has(Frames::INCISE | Frames::QUE)
        {
            return false;
        }
        if comma > 0 && self.kind(comma - 1) == Some(ChunkKind::Quote) {
            return true;
        }
        let Some(last) = self.finite_before(comma) else {
            return false;
        };
        // « Le port a fermé et le maire, en colère, dénonce … »: a subject that waits for its verb.
        let waits = (last + 1..comma).any(|i| {
            self.kind(i) == Some(ChunkKind::Noun)
                && self.is_bare(i)
                && !self.chunks[i].flags.has(ChunkFlags::TIME)
                && matches!(
                    self.kind(i - 1),
                    Some(ChunkKind::Coordinator | ChunkKind::Comma)
                )
        });
        !waits && (0..=last).any(|i| self.chunks[i].is_finite() && self.clause_opener(i).is_none())
    }

    /// An apposition between commas gives way to the name it stands by: « Luc Maret, patron du port, a dit », « Odile Brun,
    /// maire PS, a dit ».
    pub(super) fn outer_group(&self, found: usize, verb: usize) -> usize {
        let parts = |c: &Chunk, bracket| {
            matches!(c.kind, ChunkKind::Comma | ChunkKind::Dash) || c.kind == bracket
        };
        let first = (0..found)
            .rev()
            .take_while(|&i| matches!(self.kind(i), Some(ChunkKind::Noun | ChunkKind::Adjective)))
            .last()
            .unwrap_or(found);
        // Behind its function stands the party or the body that somebody speaks for.
        let function = first < found
            && !self.chunks[first].flags.has(ChunkFlags::DETERMINED)
            && self.noun_class(&self.chunks[first]) == Some(NounClass::Person);
        let head = if function { first } else { found };
        let chunk = &self.chunks[head];
        if head == 0 || chunk.flags.has(ChunkFlags::NAME) || chunk.flags.has(ChunkFlags::PRONOUN) {
            return found;
        }
        let mut behind = self.chunks[found..verb].iter();
        let closes = behind.any(|c| parts(c, ChunkKind::Close));
        if !closes || !parts(&self.chunks[head - 1], ChunkKind::Open) {
            return found;
        }
        let mut i = head - 1;
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
                // « Luc Maret (Parti du port), ministre de la Mer, »
                ChunkKind::Close => {
                    if let Some(open) = self.opening(i, 12) {
                        i = open;
                    }
                }
                ChunkKind::Noun | ChunkKind::Adjective | ChunkKind::Open | ChunkKind::Adverb => {}
                _ => return found,
            }
        }
        found
    }

    /// Where the relative or subordinate clause of the finite verb at `verb` opens, if one does right before its own subject.
    pub(in crate::attribution) fn clause_opener(&self, verb: usize) -> Option<usize> {
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

    /// The finite verb that the one behind the coordinator at `at` goes with.
    pub(super) fn coordinated_with(&self, at: usize, verb: &Chunk) -> Option<usize> {
        let reports = self.verb(verb).is_some_and(|v| v.class.is_some());
        let number = Feats::SING | Feats::PLUR;
        let agrees = |i: &usize| self.chunks[*i].feats.0 & verb.feats.0 & number != 0;
        self.reporting_before(at)
            .filter(agrees)
            .filter(|_| reports)
            .or_else(|| self.finite_before(at))
    }

    pub(in crate::attribution) fn finite_before(&self, at: usize) -> Option<usize> {
        (0..at)
            .rev()
            .take_while(|&i| !matches!(self.chunks[i].kind, ChunkKind::Semicolon | ChunkKind::Stop))
            .find(|&i| self.chunks[i].is_finite())
    }

    /// The verb that a report goes on from: « a affirmé que le pont tient, rappelant que … » leans on « a affirmé », not on the verb
    /// of the clause between them, even if that one reports as well.
    pub(super) fn reporting_before(&self, at: usize) -> Option<usize> {
        let reports = |i: &usize| {
            self.chunks[*i].is_finite()
                && self.reports(*i, u32::MAX).is_some()
                && !self.frames(*i).has(Frames::WEAK)
        };
        let before = || {
            (0..at).rev().take_while(|&i| {
                !matches!(self.chunks[i].kind, ChunkKind::Semicolon | ChunkKind::Stop)
            })
        };
        before()
            .filter(reports)
            .find(|&i| self.clause_opener(i).is_none())
            .or_else(|| before().find(reports))
    }

    pub(super) fn between_has_finite(&self, from: usize, to: usize) -> bool {
        self.chunks[from + 1..to].iter().any(Chunk::is_finite)
    }

    pub(super) fn between_has_noun(&self, from: usize, to: usize) -> bool {
        (from + 1..to).any(|i| {
            self.chunks[i].kind == ChunkKind::Noun
                && self.is_bare(i)
                && !self.chunks[i].flags.has(ChunkFlags::TIME)
        })
    }

    /// « il y a » before a moment.
    pub(in crate::attribution) fn is_ago(&self, at: usize) -> bool {
        let chunk = &self.chunks[at];
        chunk.kind == ChunkKind::Verb
            && self.lemma(chunk) == "avoir"
            && chunk.end - chunk.first == 3
            && self.is_word(chunk.first + 1, &["y"])
    }
}
