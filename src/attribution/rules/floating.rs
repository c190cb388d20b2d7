//! « Je reviendrai. »: a quotation that stands by itself; its speaker is carried over from what precedes.

use super::incise::has_main_verb;
use super::speech_object::lacks_subject;
use super::{Found, Rule, RuleInfo};
use crate::attribution::quotes::{contents, joined};
use crate::attribution::scope::{Scope, Subject};
use crate::attribution::{Candidate, QuoteUse, SpeakerTokens};
use crate::chunks::{ChunkFlags, ChunkKind};

pub(super) const RULE: Rule = Rule {
    info: INFO,
    verbal: false,
    find,
};

const INFO: RuleInfo = RuleInfo {
    name: "floating",
    summary: "A whole sentence between marks with no cue beside it.",
    constructions: &[8, 12, 13],
    positive: &[
        "La ministre a quitté la salle. « [Je reviendrai demain matin.] »",
        "« Rien n'est perdu », a dit Odile Brun. « [Nous avons encore deux mois pour convaincre.] »",
        "Luc Maret a parlé deux heures. Par exemple, « [le port rouvrirait dès lundi sans la douane] ».",
        "« Il doit partir », a dit Odile Brun, citée par Le Relais. [Il n'a pas parlé au bistrot mais à la mairie.] »",
        "Luc Maret tient les comptes. Depuis avril, « [les prises sont restées plus faibles que d'ordinaire] », avec un automne sec.",
        "« [S'il pleut encore demain, la digue cédera] », avant d'avertir : « Il faut partir. »",
    ],
    negative: &[
        "« Les crédits à l'économie du pays » des six banques devront croître.",
        "Le film « Les Marées » sort demain.",
        "« Le Phare »",
        "« Demain matin, je trouverai les mots qu'il faut au maire », me suis-je dit.",
        "Dans « Les Marées que le vent pousse vers nous », tout est beau.",
    ],
};

fn find(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    if !scope.is_author() {
        return;
    }
    let start = scope.matter_start();
    let at = match scope.kind(start) {
        Some(ChunkKind::Quote) => start,
        _ => match led_in(scope, start) {
            Some(at) => at,
            None => return,
        },
    };
    let Some(q) = scope.chunks[at].quotation() else {
        return;
    };
    if scope.article.uses.get(q) != QuoteUse::Speech || own_thought(scope, at + 1) {
        return;
    }
    let content = scope.article.source.marks.content_tokens(q);
    let finite = scope.quotes_clause(q);
    let (list, behind) = joined(scope, at);
    let ends = |from: usize| {
        scope.between(from, usize::MAX).iter().all(|c| {
            matches!(
                c.kind,
                ChunkKind::Stop | ChunkKind::Other | ChunkKind::Comma
            )
        })
    };
    let alone = ends(at + 1);
    let words = content.len();
    // Beside words of the author's it needs to be a sentence; alone, a few words will do.
    let fits = if at > start {
        (ends(behind) || trails(scope, behind))
            && words >= 6
            && has_main_verb(scope.quoted_tags(q))
            && !lacks_subject(scope, q)
    } else if alone {
        words >= 4 && (finite || words >= 6)
    } else {
        finite
            && words >= 6
            && matches!(
                scope.kind(at + 1),
                Some(
                    ChunkKind::Comma
                        | ChunkKind::Dash
                        | ChunkKind::Open
                        | ChunkKind::Noun
                        | ChunkKind::Subordinator
                        | ChunkKind::Relative
                        | ChunkKind::Coordinator
                )
            )
    };
    // « « Les crédits » des banques devront croître »: a subject, its complement and its verb.
    let subject = !finite
        && at == start
        && scope
            .chunks
            .get(at + 1)
            .is_some_and(|c| c.flags.has(ChunkFlags::OF))
        && scope
            .chunks
            .get(scope.complex_end(at + 1))
            .is_some_and(|c| c.is_finite() && c.subject().is_none());
    if !fits || subject {
        return;
    }
    // « A », car « B »: what nothing but a joint parts is one claim.
    let content = if ends(behind) {
        contents(scope, &list)
    } else {
        vec![content]
    };
    Found {
        rule: &INFO,
        rank: 20,
        content,
        cue: None,
        speaker: SpeakerTokens::Carried,
        quotation: Some(q),
        confidence: if alone { 0.65 } else { 0.45 },
    }
    .push(scope, out);
}

/// « Par exemple, « le port rouvrirait dès lundi » »: a quotation at the end of the sentence, behind an adjunct or a clause of
/// circumstance of the author's.
fn led_in(scope: &Scope<'_>, start: usize) -> Option<usize> {
    let at = (start..scope.chunks.len()).find(|&i| scope.kind(i) == Some(ChunkKind::Quote))?;
    if at < start + 2 || scope.kind(at - 1) != Some(ChunkKind::Comma) {
        return None;
    }
    let first = &scope.chunks[start];
    let adjunct = match first.kind {
        ChunkKind::Noun => first.prep().is_some() || first.flags.has(ChunkFlags::TIME),
        ChunkKind::Adverb | ChunkKind::Preposition => true,
        ChunkKind::Verb => !first.is_finite(),
        ChunkKind::Subordinator => {
            return (!scope.is_word(first.head, &["que", "qu'"])).then_some(at);
        }
        _ => false,
    };
    (adjunct && !scope.has_finite(start, at)).then_some(at)
}

/// « « … », avec un été sec. »: what is left says nothing by itself.
fn trails(scope: &Scope<'_>, behind: usize) -> bool {
    scope.kind(behind) == Some(ChunkKind::Comma)
        && scope
            .chunks
            .get(behind + 1)
            .is_some_and(|c| c.kind == ChunkKind::Noun && c.prep().is_some())
        && !scope.has_finite(behind, scope.chunks.len())
        && !scope.has_quote(behind, scope.chunks.len())
}

/// « …, me suis-je dit »: the author's own words.
fn own_thought(scope: &Scope<'_>, behind: usize) -> bool {
    let i = behind + usize::from(scope.kind(behind) == Some(ChunkKind::Comma));
    scope.chunks.get(i).is_some_and(|c| {
        c.flags.has(ChunkFlags::INVERTED)
            && c.subject()
                .is_some_and(|t| scope.is_first_person(Subject::Clitic(t)))
    })
}
