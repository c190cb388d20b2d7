//! Pieces of grammar that several rules share, as nom parsers over chunks.

use nom::Parser;
use nom::branch::alt;
use nom::multi::many0_count;

mod comma;
mod complement;
mod frame;

pub(super) use comma::closes_sentence;
pub(super) use complement::{complement_end, main_clause};

use super::cursor::{Cursor, Fit};
use super::scope::{Scope, Subject};
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::claim::CueClass;
use crate::lexicon::{Feats, Frames};

/// One chunk of a kind.
pub(super) fn kind<'a>(wanted: ChunkKind) -> impl Fn(Cursor<'a>) -> Fit<'a, usize> {
    move |i| match i.peek() {
        Some(c) if c.kind == wanted => Ok((i.behind(1), i.at)),
        _ => i.no(),
    }
}

/// One chunk of a kind whose head is one of the words.
pub(super) fn word<'a>(
    wanted: ChunkKind,
    words: &'static [&'static str],
) -> impl Fn(Cursor<'a>) -> Fit<'a, usize> {
    move |i| match i.peek() {
        Some(c) if c.kind == wanted && i.scope.is_word(c.head, words) => Ok((i.behind(1), i.at)),
        _ => i.no(),
    }
}

/// A verb group in the third person whose subject does not stand before it.
pub(super) fn finite_verb(i: Cursor<'_>) -> Fit<'_, usize> {
    match i.peek() {
        Some(c)
            if c.is_finite() && (c.subject().is_none() || c.flags.has(ChunkFlags::INVERTED)) =>
        {
            Ok((i.behind(1), i.at))
        }
        _ => i.no(),
    }
}

/// The subject right behind the verb group at `verb`, across adjuncts.
pub(super) fn inverted_subject<'a>(verb: usize) -> impl Fn(Cursor<'a>) -> Fit<'a, Subject> {
    move |i| match i.scope.subject_after(verb) {
        Some((subject, behind)) => Ok((
            Cursor {
                at: behind.max(i.at),
                ..i
            },
            subject,
        )),
        None => i.no(),
    }
}

/// « a-t-il fait savoir », « a déclaré en mai à l'agence le chef des pompiers »
#[derive(Debug, Clone, Copy)]
pub(super) struct Incise {
    /// First chunk, an adverb before the verb included.
    pub(super) start: usize,
    pub(super) verb: usize,
    pub(super) subject: Subject,
    /// Behind the subject and the adjuncts that follow it.
    pub(super) end: usize,
}

/// An incise: verb group, inverted subject, adjuncts.
pub(super) fn incise(i: Cursor<'_>) -> Fit<'_, Incise> {
    let start = i.at;
    let (i, _) = many0_count(kind(ChunkKind::Adverb)).parse(i)?;
    let (i, verb) = finite_verb.parse(i)?;
    let (i, subject) = inverted_subject(verb).parse(i)?;
    let (i, _) = adjuncts.parse(i)?;
    Ok((
        i,
        Incise {
            start,
            verb,
            subject,
            end: i.at,
        },
    ))
}

/// « et d'ajouter », « avant d'avertir »: the infinitive that goes on with a report. Gives the verb.
pub(super) fn narrative_infinitive(i: Cursor<'_>) -> Fit<'_, usize> {
    let (i, _) = alt((
        word(ChunkKind::Coordinator, &["et"]),
        word(ChunkKind::Preposition, &["avant"]),
    ))
    .parse(i)?;
    let (i, _) = word(ChunkKind::Preposition, &["de", "d'"]).parse(i)?;
    match i.peek() {
        Some(c) if c.kind == ChunkKind::Verb && c.feats.has(Feats::INFINITIVE) => {
            Ok((i.behind(1), i.at))
        }
        _ => i.no(),
    }
}

/// Adverbs, moments and prepositional groups, none of them needed.
pub(super) fn adjuncts(i: Cursor<'_>) -> Fit<'_, usize> {
    many0_count(alt((kind(ChunkKind::Adverb), adjunct))).parse(i)
}

fn adjunct(i: Cursor<'_>) -> Fit<'_, usize> {
    match i.peek() {
        Some(c)
            if c.kind == ChunkKind::Noun
                && (c.flags.has(ChunkFlags::TIME) || c.prep().is_some()) =>
        {
            Ok((i.behind(1), i.at))
        }
        Some(c) if c.kind == ChunkKind::Adjective => Ok((i.behind(1), i.at)),
        _ => i.no(),
    }
}

/// The class of a verb in an incise right behind a quotation, where any verb is at home, or else of a reporting verb.
pub(super) fn incise_class(scope: &Scope<'_>, verb: usize, open_slot: bool) -> Option<CueClass> {
    let chunk = &scope.chunks[verb];
    if let Some(class) = scope.reports(verb, u32::MAX) {
        if open_slot
            || (scope.frames(verb).has(Frames::INCISE)
                || scope.frames(verb).has(Frames::QUE) && !scope.frames(verb).has(Frames::WEAK))
        {
            return Some(class);
        }
    }
    // The open class needs a slot that nothing but speech fills, and a verb that can speak.
    (open_slot
        && !matches!(
            scope.lemma(chunk),
            "être" | "avoir" | "pouvoir" | "devoir" | "falloir" | "faire"
        ))
    .then_some(CueClass::Manner)
}
