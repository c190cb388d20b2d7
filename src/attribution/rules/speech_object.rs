//! « Elle dénonce « une manœuvre » du préfet »: quoted words as the object of a reporting verb.

use super::infinitive::holder;
use super::{Found, Rule, RuleInfo};
use crate::attribution::grammar::complement_end;
use crate::attribution::quotes::{contents, joined};
use crate::attribution::scope::{Scope, Subject};
use crate::attribution::{Candidate, QuoteUse};
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::lexicon::{Feats, Frames};
use crate::tokens::Flags;

pub(super) const RULE: Rule = Rule {
    info: INFO,
    verbal: true,
    find,
};

const INFO: RuleInfo = RuleInfo {
    name: "speech_object",
    summary: "A reporting verb whose object, with or without preposition, holds quoted words; or is a quotation.",
    constructions: &[10, 21, 35, 39],
    positive: &[
        "<Elle> {a dénoncé} [« une manœuvre » du préfet].",
        "<Le syndicat> {a insisté} sur [« la lenteur » des travaux].",
        "<Luc Maret> {a répondu} « [nous partirons demain] ».",
        "<Le maire> {a mis en garde} contre [des « décisions hâtives »].",
    ],
    negative: &[
        "Le maire a annoncé sa démission.",
        "Elle a évoqué les « gilets jaunes » et les « gilets jaunes » de Fréval.",
    ],
};

const FRAMES: u32 = Frames::NP
    | Frames::A_NP
    | Frames::DE_NP
    | Frames::SUR_NP
    | Frames::CONTRE_NP
    | Frames::POUR_NP;

fn find(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    for v in 0..scope.chunks.len() {
        let Some(class) = scope.reports(v, FRAMES | Frames::INCISE) else {
            continue;
        };
        let chunk = &scope.chunks[v];
        if chunk.flags.has(ChunkFlags::PASSIVE) || chunk.flags.has(ChunkFlags::INVERTED) {
            continue;
        }
        // « comme le dit Luc Maret », « ce que révèle la maire »: what follows is the subject.
        let taken = chunk.flags.has(ChunkFlags::OBJECT)
            && scope.is_word(scope.chunks[v.saturating_sub(1)].head, &["comme"])
            || v > 0 && scope.chunk_is(v - 1, ChunkKind::Relative, &["que", "qu'"]);
        if taken && chunk.subject().is_none() {
            continue;
        }
        // An incise: what follows is its subject.
        let behind_quote = v > 0
            && (scope.kind(v - 1) == Some(ChunkKind::Quote)
                || v > 1
                    && scope.kind(v - 1) == Some(ChunkKind::Comma)
                    && scope.kind(v - 2) == Some(ChunkKind::Quote));
        if behind_quote
            && matches!(scope.subject_after(v), Some((Subject::Group { chunk, .. }, _)) if scope.may_speak(chunk))
        {
            continue;
        }
        let Some(start) = object(scope, v) else {
            continue;
        };
        let Some(speaker) = holder(scope, v) else {
            continue;
        };
        let cue = Some(scope.verb_cue(v, Some(class)));
        if let Some(q) = scope.chunks[start].quotation() {
            if start == v + 1 && scope.frames(v).has(Frames::INCISE) && is_sentence(scope, q) {
                // « scandaient « A » et « B » »
                let (list, _) = joined(scope, start);
                Found {
                    rule: &INFO,
                    rank: 58,
                    content: contents(scope, &list),
                    cue,
                    speaker,
                    quotation: Some(q),
                    confidence: 0.75,
                }
                .push(scope, out);
                continue;
            }
        }
        let end = complement_end(scope, Some(v), start);
        // The quoted words belong to the object, not to something far behind it.
        if !holds_speech(scope, start, end.min(start + 8)) {
            continue;
        }
        let from = content_start(scope, v, start);
        let to = scope.part(start, end).end;
        Found {
            rule: &INFO,
            rank: 52,
            content: vec![from..to],
            cue,
            speaker,
            quotation: None,
            confidence: 0.75,
        }
        .push(scope, out);
    }
}

/// « dénonce des « décisions hâtives » »: an article spelled like a preposition belongs to the content.
fn content_start(scope: &Scope<'_>, v: usize, start: usize) -> u32 {
    let chunk = &scope.chunks[start];
    let article = scope.prep_is(chunk, &["des", "du"])
        && scope.frames(v).has(Frames::NP)
        && !scope.frames(v).has(Frames::DE_NP);
    if article { chunk.start() } else { chunk.first }
}

/// The object that the frames of the verb call for.
fn object(scope: &Scope<'_>, v: usize) -> Option<usize> {
    let frames = scope.frames(v);
    let mut i = v + 1;
    while scope.chunks.get(i).is_some_and(|c| {
        c.kind == ChunkKind::Adverb || c.flags.has(ChunkFlags::TIME) && c.kind == ChunkKind::Noun
    }) {
        i += 1;
    }
    let fits = |prep: &str| match prep {
        "à" | "au" | "aux" => frames.has(Frames::A_NP),
        "de" | "d'" | "d’" | "du" | "des" => {
            frames.has(Frames::DE_NP) || prep == "des" && frames.has(Frames::NP)
        }
        "sur" => frames.has(Frames::SUR_NP),
        "contre" => frames.has(Frames::CONTRE_NP),
        "pour" => frames.has(Frames::POUR_NP),
        _ => false,
    };
    for at in i..(i + 4).min(scope.chunks.len()) {
        let here = &scope.chunks[at];
        match here.kind {
            ChunkKind::Quote => return Some(at),
            ChunkKind::Noun => match here.prep() {
                None if frames.has(Frames::NP)
                    || frames.has(Frames::DE_NP)
                        && at > 0
                        && here.first > 0
                        && scope.is_word(here.first - 1, &["de", "d'"]) =>
                {
                    return Some(at);
                }
                None => return None,
                Some(prep) if fits(&scope.word(prep).to_lowercase()) => return Some(at),
                // An adjunct before the object: « a dénoncé lundi à Fréval « une manœuvre » ».
                Some(_) => {}
            },
            ChunkKind::Preposition
                if fits(&scope.word(here.head).to_lowercase())
                    && matches!(scope.kind(at + 1), Some(ChunkKind::Quote | ChunkKind::Verb)) =>
            {
                if scope.chunks[at + 1].kind == ChunkKind::Verb
                    && !scope.chunks[at + 1].feats.has(Feats::INFINITIVE)
                {
                    return None;
                }
                return Some(at + 1);
            }
            ChunkKind::Comma | ChunkKind::Adverb => {}
            _ => return None,
        }
    }
    None
}

pub(super) fn is_sentence(scope: &Scope<'_>, q: u32) -> bool {
    let content = scope.article.source.marks.content_tokens(q);
    let capital = scope.article.source.tokens[content.start as usize]
        .flags
        .has(Flags::CAPITAL);
    if capital && content.len() >= 3 {
        return true;
    }
    scope.quotes_clause(q)
}

/// Some quotation between the chunks is speech: not a set name, not a title.
pub(super) fn holds_speech(scope: &Scope<'_>, from: usize, to: usize) -> bool {
    if from >= to {
        return false;
    }
    let part = scope.part(from, to);
    let quotations = &scope.article.source.marks.quotations;
    // The opening mark may stand right before the first word.
    let first = quotations.partition_point(|q| q.first + 1 < part.start);
    quotations[first..]
        .iter()
        .enumerate()
        .take_while(|(_, q)| q.first < part.end)
        .any(|(k, _)| {
            scope.article.uses.get((first + k) as u32) == QuoteUse::Speech
                && Some((first + k) as u32) != scope.sentence.level
        })
}
