//! Real texts with the faults that real pages have, and with worse ones.

use std::ops::Range;

/// A text grows by doubled stretches to so many times its length at most.
const MAX_GROWTH: usize = 3;

const MARKS: &[char] = &['«', '»', '“', '”', '"', '‹', '›', '‘', '’', '\''];
const BLANKS: &[char] = &[' ', '\u{a0}', '\u{202f}', '\u{2009}', '\u{3000}', '\t'];
const APOSTROPHES: &[char] = &['\'', '’', 'ʼ', '′', '＇'];
const LINES: &[&str] = &["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u{2028}", "\u{85}"];

/// The text with one to six faults that `seed` chooses, the same for the same seed.
///
/// A stretch is deleted, doubled or moved; marks are lost, doubled or made others; the text is cut at any character
/// boundary, its blanks, apostrophes and line ends are encoded in other ways, its paragraphs are joined or broken.
///
/// ```
/// let text = "« Le pont tiendra », a assuré Odile Brun.\n\nSelon elle, rien ne presse.";
/// assert_eq!(dixit::testing::mutated(text, 7), dixit::testing::mutated(text, 7));
/// let analyzer = dixit::Analyzer::new();
/// for seed in 0..100 {
///     dixit::testing::check_text(&analyzer, &dixit::testing::mutated(text, seed))?;
/// }
/// # Ok::<(), dixit::testing::Violation>(())
/// ```
#[must_use]
pub fn mutated(text: &str, seed: u64) -> String {
    let mut dice = Dice(seed);
    let mut out = text.to_owned();
    let limit = text.len() * MAX_GROWTH + 64;
    for _ in 0..=dice.below(6) {
        change(&mut out, &mut dice);
        if out.len() > limit {
            let end = boundary(&out, limit);
            out.truncate(end);
        }
    }
    out
}

/// splitmix64: every seed gives another row of numbers, on every machine the same.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`, which is not 0.
    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
}

/// The nearest character boundary at or before a byte.
fn boundary(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// A stretch of at most `most` bytes.
fn stretch(text: &str, most: usize, dice: &mut Dice) -> Range<usize> {
    let start = boundary(text, dice.below(text.len() + 1));
    let end = boundary(text, start + dice.below(most));
    start..end.max(start)
}

/// Where a character stands that the predicate takes: one of them.
fn one_of(text: &str, takes: impl Fn(char) -> bool, dice: &mut Dice) -> Option<(usize, char)> {
    let from = boundary(text, dice.below(text.len() + 1));
    let find = |range: Range<usize>| {
        let start = range.start;
        text[range]
            .char_indices()
            .find(|&(_, c)| takes(c))
            .map(|(at, c)| (start + at, c))
    };
    find(from..text.len()).or_else(|| find(0..from))
}

fn change(out: &mut String, dice: &mut Dice) {
    let is_mark = |c| MARKS.contains(&c);
    match dice.below(15) {
        0 => {
            let range = stretch(out, 200, dice);
            out.replace_range(range, "");
        }
        1 => {
            let range = stretch(out, 400, dice);
            let part = out[range.clone()].to_owned();
            out.insert_str(range.end, &part);
        }
        2 => {
            let range = stretch(out, 200, dice);
            let part = out[range.clone()].to_owned();
            out.replace_range(range, "");
            let at = boundary(out, dice.below(out.len() + 1));
            out.insert_str(at, &part);
        }
        // One mark becomes another, or is lost, or doubled.
        3 | 4 => {
            if let Some((at, mark)) = one_of(out, is_mark, dice) {
                let other = dice.pick(MARKS);
                out.replace_range(at..at + mark.len_utf8(), other.encode_utf8(&mut [0; 4]));
            }
        }
        5 => {
            if let Some((at, _)) = one_of(out, is_mark, dice) {
                out.remove(at);
            }
        }
        6 => {
            let at = boundary(out, dice.below(out.len() + 1));
            let mark = dice.pick(MARKS);
            out.insert(at, mark);
        }
        // All marks of a stretch change sides.
        7 => {
            let range = stretch(out, 600, dice);
            let swapped: String = out[range.clone()]
                .chars()
                .map(|c| match c {
                    '«' => '»',
                    '»' => '«',
                    '“' => '”',
                    '”' => '“',
                    c => c,
                })
                .collect();
            out.replace_range(range, &swapped);
        }
        8 => {
            let at = boundary(out, dice.below(out.len() + 1));
            out.truncate(at);
        }
        9 => {
            let at = boundary(out, dice.below(out.len() + 1));
            out.replace_range(..at, "");
        }
        10 => encode(out, BLANKS, dice),
        11 => encode(out, APOSTROPHES, dice),
        12 => {
            let joint = dice.pick(&["", " ", "\n"]);
            *out = out.replace("\n\n", joint);
        }
        13 => {
            let line = dice.pick(LINES);
            *out = out.replace('\n', line);
        }
        _ => {
            let line = dice.pick(LINES);
            let at = boundary(out, dice.below(out.len() + 1));
            out.insert_str(at, line);
        }
    }
}

/// Each character of the list becomes one of the list, in half of the cases itself.
fn encode(out: &mut String, list: &[char], dice: &mut Dice) {
    *out = out
        .chars()
        .map(|c| {
            if list.contains(&c) && dice.below(2) == 0 {
                dice.pick(list)
            } else {
                c
            }
        })
        .collect();
}

#[cfg(test)]
mod tests {
    use super::mutated;

    const TEXT: &str =
        "« Le pont tiendra », a assuré Odile Brun. «\u{a0}L'eau monte\u{a0}», dit-elle.\n\nFin.";

    #[test]
    fn seeds_choose_and_repeat() {
        let all: std::collections::BTreeSet<String> =
            (0..500).map(|seed| mutated(TEXT, seed)).collect();
        assert!(all.len() > 400, "{}", all.len());
        assert!(all.iter().all(|text| text.len() <= TEXT.len() * 3 + 64));
        assert_eq!(mutated(TEXT, 3), mutated(TEXT, 3));
    }

    #[test]
    fn nothing_is_mutated_too() {
        for seed in 0..200 {
            let _ = mutated("", seed);
            let _ = mutated("é", seed);
        }
    }
}
