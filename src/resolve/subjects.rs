//! The subjects of the author's own sentences: who or what each says something of.

use crate::attribution::Article;
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::lexicon::Feats;
use crate::mentions::{Mention, MentionKind};
use crate::tokens::{TokenId, bare_clitic};

/// How many chunks an apposition may put between a subject and its verb.
const REACH: u32 = 20;

/// A noun group without preposition that a finite verb follows, across its own apposition.
pub(super) fn is_subject(article: &Article<'_>, mention: &Mention) -> bool {
    let chunks = article.chunks;
    let first = &chunks[mention.chunk as usize];
    let range = &article.ranges[mention.sentence as usize];
    let bracketed =
        mention.chunk > range.start && chunks[mention.chunk as usize - 1].kind == ChunkKind::Open;
    if first.prep().is_some() || mention.kind == MentionKind::Pronoun || bracketed {
        return false;
    }
    if is_inverted(article, mention) {
        return true;
    }
    let mut commas = 0;
    let mut apposed = false;
    for at in mention.chunk_end..range.end.min(mention.chunk_end + REACH) {
        let c = &chunks[at as usize];
        match c.kind {
            // « Interrogée sur Odile Brun, la ministre a souri »: one comma opens no apposition.
            ChunkKind::Verb if c.is_finite() => {
                return c.subject().is_none() && (!apposed || commas > 1);
            }
            ChunkKind::Relative => return true,
            ChunkKind::Comma | ChunkKind::Open | ChunkKind::Close => commas += 1,
            ChunkKind::Adverb | ChunkKind::Adjective => {}
            // « Odile Brun, élue en mars, a refusé »
            ChunkKind::Verb if commas > 0 => {}
            ChunkKind::Noun
                if c.prep().is_some()
                    || c.flags.has(ChunkFlags::JUXTAPOSED)
                    || c.flags.has(ChunkFlags::TIME) => {}
            ChunkKind::Noun if commas > 0 => apposed = true,
            // « M. Brun « ne croit pas » que »: the verb is in the quotation.
            ChunkKind::Quote => return commas == 0 && mention.is_named(),
            _ => return false,
        }
    }
    false
}

/// « C'est un discours qu'a tenu Odile Brun »: a name behind the verb of a relative clause that has no other subject.
fn is_inverted(article: &Article<'_>, mention: &Mention) -> bool {
    let start = article.ranges[mention.sentence as usize].start;
    let back = |by: u32| {
        mention
            .chunk
            .checked_sub(by)
            .filter(|&at| at >= start)
            .map(|at| &article.chunks[at as usize])
    };
    let verb = back(1).is_some_and(|c| c.is_finite() && c.subject().is_none());
    verb && mention.is_named()
        && back(2)
            .is_some_and(|c| c.kind == ChunkKind::Relative && article.source.word(c.head) != "qui")
}

/// « Quant à Luc Maret, il attend »: what the sentence is about, whatever its subject.
pub(super) fn is_theme(article: &Article<'_>, mention: &Mention) -> bool {
    article.chunks[mention.chunk as usize]
        .prep()
        .or(Some(mention.tokens.start))
        .and_then(|p| p.checked_sub(1))
        .is_some_and(|before| article.source.word(before).eq_ignore_ascii_case("quant"))
}

/// The head of the finite verb behind a subject.
pub(super) fn verb_behind(article: &Article<'_>, mention: &Mention) -> Option<TokenId> {
    let range = &article.ranges[mention.sentence as usize];
    let end = range.end.min(mention.chunk_end + REACH) as usize;
    let verb = article
        .chunks
        .get(mention.chunk_end as usize..end)?
        .iter()
        .find(|c| c.is_finite())?;
    (verb.first..verb.end).find(|&t| article.source.tags[t as usize].is_finite_verb())
}

/// How far back the word that opens a clause is looked for.
const CLAUSE: u32 = 6;

/// The subject stands in a clause that hangs on another: « … garde le râteau levé quand un marin les rejoint ».
pub(super) fn is_subordinate(article: &Article<'_>, mention: &Mention) -> bool {
    let range = &article.ranges[mention.sentence as usize];
    // « C'est un discours qu'a tenu Odile Brun »: the one clause in two.
    let cleft = || {
        let first = &article.chunks[range.start as usize];
        first.subject().is_some_and(|t| {
            let word = article.source.word(t);
            word.eq_ignore_ascii_case("c'") || word.eq_ignore_ascii_case("c’") || word == "Ce"
        })
    };
    if is_inverted(article, mention) {
        return !cleft();
    }
    let start = range.start.max(mention.chunk.saturating_sub(CLAUSE));
    for at in (start..mention.chunk).rev() {
        let c = &article.chunks[at as usize];
        match c.kind {
            // What opens the sentence leads to its main clause.
            ChunkKind::Subordinator | ChunkKind::Relative => {
                return article.chunks[range.start as usize..at as usize]
                    .iter()
                    .any(|c| c.is_finite());
            }
            ChunkKind::Verb if c.is_finite() => return false,
            ChunkKind::Semicolon | ChunkKind::Colon | ChunkKind::Stop => return false,
            _ => {}
        }
    }
    false
}

/// Verbs whose « il » is nobody, whatever follows.
const WEATHER: &[&str] = &["falloir", "pleuvoir", "neiger", "grêler", "geler", "tonner"];

/// Verbs whose « il » may be nobody: « il reste deux jours », « il semble que ».
const IMPERSONAL: &[&str] = &[
    "convenir",
    "suffire",
    "sembler",
    "paraître",
    "apparaître",
    "exister",
    "rester",
    "manquer",
    "arriver",
    "advenir",
    "importer",
    "valoir",
    "résulter",
    "ressortir",
    "découler",
    "incomber",
    "appartenir",
    "ensuivre",
    "avérer",
    "trouver",
    "tarder",
    "plaire",
];

/// The subject clitic of the verb group at `at` when it stands for somebody or something told before: il, elle, ils, elles, but
/// not « il faut », « il y a », « il est possible que ».
pub(super) fn personal_clitic(article: &Article<'_>, sentence: u32, at: u32) -> Option<TokenId> {
    let source = article.source;
    let chunk = &article.chunks[at as usize];
    let token = chunk.subject()?;
    let word = bare_clitic(source.word(token));
    let is = |other: &str| word.eq_ignore_ascii_case(other);
    if is("elle") || is("elles") || is("ils") {
        return Some(token);
    }
    if !is("il") {
        return None;
    }
    let lemma = source.lemma_text(chunk.lemma());
    let holds_y = || {
        (chunk.first..chunk.end).any(|t| {
            let word = source.word(t);
            word.eq_ignore_ascii_case("y")
        })
    };
    let reflexive = chunk.flags.has(ChunkFlags::REFLEXIVE);
    let nobody = WEATHER.contains(&lemma)
        || lemma == "agir" && reflexive
        || IMPERSONAL.contains(&lemma)
        || lemma == "avoir" && holds_y()
        || lemma == "être" && tells_time(article, sentence, at)
        // « Il est clair que », « il a été décidé de », « il est temps de »
        || (lemma == "être" || chunk.flags.has(ChunkFlags::PASSIVE) || reflexive)
            && leads_to_clause(article, sentence, at);
    (!nobody).then_some(token)
}

/// « Il était 20 h 30 », « il est presque minuit »
fn tells_time(article: &Article<'_>, sentence: u32, at: u32) -> bool {
    let range = &article.ranges[sentence as usize];
    article.chunks[at as usize + 1..(range.end.min(at + 4)) as usize]
        .iter()
        .find(|c| c.kind != ChunkKind::Adverb)
        .is_some_and(|c| c.flags.has(ChunkFlags::TIME))
}

/// A clause with que or de and an infinitive follows: what « il » announces.
fn leads_to_clause(article: &Article<'_>, sentence: u32, at: u32) -> bool {
    let source = article.source;
    let range = &article.ranges[sentence as usize];
    let mut behind = article.chunks[at as usize + 1..(range.end.min(at + 6)) as usize]
        .iter()
        .skip_while(|c| {
            matches!(c.kind, ChunkKind::Adjective | ChunkKind::Adverb)
                || c.kind == ChunkKind::Noun
                    && c.prep().is_none()
                    && !c.flags.has(ChunkFlags::DETERMINED)
        });
    let Some(next) = behind.next() else {
        return false;
    };
    let infinitive = |c: &crate::chunks::Chunk| {
        c.kind == ChunkKind::Verb && c.feats.has(Feats::INFINITIVE) && !c.is_finite()
    };
    match next.kind {
        ChunkKind::Subordinator => {
            source.lemma_text(source.tags[next.first as usize].lemma()) == "que"
        }
        ChunkKind::Preposition => behind.next().is_some_and(infinitive),
        _ => false,
    }
}
