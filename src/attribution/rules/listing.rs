//! « Voici les conclusions de l'étude : – … – … »: a list of findings under one noun or verb.

use super::{Found, Rule, RuleInfo};
use crate::attribution::scope::Scope;
use crate::attribution::{Candidate, CueLemma, CueTokens, SpeakerTokens};
use crate::blocks::BlockKind;
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::claim::{CueClass, Polarity};
use crate::lexicon::{Frames, NounClass};
use crate::tokens::TokenKind;

pub(super) const RULE: Rule = Rule {
    info: INFO,
    verbal: false,
    find,
};

const INFO: RuleInfo = RuleInfo {
    name: "listing",
    summary: "A line that ends in a colon and names a holder with a noun or verb of saying, and the items of the list under it.",
    constructions: &[33],
    positive: &[
        "Voici {les conclusions} de <l'étude> :\n\n– [La digue est trop basse.]\n\n– Le port s'ensable.\n\nRien ne presse.",
        "Voici {les conclusions} de <l'étude> :\n\n– La digue est trop basse.\n\n– [Le port s'ensable.]\n\nRien ne presse.",
        "Voici {les constats} du <rapport> :\n\n– [Le bassin fuit depuis deux ans.]\n\n– Le quai est fendu.\n\nRien ne presse.",
    ],
    negative: &[
        "Le programme :\n\n– La fanfare joue à midi.\n\n– Le bal ferme à minuit.",
        "Au menu du conseil :\n\n– Le budget du port.\n\n– Les travaux.",
    ],
};

/// Items looked at below one line.
const ITEMS: usize = 40;

fn find(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    if scope.chunks.last().map(|c| c.kind) != Some(ChunkKind::Colon) || !scope.is_author() {
        return;
    }
    let Some((cue, speaker)) = holder(scope) else {
        return;
    };
    let article = scope.article;
    let first = scope.sentence.block as usize + 1;
    for block in article.blocks.iter().skip(first).take(ITEMS) {
        let opens = article
            .source
            .tokens
            .get(block.tokens.start as usize)
            .map(|t| t.kind);
        if !(block.kind == BlockKind::ListItem || opens == Some(TokenKind::Dash)) {
            break;
        }
        let mut start = block.tokens.start;
        while start < block.tokens.end
            && matches!(
                article.source.tokens[start as usize].kind,
                TokenKind::Dash | TokenKind::Symbol
            )
        {
            start += 1;
        }
        let index = article
            .sentences
            .partition_point(|s| s.tokens.start < block.tokens.start);
        // An item is a sentence: a heading or a name is none.
        let clause = article.source.tags[start as usize..block.tokens.end as usize]
            .iter()
            .any(|t| t.is_finite_verb());
        if index >= article.sentences.len() || !clause {
            continue;
        }
        let item = Scope::new(article, index as u32);
        Found {
            rule: &INFO,
            rank: 54,
            content: vec![start..block.tokens.end],
            cue: Some(cue.clone()),
            speaker: speaker.clone(),
            quotation: None,
            confidence: 0.6,
        }
        .push(&item, out);
    }
}

/// A noun of saying with its holder, or a reporting verb with its subject.
fn holder(scope: &Scope<'_>) -> Option<(CueTokens, SpeakerTokens)> {
    let end = scope.chunks.len() - 1;
    for n in (0..end).rev() {
        let chunk = &scope.chunks[n];
        let named = matches!(scope.noun_class(chunk), Some(NounClass::Speech))
            || matches!(
                scope.lemma(chunk),
                "conclusion"
                    | "constat"
                    | "résultat"
                    | "enseignement"
                    | "recommandation"
                    | "proposition"
                    | "revendication"
                    | "argument"
            );
        if chunk.kind != ChunkKind::Noun
            || !named
            || !chunk.flags.has(ChunkFlags::DETERMINED) && chunk.prep().is_none()
        {
            continue;
        }
        let by = (n + 1..end).take(4).find(|&i| {
            scope.kind(i) == Some(ChunkKind::Noun)
                && scope.prep_is(&scope.chunks[i], &["de", "d'", "du", "des", "par"])
                && scope.surely_speaks(i)
        })?;
        let lemma = chunk
            .lemma()
            .map_or(CueLemma::Written(chunk.head), CueLemma::Lexicon);
        let cue = CueTokens {
            tokens: chunk.first..chunk.end,
            lemma,
            class: CueClass::Neutral,
            polarity: Polarity::Affirmed,
        };
        return Some((cue, scope.speaker(scope.group(by))));
    }
    let v = (0..end).rev().take(4).find(|&i| {
        scope.chunks[i].is_finite()
            && scope.reports(i, Frames::INCISE).is_some()
            && !scope.frames(i).has(Frames::WEAK)
    })?;
    let subject = scope.subject_before(v)?;
    if scope.is_first_person(subject) || scope.is_on(subject) {
        return None;
    }
    Some((
        scope.verb_cue(v, scope.reports(v, u32::MAX)),
        scope.speaker(subject),
    ))
}
