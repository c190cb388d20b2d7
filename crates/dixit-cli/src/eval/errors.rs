//! What went wrong, claim by claim, with the sentence it stands in.

use std::collections::{HashMap, HashSet};

use super::gold::{Article, Places};
use super::score::{MEASURES, WHO, answered, excused, pair};
use super::text::{Span, Text, overlap};

/// Below this overlap a claim found has nothing to do with the one of the gold.
const NEAR: f64 = 0.1;

/// How far, in code points, a cue or a speaker may stand from the content to be shown with it.
const BESIDE: usize = 200;

/// How far, in code points, a sentence is shown before and behind a claim.
const CONTEXT: usize = 240;

/// Why a claim counts as missed or wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// Nothing was found there.
    Missed,
    /// Something was, from or to another place.
    Boundaries,
    /// The content is right, who said it is not.
    Speaker,
    /// Nothing is there in the gold.
    Spurious,
}

impl Cause {
    pub const ALL: [Cause; 4] = [
        Cause::Missed,
        Cause::Boundaries,
        Cause::Speaker,
        Cause::Spurious,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Cause::Missed => "missed",
            Cause::Boundaries => "boundaries",
            Cause::Speaker => "speaker",
            Cause::Spurious => "spurious",
        }
    }
}

/// A claim as one side has it.
pub struct Side {
    pub kind: String,
    /// `None`: nobody.
    pub who: Option<String>,
    /// The sentence with `[content]`, `{cue}` and `<speaker>` marked, as in the examples of `dixit rules`.
    pub sentence: String,
}

pub struct Mistake {
    pub article: String,
    pub cause: Cause,
    /// The rule that found the claim.
    pub rule: Option<String>,
    /// Of the two contents.
    pub overlap: Option<f64>,
    pub gold: Option<Side>,
    pub found: Option<Side>,
}

/// What keeps an article from full marks in the headline, in the order of the gold; what is spurious behind it.
pub fn mistakes(article: &Article) -> Vec<Mistake> {
    let (gold, found) = (&article.gold, &article.found);
    let pairs = answered(article, &MEASURES[WHO]);
    let (right, taken): (HashSet<usize>, HashSet<usize>) = pairs.into_iter().unzip();
    let near: HashMap<usize, usize> = pair(article, overlap, NEAR, |_, _| true)
        .into_iter()
        .collect();
    let mut all = Vec::new();
    for (gi, g) in gold.claims.iter().enumerate() {
        if g.optional || right.contains(&gi) {
            continue;
        }
        let p = near.get(&gi).map(|&pi| &found.claims[pi]);
        let shared = p.map(|p| overlap(&g.at.letters, &p.at.letters));
        let shown = context(&article.text, [Some(&g.at), p.map(|p| &p.at)]);
        all.push(Mistake {
            article: article.name.clone(),
            cause: match shared {
                None => Cause::Missed,
                Some(shared) if shared < 0.8 => Cause::Boundaries,
                Some(_) => Cause::Speaker,
            },
            rule: p.and_then(|p| p.rule.clone()),
            overlap: shared,
            gold: Some(Side {
                kind: g.kind.clone(),
                who: g.entity.map(|entity| plain(&gold.entities[entity].name)),
                sentence: marked(&article.text, &g.at, shown),
            }),
            found: p.map(|p| Side {
                kind: p.kind.clone(),
                who: p.name.as_ref().map(|name| plain(&name.given)),
                sentence: marked(&article.text, &p.at, shown),
            }),
        });
    }
    let excused = excused(article);
    let near: HashSet<usize> = near.into_values().collect();
    for (pi, p) in found.claims.iter().enumerate() {
        if taken.contains(&pi) || excused.contains(&pi) || near.contains(&pi) {
            continue;
        }
        let shown = context(&article.text, [Some(&p.at), None]);
        all.push(Mistake {
            article: article.name.clone(),
            cause: Cause::Spurious,
            rule: p.rule.clone(),
            overlap: None,
            gold: None,
            found: Some(Side {
                kind: p.kind.clone(),
                who: p.name.as_ref().map(|name| plain(&name.given)),
                sentence: marked(&article.text, &p.at, shown),
            }),
        });
    }
    all
}

/// The sentences in which claims stand, with their cues and speakers where those are near.
fn context(text: &Text, claims: [Option<&Places>; 2]) -> Span {
    let claims: Vec<&Places> = claims.into_iter().flatten().collect();
    let contents = claims.iter().flat_map(|c| &c.content).copied();
    let (start, end) = contents
        .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
        .unwrap_or_default();
    let (mut from, mut to) = (start, end);
    for &(s, e) in claims.iter().flat_map(|c| c.cue.iter().chain(&c.speaker)) {
        if s + BESIDE >= start && e <= end + BESIDE {
            (from, to) = (from.min(s), to.max(e));
        }
    }
    let least = from.saturating_sub(CONTEXT);
    while from > least && !is_break(text, from) {
        from -= 1;
    }
    let most = (to + CONTEXT).min(text.len());
    while to < most && !is_break(text, to) {
        to += 1;
    }
    (from, to)
}

/// Whether a sentence ends before this place, as far as one looks to show it: at a line's end, or where a capital or an opening
/// mark follows a full stop, closing marks and blanks; in glued paragraphs a capital follows at once. An initial ends nothing.
fn is_break(text: &Text, at: usize) -> bool {
    let before = text.slice((at.saturating_sub(12), at));
    let after = text.slice((at, at + 1));
    if before.is_empty() || before.ends_with('\n') || after.is_empty() || after == "\n" {
        return true;
    }
    let closes = |c: char| c.is_whitespace() || "»”\"’)".contains(c);
    let head = before.trim_end_matches(closes);
    if !head.ends_with(['.', '!', '?', '…']) {
        return false;
    }
    let word = head.trim_end_matches('.');
    let word = word.rsplit(|c: char| !c.is_alphanumeric()).next();
    let initial = head.ends_with('.') && word.is_some_and(|w| w.chars().count() == 1);
    let blank = before[head.len()..].contains(char::is_whitespace);
    let opens = |c: char| c.is_uppercase() || blank && "«“\"—–-".contains(c);
    !initial && after.starts_with(opens)
}

/// A stretch of the article with the parts of a claim marked in it.
fn marked(text: &Text, at: &Places, (from, to): Span) -> String {
    // Closing before opening at one place, the inner one first.
    let mut marks: Vec<(usize, u8, usize, char)> = Vec::new();
    let parts = [
        (&at.content, '[', ']'),
        (&at.cue, '{', '}'),
        (&at.speaker, '<', '>'),
    ];
    for (spans, open, close) in parts {
        for &(start, end) in spans {
            let (start, end) = (start.max(from), end.min(to));
            if start < end {
                marks.push((start, 1, usize::MAX - end, open));
                marks.push((end, 0, usize::MAX - start, close));
            }
        }
    }
    marks.sort_unstable();
    let mut out = String::new();
    let mut done = from;
    for (place, _, _, mark) in marks {
        out.push_str(&plain(text.slice((done, place))));
        out.push(mark);
        done = place;
    }
    out.push_str(&plain(text.slice((done, to))));
    let ends = |inside: bool| if inside { "…" } else { "" };
    format!(
        "{}{}{}",
        ends(!is_break(text, from)),
        out.trim_matches([' ', '\u{a0}']),
        ends(!is_break(text, to))
    )
}

/// One line, and nothing in it that a terminal would obey.
pub fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\n', " ¶ ");
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Cause, is_break, mistakes, plain};
    use crate::eval::invented;
    use crate::eval::text::Text;

    #[test]
    fn each_claim_that_is_not_right_has_one_cause() {
        let all = mistakes(&invented::article());
        let causes: Vec<Cause> = all.iter().map(|m| m.cause).collect();
        let wanted = [
            Cause::Speaker,
            Cause::Boundaries,
            Cause::Missed,
            Cause::Spurious,
        ];
        assert_eq!(causes, wanted);
        let [speaker, boundaries, missed, spurious] = &all[..] else {
            panic!("four mistakes")
        };
        let gold = speaker.gold.as_ref().unwrap();
        assert_eq!(gold.who.as_deref(), Some("Odile Brun"));
        assert_eq!(gold.sentence, "<Elle> {assure} que [rien ne presse].");
        let found = speaker.found.as_ref().unwrap();
        assert_eq!(found.who.as_deref(), Some("Paul Maret"));
        assert_eq!(found.sentence, gold.sentence);
        assert_eq!(
            boundaries.gold.as_ref().unwrap().sentence,
            "Ensuite, [le bac reprendra] samedi."
        );
        assert_eq!(
            boundaries.found.as_ref().unwrap().sentence,
            "<Ensuite>, [le bac reprendra samedi]."
        );
        assert!(missed.found.is_none());
        assert_eq!(spurious.rule.as_deref(), Some("floating"));
        assert!(spurious.gold.is_none());
    }

    #[test]
    fn sentences_as_they_are_shown() {
        let text = Text::new("Bon. M. Brun dit « oui ! » Puis rien.Le 3.5 suit".to_owned());
        let breaks = (1..text.len()).filter(|&at| is_break(&text, at));
        let shown: Vec<&str> = breaks.map(|at| text.slice((at, at + 4))).collect();
        assert_eq!(shown, ["M. B", "Puis", "Le 3"]);
    }

    #[test]
    fn nothing_for_the_terminal_to_obey() {
        assert_eq!(plain("a\r\nb\u{1b}[2J"), "a ¶ b [2J");
    }
}
