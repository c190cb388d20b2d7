//! One sentence under the eye of the rules, and the questions they ask of its syntax.

mod groups;
mod holder;
mod matter;
mod subject;

use super::{Article, CueLemma, CueTokens, Part};
use crate::blocks::BlockKind;
use crate::chunks::{Chunk, ChunkFlags, ChunkKind};
use crate::claim::{CueClass, Polarity};
use crate::lexicon::{Feats, Frames, NounClass, VerbInfo};
use crate::marks::QuotationId;
use crate::sentences::Sentence;
use crate::tags::Tag;
use crate::tokens::{TokenId, same_word};

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
pub(in crate::attribution) enum Subject {
    /// First chunk and the index behind the last one of the group with its complements.
    Group {
        chunk: usize,
        end: usize,
    },
    Clitic(TokenId),
}

/// Sentences of quotations that are passed over on the way to the author's one before them.
const NEAR: usize = 64;

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

    /// The author's sentence before this one.
    pub(in crate::attribution) fn author_before(&self) -> Option<Scope<'a>> {
        let before = (0..self.index)
            .rev()
            .take(NEAR)
            .find(|&i| self.article.sentences[i as usize].level.is_none())?;
        let scope = Scope::new(self.article, before);
        (!scope.chunks.is_empty()).then_some(scope)
    }

    /// Captions, credits and link lines hold no claims.
    pub(in crate::attribution) fn is_furniture(&self) -> bool {
        matches!(
            self.block(),
            BlockKind::Caption | BlockKind::Credit | BlockKind::SourceLine | BlockKind::Link
        )
    }

    pub(in crate::attribution) fn block(&self) -> BlockKind {
        self.article.blocks[self.sentence.block as usize].kind
    }

    /// The words are the author's own, not part of somebody's quotation.
    pub(in crate::attribution) fn is_author(&self) -> bool {
        self.sentence.level.is_none()
    }

    pub(in crate::attribution) fn kind(&self, at: usize) -> Option<ChunkKind> {
        self.chunks.get(at).map(|c| c.kind)
    }

    pub(in crate::attribution) fn word(&self, token: TokenId) -> &'a str {
        self.article.source.word(token)
    }

    /// The lower-cased word is one of `words`; for function words.
    pub(in crate::attribution) fn is_word(&self, token: TokenId, words: &[&str]) -> bool {
        let written = self.word(token);
        words.iter().any(|w| same_word(written, w))
    }

    pub(in crate::attribution) fn chunk_is(
        &self,
        at: usize,
        kind: ChunkKind,
        words: &[&str],
    ) -> bool {
        self.chunks
            .get(at)
            .is_some_and(|c| c.kind == kind && self.is_word(c.head, words))
    }

    /// The preposition of a noun group is one of `words`.
    pub(in crate::attribution) fn prep_is(&self, chunk: &Chunk, words: &[&str]) -> bool {
        chunk.prep().is_some_and(|t| self.is_word(t, words))
    }

    pub(in crate::attribution) fn verb(&self, chunk: &Chunk) -> Option<VerbInfo> {
        chunk
            .lemma()
            .and_then(|l| self.article.source.lexicon.lemma(l).verb)
    }

    /// The class of a verb group that reports with one of `frames`.
    pub(in crate::attribution) fn reports(&self, at: usize, frames: u32) -> Option<CueClass> {
        let chunk = self.chunks.get(at).filter(|c| c.kind == ChunkKind::Verb)?;
        let info = self.verb(chunk)?;
        info.class.filter(|_| info.frames.has(frames))
    }

    pub(in crate::attribution) fn frames(&self, at: usize) -> Frames {
        self.chunks
            .get(at)
            .and_then(|c| self.verb(c))
            .map_or(Frames(0), |v| v.frames)
    }

    pub(in crate::attribution) fn noun_class(&self, chunk: &Chunk) -> Option<NounClass> {
        self.article.source.noun_class(chunk.lemma())
    }

    pub(in crate::attribution) fn lemma(&self, chunk: &Chunk) -> &'a str {
        self.article.source.lemma_text(chunk.lemma())
    }

    /// A cue made of the verb group at `at`.
    pub(in crate::attribution) fn verb_cue(&self, at: usize, class: Option<CueClass>) -> CueTokens {
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
            class: class
                .or_else(|| self.class_of_base(chunk))
                .unwrap_or(CueClass::Manner),
            polarity: self.polarity(at),
        }
    }

    /// The class of « réaffirmer », « redire », « contre-attaquer » is that of the verb without its prefix.
    fn class_of_base(&self, chunk: &Chunk) -> Option<CueClass> {
        let lexicon = self.article.source.lexicon;
        let lemma = self.lemma(chunk);
        ["ré", "re", "contre-"].iter().find_map(|prefix| {
            let base = lemma.strip_prefix(prefix).filter(|base| base.len() > 3)?;
            lexicon.lemma(lexicon.lemma_id(base)?).verb?.class
        })
    }

    /// Whether the verb group reports that something was said, was not, is asked, supposed, or is to come.
    fn polarity(&self, at: usize) -> Polarity {
        let chunk = &self.chunks[at];
        let questions = || {
            self.chunks
                .last()
                .is_some_and(|c| c.kind == ChunkKind::Stop && self.word(c.head).starts_with('?'))
        };
        if chunk.flags.has(ChunkFlags::NEGATED) || self.is_withheld(at) {
            Polarity::Negated
        } else if chunk.flags.has(ChunkFlags::INVERTED) && questions() {
            Polarity::Questioned
        } else if self.is_supposed(at) {
            Polarity::Hypothetical
        } else if chunk.feats.has(Feats::FUTURE) || self.is_to_come(chunk) {
            Polarity::Future
        } else {
            Polarity::Affirmed
        }
    }

    /// « sans dire que », « a refusé de dire si », « s'est abstenue de commenter »
    fn is_withheld(&self, at: usize) -> bool {
        let chunk = &self.chunks[at];
        if chunk.is_finite() || !chunk.feats.has(Feats::INFINITIVE) {
            return false;
        }
        (at.saturating_sub(2)..at).rev().any(|i| {
            let before = &self.chunks[i];
            match before.kind {
                ChunkKind::Preposition => self.is_word(before.head, &["sans"]),
                ChunkKind::Verb => matches!(
                    self.lemma(before),
                    "refuser"
                        | "éviter"
                        | "s'abstenir"
                        | "se garder"
                        | "omettre"
                        | "oublier"
                        | "se refuser"
                        | "renoncer"
                ),
                _ => false,
            }
        })
    }

    /// « si le maire disait que », « le maire aurait dit que »; « voudrait », « souhaiterait » are polite, no more.
    fn is_supposed(&self, at: usize) -> bool {
        let chunk = &self.chunks[at];
        if chunk.feats.has(Feats::CONDITIONAL) {
            let other = Feats::PRESENT | Feats::IMPERFECT | Feats::FUTURE | Feats::PASSE_SIMPLE;
            let mild = self.verb(chunk).and_then(|v| v.class).is_some_and(|class| {
                matches!(
                    class,
                    CueClass::Intention | CueClass::Emotion | CueClass::Proposal
                )
            });
            return !chunk.feats.has(other) && !mild;
        }
        if !chunk.feats.has(Feats::IMPERFECT | Feats::PRESENT) {
            return false;
        }
        // Back to the conjunction over the subject.
        for i in (at.saturating_sub(4)..at).rev() {
            match self.chunks[i].kind {
                ChunkKind::Noun | ChunkKind::Adverb | ChunkKind::Adjective => {}
                ChunkKind::Subordinator => {
                    let after_cue = i > 0 && self.reports(i - 1, Frames::SI).is_some();
                    return self.is_word(self.chunks[i].head, &["si", "s'"]) && !after_cue;
                }
                _ => return false,
            }
        }
        false
    }

    /// « va annoncer », « doit préciser », « devrait dire »
    fn is_to_come(&self, chunk: &Chunk) -> bool {
        let source = self.article.source;
        chunk.head > chunk.first
            && source.tags[chunk.head as usize].is_verb(Feats::INFINITIVE)
            && (chunk.first..chunk.head).any(|t| {
                let tag = &source.tags[t as usize];
                tag.is_finite_verb()
                    && matches!(source.lemma_text(tag.lemma()), "aller" | "devoir")
                    && tag.feats.has(Feats::PRESENT | Feats::CONDITIONAL)
            })
    }

    /// Tokens of the chunks from `from` to before `to`, prepositions included.
    pub(in crate::attribution) fn part(&self, from: usize, to: usize) -> Part {
        if from >= to || from >= self.chunks.len() {
            let at = self
                .chunks
                .get(from)
                .map_or(self.sentence.tokens.end, Chunk::start);
            return at..at;
        }
        self.chunks[from].start()..self.chunks[to.min(self.chunks.len()) - 1].end
    }

    /// The chunks from `from` to before `to`, as far as there are any.
    pub(in crate::attribution) fn between(&self, from: usize, to: usize) -> &'a [Chunk] {
        let to = to.min(self.chunks.len());
        &self.chunks[from.min(to)..to]
    }

    pub(in crate::attribution) fn has_finite(&self, from: usize, to: usize) -> bool {
        self.between(from, to).iter().any(Chunk::is_finite)
    }

    /// The verb group is a compound past: « a affirmé ».
    pub(in crate::attribution) fn is_compound(&self, at: usize) -> bool {
        let chunk = &self.chunks[at];
        chunk.is_finite()
            && chunk.head != chunk.first
            && self.article.source.tags[chunk.head as usize].is_verb(Feats::PAST_PARTICIPLE)
    }

    /// A finite verb, the author's or a quoted one.
    pub(in crate::attribution) fn has_clause(&self, from: usize, to: usize) -> bool {
        self.between(from, to)
            .iter()
            .any(|c| c.is_finite() || c.quotation().is_some_and(|q| self.quotes_clause(q)))
    }

    /// The tags of the words between the marks.
    pub(in crate::attribution) fn quoted_tags(&self, q: QuotationId) -> &'a [Tag] {
        let content = self.article.source.marks.content_tokens(q);
        &self.article.source.tags[content.start as usize..content.end as usize]
    }

    /// A finite verb stands between the marks: the quotation can be a sentence.
    pub(in crate::attribution) fn quotes_clause(&self, q: QuotationId) -> bool {
        self.quoted_tags(q).iter().any(Tag::is_finite_verb)
    }

    pub(in crate::attribution) fn has_quote(&self, from: usize, to: usize) -> bool {
        self.between(from, to)
            .iter()
            .any(|c| c.kind == ChunkKind::Quote)
    }
}
