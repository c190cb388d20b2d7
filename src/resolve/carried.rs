//! Relays that go on: a communiqué or an interview is quoted again in the next sentence, which need not say so. « À l'AFP » is
//! said of its own sentence alone.

use super::Speaker;
use super::entities::Register;
use crate::attribution::{Article, Part, SpeakerTokens, relays};
use crate::claim::{RelayRole, Resolution};
use crate::select::Selected;

/// How many claims back one's relay may stand.
const BACK: usize = 3;

/// The relays of each claim: its own; the same speaker's in this sentence or the one before; what the sentence before says of the
/// way; and the outlet whose words hold the claim.
pub(super) fn relays(
    article: &Article<'_>,
    selected: &[Selected],
    speakers: &[Speaker],
    register: &Register<'_>,
) -> Vec<Vec<(Part, RelayRole)>> {
    let ordinals = ordinals(article);
    let sentences: Vec<usize> = selected.iter().map(|s| sentence(article, s)).collect();
    let mut out: Vec<Vec<(Part, RelayRole)>> = Vec::with_capacity(selected.len());
    let mut from: Vec<usize> = Vec::with_capacity(selected.len());
    for (i, s) in selected.iter().enumerate() {
        let mut source = i;
        let mut relays = s.candidate.relays.clone();
        if relays.is_empty() && speakers[i].entity.is_some() {
            let here = ordinals[sentences[i]];
            let before = (i.saturating_sub(BACK)..i).rev().find(|&k| {
                speakers[k].entity == speakers[i].entity
                    && out[k].iter().any(|(_, role)| *role == RelayRole::Medium)
                    && here.abs_diff(ordinals[sentences[from[k]]]) <= 1
            });
            if let Some(k) = before {
                source = from[k];
                relays.clone_from(&out[k]);
            } else if let Some(before) = free_before(article, sentences[i], &sentences[..i]) {
                if is_continued(s, &speakers[i])
                    || is_named_in(article, register, &speakers[i], before)
                {
                    relays = relays::announced(article, before as u32);
                }
            }
        }
        // « Le Relais rapporte que le maire a promis … »
        if let Some(parent) = s.parent {
            if let Some(part) = relays::reporter(article, &selected[parent as usize].candidate) {
                if !relays
                    .iter()
                    .any(|(p, _)| p.start < part.end && part.start < p.end)
                    && !speaks(s, &part)
                {
                    relays.push((part, RelayRole::ReportedBy));
                }
            }
        }
        out.push(relays);
        from.push(source);
    }
    out
}

fn speaks(selected: &Selected, part: &Part) -> bool {
    matches!(&selected.candidate.speaker, SpeakerTokens::Group { tokens, .. }
        if tokens.start < part.end && part.start < tokens.end)
}

/// The speaker is the one of the sentence before: a pronoun, or nobody beside the words.
fn is_continued(selected: &Selected, speaker: &Speaker) -> bool {
    matches!(
        selected.candidate.speaker,
        SpeakerTokens::Carried | SpeakerTokens::Clitic(_)
    ) || speaker.resolution == Resolution::Pronoun
}

/// The speaker is mentioned in the sentence: « Odile Brun était invitée … La comédienne a dit … »
fn is_named_in(
    article: &Article<'_>,
    register: &Register<'_>,
    speaker: &Speaker,
    sentence: usize,
) -> bool {
    let tokens = &article.sentences[sentence].tokens;
    speaker.entity.is_some_and(|id| {
        let mentions = &register.list[id as usize].mentions;
        let first = mentions.partition_point(|m| m.start < tokens.start);
        mentions[first..]
            .iter()
            .take_while(|m| m.start < tokens.end)
            .any(|m| m.end <= tokens.end)
    })
}

/// The author's sentence before, when it stands in the same paragraph and holds no claim.
fn free_before(article: &Article<'_>, here: usize, claimed: &[usize]) -> Option<usize> {
    let sentences = article.sentences;
    let author = |from: usize| {
        (from.saturating_sub(8)..=from)
            .rev()
            .find(|&s| sentences[s].level.is_none())
    };
    let own = author(here)?;
    let before = own.checked_sub(1).and_then(author)?;
    let free = !claimed
        .iter()
        .rev()
        .take(BACK + 1)
        .any(|&s| author(s) == Some(before));
    (free && sentences[before].block == sentences[own].block).then_some(before)
}

/// The sentence of a claim's cue, or of its content when it has none.
fn sentence(article: &Article<'_>, s: &Selected) -> usize {
    let at = s
        .candidate
        .cue
        .as_ref()
        .map_or(s.candidate.content[0].start, |c| c.tokens.start);
    article
        .sentences
        .partition_point(|o| o.tokens.start <= at)
        .saturating_sub(1)
}

/// What a relay is called: « au Relais » is Le Relais, « Figaro » Le Figaro, « l'AFP » AFP; a common noun stays as it is.
pub(super) fn name(article: &Article<'_>, part: &Part) -> String {
    let source = article.source;
    let span = source.span(part);
    let words = &source.text[span.range()];
    if let Some(known) = source.lexicon.proper(words) {
        return known.name.to_string();
    }
    let capital = words.starts_with(char::is_uppercase);
    let article = part
        .start
        .checked_sub(1)
        .filter(|_| capital)
        .map_or("", |before| source.word(before));
    let swallowed = match article.to_lowercase().as_str() {
        "au" | "du" => "Le ",
        "aux" | "des" => "Les ",
        _ => "",
    };
    format!("{swallowed}{words}")
}

/// For each sentence, how many of the author's own there are up to it: those inside a quotation count with the one around them.
fn ordinals(article: &Article<'_>) -> Vec<u32> {
    let mut count = 0;
    article
        .sentences
        .iter()
        .map(|s| {
            count += u32::from(s.level.is_none());
            count
        })
        .collect()
}
