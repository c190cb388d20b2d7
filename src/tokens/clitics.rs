//! Pronouns hung on a verb by hyphens: where to cut `dit-il`, `a-t-elle`, `dites-le-moi`, and where not to
//! cut `rendez-vous`.

use super::chars::is_hyphen;

/// A place where a hyphenated word is cut, as offsets into that word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cut {
    /// Where the clitic's span begins: at a hyphen.
    pub(super) hyphen: usize,
    /// Where the bare pronoun begins.
    pub(super) pronoun: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Clitic {
    /// `il`, `elle`, `on`, `ils`, `elles`: after `t` or `d`, or after `-t-`.
    Third,
    /// `je`, `tu`, `ce`.
    Subject,
    /// `nous`, `vous`: subject or object.
    Both,
    /// `le`, `la`, `les`, `lui`, `leur`, `y`, `en`, `moi`, `toi`: after an imperative.
    Object,
}

fn clitic(word: &str) -> Option<Clitic> {
    let is = |pronouns: &[&str]| pronouns.contains(&word);
    // Titles in capitals hold « A-T-IL »; a capital alone (« Pont-La ») makes a name.
    if word.len() > 5 || word.is_empty() {
        return None;
    }
    if is(&[
        "il", "elle", "on", "ils", "elles", "IL", "ELLE", "ON", "ILS", "ELLES",
    ]) {
        Some(Clitic::Third)
    } else if is(&["je", "tu", "ce", "JE", "TU", "CE"]) {
        Some(Clitic::Subject)
    } else if is(&["nous", "vous", "NOUS", "VOUS"]) {
        Some(Clitic::Both)
    } else if is(&["le", "la", "les", "lui", "leur", "y", "en", "moi", "toi"]) {
        Some(Clitic::Object)
    } else {
        None
    }
}

/// The clitics at the end of `word`, last first; at most three are cut.
/// `hyphens` holds the offsets of the hyphens of `word`, or the last few of them.
pub(super) fn cuts(word: &str, hyphens: &[usize], out: &mut [Cut; 3]) -> usize {
    let mut count = 0;
    let mut end = word.len();
    let mut left = hyphens.len();
    while count < out.len() && left > 0 {
        let hyphen = hyphens[left - 1];
        let pronoun = hyphen + hyphen_len(word, hyphen);
        let Some(kind) = clitic(&word[pronoun..end]) else {
            break;
        };
        // The euphonic t goes with its pronoun; so does that of « va-t-en ».
        let euphonic = kind == Clitic::Third || matches!(&word[pronoun..end], "en" | "y");
        let linked = left > 1 && euphonic && {
            let before = hyphens[left - 2];
            matches!(&word[before + hyphen_len(word, before)..hyphen], "t" | "T")
        };
        let cut = if linked { hyphens[left - 2] } else { hyphen };
        if cut == 0 || !takes_clitic(&word[..cut], &word[pronoun..end], kind, linked) {
            break;
        }
        out[count] = Cut {
            hyphen: cut,
            pronoun,
        };
        count += 1;
        left -= if linked { 2 } else { 1 };
        end = cut;
    }
    count
}

fn hyphen_len(word: &str, at: usize) -> usize {
    debug_assert!(word[at..].starts_with(is_hyphen));
    if word.as_bytes()[at] == b'-' { 1 } else { 3 }
}

/// Whether `head`, what stands before the hyphen, can be a verb that carries this clitic.
fn takes_clitic(head: &str, pronoun: &str, kind: Clitic, linked: bool) -> bool {
    if linked {
        return true;
    }
    let last = head.rsplit(is_hyphen).next().unwrap_or(head);
    let capital = last.starts_with(char::is_uppercase);
    let ends = |endings: &[&str]| endings.iter().any(|e| last.ends_with(e));
    match kind {
        // A third person ends in t or d before these; other endings are slips (« explique-il »), let through
        // unless a capital makes a name of it (« Jong-il »).
        Clitic::Third => !capital || ends(&["t", "d", "T", "D"]),
        Clitic::Subject => true,
        Clitic::Both => {
            let noun = matches!(pronoun, "vous" | "VOUS") && last.eq_ignore_ascii_case("rendez");
            !noun
                && last != "à"
                && ends(&["s", "z", "e", "a", "S", "Z", "E"])
                && !is_function_word(last)
        }
        Clitic::Object => {
            (ends(&["s", "z", "e", "a"]) || clitic(last).is_some())
                && !is_function_word(last)
                && !matches!(
                    last,
                    "celui" | "celle" | "ceux" | "celles" | "jusque" | "par" | "cela" | "delà"
                )
        }
    }
}

/// Prepositions and the like that hyphens join to pronouns: « l'entre-nous », « chez-moi ».
fn is_function_word(word: &str) -> bool {
    matches!(
        word,
        "entre"
            | "Entre"
            | "sous"
            | "Sous"
            | "chez"
            | "Chez"
            | "sans"
            | "Sans"
            | "contre"
            | "Contre"
            | "après"
            | "dans"
            | "vers"
            | "très"
            | "presque"
            | "comme"
    )
}

/// `t'`, `m'`, `l'` after a hyphen: `va-t'en`, `donnez-m'en`, and the slip `a-t'il`.
pub(super) fn is_elided_clitic(part: &str) -> bool {
    matches!(part, "t" | "m" | "l" | "T" | "M" | "L")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(word: &str) -> String {
        let hyphens: Vec<usize> = word.match_indices(is_hyphen).map(|(at, _)| at).collect();
        let mut out = [Cut {
            hyphen: 0,
            pronoun: 0,
        }; 3];
        let n = cuts(word, &hyphens, &mut out);
        let mut parts = Vec::new();
        let mut end = word.len();
        for c in &out[..n] {
            parts.push(&word[c.hyphen..end]);
            end = c.hyphen;
        }
        parts.push(&word[..end]);
        parts.reverse();
        parts.join("|")
    }

    #[test]
    fn cut_from_their_verb() {
        for (word, want) in [
            ("dit-il", "dit|-il"),
            ("a-t-elle", "a|-t-elle"),
            ("A-T-IL", "A|-T-IL"),
            ("dit\u{2011}on", "dit|\u{2011}on"),
            ("dites-le-moi", "dites|-le|-moi"),
            ("vas-y", "vas|-y"),
            ("allez-vous-en", "allez|-vous|-en"),
            ("est-ce", "est|-ce"),
            ("explique-il", "explique|-il"),
            ("rendez-vous", "rendez-vous"),
            ("Jong-il", "Jong-il"),
            ("Jean-Pierre", "Jean-Pierre"),
            ("celui-ci", "celui-ci"),
            ("peut-être", "peut-être"),
            ("chez-moi", "chez-moi"),
            ("elle-même", "elle-même"),
            ("Donne-nous", "Donne|-nous"),
            ("sommes-nous", "sommes|-nous"),
        ] {
            assert_eq!(cut(word), want);
        }
    }
}
