//! « Ils ont défilé aux cris de « … » », « une pancarte « … » »: what is shouted together, and what a placard bears.

use super::{Found, Rule, RuleInfo};
use crate::attribution::scope::{Scope, Subject};
use crate::attribution::{Candidate, CueLemma, CueTokens, Part, QuoteUse, SpeakerTokens};
use crate::chunks::ChunkKind;
use crate::claim::{CueClass, Polarity};
use crate::marks::QuotationId;
use crate::tokens::{TokenId, TokenKind, same_word};

pub(super) const RULE: Rule = Rule {
    info: INFO,
    verbal: false,
    find,
};

const INFO: RuleInfo = RuleInfo {
    name: "slogan",
    summary: "Cries and slogans with the noun that names them, and the words on a placard.",
    constructions: &[21],
    positive: &[
        "<Les dockers> ont défilé {aux cris} de « [Rendez-nous le port] » et « [Le quai vivra] ».",
        "{Aux cris} de « [Dehors !] », <deux cents pêcheurs> ont bloqué la criée.",
        "Le cortège avançait lentement, avec <une banderole> « [La mer n'est pas à vendre] ».",
        "Certains portaient <trois pancartes> (« [Le port à tous] », « [Maret, rends l'argent] »).",
    ],
    negative: &[
        "Le cri d'une mouette a « déchiré le silence ».",
        "Elle a signé un rapport « accablant » pour le port.",
        "Les slogans ont fusé jusqu'au soir.",
    ],
};

/// Nouns of what is shouted or chanted; de or nothing comes before the words.
const CRIES: &[&str] = &["cri", "slogan", "chant", "mot d'ordre", "clameur", "huée"];

/// Things that bear words.
const BEARERS: &[&str] = &[
    "pancarte",
    "banderole",
    "affiche",
    "affichette",
    "écriteau",
    "panneau",
    "panonceau",
    "calicot",
    "placard",
    "tag",
    "graffiti",
    "inscription",
    "tee-shirt",
    "t-shirt",
    "autocollant",
    "badge",
    "tract",
    "drap",
    "fronton",
    "pochoir",
];

fn find(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    let quotations = &scope.article.source.marks.quotations;
    let next = quotations.partition_point(|q| q.first < scope.sentence.tokens.start);
    let quoted = quotations
        .get(next)
        .is_some_and(|q| q.first < scope.sentence.tokens.end);
    if !quoted || !scope.is_author() {
        return;
    }
    for n in 0..scope.chunks.len() {
        let chunk = &scope.chunks[n];
        if chunk.kind != ChunkKind::Noun {
            continue;
        }
        let lemma = scope.lemma(chunk);
        let cry = CRIES.contains(&lemma);
        let bearer = if lemma.is_empty() {
            let word = scope.word(chunk.head).trim_end_matches('s');
            BEARERS.iter().any(|w| same_word(word, w))
        } else {
            BEARERS.contains(&lemma)
        };
        // « une marche placée sous le slogan « … » »: a name.
        let named = lemma != "cri" && scope.prep_is(chunk, &["sous"]);
        if !cry && !bearer || named {
            continue;
        }
        let content = words_behind(scope, chunk.head + 1, cry);
        if content.is_empty() {
            continue;
        }
        let q = scope
            .article
            .source
            .marks
            .quotations
            .partition_point(|q| q.first + 1 < content[0].start);
        let (cue, speaker) = if cry {
            let cue = CueTokens {
                tokens: chunk.start()..chunk.head + 1,
                lemma: CueLemma::Written(chunk.head),
                class: CueClass::Manner,
                polarity: Polarity::Affirmed,
            };
            let speaker = match chunk.prep() {
                Some(_) => crowd(scope, n),
                None => SpeakerTokens::Carried,
            };
            (Some(cue), speaker)
        } else {
            let group = Subject::Group {
                chunk: n,
                end: n + 1,
            };
            let SpeakerTokens::Group { tokens, chunk: at } = scope.speaker(group) else {
                continue;
            };
            // The words stand in the noun's own group: it ends before them.
            let tokens = tokens.start..chunk.head + 1;
            (None, SpeakerTokens::Group { tokens, chunk: at })
        };
        Found {
            rule: &INFO,
            rank: 61,
            content,
            cue,
            speaker,
            quotation: Some(q as QuotationId),
            confidence: 0.65,
        }
        .push(scope, out);
    }
}

/// The quotations right behind the noun, one after the other.
fn words_behind(scope: &Scope<'_>, from: TokenId, cry: bool) -> Vec<Part> {
    let source = scope.article.source;
    let quotations = &source.marks.quotations;
    let mut out = Vec::new();
    let mut at = from;
    let mut joints = 0;
    while at < scope.sentence.tokens.end && joints < 4 {
        let next = quotations.partition_point(|q| q.first < at);
        if let Some(q) = quotations.get(next).filter(|q| q.first == at && q.opened) {
            let content = source.marks.content_tokens(next as QuotationId);
            if scope.article.uses.get(next as QuotationId) == QuoteUse::Title
                || !cry && content.len() < 2
            {
                break;
            }
            out.push(content);
            at = q.last + 1;
            joints = 0;
            continue;
        }
        let token = source.tokens[at as usize];
        let joint = if out.is_empty() {
            cry && scope.is_word(at, &["de", "d'"]) || !cry && token.kind == TokenKind::Open
        } else {
            matches!(token.kind, TokenKind::Comma)
                || scope.is_word(at, &["et", "ou", "puis", "encore", "même", "de", "d'"])
        };
        if !joint {
            break;
        }
        at += 1;
        joints += 1;
    }
    out
}

/// Who shouts: the subject of the clause that the cries go with.
fn crowd(scope: &Scope<'_>, n: usize) -> SpeakerTokens {
    match scope.controller(n) {
        Some(subject) if !scope.is_first_person(subject) => scope.speaker(subject),
        _ => SpeakerTokens::Carried,
    }
}
