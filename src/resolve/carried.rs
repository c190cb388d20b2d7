//! Relays that go on: a communiqué or an interview is quoted again in the next sentence, which need not say so. « À l'AFP » is
//! said of its own sentence alone.

use super::Speaker;
use crate::attribution::Article;
use crate::claim::RelayRole;
use crate::select::Selected;

/// How many claims back one's relay may stand.
const BACK: usize = 3;

/// For each claim the one whose relays it has: itself, or the same speaker's in this sentence or the one before.
pub(super) fn relays(
    article: &Article<'_>,
    selected: &[Selected],
    speakers: &[Speaker],
) -> Vec<usize> {
    let ordinals = ordinals(article);
    let sentence = |s: &Selected| {
        let at = s
            .candidate
            .cue
            .as_ref()
            .map_or(s.candidate.content[0].start, |c| c.tokens.start);
        let index = article
            .sentences
            .partition_point(|o| o.tokens.start <= at)
            .saturating_sub(1);
        ordinals[index]
    };
    let mut from: Vec<usize> = Vec::with_capacity(selected.len());
    for (i, s) in selected.iter().enumerate() {
        let mut source = i;
        if s.candidate.relays.is_empty() && speakers[i].entity.is_some() {
            let here = sentence(s);
            source = (i.saturating_sub(BACK)..i)
                .rev()
                .find(|&k| {
                    speakers[k].entity == speakers[i].entity
                        && selected[from[k]]
                            .candidate
                            .relays
                            .iter()
                            .any(|(_, role)| *role == RelayRole::Medium)
                        && here.abs_diff(sentence(&selected[from[k]])) <= 1
                })
                .map_or(i, |k| from[k]);
        }
        from.push(source);
    }
    from
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
