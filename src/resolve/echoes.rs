//! Words that stand twice in an article: a headline, a heading or a pull quote takes them up, the text says whose they are.

use std::collections::HashMap;
use std::ops::Range;

use crate::attribution::Article;
use crate::lexicon::WordId;
use crate::select::Selected;
use crate::tokens::{TokenId, TokenKind};

/// How many words in a row are compared at a time.
const RUN: usize = 3;

/// So many runs shared with one claim are no chance when they are a good part of the words.
const MANY: usize = 5;

/// Claims that share the same run of words and are looked at for it.
const SHARED: usize = 8;

/// Bits that tell the runs of the wanted claims, of which there are some hundreds.
const BITS: usize = 8192;

/// Where the words of a claim come again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Echo {
    Claim(u32),
    /// In the author's own text: the answer of an interview.
    Text,
}

/// For each of the `wanted` claims where its words stand once more, if anywhere.
pub(super) fn find(
    article: &Article<'_>,
    selected: &[Selected],
    wanted: &[u32],
) -> Vec<Option<Echo>> {
    let mut found = vec![None; wanted.len()];
    if wanted.is_empty() {
        return found;
    }
    let mut runs: HashMap<u64, Vec<usize>> = HashMap::new();
    // Hardly any run of the text is one of them: a bit tells it sooner than the map.
    let mut bits = [0u64; BITS / 64];
    let slot = |run: u64| (run as usize % BITS / 64, 1 << (run % 64));
    let mut sizes = vec![0usize; wanted.len()];
    for (w, &claim) in wanted.iter().enumerate() {
        for part in &selected[claim as usize].candidate.content {
            each_run(article, part, |_, run| {
                bits[slot(run).0] |= slot(run).1;
                let list = runs.entry(run).or_default();
                if list.last() != Some(&w) && list.len() < SHARED {
                    list.push(w);
                }
                sizes[w] += 1;
            });
        }
    }
    // Where each token is claimed: the innermost claim is the last one that begins before it.
    let mut hits: Vec<HashMap<Option<u32>, usize>> = vec![HashMap::new(); wanted.len()];
    let claims = places(selected);
    let whole = 0..article.source.tokens.len() as TokenId;
    let mut at = 0;
    let mut open: Vec<(Range<TokenId>, u32)> = Vec::new();
    each_run(article, &whole, |token, run| {
        while at < claims.len() && claims[at].0.start <= token {
            open.push(claims[at].clone());
            at += 1;
        }
        open.retain(|(range, _)| range.end > token);
        if bits[slot(run).0] & slot(run).1 == 0 {
            return;
        }
        let Some(list) = runs.get(&run) else { return };
        for &w in list {
            let own = &selected[wanted[w] as usize].candidate.content;
            if own.iter().any(|part| part.contains(&token)) {
                continue;
            }
            let claim = open.iter().rev().map(|(_, c)| *c).find(|c| *c != wanted[w]);
            *hits[w].entry(claim).or_default() += 1;
        }
    });
    for (w, counts) in hits.iter().enumerate() {
        let best = counts
            .iter()
            .max_by_key(|(claim, count)| (**count, claim.is_some(), std::cmp::Reverse(**claim)));
        let Some((&claim, &count)) = best else {
            continue;
        };
        let most = count * 5 >= sizes[w] * 3;
        if most || claim.is_some() && count >= MANY && count * 4 >= sizes[w] {
            found[w] = Some(claim.map_or(Echo::Text, Echo::Claim));
        }
    }
    found
}

/// The parts of all claims in text order, with the claim of each.
fn places(selected: &[Selected]) -> Vec<(Range<TokenId>, u32)> {
    let mut out: Vec<(Range<TokenId>, u32)> = selected
        .iter()
        .enumerate()
        .flat_map(|(c, s)| {
            s.candidate
                .content
                .iter()
                .map(move |part| (part.clone(), c as u32))
        })
        .collect();
    out.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    out
}

/// Every three words in a row of a range, as a number, with the token at which they begin.
fn each_run(article: &Article<'_>, range: &Range<TokenId>, mut take: impl FnMut(TokenId, u64)) {
    let source = article.source;
    let mut last = [(0, 0u64); RUN];
    let mut seen = 0;
    for t in range.clone() {
        if source.tokens[t as usize].kind != TokenKind::Word {
            continue;
        }
        last.rotate_left(1);
        let number = match source.tokens[t as usize].word {
            WordId::UNKNOWN => word_number(source.word(t)),
            known => u64::from(known.0),
        };
        last[RUN - 1] = (t, number);
        seen += 1;
        if seen >= RUN {
            let run = last.iter().fold(0u64, |sum, (_, word)| {
                (sum.rotate_left(17) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
            });
            take(last[0].0, run);
        }
    }
}

/// A word that the lexicon does not hold, as a number (FNV-1a over its lower-case characters).
fn word_number(word: &str) -> u64 {
    let add = |sum: u64, c: char| (sum ^ u64::from(c as u32)).wrapping_mul(0x0100_0000_01b3);
    word.chars()
        .fold(0xcbf2_9ce4_8422_2325, |sum, c| match c.is_ascii() {
            true => add(sum, c.to_ascii_lowercase()),
            false => c.to_lowercase().fold(sum, add),
        })
}
