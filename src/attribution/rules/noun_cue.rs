//! « l'affirmation du maire selon laquelle … », « la promesse de X de … »: a noun reports.

use super::speech_object::holds_speech;
use super::{Found, Rule, RuleInfo};
use crate::attribution::grammar::{complement_end, main_clause};
use crate::attribution::scope::{Scope, Subject};
use crate::attribution::{Candidate, CueLemma, CueTokens, Part};
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
        "<La mairie> a redit {sa volonté} de [fermer le quai], à l'issue d'une journée qui a vu les dockers bloquer la rade.",
        "Personne ne croit {l'affirmation} du <maire> selon laquelle [la digue tiendra].",
        "On attend encore {la promesse} de <la mairie> de [rouvrir le pont].",
        "<La maire> a fermé le port, {au motif} que [la digue menace].",
        "On attend depuis {l'annonce} par <la mairie> que [le port fermera].",
        "<Le gouvernement> a redit hier soir {sa volonté} de [fermer le port].",
        "<Le syndicat> a lancé mardi {un appel} à [bloquer le port].",
        "Malgré {l'appel} de <la mairie> à [la « retenue »], le quai est plein.",
        "{La consigne} donnée par <la mairie> de [rester chez soi] tient toujours.",
        "<La préfète> a donné {l'ordre} de [fermer le quai].",
        "{L'appel} que <le syndicat> a lancé à [cesser le travail] est suivi.",
        "{Le souhait} de <Luc Maret> est que [le port ferme].",
        "<Les riverains> partagent {la conviction} que [la digue cédera].",
        "<La maire> a adressé {un appel} aux habitants à [quitter le quai].",
        "<La préfète> a donné aux agents {l'instruction} de [fermer le quai].",
        "Face à {la menace} des <dockers> de [bloquer le quai], la préfecture a reculé.",
        "{L'accusation} de <Luc Maret> contre « [une mairie aux abois] » a surpris.",
        "<Le maire>, {pour} qui [le port est une chance], a signé.",
        "<Le préfet>, {aux yeux} duquel [rien ne presse], part.",
        "<Le politologue Luc Maret>, {selon} lequel [la réforme échouera], a quitté le plateau.",
    ],
    negative: &[
        "Les dockers expriment une colère que la ville partage.",
        "L'idée que le temps passe est ancienne.",
        "Les agents ont reçu l'ordre de fermer le quai.",
        "La tempête a donné l'idée de fermer le quai.",
        "Le maire a pris la décision de partir.",
        "La biologiste a eu l'idée de laisser les capteurs en place.",
        "Les revendications des riverains ont touché la question du port avant de gagner la ville.",
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
        else {
            continue;
        };
        // « appel », « ordre », « proposition » are first of all other things.
        let Some(class) = noun.cue else { continue };
        // « soutient l'idée que », « affiche son intention de »: the verb that reports has the holder for its subject; so has one that
        // only lends the noun its verb: « lance un appel à ».
        let reporting = governor(scope, n);
        let verb = reporting.or_else(|| support(scope, n, class));
        let governed = verb.is_some();
        // A will or a choice is said only where a verb says it.
        if noun.frames.has(Frames::WEAK) && reporting.is_none() {
            continue;
        }
        let own = governed || chunk.feats.has(Feats::POSSESSIVE);
        let participle = |i: usize| {
            scope.chunks.get(i).is_some_and(|c| {
                c.kind == ChunkKind::Verb && !c.is_finite() && c.feats.has(Feats::PAST_PARTICIPLE)
            })
        };
        // « leur souhait partagé de maintenir », « la consigne donnée mardi par la mairie de »
        let mut holder = n + 1;
        let mut given = false;
        while scope.kind(holder) == Some(ChunkKind::Adjective)
            || participle(holder) && (own || gives(scope, holder, class))
            || given && moment(scope, holder)
        {
            given |= participle(holder);
            holder += 1;
        }
        let of = scope.chunks.get(holder).is_some_and(|c| {
            c.kind == ChunkKind::Noun
                && (c.flags.has(ChunkFlags::OF) && !given || scope.prep_is(c, &["par"]))
                && scope.surely_speaks(holder)
                && !c.flags.has(ChunkFlags::PRONOUN)
        });
        let relative = lent(scope, n, class);
        let (mut end, subject) = if of {
            (scope.complex_end(holder), Some(scope.group(holder)))
        } else if let Some(v) = relative {
            // « l'appel que la maire a lancé à … »
            (v + 1, scope.subject_of(v))
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
        while moment(scope, end) {
            end += 1;
        }
        let Some(content) = content(scope, n, end, noun.frames, class, reporting.is_some()) else {
            continue;
        };
        let Some(subject) = subject.filter(|&s| {
            !scope.is_first_person(s)
                && !scope.is_on(s)
                && !matches!(s, Subject::Group { chunk, .. } if !scope.may_speak(chunk)
                    || reporting.is_none() && !scope.surely_speaks(chunk))
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
            content: vec![content],
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

/// What the noun at `n` reports: its clause, or the group with quoted words that it takes.
fn content(
    scope: &Scope<'_>,
    n: usize,
    at: usize,
    frames: Frames,
    class: CueClass,
    reporting: bool,
) -> Option<Part> {
    let whole = |start: usize| {
        let end = complement_end(scope, Some(n), start);
        // « Face à la menace de X de fermer le quai, la mairie a reculé »: the noun stands in a circumstance before the clause.
        let before = scope.chunks[n].prep().is_some() && scope.finite_before(n).is_none();
        let main = (start + 1..end).find(|&i| {
            before && scope.kind(i) == Some(ChunkKind::Comma) && main_clause(scope, i + 1)
        });
        scope.part(start, main.unwrap_or(end))
    };
    // « exprime une colère que le maire entend »: behind un a relative pronoun.
    let indefinite = scope.is_word(scope.chunks[n].first, &["un", "une", "des"])
        && scope.kind(at) != Some(ChunkKind::Preposition);
    if let Some(start) = clause(scope, at, frames).filter(|_| !indefinite) {
        return Some(whole(start));
    }
    // « son souhait est que le port ferme »
    let is = scope.chunks.get(at).is_some_and(|c| {
        c.is_finite()
            && c.subject().is_none()
            && matches!(scope.lemma(c), "être" | "rester" | "demeurer")
    });
    if let Some(start) = clause(scope, at + 1, frames).filter(|_| is) {
        return Some(whole(start));
    }
    // « lance un appel aux habitants à rester chez eux »
    let addressed = scope
        .chunks
        .get(at)
        .is_some_and(|c| c.kind == ChunkKind::Noun && scope.prep_is(c, &["à", "au", "aux"]));
    if let Some(start) = clause(scope, scope.complex_end(at), frames).filter(|_| addressed) {
        return Some(whole(start));
    }
    // « l'appel de la mairie à la « retenue » »; beside a reporting verb the noun is part of what that verb reports.
    let takes = |prep: &str| match prep {
        "à" | "au" | "aux" => frames.has(Frames::A_NP),
        "de" | "d'" | "d’" | "du" | "des" => frames.has(Frames::DE_NP),
        "contre" => frames.has(Frames::CONTRE_NP),
        "pour" => frames.has(Frames::POUR_NP),
        _ => false,
    };
    let words = !matches!(class, CueClass::Neutral | CueClass::Praise);
    if reporting || !words {
        return None;
    }
    let here = scope.chunks.get(at)?;
    let start = match here.kind {
        ChunkKind::Noun => here
            .prep()
            .filter(|&p| takes(&scope.word(p).to_lowercase()))
            .map(|_| at)?,
        ChunkKind::Preposition
            if scope.kind(at + 1) == Some(ChunkKind::Quote)
                && takes(&scope.word(here.head).to_lowercase()) =>
        {
            at + 1
        }
        _ => return None,
    };
    // The group alone: what follows belongs to the sentence as a rule.
    let end = match scope.complex_end(start) {
        end if end > start => end,
        _ => start + 1,
    };
    let mut part = scope.chunks[start].first..scope.part(start, end).end;
    // « contre « une mairie aux abois » »: never half a quotation.
    let marks = scope.article.source.marks;
    let opened = marks
        .quotations
        .partition_point(|q| q.first + 1 < part.start);
    for (k, q) in marks.quotations[opened..].iter().enumerate() {
        if q.first >= part.end {
            break;
        }
        let inside = marks.content_tokens((opened + k) as u32);
        if inside.end < scope.sentence.tokens.end {
            part.end = part.end.max(inside.end);
        }
    }
    holds_speech(scope, start, end).then_some(part)
}

/// A moment between a noun and what it governs; no adverb, for « avant de » opens something else.
fn moment(scope: &Scope<'_>, at: usize) -> bool {
    scope
        .chunks
        .get(at)
        .is_some_and(|c| c.flags.has(ChunkFlags::TIME))
}

/// A verb that lends a noun of speech its verb: who is its subject utters, holds or spreads what the noun says.
fn gives(scope: &Scope<'_>, v: usize, class: CueClass) -> bool {
    let chunk = &scope.chunks[v];
    match scope.lemma(chunk) {
        // « donne l'impression de »: somebody else has it.
        "donner" | "envoyer" | "présenter" | "porter" => {
            !matches!(class, CueClass::Thought | CueClass::Emotion)
        }
        "faire" | "lancer" | "émettre" | "exprimer" | "formuler" | "réitérer" | "renouveler"
        | "maintenir" | "adresser" | "transmettre" | "diffuser" | "publier" | "signer"
        | "cosigner" | "relayer" | "multiplier" | "marteler" | "répéter" | "afficher"
        | "manifester" | "proférer" | "pousser" | "poser" | "avancer" | "défendre"
        | "développer" | "soutenir" | "soumettre" | "déposer" | "opposer" | "brandir"
        | "agiter" | "intimer" | "passer" | "prêter" | "soulever" | "évoquer" | "énoncer"
        | "tirer" | "dresser" => true,
        // « partage l'avis que »: a thought is held; what one has (« avoir l'idée de ») may be an act, and those that are held are
        // verbs of the lexicon.
        "garder" | "conserver" | "nourrir" | "caresser" | "partager" | "entretenir" => {
            matches!(class, CueClass::Thought | CueClass::Emotion)
        }
        "prendre" => class == CueClass::Promise,
        _ => false,
    }
}

/// « lance un appel à »: the verb whose object the noun is, and that lends it its verb.
fn support(scope: &Scope<'_>, n: usize, class: CueClass) -> Option<usize> {
    if scope.chunks[n].prep().is_some() {
        return None;
    }
    let v = (n.saturating_sub(4)..n).rev().find(|&i| {
        // « donne aux agents l'ordre de »
        let addressed = scope.kind(i) == Some(ChunkKind::Noun)
            && scope.prep_is(&scope.chunks[i], &["à", "au", "aux"]);
        !(scope.kind(i) == Some(ChunkKind::Adverb) || moment(scope, i) || addressed)
    })?;
    let chunk = &scope.chunks[v];
    (chunk.kind == ChunkKind::Verb
        && !chunk.flags.has(ChunkFlags::PASSIVE)
        && !chunk.flags.has(ChunkFlags::NEGATED)
        && (chunk.is_finite() || !chunk.feats.has(Feats::PAST_PARTICIPLE))
        && !scope.is_impersonal(v)
        && gives(scope, v, class))
    .then_some(v)
}

/// « l'appel que la maire a lancé »: the verb of the relative clause whose object the noun is.
fn lent(scope: &Scope<'_>, n: usize, class: CueClass) -> Option<usize> {
    if !scope.chunk_is(n + 1, ChunkKind::Relative, &["que", "qu'"]) {
        return None;
    }
    (n + 2..scope.chunks.len().min(n + 5))
        .find(|&i| scope.chunks[i].is_finite())
        .filter(|&v| !scope.chunks[v].flags.has(ChunkFlags::NEGATED) && gives(scope, v, class))
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
                // « la question de savoir si »
                .map(|c| at + 1 + usize::from(scope.lemma(c) == "savoir"))
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
