//! What a comma parts from a complement.

use super::complement::{goes_alone, is_que, main_clause, new_report};
use super::frame::Frame;
use crate::attribution::scope::Scope;
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::lexicon::{Feats, Frames, NounClass, Pos};

/// What follows a comma belongs to the author again.
pub(super) fn breaks_complement(
    scope: &Scope<'_>,
    frame: &Frame,
    comma: usize,
    start: usize,
) -> bool {
    let mut i = comma + 1;
    let before = scope.between(start, comma);
    let linked = || {
        before
            .iter()
            .any(|c| matches!(c.kind, ChunkKind::Relative | ChunkKind::Subordinator))
    };
    if frame.fronted && main_clause(scope, i) {
        return true;
    }
    // « regrette une « décision hâtive », le maire salue … »: a clause is no part of an object.
    if frame.short()
        && !frame.que
        && quotes(scope, start, comma)
        && main_clause(scope, i)
        && !linked()
    {
        return true;
    }
    // « estime que le quai est sale, un sur trois juge que … »: somebody else's.
    if frame.que && scope.has_clause(start, comma) && other_report(scope, i) {
        return true;
    }
    // « affirme que cinq projets, sont en chantier »: the clause has not had its verb.
    if frame.que
        && !scope.has_clause(start, comma)
        && scope.has_finite(comma, scope.matter_end())
        && !(frame.relative || frame.fronted)
    {
        return false;
    }
    if scope.kind(i) == Some(ChunkKind::Coordinator) {
        return coordinated(scope, frame, i, start);
    }
    while matches!(scope.kind(i), Some(ChunkKind::Adverb))
        && !scope.is_word(scope.chunks[i].head, &["alors", "surtout", "tandis"])
    {
        i += 1;
    }
    let Some(next) = scope.chunks.get(i) else {
        return false;
    };
    if says_no_more(scope, i) {
        return true;
    }
    let word = |words: &[&str]| scope.is_word(next.head, words);
    match next.kind {
        // « …, ce qui a poussé … », « …, ce que nie la mairie »: the author's comment; behind a clause in que it may be the speaker's.
        ChunkKind::Noun | ChunkKind::Other
            if scope.is_word(next.first, &["ce"]) && next.end == next.first + 1 =>
        {
            let denied = scope.chunk_is(i + 1, ChunkKind::Relative, &["que", "qu'"])
                && (i + 2..i + 5).any(|k| scope.reports(k, u32::MAX).is_some());
            scope.kind(i + 1) == Some(ChunkKind::Relative)
                && (next.kind == ChunkKind::Noun || frame.short() || denied)
        }
        ChunkKind::Noun => group_breaks(scope, frame, i, comma, start),
        ChunkKind::Subordinator | ChunkKind::Adverb => {
            // « …, tandis que … » goes on with words that an incise reports.
            (word(&["alors", "surtout"]) || (frame.que || frame.short()) && word(&["tandis"]))
                && matches!(
                    scope.kind(i + 1),
                    Some(ChunkKind::Subordinator | ChunkKind::Relative)
                )
        }
        ChunkKind::Verb if next.feats.has(Feats::PRESENT_PARTICIPLE) => {
            next.flags.has(ChunkFlags::GERUND) && i > comma + 1
                || scope.reports(i, u32::MAX).is_some()
        }
        ChunkKind::Verb if next.is_finite() => {
            // An incise of the author's, or the verb that the antecedent of a relative was waiting for.
            next.flags.has(ChunkFlags::INVERTED) && scope.reports(i, u32::MAX).is_some()
                || next.subject().is_none()
                    && (scope.reports(i, Frames::INCISE).is_some()
                        && scope.subject_after(i).is_some()
                        || frame.relative
                        || frame.beside_subject
                        // « exclut de partir, a demandé … »: no infinitive takes a finite verb.
                        || frame.infinitive && next.head > next.first && !linked())
        }
        // « …, dont l'Autriche »: no clause.
        ChunkKind::Relative => {
            word(&["dont"])
                && scope.chunks.get(i + 1).is_some_and(|c| {
                    c.kind == ChunkKind::Noun
                        && !matches!(
                            scope.article.source.pos(c.first),
                            Pos::Number | Pos::Numeral
                        )
                })
                && !scope.has_finite(i, scope.matter_end())
        }
        // « …, avant de partir », « …, non sans rappeler … »
        ChunkKind::Preposition => {
            word(&["avant"])
                || word(&["sans"])
                    && scope.reports(i + 1, u32::MAX).is_some()
                    && !scope.frames(i + 1).has(Frames::WEAK)
        }
        _ => false,
    }
}

/// « , et », « , mais » and a clause with a subject of its own and a finite verb.
fn coordinated(scope: &Scope<'_>, frame: &Frame, at: usize, start: usize) -> bool {
    // « dit avoir vu l'eau monter, et que … »: no infinitive goes on in que.
    if new_report(scope, frame, at + 1) || frame.short() && !frame.que && is_que(scope, at + 1) {
        return true;
    }
    // « juge cela fâcheux, mais aucun de ceux qui … ne … »
    let another = frame.short()
        && scope.chunk_is(at, ChunkKind::Coordinator, &["mais"])
        && scope.chunks.get(at + 1).is_some_and(|c| {
            c.kind == ChunkKind::Noun && c.prep().is_none() || c.subject().is_some()
        })
        && scope.has_finite(at + 1, scope.matter_end());
    another || goes_alone(scope, at, start)
}

/// A noun group behind the comma that is the author's gloss, or tells when and where it was said.
fn group_breaks(scope: &Scope<'_>, frame: &Frame, at: usize, comma: usize, start: usize) -> bool {
    let next = &scope.chunks[at];
    let nothing_else =
        || !scope.has_finite(at, scope.matter_end()) && !scope.has_quote(at, scope.matter_end());
    // « …, ce port de dix mille âmes »: said again by the author.
    let again = frame.que
        && next.prep().is_none()
        && next.feats.has(Feats::DEMONSTRATIVE)
        && !next.flags.has(ChunkFlags::PRONOUN)
        && next.end > next.first + 1
        && scope.has_clause(start, comma);
    // « « un affront », élément absent du dossier »
    let bare = frame.short()
        && scope.kind(comma - 1) == Some(ChunkKind::Quote)
        && next.prep().is_none()
        && !next
            .flags
            .has(ChunkFlags::DETERMINED | ChunkFlags::NAME | ChunkFlags::TIME)
        && nothing_else();
    if again || bare || gloss(scope, at) {
        return true;
    }
    if scope.prep_is(next, &["après", "avant"]) {
        return scope.has_finite(start, comma) && nothing_else();
    }
    occasion(scope, frame, at, start)
        || scope.prep_is(next, &["selon"]) && selon_closes(scope, at)
        // « …, dans un entretien au Relais »: the relay of the cue.
        || scope.prep_is(next, &["dans", "sur"])
            && scope.noun_class(next) == Some(NounClass::Medium)
}

/// A noun group that speaks, and its verb with a clause in que.
fn other_report(scope: &Scope<'_>, at: usize) -> bool {
    if scope.kind(at) != Some(ChunkKind::Noun) || !scope.is_bare(at) || !scope.may_speak(at) {
        return false;
    }
    let mut end = scope.complex_end(at);
    while scope
        .chunks
        .get(end)
        .is_some_and(|c| c.kind == ChunkKind::Noun && c.prep().is_some())
    {
        end += 1;
    }
    scope
        .chunks
        .get(end)
        .is_some_and(|c| c.is_finite() && c.subject().is_none())
        && scope.reports(end, Frames::QUE).is_some()
        && scope.chunk_is(end + 1, ChunkKind::Subordinator, &["que", "qu'"])
}

/// A quotation opens between the chunks.
fn quotes(scope: &Scope<'_>, from: usize, to: usize) -> bool {
    let part = scope.part(from, to);
    let quotations = &scope.article.source.marks.quotations;
    let next = quotations.partition_point(|q| q.first + 1 < part.start);
    quotations.get(next).is_some_and(|q| q.first < part.end)
}

/// « …, une mesure qui devrait … »: the author's gloss.
fn gloss(scope: &Scope<'_>, at: usize) -> bool {
    let chunk = &scope.chunks[at];
    let end = scope.complex_end(at);
    chunk.prep().is_none()
        && scope.is_word(chunk.first, &["un", "une"])
        && scope.chunk_is(end, ChunkKind::Relative, &["qui", "que", "qu'", "dont"])
}

/// « …, lors d'un entretien », « …, en marge d'une visite »: when the words were said; behind a content that is no clause also « …, à
/// l'initiative du maire ».
fn occasion(scope: &Scope<'_>, frame: &Frame, at: usize, start: usize) -> bool {
    let chunk = &scope.chunks[at];
    let Some(prep) = chunk.prep() else {
        return false;
    };
    if !closes_sentence(scope, at) || !scope.has_clause(start, at) && !frame.short() {
        return false;
    }
    let lors = scope.is_word(prep, &["lors", "durant"])
        || prep > 0
            && scope.is_word(prep - 1, &["lors"])
            && scope.is_word(prep, &["de", "d'", "du", "des"]);
    let marge = scope.is_word(prep, &["en"]) && scope.is_word(chunk.head, &["marge"]);
    // « lors de cérémonies » tells of no one occasion.
    lors && chunk.flags.has(ChunkFlags::DETERMINED)
        || marge
        || frame.short()
            && scope.is_word(prep, &["à", "au"])
            && scope.is_word(
                chunk.head,
                &[
                    "issue",
                    "occasion",
                    "initiative",
                    "invitation",
                    "appel",
                    "lendemain",
                    "terme",
                    "sortir",
                    "veille",
                ],
            )
}

/// Nothing but the group at `at`, with a relative clause of its own maybe, stands before the end of the sentence.
pub(in crate::attribution) fn closes_sentence(scope: &Scope<'_>, at: usize) -> bool {
    scope
        .between(at, scope.matter_end())
        .iter()
        .take_while(|c| c.kind != ChunkKind::Relative)
        .all(|c| !c.is_finite() && !matches!(c.kind, ChunkKind::Comma | ChunkKind::Quote))
}

/// « sans donner de détails », « sans plus de précisions »: what the author misses in the report.
fn says_no_more(scope: &Scope<'_>, at: usize) -> bool {
    let more = |i: usize| {
        scope.chunks.get(i).is_some_and(|c| {
            c.kind == ChunkKind::Noun
                && (scope.noun_class(c) == Some(NounClass::Speech)
                    || matches!(
                        scope.lemma(c),
                        "détail" | "précision" | "chiffre" | "date" | "exemple" | "nom" | "preuve"
                    ))
        })
    };
    let gives = || {
        scope.chunks.get(at + 1).is_some_and(|c| {
            matches!(
                scope.lemma(c),
                "donner" | "fournir" | "apporter" | "livrer" | "avancer" | "entrer"
            )
        }) && (at + 2..at + 5).any(more)
    };
    scope.chunk_is(at, ChunkKind::Preposition, &["sans"]) && (gives() || more(at + 1))
        || scope
            .chunks
            .get(at)
            .is_some_and(|c| scope.prep_is(c, &["sans"]))
            && (at..at + 3).any(more)
}

/// « …, selon X. »: at the end of the sentence it modifies the whole, before that a part of the content.
fn selon_closes(scope: &Scope<'_>, at: usize) -> bool {
    scope.surely_speaks(at) && scope.complex_end(at) >= scope.matter_end()
}
