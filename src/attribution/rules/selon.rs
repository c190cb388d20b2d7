//! « Selon la préfecture, 300 personnes défilaient. »

use super::{Found, Rule, RuleInfo};
use crate::attribution::grammar::{complement_end, main_clause};
use crate::attribution::scope::Scope;
use crate::attribution::{Candidate, CueLemma, CueTokens, Part};
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::claim::{CueClass, Polarity};
use crate::lexicon::{Feats, Frames, NounClass, Pos};
use crate::marks::QuotationId;
use crate::tags::Tag;
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
        "Le port rouvre, mais [la digue fuit encore], {selon} <Odile Brun>.",
        "{Selon} <un proche>, [le maire reste prudent et attend la fin de l'hiver].",
        "Le voleur, qui [portait une cagoule] {selon} <la police>, a pris la fuite.",
        "Trois ouvriers — dont [un grave], {selon} <les pompiers> — ont été blessés.",
        "{Selon} <le ministre des Ports>, Luc Maret, [la digue tiendra].",
        "{Selon} <la police de Fréval>, une ville du sud, [aucun manifestant n'est blessé].",
        "[Ils seraient 500], {selon} <la mairie>, [à attendre un logement].",
        "La foule s'est dispersée, alors que [le défilé n'était pas fini] {selon} <la préfecture>.",
        "{Selon} <la préfecture>, [300 personnes défilaient].",
        "[300 personnes défilaient], {selon} <la préfecture>.",
        "[Le port], {selon} <Odile Brun>, [rouvrira lundi].",
        "« [Le port rouvrira] », {selon} <elle>.",
        "{D'après} <le rapport>, [la digue a cédé].",
        "{Selon} <le ministre de la Mer>, Luc Maret, [la digue tiendra].",
        "Rien n'est prévu, alors même que, {selon} <elle>, [les moyens existent].",
        "[Le port rouvrira], {selon} <Odile Brun>, rapporte Le Relais.",
        "{Selon} <Odile Brun>, directrice de la criée, qui tient aussi le phare, [la digue tiendra].",
        "{Selon} <Odile Brun>, patronne de Nordia, une criée du sud, [la digue tiendra].",
        "Les dockers étaient dix mille selon la police et [trente mille] {selon} <les syndicats>.",
        "La fuite est rebouchée, mais [le quai reste fermé], {d'après} des <témoins>.",
        "[Le cortège comptait 300 marins samedi], {selon} <le décompte de la mairie>.",
        "[En dix ans, la moitié des quais ont fermé], {selon} <l'élu Luc Maret>, qui y oppose une « idée simple ».",
        "{Selon} <le bilan annuel>, relatif à la pêche, [la sardine revient].",
        "Il part la veille d'un congrès où [l'accueil des pêcheurs a été], {selon} <l'opposition>, [glacial].",
        "Le quai porte une grue qui [aurait], {selon} <Le Relais>, [été vendue].",
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
        } else if scope.is_word(prep, &["des", "du"])
            && prep > 1
            && scope.is_word(prep - 1, &["après"])
            && scope.is_word(prep - 2, &["d'"])
        {
            // « d'après des témoins »
            ("d'après", prep - 2)
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
        // « selon Le Relais »: the capitals of a title.
        let capital = |t: u32| {
            scope.article.source.tokens[t as usize]
                .flags
                .has(Flags::CAPITAL)
        };
        let titled =
            chunk.flags.has(ChunkFlags::DETERMINED) && capital(chunk.first) && capital(chunk.head);
        if !(scope.surely_speaks(s) || stated || titled) {
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
            tokens: from..from + if lemma == "d'après" { 2 } else { 1 },
            lemma: CueLemma::Fixed(lemma),
            class: CueClass::Neutral,
            polarity: Polarity::Affirmed,
        };
        let end = scope.complex_end(s);
        // « D' » and « après » may be chunks of their own.
        let mut start = s;
        while start > 0 && scope.chunks[start - 1].start() >= from {
            start -= 1;
        }
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

/// Prepositions of circumstances that go on with the clause behind the phrase. « à la tête de », « du syndicat » describe the
/// source.
const ADJUNCTS: &[&str] = &[
    "dans", "en", "dès", "depuis", "pendant", "durant", "après", "avant", "pour", "par", "sans",
    "malgré", "contre", "vers",
];

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
    let Some(content) = content(scope, phrase.start, phrase.end, phrase.speaker) else {
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

fn content(
    scope: &Scope<'_>,
    s: usize,
    end: usize,
    speaker: usize,
) -> Option<(Vec<Part>, Option<QuotationId>)> {
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
    let (start, stop) = if capital || conjunction {
        (s, stop)
    } else {
        held_by(scope, s, end, clause_start(scope, s), stop)
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
    if before > start && scope.kind(before - 1) == Some(ChunkKind::Relative) {
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
    let behind = past_appositions(scope, end, speaker);
    if before <= start {
        // In front: the source runs to the comma, whatever complements it has.
        let comma = (end..stop)
            .take_while(|&i| {
                !scope.chunks[i].is_finite() && scope.kind(i) != Some(ChunkKind::Relative)
            })
            .find(|&i| scope.kind(i) == Some(ChunkKind::Comma));
        let behind = comma.map_or(behind, |comma| past_appositions(scope, comma, speaker));
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
        // « …, selon X, et … », « …, selon X, à être libérables »: the clause goes on.
        let adjunct = scope.chunks.get(rest).is_some_and(|c| match c.kind {
            ChunkKind::Preposition => scope
                .chunks
                .get(rest + 1)
                .is_some_and(|c| c.kind == ChunkKind::Verb),
            ChunkKind::Noun => {
                !scope.surely_speaks(rest) && scope.prep_is(c, ADJUNCTS)
                    || c.flags.has(ChunkFlags::TIME)
            }
            // « peut, selon elle, aggraver … »
            ChunkKind::Verb => !c.is_finite() && scope.kind(before - 1) == Some(ChunkKind::Verb),
            _ => false,
        });
        if closes
            && opened
            && rest < stop
            && (matches!(scope.kind(rest), Some(ChunkKind::Coordinator))
                && scope.has_finite(rest, stop)
                || adjunct)
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
    // « aurait, selon elle, été vendu »: the participle is the verb's, no apposition of the source.
    let participle = |i: usize| {
        scope
            .chunks
            .get(i)
            .is_some_and(|c| c.kind == ChunkKind::Verb && !c.is_finite())
    };
    let rest = if participle(end + 1) { end } else { behind } + 1;
    // « Le port fermera, selon elle, rapporte Le Relais »: another incise.
    let incise = scope
        .chunks
        .get(rest)
        .is_some_and(|c| c.is_finite() && c.subject().is_none())
        && scope.reports(rest, Frames::INCISE).is_some()
        && scope.kind(rest + 1) == Some(ChunkKind::Noun)
        && scope.is_bare(rest + 1);
    // « …, selon Luc Maret, qui demande … »: a clause about the source.
    let about = scope.kind(rest) == Some(ChunkKind::Relative);
    if !cut || rest >= stop || verb < start || incise || about {
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
            // « une situation qui « gêne les habitants » selon le maire »: the subject stands outside.
            let outside = |q| {
                scope
                    .quoted_tags(q)
                    .first()
                    .is_some_and(Tag::is_finite_verb)
            };
            if let Some(q) = only.quotation().filter(|&q| !outside(q)) {
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
                // « 30 000 selon le syndicat du port et 18 000 selon la préfecture »
                let next = (end..s)
                    .rev()
                    .find(|&k| scope.kind(k) == Some(ChunkKind::Coordinator))
                    .filter(|&k| k + 1 < s && !scope.has_finite(end, s));
                if let Some(next) = next {
                    return next + 1;
                }
            }
            // « Trois villages sont coupés : A, B et C, selon la préfecture »: the list is of the clause.
            Some(ChunkKind::Colon)
                if !scope.has_finite(i, s)
                    && !scope.has_quote(i, s)
                    && scope.complex_end(s) >= scope.matter_end() => {}
            Some(ChunkKind::Colon) => return i + 1,
            // « …, alors qu'il n'était plus un danger aux yeux des autorités », « alors même que », « d'autant que »
            Some(ChunkKind::Subordinator | ChunkKind::Relative)
                if scope.is_word(scope.chunks[i].head, &["que", "qu'"])
                    && joined_to_que(scope, first, i) =>
            {
                return i + 1;
            }
            Some(ChunkKind::Subordinator)
                if i > first
                    && scope.is_word(scope.chunks[i].head, &["alors", "tandis", "surtout"]) =>
            {
                return i + 1;
            }
            // « précise que 300 personnes, selon la police, ont défilé »: the clause in que waits for its verb.
            Some(ChunkKind::Subordinator)
                if scope.chunk_is(i, ChunkKind::Subordinator, &["que", "qu'"])
                    && !scope.has_finite(i, s)
                    && scope.has_finite(s, scope.matter_end())
                    && i > first
                    && !scope.chunks[i - 1].flags.has(ChunkFlags::NEGATED)
                    && scope.reports(i - 1, Frames::QUE).is_some() =>
            {
                return i + 1;
            }
            Some(ChunkKind::Coordinator)
                if scope.chunk_is(i, ChunkKind::Coordinator, &["mais"])
                    // « Le port rouvre, mais la digue fuit, selon elle »: each clause stands for itself.
                    && (trim_back(scope, i + 1, s) == i + 1
                        || main_clause(scope, i + 1) && scope.has_finite(first, i)) =>
            {
                return i + 1;
            }
            _ => {}
        }
    }
    first
}

/// The que at `que` makes one conjunction with the word before it: « alors que », « alors même que », « bien que ».
fn joined_to_que(scope: &Scope<'_>, first: usize, que: usize) -> bool {
    let word = |back: usize, words: &[&str]| {
        que > first + back && scope.is_word(scope.chunks[que - back].head, words)
    };
    word(1, &["alors", "tandis", "surtout", "autant", "bien"])
        || word(2, &["alors", "tandis", "surtout"])
}

/// The smallest stretch that holds the phrase: a relative clause, a group between commas or dashes, quoted words right before
/// it; else the clause that begins at `start`. What follows the phrase counts up to the second index.
fn held_by(scope: &Scope<'_>, s: usize, end: usize, start: usize, stop: usize) -> (usize, usize) {
    let tight = s > start && scope.kind(s - 1) != Some(ChunkKind::Comma);
    let closes = scope.kind(end) == Some(ChunkKind::Comma);
    // « une rampe qui, selon la voisine, la gêne »: the verb is still to come.
    let before = trim_back(scope, start, s);
    if before > start && scope.kind(before - 1) == Some(ChunkKind::Relative) {
        return (start, stop);
    }
    // « Trois blessés — dont un grave, selon les pompiers — ont été soignés »
    let dash = |i: &usize| scope.kind(*i) == Some(ChunkKind::Dash);
    if let Some(open) = (start + 1..s).rev().find(dash) {
        if let Some(close) = (end..stop).find(dash) {
            let relative = usize::from(scope.kind(open + 1) == Some(ChunkKind::Relative));
            return (open + 1 + relative, close);
        }
    }
    // « une fête où l'accueil a été, selon l'opposition, glacial »: the phrase cuts the relative clause in two.
    let cut = !tight
        && closes
        && before > start
        && scope.kind(before - 1) == Some(ChunkKind::Verb)
        && end + 1 < stop;
    for i in (start..s).rev() {
        if scope.kind(i) != Some(ChunkKind::Relative) || !open_relative(scope, i, s) {
            continue;
        }
        // « C'est cela qui explique, selon elle, … »
        if i > 0 && scope.is_word(scope.chunks[i - 1].head, &["ce"]) {
            break;
        }
        // « Le tueur, qui était armé selon X, a été abattu »: the main verb is still to come.
        if !scope.has_finite(start, i) {
            if scope.has_finite(end, stop) && closes {
                return (i + 1, end);
            }
        } else if tight {
            let comma = (end..stop).find(|&k| scope.kind(k) == Some(ChunkKind::Comma));
            return (i + 1, comma.unwrap_or(stop));
        } else if cut
            && (!scope.is_word(scope.chunks[i].head, &["que", "qu'"])
                || i > 0 && scope.kind(i - 1) == Some(ChunkKind::Comma))
        {
            return (i + 1, stop);
        }
        break;
    }
    if tight && !scope.has_finite(start, s) {
        // « Le bâtiment, fermé car dangereux selon les experts, sera rasé »
        let comma = (start..s)
            .rev()
            .find(|&i| scope.kind(i) == Some(ChunkKind::Comma));
        let main = closes && scope.chunks.get(end + 1).is_some_and(|c| c.is_finite());
        if let Some(comma) = comma.filter(|_| main) {
            return (comma + 1, end);
        }
        // « un marin « parti sans bruit » selon la présidente et dont la mort … »
        let goes_on = scope.chunks.get(end).is_some_and(|c| {
            c.is_finite() || matches!(c.kind, ChunkKind::Coordinator | ChunkKind::Relative)
        });
        if goes_on && scope.kind(s - 1) == Some(ChunkKind::Quote) {
            return (s - 1, end);
        }
    }
    (start, stop)
}

/// The relative clause that opens at `at` is not over at `until`: it has its verb, and no other one has come without a link.
fn open_relative(scope: &Scope<'_>, at: usize, until: usize) -> bool {
    let mut verbs = 0;
    let mut linked = true;
    for i in at + 1..until {
        match scope.kind(i) {
            Some(ChunkKind::Relative | ChunkKind::Subordinator | ChunkKind::Coordinator) => {
                linked = true;
            }
            Some(ChunkKind::Verb) if scope.chunks[i].is_finite() => {
                if !linked {
                    return false;
                }
                verbs += 1;
                linked = false;
            }
            _ => {}
        }
    }
    verbs > 0
}

/// What may stand between a source and its clause: « selon X, directrice du port, une ville du sud, qui confirmait, … ».
const APPOSITIONS: usize = 4;

/// Behind all that describes the source.
fn past_appositions(scope: &Scope<'_>, end: usize, speaker: usize) -> usize {
    let mut behind = end;
    for _ in 0..APPOSITIONS {
        let next = skip_apposition(scope, behind, speaker);
        if next <= behind {
            break;
        }
        behind = next;
    }
    behind
}

/// Behind an apposition or relative clause of the source: « selon X, qui confirmait une information, … ».
fn skip_apposition(scope: &Scope<'_>, end: usize, speaker: usize) -> usize {
    let i = scope.past_parenthesis(end);
    let mut k = i;
    if scope.kind(k) == Some(ChunkKind::Comma) {
        k += 1;
    }
    let Some(next) = scope.chunks.get(k) else {
        return i;
    };
    let comma_behind =
        |from: usize| (from..scope.chunks.len()).find(|&j| scope.kind(j) == Some(ChunkKind::Comma));
    // A relative clause may hold commas: the one that ends it has the reported clause behind it.
    let clause_behind = |from: usize| {
        (from..scope.chunks.len()).find(|&j| {
            scope.kind(j) == Some(ChunkKind::Comma)
                && (scope.kind(j + 1) == Some(ChunkKind::Quote) || main_clause(scope, j + 1))
        })
    };
    match next.kind {
        ChunkKind::Relative => clause_behind(k + 1)
            .or_else(|| comma_behind(k + 1))
            .unwrap_or(i),
        // « selon le bilan annuel, relatif aux rivières, … »
        ChunkKind::Adjective if k > i => comma_behind(k + 1)
            .filter(|&j| scope.kind(j + 1) == Some(ChunkKind::Quote) || main_clause(scope, j + 1))
            .unwrap_or(i),
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
        ChunkKind::Noun if k > i && apposed(scope, k, speaker) => {
            // « expert et consultant »: some functions look like participles.
            let behind = (k + 1..scope.chunks.len()).find(|&j| match scope.kind(j) {
                // « chargée de mission auprès de la direction (DD) de Fréval »
                Some(
                    ChunkKind::Noun
                    | ChunkKind::Adjective
                    | ChunkKind::Coordinator
                    | ChunkKind::Preposition
                    | ChunkKind::Adverb
                    | ChunkKind::Open
                    | ChunkKind::Close,
                ) => false,
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

fn apposed(scope: &Scope<'_>, at: usize, speaker: usize) -> bool {
    let chunk = &scope.chunks[at];
    let source = &scope.chunks[speaker];
    // « selon le maire, Luc Maret, … »: a name stands by a person's noun, « selon la police, Luc Maret est mort » by none.
    let named = source.flags.has(ChunkFlags::NAME);
    let person = named || scope.noun_class(source) == Some(NounClass::Person);
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
    // « selon Luc Maret, du syndicat des ports, … »
    if chunk.prep().is_some() {
        return named && clause && chunk.flags.has(ChunkFlags::OF) && scope.surely_speaks(at);
    }
    // « selon le ministre des Ports, Luc Maret, la digue tiendra »: a group between commas, and right behind them another one that
    // has the verb.
    let group = |i: usize| {
        scope.kind(i) == Some(ChunkKind::Noun)
            && scope.is_bare(i)
            && !scope.chunks[i].flags.has(ChunkFlags::TIME)
    };
    let other = clause
        && group(at)
        && group(end + 1)
        && scope
            .chunks
            .get(scope.complex_end(end + 1))
            .is_some_and(|c| c.is_finite() && c.subject().is_none());
    if other {
        return true;
    }
    // « selon la police de la Varenne, un département du sud, … »
    if clause && scope.is_word(chunk.first, &["un", "une"]) {
        return true;
    }
    if !scope.surely_speaks(at) {
        return false;
    }
    if chunk.flags.has(ChunkFlags::NAME) {
        // One name stands by one person: « selon des cadres, Luc Maret, ancien secrétaire, … » tells of him.
        let many = source.feats.has(Feats::PLUR) && !source.feats.has(Feats::SING);
        return person && clause && !many;
    }
    !chunk.flags.has(ChunkFlags::DETERMINED)
        || person && clause && scope.noun_class(chunk) == Some(NounClass::Person)
}
