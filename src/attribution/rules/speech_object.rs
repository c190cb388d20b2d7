//! « Elle dénonce « une manœuvre » du préfet »: quoted words as the object of a reporting verb.

use super::infinitive::holder;
use super::{Found, Rule, RuleInfo};
use crate::attribution::grammar::complement_end;
use crate::attribution::quotes::{contents, joined};
use crate::attribution::scope::{Scope, Subject};
use crate::attribution::{Candidate, QuoteUse};
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::claim::CueClass;
use crate::lexicon::{Feats, Frames, Pos};
use crate::tags::Tag;
use crate::tokens::{Flags, TokenKind};

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
        "<Le maire> {a promis}, lundi 3 mars, [la création de « postes durables »].",
        "<Elle> {a dénoncé} [« une manœuvre » du préfet].",
        "<Le syndicat> {a insisté} sur [« la lenteur » des travaux].",
        "<Luc Maret> {a répondu} « [nous partirons demain] ».",
        "<Odile Brun> {s'emporte} à propos de [ses « heures de garde »].",
        "<Sonia Brun> {reste fort en colère} contre [« les loueurs de taudis »].",
        "<Le rapport> {préconise} [la création d'une amende de dix euros (payable en mairie) pour punir « tout propos déplacé »].",
        "<La mairie> {en appelle} au [« respect des morts »] après que l'élu a parlé de la tuerie.",
        "<Elle> {a salué} lundi auprès de la presse [la « prise de conscience » des dockers].",
        "<La défense> {dénonce}, elle, [une « procédure bâclée »].",
        "<L'élu> {a dénoncé} sur Twitter [des violences « inouïes »].",
        "Aussi Luc Maret {préconise-t-<il>} [« la mise en place » d'un péage].",
        "<Le maire> {a mis en garde} contre [des « décisions hâtives »].",
        "<Luc Maret> {a reconnu} devant la cour de justice de Fréval [« la moitié » des faits].",
        "Luc Maret n'a pas cité le nom de celle dont <il> {dénonce} [« l'aveu accablant »].",
        "<La mairie> {évalue} [les dégâts à 2 millions d'euros].",
        "<Le syndicat> {a estimé} [à 300 le nombre de manifestants].",
        "<La préfecture> {estime} [le coût du pont à près de 850 millions d'euros].",
    ],
    negative: &[
        "Le maire évalue les dégâts à la jumelle.",
        "Il suggère d'avancer la date des soldes « au deux mai ».",
        "La prime ne relève pas de « l'arbitraire ».",
        "La mère n'a aucun papier prouvant cette « adoption ».",
        "Le maire a annoncé sa démission.",
        "Trois agents sont nommés pour assurer le « retour au calme » du quai.",
        "Les dockers ont entonné la « chanson du quai ».",
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
        estimate(scope, v, out);
        let Some(class) = scope.reports(v, FRAMES | Frames::INCISE) else {
            continue;
        };
        let chunk = &scope.chunks[v];
        // « Aussi le maire préconise-t-il « … » »: the subject stands before the verb as well.
        let doubled = || {
            (v.saturating_sub(4)..v).any(|i| {
                scope.kind(i) == Some(ChunkKind::Noun)
                    && scope.is_bare(i)
                    && scope.may_speak(i)
                    && scope.complex_end(i) == v
            })
        };
        if chunk.flags.has(ChunkFlags::PASSIVE)
            || chunk.flags.has(ChunkFlags::INVERTED) && !doubled()
        {
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
        let behind_quote = chunk.is_finite()
            && v > 0
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
        // A will, a choice, a reading: a word or two between marks are the author's distance.
        let weak = scope.frames(v).has(Frames::WEAK) || super::que::shows(scope, v);
        if weak && !(quotes_words(scope, start, end, 5) && sure(scope, v)) {
            continue;
        }
        // « suggère d'avancer la date « au 2 mai » »: what is suggested is an act.
        if governed(scope, v) {
            continue;
        }
        // « nommés pour assurer le « retour au calme » », « entonne la « chanson des docks » »
        if purpose(scope, v, class) || sung(scope, v) {
            continue;
        }
        // The quoted words belong to the object, not to something far behind it, nor to what another verb reports.
        let near = end.min(start + 14);
        let near = (start..near)
            .find(|&i| {
                let c = &scope.chunks[i];
                (c.is_finite() || c.flags.has(ChunkFlags::GERUND))
                    && scope.reports(i, FRAMES | Frames::QUE).is_some()
            })
            .unwrap_or(near);
        if !holds_speech(scope, start, near) {
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

/// « a estimé à 300 le nombre de manifestants », « évalue les dégâts à 2 millions »: so much, in somebody's eyes.
fn estimate(scope: &Scope<'_>, v: usize, out: &mut Vec<Candidate>) {
    let chunk = &scope.chunks[v];
    if chunk.kind != ChunkKind::Verb
        || chunk.flags.has(ChunkFlags::PASSIVE)
        || chunk.flags.has(ChunkFlags::INVERTED)
        || !matches!(scope.lemma(chunk), "estimer" | "évaluer" | "chiffrer")
    {
        return;
    }
    // The figure and the object, in either order, before anything else.
    let last = (v + 1..scope.chunks.len().min(v + 10))
        .find(|&i| {
            !matches!(
                scope.kind(i),
                Some(
                    ChunkKind::Noun
                        | ChunkKind::Adjective
                        | ChunkKind::Adverb
                        | ChunkKind::Preposition
                        | ChunkKind::Coordinator
                        | ChunkKind::Other
                )
            )
        })
        .unwrap_or(scope.chunks.len().min(v + 10));
    let source = scope.article.source;
    let figure = (v + 1..last).any(|i| {
        let here = &scope.chunks[i];
        let to = scope.prep_is(here, &["à"])
            || here.kind == ChunkKind::Preposition && scope.is_word(here.head, &["à"])
            || here.start() > 0 && scope.is_word(here.start() - 1, &["à"]);
        to && !here.flags.has(ChunkFlags::TIME)
            && (here.start()..(here.start() + 5).min(scope.sentence.tokens.end))
                .any(|t| source.pos(t) == Pos::Number || scope.is_word(t, &["plusieurs"]))
    });
    let object = (v + 1..last).any(|i| {
        let here = &scope.chunks[i];
        here.kind == ChunkKind::Noun
            && here.prep().is_none()
            && here.flags.has(ChunkFlags::DETERMINED)
            && !here.flags.has(ChunkFlags::TIME)
            && source.pos(here.first) != Pos::Number
    });
    if !figure || !object {
        return;
    }
    let Some(speaker) = holder(scope, v).filter(|_| sure(scope, v)) else {
        return;
    };
    let from = scope.chunks[v + 1].start();
    Found {
        rule: &INFO,
        rank: 50,
        content: vec![from..scope.part(v + 1, complement_end(scope, Some(v), v + 1)).end],
        cue: Some(scope.verb_cue(v, Some(CueClass::Thought))),
        speaker,
        quotation: None,
        confidence: 0.6,
    }
    .push(scope, out);
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
    let mut i = scope.past_contrast(v + 1);
    while scope.chunks.get(i).is_some_and(|c| {
        c.kind == ChunkKind::Adverb
            || c.kind == ChunkKind::Noun
                && c.flags.has(ChunkFlags::TIME)
                // « s'inquiète de l'hiver des pêcheurs »
                && !c.prep().is_some_and(|p| fits(&scope.word(p).to_lowercase()))
    }) {
        i += 1;
    }
    // « a promis, lundi 3 mars, l'annonce de … »
    let moment = |i: usize| {
        scope
            .chunks
            .get(i)
            .is_some_and(|c| c.flags.has(ChunkFlags::TIME))
    };
    if scope.kind(i) == Some(ChunkKind::Comma) && moment(i + 1) {
        let close = (i + 1..scope.chunks.len())
            .find(|&k| !moment(k))
            .unwrap_or(i);
        if scope.kind(close) == Some(ChunkKind::Comma) {
            i = close + 1;
        }
    }
    let mut at = i;
    // Behind one comma alone something else begins: « dépeint en sage, « sera obligé … » ».
    let mut commas = 0;
    // « a dénoncé mercredi 2 juin, le fichage … »: one behind a moment alone is a slip.
    let slip =
        scope.kind(i) == Some(ChunkKind::Comma) && scope.chunks[i - 1].flags.has(ChunkFlags::TIME);
    for _ in 0..5 {
        let here = scope.chunks.get(at)?;
        match here.kind {
            // « poursuivant sans transition, « faut-il partir ? » »
            ChunkKind::Quote if commas == 1 => {
                let q = here.quotation()?;
                let infinitive = scope.chunks[v].feats.has(Feats::INFINITIVE);
                return (!infinitive && is_sentence(scope, q) && !lacks_subject(scope, q))
                    .then_some(at);
            }
            ChunkKind::Noun
                if commas == 1
                    && !slip
                    && here.prep().is_none()
                    && !here.flags.has(ChunkFlags::TIME) =>
            {
                return None;
            }
            ChunkKind::Quote => return Some(at),
            // « devant la cour | d'assises »
            ChunkKind::Noun
                if at > i
                    && here.prep().is_none()
                    && scope.is_word(here.first, &["de", "d'"])
                    && scope.kind(at - 1) == Some(ChunkKind::Noun) => {}
            // « a affirmé, lors d'une réunion avec Velta, une entreprise du port, que … »: the clause is the object.
            ChunkKind::Noun
                if here.prep().is_none() && {
                    let behind = scope.complex_end(at);
                    let behind = behind + usize::from(scope.kind(behind) == Some(ChunkKind::Comma));
                    commas > 0 && scope.chunk_is(behind, ChunkKind::Subordinator, &["que", "qu'"])
                } =>
            {
                return None;
            }
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
                Some(prep) if commas != 1 && fits(&scope.word(prep).to_lowercase()) => {
                    return Some(at);
                }
                // « s'emporte à propos de ses « conditions » »
                Some(_)
                    if matches!(scope.lemma(here), "propos" | "sujet")
                        && scope
                            .chunks
                            .get(at + 1)
                            .is_some_and(|c| c.flags.has(ChunkFlags::OF)) =>
                {
                    return Some(at + 1);
                }
                // « n'a pas donné de « preuves » »: a negated object; « ne relève pas de l'arbitraire » is none.
                Some(prep)
                    if scope.is_word(prep, &["de", "d'"])
                        && !here.flags.has(ChunkFlags::DETERMINED)
                        && scope.chunks[v].flags.has(ChunkFlags::NEGATED)
                        && frames.has(Frames::NP) =>
                {
                    return Some(at);
                }
                // An adjunct before the object, with its complements: « a reconnu devant la cour d'assises « les faits » ».
                Some(_) if !frames.has(Frames::DE_NP) || frames.has(Frames::NP) => {
                    // « a dénoncé sur Twitter des violences « inouïes » »: a name takes no complement.
                    at = match here.flags.has(ChunkFlags::NAME) {
                        true => at + 1,
                        false => scope.complex_end(at),
                    };
                    // « prêche dans l'église « Port du salut » »: the name of the place.
                    let name = scope.chunks.get(at).is_some_and(|c| {
                        let first = match c.quotation() {
                            Some(q) => scope.article.source.marks.content_tokens(q).start,
                            None => c.first,
                        };
                        let tokens = scope.article.source.tokens;
                        let before = first.checked_sub(1).and_then(|b| tokens.get(b as usize));
                        c.prep().is_none()
                            && tokens
                                .get(first as usize)
                                .is_some_and(|t| t.flags.has(Flags::CAPITAL))
                            && before.is_some_and(|t| t.kind == TokenKind::Mark)
                            && !c.quotation().is_some_and(|q| scope.quotes_clause(q))
                    });
                    if name {
                        return None;
                    }
                    continue;
                }
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
            ChunkKind::Comma => commas += 1,
            ChunkKind::Adverb => {}
            _ => return None,
        }
        at += 1;
    }
    None
}

pub(super) fn is_sentence(scope: &Scope<'_>, q: u32) -> bool {
    let content = scope.article.source.marks.content_tokens(q);
    let capital = scope
        .article
        .source
        .tokens
        .get(content.start as usize)
        .is_some_and(|t| t.flags.has(Flags::CAPITAL));
    if capital && content.len() >= 3 {
        return true;
    }
    scope.quotes_clause(q)
}

/// The subject is one that speaks, not a thing that shows or establishes something.
fn sure(scope: &Scope<'_>, v: usize) -> bool {
    !matches!(scope.holder(v), Some(Some(Subject::Group { chunk, .. })) if !scope.surely_speaks(chunk))
}

/// « pour assurer », « afin de présenter »: a purpose; only what is asked, praised or blamed is said all the same.
fn purpose(scope: &Scope<'_>, v: usize, class: CueClass) -> bool {
    let chunk = &scope.chunks[v];
    v > 0
        && chunk.feats.has(Feats::INFINITIVE)
        && !chunk.is_finite()
        && (scope.chunk_is(v - 1, ChunkKind::Preposition, &["pour"])
            || scope.chunk_is(v - 1, ChunkKind::Preposition, &["de", "d'"])
                && v > 1
                && scope.is_word(scope.chunks[v - 2].head, &["afin"]))
        && matches!(
            class,
            CueClass::Neutral
                | CueClass::Assertion
                | CueClass::Explanation
                | CueClass::Announcement
                | CueClass::Thought
                | CueClass::Intention
        )
}

/// An infinitive that a reporting verb governs with de or à: the words belong to that verb.
fn governed(scope: &Scope<'_>, v: usize) -> bool {
    let chunk = &scope.chunks[v];
    v > 1
        && chunk.feats.has(Feats::INFINITIVE)
        && !chunk.is_finite()
        && scope.chunk_is(v - 1, ChunkKind::Preposition, &["de", "d'", "à"])
        && (v.saturating_sub(5)..v - 1)
            .rev()
            .find(|&i| scope.kind(i) == Some(ChunkKind::Verb))
            .is_some_and(|i| {
                scope
                    .reports(i, Frames::DE_INF | Frames::A_INF | Frames::OBJ_DE_INF)
                    .is_some()
            })
}

/// What is sung or recited is a work.
fn sung(scope: &Scope<'_>, v: usize) -> bool {
    matches!(
        scope.lemma(&scope.chunks[v]),
        "chanter" | "entonner" | "fredonner" | "chantonner" | "réciter" | "psalmodier"
    )
}

/// Some quotation between the chunks holds so many words.
fn quotes_words(scope: &Scope<'_>, from: usize, to: usize, words: usize) -> bool {
    let part = scope.part(from, to);
    let marks = scope.article.source.marks;
    let first = marks
        .quotations
        .partition_point(|q| q.first + 1 < part.start);
    marks.quotations[first..]
        .iter()
        .enumerate()
        .take_while(|(_, q)| q.first < part.end)
        .any(|(k, _)| marks.content_tokens((first + k) as u32).len() >= words)
}

/// « sera obligé de partir »: the quotation opens with a verb whose subject stands before the marks.
pub(super) fn lacks_subject(scope: &Scope<'_>, q: u32) -> bool {
    let content = scope.article.source.marks.content_tokens(q);
    scope
        .quoted_tags(q)
        .first()
        .is_some_and(Tag::is_finite_verb)
        && scope
            .article
            .source
            .tokens
            .get(content.start as usize + 1)
            .is_none_or(|t| t.kind != TokenKind::Clitic)
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
