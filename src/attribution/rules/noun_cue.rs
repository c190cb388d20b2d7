//! « l'affirmation du maire selon laquelle … », « la promesse de X de … »: a noun reports.

use super::{Found, Rule, RuleInfo};
use crate::attribution::grammar::complement_end;
use crate::attribution::scope::{Scope, Subject};
use crate::attribution::{Candidate, CueLemma, CueTokens};
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::claim::{CueClass, Polarity};
use crate::lexicon::{Feats, Frames, NounClass};

pub(super) const RULE: Rule = Rule {
    info: INFO,
    verbal: false,
    find,
};

const INFO: RuleInfo = RuleInfo {
    name: "noun_cue",
    summary: "A noun of saying or thinking with its holder, and a clause in que, selon laquelle, or an infinitive.",
    constructions: &[33],
    positive: &[
        "Personne ne croit {l'affirmation} du <maire> selon laquelle [la digue tiendra].",
        "On attend encore {la promesse} de <la mairie> de [rouvrir le pont].",
        "<La maire> a fermé le port, {au motif} que [la digue menace].",
        "On attend depuis {l'annonce} par <la mairie> que [le port fermera].",
        "<Le gouvernement> a redit hier soir {sa volonté} de [fermer le port].",
        "<Le maire>, {pour} qui [le port est une chance], a signé.",
        "<Le préfet>, {aux yeux} duquel [rien ne presse], part.",
        "<Le politologue Luc Maret>, {selon} lequel [la réforme échouera], a quitté le plateau.",
    ],
    negative: &[
        "L'idée que le temps passe est ancienne.",
        "Les promesses de la mairie n'ont pas suffi.",
        "Le maire, pour qui les pêcheurs ont voté, part.",
    ],
};

fn find(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    for n in 0..scope.chunks.len() {
        let chunk = &scope.chunks[n];
        if chunk.kind != ChunkKind::Noun {
            continue;
        }
        let Some(noun) = chunk
            .lemma()
            .and_then(|l| scope.article.source.lexicon.lemma(l).noun)
            .filter(|n| n.class == NounClass::Speech)
        else {
            continue;
        };
        let Some(class) = noun.cue else { continue };
        // « soutient l'idée que », « affiche son intention de »: the verb that reports has the holder for its subject.
        let verb = governor(scope, n);
        let governed = verb.is_some();
        if noun.frames.has(Frames::WEAK) && !governed {
            continue;
        }
        // « leur souhait partagé de maintenir »
        let mut holder = n + 1;
        while scope.kind(holder) == Some(ChunkKind::Adjective)
            || scope.chunks.get(holder).is_some_and(|c| {
                c.kind == ChunkKind::Verb && !c.is_finite() && c.feats.has(Feats::PAST_PARTICIPLE)
            }) && chunk.feats.has(Feats::POSSESSIVE)
        {
            holder += 1;
        }
        let of = scope.chunks.get(holder).is_some_and(|c| {
            c.kind == ChunkKind::Noun
                && (c.flags.has(ChunkFlags::OF) || scope.prep_is(c, &["par"]))
                && scope.surely_speaks(holder)
                && !c.flags.has(ChunkFlags::PRONOUN)
        });
        let own = governed || chunk.feats.has(Feats::POSSESSIVE);
        let (mut end, subject) = if of {
            (scope.complex_end(holder), Some(scope.group(holder)))
        } else if own {
            (
                holder,
                match verb {
                    Some(v) => scope
                        .subject_of(v)
                        .filter(|_| scope.chunks[v].is_finite())
                        .or_else(|| scope.controller(v)),
                    None => scope.controller(n),
                },
            )
        } else {
            continue;
        };
        // « le refus de Luc Maret (2019-2024) de … »
        end = scope.past_parenthesis(end);
        let Some(start) = clause(scope, end, noun.frames) else {
            continue;
        };
        let Some(subject) = subject.filter(|&s| {
            !scope.is_first_person(s)
                && !scope.is_on(s)
                && !matches!(s, Subject::Group { chunk, .. } if !scope.may_speak(chunk))
        }) else {
            continue;
        };
        let Some(lemma) = chunk.lemma() else { continue };
        let cue = CueTokens {
            tokens: chunk.first..chunk.end,
            lemma: CueLemma::Lexicon(lemma),
            class,
            polarity: Polarity::Affirmed,
        };
        Found {
            rule: &INFO,
            rank: 45,
            content: vec![scope.part(start, complement_end(scope, Some(n), start))],
            cue: Some(cue),
            speaker: scope.speaker(subject),
            quotation: None,
            confidence: 0.6,
        }
        .push(scope, out);
    }
    according_to_whom(scope, out);
    on_the_ground(scope, out);
}

/// A clause that says how things are: what somebody may hold. « pour qui les riverains ont voté » tells what was done for them.
fn states(scope: &Scope<'_>, at: usize) -> bool {
    (at..scope.chunks.len().min(at + 6))
        .find(|&i| scope.chunks[i].is_finite())
        .is_some_and(|i| {
            matches!(
                scope.lemma(&scope.chunks[i]),
                "être"
                    | "rester"
                    | "demeurer"
                    | "constituer"
                    | "représenter"
                    | "devoir"
                    | "falloir"
                    | "sembler"
                    | "s'agir"
                    | "agir"
            ) || scope.is_word(
                scope.chunks[i].first,
                &["doit", "doivent", "devrait", "faut"],
            )
        })
}

/// « Le maire a fermé le port, au motif que la digue menace »: the reason that whoever acts gives.
fn on_the_ground(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    for n in 1..scope.chunks.len().saturating_sub(2) {
        let chunk = &scope.chunks[n];
        if !(scope.chunk_is(n, ChunkKind::Noun, &["motif", "prétexte"])
            && scope.prep_is(chunk, &["au", "sous"])
            && matches!(
                scope.kind(n + 1),
                Some(ChunkKind::Subordinator | ChunkKind::Relative)
            )
            && scope.is_word(scope.chunks[n + 1].head, &["que", "qu'"]))
        {
            continue;
        }
        let Some(verb) = scope.finite_before(n) else {
            continue;
        };
        // Who refuses is not who is refused.
        if scope.chunks[verb].flags.has(ChunkFlags::PASSIVE) {
            continue;
        }
        let Some(subject) = scope.subject_of(verb).filter(|&s| {
            !scope.is_first_person(s)
                && !scope.is_on(s)
                && !matches!(s, Subject::Group { chunk, .. } if !scope.surely_speaks(chunk))
        }) else {
            continue;
        };
        let cue = CueTokens {
            tokens: chunk.start()..chunk.end,
            lemma: CueLemma::Fixed("au motif que"),
            class: CueClass::Explanation,
            polarity: Polarity::Affirmed,
        };
        Found {
            rule: &INFO,
            rank: 45,
            content: vec![scope.part(n + 2, complement_end(scope, Some(n + 1), n + 2))],
            cue: Some(cue),
            speaker: scope.speaker(subject),
            quotation: None,
            confidence: 0.6,
        }
        .push(scope, out);
    }
}

/// « a redit hier soir sa volonté de »: the reporting verb whose object the noun is.
fn governor(scope: &Scope<'_>, n: usize) -> Option<usize> {
    if scope.chunks[n].prep().is_some() {
        return None;
    }
    (n.saturating_sub(4)..n)
        .rev()
        .find(|&i| {
            !(scope.kind(i) == Some(ChunkKind::Adverb)
                || scope.chunks[i].flags.has(ChunkFlags::TIME))
        })
        .filter(|&v| scope.reports(v, u32::MAX).is_some())
}

/// « le politologue Luc Maret, selon lequel … »
fn according_to_whom(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    for s in 1..scope.chunks.len().saturating_sub(1) {
        let chunk = &scope.chunks[s];
        let whom = scope.chunk_is(
            s + 1,
            ChunkKind::Relative,
            &["lequel", "laquelle", "lesquels", "lesquelles", "qui"],
        );
        let comma = scope.kind(s - 1) == Some(ChunkKind::Comma);
        let (lemma, tokens) = if whom && scope.chunk_is(s, ChunkKind::Preposition, &["selon"]) {
            ("selon", chunk.head..chunk.head + 1)
        } else if comma
            && scope.chunk_is(s, ChunkKind::Preposition, &["pour"])
            && scope.chunk_is(s + 1, ChunkKind::Relative, &["qui"])
            && states(scope, s + 2)
        {
            // « Luc Maret, pour qui le port est une chance »
            ("pour", chunk.head..chunk.head + 1)
        } else if comma
            && scope.chunk_is(s, ChunkKind::Noun, &["yeux"])
            && scope.chunk_is(
                s + 1,
                ChunkKind::Relative,
                &["duquel", "desquels", "desquelles"],
            )
        {
            ("aux yeux de", chunk.start()..chunk.end)
        } else {
            continue;
        };
        let Some(subject) = scope.antecedent(s, None) else {
            continue;
        };
        if !matches!(subject, Subject::Group { chunk, .. } if scope.surely_speaks(chunk) && scope.noun_class(&scope.chunks[chunk]) != Some(NounClass::Speech))
        {
            continue;
        }
        let mut start = s + 2;
        while scope.kind(start) == Some(ChunkKind::Comma) {
            start += 1;
        }
        let cue = CueTokens {
            tokens,
            lemma: CueLemma::Fixed(lemma),
            class: CueClass::Neutral,
            polarity: Polarity::Affirmed,
        };
        Found {
            rule: &INFO,
            rank: 72,
            content: vec![scope.part(start, complement_end(scope, Some(s + 1), start))],
            cue: Some(cue),
            speaker: scope.speaker(subject),
            quotation: None,
            confidence: 0.85,
        }
        .push(scope, out);
    }
}

/// Where the clause of the noun begins.
fn clause(scope: &Scope<'_>, at: usize, frames: Frames) -> Option<usize> {
    let here = scope.chunks.get(at)?;
    match here.kind {
        // A relative pronoun looks alike: « l'idée que défend le maire » has its verb at once.
        ChunkKind::Subordinator | ChunkKind::Relative
            if frames.has(Frames::QUE) && scope.is_word(here.head, &["que", "qu'"]) =>
        {
            let relative = scope
                .chunks
                .get(at + 1)
                .is_some_and(|c| c.is_finite() && c.subject().is_none());
            (!relative).then_some(at + 1)
        }
        ChunkKind::Preposition
            if scope.is_word(here.head, &["selon"])
                && scope.kind(at + 1) == Some(ChunkKind::Relative) =>
        {
            Some(at + 2)
        }
        ChunkKind::Preposition
            if frames.has(Frames::DE_INF) && scope.is_word(here.head, &["de", "d'"]) =>
        {
            scope
                .chunks
                .get(at + 1)
                .filter(|c| c.kind == ChunkKind::Verb && c.feats.has(Feats::INFINITIVE))
                .map(|_| at + 1)
        }
        ChunkKind::Preposition if frames.has(Frames::A_INF) && scope.is_word(here.head, &["à"]) => {
            scope
                .chunks
                .get(at + 1)
                .filter(|c| c.kind == ChunkKind::Verb && c.feats.has(Feats::INFINITIVE))
                .map(|_| at + 1)
        }
        _ => None,
    }
    .filter(|&start| start < scope.chunks.len())
}
