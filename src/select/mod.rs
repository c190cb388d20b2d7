//! Competing readings settled, kinds told, nesting found, and the quotations that nobody claims put aside with a reason.

use std::ops::Range;

use crate::attribution::{Candidate, Part, QuoteUse, Uses};
use crate::blocks::{Block, BlockKind};
use crate::claim::Kind;
use crate::diagnostic::{RejectReason, Rejected};
use crate::lexicon::{Feats, Pos};
use crate::marks::{Marks, QuotationId};
use crate::sentences::Sentence;
use crate::span::Span;
use crate::tags::Tag;
use crate::tokens::{Token, TokenKind};

/// What selection reads beside the candidates.
pub(crate) struct Context<'a> {
    pub(crate) tokens: &'a [Token],
    pub(crate) tags: &'a [Tag],
    pub(crate) marks: &'a Marks,
    pub(crate) uses: &'a Uses,
    pub(crate) sentences: &'a [Sentence],
    pub(crate) blocks: &'a [Block],
}

/// A candidate that stands, with its kind and byte spans.
pub(crate) struct Selected {
    pub(crate) candidate: Candidate,
    pub(crate) kind: Kind,
    pub(crate) content: Vec<Span>,
    pub(crate) parent: Option<u32>,
}

/// Candidates of one sentence of the author's that are compared with each other; more than any real sentence holds.
const WINDOW: usize = 64;

/// The claims, sorted by where their contents begin, outer ones first.
pub(crate) fn select(context: &Context<'_>, candidates: Vec<Candidate>) -> Vec<Selected> {
    let mut selected: Vec<Selected> = Vec::with_capacity(candidates.len());
    let mut group: Vec<Candidate> = Vec::new();
    // Candidates of one sentence of the author's, with the quotations in it, compete with each other and with no others.
    let mut root = u32::MAX;
    for mut candidate in candidates {
        tidy(context, &mut candidate);
        if candidate.content.is_empty() {
            continue;
        }
        let own = root_of(context, candidate.sentence);
        if own != root || group.len() >= WINDOW {
            settle(context, &mut group, &mut selected);
            root = own;
        }
        group.push(candidate);
    }
    settle(context, &mut group, &mut selected);
    selected.sort_by_key(|s| {
        (
            s.content[0].start(),
            std::cmp::Reverse(s.content[s.content.len() - 1].end()),
        )
    });
    nest(&mut selected);
    selected
}

/// The author's sentence around a sentence: the last one of no level at or before it.
fn root_of(context: &Context<'_>, sentence: u32) -> u32 {
    let mut i = sentence as usize;
    while i > 0 && context.sentences[i].level.is_some() && sentence as usize - i < WINDOW {
        i -= 1;
    }
    i as u32
}

/// Drops empty parts and the punctuation at the edges of the others.
fn tidy(context: &Context<'_>, candidate: &mut Candidate) {
    let direct = candidate.quotation.is_some();
    for part in &mut candidate.content {
        let loose = |t: u32| {
            let kind = context.tokens[t as usize].kind;
            matches!(
                kind,
                TokenKind::Comma | TokenKind::Semicolon | TokenKind::Colon
            ) || !direct && matches!(kind, TokenKind::Stop | TokenKind::Dash)
        };
        while part.start < part.end
            && (loose(part.start)
                || context.tokens[part.start as usize].kind == TokenKind::Stop
                    && part.start + 1 < part.end
                    && !direct)
        {
            part.start += 1;
        }
        while part.start < part.end && loose(part.end - 1) {
            part.end -= 1;
        }
    }
    candidate.content.retain(|p| p.start < p.end);
}

fn settle(context: &Context<'_>, group: &mut Vec<Candidate>, selected: &mut Vec<Selected>) {
    group.sort_by(|a, b| {
        b.rank
            .cmp(&a.rank)
            .then(b.confidence.total_cmp(&a.confidence))
            .then(a.content[0].start.cmp(&b.content[0].start))
    });
    let from = selected.len();
    for candidate in group.drain(..) {
        if selected[from..]
            .iter()
            .any(|s| excludes(&s.candidate, &candidate))
        {
            continue;
        }
        let kind = candidate.kind.unwrap_or_else(|| {
            if holds_words(context, &candidate) {
                Kind::Mixed
            } else {
                Kind::Indirect
            }
        });
        let content = candidate
            .content
            .iter()
            .map(|p| span_of(context, p, kind))
            .collect();
        selected.push(Selected {
            candidate,
            kind,
            content,
            parent: None,
        });
    }
}

fn extent(candidate: &Candidate) -> Range<u32> {
    candidate.content[0].start..candidate.content[candidate.content.len() - 1].end
}

fn overlap(a: &[Part], b: &[Part]) -> u32 {
    a.iter()
        .flat_map(|x| {
            b.iter()
                .map(move |y| x.end.min(y.end).saturating_sub(x.start.max(y.start)))
        })
        .sum()
}

fn length(parts: &[Part]) -> u32 {
    parts.iter().map(|p| p.end - p.start).sum()
}

/// Whether the reading that stands leaves no room for the other one.
fn excludes(stands: &Candidate, other: &Candidate) -> bool {
    if let (Some(a), Some(b)) = (&stands.cue, &other.cue) {
        // One cue, one claim.
        // But a quotation behind a colon goes with the clause before it: « il estime que … : « … » ».
        let quoted = if stands.quotation.is_some() {
            stands
        } else {
            other
        };
        let both = stands.quotation.is_some() != other.quotation.is_some()
            && quoted.content[0].start >= a.tokens.end
            && overlap(&stands.content, &other.content) == 0;
        // « « A », dit-elle : « B » »
        let around = |before: &Candidate, behind: &Candidate| {
            before.content.iter().all(|p| p.end <= a.tokens.start)
                && behind.content[0].start >= a.tokens.end
        };
        let sides = stands.quotation.is_some()
            && other.quotation.is_some()
            && (around(stands, other) || around(other, stands));
        if a.tokens.start < b.tokens.end && b.tokens.start < a.tokens.end && !both && !sides {
            return true;
        }
    }
    if stands.quotation.is_some() && stands.quotation == other.quotation {
        return true;
    }
    let shared = overlap(&stands.content, &other.content);
    if shared == 0 {
        // A cue inside the other's words without a share in its content: an incise.
        return false;
    }
    let (long, short) = (length(&stands.content), length(&other.content));
    if shared * 10 >= long.max(short) * 8 {
        return true;
    }
    let cue_inside = |inner: &Candidate, outer: &Candidate| {
        inner.cue.as_ref().is_some_and(|c| {
            outer
                .content
                .iter()
                .any(|p| p.start <= c.tokens.start && c.tokens.end <= p.end)
        })
    };
    if shared == short {
        // Nested: its cue stands within the outer words.
        let speaker_inside = cue_inside(other, stands);
        return !speaker_inside;
    }
    if shared == long {
        return !cue_inside(stands, other);
    }
    true
}

/// Quoted words that are no mere term lie in the content.
fn holds_words(context: &Context<'_>, candidate: &Candidate) -> bool {
    let quotations = &context.marks.quotations;
    let level = context.sentences[candidate.sentence as usize].level;
    candidate.content.iter().any(|part| {
        // Inside a quotation of the sentence, or from the middle of one on: « dit « qu'il part » demain ».
        let enclosing = quotations[..quotations.partition_point(|q| q.first <= part.start)]
            .iter()
            .enumerate()
            .rev()
            .take(8)
            .any(|(k, q)| {
                q.last > part.start
                    && q.first < part.start
                    && Some(k as QuotationId) != level
                    && q.depth as usize
                        >= level.map_or(0, |l| quotations[l as usize].depth as usize + 1)
            });
        let first = quotations.partition_point(|q| q.first + 1 < part.start);
        enclosing
            || quotations[first..]
                .iter()
                .enumerate()
                .take_while(|(_, q)| q.first < part.end)
                .any(|(k, _)| {
                    Some((first + k) as QuotationId) != level
                        && context.uses.get((first + k) as QuotationId) == QuoteUse::Speech
                })
    })
}

/// Bytes of a part: with the mark that opens right before it or closes right behind it where the other one is inside.
fn span_of(context: &Context<'_>, part: &Part, kind: Kind) -> Span {
    let (mut first, mut last) = (part.start, part.end - 1);
    if kind != Kind::Direct {
        let quotations = &context.marks.quotations;
        let near = quotations.partition_point(|q| q.first + 1 < part.start);
        for q in quotations[near..].iter().take_while(|q| q.first < part.end) {
            let behind = q.closed && q.last == part.end;
            if q.opened && q.first + 1 == part.start && (behind || q.last < part.end) {
                first = first.min(q.first);
            }
            if behind && q.first >= first {
                last = last.max(q.last);
            }
        }
    }
    context.tokens[first as usize]
        .span
        .to(context.tokens[last as usize].span)
}

/// The smallest claim around each claim.
fn nest(selected: &mut [Selected]) {
    let mut open: Vec<u32> = Vec::new();
    for i in 0..selected.len() {
        let start = selected[i].content[0].start();
        while open.last().is_some_and(|&o| {
            selected[o as usize]
                .content
                .last()
                .is_some_and(|s| s.end() <= start)
        }) {
            open.pop();
        }
        let whole = selected[i].content[0].to(*selected[i]
            .content
            .last()
            .unwrap_or(&selected[i].content[0]));
        let parent = open.iter().rev().copied().find(|&o| {
            selected[o as usize]
                .content
                .iter()
                .any(|s| s.contains(whole))
                && extent(&selected[o as usize].candidate) != extent(&selected[i].candidate)
        });
        selected[i].parent = parent;
        open.push(i as u32);
    }
}

/// The quotations that no claim covers.
pub(crate) fn rejected(context: &Context<'_>, selected: &[Selected]) -> Vec<Rejected> {
    // Where claims reach, as merged ranges.
    let mut covered: Vec<Span> = selected
        .iter()
        .flat_map(|s| s.content.iter().copied())
        .collect();
    covered.sort_unstable();
    let mut merged: Vec<Span> = Vec::with_capacity(covered.len());
    for span in covered {
        match merged.last_mut() {
            Some(last) if span.start() <= last.end() => *last = last.to(span),
            _ => merged.push(span),
        }
    }
    let mut block = 0;
    let mut out = Vec::new();
    for (q, quotation) in context.marks.quotations.iter().enumerate() {
        let content = context.marks.content_tokens(q as QuotationId);
        if content.start >= content.end {
            continue;
        }
        let span = context.tokens[content.start as usize]
            .span
            .to(context.tokens[content.end as usize - 1].span);
        while block + 1 < context.blocks.len()
            && context.blocks[block].tokens.end <= quotation.first
        {
            block += 1;
        }
        let held = merged.partition_point(|m| m.end() <= span.start());
        let is_held = merged.get(held).is_some_and(|m| m.start() < span.end());
        let use_ = context.uses.get(q as QuotationId);
        if is_held && use_ == QuoteUse::Speech {
            continue;
        }
        let furniture = context.blocks.get(block).is_some_and(|b| {
            matches!(
                b.kind,
                BlockKind::Caption | BlockKind::Credit | BlockKind::Link | BlockKind::SourceLine
            )
        });
        let pos = |t: Option<u32>| t.and_then(|t| context.tags.get(t as usize)).map(|t| t.pos);
        let name = |p: Option<Pos>| matches!(p, Some(Pos::FirstName | Pos::Name));
        let reason = if furniture {
            RejectReason::Furniture
        } else if use_ == QuoteUse::Title {
            RejectReason::Title
        } else if use_ == QuoteUse::Term && !names_a_group(context, q as QuotationId) {
            RejectReason::Term
        } else if name(pos(quotation.first.checked_sub(1))) && name(pos(Some(quotation.last + 1))) {
            RejectReason::Nickname
        } else if names_a_group(context, q as QuotationId) {
            RejectReason::SetName
        } else if content.end - content.start <= 5 {
            RejectReason::Scare
        } else {
            RejectReason::Unattributed
        };
        out.push(Rejected { span, reason });
    }
    out.extend(context.marks.measures.iter().map(|&mark| {
        let mark = mark as usize;
        let span = context.tokens[mark.saturating_sub(1)]
            .span
            .to(context.tokens[mark].span);
        Rejected {
            span,
            reason: RejectReason::Measure,
        }
    }));
    out.extend(link_lines(context));
    out.sort_by_key(|r| r.span);
    out
}

/// « les « gilets jaunes » »: behind a plain article in the plural, a noun with its adjectives and nothing else.
fn names_a_group(context: &Context<'_>, q: QuotationId) -> bool {
    let content = context.marks.content_tokens(q);
    let before = context.marks.quotations[q as usize]
        .first
        .checked_sub(1)
        .and_then(|t| context.tags.get(t as usize));
    let article = before.is_some_and(|tag| {
        matches!(tag.pos, Pos::Det | Pos::PrepDet)
            && tag.feats.has(Feats::PLUR)
            && !tag.feats.has(Feats::POSSESSIVE | Feats::DEMONSTRATIVE)
    });
    let tags = &context.tags[content.start as usize..content.end as usize];
    article
        && (2..=4).contains(&tags.len())
        && tags.iter().all(|tag| {
            matches!(
                tag.pos,
                Pos::Noun | Pos::Adj | Pos::Name | Pos::Prep | Pos::PrepDet
            ) || tag.is_verb(Feats::PAST_PARTICIPLE)
        })
}

/// « » LIRE AUSSI - La halle rouvre »: the mark is a bullet, not one that closes.
fn link_lines(context: &Context<'_>) -> impl Iterator<Item = Rejected> {
    context
        .blocks
        .iter()
        .filter(|b| b.kind == BlockKind::Link && b.tokens.len() > 1)
        .filter(|b| context.tokens[b.tokens.start as usize].kind == TokenKind::Mark)
        .map(|b| Rejected {
            span: context.tokens[b.tokens.start as usize + 1]
                .span
                .to(context.tokens[b.tokens.end as usize - 1].span),
            reason: RejectReason::Furniture,
        })
}
