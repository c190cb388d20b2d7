//! « Elle assure avoir prévenu », « il promet de venir », « le préfet appelle à voter ».

use super::{Found, Rule, RuleInfo};
use crate::attribution::grammar::complement_end;
use crate::attribution::scope::Scope;
use crate::attribution::{Candidate, CueLemma, Part, SpeakerTokens};
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::claim::CueClass;
use crate::lexicon::{Feats, Frames, Pos};

pub(super) const RULE: Rule = Rule {
    info: INFO,
    verbal: false,
    find,
};

const INFO: RuleInfo = RuleInfo {
    name: "infinitive",
    summary: "A reporting verb with an infinitive: bare, with de, or with à, an addressee between them or not.",
    constructions: &[10, 27, 35, 40],
    positive: &[
        "<La ville> {accuse} l'usine d'[avoir pollué la rade], ce que nie la direction.",
        "<Elle> {assure} [avoir prévenu la mairie].",
        "<Le préfet> {a appelé} les habitants à [rester chez eux].",
        "<La maire> {a promis} de [rouvrir le pont].",
        "<Luc Maret> {dit} [vouloir partir].",
        "<Les dockers> {ont promis} d'y [« revenir »].",
        "<Luc Maret> {promet} donc « d'[accélérer » les travaux du port].",
        "<Le parquet> {a annoncé} au journal Sud Rade [avoir ouvert une enquête].",
        "<Elle> {dit}, avec dix euros par jour, [n'avoir « pas à se plaindre »].",
        "<Les soignants> et les aides du port {disent} [avoir prévenu la mairie].",
        "<Courriol> {avait continué d'accuser} la « clique du quai » de [piloter les vols].",
        "<Luc Maret> {compte} malgré tout [« garder la criée ouverte »].",
        "<La maire> {veut} [alléger « des règles trop lourdes »].",
    ],
    negative: &[
        "La maire a refusé de répondre à nos questions.",
        "Elle a décidé de partir.",
        "Il commence à pleuvoir.",
        "Les syndicats appellent à une grève à partir de jeudi.",
        "Pour tenter d'apaiser la « colère bleue », le préfet a reculé.",
        "Le patron a voulu lui prendre « une bonne moitié » de ses ouvriers.",
        "Il convient de fermer les volets.",
        "Le maire veut rouvrir le pont.",
        "Les pêcheurs réclament plus de pouvoir d'achat.",
        "Les riverains ont été prévenus ou priés de monter aux étages.",
    ],
};

const REACH: usize = 10;

fn find(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    for v in 0..scope.chunks.len() {
        wish(scope, v, out);
        let Some(class) = scope.reports(
            v,
            Frames::INF | Frames::DE_INF | Frames::A_INF | Frames::OBJ_DE_INF,
        ) else {
            continue;
        };
        if scope.chunks[v].flags.has(ChunkFlags::PASSIVE) || shares_passive(scope, v) {
            continue;
        }
        let Some(start) = infinitive(scope, v) else {
            continue;
        };
        // « il convient de patienter »: nobody admits it.
        let chunk = &scope.chunks[v];
        let il = chunk.subject().is_some_and(|t| scope.is_word(t, &["il"]));
        if il && scope.lemma(chunk) == "convenir" && !scope.is_compound(v) {
            continue;
        }
        // « refuse de répondre », « n'a pas voulu commenter »: nothing is said.
        let silent = scope.lemma(&scope.chunks[v]) == "refuser"
            && matches!(
                scope.lemma(&scope.chunks[start]),
                "répondre"
                    | "commenter"
                    | "s'exprimer"
                    | "réagir"
                    | "parler"
                    | "se prononcer"
                    | "témoigner"
            );
        if silent {
            continue;
        }
        let Some(speaker) = holder(scope, v) else {
            continue;
        };
        let end = complement_end(scope, Some(v), start);
        // A will or a decision is a report only when it holds somebody's words.
        let quoted = super::speech_object::holds_speech(scope, start, end);
        // « pour tenter de calmer la « colère bleue » »: an aim.
        let aim = v > 0
            && scope.chunks[v].feats.has(Feats::INFINITIVE)
            && scope.chunk_is(v - 1, ChunkKind::Preposition, &["pour"]);
        if scope.frames(v).has(Frames::WEAK) && (!quoted || aim) {
            continue;
        }
        let confidence = if scope.frames(v).has(Frames::WEAK) {
            0.5
        } else {
            0.8
        };
        Found {
            rule: &INFO,
            rank: 64,
            content: vec![content(scope, start, end)],
            cue: Some(scope.verb_cue(v, Some(class))),
            speaker,
            quotation: None,
            confidence,
        }
        .push(scope, out);
    }
}

/// « ont été prévenus ou priés de monter »: the participle goes on with a passive.
fn shares_passive(scope: &Scope<'_>, v: usize) -> bool {
    let chunk = &scope.chunks[v];
    !chunk.is_finite()
        && chunk.feats.has(Feats::PAST_PARTICIPLE)
        && scope
            .finite_before(v)
            .is_some_and(|f| scope.chunks[f].flags.has(ChunkFlags::PASSIVE))
}

/// « veut alléger « des règles trop lourdes » »: the verb of will and the infinitive are one group, and the will is a report
/// where it holds somebody's words.
fn wish(scope: &Scope<'_>, v: usize, out: &mut Vec<Candidate>) {
    let chunk = &scope.chunks[v];
    let source = scope.article.source;
    if !chunk.is_finite()
        || !source.tags[chunk.head as usize].is_verb(Feats::INFINITIVE)
        || scope.verb(chunk).is_some_and(|verb| verb.class.is_some())
    {
        return;
    }
    let will = (chunk.first..chunk.head).find(|&t| {
        matches!(
            source.lemma_text(source.tags[t as usize].lemma()),
            "vouloir" | "souhaiter" | "préférer"
        )
    });
    let Some(will) = will else { return };
    // « a voulu lui prendre »: tried to, which says what was done.
    let tag = &source.tags[will as usize];
    let tried = tag.is_verb(Feats::PAST_PARTICIPLE)
        && source.lemma_text(tag.lemma()) == "vouloir"
        && !chunk.flags.has(ChunkFlags::NEGATED);
    if tried {
        return;
    }
    let end = complement_end(scope, Some(v), v + 1);
    let reports = |i: &usize| scope.reports(*i, u32::MAX).is_some();
    let near = (v + 1..end).find(reports).unwrap_or(end);
    if !super::speech_object::holds_speech(scope, v + 1, near) {
        return;
    }
    let Some(speaker) = holder(scope, v) else {
        return;
    };
    let mut cue = scope.verb_cue(v, Some(CueClass::Intention));
    cue.tokens.end = will + 1;
    if let Some(lemma) = source.tags[will as usize].lemma() {
        cue.lemma = CueLemma::Lexicon(lemma);
    }
    let start = (will + 1..chunk.head)
        .find(|&t| !matches!(source.pos(t), Pos::Adv | Pos::Neg | Pos::Clitic))
        .unwrap_or(chunk.head);
    Found {
        rule: &INFO,
        rank: 50,
        content: vec![start..scope.part(v, end).end],
        cue: Some(cue),
        speaker,
        quotation: None,
        confidence: 0.5,
    }
    .push(scope, out);
}

/// What is promised, ordered, wanted; « promet « d'ouvrir » »: de between the marks is no part of it.
fn content(scope: &Scope<'_>, start: usize, end: usize) -> Part {
    let mut part = scope.part(start, end);
    if let Some(q) = scope.chunks[start].quotation() {
        let inside = scope.article.source.marks.content_tokens(q);
        if scope.is_word(inside.start, &["de", "d'", "à"]) {
            part.start = inside.start + 1;
        }
    }
    part
}

/// The infinitive that the verb at `v` governs.
fn infinitive(scope: &Scope<'_>, v: usize) -> Option<usize> {
    let frames = scope.frames(v);
    let bare = |i: usize| {
        scope
            .chunks
            .get(i)
            .is_some_and(|c| c.kind == ChunkKind::Verb && c.feats.has(Feats::INFINITIVE))
    };
    let mut i = scope.past_contrast(v + 1);
    // « dit, avec dix euros par jour, n'avoir « pas à se plaindre » »
    if scope.kind(i) == Some(ChunkKind::Comma)
        && scope.chunks.get(i + 1).is_some_and(|c| c.prep().is_some())
    {
        i = (i + 1..scope.chunks.len().min(i + 6))
            .find(|&k| scope.kind(k) != Some(ChunkKind::Noun))
            .filter(|&k| scope.kind(k) == Some(ChunkKind::Comma))
            .map_or(i, |k| k + 1);
    }
    // « assure bel et bien connaître »
    while scope.chunks.get(i).is_some_and(|c| {
        c.kind == ChunkKind::Adverb
            || scope.is_word(c.head, &["bel", "et", "bien"])
            || c.kind == ChunkKind::Noun
                && (c.flags.has(ChunkFlags::TIME | ChunkFlags::JUXTAPOSED)
                    || scope.prep_is(c, &["à", "au", "aux", "sur", "dans", "auprès"]))
    }) {
        i += 1;
    }
    // « disent en être fiers »
    let clitic = scope.chunk_is(i, ChunkKind::Preposition, &["en", "y"]) && bare(i + 1);
    // « veut « en finir » »
    if frames.has(Frames::INF) && (bare(i) || clitic || quote_of_infinitive(scope, i)) {
        return Some(i);
    }
    let mut commas = 0;
    for i in v + 1..(v + 1 + REACH).min(scope.chunks.len()) {
        let here = &scope.chunks[i];
        match here.kind {
            ChunkKind::Preposition => {
                let de = frames.has(Frames::DE_INF | Frames::OBJ_DE_INF)
                    && scope.is_word(here.head, &["de", "d'"]);
                let to = frames.has(Frames::A_INF) && scope.is_word(here.head, &["à"]);
                // « réclament plus de pouvoir d'achat »
                let quantity = scope.is_word(
                    here.first.saturating_sub(1),
                    &[
                        "plus",
                        "moins",
                        "trop",
                        "peu",
                        "assez",
                        "tant",
                        "beaucoup",
                        "davantage",
                    ],
                ) && !(scope.chunks[v].first..scope.chunks[v].end)
                    .any(|t| scope.is_word(t, &["ne", "n'"]));
                // « appelle au boycott à partir de mai »
                let since = to
                    && scope
                        .chunks
                        .get(i + 1)
                        .is_some_and(|c| scope.is_word(c.head, &["partir"]))
                    && scope.chunks.get(i + 2).is_some_and(|c| {
                        c.flags.has(ChunkFlags::TIME) && scope.prep_is(c, &["de", "d'", "du"])
                    });
                if !(de || to) || quantity || since {
                    return None;
                }
                if bare(i + 1) {
                    return Some(i + 1);
                }
                // « à "rentrer" », « d'y « rester » »: the marks open between the preposition and the infinitive.
                let clitic = usize::from(
                    scope
                        .chunks
                        .get(i + 1)
                        .is_some_and(|c| scope.is_word(c.first, &["en", "y"]))
                        && scope.kind(i + 1) != Some(ChunkKind::Noun),
                );
                return quote_of_infinitive(scope, i + 1 + clitic).then_some(i + 1 + clitic);
            }
            // « promet « d'ouvrir » »
            ChunkKind::Quote if frames.has(Frames::DE_INF | Frames::OBJ_DE_INF | Frames::A_INF) => {
                let first = scope
                    .article
                    .source
                    .marks
                    .content_tokens(here.quotation()?)
                    .start;
                let de = frames.has(Frames::DE_INF | Frames::OBJ_DE_INF)
                    && scope.is_word(first, &["de", "d'"]);
                let to = frames.has(Frames::A_INF) && scope.is_word(first, &["à"]);
                return ((de || to) && quote_of_infinitive(scope, i)).then_some(i);
            }
            ChunkKind::Noun | ChunkKind::Adverb | ChunkKind::Adjective => {}
            // « à Fréval et à Courriol », « promet donc de »
            ChunkKind::Coordinator
                if scope.kind(i + 1) == Some(ChunkKind::Noun)
                    || scope.is_word(here.head, &["donc"]) => {}
            // « les habitants encore installés sur la digue à partir »
            ChunkKind::Verb
                if here
                    .feats
                    .has(Feats::PAST_PARTICIPLE | Feats::PRESENT_PARTICIPLE)
                    && !here.flags.has(ChunkFlags::GERUND)
                    && !scope
                        .frames(i)
                        .has(Frames::DE_INF | Frames::OBJ_DE_INF | Frames::A_INF) => {}
            ChunkKind::Comma => commas += 1,
            _ => return None,
        }
        if commas > 2 {
            return None;
        }
    }
    None
}

fn quote_of_infinitive(scope: &Scope<'_>, at: usize) -> bool {
    let Some(q) = scope.chunks.get(at).and_then(|c| c.quotation()) else {
        return false;
    };
    let tags = scope.quoted_tags(q);
    let content = scope.article.source.marks.content_tokens(q);
    let de = usize::from(scope.is_word(content.start, &["de", "d'", "à"]));
    // Clitics, negation and an adverb may stand before it, nothing else.
    tags.iter()
        .skip(de)
        .take(5)
        .find(|t| !matches!(t.pos, Pos::Neg | Pos::ObjectPron | Pos::Adv))
        .is_some_and(|t| t.is_verb(Feats::INFINITIVE))
}

/// Who holds a verb that takes a complement; « on » is nobody here.
pub(super) fn holder(scope: &Scope<'_>, v: usize) -> Option<SpeakerTokens> {
    match scope.holder(v)? {
        Some(s) if scope.is_on(s) => None,
        Some(s) => Some(scope.speaker(s)),
        None => Some(SpeakerTokens::Carried),
    }
}
