//! Who holds what a verb form without a subject of its own, or a relative clause, says.

use super::{Scope, Subject};
use crate::attribution::SpeakerTokens;
use crate::chunks::{Chunk, ChunkFlags, ChunkKind};
use crate::lexicon::{Feats, NounClass};
use crate::tokens::bare_clitic;

impl Scope<'_> {
    pub(in crate::attribution) fn speaker(&self, subject: Subject) -> SpeakerTokens {
        match subject {
            Subject::Clitic(token) => SpeakerTokens::Clitic(token),
            Subject::Group { chunk, end } => SpeakerTokens::Group {
                tokens: self.chunks[chunk].first..self.chunks[end - 1].end,
                chunk: self.offset + chunk as u32,
            },
        }
    }

    /// The subject is « je », « nous », « tu », « vous ».
    pub(in crate::attribution) fn is_first_person(&self, subject: Subject) -> bool {
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
    pub(in crate::attribution) fn is_on(&self, subject: Subject) -> bool {
        matches!(subject, Subject::Clitic(token) if bare_clitic(self.word(token)).eq_ignore_ascii_case("on"))
    }

    /// The noun group that a relative pronoun at `at` takes up.
    pub(in crate::attribution) fn antecedent(
        &self,
        at: usize,
        verb: Option<&Chunk>,
    ) -> Option<Subject> {
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
                // « les marins à la retraite qui affirment »: what cannot speak says how they are.
                ChunkKind::Noun
                    if verb.is_some()
                        && found.is_none()
                        && !self.is_bare(i)
                        && !c.flags.has(ChunkFlags::OF)
                        && !self.may_speak(i) => {}
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
                // The antecedent is on this side of the comma.
                ChunkKind::Comma if found.is_some() => break,
                ChunkKind::Comma => commas += 1,
                ChunkKind::Verb if !c.is_finite() || passed || found.is_none() && commas > 0 => {}
                // « deux femmes – mais qui ont confié »
                ChunkKind::Coordinator if i + 1 == at => {}
                ChunkKind::Coordinator if passed || found.is_none() && commas > 0 => {}
                _ => break,
            }
        }
        found.map(|i| self.group(i))
    }

    /// Who holds a verb form without a subject of its own (infinitive, participle, gerund): the subject of the finite verb it
    /// leans on, before it or, when it opens the sentence, behind.
    pub(in crate::attribution) fn controller(&self, at: usize) -> Option<Subject> {
        // « …, le ministère mettant en garde contre … »: a subject of its own.
        if self.chunks[at].feats.has(Feats::PRESENT_PARTICIPLE)
            && !self.chunks[at].flags.has(ChunkFlags::GERUND)
        {
            let own = (0..at).rev().take(6).find(|&i| {
                let apart = i > 0 && self.kind(i - 1) == Some(ChunkKind::Comma) && self.is_bare(i);
                // « une banderole proclamant »: a participle right behind its noun.
                let attached =
                    matches!(self.noun_class(&self.chunks[i]), Some(NounClass::Document))
                        || self.complex_end(i) == i + 1
                            && i + 1 == at
                            && self.noun_class(&self.chunks[i]) == Some(NounClass::Person);
                self.kind(i) == Some(ChunkKind::Noun)
                    && self.complex_end(i) == at
                    && (self.surely_speaks(i)
                        || self.noun_class(&self.chunks[i]) == Some(NounClass::Speech))
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
        // « des taxis bloquent le port pour dénoncer … »: a purpose is of the nearest verb.
        let purpose = at > 0 && self.chunk_is(at - 1, ChunkKind::Preposition, &["pour"]);
        let finite = if purpose {
            self.finite_before(at)
        } else {
            self.reporting_before(at).or_else(|| self.leaning(at))
        };
        if let Some(finite) = finite {
            // A relative clause right before: « X, qui a dit A, ajoutant B » keeps X; either way its subject.
            return self.subject_of(finite);
        }
        // The main clause comes behind a comma; a finite verb before one is in the complement.
        let commas =
            || (at + 1..self.chunks.len()).filter(|&i| self.kind(i) == Some(ChunkKind::Comma));
        let governs = self
            .chunks
            .get(at + 1)
            .is_some_and(|c| matches!(c.kind, ChunkKind::Subordinator | ChunkKind::Relative));
        let comma = commas()
            .find(|&i| {
                crate::attribution::grammar::main_clause(self, i + 1)
                    && (!governs || self.has_finite(at + 1, i))
            })
            .or_else(|| commas().next())?;
        let finite = (comma + 1..self.chunks.len()).find(|&i| self.chunks[i].is_finite())?;
        self.subject_of(finite)
    }

    /// The finite verb that a participle or infinitive at `at` leans on: not the one of a relative clause that says which people are
    /// meant (« a remercié ceux qui étaient venus, appelant à … »).
    fn leaning(&self, at: usize) -> Option<usize> {
        let last = self.finite_before(at)?;
        if at == 0 || self.kind(at - 1) != Some(ChunkKind::Comma) {
            return Some(last);
        }
        let outer = self
            .clause_opener(last)
            .filter(|&o| self.kind(o) == Some(ChunkKind::Relative))
            .filter(|&o| o > 0 && self.kind(o - 1) != Some(ChunkKind::Comma))
            .and_then(|o| self.finite_before(o));
        outer.or(Some(last))
    }

    /// The infinitive at `at` hangs on an impersonal verb (« il faut », « il est possible de », « il convient de »), or on « à » at the
    /// start (« À noter que »): nobody is said to speak.
    pub(in crate::attribution) fn is_impersonal(&self, at: usize) -> bool {
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
        // « Reste à espérer que »
        if at == start + 2
            && self.is_word(self.chunks[start].head, &["reste"])
            && self.chunk_is(start + 1, ChunkKind::Preposition, &["à"])
        {
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

    /// « s'est vu reprocher de », « s'entend dire que »: the infinitive at `v` says what its subject is told.
    pub(in crate::attribution) fn undergoes(&self, v: usize) -> bool {
        v > 0
            && self.chunks[v].feats.has(Feats::INFINITIVE)
            && self.kind(v - 1) == Some(ChunkKind::Verb)
            && self.chunks[v - 1].flags.has(ChunkFlags::REFLEXIVE)
            && matches!(
                self.lemma(&self.chunks[v - 1]),
                "voir" | "entendre" | "se voir" | "s'entendre"
            )
    }

    /// « Qui en appelle à … », « Laquelle assure que … »: the sentence is a relative clause to the one before.
    pub(in crate::attribution) fn opens_with_qui(&self) -> bool {
        // « Qui se souvient que … ? » asks.
        let asks = self
            .chunks
            .last()
            .is_some_and(|c| c.kind == ChunkKind::Stop && self.word(c.head).starts_with('?'));
        !asks
            && self.chunks.first().is_some_and(|c| {
                self.is_word(
                    c.first,
                    &["qui", "lequel", "laquelle", "lesquels", "lesquelles"],
                ) && c.end == c.first + 1
            })
    }

    /// The first of the groups that are coordinated with the one at `last`, if they are people: « les soignants et les aides du port ».
    fn first_of(&self, last: usize) -> Option<usize> {
        let and = last.checked_sub(1)?;
        if !self.chunk_is(and, ChunkKind::Coordinator, &["et"]) {
            return None;
        }
        (and.saturating_sub(4)..and).find(|&i| {
            self.kind(i) == Some(ChunkKind::Noun)
                && self.is_bare(i)
                && (self.is_quantity(i)
                    || matches!(
                        self.noun_class(&self.chunks[i]),
                        Some(NounClass::Person | NounClass::Group)
                    ))
                && self.complex_end(i) == and
        })
    }

    /// « Et promet de revenir. »: the sentence goes on with the subject of the one before.
    fn goes_on_from_before(&self, v: usize) -> bool {
        self.chunk_is(0, ChunkKind::Coordinator, &["et", "mais", "ou"])
            && self.chunks[1..v]
                .iter()
                .all(|c| matches!(c.kind, ChunkKind::Adverb | ChunkKind::Comma))
    }

    /// Who holds what the verb at `v` reports: its subject, or whoever controls it. `Some(None)` where nothing in the sentence says,
    /// `None` where nobody is said to speak.
    pub(in crate::attribution) fn holder(&self, v: usize) -> Option<Option<Subject>> {
        let chunk = &self.chunks[v];
        // « s'est vu reprocher »: the subject hears it.
        if self.is_impersonal(v) || self.undergoes(v) {
            return None;
        }
        let subject = if chunk.is_finite() {
            self.subject_of(v)
        } else {
            // A participle only beside another verb: « a affirmé … et souligné que ».
            // « Luc Maret, convaincu que … » says what somebody is.
            let predicate = self.lemma(chunk).starts_with("être ");
            if chunk.feats.has(Feats::PAST_PARTICIPLE) && !predicate && !self.shares_auxiliary(v) {
                return None;
            }
            self.made_to_say(v)
                .or_else(|| self.perceived(v))
                .or_else(|| self.controller(v))
        };
        match subject {
            Some(s) if self.is_first_person(s) => None,
            Some(Subject::Clitic(token))
                if self.is_word(token, &["ce", "c'", "-ce", "cela", "ça"]) =>
            {
                None
            }
            // « les soignants et les aides du port ont dit »: the first of them tells who they are.
            Some(Subject::Group { chunk: last, .. }) if !self.may_speak(last) => self
                .first_of(last)
                .filter(|_| chunk.is_finite())
                .map(|first| Some(self.group(first))),
            // « Qui ajoute que … »: the relative pronoun takes up the sentence before.
            None if chunk.is_finite() && !self.opens_with_qui() && !self.goes_on_from_before(v) => {
                None
            }
            subject => Some(subject),
        }
    }

    /// « a affirmé …, rappelé … et souligné que »: the participle at `at` goes on with a compound past.
    pub(in crate::attribution) fn shares_auxiliary(&self, at: usize) -> bool {
        let feats = self.chunks[at].feats;
        // « les quais, accusés de … » agrees with its noun.
        if feats.has(Feats::FEM) && !feats.has(Feats::MASC)
            || feats.has(Feats::PLUR) && !feats.has(Feats::SING)
        {
            return false;
        }
        let mut before = at;
        // « a insisté …, mais aussi et surtout conseillé »
        while before > 0
            && self.kind(before - 1) == Some(ChunkKind::Adverb)
            && !self.chunk_is(before - 1, ChunkKind::Adverb, &["comme"])
        {
            before -= 1;
        }
        match before.checked_sub(1).and_then(|b| self.kind(b)) {
            Some(ChunkKind::Coordinator) => true,
            Some(ChunkKind::Comma) => self.reporting_before(at).is_some_and(|v| {
                let verb = &self.chunks[v];
                self.article.source.tags[verb.head as usize].is_verb(Feats::PAST_PARTICIPLE)
            }),
            _ => false,
        }
    }

    /// « on entendait Odile Brun expliquer que »: who is heard or seen to say it.
    fn perceived(&self, v: usize) -> Option<Subject> {
        if !self.chunks[v].feats.has(Feats::INFINITIVE) {
            return None;
        }
        let at = (1..v).rev().take(4).find(|&i| {
            self.kind(i) == Some(ChunkKind::Noun) && self.is_bare(i) && self.complex_end(i) == v
        })?;
        let perceives = self.kind(at - 1) == Some(ChunkKind::Verb)
            && matches!(
                self.lemma(&self.chunks[at - 1]),
                "entendre" | "voir" | "écouter" | "regarder" | "laisser"
            );
        (perceives && self.surely_speaks(at)).then(|| self.group(at))
    }

    /// « ce qui fait dire à Odile Brun que »: who is made to say it.
    fn made_to_say(&self, v: usize) -> Option<Subject> {
        let made = v > 0
            && self.kind(v - 1) == Some(ChunkKind::Verb)
            && self.lemma(&self.chunks[v - 1]) == "faire";
        let to = self
            .chunks
            .get(v + 1)
            .is_some_and(|c| c.kind == ChunkKind::Noun && self.prep_is(c, &["à", "au", "aux"]));
        (made && to).then(|| self.group(v + 1))
    }
}
