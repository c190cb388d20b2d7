//! Where a complement ends, and the author goes on.

use super::comma::breaks_complement;
use super::frame::Frame;
use crate::attribution::scope::Scope;
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::lexicon::{Feats, Frames, NounClass};
use crate::tokens::TokenKind;

/// Where the content that begins at `start` ends: behind the clause complex that the cue at `cue` governs.
pub(in crate::attribution) fn complement_end(
    scope: &Scope<'_>,
    cue: Option<usize>,
    start: usize,
) -> usize {
    let frame = Frame::of(scope, cue, start);
    let mut depth = 0usize;
    for i in start..scope.chunks.len() {
        match scope.chunks[i].kind {
            ChunkKind::Open => depth += 1,
            ChunkKind::Close if depth == 0 => return i,
            ChunkKind::Close => depth -= 1,
            _ if depth > 0 => {}
            ChunkKind::Stop | ChunkKind::Semicolon => return i,
            _ if i == start => {}
            ChunkKind::Verb => {
                if let Some(end) = verb_ends(scope, &frame, i, start) {
                    return end;
                }
            }
            kind => {
                let ends = match kind {
                    ChunkKind::Colon => colon_ends(scope, &frame, i),
                    ChunkKind::Comma | ChunkKind::Dash => {
                        breaks_complement(scope, &frame, i, start)
                    }
                    ChunkKind::Coordinator => {
                        coordinator_ends(scope, &frame, i, start, cue.is_some())
                    }
                    ChunkKind::Adverb | ChunkKind::Subordinator | ChunkKind::Preposition => {
                        circumstance_opens(scope, &frame, i, start)
                    }
                    // « dénonce « une attaque » samedi », « … dans un communiqué »
                    ChunkKind::Noun => frame.object && circumstance(scope, i),
                    _ => false,
                };
                if ends {
                    return i;
                }
            }
        }
    }
    scope.chunks.len().max(start)
}

/// A list behind a colon goes on; a quotation is a claim of its own. « annonce un dispositif « sans précédent » : mille agents »: the
/// author tells what.
fn colon_ends(scope: &Scope<'_>, frame: &Frame, at: usize) -> bool {
    scope.kind(at + 1) == Some(ChunkKind::Quote)
        || frame.object && scope.kind(at - 1) == Some(ChunkKind::Quote)
}

/// « et », « mais », « car » and what belongs to the author, or is a claim of its own.
fn coordinator_ends(
    scope: &Scope<'_>,
    frame: &Frame,
    at: usize,
    start: usize,
    has_cue: bool,
) -> bool {
    if has_cue && new_report(scope, frame, at + 1)
        || frame.que && goes_alone(scope, at, start)
        || opens_selon(scope, at)
    {
        return true;
    }
    // « qui affirme que A et qui … »
    if frame.relative && scope.chunk_is(at + 1, ChunkKind::Relative, &["qui"]) {
        return true;
    }
    // « avant de répéter « tant pis » et de refaire le compte »: the infinitives go together.
    let infinitives = frame.object
        && frame.behind_de
        && scope.chunk_is(at + 1, ChunkKind::Preposition, &["de", "d'"])
        && is_infinitive(scope, at + 2);
    // « se dit « inquiet » et prépare une plainte », « dit vouloir partir et la ville s'inquiète »
    let another = frame.short()
        && (main_clause(scope, at + 1)
            || scope
                .chunks
                .get(at + 1)
                .is_some_and(|c| c.is_finite() && c.subject().is_none())
                && !scope.has_finite(start, at)
                && !scope
                    .between(start, at)
                    .iter()
                    .any(|c| c.kind == ChunkKind::Relative));
    infinitives || another
}

/// A conjunction, adverb or preposition behind which the author tells when, how or against what.
fn circumstance_opens(scope: &Scope<'_>, frame: &Frame, at: usize, start: usize) -> bool {
    let here = &scope.chunks[at];
    let word = |words: &[&str]| scope.is_word(here.head, words);
    let preposition = here.kind == ChunkKind::Preposition;
    // « alors que », « alors même que »: the author sets something against it.
    if !preposition && word(&["alors"]) && (at + 1..at + 3).any(|k| is_que(scope, k))
        || here.kind == ChunkKind::Subordinator && opens_selon(scope, at)
    {
        return true;
    }
    // « critique le projet tandis que … »; « assure que le quai tient tandis que le préfet raconte que … »: somebody else's.
    let reports = || {
        (at + 2..scope.chunks.len())
            .find(|&k| scope.chunks[k].is_finite())
            .is_some_and(|k| scope.reports(k, Frames::QUE | Frames::INCISE).is_some())
    };
    if !preposition
        && word(&["tandis"])
        && (frame.short() || here.kind == ChunkKind::Subordinator && frame.que && reports())
    {
        return true;
    }
    // « en appelle au « respect » après que … », « dénonce « une erreur » lorsque … »: when it was said.
    if (frame.object || frame.attribute)
        && !frame.que
        && closes_marks(scope, at)
        && (word(&["lorsque", "lorsqu'", "quand"])
            || word(&[
                "après", "avant", "pendant", "depuis", "dès", "alors", "tandis",
            ]) && is_que(scope, at + 1))
    {
        return true;
    }
    if !preposition || !frame.object {
        return false;
    }
    // « dénonce « une erreur » avant de partir », « sans rien dire »; words as an object end before « après avoir reçu … ».
    word(&["avant", "sans"])
        && scope.has_quote(start, at)
        && (at + 1..at + 3).any(|k| is_infinitive(scope, k))
        || word(&["après"]) && scope.kind(at + 1) == Some(ChunkKind::Verb)
}

/// The verb at `at` is the author's: gives the index behind the content.
fn verb_ends(scope: &Scope<'_>, frame: &Frame, at: usize, start: usize) -> Option<usize> {
    let here = &scope.chunks[at];
    let bare = here.is_finite() && here.subject().is_none();
    // « ceux qui disent que c'est fini n'ont pas essayé »: the verb that the antecedent or the noun was waiting for.
    if (frame.relative || frame.noun) && bare && awaited(scope, start, at) {
        return Some(at);
    }
    // « Quand elle dit que le port doit agir c'est un choix »: the main clause of a fronted one, without a comma.
    if frame.fronted
        && here.is_finite()
        && here.subject() == Some(here.first)
        && !scope.is_ago(at)
        && awaited(scope, start, at)
    {
        return Some(at);
    }
    // « déménager et sort depuis peu »: a finite verb is no part of an infinitive.
    if frame.infinitive && bare && scope.kind(at - 1) == Some(ChunkKind::Coordinator) {
        return Some(at - 1);
    }
    author_gerund(scope, frame, at)
        .then(|| at - usize::from(scope.chunk_is(at - 1, ChunkKind::Adverb, &["tout"])))
}

/// « que » or « qu' », whatever it was taken for.
pub(super) fn is_que(scope: &Scope<'_>, at: usize) -> bool {
    scope.chunk_is(at, ChunkKind::Subordinator, &["que", "qu'"])
        || scope.chunk_is(at, ChunkKind::Relative, &["que", "qu'"])
}

fn is_infinitive(scope: &Scope<'_>, at: usize) -> bool {
    scope
        .chunks
        .get(at)
        .is_some_and(|c| c.kind == ChunkKind::Verb && c.feats.has(Feats::INFINITIVE))
}

/// « …, puisque, selon elle, le port est vide »: a claim of its own.
fn opens_selon(scope: &Scope<'_>, at: usize) -> bool {
    scope.is_word(scope.chunks[at].head, &["puisque", "puisqu'", "car"])
        && scope
            .between(at + 1, at + 3)
            .iter()
            .any(|c| c.kind == ChunkKind::Noun && scope.prep_is(c, &["selon"]))
}

/// The content has had its verb, and nothing joins the one at `verb` to it.
fn awaited(scope: &Scope<'_>, start: usize, verb: usize) -> bool {
    let Some(last) = (start..verb).rev().find(|&i| {
        scope.kind(i) == Some(ChunkKind::Verb) && (scope.chunks[i].is_finite() || i == start)
    }) else {
        return false;
    };
    !scope.between(last + 1, verb).iter().any(|c| {
        matches!(
            c.kind,
            ChunkKind::Relative
                | ChunkKind::Subordinator
                | ChunkKind::Coordinator
                | ChunkKind::Comma
                | ChunkKind::Colon
        )
    })
}

/// A mark closes right before the chunk.
fn closes_marks(scope: &Scope<'_>, at: usize) -> bool {
    let start = scope.chunks[at].start();
    start > 0 && scope.article.source.tokens[start as usize - 1].kind == TokenKind::Mark
}

/// A moment, or the medium of the report, right behind a closing mark: no part of the quoted object.
fn circumstance(scope: &Scope<'_>, at: usize) -> bool {
    let chunk = &scope.chunks[at];
    let closed = closes_marks(scope, at);
    let medium = scope.noun_class(chunk) == Some(NounClass::Medium)
        && scope.prep_is(chunk, &["dans", "lors", "sur", "par", "via"]);
    closed && (chunk.flags.has(ChunkFlags::TIME) && chunk.prep().is_none() || medium)
}

/// « et », « mais » and a clause with its own subject and verb, behind a clause that is complete.
pub(super) fn goes_alone(scope: &Scope<'_>, coordinator: usize, start: usize) -> bool {
    // « souhaite que la police et les pompiers partent »: the clause before must have its own verb.
    let clause = (start..coordinator)
        .rev()
        .find(|&i| {
            matches!(
                scope.kind(i),
                Some(ChunkKind::Subordinator | ChunkKind::Relative)
            )
        })
        .unwrap_or(start);
    scope.chunk_is(coordinator, ChunkKind::Coordinator, &["mais", "et", "or"])
        && main_clause(scope, coordinator + 1)
        && scope.has_finite(clause, coordinator)
}

/// A verb that reports stands here without a subject: « … et a promis de … ».
pub(super) fn new_report(scope: &Scope<'_>, frame: &Frame, at: usize) -> bool {
    let mut i = at;
    while matches!(scope.kind(i), Some(ChunkKind::Adverb | ChunkKind::Comma)) {
        i += 1;
    }
    let Some(chunk) = scope.chunks.get(i) else {
        return false;
    };
    match chunk.kind {
        ChunkKind::Verb if chunk.is_finite() && chunk.subject().is_none() => {
            // A compound past or a present beside the cue's own; a subjunctive or conditional stays inside.
            scope.reports(i, u32::MAX).is_some()
                && frame.agrees(chunk.feats.0)
                && (!chunk.feats.has(Feats::CONDITIONAL | Feats::SUBJUNCTIVE)
                    || chunk.feats.has(Feats::PRESENT))
        }
        ChunkKind::Verb if chunk.feats.has(Feats::PRESENT_PARTICIPLE) => {
            scope.reports(i, u32::MAX).is_some()
                && (i + 1..i + 6).any(|k| {
                    scope.chunk_is(k, ChunkKind::Subordinator, &["que", "qu'"])
                        || k < i + 3
                            && matches!(scope.kind(k), Some(ChunkKind::Quote | ChunkKind::Colon))
                        || scope.chunks.get(k).is_some_and(|c| {
                            c.kind == ChunkKind::Verb && c.feats.has(Feats::INFINITIVE)
                        }) && scope
                            .between(i + 1, k)
                            .iter()
                            .all(|c| c.flags.has(ChunkFlags::TIME) || c.kind == ChunkKind::Adverb)
                })
        }
        ChunkKind::Verb if chunk.feats.has(Feats::PAST_PARTICIPLE) => {
            let complement = frame.compound && i == at
                || scope.chunk_is(i + 1, ChunkKind::Subordinator, &["que", "qu'"])
                || frame.compound
                    && matches!(
                        scope.kind(i + 1),
                        Some(
                            ChunkKind::Noun
                                | ChunkKind::Quote
                                | ChunkKind::Preposition
                                | ChunkKind::Adverb
                        )
                    );
            scope
                .reports(
                    i,
                    if frame.compound {
                        u32::MAX
                    } else {
                        Frames::QUE | Frames::NP
                    },
                )
                .is_some()
                && complement
        }
        ChunkKind::Noun if chunk.prep().is_none() && scope.may_speak(i) => {
            // « et le syndicat annonce que »
            let end = scope.complex_end(i);
            matches!(scope.kind(end), Some(ChunkKind::Verb))
                && scope.chunks[end].is_finite()
                && scope.reports(end, Frames::QUE).is_some()
        }
        _ => false,
    }
}

/// A clause of its own: a noun group or clitic, and a finite verb.
pub(in crate::attribution) fn main_clause(scope: &Scope<'_>, at: usize) -> bool {
    let mut i = at;
    while matches!(scope.kind(i), Some(ChunkKind::Adverb | ChunkKind::Comma)) {
        i += 1;
    }
    match scope.kind(i) {
        Some(ChunkKind::Verb) => scope.chunks[i].is_finite() && scope.chunks[i].subject().is_some(),
        Some(ChunkKind::Noun) if scope.is_bare(i) => {
            let mut end = scope.complex_end(i);
            // « M. Maret (port) a dit »
            end = scope.past_parenthesis(end);
            // « l'apprenti de 16 ans a dit », « la foule massée à Fréval a dit »
            while scope.chunks.get(end).is_some_and(|c| {
                c.kind == ChunkKind::Noun && (c.prep().is_some() || c.flags.has(ChunkFlags::TIME))
            }) {
                end += 1;
            }
            scope.chunks.get(end).is_some_and(|c| c.is_finite())
        }
        _ => false,
    }
}

/// « tout en rejetant », « en précisant que »: a reporting gerund goes with the author's verb.
fn author_gerund(scope: &Scope<'_>, frame: &Frame, at: usize) -> bool {
    let chunk = &scope.chunks[at];
    chunk.flags.has(ChunkFlags::GERUND)
        && scope
            .reports(at, Frames::QUE | Frames::INCISE | Frames::NP)
            .is_some()
        && (frame.object
            || scope.chunk_is(at + 1, ChunkKind::Subordinator, &["que", "qu'"])
            || scope.chunk_is(at.wrapping_sub(1), ChunkKind::Adverb, &["tout"])
            || scope.kind(at + 1) == Some(ChunkKind::Colon))
}
