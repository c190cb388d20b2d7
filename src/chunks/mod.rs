//! The shallow syntax that rules read: verb groups, noun groups, quotations as one piece, and the joints between them.
//!
//! A verb group holds everything French puts inside it (« n'a, pour sa part, toujours pas voulu dire »), so that a
//! rule says « verb group of a reporting lemma, then a noun group » and counts no words.

mod fixed;
mod noun;
#[cfg(test)]
mod tests;
mod verb;

use crate::lexicon::{Feats, LemmaId, Lexicon, NounClass, Pos};
use crate::marks::{Marks, QuotationId};
use crate::sentences::Sentence;
use crate::span::Span;
use crate::tags::Tag;
use crate::tokens::{Token, TokenId, TokenKind};

pub(crate) use fixed::FixedWords;
pub(crate) use noun::{NameAfter, group_end};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ChunkKind {
    /// Clitics, negation, auxiliaries, adverbs and the verb that carries the meaning.
    Verb,
    /// Determiner to last adjective, without complements; the preposition before it is in [`Chunk::prep`].
    Noun,
    /// An adjective that stands by itself (attribute).
    Adjective,
    Adverb,
    /// A preposition that no noun group follows: before an infinitive or a quotation.
    Preposition,
    Subordinator,
    Relative,
    Coordinator,
    Comma,
    Semicolon,
    Colon,
    Dash,
    Open,
    Close,
    Stop,
    /// A whole quotation.
    Quote,
    Other,
}

/// How a chunk is built, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct ChunkFlags(pub(crate) u16);

impl ChunkFlags {
    /// The subject is a clitic after the verb: `a-t-il`.
    pub(crate) const INVERTED: u16 = 1;
    pub(crate) const NEGATED: u16 = 1 << 1;
    pub(crate) const REFLEXIVE: u16 = 1 << 2;
    /// être and a participle that takes avoir.
    pub(crate) const PASSIVE: u16 = 1 << 3;
    /// en + present participle.
    pub(crate) const GERUND: u16 = 1 << 4;
    /// A pronoun.
    pub(crate) const PRONOUN: u16 = 1 << 5;
    /// Holds a proper name.
    pub(crate) const NAME: u16 = 1 << 6;
    /// A name right behind a common noun: le ministre | Luc Maret.
    pub(crate) const JUXTAPOSED: u16 = 1 << 7;
    /// Names a moment.
    pub(crate) const TIME: u16 = 1 << 8;
    /// An object clitic stands before the verb (« l'assure », « le reconnaît »).
    pub(crate) const OBJECT: u16 = 1 << 9;
    /// The preposition is de, d', du or des: a complement of the noun before.
    pub(crate) const OF: u16 = 1 << 12;
    /// The clitic en stands before the verb.
    pub(crate) const EN: u16 = 1 << 11;
    /// The group has a determiner.
    pub(crate) const DETERMINED: u16 = 1 << 10;

    pub(crate) fn has(self, bit: u16) -> bool {
        self.0 & bit != 0
    }
}

/// No token, no quotation.
pub(crate) const NONE: u32 = u32::MAX;

#[derive(Debug, Clone, Copy)]
pub(crate) struct Chunk {
    pub(crate) kind: ChunkKind,
    pub(crate) flags: ChunkFlags,
    /// First token; for a noun group, behind its preposition.
    pub(crate) first: TokenId,
    /// Just past the last token.
    pub(crate) end: TokenId,
    /// The token that gives number, gender and meaning.
    pub(crate) head: TokenId,
    lemma: u32,
    pub(crate) feats: Feats,
    /// Noun: the preposition; verb: the subject clitic; quote: the quotation; else [`NONE`].
    extra: u32,
}

impl Chunk {
    pub(crate) fn lemma(&self) -> Option<LemmaId> {
        (self.lemma != NONE).then_some(LemmaId(self.lemma))
    }

    /// The preposition that governs a noun group.
    pub(crate) fn prep(&self) -> Option<TokenId> {
        (self.kind == ChunkKind::Noun && self.extra != NONE).then_some(self.extra)
    }

    /// The subject clitic of a verb group, before or after the verb.
    pub(crate) fn subject(&self) -> Option<TokenId> {
        (self.kind == ChunkKind::Verb && self.extra != NONE).then_some(self.extra)
    }

    pub(crate) fn quotation(&self) -> Option<QuotationId> {
        (self.kind == ChunkKind::Quote).then_some(self.extra)
    }

    pub(crate) fn is_finite(&self) -> bool {
        self.kind == ChunkKind::Verb && self.feats.has(Feats::FINITE | Feats::SUBJUNCTIVE)
    }

    /// First token with the preposition.
    pub(crate) fn start(&self) -> TokenId {
        self.prep().unwrap_or(self.first).min(self.first)
    }
}

/// What the chunker reads.
#[derive(Clone, Copy)]
pub(crate) struct Source<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    pub(crate) tags: &'a [Tag],
    pub(crate) marks: &'a Marks,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) fixed: &'a FixedWords,
}

impl<'a> Source<'a> {
    pub(crate) fn word(&self, token: TokenId) -> &'a str {
        &self.text[self.tokens[token as usize].span.range()]
    }

    /// The bytes from the first token to the last; the range is not empty.
    pub(crate) fn span(&self, tokens: &std::ops::Range<TokenId>) -> Span {
        let first = self.tokens[tokens.start as usize].span;
        first.to(self.tokens[tokens.end as usize - 1].span)
    }

    pub(crate) fn pos(&self, token: TokenId) -> Pos {
        self.tags[token as usize].pos
    }

    pub(crate) fn lemma_text(&self, lemma: Option<LemmaId>) -> &'a str {
        lemma.map_or("", |l| &self.lexicon.lemma(l).text)
    }

    pub(crate) fn noun_class(&self, lemma: Option<LemmaId>) -> Option<NounClass> {
        lemma
            .and_then(|l| self.lexicon.lemma(l).noun)
            .map(|n| n.class)
    }
}

/// The chunks of every sentence in one list, and where each sentence's begin and end.
pub(crate) fn read(
    source: Source<'_>,
    sentences: &[Sentence],
) -> (Vec<Chunk>, Vec<std::ops::Range<u32>>) {
    let mut chunks = Vec::with_capacity(source.tokens.len() / 2);
    let mut ranges = Vec::with_capacity(sentences.len());
    let mut words = Words::default();
    for sentence in sentences {
        let from = chunks.len() as u32;
        words.list.clear();
        words.collect(source, sentence);
        let mut at = 0;
        while at < words.list.len() {
            at = next_chunk(source, &words, at, &mut chunks);
        }
        ranges.push(from..chunks.len() as u32);
    }
    (chunks, ranges)
}

/// The tokens of a sentence that its own syntax reads: a long quotation is one item, the marks of a
/// short one (« gilets jaunes ») are passed over.
#[derive(Default)]
pub(crate) struct Words {
    list: Vec<Item>,
}

#[derive(Debug, Clone, Copy)]
pub(crate) enum Item {
    Token(TokenId),
    Quote(QuotationId),
}

impl Words {
    fn collect(&mut self, source: Source<'_>, sentence: &Sentence) {
        let quotations = &source.marks.quotations;
        let mut next = quotations.partition_point(|q| q.first < sentence.tokens.start);
        let mut i = sentence.tokens.start;
        // A quotation whose own content is the sentence is no item of it.
        while i < sentence.tokens.end {
            while next < quotations.len()
                && (quotations[next].first < i
                    || sentence.level == Some(next as QuotationId)
                    || encloses(quotations, next, sentence))
            {
                next += 1;
            }
            if next < quotations.len() && quotations[next].first == i {
                let q = &quotations[next];
                if is_transparent(source, sentence, next as QuotationId) {
                    next += 1;
                    if q.opened {
                        i += 1;
                    }
                    continue;
                }
                self.list.push(Item::Quote(next as QuotationId));
                i = (q.last + 1).min(sentence.tokens.end.max(q.last + 1));
                continue;
            }
            if source.tokens[i as usize].kind != TokenKind::Mark {
                self.list.push(Item::Token(i));
            }
            i += 1;
        }
    }

    fn token(&self, at: usize) -> Option<TokenId> {
        match self.list.get(at) {
            Some(Item::Token(t)) => Some(*t),
            _ => None,
        }
    }

    fn pos(&self, source: Source<'_>, at: usize) -> Option<Pos> {
        self.token(at).map(|t| source.pos(t))
    }
}

/// The quotation holds the whole sentence (its mark is the sentence's first token by way of repair).
fn encloses(quotations: &[crate::marks::Quotation], q: usize, sentence: &Sentence) -> bool {
    sentence.level.is_some_and(|level| {
        let mut up = Some(level);
        while let Some(l) = up {
            if l as usize == q {
                return true;
            }
            up = quotations[l as usize].parent;
        }
        false
    })
}

/// Words that a quotation may hold and still be read as a term of the sentence around it.
const TERM_WORDS: u32 = 5;

/// A short quotation that fills a slot of the author's own syntax: les « gilets jaunes », une mesure « brutale ».
fn is_transparent(source: Source<'_>, sentence: &Sentence, q: QuotationId) -> bool {
    let quotation = &source.marks.quotations[q as usize];
    let content = source.marks.content_tokens(q);
    if content.end.saturating_sub(content.start) > TERM_WORDS || content.is_empty() {
        return false;
    }
    let inside = &source.tags[content.start as usize..content.end as usize];
    if inside
        .iter()
        .any(|t| t.is_finite_verb() || matches!(t.pos, Pos::SubjectPron | Pos::Sub | Pos::Relative))
    {
        return false;
    }
    if source.tokens[content.start as usize..content.end as usize]
        .iter()
        .any(|t| matches!(t.kind, TokenKind::Stop | TokenKind::Mark))
    {
        return false;
    }
    if quotation.first <= sentence.tokens.start {
        return false;
    }
    // What the word before it calls for: a determiner, a noun, a preposition, a verb.
    let before = source.tags[quotation.first as usize - 1];
    matches!(
        before.pos,
        Pos::Det
            | Pos::PrepDet
            | Pos::Noun
            | Pos::Adj
            | Pos::Numeral
            | Pos::Title
            | Pos::Adv
            | Pos::Prep
            | Pos::Coord
    )
}

fn simple(kind: ChunkKind, token: TokenId, tag: &Tag) -> Chunk {
    Chunk {
        kind,
        flags: ChunkFlags::default(),
        first: token,
        end: token + 1,
        head: token,
        lemma: tag.lemma().map_or(NONE, |l| l.0),
        feats: tag.feats,
        extra: NONE,
    }
}

/// Reads one chunk at `at` and gives the index behind it.
fn next_chunk(source: Source<'_>, words: &Words, at: usize, out: &mut Vec<Chunk>) -> usize {
    let token = match words.list[at] {
        Item::Quote(q) => {
            let quotation = &source.marks.quotations[q as usize];
            out.push(Chunk {
                kind: ChunkKind::Quote,
                flags: ChunkFlags::default(),
                first: quotation.first,
                end: quotation.last + 1,
                head: quotation.first,
                lemma: NONE,
                feats: Feats(0),
                extra: q,
            });
            return at + 1;
        }
        Item::Token(t) => t,
    };
    let tag = &source.tags[token as usize];
    let sign = match source.tokens[token as usize].kind {
        TokenKind::Comma => Some(ChunkKind::Comma),
        TokenKind::Semicolon => Some(ChunkKind::Semicolon),
        TokenKind::Colon => Some(ChunkKind::Colon),
        TokenKind::Dash => Some(ChunkKind::Dash),
        TokenKind::Open => Some(ChunkKind::Open),
        TokenKind::Close => Some(ChunkKind::Close),
        TokenKind::Stop => Some(ChunkKind::Stop),
        TokenKind::Symbol | TokenKind::Mark => Some(ChunkKind::Other),
        TokenKind::Word | TokenKind::Number | TokenKind::Clitic => None,
    };
    if let Some(kind) = sign {
        out.push(simple(kind, token, tag));
        return at + 1;
    }
    if let Some(length) = fixed::adverbial(source, words, at) {
        let mut chunk = simple(ChunkKind::Adverb, token, tag);
        if let Some(last) = words.token(at + length - 1) {
            chunk.end = last + 1;
            chunk.head = last;
        }
        out.push(chunk);
        return at + length;
    }
    if let Some(chunk) = verb::predicate(source, words, at) {
        out.push(chunk);
        return at + 1;
    }
    if let Some((chunk, next)) = verb::verb_group(source, words, at) {
        out.push(chunk);
        return next;
    }
    if let Some(next) = noun::noun_group(source, words, at, out) {
        return next;
    }
    let kind = match tag.pos {
        Pos::Adj => ChunkKind::Adjective,
        Pos::Adv | Pos::Neg => ChunkKind::Adverb,
        Pos::Prep | Pos::PrepDet | Pos::Particle => ChunkKind::Preposition,
        Pos::Sub => ChunkKind::Subordinator,
        Pos::Relative => ChunkKind::Relative,
        Pos::Coord => ChunkKind::Coordinator,
        _ => ChunkKind::Other,
    };
    out.push(simple(kind, token, tag));
    at + 1
}
