//! Who and what the noun groups of the article name: persons, bodies, groups, documents, pronouns.

use std::ops::Range;

use crate::chunks::{Chunk, ChunkFlags, ChunkKind, Source};
use crate::lexicon::{Feats, LemmaId, NounClass, Pos, ProperKind};
use crate::sentences::Sentence;
use crate::tokens::{Flags, TokenId};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MentionKind {
    /// A person's name of two words or more, or with a title.
    Person,
    /// One word, or words that may name anything.
    Name,
    /// A body, outlet, place that the lexicon knows, or an acronym.
    Body,
    /// A common noun.
    Description,
    Pronoun,
}

/// One noun group and what it says.
#[derive(Debug, Clone)]
pub(crate) struct Mention {
    pub(crate) kind: MentionKind,
    pub(crate) sentence: u32,
    /// Its chunk, as an index in the article.
    pub(crate) chunk: u32,
    /// Behind its complements.
    pub(crate) chunk_end: u32,
    /// With complements.
    pub(crate) tokens: Range<TokenId>,
    /// The name alone, without title and article.
    pub(crate) name: Option<Range<TokenId>>,
    pub(crate) lemma: Option<LemmaId>,
    pub(crate) class: Option<NounClass>,
    pub(crate) feats: Feats,
    pub(crate) flags: ChunkFlags,
    pub(crate) titled: bool,
}

/// The mentions of the article in text order, one per noun group.
pub(crate) fn read(
    source: Source<'_>,
    sentences: &[Sentence],
    ranges: &[Range<u32>],
    chunks: &[Chunk],
) -> Vec<Mention> {
    let mut out = Vec::new();
    for index in 0..sentences.len() {
        let range = ranges[index].clone();
        let local = &chunks[range.start as usize..range.end as usize];
        for (at, chunk) in local.iter().enumerate() {
            if chunk.kind != ChunkKind::Noun || chunk.flags.has(ChunkFlags::TIME) {
                continue;
            }
            let end = complex_end(source, local, at);
            out.push(mention(source, local, at, end, index as u32, range.start));
        }
    }
    out
}

/// Behind the complements in de and the adjectives: names juxtaposed are mentions of their own.
fn complex_end(source: Source<'_>, chunks: &[Chunk], at: usize) -> usize {
    let mut end = at + 1;
    while let Some(chunk) = chunks.get(end) {
        let joined = match chunk.kind {
            ChunkKind::Noun if chunk.flags.has(ChunkFlags::TIME) => false,
            ChunkKind::Noun => chunk.prep().is_some_and(|p| {
                matches!(
                    source.lemma_text(source.tags[p as usize].lemma()),
                    "de" | "du" | "des" | "d'"
                )
            }),
            ChunkKind::Adjective => chunks[end - 1].kind == ChunkKind::Noun,
            _ => false,
        };
        if !joined {
            break;
        }
        end += 1;
    }
    end
}

fn mention(
    source: Source<'_>,
    chunks: &[Chunk],
    at: usize,
    end: usize,
    sentence: u32,
    offset: u32,
) -> Mention {
    let chunk = &chunks[at];
    let mut name: Option<Range<TokenId>> = None;
    let mut titled = false;
    let mut first_name = false;
    let mut capitals = 0;
    for t in chunk.first..chunk.end {
        match source.pos(t) {
            Pos::Title if name.is_none() => titled = true,
            Pos::FirstName | Pos::Name => {
                first_name |= source.pos(t) == Pos::FirstName;
                capitals += 1;
                let start = name.as_ref().map_or(t, |n| n.start);
                name = Some(start..t + 1);
            }
            Pos::Noun
                if source.tokens[t as usize].flags.has(Flags::CAPITAL)
                    && chunk.flags.has(ChunkFlags::NAME) =>
            {
                capitals += 1;
                let start = name.as_ref().map_or(t, |n| n.start);
                name = Some(start..t + 1);
            }
            _ => {}
        }
    }
    let mut tokens = chunk.first..chunks[end - 1].end;
    let class = source.noun_class(chunk.lemma());
    let kind = if chunk.flags.has(ChunkFlags::PRONOUN) {
        MentionKind::Pronoun
    } else if chunk.flags.has(ChunkFlags::NAME) && name.is_some() {
        let range = name.clone().unwrap_or(tokens.clone());
        let text = slice(source, &range);
        let known = source.lexicon.proper(text).map(|p| p.kind);
        let acronym = range.len() == 1
            && source.tokens[range.start as usize]
                .flags
                .has(Flags::ALL_CAPS);
        match known {
            _ if titled => MentionKind::Person,
            Some(ProperKind::Place) if capitals > 1 && first_name => MentionKind::Person,
            Some(_) => MentionKind::Body,
            None if acronym => MentionKind::Body,
            None if capitals >= 2 && (first_name || !chunk.flags.has(ChunkFlags::DETERMINED)) => {
                MentionKind::Person
            }
            None => MentionKind::Name,
        }
    } else {
        // « l'Assemblée nationale »: a common noun with a capital is a name when the whole is known.
        let mut kind = MentionKind::Description;
        if source.tokens[chunk.head as usize].flags.has(Flags::CAPITAL)
            && source.pos(chunk.head) == Pos::Noun
        {
            for last in (at..end).rev() {
                let range = chunk.head..chunks[last].end;
                if source.lexicon.proper(slice(source, &range)).is_some() {
                    name = Some(range);
                    kind = MentionKind::Body;
                    break;
                }
            }
        }
        kind
    };
    if matches!(kind, MentionKind::Person | MentionKind::Pronoun) {
        tokens = chunk.first..chunk.end;
    }
    Mention {
        kind,
        sentence,
        chunk: offset + at as u32,
        chunk_end: offset + end as u32,
        tokens,
        name: if matches!(kind, MentionKind::Description | MentionKind::Pronoun) {
            None
        } else {
            name
        },
        lemma: chunk.lemma(),
        class,
        feats: chunk.feats,
        flags: chunk.flags,
        titled,
    }
}

pub(crate) fn slice<'a>(source: Source<'a>, range: &Range<TokenId>) -> &'a str {
    &source.text[source.tokens[range.start as usize].span.start()
        ..source.tokens[range.end as usize - 1].span.end()]
}
