//! « La préfète résume : « Aucun blessé. » »: a colon between the one who speaks and the words.

use super::{Found, Rule, RuleInfo};
use crate::attribution::cursor::Cursor;
use crate::attribution::grammar;
use crate::attribution::quotes::{contents, joined};
use crate::attribution::scope::{Scope, Subject};
use crate::attribution::{Candidate, CueTokens, QuoteUse, SpeakerTokens};
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::claim::CueClass;
use crate::lexicon::{Feats, Frames, NounClass, ProperKind};

pub(super) const RULE: Rule = Rule {
    info: INFO,
    verbal: false,
    find,
};

const INFO: RuleInfo = RuleInfo {
    name: "colon",
    summary: "A clause, or a name alone, then a colon and the words.",
    constructions: &[6, 7, 13, 14, 15, 21, 22, 34],
    positive: &[
        "L'avocat, <Me Jean Orme>, {plaide} la légitime défense : « [Mon client a eu peur.] »",
        "« Je ne vote pas ici », {s'empresse-t-<il>} de préciser : « [J'ai toujours vécu à Fréval.] »",
        "Festival de Fréval : « [Il faut agir maintenant] » <Luc Maret> interpelle la salle",
        "La rade se meurt, {prédit} <le préfet> : « [Il n'y aura plus de pêche.] »",
        "Réaction ce matin d'<Odile Brun> : « [Nous ferons appel.] »",
        "Sur <une pancarte>, on {lit} : « [Le pont est à nous] ».",
        "<La préfète> {résume} : « [Aucun blessé n'est à déplorer.] »",
        "<Luc Maret> {s'agace} : « [On nous oublie.] »",
        "<Mairie de Fréval> : « [On attend la pluie.] »",
        "<Le syndicat> {prévient} : [la grève continuera lundi].",
        "<Les riverains> {s'interrogent} : [qui paiera ?]",
        "Même constat chez <sa voisine> : « [Personne ne nous a prévenus.] »",
        "Sur <une banderole> : « [Rendez-nous la plage] ».",
        "<La préfète> {résume} :\n\n« [Aucun blessé n'est à déplorer.] »",
    ],
    negative: &[
        "Trois lieux sont ouverts : « Le Phare », « La Jetée » et la mairie.",
        "Le marché ferme à midi : la pluie arrive.",
    ],
};

fn find(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    across_paragraphs(scope, out);
    for colon in 1..scope.chunks.len().saturating_sub(1) {
        if scope.kind(colon) != Some(ChunkKind::Colon) {
            continue;
        }
        if colon == scope.matter_start() + 1 && scope.kind(colon - 1) == Some(ChunkKind::Quote) {
            headline(scope, colon, out);
        } else if scope.kind(colon + 1) == Some(ChunkKind::Quote) {
            quoted(scope, colon, out);
        } else {
            unquoted(scope, colon, out);
        }
    }
}

fn quoted(scope: &Scope<'_>, colon: usize, out: &mut Vec<Candidate>) {
    let Some(first) = scope.chunks[colon + 1].quotation() else {
        return;
    };
    if !speaks(scope, first) {
        return;
    }
    let (list, behind) = joined(scope, colon + 1);
    let Some((cue, mut speaker, confidence)) = lead(scope, colon) else {
        return;
    };
    // « Festival de Fréval : « Il faut agir » Luc Maret interpelle la salle »: the theme does not speak, the subject does.
    let subject = cue.is_none()
        && scope.kind(behind) == Some(ChunkKind::Noun)
        && scope.is_bare(behind)
        && scope.surely_speaks(behind)
        && scope
            .chunks
            .get(scope.complex_end(behind))
            .is_some_and(|c| c.is_finite() && c.subject().is_none());
    if subject {
        speaker = scope.speaker(scope.group(behind));
    }
    Found {
        rule: &INFO,
        rank: 60,
        content: contents(scope, &list),
        cue,
        speaker,
        quotation: Some(first),
        confidence,
    }
    .push(scope, out);
}

/// « La préfète résume : ¶ « … » »: the colon ends a paragraph, the words begin the next one.
fn across_paragraphs(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    let at = scope.matter_start();
    let Some(first) = scope.chunks.get(at).and_then(|c| c.quotation()) else {
        return;
    };
    let alone = scope
        .between(at + 1, usize::MAX)
        .iter()
        .all(|c| c.kind == ChunkKind::Stop);
    if !scope.is_author() || !alone || !speaks(scope, first) {
        return;
    }
    let Some(before) = scope.author_before() else {
        return;
    };
    let colon = before.chunks.len() - 1;
    if before.kind(colon) != Some(ChunkKind::Colon) {
        return;
    }
    let Some((cue, speaker, confidence)) = lead(&before, colon) else {
        return;
    };
    Found {
        rule: &INFO,
        rank: 60,
        content: vec![scope.article.source.marks.content_tokens(first)],
        cue,
        speaker,
        quotation: Some(first),
        confidence,
    }
    .push(scope, out);
}

/// « On ne lâchera rien » : les pêcheurs de Fréval ne décolèrent pas
fn headline(scope: &Scope<'_>, colon: usize, out: &mut Vec<Candidate>) {
    let Some(q) = scope.chunks[colon - 1].quotation() else {
        return;
    };
    if !scope.is_author()
        || scope.article.uses.get(q) != QuoteUse::Speech
        || scope.article.source.marks.content_tokens(q).len() < 3
    {
        return;
    }
    let at = (colon + 1..scope.chunks.len())
        .take_while(|&i| !scope.chunks[i].is_finite())
        .find(|&i| scope.kind(i) == Some(ChunkKind::Noun) && scope.surely_speaks(i));
    let speaker = at.map_or(SpeakerTokens::Carried, |at| scope.speaker(scope.group(at)));
    let content = vec![scope.article.source.marks.content_tokens(q)];
    Found {
        rule: &INFO,
        rank: 30,
        content,
        cue: None,
        speaker,
        quotation: Some(q),
        confidence: if at.is_some() { 0.6 } else { 0.45 },
    }
    .push(scope, out);
}

/// The quotation reads as a sentence: it has a finite verb, a stop, or a few words.
fn speaks(scope: &Scope<'_>, q: u32) -> bool {
    let content = scope.article.source.marks.content_tokens(q);
    let tags = scope.quoted_tags(q);
    scope.quotes_clause(q)
        || content.len() >= 6
        || content.len() >= 2
            && tags
                .last()
                .is_some_and(|t| t.pos == crate::lexicon::Pos::Sign)
}

/// The cue and the speaker in what stands before the colon.
fn lead(scope: &Scope<'_>, colon: usize) -> Option<(Option<CueTokens>, SpeakerTokens, f32)> {
    let start = (0..colon)
        .rev()
        .find(|&i| {
            matches!(
                scope.kind(i),
                Some(ChunkKind::Semicolon | ChunkKind::Colon | ChunkKind::Stop)
            )
        })
        .map_or(0, |i| i + 1);
    let verbs = || {
        (start..colon)
            .rev()
            .filter(|&i| scope.kind(i) == Some(ChunkKind::Verb))
    };
    let relative = |i: usize| {
        (i.saturating_sub(3)..i).any(|k| scope.chunk_is(k, ChunkKind::Relative, &["qui"]))
    };
    // The verb nearest to the colon that reports, in whatever form.
    if let Some(v) = verbs().find(|&i| {
        scope.reports(i, u32::MAX).is_some()
            && !scope.chunks[i].flags.has(ChunkFlags::PASSIVE)
            // « affirme l'ignorer : »: an infinitive reports in « et d'ajouter », « avant d'avertir » alone.
            && (scope.chunks[i].is_finite() || !scope.chunks[i].feats.has(Feats::INFINITIVE) || narrates(scope, i))
            // « ceux qui la désiraient : »
            && (!relative(i) || scope.reports(i, Frames::INCISE).is_some())
            && !scope.chunks[i].feats.has(Feats::PAST_PARTICIPLE)
    }) {
        let class = scope.reports(v, u32::MAX);
        // « La rade se meurt, prédit le préfet : »
        let inverted = || {
            let apart = v > start
                && scope.kind(v - 1) == Some(ChunkKind::Comma)
                && scope.has_finite(start, v);
            let (subject, _) = scope.subject_after(v).filter(|_| apart)?;
            matches!(subject, Subject::Group { chunk, .. } if chunk < colon && scope.surely_speaks(chunk)
                // « puis a publié un communiqué : »: an object.
                && !matches!(scope.noun_class(&scope.chunks[chunk]), Some(NounClass::Document | NounClass::Medium | NounClass::Speech)))
                .then_some(subject)
        };
        let subject = if scope.chunks[v].is_finite() {
            inverted().or_else(|| scope.subject_of(v))
        } else {
            scope.controller(v)
        };
        if let Some(s) = subject {
            if scope.is_first_person(s) && !scope.is_author() {
                return None;
            }
            // « Sur une pancarte, on lit : « … » »: the thing that bears the words speaks.
            let bearer = (start..colon).find(|&i| {
                let chunk = &scope.chunks[i];
                scope.lemma(&scope.chunks[v]) == "lire"
                    && scope.is_on(s)
                    && chunk.kind == ChunkKind::Noun
                    && scope.prep_is(chunk, &["sur", "dans", "à", "au", "aux"])
                    && !chunk.flags.has(ChunkFlags::TIME)
            });
            let speaker = bearer.map_or(scope.speaker(s), |at| scope.speaker(scope.group(at)));
            return Some((Some(scope.verb_cue(v, class)), speaker, 0.85));
        }
        return Some((Some(scope.verb_cue(v, class)), SpeakerTokens::Carried, 0.7));
    }
    // Any other finite verb whose subject can speak: « Luc Maret secoue la tête : « … » »
    let speaking = |i: &usize| {
        scope.chunks[*i].is_finite()
            && !relative(*i)
            && !matches!(
                scope.lemma(&scope.chunks[*i]),
                "falloir" | "pouvoir" | "devoir"
            )
    };
    if let Some(v) = verbs().find(speaking) {
        let subject = scope.subject_of(v)?;
        let speaker = scope.speaker(subject);
        let sure = match subject {
            Subject::Group { chunk, .. } => scope.surely_speaks(chunk),
            Subject::Clitic(_) => !scope.is_on(subject),
        };
        if !sure {
            return Some((None, SpeakerTokens::Carried, 0.45));
        }
        return Some((Some(scope.verb_cue(v, None)), speaker, 0.6));
    }
    // « Commentaire de Luc Maret : « … » »
    let noun = (start..colon).find(|&i| {
        scope.noun_class(&scope.chunks[i]) == Some(NounClass::Speech)
            && scope.is_bare(i)
            && scope.kind(i) == Some(ChunkKind::Noun)
    });
    // « Réaction ce matin d'Odile Brun »
    let past_moment = |n: usize| {
        n + 1
            + usize::from(
                scope
                    .chunks
                    .get(n + 1)
                    .is_some_and(|c| c.flags.has(ChunkFlags::TIME)),
            )
    };
    if let Some(holder) = noun.map(past_moment).filter(|&h| {
        h < colon
            && scope.kind(h) == Some(ChunkKind::Noun)
            && scope.chunks[h].flags.has(ChunkFlags::OF)
            && scope.surely_speaks(h)
    }) {
        return Some((None, scope.speaker(scope.group(holder)), 0.7));
    }
    // « Sur une pancarte : « … » »: the thing that bears the words. « Sur le projet : » is a theme.
    let first = &scope.chunks[start];
    if first.kind == ChunkKind::Noun
        && scope.prep_is(first, &["sur"])
        && !first.feats.has(Feats::DEFINITE)
        && scope.noun_class(first) == Some(NounClass::Document)
        && scope.complex_end(start) == colon
    {
        return Some((None, scope.speaker(scope.group(start)), 0.7));
    }
    // A name alone.
    // « Même constat chez sa voisine : « … » »
    let at = (start..colon).find(|&i| {
        !is_place(scope, i)
            && scope.kind(i) == Some(ChunkKind::Noun)
            && (scope.is_bare(i) || scope.prep_is(&scope.chunks[i], &["chez"]))
            && scope.surely_speaks(i)
    });
    match at {
        Some(at) => Some((None, scope.speaker(scope.group(at)), 0.6)),
        None => Some((None, SpeakerTokens::Carried, 0.4)),
    }
}

/// The infinitive at `verb` goes on with a report: « Et d'ajouter : ».
fn narrates(scope: &Scope<'_>, verb: usize) -> bool {
    verb >= 2
        && matches!(grammar::narrative_infinitive(Cursor::new(scope, verb - 2)), Ok((_, found)) if found == verb)
}

fn unquoted(scope: &Scope<'_>, colon: usize, out: &mut Vec<Candidate>) {
    let end = scope.matter_end();
    let Some(v) = (0..colon)
        .rev()
        .take(4)
        .find(|&i| scope.chunks[i].is_finite())
    else {
        return;
    };
    let Some(class) = scope.reports(v, Frames::INCISE | Frames::SI) else {
        return;
    };
    // « s'interroge : qui paiera ? »
    let asks = class == CueClass::Question
        && scope
            .chunks
            .last()
            .is_some_and(|c| c.kind == ChunkKind::Stop && scope.word(c.head).starts_with('?'));
    if !(scope.frames(v).has(Frames::QUE) && scope.frames(v).has(Frames::INCISE) || asks)
        || scope.frames(v).has(Frames::WEAK)
        || !scope.has_finite(colon, end)
    {
        return;
    }
    // An object of the verb's own (« précise les horaires : … ») takes the place of the content.
    if (v + 1..colon).any(|i| {
        scope.kind(i) == Some(ChunkKind::Noun)
            && scope.is_bare(i)
            && !scope.chunks[i].flags.has(ChunkFlags::TIME)
    }) {
        return;
    }
    let Some(subject) = scope.subject_before(v) else {
        return;
    };
    if scope.is_first_person(subject)
        || matches!(subject, Subject::Group { chunk, .. } if !scope.surely_speaks(chunk))
    {
        return;
    }
    Found {
        rule: &INFO,
        rank: 50,
        content: vec![scope.part(colon + 1, end)],
        cue: Some(scope.verb_cue(v, Some(class))),
        speaker: scope.speaker(subject),
        quotation: None,
        confidence: 0.6,
    }
    .push(scope, out);
}

/// « Fréval : « … » »: where it happens, not who speaks.
fn is_place(scope: &Scope<'_>, at: usize) -> bool {
    let source = scope.article.source;
    let chunk = &scope.chunks[at];
    let name = crate::mentions::slice(source, &(chunk.first..chunk.end));
    source
        .lexicon
        .proper(name)
        .is_some_and(|p| p.kind == ProperKind::Place)
}
