//! Where the matter of a sentence begins and ends: past connectives, datelines and rubrics, before the stop.

use super::Scope;
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::tokens::{Flags, TokenKind};

impl Scope<'_> {
    /// The index of the first chunk of the sentence's own matter: past a connective, a dateline or a rubric.
    pub(in crate::attribution) fn matter_start(&self) -> usize {
        let mut i = 0;
        // « VIDÉOS - », « PARIS (Reuters) - »
        if let Some(dash) = self.chunks.iter().take(6).position(|c| {
            c.kind == ChunkKind::Dash || c.kind == ChunkKind::Other && self.is_word(c.head, &["|"])
        }) {
            let rubric = self.article.source.tokens[self.chunks[0].first as usize]
                .flags
                .has(Flags::ALL_CAPS);
            // « Fréval — La mairie va agir »
            let dateline = dash == 1
                && self.chunks[0].flags.has(ChunkFlags::NAME)
                && self.chunks[0].prep().is_none()
                && self.word(self.chunks[1].head) == "—"
                && self.chunks[2..].iter().all(|c| c.kind != ChunkKind::Dash);
            if (rubric || dateline)
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
                Some(ChunkKind::Comma | ChunkKind::Dash) => i += 1,
                // « Ce qui reste, dit-il, … »: a word is no bullet.
                Some(ChunkKind::Other)
                    if self.article.source.tokens[self.chunks[i].head as usize].kind
                        != TokenKind::Word =>
                {
                    i += 1;
                }
                _ => return i,
            }
        }
    }

    /// The chunk index that ends the sentence's matter: before the closing stop.
    pub(in crate::attribution) fn matter_end(&self) -> usize {
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

    /// « Depuis, », « Aujourd'hui, »: an adverb that belongs to the clause, unlike a connective.
    pub(super) fn is_temporal(&self, at: usize) -> bool {
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
    pub(super) fn is_connective(&self, at: usize) -> bool {
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
}
