//! Verb groups.

use super::fixed::adverbial;
use super::{Chunk, ChunkFlags, ChunkKind, NONE, Source, Words};
use crate::lexicon::{Feats, Pos};
use crate::tokens::{TokenId, TokenKind, bare_clitic};

/// How far between an auxiliary and its participle an insertion may reach (« a, dans un entretien au Relais, déclaré »).
const INSERTION: usize = 12;

/// A verb group at `at`: the chunk and the index behind it.
pub(super) fn verb_group(source: Source<'_>, words: &Words, at: usize) -> Option<(Chunk, usize)> {
    let mut j = at;
    let mut flags = 0u16;
    let mut subject = NONE;
    let first = words.token(at)?;
    // « en » and a present participle: gerund.
    if words.pos(source, j) == Some(Pos::Prep)
        && source.lemma_text(source.tags[first as usize].lemma()) == "en"
    {
        let mut k = j + 1;
        while matches!(words.pos(source, k), Some(Pos::ObjectPron | Pos::Neg)) {
            k += 1;
        }
        let verb = words.token(k)?;
        if !source.tags[verb as usize].is_verb(Feats::PRESENT_PARTICIPLE) {
            return None;
        }
        flags |= ChunkFlags::GERUND;
        j += 1;
    }
    if words.pos(source, j) == Some(Pos::SubjectPron) {
        subject = words.token(j)?;
        j += 1;
        // « il, selon lui, … » does not occur; an adverb does: « il aussi estime ».
        while words.pos(source, j) == Some(Pos::Adv) {
            j += 1;
        }
    }
    // ne, me, le, lui, y, en and an adverb or two: no French verb has more before it.
    for _ in 0..8 {
        match words.pos(source, j) {
            Some(Pos::Neg) => flags |= ChunkFlags::NEGATED,
            Some(Pos::ObjectPron) => {
                let token = words.token(j)?;
                let lemma = source.lemma_text(source.tags[token as usize].lemma());
                let written = source.word(token);
                if lemma == "se" || written.starts_with(['s', 'S']) {
                    flags |= ChunkFlags::REFLEXIVE;
                } else if lemma == "en" {
                    flags |= ChunkFlags::EN;
                } else if lemma != "y" {
                    flags |= ChunkFlags::OBJECT;
                }
            }
            // « ne pas dire », « en plus dire »: an adverb between clitics and an infinitive.
            Some(Pos::Adv) if j > at && flags & ChunkFlags::NEGATED != 0 => {}
            // « tout rembourser », « ne rien céder », « trop en dire »: objects that stand before an infinitive.
            Some(_)
                if words.token(j).is_some_and(|t| {
                    matches!(source.word(t), "tout" | "rien" | "trop" | "mieux")
                }) && before_infinitive(source, words, j + 1) => {}
            _ => break,
        }
        j += 1;
    }
    let verb = words.token(j)?;
    let tag = &source.tags[verb as usize];
    if tag.pos != Pos::Verb {
        return None;
    }
    let feats = tag.feats;
    // « en affirmant » behind a noun: read as a pronoun, the word is the gerund's all the same.
    if flags & ChunkFlags::EN != 0 && j == at + 1 && tag.is_verb(Feats::PRESENT_PARTICIPLE) {
        flags = flags & !ChunkFlags::EN | ChunkFlags::GERUND;
    }
    // « nous le raconte Luc Maret »: an object that looks like a subject.
    if subject != NONE
        && !feats.has(Feats::P1 | Feats::P2)
        && matches!(
            source.lemma_text(source.tags[subject as usize].lemma()),
            "nous" | "vous"
        )
    {
        subject = NONE;
    }
    let mut head = verb;
    let mut lemma = tag.lemma();
    j += 1;
    // « a t il dit »: the hyphens lost.
    let hung = words
        .token(j)
        .is_some_and(|t| matches!(source.word(t), "t" | "T"));
    if let Some(pronoun) = words.token(j + 1).filter(|&t| {
        hung && subject == NONE && matches!(source.word(t), "il" | "elle" | "on" | "ils" | "elles")
    }) {
        subject = pronoun;
        flags |= ChunkFlags::INVERTED;
        j += 2;
    }
    // Subject and object clitics behind the verb.
    while let Some(token) = words
        .token(j)
        .filter(|&t| source.tokens[t as usize].kind == TokenKind::Clitic)
    {
        // « nous disaient-ils »: the pronoun in front is the object.
        let object = subject != NONE
            && words.token(at) == Some(subject)
            && matches!(
                source.lemma_text(source.tags[subject as usize].lemma()),
                "nous" | "vous"
            );
        if (subject == NONE || object) && is_subject_clitic(source, token) {
            subject = token;
            flags |= ChunkFlags::INVERTED;
        }
        j += 1;
    }
    // Auxiliaries and the participle.
    let mut passive = false;
    for _ in 0..2 {
        let auxiliary_avoir = lemma.is_some() && lemma == source.fixed.avoir;
        let auxiliary_etre = lemma.is_some() && lemma == source.fixed.etre;
        if !(auxiliary_avoir || auxiliary_etre) {
            break;
        }
        let Some((participle, behind)) = participle(source, words, j, &mut flags) else {
            break;
        };
        let token = words.token(participle)?;
        let found = source.tags[token as usize].lemma();
        let takes_etre = found
            .and_then(|l| source.lexicon.lemma(l).verb)
            .is_some_and(|v| v.etre);
        passive = auxiliary_etre && flags & ChunkFlags::REFLEXIVE == 0 && !takes_etre;
        head = token;
        lemma = found;
        j = behind;
        if passive {
            break;
        }
    }
    if passive {
        flags |= ChunkFlags::PASSIVE;
    }
    // Adverbs and negation behind the verb belong to it when something of it follows.
    let mut k = skip_adverbs(source, words, j, &mut flags);
    // Semi-auxiliary, preposition, infinitive.
    for _ in 0..2 {
        let Some(l) = lemma else { break };
        let mut m = k;
        let mut prep = "";
        if matches!(words.pos(source, m), Some(Pos::Prep)) {
            prep = source.lemma_text(words.token(m).and_then(|t| source.tags[t as usize].lemma()));
            m += 1;
        }
        if !source.fixed.links(l, prep) {
            break;
        }
        while matches!(
            words.pos(source, m),
            Some(Pos::ObjectPron | Pos::Neg | Pos::Adv)
        ) {
            if words.pos(source, m) == Some(Pos::ObjectPron)
                && words
                    .token(m)
                    .is_some_and(|t| source.word(t).starts_with('s'))
            {
                flags |= ChunkFlags::REFLEXIVE;
            }
            m += 1;
        }
        let Some(token) = words.token(m) else { break };
        if !source.tags[token as usize].is_verb(Feats::INFINITIVE) {
            break;
        }
        head = token;
        lemma = source.tags[token as usize].lemma();
        if words.pos(source, k) == Some(Pos::Prep) || m == k || m > k {
            // A reflexive of the semi-auxiliary (« se contente de dire ») is not the infinitive's.
            if prep == "de" || prep == "à" {
                let own = words
                    .token(m - 1)
                    .is_some_and(|t| source.pos(t) == Pos::ObjectPron);
                if !own {
                    flags &= !ChunkFlags::REFLEXIVE;
                }
            }
        }
        flags &= !ChunkFlags::PASSIVE;
        j = m + 1;
        k = skip_adverbs(source, words, j, &mut flags);
    }
    // Locutions: faire savoir, mettre en garde.
    if let Some(l) = lemma {
        let reflexive = flags & ChunkFlags::REFLEXIVE != 0;
        let en = flags & ChunkFlags::EN != 0;
        let mut found = None;
        for locution in source.lexicon.locutions(l) {
            if locution.reflexive != reflexive {
                continue;
            }
            // « en appeler à », « s'en prendre à »: the clitic is part of the verb.
            if locution.en != en {
                continue;
            }
            if locution.rest.is_empty() {
                found = Some((locution.lemma, j));
                break;
            }
            let matches = |from: usize| {
                locution.rest.iter().enumerate().all(|(n, w)| {
                    words
                        .token(from + n)
                        .is_some_and(|t| source.tokens[t as usize].word == *w)
                })
            };
            if matches(k) {
                found = Some((locution.lemma, k + locution.rest.len()));
                break;
            }
            // « mettant quant à lui en garde »
            if let Some(from) = (k + 1..k + 5).find(|&from| matches(from)) {
                let inserted = (k..from).all(|i| {
                    matches!(
                        words.pos(source, i),
                        Some(
                            Pos::Prep
                                | Pos::PrepDet
                                | Pos::Pron
                                | Pos::ObjectPron
                                | Pos::Det
                                | Pos::Adv
                        )
                    ) || words.token(i).is_some_and(|t| {
                        matches!(source.word(t), "quant" | "part" | "côté" | "tour")
                    })
                });
                if inserted {
                    found = Some((locution.lemma, from + locution.rest.len()));
                    break;
                }
            }
            if k != j && matches(j) {
                found = Some((locution.lemma, j + locution.rest.len()));
                break;
            }
        }
        if let Some((l, behind)) = found {
            lemma = Some(l);
            j = behind;
        } else if reflexive {
            if let Some(l) = source.lexicon.reflexive(l) {
                lemma = Some(l);
            }
        }
    }
    // « ne pense pas »: the second half of the negation is the verb's own.
    if flags & ChunkFlags::NEGATED != 0
        && matches!(words.pos(source, j), Some(Pos::Neg | Pos::Adv))
        && words.token(j).is_some_and(|t| {
            matches!(
                source.word(t),
                "pas" | "plus" | "jamais" | "guère" | "point"
            )
        })
    {
        j += 1;
    }
    let end = words.token(j - 1)? + 1;
    Some((
        Chunk {
            kind: ChunkKind::Verb,
            flags: ChunkFlags(flags),
            first,
            end,
            head,
            lemma: lemma.map_or(NONE, |l| l.0),
            feats,
            extra: subject,
        },
        j,
    ))
}

/// An infinitive stands at `at`, or behind clitics there.
fn before_infinitive(source: Source<'_>, words: &Words, at: usize) -> bool {
    (at..at + 3)
        .find(|&k| words.pos(source, k) != Some(Pos::ObjectPron))
        .and_then(|k| words.token(k))
        .is_some_and(|t| source.tags[t as usize].is_verb(Feats::INFINITIVE))
}

fn is_subject_clitic(source: Source<'_>, token: TokenId) -> bool {
    let written = bare_clitic(source.word(token));
    matches!(
        written.to_ascii_lowercase().as_str(),
        "il" | "elle" | "on" | "ils" | "elles" | "je" | "tu" | "nous" | "vous" | "ce"
    )
}

fn skip_adverbs(source: Source<'_>, words: &Words, mut at: usize, flags: &mut u16) -> usize {
    loop {
        if let Some(length) = adverbial(source, words, at) {
            at += length;
            continue;
        }
        match words.pos(source, at) {
            Some(Pos::Adv) => {}
            // « affirme ne pas savoir »: the negation of an infinitive that follows.
            Some(Pos::Neg)
                if words
                    .token(at)
                    .is_some_and(|t| matches!(source.word(t), "ne" | "n'" | "n’")) =>
            {
                return at;
            }
            Some(Pos::Neg) => *flags |= ChunkFlags::NEGATED,
            _ => return at,
        }
        at += 1;
    }
}

/// The past participle that an auxiliary calls for, across adverbs, negation and one insertion; its index and the index behind it.
fn participle(
    source: Source<'_>,
    words: &Words,
    at: usize,
    flags: &mut u16,
) -> Option<(usize, usize)> {
    let mut local = 0u16;
    let mut commas = 0;
    let mut inserted = false;
    let mut behind = at;
    for k in at..(at + INSERTION) {
        let token = words.token(k)?;
        let tag = &source.tags[token as usize];
        // « ont d'ores et déjà exclu »
        if k < behind {
            continue;
        }
        if let Some(length) = adverbial(source, words, k) {
            behind = k + length;
            continue;
        }
        if tag.is_verb(Feats::PAST_PARTICIPLE) && commas % 2 == 0 {
            *flags |= local;
            return Some((k, k + 1));
        }
        match tag.pos {
            Pos::Adv => {}
            Pos::Neg => local |= ChunkFlags::NEGATED,
            Pos::Sign if source.tokens[token as usize].kind == TokenKind::Comma => commas += 1,
            // « Il a, selon Le Relais, cité deux noms »: a source, not an insertion.
            Pos::Prep if source.lemma_text(tag.lemma()) == "selon" => return None,
            Pos::Prep | Pos::PrepDet => inserted = true,
            Pos::Pron
                if matches!(
                    source.lemma_text(tag.lemma()),
                    "lui" | "elle" | "eux" | "elles" | "tous" | "tout"
                ) || !inserted => {}
            Pos::Det
            | Pos::Noun
            | Pos::Adj
            | Pos::Name
            | Pos::Number
            | Pos::Numeral
            | Pos::FirstName
                // « a, encore une fois, fait état de »
                if inserted || commas % 2 == 1 => {}
            _ => return None,
        }
    }
    None
}
