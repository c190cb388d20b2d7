//! Through what the words came: « à l'AFP », « dans un communiqué », « au micro de », « cité par »; and to whom they were said.

use super::{Candidate, Part, Scope, SpeakerTokens};
use crate::chunks::{Chunk, ChunkFlags, ChunkKind};
use crate::claim::RelayRole;
use crate::lexicon::{Feats, NounClass, Pos, ProperKind};
use crate::tokens::{Flags, TokenId};

/// Looks at the noun groups of the sentence that stand outside the content.
pub(super) fn attach(scope: &Scope<'_>, candidate: &mut Candidate) {
    let mut found = Found::default();
    if let Some(cue) = candidate.cue.as_ref().map(|c| c.tokens.clone()) {
        for at in reach(scope, &cue) {
            if let Some(part) = complement(scope, at, candidate) {
                found.read(scope, at, part, &cue);
            }
        }
    }
    if found.relays.is_empty() && candidate.speaker == SpeakerTokens::Carried {
        found.opening_before(scope, candidate.content[0].start);
    }
    candidate.relays = found.relays;
    candidate.addressees = found.addressees;
}

/// The prepositional group at `at` with its complements, outside the content.
fn complement(scope: &Scope<'_>, at: usize, candidate: &Candidate) -> Option<Part> {
    let chunk = &scope.chunks[at];
    let prep = chunk.prep()?;
    let part = chunk.first..scope.chunks[group_end(scope, at) - 1].end;
    let inside = candidate
        .content
        .iter()
        .any(|c| c.start < part.end && prep < c.end);
    (!inside).then_some(part)
}

/// Behind the group with its complements; « à l'AFP Odile Brun » ends before the speaker.
fn group_end(scope: &Scope<'_>, at: usize) -> usize {
    let end = scope.complex_end(at);
    let named = scope.chunks[at].flags.has(ChunkFlags::NAME);
    if !named {
        return end;
    }
    (at + 1..end)
        .find(|&k| scope.chunks[k].flags.has(ChunkFlags::JUXTAPOSED))
        .unwrap_or(end)
}

#[derive(Default)]
struct Found {
    relays: Vec<(Part, RelayRole)>,
    addressees: Vec<Part>,
}

impl Found {
    fn read(&mut self, scope: &Scope<'_>, at: usize, part: Part, cue: &Part) {
        if let Some(role) = role(scope, at) {
            let overlaps = |(p, _): &(Part, RelayRole)| p.start < part.end && part.start < p.end;
            if !self.relays.iter().any(overlaps) {
                self.relays.push((part, role));
            }
        } else if is_addressee(scope, at, cue) {
            self.addressees.push(part);
        }
    }

    /// « Dans une lettre ouverte, Odile Brun ne mâche pas ses mots. « … » »: words that name nobody come the way that the sentence
    /// before opened.
    fn opening_before(&mut self, scope: &Scope<'_>, content: TokenId) {
        let sentences = scope.article.sentences;
        let Some(before) = (scope.index as usize).checked_sub(1).and_then(|last| {
            (last.saturating_sub(8)..=last)
                .rev()
                .find(|&s| sentences[s].level.is_none() && sentences[s].tokens.end <= content)
        }) else {
            return;
        };
        if sentences[before].block != scope.sentence.block {
            return;
        }
        let scope = Scope::new(scope.article, before as u32);
        let Some(first) = scope.chunks.first() else {
            return;
        };
        if first.prep().is_some() {
            if let Some(role) = role(&scope, 0) {
                let end = scope.chunks[group_end(&scope, 0) - 1].end;
                self.relays.push((first.first..end, role));
            }
        }
    }
}

/// What a prepositional group tells of the way the words took.
fn role(scope: &Scope<'_>, at: usize) -> Option<RelayRole> {
    let chunk = &scope.chunks[at];
    let prep = preposition(scope, chunk)?;
    let before = at.checked_sub(1).map(|b| &scope.chunks[b]);
    let lemma_before = before.map_or("", |b| scope.lemma(b));
    let place = scope.is_word(prep, &["dans", "sur", "via", "lors", "durant", "pendant"])
        || scope.is_word(prep, &["de", "d'", "du", "des"]) && is_joint(lemma_before);
    match medium(scope, at)? {
        Channel::Outlet if scope.is_word(prep, &["à", "au", "aux", "auprès"]) => {
            Some(RelayRole::ToldTo)
        }
        Channel::Outlet if place => Some(RelayRole::Medium),
        Channel::Outlet if scope.is_word(prep, &["par"]) && is_asked(lemma_before) => {
            Some(RelayRole::ToldTo)
        }
        Channel::Outlet if scope.is_word(prep, &["par"]) && is_cited(lemma_before) => {
            Some(RelayRole::ReportedBy)
        }
        Channel::Outlet
            if scope.is_word(prep, &["de", "d'", "du", "des"]) && is_microphone(lemma_before) =>
        {
            Some(RelayRole::ToldTo)
        }
        Channel::Medium
            if place
                || scope.is_word(prep, &["par"]) && !chunk.flags.has(ChunkFlags::NAME)
                || scope.is_word(prep, &["en"]) && scope.lemma(chunk) == "conférence"
                || scope.is_word(prep, &["au", "à"]) && is_microphone(scope.lemma(chunk)) =>
        {
            Some(RelayRole::Medium)
        }
        // « dans son rapport », « dans un arrêt rendu mardi »
        Channel::Document if scope.is_word(prep, &["dans"]) => Some(RelayRole::Medium),
        _ => None,
    }
}

/// The preposition of a group; of « auprès de » and « lors de », the word that tells.
fn preposition(scope: &Scope<'_>, chunk: &Chunk) -> Option<TokenId> {
    let prep = chunk.prep()?;
    let before = prep.saturating_sub(1);
    let compound = scope.is_word(before, &["auprès", "lors"])
        && scope.is_word(prep, &["de", "d'", "du", "des"]);
    Some(if compound { before } else { prep })
}

/// « au cours d'un entretien », « à l'occasion d'un discours », « par voie de communiqué »
fn is_joint(lemma: &str) -> bool {
    matches!(
        lemma,
        "cours" | "occasion" | "issue" | "voie" | "biais" | "cadre" | "canal"
    )
}

fn is_addressee(scope: &Scope<'_>, at: usize, cue: &Part) -> bool {
    let chunk = &scope.chunks[at];
    preposition(scope, chunk).is_some_and(|p| scope.is_word(p, &["à", "au", "aux", "auprès"]))
        && scope
            .noun_class(chunk)
            .is_some_and(|c| matches!(c, NounClass::Person | NounClass::Group))
        && adjacent(scope, at, cue)
}

enum Channel {
    Outlet,
    Medium,
    Document,
}

/// Whether the noun group is an outlet, a medium or a document, by its noun or by its name.
fn medium(scope: &Scope<'_>, at: usize) -> Option<Channel> {
    let chunk = &scope.chunks[at];
    if is_generic(scope, chunk) {
        return None;
    }
    named(scope, at).or_else(|| match scope.noun_class(chunk)? {
        NounClass::Outlet => Some(Channel::Outlet),
        NounClass::Medium => Some(Channel::Medium),
        NounClass::Document => Some(Channel::Document),
        // « dans son édition du jour », « sur le réseau social »
        _ => match scope.lemma(chunk) {
            "édition" | "réseau" | "tribune" | "audience" | "conférence" => {
                Some(Channel::Medium)
            }
            _ => None,
        },
    })
}

/// « à la presse », « sur les réseaux sociaux »: nobody in particular.
fn is_generic(scope: &Scope<'_>, chunk: &Chunk) -> bool {
    match scope.lemma(chunk) {
        "presse" | "média" => true,
        "réseau" => chunk.feats.has(Feats::PLUR) && !chunk.feats.has(Feats::SING),
        _ => false,
    }
}

/// « au Monde », « du Figaro »: the article of a name may be in the preposition.
fn named(scope: &Scope<'_>, at: usize) -> Option<Channel> {
    let source = scope.article.source;
    let first = scope.chunks[at].first;
    // « à la tribune » is no newspaper.
    if !(first..scope.chunks[at].end).any(|t| source.tokens[t as usize].flags.has(Flags::CAPITAL)) {
        return None;
    }
    let known = (at..group_end(scope, at)).rev().find_map(|last| {
        let end = scope.chunks[last].end;
        let span =
            source.tokens[first as usize].span.start()..source.tokens[end as usize - 1].span.end();
        source.lexicon.proper(&source.text[span])
    })?;
    matches!(
        known.kind,
        ProperKind::Outlet
            | ProperKind::Agency
            | ProperKind::Broadcaster
            | ProperKind::Program
            | ProperKind::Platform
    )
    .then_some(Channel::Outlet)
}

fn is_asked(lemma: &str) -> bool {
    matches!(
        lemma,
        "interroger"
            | "joindre"
            | "contacter"
            | "questionner"
            | "interviewer"
            | "rencontrer"
            | "recueillir"
            | "solliciter"
            | "inviter"
    )
}

fn is_cited(lemma: &str) -> bool {
    matches!(
        lemma,
        "citer" | "rapporter" | "relayer" | "publier" | "révéler" | "diffuser"
    )
}

fn is_microphone(lemma: &str) -> bool {
    matches!(
        lemma,
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

/// Chunks on either side of a cue that a relay may stand in.
const REACH: usize = 60;

/// The chunks around the cue up to another cue, in text order: a relay goes with the nearest.
fn reach(scope: &Scope<'_>, cue: &Part) -> std::ops::Range<usize> {
    let chunks = scope.chunks;
    let mut from = chunks.partition_point(|c| c.first < cue.start);
    let mut to = chunks.partition_point(|c| c.first < cue.end);
    let (left, right) = (from.saturating_sub(REACH), (to + REACH).min(chunks.len()));
    while from > left && !parts(scope, &chunks[from - 1], true) {
        from -= 1;
    }
    while to < right && !parts(scope, &chunks[to], false) {
        to += 1;
    }
    from..to
}

/// The chunk parts what is beyond it from the cue.
fn parts(scope: &Scope<'_>, chunk: &Chunk, before: bool) -> bool {
    match chunk.kind {
        ChunkKind::Semicolon | ChunkKind::Stop => true,
        ChunkKind::Colon => before,
        ChunkKind::Subordinator => !before && scope.article.source.pos(chunk.head) == Pos::Sub,
        _ => chunk.is_finite() && scope.verb(chunk).is_some_and(|v| v.class.is_some()),
    }
}
