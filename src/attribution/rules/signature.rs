//! « On attend. » — Luc Maret, maraîcher: the name under or behind the words.

use std::ops::Range;

use super::{Found, Rule, RuleInfo};
use crate::attribution::scope::Scope;
use crate::attribution::{Candidate, QuoteUse, SpeakerTokens};
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::claim::Kind;
use crate::tokens::TokenKind;

pub(super) const RULE: Rule = Rule {
    info: INFO,
    verbal: false,
    find,
};

const INFO: RuleInfo = RuleInfo {
    name: "signature",
    summary: "A quotation that stands alone and a name behind a dash, in parentheses, or on the next line; a signed post.",
    constructions: &[9, 21],
    positive: &[
        "La mairie a réagi. Le calme revient. [La fête est finie et le port se vide.] — <Luc Maret> (@LucMaret) 5 mai 2031 La fête est finie et le port se vide.",
        "La marée monte.\n\n[Restez chez vous ce soir, le vent forcit.] — <Mairie de Fréval> (@Freval) 5 mai 2031\n\nLa ville attend.",
        "« [On attend la pluie depuis mars.] » — <Luc Maret>, maraîcher",
        "« [Le port est mort, et tout le monde le sait.] » (<Odile Brun>)",
        "« [Nous n'avons plus rien à vendre.] »\n\n<Luc Maret>, maraîcher à Fréval",
    ],
    negative: &[
        "« Le port est mort » — c'est le titre du film.",
        "« Nous n'avons plus rien. »\n\nLuc Maret est parti.",
    ],
};

fn find(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    post(scope, out);
    let start = scope.matter_start();
    let Some(q) = scope.chunks.get(start).and_then(|c| c.quotation()) else {
        return;
    };
    let content = scope.article.source.marks.content_tokens(q);
    if !scope.is_author() || scope.article.uses.get(q) != QuoteUse::Speech || content.len() < 4 {
        return;
    }
    let mut at = start + 1;
    while scope.kind(at) == Some(ChunkKind::Stop) {
        at += 1;
    }
    let speaker = match scope.kind(at) {
        Some(ChunkKind::Dash | ChunkKind::Open) => signed(scope, at + 1),
        None => next_line(scope),
        _ => None,
    };
    let Some(speaker) = speaker else { return };
    Found {
        rule: &INFO,
        rank: 56,
        content: vec![content],
        cue: None,
        speaker,
        quotation: Some(q),
        confidence: 0.8,
    }
    .push(scope, out);
}

/// Words that a search for an earlier signature or for the post's own words goes back over.
const REACH: usize = 150;

/// What a post holds, in characters: more than that is the article around it.
const POST: usize = 280;

/// Words behind the signature that are looked for before it.
const ECHO: usize = 4;

/// « Restez chez vous ce soir. — Mairie de Fréval (@Freval) 5 mai 2031 »: an embedded post, flattened to text.
fn post(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    let tokens = scope.article.source.tokens;
    let handle = |t: u32| {
        tokens
            .get(t as usize)
            .is_some_and(|k| k.kind == TokenKind::Symbol)
            && scope.word(t).starts_with('@')
    };
    for dash in 0..scope.chunks.len().saturating_sub(3) {
        if scope.kind(dash) != Some(ChunkKind::Dash)
            || scope.kind(dash + 1) != Some(ChunkKind::Noun)
            || !scope.surely_speaks(dash + 1)
        {
            continue;
        }
        let Some(open) = (dash + 2..scope.chunks.len().min(dash + 6))
            .find(|&i| scope.kind(i) == Some(ChunkKind::Open))
        else {
            continue;
        };
        if !handle(scope.chunks[open].end) {
            continue;
        }
        let end = scope.chunks[dash].first;
        let block = &scope.article.blocks[scope.sentence.block as usize].tokens;
        let past_date = |t: u32, until: u32| {
            let year = (t + 1..until.min(t + 9)).find(|&k| {
                tokens[k as usize].kind == TokenKind::Number && scope.word(k).len() == 4
            });
            year.map_or(t + 2, |k| k + 1)
        };
        // Behind the post before this one, with its date; else as far back as a post can reach.
        let before = (block.start..end).rev().take(REACH).find(|&t| handle(t));
        let first = before.map_or(block.start, |t| past_date(t, end));
        let behind = past_date(scope.chunks[open].end, block.end);
        let start =
            echo(scope, behind, first..end).unwrap_or_else(|| as_far_as_a_post(scope, first, end));
        // Links and tags at the end are no words.
        let mut last = end;
        while last > start
            && matches!(
                tokens[last as usize - 1].kind,
                TokenKind::Symbol | TokenKind::Dash
            )
        {
            last -= 1;
        }
        if last.saturating_sub(start) < 4 {
            continue;
        }
        let speaker = scope.speaker(scope.group(dash + 1));
        Found {
            rule: &INFO,
            rank: 57,
            content: vec![start..last],
            cue: None,
            speaker,
            quotation: None,
            confidence: 0.7,
        }
        .push(scope, out);
        if let Some(found) = out.last_mut() {
            found.kind = Some(Kind::Direct);
        }
    }
}

/// Pages that are flattened to text give a post twice: where in `within` the words that follow its signature begin.
fn echo(scope: &Scope<'_>, behind: u32, within: Range<u32>) -> Option<u32> {
    let words = |at: u32| (at..at + ECHO as u32).map(|t| scope.word(t));
    let block = &scope.article.blocks[scope.sentence.block as usize].tokens;
    if behind + ECHO as u32 > block.end || within.start + ECHO as u32 > within.end {
        return None;
    }
    (within.start..within.end - ECHO as u32)
        .rev()
        .take(REACH)
        .find(|&at| words(at).eq(words(behind)))
}

/// The first sentence from which no more stands before `end` than a post holds.
fn as_far_as_a_post(scope: &Scope<'_>, first: u32, end: u32) -> u32 {
    let source = scope.article.source;
    let to = source.tokens[end as usize].span.start();
    let fits = |from: u32| {
        let start = source.tokens[from as usize].span.start();
        source.text[start..to].chars().take(POST + 1).count() <= POST
    };
    let mut start = scope.sentence.tokens.start.max(first);
    for sentence in scope.article.sentences[..scope.index as usize]
        .iter()
        .rev()
        .take(REACH)
        .filter(|s| s.level.is_none())
    {
        let from = sentence.tokens.start.max(first);
        if from >= start || sentence.tokens.end <= first || !fits(from) {
            break;
        }
        start = from;
    }
    start
}

/// A name from `at`, with at most an apposition and no verb behind it.
fn signed(scope: &Scope<'_>, at: usize) -> Option<SpeakerTokens> {
    let chunk = scope.chunks.get(at)?;
    let name = chunk.kind == ChunkKind::Noun
        && chunk.prep().is_none()
        && chunk.flags.has(ChunkFlags::NAME)
        && chunk.end - chunk.first >= 2;
    let rest = scope.between(at, usize::MAX);
    (name
        && rest.len() <= 12
        && !rest
            .iter()
            .any(|c| matches!(c.kind, ChunkKind::Quote) || c.is_finite()))
    .then(|| scope.speaker(scope.group(at)))
}

/// The next line holds a name and a description alone.
fn next_line(scope: &Scope<'_>) -> Option<SpeakerTokens> {
    let article = scope.article;
    // Past the sentences of the quotation itself.
    let next = (scope.index as usize + 1..article.sentences.len())
        .take(20)
        .find(|&i| article.sentences[i].level.is_none())?;
    if article.sentences[next].block == scope.sentence.block {
        return None;
    }
    let line = Scope::new(article, next as u32);
    if article.blocks[line.sentence.block as usize].tokens.end != line.sentence.tokens.end
        || line.chunks.len() > 12
    {
        return None;
    }
    signed(&line, 0)
}
