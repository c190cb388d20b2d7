//! « Selon la préfecture, 300 personnes défilaient. »

use super::{Found, Rule, RuleInfo};
use crate::attribution::grammar::complement_end;
use crate::attribution::scope::Scope;
use crate::attribution::{Candidate, CueLemma, CueTokens, Part};
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::claim::{CueClass, Polarity};
use crate::lexicon::{Feats, Frames, NounClass, Pos};
use crate::marks::QuotationId;
use crate::tokens::Flags;

pub(super) const RULE: Rule = Rule {
    info: INFO,
    verbal: false,
    find,
};

const INFO: RuleInfo = RuleInfo {
    name: "selon",
    summary: "selon, d'après, suivant and a source, before, behind or inside what they report.",
    constructions: &[30, 31, 32, 41],
    positive: &[
        "{Selon} <la préfecture>, [300 personnes défilaient].",
        "[300 personnes défilaient], {selon} <la préfecture>.",
        "[Le port], {selon} <Odile Brun>, [rouvrira lundi].",
        "« [Le port rouvrira] », {selon} <elle>.",
        "{D'après} <le rapport>, [la digue a cédé].",
        "[Le port rouvrira], {selon} <Odile Brun>, rapporte Le Relais.",
    ],
    negative: &[
        "Les prix varient selon les cas.",
        "Ils sont classés selon l'âge.",
    ],
};

fn find(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    for s in 0..scope.chunks.len() {
        let chunk = &scope.chunks[s];
        if chunk.kind != ChunkKind::Noun {
            continue;
        }
        let Some(prep) = chunk.prep() else { continue };
        let (lemma, from) = if scope.is_word(prep, &["selon"]) {
            ("selon", prep)
        } else if scope.is_word(prep, &["après"]) && prep > 0 && scope.is_word(prep - 1, &["d'"]) {
            ("d'après", prep - 1)
        } else if scope.is_word(prep, &["suivant"])
            && matches!(
                scope.noun_class(chunk),
                Some(NounClass::Document | NounClass::Speech)
            )
        {
            ("suivant", prep)
        } else {
            continue;
        };
        let stated =
            scope.may_speak(s) && matches!(scope.noun_class(chunk), None | Some(NounClass::Speech));
        if !(scope.surely_speaks(s) || stated) {
            continue;
        }
        // « d'après un scénario de », « selon la loi »: no source speaks.
        if matches!(
            scope.lemma(chunk),
            "scénario"
                | "roman"
                | "livre"
                | "œuvre"
                | "idée"
                | "nouvelle"
                | "pièce"
                | "loi"
                | "règle"
                | "calendrier"
                | "procédure"
                | "formule"
                | "modèle"
                | "recette"
                | "principe"
                | "critère"
        ) {
            continue;
        }
        let cue = CueTokens {
            tokens: from..prep + 1,
            lemma: CueLemma::Fixed(lemma),
            class: CueClass::Neutral,
            polarity: Polarity::Affirmed,
        };
        let end = scope.complex_end(s);
        // « D' » is a chunk of its own.
        let start = if lemma == "d'après" && s > 0 && scope.chunks[s - 1].first == prep - 1 {
            s - 1
        } else {
            s
        };
        report(
            scope,
            Phrase {
                start,
                end,
                speaker: s,
                cue,
            },
            &INFO,
            75,
            0.9,
            out,
        );
    }
}

/// A prepositional cue with its source.
pub(super) struct Phrase {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) speaker: usize,
    pub(super) cue: CueTokens,
}

/// The clause that the phrase modifies, wherever it stands.
pub(super) fn report(
    scope: &Scope<'_>,
    phrase: Phrase,
    info: &'static RuleInfo,
    rank: u8,
    confidence: f32,
    out: &mut Vec<Candidate>,
) {
    let Some(content) = content(scope, phrase.start, phrase.end) else {
        return;
    };
    let (content, quotation) = content;
    Found {
        rule: info,
        rank,
        content,
        cue: Some(phrase.cue),
        speaker: scope.speaker(scope.group(phrase.speaker)),
        quotation,
        confidence,
    }
    .push(scope, out);
}

fn content(scope: &Scope<'_>, s: usize, end: usize) -> Option<(Vec<Part>, Option<QuotationId>)> {
    let stop = scope.matter_end();
    // Inside parentheses: the figure or clause between them.
    if let Some(open) = (0..s)
        .rev()
        .take(8)
        .find(|&i| matches!(scope.kind(i), Some(ChunkKind::Open | ChunkKind::Close)))
    {
        if scope.kind(open) == Some(ChunkKind::Open)
            && matches!(scope.kind(end), Some(ChunkKind::Close))
        {
            let before = trim_back(scope, open + 1, s);
            if before > open + 1 {
                return Some((vec![scope.part(open + 1, before)], None));
            }
            return None;
        }
    }
    // A capital opens a sentence, whatever was glued before it.
    let capital = scope.article.source.tokens[scope.chunks[s].start() as usize]
        .flags
        .has(Flags::CAPITAL);
    let conjunction = s > 0 && scope.kind(s - 1) == Some(ChunkKind::Subordinator);
    let start = if capital || conjunction {
        s
    } else {
        clause_start(scope, s)
    };
    let mut before = trim_back(scope, start, s);
    // « alors que, selon lui, … », « et, selon lui, … »: what follows.
    if before > start
        && matches!(
            scope.kind(before - 1),
            Some(ChunkKind::Subordinator | ChunkKind::Coordinator)
        )
    {
        before = start;
    }
    // « le projet, qui selon le maire coûtera cher, … »: within the relative clause.
    if before > start
        && scope.kind(before - 1) == Some(ChunkKind::Relative)
        && scope.chunk_is(before - 1, ChunkKind::Relative, &["qui"])
    {
        let from = end + usize::from(scope.kind(end) == Some(ChunkKind::Comma));
        return Some(parts(
            scope,
            &[(
                from,
                complement_end(scope, Some(before - 1), from).min(stop),
            )],
        ))
        .filter(|_| from < stop);
    }
    // « Toujours selon lui, … »
    if scope.between(start, before).iter().all(|c| {
        matches!(
            c.kind,
            ChunkKind::Adverb | ChunkKind::Coordinator | ChunkKind::Comma
        )
    }) {
        before = start;
    }
    let behind = skip_apposition(scope, end);
    if before <= start {
        // In front: the source runs to the comma, whatever complements it has.
        let comma = (end..stop)
            .take_while(|&i| {
                !scope.chunks[i].is_finite() && scope.kind(i) != Some(ChunkKind::Relative)
            })
            .find(|&i| scope.kind(i) == Some(ChunkKind::Comma));
        let behind = match comma {
            Some(comma) if comma > end => skip_apposition(scope, comma).max(comma),
            _ => behind,
        };
        let mut from = behind;
        while matches!(scope.kind(from), Some(ChunkKind::Comma | ChunkKind::Colon)) {
            from += 1;
        }
        if from >= stop {
            return None;
        }
        let to = complement_end(scope, None, from).min(stop);
        return Some(parts(scope, &[(from, to)]));
    }
    // Behind, or in the middle.
    if let Some(split) = split_phrase(scope, start, before, end, behind, stop) {
        return Some(parts(scope, &split));
    }
    let closes = scope.kind(end) == Some(ChunkKind::Comma);
    let rest = behind + usize::from(scope.kind(behind) == Some(ChunkKind::Comma));
    let opened = scope.kind(s - 1) == Some(ChunkKind::Comma);
    if scope.has_finite(start, before) || scope.kind(before - 1) == Some(ChunkKind::Quote) {
        let mut list = vec![(start, before)];
        // « il est important selon lui que … », « peut selon elle aggraver … »: the clause is not complete yet.
        let pending = scope.chunk_is(end, ChunkKind::Subordinator, &["que", "qu'"])
            || scope.chunk_is(end, ChunkKind::Relative, &["que", "qu'"])
            || !opened
                && scope
                    .chunks
                    .get(end)
                    .is_some_and(|c| c.kind == ChunkKind::Verb && !c.is_finite());
        // « aggrave selon elle les inégalités »: the verb has not had its object.
        let cut = !opened
            && !closes
            && before > start
            && scope.kind(before - 1) == Some(ChunkKind::Verb)
            && matches!(
                scope.kind(end),
                Some(ChunkKind::Noun | ChunkKind::Adjective | ChunkKind::Adverb)
            );
        if (pending || cut) && end < stop {
            list.push((end, complement_end(scope, None, end).min(stop)));
        }
        // « …, selon X, et … »: the clause goes on.
        if closes
            && opened
            && rest < stop
            && matches!(scope.kind(rest), Some(ChunkKind::Coordinator))
            && scope.has_finite(rest, stop)
        {
            list.push((rest, complement_end(scope, None, rest).min(stop)));
        }
        return Some(parts(scope, &list));
    }
    if rest < stop
        && (opened || closes)
        && (scope.has_finite(rest, stop) || scope.has_quote(rest, stop))
        && !matches!(scope.kind(rest), Some(ChunkKind::Relative))
    {
        let figure = (start..before).find(|&i| {
            scope.kind(i) == Some(ChunkKind::Noun)
                && scope.article.source.tags
                    [scope.chunks[i].first as usize..scope.chunks[i].end as usize]
                    .iter()
                    .any(|t| matches!(t.pos, Pos::Number | Pos::Numeral))
        });
        // « avec 50 000 personnes selon la police, la marche … »: a figure alone.
        if let Some(figure) = figure.filter(|&f| {
            scope.chunks[f].prep().is_some()
                && (f == start || !opened && scope.complex_end(f) >= before)
        }) {
            return Some((
                vec![scope.chunks[figure].first..scope.part(figure, before).end],
                None,
            ));
        }
        return Some(parts(
            scope,
            &[
                (start, before),
                (rest, complement_end(scope, None, rest).min(stop)),
            ],
        ));
    }
    Some(parts(scope, &[(start, before)]))
}

/// « …, marquant, selon X, « la fin du cycle » », « ce qui est, selon lui, honteux »: the phrase cuts a participle or verb from
/// its complement.
fn split_phrase(
    scope: &Scope<'_>,
    start: usize,
    before: usize,
    end: usize,
    behind: usize,
    stop: usize,
) -> Option<[(usize, usize); 2]> {
    let verb = before.checked_sub(1)?;
    let cut = scope.kind(verb) == Some(ChunkKind::Verb)
        && scope.kind(before) == Some(ChunkKind::Comma)
        && scope.kind(end) == Some(ChunkKind::Comma);
    let rest = behind + 1;
    // « Le port fermera, selon elle, rapporte Le Relais »: another incise.
    let incise = scope
        .chunks
        .get(rest)
        .is_some_and(|c| c.is_finite() && c.subject().is_none())
        && scope.reports(rest, Frames::INCISE).is_some()
        && scope.kind(rest + 1) == Some(ChunkKind::Noun)
        && scope.is_bare(rest + 1);
    if !cut || rest >= stop || verb < start || incise {
        return None;
    }
    let participle = scope.chunks[verb].feats.has(Feats::PRESENT_PARTICIPLE);
    let from = if participle {
        verb
    } else {
        (start..verb)
            .rev()
            .find(|&i| scope.kind(i) == Some(ChunkKind::Comma))
            .map_or(start, |c| c + 1)
    };
    Some([
        (from, before),
        (rest, complement_end(scope, None, rest).min(stop)),
    ])
}

fn parts(scope: &Scope<'_>, list: &[(usize, usize)]) -> (Vec<Part>, Option<QuotationId>) {
    // Nothing but one quotation: direct.
    if let [(a, b)] = list {
        let mut quotes = scope
            .between(*a, *b)
            .iter()
            .filter(|c| !matches!(c.kind, ChunkKind::Comma | ChunkKind::Stop));
        if let (Some(only), None) = (quotes.next(), quotes.next()) {
            if let Some(q) = only.quotation() {
                return (vec![scope.article.source.marks.content_tokens(q)], Some(q));
            }
        }
    }
    (list.iter().map(|&(a, b)| scope.part(a, b)).collect(), None)
}

fn trim_back(scope: &Scope<'_>, start: usize, mut at: usize) -> usize {
    while at > start
        && matches!(
            scope.kind(at - 1),
            Some(ChunkKind::Comma | ChunkKind::Dash | ChunkKind::Adverb)
        )
    {
        if scope.kind(at - 1) == Some(ChunkKind::Adverb)
            && !matches!(
                scope.kind(at.wrapping_sub(2)),
                Some(ChunkKind::Comma | ChunkKind::Coordinator)
            )
        {
            break;
        }
        at -= 1;
    }
    at
}

/// The clause begins behind a semicolon, a colon, « alors que », or with the sentence.
fn clause_start(scope: &Scope<'_>, s: usize) -> usize {
    let first = scope.matter_start().min(s);
    for i in (first..s).rev() {
        match scope.kind(i) {
            Some(ChunkKind::Semicolon | ChunkKind::Stop) => return i + 1,
            // « 30 000 selon le syndicat, 18 000 selon la préfecture »
            Some(ChunkKind::Noun) if scope.prep_is(&scope.chunks[i], &["selon"]) => {
                let end = scope.complex_end(i);
                if end < s && scope.kind(end) == Some(ChunkKind::Comma) {
                    return end + 1;
                }
            }
            // « Trois villages sont coupés : A, B et C, selon la préfecture »: the list is of the clause.
            Some(ChunkKind::Colon)
                if !scope.has_finite(i, s)
                    && !scope.has_quote(i, s)
                    && scope.complex_end(s) >= scope.matter_end() => {}
            Some(ChunkKind::Colon) => return i + 1,
            Some(ChunkKind::Subordinator)
                if scope.chunk_is(i, ChunkKind::Subordinator, &["alors", "tandis", "surtout"]) =>
            {
                return if matches!(
                    scope.kind(i + 1),
                    Some(ChunkKind::Subordinator | ChunkKind::Relative)
                ) {
                    i + 2
                } else {
                    i + 1
                };
            }
            Some(ChunkKind::Coordinator)
                if scope.chunk_is(i, ChunkKind::Coordinator, &["mais"])
                    && trim_back(scope, i + 1, s) == i + 1 =>
            {
                return i + 1;
            }
            _ => {}
        }
    }
    first
}

/// Behind an apposition or relative clause of the source: « selon X, qui confirmait une information, … ».
fn skip_apposition(scope: &Scope<'_>, end: usize) -> usize {
    let mut i = end;
    // A parenthesis right behind the name.
    if scope.kind(i) == Some(ChunkKind::Open) {
        if let Some(close) =
            (i..scope.chunks.len().min(i + 8)).find(|&k| scope.kind(k) == Some(ChunkKind::Close))
        {
            i = close + 1;
        }
    }
    let mut k = i;
    if scope.kind(k) == Some(ChunkKind::Comma) {
        k += 1;
    }
    let Some(next) = scope.chunks.get(k) else {
        return i;
    };
    let comma_behind =
        |from: usize| (from..scope.chunks.len()).find(|&j| scope.kind(j) == Some(ChunkKind::Comma));
    match next.kind {
        ChunkKind::Relative => comma_behind(k + 1).unwrap_or(i),
        // « des documents que le journal a pu consulter, »
        ChunkKind::Subordinator if k == i && scope.is_word(next.head, &["que", "qu'"]) => {
            comma_behind(k + 1).unwrap_or(i)
        }
        // « président » may look like a verb, « consultant » like a participle.
        ChunkKind::Verb
            if !next.is_finite()
                && next
                    .feats
                    .has(Feats::PAST_PARTICIPLE | Feats::PRESENT_PARTICIPLE) =>
        {
            comma_behind(k + 1).unwrap_or(i)
        }
        ChunkKind::Noun if k > i && next.prep().is_none() && apposed(scope, k, end) => {
            // « expert et consultant »: some functions look like participles.
            let behind = (k + 1..scope.chunks.len()).find(|&j| match scope.kind(j) {
                Some(ChunkKind::Noun | ChunkKind::Adjective | ChunkKind::Coordinator) => false,
                Some(ChunkKind::Verb) => scope.chunks[j].is_finite(),
                _ => true,
            });
            match behind {
                Some(b) if scope.kind(b) == Some(ChunkKind::Comma) => b,
                _ => i,
            }
        }
        _ => i,
    }
}

fn apposed(scope: &Scope<'_>, at: usize, source: usize) -> bool {
    let chunk = &scope.chunks[at];
    if !scope.surely_speaks(at) {
        return false;
    }
    // « selon le maire, Luc Maret, … »: a name stands by a person's noun, « selon la police, Luc Maret est mort » by none.
    let person = scope.chunks[..source]
        .iter()
        .rev()
        .find(|c| c.kind == ChunkKind::Noun)
        .is_some_and(|c| {
            scope.noun_class(c) == Some(NounClass::Person) || c.flags.has(ChunkFlags::NAME)
        });
    let end = scope.complex_end(at);
    // What follows has a subject of its own: the name is not it.
    let clause = scope.kind(end) == Some(ChunkKind::Comma)
        && (end + 1..scope.chunks.len())
            .find(|&i| {
                scope.chunks[i].is_finite()
                    || scope.kind(i) == Some(ChunkKind::Quote)
                    || scope.kind(i) == Some(ChunkKind::Noun)
                        && scope.is_bare(i)
                        && !scope.chunks[i].flags.has(ChunkFlags::TIME)
            })
            .is_some_and(|i| {
                matches!(scope.kind(i), Some(ChunkKind::Noun | ChunkKind::Quote))
                    || scope.chunks[i].subject().is_some()
            });
    if chunk.flags.has(ChunkFlags::NAME) {
        return person && clause;
    }
    !chunk.flags.has(ChunkFlags::DETERMINED)
        || person && clause && scope.noun_class(chunk) == Some(NounClass::Person)
}
