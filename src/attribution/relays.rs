//! Through what the words came: « à l'AFP », « dans un communiqué », « au micro de », « cité par »; and to whom they were said.

use super::{Candidate, Part, Scope};
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::claim::RelayRole;
use crate::lexicon::{NounClass, Pos, ProperKind};

/// Looks at the noun groups of the sentence that stand outside the content.
pub(super) fn attach(scope: &Scope<'_>, candidate: &mut Candidate) {
    let Some(cue) = candidate.cue.clone() else {
        return;
    };
    let inside = |part: &Part| {
        candidate
            .content
            .iter()
            .any(|c| c.start < part.end && part.start < c.end)
    };
    // A cue inside somebody's quotation has that sentence for its neighbourhood, like any other.
    let mut relays: Vec<(Part, RelayRole)> = Vec::new();
    let mut addressees = Vec::new();
    for (at, chunk) in scope.chunks.iter().enumerate() {
        if chunk.kind != ChunkKind::Noun {
            continue;
        }
        let Some(prep) = chunk.prep() else { continue };
        let end = scope.complex_end(at);
        let part = chunk.first..scope.chunks[end - 1].end;
        if inside(&(prep..part.end)) {
            continue;
        }
        // Another cue of the sentence may stand nearer: only what is not across one.
        if across_other_cue(scope, at, &cue.tokens) {
            continue;
        }
        let to = scope.is_word(prep, &["à", "au", "aux", "auprès"]);
        let at_place = scope.is_word(prep, &["dans", "sur", "via", "lors"]);
        let by = scope.is_word(prep, &["par"]);
        let role = match medium(scope, at, end) {
            Some(Medium::Outlet) if to => Some(RelayRole::ToldTo),
            Some(Medium::Outlet) if at_place => Some(RelayRole::Medium),
            Some(Medium::Outlet) if by && at > 0 && asked(scope, at - 1) => Some(RelayRole::ToldTo),
            Some(Medium::Outlet)
                if by && at > 0 && scope.lemma(&scope.chunks[at - 1]) == "citer" =>
            {
                Some(RelayRole::ReportedBy)
            }
            Some(Medium::Outlet)
                if scope.is_word(prep, &["de", "d'", "du", "des"])
                    && at > 0
                    && at_microphone(scope, at - 1) =>
            {
                Some(RelayRole::ToldTo)
            }
            Some(Medium::Medium)
                if at_place
                    || scope.is_word(prep, &["par"])
                        && !scope.chunks[at].flags.has(ChunkFlags::NAME) =>
            {
                Some(RelayRole::Medium)
            }
            _ => None,
        };
        if let Some(role) = role {
            if !relays
                .iter()
                .any(|(p, _)| p.start < part.end && part.start < p.end)
            {
                relays.push((part, role));
            }
        } else if to
            && scope
                .noun_class(chunk)
                .is_some_and(|c| matches!(c, NounClass::Person | NounClass::Group))
            && adjacent(scope, at, &cue.tokens)
        {
            addressees.push(part);
        }
    }
    candidate.relays = relays;
    candidate.addressees = addressees;
}

enum Medium {
    Outlet,
    Medium,
}

/// Whether the noun group is an outlet or a medium, by its noun or by its name.
fn medium(scope: &Scope<'_>, at: usize, end: usize) -> Option<Medium> {
    let chunk = &scope.chunks[at];
    match scope.noun_class(chunk) {
        Some(NounClass::Outlet) => return Some(Medium::Outlet),
        Some(NounClass::Medium) => return Some(Medium::Medium),
        _ => {}
    }
    let text = |first: u32, end: u32| {
        let tokens = scope.article.source.tokens;
        &scope.article.source.text
            [tokens[first as usize].span.start()..tokens[end as usize - 1].span.end()]
    };
    let lexicon = scope.article.source.lexicon;
    for last in (at..end).rev() {
        let name = text(chunk.first, scope.chunks[last].end);
        // « au Monde », « du Figaro »: the article is in the preposition.
        if let Some(proper) = lexicon.proper(name) {
            return match proper.kind {
                ProperKind::Outlet
                | ProperKind::Agency
                | ProperKind::Broadcaster
                | ProperKind::Program
                | ProperKind::Platform => Some(Medium::Outlet),
                _ => None,
            };
        }
    }
    None
}

fn asked(scope: &Scope<'_>, at: usize) -> bool {
    matches!(
        scope.lemma(&scope.chunks[at]),
        "interroger"
            | "joindre"
            | "contacter"
            | "questionner"
            | "interviewer"
            | "rencontrer"
            | "recueillir"
            | "inviter"
    )
}

fn at_microphone(scope: &Scope<'_>, at: usize) -> bool {
    matches!(
        scope.lemma(&scope.chunks[at]),
        "micro" | "antenne" | "colonne" | "plateau" | "page" | "onde"
    )
}

fn adjacent(scope: &Scope<'_>, at: usize, cue: &Part) -> bool {
    let first = scope.chunks[at].start();
    first >= cue.end
        && first - cue.end <= 8
        && !scope
            .chunks
            .iter()
            .any(|c| c.kind == ChunkKind::Comma && c.first >= cue.end && c.first < first)
}

/// A finite reporting verb other than the cue stands between the cue and the group, or a stop does.
fn across_other_cue(scope: &Scope<'_>, at: usize, cue: &Part) -> bool {
    let group = scope.chunks[at].first;
    let (from, to) = if group < cue.start {
        (group, cue.start)
    } else {
        (cue.end, group)
    };
    scope.chunks.iter().any(|c| {
        c.first >= from
            && c.end <= to
            && (c.is_finite() && scope.verb(c).is_some_and(|v| v.class.is_some())
                || c.kind == ChunkKind::Semicolon
                || c.kind == ChunkKind::Stop
                || c.kind == ChunkKind::Subordinator
                    && scope.article.source.pos(c.head) == Pos::Sub
                    && group > cue.end)
    })
}
