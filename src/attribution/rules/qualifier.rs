//! « Il qualifie le texte de « honteux » », « juge la mesure « brutale » ».

use super::infinitive::holder;
use super::speech_object::holds_speech;
use super::{Found, Rule, RuleInfo};
use crate::attribution::Candidate;
use crate::attribution::grammar::complement_end;
use crate::attribution::scope::{Scope, Subject};
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::lexicon::{Feats, Frames, NounClass, Pos};
use crate::tokens::TokenKind;

pub(super) const RULE: Rule = Rule {
    info: INFO,
    verbal: true,
    find,
};

const INFO: RuleInfo = RuleInfo {
    name: "qualifier",
    summary: "A verb that gives its object a predicate, quoted or not: juger, qualifier de, décrire comme.",
    constructions: &[10, 36, 38],
    positive: &[
        "<Il> {qualifie} [le texte de « honteux »].",
        "<Luc Maret> {se définissait} comme [un « pêcheur sans port »].",
        "<Le maire> {a jugé} [la mesure « brutale et tardive »].",
        "Les bâches {jugées} [« hideuses »] par <l'autorité portuaire> ont disparu.",
        "Le projet, {qualifié} par <la mairesse> de [« rêve coûteux »], est abandonné.",
        "Les passants {ont été présentés} par <la préfecture> comme [des « pillards d'occasion »].",
        "Des propos aussitôt {qualifiés} d'[« indignes »] par <la mairie>.",
        "<Le maire> {juge} [le projet trop cher].",
        "<Elle> {se décrit} comme [une artisane].",
        "<Certains> {considèrent} [ce tri comme une corvée].",
        "<Odile Brun> {estime} [nécessaire de fermer le port].",
        "Cette politique, {jugée} [trop laxiste] par <le syndicat>, est abandonnée.",
        "L'année, qu'<elle> {décrit} aujourd'hui comme [« la pire de sa vie »], est passée.",
        "<Le ministre> a écouté les élus et {jugé} [important de refaire le texte].",
        "<Bruxelles> a rejeté le budget, {le jugeant} [trop optimiste].",
        "Cette panne, que <le maire> {a qualifiée} d'[« absurde »], est la troisième.",
    ],
    negative: &[
        "Elle a jugé trois affaires.",
        "Le vieux policier trouvera la paix dans « Les Marées ».",
        "Au phare, où il vit depuis un an, « le silence est roi ».",
        "Le texte est qualifié de provisoire.",
        "Le tribunal a jugé une affaire civile.",
        "Elle traite les questions de sécurité.",
    ],
};

fn find(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    for v in 0..scope.chunks.len() {
        let Some(class) = scope.reports(v, Frames::OBJ_ATTR | Frames::OBJ_DE | Frames::OBJ_COMME)
        else {
            continue;
        };
        let chunk = &scope.chunks[v];
        // « a écouté les élus et jugé utile de réécrire le texte »
        let goes_on = || {
            !chunk.is_finite()
                && scope.shares_auxiliary(v)
                && scope.finite_before(v).is_some_and(|f| scope.is_compound(f))
        };
        if chunk.flags.has(ChunkFlags::PASSIVE)
            || chunk.feats.has(Feats::PAST_PARTICIPLE) && !goes_on()
        {
            passive(scope, v, class, out);
            continue;
        }
        // « le perçoivent comme « » », « se présente comme un « » », « décrit aujourd'hui comme « » »
        let introduced = comme_behind(scope, v);
        let like = introduced.is_some();
        let start = introduced.unwrap_or(v + 1);
        if !like
            && !matches!(
                scope.kind(start),
                Some(
                    ChunkKind::Noun
                        | ChunkKind::Adverb
                        | ChunkKind::Preposition
                        | ChunkKind::Adjective
                        | ChunkKind::Quote
                )
            )
        {
            continue;
        }
        let end = complement_end(scope, Some(v), start);
        let of = scope.is_word(scope.chunks[start].start(), &["de", "d'"])
            || opens_with_de(scope, start);
        let end = if like || of {
            resumed(scope, start, end)
        } else {
            end
        };
        let predicate = scope.frames(v).has(Frames::OBJ_ATTR)
            && scope.kind(start) == Some(ChunkKind::Adjective)
            && scope.kind(start + 1) == Some(ChunkKind::Noun)
            && scope.chunks[start + 1].prep().is_none();
        let judged = predicate || judgement(scope, v, start, end);
        if !judged && !holds_speech(scope, start, end) {
            continue;
        }
        if !like && !judged && apart(scope, v, start, end) {
            continue;
        }
        // « décrire comme », « qualifier de »: without the word there is no predicate.
        let frames = scope.frames(v);
        let joined = like
            || (start..end).any(|i| {
                let c = &scope.chunks[i];
                frames.has(Frames::OBJ_COMME) && scope.is_word(c.head, &["comme"])
                    || frames.has(Frames::OBJ_COMME) && scope.prep_is(c, &["comme"])
                    || frames.has(Frames::OBJ_DE)
                        && (c.flags.has(ChunkFlags::OF)
                            || c.kind == ChunkKind::Preposition
                                && scope.is_word(c.head, &["de", "d'"]))
            });
        // « les traite « d'hypocrites » »
        let joined = joined || (start..end).any(|i| opens_with_de(scope, i));
        if matches!(
            scope.lemma(&scope.chunks[v]),
            "présenter" | "se présenter" | "traiter"
        ) && !joined
        {
            continue;
        }
        let Some(speaker) = holder(scope, v) else {
            continue;
        };
        let mut part = scope.part(start, end);
        if let Some(first) = (start..end)
            .find(|&i| scope.kind(i) != Some(ChunkKind::Adverb))
            .filter(|&i| opens_with_de(scope, i))
        {
            part.start = match scope.chunks[first].quotation() {
                Some(q) => scope.article.source.marks.content_tokens(q).start + 1,
                None => scope.chunks[first].start() + 1,
            };
        } else if frames.has(Frames::OBJ_DE) && scope.is_word(part.start, &["de", "d'"]) {
            // « qu'elle qualifie d'« horrible » »: the object stands before the verb.
            part.start += 1;
        }
        Found {
            rule: &INFO,
            rank: 55,
            content: vec![part],
            cue: Some(scope.verb_cue(v, Some(class))),
            speaker,
            quotation: None,
            confidence: 0.8,
        }
        .push(scope, out);
    }
}

/// Behind « comme », across moments and adverbs.
fn comme_behind(scope: &Scope<'_>, v: usize) -> Option<usize> {
    if !scope.frames(v).has(Frames::OBJ_COMME) {
        return None;
    }
    let mut i = v + 1;
    while scope.chunks.get(i).is_some_and(|c| {
        c.kind == ChunkKind::Adverb && !scope.is_word(c.head, &["comme"])
            || c.kind == ChunkKind::Noun && c.flags.has(ChunkFlags::TIME)
            || c.kind == ChunkKind::Comma
    }) {
        i += 1;
    }
    let comme = scope.chunks.get(i).is_some_and(|c| {
        c.end == c.first + 1
            && matches!(
                c.kind,
                ChunkKind::Subordinator | ChunkKind::Adverb | ChunkKind::Preposition
            )
            && scope.is_word(c.head, &["comme"])
    });
    (comme && i + 1 < scope.chunks.len()).then_some(i + 1)
}

/// « …, qu'elle a qualifiée d'« absurde », est la troisième »: the clause around the relative one goes on.
fn resumed(scope: &Scope<'_>, start: usize, end: usize) -> usize {
    (start + 1..end)
        .take_while(|&i| {
            !matches!(
                scope.kind(i),
                Some(ChunkKind::Relative | ChunkKind::Subordinator)
            )
        })
        .find(|&i| {
            scope.kind(i) == Some(ChunkKind::Comma)
                && scope.chunks.get(i + 1).is_some_and(|c| {
                    c.is_finite() && c.subject().is_none() && !c.flags.has(ChunkFlags::INVERTED)
                })
        })
        .unwrap_or(end)
}

/// « juge le projet trop cher », « estime nécessaire de fermer », « considère cela comme un affront », « traite le maire de menteur »:
/// a predicate of the object, in the author's words.
fn judgement(scope: &Scope<'_>, v: usize, start: usize, end: usize) -> bool {
    let frames = scope.frames(v);
    if frames.has(Frames::WEAK) {
        return false;
    }
    // « elle se décrit comme une artisane »: of themselves, in the author's words.
    let chunk = &scope.chunks[v];
    if chunk.flags.has(ChunkFlags::REFLEXIVE)
        && frames.has(Frames::OBJ_COMME)
        && (scope.is_word(scope.chunks[start].start(), &["comme"])
            || scope.is_word(scope.chunks[start - 1].head, &["comme"])
                && scope.kind(start) != Some(ChunkKind::Comma))
    {
        return scope.subject_of(v).is_some_and(
            |s| !matches!(s, Subject::Group { chunk, .. } if !scope.surely_speaks(chunk)),
        );
    }
    if frames.has(Frames::WEAK) {
        return false;
    }
    let object = scope
        .chunks
        .get(start)
        .is_some_and(|c| c.kind == ChunkKind::Noun && c.prep().is_none());
    let behind = if object {
        scope.complex_end(start)
    } else {
        start
    };
    if frames.has(Frames::OBJ_COMME)
        && (start..end).any(|i| {
            scope.chunk_is(i, ChunkKind::Subordinator, &["comme"])
                && !scope.has_finite(i, end.min(i + 3))
        })
        && (object || scope.chunks[v].flags.has(ChunkFlags::OBJECT))
    {
        return true;
    }
    if frames.has(Frames::OBJ_ATTR) {
        // « le juge insuffisant », « la jugeant trop chère », « les estime hors de propos »
        if chunk.flags.has(ChunkFlags::OBJECT) && !chunk.flags.has(ChunkFlags::REFLEXIVE) {
            let at = start + usize::from(scope.kind(start) == Some(ChunkKind::Adverb));
            return scope.kind(at) == Some(ChunkKind::Adjective)
                || scope
                    .chunks
                    .get(at)
                    .is_some_and(|c| scope.prep_is(c, &["hors"]));
        }
        // « juge nécessaire de fermer le port »
        if scope.kind(start) == Some(ChunkKind::Adjective) {
            return scope.chunk_is(start + 1, ChunkKind::Preposition, &["de", "d'"])
                && scope
                    .chunks
                    .get(start + 2)
                    .is_some_and(|c| c.feats.has(Feats::INFINITIVE) || c.kind == ChunkKind::Quote)
                || scope.chunk_is(start + 1, ChunkKind::Subordinator, &["que", "qu'"]);
        }
        // « juge le projet de loi | insuffisant », « juge le projet trop cher »
        let degree = |t: u32| {
            scope.is_word(
                t,
                &[
                    "trop", "très", "peu", "assez", "plutôt", "bien", "si", "aussi", "plus",
                    "moins",
                ],
            )
        };
        let graded = object
            && (start..behind).any(|i| {
                let c = &scope.chunks[i];
                (c.first + 1..c.end).any(|t| {
                    degree(t) && t + 1 < c.end && scope.article.source.pos(t + 1) == Pos::Adj
                })
            });
        let adverb = usize::from(
            scope.kind(behind) == Some(ChunkKind::Adverb) && degree(scope.chunks[behind].first),
        );
        let apart =
            object && behind > start + 1 && scope.kind(behind - 1) == Some(ChunkKind::Adjective)
                || object && adverb == 1 && scope.kind(behind + 1) == Some(ChunkKind::Adjective);
        return graded || apart || object && evaluates(scope, start, behind);
    }
    // « qualifie l'attaque de lâche »
    let person = || {
        let c = &scope.chunks[start];
        c.flags.has(ChunkFlags::PRONOUN | ChunkFlags::NAME)
            || scope.noun_class(c) == Some(NounClass::Person)
    };
    frames.has(Frames::OBJ_DE)
        && object
        && (scope.lemma(&scope.chunks[v]) == "qualifier" || person())
        && (start + 1..behind.max(start + 2).min(end)).any(|i| {
            let c = &scope.chunks[i];
            c.flags.has(ChunkFlags::OF) && !c.flags.has(ChunkFlags::DETERMINED | ChunkFlags::NAME)
                || scope.chunk_is(i, ChunkKind::Preposition, &["de", "d'"])
                    && scope.kind(i + 1) == Some(ChunkKind::Adjective)
        })
}

/// « jugée trop laxiste par certains », « considéré comme dangereux par les pêcheurs », « qualifié de lâche par le maire »
fn predicate_between(scope: &Scope<'_>, v: usize, start: usize, by: usize) -> bool {
    let frames = scope.frames(v);
    if frames.has(Frames::WEAK) {
        return false;
    }
    let first = &scope.chunks[start];
    let like = scope.is_word(first.head, &["comme"]) || scope.prep_is(first, &["comme"]);
    frames.has(Frames::OBJ_COMME) && like
        || frames.has(Frames::OBJ_ATTR)
            && (start..by).all(|i| {
                matches!(
                    scope.kind(i),
                    Some(ChunkKind::Adjective | ChunkKind::Adverb)
                ) || i > start && scope.kind(i) == Some(ChunkKind::Noun) && i + 1 == by
            })
        || frames.has(Frames::OBJ_DE)
            && (first.flags.has(ChunkFlags::OF) && !first.flags.has(ChunkFlags::DETERMINED)
                || scope.is_word(first.head, &["de", "d'"])
                    && scope.kind(start + 1) != Some(ChunkKind::Verb))
}

/// « juge la mesure insuffisante »: the adjective of a definite object gives a value. One that classes (« les dégâts matériels ») does not.
fn evaluates(scope: &Scope<'_>, start: usize, behind: usize) -> bool {
    let chunk = &scope.chunks[behind - 1];
    let last = chunk.end - 1;
    let definite = Feats::DEFINITE | Feats::POSSESSIVE | Feats::DEMONSTRATIVE;
    if !scope.chunks[start].feats.has(definite)
        || last <= chunk.first
        || scope.article.source.pos(last) != Pos::Adj
    {
        return false;
    }
    let word = scope.word(last).to_lowercase();
    let stem = word.trim_end_matches(['s', 'x']);
    ["in", "im", "ir", "il", "mal", "dé"]
        .iter()
        .any(|p| word.starts_with(p))
        || ["able", "ible", "eu", "euse", "if", "ive", "ant", "ante"]
            .iter()
            .any(|e| stem.ends_with(e))
}

/// « trouvera la paix dans « Les Marées » », « vit là depuis un an, « le calme est roi » »: the first quotation is no predicate.
fn apart(scope: &Scope<'_>, v: usize, start: usize, end: usize) -> bool {
    let Some(at) = (start..end).find(|&i| holds_speech(scope, i, i + 1)) else {
        return false;
    };
    let commas = scope
        .between(start, at)
        .iter()
        .filter(|c| c.kind == ChunkKind::Comma)
        .count();
    // « y voit dans ces mots … », « juge … pour »: voir and its like put the thing behind dans or en.
    let attribute = scope.frames(v).has(Frames::OBJ_ATTR);
    let places = &["dans", "sur", "pour", "avec", "chez", "devant", "lors"];
    let adjunct = attribute
        && (scope.chunks[at].kind == ChunkKind::Noun && scope.prep_is(&scope.chunks[at], places)
            || at > start && scope.chunk_is(at - 1, ChunkKind::Preposition, places))
        && !scope.frames(v).has(Frames::OBJ_COMME);
    commas % 2 == 1 || adjunct
}

/// The marks open before de: « d'hypocrites ».
fn opens_with_de(scope: &Scope<'_>, at: usize) -> bool {
    let chunk = &scope.chunks[at];
    let first = match chunk.quotation() {
        Some(q) => scope.article.source.marks.content_tokens(q).start,
        None => chunk.start(),
    };
    first > 0
        && scope.article.source.tokens[first as usize - 1].kind == TokenKind::Mark
        && scope.is_word(first, &["de", "d'"])
}

/// The agent of a passive, and the predicate before or behind it.
fn passive(scope: &Scope<'_>, v: usize, class: crate::claim::CueClass, out: &mut Vec<Candidate>) {
    let start = v + 1;
    let by = (start..scope.chunks.len().min(start + 6)).find(|&i| {
        let c = &scope.chunks[i];
        c.kind == ChunkKind::Noun && scope.prep_is(c, &["par"]) && scope.surely_speaks(i)
    });
    let Some(by) = by else { return };
    // « jugées « dégradantes » par X », « qualifié par X de « rêve » »
    // Behind the agent, « de » or « comme » may stand as a chunk of its own.
    let behind = scope.complex_end(by).max(by + 1) + 2;
    let quoted = (by + 1..behind.min(scope.chunks.len())).find(|&i| holds_speech(scope, i, i + 1));
    let (content, speaker) = match quoted {
        Some(start) if !holds_speech(scope, v + 1, by) => {
            let end = (start..complement_end(scope, Some(v), start))
                .find(|&i| scope.kind(i) == Some(ChunkKind::Comma))
                .unwrap_or_else(|| complement_end(scope, Some(v), start));
            let mut part = scope.part(start, end);
            // « de » and « comme » introduce it; « des » is an article.
            if scope.is_word(part.start, &["comme", "de", "d'"]) {
                part.start += 1;
            }
            (
                part,
                Subject::Group {
                    chunk: by,
                    // Neither the predicate nor what introduces it is part of the name.
                    end: scope.complex_end(by).min(start),
                },
            )
        }
        _ if by > start
            && (holds_speech(scope, start, by) || predicate_between(scope, v, start, by)) =>
        {
            let mut part = scope.part(comme_behind(scope, v).unwrap_or(start), by);
            if scope.is_word(part.start, &["comme", "de", "d'"]) {
                part.start += 1;
            }
            (part, scope.group(by))
        }
        _ => return,
    };
    Found {
        rule: &INFO,
        rank: 55,
        content: vec![content],
        cue: Some(scope.verb_cue(v, Some(class))),
        speaker: scope.speaker(speaker),
        quotation: None,
        confidence: 0.75,
    }
    .push(scope, out);
}
