//! A cue and the shape of what it governs.

use super::complement::{is_que, main_clause};
use crate::attribution::scope::Scope;
use crate::chunks::ChunkKind;
use crate::lexicon::Feats;

/// Where in its sentence a cue stands, as far as that tells where its complement ends.
#[derive(Default)]
pub(super) struct Frame {
    /// Number of a finite cue, to tell what is coordinated with it.
    pub(super) number: u32,
    /// The cue is a compound past: « a affirmé … et souligné … ».
    pub(super) compound: bool,
    /// The cue's clause opens the sentence and the main clause is still to come.
    pub(super) fronted: bool,
    /// The cue's clause is a relative: the verb of its antecedent is still to come.
    pub(super) relative: bool,
    /// The cue is a participle beside the subject, whose verb is still to come: « le maire, jugeant que …, part ».
    pub(super) beside_subject: bool,
    /// The content is a clause in que.
    pub(super) que: bool,
    /// The content is a noun group.
    pub(super) object: bool,
    /// The cue is a noun that is the subject of a verb to come.
    pub(super) noun: bool,
    /// The content is an infinitive.
    pub(super) infinitive: bool,
    /// The cue is an infinitive behind de: « avant de répéter ».
    pub(super) behind_de: bool,
    /// The content is an attribute.
    pub(super) attribute: bool,
}

impl Frame {
    pub(super) fn of(scope: &Scope<'_>, cue: Option<usize>, start: usize) -> Frame {
        let Some(cue) = cue else {
            return Frame::default();
        };
        let chunk = &scope.chunks[cue];
        let finite_before = scope.has_finite(0, cue);
        let first = scope.matter_start();
        let subordinate = scope.chunks.get(first).is_some_and(|c| {
            c.kind == ChunkKind::Subordinator
                || scope.is_word(
                    c.first,
                    &["alors", "lorsque", "lorsqu'", "quand", "comme", "tandis"],
                )
                // « Dès qu'il dit que … », « après que », « même s'il dit que »
                || matches!(c.kind, ChunkKind::Preposition | ChunkKind::Adverb)
                    && (scope.chunk_is(
                        first + 1,
                        ChunkKind::Subordinator,
                        &["que", "qu'", "si", "s'"],
                    )
                        || scope.chunk_is(first + 1, ChunkKind::Relative, &["que", "qu'"]))
        });
        // The main clause of a fronted one has not come yet. « Alors que, ce jeudi, le maire disait que »: nor has its own.
        let main_before = (first..cue).any(|i| {
            scope.kind(i) == Some(ChunkKind::Comma)
                && scope.has_finite(first, i)
                && main_clause(scope, i + 1)
        });
        let relative = (0..cue)
            .rev()
            .take(6)
            .find(|&i| scope.chunks[i].is_finite() || scope.kind(i) == Some(ChunkKind::Relative))
            .is_some_and(|i| scope.kind(i) == Some(ChunkKind::Relative));
        let que = start > 0 && is_que(scope, start - 1);
        Frame {
            number: chunk.feats.0 & (Feats::SING | Feats::PLUR),
            compound: scope.is_compound(cue),
            // « a beau jurer que tout va bien, personne n'y croit »
            fronted: cue > 0 && scope.chunk_is(cue - 1, ChunkKind::Adjective, &["beau"])
                || !finite_before
                    && chunk.kind == ChunkKind::Verb
                    && (!chunk.is_finite() || relative)
                || subordinate && !main_before,
            relative: relative || chunk.kind == ChunkKind::Relative,
            beside_subject: !finite_before
                && chunk.kind == ChunkKind::Verb
                && chunk
                    .feats
                    .has(Feats::PRESENT_PARTICIPLE | Feats::PAST_PARTICIPLE)
                && !chunk.is_finite()
                && scope
                    .between(first, cue)
                    .iter()
                    .any(|c| c.kind == ChunkKind::Noun && c.prep().is_none()),
            que,
            noun: chunk.kind == ChunkKind::Noun && !finite_before,
            object: matches!(scope.kind(start), Some(ChunkKind::Noun | ChunkKind::Quote))
                && chunk.kind == ChunkKind::Verb
                && !que,
            behind_de: cue > 0
                && scope.chunk_is(cue - 1, ChunkKind::Preposition, &["de", "d'"])
                && chunk.feats.has(Feats::INFINITIVE),
            attribute: chunk.kind == ChunkKind::Verb
                && matches!(
                    scope.kind(start),
                    Some(ChunkKind::Adjective | ChunkKind::Quote)
                )
                && !que,
            infinitive: scope
                .chunks
                .get(start)
                .is_some_and(|c| c.kind == ChunkKind::Verb && c.feats.has(Feats::INFINITIVE)),
        }
    }

    /// The content is no clause: an infinitive, a noun group, an attribute.
    pub(super) fn short(&self) -> bool {
        self.infinitive || self.object || self.attribute
    }

    pub(super) fn agrees(&self, number: u32) -> bool {
        let number = number & (Feats::SING | Feats::PLUR);
        self.number == 0 || number == 0 || self.number & number != 0
    }
}
