//! « Le syndicat affirme que la grève continue »: a complement clause in que, of a verb in any form.

use super::{Found, Rule, RuleInfo};
use crate::attribution::grammar::{complement_end, main_clause};
use crate::attribution::scope::{Scope, Subject};
use crate::attribution::{Candidate, SpeakerTokens};
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::claim::CueClass;
use crate::lexicon::{Feats, Frames, NounClass};

pub(super) const RULE: Rule = Rule {
    info: INFO,
    verbal: true,
    find,
};

const INFO: RuleInfo = RuleInfo {
    name: "que",
    summary: "A reporting verb, finite, participle, gerund or infinitive, with a clause in que.",
    constructions: &[11, 23, 24, 25, 26, 40, 47],
    positive: &[
        "<Luc Maret> a beau {jurer} que [le quai tiendra], personne n'y croit.",
        "<Odile Brun>, {persuadée} que [le quai cédera], a vendu son bateau.",
        "<Luc Maret>, {jugeant} que [la digue tiendra], garde ses filets.",
        "<La maire> {affirme} que [le chantier avance], puisque, selon elle, les poutres sont posées.",
        "On entendait <Odile Brun> {expliquer} que [le port fermerait].",
        "Quand <Odile Brun> {dit} que [le port doit rouvrir] c'est un choix.",
        "<Le syndicat> {affirme} que [la grève continue].",
        "<Le syndicat des marins> {dit} que [la grève continue].",
        "<La mairesse> {craint} que [la grève ne continue].",
        "<Elle> {assure} que [le projet « ira à son terme »].",
        "<La maire> a quitté la salle, {ajoutant} que [rien n'était prêt].",
        "<Le juge>, qui {affirme} que [la pièce manque], a suspendu l'audience.",
        "Ce que {dit} <Luc Maret>, c'est que [le port fermera].",
        "<Elle> {juge} [inacceptable que le port ferme].",
        "Il {se dit} que [le port sera vendu].",
        "Même si <elle> {avait dit} que [le port tiendrait], la mairesse a fait venir les grues.",
        "Alors que ce jeudi, devant la presse, <Luc Maret> {affirmait} que [tout allait bien], les grues arrivaient.",
        "<La mairie> {affirme} que [le port souffrira], tandis que les appels au calme se multiplient.",
        "<La police> {affirme} que [deux hommes ont été arrêtés], sans donner plus de détails.",
        "<Elle> {assure} que [le quai tient] tandis que Luc Maret raconte que le sol bouge.",
        "<Les dockers> {réclament}, eux, que [le port ferme].",
        "<Elle> {a appelé} dimanche à ce que [les travaux cessent].",
        "« Rien à dire », a-t-<on> assuré, {ajoutant} que [la criée resterait ouverte].",
        "<Un docker> sur deux {estime} que [le quai est sale], les riverains jugent que la criée est loin.",
        "Près <d'un habitant> sur deux (49 %) {estime} que [le port est sale].",
        "<Luc Maret> {a tenu à préciser} que [le port resterait ouvert].",
    ],
    negative: &[
        "Il faut dire que la saison est mauvaise.",
        "Ils ne poursuivent qu'un seul but.",
        "Je pense que le pont tiendra.",
        "Les riverains ne retiennent que ce qu'ils entendent.",
        "Ces expressions montrent que le port reste dans les esprits.",
        "L'actrice a montré qu'elle tenait encore la scène.",
        "Qui se souvient que le port était prospère ?",
        "Les gardes passent pour s'assurer que tout va bien.",
        "Le syndicat défend la criée telle qu'elle est.",
        "Autant dire que la saison est perdue.",
        "Reste à espérer que le port tienne.",
        "Les enquêteurs n'ont pas établi si la gardienne savait que la porte était ouverte.",
        "Le maire s'inquiète tant que le pont tremble.",
    ],
};

/// Between the verb and que: adjuncts, an addressee.
const REACH: usize = 18;

fn find(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    for v in 0..scope.chunks.len() {
        let Some(class) = scope.reports(v, Frames::QUE).or_else(|| {
            scope
                .reports(v, Frames::A_INF)
                .filter(|_| to_this(scope, v))
        }) else {
            continue;
        };
        let chunk = &scope.chunks[v];
        if chunk.flags.has(ChunkFlags::PASSIVE) && !nobody(scope, v)
            || chunk.flags.has(ChunkFlags::OBJECT)
                && chunk.feats.has(Feats::INFINITIVE)
                && !scope.is_author()
        {
            continue;
        }
        // « pour s'assurer que tout va bien »: to make sure, not to assure.
        if chunk.flags.has(ChunkFlags::REFLEXIVE) && scope.lemma(chunk) == "assurer" {
            continue;
        }
        // « se dit convaincu que »: one report, which the predicate is part of.
        let said = v > 0 && scope.reports(v - 1, Frames::ATTR).is_some();
        if said && !chunk.is_finite() && chunk.feats.has(Feats::PAST_PARTICIPLE) {
            continue;
        }
        let Some((start, quotation)) = complement(scope, v) else {
            continue;
        };
        if inserted(scope, v, start) {
            continue;
        }
        let Some((speaker, sure)) = holder(scope, v, class) else {
            continue;
        };
        let content = match quotation {
            Some(range) => range,
            None => {
                let end = complement_end(scope, Some(v), start);
                // « juge inacceptable que le port ferme »: the adjective is part of what is said.
                let predicate = scope.frames(v).has(Frames::OBJ_ATTR)
                    && start == v + 3
                    && scope.kind(v + 1) == Some(ChunkKind::Adjective);
                scope.part(if predicate { v + 1 } else { start }, end)
            }
        };
        let weak = scope.frames(v).has(Frames::WEAK);
        // « sachant que », « chacun sait que »; « s'il savait que »
        if weak && (!chunk.is_finite() || supposes(scope, v)) {
            continue;
        }
        // « les élèves apprennent que »: learning says nothing.
        let learns = scope.lemma(chunk) == "apprendre"
            && chunk.is_finite()
            && !scope.subject_of(v).is_some_and(|s| scope.is_on(s));
        // « ces expressions montrent que »: a thing that shows says nothing; a study does.
        let shows = shows(scope, v);
        let study = || {
            matches!(speaker, SpeakerTokens::Group { chunk, .. }
            if matches!(
                scope.noun_class(&scope.article.chunks[chunk as usize]),
                Some(NounClass::Document | NounClass::Source)
            ))
        };
        // « un expert a démontré que » argues, « l'actrice a montré que » does not.
        let argues = sure && matches!(scope.lemma(chunk), "démontrer" | "attester");
        if shows && !argues && !study() {
            continue;
        }
        let confidence = if learns {
            0.3
        } else if weak {
            0.45
        } else if sure {
            0.9
        } else {
            0.55
        };
        Found {
            rule: &INFO,
            rank: 65,
            content: vec![content],
            cue: Some(scope.verb_cue(v, Some(class))),
            speaker,
            quotation: None,
            confidence,
        }
        .push(scope, out);
    }
}

/// A verb of what things show rather than of what people say.
pub(super) fn shows(scope: &Scope<'_>, v: usize) -> bool {
    matches!(
        scope.lemma(&scope.chunks[v]),
        "montrer" | "démontrer" | "prouver" | "illustrer" | "attester" | "témoigner"
    )
}

/// « n'ont pu établir si la mère savait que … »: whether it is so is the question.
fn supposes(scope: &Scope<'_>, v: usize) -> bool {
    scope
        .clause_opener(v)
        .is_some_and(|i| scope.chunk_is(i, ChunkKind::Subordinator, &["si", "s'"]))
}

/// « ignorait, avant d'ouvrir ce coffre, que … »: the clause is of the verb before the commas.
fn inserted(scope: &Scope<'_>, v: usize, start: usize) -> bool {
    if start < 2 || scope.kind(start - 2) != Some(ChunkKind::Comma) || scope.chunks[v].is_finite() {
        return false;
    }
    let Some(comma) = (v.saturating_sub(4)..v)
        .rev()
        .find(|&i| scope.kind(i) == Some(ChunkKind::Comma))
    else {
        return false;
    };
    (comma.saturating_sub(3)..comma).any(|u| {
        scope.chunks[u].is_finite() && scope.reports(u, Frames::QUE | Frames::SI).is_some()
    })
}

/// « s'engage à ce que »
fn to_this(scope: &Scope<'_>, v: usize) -> bool {
    // « appelle dimanche à ce que »
    let at = (v + 1..scope.chunks.len()).find(|&i| {
        !(scope.kind(i) == Some(ChunkKind::Adverb) || scope.chunks[i].flags.has(ChunkFlags::TIME))
    });
    at.map(|i| &scope.chunks[i]).is_some_and(|c| {
        c.kind == ChunkKind::Noun && scope.prep_is(c, &["à"]) && scope.is_word(c.head, &["ce"])
    })
}

/// Where the clause behind que begins; or, when the marks open before que, the words behind it in the quotation.
fn complement(scope: &Scope<'_>, verb: usize) -> Option<(usize, Option<std::ops::Range<u32>>)> {
    let mut commas = 0;
    for i in scope.past_contrast(verb + 1)..(verb + 1 + REACH).min(scope.chunks.len()) {
        let here = &scope.chunks[i];
        match here.kind {
            ChunkKind::Subordinator | ChunkKind::Relative
                if scope.is_word(here.head, &["que", "qu'"]) =>
            {
                let joined = conjunction(scope, i, i > verb + 2)
                    || restrictive(scope, verb, i)
                    || relative(scope, i);
                return (i + 1 < scope.chunks.len() && !joined).then_some((i + 1, None));
            }
            ChunkKind::Quote if i == verb + 1 || i == verb + 2 => {
                let content = scope.article.source.marks.content_tokens(here.quotation()?);
                return scope
                    .is_word(content.start, &["que", "qu'"])
                    .then_some((i, Some(content.start + 1..content.end)));
            }
            ChunkKind::Comma => commas += 1,
            // « dit donc que », « a dit il y a deux jours que »
            ChunkKind::Coordinator if scope.is_word(here.head, &["donc"]) => {}
            ChunkKind::Verb if scope.is_ago(i) => {}
            // « Ce que dit Luc Maret, c'est que … »
            ChunkKind::Verb
                if commas == 1
                    && scope.lemma(here) == "être"
                    && here
                        .subject()
                        .is_some_and(|t| scope.is_word(t, &["c'", "ce"]))
                    && verb >= 2
                    && (0..verb).any(|k| {
                        scope.chunk_is(k, ChunkKind::Noun, &["ce"])
                            && scope.kind(k + 1) == Some(ChunkKind::Relative)
                            || scope.is_word(scope.chunks[k].first, &["ce"])
                    }) => {}
            // « la ville telle qu'elle est »
            ChunkKind::Adjective
                if scope.is_word(here.head, &["tel", "telle", "tels", "telles"]) =>
            {
                return None;
            }
            // « sans hésiter »
            ChunkKind::Preposition if scope.is_word(here.head, &["sans"]) => {}
            ChunkKind::Verb if scope.chunk_is(i - 1, ChunkKind::Preposition, &["sans"]) => {}
            ChunkKind::Adverb | ChunkKind::Open | ChunkKind::Close | ChunkKind::Adjective => {}
            ChunkKind::Noun
                if here.prep().is_some() || here.flags.has(ChunkFlags::TIME) || commas % 2 == 1 => {
            }
            // « avertit les riverains que »: an addressee without preposition; « où affirme le maire que ».
            ChunkKind::Noun if commas == 0 && scope.surely_speaks(i) => {}
            ChunkKind::Verb
                if here
                    .feats
                    .has(Feats::PAST_PARTICIPLE | Feats::PRESENT_PARTICIPLE)
                    && commas > 0 => {}
            _ if commas == 1 && matches!(here.kind, ChunkKind::Preposition) => {}
            _ => return None,
        }
    }
    None
}

/// « alors que », « tant que », « d'autant que »: a conjunction of its own. What is also a plain adverb (« affirme ainsi que ») is one
/// only at a distance from the verb.
fn conjunction(scope: &Scope<'_>, que: usize, far: bool) -> bool {
    let Some(before) = que.checked_sub(1).map(|b| &scope.chunks[b]) else {
        return false;
    };
    if !matches!(
        before.kind,
        ChunkKind::Adverb
            | ChunkKind::Subordinator
            | ChunkKind::Preposition
            | ChunkKind::Noun
            | ChunkKind::Other
    ) {
        return false;
    }
    // « l'Union telle qu'elle est »
    if scope.is_word(before.end - 1, &["tel", "telle", "tels", "telles"]) {
        return true;
    }
    scope.is_word(
        before.head,
        &[
            "tandis", "afin", "parce", "pourvu", "sitôt", "tant", "autant", "dès", "lors",
            "depuis", "pendant", "sans", "avant", "après", "pour", "sauf", "moins",
        ],
    ) || far
        && scope.is_word(
            before.head,
            &["alors", "bien", "ainsi", "aussitôt", "maintenant"],
        )
}

/// « ne retiennent que ce qu'ils entendent », « ne compte qu'un port »: ne … que, and no clause behind it.
fn restrictive(scope: &Scope<'_>, verb: usize, que: usize) -> bool {
    const SECOND: &[&str] = &[
        "pas",
        "plus",
        "jamais",
        "point",
        "rien",
        "guère",
        "aucunement",
        "nullement",
    ];
    let chunk = &scope.chunks[verb];
    chunk.flags.has(ChunkFlags::NEGATED)
        && !(chunk.first..scope.chunks[que].first).any(|t| scope.is_word(t, SECOND))
        && !main_clause(scope, que + 1)
}

/// « le surnom que donnait le maire »: a relative pronoun, its verb before its subject. A subjunctive may stand so in a complement.
fn relative(scope: &Scope<'_>, que: usize) -> bool {
    scope
        .chunks
        .get(que + 1)
        .is_some_and(|c| c.is_finite() && c.subject().is_none() && !c.feats.has(Feats::SUBJUNCTIVE))
}

/// « il se dit que », « il est indiqué que », « il paraît que »: nobody is named.
fn nobody(scope: &Scope<'_>, v: usize) -> bool {
    let chunk = &scope.chunks[v];
    let il = chunk.subject().is_some_and(|t| scope.is_word(t, &["il"]));
    il && (chunk.flags.has(ChunkFlags::PASSIVE)
        || matches!(scope.lemma(chunk), "se dire" | "paraître"))
}

/// Who holds the clause, and whether the subject is one that surely speaks.
fn holder(scope: &Scope<'_>, v: usize, class: CueClass) -> Option<(SpeakerTokens, bool)> {
    let chunk = &scope.chunks[v];
    if nobody(scope, v) {
        return Some((SpeakerTokens::Nobody, false));
    }
    let il = chunk.subject().is_some_and(|t| scope.is_word(t, &["il"]));
    if says_what_it_means(scope, v) || il && scope.lemma(chunk) == "se trouver" {
        return None;
    }
    match scope.holder(v)? {
        // « On notera que », « on peut dire que » are the author's.
        Some(s) if scope.is_on(s) => {
            // « …, a-t-on assuré, ajoutant que … »: whoever that is went on.
            let goes_on = chunk.feats.has(Feats::PRESENT_PARTICIPLE)
                && !chunk.is_finite()
                && scope.is_author()
                && !matches!(class, CueClass::Thought | CueClass::Emotion);
            let speech = goes_on
                || (matches!(
                    class,
                    CueClass::Assertion | CueClass::Manner | CueClass::Announcement
                ) || matches!(
                    scope.lemma(chunk),
                    "dire" | "raconter" | "apprendre" | "expliquer" | "répéter" | "rapporter"
                )) && chunk.end - chunk.first <= 4
                    && !chunk.feats.has(Feats::FUTURE | Feats::CONDITIONAL);
            speech.then(|| (scope.speaker(s), false))
        }
        Some(s @ Subject::Group { chunk, .. }) => {
            Some((scope.speaker(s), scope.surely_speaks(chunk)))
        }
        Some(s) => Some((scope.speaker(s), true)),
        None => Some((SpeakerTokens::Carried, false)),
    }
}

/// « il faut dire que », « c'est dire que », « veut dire que »: what a thing means.
fn says_what_it_means(scope: &Scope<'_>, v: usize) -> bool {
    let chunk = &scope.chunks[v];
    let before = || {
        (v.saturating_sub(2)..v)
            .rev()
            .find(|&i| scope.kind(i) == Some(ChunkKind::Verb))
    };
    let governed = chunk.feats.has(Feats::INFINITIVE)
        && !chunk.is_finite()
        && before().is_some_and(|i| match scope.lemma(&scope.chunks[i]) {
            "falloir" | "vouloir" => true,
            "être" => scope.chunks[i]
                .subject()
                .is_some_and(|t| scope.is_word(t, &["ce", "c'", "-ce"])),
            _ => false,
        });
    // « Autant dire que »
    let much = chunk.feats.has(Feats::INFINITIVE)
        && v > 0
        && scope.is_word(scope.chunks[v - 1].head, &["autant"]);
    governed
        || much
        || scope.lemma(chunk) == "dire"
            && chunk.end > chunk.first + 1
            && scope.is_word(chunk.first, &["veut", "voulait", "voudrait", "veulent"])
}
