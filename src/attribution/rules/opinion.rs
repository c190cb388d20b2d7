//! « Pour Mme Brun, … », « aux yeux de », « de l'avis de », « à en croire », « de source policière ».

use super::selon::{Phrase, report};
use super::speech_object::holds_speech;
use super::{Rule, RuleInfo};
use crate::attribution::scope::Scope;
use crate::attribution::{Candidate, CueLemma, CueTokens, SpeakerTokens};
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::claim::{CueClass, Polarity};
use crate::lexicon::{Feats, NounClass, ProperKind};

pub(super) const RULE: Rule = Rule {
    info: INFO,
    verbal: false,
    find,
};

const INFO: RuleInfo = RuleInfo {
    name: "opinion",
    summary: "A prepositional phrase that says whose view it is: pour X, aux yeux de, de l'avis de, aux dires de, de source.",
    constructions: &[31, 32],
    positive: &[
        "{Pour} <Odile Brun>, [la digue est en danger].",
        "{Pour} <elle> [c'est même « une nécessité »].",
        "{Pour} <Luc Maret> [la réforme « va dans le mur »].",
        "{Aux yeux} de <la maire>, [rien ne presse].",
        "{À entendre} <le maire>, [rien ne presse].",
        "{De l'aveu} même de <la mairie>, [rien n'est prêt].",
        "{Pour} <nombre d'élus>, [le port est un problème].",
        "{De l'avis} de <tous les riverains>, [le bruit a cessé].",
        "{À en croire} <la rumeur>, [le pont fermera].",
        "De <{source} policière>, [trois personnes sont recherchées].",
        "<De {sources} concordantes>, [trois personnes sont recherchées].",
    ],
    negative: &[
        "Pour trois euros, on entre.",
        "Pour la première fois, le port a fermé.",
        "Pour Luc Maret la mairie a fait bâtir une halle.",
        "Pour Noël, la ville s'illumine.",
        "Ces chantiers ont, pour certains, continué.",
        "Les plans, qui doivent être soumis à l'avis du conseil, sont prêts.",
    ],
};

fn find(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    believed(scope, out);
    for s in 0..scope.chunks.len() {
        let chunk = &scope.chunks[s];
        if chunk.kind != ChunkKind::Noun {
            continue;
        }
        // « De sources concordantes, … »: de is the article's.
        let article = scope.lemma(chunk) == "source"
            && scope.is_word(chunk.first, &["de"])
            && scope.kind(s + 1) == Some(ChunkKind::Comma)
            && (s == scope.matter_start() || scope.kind(s - 1) == Some(ChunkKind::Comma));
        if article {
            let cue = CueTokens {
                tokens: chunk.head..chunk.head + 1,
                lemma: CueLemma::Fixed("de source"),
                class: CueClass::Neutral,
                polarity: Polarity::Affirmed,
            };
            let phrase = Phrase {
                start: s,
                end: s + 1,
                speaker: s,
                cue,
            };
            report(scope, phrase, &INFO, 74, 0.85, out);
            continue;
        }
        let Some(prep) = chunk.prep() else { continue };
        let cue = |from: u32, to: u32, lemma: &'static str| CueTokens {
            tokens: from..to,
            lemma: CueLemma::Fixed(lemma),
            class: CueClass::Thought,
            polarity: Polarity::Affirmed,
        };
        if scope.is_word(prep, &["pour"]) {
            if holds_view(scope, s)
                && (between_commas(scope, s) || no_comma(scope, s))
                && !cuts_verb(scope, s)
            {
                let end = phrase_end(scope, s);
                report(
                    scope,
                    Phrase {
                        start: s,
                        end,
                        speaker: s,
                        cue: cue(prep, prep + 1, "pour"),
                    },
                    &INFO,
                    40,
                    0.7,
                    out,
                );
            }
            continue;
        }
        let lemma = match scope.lemma(chunk) {
            "œil" | "yeux" if scope.is_word(prep, &["aux", "à", "a"]) => "aux yeux de",
            "avis"
                if scope.is_word(prep, &["de"])
                    // « à son avis », unlike « soumis à l'avis du conseil »
                    || scope.is_word(prep, &["à", "a"])
                        && chunk.feats.has(Feats::POSSESSIVE) =>
            {
                "de l'avis de"
            }
            "aveu" if scope.is_word(prep, &["de"]) => "de l'aveu de",
            "dire" | "dires" if scope.is_word(prep, &["aux", "au"]) => "aux dires de",
            "esprit" if scope.is_word(prep, &["dans"]) => "dans l'esprit de",
            "source"
                if !heard(scope, s)
                    && scope.is_word(prep, &["de"])
                    && !chunk.flags.has(ChunkFlags::DETERMINED)
                    && scope.kind(s.wrapping_sub(1)) != Some(ChunkKind::Noun) =>
            {
                let end = scope.complex_end(s);
                let token = chunk.head;
                let cue = CueTokens {
                    tokens: token..token + 1,
                    lemma: CueLemma::Fixed("de source"),
                    class: CueClass::Neutral,
                    polarity: Polarity::Affirmed,
                };
                report(
                    scope,
                    Phrase {
                        start: s,
                        end,
                        speaker: s,
                        cue,
                    },
                    &INFO,
                    74,
                    0.85,
                    out,
                );
                continue;
            }
            _ => continue,
        };
        // « à ses yeux », « à son avis »: whoever spoke last.
        if chunk.feats.has(Feats::POSSESSIVE) {
            let end = scope.complex_end(s);
            carried(scope, s, end, cue(prep, chunk.end, lemma), out);
            continue;
        }
        // « de l'aveu même de la mairie »
        let next = s + 1 + usize::from(scope.chunk_is(s + 1, ChunkKind::Adverb, &["même"]));
        let Some(holder) = scope.chunks.get(next) else {
            continue;
        };
        if holder.kind == ChunkKind::Noun
            && holder.flags.has(ChunkFlags::OF)
            && scope.surely_speaks(next)
        {
            let end = scope.complex_end(next);
            report(
                scope,
                Phrase {
                    start: s,
                    end,
                    speaker: next,
                    cue: cue(prep, chunk.end, lemma),
                },
                &INFO,
                74,
                0.85,
                out,
            );
        }
    }
}

/// « à en croire X », « si l'on en croit X », « à l'entendre »
fn believed(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    for v in 1..scope.chunks.len().saturating_sub(1) {
        let chunk = &scope.chunks[v];
        let group = v + 1;
        let heeds = match scope.lemma(chunk) {
            "croire" => true,
            // « à entendre le maire »
            "entendre" | "écouter" | "lire" => {
                chunk.feats.has(Feats::INFINITIVE) && v == scope.matter_start() + 1
            }
            _ => false,
        };
        if chunk.kind != ChunkKind::Verb || !heeds {
            continue;
        }
        // « à l'en croire », « à les entendre »: whoever spoke last.
        if chunk.flags.has(ChunkFlags::OBJECT)
            && chunk.feats.has(Feats::INFINITIVE)
            && v == scope.matter_start() + 1
            && scope.chunk_is(v - 1, ChunkKind::Preposition, &["à", "a"])
            && scope.kind(group) == Some(ChunkKind::Comma)
        {
            let cue = CueTokens {
                tokens: scope.chunks[v - 1].first..chunk.end,
                lemma: CueLemma::Fixed("à en croire"),
                class: CueClass::Neutral,
                polarity: Polarity::Affirmed,
            };
            carried(scope, v - 1, v + 1, cue, out);
            continue;
        }
        if scope.kind(group) != Some(ChunkKind::Noun)
            || scope.chunks[group].prep().is_some()
            || !scope.may_speak(group)
        {
            continue;
        }
        let infinitive = chunk.feats.has(Feats::INFINITIVE)
            && scope.chunk_is(v - 1, ChunkKind::Preposition, &["à", "a"]);
        let condition = (v.saturating_sub(2)..v)
            .find(|&i| scope.chunk_is(i, ChunkKind::Subordinator, &["si", "s'"]))
            .filter(|_| chunk.subject().is_some_and(|t| scope.is_word(t, &["on"])));
        let Some(start) = (if infinitive { Some(v - 1) } else { condition }) else {
            continue;
        };
        let cue = CueTokens {
            tokens: scope.chunks[start].first..chunk.end,
            lemma: CueLemma::Fixed("à en croire"),
            class: CueClass::Neutral,
            polarity: Polarity::Affirmed,
        };
        report(
            scope,
            Phrase {
                start,
                end: scope.complex_end(group),
                speaker: group,
                cue,
            },
            &INFO,
            77,
            0.85,
            out,
        );
    }
}

/// « ont, pour certains, continué »: part of whom, not whose view.
fn cuts_verb(scope: &Scope<'_>, s: usize) -> bool {
    let end = scope.complex_end(s);
    s >= 2
        && scope.kind(s - 1) == Some(ChunkKind::Comma)
        && scope.kind(s - 2) == Some(ChunkKind::Verb)
        && scope
            .chunks
            .get(end + 1)
            .is_some_and(|c| c.kind == ChunkKind::Verb && c.feats.has(Feats::PAST_PARTICIPLE))
}

/// « Pour le secrétaire d'État chargé des Ports, »: behind a participle with its complements.
fn phrase_end(scope: &Scope<'_>, s: usize) -> usize {
    let end = scope.complex_end(s);
    let participle = scope.chunks.get(end).is_some_and(|c| {
        c.kind == ChunkKind::Verb && !c.is_finite() && c.feats.has(Feats::PAST_PARTICIPLE)
    });
    if !participle {
        return end;
    }
    (end + 1..scope.chunks.len().min(end + 6))
        .find(|&i| !matches!(scope.kind(i), Some(ChunkKind::Noun | ChunkKind::Adverb)))
        .filter(|&i| scope.kind(i) == Some(ChunkKind::Comma))
        .unwrap_or(end)
}

/// « a-t-on appris de source policière »: the source is the speaker of the incise.
fn heard(scope: &Scope<'_>, at: usize) -> bool {
    at > 0
        && scope.kind(at - 1) == Some(ChunkKind::Verb)
        && scope.chunks[at - 1].flags.has(ChunkFlags::INVERTED)
}

fn carried(scope: &Scope<'_>, s: usize, end: usize, cue: CueTokens, out: &mut Vec<Candidate>) {
    let from = out.len();
    report(
        scope,
        Phrase {
            start: s,
            end,
            speaker: s,
            cue,
        },
        &INFO,
        74,
        0.8,
        out,
    );
    for candidate in &mut out[from..] {
        candidate.speaker = SpeakerTokens::Carried;
    }
}

/// A person, body or pronoun whose view may be meant: « pour trois euros » and « pour Noël » are none.
fn holds_view(scope: &Scope<'_>, s: usize) -> bool {
    let chunk = &scope.chunks[s];
    if chunk.flags.has(ChunkFlags::TIME) {
        return false;
    }
    // « pour nombre d'élus », « pour la plupart des riverains »
    if scope.is_quantity(s) {
        return scope
            .chunks
            .get(s + 1)
            .is_some_and(|c| c.feats.has(Feats::PLUR));
    }
    if chunk.flags.has(ChunkFlags::PRONOUN) {
        return scope.is_word(
            chunk.head,
            &[
                "lui", "elle", "eux", "elles", "beaucoup", "certains", "d'autres",
            ],
        );
    }
    if chunk.feats.has(Feats::DEMONSTRATIVE)
        && scope.is_word(
            chunk.head,
            &["dernier", "dernière", "derniers", "dernières"],
        )
    {
        return true;
    }
    if chunk.flags.has(ChunkFlags::NAME) {
        let source = scope.article.source;
        let name = crate::mentions::slice(source, &(chunk.first..chunk.end));
        let place = source
            .lexicon
            .proper(name)
            .map(|p| p.kind == ProperKind::Place);
        // One word is a body that the lexicon knows; « pour Noël » is none.
        return chunk.flags.has(ChunkFlags::DETERMINED) && place != Some(true)
            || chunk.end - chunk.first >= 2
            || place == Some(false);
    }
    matches!(
        scope.noun_class(chunk),
        Some(NounClass::Person | NounClass::Group | NounClass::Organisation)
    ) && chunk.flags.has(ChunkFlags::DETERMINED)
}

/// « Pour elle c'est « une faute » », « Pour Luc Maret le projet « va dans le mur » »: the comma is missing.
fn no_comma(scope: &Scope<'_>, s: usize) -> bool {
    if s != scope.matter_start() || scope.is_quantity(s) {
        return false;
    }
    let end = scope.past_parenthesis(phrase_end(scope, s));
    let it_is = scope.chunks.get(end).is_some_and(|c| {
        c.is_finite()
            && scope.lemma(c) == "être"
            && c.subject().is_some_and(|t| scope.is_word(t, &["c'", "ce"]))
    });
    let noun = scope.kind(end) == Some(ChunkKind::Noun) && scope.is_bare(end);
    // A clause of the author's goes on behind a comma; the words stand before it.
    let close = (end..scope.matter_end())
        .find(|&i| scope.kind(i) == Some(ChunkKind::Comma))
        .unwrap_or(scope.matter_end());
    (it_is || noun && scope.has_clause(end, close)) && holds_speech(scope, end, close)
}

/// The phrase opens the sentence and a comma closes it, or commas stand on both sides.
fn between_commas(scope: &Scope<'_>, s: usize) -> bool {
    let mut end = phrase_end(scope, s);
    // « Pour Luc Maret (Les Verts), »
    end = scope.past_parenthesis(end);
    let closes = matches!(scope.kind(end), Some(ChunkKind::Comma))
        || scope.kind(end) == Some(ChunkKind::Colon);
    let opens = s == scope.matter_start()
        || scope.kind(s.wrapping_sub(1)) == Some(ChunkKind::Comma)
        || scope.kind(s.wrapping_sub(1)) == Some(ChunkKind::Coordinator);
    closes
        && opens
        && (scope.has_finite(end, scope.chunks.len()) || scope.has_quote(end, scope.chunks.len()))
}
