//! « Je reviendrai. »: a quotation that stands by itself; its speaker is carried over from what precedes.

use super::{Found, Rule, RuleInfo};
use crate::attribution::scope::Scope;
use crate::attribution::{Candidate, QuoteUse, SpeakerTokens};
use crate::chunks::ChunkKind;

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
        "« [S'il pleut encore demain, la digue cédera] », avant d'avertir : « Il faut partir. »",
    ],
    negative: &["Le film « Les Marées » sort demain.", "« Le Phare »"],
};

fn find(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    let start = scope.matter_start();
    let Some(q) = scope.chunks.get(start).and_then(|c| c.quotation()) else {
        return;
    };
    if scope.article.uses.get(q) != QuoteUse::Speech {
        return;
    }
    let content = scope.article.source.marks.content_tokens(q);
    let finite = scope.quotes_clause(q);
    let alone = scope.between(start + 1, usize::MAX).iter().all(|c| {
        matches!(
            c.kind,
            ChunkKind::Stop | ChunkKind::Other | ChunkKind::Comma
        )
    });
    let words = content.len();
    // Beside words of the author's it needs to be a sentence; alone, a few words will do.
    let fits = if alone {
        words >= 4 && (finite || words >= 6)
    } else {
        finite
            && words >= 6
            && matches!(
                scope.kind(start + 1),
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
    if !fits || !scope.is_author() {
        return;
    }
    Found {
        rule: &INFO,
        rank: 20,
        content: vec![content],
        cue: None,
        speaker: SpeakerTokens::Carried,
        quotation: Some(q),
        confidence: if alone { 0.65 } else { 0.45 },
    }
    .push(scope, out);
}
